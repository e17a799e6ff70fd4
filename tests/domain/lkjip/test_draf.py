from dataclasses import replace

from kinerja_desktop.domain.capaian.profil import Efisiensi, ProfilRumus
from kinerja_desktop.domain.laporan.lkjip import compose_lkjip
from kinerja_desktop.domain.lkjip.draf import write_draft
from tests.domain.lkjip.contoh import BAHAN, beku


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
