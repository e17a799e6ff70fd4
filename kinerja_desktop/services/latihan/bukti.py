"""Evidence of the practice office: photos that are plainly drawn, beside figures and answers."""

from pathlib import Path

from kinerja_desktop.documents.pictures.practice_photo import draw_photo
from kinerja_desktop.services.latihan.berkas import Isi
from kinerja_desktop.services.latihan.kerja import Kerja, periode_of
from kinerja_desktop.services.lke import isi as lke
from kinerja_desktop.services.pengukuran.bukti import attach_bukti


def draw(kerja: Kerja, isi: Isi) -> Path:
    """Draw the photo that a deed names, under its name; the name stands in it."""
    path = kerja.folder / str(isi["nama"])
    path.write_bytes(draw_photo(isi["foto"], path.stem))
    return path


def do_bukti(kerja: Kerja, isi: Isi) -> None:
    """Attach a photo to a realisasi."""
    indikator = kerja.find("indikator", kode=isi["indikator"])
    attach_bukti(kerja.office, indikator, periode_of(isi), draw(kerja, isi))


def do_bukti_lke(kerja: Kerja, isi: Isi) -> None:
    """Attach a photo to the answer of a criterion."""
    lke.attach_bukti(kerja.office, isi["tahun"], isi["kriteria"], draw(kerja, isi))


def do_bukti_rekomendasi(kerja: Kerja, isi: Isi) -> None:
    """Attach a photo to a recommendation that was followed."""
    lhe = kerja.find("lhe", nomor=isi["lhe"])
    row = kerja.find("rekomendasi_lhe", lhe_id=lhe, urutan=isi["urutan"])
    lke.attach_bukti_rekomendasi(kerja.office, row, draw(kerja, isi))
