"""SOPs for the tests: the five that travel with the program, and a small one made by hand."""

from functools import cache

from kinerja_desktop.domain.sop.berkas import read_sop
from kinerja_desktop.domain.sop.formulir import Identitas, Isian, Kepala, Kotak
from kinerja_desktop.domain.sop.langkah import (
    Keputusan,
    Keterlibatan,
    Langkah,
    Peran,
    PeranLangkah,
    Satuan,
    Waktu,
)
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.paths import resource

PENGUKURAN = "lumajang_pengukuran_2024.json"
CANDIPURO = "candipuro_pengukuran_2024.json"
PERENCANAAN = "lumajang_perencanaan_2022.json"
PASRUJAMBE = "pasrujambe_pengumpulan_2018.json"
PENGUMPULAN = "lumajang_pengumpulan.json"


@cache
def load(name: str) -> Sop:
    """Read one of the SOPs that travel with the program."""
    return read_sop(resource(f"sop/{name}").read_text("utf-8"), name)


def make_langkah(
    sequence: int,
    peran: str = "STAF",
    waktu: Waktu | None = None,
    *,
    kembali_ke: int | None = None,
    is_start: bool = False,
    is_end: bool = False,
    others: tuple[tuple[str, Keterlibatan], ...] = (),
) -> Langkah:
    """A step with one pelaksana; 5 menit unless told otherwise."""
    return Langkah(
        sequence=sequence,
        no=Isian(str(sequence)),
        uraian=Isian(f"Mengerjakan bagian {sequence}"),
        peran=(
            PeranLangkah(peran, Keterlibatan.PELAKSANA),
            *(PeranLangkah(kode, sebagai) for kode, sebagai in others),
        ),
        waktu=waktu or Waktu("5 menit", 5, Satuan.MENIT),
        kelengkapan=Isian("Surat"),
        output=Isian("Surat"),
        keputusan=None if kembali_ke is None else Keputusan(kembali_ke),
        is_start=is_start,
        is_end=is_end,
    )


def make_sop(*langkah: Langkah) -> Sop:
    """An SOP of Staf, Sekretaris and Camat; by default 1 write (2 hari), 2 check, 3 send."""
    box = Kotak(Isian("Judul"), ())
    steps = langkah or (
        make_langkah(1, "STAF", Waktu("2 hari", 2, Satuan.HARI), is_start=True),
        make_langkah(2, "SEKRETARIS", Waktu("1 hari", 1, Satuan.HARI), kembali_ke=1),
        make_langkah(3, "STAF", is_end=True),
    )
    word = Isian("Kepala")
    return Sop(
        id="CONTOH",
        versi=1,
        asal="contoh",
        kecamatan="Contoh",
        proses="pengukuran_kinerja",
        identitas=Identitas(Isian("SOP Contoh")),
        dasar_hukum=box,
        kualifikasi=box,
        keterkaitan=box,
        peralatan=box,
        peringatan=box,
        pencatatan=box,
        kepala_tabel=Kepala(word, word, word, word, word, word, word),
        peran=(
            Peran("STAF", "Staf", "Staf"),
            Peran("SEKRETARIS", "Sekretaris", "Sekretaris"),
            Peran("CAMAT", "Camat", "Camat"),
            Peran("TAMU", "Tamu"),
        ),
        langkah=steps,
    )
