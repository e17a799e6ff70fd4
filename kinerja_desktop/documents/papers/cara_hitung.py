"""*Lampiran cara hitung* of a Pengukuran Kinerja, landscape (`docs/architecture.md` §2.1)."""

from collections.abc import Iterator

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Heading,
    KeyValues,
    Margins,
    Naskah,
    Paragraph,
    Spacer,
)
from kinerja_desktop.documents.naskah.office_parts import make_naskah
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.documents.naskah.text import Run
from kinerja_desktop.domain.laporan.cara_hitung import (
    BarisCaraHitung,
    CaraHitung,
    CaraHitungTercetak,
)
from kinerja_desktop.domain.laporan.pengukuran_kinerja import RataTercetak, angka_capaian

_MARGINS = Margins(top=15, bottom=18, left=20, right=20)
_COLUMNS = (
    Column("No", 0.35, "center"),
    Column("Indikator Kinerja", 2),
    Column("Definisi, Formula, dan Sumber", 2.8),
    Column("Cara Hitung: Masukan, Rumus, Pembulatan", 3.6),
    Column("Capaian (%)", 0.9, "decimal"),
)
_PROGRAM = (
    Column("Program", 4),
    Column("Pagu (Rp)", 1.5, "right"),
    Column("Realisasi (Rp)", 1.5, "right"),
    Column("Serapan (%) = realisasi ÷ pagu × 100", 1.4, "decimal"),
)
_FROZEN = (
    "Dibuat dari data yang dibekukan saat Pengukuran Kinerja dijadikan final, jadi tidak berubah. "
    "Definisi operasional dan formula setiap indikator: lihat Manual IKU."
)


def build_cara_hitung(data: CaraHitungTercetak) -> Naskah:
    """Lay out every figure with definition, inputs, rule, rounding and source."""
    number = 0
    rows: list[Row] = []
    for sasaran, items, rata in data.kelompok:
        rows.append(
            Row(
                (Cell(sasaran or "Tanpa sasaran", "left", bold=True, col_span=5),),
                keep_with_next=True,
            )
        )
        for item in items:
            number += 1
            rows.append(_row(number, item))
        if rata:
            rows.append(_mean("Rata-rata sasaran", rata))
    rows.append(_mean("Rata-rata keseluruhan", data.rata_rata))
    name = f"Lampiran Cara Hitung Pengukuran Kinerja {data.skpd} {data.periode.label}"
    blocks: tuple[Block, ...] = (
        Heading("LAMPIRAN CARA HITUNG", 0),
        Heading(f"PENGUKURAN KINERJA {data.periode.label.upper()}", 0),
        Spacer(3),
        KeyValues(tuple(_head(data))),
        Table(_COLUMNS, tuple(rows), size=8),
        *_budget(data),
        *(
            Paragraph(text, size=8.5, label="•", hang=4, space_after=0)
            for text in (*data.aturan, *((_FROZEN,) if data.kode else ()))
        ),
    )
    return make_naskah(
        name, blocks, data.tanda, landscape=True, font_size=10, margins=_MARGINS, footer_note=name
    )


def _head(data: CaraHitungTercetak) -> Iterator[tuple[str, str]]:
    yield "SKPD", data.skpd
    if data.pejabat:
        yield "Pejabat", data.pejabat.nama
        yield "Jabatan", data.pejabat.jabatan
    if data.kode:
        yield "Pengukuran Kinerja", f"final, kode verifikasi {data.kode}"


def _row(number: int, item: BarisCaraHitung) -> Row:
    bahan, utama = item.hasil.bahan, item.hasil.utama
    angka = angka_capaian(utama.capaian)
    name = f"{bahan.uraian} ({bahan.satuan})" if bahan.satuan else bahan.uraian
    return Row(
        (
            Cell(str(number)),
            Cell(name),
            Cell(_known(item.cara)),
            Cell(_steps(item.cara)),
            Cell(angka.teks, number=angka.nilai),
        )
    )


def _known(cara: CaraHitung) -> tuple[Run, ...]:
    last = len(cara.keterangan) - 1
    return tuple(
        run
        for place, (label, text) in enumerate(cara.keterangan)
        for run in (Run(f"{label}: ", bold=True), Run(text + ("\n" if place < last else "")))
    )


def _steps(cara: CaraHitung) -> tuple[Run, ...]:
    last = len(cara.ukuran) - 1
    return tuple(
        run
        for place, ukuran in enumerate(cara.ukuran)
        for run in (
            Run(f"{ukuran.kepala}\n", bold=True),
            Run("\n".join(ukuran.langkah) + ("\n" if place < last else "")),
        )
    )


def _mean(title: str, rata: RataTercetak) -> Row:
    words = ", ".join(text for text in (rata.keterangan, rata.kategori) if text)
    return Row(
        (
            Cell(f"{title} ({words})", "left", col_span=4),
            Cell(rata.capaian.teks, number=rata.capaian.nilai),
        ),
        is_total=True,
    )


def _budget(data: CaraHitungTercetak) -> tuple[Block, ...]:
    if data.anggaran is None:
        return ()
    figures = [(item.nama, (item.pagu, item.realisasi, item.serapan)) for item in data.program]
    total = data.anggaran
    figures.append(("JUMLAH", (total.pagu, total.realisasi, total.serapan)))
    rows = tuple(
        Row(
            (Cell(name), *(Cell(angka.teks, number=angka.nilai) for angka in own)),
            is_total=place == len(figures),
        )
        for place, (name, own) in enumerate(figures, start=1)
    )
    title = Paragraph("Serapan anggaran", bold=True, keep_with_next=True)
    return (Spacer(2), title, Table(_PROGRAM, rows, size=8), Spacer(2))
