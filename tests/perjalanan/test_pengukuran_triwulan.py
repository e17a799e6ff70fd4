"""The last figure of a triwulan: mistyped, told, mended, taken back, put again, and made final."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.pengukuran.ukur import list_versi
from tests.perjalanan.disk import reading
from tests.perjalanan.hands import Keyboard, Mouse
from tests.perjalanan.law import hold

TRIWULAN = Periode(2025, 3)
#: The one that the practice office has not filled; its target is 92: 95/92 = 103,26 %.
INDIKATOR, COLUMN = "Persentase gangguan ketenteraman", "Realisasi TW III"
WRONG, REFUSAL, RIGHT, CAPAIAN = "9o", "bukan satuan indikator ini", "95", "103,26"


def test_by_keyboard(sit_down: Callable[..., Keyboard], practice: Path) -> None:
    clerk = sit_down(Keyboard, "--data", str(practice))
    clerk.see("Kecamatan Contoh")
    clerk.press("alt+r")
    clerk.press("turun", 3)
    clerk.go(INDIKATOR)
    clerk.here("Tabel pengukuran")
    clerk.wait_until("the line", lambda seen: INDIKATOR in seen["focus"].get("row", ""))
    clerk.type(WRONG)
    clerk.press("enter")
    clerk.see(REFUSAL)
    # What was refused stays, to be typed over.
    clerk.type(RIGHT)
    clerk.press("enter")
    clerk.see(CAPAIAN)
    clerk.press("ctrl+z")
    clerk.see("Dibatalkan")
    clerk.see_none(CAPAIAN)
    clerk.press("ctrl+y")
    clerk.see("Diulangi")
    clerk.see(CAPAIAN)
    clerk.press("alt+j")
    clerk.see_window("Jadikan final")
    clerk.press("enter")
    clerk.see("Sudah final, tertanggal")
    assert_final(practice)
    hold(clerk, "triwulan-ketik")


def test_by_mouse(sit_down: Callable[..., Mouse], practice: Path) -> None:
    clerk = sit_down(Mouse, "--data", str(practice))
    clerk.see("Kecamatan Contoh")
    clerk.click("Pengukuran", "sel")
    clerk.choose("Triwulan", "Triwulan III")
    clerk.find("*", "sel", column=COLUMN)
    clerk.wheel_to("Tabel pengukuran", "Belum diisi", row=INDIKATOR, column=COLUMN)
    clerk.click("Belum diisi", "sel", row=INDIKATOR, column=COLUMN, times=2)
    clerk.type(WRONG)
    clerk.click("%", "sel", row=INDIKATOR)
    clerk.see(REFUSAL)
    clerk.click("Belum diisi", "sel", row=INDIKATOR, column=COLUMN, times=2)
    clerk.type(RIGHT)
    clerk.click("%", "sel", row=INDIKATOR)
    clerk.see(CAPAIAN)
    clerk.click("Batalkan")
    clerk.see("Dibatalkan")
    clerk.see_none(CAPAIAN)
    clerk.click("Ulangi")
    clerk.see("Diulangi")
    clerk.see(CAPAIAN)
    clerk.click("Jadikan final")
    clerk.see_window("Jadikan final")
    clerk.click("Jadikan final*", "tombol")
    clerk.see("Sudah final, tertanggal")
    assert_final(practice)
    hold(clerk, "triwulan-tetikus")


def assert_final(data: Path) -> None:
    """That the figure and the final stand on the disk."""
    with reading(data) as office:
        (final,) = list_versi(office, TRIWULAN)
        assert final.kode
        known = [
            row for row in list_rows(office, "indikator") if row["uraian"].startswith(INDIKATOR)
        ]
        figures = [
            row["nilai"]
            for indikator in known
            for row in list_rows(
                office, "realisasi", indikator_id=indikator["id"], tahun=2025, triwulan=3
            )
        ]
    assert figures == [Decimal(RIGHT)]
