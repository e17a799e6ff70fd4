from datetime import date
from decimal import Decimal

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.lkjip.kelengkapan import KeadaanBagian
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen import documents
from kinerja_desktop.services.kantor.data_entry import add_row, change_field, list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.bahan import gather_bahan
from kinerja_desktop.services.lkjip.kerangka import (
    add_section,
    move_section,
    remove_section,
    rename_section,
    set_report_name,
    show_section,
)
from kinerja_desktop.services.lkjip.laporan import gather_naskah, read_lkjip
from kinerja_desktop.services.lkjip.teks import (
    declare_absent,
    keep_text,
    use_draft,
    write_text,
)
from kinerja_desktop.services.pengukuran.ukur import set_realisasi
from kinerja_desktop.store.records import Lhe
from tests.finals import finalize
from tests.services.kantor.small import fill_kantor
from tests.services.lkjip.office import TAHUN, bagian, indikator

IKM_CAPAIAN = "capaiannya 106,93% (Sangat Tinggi)"


def analysis(office: Office, number: int, tahun: int = TAHUN) -> str:
    """The kunci of a comparison below the tujuan of the sample, which has the IKM."""
    rows = read_lkjip(office, tahun).bagian
    return next(row.kunci for row in rows if row.kunci.startswith(f"analisis_{number}@"))


def test_the_report_of_the_sample_is_written_from_its_figures(muncar: Office) -> None:
    """tests/data/muncar.json prints 106,93 for the IKM of 2024 and 103,65 for 2023."""
    isi = read_lkjip(muncar, TAHUN)
    assert IKM_CAPAIAN in bagian(isi, analysis(muncar, 1)).teks
    assert "dari 103,65% menjadi 106,93%" in bagian(isi, analysis(muncar, 2)).teks
    assert (isi.nama, isi.batas) == ("LKjIP", date(2025, 2, 28))


def test_an_office_that_is_not_set_up_has_no_report(office: Office) -> None:
    with pytest.raises(KinerjaError, match="belum disiapkan"):
        read_lkjip(office, TAHUN)


def test_a_year_without_a_plan_has_a_report_full_of_gaps(muncar: Office) -> None:
    isi = read_lkjip(muncar, 2031)
    texts = [str(problem) for problem in isi.kekurangan]
    assert "Tidak ada Renstra yang mencakup 2031: isi Renstra & IKU" in texts


def test_untouched_text_follows_the_figures(muncar: Office) -> None:
    key = analysis(muncar, 1)
    set_realisasi(muncar, indikator(muncar, "IKU-1"), Periode(TAHUN), Decimal("91.33"))
    assert "capaiannya 100,00%" in bagian(read_lkjip(muncar, TAHUN), key).teks


def test_written_text_stays_and_is_marked_when_figures_move(muncar: Office) -> None:
    key = analysis(muncar, 1)
    write_text(muncar, TAHUN, key, "Teks kantor")
    assert bagian(read_lkjip(muncar, TAHUN), key).keadaan is KeadaanBagian.DITULIS
    set_realisasi(muncar, indikator(muncar, "IKU-1"), Periode(TAHUN), Decimal("91.33"))
    row = bagian(read_lkjip(muncar, TAHUN), key)
    assert (row.keadaan, row.teks) == (KeadaanBagian.ANGKA_BERUBAH, "Teks kantor")
    assert IKM_CAPAIAN in row.dasar
    assert "100,00%" in row.draf


def test_writing_on_does_not_take_the_mark_away(muncar: Office) -> None:
    key = analysis(muncar, 1)
    write_text(muncar, TAHUN, key, "Teks kantor")
    set_realisasi(muncar, indikator(muncar, "IKU-1"), Periode(TAHUN), Decimal("91.33"))
    write_text(muncar, TAHUN, key, "Teks kantor lagi")
    assert bagian(read_lkjip(muncar, TAHUN), key).keadaan is KeadaanBagian.ANGKA_BERUBAH


def test_text_that_is_still_right_is_kept(muncar: Office) -> None:
    key = analysis(muncar, 1)
    write_text(muncar, TAHUN, key, "Teks kantor")
    set_realisasi(muncar, indikator(muncar, "IKU-1"), Periode(TAHUN), Decimal("91.33"))
    keep_text(muncar, TAHUN, key)
    assert bagian(read_lkjip(muncar, TAHUN), key).keadaan is KeadaanBagian.DITULIS


def test_keeping_a_draft_that_nobody_wrote_over_keeps_nothing(muncar: Office) -> None:
    before = gather_naskah(muncar, TAHUN, date(2025, 2, 3))
    keep_text(muncar, TAHUN, "latar_belakang")
    assert gather_naskah(muncar, TAHUN, date(2025, 2, 3)) == before


