"""The year's package onto a stick, read back, and its receipt noted."""

from collections.abc import Callable
from pathlib import Path

from kinerja_desktop.services.kiriman.delivery import list_terkirim
from kinerja_desktop.services.kiriman.transfer import verify_package
from tests.perjalanan.disk import reading
from tests.perjalanan.hands import Keyboard, Mouse
from tests.perjalanan.law import hold

RECIPIENT = "Siti Aminah"


def test_by_keyboard(sit_down: Callable[..., Keyboard], practice: Path) -> None:
    stick = plug_in(practice)
    clerk = sit_down(Keyboard, "--data", str(practice))
    clerk.see("Kecamatan Contoh")
    clerk.press("alt+t")
    clerk.type("2024")
    clerk.go("Kirim ke Bappeda")
    clerk.here("Paket")
    clerk.see("Isi paket Tahun 2024")
    clerk.press("alt+f")
    clerk.see_window("Pilih folder tujuan")
    clerk.type(stick.name)
    clerk.press("enter")
    clerk.see(str(stick))
    clerk.press("alt+l")
    clerk.see("Paket selesai ditulis dan sudah dibaca ulang.")
    clerk.press("alt+m")
    clerk.see("belum dicatat")
    clerk.press("alt+a")
    clerk.see_window("Catat tanda terima")
    clerk.type(RECIPIENT)
    clerk.press("enter")
    clerk.see(RECIPIENT)
    assert_sent(practice, stick)
    hold(clerk, "kirim-ketik")


def test_by_mouse(sit_down: Callable[..., Mouse], practice: Path) -> None:
    stick = plug_in(practice)
    clerk = sit_down(Mouse, "--data", str(practice))
    clerk.see("Kecamatan Contoh")
    clerk.choose("Tahun", "2024")
    clerk.click("Kirim ke Bappeda", "sel")
    clerk.see("Isi paket Tahun 2024")
    clerk.click("Pilih folder…")
    clerk.see_window("Pilih folder tujuan")
    clerk.click(stick.name, "sel")
    clerk.click("Pilih", "tombol")
    clerk.see(str(stick))
    clerk.click("Tulis paket")
    clerk.see("Paket selesai ditulis dan sudah dibaca ulang.")
    clerk.click("Catatan pengiriman", "tab")
    clerk.click("belum dicatat", "sel", times=2)
    clerk.see_window("Catat tanda terima")
    clerk.select("*")
    clerk.type(RECIPIENT)
    clerk.click("Simpan")
    clerk.see(RECIPIENT)
    assert_sent(practice, stick)
    hold(clerk, "kirim-tetikus")


def plug_in(data: Path) -> Path:
    """Make an empty folder that stands for the stick, where dialogs begin."""
    stick = data.parent / "flashdisk"
    stick.mkdir()
    return stick


def assert_sent(data: Path, stick: Path) -> None:
    """That the package proves itself, and that the office knows of it and of who took it."""
    (folder,) = stick.iterdir()
    package, problems = verify_package(folder)
    assert problems == []
    assert package is not None
    with reading(data) as office:
        (sent, *_) = list_terkirim(office)
    assert sent.penerima == RECIPIENT
    assert sent.kode in {kode for _, kode in package.dokumen}
