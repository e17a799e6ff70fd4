"""Put a whole LKjIP together, section by section, in the order of its outline."""

from collections.abc import Callable, Mapping

from kinerja_desktop.documents.lkjip.attachments import lies_across, write_attachment
from kinerja_desktop.documents.lkjip.chapters import (
    write_anggaran,
    write_capaian,
    write_ikhtisar,
    write_iku,
    write_pejabat,
    write_perjanjian,
    write_renstra,
)
from kinerja_desktop.documents.lkjip.comparisons import write_comparison
from kinerja_desktop.documents.lkjip.front import (
    front_heading,
    write_cover,
    write_foreword_end,
    write_list,
)
from kinerja_desktop.documents.lkjip.writer import Gambar, Writer
from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Heading,
    Naskah,
    Numbering,
    PageBreak,
    Paragraph,
    Section,
)
from kinerja_desktop.documents.naskah.office_parts import make_naskah
from kinerja_desktop.domain.laporan.kop import Tanda
from kinerja_desktop.domain.laporan.lkjip import LaporanLkjip
from kinerja_desktop.domain.lkjip.edisi import Edisi
from kinerja_desktop.domain.lkjip.kelengkapan import BagianTerisi, KeadaanBagian
from kinerja_desktop.domain.lkjip.kerangka import JenisBagian

#: Stands in a draft where nothing is written yet.
BELUM_DIISI = "[Belum diisi]"
_SAMPUL, _KATA_PENGANTAR = "sampul", "kata_pengantar"

#: Tables and charts below the text of a section, by `Bagian.isi`.
_FILLERS: Mapping[str, Callable[[Writer, BagianTerisi], list[Block]]] = {
    "ikhtisar": write_ikhtisar,
    "susunan_pejabat": write_pejabat,
    "rencana_strategis": write_renstra,
    "iku": write_iku,
    "perjanjian": write_perjanjian,
    "capaian": write_capaian,
    "anggaran": write_anggaran,
}


def build_lkjip(laporan: LaporanLkjip, gambar: Gambar, tanda: Tanda) -> Naskah:
    """Lay out a report.

    Args:
        laporan: the report.
        gambar: finds pictures by their SHA-256.
        tanda: marks, kode and paper.
    """
    writer = Writer(laporan, gambar, tanda)
    shown = [item for item in laporan.bagian if item.is_printed]
    chapters = _Chapters(writer)
    blocks = [block for item in shown for block in chapters.write(item)]
    bahan = laporan.analisis.bahan
    name = f"{laporan.beku.kerangka.nama} Kecamatan {bahan.instansi.kecamatan} {bahan.tahun}"
    return make_naskah(
        f"{laporan.beku.kerangka.nama_kalimat} {bahan.instansi.kecamatan} {bahan.tahun}",
        tuple(blocks),
        tanda,
        author=f"Kecamatan {bahan.instansi.kecamatan}",
        footer_note=name,
        tanggal=bahan.tanggal,
        is_archival=writer.edisi > Edisi.DUA,
    )


class _Chapters:
    """Writes sections one after the other; knows where pages are counted anew."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._numbering: Numbering | None = None
        self._landscape = False

    def write(self, bagian: BagianTerisi) -> list[Block]:
        match bagian.cetak.bagian.jenis:
            case JenisBagian.DEPAN:
                return self._front(bagian)
            case JenisBagian.BAB:
                return self._chapter(bagian)
            case JenisBagian.LAMPIRAN:
                return self._attachment(bagian)
        return [*_heading(bagian), *self._text(bagian), *self._filler(bagian)]

    def _front(self, bagian: BagianTerisi) -> list[Block]:
        isi = bagian.cetak.bagian.isi
        if isi == _SAMPUL:
            return [self._start("tanpa"), *write_cover(self._writer)]
        blocks = [self._start("romawi"), front_heading(bagian, self._writer.edisi)]
        if isi.startswith("daftar_"):
            return blocks + write_list(bagian)
        blocks += self._text(bagian) + self._filler(bagian)
        return blocks + write_foreword_end(self._writer) if isi == _KATA_PENGANTAR else blocks

    def _chapter(self, bagian: BagianTerisi) -> list[Block]:
        cetak = bagian.cetak
        self._writer.bab = cetak.awalan
        title = f"{cetak.nomor}\n{cetak.judul}"
        heading = Heading(title, 1, "center", key=cetak.kunci)
        return [self._start("arab"), heading, *self._text(bagian)]

    def _attachment(self, bagian: BagianTerisi) -> list[Block]:
        self._writer.bab = bagian.cetak.awalan
        lying = lies_across(bagian)
        return [self._start("arab", lying), *write_attachment(self._writer, bagian)]

    def _start(self, numbering: Numbering, landscape: bool = False) -> Block:
        """Take a new page; the first with another way of counting counts anew."""
        counts_on = numbering == self._numbering
        if counts_on and landscape == self._landscape:
            return PageBreak()
        self._numbering, self._landscape = numbering, landscape
        return Section(landscape, numbering=None if counts_on else numbering)

    def _text(self, bagian: BagianTerisi) -> list[Block]:
        is_sasaran = bagian.cetak.bagian.jenis is JenisBagian.SASARAN
        if bagian.keadaan is KeadaanBagian.KOSONG or (is_sasaran and bagian.kekurangan):
            # A gap in a draft must be seen on paper too; a final report has none.
            wanted = bagian.cetak.bagian.petunjuk
            words = f"{BELUM_DIISI[:-1]}: {wanted}]" if wanted else BELUM_DIISI
            return [Paragraph(words, italic=True)]
        return self._writer.text(bagian.teks, bagian.cetak.judul)

    def _filler(self, bagian: BagianTerisi) -> list[Block]:
        if bagian.keadaan is KeadaanBagian.TIDAK_ADA:
            return []
        if bagian.cetak.bagian.jenis is JenisBagian.ANALISIS:
            return write_comparison(self._writer, bagian)
        filler = _FILLERS.get(bagian.cetak.bagian.isi)
        return filler(self._writer, bagian) if filler else []


def _heading(bagian: BagianTerisi) -> list[Block]:
    cetak = bagian.cetak
    # Seven comparisons for every sasaran would drown the daftar isi.
    listed = cetak.bagian.jenis is not JenisBagian.ANALISIS
    return [Heading(cetak.judul_bernomor, cetak.tingkat, in_contents=listed, key=cetak.kunci)]
