"""What stands in the SOP table on screen: the printed form, and beside it what really happened.

The words are those of the source, or with the accepted usulan; nothing is corrected here.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from kinerja_desktop.domain.angka.tanggal import WIB, format_tanggal_isian
from kinerja_desktop.domain.sop.diagram import Diagram, plan_diagram
from kinerja_desktop.domain.sop.formulir import Bacaan, Isian
from kinerja_desktop.domain.sop.langkah import Langkah
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.posisi import Riwayat
from kinerja_desktop.domain.sop.usulan import list_usulan
from kinerja_desktop.services.sop.cases import Kasus, describe_baku

# Widths in pixels at 100 %; a wide table shrinks a little before it scrolls.
_NO, _AKTIVITAS, _PELAKSANA = 36, 196, 78
_KELENGKAPAN, _WAKTU, _OUTPUT, _KETERANGAN = 100, 58, 100, 86
_STATUS, _PELAKU = 168, 112
#: Columns that stay in sight when the table is scrolled sideways: number and aktivitas.
FROZEN = 2
NYATA = "Yang nyata terjadi"


@dataclass(frozen=True)
class Run:
    """Words in one look; a line ends with a line feed; `colour` is a name of `ui.base.style`."""

    text: str
    bold: bool = False
    italic: bool = False
    colour: str = "INK"


@dataclass(frozen=True)
class Column:
    """A column with its printed head; columns with the same `group` share a head above."""

    head: str
    width: int
    group: str = ""
    is_centred: bool = False


@dataclass(frozen=True)
class Row:
    """One step of the SOP as a row of the table on screen.

    Attributes:
        cells: words of each column; those of the flowchart are empty.
        is_current: the case waits for this step.
        hints: a sentence per column that has an open usulan.
    """

    sequence: int
    cells: tuple[tuple[Run, ...], ...]
    is_current: bool
    hints: dict[int, str]

    @property
    def words(self) -> str:
        """The row as one sentence, for who cannot see it."""
        texts = ("".join(run.text for run in cell).strip() for cell in self.cells)
        return "; ".join(text.replace("\n", ", ") for text in texts if text)


@dataclass(frozen=True)
class TableContent:
    """The whole table; its flowchart begins in column `FROZEN`."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    diagram: Diagram


def build_content(sop: Sop, bacaan: Bacaan, kasus: Kasus | None = None) -> TableContent:
    """Build the table of an SOP, with what happened in a case of it."""
    columns = tuple(_columns(sop, bacaan, with_case=kasus is not None))
    usulan = {item.kunci: item.usulan or "tetapkan sendiri" for item in list_usulan(sop)}
    rows = tuple(_row(sop, langkah, bacaan, kasus, usulan) for langkah in sop.langkah)
    return TableContent(columns, rows, plan_diagram(sop))


def _columns(sop: Sop, bacaan: Bacaan, *, with_case: bool) -> Iterator[Column]:
    heads = sop.kepala_tabel
    doers, quality = heads.pelaksana.read(bacaan), heads.mutu_baku.read(bacaan)
    yield Column(heads.no.read(bacaan), _NO, is_centred=True)
    yield Column(heads.aktivitas.read(bacaan), _AKTIVITAS)
    for peran in sop.kolom:
        yield Column(peran.tercetak or "", _PELAKSANA, doers)
    yield Column(heads.kelengkapan.read(bacaan), _KELENGKAPAN, quality)
    yield Column(heads.waktu.read(bacaan), _WAKTU, quality, is_centred=True)
    yield Column(heads.output.read(bacaan), _OUTPUT, quality)
    if heads.has_keterangan:
        yield Column(heads.keterangan.read(bacaan), _KETERANGAN)
    if with_case:
        yield Column("Status dan waktu", _STATUS, NYATA)
        yield Column("Oleh, putaran, bukti", _PELAKU, NYATA)


def _row(
    sop: Sop, langkah: Langkah, bacaan: Bacaan, kasus: Kasus | None, usulan: dict[str, str]
) -> Row:
    current = kasus is not None and kasus.posisi.langkah is langkah
    stays = [item for item in kasus.riwayat if item.langkah == langkah] if kasus else []
    cells = [
        _number(langkah, bacaan, is_current=current),
        _activity(langkah, bacaan, sop.kosong),
        *[()] * len(sop.kolom),
        _plain(langkah.kelengkapan, bacaan),
        (Run(langkah.waktu.teks),),
        _plain(langkah.output, bacaan),
    ]
    if sop.kepala_tabel.has_keterangan:
        cells.append((Run(langkah.keterangan),))
    if kasus is not None:
        cells += [tuple(_what_happened(stays)), tuple(_who_did_it(stays, kasus))]
    return Row(
        sequence=langkah.sequence,
        cells=tuple(cells),
        is_current=current,
        hints=dict(_hints(langkah, usulan, len(sop.kolom))),
    )


