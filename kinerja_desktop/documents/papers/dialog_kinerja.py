"""Lay out a Dialog Kinerja: the figures first, then what is said of them."""

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
from kinerja_desktop.documents.papers.measured_table import Notes, measured_table
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.laporan.dialog_kinerja import DialogTercetak

_LINE = "." * 150
_MARGINS = Margins(top=15, bottom=20, left=25, right=20)


def build_dialog_kinerja(data: DialogTercetak) -> Naskah:
    """Lay out the dialog, upright; what nobody said yet has lines to write on."""
    periode = data.capaian.periode
    notes = Notes()
    table = measured_table(data.capaian, notes)
    blocks: tuple[Block, ...] = (
        *letterheads(data.kop),
        Heading("DIALOG KINERJA", 0),
        Heading(periode.label.upper(), 0),
        Spacer(2),
        KeyValues(data.untuk),
        table,
        *(
            Paragraph(text, size=8.5, label=f"{number})", hang=5, space_after=0)
            for number, text in enumerate(notes.texts, start=1)
        ),
        Spacer(2),
        *_said("Catatan pimpinan", data.catatan),
        *_said("Rekomendasi pimpinan", data.rekomendasi),
        *_said("Tindak lanjut", data.tindak_lanjut),
        KeyValues(
            (
                ("Penanggung jawab", data.penanggung_jawab or "." * 40),
                ("Batas waktu", format_tanggal(data.batas_waktu) if data.batas_waktu else "." * 40),
            ),
            keep_with_next=True,
        ),
        signature_block(data.pengesahan, data.tanda),
    )
    name = f"Dialog Kinerja {periode.label}"
    return make_naskah(name, blocks, data.tanda, margins=_MARGINS, footer_note=name)


def _said(heading: str, text: str) -> list[Block]:
    lines = [line for line in text.splitlines() if line.strip()] or [_LINE, _LINE]
    return [
        Paragraph(heading, bold=True, keep_with_next=True),
        *(Paragraph(line, "justify" if text.strip() else "left") for line in lines),
    ]
