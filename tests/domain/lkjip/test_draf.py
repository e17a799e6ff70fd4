from dataclasses import replace
from datetime import date

from kinerja_desktop.domain.capaian.profil import Efisiensi, ProfilRumus
from kinerja_desktop.domain.laporan.lkjip import compose_lkjip
from kinerja_desktop.domain.laporan.penetapan_iku import BarisIku, SasaranIku
from kinerja_desktop.domain.lkjip.draf import write_draft
from kinerja_desktop.domain.lkjip.kerangka import JenisBagian
from kinerja_desktop.domain.lkjip.sistematika import find_bab
from kinerja_desktop.domain.lkjip.susunan import EVALUASI, arrange
from tests.domain.lkjip.contoh import BAHAN, LAMPIRAN, beku


def drafts() -> dict[str, str]:
    return {item.cetak.kunci: item.draf for item in compose_lkjip(beku()).bagian}


def test_drafts_of_the_outline_name_the_office() -> None:
    text = drafts()["kata_pengantar"]
    assert "Laporan Kinerja Instansi Pemerintah (LKjIP) Kecamatan Lumajang Tahun 2024" in text
    assert "{" not in text


def test_the_reports_name_is_used_in_its_sentences() -> None:
    report = compose_lkjip(replace(beku(), kerangka=beku().kerangka.rename_report("LAKIP")))
    text = next(item.draf for item in report.bagian if item.cetak.kunci == "tujuan")
    assert text.startswith("Laporan Akuntabilitas Kinerja Instansi Pemerintah (LAKIP) Kecamatan")


def test_the_sistematika_lists_what_is_printed() -> None:
    outline = beku().kerangka.rename("tujuan", "Maksud").show("dasar_hukum", False)
    report = compose_lkjip(replace(beku(), kerangka=outline))
    text = next(item.draf for item in report.bagian if item.cetak.kunci == "sistematika")
    assert (
        "- **Bab I Pendahuluan**, menguraikan latar belakang, maksud, gambaran umum organisasi, "
        "dan sistematika.\n"
    ) in text
    assert "dasar hukum" not in text
    assert "tugas dan fungsi" not in text


def test_without_lampiran_the_sistematika_names_none() -> None:
    frozen = beku()
    outline = frozen.kerangka
    for item in outline.children():
        if item.jenis is JenisBagian.LAMPIRAN:
            outline = outline.show(item.kunci, False)
    report = compose_lkjip(replace(frozen, kerangka=outline))
    text = next(item.draf for item in report.bagian if item.cetak.kunci == "sistematika")
    assert "Bab IV Penutup" in text
    assert "Lampiran" not in text


def test_nothing_refers_to_a_bab_that_is_not_printed() -> None:
    outline = beku().kerangka
    assert find_bab(arrange(outline, BAHAN.sasaran), EVALUASI) == "Bab III"
    moved = outline.show("bab_1", False)
    assert find_bab(arrange(moved, BAHAN.sasaran), EVALUASI) == "Bab II"
    assert find_bab(arrange(outline.show("evaluasi", False), BAHAN.sasaran), EVALUASI) == ""


def test_the_perbup_of_lumajang_is_named_and_any_other_left_to_fill_in() -> None:
    """Its title is that of seed 001 (`docs/sakip.md` §13)."""
    assert "Peraturan Bupati Lumajang Nomor 96 Tahun 2019 tentang" in drafts()["dasar_hukum"]
    instansi = replace(BAHAN.instansi, kabupaten="Banyuwangi")
    report = compose_lkjip(beku(replace(BAHAN, instansi=instansi)))
    text = next(item.draf for item in report.bagian if item.cetak.kunci == "dasar_hukum")
    assert "Peraturan Bupati Banyuwangi Nomor ……… Tahun ……… tentang" in text


