"""First-draft sentences of comparison 1: target and realisasi of the year.

Rules that can be read, no model and no chance: the same figures always give the same words.
Neighbours have sentences of different shapes, by their place (`docs/sakip.md` §7.8).
"""

from kinerja_desktop.domain.angka.terbilang import write_banyaknya
from kinerja_desktop.domain.capaian.capaian import Capaian, Keadaan
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.pengukuran import RataCapaian
from kinerja_desktop.domain.lkjip.analisis import AnalisisIndikator, AnalisisSasaran
from kinerja_desktop.domain.lkjip.bersama import Kalimat, Tuturan, tell
from kinerja_desktop.domain.lkjip.kalimat_nilai import (
    judge_target,
    name_value,
    tell_realisasi,
    tell_target,
    tell_value,
)
from kinerja_desktop.domain.lkjip.kata import (
    angka_persen,
    count,
    escape,
    finish,
    paragraphs,
    persen,
)

_SHAPES = 3


def compare_target(sasaran: AnalisisSasaran, tahun: int) -> str:
    """Tell what was promised and reached this year (comparison 1)."""
    told = tell(
        [
            Tuturan(name_of(item), tuple(_against_target(item, tahun, place)))
            for place, item in enumerate(sasaran.indikator)
        ]
    )
    mean = sasaran.rata_rata
    if len(sasaran.indikator) < 2 or mean.tampil is None:
        return told
    kategori = f" (kategori {mean.kategori})" if mean.kategori else ""
    reached = f"Rata-rata capaian sasaran ini mencapai {angka_persen(mean.tampil)}{kategori}"
    return paragraphs([told, f"{reached}, {counted(mean)}."])


def counted(mean: RataCapaian) -> str:
    """Say of how many indicators a mean was taken; all of them, or how many there are."""
    whole = count(mean.jumlah, "indikator")
    if mean.terhitung == mean.jumlah:
        return f"dihitung dari seluruh {whole}" if mean.jumlah > 1 else f"dihitung dari {whole}"
    return f"dihitung dari {write_banyaknya(mean.terhitung, 'di antara')} {whole}"


def name_of(item: AnalisisIndikator) -> str:
    """Return the name of an indicator as it stands out in a sentence."""
    return f"**{escape(item.hasil.bahan.uraian)}**"


def _against_target(item: AnalisisIndikator, tahun: int, place: int) -> list[Kalimat]:
    utama, name, satuan = item.hasil.utama, name_of(item), item.hasil.bahan.satuan
    if utama.target is None:
        blank = f"target tahun {tahun} belum ditetapkan"
        return [Kalimat(f"Target {name} tahun {tahun} belum ditetapkan.", blank)]
    goal = f"{name} {tell_target(utama.target, satuan)} pada tahun {tahun}"
    if utama.realisasi is None or utama.capaian.tampil is None:
        seen = utama.realisasi
        more = f" dan {tell_realisasi(seen, utama.target, satuan)}" if seen is not None else ""
        if place % 2 and not more:
            goal = f"Pada tahun {tahun} {name} {tell_target(utama.target, satuan)}"
        return [Kalimat(f"{goal}{more}."), _without_figure(utama.capaian)]
    return [
        Kalimat(_reached(item, tahun, utama.target, utama.realisasi, place)),
        Kalimat(_verdict(item, place)),
        Kalimat(_limited(item)),
    ]


def _reached(
    item: AnalisisIndikator, tahun: int, target: Nilai, realisasi: Nilai, place: int
) -> str:
    name, satuan = name_of(item), item.hasil.bahan.satuan
    figure = persen(item.hasil.utama.capaian)
    done = tell_realisasi(realisasi, target, satuan)
    match place % _SHAPES:
        case 1 if not isinstance(target, str):
            return (
                f"Dari target {name_value(target, satuan)}, {name} pada tahun {tahun} {done} "
                f"dengan capaian {figure}."
            )
        case 2 if not isinstance(target, str):
            value = name_value(realisasi, satuan)
            return (
                f"Pada tahun {tahun} realisasi {name} mencapai {value} dari target "
                f"{name_value(target, satuan)}, sehingga capaiannya sebesar {figure}."
            )
    if isinstance(target, str) and place % 2:
        aim = tell_value(target, target, satuan)
        beside = "sesuai targetnya" if realisasi == target else f"sedangkan targetnya {aim}"
        return f"Pada tahun {tahun} {name} {done}, {beside}, sehingga capaiannya {figure}."
    missed = isinstance(target, str) and item.hasil.is_below_target
    link = ", tetapi" if missed else " dan"
    return (
        f"{name} {tell_target(target, satuan)} pada tahun {tahun}{link} {done}, sehingga "
        f"capaiannya {figure}."
    )


def _without_figure(capaian: Capaian) -> Kalimat:
    """Say in which state a capaian without a figure is, and why."""
    if capaian.keadaan is Keadaan.BELUM_DIISI:
        return Kalimat("Realisasinya belum diisi.", "realisasinya belum diisi")
    state, reason = f"{persen(capaian)}.", finish(capaian.alasan)
    words = f"{state[:-1]}: {reason}" if reason not in ("", state) else state
    return Kalimat(f"Capaiannya {words}", f"capaiannya {words.rstrip('.')}")


def _verdict(item: AnalisisIndikator, place: int) -> str:
    utama, bahan = item.hasil.utama, item.hasil.bahan
    exact = utama.capaian.tepat or 0
    return judge_target(
        utama.target,
        utama.realisasi,
        bahan.satuan,
        bahan.arah,
        tercapai=(exact > 100) - (exact < 100),
        bentuk=place % 2,
    )


def _limited(item: AnalisisIndikator) -> str:
    note = item.hasil.utama.capaian.catatan
    return f"Catatan: {escape(note)}." if note else ""
