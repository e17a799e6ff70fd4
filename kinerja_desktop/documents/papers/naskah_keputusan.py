"""Lay out a Keputusan Camat and a surat tugas (`docs/sakip.md` §9)."""

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Heading,
    Paragraph,
    Signature,
    SignatureBlock,
    Spacer,
)
from kinerja_desktop.documents.naskah.office_parts import signature
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.documents.papers.naskah_bagian import (
    DOTS,
    attached,
    copies,
    paragraphs,
    points,
    signers,
    table,
    title,
)
from kinerja_desktop.domain.laporan.naskah_dinas import NaskahTercetak

_MENETAPKAN = "Menetapkan"
_DIKTUM = (
    "KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM", "KETUJUH", "KEDELAPAN",
    "KESEMBILAN", "KESEPULUH",
)  # fmt: skip
_MENIMBANG = "Menimbang"


def keputusan(data: NaskahTercetak) -> list[Block]:
    """Set a Keputusan: Menimbang, Mengingat, MEMUTUSKAN, its dikta, and its lampiran."""
    isi = data.isi
    heads = [item for item in isi.bagian if item.judul != _MENETAPKAN]
    ruled = [item for item in isi.bagian if item.judul == _MENETAPKAN]
    about = isi.hal.upper()
    blocks: list[Block] = [
        Heading(f"KEPUTUSAN {data.kepala}", 0),
        Paragraph(f"NOMOR: {data.nomor or DOTS}", "center"),
        Paragraph("TENTANG", "center"),
        Paragraph(about, "center", bold=True),
        Spacer(2),
        Paragraph(f"{data.kepala},", "center", keep_with_next=True),
        Spacer(2),
    ]
    for item in heads:
        points_of = item.butir or (DOTS,)
        blocks += _listed(item.judul, points_of, letters=item.judul == _MENIMBANG)
    blocks.append(Paragraph("MEMUTUSKAN:", "center", bold=True, keep_with_next=True))
    subject = f"KEPUTUSAN {data.kepala} TENTANG {about}."
    blocks.append(_rows([(_MENETAPKAN, subject)]))
    dikta = [text for item in ruled for text in item.butir]
    blocks.append(_rows([(_name(place), text) for place, text in enumerate(dikta)]))
    blocks.append(_dated(data))
    return [*blocks, *copies(isi.tembusan), *attached(data, f"KEPUTUSAN {data.kepala}")]


def surat_tugas(data: NaskahTercetak) -> list[Block]:
    """Set a surat tugas: its basis, whom it sends, and what for."""
    isi = data.isi
    before = [item for item in isi.bagian if item.judul == "Dasar"]
    after = [item for item in isi.bagian if item.judul != "Dasar"]
    blocks: list[Block] = [*title(data, "SURAT TUGAS"), *paragraphs(isi.pembuka)]
    for item in before:
        blocks += _listed(item.judul, item.butir or (DOTS,))
    blocks.append(Paragraph("MENUGASKAN:", "center", bold=True, keep_with_next=True))
    blocks.append(Paragraph("Kepada", keep_with_next=True, space_after=2))
    blocks += table(isi.tabel)
    for item in after:
        blocks += _listed(item.judul, item.butir or (DOTS,))
    return [
        *blocks,
        *paragraphs(isi.penutup, keep=True),
        signers(data, dated=True),
        *copies(isi.tembusan),
        *attached(data, "SURAT TUGAS"),
    ]


def _dated(data: NaskahTercetak) -> Block:
    """A Keputusan tells place and day in two lines above the signature."""
    right = signature(data.kanan)
    head = (f"Ditetapkan di {data.tempat}", f"pada tanggal {data.tanggal}", "", *right.head)
    return SignatureBlock(Signature(head, right.name, right.below))


def _name(place: int) -> str:
    return _DIKTUM[place] if place < len(_DIKTUM) else f"DIKTUM {place + 1}"


def _rows(rows: list[tuple[str, str]]) -> Block:
    """Set words with their texts behind a colon, without lines."""
    columns = (Column("", 1.3), Column("", 0.2), Column("", 6, "justify"))
    cells = (Row((Cell(word), Cell(":"), Cell(text))) for word, text in rows)
    return Table(columns, tuple(cells), has_head=False, grid=False, size=11)


def _listed(word: str, butir: tuple[str, ...], *, letters: bool = False) -> list[Block]:
    """Set a word with its points: the first stands in its line."""
    marks = [f"{chr(97 + place)}." if letters else f"{place + 1}." for place in range(len(butir))]
    if len(butir) == 1:
        marks = [""]
    columns = (Column("", 1.3), Column("", 0.2), Column("", 0.35), Column("", 5.65, "justify"))
    rows = tuple(
        Row(
            (
                Cell(word if not place else ""),
                Cell(":" if not place else ""),
                Cell(mark),
                Cell(text),
            )
        )
        for place, (mark, text) in enumerate(zip(marks, butir, strict=True))
    )
    return [Table(columns, rows, has_head=False, grid=False, size=11)] if rows else [*points(butir)]
