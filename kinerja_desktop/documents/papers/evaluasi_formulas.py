"""How a spreadsheet reckons columns 12 to 15 of Formulir E.81 and the means below them.

The formulas are those of `domain/evaluasi`, written for a sheet; where a figure is no quotient of
two cells (a word, a range, a target of 0) its exact value stands there instead.
"""

from decimal import Decimal

from kinerja_desktop.documents.papers.capaian_formula import capaian_formula, is_cut
from kinerja_desktop.domain.anggaran.rincian_anggaran import add_up
from kinerja_desktop.domain.angka.periode import TRIWULAN
from kinerja_desktop.domain.capaian.akumulasi import Akumulasi
from kinerja_desktop.domain.capaian.capaian import Capaian, to_decimal
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.pengukuran import RataCapaian
from kinerja_desktop.domain.capaian.profil import ProfilRumus
from kinerja_desktop.domain.capaian.rumus import Rumus
from kinerja_desktop.domain.evaluasi.formulir import PersenRupiah, RupiahTerhitung
from kinerja_desktop.domain.evaluasi.kinerja import KinerjaBaris
from kinerja_desktop.domain.laporan.evaluasi_renja import BarisTercetak

#: The columns that hold percentages.
PERSEN_K = (13, 15)
#: A formula with the exact value behind it; an empty formula leaves the value alone.
Formula = tuple[str, Decimal | None]
NONE: Formula = ("", None)

# K and Rp of columns 5 to 15 stand in the sheet's columns E to Z.
_K = {nomor: chr(ord("E") + 2 * (nomor - 5)) for nomor in range(5, 16)}
_RP = {nomor: chr(ord("F") + 2 * (nomor - 5)) for nomor in range(5, 16)}
_OF_TRIWULAN = {
    Akumulasi.AKUMULASI: "SUM",
    Akumulasi.RATA_RATA: "AVERAGE",
    Akumulasi.MAKSIMUM: "MAX",
    Akumulasi.MINIMUM: "MIN",
}


def formulas_of(baris: BarisTercetak, profil: ProfilRumus) -> tuple[tuple[Formula, Formula], ...]:
    """Return the formulas of K and Rp for columns 5 to 15 of a row."""
    of_k = _of_kinerja(baris.asal, profil) if baris.asal else {}
    of_rp = _of_rupiah(baris.anggaran)
    return tuple((of_k.get(nomor, NONE), of_rp.get(nomor, NONE)) for nomor in range(5, 16))


def mean_formula(nomor: int, rata: RataCapaian, profil: ProfilRumus) -> str:
    """Return the mean below a column of percentages; empty where a sheet cannot take it so."""
    if rata.tepat is None or profil.cap_rata_rata is not None or is_cut(profil):
        return ""
    return f"AVERAGE({_K[nomor]}{{first}}:{_K[nomor]}{{above}})"


def _of_kinerja(item: KinerjaBaris, profil: ProfilRumus) -> dict[int, Formula]:
    return {
        12: (_year(item), None),
        13: _capaian(item.rumus, (7, item.target.nilai), (12, item.tahun_ini.nilai), item.capaian,
                     profil),
        14: (_reached(item), None),
        15: _capaian(item.rumus, (5, item.target_renstra.nilai), (14, item.sampai.nilai),
                     item.capaian_renstra, profil),
    }  # fmt: skip


def _year(item: KinerjaBaris) -> str:
    numbers = [tw for tw in TRIWULAN if isinstance(item.triwulan[tw - 1].nilai, Decimal)]
    filled = [tw for tw in TRIWULAN if item.triwulan[tw - 1].nilai is not None]
    if item.is_setahun or not numbers or numbers != filled or item.tahun_ini.nilai is None:
        return ""
    cells = [f"{_K[7 + tw]}{{row}}" for tw in TRIWULAN]
    akumulasi = item.bahan.akumulasi
    if akumulasi in _OF_TRIWULAN:
        return f"{_OF_TRIWULAN[akumulasi]}({','.join(cells)})"
    if akumulasi is Akumulasi.TAHUNAN_SAJA:
        return cells[-1]
    formula = cells[0]
    for cell in cells[1:]:
        formula = f"IF(ISNUMBER({cell}),{cell},{formula})"
    return formula


def _reached(item: KinerjaBaris) -> str:
    before = isinstance(item.sebelum.nilai, Decimal)
    now = isinstance(item.tahun_ini.nilai, Decimal)
    if not isinstance(item.sampai.nilai, Decimal):
        return ""
    if item.bahan.akumulasi is Akumulasi.AKUMULASI and before and now:
        return f"SUM({_K[6]}{{row}},{_K[12]}{{row}})"
    return f"{_K[12]}{{row}}" if now else f"{_K[6]}{{row}}"


def _capaian(
    rumus: Rumus,
    target: tuple[int, Nilai | None],
    reached: tuple[int, Nilai | None],
    capaian: Capaian,
    profil: ProfilRumus,
) -> Formula:
    """Write a capaian with the office's floor and cap; unrounded, the cell's format rounds it."""
    if capaian.tepat is None or is_cut(profil):
        return NONE
    (t, goal), (r, value) = target, reached
    cells = ((f"{_K[t]}{{row}}", goal), (f"{_K[r]}{{row}}", value))
    return (capaian_formula(rumus, *cells, profil), to_decimal(capaian.tepat))


def _of_rupiah(line: RupiahTerhitung) -> dict[int, Formula]:
    quarters = ",".join(f"{_RP[7 + tw]}{{row}}" for tw in TRIWULAN)
    found: dict[int, Formula] = {
        13: _share(line.capaian, 12, 7),
        15: _share(line.capaian_renstra, 14, 5),
    }
    if line.tahun_ini is not None and line.tahun_ini == add_up(line.bahan.triwulan):
        found[12] = (f"SUM({quarters})", None)
    if line.sampai is not None:
        found[14] = (f"SUM({_RP[6]}{{row}},{_RP[12]}{{row}})", None)
    return found


def _share(persen: PersenRupiah, spent: int, pagu: int) -> Formula:
    if persen.tepat is None:
        return NONE
    return (f"{_RP[spent]}{{row}}/{_RP[pagu]}{{row}}*100", to_decimal(persen.tepat))
