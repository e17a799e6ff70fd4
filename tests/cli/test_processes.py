"""Exit codes and sentences as a script meets them: every command by running the real process."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from kinerja_desktop.__main__ import main
from kinerja_desktop.paths import resource

DONE, HAS_PROBLEMS, WRONG_USAGE = 0, 1, 2
COMMANDS = ["impor", "buku-kerja", "ukur", "cetak", "kirim", "final", "periksa", "cadangkan",
            "pulihkan", "contoh"]  # fmt: skip


def run(*words: object) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "kinerja_desktop", *map(str, words)],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the sample."""
    folder = tmp_path_factory.mktemp("kantor") / "data"
    assert main(["--data", str(folder), "--contoh", "ukur", "--tahun", "2024"]) == DONE
    return folder


def test_every_command_in_its_turn(data: Path, tmp_path: Path) -> None:
    """Each does what it says and ends with 0."""
    signed = ["--tanggal", "31-01-2025", "--tidak-dapat-dipenuhi", "Pejabatnya pindah"]
    backup = tmp_path / "c.kinerja"
    for words in (
        ["impor", resource("contoh/muncar.xlsx")],
        ["buku-kerja", "--ke", tmp_path / "k.xlsx"],
        ["ukur", "--tahun", 2024],
        ["cetak", "rencana-kinerja-tahunan", "--tahun", 2024, "--ke", tmp_path / "r.docx"],
        ["final", "--tahun", 2024, *signed],
        ["kirim", "--tahun", 2024, "--ke", tmp_path],
        ["periksa"],
        ["cadangkan", "--ke", backup],
    ):
        done = run("--data", data, *words)
        assert (done.returncode, "Traceback" in done.stderr) == (DONE, False), (words, done.stderr)
    assert run("--data", tmp_path / "baru", "pulihkan", backup).returncode == DONE
    assert run("contoh", "--ke", tmp_path / "contoh").returncode == DONE


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_tells_what_is_missing(command: str) -> None:
    words = ["--paket"] if command == "periksa" else []
    done = run(command, *words)
    assert done.returncode == WRONG_USAGE
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in ("contoh",)])
def test_a_data_folder_that_is_not_there_is_named_and_not_made(
    command: str, tmp_path: Path
) -> None:
    words: dict[str, list[object]] = {
        "impor": [resource("contoh/muncar.xlsx")],
        "buku-kerja": ["--ke", tmp_path / "k.xlsx"],
        "ukur": ["--tahun", 2024],
        "cetak": ["pengukuran-kinerja", "--tahun", 2024, "--ke", tmp_path / "p.pdf"],
        "kirim": ["--tahun", 2024, "--ke", tmp_path],
        "final": ["--tahun", 2024],
        "cadangkan": ["--ke", tmp_path / "c.kinerja"],
        "pulihkan": [tmp_path / "tidak ada.kinerja"],
    }
    folder = tmp_path / "salah ketik"
    done = run("--data", folder, command, *words.get(command, []))
    assert done.returncode == HAS_PROBLEMS
    assert "tidak ada" in done.stderr or "belum ada" in done.stderr
    assert not folder.exists() or command == "pulihkan"


