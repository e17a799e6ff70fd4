from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.capaian.freezing import freeze, thaw
from kinerja_desktop.domain.capaian.profil import (
    Aturan,
    Efisiensi,
    PembandingTriwulan,
    Pembulatan,
    ProfilRumus,
    RataRata,
    TargetNol,
)
from kinerja_desktop.domain.capaian.rumus import Arah, Rumus
from kinerja_desktop.domain.capaian.skala import SKALA

percents = st.none() | st.decimals(min_value=0, max_value=200, places=2)
profiles = st.builds(
    ProfilRumus,
    rumus_turun=st.sampled_from([Rumus.MIN_2T, Rumus.MIN_TR]),
    lantai=percents,
    cap_capaian=percents,
    cap_rata_rata=percents,
    target_nol=st.sampled_from(TargetNol),
    realisasi_nol_penuh=st.booleans(),
    digit=st.integers(0, 4),
    pembulatan=st.sampled_from(Pembulatan),
    rata_rata=st.sampled_from(RataRata),
    berbobot=st.booleans(),
    pembanding_triwulan=st.sampled_from(PembandingTriwulan),
    skala=st.sampled_from(sorted(SKALA)),
    efisiensi=st.sampled_from(Efisiensi),
)


def test_the_defaults_are_those_of_the_design() -> None:
    """`docs/architecture.md` §4.3."""
    profil = ProfilRumus()
    assert profil.rumus_turun is Rumus.MIN_2T
    assert (profil.lantai, profil.cap_capaian, profil.cap_rata_rata) == (Decimal(0), None, None)
    assert (profil.digit, profil.pembulatan) == (2, Pembulatan.SETENGAH_KE_ATAS)
    assert profil.rata_rata is RataRata.INDIKATOR
    assert profil.skala_kategori.kode == "permendagri_86"


@pytest.mark.parametrize(
    ("arah", "rumus"),
    [
        (Arah.NAIK, Rumus.MAX), (Arah.TURUN, Rumus.MIN_TR), (Arah.RENTANG, Rumus.RANGE_8),
        (Arah.RENTANG_TURUN, Rumus.RANGE_8_MIN), (Arah.STABIL, Rumus.STABIL),
        (Arah.PREDIKAT, Rumus.PREDIKAT), (Arah.YA_TIDAK, Rumus.YA_TIDAK),
    ],
)  # fmt: skip
def test_the_profile_decides_what_falling_means(arah: Arah, rumus: Rumus) -> None:
    assert ProfilRumus(rumus_turun=Rumus.MIN_TR).resolve_rumus(arah) is rumus


@given(profiles)
def test_a_stored_profile_reads_back(profil: ProfilRumus) -> None:
    assert thaw(ProfilRumus, freeze(profil)) == profil


def test_an_older_profile_keeps_the_defaults_of_what_it_lacks() -> None:
    assert thaw(ProfilRumus, {"digit": 1, "dari_masa_depan": True}) == replace(
        ProfilRumus(), digit=1, aturan=Aturan.SATU
    )


def test_the_default_profile_is_printed_in_three_notes() -> None:
    falling, kategori, rata = ProfilRumus().describe()
    assert falling.endswith("(2 × Target − Realisasi) / Target × 100, paling rendah 0%.")
    assert "Permendagri 86/2017" in kategori
    assert "rata-rata seluruh indikator yang dapat dihitung" in rata


def test_every_choice_that_changes_a_figure_is_printed() -> None:
    profil = ProfilRumus(
        lantai=None,
        cap_capaian=Decimal(120),
        cap_rata_rata=Decimal(100),
        pembulatan=Pembulatan.POTONG,
        rata_rata=RataRata.SASARAN,
        berbobot=True,
    )
    text = " ".join(profil.describe())
    assert "paling rendah" not in text
    assert "Capaian dibatasi paling tinggi 120%." in text
    assert "Di dalam rata-rata, capaian dibatasi 100%." in text
    assert "rata-rata dari sasaran, berbobot di dalam sasaran" in text
    assert "Angka dipotong pada 2 desimal." in text
