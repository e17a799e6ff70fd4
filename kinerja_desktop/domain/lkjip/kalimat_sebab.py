"""First-draft sentences of comparisons 5–7: causes and solutions, efficiency, programs."""

from collections.abc import Iterable

from kinerja_desktop.domain.anggaran.anggaran import compute_serapan
from kinerja_desktop.domain.angka.angka import format_angka, format_persen, format_rupiah
from kinerja_desktop.domain.capaian.efisiensi import HasilEfisiensi
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator, Narasi
from kinerja_desktop.domain.capaian.profil import Efisiensi
from kinerja_desktop.domain.lkjip.analisis import AnalisisIndikator, AnalisisLkjip, AnalisisSasaran
from kinerja_desktop.domain.lkjip.bahan import BarisBelanja
from kinerja_desktop.domain.lkjip.kalimat_banding import describe_change, is_better
from kinerja_desktop.domain.lkjip.kata import (
    angka_persen,
    count,
    escape,
    finish,
    items,
    paragraphs,
    persen,
    rupiah,
    sentences,
    with_unit,
)


def explain_causes(sasaran: AnalisisSasaran) -> str:
    """Tell why targets were met or missed, and what is done about it (comparison 5).

    Only what people wrote on the page Pengukuran explains a figure; where nobody wrote anything
    the draft stays empty, so that the gap is seen.
    """
    return paragraphs(part for item in sasaran.indikator for part in _cause(item))


def explain_efficiency(sasaran: AnalisisSasaran, metode: Efisiensi) -> str:
    """Compare what was reached with what it cost, by the profile's method (comparison 6)."""
    if not sasaran.program or sasaran.pagu is None or sasaran.realisasi is None:
        return ""
    if metode is Efisiensi.EF_MANUAL:
        # The office says it in its own words; until then the gap is seen.
        return ""
    cost = (
        f"Sasaran ini didukung anggaran {rupiah(sasaran.pagu)} dengan realisasi "
        f"{rupiah(sasaran.realisasi)}"
    )
    serapan = compute_serapan(sasaran.pagu, sasaran.realisasi)
    if serapan is None or sasaran.rata_rata.tampil is None:
        return f"{cost}. Efisiensinya belum dapat dihitung."
    cost += f" atau {format_persen(serapan)}."
    reached = f"Rata-rata capaian sasaran {angka_persen(sasaran.rata_rata.tampil)}."
    missing = tell_missing_amounts(sasaran.program)
    return sentences([cost, missing, reached, _efficiency(sasaran, metode)])


def explain_programs(analisis: AnalisisLkjip, sasaran: AnalisisSasaran) -> str:
    """Name the programs that carried a sasaran, and how they fared (comparison 7)."""
    if not sasaran.program:
        return ""
    met = all((item.hasil.utama.capaian.tepat or 0) >= 100 for item in sasaran.indikator)
    verb = "ditunjang oleh" if met and sasaran.indikator else "diupayakan melalui"
    intro = f"Pencapaian sasaran ini {verb} {count(len(sasaran.program), 'program')}:"
    return paragraphs([intro, items(_program(analisis, row) for row in sasaran.program)])


def tell_missing_amounts(program: Iterable[BarisBelanja]) -> str:
    """Say of how many programs an amount is missing, so that a sum is not taken for the whole."""
    blank = sum(row.pagu is None or row.realisasi is None for row in program)
    return f"{count(blank, 'program')} belum lengkap pagu atau realisasinya." if blank else ""


def _story(narasi: Narasi) -> list[str]:
    told = (
        ("Faktor pendorong", finish(narasi.pendorong)),
        ("Faktor penghambat", finish(narasi.penghambat)),
        ("Solusi dan tindak lanjut", finish(narasi.tindak_lanjut)),
    )
    return [f"{head}: {text}" for head, text in told if text]


def _cause(item: AnalisisIndikator) -> list[str]:
    utama, lines = item.hasil.utama, _story(item.hasil.narasi)
    if not lines:
        return []
    name = f"**{escape(item.hasil.bahan.uraian)}**"
    parts = [f"{name} capaiannya {persen(utama.capaian)}"]
    if before := item.tahun_sebelum:
        better = is_better(before, item)
        verdict = {True: ", membaik: ", False: ", memburuk: ", None: ", "}[better]
        parts.append(f"{verdict}realisasinya {describe_change(before, item)}")
    return [f"{''.join(parts)}.", items(lines)]


def _efficiency(sasaran: AnalisisSasaran, metode: Efisiensi) -> str:
    found = sasaran.efisiensi
    return _METHODS[metode](found, sasaran) if found else "Efisiensinya belum dapat dihitung."


def _selisih(found: HasilEfisiensi, sasaran: AnalisisSasaran) -> str:
    return (
        f"Selisih capaian dan serapan {format_angka(found.nilai)} poin persen, sehingga penggunaan "
        f"sumber daya dinilai **{found.label.lower()}**."
    )


def _pmk(found: HasilEfisiensi, sasaran: AnalisisSasaran) -> str:
    value = sasaran.nilai_efisiensi
    score = f" dengan nilai efisiensi {format_angka(value)}" if value is not None else ""
    return f"Efisiensi menurut PMK 22/2021 sebesar {angka_persen(found.nilai)}{score}."


def _rasio(found: HasilEfisiensi, sasaran: AnalisisSasaran) -> str:
    return (
        f"Rasio serapan terhadap capaian {format_angka(found.nilai)}, sehingga penggunaan sumber "
        f"daya dinilai **{found.label.lower()}**."
    )


def _sisa(found: HasilEfisiensi, sasaran: AnalisisSasaran) -> str:
    if found.nilai < 0:
        return f"Realisasi melebihi anggaran sebesar {format_rupiah(-found.nilai)}."
    if found.nilai == 0:
        return "Seluruh anggaran terpakai."
    kind = "merupakan efisiensi" if found.label == "Efisien" else "merupakan sisa anggaran"
    return f"Anggaran yang tidak terpakai {format_rupiah(found.nilai)} {kind}."


_METHODS = {
    Efisiensi.EF_SELISIH: _selisih,
    Efisiensi.EF_PMK: _pmk,
    Efisiensi.EF_RASIO: _rasio,
    Efisiensi.EF_RUPIAH: _sisa,
}


def _program(analisis: AnalisisLkjip, row: BarisBelanja) -> str:
    serapan = compute_serapan(row.pagu, row.realisasi)
    share = f" ({format_persen(serapan)})" if serapan is not None else ""
    money = f"pagu {rupiah(row.pagu)}, realisasi {rupiah(row.realisasi)}{share}"
    measured = [_measured(item) for item in _indicators_of(analisis, row.kode)]
    return f"{escape(row.nama)}: {'; '.join([money, *measured])}."


def _measured(item: HasilIndikator) -> str:
    utama, satuan = item.utama, item.bahan.satuan
    if utama.realisasi is None:
        return f"{escape(item.bahan.uraian)} {persen(utama.capaian)}"
    return (
        f"{escape(item.bahan.uraian)} terealisasi {with_unit(utama.realisasi, satuan)}, "
        f"capaian {persen(utama.capaian)}"
    )


def _indicators_of(analisis: AnalisisLkjip, kode: str) -> list[HasilIndikator]:
    """Return the indicators that measure a program or what stands below it."""
    keys = {
        item.id
        for item in analisis.bahan.indikator
        if item.program == kode or item.program.startswith(f"{kode}.")
    }
    return [item for item in analisis.hasil.indikator if item.bahan.id in keys]
