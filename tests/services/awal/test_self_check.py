from datetime import UTC, datetime
from pathlib import Path

import pytest

from kinerja_desktop import __version__
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.paths import resource
from kinerja_desktop.services.awal import self_check
from kinerja_desktop.services.awal.self_check import Finding, check_program
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman import transfer
from kinerja_desktop.services.riwayat import workbook

NAMES = [
    "Huruf", "Ikon", "SOP dan nomenklatur", "Basis data", "Buku kerja", "PDF", "DOCX",
    "Paket flashdisk", "Printer", "Folder data", "Ruang kosong", "Jam komputer",
]  # fmt: skip


def found(folder: Path) -> dict[str, Finding]:
    return {finding.name: finding for finding in check_program(folder, lambda: ["Epson L3210"])}


def wrong(findings: dict[str, Finding]) -> dict[str, str]:
    return {name: str(item.problem) for name, item in findings.items() if item.problem}


def test_this_program_has_all_it_needs(tmp_path: Path) -> None:
    findings = found(tmp_path)
    assert list(findings) == NAMES
    assert wrong(findings) == {}
    # resources/sop holds five SOPs; resources/icons what is counted here.
    assert findings["SOP dan nomenklatur"].said.startswith("5 SOP, ")
    icons = len(list(resource("icons").glob("*.svg")))
    assert str(findings["Ikon"]) == f"Ikon: {icons} gambar"
    assert findings["Printer"].said == "Epson L3210"
    assert list(tmp_path.iterdir()) == [], "nothing is left in the data folder"


def test_a_pc_without_a_printer_is_no_problem(tmp_path: Path) -> None:
    findings = {f.name: f for f in check_program(tmp_path, list)}
    assert findings["Printer"].problem is None
    assert "disimpan sebagai PDF" in findings["Printer"].said


def test_each_part_that_fails_is_told_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> Path:
        raise FileNotFoundError(f"resources/{name}")

    def broken() -> None:
        raise ValueError("lembar rusak")

    monkeypatch.setattr(self_check, "resource", missing)
    monkeypatch.setattr(self_check, "load_faces", broken)
    assert wrong(found(tmp_path)) == {
        "Huruf": "Huruf: tidak bekerja (lembar rusak): pasang ulang program",
        "Ikon": "Ikon: tidak bekerja (resources/icons/aplikasi.svg): pasang ulang program",
        "SOP dan nomenklatur": (
            "SOP dan nomenklatur: tidak bekerja (resources/lkjip/kerangka.json): "
            "pasang ulang program"
        ),
    }


def test_without_a_database_what_needs_one_is_not_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ImportError("DLL load failed while importing _sqlite3")

    monkeypatch.setattr(self_check, "open_office", fail)
    told = wrong(found(tmp_path))
    assert list(told) == ["Basis data", "Buku kerja", "Paket flashdisk"]
    assert "DLL load failed" in told["Basis data"]
    assert told["Buku kerja"] == "Buku kerja: tidak dapat diperiksa tanpa basis data"


def test_a_workbook_or_package_that_reads_back_otherwise_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transfer, "verify_package", lambda path: (None, [Problem("hilang", "a")]))
    real = workbook.export_workbook

    def export_less(office: Office, path: Path, *, kosong: bool = False) -> None:
        real(office, path, kosong=kosong)
        # The office changes between writing and reading.
        from kinerja_desktop.services.kantor.data_entry import change_field, list_rows

        row = list_rows(office, "instansi")[0]
        change_field(office, "instansi", row["id"], "alamat", "Jl. Raya 1")

    monkeypatch.setattr(workbook, "export_workbook", export_less)
    told = wrong(found(tmp_path))
    assert "1 baris terbaca lain daripada yang ditulis" in told["Buku kerja"]
    assert "a: hilang" in told["Paket flashdisk"]


def test_a_report_names_version_and_data_folder(tmp_path: Path) -> None:
    lines = self_check.describe_program(tmp_path)
    assert lines[0] == f"Kinerja Desktop {__version__}"
    assert f"Folder data: {tmp_path}" in lines


def test_the_clock_it_is_given_is_the_one_it_judges(tmp_path: Path) -> None:
    long_ago = datetime(2001, 1, 1, tzinfo=UTC)
    findings = {f.name: f for f in check_program(tmp_path, list, lambda: long_ago)}
    assert "Setel tanggal" in str(findings["Jam komputer"].problem)


def test_a_failure_in_the_clerks_words_stays_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KinerjaError("Folder sementara penuh.", "Kosongkan ruang.")

    monkeypatch.setattr(self_check, "open_office", fail)
    assert wrong(found(tmp_path))["Basis data"] == (
        "Basis data: Folder sementara penuh. Kosongkan ruang."
    )
