"""The practice office's report, and what it says of each triwulan of its Renja."""

from kinerja_desktop.services.evaluasi.isi import ISIAN, set_isian
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.latihan.berkas import Isi
from kinerja_desktop.services.latihan.bukti import draw
from kinerja_desktop.services.latihan.kerja import Kerja, periode_of
from kinerja_desktop.services.lkjip.gambar import add_picture
from kinerja_desktop.services.lkjip.kerangka import show_section
from kinerja_desktop.services.lkjip.teks import write_text

#: Parts a section of the outline from the sasaran that it stands below: ``analisis_5@S1``.
_BELOW = "@"


def do_evaluasi(kerja: Kerja, isi: Isi) -> None:
    """Fill in the foot of an Evaluasi Renja, and of its berita acara."""
    for name in ISIAN:
        if name in isi:
            set_isian(kerja.office, periode_of(isi), name, isi[name])


def do_lkjip(kerja: Kerja, isi: Isi) -> None:
    """Write the report: which attachments it has, its texts, and its picture."""
    office, tahun, picture = kerja.office, isi["tahun"], isi["gambar"]
    for kunci in isi["tampilkan"]:
        show_section(office, tahun, kunci, True)
    address = add_picture(office, tahun, draw(kerja, picture))
    sasaran = {row["kode"]: row["id"] for row in list_rows(office, "sasaran")}
    for name, teks in isi["teks"].items():
        kunci, _, kode = name.partition(_BELOW)
        words = teks.strip()
        if kunci == picture["bagian"]:
            words = f"{words}\n\n![{picture['keterangan']}]({address})"
        write_text(office, tahun, f"{kunci}{_BELOW}{sasaran[kode]}" if kode else kunci, words)
