"""A case of an SOP: begun, its letter written into the book, its first step done."""

import time
from collections.abc import Callable
from pathlib import Path

from kinerja_desktop.services.sop.cases import list_cases
from kinerja_desktop.services.surat.register import read_buku
from kinerja_desktop.ui.sop.case_view import GUARD_MS
from tests.perjalanan.disk import reading
from tests.perjalanan.hands import Keyboard, Mouse
from tests.perjalanan.law import hold

FROM, HAL, NOMOR = "Bappeda Kabupaten Lumajang", "Pengumpulan Data Tahun 2025", "050/77"


def test_by_keyboard(sit_down: Callable[..., Keyboard], practice: Path) -> None:
    clerk = sit_down(Keyboard, "--data", str(practice))
    clerk.see("Kecamatan Contoh")
    clerk.go("Prosedur")
    clerk.see("Mulai SOP…")
    clerk.press("alt+p")
    clerk.see("Untuk")
    clerk.press("alt+m")
    clerk.see("Langkah 1 dari 7")
    clerk.press("alt+u")
    clerk.here("Nomor surat")
    clerk.type(NOMOR)
    clerk.tab_to("Dari")
    clerk.press("ctrl+a")
    clerk.type(FROM)
    clerk.tab_to("Hal")
    clerk.press("ctrl+a")
    clerk.type(HAL)
    clerk.press("alt+c")
    clerk.see("Langkah 1 dari 7")
    look_up()
    clerk.press("alt+s")
    clerk.see("Langkah 2 dari 7")
    assert_begun(practice)
    hold(clerk, "sop-ketik")


def test_by_mouse(sit_down: Callable[..., Mouse], practice: Path) -> None:
    clerk = sit_down(Mouse, "--data", str(practice))
    clerk.see("Kecamatan Contoh")
    clerk.click("Prosedur (SOP)", "sel")
    clerk.click("Mulai SOP…")
    clerk.click("Mulai", "tombol")
    clerk.see("Langkah 1 dari 7")
    clerk.click("Catat surat masuk")
    clerk.click("Nomor surat", "isian")
    clerk.type(NOMOR)
    clerk.select("Dari")
    clerk.type(FROM)
    clerk.select("Hal")
    clerk.type(HAL)
    clerk.click("Catat", "tombol")
    clerk.see("Langkah 1 dari 7")
    look_up()
    clerk.click("Selesaikan", "tombol")
    clerk.see("Langkah 2 dari 7")
    assert_begun(practice)
    hold(clerk, "sop-tetikus")


def look_up() -> None:
    """Wait as long as a person needs to find the button; sooner, a press counts as a slip."""
    time.sleep(2 * GUARD_MS / 1000)


def assert_begun(data: Path) -> None:
    """That the case on the disk is at its second step, and the letter in the book began it."""
    with reading(data) as office:
        running = [case.posisi.langkah for case in list_cases(office, 2025) if case.is_running]
        lines = read_buku(office, 2025, "masuk").baris
    assert [step.sequence for step in running if step].count(2) == 1
    assert (FROM, HAL, NOMOR) in [(line.pihak, line.hal, line.nomor) for line in lines]