def test_the_dasar_hukum_names_what_an_evaluator_looks_for() -> None:
    """`docs/sakip.md` §7.7: Permendagri 86/2017 and PP 17/2018 stand there as well."""
    first, laws = drafts()["dasar_hukum"].split("\n\n", 1)
    assert first == "Dasar hukum penyusunan laporan ini adalah:"
    lines = laws.splitlines()
    assert [line.partition(". ")[0] for line in lines] == [str(n) for n in range(1, 9)]
    named = [line.partition(". ")[2].partition(" tentang ")[0] for line in lines]
    panrb = "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"
    # In the order of their rank, and within it of their years (UU, PP, Perpres, Permen, Perbup).
    assert named == [
        "Undang-Undang Nomor 23 Tahun 2014", "Peraturan Pemerintah Nomor 8 Tahun 2006",
        "Peraturan Pemerintah Nomor 17 Tahun 2018", "Peraturan Presiden Nomor 29 Tahun 2014",
        f"{panrb} Nomor 53 Tahun 2014", "Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017",
        f"{panrb} Nomor 88 Tahun 2021", "Peraturan Bupati Lumajang Nomor 96 Tahun 2019",
    ]  # fmt: skip
    assert lines[2] == "3. Peraturan Pemerintah Nomor 17 Tahun 2018 tentang Kecamatan;"
    assert lines[5].startswith(
        "6. Peraturan Menteri Dalam Negeri Nomor 86 Tahun 2017 tentang Tata Cara Perencanaan, "
        "Pengendalian dan Evaluasi Pembangunan Daerah, "
    )
    assert all(line.endswith(";") for line in lines[:-1])
    assert lines[-1].endswith(".")


def test_a_laman_is_where_the_report_is_published() -> None:
    assert drafts()["publikasi"] == ""
    instansi = replace(BAHAN.instansi, laman="lumajang.example")
    report = compose_lkjip(beku(replace(BAHAN, instansi=instansi)))
    text = next(item.draf for item in report.bagian if item.cetak.kunci == "publikasi")
    assert text == (
        "Laporan ini diumumkan kepada masyarakat melalui laman lumajang.example sesudah "
        "ditandatangani."
    )


def test_the_iku_are_introduced_with_their_keputusan() -> None:
    row = BarisIku("IKM", "Indeks", "Kepuasan", "Rata-rata", "Survei", "Kasi")
    iku = replace(
        LAMPIRAN.iku, sasaran=(SasaranIku("S", (row,)),), nomor="188/1", tanggal=date(2022, 3, 1)
    )
    frozen = replace(beku(), lampiran=replace(LAMPIRAN, iku=iku))
    text = next(i.draf for i in compose_lkjip(frozen).bagian if i.cetak.kunci == "iku")
    assert text.startswith(
        "Kecamatan Lumajang menetapkan 1 (satu) Indikator Kinerja Utama (IKU) dengan Keputusan "
        "Camat Nomor 188/1 tanggal 1 Maret 2022 sebagai ukuran"
    )
    assert drafts()["iku"] == ""


def test_every_comparison_has_its_own_draft() -> None:
    found = drafts()
    first = [found[f"analisis_{n}@s1"] for n in range(1, 8)]
    assert all(first)
    assert len(set(first)) == 7


def test_a_comparison_of_the_offices_own_has_no_draft() -> None:
    outline = beku().kerangka.add("analisis_7", "tambahan-1", "Inovasi")
    report = compose_lkjip(replace(beku(), kerangka=outline))
    own = [item for item in report.bagian if item.cetak.kunci == "tambahan-1@s1"]
    assert [item.draf for item in own] == [""]


def test_untouched_drafts_follow_the_method_of_the_profile() -> None:
    year = replace(BAHAN.ukur[-1], profil=ProfilRumus(efisiensi=Efisiensi.EF_RASIO))
    report = compose_lkjip(beku(replace(BAHAN, ukur=(*BAHAN.ukur[:-1], year))))
    text = next(item.draf for item in report.bagian if item.cetak.kunci == "analisis_6@s1")
    assert "Rasio serapan" in text


def test_a_comparison_of_a_sasaran_that_is_gone_has_no_draft() -> None:
    report = compose_lkjip(beku())
    (item,) = [item for item in report.bagian if item.cetak.kunci == "analisis_1@s1"]
    lost = replace(item.cetak, sasaran="hilang")
    assert write_draft(lost, report.analisis, beku().kerangka, ()) == ""
