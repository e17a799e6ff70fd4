import pytest

from kinerja_desktop.domain.lkjip.kerangka import (
    JenisBagian,
    Kerangka,
    kerangka_from_data,
    kerangka_to_data,
)
from kinerja_desktop.errors import KinerjaError
from tests.domain.lkjip.contoh import kerangka


def titles(outline: Kerangka, induk: str) -> list[str]:
    return [item.judul for item in outline.children(induk)]


def test_the_default_outline_is_that_of_tempursari() -> None:
    """`docs/sakip.md` §7.2, S16, with what §7.7 asks for."""
    outline = kerangka()
    assert titles(outline, "bab_1") == [
        "Latar Belakang", "Tujuan", "Gambaran Umum Organisasi", "Dasar Hukum", "Sistematika",
    ]  # fmt: skip
    assert titles(outline, "bab_2") == [
        "Rencana Strategis Organisasi", "Indikator Kinerja Utama", "Perjanjian Kinerja",
        "Tindak Lanjut Hasil Evaluasi dan Laporan Kinerja Tahun Sebelumnya",
    ]  # fmt: skip
    assert titles(outline, "gambaran_umum") == [
        "Kondisi Wilayah", "Tugas dan Fungsi", "Susunan Organisasi dan Pejabat",
        "Sumber Daya Aparatur", "Sarana dan Prasarana", "Aspek Strategis dan Permasalahan Utama",
        "Inovasi",
    ]  # fmt: skip
    assert titles(outline, "bab_3") == [
        "Capaian Kinerja Organisasi", "Evaluasi dan Analisis Capaian Kinerja",
        "Realisasi Anggaran",
    ]  # fmt: skip
    assert titles(outline, "bab_4") == [
        "Kesimpulan", "Strategi Perencanaan Masa Mendatang", "Strategi Pemecahan Masalah",
        "Publikasi Laporan Kinerja",
    ]  # fmt: skip


def test_the_seven_comparisons_stand_in_the_evaluation() -> None:
    """PermenPANRB 53/2014 Anak Lampiran II/1."""
    analyses = kerangka().children("evaluasi")
    assert [item.isi for item in analyses] == [f"analisis_{n}" for n in range(1, 8)]
    assert analyses[0].judul == "Membandingkan antara target dan realisasi kinerja tahun ini"


def test_an_office_renames_hides_and_moves_sections() -> None:
    outline = kerangka().rename("tujuan", "  Maksud   dan Tujuan ").show("dasar_hukum", False)
    outline = outline.move("sistematika", -1)
    assert titles(outline, "bab_1")[1] == "Maksud dan Tujuan"
    assert titles(outline, "bab_1")[-1] == "Dasar Hukum"
    assert not outline.find("dasar_hukum").tampil


def test_a_section_at_the_end_of_its_row_stays_there() -> None:
    outline = kerangka()
    assert outline.move("latar_belakang", -1) == outline
    assert outline.move("bab_4", 1) == outline


def test_a_comparison_moves_among_comparisons_only() -> None:
    outline = kerangka().move("analisis_2", -1)
    assert [item.isi for item in outline.children("evaluasi")][:2] == ["analisis_2", "analisis_1"]


def test_a_section_of_the_offices_own_comes_and_goes() -> None:
    outline = kerangka().add("tujuan", "tambahan-1", "Ruang Lingkup")
    assert titles(outline, "bab_1")[2] == "Ruang Lingkup"
    new = outline.find("tambahan-1")
    assert (new.jenis, new.tambahan) == (JenisBagian.SUBBAB, True)
    assert outline.remove("tambahan-1") == kerangka()


def test_the_forms_own_sections_are_hidden_never_removed() -> None:
    with pytest.raises(KinerjaError, match="tidak dapat dihapus"):
        kerangka().remove("tujuan")


@pytest.mark.parametrize(
    ("judul", "words"), [("  ", "belum ditulis"), ("x" * 201, "terlalu panjang")]
)
def test_a_heading_that_cannot_be_is_refused(judul: str, words: str) -> None:
    with pytest.raises(KinerjaError, match=words):
        kerangka().rename("tujuan", judul)


def test_a_section_that_is_gone_is_said() -> None:
    with pytest.raises(KinerjaError, match="sudah tidak ada"):
        kerangka().find("tambahan-9")


def test_the_report_has_one_of_its_known_names() -> None:
    assert kerangka().rename_report("LAKIP").nama == "LAKIP"
    with pytest.raises(KinerjaError, match="tidak dikenal"):
        kerangka().rename_report("Laporan")


def test_a_stored_outline_is_read_back() -> None:
    outline = kerangka().rename("tujuan", "Maksud").add("tujuan", "tambahan-1", "Lingkup")
    assert kerangka_from_data(kerangka_to_data(outline), kerangka()) == outline


def test_a_section_that_a_newer_program_knows_joins_a_stored_outline() -> None:
    data = kerangka_to_data(kerangka())
    data["bagian"] = [item for item in data["bagian"] if item["kunci"] != "sistematika"]
    outline = kerangka_from_data(data, kerangka())
    assert titles(outline, "bab_1")[-1] == "Sistematika"


def test_front_matter_and_bab_of_a_newer_program_stand_with_their_kind() -> None:
    data = kerangka_to_data(kerangka())
    data["bagian"] = [i for i in data["bagian"] if i["kunci"] not in ("daftar_isi", "bab_2")]
    kinds = [item.jenis for item in kerangka_from_data(data, kerangka()).children()]
    assert kinds == sorted(kinds, key=list(JenisBagian).index)


def test_a_row_that_an_older_outline_does_not_know_stands_at_the_end() -> None:
    data = kerangka_to_data(kerangka())
    data["bagian"] = [i for i in data["bagian"] if i.get("induk") != "gambaran_umum"]
    outline = kerangka_from_data(data, kerangka())
    assert titles(outline, "gambaran_umum") == titles(kerangka(), "gambaran_umum")


def test_the_reports_name_in_a_sentence_keeps_its_short_form() -> None:
    assert kerangka().nama_kalimat == "Laporan Kinerja Instansi Pemerintah (LKjIP)"


def test_depth_follows_the_parents() -> None:
    depths = {item.kunci: level for item, level in kerangka().walk()}
    assert (depths["bab_1"], depths["gambaran_umum"], depths["tugas_fungsi"]) == (1, 2, 3)