def test_a_budget_that_moved_after_pengukuran_asks_to_measure_again(muncar: Office) -> None:
    """The report goes down to sub kegiatan, which a Pengukuran Kinerja does not freeze."""
    finalize(muncar, Periode(TAHUN), date(2025, 1, 31))
    pagu = max(list_rows(muncar, "pagu", tahun=TAHUN), key=lambda row: row["murni"] or 0)
    change_field(muncar, "pagu", pagu["id"], "murni", pagu["murni"] + 1)
    change_field(muncar, "indikator", indikator(muncar, "IKU-1"), "uraian", "Lain")
    texts = [str(problem) for problem in read_lkjip(muncar, TAHUN).kekurangan]
    (budget,) = [text for text in texts if "anggaran sudah berubah" in text]
    assert budget.endswith("buka kembali Pengukuran Kinerja, lalu jadikan final lagi")
    assert any(text.endswith("laporan memuat angka yang final") for text in texts)


def test_the_draft_comes_back_when_it_is_wanted(muncar: Office) -> None:
    write_text(muncar, TAHUN, "latar_belakang", "Teks kantor")
    use_draft(muncar, TAHUN, "latar_belakang")
    assert bagian(read_lkjip(muncar, TAHUN), "latar_belakang").keadaan is KeadaanBagian.DRAF
    use_draft(muncar, TAHUN, "latar_belakang")


@pytest.mark.parametrize("teks", ["", "  \n"])
def test_emptied_text_is_the_draft_again(muncar: Office, teks: str) -> None:
    write_text(muncar, TAHUN, "latar_belakang", "Teks kantor")
    write_text(muncar, TAHUN, "latar_belakang", teks)
    assert bagian(read_lkjip(muncar, TAHUN), "latar_belakang").keadaan is KeadaanBagian.DRAF


def test_text_equal_to_the_draft_is_untouched(muncar: Office) -> None:
    draft = bagian(read_lkjip(muncar, TAHUN), "latar_belakang").draf
    write_text(muncar, TAHUN, "latar_belakang", draft)
    assert bagian(read_lkjip(muncar, TAHUN), "latar_belakang").keadaan is KeadaanBagian.DRAF


def test_every_stroke_is_undone_like_everything_else(muncar: Office) -> None:
    write_text(muncar, TAHUN, "latar_belakang", "Pertama")
    write_text(muncar, TAHUN, "latar_belakang", "Kedua")
    assert muncar.journal.undo() == "Menulis 1.1 Latar Belakang LKjIP 2024"
    assert bagian(read_lkjip(muncar, TAHUN), "latar_belakang").teks == "Pertama"


def test_tables_and_lists_are_not_written_by_hand(muncar: Office) -> None:
    with pytest.raises(KinerjaError, match="diisi program"):
        write_text(muncar, TAHUN, "daftar_isi", "x")


def test_a_section_that_is_gone_is_said(muncar: Office) -> None:
    with pytest.raises(KinerjaError, match="sudah tidak ada"):
        write_text(muncar, TAHUN, "hilang", "x")


def test_what_there_is_not_is_declared_with_a_reason(muncar: Office) -> None:
    declare_absent(muncar, TAHUN, "isu_strategis", " belum  dibahas ")
    row = bagian(read_lkjip(muncar, TAHUN), "isu_strategis")
    assert (row.keadaan, row.alasan_tidak_ada) == (KeadaanBagian.TIDAK_ADA, "belum dibahas")
    declare_absent(muncar, TAHUN, "isu_strategis", "")
    assert bagian(read_lkjip(muncar, TAHUN), "isu_strategis").keadaan is KeadaanBagian.KOSONG


def test_the_report_cannot_do_without_its_foreword(muncar: Office) -> None:
    with pytest.raises(KinerjaError, match="tidak boleh kosong"):
        declare_absent(muncar, TAHUN, "kata_pengantar", "tidak sempat")


def test_an_outline_is_changed_undone_and_kept_for_next_year(muncar: Office) -> None:
    rename_section(muncar, TAHUN, "tujuan", "Maksud dan Tujuan")
    show_section(muncar, TAHUN, "isu_strategis", False)
    set_report_name(muncar, TAHUN, "LAKIP")
    later = read_lkjip(muncar, TAHUN + 1)
    assert (later.nama, bagian(later, "tujuan").judul) == ("LAKIP", "1.2 Maksud dan Tujuan")
    assert not bagian(later, "isu_strategis").tampil
    assert read_lkjip(muncar, TAHUN - 1).nama == "LKjIP"
    muncar.journal.undo()
    assert read_lkjip(muncar, TAHUN).nama == "LKjIP"


def test_next_years_outline_is_its_own_once_it_is_changed(muncar: Office) -> None:
    rename_section(muncar, TAHUN, "tujuan", "Lama")
    rename_section(muncar, TAHUN + 1, "tujuan", "Baru")
    assert bagian(read_lkjip(muncar, TAHUN), "tujuan").judul == "1.2 Lama"


def test_sections_of_the_offices_own(muncar: Office) -> None:
    key = add_section(muncar, TAHUN, "tujuan", "Ruang Lingkup")
    assert bagian(read_lkjip(muncar, TAHUN), key).judul == "1.3 Ruang Lingkup"
    write_text(muncar, TAHUN, key, "Isi")
    move_section(muncar, TAHUN, key, -1)
    assert bagian(read_lkjip(muncar, TAHUN), key).judul == "1.2 Ruang Lingkup"
    remove_section(muncar, TAHUN, key)
    assert key not in [row.kunci for row in read_lkjip(muncar, TAHUN).bagian]


