import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.kode import compute_kode
from kinerja_desktop.errors import DataProblemsError, KinerjaError
from kinerja_desktop.services.awal.beranda import read_beranda
from kinerja_desktop.services.awal.setup import KantorBaru, PejabatAwal, set_up
from kinerja_desktop.services.dokumen import documents
from kinerja_desktop.services.dokumen.document_list import list_keadaan
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.finals import FinalCancelledError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman import delivery, transfer
from kinerja_desktop.services.lkjip.bahan import gather_bahan
from kinerja_desktop.services.lkjip.dokumen import list_report_data
from kinerja_desktop.services.lkjip.final import finalize_lkjip, reopen_lkjip
from kinerja_desktop.services.lkjip.kerangka import rename_section
from kinerja_desktop.services.lkjip.laporan import read_lkjip
from kinerja_desktop.services.lkjip.pratinjau import preview_section
from kinerja_desktop.services.lkjip.teks import write_text
from kinerja_desktop.services.rencana.anggaran import set_anggaran
from kinerja_desktop.store.records import Lkjip
from tests.conftest import Clock
from tests.documents.reading import pages_of
from tests.services.lkjip.office import PERIODE, TAHUN, TANGGAL, complete, indikator
from tests.stopping import Counter, stop_at
from tests.tampering import lose_file, tamper

PRINT = Permintaan("lkjip", PERIODE)


def test_a_report_with_gaps_cannot_be_final(muncar: Office) -> None:
    with pytest.raises(DataProblemsError) as caught:
        finalize_lkjip(muncar, TAHUN, TANGGAL)
    assert any("belum final" in str(problem) for problem in caught.value.problems)
    assert not read_lkjip(muncar, TAHUN).status.is_final


def test_a_final_report_bears_the_kode_of_its_data(lengkap: Office) -> None:
    row = finalize_lkjip(lengkap, TAHUN, TANGGAL)
    assert row.kode == compute_kode(row.snapshot)
    pages = pages_of(documents.build_pdf(lengkap, PRINT))
    assert any(row.kode in page for page in pages)
    assert "3 Februari 2025" in pages[1]
    status = read_lkjip(lengkap, TAHUN).status
    assert (status.is_final, status.versi, status.kode, status.perubahan) == (True, 1, row.kode, ())


def test_making_it_final_is_stopped_until_it_is_stored(lengkap: Office) -> None:
    asked, told = Counter(), list[str]()
    state, files = lengkap.journal.state(), sorted(lengkap.evidence.stored())
    for when in (1, 2, 20):
        with pytest.raises(FinalCancelledError, match="Dokumennya tetap draf"):
            finalize_lkjip(lengkap, TAHUN, TANGGAL, cancelled=stop_at(when))
        # What is being printed is kept only when it is whole.
        assert sorted(lengkap.evidence.stored()) == files
    with pytest.raises(FinalCancelledError):
        finalize_lkjip(lengkap, TAHUN, TANGGAL, last_call=lambda: True)
    assert lengkap.journal.state() == state
    assert not read_lkjip(lengkap, TAHUN).status.is_final
    finalize_lkjip(
        lengkap, TAHUN, TANGGAL, progress=lambda *step: told.append(step[2]), cancelled=asked,
        last_call=asked,
    )  # fmt: skip
    assert told[0] == "Menyusun laporan…"
    assert told[-1] == "Menyimpan berkas Word…"
    assert asked.asked == len(told) + 1 > 40
    assert read_lkjip(lengkap, TAHUN).status.versi == 1


def test_a_reprint_is_equal_byte_for_byte_whatever_has_happened_since(lengkap: Office) -> None:
    finalize_lkjip(lengkap, TAHUN, TANGGAL)
    pdf, docx = documents.build_pdf(lengkap, PRINT), documents.build_docx(lengkap, PRINT)
    change_field(lengkap, "indikator", indikator(lengkap, "IKU-1"), "uraian", "Lain")
    assert documents.build_pdf(lengkap, PRINT) == pdf
    assert documents.build_docx(lengkap, PRINT) == docx


def test_lost_files_are_made_again_from_what_was_frozen(lengkap: Office) -> None:
    row = finalize_lkjip(lengkap, TAHUN, TANGGAL)
    pdf, docx = documents.build_pdf(lengkap, PRINT), documents.build_docx(lengkap, PRINT)
    for digest in (row.pdf, row.docx):
        lose_file(lengkap, digest)
    assert documents.build_pdf(lengkap, PRINT) == pdf
    assert documents.build_docx(lengkap, PRINT) == docx


