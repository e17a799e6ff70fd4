"""The lines and columns of the budget: program, kegiatan, sub kegiatan; sums upward."""

from decimal import Decimal

from kinerja_desktop.domain.angka.angka import format_angka, format_rupiah
from kinerja_desktop.domain.angka.periode import ROMAWI
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.services.rencana.anggaran import (
    PAGU,
    REALISASI,
    RENSTRA,
    SETAHUN,
    AnggaranTahun,
    BarisAnggaran,
)
from kinerja_desktop.ui.tables.grid_model import ALL, Column, Line

_AMOUNT = "00.000.000.000"
_DOUBLE = "Pagu atau realisasi baris ini sendiri tidak dihitung, karena rinciannya sudah berangka."
_NOTHING = "–"
#: Key of the line with the grand total.
TOTAL = "total"


def column_of(triwulan: int | None) -> str:
    """Return the key of the column in which the spending of a period stands; None is the year."""
    return SETAHUN if triwulan is None else REALISASI[triwulan - 1]


def list_columns() -> list[Column]:
    """Return the columns: pagu, what was spent in the year and by triwulan, serapan, Renstra."""
    pagu, spent = SECTIONS["pagu"], SECTIONS["realisasi_anggaran"]
    return [
        Column("nama", "Program / Kegiatan / Sub kegiatan"),
        *(
            Column(name, title, _AMOUNT, pagu.field(name), _write, is_angka=True)
            for name, title in zip(PAGU, ("Pagu murni\n(Rp)", "Pagu perubahan\n(Rp)"), strict=True)
        ),
        Column(
            SETAHUN,
            "Realisasi\nsetahun (Rp)",
            _AMOUNT,
            spent.field(SETAHUN),
            _write,
            is_angka=True,
        ),
        Column("serapan", "Serapan", "000,00%", is_angka=True),
        *(
            Column(name, f"TW {romawi}\n(Rp)", _AMOUNT, spent.field(name), _write, is_angka=True)
            for name, romawi in zip(REALISASI, ROMAWI, strict=True)
        ),
        Column(
            RENSTRA,
            "Pagu Renstra\n(Rp)",
            _AMOUNT,
            pagu.field(RENSTRA),
            _write,
            is_angka=True,
        ),
    ]


def list_lines(anggaran: AnggaranTahun) -> list[Line]:
    """Return every budget line below its parent, the grand total last."""
    total = {**anggaran.jumlah, "nama": "Jumlah", "serapan": _percent(anggaran.serapan)}
    return [
        *(_line(baris) for baris in anggaran.baris),
        Line(TOTAL, "Jumlah", total, locked=ALL, is_bold=True),
    ]


def _line(baris: BarisAnggaran) -> Line:
    values = {
        **baris.jumlah,
        "nama": f"{baris.kode} {baris.nama}",
        "serapan": _percent(baris.serapan),
    }
    locked = ALL if baris.has_children else frozenset({SETAHUN} if baris.has_triwulan else ())
    return Line(
        baris.id,
        baris.kode,
        values,
        locked=locked,
        notes={"nama": _DOUBLE} if baris.has_double else {},
        is_bold=baris.tingkat == 0,
        indent=baris.tingkat,
    )


def _write(value: Decimal) -> str:
    """Write an amount below a heading that says Rp; sen only where there are some."""
    return format_rupiah(value).replace("Rp", "")


def _percent(value: Decimal | None) -> str:
    """Write a serapan as the others of its column, so that their commas stand below each other."""
    return _NOTHING if value is None else f"{format_angka(value, 2)}%"
