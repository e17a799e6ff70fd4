"""Letters of the practice office: those that came, and those that it wrote."""

from kinerja_desktop.domain.surat.isi import isi_from_json, isi_to_json
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_papers import make_final
from kinerja_desktop.services.latihan.berkas import Isi
from kinerja_desktop.services.latihan.kerja import Kerja, periode_of
from kinerja_desktop.services.surat.dokumen import kunci_of
from kinerja_desktop.services.surat.nilai import Tempat
from kinerja_desktop.services.surat.register import SuratMasuk, take_in
from kinerja_desktop.services.surat.tulis import begin_naskah, change_isi, read_naskah


def do_surat_masuk(kerja: Kerja, isi: Isi) -> None:
    """Write a letter into the book of letters that came; it may begin a case later."""
    letter = SuratMasuk(
        isi["nomor"], isi["tanggal"], kerja.hari, isi["pihak"], isi["hal"], isi["sifat"]
    )
    key = take_in(kerja.office, letter)
    if "kasus" in isi:
        kerja.surat[isi["kasus"]] = key


def do_naskah(kerja: Kerja, isi: Isi) -> None:
    """Write a letter over its wording, and have it numbered and signed unless it stays a draft."""
    office, periode, jenis = kerja.office, periode_of(isi), isi["jenis"]
    tempat = Tempat(kerja.kasus[isi["kasus"]], isi["langkah"], 1) if "kasus" in isi else None
    key = begin_naskah(office, jenis, periode, kerja.hari, tempat)
    words = {**isi_to_json(read_naskah(office, key).isi), **isi["isi"]}
    change_isi(office, key, isi_from_json(words, jenis))
    if isi.get("final", True):
        wanted = Permintaan(kunci_of(jenis), periode, key)
        make_final(office, DOKUMEN[wanted.kunci], wanted, kerja.hari)
