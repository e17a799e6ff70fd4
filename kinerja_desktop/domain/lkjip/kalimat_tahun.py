"""First-draft sentences of comparison 2: with last year and the years before."""

from decimal import Decimal

from kinerja_desktop.domain.angka.teks import join_words
from kinerja_desktop.domain.capaian.capaian import Keadaan
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.rumus import Arah
from kinerja_desktop.domain.lkjip.analisis import AnalisisIndikator, AnalisisSasaran, CapaianTahun
from kinerja_desktop.domain.lkjip.bersama import Kalimat, Tuturan, tell
from kinerja_desktop.domain.lkjip.kalimat_banding import name_of
from kinerja_desktop.domain.lkjip.kalimat_nilai import gap_of, tell_realisasi, tell_value
from kinerja_desktop.domain.lkjip.kata import (
    angka,
    angka_persen,
    persen,
    with_unit,
)


def compare_years(sasaran: AnalisisSasaran, tahun: int) -> str:
    """Tell whether this year is better or worse than last year and before (comparison 2)."""
    return tell(
        [
            Tuturan(name_of(item), tuple(_against_years(item, tahun, place)))
            for place, item in enumerate(sasaran.indikator)
        ]
    )


def describe_change(before: CapaianTahun, item: AnalisisIndikator) -> str:
    """Say how the realisasi has moved since a year: ``naik 3,73 poin dari tahun 2023 …``."""
    now, then = item.hasil.utama.realisasi, before.realisasi
    satuan = item.hasil.bahan.satuan
    if now == then:
        return f"sama dengan tahun {before.tahun}"
    if isinstance(now, Decimal) and isinstance(then, Decimal):
        verb = "naik" if now > then else "turun"
        gap = gap_of(abs(now - then), satuan)
        return f"{verb} {gap} dari tahun {before.tahun} yang sebesar {with_unit(then, satuan)}"
    was = tell_value(then, before.target, satuan) if then is not None else ""
    return f"berubah dari {was} pada tahun {before.tahun}"


def is_better(before: CapaianTahun, item: AnalisisIndikator) -> bool | None:
    """Tell whether the realisasi is better than in a year; None when it is the same or unknown.

    Rising and falling indicators are compared by their realisasi, all others by their capaian:
    of a range or a predikat more is not always better.
    """
    now, then = item.hasil.utama.realisasi, before.realisasi
    arah = item.hasil.bahan.arah
    if isinstance(now, Decimal) and isinstance(then, Decimal) and arah in (Arah.NAIK, Arah.TURUN):
        if now == then:
            return None
        return (now > then) is (arah is Arah.NAIK)
    mine, theirs = item.hasil.utama.capaian.tepat, before.capaian.tepat
    return None if mine is None or theirs is None or mine == theirs else mine > theirs


def tell_trend(before: CapaianTahun, item: AnalisisIndikator) -> str:
    """Return what a change means, to follow it: ``, sehingga kinerjanya membaik``."""
    verdict = {True: "membaik", False: "menurun", None: ""}[is_better(before, item)]
    return f", sehingga kinerjanya {verdict}" if verdict else ""


def _against_years(item: AnalisisIndikator, tahun: int, place: int) -> list[Kalimat]:
    utama = item.hasil.utama
    if utama.realisasi is None or utama.capaian.keadaan is Keadaan.TIDAK_BERLAKU:
        words = (
            f"realisasi tahun {tahun} {persen(utama.capaian)}, sehingga tidak dibandingkan dengan "
            "tahun sebelumnya"
        )
        alone = words.replace("realisasi ", f"Realisasi {name_of(item)} ", 1)
        return [Kalimat(f"{alone}.", words)]
    before = item.tahun_sebelum
    if before is None:
        missing = (
            f"data tahun {tahun - 1} belum tersedia sehingga perbandingan belum dapat dilakukan"
        )
        # The figure itself stands in comparison 1 and in the table below.
        return [Kalimat(f"{_now(item, utama.realisasi, tahun)}. D{missing[1:]}.", missing)]
    missing = f"data tahun {tahun - 1} tidak tersedia"
    gap = Kalimat(f"D{missing[1:]}.", missing) if before.tahun != tahun - 1 else Kalimat("")
    return [
        Kalimat(_moved(before, item, utama.realisasi, tahun, place)),
        gap,
        Kalimat(_capaian_moved(before, item)),
        Kalimat(_extremes(item, tahun)),
    ]


def _now(item: AnalisisIndikator, now: Nilai, tahun: int) -> str:
    """Say what came of this year, without a full stop."""
    satuan = item.hasil.bahan.satuan
    if isinstance(now, str):
        done = tell_realisasi(now, item.hasil.utama.target, satuan)
        return f"Pada tahun {tahun} {name_of(item)} {done}"
    return f"Realisasi {name_of(item)} tahun {tahun} tercatat sebesar {with_unit(now, satuan)}"


def _moved(
    before: CapaianTahun, item: AnalisisIndikator, now: Nilai, tahun: int, place: int
) -> str:
    then, satuan = before.realisasi, item.hasil.bahan.satuan
    trend = tell_trend(before, item)
    if place % 2 and isinstance(now, Decimal) and isinstance(then, Decimal) and now != then:
        moved = f"{'naik' if now > then else 'turun'} {gap_of(abs(now - then), satuan)}"
        return (
            f"Dibandingkan dengan tahun {before.tahun} yang sebesar {with_unit(then, satuan)}, "
            f"realisasi {name_of(item)} pada tahun {tahun} {moved} menjadi "
            f"{with_unit(now, satuan)}{trend}."
        )
    if place % 2 and now == then:
        value = tell_value(now, item.hasil.utama.target, satuan)
        return f"Dibandingkan dengan tahun {before.tahun}, realisasi {name_of(item)} tetap {value}."
    if place % 2 and isinstance(now, str) and then is not None:
        was = tell_realisasi(then, before.target, satuan)
        done = tell_realisasi(now, item.hasil.utama.target, satuan)
        return (
            f"Pada tahun {before.tahun} {name_of(item)} {was}, sedangkan pada tahun {tahun} "
            f"{done}{trend}."
        )
    return f"{_now(item, now, tahun)}, {describe_change(before, item)}{trend}."


def _capaian_moved(before: CapaianTahun, item: AnalisisIndikator) -> str:
    now, then = item.hasil.utama.capaian.tampil, before.capaian.tampil
    if now is None or then is None:
        return ""
    if now == then:
        return f"Capaiannya tetap {angka_persen(now)}."
    verb = "naik" if now > then else "turun"
    return (
        f"Capaiannya {verb} {angka(abs(now - then))} poin persen, "
        f"dari {angka_persen(then)} menjadi {angka_persen(now)}."
    )


def _extremes(item: AnalisisIndikator, tahun: int) -> str:
    """Name the years with the highest and lowest realisasi, once there are three years."""
    known = [
        (year.tahun, year.realisasi)
        for year in item.tahun_lalu
        if isinstance(year.realisasi, Decimal)
    ]
    if isinstance(item.hasil.utama.realisasi, Decimal):
        known.append((tahun, item.hasil.utama.realisasi))
    values = [value for _, value in known]
    if len(known) < 3 or min(values) == max(values):
        return ""
    satuan = item.hasil.bahan.satuan

    def years(value: Decimal) -> str:
        return join_words([str(year) for year, found in known if found == value])

    high, low = max(values), min(values)
    return (
        f"Sejak tahun {known[0][0]} realisasi tertinggi tercatat {with_unit(high, satuan)} (tahun "
        f"{years(high)}) dan terendah {with_unit(low, satuan)} (tahun {years(low)})."
    )
