"""Lembar Evaluasi mandiri: the LKE with answers and scores, landscape (`docs/sakip.md` §11).

In a workbook the scores are live: a criterion looks its answer up on the scale, a subkomponen
takes the mean of those below it, komponen and total add up.
"""

from collections.abc import Sequence

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    KeyValues,
    Margins,
    Naskah,
    Paragraph,
    Spacer,
)
from kinerja_desktop.documents.naskah.office_parts import letterheads, make_naskah, signature_block
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.documents.papers.plan_tables import title_blocks
from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.laporan.kop import FINAL, Kop, Pengesahan, Tanda
from kinerja_desktop.domain.laporan.lke import KriteriaTercetak, LkeTercetak
from kinerja_desktop.domain.lke.nilai import (
    PREDIKAT,
    JawabanKriteria,
    NilaiBagian,
    NilaiKomponen,
    NilaiSubkomponen,
    round_nilai,
)
from kinerja_desktop.domain.lke.skala import SkalaLke

_BLANK = "–"
_GROUND, _LIGHT = "#d9d9d9", "#f0f0f0"
_NONE = KriteriaTercetak()
# Columns of the sheet that formulas name.
_BOBOT, _JAWABAN, _SKOR, _NILAI, _TERENDAH = "C", "D", "E", "F", "G"
_HEADS = (
    Column("Kode", 0.7),
    Column("Komponen/Subkomponen/Kriteria", 5.2),
    Column("Bobot", 0.8, "decimal"),
    Column("Jawaban", 0.8, "center"),
    Column("Skor", 0.7, "decimal"),
    Column("Nilai", 0.9, "decimal"),
)
_LEAST = Column("Nilai terendah", 0.95, "decimal")
_TAIL = (Column("Catatan", 2.6), Column("Bukti", 2.4))


def build_lembar_lke(
    data: LkeTercetak, pengesahan: Pengesahan, tanda: Tanda = FINAL, kop: Kop | None = None
) -> Naskah:
    """Lay out the sheet with answers, scores, notes and evidence; the total stands first."""
    name = f"Lembar Evaluasi Mandiri {data.skpd} Tahun {data.tahun}"
    titles = ("LEMBAR KERJA EVALUASI (LKE) MANDIRI", data.skpd.upper(), f"TAHUN {data.tahun}")
    blocks: tuple[Block, ...] = (
        *letterheads(kop),
        *title_blocks(titles, attached=False),
        Spacer(2),
        KeyValues(_head(data)),
        Spacer(2),
        Table(_columns(data), _Rows(data).make(), size=8.5),
        Spacer(2),
        *_notes(data),
        signature_block(pengesahan, tanda),
    )
    margins = Margins(top=15, bottom=18, left=15, right=15)
    return make_naskah(
        name, blocks, tanda, landscape=True, font_size=10, margins=margins, footer_note=name
    )


def _head(data: LkeTercetak) -> tuple[tuple[str, str], ...]:
    nilai, predikat = data.nilai.nilai, data.nilai.predikat
    words = f"{predikat.kode} – {predikat.arti}"
    if not nilai.terjawab:
        score = "belum ada kriteria yang dijawab"
    elif nilai.is_complete:
        score = f"{format_angka(nilai.tampil_terendah, 2)}, predikat {words}"
    else:
        score = f"sekurang-kurangnya {format_angka(nilai.tampil_terendah, 2)}, predikat {words}"
    return (
        ("Nilai akuntabilitas kinerja", score),
        ("Kriteria terjawab", f"{nilai.terjawab} dari {nilai.jumlah}"),
        ("Kriteria", data.lembar),
        ("Skala jawaban", data.skala.nama),
    )


def _columns(data: LkeTercetak) -> tuple[Column, ...]:
    least = () if data.nilai.nilai.is_complete else (_LEAST,)
    return (*_HEADS, *least, *_TAIL)


