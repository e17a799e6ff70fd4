from dataclasses import replace
from datetime import date

import pytest

from kinerja_desktop.domain.sop.berkas import BERKAS_BAWAAN, read_sop, sop_to_json
from kinerja_desktop.domain.sop.formulir import Bacaan, Isian
from kinerja_desktop.domain.sop.langkah import Keputusan
from kinerja_desktop.domain.sop.model import Penerimaan, Sop
from kinerja_desktop.domain.sop.usulan import Usulan, accept_usulan, list_usulan
from kinerja_desktop.errors import KinerjaError
from tests.domain.sop.contoh import (
    CANDIPURO,
    PENGUKURAN,
    PENGUMPULAN,
    PERENCANAAN,
    load,
    make_langkah,
    make_sop,
)

TODAY = date(2024, 2, 5)


def find(sop: Sop, kunci: str) -> Usulan:
    return next(usulan for usulan in list_usulan(sop) if usulan.kunci == kunci)


def accept(sop: Sop, kunci: str, words: str | None = None) -> Sop:
    usulan = find(sop, kunci)
    return accept_usulan(sop, replace(usulan, usulan=words or usulan.usulan), "Siti", TODAY)


def test_a_usulan_says_where_what_and_why() -> None:
    assert find(load(CANDIPURO), "langkah/10/uraian") == Usulan(
        kunci="langkah/10/uraian",
        label="Langkah 10 · Uraian",
        tercetak="",
        usulan="Membuat surat pengantar penyampaian Dokumen Laporan Kinerja",
        alasan="uraian kosong di sumber; diusulkan dari kelengkapan dan output",
    )


@pytest.mark.parametrize(
    ("name", "kunci", "label"),
    [
        (PENGUKURAN, "identitas/tanggal_revisi", "Identitas · Tanggal revisi"),
        (PENGUKURAN, "dasar_hukum/butir/1/isi", "Dasar hukum 1"),
        (PENGUKURAN, "langkah/5/no", "Langkah 5 · Nomor"),
        (CANDIPURO, "tanda_tangan/jabatan", "Tanda tangan · Jabatan"),
        (PENGUMPULAN, "peran", "Kolom pelaksana"),
    ],
)
def test_a_place_is_named_in_words(name: str, kunci: str, label: str) -> None:
    assert find(load(name), kunci).label == label


def test_every_usulan_has_its_own_place_and_a_reason() -> None:
    for name in BERKAS_BAWAAN:
        usulan = list_usulan(load(name))
        assert len({item.kunci for item in usulan}) == len(usulan)
        assert all(item.alasan for item in usulan)


def test_accepting_keeps_the_printed_words_and_changes_only_the_cleaned_reading() -> None:
    sop = accept(load(PENGUKURAN), "langkah/5/output")
    output = sop.get_langkah(5).output
    assert output.tercetak == "Form Rencana Kinerja"
    assert output.read(Bacaan.TERCETAK) == "Form Rencana Kinerja"
    assert output.read(Bacaan.DIRAPIKAN) == "Form Pengukuran Kinerja (terisi)"


def test_what_is_not_accepted_stays_as_printed_in_both_readings() -> None:
    output = load(PENGUKURAN).get_langkah(5).output
    assert output.read(Bacaan.DIRAPIKAN) == output.read() == "Form Rencana Kinerja"
    assert Isian(None).read() == ""


def test_accepting_makes_a_new_version_and_a_line_in_the_log() -> None:
    first = accept(load(PENGUKURAN), "langkah/5/no")
    second = accept(first, "identitas/tanggal_efektif")
    assert second.versi == 3
    assert second.penerimaan == (
        Penerimaan(2, "langkah/5/no", "4", "5", "Siti", TODAY),
        Penerimaan(
            3, "identitas/tanggal_efektif", "1 Pebruari 2024", "1 Februari 2024", "Siti", TODAY
        ),
    )


def test_an_accepted_usulan_leaves_the_list() -> None:
    sop = load(PENGUKURAN)
    accepted = accept(sop, "langkah/5/no")
    gone = {u.kunci for u in list_usulan(sop)} - {u.kunci for u in list_usulan(accepted)}
    assert gone == {"langkah/5/no"}


