"""The parts that letters share: addressees, paragraphs, points, tables, tembusan, paraf."""

from collections.abc import Iterable, Sequence

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Heading,
    KeyValues,
    PageBreak,
    Paragraph,
    SignatureBlock,
    Spacer,
)
from kinerja_desktop.documents.naskah.office_parts import signature
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.laporan.naskah_dinas import NaskahTercetak
from kinerja_desktop.domain.surat.isi import BagianNaskah, Tabel, Tindak

DOTS = "." * 40
#: mm by which the first line of a paragraph starts further right.
INDENT = 12.5
#: mm of the left half of the paper; what stands at the right begins beyond its middle.
RIGHT_HALF = 85.0
#: Column headings that are narrow or to be written by hand, with their share of the width.
_WIDTHS = {
    "No": 0.5,
    "Banyaknya": 2.1,
    "Tanda tangan": 2.2,
    "Tanggal terima": 1.6,
    "Batas waktu": 2,
}
_BY_HAND = ("Tanda tangan",)
#: mm for a signature or a paraf by hand.
_HAND = 11.0
_BLANK_ROWS = 3
#: mm that a point hangs, and that a digit of its number takes.
_HANG, _DIGIT = 7.0, 2.5
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def paragraphs(texts: Sequence[str], *, keep: bool = False) -> list[Block]:
    """Set the paragraphs of a body; with `keep` they stay with the signature below."""
    return [
        Paragraph(text, "justify", first_indent=INDENT, keep_with_next=keep)
        for text in texts
        if text
    ]


def facts(rows: Sequence[tuple[str, str]]) -> list[Block]:
    """Set facts with their labels below a paragraph."""
    if not rows:
        return []
    return [KeyValues(tuple((k, v or DOTS) for k, v in rows), indent=INDENT), Spacer(2)]


def table(data: Tabel, *, size: float = 10) -> list[Block]:
    """Set a plain table; what is signed by hand has high rows."""
    if not data.kepala:
        return []
    columns = tuple(
        Column(title, _WIDTHS.get(title, 3), "center" if title == "No" else "left")
        for title in data.kepala
    )
    # A table without rows is filled in by hand, as are its signatures.
    by_hand = not data.baris or any(title in _BY_HAND for title in data.kepala)
    rows = tuple(
        Row(tuple(Cell(text, valign="middle" if by_hand else "top") for text in row),
            min_height=_HAND if by_hand else 0)
        for row in data.baris or _blank_rows(data.kepala)
    )  # fmt: skip
    return [Table(columns, rows, size=size, keep_with_next=True), Spacer(3)]


def _blank_rows(kepala: Sequence[str]) -> list[tuple[str, ...]]:
    return [
        tuple(f"{number}." if title == "No" else "" for title in kepala)
        for number in range(1, _BLANK_ROWS + 1)
    ]


def parts(bagian: Iterable[BagianNaskah]) -> list[Block]:
    """Set parts with their headings and numbered points."""
    blocks: list[Block] = []
    for item in bagian:
        if item.judul:
            blocks.append(Paragraph(item.judul, bold=True, keep_with_next=True))
        blocks += points(item.butir) or [Paragraph(DOTS * 2, indent=7)]
    return blocks


def points(butir: Sequence[str]) -> list[Block]:
    """Set numbered points; a single one needs no number."""
    if len(butir) == 1:
        return [Paragraph(butir[0], "justify", indent=_HANG)]
    digits = len(str(len(butir)))
    # All points hang alike, as far as the widest number needs.
    hang = _HANG if digits < 3 else (digits + 1) * _DIGIT
    return [
        Paragraph(text, "justify", label=point_label(number, letters=False), hang=hang)
        for number, text in enumerate(butir)
    ]


def point_label(number: int, *, letters: bool) -> str:
    """Return what stands before a point counted from 0: 1. 2. 3., or a. b. to z. aa. bb."""
    if not letters:
        return f"{number + 1}."
    rounds, place = divmod(number, len(_LETTERS))
    return f"{_LETTERS[place] * (rounds + 1)}."


def agreed(rows: Sequence[Tindak]) -> list[Block]:
    """Set what was agreed: what, by whom, until when."""
    if not rows:
        return []
    data = Tabel(
        ("No", "Tindak lanjut", "Penanggung jawab", "Batas waktu"),
        tuple(
            (
                f"{number}.",
                row.uraian,
                row.penanggung_jawab,
                format_tanggal(row.batas_waktu) if row.batas_waktu else "",
            )
            for number, row in enumerate(rows, start=1)
        ),
    )
    return [Paragraph("Tindak lanjut", bold=True, keep_with_next=True), *table(data)]


def signers(data: NaskahTercetak, *, dated: bool) -> Block:
    """Set who signs, with the paraf koordinasi in the empty half."""
    right = signature(data.kanan, data.tempat_tanggal if dated else "")
    left = signature(data.kiri) if data.kiri else None
    return SignatureBlock(right, left, aside=paraf_table(data.isi.paraf))


def copies(tembusan: Sequence[str]) -> list[Block]:
    """Set who gets a copy, below the signature."""
    if not tembusan:
        return []
    lines: list[Block] = [
        Spacer(2),
        Paragraph("Tembusan:", size=10, space_after=0, keep_with_next=True),
    ]
    if len(tembusan) == 1:
        return [*lines, Paragraph(tembusan[0], size=10)]
    return [
        *lines,
        *(
            Paragraph(text, label=f"{number}.", size=10, space_after=0)
            for number, text in enumerate(tembusan, start=1)
        ),
    ]


def title(data: NaskahTercetak, text: str) -> list[Block]:
    """Set the title of a letter with its number below; a kind without a book has none."""
    blocks: list[Block] = [Heading(text, 0)]
    if data.jenis.buku:
        blocks.append(Paragraph(f"Nomor: {data.nomor or DOTS}", "center"))
    return [*blocks, Spacer(3)]


def attached(data: NaskahTercetak, head: str) -> list[Block]:
    """Set the list that goes with a letter, on a page of its own."""
    if not data.isi.judul_lampiran and not data.isi.tabel_lampiran.baris:
        return []
    facts_of = (("Nomor", data.nomor or DOTS), ("Tanggal", data.tanggal))
    return [
        PageBreak(),
        Paragraph(f"LAMPIRAN {head}", indent=RIGHT_HALF, size=10, space_after=0),
        KeyValues(facts_of, indent=RIGHT_HALF, size=10),
        Spacer(6),
        *([Heading(data.isi.judul_lampiran.upper(), 0)] if data.isi.judul_lampiran else []),
        Spacer(2),
        *table(data.isi.tabel_lampiran),
        SignatureBlock(signature(data.kanan)),
    ]


def paraf_table(jabatan: Sequence[str]) -> tuple[Block, ...]:
    """Set the posts that checked a draft, with room for their paraf (*paraf koordinasi*)."""
    if not jabatan:
        return ()
    columns = (Column("Paraf koordinasi", 3), Column("Paraf", 1))
    rows = tuple(Row((Cell(text, valign="middle"), Cell()), min_height=8) for text in jabatan)
    return (Table(columns, rows, size=8.5),)
