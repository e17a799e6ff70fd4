"""What single cells of the entry table show, by the role that Qt asks for."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from PySide6.QtGui import QBrush, QColor, QFont

from kinerja_desktop.domain.angka.angka import MAKS_DIGIT, round_half_up
from kinerja_desktop.domain.capaian.capaian import Keadaan
from kinerja_desktop.domain.capaian.nilai import Nilai, format_nilai_isian
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator, HasilSasaran
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.waiting import WAITING_WORDS
from kinerja_desktop.ui.pengukuran.columns import EntryColumn
from kinerja_desktop.ui.tables.entry_model import Role
from kinerja_desktop.ui.tables.widest import widest_of


def waiting_data(nilai: Nilai | None, role: int) -> Any:
    """Show what was typed and is not stored yet."""
    match role:
        case Role.ToolTipRole:
            return WAITING_WORDS.capitalize()
        case Role.BackgroundRole:
            return QBrush(QColor(style.WARNING_SOFT))
    return format_nilai_isian(nilai)


def make_finite(nilai: Nilai | None) -> Nilai | None:
    """Return a quotient or mean with no more decimals than a cell takes back."""
    if isinstance(nilai, Decimal) and -int(nilai.as_tuple().exponent) > MAKS_DIGIT:
        return round_half_up(nilai, MAKS_DIGIT)
    return nilai


def story_of(item: HasilIndikator) -> str:
    """Return what is told about a figure, for those who look for a word of it."""
    narasi = item.narasi
    return " ".join(
        (narasi.pendorong, narasi.penghambat, narasi.tindak_lanjut, narasi.penanggung_jawab)
    )


def group_data(line: HasilSasaran, kolom: EntryColumn, column: int, role: int) -> Any:
    """Return what the line of a sasaran shows."""
    match role:
        case Role.DisplayRole:
            return (line.uraian or "Tanpa sasaran") if column == 0 else kolom.rata(line.rata_rata)
        case Role.ToolTipRole:
            return f"{line.uraian}\nRata-rata dari {line.rata_rata.keterangan}"
        case Role.FontRole:
            font = QFont()
            font.setBold(True)
            return font
        case Role.BackgroundRole:
            return QBrush(QColor(style.ACCENT_SOFT))
    return None


def tip_of(item: HasilIndikator, kolom: EntryColumn) -> str | None:
    """Return what a cell tells when it is pointed at."""
    ukuran = kolom.ukuran(item)
    if ukuran is None:
        return kolom.teks(item) or None
    return ukuran.capaian.alasan or ukuran.capaian.catatan or kolom.teks(item)


def is_dim(item: HasilIndikator, kolom: EntryColumn) -> bool:
    """Tell whether a cell has a word in place of a figure."""
    ukuran = kolom.ukuran(item)
    return ukuran is not None and ukuran.capaian.keadaan is not Keadaan.NILAI and (
        not kolom.is_isian or ukuran.realisasi is None
    )  # fmt: skip


def find_widest(
    columns: Sequence[EntryColumn], lines: Sequence[HasilSasaran | HasilIndikator]
) -> list[str]:
    """Return for each column a text as wide as it must be for what stands there now."""
    groups = [line.rata_rata for line in lines if isinstance(line, HasilSasaran)]
    items = [line for line in lines if isinstance(line, HasilIndikator)]
    found = []
    for column in columns:
        words = map(column.kata, items) if column.kata else ()
        # What is written in bold takes more room than plain letters, by which it is measured.
        means = (f"{text}0" for text in map(column.rata, groups) if text)
        found.append(widest_of([column.contoh, *words, *means]))
    return found
