"""First-draft sentences of the budget: pagu, realisasi, serapan (3.3)."""

from collections.abc import Sequence

from kinerja_desktop.domain.anggaran.anggaran import compute_serapan
from kinerja_desktop.domain.angka.angka import format_persen
from kinerja_desktop.domain.lkjip.analisis import AnalisisLkjip
from kinerja_desktop.domain.lkjip.bahan import BarisBelanja
from kinerja_desktop.domain.lkjip.kalimat_sebab import tell_missing_amounts
from kinerja_desktop.domain.lkjip.kata import escape, paragraphs, rupiah, sentences
from kinerja_desktop.domain.lkjip.kutipan import in_running_text


def write_anggaran(analisis: AnalisisLkjip) -> str:
    """Introduce the table of the budget (3.3)."""
    if analisis.pagu is None:
        return ""
    return paragraphs([tell_money(analisis), _extremes(analisis.program), _last_year(analisis)])


def tell_money(analisis: AnalisisLkjip) -> str:
    """Say what the year cost; empty without a pagu."""
    if analisis.pagu is None:
        return ""
    if analisis.realisasi is None:
        return (
            f"Pagu tahun {analisis.bahan.tahun} sebesar {rupiah(analisis.pagu)}, sedangkan "
            "realisasinya belum diisi."
        )
    serapan = compute_serapan(analisis.pagu, analisis.realisasi)
    share = f" ({format_persen(serapan)})" if serapan is not None else ""
    rest = analisis.pagu - analisis.realisasi
    left = f", sehingga tersisa {rupiah(rest)}" if rest > 0 else ""
    if rest < 0:
        left = f", sehingga realisasi melebihi pagu sebesar {rupiah(-rest)}"
    spent = f"Dari pagu {rupiah(analisis.pagu)} terealisasi {rupiah(analisis.realisasi)}"
    return sentences([f"{spent}{share}{left}.", tell_missing_amounts(analisis.program)])


def _extremes(program: Sequence[BarisBelanja]) -> str:
    known = [
        (serapan, row)
        for row in program
        if (serapan := compute_serapan(row.pagu, row.realisasi)) is not None
    ]
    if len(known) < 2:
        return ""
    high, low = max(known, key=lambda pair: pair[0]), min(known, key=lambda pair: pair[0])
    if high[0] == low[0]:
        return f"Serapan semua program sama, yaitu {format_persen(high[0])}."
    return (
        f"Serapan tertinggi terdapat pada {_name(high[1])} ({format_persen(high[0])}), sedangkan "
        f"yang terendah pada {_name(low[1])} ({format_persen(low[0])})."
    )


def _name(row: BarisBelanja) -> str:
    return escape(in_running_text(row.nama))


def _last_year(analisis: AnalisisLkjip) -> str:
    lalu = [row for row in analisis.bahan.belanja_lalu if row.tahun == analisis.bahan.tahun - 1]
    if not lalu or analisis.realisasi is None:
        return ""
    before = compute_serapan(lalu[0].pagu, lalu[0].realisasi)
    now = compute_serapan(analisis.pagu, analisis.realisasi)
    if before is None or now is None:
        return ""
    verb = "sama dengan" if now == before else "naik dari" if now > before else "turun dari"
    return f"Serapan tahun ini {verb} tahun {lalu[0].tahun} yang sebesar {format_persen(before)}."
