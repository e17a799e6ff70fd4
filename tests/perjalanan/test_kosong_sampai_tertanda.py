"""From an empty PC to the signed Pengukuran of a year, and its scan back with the document."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.dokumen.tertanda import read_tertanda
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import open_office
from kinerja_desktop.services.pengukuran.dokumen import PENGUKURAN
from kinerja_desktop.services.pengukuran.ukur import list_versi
from kinerja_desktop.services.riwayat.workbook import export_workbook
from tests.journeys.clerk import fill_workbook
from tests.journeys.test_from_empty_pc_to_signed_paper import RENSTRA
from tests.perjalanan.disk import data_of, reading
from tests.perjalanan.hands import Keyboard, Mouse
from tests.perjalanan.law import hold

TAHUN = Periode(2025)
CAMAT, NIP = "Drs. Budi Santoso, M.Si", "197012181991011002"
HINDRANCE, REMEDY = "Petugas kurang", "Menambah petugas"
#: `docs/sakip.md` §4.2 and §4.6: 81/90, (2×10−8)/10 and 44/80; (90 + 120 + 55)/3 = 88,333…
REALISASI, MEAN = ("81", "8", "44"), "88,33"


def test_by_keyboard(sit_down: Callable[..., Keyboard], home: Path) -> None:
    """Everything is typed: Renstra, sasaran, indicators and targets too."""
    clerk = sit_down(Keyboard)
    clerk.see("Selamat datang")
    clerk.press("alt+l")
    clerk.tab_to("Kecamatan")
    clerk.type("Lumajang")
    clerk.press("alt+l")
    clerk.see("Penanda tangan dipilih")
    clerk.tab_to("Nama 1")
    clerk.type(CAMAT)
    clerk.press("Tab")
    clerk.type(NIP)
    clerk.tab_to("Menjabat sejak 1")
    clerk.type("01-02-2024")
    clerk.press("alt+l")
    clerk.see("Tahun kerja pertama")
    clerk.here("Tahun kerja pertama")
    clerk.type("2025")
    clerk.press("alt+l")
    clerk.see("SOP untuk memulai")
    clerk.press("alt+s")
    clerk.see("0 dari 11 selesai")
    type_plan(clerk)
    type_realisasi(clerk)

    clerk.press("alt+j")
    clerk.see("Pengukuran Kinerja Tahun 2025 lengkap.")
    clerk.press("enter")
    clerk.see("Sudah final, tertanggal")
    clerk.press("alt+p")
    clerk.find("Simpan PDF…")
    clerk.press("alt+d")
    clerk.see_window("Simpan PDF")
    clerk.type("ukur.pdf")
    clerk.press("enter")
    clerk.see("Disimpan:")
    assert_printed(home)

    clerk.press("alt+a")
    clerk.see_window("Pilih pindaian*")
    clerk.type("ukur.pdf")
    clerk.press("enter")
    clerk.see("ukur.pdf dilampirkan pada")
    clerk.see("Ditandatangani: ukur.pdf")
    assert_signed(home)
    hold(clerk, "kosong-ketik")


def type_plan(clerk: Keyboard) -> None:
    """Type the Renstra, its sasaran and indicators, and the targets of the year."""
    clerk.go("Renstra & IKU")
    clerk.here("Periode Renstra")
    clerk.press("alt+m")
    clerk.here("Nama periode")
    for text in ("2025-2029", "2025", "2029"):
        clerk.type(text)
        clerk.press("Tab")
    clerk.press("ctrl+enter")
    clerk.see("Periode Renstra ditambahkan")
    clerk.press("kanan")
    clerk.press("alt+m")
    clerk.see_window("Tambah Tujuan")
    clerk.tab_to("Kode")
    type_row(clerk, "T1", "Pelayanan prima")
    clerk.press("ctrl+enter")
    clerk.see("Tujuan ditambahkan")
    clerk.press("kanan")
    clerk.press("alt+m")
    clerk.see_window("Tambah Sasaran")
    clerk.tab_to("Kode")
    type_row(clerk, "S1", "Meningkatnya kualitas pelayanan")
    clerk.press("ctrl+shift+enter")
    clerk.see("Sasaran S1 ditambahkan")
    clerk.tab_to("Kode")
    type_row(clerk, "S2", "Meningkatnya peran desa")
    clerk.press("ctrl+enter")
    clerk.see("Sasaran ditambahkan")
    clerk.press("kanan")
    type_indicators(clerk)
    clerk.press("kanan")
    clerk.see("Tulis satu angka")
    clerk.tab_to("daftar Target tahunan")
    for target in ("90", "10", "80"):
        clerk.type(target)
        clerk.press("enter")
    clerk.see("80")


def type_indicators(clerk: Keyboard) -> None:
    """Type three indicators; the second is the better the smaller it is."""
    clerk.press("alt+m")
    clerk.here("Kode")
    clerk.type("IKU-1")
    clerk.press("Tab")
    clerk.type("Indeks kepuasan masyarakat")
    clerk.tab_to("Sasaran")
    clerk.type("S1")
    clerk.tab_to("Satuan")
    clerk.type("Indeks")
    clerk.press("ctrl+shift+enter")
    clerk.see("Indikator IKU-1 ditambahkan")
    clerk.tab_to("Indikator kinerja")
    clerk.type("Lama layanan")
    clerk.tab_to("Satuan")
    clerk.type("Hari")
    clerk.press("Tab")
    clerk.press("turun")
    clerk.press("ctrl+shift+enter")
    clerk.see("Indikator IKU-2 ditambahkan")
    clerk.tab_to("Indikator kinerja")
    clerk.type("Desa yang tertib administrasi")
    clerk.tab_to("Sasaran")
    clerk.type("S2")
    clerk.tab_to("Satuan")
    clerk.type("%")
    clerk.press("Tab")
    clerk.press("naik")
    clerk.press("ctrl+enter")
    clerk.see("Indikator ditambahkan")


def type_row(clerk: Keyboard, kode: str, uraian: str) -> None:
    """Type a kode, and what it stands for in the next field."""
    clerk.type(kode)
    clerk.press("Tab")
    clerk.type(uraian)


def type_realisasi(clerk: Keyboard) -> None:
    """Fill the year, and tell the story of what stayed below its target."""
    clerk.go("Pengukuran")
    clerk.here("Tabel pengukuran")
    clerk.see("Belum ada capaian yang dapat dihitung")
    # The table stands at its first figure.
    for figure in REALISASI:
        clerk.type(figure)
        clerk.press("enter")
    clerk.see(f"{MEAN}% (Tinggi), 3 dari 3 indikator")
    clerk.press("alt+f")
    clerk.see("di bawah target: isi faktor penghambat")
    for _ in range(2):
        clerk.press("alt+g")
        clerk.here("Faktor penghambat")
        clerk.type(HINDRANCE)
        clerk.press("alt+n")
        clerk.here("Rencana tindak lanjut")
        clerk.type(REMEDY)
        clerk.tab_to("Tabel pengukuran", back=True)
        clerk.press("naik", 3)


def test_by_mouse(sit_down: Callable[..., Mouse], home: Path) -> None:
    """The Renstra comes from the workbook that the office has filled in Excel."""
    make_workbook(home)
    clerk = sit_down(Mouse)
    set_up_by_mouse(clerk)
    clerk.click("Pengumpulan Data", "sel")
    clerk.click("Buku kerja", "tab")
    clerk.click("Ambil dari Excel…")
    clerk.see_window("Ambil dari Excel")
    clerk.click("rencana.xlsx", "sel", times=2)
    clerk.see("14 baris baru, 0 baris berubah")
    clerk.click("Masukkan")
    clerk.see("rencana.xlsx sudah masuk")

    clerk.click("Pengukuran", "sel")
    names = ("Indeks kepuasan masyarakat", "Lama layanan", "Desa yang tertib administrasi")
    for name, figure in zip(names, REALISASI, strict=True):
        clerk.click("*", "sel", row=name, column="Realisasi", times=2)
        clerk.type(figure)
    clerk.click(names[0], "sel")
    clerk.see(f"{MEAN}% (Tinggi), 3 dari 3 indikator")
    clerk.click("Faktor dan tindak lanjut", "tab")
    for name in (names[0], names[2]):
        clerk.click(name, "sel")
        clerk.see("di bawah target: isi faktor penghambat")
        clerk.click("Faktor penghambat", "isian")
        clerk.type(HINDRANCE)
        clerk.click("Rencana tindak lanjut", "isian")
        clerk.type(REMEDY)
    clerk.click("Jadikan final")
    clerk.see("Pengukuran Kinerja Tahun 2025 lengkap.")
    clerk.click("Jadikan final*", "tombol")
    clerk.see("Sudah final, tertanggal")
    clerk.click("Pratinjau")
    clerk.click("Simpan PDF…")
    clerk.see_window("Simpan PDF")
    clerk.select("Nama berkas:")
    clerk.type("ukur.pdf")
    clerk.click("Simpan")
    clerk.see("Disimpan:")
    assert_printed(home)

    clerk.click("Lampirkan…")
    clerk.click("ukur.pdf", "sel", times=2)
    clerk.see("ukur.pdf dilampirkan pada")
    clerk.see("Ditandatangani: ukur.pdf")
    assert_signed(home)
    hold(clerk, "kosong-tetikus")


def set_up_by_mouse(clerk: Mouse) -> None:
    """Go through the wizard."""
    clerk.see("Selamat datang")
    clerk.click("Lanjut")
    clerk.click("Kecamatan", "pilihan")
    clerk.type("Lumajang")
    clerk.click("Lanjut")
    clerk.click("Nama 1")
    clerk.type(CAMAT)
    clerk.click("NIP 1")
    clerk.type(NIP)
    clerk.select("Menjabat sejak 1")
    clerk.type("01-02-2024")
    clerk.click("Lanjut")
    clerk.select("Tahun kerja pertama")
    clerk.type("2025")
    clerk.click("Lanjut")
    clerk.see("SOP untuk memulai")
    clerk.click("Selesai")
    clerk.see("0 dari 11 selesai")


def make_workbook(home: Path) -> None:
    """Put the filled workbook where the person finds it."""
    office = open_office(home.parent / "lain")
    export_workbook(office, home / "rencana.xlsx", kosong=True)
    office.close()
    fill_workbook(home / "rencana.xlsx", RENSTRA)


def assert_printed(home: Path) -> None:
    """Of the data on the disk, and of the paper, that they tell the same."""
    with reading(data_of(home)) as office:
        (final,) = list_versi(office, TAHUN)
    pages = PdfReader(BytesIO((home / "ukur.pdf").read_bytes())).pages
    words = "\n".join(page.extract_text() for page in pages)
    for said in (final.kode, CAMAT, MEAN, "120,00", "55,00"):
        assert said in words, said
    assert "DRAF" not in words


def assert_signed(home: Path) -> None:
    """That the scan is kept with the very document."""
    with reading(data_of(home)) as office:
        scans = read_tertanda(office, Permintaan(PENGUKURAN.kunci, TAHUN))
    assert scans is not None
    assert [scan.nama for scan in scans] == ["ukur.pdf"]