def test_a_comparison_is_renamed_below_every_sasaran(muncar: Office) -> None:
    rename_section(muncar, TAHUN, analysis(muncar, 4), "Standar")
    titles = [r.judul for r in read_lkjip(muncar, TAHUN).bagian if r.kunci.startswith("analisis_4")]
    assert titles == ["4. Standar"] * 4


def test_a_year_that_was_signed_is_told_as_it_was_signed(muncar: Office) -> None:
    finalize(muncar, Periode(TAHUN), date(2025, 1, 31))
    key = analysis(muncar, 1)
    add_row(
        muncar,
        "perjanjian_kinerja",
        {"kode": "PK", "tahun": TAHUN, "perubahan_ke": 0, "tanggal": date(2024, 1, 5)},
    )
    before = bagian(read_lkjip(muncar, TAHUN), key).teks
    add_row(
        muncar,
        "target_tahunan",
        {"indikator_id": indikator(muncar, "IKU-1"), "tahun": TAHUN + 1, "nilai": Decimal(1)},
    )
    assert bagian(read_lkjip(muncar, TAHUN), key).teks == before


def test_standards_are_gathered_in_their_order(muncar: Office) -> None:
    for tingkat, nilai in (("kabupaten", "80"), ("nasional", "85"), ("provinsi", None)):
        add_row(
            muncar,
            "pembanding",
            {
                "indikator_id": indikator(muncar, "IKU-1"),
                "tahun": TAHUN,
                "tingkat": tingkat,
                "nilai": Decimal(nilai) if nilai else None,
                "sumber": "Perbup",
            },
        )
    bahan = gather_bahan(muncar, TAHUN, date(2025, 2, 3))
    own = next(i for i in bahan.indikator if i.id == str(indikator(muncar, "IKU-1")))
    assert [(s.tingkat, s.nilai) for s in own.standar] == [("nasional", 85), ("kabupaten", 80)]


def test_five_years_of_budget_stand_in_the_report(muncar: Office) -> None:
    """tests/data/muncar.json, JUMLAH."""
    bahan = gather_bahan(muncar, TAHUN, date(2025, 2, 3))
    assert [(row.tahun, row.pagu) for row in bahan.belanja_lalu] == [
        (2020, 2726810205), (2021, 2716180520), (2022, 3903174352), (2023, 3779907506),
    ]  # fmt: skip
    assert sum(row.pagu or 0 for row in bahan.belanja if row.tingkat == 0) == 3831102351


def test_programs_and_indicators_find_their_sasaran(muncar: Office) -> None:
    (program,) = list_rows(muncar, "mata_anggaran", kode="7.01.02")
    sasaran = list_rows(muncar, "sasaran")[0]
    link = {"mata_anggaran_id": program["id"], "sasaran_id": sasaran["id"]}
    add_row(muncar, "program_sasaran", link)
    add_row(
        muncar,
        "indikator",
        {"kode": "LAIN", "uraian": "Tanpa sasaran", "jenis": "IKU", "level": "sasaran",
         "arah": "naik", "akumulasi": "posisi_akhir"},
    )  # fmt: skip
    bahan = gather_bahan(muncar, TAHUN, date(2025, 2, 3))
    assert [item.program for item in bahan.sasaran] == [(), ("7.01.02",), (), ()]
    assert [len(item.indikator) for item in bahan.sasaran] == [1, 1, 1, 1]
    pagu = documents.build_naskah(muncar, Permintaan("pengukuran-kinerja", Periode(TAHUN)))
    assert pagu.blocks


def test_a_tujuan_without_indicators_of_its_own_is_not_analysed(office: Office) -> None:
    fill_kantor(office)
    bahan = gather_bahan(office, 2025, date(2026, 2, 3))
    assert [item.kode for item in bahan.sasaran] == ["A", "B"]
    assert {item.tujuan for item in bahan.sasaran} == {"Tujuan"}


def test_the_evaluation_of_the_year_before_is_told(muncar: Office) -> None:
    lhe = add_row(
        muncar,
        "lhe",
        {"tahun": 2023, "nomor": "700/1", "tanggal": date(2024, 7, 5), "nilai": Decimal("80.01")},
    )
    add_row(
        muncar,
        "rekomendasi_lhe",
        {"lhe_id": lhe, "urutan": 1, "rekomendasi": "Susun Manual IKU", "status": "proses"},
    )
    found = gather_bahan(muncar, 2024, date(2025, 2, 3)).lhe
    assert found is not None
    assert (found.predikat, found.rekomendasi[0].status) == ("A", "Dalam proses")
    assert gather_bahan(muncar, 2023, date(2024, 2, 3)).lhe is None
    with muncar.journal.action("Tanpa nilai") as session:
        session.get_one(Lhe, lhe).nilai = None
    bare = gather_bahan(muncar, 2024, date(2025, 2, 3)).lhe
    assert bare is not None
    assert bare.predikat == ""
