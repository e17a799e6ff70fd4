"""The SOP as it is printed: identity page in two halves, then the steps with their flowchart.

The form is SOP AP of PermenPANRB 35/2012 (`docs/sakip.md` §8.1), on F4 landscape. Words stand as in
the source; in the reading *dirapikan* the usulan that the office accepted stand instead, and each
is listed below the table with the printed words. Only a print that asks for it says what is wrong
in the source: in notes of their own, marked ``[n]`` below the number of a step, so that nothing
looks like ours.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Margins,
    Naskah,
    PageBreak,
    Paragraph,
    Signature,
    SignatureBlock,
)
from kinerja_desktop.documents.naskah.tables import (
    Cell,
    Column,
    Row,
    SopTable,
    Table,
)
from kinerja_desktop.documents.naskah.text import Run, Text
from kinerja_desktop.documents.papers.sop_identitas import cover_page, identity_page
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.sop.catatan import word_for_office
from kinerja_desktop.domain.sop.diagram import plan_diagram
from kinerja_desktop.domain.sop.formulir import Bacaan
from kinerja_desktop.domain.sop.langkah import Keterlibatan, Langkah
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.usulan import describe_kunci

_MARGINS = Margins(top=15, bottom=18, left=15, right=15)
_SIZE, _NOTE_SIZE = 9.0, 8.0
# Shares of the width.
_NO, _AKTIVITAS, _PELAKSANA = 4.0, 27.0, 10.0
_KELENGKAPAN, _WAKTU, _OUTPUT, _KETERANGAN = 14.0, 8.0, 13.0, 11.0

_NO_MARKS: Mapping[int, int] = {}


def build_sop(sop: Sop, bacaan: Bacaan = Bacaan.TERCETAK, *, with_notes: bool = True) -> Naskah:
    """Build the printed SOP.

    Args:
        sop: without errors of `check_sop`.
        bacaan: the words of the source, or with the accepted usulan.
        with_notes: mark what is wrong, and say so below the table; never in *dirapikan*, where
            the office has had its say.
    """
    name = sop.identitas.nama_sop.read(bacaan)
    has_notes = with_notes and bacaan is Bacaan.TERCETAK
    marks = _number_notes(sop) if has_notes else {}
    below = _hold_together(
        [*list_legend(sop), *(_notes(sop, marks) if has_notes else ()), *_accepted(sop, bacaan)]
    )
    return Naskah(
        title=name,
        blocks=(*sop_blocks(sop, bacaan, marks, is_followed=bool(below)), *below),
        landscape=True,
        margins=_MARGINS,
        font_size=_SIZE + 1,
        footer_note=" · ".join(
            filter(None, (name, f"versi {sop.versi}", _reading_words(sop, bacaan)))
        ),
    )


def sop_blocks(
    sop: Sop,
    bacaan: Bacaan = Bacaan.TERCETAK,
    marks: Mapping[int, int] = _NO_MARKS,
    *,
    is_followed: bool = False,
    is_edisi_satu: bool = False,
) -> tuple[Block, ...]:
    """Return the blocks of a printed SOP, for a page lying across; see `build_sop`.

    Args:
        sop: without errors of `check_sop`.
        bacaan: the words of the source, or with the accepted usulan.
        marks: the number of the note on a step, by its sequence.
        is_followed: whether notes stand below, which must have no page for themselves.
        is_edisi_satu: laid out as in reports of the first edition (`domain.lkjip.edisi`): the title
            of the cover stands above the identity page, whose type has one size.
    """
    return (
        *(() if is_edisi_satu else cover_page(sop.identitas, bacaan)),
        *identity_page(sop, bacaan, is_edisi_satu=is_edisi_satu),
        PageBreak(),
        _step_table(sop, bacaan, marks, is_followed=is_followed and not sop.tanda_tangan),
        *_signature(sop, bacaan),
    )


def _reading_words(sop: Sop, bacaan: Bacaan) -> str:
    if sop.is_kantor:
        return ""
    if bacaan is Bacaan.TERCETAK:
        return "teks sesuai sumber"
    return "teks dirapikan menurut usulan yang diterima"


def _step_table(
    sop: Sop, bacaan: Bacaan, marks: Mapping[int, int], *, is_followed: bool
) -> SopTable:
    heads = sop.kepala_tabel
    doers, quality = heads.pelaksana.read(bacaan), heads.mutu_baku.read(bacaan)
    columns = [
        Column(heads.no.read(bacaan), _NO, "center"),
        Column(heads.aktivitas.read(bacaan), _AKTIVITAS),
        *(Column(peran.tercetak or "", _PELAKSANA, group=doers) for peran in sop.kolom),
        Column(heads.kelengkapan.read(bacaan), _KELENGKAPAN, group=quality),
        Column(heads.waktu.read(bacaan), _WAKTU, "center", quality),
        Column(heads.output.read(bacaan), _OUTPUT, group=quality),
    ]
    if heads.has_keterangan:
        columns.append(Column(heads.keterangan.read(bacaan), _KETERANGAN))
    rows = tuple(
        _step_row(step, bacaan, marks.get(step.sequence), len(sop.kolom), len(columns))
        for step in sop.langkah
    )
    return SopTable(
        Table(tuple(columns), rows, size=_SIZE, keep_with_next=is_followed),
        plan_diagram(sop),
        first_column=2,
        numbers=_column_numbers(heads.nomor_kolom, len(columns)),
    )


def _step_row(step: Langkah, bacaan: Bacaan, mark: int | None, doers: int, width: int) -> Row:
    number: Text = step.no.read(bacaan)
    if mark is not None:
        number = (Run(step.no.read(bacaan)), Run(f"\n[{mark}]", italic=True))
    cells = (
        Cell(number, valign="middle"),
        Cell(step.uraian.read(bacaan), valign="middle"),
        *[Cell()] * doers,
        Cell(step.kelengkapan.read(bacaan), valign="middle"),
        Cell(step.waktu.teks, valign="middle"),
        Cell(step.output.read(bacaan), valign="middle"),
        Cell(step.keterangan, valign="middle"),
    )
    return Row(cells[:width])


def _column_numbers(printed: tuple[str, ...], width: int) -> tuple[str, ...]:
    """Take the numbers below the heads of the first page; a head without one stays empty."""
    if not printed:
        return ()
    numbers = [word for word in printed[0].split() if word.isdecimal()]
    return tuple((numbers + [""] * width)[:width])


def _signature(sop: Sop, bacaan: Bacaan) -> Iterator[Block]:
    if sop.tanda_tangan:
        signer = sop.tanda_tangan
        yield SignatureBlock(
            Signature(
                (signer.jabatan.read(bacaan),),
                signer.nama.read(bacaan),
                (f"NIP. {signer.nip.read(bacaan)}",),
            )
        )


def _number_notes(sop: Sop) -> dict[int, int]:
    """Give each step with a note the number of that note; equal notes share one."""
    numbers: dict[tuple[str, ...], int] = {}
    return {
        step.sequence: numbers.setdefault(remarks, len(numbers) + 1)
        for step in sop.langkah
        if (remarks := word_for_office(step.anomali))
    }


def list_legend(sop: Sop) -> Iterator[Paragraph]:
    """Explain what stands in the flowchart beside the five symbols of SOP AP.

    `docs/sakip.md` §8.1: anything else that is drawn needs a legend.
    """
    rows = plan_diagram(sop).baris
    drawn = {part.sebagai for row in rows for part in row.lain}
    if words := "; ".join(text for part, text in _SMALL_SIGNS.items() if part in drawn):
        text = f"Kotak kecil pada diagram alir: {words}."
        yield Paragraph(text, size=_NOTE_SIZE, label="□", space_after=1)
    if any(row.is_disimpulkan for row in rows):
        text = f"{_DEDUCED} Tanda pada sumber: {sop.tanda_sumber}."
        yield Paragraph(text, size=_NOTE_SIZE, label="*", space_after=1)


def _notes(sop: Sop, marks: Mapping[int, int]) -> Iterator[Paragraph]:
    """Say what is wrong on the identity page and in the table."""
    remarks = [
        *word_for_office(sop.identitas.anomali),
        *(f"{box.judul.read()}: {text}" for box in sop.kotak
          for text in word_for_office(box.anomali)),
        *word_for_office((sop.catatan_proses, *sop.anomali_tabel, sop.catatan_peran)),
    ]  # fmt: skip
    notes = [("", text) for text in remarks]
    for number in sorted(set(marks.values())):
        steps = [step for step in sop.langkah if marks.get(step.sequence) == number]
        where = ", ".join(f"{step.sequence} (tercetak {step.no_tercetak})" for step in steps)
        text = "; ".join(word_for_office(steps[0].anomali))
        notes.append((f"[{number}]", f"Langkah {where}: {text}"))
    return _note_list("Catatan aplikasi, bukan bagian dari naskah sumber:", notes)


def _accepted(sop: Sop, bacaan: Bacaan) -> Iterator[Paragraph]:
    """Say what was read otherwise, and by whom (`docs/sakip.md` §8.2, rule 6: never silently)."""
    words = _accepted_words(sop) if bacaan is Bacaan.DIRAPIKAN else ()
    return _note_list("Bacaan yang diterima kantor:", [("", text) for text in words])


def _hold_together(notes: list[Paragraph]) -> list[Paragraph]:
    """Let the notes stand on one page, where a row of the table stands with them."""
    return [*(replace(note, keep_with_next=True) for note in notes[:-1]), *notes[-1:]]


def _note_list(title: str, notes: list[tuple[str, str]]) -> Iterator[Paragraph]:
    if notes:
        yield Paragraph(title, bold=True, size=_NOTE_SIZE, keep_with_next=True)
    for label, text in notes:
        yield Paragraph(text, size=_NOTE_SIZE, label=label or "–", space_after=1)


_SMALL_SIGNS = {
    Keterlibatan.PELAKSANA: "putih, ikut mengerjakan langkah itu",
    Keterlibatan.PENERIMA: "kelabu dengan anak panah, menerima hasil langkah itu",
    Keterlibatan.MENDAMPINGI: "kelabu dengan garis tanpa anak panah, mendampingi",
}
_DEDUCED = (
    "Pelaksana atau keputusan pada simbol bertanda * disimpulkan dari uraian dan belum "
    "dikonfirmasi kantor."
)


def _accepted_words(sop: Sop) -> Iterator[str]:
    for entry in sop.penerimaan:
        yield (
            f"{describe_kunci(entry.kunci)}: tercetak “{entry.tercetak or '(kosong)'}”, dibaca "
            f"“{entry.diterima}”, diterima {entry.oleh}, {format_tanggal(entry.tanggal)}"
        )
