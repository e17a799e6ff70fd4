"""First-draft sentences of comparison 3: how far the way to the Renstra's last target is gone."""

from kinerja_desktop.domain.lkjip.analisis import AnalisisIndikator, AnalisisSasaran
from kinerja_desktop.domain.lkjip.bersama import Kalimat, Tuturan, tell
from kinerja_desktop.domain.lkjip.kalimat_banding import name_of
from kinerja_desktop.domain.lkjip.kalimat_nilai import tell_realisasi, tell_target, tell_value
from kinerja_desktop.domain.lkjip.kata import angka_persen, persen


def compare_renstra(sasaran: AnalisisSasaran, tahun: int) -> str:
    """Tell how far the way to the Renstra's last target has been gone (comparison 3)."""
    return tell(
        [
            Tuturan(name_of(item), tuple(_against_renstra(item, tahun, place)))
            for place, item in enumerate(sasaran.indikator)
        ]
    )


def _against_renstra(item: AnalisisIndikator, tahun: int, place: int) -> list[Kalimat]:
    utama, satuan, last = item.hasil.utama, item.hasil.bahan.satuan, item.tahun_akhir
    name = name_of(item)
    if last is None or item.target_akhir is None:
        blank = "belum ditetapkan"
        return [
            Kalimat(f"Target akhir Renstra untuk {name} {blank}.", f"target akhir Renstra {blank}")
        ]
    goal = tell_value(item.target_akhir, item.target_akhir, satuan)
    if utama.realisasi is None or item.kemajuan.tampil is None:
        state = f"tingkat kemajuannya {persen(item.kemajuan)}"
        aim = (
            f"Pada akhir Renstra (tahun {last}) {name} {tell_target(item.target_akhir, satuan)}."
            if place % 2
            else f"Target akhir Renstra (tahun {last}) untuk {name} adalah {goal}."
        )
        return [
            Kalimat(aim),
            Kalimat(f"T{state[1:]}.", state),
        ]
    progress = f"sehingga tingkat kemajuannya mencapai {angka_persen(item.kemajuan.tampil)}."
    done = tell_realisasi(utama.realisasi, item.target_akhir, satuan)
    if place % 2 and isinstance(item.target_akhir, str):
        reached = (
            f"Sampai dengan tahun {tahun} {name} {done}, sedangkan target akhir Renstra (tahun "
            f"{last}) adalah {goal}, {progress}"
        )
    elif place % 2:
        reached = f"Sampai dengan tahun {tahun} {name} {done} dari target akhir Renstra (tahun "
        reached = f"{reached}{last}) sebesar {goal}, {progress}"
    else:
        reached = (
            f"Target akhir Renstra (tahun {last}) untuk {name} adalah {goal}. Sampai dengan tahun "
            f"{tahun} indikator ini {done}, {progress}"
        )
    return [Kalimat(reached), _on_the_way(item, tahun, last)]


def _on_the_way(item: AnalisisIndikator, tahun: int, last: int) -> Kalimat:
    """Say whether the Renstra's target is in reach: it is while each year's target is met.

    Nothing is said of a year without a capaian.
    """
    if (item.kemajuan.tepat or 0) >= 100:
        early = f" {last - tahun} tahun lebih awal" if tahun < last else ""
        return _same(f"target akhir Renstra sudah tercapai{early}")
    if tahun >= last:
        return _same("target akhir Renstra tidak tercapai pada akhir periode")
    exact = item.hasil.utama.capaian.tepat
    if exact is None:
        return Kalimat("")
    if exact >= 100:
        return _same(
            "kinerja berada pada jalur menuju target akhir Renstra karena target tahun ini tercapai"
        )
    return _same(
        "kinerja belum berada pada jalur menuju target akhir Renstra; tersisa "
        f"{last - tahun} tahun untuk mengejarnya"
    )


def _same(words: str) -> Kalimat:
    """Return a sentence that reads the same alone and of several indicators."""
    return Kalimat(f"{words[0].upper()}{words[1:]}.", words)
