"""The identity page of a printed SOP, in two halves, and the cover that some offices set before it.

The form is SOP AP of PermenPANRB 35/2012 (`docs/sakip.md` §8.1).
"""

from collections.abc import Iterator

from kinerja_desktop.documents.naskah.blocks import Block, PageBreak, Paragraph
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.documents.naskah.text import Align
from kinerja_desktop.domain.sop.formulir import Bacaan, Identitas, Isian, Kotak
from kinerja_desktop.domain.sop.model import Sop

_TITLE_FILL = "#e4e4e4"
_SIZE, _SMALL = 9.5, 8.5
_IDENTITAS = (
    ("Nomor SOP", "nomor_sop"),
    ("Tanggal Pembuatan", "tanggal_pembuatan"),
    ("Tanggal Revisi", "tanggal_revisi"),
    ("Tanggal Efektif", "tanggal_efektif"),
    ("Tanggal Pengesahan", "tanggal_pengesahan"),
)
# Of the cells of the identity page: about so many letters stand in a line, and so many lines on
# the page below the head.
_LINE_LENGTH, _MOST_LINES = 92, 33
_COVER_TOP = 110
_DISAHKAN = "Disahkan Oleh"


def identity_page(sop: Sop, bacaan: Bacaan, *, is_edisi_satu: bool) -> Iterator[Block]:
    """Print number, dates, signer and the six cells; see `sop_tabel.sop_blocks`."""
    if is_edisi_satu and (title := sop.identitas.judul_sampul.read(bacaan)):
        yield Paragraph(title, align="center", bold=True, size=13, space_after=12)
    columns = (Column("", 5), Column("", 1.8), Column("", 3.2))
    rows = (*_identity_rows(sop, bacaan), *_kotak_rows(sop, bacaan))
    # Ten dasar hukum and fourteen documents still stand on one page, in smaller type.
    is_long = not is_edisi_satu and _count_lines(sop, bacaan) > _MOST_LINES
    yield Table(columns, rows, has_head=False, size=_SMALL if is_long else _SIZE)


def cover_page(identitas: Identitas, bacaan: Bacaan) -> Iterator[Block]:
    """Print the cover that some offices set before the identity page (`docs/sakip.md` §8.4)."""
    title = identitas.judul_sampul.read(bacaan)
    if not title:
        return
    # White at the top of a page would be dropped; an empty line is not.
    yield Paragraph("\u00a0", space_after=_COVER_TOP)
    for words, size, below in (
        (identitas.pemerintah.read(bacaan), 16, 60),
        (title, 20, 60),
        (identitas.perangkat_daerah.read(bacaan), 16, 0),
    ):
        yield Paragraph(words, align="center", bold=True, size=size, space_after=below)
    yield PageBreak()


def _count_lines(sop: Sop, bacaan: Bacaan) -> int:
    """Estimate how many lines the six cells take, two by two."""
    pairs = zip(sop.kotak[::2], sop.kotak[1::2], strict=True)
    return sum(max(_lines_of(_list_words(box, bacaan)) for box in pair) for pair in pairs)


def _lines_of(text: str) -> int:
    return sum(1 + len(line) // _LINE_LENGTH for line in text.split("\n"))


def _identity_rows(sop: Sop, bacaan: Bacaan) -> Iterator[Row]:
    """Set instansi and unit at the left, number, dates and signer at the right."""
    identitas = sop.identitas
    lines = _identity_lines(sop, bacaan)
    unit = identitas.unit.read(bacaan)
    office = [isian.read(bacaan) for isian in (identitas.pemerintah, identitas.perangkat_daerah)]
    above = len(lines)
    if unit and len(lines) > 1:
        above -= 1
    else:
        office.append(unit)
    for n, (label, words) in enumerate(lines):
        left: tuple[Cell, ...] = ()
        if n == 0:
            text = "\n".join(filter(None, office))
            left = (Cell(text, "center", bold=True, row_span=above, valign="middle"),)
        elif n == above:
            left = (Cell(unit, "center", bold=True, valign="middle"),)
        align: Align = "center" if label == _DISAHKAN else "left"
        yield Row((*left, Cell(label), Cell(words, align)))


def _identity_lines(sop: Sop, bacaan: Bacaan) -> list[tuple[str, str]]:
    identitas = sop.identitas
    lines = [
        (label, isian.read(bacaan))
        for label, field in _IDENTITAS
        for isian in (getattr(identitas, field),)
        if _is_shown(isian, bacaan)
    ]
    if signer := _signer(sop, bacaan):
        lines.append((_DISAHKAN, signer))
    return [*lines, ("Nama SOP", identitas.nama_sop.read(bacaan))]


def _is_shown(isian: Isian, bacaan: Bacaan) -> bool:
    return isian.tercetak is not None or bool(isian.read(bacaan))


def _signer(sop: Sop, bacaan: Bacaan) -> str:
    identitas = sop.identitas
    title = identitas.disahkan_oleh_jabatan.read(bacaan)
    name = identitas.disahkan_oleh_nama.read(bacaan)
    nip = identitas.disahkan_oleh_nip.read(bacaan)
    if not title and not name:
        # A paper of the office is signed, whoever is found to do it.
        return "\n\n\n\n………………………\nNIP. ………………" if sop.is_kantor else ""
    return f"{title}\n\n\n\n{name}" + (f"\n{_nip(sop, nip)}" if nip else "")


def _nip(sop: Sop, nip: str) -> str:
    """Set the word before a NIP as the source does, with or without a dot."""
    if nip.upper().startswith("NIP"):
        return nip
    return f"NIP. {nip}" if sop.is_kantor else f"NIP {nip}"


def _kotak_rows(sop: Sop, bacaan: Bacaan) -> Iterator[Row]:
    """Set the six cells, two by two; the right one below label and value."""
    for left, right in zip(sop.kotak[::2], sop.kotak[1::2], strict=True):
        titles = (left.judul.read(bacaan), right.judul.read(bacaan))
        yield _pair(*titles, is_title=True)
        yield _pair(_list_words(left, bacaan), _list_words(right, bacaan), is_title=False)


def _pair(left: str, right: str, *, is_title: bool) -> Row:
    fill = _TITLE_FILL if is_title else ""
    cells = (
        Cell(left, bold=is_title, fill=fill),
        Cell(right, bold=is_title, fill=fill, col_span=2),
    )
    return Row(cells, keep_with_next=is_title)


def _list_words(box: Kotak, bacaan: Bacaan) -> str:
    items = [f"{item.penanda} {item.isi.read(bacaan)}".strip() for item in box.butir]
    if box.penjelasan:
        items += ["", "Penjelasan :", box.penjelasan]
    return "\n".join(items)
