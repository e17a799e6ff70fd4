import os
import subprocess
import sys
from pathlib import Path

from installer.windows.config import INSTALLER, ROOT
from tests.installer.made import write


def launch(
    folder: Path, *words: str, path: Path = ROOT, closed: bool = False
) -> subprocess.CompletedProcess[str]:
    """Run the start-up file; `closed` without streams, as pythonw does."""
    code = "import sys; sys.stdout = sys.stderr = None\n" if closed else "import sys\n"
    code += "import runpy; sys.argv = sys.argv[1:]\n"
    code += "runpy.run_path(sys.argv[0], run_name='__main__')"
    environment = {**os.environ, "LOCALAPPDATA": str(folder), "PYTHONPATH": str(path)}
    command = [sys.executable, "-c", code, str(INSTALLER / "launch.py"), *words]
    # Away from the checkout, where the program would be found anyway.
    return subprocess.run(
        command, env=environment, cwd=folder, capture_output=True, text=True, timeout=120
    )


def log_of(folder: Path) -> Path:
    """Return the log of a start."""
    return folder / "KinerjaDesktop" / "log" / "mulai.log"


def broken(folder: Path) -> Path:
    """A program that cannot be imported."""
    write(folder / "kinerja_desktop" / "__init__.py", "")
    write(folder / "kinerja_desktop" / "__main__.py", "import pustaka_yang_hilang\n")
    return folder


def test_words_and_exit_code_are_passed_on(tmp_path: Path) -> None:
    assert launch(tmp_path, "ajaib").returncode == 2
    done = launch(tmp_path, "periksa", "--buat", "--data", str(tmp_path / "data"))
    assert done.returncode == 0
    assert done.stdout.endswith("Program dan data baik.\n")
    assert not log_of(tmp_path).exists()


def test_a_command_that_cannot_start_says_why(tmp_path: Path) -> None:
    done = launch(tmp_path, "periksa", path=broken(tmp_path / "program"))
    assert done.returncode == 1
    assert "pustaka_yang_hilang" in done.stderr
    assert "pustaka_yang_hilang" in log_of(tmp_path).read_text("utf-8")


def test_without_a_console_a_failed_start_is_written_down(tmp_path: Path) -> None:
    done = launch(tmp_path, path=broken(tmp_path / "program"), closed=True)
    assert done.returncode == 1
    text = log_of(tmp_path).read_text("utf-8")
    assert "pustaka_yang_hilang" in text
    # What the message box says, which elsewhere than on Windows is printed.
    assert "Data kantor tetap ada di foldernya" in text
    assert "Pasang ulang program" in text


def test_without_a_console_a_command_shows_no_box(tmp_path: Path) -> None:
    done = launch(tmp_path, "periksa", path=broken(tmp_path / "program"), closed=True)
    assert done.returncode == 1
    assert "Data kantor tetap ada di foldernya" not in log_of(tmp_path).read_text("utf-8")


def test_a_log_that_cannot_be_written_stops_no_start(tmp_path: Path) -> None:
    write(tmp_path / "KinerjaDesktop", "a file where the folder should be")
    done = launch(
        tmp_path, "--buat", "ukur", "--tahun", "2024", "--data", str(tmp_path / "d"), closed=True
    )
    assert done.returncode == 0
    done = launch(tmp_path, path=broken(tmp_path / "program"), closed=True)
    assert done.returncode == 1
