"""Sentences of comparisons 5–7."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kinerja_desktop.domain.capaian.capaian import IsianRealisasi
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur, Narasi
from kinerja_desktop.domain.capaian.profil import Efisiensi, ProfilRumus
from kinerja_desktop.domain.lkjip.analisis import AnalisisLkjip, analyze
from kinerja_desktop.domain.lkjip.bahan import BahanLkjip, IndikatorLkjip
from kinerja_desktop.domain.lkjip.kalimat_sebab import (
    explain_causes,
    explain_efficiency,
    explain_programs,
    tell_cause,
    tell_next_step,
)
from tests.domain.lkjip.contoh import BAHAN, IKM, PELAYANAN, S1, SAKIP, ukur, with_year

D = Decimal


def with_metode(metode: Efisiensi, bahan: BahanLkjip = BAHAN) -> str:
    year = replace(bahan.ukur[-1], profil=ProfilRumus(efisiensi=metode))
    analisis = analyze(replace(bahan, ukur=(*bahan.ukur[:-1], year)))
    return explain_efficiency(analisis.sasaran[0], metode)


def programs(bahan: BahanLkjip) -> str:
    analisis: AnalisisLkjip = analyze(bahan)
    return explain_programs(analisis, analisis.sasaran[0])


def test_success_is_explained_by_what_people_wrote() -> None:
    assert explain_causes(analyze(BAHAN).sasaran[0]) == (
        f"Capaian **{IKM}** sebesar 102,27% (Sangat Tinggi) dengan realisasi yang naik 5 poin "
        "dari tahun 2023 yang sebesar 85, sehingga kinerjanya membaik. Faktor pendorongnya adalah "
        "petugas dilatih."
    )


def test_failure_has_its_cause_and_what_is_done_about_it() -> None:
    assert explain_causes(analyze(BAHAN).sasaran[1]) == (
        f"Capaian **{SAKIP}** sebesar 94,29% (Sangat Tinggi) dengan realisasi yang turun 4 poin "
        "dari tahun 2023 yang sebesar 70, sehingga kinerjanya menurun. Hal ini disebabkan oleh "
        "dokumen terlambat. Tindak lanjutnya adalah jadwal dimajukan."
    )


def test_without_a_story_the_draft_stays_empty() -> None:
    bahan = with_year(BAHAN, ukur("i1", IKM, S1, D(88), D(90)))
    assert explain_causes(analyze(bahan).sasaran[0]) == ""


def test_a_dash_is_no_story() -> None:
    dash = Narasi(pendorong="-", penghambat=" ", tindak_lanjut="-")
    bahan = with_year(BAHAN, ukur("i1", IKM, S1, D(88), D(90), dash))
    assert explain_causes(analyze(bahan).sasaran[0]) == ""


def test_a_story_of_a_figure_that_is_not_there_compares_nothing() -> None:
    bahan = with_year(BAHAN, ukur("i1", IKM, S1, D(88), None, Narasi(pendorong="pelatihan")))
    text = explain_causes(analyze(bahan).sasaran[0])
    assert text == f"Capaian **{IKM}** belum diisi. Faktor pendorongnya adalah pelatihan."


def test_a_story_without_last_year_stands_alone() -> None:
    bahan = replace(BAHAN, ukur=BAHAN.ukur[-1:])
    text = explain_causes(analyze(bahan).sasaran[0])
    assert text.startswith(f"Capaian **{IKM}** sebesar 102,27% (Sangat Tinggi). Faktor")


@pytest.mark.parametrize(
    ("metode", "words"),
    [
        (
            Efisiensi.EF_SELISIH,
            "Selisih capaian dan serapan sebesar 12,27 poin persen, sehingga penggunaan "
            "sumber daya dinilai **efisien**.",
        ),
        (
            Efisiensi.EF_RASIO,
            "Rasio serapan terhadap capaian sebesar 0,88, sehingga penggunaan sumber daya dinilai "
            "**efisien**.",
        ),
        (
            Efisiensi.EF_RUPIAH,
            "Anggaran yang tidak terpakai sebesar Rp10.000.000 merupakan efisiensi.",
        ),
        (
            Efisiensi.EF_PMK,
            "Efisiensi menurut PMK 22/2021 mencapai 12,00% dengan nilai efisiensi 80,00.",
        ),
    ],
)
def test_efficiency_is_told_by_the_profiles_method(metode: Efisiensi, words: str) -> None:
    assert with_metode(metode) == (
        "Dari pagu Rp100.000.000 untuk sasaran ini terealisasi Rp90.000.000 (90%). "
        f"Rata-rata capaian sasaran mencapai 102,27%. {words}"
    )


def test_money_left_below_target_is_no_efficiency() -> None:
    bahan = with_year(BAHAN, ukur("i1", IKM, S1, D(100), D(90)))
    assert with_metode(Efisiensi.EF_RUPIAH, bahan).endswith("merupakan sisa anggaran.")


@pytest.mark.parametrize(
    ("realisasi", "words"),
    [
        (D(110_000_000), "Realisasi melebihi anggaran sebesar Rp10.000.000."),
        (D(100_000_000), "Seluruh anggaran terpakai."),
    ],
)
def test_no_money_left_is_no_money_left(realisasi: D, words: str) -> None:
    bahan = replace(BAHAN, belanja=(replace(PELAYANAN, realisasi=realisasi),))
    assert with_metode(Efisiensi.EF_RUPIAH, bahan).endswith(words)


def test_efficiency_waits_for_the_amounts_of_every_program() -> None:
    """100 + 100 million planned, 90 million known: 45 %."""
    other = replace(PELAYANAN, kode="7.01.03", realisasi=None)
    sasaran = replace(BAHAN.sasaran[0], program=("7.01.02", "7.01.03"))
    bahan = replace(BAHAN, sasaran=(sasaran,), belanja=(PELAYANAN, other))
    assert with_metode(Efisiensi.EF_SELISIH, bahan).endswith(
        "(45%). Sebanyak 1 (satu) program belum lengkap pagu atau realisasinya. "
        "Rata-rata capaian sasaran mencapai 102,27%. Efisiensinya belum dapat dihitung."
    )


def test_nothing_reached_has_no_efficiency() -> None:
    bahan = with_year(BAHAN, ukur("i1", IKM, S1, D(88), D(0)))
    assert with_metode(Efisiensi.EF_PMK, bahan).endswith("Efisiensinya belum dapat dihitung.")


def test_efficiency_by_hand_is_left_to_people() -> None:
    assert with_metode(Efisiensi.EF_MANUAL) == ""


def test_efficiency_that_cannot_be_computed_is_said() -> None:
    bahan = with_year(BAHAN, ukur("i1", IKM, S1, D(88), None))
    assert with_metode(Efisiensi.EF_SELISIH, bahan).endswith("Efisiensinya belum dapat dihitung.")


def test_no_money_no_sentence() -> None:
    assert with_metode(Efisiensi.EF_SELISIH, replace(BAHAN, belanja=())) == ""


def test_programs_that_carried_a_sasaran() -> None:
    assert programs(BAHAN) == (
        "Pencapaian sasaran ini ditunjang oleh 1 (satu) program:\n\n"
        "- Program Pelayanan: dari pagu Rp100.000.000 terealisasi Rp90.000.000 (90%).\n\n"
        "Capaian program, kegiatan, dan sub kegiatan disajikan dalam tabel berikut; 1 program "
        "belum mempunyai indikator sendiri."
    )


def test_a_missed_sasaran_was_only_attempted() -> None:
    bahan = with_year(BAHAN, ukur("i1", IKM, S1, D(100), D(90)))
    assert "diupayakan melalui" in programs(bahan)


def test_indicators_of_a_program_stand_beside_it() -> None:
    own = ukur("p1", "Persentase layanan", "PROGRAM PELAYANAN", D(80), D(80), satuan="%")
    blank = ukur("p2", "Jumlah rapat", "PROGRAM PELAYANAN", D(4), None)
    bahan = with_year(BAHAN, *BAHAN.ukur[-1].bahan, own, blank)
    extra = (
        IndikatorLkjip("p1", program="7.01.02"),
        IndikatorLkjip("p2", program="7.01.02.2.01"),
        IndikatorLkjip("i1", program="7.01.020"),
    )
    text = programs(replace(bahan, indikator=extra))
    assert text.endswith(
        "(90%); Persentase layanan terealisasi 80% dengan capaian 100,00% (Sangat Tinggi); "
        "Jumlah rapat belum diisi.\n\n"
        "Capaian setiap program, kegiatan, dan sub kegiatan disajikan dalam tabel berikut."
    )


def test_many_indicators_of_a_program_are_told_by_their_mean() -> None:
    """80, 90, 100 and 110 % of 100: 95,00."""
    found = [
        ukur(f"p{n}", f"Layanan {n}", "PROGRAM PELAYANAN", D(100), D(70 + 10 * n))
        for n in range(1, 5)
    ]
    extra = tuple(IndikatorLkjip(item.id, program="7.01.02.2.01") for item in found)

    def told(*items: BahanUkur) -> str:
        return programs(replace(with_year(BAHAN, *items), indikator=extra))

    text = told(*BAHAN.ukur[-1].bahan, *found)
    assert "(90%); rata-rata capaian 4 (empat) indikator di dalamnya mencapai 95,00%." in text
    blank = [replace(item, isian_tahunan=IsianRealisasi()) for item in found]
    assert "capaian 4 (empat) indikator di dalamnya belum dapat dihitung." in told(*blank)


def test_a_story_of_several_sentences_stays_as_it_was_written() -> None:
    assert tell_cause("Hujan. Banjir.") == "Penyebabnya diuraikan sebagai berikut. Hujan. Banjir."
    assert tell_next_step("Rapat. Lapor.") == (
        "Tindak lanjutnya diuraikan sebagai berikut. Rapat. Lapor."
    )
    assert tell_cause("") == tell_next_step("") == ""
    story = Narasi(pendorong="Rapat. Lapor.", penghambat="hujan")
    bahan = with_year(BAHAN, ukur("i1", IKM, S1, D(88), D(90), story))
    assert explain_causes(analyze(bahan).sasaran[0]).endswith(
        "Faktor pendorongnya diuraikan sebagai berikut. Rapat. Lapor. Hambatan yang dihadapi "
        "adalah hujan."
    )


def test_a_program_without_amounts_says_so() -> None:
    def told(pagu: D | None, realisasi: D | None) -> str:
        return programs(
            replace(BAHAN, belanja=(replace(PELAYANAN, pagu=pagu, realisasi=realisasi),))
        )

    assert "Program Pelayanan: pagu dan realisasinya belum diisi." in told(None, None)
    assert "pagunya belum diisi, sedangkan realisasinya sebesar Rp5." in told(None, D(5))
    assert "pagunya sebesar Rp5, sedangkan realisasinya belum diisi." in told(D(5), None)
    assert "dari pagu Rp0 terealisasi Rp0." in told(D(0), D(0))


def test_a_sasaran_without_programs_leaves_the_draft_empty() -> None:
    analisis = analyze(BAHAN)
    assert explain_programs(analisis, analisis.sasaran[1]) == ""