def test_if_data_changes_after_signing_the_program_says_where(lengkap: Office) -> None:
    finalize_lkjip(lengkap, TAHUN, TANGGAL)
    instansi = lengkap.require_instansi()
    change_field(lengkap, "instansi", instansi.id, "tugas", "Membantu Bupati")
    assert read_lkjip(lengkap, TAHUN).status.perubahan == ()
    change_field(lengkap, "instansi", instansi.id, "kecamatan", "Lain")
    changes = read_lkjip(lengkap, TAHUN).status.perubahan
    assert "1.1 Latar Belakang: isinya berubah" in changes


def test_figures_that_move_below_a_written_text_are_said(lengkap: Office) -> None:
    write_text(lengkap, TAHUN, "anggaran", "Teks kantor")
    finalize_lkjip(lengkap, TAHUN, TANGGAL)
    pagu = max(list_rows(lengkap, "pagu", tahun=TAHUN), key=lambda row: row["murni"] or 0)
    change_field(lengkap, "pagu", pagu["id"], "murni", pagu["murni"] + 1)
    assert "3.3 Realisasi Anggaran: isinya berubah" in read_lkjip(lengkap, TAHUN).status.perubahan


def test_sections_that_come_and_go_after_signing_are_named(lengkap: Office) -> None:
    finalize_lkjip(lengkap, TAHUN, TANGGAL)
    with lengkap.journal.action("Menghapus sasaran") as session:
        from sqlmodel import select

        from kinerja_desktop.store.records import Indikator, Sasaran

        row = session.exec(select(Sasaran).order_by(Sasaran.kode)).all()[-1]
        for item in session.exec(select(Indikator).where(Indikator.sasaran_id == row.id)):
            item.sasaran_id = None
        session.delete(row)
    changes = read_lkjip(lengkap, TAHUN).status.perubahan
    assert any("sudah tidak ada" in line for line in changes)
    assert not any(line.endswith(": baru") for line in changes)


def test_a_final_report_is_only_read(lengkap: Office) -> None:
    finalize_lkjip(lengkap, TAHUN, TANGGAL)
    for deed in (
        lambda: write_text(lengkap, TAHUN, "latar_belakang", "x"),
        lambda: rename_section(lengkap, TAHUN, "tujuan", "x"),
        lambda: finalize_lkjip(lengkap, TAHUN, TANGGAL),
    ):
        with pytest.raises(KinerjaError, match="sudah final"):
            deed()


def test_it_is_opened_again_with_a_reason_and_gets_a_new_number(
    lengkap: Office, clock: Clock
) -> None:
    row = finalize_lkjip(lengkap, TAHUN, TANGGAL)
    with pytest.raises(KinerjaError, match="Alasan"):
        reopen_lkjip(lengkap, row.id, " ")
    reopen_lkjip(lengkap, row.id, "Salah ketik")
    with pytest.raises(KinerjaError, match="sudah dibuka"):
        reopen_lkjip(lengkap, row.id, "Salah ketik")
    assert read_lkjip(lengkap, TAHUN).status.versi == 1
    write_text(lengkap, TAHUN, "latar_belakang", "Diperbaiki")
    assert finalize_lkjip(lengkap, TAHUN, TANGGAL).versi == 2
    with lengkap.journal.reading() as session:
        kept = session.get_one(Lkjip, row.id)
    assert (kept.alasan_dibuka, kept.dibuka) == ("Salah ketik", clock.moment)


def test_the_final_report_goes_to_bappeda_with_its_data(lengkap: Office, tmp_path: Path) -> None:
    row = finalize_lkjip(lengkap, TAHUN, TANGGAL)
    isi = transfer.compose_package(lengkap, PERIODE)
    assert isi.files["04_LKJIP/LKjIP_2024.pdf"] == documents.build_pdf(lengkap, PRINT)
    assert "04_LKJIP/LKjIP_2024.docx" in isi.files
    data = isi.files["data.json"]
    assert isinstance(data, bytes)
    kodes = [entry["kode"] for entry in json.loads(data)["dokumen"]]
    assert kodes[1] == row.kode
    (tmp_path / "stik").mkdir()
    _, problems = transfer.verify_package(transfer.send_package(lengkap, isi, tmp_path / "stik"))
    assert problems == []