@pytest.mark.parametrize("tahun", ["0", "-5", "99999", str(10**30), "1989", "2101", "٢٠٢٤", "2e3"])
@pytest.mark.parametrize(
    "words",
    [["ukur"], ["final"], ["cetak", "lkjip", "--ke", "x.pdf"], ["kirim", "--ke", "."]],
)
def test_a_year_out_of_range_is_wrong_usage(
    words: list[str], tahun: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main([*words, f"--tahun={tahun}"])
    assert caught.value.code == WRONG_USAGE
    assert "di luar 1990–2100" in capsys.readouterr().err


def test_words_that_mean_nothing_end_with_two(data: Path, tmp_path: Path) -> None:
    year = ["--tahun", "2024"]
    for words, said in (
        (["cetak", "laporan-ajaib", *year, "--ke", "x.pdf"], "Dokumen 'laporan-ajaib' tidak"),
        (["cetak", "lkjip", *year, "--ke", "x.doc"], ".docx (DOCX)"),
        (["final", "--dokumen", "laporan-ajaib", *year], "Pilih penetapan-iku"),
        (["buku-kerja", "--ke", "x.pdf"], ".xlsx"),
        (["cadangkan", "--ke", "x.zip"], ".kinerja"),
    ):
        done = run("--data", data, *words)
        assert done.returncode == WRONG_USAGE, words
        assert said in done.stderr
    missing = tmp_path / "tidak" / "ada"
    for words in (
        ["cetak", "lkjip", *year, "--ke", str(missing / "x.pdf")],
        ["buku-kerja", "--ke", str(missing / "x.xlsx")],
        ["cadangkan", "--ke", str(missing / "x.kinerja")],
        ["kirim", *year, "--ke", str(missing)],
    ):
        done = run("--data", data, *words)
        assert done.returncode == HAS_PROBLEMS
        assert f"Folder tujuan {missing} tidak ada." in done.stderr


def test_help_of_printing_names_the_formats() -> None:
    text = run("cetak", "--help").stdout
    assert all(word in text for word in ("PDF", "DOCX", "XLSX"))
    # The longest name of a document stands apart from what it is for.
    assert "naskah-nota-pengantar-draf Menyampaikan" in text


def test_an_unknown_subject_lists_what_can_be_named(data: Path, tmp_path: Path) -> None:
    words = ["cetak", "sop", "--tahun", "2024", "--ke", tmp_path / "x.pdf"]
    for more in ([], ["--tentang", "SOP-9"]):
        done = run("--data", data, *words, *more)
        assert done.returncode == HAS_PROBLEMS
        assert "Sebut dengan --tentang: '" in done.stderr
    name = done.stderr.split("Sebut dengan --tentang: '")[1].split("'")[0]
    assert run("--data", data, *words, "--tentang", name).returncode == DONE


def test_any_signed_paper_is_made_final(data: Path, tmp_path: Path) -> None:
    day = ["--tahun", "2023", "--tanggal", "31-01-2023"]
    done = run("--data", data, "final", "--dokumen", "rencana_kinerja tahunan", *day)
    assert (done.returncode, done.stdout.split(",")[0]) == (DONE, "Final"), done.stderr
    again = run("--data", data, "final", "--dokumen", "rencana-kinerja-tahunan", *day)
    assert again.returncode == HAS_PROBLEMS
    assert "sudah final" in again.stderr
    sop = run("--data", data, "final", "--dokumen", "riwayat-sop", *day)
    assert (sop.returncode, "tidak dijadikan final di sini" in sop.stderr) == (HAS_PROBLEMS, True)


def test_the_figures_of_a_period_are_whole(data: Path) -> None:
    """Every field that README tells of is there; counts are numbers, figures texts."""
    found = json.loads(run("--data", data, "ukur", "--tahun", 2023, "--json").stdout)
    assert set(found) == {
        "tahun", "triwulan", "final", "kode_verifikasi", "indikator", "sasaran", "rata_rata",
        "rata_rata_tepat", "kategori", "terhitung", "jumlah", "keterangan", "anggaran",
    }  # fmt: skip
    assert (found["terhitung"], found["jumlah"]) == (9, 9)
    item = found["indikator"][0]
    assert set(item) == {
        "kode", "uraian", "sasaran", "satuan", "arah", "bobot", "sumber_target", "rumus", "target",
        "realisasi", "keadaan", "alasan", "catatan", "capaian_tepat", "capaian", "kategori",
        "sd_triwulan", "terhadap_tahunan", "pembanding",
    }  # fmt: skip
    assert (item["arah"], item["sd_triwulan"]) == ("naik", None)
    budget = found["anggaran"]
    assert len(budget["program"]) == 5
    pagu, realisasi = (
        sum(int(row[name]) for row in budget["program"]) for name in ("pagu", "realisasi")
    )
    assert (int(budget["pagu"]), int(budget["realisasi"])) == (pagu, realisasi)
    assert abs(float(budget["serapan"]) - realisasi / pagu * 100) <= 0.005
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    for name in (*found, *item, *budget, *budget["program"][0]):
        assert f"`{name}`" in readme
