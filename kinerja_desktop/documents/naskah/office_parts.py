"""Blocks that stand on every paper of an office: kop, signatures, marks."""

from typing import Any

from kinerja_desktop.documents.naskah.blocks import (
    A4,
    F4,
    Block,
    Letterhead,
    LetterheadLine,
    Naskah,
    Signature,
    SignatureBlock,
    VerificationBlock,
)
from kinerja_desktop.domain.laporan.kop import Kop, Penandatangan, Pengesahan, Tanda

_PAPERS = {"F4": F4, "A4": A4}
_KODE_NOTE = (
    "Kode dihitung dari data dokumen ini. Berkas yang dikirim harus menghasilkan kode yang sama."
)


def letterhead(kop: Kop) -> Letterhead:
    """Set a kop with the sizes in use today (`docs/sakip.md` §9)."""
    lines = [
        LetterheadLine(kop.pemerintah, 13),
        LetterheadLine(kop.nama, 17, bold=True),
        *(LetterheadLine(line, 9) for line in kop.alamat),
    ]
    if kop.tempat:
        lines.append(LetterheadLine(kop.tempat, 11, bold=True, underline=True))
    return Letterhead(tuple(line for line in lines if line.text), kop.logo)


def letterheads(kop: Kop | None) -> tuple[Block, ...]:
    """Return the kop as a block, or nothing."""
    return (letterhead(kop),) if kop else ()


def signature(signer: Penandatangan, date_line: str = "") -> Signature:
    """Set the lines around a signature."""
    head = (signer.peran, *signer.jabatan) if signer.peran else signer.jabatan
    return Signature(head, signer.nama, signer.below, date_line)


def signature_block(
    pengesahan: Pengesahan, tanda: Tanda, aside: tuple[Block, ...] = ()
) -> SignatureBlock:
    """Set place, date and signers.

    Args:
        pengesahan: who signs.
        tanda: gives the kode verifikasi of a final document.
        aside: a few lines for the empty half beside a single signer.
    """
    left = signature(pengesahan.kiri) if pengesahan.kiri else None
    kode = (VerificationBlock(tanda.kode, _KODE_NOTE),) if tanda.kode else ()
    right = signature(pengesahan.kanan, pengesahan.tempat_tanggal)
    return SignatureBlock(right, left, aside=(*aside, *kode))


def make_naskah(title: str, blocks: tuple[Block, ...], tanda: Tanda, **look: Any) -> Naskah:
    """Make a naskah with the paper, marks and kode of `tanda`.

    Args:
        title: for the file's properties.
        blocks: of the document.
        tanda: its marks.
        look: further attributes of `Naskah`.
    """
    return Naskah(
        title,
        blocks,
        paper=_PAPERS[tanda.kertas],
        is_draft=tanda.draf,
        is_contoh=tanda.contoh,
        kode=tanda.kode,
        **look,
    )