def test_a_report_that_no_longer_fits_its_kode_is_not_sent(lengkap: Office) -> None:
    finalize_lkjip(lengkap, TAHUN, TANGGAL)
    tamper(lengkap, Lkjip, kode="0000-0000-0000-0000")
    with pytest.raises(KinerjaError, match="tidak cocok lagi"):
        list_report_data(lengkap, PERIODE)


def test_a_triwulan_carries_no_report(lengkap: Office) -> None:
    finalize_lkjip(lengkap, TAHUN, TANGGAL)
    assert list_report_data(lengkap, Periode(TAHUN, 4)) == ()


def test_a_draft_is_not_sent_and_the_clerk_is_told(lengkap: Office) -> None:
    kesiapan = delivery.read_kesiapan(lengkap, PERIODE)
    assert not any(file.path.startswith("04_LKJIP") for file in kesiapan.files)
    texts_ = [str(problem) for problem in kesiapan.peringatan]
    assert "LKjIP 2024 belum final, jadi tidak disertakan: selesaikan di LKjIP" in texts_
    finalize_lkjip(lengkap, TAHUN, TANGGAL)
    named = {file.path: file.keterangan for file in delivery.read_kesiapan(lengkap, PERIODE).files}
    assert named["04_LKJIP/LKjIP_2024.docx"] == "LKjIP (Word)"
    assert named["04_LKJIP/LKjIP_2024.pdf"] == "LKjIP (PDF)"


def test_beranda_counts_the_days_until_it_is_final(muncar: Office, clock: Clock) -> None:
    clock.moment = clock.moment.replace(month=2, day=20)
    due = [item.apa for item in read_beranda(muncar, PERIODE).tenggat]
    assert "LKjIP 2024 kepada Bupati" in due
    complete(muncar)
    finalize_lkjip(muncar, TAHUN, TANGGAL)
    due = [item.apa for item in read_beranda(muncar, PERIODE).tenggat]
    assert "LKjIP 2024 kepada Bupati" not in due


def test_the_page_dokumen_says_where_it_stands(muncar: Office) -> None:
    assert list_keadaan(muncar, PERIODE)["lkjip"].keadaan == "Draf"
    complete(muncar)
    row = finalize_lkjip(muncar, TAHUN, TANGGAL)
    assert list_keadaan(muncar, PERIODE)["lkjip"].keadaan == f"Final · kode {row.kode}"


def test_the_preview_of_a_final_report_is_what_was_signed(lengkap: Office) -> None:
    row = finalize_lkjip(lengkap, TAHUN, TANGGAL)
    shown = preview_section(lengkap, TAHUN, "latar_belakang", "tidak dipakai")
    assert any(row.kode in page for page in pages_of(shown.pdf))
    assert not any("tidak dipakai" in page for page in pages_of(shown.pdf))


def test_a_draft_bears_todays_date(muncar: Office) -> None:
    pages = pages_of(documents.build_pdf(muncar, PRINT))
    assert "15 Januari 2025" in pages[1]
    dated = Permintaan("lkjip", PERIODE, tanggal=date(2025, 2, 3))
    assert "3 Februari 2025" in pages_of(documents.build_pdf(muncar, dated))[1]


def test_without_indicators_there_is_no_report_to_print(office: Office) -> None:
    people = [PejabatAwal("Camat Uji", "Camat Uji", "camat", date(2020, 1, 1))]
    names = {"kecamatan": "Uji", "kabupaten": "Lumajang", "provinsi": "Jawa Timur"}
    set_up(office, KantorBaru(names, TAHUN, people, sop=()))
    assert "Renstra & IKU" in list_keadaan(office, PERIODE)["lkjip"].kosong


def test_an_indicator_retired_after_signing_stays_with_its_sasaran(lengkap: Office) -> None:
    change_field(lengkap, "indikator", indikator(lengkap, "IKU-1"), "berlaku_sampai", 2023)
    bahan = gather_bahan(lengkap, TAHUN, TANGGAL)
    assert bahan.sasaran[0].indikator == (str(indikator(lengkap, "IKU-1")),)


def test_a_budget_that_moved_after_the_measurement_must_be_measured_again(lengkap: Office) -> None:
    (line,) = list_rows(lengkap, "mata_anggaran", kode="7.01.01")
    set_anggaran(lengkap, TAHUN, [(line["id"], "perubahan", Decimal(5))])
    with pytest.raises(DataProblemsError) as caught:
        finalize_lkjip(lengkap, TAHUN, TANGGAL)
    (problem,) = caught.value.problems
    assert "anggaran sudah berubah: buka kembali Pengukuran Kinerja" in str(problem)