def test_the_office_types_the_name_that_we_cannot_know() -> None:
    usulan = find(load(PERENCANAAN), "identitas/disahkan_oleh_nama")
    assert usulan.usulan is None
    with pytest.raises(KinerjaError, match="masih kosong"):
        accept_usulan(load(PERENCANAAN), usulan, "Siti", TODAY)
    sop = accept(load(PERENCANAAN), usulan.kunci, "  Drs. Nama Contoh, M.Si. ")
    assert sop.identitas.disahkan_oleh_nama.read(Bacaan.DIRAPIKAN) == "Drs. Nama Contoh, M.Si."
    assert sop.identitas.disahkan_oleh_nama.tercetak == "Drs. EDWI SUPRPTO, M.Si."


def test_any_printed_place_can_be_read_otherwise() -> None:
    usulan = Usulan("langkah/3/uraian", "", "Mengerjakan bagian 3", "Mengirim laporan", "")
    sop = accept_usulan(make_sop(), usulan, "Siti", TODAY)
    assert sop.get_langkah(3).uraian.diterima == "Mengirim laporan"


def test_confirmed_peran_are_no_longer_open() -> None:
    sop = accept(load(PENGUKURAN), "langkah/2/peran")
    assert not any(p.is_terbuka for p in sop.get_langkah(2).peran)
    assert all(p.disimpulkan for p in sop.get_langkah(2).peran)
    assert sop.penerimaan[0].diterima == (
        "Staf Penerima Surat; Sekretaris (penerima); Camat (penerima)"
    )


def test_peran_cannot_be_exchanged_by_accepting_other_words() -> None:
    with pytest.raises(KinerjaError, match="hanya dapat dikonfirmasi"):
        accept(load(PENGUKURAN), "langkah/2/peran", "Camat")


def test_the_columns_that_the_scanner_lost_can_be_confirmed() -> None:
    sop = accept(load(PENGUMPULAN), "peran")
    assert all(peran.dikonfirmasi for peran in sop.kolom)
    assert not sop.get_peran("KASI").dikonfirmasi
    assert "peran" not in {usulan.kunci for usulan in list_usulan(sop)}


def test_a_decision_can_be_confirmed_with_another_step_to_return_to() -> None:
    sop = accept(load(PENGUKURAN), "langkah/8/keputusan", "5")
    assert sop.get_langkah(8).kembali_ke == 5
    assert sop.get_langkah(8).keputusan == Keputusan(5, True, True, dikonfirmasi=True)
    assert not (sop.get_langkah(8).keputusan or Keputusan(0, True)).is_terbuka


@pytest.mark.parametrize(
    ("words", "message"),
    [("enam", "bukan nomor urut"), ("8", "langkah sebelumnya"), ("99", "tidak ada")],
)
def test_a_decision_returns_only_to_an_earlier_step(words: str, message: str) -> None:
    with pytest.raises(KinerjaError, match=message):
        accept(load(PENGUKURAN), "langkah/8/keputusan", words)


def test_a_decision_in_words_is_open_only_because_its_aim_is_not_named() -> None:
    usulan = find(load(CANDIPURO), "langkah/8/keputusan")
    assert usulan.usulan == "6"
    assert usulan.alasan == "sumber tidak menyebut langkah tujuan pengembalian"
    sure = make_sop(make_langkah(1, is_start=True), make_langkah(2, kembali_ke=1, is_end=True))
    assert list_usulan(sure) == []


@pytest.mark.parametrize(
    ("kunci", "tercetak"), [("langkah/99/output", "Surat"), ("langkah/1/output", "Lain")]
)
def test_a_usulan_for_a_place_that_is_no_longer_so_is_refused(kunci: str, tercetak: str) -> None:
    with pytest.raises(KinerjaError, match="tidak ada lagi pada SOP versi 1"):
        accept_usulan(make_sop(), Usulan(kunci, "", tercetak, "x", ""), "Siti", TODAY)


@pytest.mark.parametrize("name", BERKAS_BAWAAN)
def test_all_usulan_can_be_accepted_and_the_file_keeps_them(name: str) -> None:
    source = sop = load(name)
    for usulan in list_usulan(source):
        words = usulan.usulan or "ditetapkan kantor"
        sop = accept_usulan(sop, replace(usulan, usulan=words), "Siti", TODAY)
    assert list_usulan(sop) == []
    assert sop.versi == 1 + len(list_usulan(source)) == 1 + len(sop.penerimaan)
    assert [step.uraian.tercetak for step in sop.langkah] == [
        step.uraian.tercetak for step in source.langkah
    ]
    assert read_sop(sop_to_json(sop)) == sop
