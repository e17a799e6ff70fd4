"""A report as an office writes it: cover, front matter, chapters with tables, charts and photos."""

from collections.abc import Iterator
from decimal import Decimal

from kinerja_desktop.documents.naskah.blocks import (
    A4,
    Block,
    Box,
    Caption,
    ChartBlock,
    Contents,
    Heading,
    ImageBlock,
    KeyValues,
    Letterhead,
    LetterheadLine,
    Naskah,
    PageBreak,
    Paragraph,
    Section,
    Signature,
    SignatureBlock,
    Spacer,
    VerificationBlock,
)
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.documents.naskah.text import Run
from kinerja_desktop.domain.laporan.grafik import Chart
from tests.documents.charts.test_draw import BARS, GAUGE, SERAPAN, TREND
from tests.documents.charts.test_org import KECAMATAN
from tests.documents.pictures.made import logo_png, photo_jpeg

KODE = "7Q2M-K9TX-4B8C-0HZD"
TEXT = (
    "Capaian kinerja kecamatan pada tahun berjalan diukur dengan membandingkan realisasi dan "
    "target yang telah diperjanjikan, lalu dijelaskan faktor pendorong dan penghambatnya. "
)


def long_report(chapters: int = 5, photos: int = 4) -> Naskah:
    """Return a report of about ten pages for each chapter."""
    blocks = (*_front(), *(b for n in range(1, chapters + 1) for b in chapter(n)), *_end(photos))
    return Naskah(
        "Laporan Kinerja Instansi Pemerintah Tahun 2024",
        blocks,
        author="Kecamatan Muncar",
        paper=A4,
        kode=KODE,
        footer_note="LKjIP Kecamatan Muncar 2024",
    )


def _front() -> Iterator[Block]:
    yield Section(False, "tanpa")
    yield Letterhead(
        (
            LetterheadLine("PEMERINTAH KABUPATEN BANYUWANGI", 13),
            LetterheadLine("KECAMATAN MUNCAR", 17, bold=True),
            LetterheadLine("MUNCAR", 11, bold=True, underline=True),
        ),
        logo_png(),
    )
    yield Spacer(40)
    yield Heading("LAPORAN KINERJA INSTANSI PEMERINTAH", 0)
    yield Heading("TAHUN 2024", 0)
    yield Section(False, "romawi")
    yield Heading("KATA PENGANTAR", align="center", key="kata-pengantar")
    for _ in range(3):
        yield Paragraph(TEXT * 3, "justify", first_indent=10)
    yield SignatureBlock(
        Signature(("CAMAT MUNCAR,",), "Drs. BUDI", ("Pembina", "NIP 1970"), "Muncar, 5 Mei 2025")
    )
    yield PageBreak()
    yield Heading("DAFTAR ISI", align="center", in_contents=False)
    yield Contents()
    yield PageBreak()
    yield Heading("DAFTAR TABEL", align="center", in_contents=False)
    yield Contents("tabel")
    yield Heading("DAFTAR GAMBAR", align="center", in_contents=False)
    yield Contents("gambar")
    yield Section(False, "arab")


def chapter(number: int) -> Iterator[Block]:
    """Return a chapter of about ten pages."""
    if number > 1:
        yield PageBreak()
    yield Heading(f"BAB {number}\nCAPAIAN TAHUN {2019 + number}", align="center", key=f"b{number}")
    for part in range(1, 5):
        yield Heading(f"{number}.{part} Sasaran {part} & <lainnya>", 2, key=f"b{number}.{part}")
        for _ in range(3):
            yield Paragraph(TEXT * 4, "justify")
        for item, letter in enumerate("abc"):
            yield Paragraph(f"Butir {item}: {TEXT}", label=f"{letter}.", indent=4)
        yield Heading(f"{number}.{part}.1 Rincian", 3)
        yield Paragraph((Run("Tebal ", bold=True), Run("miring ", italic=True), Run(TEXT)))
        yield Caption(f"Tabel {number}.{part} Target dan realisasi sasaran {part}")
        yield figures(24, part)
    charts: tuple[Chart, ...] = (BARS, TREND, SERAPAN, GAUGE)
    for place, chart in enumerate(charts, start=1):
        yield ChartBlock(chart)
        yield Caption(f"Gambar {number}.{place} {chart.title}", "gambar")
        yield Paragraph(TEXT * 3, "justify")


def figures(rows: int, seed: int = 1) -> Table:
    """Return a table of many figures with grouped heads and merged cells."""
    columns = (
        Column("No", 0.5, "center"),
        Column("Indikator Kinerja", 3),
        Column("Target", 1, "decimal", "Tahun 2024"),
        Column("Realisasi", 1, "decimal", "Tahun 2024"),
        Column("Pagu (Rp)", 1.6, "right"),
    )
    made = []
    for number in range(1, rows + 1):
        amount = Decimal(number * seed * 7919)
        merged = (Cell(f"Indikator ke-{number} dari pelayanan", row_span=2),) if number % 2 else ()
        made.append(
            Row((Cell(str(number)), *merged, Cell(f"{number},5"), Cell(f"{number * 3}"),
                 Cell(f"{amount:,}".replace(",", "."))))
        )  # fmt: skip
    made.append(Row((Cell("Jumlah", col_span=4), Cell("1.234.567")), is_total=True))
    return Table(columns, tuple(made), numbered=True)


def _end(photos: int) -> Iterator[Block]:
    yield Section(True)
    yield Heading("LAMPIRAN 1 STRUKTUR ORGANISASI", align="center")
    yield ChartBlock(KECAMATAN)
    yield Caption("Struktur organisasi", "gambar")
    yield Section(False)
    yield Heading("LAMPIRAN 2 DOKUMENTASI", align="center")
    for number in range(photos):
        yield ImageBlock(photo_jpeg(1600, 1200, number), max_height=100, alt=f"Foto {number}")
        yield Caption(f"Gambar L.{number + 1} Rapat evaluasi", "gambar")
    yield Box((Heading("Catatan", 2), Paragraph("Isi kotak."), figures(2)))
    yield KeyValues((("SKPD", "Kecamatan Muncar"), ("Tahun", "2024")), keep_with_next=True)
    yield SignatureBlock(
        Signature(("CAMAT MUNCAR,",), "Drs. BUDI", ("NIP 1970",), "Muncar, 5 Mei 2025"),
        Signature(("Mengetahui,", "BUPATI,")),
        aside=(VerificationBlock(KODE, "Kode dihitung dari data."),),
    )
