"""Lay out the letters of the office (`docs/sakip.md` §9): each kind by its tata letak."""

from collections.abc import Callable, Mapping

from kinerja_desktop.documents.naskah.blocks import (
    Block,
    Heading,
    KeyValues,
    Margins,
    Naskah,
    Paragraph,
    Rule,
    Signature,
    SignatureBlock,
    Spacer,
)
from kinerja_desktop.documents.naskah.office_parts import letterhead, make_naskah, signature
from kinerja_desktop.documents.papers.naskah_bagian import (
    DOTS,
    RIGHT_HALF,
    agreed,
    attached,
    copies,
    facts,
    paragraphs,
    parts,
    signers,
    table,
    title,
)
from kinerja_desktop.documents.papers.naskah_disposisi import MARGINS, disposisi
from kinerja_desktop.documents.papers.naskah_keputusan import keputusan, surat_tugas
from kinerja_desktop.documents.papers.surat import receiver
from kinerja_desktop.domain.laporan.kop import Penandatangan
from kinerja_desktop.domain.laporan.naskah_dinas import NaskahTercetak
from kinerja_desktop.domain.surat.jenis import TataLetak


def build_naskah_dinas(data: NaskahTercetak) -> Naskah:
    """Lay out a letter, upright."""
    name = data.isi.hal or data.jenis.nama
    if data.jenis.tata_letak is TataLetak.DISPOSISI:
        return make_naskah(name, disposisi(data), data.tanda, margins=MARGINS, is_paged=False)
    blocks = (letterhead(data.kop), *_LAYOUTS[data.jenis.tata_letak](data))
    # Nearly all stand on one page; which of two or more comes first must be told.
    return make_naskah(name, blocks, data.tanda, margins=Margins(), is_paged_alone=False)


def _surat(data: NaskahTercetak) -> list[Block]:
    isi = data.isi
    head = (
        ("Nomor", data.nomor or DOTS),
        ("Sifat", isi.sifat),
        ("Lampiran", isi.lampiran),
        ("Hal", isi.hal or DOTS),
    )
    return [
        Paragraph(data.tempat_tanggal, indent=RIGHT_HALF),
        KeyValues(head, label_width=22),
        Spacer(4),
        *_addressees(data),
        Spacer(4),
        *_body(data),
        signers(data, dated=False),
        *copies(isi.tembusan),
        *attached(data, "SURAT " + data.kepala),
    ]


def _nota_dinas(data: NaskahTercetak) -> list[Block]:
    isi = data.isi
    head = (
        ("Yth.", _numbered(isi.yth) or DOTS),
        ("Dari", isi.dari or data.dari),
        ("Tembusan", _above(isi.tembusan)),
        ("Tanggal", data.tanggal),
        ("Nomor", data.nomor or DOTS),
        ("Sifat", isi.sifat),
        ("Lampiran", isi.lampiran),
        ("Hal", isi.hal or DOTS),
    )
    return [
        Heading("NOTA DINAS", 0),
        Spacer(2),
        KeyValues(head, label_width=28),
        Rule(),
        Spacer(2),
        *_body(data),
        signers(data, dated=False),
        *(copies(isi.tembusan) if len(isi.tembusan) > _MOST_ABOVE else ()),
        *attached(data, "NOTA DINAS"),
    ]


def _above(tembusan: tuple[str, ...]) -> str:
    """Name who gets a copy in the head of a nota dinas; many stand below its signature."""
    if len(tembusan) > _MOST_ABOVE:
        return f"{len(tembusan)} tembusan, tercantum di bawah"
    return _numbered(tembusan) or "-"


#: So many copies are named in the head of a nota dinas; more stand below its signature.
_MOST_ABOVE = 6


def _daftar_hadir(data: NaskahTercetak) -> list[Block]:
    return [
        Heading("DAFTAR HADIR", 0),
        Spacer(2),
        *facts(data.isi.rincian),
        *table(data.isi.tabel, size=10),
        signers(data, dated=True),
    ]


def _notulen(data: NaskahTercetak) -> list[Block]:
    return [
        Heading("NOTULEN RAPAT", 0),
        Spacer(2),
        *facts(data.isi.rincian),
        *paragraphs(data.isi.pembuka),
        *parts(data.isi.bagian),
        *agreed(data.isi.tindak_lanjut),
        *paragraphs(data.isi.penutup, keep=True),
        signers(data, dated=True),
        *copies(data.isi.tembusan),
    ]


