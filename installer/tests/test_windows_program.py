"""The real Windows program under Wine: real wheels, CPython's own DLL, the real installer."""

from __future__ import annotations

import json
import os
import subprocess
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PIL import Image, ImageGrab
from pypdf import PdfReader

from installer.selftest.standin_runtime import choose_minor
from installer.tests.office_pc import OfficePc, office_pc
from installer.tests.wine import wait_until
from installer.windows.config import ROOT
from kinerja_desktop import __version__
from kinerja_desktop.documents.charts.pen import DARK
from kinerja_desktop.ui.base.style import ACCENT, FAMILY, PAPER, WARNING_SOFT

MUNCAR = json.loads((ROOT / "tests" / "data" / "muncar.json").read_text("utf-8"))
PICTURES = ROOT / "build" / "tangkapan"
#: Where offices keep things: spaces, and letters that no code page of Windows shares.
DATA = r"C:\Kantor Désa Ünïcode\Data Muncar"


@pytest.fixture(scope="module")
def pc(real_setup: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficePc]:
    """The installed program."""
    with office_pc(real_setup, tmp_path_factory.mktemp("pc")) as made:
        yield made


@pytest.fixture(scope="module")
def said(pc: OfficePc) -> str:
    """What the main job of the sample said, with its data in a folder of difficult letters."""
    return pc.say("--data", DATA, "contoh", "--ke", r"C:\hasil")


@pytest.fixture(scope="module")
def results(pc: OfficePc, said: str) -> Path:
    """The folder into which the main job wrote."""
    assert f"Data contoh: {DATA}" in said
    return pc.drive_c / "hasil"


def test_the_installed_program_passes_its_own_check(pc: OfficePc) -> None:
    assert "Bu Ratna Désa" in str(pc.program)
    assert pc.say("periksa").strip().endswith("Program baik.")
    assert not (pc.data / "kinerja.db").exists()


def test_the_installed_program_is_whole(pc: OfficePc) -> None:
    assert (pc.program / "VERSI").read_text("ascii") == __version__
    # Else the first start would compile a thousand modules.
    sources = [path for path in pc.program.rglob("*.py") if path.name != "launch.py"]
    assert len(sources) > 1000
    tag = choose_minor().replace(".", "")
    for path in sources:
        assert (path.parent / "__pycache__" / f"{path.stem}.cpython-{tag}.pyc").is_file(), path


def test_a_wrong_command_says_so_and_fails(pc: OfficePc) -> None:
    code, _, errors = pc.ask("ajaib")
    assert (code, "tidak dikenal" in errors) == (2, True)
    code, _, errors = pc.ask("--buat", "impor", r"C:\tidak ada.xlsx")
    assert code == 1
    assert "tidak ada.xlsx" in errors


def test_the_command_file_passes_on_words_and_exit_code(pc: OfficePc) -> None:
    starter = pc.windows_path(pc.program / "kinerja-desktop.cmd")
    assert pc.run("cmd", "/c", starter, "periksa") == 0
    assert pc.run("cmd", "/c", starter, "ajaib") == 2


def test_the_main_job_of_the_sample_runs(pc: OfficePc, said: str, results: Path) -> None:
    assert said.count("Pengukuran 20") == 5
    (package,) = results.glob("SAKIP_MUNCAR_2024_TAHUNAN_*")
    assert pc.say("periksa", "--paket", pc.windows_path(package))
    kode = said.split("Kode verifikasi 2024: ")[1].split()[0]
    assert kode in (package / "BACA_SAYA.txt").read_text("utf-8")
    paper = PdfReader(results / "pengukuran-kinerja-2024.pdf")
    assert kode in paper.pages[-1].extract_text()
    assert len(PdfReader(results / "lkjip-2024.pdf").pages) > 20
    with zipfile.ZipFile(results / "lkjip-2024.docx") as docx:
        assert "word/document.xml" in docx.namelist()
    assert (pc.drive_c / DATA[3:].replace("\\", "/") / "kinerja.db").is_file()


def test_the_figures_are_those_that_the_office_printed(pc: OfficePc, results: Path) -> None:
    printed = {
        item["indikator"]: Decimal(item["capaian_tercetak"]["2024"].replace(",", "."))
        for item in MUNCAR["indikator"]
    }
    found = json.loads(pc.say("--data", DATA, "ukur", "--tahun", "2024", "--json"))
    measured = {item["uraian"]: Decimal(item["capaian"]) for item in found["indikator"]}
    assert _differ(measured, printed) == {}
    # The form itself is live: there capaian is a formula.
    sheet = load_workbook(results / "pengukuran-kinerja-2024.xlsx")["Data"]
    heads, *rows = sheet.iter_rows(values_only=True)
    name, figure = heads.index("Indikator"), heads.index("Capaian (%)")
    written = {str(row[name]): Decimal(str(row[figure])) for row in rows}
    assert _differ(written, printed) == {}
    pages = PdfReader(results / "pengukuran-kinerja-2024.pdf").pages
    words = " ".join(page.extract_text() for page in pages).split()
    for name, capaian in measured.items():
        assert str(capaian).replace(".", ",") in words, name


