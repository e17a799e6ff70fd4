"""Letters as they print, for the tests of their layout."""

from dataclasses import replace
from typing import Any

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.documents.papers.naskah_dinas import build_naskah_dinas
from kinerja_desktop.domain.laporan.kop import Tanda
from kinerja_desktop.domain.laporan.naskah_dinas import NaskahTercetak
from kinerja_desktop.domain.surat.isi import BagianNaskah, IsiNaskah, Tabel
from kinerja_desktop.domain.surat.jenis import JENIS
from tests.documents.papers.samples import CAMAT, KOP

HAL = (
    "Permintaan Data Kinerja Triwulan IV Tahun 2025 beserta Data Dukung Pengukuran Kinerja, "
    "Rencana Aksi, dan Evaluasi Hasil Renja"
)
SENTENCE = "Setiap seksi menyampaikan data dukungnya kepada pengelola kinerja kecamatan. "
#: What is ticked on a lembar disposisi (`docs/sakip.md` §9).
ASKED = ("Tanggapan dan saran", "Proses lebih lanjut", "Koordinasi/konfirmasikan")


def letter(jenis: str, /, kertas: str = "F4", **typed: Any) -> NaskahTercetak:
    """Return a letter of a kind; what is typed is its content."""
    return NaskahTercetak(
        jenis=JENIS[jenis],
        kop=KOP,
        isi=IsiNaskah(**typed),
        tempat="Lumajang",
        tanggal="5 Februari 2025",
        nomor="700/12/427.90/2025",
        dari="Camat Lumajang",
        kanan=CAMAT,
        kiri=None,
        kepala="CAMAT LUMAJANG",
        tanda=Tanda(kertas=kertas),
    )


def lay_out(jenis: str, /, kertas: str = "F4", **typed: Any) -> Naskah:
    return build_naskah_dinas(letter(jenis, kertas, **typed))


def disposisi(
    posts: tuple[str, ...], kertas: str = "F4", hal: str = HAL, asked: tuple[str, ...] = ASKED
) -> NaskahTercetak:
    rincian = (
        ("Surat dari", "Badan Perencanaan Pembangunan Daerah Kabupaten Lumajang"),
        ("Nomor surat", "050/123/427.55/2025"),
        ("Tanggal surat", "2 Januari 2025"),
        ("Diterima tanggal", "3 Januari 2025"),
        ("Nomor agenda", "12"),
    )
    bagian = (BagianNaskah("Dengan hormat harap", asked),)
    data = letter("disposisi", kertas, hal=hal, sifat="Segera", rincian=rincian, bagian=bagian)
    return replace(data, jabatan=posts)


def rows(count: int, kepala: tuple[str, ...]) -> Tabel:
    blank = ("",) * (len(kepala) - 2)
    return Tabel(kepala, tuple((f"{n}.", f"Nama {n}, S.STP.", *blank) for n in range(1, count + 1)))