def _berita_acara(data: NaskahTercetak) -> list[Block]:
    return [
        *title(data, "BERITA ACARA"),
        Paragraph(data.isi.hal, "center", bold=True),
        Spacer(2),
        *_body(data),
        signers(data, dated=True),
        *copies(data.isi.tembusan),
        *attached(data, "BERITA ACARA"),
    ]


def _surat_pengantar(data: NaskahTercetak) -> list[Block]:
    isi = data.isi
    return [
        Paragraph(data.tempat_tanggal, indent=RIGHT_HALF),
        Spacer(2),
        *_addressees(data),
        Spacer(6),
        *title(data, "SURAT PENGANTAR"),
        *paragraphs(isi.pembuka),
        *table(isi.tabel),
        *paragraphs(isi.penutup, keep=True),
        Paragraph(f"Diterima tanggal {DOTS}", keep_with_next=True),
        SignatureBlock(signature(data.kanan), _receiver("Penerima,")),
        *copies(isi.tembusan),
    ]


def _tanda_terima(data: NaskahTercetak) -> list[Block]:
    isi = data.isi
    head = (("Telah diterima dari", data.kop.nama.title()), ("Untuk", isi.hal or DOTS))
    return [
        *title(data, "TANDA TERIMA"),
        KeyValues((*head, *isi.rincian)),
        Spacer(3),
        *table(isi.tabel),
        *paragraphs(isi.penutup, keep=True),
        SignatureBlock(signature(data.kanan, data.tempat_tanggal), _receiver("Yang menerima,")),
    ]


def _daftar_bagi(data: NaskahTercetak) -> list[Block]:
    return [
        Heading("DAFTAR BAGI DOKUMEN", 0),
        Paragraph(data.isi.hal, "center", bold=True),
        Spacer(2),
        *paragraphs(data.isi.pembuka),
        *facts(data.isi.rincian),
        *table(data.isi.tabel),
        *paragraphs(data.isi.penutup, keep=True),
        signers(data, dated=True),
    ]


def _body(data: NaskahTercetak) -> list[Block]:
    isi = data.isi
    return [
        *paragraphs(isi.pembuka),
        *facts(isi.rincian),
        *table(isi.tabel),
        *parts(isi.bagian),
        *agreed(isi.tindak_lanjut),
        *paragraphs(isi.penutup, keep=True),
    ]


def _addressees(data: NaskahTercetak) -> list[Block]:
    yth = data.isi.yth or (DOTS,)
    if len(yth) == 1:
        lines: list[Block] = [Paragraph(yth[0], label="Yth.", hang=10, space_after=0)]
    else:
        lines = [Paragraph("Yth.", space_after=0, keep_with_next=True)]
        lines += [
            Paragraph(text, label=f"{number}.", indent=10, space_after=0)
            for number, text in enumerate(yth, start=1)
        ]
    if not data.isi.di:
        return lines
    return [
        *lines,
        Paragraph("di", indent=10, space_after=0),
        Paragraph(data.isi.di, indent=17),
    ]


def _numbered(texts: tuple[str, ...]) -> str:
    if len(texts) < 2:
        return "".join(texts)
    return "\n".join(f"{number}. {text}" for number, text in enumerate(texts, start=1))


def _receiver(peran: str) -> Signature:
    """Leave lines for the post, name, NIP and telephone of who gets it, as they are not known."""
    return receiver(Penandatangan((DOTS,), peran=peran))


_LAYOUTS: Mapping[TataLetak, Callable[[NaskahTercetak], list[Block]]] = {
    TataLetak.SURAT: _surat,
    TataLetak.NOTA_DINAS: _nota_dinas,
    TataLetak.DAFTAR_HADIR: _daftar_hadir,
    TataLetak.NOTULEN: _notulen,
    TataLetak.BERITA_ACARA: _berita_acara,
    TataLetak.KEPUTUSAN: keputusan,
    TataLetak.SURAT_TUGAS: surat_tugas,
    TataLetak.SURAT_PENGANTAR: _surat_pengantar,
    TataLetak.TANDA_TERIMA: _tanda_terima,
    TataLetak.DAFTAR_BAGI: _daftar_bagi,
}
