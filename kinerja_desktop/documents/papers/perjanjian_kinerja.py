"""Perjanjian Kinerja and its Lampiran: PermenPANRB 53/2014, Anak Lampiran I.

`docs/sakip.md` §3.4–3.5.

The forms of SKPD (I/2-6, I/5-6) serve the Camat, that of a Satuan Kerja (I/6-6) everybody else.
"""

from collections.abc import Callable
from functools import partial

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    ImageBlock,
    KeyValues,
    Naskah,
    PageBreak,
    Paragraph,
    Signature,
    SignatureBlock,
    Spacer,
)
from kinerja_desktop.documents.naskah.office_parts import make_naskah, signature
from kinerja_desktop.documents.naskah.tables import Cell, Column, Table
from kinerja_desktop.documents.papers.plan_tables import grouped_rows, program_table, title_blocks
from kinerja_desktop.domain.laporan.kop import (
    FINAL,
    TITIK,
    Penandatangan,
    Tanda,
    bears_nip,
    jabatan_lines,
    write_capitals,
)
from kinerja_desktop.domain.laporan.perjanjian import (
    JANJI,
    PEMBUKA,
    SEBUTAN_KEDUA,
    SEBUTAN_PERTAMA,
    SUPERVISI,
    PerjanjianTercetak,
    Pihak,
)

_LOGO_HEIGHT = 25.0
_LABEL_WIDTH = 25.0
_SIGNED_GAP, _UNSIGNED_GAP = 4, 0
#: Sets a party below its head.
_Sign = Callable[[tuple[str, ...], Pihak], Penandatangan]


def build_perjanjian_kinerja(
    data: PerjanjianTercetak, tanda: Tanda = FINAL, logo: bytes | None = None
) -> Naskah:
    """Lay out statement and Lampiran, upright, for both parties to sign."""
    head = (ImageBlock(logo, max_height=_LOGO_HEIGHT, alt="Logo"), Spacer(3)) if logo else ()
    name = f"{data.judul.title()} {data.pertama.jabatan}"
    return make_naskah(
        name,
        (*head, *perjanjian_blocks(data, signed=True, attached=False)),
        tanda,
        footer_note=f"{name} ({data.kode})",
        tanggal=data.tanggal,
    )


def perjanjian_blocks(
    data: PerjanjianTercetak,
    *,
    signed: bool = False,
    attached: bool = True,
    has_nip_line: bool = True,
) -> tuple[Block, ...]:
    """Return statement and Lampiran without logo.

    Args:
        data: what it says.
        signed: leave room for the signatures; without it only the names stand there.
        attached: it lies in another document, such as the LKjIP.
        has_nip_line: a NIP that is not known leaves a line to write it on.
    """
    gap = _SIGNED_GAP if signed else _UNSIGNED_GAP
    sign = partial(_sign, has_nip_line=has_nip_line)
    return (
        *_statement(data, gap, sign, attached=attached),
        PageBreak(),
        *_lampiran(data, gap, sign, attached=attached),
    )


def _statement(
    data: PerjanjianTercetak, gap: int, sign: _Sign, *, attached: bool
) -> tuple[Block, ...]:
    right = signature(sign(("Pihak Pertama,",), data.pertama), data.tempat_tanggal)
    left = signature(sign(("Pihak Kedua,",), data.kedua))
    return (
        *title_blocks((data.judul,), attached=attached),
        Spacer(8),
        Paragraph(PEMBUKA, "justify", space_after=12),
        *_party(data.pertama, SEBUTAN_PERTAMA),
        *_party(data.kedua, SEBUTAN_KEDUA),
        Paragraph(JANJI, "justify", space_after=12),
        Paragraph(SUPERVISI, "justify", space_after=12, keep_with_next=True),
        Spacer(4),
        SignatureBlock(right, left, gap_lines=gap),
    )


def _party(pihak: Pihak, sebutan: str) -> tuple[Block, ...]:
    rows = (("Nama", pihak.nama or TITIK), ("Jabatan", pihak.jabatan or TITIK))
    return (
        KeyValues(rows, label_width=_LABEL_WIDTH, keep_with_next=True),
        Paragraph(sebutan, space_after=12),
    )


def _lampiran(
    data: PerjanjianTercetak, gap: int, sign: _Sign, *, attached: bool
) -> tuple[Block, ...]:
    columns = (
        Column("No.", 0.5, "center"),
        Column("Sasaran Strategis" if data.is_skpd else "Sasaran", 3),
        Column("Indikator Kinerja", 3),
        Column("Target", 1.6, "center"),
    )
    groups = (
        (
            group.sasaran,
            [(Cell(item.uraian), Cell(item.target_bersatuan)) for item in group.indikator],
        )
        for group in data.sasaran
    )
    rows = grouped_rows(groups, len(columns))
    return (
        *title_blocks(
            (data.judul, *(write_capitals(line) for line in data.unit)), attached=attached
        ),
        Spacer(4),
        Table(columns, rows, numbered=True, size=10, keep_with_next=not _has_budget(data)),
        *_budget(data),
        SignatureBlock(_post(data.pertama, sign), _post(data.kedua, sign), gap_lines=gap),
    )


def _has_budget(data: PerjanjianTercetak) -> bool:
    """Tell whether the form has a list of programs: an official without budget needs none."""
    return data.is_skpd or bool(data.program)


def _budget(data: PerjanjianTercetak) -> tuple[Block, ...]:
    if not _has_budget(data):
        return ()
    title = "Program" if data.is_skpd else "Program/Kegiatan/Sub Kegiatan"
    return (Spacer(3), program_table(title, data.program, data.jumlah, keep_with_next=True))


def _sign(head: tuple[str, ...], pihak: Pihak, *, has_nip_line: bool) -> Penandatangan:
    is_asn = bears_nip(pihak.jabatan)
    return Penandatangan(
        head, pihak.nama, pihak.pangkat, pihak.nip, has_nip_line=has_nip_line and is_asn
    )


def _post(pihak: Pihak, sign: _Sign) -> Signature:
    """Sign the Lampiran under the jabatan: the Bupati at the left, the head at the right."""
    return signature(sign(jabatan_lines(pihak.jabatan or TITIK), pihak))
