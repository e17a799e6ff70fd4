"""What a script may get wrong: the folder, the office in it, a date that is empty."""

import stat
import sys
from datetime import date
from pathlib import Path

import pytest

from kinerja_desktop.__main__ import main
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.store.records import Pejabat, Pengukuran, Realisasi
from tests.finals import finalize
from tests.tampering import tamper


def test_the_example_does_not_run_on_a_real_office(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It would make a year final and note a delivery."""
    office = open_office(tmp_path / "data")
    fill_sample(office)
    (instansi,) = list_rows(office, "instansi")
    change_field(office, "instansi", instansi["id"], "contoh", False)
    office.close()
    assert main(["--data", str(tmp_path / "data"), "contoh", "--ke", str(tmp_path / "x")]) == 1
    assert "berisi kantor sungguhan" in capsys.readouterr().err


def test_a_folder_of_somebody_else_is_no_office(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "Dokumen"
    folder.mkdir(mode=0o755)
    (folder / "surat.txt").write_text("x", "utf-8")
    assert main(["--data", str(folder), "ukur", "--tahun", "2024"]) == 1
    assert "tidak berisi data kantor" in capsys.readouterr().err
    assert [path.name for path in folder.iterdir()] == ["surat.txt"]
    if sys.platform != "win32":
        assert stat.S_IMODE(folder.stat().st_mode) == 0o755


def test_an_empty_variable_names_no_folder_and_no_date(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--data", "", "ukur", "--tahun", "2024"])
    assert ended.value.code == 2
    data = ["--data", str(tmp_path / "data"), "--contoh"]
    assert main([*data, "final", "--tahun", "2023", "--tanggal", ""]) == 1
    assert "--tanggal" in capsys.readouterr().err


def test_a_dash_is_no_reason(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = ["--data", str(tmp_path / "data"), "--contoh"]
    assert main([*data, "final", "--tahun", "2024", "--tidak-dapat-dipenuhi", "-"]) == 1
    assert "tulis mengapa tidak dapat dipenuhi" in capsys.readouterr().err


def test_a_name_where_none_is_needed_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(tmp_path / "data"), "--contoh"]
    words = ["cetak", "pengukuran-kinerja", "--tahun", "2024", "--ke", str(tmp_path / "x.pdf")]
    assert main([*data, *words, "--tentang", "Hantu"]) == 1
    assert "tidak memerlukan --tentang, jadi 'Hantu'" in capsys.readouterr().err


def test_figures_changed_outside_need_a_reason_and_are_told_when_sent(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = open_office(tmp_path / "data")
    fill_sample(office)
    tamper(office, Realisasi, pendorong="lain")
    office.close()
    data = ["--data", str(tmp_path / "data")]
    assert main([*data, "final", "--tahun", "2023"]) == 1
    assert "diubah di luar program ini" in capsys.readouterr().err
    told = ["--tidak-dapat-dipenuhi", "Dibetulkan Bappeda"]
    assert main([*data, "final", "--tahun", "2023", *told]) == 0
    assert main([*data, "kirim", "--tahun", "2023", "--ke", str(tmp_path)]) == 0
    assert "diubah di luar program ini" in capsys.readouterr().err


def test_a_print_of_no_sha256_is_made_again(tmp_path: Path) -> None:
    """Another program wrote rubbish where the kept print is named."""
    office = open_office(tmp_path / "data")
    fill_sample(office)
    finalize(office, Periode(2023), date(2024, 1, 31))
    tamper(office, Pengukuran, pdf="0000")
    office.close()
    target = tmp_path / "x.pdf"
    words = ["cetak", "pengukuran-kinerja", "--tahun", "2023", "--ke", str(target)]
    assert main(["--data", str(tmp_path / "data"), *words]) == 0
    assert target.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    "words", [["--dokumen", "rencana-kinerja-tahunan"], ["--dokumen", "penetapan-iku"]]
)
def test_no_paper_of_altered_data_is_made_final_without_a_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    office = open_office(tmp_path / "data")
    fill_sample(office)
    tamper(office, Realisasi, pendorong="lain")
    office.close()
    deed = ["--data", str(tmp_path / "data"), "final", "--tahun", "2023", *words]
    assert main(deed) == 1
    assert "diubah di luar program ini" in capsys.readouterr().err
    assert main([*deed, "--tidak-dapat-dipenuhi", "Dibetulkan Bappeda"]) == 0


def test_no_report_of_altered_data_is_made_final_without_a_reason(
    lengkap: Office, tmp_path: Path
) -> None:
    tamper(lengkap, Pejabat, pangkat="Pembina")
    with pytest.raises(KinerjaError, match="diubah di luar program ini"):
        finalize_lkjip(lengkap, 2024, date(2025, 2, 3))
    finalize_lkjip(lengkap, 2024, date(2025, 2, 3), tidak_dapat_dipenuhi="Dibetulkan BKD")
    assert lengkap.journal.last is not None
    assert lengkap.journal.last.label.endswith("(data diubah di luar program: Dibetulkan BKD)")
