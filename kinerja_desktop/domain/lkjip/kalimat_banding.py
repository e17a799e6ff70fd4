"""First-draft sentences of comparisons 1–4: with target, earlier years, Renstra and standards.

Rules that can be read, no model and no chance: the same figures always give the same words.
"""

from decimal import Decimal

from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.capaian.capaian import Capaian, Keadaan
from kinerja_desktop.domain.capaian.nilai import Nilai, format_nilai
from kinerja_desktop.domain.capaian.rumus import Arah
from kinerja_desktop.domain.capaian.satuan import is_percent
from kinerja_desktop.domain.lkjip.analisis import (
    AnalisisIndikator,
    AnalisisSasaran,
    BandingStandar,
    CapaianTahun,
)
from kinerja_desktop.domain.lkjip.kata import (
    angka_persen,
    escape,
    finish,
    join_words,
    paragraphs,
    persen,
    sentences,
    with_unit,
)

#: The standards that PermenPANRB 53/2014 and the office's form ask for, and how they are called.
TINGKAT = {"nasional": "nasional", "provinsi": "provinsi", "kabupaten": "kabupaten"}


def compare_target(sasaran: AnalisisSasaran, tahun: int) -> str:
    """Tell what was promised and reached this year (comparison 1)."""
    parts = [_against_target(item, tahun) for item in sasaran.indikator]
    mean = sasaran.rata_rata
    if len(sasaran.indikator) > 1 and mean.tampil is not None:
        parts.append(
            f"Rata-rata capaian sasaran ini {angka_persen(mean.tampil)} ({mean.kategori}), "
            f"dihitung atas {mean.keterangan}."
        )
    return paragraphs(parts)


def compare_years(sasaran: AnalisisSasaran, tahun: int) -> str:
    """Tell whether this year is better or worse than last year and before (comparison 2)."""
    return paragraphs(_against_years(item, tahun) for item in sasaran.indikator)


def compare_renstra(sasaran: AnalisisSasaran, tahun: int) -> str:
    """Tell how far the way to the Renstra's last target has been gone (comparison 3)."""
    return paragraphs(_against_renstra(item, tahun) for item in sasaran.indikator)


def compare_standar(sasaran: AnalisisSasaran, tahun: int) -> str:
    """Compare with standards; where none is known say so, never print 0 (comparison 4)."""
    return paragraphs(_against_standar(item, tahun) for item in sasaran.indikator)


def describe_change(before: CapaianTahun, item: AnalisisIndikator) -> str:
    """Say how the realisasi has moved since a year: ``naik 3,73 poin dari 93,93``."""
    now, then = item.hasil.utama.realisasi, before.realisasi
    satuan = item.hasil.bahan.satuan
    if now == then:
        return f"sama dengan tahun {before.tahun}"
    if isinstance(now, Decimal) and isinstance(then, Decimal):
        verb = "naik" if now > then else "turun"
        gap = _gap(abs(now - then), satuan)
        return f"{verb} {gap} dari tahun {before.tahun} yang sebesar {with_unit(then, satuan)}"
    return f"berubah dari {with_unit(then, satuan)} pada tahun {before.tahun}"


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


def _name(item: AnalisisIndikator) -> str:
    return f"**{escape(item.hasil.bahan.uraian)}**"


def _against_target(item: AnalisisIndikator, tahun: int) -> str:
    utama, satuan = item.hasil.utama, item.hasil.bahan.satuan
    target, realisasi = with_unit(utama.target, satuan), with_unit(utama.realisasi, satuan)
    if not target:
        return f"Target {_name(item)} tahun {tahun} belum ditetapkan."
    promised = f"{_name(item)} ditargetkan {target} pada tahun {tahun}"
    if utama.capaian.tampil is None:
        seen = f" dan terealisasi {realisasi}" if realisasi else ""
        return f"{promised}{seen}. {_without_figure(utama.capaian)}"
    reached = f"dan terealisasi {realisasi}, sehingga capaiannya {persen(utama.capaian)}."
    return sentences([f"{promised} {reached}", _verdict(item), _limited(item)])


def _without_figure(capaian: Capaian) -> str:
    """Say in which state a capaian without a figure is, and why."""
    if capaian.keadaan is Keadaan.BELUM_DIISI:
        return "Realisasinya belum diisi."
    state, reason = f"{persen(capaian)}.", finish(capaian.alasan)
    return (
        f"Capaiannya {state[:-1]}: {reason}" if reason not in ("", state) else f"Capaiannya {state}"
    )


def _verdict(item: AnalisisIndikator) -> str:
    utama = item.hasil.utama
    exact = utama.capaian.tepat or 0
    how_far = _distance(utama.target, utama.realisasi, item.hasil.bahan.satuan)
    if exact == 100:
        return "Target tercapai."
    if exact > 100:
        return f"Target terlampaui{how_far}."
    return f"Target belum tercapai{how_far}."


def _distance(target: Nilai | None, realisasi: Nilai | None, satuan: str) -> str:
    """Return ``: realisasi 6,33 di atas target``; nothing where there is no plain distance."""
    if not isinstance(target, Decimal) or not isinstance(realisasi, Decimal) or target == realisasi:
        return ""
    where = "di atas" if realisasi > target else "di bawah"
    return f": realisasi {_gap(abs(realisasi - target), satuan)} {where} target"


