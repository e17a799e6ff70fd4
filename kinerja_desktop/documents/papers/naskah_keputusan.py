"""Lay out a Keputusan Camat and a surat tugas (`docs/sakip.md` §9)."""

from collections.abc import Sequence

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
from kinerja_desktop.documents.naskah.text import Align
from kinerja_desktop.documents.papers.naskah_bagian import (
    DOTS,
    attached,
    copies,
    paraf_table,
    paragraphs,
    point_label,
    signers,
    table,
    title,
)
from kinerja_desktop.domain.angka.terbilang import write_terbilang
from kinerja_desktop.domain.laporan.naskah_dinas import NaskahTercetak

_MENETAPKAN = "Menetapkan"
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
    # Few long words in capitals: spread over the width they would stand far apart.
    blocks.append(_ruled([(_MENETAPKAN, subject)], "left"))
    texts = [text for item in ruled for text in item.butir]
    dikta = [(_name(place), text) for place, text in enumerate(texts)]
    # The last two stay with the signature; LibreOffice would take all that is in their table.
    blocks += [_ruled([row]) for row in dikta[:-2]]
    blocks.append(_ruled(dikta[-2:]))
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
    blocks.append(Paragraph("Kepada", indent=1, keep_with_next=True, space_after=2))
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
    return SignatureBlock(
        Signature(head, right.name, right.below), aside=paraf_table(data.isi.paraf)
    )


def _name(place: int) -> str:
    """Return the name of a diktum, counted from 0."""
    return f"KE{write_terbilang(place + 1).upper()}"


def _ruled(rows: Sequence[tuple[str, str]], align: Align = "justify") -> Block:
    """Set words with their texts behind a colon, without lines."""
    columns = (Column("", 1.3), Column("", 0.2), Column("", 6, align))
    cells = tuple(Row((Cell(word), Cell(":"), Cell(text))) for word, text in rows)
    return Table(columns, cells, has_head=False, grid=False, size=11, space_after=0)


def _listed(word: str, butir: tuple[str, ...], *, letters: bool = False) -> list[Block]:
    """Set a word with its points: the first stands in its line."""
    marks = [point_label(place, letters=letters) for place in range(len(butir))]
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
    return [Table(columns, rows, has_head=False, grid=False, size=11)]
