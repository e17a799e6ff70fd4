"""The planning papers as they are printed, saved and sent, and where they stand."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen.document_list import list_keadaan, suggest_name
from kinerja_desktop.services.dokumen.documents import build_naskah
from kinerja_desktop.services.kantor.data_entry import add_row, change_field, fill_cells, list_rows
from kinerja_desktop.services.kantor.dokumen import KeadaanDokumen, Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.delivery import read_kesiapan
from kinerja_desktop.services.kiriman.salinan import list_salinan
from kinerja_desktop.services.rencana.perjanjian import create_murni, create_perubahan, remove_butir
from kinerja_desktop.services.rencana.perjanjian_versi import list_perjanjian
from tests.conftest import Clock
from tests.finals import finalize
from tests.services.dokumen.papers import (
    TAHUN,
    TANGGAL,
    TW1,
    give_iki,
    indikator_id,
    keep_plans,
    pejabat_id,
    read_text,
    sign_perjanjian,
)


def change_instansi(office: Office, name: str, value: str) -> None:
    (row,) = list_rows(office, "instansi")
    change_field(office, "instansi", row["id"], name, value)


def text_of(
    office: Office, kunci: str, tentang: UUID | None = None, tanggal: date | None = None
) -> str:
    return read_text(build_naskah(office, Permintaan(kunci, TAHUN, tentang, tanggal)))


def state(office: Office, kunci: str, periode: Periode = TAHUN) -> KeadaanDokumen:
    return list_keadaan(office, periode)[kunci]


def plan(office: Office, kode: str = "IKU-1") -> None:
    where = {"indikator_id": indikator_id(office, kode), "tahun": 2024}
    fill_cells(office, "rencana_aksi", [(where, "tw4", Decimal("91.33"))])


# Dates and signers


def test_a_plan_printed_in_its_year_bears_the_day_and_its_camat(
    muncar: Office, clock: Clock
) -> None:
    clock.moment = clock.moment.replace(year=2024)
    plan(muncar)
    for kunci in ("rencana-kinerja-tahunan", "rencana-aksi"):
        text = text_of(muncar, kunci)
        assert "Muncar, 15 Januari 2024 CAMAT MUNCAR," in text
        assert "NAMA CAMAT" in text
        assert "ALAMAT KANTOR" in text


def test_a_plan_printed_after_its_year_leaves_the_date_to_be_written(muncar: Office) -> None:
    # It is January 2025.
    plan(muncar)
    assert "Muncar, ........................ CAMAT" in text_of(muncar, "rencana-kinerja-tahunan")
    asked = text_of(muncar, "rencana-kinerja-tahunan", tanggal=date(2023, 12, 20))
    assert "Muncar, 20 Desember 2023" in asked


def test_a_rencana_aksi_bears_the_date_of_the_agreement_it_spreads(muncar: Office) -> None:
    plan(muncar)
    sign_perjanjian(muncar)
    assert "Muncar, 10 Januari 2024" in text_of(muncar, "rencana-aksi")


def test_the_rencana_aksi_of_an_official_is_signed_with_the_superior(muncar: Office) -> None:
    text = text_of(muncar, "rencana-aksi", give_iki(muncar))
    assert "Nama : NAMA SEKRETARIS" in text
    assert "SEKRETARIS KECAMATAN," in text
    assert "CAMAT MUNCAR," in text
    assert "Laporan tepat waktu" in text


def test_a_penetapan_iku_is_signed_by_the_camat_of_its_date(muncar: Office) -> None:
    (renstra,) = list_rows(muncar, "periode_renstra")
    change_field(muncar, "periode_renstra", renstra["id"], "tanggal_iku", date(2020, 3, 2))
    text = text_of(muncar, "penetapan-iku")
    assert "Muncar, 2 Maret 2020" in text
    assert "NAMA CAMAT" in text
    # Before there was a Camat, a line to sign on.
    change_field(muncar, "periode_renstra", renstra["id"], "tanggal_iku", date(2019, 3, 2))
    text = text_of(muncar, "penetapan-iku")
    assert "CAMAT MUNCAR," in text
    assert "NAMA CAMAT" not in text


def test_a_perjanjian_to_be_signed_is_clean_and_bears_only_contoh(muncar: Office) -> None:
    key = create_murni(muncar, 2024, pejabat_id(muncar, "NAMA CAMAT"))
    text = text_of(muncar, "perjanjian-kinerja", key)
    assert "CONTOH" in text
    assert "DRAF" not in text


def test_an_office_without_address_prints_no_letterhead(muncar: Office) -> None:
    change_instansi(muncar, "alamat", "")
    change_instansi(muncar, "tempat", "")
    change_instansi(muncar, "kertas", "A4")
    naskah = build_naskah(muncar, Permintaan("rencana-kinerja-tahunan", TAHUN))
    assert naskah.paper.name == "A4"
    text = read_text(naskah)
    assert "PEMERINTAH KABUPATEN" not in text
    assert "Banyuwangi, ...." in text


@pytest.mark.parametrize("kunci", ["penetapan-iku", "rencana-kinerja-tahunan", "rencana-aksi"])
def test_an_office_that_is_not_set_up_prints_no_plan(office: Office, kunci: str) -> None:
    with pytest.raises(KinerjaError, match="belum disiapkan"):
        build_naskah(office, Permintaan(kunci, TAHUN))


@pytest.mark.parametrize("kunci", ["penetapan-iku", "rencana-kinerja-tahunan", "rencana-aksi"])
def test_a_year_of_which_nothing_is_planned_is_told(muncar: Office, kunci: str) -> None:
    with pytest.raises(KinerjaError, match="yang berlaku pada 2010"):
        build_naskah(muncar, Permintaan(kunci, Periode(2010)))


# Where they stand


def test_the_iku_tell_their_number_or_that_it_is_missing(muncar: Office) -> None:
    found = state(muncar, "penetapan-iku")
    assert found.keadaan == "Belum bernomor"
    assert found.catatan.startswith("Nomor dan tanggal Keputusan Camat belum diisi")
    (renstra,) = list_rows(muncar, "periode_renstra")
    change_field(muncar, "periode_renstra", renstra["id"], "nomor_iku", "188/1")
    found = state(muncar, "penetapan-iku")
    assert found.keadaan == "Nomor 188/1"
    assert found.catatan.startswith("Tanggal Keputusan Camat belum diisi")
    change_field(muncar, "periode_renstra", renstra["id"], "tanggal_iku", date(2020, 3, 2))
    assert state(muncar, "penetapan-iku").catatan == ""
    # 2030 lies in no Renstra.
    assert (
        "periode Renstra yang memuat 2030" in state(muncar, "penetapan-iku", Periode(2030)).catatan
    )


def test_a_year_without_indicators_has_no_plan(muncar: Office) -> None:
    for row in list_rows(muncar, "indikator"):
        change_field(muncar, "indikator", row["id"], "berlaku_sampai", 2024)
    for kunci in ("penetapan-iku", "rencana-kinerja-tahunan", "rencana-aksi", "perjanjian-kinerja"):
        found = state(muncar, kunci, Periode(2025))
        assert found.keadaan == "Belum ada"
        assert "2025" in found.kosong
    assert list(list_salinan(muncar, Periode(2025))) == ["00_SURAT_PENGANTAR.pdf"] + [
        f"03_PENGUKURAN/Pengukuran_Kinerja_2025.{bentuk}" for bentuk in ("pdf", "xlsx")
    ]


def test_targets_and_pagu_that_are_missing_are_counted(muncar: Office) -> None:
    # Muncar has four strategic indicators, each with a target for 2024.
    assert state(muncar, "rencana-kinerja-tahunan") == KeadaanDokumen("4 indikator")
    for row in list_rows(muncar, "target_tahunan", indikator_id=indikator_id(muncar)):
        change_field(muncar, "target_tahunan", row["id"], "nilai", None)
    for row in list_rows(muncar, "pagu", tahun=2024):
        change_field(muncar, "pagu", row["id"], "murni", None)
    change_instansi(muncar, "alamat", "")
    first, second, third = state(muncar, "rencana-kinerja-tahunan").catatan.split("\n")
    assert first.startswith("Alamat kantor belum diisi")
    assert second.startswith("1 indikator belum bertarget 2024")
    assert third == "Pagu 2024 belum diisi: isi di Anggaran."


def test_every_version_of_an_agreement_can_be_chosen(muncar: Office) -> None:
    assert "tombol Buat murni" in state(muncar, "perjanjian-kinerja").kosong
    signed = sign_perjanjian(muncar)
    assert state(muncar, "perjanjian-kinerja") == KeadaanDokumen(
        "1 dari 1 ditandai ditandatangani",
        state(muncar, "perjanjian-kinerja").subjek,
    )
    create_perubahan(muncar, signed, "mutasi")
    change_instansi(muncar, "bupati", "")
    found = state(muncar, "perjanjian-kinerja")
    assert found.keadaan == "1 dari 2 ditandai ditandatangani"
    assert [(item.nama, item.keadaan) for item in found.subjek] == [
        ("PK-2024-P1 – NAMA CAMAT", "draf"),
        ("PK-2024 – NAMA CAMAT", "ditandai ditandatangani"),
    ]
    assert found.catatan.split("\n") == [
        "PK-2024-P1: tanggal belum diisi.",
        "Nama Bupati belum diisi: isi di Pengaturan.",
    ]


def test_an_agreement_of_nothing_is_told(muncar: Office) -> None:
    create_murni(muncar, 2024, pejabat_id(muncar, "NAMA CAMAT"))
    for row in list_rows(muncar, "butir_perjanjian"):
        change_field(muncar, "butir_perjanjian", row["id"], "target", None)
    assert "4 butir belum bertarget" in state(muncar, "perjanjian-kinerja").catatan
    (version,) = list_perjanjian(muncar, 2024)
    for butir in version.butir:
        remove_butir(muncar, butir.id)
    assert "belum ada butirnya" in state(muncar, "perjanjian-kinerja").catatan


def test_a_rencana_aksi_tells_how_much_is_filled_in_and_whose(muncar: Office) -> None:
    assert "Rencana Aksi 2024 belum diisi" in state(muncar, "rencana-aksi").kosong
    plan(muncar)
    assert state(muncar, "rencana-aksi") == KeadaanDokumen("Terisi 1 dari 9 indikator")
    owner = give_iki(muncar)
    found = state(muncar, "rencana-aksi").subjek
    assert [(item.id, item.nama, item.keadaan) for item in found] == [
        (None, "IKU kantor", "Terisi 1 dari 9 indikator"),
        (owner, "IKI NAMA SEKRETARIS", "Terisi 0 dari 1 indikator"),
    ]


def test_a_yearly_paper_is_named_after_its_year() -> None:
    wanted = Permintaan("rencana-kinerja-tahunan", TW1)
    assert suggest_name(wanted, "", "pdf") == "Rencana_Kinerja_Tahunan_2024.pdf"


# The package for Bappeda


def test_signed_agreements_and_plans_go_with_a_delivery(muncar: Office) -> None:
    signed = sign_perjanjian(muncar)
    plan(muncar)
    create_perubahan(muncar, signed, "mutasi")
    finalize(muncar, TAHUN, TANGGAL)
    keep_plans(muncar, "penetapan-iku", "rencana-kinerja-tahunan", "rencana-aksi")
    found = {file.path: file.keterangan for file in read_kesiapan(muncar, TAHUN).files}
    # `docs/sakip.md` §10: 01_PK/, 02_RENAKSI/; a draft does not go to Bappeda.
    assert {path: text for path, text in found.items() if path[:3] < "03_" and "/" in path} == {
        "00_PERENCANAAN/Penetapan_IKU_2024.pdf": "Penetapan IKU",
        "00_PERENCANAAN/Rencana_Kinerja_Tahunan_2024.pdf": "Rencana Kinerja Tahunan",
        "01_PK/01_Perjanjian_Kinerja_PK-2024.pdf": "Perjanjian Kinerja",
        "02_RENAKSI/Rencana_Aksi_2024.pdf": "Rencana Aksi",
    }


def test_a_plan_that_is_a_draft_stays_at_home_and_is_told(muncar: Office) -> None:
    plan(muncar)
    finalize(muncar, TAHUN, TANGGAL)
    keep_plans(muncar, "penetapan-iku")
    found = read_kesiapan(muncar, TAHUN)
    sent = {file.path for file in found.files}
    assert "00_PERENCANAAN/Penetapan_IKU_2024.pdf" in sent
    assert not [path for path in sent if "Rencana" in path]
    told = [problem.message for problem in found.peringatan]
    for judul in ("Rencana Kinerja Tahunan", "Rencana Aksi"):
        text = f"{judul} 2024 belum final, jadi tidak disertakan: jadikan final di Dokumen"
        assert text in told
    assert not [text for text in told if "Penetapan IKU" in text]


def test_an_odd_kode_still_makes_a_safe_name(muncar: Office) -> None:
    add_row(
        muncar,
        "perjanjian_kinerja",
        {"kode": "PK/2024: é" + "x" * 200, "tahun": 2024, "perubahan_ke": 0, "ditandatangani": True,
         "tanggal": date(2024, 1, 2)},
    )  # fmt: skip
    (path,) = (path for path in list_salinan(muncar, TAHUN) if path.startswith("01_PK"))
    name = path.partition("/")[2]
    assert name.startswith("01_Perjanjian_Kinerja_PK_2024_e")
    assert len(name) <= 100