def _number(langkah: Langkah, bacaan: Bacaan, *, is_current: bool) -> tuple[Run, ...]:
    words = Run(langkah.no.read(bacaan), bold=is_current)
    return (words, Run("\n▶", bold=True, colour="ACCENT")) if is_current else (words,)


def _activity(langkah: Langkah, bacaan: Bacaan, empty: str) -> tuple[Run, ...]:
    """Give the sentence, and below it what of the flowchart was deduced."""
    words = langkah.uraian.read(bacaan)
    runs = [Run(words) if words else Run(empty, italic=True, colour="MUTED")]
    deduced = []
    if any(part.is_terbuka for part in langkah.peran):
        deduced.append("pelaksana")
    if langkah.keputusan and langkah.keputusan.is_terbuka:
        deduced.append("keputusan")
    if deduced:
        text = f"\n({' dan '.join(deduced)} disimpulkan)"
        runs.append(Run(text, italic=True, colour="MUTED"))
    return tuple(runs)


def _plain(isian: Isian, bacaan: Bacaan) -> tuple[Run, ...]:
    return (Run(isian.read(bacaan)),)


def _hints(langkah: Langkah, usulan: dict[str, str], doers: int) -> Iterator[tuple[int, str]]:
    """Name the open usulan of the cells that have a column."""
    after = FROZEN + doers
    for column, place in ((0, "no"), (1, "uraian"), (after, "kelengkapan"), (after + 2, "output")):
        kunci = f"langkah/{langkah.sequence}/{place}"
        if kunci in usulan:
            yield column, f"Usulan: {usulan[kunci]} (terapkan di SOP kantor → Usulan)"


def _what_happened(stays: list[Riwayat]) -> Iterator[Run]:
    """Say of the latest stay at a step how it stands and how long it took."""
    if not stays:
        yield Run("Belum", colour="MUTED")
        return
    last = stays[-1]
    stay = last.kunjungan
    if stay.hasil is None:
        yield Run("Sedang berjalan", bold=True, colour="ACCENT")
    else:
        yield Run(stay.hasil.value.capitalize(), bold=True)
    word, begun = ("Mulai", stay.mulai) if stay.mulai else ("Tiba", stay.tiba)
    yield Run(f"\n{word} {format_moment(begun)}")
    if stay.selesai is None:
        yield Run(f"\nTenggat {format_tanggal_isian(last.tenggat)}")
    else:
        yield Run(f"\nSelesai {format_moment(stay.selesai)}")
        if stay.dicatat:
            yield Run(f"\nDicatat {format_moment(stay.dicatat)}", colour="MUTED")
        yield Run(f"\nNyata {last.lama}, baku {describe_baku(last.langkah.waktu)}")
    if last.terlambat:
        yield Run(f"\nTerlambat {last.terlambat} hari kerja", bold=True, colour="DANGER")


def _who_did_it(stays: list[Riwayat], kasus: Kasus) -> Iterator[Run]:
    if not stays:
        return
    lines = []
    stay = stays[-1].kunjungan
    if stay.pelaku:
        lines.append(f"Oleh {stay.pelaku}")
    if kasus.posisi.putaran > 1:
        lines.append(f"Putaran {stay.putaran}")
    if stay.alasan:
        lines.append(f"Alasan: {stay.alasan}")
    if stay.pengecualian:
        lines.append(f"Dilanjutkan dengan alasan: {stay.pengecualian}")
    lines += [f"Bukti: {kasus.bukti.get(key, key)}" for key in stay.bukti]
    lines += [f"Catatan: {text}" for text in stay.catatan]
    if lines:
        yield Run("\n".join(lines))
    before = [f"Putaran {item.kunjungan.putaran}: {item.kunjungan.hasil}" for item in stays[:-1]]
    if before:
        yield Run("\n" + "\n".join(before), colour="MUTED")


def format_moment(moment: datetime) -> str:
    """Write a moment in the least room: ``05-02-2024 10.32``."""
    local = moment.astimezone(WIB)
    return f"{format_tanggal_isian(local.date())} {local:%H.%M}"