def test_the_window_opens_on_a_windows_screen(pc: OfficePc, results: Path) -> None:
    assert os.environ.get("DISPLAY"), "needs a screen: ./dev test-installer starts one"
    pythonw, launch = pc.program / "runtime" / "pythonw.exe", pc.program / "launch.py"
    process = pc.start(pythonw, launch, "--data", DATA, "--contoh")
    wait_until(lambda: _windows("Kinerja Desktop") != [], "a window with the program's title")
    (size,) = _windows("Kinerja Desktop")
    assert size[0] >= 1000
    assert size[1] >= 600
    wait_until(lambda: _shows_the_sample(_take_picture("jendela-windows.png")), "a full page")
    assert process.poll() is None
    # Without /f Windows asks the window to close, as its cross would.
    assert pc.run("taskkill", "/im", "pythonw.exe") == 0
    assert process.wait(60) == 0


def test_lists_and_menus_have_our_font(pc: OfficePc) -> None:
    assert os.environ.get("DISPLAY"), "needs a screen: ./dev test-installer starts one"
    script = pc.drive_c / "fon.py"
    script.write_text(
        "from PySide6.QtWidgets import QApplication\n"
        "from kinerja_desktop.ui.shell.application import make_application\n"
        "application = make_application()\n"
        "kinds = ('QLabel', 'QAbstractItemView', 'QMenu', 'QMessageBox')\n"
        "fonts = {application.platformName(), *(QApplication.font(k).family() for k in kinds)}\n"
        "open('C:/fon.txt', 'w', encoding='utf-8').write(','.join(sorted(fonts)))\n"
    )
    assert pc.run(pc.program / "runtime" / "python.exe", script) == 0
    found = (pc.drive_c / "fon.txt").read_text("utf-8").split(",")
    assert found == sorted([FAMILY, "windows"])


def test_a_start_that_fails_leaves_a_note(pc: OfficePc) -> None:
    package = pc.program / "app" / "kinerja_desktop"
    package.rename(package.with_name("hilang"))
    try:
        code, _, errors = pc.ask("periksa")
    finally:
        package.with_name("hilang").rename(package)
    assert (code, "No module named 'kinerja_desktop'" in errors) == (1, True)
    assert "kinerja_desktop" in (pc.data / "log" / "mulai.log").read_text("utf-8")


def _differ(found: dict[str, Decimal], printed: dict[str, Decimal]) -> dict[str, object]:
    """Indicators whose figure is missing, or further than its rounding from the printed one."""
    near = Decimal("0.01")
    return {
        name: (found.get(name), printed.get(name))
        for name in found.keys() | printed.keys()
        if name not in found or name not in printed or abs(found[name] - printed[name]) > near
    }


def _windows(title: str) -> list[tuple[int, int]]:
    """Width and height of every window of a title."""
    # A window that goes while the tree is walked ends xwininfo with an error; who waits asks again.
    tree = subprocess.run(
        ["xwininfo", "-root", "-tree"], capture_output=True, text=True, check=False
    )
    if tree.returncode:
        return []
    lines = (line.split() for line in tree.stdout.splitlines() if f'"{title}"' in line)
    sizes = (next(word for word in line if "x" in word and "+" in word) for line in lines)
    return [(int(w), int(h)) for w, h in (size.partition("+")[0].split("x") for size in sizes)]


def _take_picture(name: str) -> Image.Image:
    PICTURES.mkdir(parents=True, exist_ok=True)
    picture = ImageGrab.grab(xdisplay="").convert("RGB")
    picture.save(PICTURES / name)
    return picture


def _shows_the_sample(picture: Image.Image) -> bool:
    """Whether the page with the sample's figures is there: its colours, and letters in many shades.

    The navigation is painted first; the band that warns of sample data and the chart's bars come
    when the data has been read.
    """
    colours = picture.getcolors(picture.width * picture.height) or []
    least = {ACCENT: 0.05, PAPER: 0.1, WARNING_SOFT: 0.01, DARK: 0.005}
    pixels = picture.width * picture.height
    return len(colours) > 200 and all(
        sum(count for count, found in colours if _is_near(found, colour)) > part * pixels
        for colour, part in least.items()
    )


def _is_near(found: object, colour: str) -> bool:
    # The chart is a PDF, drawn by Qt in shades of its own.
    assert isinstance(found, tuple)
    wanted = bytes.fromhex(colour[1:])
    return all(abs(a - b) <= 4 for a, b in zip(found, wanted, strict=True))