def _gap(gap: Decimal, satuan: str) -> str:
    """Write a difference; between two percentages it is in *poin persen*."""
    if is_percent(satuan):
        return f"{format_nilai(gap)} poin persen"
    text = with_unit(gap, satuan)
    return text if text != format_nilai(gap) else f"{text} poin"


def _limited(item: AnalisisIndikator) -> str:
    note = item.hasil.utama.capaian.catatan
    return f"Catatan: {escape(note)}." if note else ""


def _against_years(item: AnalisisIndikator, tahun: int) -> str:
    utama, satuan = item.hasil.utama, item.hasil.bahan.satuan
    if utama.realisasi is None or utama.capaian.keadaan is Keadaan.TIDAK_BERLAKU:
        return (
            f"Realisasi {_name(item)} tahun {tahun} {persen(utama.capaian)}, "
            "sehingga tidak dibandingkan dengan tahun sebelumnya."
        )
    before = item.tahun_sebelum
    if before is None:
        return (
            f"Realisasi {_name(item)} tahun {tahun} sebesar {with_unit(utama.realisasi, satuan)}. "
            f"Data tahun {tahun - 1} tidak tersedia, sehingga belum dapat dibandingkan."
        )
    gap = "" if before.tahun == tahun - 1 else f"Data tahun {tahun - 1} tidak tersedia."
    judged = {True: " (lebih baik)", False: " (kurang baik)", None: ""}[is_better(before, item)]
    return sentences(
        [
            f"Realisasi {_name(item)} tahun {tahun} sebesar {with_unit(utama.realisasi, satuan)}, "
            f"{describe_change(before, item)}{judged}.",
            gap,
            _capaian_moved(before, item),
            _extremes(item, tahun),
        ]
    )


def _capaian_moved(before: CapaianTahun, item: AnalisisIndikator) -> str:
    now, then = item.hasil.utama.capaian.tampil, before.capaian.tampil
    if now is None or then is None:
        return ""
    if now == then:
        return f"Capaiannya tetap {angka_persen(now)}."
    verb = "naik" if now > then else "turun"
    return (
        f"Capaiannya {verb} {format_angka(abs(now - then))} poin persen, "
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
        f"Sejak tahun {known[0][0]} realisasi tertinggi {with_unit(high, satuan)} (tahun "
        f"{years(high)}) dan terendah {with_unit(low, satuan)} (tahun {years(low)})."
    )


def _against_renstra(item: AnalisisIndikator, tahun: int) -> str:
    utama, satuan, last = item.hasil.utama, item.hasil.bahan.satuan, item.tahun_akhir
    if last is None or item.target_akhir is None:
        return f"Target akhir Renstra untuk {_name(item)} belum ditetapkan."
    goal = f"Target akhir Renstra (tahun {last}) untuk {_name(item)} adalah "
    goal += with_unit(item.target_akhir, satuan)
    if utama.realisasi is None or item.kemajuan.tampil is None:
        return f"{goal}. Tingkat kemajuannya {persen(item.kemajuan)}."
    reached = (
        f"{goal}. Sampai dengan tahun {tahun} terealisasi {with_unit(utama.realisasi, satuan)}, "
        f"sehingga tingkat kemajuannya {angka_persen(item.kemajuan.tampil)}."
    )
    return sentences([reached, _on_the_way(item, tahun, last)])


def _on_the_way(item: AnalisisIndikator, tahun: int, last: int) -> str:
    """Say whether the Renstra's target is in reach: it is while each year's target is met.

    Nothing is said of a year without a capaian.
    """
    if (item.kemajuan.tepat or 0) >= 100:
        when = (
            "sudah tercapai" if tahun >= last else f"sudah tercapai {last - tahun} tahun lebih awal"
        )
        return f"Target akhir Renstra {when}."
    if tahun >= last:
        return "Target akhir Renstra tidak tercapai pada akhir periode."
    exact = item.hasil.utama.capaian.tepat
    if exact is None:
        return ""
    if exact >= 100:
        return (
            "Kinerja berada pada jalur menuju target akhir Renstra "
            "karena target tahun ini tercapai."
        )
    return (
        "Kinerja belum berada pada jalur menuju target akhir Renstra; "
        f"tersisa {last - tahun} tahun untuk mengejarnya."
    )


def _against_standar(item: AnalisisIndikator, tahun: int) -> str:
    if not any(found.standar.tingkat == "nasional" for found in item.standar):
        none = f"Tidak terdapat standar nasional untuk indikator {_name(item)}."
    else:
        none = ""
    return sentences([none, *(_against_one(item, found) for found in item.standar)])


def _against_one(item: AnalisisIndikator, found: BandingStandar) -> str:
    satuan, realisasi = item.hasil.bahan.satuan, item.hasil.utama.realisasi
    standar = found.standar
    source = f" ({escape(standar.sumber)})" if standar.sumber else ""
    named = f"standar {TINGKAT[standar.tingkat]} {with_unit(standar.nilai, satuan)}{source}"
    if realisasi is None or found.capaian.tepat is None:
        return f"Terhadap {named}, {_name(item)} belum dapat dibandingkan."
    exact = found.capaian.tepat
    verdict = (
        "memenuhi" if exact == 100 else "lebih baik daripada" if exact > 100 else "belum memenuhi"
    )
    return f"Realisasi {_name(item)} {with_unit(realisasi, satuan)} {verdict} {named}."
