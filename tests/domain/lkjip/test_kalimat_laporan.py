"""Sentences of the report as a whole."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kinerja_desktop.domain.capaian.capaian import IsianRealisasi
from kinerja_desktop.domain.capaian.pengukuran import Narasi
from kinerja_desktop.domain.lkjip.analisis import analyze
from kinerja_desktop.domain.lkjip.bahan import (
    BahanLkjip,
    BelanjaTahun,
    PejabatStruktur,
    RenstraLkjip,
)
from kinerja_desktop.domain.lkjip.kalimat_anggaran import write_anggaran
from kinerja_desktop.domain.lkjip.kalimat_laporan import (
    write_pejabat,
    write_perjanjian,
    write_renstra,
    write_strategi_masalah,
    write_strategi_perencanaan,
    write_tugas,
)
from kinerja_desktop.domain.lkjip.kalimat_ringkasan import (
    write_capaian,
    write_ikhtisar,
    write_kesimpulan,
)
from tests.domain.lkjip.contoh import BAHAN, IKM, PELAYANAN, S1, S2, SAKIP, ukur, with_year

D, BAB = Decimal, "Bab III"
EMPTY = replace(with_year(BAHAN), sasaran=(), belanja=(), belanja_lalu=(), renstra=None)


def test_the_ikhtisar_sums_the_year_up() -> None:
    """`docs/sakip.md` §7.4: counts, mean, ≥ 100 %, lowest with reason, money, obstacles, next."""
    assert write_ikhtisar(analyze(BAHAN), BAB) == (
        "Pada tahun 2024 Kecamatan Lumajang mengukur 2 (dua) indikator pada tujuan dan sasaran "
        "strategis. Rata-rata capaian kinerja mencapai 98,28% (kategori Sangat Tinggi), dihitung "
        "dari seluruh 2 (dua) indikator.\n\n"
        "Sebanyak 1 (satu) indikator mencapai atau melampaui target dan 1 (satu) indikator belum "
        f"mencapai target. Capaian terendah terdapat pada {SAKIP}, yaitu 94,29% (Sangat Tinggi). "
        "Hal ini disebabkan oleh dokumen terlambat.\n\n"
        "Dari pagu Rp100.000.000 terealisasi Rp90.000.000 (90%), sehingga tersisa "
        "Rp10.000.000.\n\n"
        "Hambatan utama yang dihadapi adalah sebagai berikut:\n\n- dokumen terlambat.\n\n"
        "Langkah berikutnya yang akan ditempuh meliputi:\n\n- jadwal dimajukan."
    )


def test_an_office_without_data_has_no_sentences() -> None:
    analisis = analyze(EMPTY)
    assert write_ikhtisar(analisis, BAB) == ""
    assert write_capaian(analisis) == ""
    assert write_anggaran(analisis) == ""
    assert write_renstra(analisis) == ""
    assert write_perjanjian(analisis) == ""


def test_what_is_below_target_is_listed() -> None:
    assert write_capaian(analyze(BAHAN)).endswith(
        "Indikator yang belum mencapai target adalah sebagai berikut:\n\n"
        f"- {SAKIP}: 94,29% (Sangat Tinggi)"
    )


def test_what_is_not_entered_is_counted_apart() -> None:
    bahan = with_year(BAHAN, ukur("i1", IKM, S1, D(88), D(90)), ukur("i2", SAKIP, S2, D(70), None))
    text = write_capaian(analyze(bahan))
    assert (
        "Sebanyak 1 (satu) indikator mencapai atau melampaui target. Adapun 1 (satu) indikator "
        "belum diisi realisasinya."
    ) in text


def test_all_states_together_make_up_the_whole() -> None:
    off = IsianRealisasi(tidak_berlaku=True, alasan="tidak disurvei")
    bahan = with_year(
        BAHAN,
        ukur("i1", IKM, S1, D(88), D(80)),
        replace(ukur("i2", SAKIP, S2, D(70), None), isian_tahunan=off),
        ukur("i3", "x", S2, D(0), D(1)),
        ukur("i4", "y", S2, D(1), None),
    )
    assert (
        "dihitung dari 1 (satu) di antara 4 (empat) indikator. Sebanyak 1 (satu) indikator belum "
        "mencapai target. Adapun 1 (satu) indikator belum diisi realisasinya, 1 (satu) indikator "
        "tidak berlaku, dan 1 (satu) indikator tidak dapat dihitung.\n"
    ) in write_capaian(analyze(bahan))


def test_an_office_with_indicators_of_programs_alone_counts_only_them() -> None:
    bahan = with_year(BAHAN, ukur("p", "x", "PROGRAM", D(1), D(1)))
    assert "mengukur 1 (satu) indikator pada program dan kegiatan." in write_capaian(analyze(bahan))


def test_indicators_of_programs_are_counted_apart() -> None:
    bahan = with_year(BAHAN, *BAHAN.ukur[-1].bahan, ukur("p", "x", "PROGRAM", D(1), D(1)))
    words = "2 (dua) indikator pada tujuan dan sasaran strategis serta 1 (satu) indikator pada"
    assert words in write_capaian(analyze(bahan))


def test_the_lowest_needs_something_to_be_lower_than() -> None:
    alone = with_year(BAHAN, ukur("i1", IKM, S1, D(88), D(90)))
    assert "terendah" not in write_kesimpulan(analyze(alone), BAB)
    same = with_year(BAHAN, ukur("i1", IKM, S1, D(1), D(1)), ukur("i2", SAKIP, S2, D(2), D(2)))
    assert "terendah" not in write_kesimpulan(analyze(same), BAB)


def test_the_conclusion_has_result_and_cost() -> None:
    text = write_kesimpulan(analyze(BAHAN), BAB)
    assert text.startswith(
        "Berdasarkan pengukuran tahun 2024, rata-rata capaian kinerja mencapai 98,28%"
    )
    assert text.endswith("sehingga tersisa Rp10.000.000.")


def test_the_budget_has_its_extremes_and_last_year() -> None:
    other = replace(PELAYANAN, kode="7.01.03", nama="PROGRAM DESA", realisasi=D(50_000_000))
    text = write_anggaran(analyze(replace(BAHAN, belanja=(PELAYANAN, other))))
    assert (
        "Serapan tertinggi terdapat pada Program Pelayanan (90%), sedangkan yang terendah pada "
        "Program Desa (50%)."
    ) in text
    assert text.endswith("Serapan tahun ini turun dari tahun 2023 yang sebesar 80%.")


def test_programs_with_equal_serapan_have_no_extremes() -> None:
    other = replace(PELAYANAN, kode="7.01.03")
    text = write_anggaran(analyze(replace(BAHAN, belanja=(PELAYANAN, other))))
    assert "Serapan semua program sama, yaitu 90%." in text


def test_serapan_beside_last_year() -> None:
    def last(pagu: Decimal | None, realisasi: Decimal | None, tahun: int = 2023) -> str:
        row = BelanjaTahun(tahun, pagu, realisasi)
        return write_anggaran(analyze(replace(BAHAN, belanja_lalu=(row,))))

    assert "naik dari tahun 2023 yang sebesar 50%" in last(D(10), D(5))
    assert "sama dengan tahun 2023 yang sebesar 90%" in last(D(10), D(9))
    assert "Serapan tahun ini" not in last(D(10), None)
    assert "Serapan tahun ini" not in last(D(10), D(5), 2022)


def test_money_that_is_not_entered_or_all_spent() -> None:
    blank = replace(BAHAN, belanja=(replace(PELAYANAN, realisasi=None),))
    assert write_anggaran(analyze(blank)) == (
        "Pagu tahun 2024 sebesar Rp100.000.000, sedangkan realisasinya belum diisi."
    )
    spent = replace(BAHAN, belanja=(replace(PELAYANAN, realisasi=D(100_000_000)),), belanja_lalu=())
    assert write_anggaran(analyze(spent)).endswith("terealisasi Rp100.000.000 (100%).")
    over = replace(BAHAN, belanja=(replace(PELAYANAN, realisasi=D(110_000_000)),), belanja_lalu=())
    assert write_anggaran(analyze(over)).endswith(
        "(110%), sehingga realisasi melebihi pagu sebesar Rp10.000.000."
    )
    half = replace(BAHAN, belanja=(PELAYANAN, replace(PELAYANAN, kode="x", realisasi=None)))
    assert "Sebanyak 1 (satu) program belum lengkap pagu atau realisasinya." in write_anggaran(
        analyze(half)
    )
    nothing = replace(
        BAHAN, belanja=(replace(PELAYANAN, pagu=D(0), realisasi=D(0)),), belanja_lalu=()
    )
    assert write_anggaran(analyze(nothing)) == "Dari pagu Rp0 terealisasi Rp0."


def test_the_renstra_names_its_paper_goals_and_sasaran() -> None:
    renstra = RenstraLkjip("R", 2022, 2026, "Perbup 7/2022", date(2022, 3, 1))
    assert write_renstra(analyze(replace(BAHAN, renstra=renstra))) == (
        "Kinerja tahun 2024 berpedoman pada Rencana Strategis (Renstra) Kecamatan Lumajang tahun "
        "2022–2026 yang ditetapkan dengan Perbup 7/2022 tanggal 1 Maret 2022.\n\n"
        "Tujuan yang hendak dicapai adalah:\n\n- Tujuan satu.\n\n"
        f"Sasaran strategisnya meliputi:\n\n- {S1}.\n- {S2}."
    )


def test_the_agreement_names_where_its_targets_stand() -> None:
    promised = [replace(item, sumber_target="Perjanjian Kinerja") for item in BAHAN.ukur[-1].bahan]
    assert write_perjanjian(analyze(with_year(BAHAN, *promised))) == (
        "Pada tahun 2024 Camat Lumajang memperjanjikan 2 (dua) indikator pada 2 (dua) tujuan dan "
        "sasaran menurut Perjanjian Kinerja."
    )
    revised = replace(promised[0], sumber_target="Perjanjian Kinerja Perubahan ke-1")
    planned = replace(promised[1], sumber_target="target Renstra")
    assert write_perjanjian(analyze(with_year(BAHAN, revised, planned))) == (
        "Pada tahun 2024 Camat Lumajang memperjanjikan 1 (satu) indikator pada 1 (satu) tujuan "
        "dan sasaran menurut Perjanjian Kinerja Perubahan ke-1. Target 1 (satu) indikator lain "
        "diambil dari Renstra."
    )


def test_nothing_was_promised_without_a_perjanjian_kinerja() -> None:
    planned = [replace(item, sumber_target="target Renstra") for item in BAHAN.ukur[-1].bahan]
    assert write_perjanjian(analyze(with_year(BAHAN, *planned))) == (
        "Perjanjian Kinerja tahun 2024 belum dicatat. Target 2 (dua) indikator tahun 2024 diambil "
        "dari Renstra."
    )
    assert write_perjanjian(analyze(with_year(BAHAN, ukur("i1", IKM, S1, None, D(1))))) == ""


def test_next_years_targets_come_from_the_renstra() -> None:
    assert write_strategi_perencanaan(analyze(BAHAN)) == (
        f"Target kinerja tahun 2025 menurut Renstra adalah sebagai berikut:\n\n- {IKM}: 92"
    )
    assert write_strategi_perencanaan(analyze(replace(BAHAN, indikator=()))) == ""


def test_each_problem_stands_with_its_solution() -> None:
    assert write_strategi_masalah(analyze(BAHAN), BAB) == (
        "Masalah yang dihadapi dan pemecahannya adalah sebagai berikut:\n\n"
        f"- **{SAKIP}**: dokumen terlambat. Tindak lanjutnya adalah jadwal dimajukan."
    )


def test_a_dash_is_neither_obstacle_nor_step() -> None:
    dash = Narasi(penghambat="-", tindak_lanjut="-")
    bahan = with_year(
        BAHAN, ukur("i1", IKM, S1, D(88), D(80), dash), ukur("i2", SAKIP, S2, D(70), D(70))
    )
    text = write_ikhtisar(analyze(bahan), BAB)
    assert not any(word in text for word in ("disebabkan", "Hambatan", "Langkah"))
    assert write_strategi_masalah(analyze(bahan), BAB) == ""


def test_tugas_and_fungsi_are_those_that_the_office_entered() -> None:
    assert write_tugas(analyze(BAHAN)) == (
        "Kecamatan Lumajang mempunyai tugas membantu Bupati.\n\n"
        "Dalam melaksanakan tugasnya, kecamatan menyelenggarakan fungsi:\n\n"
        "- Koordinasi.\n- Pelayanan."
    )
    own = replace(BAHAN, tugas="Camat mempunyai tugas membina desa.", fungsi="")
    assert write_tugas(analyze(own)) == "Camat mempunyai tugas membina desa."
    assert write_tugas(analyze(replace(BAHAN, tugas=" ", fungsi="-\n"))) == ""
    assert write_tugas(analyze(replace(BAHAN, tugas=""))).startswith("Dalam melaksanakan")


def test_posts_are_counted() -> None:
    people = (PejabatStruktur("camat", "Camat Lumajang", "BUDI"),)
    assert write_pejabat(analyze(replace(BAHAN, pejabat=people))) == (
        "Jabatan di Kecamatan Lumajang diisi oleh 1 (satu) orang."
    )
    assert write_pejabat(analyze(BAHAN)) == ""


def test_data_never_turns_into_markup() -> None:
    bahan: BahanLkjip = with_year(BAHAN, ukur("i1", "A*B", S1, D(100), D(90)))
    assert "- A\\*B: 90,00% (Tinggi)" in write_capaian(analyze(bahan))
