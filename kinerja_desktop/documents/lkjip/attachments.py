"""The lampiran: papers of the year, struktur organisasi, photos, SOPs, reviu."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from kinerja_desktop.documents.lkjip.cells import make_table
from kinerja_desktop.documents.lkjip.chapters import write_renstra_whole
from kinerja_desktop.documents.lkjip.review import write_checklist, write_reviewed
from kinerja_desktop.documents.lkjip.writer import Writer
from kinerja_desktop.documents.naskah.blocks import (
    Block,
    ChartBlock,
    Heading,
    ImageBlock,
    KeyValues,
    PageBreak,
    Paragraph,
)
from kinerja_desktop.documents.naskah.tables import Cell, Column, Row
from kinerja_desktop.documents.naskah.text import plain
from kinerja_desktop.documents.papers.measured_table import Notes, measured_table
from kinerja_desktop.documents.papers.penetapan_iku import iku_blocks
from kinerja_desktop.documents.papers.pengukuran_kinerja import measured_blocks
from kinerja_desktop.documents.papers.perjanjian_kinerja import perjanjian_blocks
from kinerja_desktop.documents.papers.pohon_kinerja import pohon_blocks
from kinerja_desktop.documents.papers.rencana_aksi import rencana_aksi_blocks
from kinerja_desktop.documents.papers.rencana_kinerja import rkt_blocks
from kinerja_desktop.documents.papers.sop_tabel import list_legend, sop_blocks
from kinerja_desktop.documents.pictures.photos import is_readable
from kinerja_desktop.domain.angka.nip import format_nip
from kinerja_desktop.domain.laporan.dari_snapshot import make_pengukuran_kinerja
from kinerja_desktop.domain.laporan.grafik import OrgBox, OrgChart
from kinerja_desktop.domain.lkjip.bahan import PejabatStruktur
from kinerja_desktop.domain.lkjip.edisi import Edisi
from kinerja_desktop.domain.lkjip.kelengkapan import BagianTerisi
from kinerja_desktop.domain.sop.berkas import read_sop

#: Two photos with their captions fill an A4 page.
_PHOTO_HEIGHT = 95.0
#: What the heading of a lampiran takes above a Pohon Kinerja, in mm.
_TREE_HEADING = 18.0


def write_attachment(writer: Writer, bagian: BagianTerisi) -> list[Block]:
    """Write one lampiran; a new page has been taken for it."""
    cetak = bagian.cetak
    isi = cetak.bagian.isi
    title = f"{cetak.nomor}\n{cetak.judul.upper()}"
    heading = Heading(title, 1, "center", key=cetak.kunci)
    fill = _FILLERS.get(isi)
    blocks = fill(writer, bagian) if fill else writer.text(bagian.teks, cetak.judul)
    if writer.edisi is not Edisi.SATU:
        blocks = _without_title(blocks, cetak.judul)
    return [heading, *blocks]


def _without_title(blocks: list[Block], judul: str) -> list[Block]:
    """Drop from the paper's own title what the heading of the lampiran says already."""
    first = blocks[0] if blocks else None
    if not isinstance(first, Paragraph) or not first.bold or first.align != "center":
        return blocks
    own, said = plain(first.text), judul.upper()
    if own == said:
        return blocks[1:]
    if not own.startswith(f"{said} "):
        return blocks
    return [replace(first, text=own.removeprefix(f"{said} ")), *blocks[1:]]


def lies_across(bagian: BagianTerisi) -> bool:
    """Tell whether a lampiran needs pages that lie across."""
    return bagian.cetak.bagian.isi in _LANDSCAPE


def _structure(writer: Writer, bagian: BagianTerisi) -> list[Block]:
    pejabat = writer.analisis.bahan.pejabat
    chart = OrgChart("", _org_tree(pejabat))
    columns = (
        Column("No", 0.5, "center"), Column("Jabatan", 3), Column("Nama", 3), Column("NIP", 2.4),
    )  # fmt: skip
    rows = [
        Row(
            (
                Cell(str(number)),
                Cell(item.jabatan),
                Cell(item.nama),
                Cell(format_nip(item.nip) or "-"),
            )
        )
        for number, item in enumerate(pejabat, start=1)
    ]
    name = f"Struktur organisasi Kecamatan {writer.analisis.bahan.instansi.kecamatan}"
    return [
        *writer.figure(name, ChartBlock(chart)),
        *writer.table("Pejabat menurut jabatan", make_table(columns, rows)),
    ]


