from pathlib import Path

import pytest

from kinerja_desktop.services.dokumen import surat
from kinerja_desktop.services.dokumen.tertanda import attach_tertanda
from kinerja_desktop.services.kantor.data_entry import change_field
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.pindaian import Pindaian
from kinerja_desktop.services.kiriman import delivery, transfer
from kinerja_desktop.services.kiriman.delivery import list_drives, list_terkirim, read_kesiapan
from kinerja_desktop.services.kiriman.transfer import compose_package, send_package
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.services.pengukuran import bukti
from kinerja_desktop.services.pengukuran.finalisasi import reopen
from tests.finals import finalize
from tests.services.dokumen.papers import (
    TAHUN,
    TANGGAL,
    attach_scan,
    indikator_id,
    keep_plans,
    sign_perjanjian,
)
from tests.services.lkjip.office import complete
from tests.tampering import lose_file


def test_a_draft_says_why_it_cannot_be_sent(muncar: Office) -> None:
    found = read_kesiapan(muncar, TAHUN)
    assert not found.is_final
    assert "belum final" in str(found.halangan)
    assert (found.files, found.ukuran, found.kode) == ((), 0, "")


def test_a_final_period_shows_what_goes_in_and_what_is_missing(muncar: Office) -> None:
    row = finalize(muncar, TAHUN, TANGGAL)
    change_field(muncar, "indikator", indikator_id(muncar), "satuan", "Indeks")

    found = read_kesiapan(muncar, TAHUN)

    assert (found.is_final, found.halangan, found.kode) == (True, None, row.kode)
    assert [(file.nama, file.keterangan) for file in found.files] == [
        ("00_SURAT_PENGANTAR.pdf", "Surat pengantar"),
        ("Pengukuran_Kinerja_2024.pdf", "Pengukuran Kinerja (PDF)"),
        ("Pengukuran_Kinerja_2024.xlsx", "Pengukuran Kinerja (Excel)"),
        ("data.json", "Data"),
    ]
    pdf = muncar.evidence.path_of(row.pdf).stat().st_size
    assert found.files[1].ukuran == pdf
    assert found.ukuran == sum(file.ukuran for file in found.files)
    messages = [problem.message for problem in found.peringatan]
    assert "Sesudah dokumen ditandatangani" in messages[0]
    assert messages[1] == (
        "Surat pengantar belum bernomor: isi nomornya di Dokumen sebelum paket ditulis, karena "
        "sesudahnya surat itu final"
    )
    for text, start in zip(messages[2:], (
        "Penetapan IKU 2024 belum final, jadi tidak disertakan",
        "Rencana Kinerja Tahunan 2024 belum final, jadi tidak disertakan",
        "Perjanjian Kinerja 2024 belum ditandatangani",
        "LKjIP 2024 belum final",
        "Pengukuran Kinerja Tahun 2024 yang ditandatangani belum dilampirkan",
        "Tidak ada berkas bukti Tahun 2024",
    ), strict=True):  # fmt: skip
        assert text.startswith(start)


def test_with_number_and_evidence_nothing_is_missing(muncar: Office, tmp_path: Path) -> None:
    (tmp_path / "Survei.pdf").write_bytes(b"hasil survei")
    bukti.attach_bukti(muncar, indikator_id(muncar), TAHUN, tmp_path / "Survei.pdf")
    surat.set_nomor(muncar, TAHUN, "065/1")
    sign_perjanjian(muncar)
    complete(muncar)
    keep_plans(muncar)
    finalize_lkjip(muncar, TAHUN.tahun, TANGGAL)
    attach_scan(muncar, tmp_path)
    found = read_kesiapan(muncar, TAHUN)
    assert found.peringatan == ()
    (evidence,) = (file for file in found.files if file.keterangan == "Berkas bukti")
    assert (evidence.nama, evidence.ukuran) == ("001_Survei.pdf", 12)


def test_a_scan_of_the_signed_paper_goes_along_and_is_called_so(
    muncar: Office, tmp_path: Path
) -> None:
    row = finalize(muncar, TAHUN, TANGGAL)
    scan = tmp_path / "tertanda.jpg"
    scan.write_bytes(b"tinta")
    wanted = Permintaan("pengukuran-kinerja", TAHUN)
    attach_tertanda(muncar, wanted, scan, Pindaian((row.kode,), 1, 0))
    (found,) = (file for file in read_kesiapan(muncar, TAHUN).files if "TERTANDA" in file.path)
    assert (found.nama, found.keterangan, found.ukuran) == (
        "Pengukuran_Kinerja_2024_bertanda_tangan_1.jpg",
        "Pindaian kertas bertanda tangan",
        5,
    )


def test_who_sent_figures_that_are_no_longer_in_force_is_told(
    muncar: Office, tmp_path: Path
) -> None:
    old = finalize(muncar, TAHUN, TANGGAL)
    send_package(muncar, compose_package(muncar, TAHUN), tmp_path)
    messages = [str(problem) for problem in read_kesiapan(muncar, TAHUN).peringatan]
    assert not [text for text in messages if "angka lama" in text]
    reopen(muncar, old.id, "angka keliru")
    change_field(muncar, "indikator", indikator_id(muncar), "satuan", "Indeks")
    new = finalize(muncar, TAHUN, TANGGAL)
    assert new.kode != old.kode
    first = str(read_kesiapan(muncar, TAHUN).peringatan[0])
    assert first.startswith("Paket yang dikirim ")
    assert f"memuat angka lama, berkode {old.kode}" in first
    send_package(muncar, compose_package(muncar, TAHUN), tmp_path)
    assert not [p for p in read_kesiapan(muncar, TAHUN).peringatan if "angka lama" in str(p)]


def test_a_letter_that_went_without_a_number_is_told_as_final(
    muncar: Office, tmp_path: Path
) -> None:
    finalize(muncar, TAHUN, TANGGAL)
    send_package(muncar, compose_package(muncar, TAHUN), tmp_path)
    (told,) = [
        str(problem)
        for problem in read_kesiapan(muncar, TAHUN).peringatan
        if str(problem).startswith("Surat pengantar belum bernomor")
    ]
    assert told == (
        "Surat pengantar belum bernomor dan sudah final: tulis nomornya dengan tangan, atau Buka "
        "kembali di Dokumen lalu isi nomornya"
    )


def test_evidence_that_is_lost_blocks_the_final_period(muncar: Office, tmp_path: Path) -> None:
    (tmp_path / "Survei.pdf").write_bytes(b"hasil survei")
    bukti.attach_bukti(muncar, indikator_id(muncar), TAHUN, tmp_path / "Survei.pdf")
    (digest,) = muncar.evidence.stored()
    finalize(muncar, TAHUN, TANGGAL)
    lose_file(muncar, digest)
    found = read_kesiapan(muncar, TAHUN)
    assert found.is_final
    assert "hilang atau rusak" in str(found.halangan)


def test_the_log_tells_each_delivery(muncar: Office, tmp_path: Path) -> None:
    finalize(muncar, TAHUN, TANGGAL)
    path = transfer.send_package(muncar, transfer.compose_package(muncar, TAHUN), tmp_path)
    (row,) = list_terkirim(muncar)
    assert (row.path, row.periode, row.penerima) == (path, TAHUN, "")
    assert row.waktu == muncar.now()


def test_sticks_are_those_of_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    assert delivery.list_drives is list_drives
    assert isinstance(list_drives(), list)
