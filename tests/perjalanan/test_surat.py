"""A letter from the office's data: what is missing told and mended, made final, numbered."""

from collections.abc import Callable
from pathlib import Path

from kinerja_desktop.services.surat.register import read_buku
from tests.perjalanan.disk import reading
from tests.perjalanan.hands import Keyboard, Mouse
from tests.perjalanan.law import hold

KIND, HAL = "Nota Dinas Permintaan Data", "Permintaan Data Kinerja Tahun 2025"
MISSING, FROM, DETAILS = "belum diisi", "Sekretaris Kecamatan", "Data: capaian setiap indikator"
#: The draft leaves the day open by dots.
END = "Data diminta disampaikan paling lambat Jumat, 17 Oktober 2025."
#: The book of the practice office ends with number 1.
NOMOR = "700/2/ND/427.00/2025"


def test_by_keyboard(sit_down: Callable[..., Keyboard], practice: Path) -> None:
    clerk = sit_down(Keyboard, "--data", str(practice))
    clerk.see("Kecamatan Contoh")
    clerk.go("Surat")
    clerk.here("Naskah")
    clerk.press("alt+b")
    clerk.find(KIND, "menu")
    clerk.press("turun", 3)
    clerk.press("enter")
    clerk.see(HAL)
    clerk.press("alt+j")
    clerk.see(MISSING)
    clerk.press("esc")
    clerk.tab_to("Dari")
    clerk.type(FROM)
    clerk.tab_to("Rincian")
    clerk.type(DETAILS)
    clerk.tab_to("Penutup")
    clerk.press("ctrl+a")
    clerk.type(END)
    clerk.press("alt+j")
    clerk.see("lengkap.")
    clerk.press("enter")
    clerk.see(f"Final {NOMOR}")
    assert_numbered(practice)
    hold(clerk, "surat-ketik")


def test_by_mouse(sit_down: Callable[..., Mouse], practice: Path) -> None:
    clerk = sit_down(Mouse, "--data", str(practice))
    clerk.see("Kecamatan Contoh")
    clerk.click("Surat", "sel")
    clerk.click("Surat baru")
    clerk.click(KIND, "menu")
    clerk.see(HAL)
    clerk.click("Jadikan final…")
    clerk.see(MISSING)
    clerk.click("Batal")
    clerk.click("Dari", "isian")
    clerk.type(FROM)
    clerk.click("Rincian", "isian")
    clerk.type(DETAILS)
    clerk.select("Penutup")
    clerk.type(END)
    clerk.click("Jadikan final…")
    clerk.see("lengkap.")
    clerk.click("Jadikan final*", "tombol")
    clerk.see(f"Final {NOMOR}")
    assert_numbered(practice)
    hold(clerk, "surat-tetikus")


def assert_numbered(data: Path) -> None:
    """That the book on the disk has the letter under its number."""
    with reading(data) as office:
        lines = read_buku(office, 2025, "nota_dinas").baris
    assert (HAL, NOMOR) in [(line.hal, line.nomor) for line in lines]
