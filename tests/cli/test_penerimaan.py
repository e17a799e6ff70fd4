"""`terima-paket`, `rekap`, `cocokkan`, `tanda-terima`: words, exit codes and JSON are stable."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from kinerja_desktop.__main__ import main
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange.files import write_file
from kinerja_desktop.services.kantor.office import open_office
from kinerja_desktop.services.kiriman import transfer
from kinerja_desktop.services.penerimaan import tanda_terima
from tests.documents.pictures.scans import LAIN, photograph
from tests.services.penerimaan.conftest import sent, sticks
from tests.services.penerimaan.senders import IKM, package_of

__all__ = ["sent", "sticks"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Where Bappeda's data is to be; nothing is there yet."""
    return tmp_path / "data-bappeda"


def run(data: Path, *words: str | Path) -> int:
    return main(["--data", str(data), *map(str, words)])


def receive(data: Path, *words: str | Path) -> int:
    return run(data, "--buat", "terima-paket", *words)


def test_packages_are_taken_in_and_receipts_lie_beside_them(
    data: Path, sticks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert receive(data, sticks / "v1", sticks / "klakah") == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    lines = captured.out.splitlines()
    assert lines[0].startswith("Kecamatan Candipuro, Tahun 2024, versi 1, kode ")
    paper = sticks / "v1" / "TANDA_TERIMA_CANDIPURO_2024_TAHUNAN.pdf"
    assert lines[1] == f"  Tanda terima: {paper}"
    assert paper.read_bytes().startswith(b"%PDF")
    assert paper.with_suffix(".json").exists()
    assert lines[-1] == "2 paket diterima, 0 sudah ada, 0 tidak diterima."


def test_again_it_is_there_already_and_that_is_no_failure(
    data: Path, sticks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert receive(data, sticks / "v1") == 0
    capsys.readouterr()
    assert receive(data, sticks / "v1", sticks / "v2") == 0
    captured = capsys.readouterr()
    assert "Peringatan: SAKIP_CANDIPURO_2024_TAHUNAN_20250203: Paket ini sudah" in captured.err
    assert f"  {IKM}: realisasi 97,66 menjadi 90" in captured.out
    assert captured.out.endswith("1 paket diterima, 1 sudah ada, 0 tidak diterima.\n")


def test_what_speaks_against_it_waits_for_a_reason(
    data: Path, sticks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert receive(data, sticks / "v2") == 0
    capsys.readouterr()
    assert receive(data, sticks / "v1") == 1
    captured = capsys.readouterr()
    assert "Terima hanya dengan alasan" in captured.err
    assert captured.out == "0 paket diterima, 0 sudah ada, 1 tidak diterima.\n"
    assert receive(data, sticks / "v1", "--alasan", "arsip", "--penerima", "Siti") == 0
    receipt = json.loads(
        (sticks / "v1" / "TANDA_TERIMA_CANDIPURO_2024_TAHUNAN.json").read_text("utf-8")
    )
    assert receipt["penerima"] == "Siti"


def test_the_outcome_as_json(data: Path, sticks: Path, capsys: pytest.CaptureFixture[str]) -> None:
    receive(data, sticks / "v1")
    capsys.readouterr()
    (package_of(sticks / "klakah") / "data/data.json").unlink()
    assert receive(data, sticks / "v1", sticks / "v2", sticks / "klakah", "--json") == 1
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    (taken,) = found["diterima"]
    assert (taken["unit"], taken["tahun"], taken["triwulan"], taken["versi"]) == (
        "Kecamatan Candipuro", 2024, None, 2,
    )  # fmt: skip
    assert taken["perubahan"][0] == f"{IKM}: realisasi 97,66 menjadi 90"
    assert Path(taken["tanda_terima"]).exists()
    assert [item["paket"] for item in found["sudah_ada"]] == [
        "SAKIP_CANDIPURO_2024_TAHUNAN_20250203"
    ]
    (failed,) = found["tidak_diterima"]
    assert failed["paket"] == "SAKIP_KLAKAH_2024_TAHUNAN_20250204"
    assert "hilang" in failed["sebab"]


def test_a_stick_that_cannot_be_written_has_the_package_in_all_the_same(
    data: Path, sticks: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(path: Path, _content: bytes) -> None:
        raise KinerjaError(f"{path} tidak dapat ditulis.", "Geser kunci flashdisk.")

    monkeypatch.setattr(tanda_terima, "write_file", locked)
    # It is in, and yet something is left to do.
    assert receive(data, sticks / "v1") == 1
    captured = capsys.readouterr()
    assert "sudah diterima, tetapi tanda terimanya belum ditulis" in captured.err
    assert captured.out.endswith("1 paket diterima, 0 sudah ada, 0 tidak diterima.\n")
    assert receive(data, sticks / "klakah", "--json") == 1
    assert json.loads(capsys.readouterr().out)["diterima"][0]["tanda_terima"] is None
    # Unlocked, the same command writes what is missing.
    monkeypatch.setattr(tanda_terima, "write_file", write_file)
    assert receive(data, sticks / "v1") == 0
    assert (sticks / "v1" / "TANDA_TERIMA_CANDIPURO_2024_TAHUNAN.pdf").exists()


def test_nothing_found_is_said(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "kosong").mkdir()
    assert receive(data, tmp_path / "kosong") == 1
    assert "Tidak ada paket di" in capsys.readouterr().err
    assert receive(data, tmp_path / "hilang") == 1
    assert "hilang tidak ada" in capsys.readouterr().err


def test_a_mistyped_data_folder_becomes_no_office(
    data: Path, sticks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, "terima-paket", sticks / "v1") == 1
    assert "--buat" in capsys.readouterr().err
    assert not data.exists()


def test_a_kecamatan_receives_nothing(
    sent: Path, sticks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(sent / "candipuro", tmp_path / "kecamatan")
    assert run(tmp_path / "kecamatan", "terima-paket", sticks / "v1") == 1
    assert "milik Kecamatan Candipuro, bukan Bappeda" in capsys.readouterr().err


def test_the_recap_is_written(
    data: Path, sticks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    receive(data, sticks / "v1", sticks / "klakah")
    capsys.readouterr()
    path = tmp_path / "rekap.xlsx"
    assert run(data, "rekap", "--tahun", "2024", "--ke", path) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"Ditulis: {path}",
        "18 baris indikator; 2 penyampaian sudah ada, 19 belum.",
    ]
    assert load_workbook(path)["Data"].max_row == 19
    assert run(data, "rekap", "--tahun", "2024", "--triwulan", "2", "--ke", path) == 0
    assert "0 baris indikator; 0 penyampaian sudah ada, 21 belum." in capsys.readouterr().out
    for suffix, begins in (("pdf", b"%PDF"), ("docx", b"PK")):
        paper = tmp_path / f"rekap.{suffix}"
        assert run(data, "rekap", "--tahun", "2024", "--ke", paper) == 0
        assert paper.read_bytes().startswith(begins)
    assert run(data, "rekap", "--tahun", "2024", "--ke", tmp_path / "rekap.ods") == 2
    assert run(data, "rekap", "--tahun", "2024", "--ke", data / "rekap.xlsx") == 1


def test_a_kode_is_matched(data: Path, sticks: Path, capsys: pytest.CaptureFixture[str]) -> None:
    receive(data, sticks / "v1", sticks / "v2", "--json")
    first, second = json.loads(capsys.readouterr().out)["diterima"]
    assert run(data, "cocokkan", second["kode"]) == 0
    captured = capsys.readouterr()
    assert captured.err == ""
    assert captured.out.startswith("Pengukuran Kinerja Tahun 2024, Kecamatan Candipuro")
    assert captured.out.endswith("Semua angka cocok dengan data berkode.\n")
    assert f"  {IKM}: target 91,33, realisasi 90, capaian 98,54%" in captured.out
    assert run(data, "cocokkan", first["kode"].lower()) == 0
    assert "Peringatan: Yang berlaku versi 2" in capsys.readouterr().err
    assert run(data, "cocokkan", "0000-0000-0000-0000") == 1
    assert "tidak dikenal di data ini" in capsys.readouterr().err
    assert run(data, "cocokkan", "bukan kode") == 1
    assert "Kode verifikasi" in capsys.readouterr().err
    office = open_office(data)
    for digest in office.evidence.stored():
        office.evidence.path_of(digest).write_bytes(b"x")
    office.close()
    assert run(data, "cocokkan", second["kode"]) == 1
    captured = capsys.readouterr()
    assert "hilang atau berubah di folder data" in captured.err
    assert "Semua angka cocok" not in captured.out


def test_the_kode_of_a_photo_or_scan_is_matched(
    data: Path, sticks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    receive(data, sticks / "v1", sticks / "v2", "--json")
    kode = json.loads(capsys.readouterr().out)["diterima"][1]["kode"]
    photo, scan = tmp_path / "foto.jpg", tmp_path / "tumpukan.pdf"
    photograph(kode).save(photo)
    assert run(data, "cocokkan", photo) == 0
    assert capsys.readouterr().out.endswith("Semua angka cocok dengan data berkode.\n")
    pages = [photograph(kode), photograph(LAIN)]
    pages[0].save(scan, save_all=True, append_images=pages[1:])
    assert run(data, "cocokkan", scan) == 1
    captured = capsys.readouterr()
    assert captured.out.endswith("Semua angka cocok dengan data berkode.\n")
    assert captured.err.startswith(f"Kode {LAIN} tidak dikenal di data ini.")
    photograph().save(photo)
    assert run(data, "cocokkan", photo) == 1
    assert "Tidak ada kode QR yang terbaca pada foto.jpg" in capsys.readouterr().err
    assert run(data, "cocokkan", tmp_path / "hilang.png") == 1
    assert "tidak ada" in capsys.readouterr().err


def test_the_receipt_comes_home(
    data: Path, sent: Path, sticks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """From the stick of Candipuro to Bappeda and back into its own log."""
    shutil.copytree(sent / "candipuro", tmp_path / "kecamatan")
    receive(data, sticks / "v1", sticks / "klakah", "--penerima", "Siti Aminah")
    shutil.copy(sticks / "klakah" / "TANDA_TERIMA_KLAKAH_2024_TAHUNAN.json", sticks / "v1")
    capsys.readouterr()
    assert run(tmp_path / "kecamatan", "tanda-terima", sticks / "v1") == 0
    captured = capsys.readouterr()
    assert "Peringatan: TANDA_TERIMA_KLAKAH_2024_TAHUNAN.json: Tanda terima ini untuk" in (
        captured.err
    )
    assert captured.out.splitlines()[-1] == "1 hal dicatat."
    assert "diterima Siti Aminah, Bappeda Kabupaten Lumajang" in captured.out
    office = open_office(tmp_path / "kecamatan")
    assert [row.penerima for row in transfer.list_kiriman(office) if row.penerima] == [
        "Siti Aminah"
    ]
    office.close()
    assert run(tmp_path / "kecamatan", "tanda-terima", tmp_path / "hilang") == 1
    # A forged one, and a place without any, are told and end with 1 (README).
    file = sticks / "v1" / "TANDA_TERIMA_CANDIPURO_2024_TAHUNAN.json"
    file.write_text(file.read_text("utf-8").replace("Siti Aminah", "Orang Lain"), "utf-8")
    capsys.readouterr()
    assert run(tmp_path / "kecamatan", "tanda-terima", sticks / "v1") == 1
    assert "tidak cocok dengan kodenya" in capsys.readouterr().err
    (tmp_path / "kosong").mkdir()
    assert run(tmp_path / "kecamatan", "tanda-terima", tmp_path / "kosong") == 1
    assert "Tidak ada tanda terima atau komentar Bappeda di" in capsys.readouterr().err


def test_the_words_of_the_help_are_indonesian(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["terima-paket", "--help"])
    assert caught.value.code == 0
    assert "periksa dan terima paket kecamatan" in capsys.readouterr().out
    with pytest.raises(SystemExit) as caught:
        main(["cocokkan"])
    assert caught.value.code == 2
    assert "yang ini harus ditulis: KODE" in capsys.readouterr().err
