"""Rencana Aksi, landscape, per triwulan or per month (`docs/sakip.md` §3.6)."""

from kinerja_desktop.documents.naskah.blocks import Block, KeyValues, Margins, Naskah, Spacer
from kinerja_desktop.documents.naskah.office_parts import letterheads, make_naskah, signature_block
from kinerja_desktop.documents.naskah.tables import Cell, Column, Table
from kinerja_desktop.documents.papers.plan_tables import grouped_rows, or_dash, title_blocks
from kinerja_desktop.domain.angka.nip import format_nip
from kinerja_desktop.domain.angka.periode import ROMAWI
from kinerja_desktop.domain.angka.tanggal import BULAN
from kinerja_desktop.domain.laporan.kop import FINAL, Kop, Pengesahan, Tanda
from kinerja_desktop.domain.laporan.rencana_aksi import (
    KISI_BULAN,
    BarisRencanaAksi,
    RencanaAksiTercetak,
)

_TW_SIZE, _MONTH_SIZE = 8.5, 6.5


def build_rencana_aksi(
    data: RencanaAksiTercetak, pengesahan: Pengesahan, tanda: Tanda = FINAL, kop: Kop | None = None
) -> Naskah:
    """Lay out a Rencana Aksi."""
    name = f"Rencana Aksi {data.skpd} Tahun {data.tahun}"
    blocks = (
        *letterheads(kop),
        *rencana_aksi_blocks(data, attached=False),
        signature_block(pengesahan, tanda),
    )
    return make_naskah(
        name,
        blocks,
        tanda,
        landscape=True,
        font_size=10,
        margins=Margins(top=15, bottom=18, left=15, right=15),
        footer_note=name,
    )


def rencana_aksi_blocks(data: RencanaAksiTercetak, *, attached: bool = True) -> tuple[Block, ...]:
    """Return title and table without kop and signature; they need a page lying across.

    Args:
        data: what it says.
        attached: it lies in another document, such as the LKjIP.
    """
    columns = _columns(data)
    groups = ((group.sasaran, [_cells(item) for item in group.indikator]) for group in data.sasaran)
    titles = ("RENCANA AKSI", data.skpd.upper(), f"TAHUN {data.tahun}")
    return (
        *title_blocks(titles, attached=attached),
        Spacer(3),
        *_whose(data),
        Table(
            columns,
            grouped_rows(groups, len(columns)),
            numbered=True,
            size=_MONTH_SIZE if data.kisi == KISI_BULAN else _TW_SIZE,
            keep_with_next=not attached,
        ),
    )


def _whose(data: RencanaAksiTercetak) -> tuple[Block, ...]:
    if data.pejabat is None:
        return ()
    rows = (
        ("Nama", data.pejabat.nama),
        ("NIP", or_dash(format_nip(data.pejabat.nip))),
        ("Jabatan", data.pejabat.jabatan),
    )
    return (KeyValues(rows),)


def _columns(data: RencanaAksiTercetak) -> tuple[Column, ...]:
    if data.kisi == KISI_BULAN:
        periods = tuple(Column(nama[:3], 0.75, "decimal", "Target Bulan") for nama in BULAN)
    else:
        periods = tuple(Column(f"TW {nama}", 0.95, "decimal", "Target") for nama in ROMAWI)
    return (
        Column("No", 0.45, "center"),
        Column("Sasaran", 2),
        Column("Indikator Kinerja", 2.1),
        Column("Satuan", 0.9, "center"),
        Column("Target Tahunan", 1, "decimal"),
        Column("Rencana Aksi/Kegiatan", 2.4),
        *periods,
        Column("Program/Kegiatan/Sub Kegiatan", 2.1),
        Column("Anggaran (Rp)", 1.6, "decimal"),
        Column("Penanggung Jawab", 1.4),
    )


def _cells(item: BarisRencanaAksi) -> tuple[Cell, ...]:
    return (
        Cell(item.indikator),
        Cell(or_dash(item.satuan)),
        Cell(item.target.teks, number=item.target.nilai),
        Cell(or_dash(item.aktivitas)),
        *(Cell(target.teks, number=target.nilai) for target in item.berkala),
        Cell(or_dash(item.program)),
        Cell(item.pagu.teks, number=item.pagu.nilai),
        Cell(or_dash(item.penanggung_jawab)),
    )
