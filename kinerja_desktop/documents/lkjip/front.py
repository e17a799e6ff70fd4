"""The pages before Bab I: cover, kata pengantar, lists of contents."""

from kinerja_desktop.documents.lkjip.writer import Writer
from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Contents,
    Heading,
    ImageBlock,
    Paragraph,
    Spacer,
)
from kinerja_desktop.documents.naskah.office_parts import signature_block
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.laporan.dari_snapshot import make_penandatangan
from kinerja_desktop.domain.laporan.kop import Pengesahan
from kinerja_desktop.domain.lkjip.edisi import Edisi
from kinerja_desktop.domain.lkjip.kelengkapan import BagianTerisi
from kinerja_desktop.domain.lkjip.kerangka import NAMA

_LOGO_WIDTH = 32.0
_TOP, _LARGE, _MIDDLE = 60.0, 20.0, 15.0


def write_cover(writer: Writer) -> list[Block]:
    """Write the cover (`docs/sakip.md` §7.2): logo, name of the report, year, office, address."""
    bahan = writer.analisis.bahan
    instansi = bahan.instansi
    logo = writer.gambar(instansi.logo) if instansi.logo else None
    picture: tuple[Block, ...] = (
        (ImageBlock(logo, _LOGO_WIDTH, max_height=45, alt="Lambang daerah"),) if logo else ()
    )
    return [
        # White at the top of a page is dropped, and a cover needs it.
        _line(" ", _TOP),
        *picture,
        Spacer(20),
        _line(NAMA[writer.laporan.beku.kerangka.nama], _LARGE),
        _line(f"TAHUN {bahan.tahun}", _LARGE),
        Spacer(70 if logo else 105),
        _line(f"KECAMATAN {instansi.kecamatan.upper()}", _MIDDLE),
        _line(f"KABUPATEN {instansi.kabupaten.upper()} PROVINSI {instansi.provinsi.upper()}", 12),
        Paragraph(instansi.alamat, align="center"),
    ]


def write_foreword_end(writer: Writer) -> list[Block]:
    """Sign the kata pengantar: place, date, Camat; a final report has its kode beside them."""
    bahan = writer.analisis.bahan
    camat = make_penandatangan(
        bahan.camat,
        f"Camat {bahan.instansi.kecamatan}",
        has_nip_line=writer.edisi > Edisi.DUA,
    )
    place = f"{bahan.instansi.tempat}, {format_tanggal(bahan.tanggal)}"
    return [signature_block(Pengesahan(place, camat), writer.tanda)]


def write_list(bagian: BagianTerisi) -> list[Block]:
    """Write a daftar isi, tabel or gambar."""
    match bagian.cetak.bagian.isi:
        case "daftar_tabel":
            return [Contents("tabel")]
        case "daftar_gambar":
            return [Contents("gambar")]
    return [Contents("isi")]


def front_heading(bagian: BagianTerisi, edisi: Edisi) -> Heading:
    """Return the heading of front matter; the daftar isi does not list itself."""
    isi = bagian.cetak.bagian.isi
    listed = isi != "daftar_isi" if edisi > Edisi.SATU else not isi.startswith("daftar_")
    return Heading(bagian.cetak.judul, 1, "center", in_contents=listed, key=bagian.cetak.kunci)


def _line(text: str, size: float) -> Paragraph:
    return Paragraph(text, align="center", bold=True, size=size, space_after=4)