class _Rows:
    """Makes the rows, and knows how far below each its parts stand."""

    def __init__(self, data: LkeTercetak) -> None:
        self._data = data
        self._lookup = _lookup(data.skala)
        self._is_complete = data.nilai.nilai.is_complete

    def make(self) -> tuple[Row, ...]:
        """Return all rows, the total last."""
        rows: list[Row] = []
        tops: list[int] = []
        for komponen in self._data.nilai.komponen:
            tops.append(len(rows))
            rows += self._komponen(komponen)
        above = [top - len(rows) for top in tops]
        rows.append(self._total(above))
        rows.append(self._predikat())
        return tuple(rows)

    def _komponen(self, item: NilaiKomponen) -> list[Row]:
        below: list[Row] = []
        tops: list[int] = []
        for sub in item.subkomponen:
            tops.append(len(below) + 1)
            below += self._subkomponen(sub)
        heads = (
            Cell(item.komponen.kode, bold=True, fill=_GROUND),
            Cell(item.komponen.nama, bold=True, fill=_GROUND),
        )
        return [self._row(heads, item.nilai, _sum(tops), _GROUND), *below]

    def _subkomponen(self, item: NilaiSubkomponen) -> list[Row]:
        count = len(item.jawaban)
        scores = f"OFFSET({_SKOR}{{row}},1,0,{count})"
        formulas = (
            f'IFERROR({_BOBOT}{{row}}*AVERAGE({scores}),"")',
            f"{_BOBOT}{{row}}*SUM({scores})/{count}",
        )
        heads = (
            Cell(item.subkomponen.kode, bold=True, fill=_LIGHT),
            Cell(item.subkomponen.nama, bold=True, fill=_LIGHT),
        )
        top = self._row(heads, item.nilai, formulas, _LIGHT)
        return [top, *(self._kriteria(answer) for answer in item.jawaban)]

    def _row(
        self, heads: tuple[Cell, ...], nilai: NilaiBagian, formulas: tuple[str, str], fill: str
    ) -> Row:
        known = f"{nilai.terjawab} dari {nilai.jumlah} terjawab"
        least = round_nilai(nilai.terendah)
        cells = [
            *heads,
            Cell(format_angka(nilai.bobot), number=nilai.bobot, bold=True, fill=fill),
            Cell(fill=fill),
            Cell(fill=fill),
            Cell(
                _BLANK if nilai.tampil is None else format_angka(nilai.tampil, 2),
                None if nilai.tampil is not None else "center",
                number=nilai.tampil, formula=formulas[0], bold=True, fill=fill,
            ),
        ]  # fmt: skip
        if not self._is_complete:
            cells.append(
                Cell(format_angka(least, 2), number=least, formula=formulas[1], bold=True,
                     fill=fill)
            )  # fmt: skip
        cells.append(Cell(known, fill=fill, col_span=2))
        return Row(tuple(cells), keep_with_next=True)

    def _kriteria(self, answer: JawabanKriteria) -> Row:
        written = self._data.isian.get(answer.kriteria.kode, _NONE)
        pilihan = answer.pilihan
        cells = [
            Cell(answer.kriteria.kode),
            Cell(answer.kriteria.uraian),
            Cell(),
            Cell(pilihan.kode if pilihan else "belum dijawab", italic=pilihan is None),
            Cell(
                format_angka(pilihan.nilai) if pilihan else _BLANK,
                None if pilihan else "center",
                number=pilihan.nilai if pilihan else None,
                formula=self._lookup,
            ),
            Cell(),
        ]
        if not self._is_complete:
            cells.append(Cell())
        cells += [Cell(written.catatan), Cell("\n".join(written.bukti))]
        return Row(tuple(cells))

    def _total(self, above: Sequence[int]) -> Row:
        nilai = self._data.nilai.nilai
        formulas = _sum(above)
        cells = [
            Cell("Nilai", "right", col_span=2),
            Cell(format_angka(nilai.bobot), number=nilai.bobot),
            Cell(col_span=2),
            Cell(
                _BLANK if nilai.tampil is None else format_angka(nilai.tampil, 2),
                number=nilai.tampil, formula=formulas[0],
            ),
        ]  # fmt: skip
        if not self._is_complete:
            least = nilai.tampil_terendah
            cells.append(Cell(format_angka(least, 2), number=least, formula=formulas[1]))
        cells.append(Cell(col_span=2))
        return Row(tuple(cells), is_total=True, keep_with_next=True)

    def _predikat(self) -> Row:
        predikat = self._data.nilai.predikat
        column = _NILAI if self._is_complete else _TERENDAH
        width = 1 if self._is_complete else 2
        cells = (
            Cell("Predikat", "right", col_span=5),
            Cell(predikat.kode, "center", col_span=width, formula=_grade(f"{column}{{above}}")),
            Cell(predikat.arti, col_span=2),
        )
        return Row(cells, is_total=True)


def _sum(places: Sequence[int]) -> tuple[str, str]:
    """Return the sums of the scores that stand so many rows below (or above)."""
    known, least = (
        ",".join(f"OFFSET({column}{{row}},{place},0)" for place in places)
        for column in (_NILAI, _TERENDAH)
    )
    return f'IF(COUNT({known})=0,"",SUM({known}))', f"SUM({least})"


def _lookup(skala: SkalaLke) -> str:
    """Return how a sheet turns an answer into its share; nothing for none."""
    words = ";".join(f'"{item.kode}",{item.nilai}' for item in skala.pilihan)
    found = f"VLOOKUP(TRIM({_JAWABAN}{{row}}),{{{{{words}}}}},2,FALSE)"
    return f'IFERROR({found},"")'


def _grade(cell: str) -> str:
    """Return how a sheet names a score (`docs/sakip.md` §11.2)."""
    text = '"D"'
    for lower, kode, _ in reversed(PREDIKAT):
        text = f'IF(ROUND({cell},2)>{lower},"{kode}",{text})'
    return text


def _notes(data: LkeTercetak) -> tuple[Block, ...]:
    answers = "; ".join(
        f"{item.kode} = {format_angka(item.nilai)} ({item.arti})" for item in data.skala.pilihan
    )
    lines = [f"Skor jawaban: {answers}."]
    lines.append("Nilai subkomponen = bobot × rata-rata skor kriteria yang terjawab.")
    if not data.nilai.nilai.is_complete:
        lines.append(
            "Nilai terendah menghitung kriteria yang belum dijawab sebagai 0; predikat menurut "
            "nilai itu."
        )
    return tuple(
        Paragraph(line, size=8, label="•", hang=4, space_after=0, keep_with_next=True)
        for line in lines
    )
