"""The command line is stable: its words, exit codes and JSON (issue 2, item 10)."""

import json
import re
import shutil
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from kinerja_desktop.__main__ import main
from kinerja_desktop.cli import contoh as cli_contoh
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.paths import resource
from kinerja_desktop.services.awal import self_check
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.lke.isi import set_jawaban
from kinerja_desktop.services.lkjip.laporan import read_lkjip
from kinerja_desktop.services.pengukuran.dokumen import find_pejabat
from kinerja_desktop.services.pengukuran.finalisasi import reopen
from kinerja_desktop.services.pengukuran.ukur import list_kekurangan
from kinerja_desktop.services.rencana.perjanjian import change_perjanjian, create_murni
from kinerja_desktop.services.sop.cases import start_case
from kinerja_desktop.services.sop.library import list_sop
from kinerja_desktop.store.queries.pengukuran import find_final

FINAL_2024 = ["final", "--tahun", "2024", "--tidak-dapat-dipenuhi", "Pejabatnya pindah"]
MUNCAR = json.loads((Path(__file__).parent.parent / "data" / "muncar.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample, made by the command line itself."""
    folder = tmp_path_factory.mktemp("kantor") / "data"
    assert (
        main(["--data", str(folder), "--buat", "impor", str(resource("contoh/muncar.xlsx"))]) == 0
    )
    return folder


def measure(data: Path, capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    assert main(["--data", str(data), "ukur", *words, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


@pytest.mark.parametrize("tahun", ["2020", "2021", "2022", "2023", "2024"])
def test_a_measured_year_is_what_the_office_printed(
    data: Path, capsys: pytest.CaptureFixture[str], tahun: str
) -> None:
    found = measure(data, capsys, "--tahun", tahun)
    assert (found["tahun"], found["triwulan"]) == (int(tahun), None)
    printed = {item["indikator"]: item for item in MUNCAR["indikator"]}
    assert {item["uraian"] for item in found["indikator"]} == set(printed)
    for item in found["indikator"]:
        expected = Decimal(printed[item["uraian"]]["capaian_tercetak"][tahun].replace(",", "."))
        assert abs(Decimal(item["capaian"]) - expected) <= Decimal("0.01")
        assert (item["keadaan"], item["rumus"]) == ("nilai", "MAX")
        ratio = Decimal(item["realisasi"]) / Decimal(item["target"]) * 100
        assert abs(Decimal(item["capaian_tepat"]) - ratio) < Decimal("1e-20")
    exact = [Decimal(item["capaian_tepat"]) for item in found["indikator"]]
    mean = sum(exact, Decimal(0)) / 9
    assert abs(Decimal(found["rata_rata"]) - mean) <= Decimal("0.005")
    assert found["keterangan"] == "9 dari 9 indikator"


def test_what_is_not_there_is_null(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = measure(data, capsys, "--tahun", "2024", "--triwulan", "1")
    item = found["indikator"][0]
    assert item["realisasi"] is None
    assert (item["keadaan"], item["capaian"], item["kategori"]) == ("belum_diisi", None, None)
    assert item["sd_triwulan"]["keadaan"] == "belum_diisi"
    assert found["rata_rata"] is None
    assert {sasaran["rata_rata"] for sasaran in found["sasaran"]} == {None}


def test_a_measured_year_can_be_read(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ukur", "--data", str(data), "--tahun", "2024"]) == 0
    lines = capsys.readouterr().out
    assert "Nilai SAKIP Kecamatan: target 82,53, realisasi 82,32 → 99,75% Sangat Tinggi" in lines
    assert main(["ukur", "--data", str(data), "--tahun", "2024", "--triwulan", "2"]) == 0
    assert "target -, realisasi - → realisasi belum diisi" in capsys.readouterr().out


def test_importing_twice_changes_nothing(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(data), "impor", str(resource("contoh/muncar.xlsx"))]) == 0
    assert capsys.readouterr().out == "0 baris ditambahkan, 0 diubah, 169 tetap.\n"


def test_problems_stand_on_stderr_a_line_each(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "rusak.xlsx"
    book = load_workbook(resource("contoh/muncar.xlsx"))
    book["Realisasi"]["E5"] = "abc"
    book["Realisasi"]["E6"] = "#DIV/0!"
    book.save(path)
    assert main(["--data", str(data), "impor", str(path)]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    first, second = captured.err.splitlines()
    assert first.startswith("rusak.xlsx · Realisasi · E5: Realisasi: 'abc' bukan angka")
    assert second.startswith("rusak.xlsx · Realisasi · E6: ")


def test_a_workbook_is_written_and_read_back(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    full, empty = tmp_path / "kantor.xlsx", tmp_path / "kosong.xlsx"
    assert main(["--data", str(data), "buku-kerja", "--ke", str(full)]) == 0
    assert main(["--data", str(data), "buku-kerja", "--ke", str(empty), "--kosong"]) == 0
    capsys.readouterr()
    assert main(["--data", str(data), "impor", str(full)]) == 0
    assert "0 baris ditambahkan, 0 diubah" in capsys.readouterr().out
    assert load_workbook(empty)["Realisasi"].max_row == 4


def test_odd_data_is_taken_in_with_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "nip.xlsx"
    book = load_workbook(resource("contoh/muncar.xlsx"))
    book["Pejabat"]["B5"] = "123"
    book.save(path)
    assert main(["--data", str(tmp_path / "d"), "--buat", "impor", str(path)]) == 0
    assert "Peringatan: nip.xlsx · Pejabat" in capsys.readouterr().err


def test_a_document_is_printed(data: Path, tmp_path: Path) -> None:
    pdf, xlsx = tmp_path / "pk.pdf", tmp_path / "pk.xlsx"
    for path in (pdf, xlsx):
        words = ["cetak", "Pengukuran_Kinerja", "--tahun", "2024", "--ke", str(path)]
        assert main(["--data", str(data), *words]) == 0
    text = " ".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert "PENGUKURAN KINERJA" in text
    assert load_workbook(xlsx).sheetnames[-1] == "Data"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["cetak", "pengukuran-iki", "--tahun", "2024", "--ke", "x.pdf"], "belum dipilih"),
        (["cetak", "surat-pengantar", "--tahun", "2024", "--ke", "x.xlsx"], "tidak tersedia"),
        (["cetak", "pengukuran-iki", "--tahun", "2024", "--ke", "x.pdf", "--tentang", "SIAPA"],
         "Pejabat 'SIAPA' tidak ada"),
        (["kirim", "--tahun", "2023", "--ke", "."], "belum final"),
        (["final", "--tahun", "2024", "--tanggal", "kemarin"], "bukan tanggal"),
        (["final", "--tahun", "2019"], "Belum ada indikator"),
        (["final", "--tahun", "2024", "--lkjip"], "3.2.1 butir 5"),
        (["impor", "hilang.xlsx"], "tidak ada"),
        (["pulihkan", "hilang.kinerja"], "tidak ada"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_is_one_sentence(
    data: Path, capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    assert main(["--data", str(data), *words]) == 1
    captured = capsys.readouterr()
    assert message in captured.err
    assert "Traceback" not in captured.err


@pytest.mark.parametrize(
    "words",
    [["ukur"], ["ukur", "--tahun", "dua"], ["terbang"], ["impor"], ["--aneh"],
     ["ukur", "--tahun", "2024", "--triwulan", "5"]],
)  # fmt: skip
def test_wrong_usage_ends_with_two(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 2
    assert "usage" not in capsys.readouterr().err


def test_help_is_indonesian(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["--help"])
    assert caught.value.code == 0
    text = capsys.readouterr().out
    assert text.startswith("pemakaian: kinerja-desktop")
    for english in ("usage", "show this", "options", "positional"):
        assert english not in text


def test_the_main_job_runs_whole(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "hasil contoh"
    assert main(["contoh", "--ke", str(folder)]) == 0
    said = capsys.readouterr().out
    assert said.count("Pengukuran 20") == 5
    (package,) = folder.glob("SAKIP_MUNCAR_2024_TAHUNAN_*")
    assert main(["periksa", "--paket", str(package)]) == 0
    checked = capsys.readouterr().out
    kode = said.split("Kode verifikasi 2024: ")[1].split()[0]
    assert kode in (package / "BACA_SAYA.txt").read_text("utf-8")
    for line in (
        "Pengirim: Kecamatan Muncar, Kabupaten Banyuwangi",
        "Periode: Tahun 2024",
        f"Final: Pengukuran Kinerja Tahun 2024 · kode {kode}",
        "Paket utuh.",
    ):
        assert f"{line}\n" in checked
    assert "Tidak dibuktikan oleh kode" in checked
    assert kode in PdfReader(folder / "pengukuran-kinerja-2024.pdf").pages[-1].extract_text()
    # Twice is no harm: what is final stays final, the new package gets a name of its own.
    assert main(["contoh", "--ke", str(folder)]) == 0
    assert len(list(folder.glob("SAKIP_MUNCAR_*"))) == 2


def test_the_practice_office_is_filled_once(
    filled_latihan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "latihan"
    shutil.copytree(filled_latihan, folder / "data")
    assert main(["contoh", "--kantor", "latihan", "--ke", str(folder)]) == 0
    said = capsys.readouterr().out
    kode = said.split("Kode verifikasi 2024: ")[1].split()[0]
    assert main(["--data", str(folder / "data"), "ukur", "--tahun", "2024", "--json"]) == 0
    assert kode in capsys.readouterr().out
    # The other sample does not go on top of it.
    assert main(["contoh", "--ke", str(folder)]) == 1
    assert "berisi contoh Kecamatan Contoh" in capsys.readouterr().err


def test_the_practice_office_is_filled_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    filled: list[bool] = []
    monkeypatch.setattr(cli_contoh, "fill_latihan", lambda office: filled.append(True))
    assert main(["contoh", "--kantor", "latihan", "--ke", str(tmp_path)]) == 0
    assert filled == [True]
    assert "Data contoh" in capsys.readouterr().out


def test_a_spoiled_package_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["contoh", "--ke", str(tmp_path)]) == 0
    (package,) = tmp_path.glob("SAKIP_*")
    (package / "data" / "00_SURAT_PENGANTAR.pdf").write_bytes(b"lain")
    capsys.readouterr()
    assert main(["periksa", "--paket", str(package)]) == 1
    assert "00_SURAT_PENGANTAR.pdf" in capsys.readouterr().err


def test_final_and_send_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = ["--data", str(tmp_path / "d"), "--contoh"]
    assert main([*folder, "final", "--tahun", "2023", "--tanggal", "31-01-2024"]) == 0
    kode = capsys.readouterr().out.split()[-1]
    assert main([*folder, "kirim", "--tahun", "2023", "--ke", str(tmp_path)]) == 0
    assert kode in capsys.readouterr().out


def test_final_tells_the_warnings_that_the_window_shows(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "d"
    deed = ["--data", str(folder), "--contoh", "final", "--tahun", "2024"]
    assert main(deed) == 1
    assert "tulis mengapa tidak dapat dipenuhi" in capsys.readouterr().err
    assert main([*deed, "--tidak-dapat-dipenuhi", "Tidak tercatat pada sumbernya."]) == 0
    said = capsys.readouterr()
    office = open_office(folder)
    with office.journal.reading() as session:
        final = find_final(session, Periode(2024), None)
    assert final
    assert final.tidak_dapat_dipenuhi == "Tidak tercatat pada sumbernya."
    reopen(office, final.id, "Uji")
    warnings = [str(problem) for problem in list_kekurangan(office, Periode(2024))]
    office.close()
    assert warnings
    assert said.err.splitlines() == [f"Peringatan: {text}" for text in warnings]
    assert said.out.startswith("Final, kode verifikasi ")


def test_final_of_the_report_tells_its_warnings_too(
    lengkap: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    warnings = [str(problem) for problem in read_lkjip(lengkap, 2024).kekurangan]
    folder = lengkap.folder
    lengkap.close()
    assert main(["--data", str(folder), "final", "--tahun", "2024", "--lkjip"]) == 0
    assert capsys.readouterr().err.splitlines() == [f"Peringatan: {text}" for text in warnings]


@pytest.mark.parametrize(
    "words", [["--lkjip"], ["--dokumen", "lembar-lke"], ["--dokumen", "perjanjian-kinerja"]]
)
def test_what_is_final_already_is_told_as_final(
    lengkap: Office, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    set_jawaban(lengkap, 2024, "1.1.1", "BB")
    key = create_murni(lengkap, 2024, find_pejabat(lengkap, "NAMA CAMAT"))
    change_perjanjian(lengkap, key, "tanggal", date(2024, 1, 10))
    if "perjanjian-kinerja" in words:
        words = [*words, "--tentang", "PK-2024"]
    folder = lengkap.folder
    lengkap.close()
    deed = ["--data", str(folder), "final", "--tahun", "2024", *words]
    assert main(deed) == 0
    office = open_office(folder)
    if "lembar-lke" in words:
        set_jawaban(office, 2024, "1.1.1", "")  # by now it would lack something too
    office.close()
    capsys.readouterr()
    assert main(deed) == 1
    assert "sudah final" in capsys.readouterr().err


def test_program_and_data_check_themselves(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(data), "periksa"]) == 0
    assert "Program dan data baik." in capsys.readouterr().out


def test_the_sample_checks_itself_too(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(tmp_path / "data"), "--contoh", "periksa"]) == 0
    assert "Program dan data baik." in capsys.readouterr().out
    assert main(["--data", str(tmp_path / "data"), "ukur", "--tahun", "2024"]) == 0
    assert "Rata-rata capaian 102,88%" in capsys.readouterr().out


def test_a_reader_that_has_enough_ends_the_command_quietly(data: Path) -> None:
    command = [sys.executable, "-m", "kinerja_desktop", "--data", str(data)]
    with subprocess.Popen(
        [*command, "ukur", "--tahun", "2024", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()
    assert said == b""
    assert running.returncode == 141


def test_every_part_of_the_program_is_told_even_when_the_data_cannot_be_opened(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("huruf rusak")

    monkeypatch.setattr(self_check, "load_faces", fail)
    (tmp_path / "kinerja.db").write_bytes(b"bukan basis data" * 100)
    assert main(["--data", str(tmp_path), "periksa"]) == 1
    said = capsys.readouterr()
    assert "Printer: " in said.out
    assert "DOCX: " in said.out
    problems = said.err.splitlines()
    assert problems[0] == "Huruf: tidak bekerja (huruf rusak): pasang ulang program"
    assert problems[1].startswith("Data: Data di ")
    assert len(problems) == 2


def test_a_backup_is_taken_away_and_brought_back(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, other = tmp_path / "cadangan.kinerja", tmp_path / "pc baru"
    assert main(["--data", str(data), "cadangkan", "--ke", str(file)]) == 0
    stick = tmp_path / "STIK"
    stick.mkdir()
    for words in ([str(stick)], []):  # remembered the second time
        assert main(["--data", str(data), "cadangkan", "--tempat-kedua", *words]) == 0
    assert [path.suffix for path in stick.iterdir()][:1] == [".kinerja"]
    for _ in range(2):
        assert main(["--data", str(other), "pulihkan", str(file)]) == 0
    assert "Data sebelumnya disimpan" in capsys.readouterr().out
    assert measure(other, capsys, "--tahun", "2024") == measure(data, capsys, "--tahun", "2024")


def test_an_sop_is_printed_by_its_code(tmp_path: Path) -> None:
    folder = ["--data", str(tmp_path / "d"), "--contoh"]
    target = tmp_path / "sop.pdf"
    words = ["cetak", "sop", "--tahun", "2024", "--tentang", "LMJ-UKUR-2024", "--ke", str(target)]
    assert main([*folder, *words]) == 0
    text = " ".join(page.extract_text() for page in PdfReader(target).pages)
    assert "427.90/26/01/2024" in text


def test_planning_papers_are_printed_and_agreements_named_by_kode_or_official(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = ["--data", str(tmp_path / "d"), "--contoh"]
    target = tmp_path / "rencana.pdf"
    year = ["--tahun", "2024", "--ke", str(target)]
    for kunci, title in (
        ("penetapan_iku", "INDIKATOR KINERJA UTAMA"),
        ("Rencana Kinerja Tahunan", "RENCANA KINERJA TAHUNAN"),
        ("rencana-aksi", "RENCANA AKSI"),
    ):
        assert main([*folder, "cetak", kunci, *year]) == 0
        assert title in PdfReader(target).pages[0].extract_text()
    office = open_office(tmp_path / "d")
    create_murni(office, 2024, find_pejabat(office, "NAMA CAMAT"))
    office.close()
    for tentang in ("PK-2024", "nama camat"):
        words = ["cetak", "perjanjian-kinerja", *year, "--tentang", tentang]
        assert main([*folder, *words]) == 0
        assert "selaku atasan pihak pertama" in PdfReader(target).pages[0].extract_text()
    capsys.readouterr()
    words = ["cetak", "perjanjian-kinerja", *year, "--tentang", "PK-9"]
    assert main([*folder, *words]) == 1
    assert "'PK-9' tidak ada pada 2024" in capsys.readouterr().err


def test_the_history_of_a_case_is_printed_by_the_code_of_its_sop(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = ["--data", str(tmp_path / "d"), "--contoh"]
    target = tmp_path / "riwayat.pdf"
    words = ["cetak", "riwayat-sop", "--tahun", "2024", "--tentang", "LMJ-UKUR-2024"]
    assert main([*folder, *words, "--ke", str(target)]) == 1
    assert "belum dipilih" in capsys.readouterr().err
    office = open_office(tmp_path / "d")
    (sop,) = [item for item in list_sop(office) if item.sop.id == "LMJ-UKUR-2024"]
    start_case(office, sop.id, Periode(2024))
    office.close()
    assert main([*folder, *words, "--ke", str(target)]) == 0
    assert "RIWAYAT PELAKSANAAN SOP" in PdfReader(target).pages[0].extract_text()


def test_the_program_runs_as_a_module(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kinerja_desktop", "--data", str(tmp_path / "d"),
         "--buat", "ukur", "--tahun", "2024"],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert "Belum ada capaian" in done.stdout


def test_the_help_names_every_document() -> None:
    lines = [line.split(maxsplit=1) for line in capture_help("cetak").splitlines()]
    for dokumen in DOKUMEN.values():
        assert [dokumen.kunci, dokumen.keterangan] in lines


def capture_help(command: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "kinerja_desktop", command, "--help"],
        capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    return re.sub(r"-\n\s+", "-", done.stdout)
