"""Cells of the report's tables: figures as they stand on every other paper of the program."""

from decimal import Decimal
from fractions import Fraction

from kinerja_desktop.documents.naskah.tables import Cell, Column, Row, Table
from kinerja_desktop.domain.anggaran.anggaran import compute_serapan
from kinerja_desktop.domain.angka.angka import format_angka, round_half_up
from kinerja_desktop.domain.capaian.capaian import Capaian, to_decimal
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.laporan.pengukuran_kinerja import (
    angka_capaian,
    angka_nilai,
    angka_persen,
    angka_rupiah,
)
from kinerja_desktop.domain.lkjip.bahan import BarisBelanja

SIZE = 9.0
TOTAL_FILL = "#efefef"


def value_cell(nilai: Nilai | None) -> Cell:
    """Write a target or realisasi."""
    angka = angka_nilai(nilai)
    return Cell(angka.teks, number=angka.nilai)


def capaian_cell(capaian: Capaian) -> Cell:
    """Write a capaian in one of its four states."""
    angka = angka_capaian(capaian)
    return Cell(angka.teks, number=angka.nilai)


def rupiah_cell(jumlah: Decimal | None) -> Cell:
    """Write rupiah without "Rp", as below a heading that says it."""
    angka = angka_rupiah(jumlah)
    return Cell(angka.teks, number=angka.nilai)


def serapan_cell(pagu: Decimal | None, realisasi: Decimal | None) -> Cell:
    """Write the share of a pagu that was spent, in %; "-" where there is none."""
    angka = angka_persen(compute_serapan(pagu, realisasi))
    return Cell(angka.teks, number=angka.nilai)


def exact_cell(persen: Fraction | None) -> Cell:
    """Write an exact percentage with two decimals."""
    if persen is None:
        return Cell("-")
    shown = round_half_up(to_decimal(persen), 2)
    return Cell(format_angka(shown), number=shown)


def belanja_row(row: BarisBelanja, *, with_kode: bool) -> Row:
    """Write a line of the budget; programs stand out."""
    is_program = row.tingkat == 0
    kode = (Cell(row.kode, bold=is_program),) if with_kode else ()
    return Row(
        (
            *kode,
            Cell(row.nama, bold=is_program),
            rupiah_cell(row.pagu),
            rupiah_cell(row.realisasi),
            serapan_cell(row.pagu, row.realisasi),
        ),
        keep_with_next=is_program and with_kode,
    )


def total_row(label: str, span: int, pagu: Decimal | None, realisasi: Decimal | None) -> Row:
    """Write the sum of a budget table."""
    return Row(
        (
            Cell(label, col_span=span),
            rupiah_cell(pagu),
            rupiah_cell(realisasi),
            serapan_cell(pagu, realisasi),
        ),
        is_total=True,
    )


def make_table(columns: tuple[Column, ...], rows: list[Row]) -> Table:
    """Make a table of the report's size."""
    return Table(columns, tuple(rows), size=SIZE)
