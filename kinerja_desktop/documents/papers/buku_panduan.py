"""Buku Panduan: the help as a manual, with contents, chapters by job and an index."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kinerja_desktop.documents.naskah.blocks import (
    A4,
    Block,
    Caption,
    Contents,
    Heading,
    ImageBlock,
    Margins,
    Naskah,
    PageBreak,
    Paragraph,
    Section,
    Spacer,
)
from kinerja_desktop.documents.naskah.text import Run, Text
from kinerja_desktop.documents.papers.indeks_panduan import (
    ISTILAH,
    build_index,
    find_entries,
    key_of,
)
from kinerja_desktop.domain.bantuan.indeks import KataIndeks
from kinerja_desktop.domain.bantuan.istilah import ArtiPeringatan, IstilahBantuan
from kinerja_desktop.domain.bantuan.lembar import (
    BagianBantuan,
    BlokBantuan,
    LembarBantuan,
    RupaBantuan,
)

#: Finds a picture of the help by its name.
Pictures = Callable[[str], bytes]
_MARGINS = Margins(top=22, bottom=22, left=25, right=22)
_CARD_MARGINS = Margins(top=18, bottom=20, left=20, right=18)
_SIZE = 10.5
_CARD_SIZE = 14
#: Room for "10." in the type of the card.
_HANG = 9.5
_PAGES_TITLE, _GLOSSARY_TITLE, _WARNINGS_TITLE = (
    "Halaman demi halaman", "Daftar istilah", "Arti peringatan",
)  # fmt: skip
_INDEX_TITLE = "Indeks"
#: What is led to with the number of its page.
_NUMBERED, _UNKNOWN = ("bab/", "halaman/"), "00"
_INDEX_NOTE = "Angka tebal: di sana diterangkan."
_PAGES_NOTE = "Urut seperti daftar di kiri jendela. Bantuan yang sama tampil di layar dengan F1."


@dataclass(frozen=True)
class ManualParts:
    """What the manual is made of.

    Attributes:
        versi: of the program, on the cover.
        kantor: whose copy it is; empty for nobody's.
        chapters: by job, in their order.
        pages: the help of each page, in the order of the window.
        kartu: the pocket card, which has all keys.
        indeks: what else is looked up in the index, besides pages and words of the glossary.
    """

    versi: str
    kantor: str
    chapters: Sequence[LembarBantuan]
    pages: Sequence[LembarBantuan]
    istilah: Sequence[IstilahBantuan]
    peringatan: Sequence[ArtiPeringatan]
    indeks: Sequence[KataIndeks] = ()
    kartu: LembarBantuan | None = None


def build_manual(
    parts: ManualParts, pictures: Pictures, numbers: Mapping[str, str] | None = None
) -> Naskah:
    """Lay out the manual, upright on A4.

    Args:
        parts: what it says.
        pictures: finds the pictures.
        numbers: printed page numbers by the keys of headings, for the index and for what leads
            to another page; without them the manual tells where its headings come to stand.
    """
    writer = _Writer(pictures, numbers)
    blocks: list[Block] = [
        *_cover(parts),
        Section(landscape=False, numbering="romawi"),
        Heading("DAFTAR ISI", 1, "center", in_contents=False),
        Contents("isi"),
        Section(landscape=False, numbering="arab"),
    ]
    for number, chapter in enumerate(parts.chapters, start=1):
        # A chapter is a page or less: each on a page of its own, half of the paper is white.
        blocks += [Spacer(6)] if number > 1 else []
        blocks += writer.chapter(f"Bab {number}  {chapter.judul}", chapter)
    blocks += [PageBreak(), Heading(_PAGES_TITLE, 1), Paragraph(_PAGES_NOTE)]
    for page in parts.pages:
        blocks += writer.page(page)
    blocks += [PageBreak(), Heading(_GLOSSARY_TITLE, 1), *_glossary(writer, parts.istilah)]
    blocks += [PageBreak(), Heading(_WARNINGS_TITLE, 1), *_warnings(writer, parts.peringatan)]
    if parts.kartu is not None:
        blocks += [PageBreak(), Heading(parts.kartu.judul, 1)]
        for bagian in parts.kartu.bagian:
            blocks += [Heading(bagian.judul, 2, in_contents=False), *writer.blocks(bagian.blok)]
    if numbers is not None:
        words = [*parts.indeks, *(KataIndeks(page.judul) for page in parts.pages)]
        entries = find_entries(words, parts.istilah, parts.chapters, parts.pages)
        blocks += [PageBreak(), Heading(_INDEX_TITLE, 1), Paragraph(_INDEX_NOTE)]
        blocks += [build_index(entries, numbers, _SIZE)]
    name = "Buku Panduan Kinerja Desktop"
    return Naskah(
        name,
        tuple(blocks),
        author=parts.kantor or "Kinerja Desktop",
        paper=A4,
        margins=_MARGINS,
        font_size=_SIZE,
        footer_note=f"{name} {parts.versi}",
    )


def build_card(card: LembarBantuan, versi: str) -> Naskah:
    """Lay out the pocket card: one sheet of A4, printed on both sides.

    The first half of its sections stands on the front.
    """
    half = (len(card.bagian) + 1) // 2 - 1
    writer = _Writer(lambda name: b"")
    blocks: list[Block] = [Heading("KARTU SAKU KINERJA DESKTOP", 0)]
    for place, bagian in enumerate(card.bagian):
        blocks += [PageBreak()] if place == half else []
        blocks += [Heading(bagian.judul, 2), *writer.blocks(bagian.blok)]
    return Naskah(
        "Kartu Saku Kinerja Desktop",
        tuple(blocks),
        author="Kinerja Desktop",
        paper=A4,
        margins=_CARD_MARGINS,
        font_size=_CARD_SIZE,
        footer_note=f"Kinerja Desktop {versi}",
    )


@dataclass(frozen=True)
class _Writer:
    """Turns the blocks of the help into those of a naskah."""

    pictures: Pictures
    #: Printed page numbers by the keys of headings; None while they are not known.
    numbers: Mapping[str, str] | None = None

    def chapter(self, title: str, sheet: LembarBantuan) -> Iterator[Block]:
        """Write a chapter with its sections."""
        yield Heading(title, 1, key=key_of(sheet.kunci))
        for bagian in sheet.bagian:
            if bagian.judul:
                yield Heading(bagian.judul, 2, key=key_of(sheet.kunci, bagian.jangkar))
            yield from self.blocks(bagian.blok)

    def page(self, sheet: LembarBantuan) -> Iterator[Block]:
        """Write the help of a page; what it leads to stands in its index, not here."""
        name = f"{sheet.judul} (Bappeda)" if sheet.kunci.endswith("_bappeda") else sheet.judul
        yield Heading(name, 2, key=key_of(sheet.kunci))
        for bagian in _said(sheet):
            if bagian.judul:
                yield Paragraph(bagian.judul, bold=True, space_after=3, keep_with_next=True)
            yield from self.blocks(bagian.blok)

    def blocks(self, blocks: Iterable[BlokBantuan]) -> Iterator[Block]:
        """Write blocks; numbered items are counted anew after anything else."""
        count = 0
        for block in blocks:
            count = count + 1 if block.rupa is RupaBantuan.NOMOR else 0
            yield from self._block(block, count)

    def _block(self, block: BlokBantuan, count: int) -> Iterator[Block]:
        match block.rupa:
            case RupaBantuan.GAMBAR:
                yield ImageBlock(self.pictures(block.gambar), 150, max_height=95, alt=block.teks)
                yield Caption(block.teks, "gambar")
            case RupaBantuan.PARAGRAF:
                yield Paragraph(self._text(block))
            case RupaBantuan.BUTIR:
                yield Paragraph(self._text(block), label="•", hang=_HANG, space_after=2)
            case RupaBantuan.NOMOR:
                yield Paragraph(self._text(block), label=f"{count}.", hang=_HANG, space_after=2)

    def _text(self, block: BlokBantuan) -> Text:
        runs = tuple(
            Run(f"{kata.teks}{self._where(kata.tautan)}", bold=kata.tebal) for kata in block.kata
        )
        words = "".join(run.text for run in runs)
        return runs if any(run.bold for run in runs) else words

    def _where(self, tautan: str) -> str:
        """Return on which page a chapter or the help of a page is told of; words have an index."""
        if not tautan.startswith(_NUMBERED):
            return ""
        key = tautan if "#" in tautan else key_of(tautan)
        # As wide as a number will be, so that finding it moves nothing.
        number = _UNKNOWN if self.numbers is None else self.numbers[key]
        return f" (hlm. {number})"


def _said(sheet: LembarBantuan) -> list[BagianBantuan]:
    return [item for item in sheet.bagian if item.jangkar not in ("kata-kata", "baca-juga")]


def _cover(parts: ManualParts) -> list[Block]:
    return [
        Section(landscape=False, numbering="tanpa"),
        # White at the top of a page is dropped, and a cover needs it.
        _line(" ", 120),
        _line("BUKU PANDUAN", 26),
        _line("KINERJA DESKTOP", 18),
        Spacer(8),
        Paragraph("Siklus SAKIP tahunan kantor kecamatan, di satu komputer", "center"),
        Spacer(90),
        *([_line(parts.kantor, 13)] if parts.kantor else []),
        Paragraph(f"Versi {parts.versi}", "center"),
    ]


def _line(text: str, size: float) -> Paragraph:
    return Paragraph(text, "center", bold=True, size=size, space_after=4)


def _glossary(writer: _Writer, words: Sequence[IstilahBantuan]) -> Iterator[Block]:
    for word in words:
        yield Heading(word.kata, 3, in_contents=False, key=key_of(ISTILAH, word.jangkar))
        # A word is a few lines: it stands on one page with what it rests on.
        for block in writer.blocks(word.blok):
            yield _hold(block)
        yield Paragraph(f"Dasar: {word.dasar}", italic=True, size=9)


def _hold(block: Block) -> Block:
    return replace(block, keep_with_next=True) if isinstance(block, Paragraph) else block


def _warnings(writer: _Writer, kinds: Sequence[ArtiPeringatan]) -> Iterator[Block]:
    for kind in kinds:
        yield Heading(kind.judul, 3, in_contents=False)
        yield from writer.blocks(kind.blok)