def _org_tree(pejabat: tuple[PejabatStruktur, ...]) -> OrgBox:
    """Set Kasubbag and staf below the Sekretaris, all others below the Camat.

    `docs/sakip.md` §3.4, §13.
    """
    below = [item for item in pejabat if item.peran not in ("camat", "sekretaris")]
    camat = [item for item in pejabat if item.peran == "camat"]
    office = [item for item in pejabat if item.peran == "sekretaris"]
    helpers = [item for item in below if item.peran in ("kasubbag", "staf")]
    others = [item for item in below if item not in helpers]
    sekretaris: tuple[OrgBox, ...]
    if office:
        sekretaris = (OrgBox(_lines(office[0]), tuple(OrgBox(_lines(item)) for item in helpers)),)
    else:
        sekretaris = tuple(OrgBox(_lines(item)) for item in helpers)
    head = _lines(camat[0]) if camat else ("CAMAT", "-")
    return OrgBox(head, (*sekretaris, *(OrgBox(_lines(item)) for item in others)))


def _lines(item: PejabatStruktur) -> tuple[str, ...]:
    nip = f"NIP {format_nip(item.nip)}" if item.nip else ""
    return tuple(line for line in (item.jabatan, item.nama, nip) if line)


def _iku(writer: Writer, bagian: BagianTerisi) -> list[Block]:
    return list(iku_blocks(writer.laporan.beku.lampiran.iku))


def _tree(writer: Writer, bagian: BagianTerisi) -> list[Block]:
    data = writer.laporan.beku.lampiran.pohon
    return list(pohon_blocks(data, above=_TREE_HEADING)) if data else []


def _rkt(writer: Writer, bagian: BagianTerisi) -> list[Block]:
    return list(rkt_blocks(writer.laporan.beku.lampiran.rkt))


def _agreement(writer: Writer, bagian: BagianTerisi) -> list[Block]:
    data = writer.laporan.beku.lampiran.perjanjian
    if data is None:
        return []
    # It ends as the paper itself ends: with room for both signatures.
    return list(
        perjanjian_blocks(
            data,
            signed=writer.edisi is not Edisi.SATU,
            has_nip_line=writer.edisi > Edisi.DUA,
        )
    )


def _action_plan(writer: Writer, bagian: BagianTerisi) -> list[Block]:
    return list(rencana_aksi_blocks(writer.laporan.beku.lampiran.rencana_aksi))


def _measurement(writer: Writer, bagian: BagianTerisi) -> list[Block]:
    """Print the table of the year's Pengukuran Kinerja as on its own paper."""
    snapshot = writer.laporan.beku.lampiran.pengukuran
    bahan = writer.analisis.bahan
    data = make_pengukuran_kinerja(snapshot, draf=not bahan.is_measured_finally)
    kode = bahan.ukur[-1].kode
    head = [("SKPD", data.skpd), ("Tahun Anggaran", str(data.periode.tahun))]
    if kode:
        head.append(("Kode verifikasi", kode))
    if writer.edisi is Edisi.SATU:
        return [KeyValues(tuple(head)), measured_table(data, Notes(is_tied=True))]
    return [KeyValues(tuple(head)), *measured_blocks(data)]


def _photos(writer: Writer, bagian: BagianTerisi) -> list[Block]:
    blocks: list[Block] = []
    for photo in writer.analisis.bahan.foto:
        data = writer.gambar(photo.sha256)
        if data is None or not is_readable(data):
            blocks.append(Paragraph(f"[Berkas {photo.keterangan} hilang atau rusak]", italic=True))
            continue
        picture = ImageBlock(data, max_height=_PHOTO_HEIGHT, alt=photo.keterangan)
        blocks += writer.figure(f"{photo.keterangan} ({photo.indikator})", picture)
    return blocks


def _procedures(writer: Writer, bagian: BagianTerisi) -> list[Block]:
    blocks: list[Block] = []
    for number, text in enumerate(writer.laporan.beku.lampiran.sop):
        if number:
            blocks.append(PageBreak())
        sop = read_sop(text, "lampiran")
        is_first = writer.edisi is Edisi.SATU
        legend = [] if is_first else list(list_legend(sop))
        blocks += sop_blocks(sop, is_followed=bool(legend), is_edisi_satu=is_first)
        blocks += legend
    return blocks


_LANDSCAPE = {
    "lampiran_iku",
    "lampiran_pohon",
    "lampiran_pengukuran",
    "lampiran_rencana_aksi",
    "lampiran_sop",
}

_FILLERS: Mapping[str, Callable[[Writer, BagianTerisi], list[Block]]] = {
    "lampiran_struktur": _structure,
    "lampiran_renstra": write_renstra_whole,
    "lampiran_iku": _iku,
    "lampiran_pohon": _tree,
    "lampiran_rkt": _rkt,
    "lampiran_pk": _agreement,
    "lampiran_pengukuran": _measurement,
    "lampiran_foto": _photos,
    "lampiran_sop": _procedures,
    "lampiran_rencana_aksi": _action_plan,
    "lampiran_reviu": write_reviewed,
    "lampiran_checklist": write_checklist,
}
