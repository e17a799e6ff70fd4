"""First-draft sentences of comparison 4: with standards of others."""

from kinerja_desktop.domain.angka.teks import join_words
from kinerja_desktop.domain.lkjip.analisis import (
    AnalisisIndikator,
    AnalisisSasaran,
    BandingStandar,
)
from kinerja_desktop.domain.lkjip.bahan import NASIONAL
from kinerja_desktop.domain.lkjip.bersama import Kalimat, Tuturan, tell
from kinerja_desktop.domain.lkjip.kalimat_banding import name_of
from kinerja_desktop.domain.lkjip.kalimat_nilai import name_value
from kinerja_desktop.domain.lkjip.kata import escape


def compare_standar(sasaran: AnalisisSasaran) -> str:
    """Compare with standards (comparison 4).

    That there is no national standard is only said when someone has confirmed it
    (`docs/sakip.md` §7.3, table 3.4); a field that is merely empty is said to be empty.
    """
    return tell(
        [
            Tuturan(name_of(item), (_national(item), _against_standar(item, place)))
            for place, item in enumerate(sasaran.indikator)
        ]
    )


def lacks_standard(item: AnalisisIndikator) -> bool:
    """Tell whether nobody has said yet which national standard there is, or that there is none."""
    given = any(found.standar.tingkat == NASIONAL for found in item.standar)
    return not given and NASIONAL not in item.tanpa_standar


def _national(item: AnalisisIndikator) -> Kalimat:
    if lacks_standard(item):
        return Kalimat(
            f"Data standar nasional untuk indikator {name_of(item)} belum diisi.",
            "data standar nasional belum diisi",
        )
    if NASIONAL in item.tanpa_standar:
        return Kalimat(
            f"Tidak terdapat standar nasional untuk indikator {name_of(item)}.",
            "tidak terdapat standar nasional",
        )
    return Kalimat("")


def _against_standar(item: AnalisisIndikator, place: int) -> Kalimat:
    known = [(found, verdict) for found in item.standar if (verdict := _verdict(found))]
    if not item.standar:
        return Kalimat("")
    realisasi, satuan = item.hasil.utama.realisasi, item.hasil.bahan.satuan
    if realisasi is None or len(known) < len(item.standar):
        named = join_words([_named(found, satuan) for found in item.standar])
        return Kalimat(f"{name_of(item)} belum dapat dibandingkan dengan {named}.")
    judged = join_words([f"{verdict} {_named(found, satuan)}" for found, verdict in known])
    value = name_value(realisasi, satuan)
    amount = f"sebesar {value}" if value[:1].isdigit() else f"berupa {value}"
    if place % 2:
        return Kalimat(f"Dengan realisasi {amount}, {name_of(item)} {judged}.")
    return Kalimat(f"Realisasi {name_of(item)} {amount} {judged}.")


def _verdict(found: BandingStandar) -> str:
    exact = found.capaian.tepat
    if exact is None:
        return ""
    return (
        "memenuhi" if exact == 100 else "lebih baik daripada" if exact > 100 else "belum memenuhi"
    )


def _named(found: BandingStandar, satuan: str) -> str:
    standar = found.standar
    source = f" ({escape(standar.sumber)})" if standar.sumber else ""
    return f"standar {standar.tingkat} {name_value(standar.nilai, satuan)}{source}"
