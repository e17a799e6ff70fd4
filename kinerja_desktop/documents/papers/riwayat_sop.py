"""Riwayat pelaksanaan SOP: what happened in each step, beside what the SOP allows."""

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Heading,
    KeyValues,
    Margins,
    Naskah,
    Paragraph,
    Spacer,
)
from kinerja_desktop.documents.naskah.office_parts import letterheads, make_naskah, signature_block
from kinerja_desktop.documents.naskah.tables import (
    Cell,
    Column,
    Row,
    Table,
)
from kinerja_desktop.domain.laporan.riwayat_sop import LangkahTerlaksana, RiwayatSop

_SMALL = 8.0
_COLUMNS = (
    Column("No", 0.5, "center"),
    Column("Langkah", 2.9),
    Column("Pelaksana", 1.6),
    Column("Mulai", 1.8, "center", "Pelaksanaan"),
    Column("Selesai", 1.8, "center", "Pelaksanaan"),
    Column("Lama nyata", 0.9, "center", "Pelaksanaan"),
    Column("Mutu baku", 0.9, "center"),
    Column("Status", 1.2, "center"),
    Column("Putusan, alasan, putaran", 2.1),
    Column("Bukti", 1.6),
)


def build_riwayat_sop(data: RiwayatSop) -> Naskah:
    """Lay out the history of one run; landscape."""
    head = (
        ("SKPD", data.skpd),
        ("Nama SOP", data.nama_sop),
        ("Nomor SOP", data.nomor_sop or "-"),
        ("Pelaksanaan", data.untuk),
        *data.ringkasan,
    )
    is_signed = data.pengesahan is not None
    blocks: tuple[Block, ...] = (
        *letterheads(data.kop),
        Heading("RIWAYAT PELAKSANAAN SOP", 0),
        Spacer(3),
        KeyValues(head),
        Table(_COLUMNS, tuple(map(_row, data.langkah)), size=8, keep_with_next=is_signed),
        *(
            Paragraph(note, size=_SMALL, label="•", hang=5, space_after=0, keep_with_next=is_signed)
            for note in data.catatan
        ),
        *((signature_block(data.pengesahan, data.tanda),) if data.pengesahan else ()),
    )
    return make_naskah(
        f"Riwayat {data.nama_sop} {data.untuk}",
        blocks,
        data.tanda,
        landscape=True,
        margins=Margins(top=15, bottom=18, left=20, right=20),
        footer_note=f"Riwayat pelaksanaan SOP {data.untuk}",
    )


def _row(langkah: LangkahTerlaksana) -> Row:
    begun = _moments(langkah.mulai, langkah.mulai_dicatat)
    texts = (langkah.no, langkah.uraian, langkah.pelaksana, begun)
    return Row(
        (
            *map(Cell, texts),
            Cell(_moments(langkah.selesai, langkah.dicatat)),
            Cell(langkah.lama or "-", bold=langkah.is_late),
            Cell(langkah.mutu_baku or "-"),
            Cell(f"{langkah.status}, terlambat" if langkah.is_late else langkah.status),
            Cell(_decision(langkah)),
            Cell("\n".join(langkah.bukti)),
        )
    )


def _moments(moment: str, noted: str) -> str:
    """Say when something happened, and when that was written down where it was later."""
    return (moment or "-") + (f"\n(dicatat {noted})" if noted else "")


def _decision(langkah: LangkahTerlaksana) -> str:
    parts = [
        langkah.putusan,
        langkah.alasan,
        f"putaran {langkah.putaran}" if langkah.putaran > 1 else "",
        f"dilanjutkan dengan alasan: {langkah.pengecualian}" if langkah.pengecualian else "",
    ]
    return "; ".join(part for part in parts if part)
