"""SOPs in the office's own words: made from nothing, or from one of another office.

The form is SOP AP of PermenPANRB 35/2012 (`docs/sakip.md` §8.1). Number and dates of another office
are not taken over: they are those of its paper.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from kinerja_desktop.domain.sop.formulir import (
    Butir,
    Identitas,
    Isian,
    Kepala,
    Kotak,
    TandaTangan,
)
from kinerja_desktop.domain.sop.langkah import (
    Keputusan,
    Keterlibatan,
    Langkah,
    Peran,
    PeranLangkah,
    Satuan,
    Tindakan,
    Waktu,
)
from kinerja_desktop.domain.sop.model import KANTOR, Sop

#: The six cells of the identity page, by their fields (`docs/sakip.md` §8.1).
KOTAK = {
    "dasar_hukum": "Dasar Hukum",
    "kualifikasi": "Kualifikasi Pelaksana",
    "keterkaitan": "Keterkaitan",
    "peralatan": "Peralatan/Perlengkapan",
    "peringatan": "Peringatan",
    "pencatatan": "Pencatatan dan Pendataan",
}
_KEPALA = Kepala(
    no=Isian("No"),
    aktivitas=Isian("Aktivitas"),
    pelaksana=Isian("Pelaksana"),
    mutu_baku=Isian("Mutu Baku"),
    kelengkapan=Isian("Kelengkapan"),
    waktu=Isian("Waktu"),
    output=Isian("Output"),
    keterangan=Isian("Keterangan"),
)
#: The sign before an item of a list, such as ``1.``, ``a.`` or ``-``.
_SIGN = re.compile(r"(\d{1,3}[.)]|[a-zA-Z][.)]|[-•–])\s+(.*)")


@dataclass(frozen=True)
class Pemilik:
    """Whose an SOP is: the office, and who signs it.

    Attributes:
        kecamatan: its bare name, such as "Muncar".
        jabatan: of who signs; empty while nobody is chosen, as are `nama` and `nip`.
    """

    kecamatan: str
    kabupaten: str
    jabatan: str = ""
    nama: str = ""
    nip: str = ""


def make_sop(kode: str, nama: str, pemilik: Pemilik, peran: Sequence[str]) -> Sop:
    """Return a new SOP of the office: two empty steps, done by the first of `peran`."""
    columns = tuple(Peran(f"P{n}", name, name) for n, name in enumerate(peran, 1))
    first, last = columns[0], columns[-1]
    boxes: Any = {name: Kotak(Isian(title), ()) for name, title in KOTAK.items()}
    return Sop(
        id=kode,
        versi=1,
        asal=KANTOR,
        kecamatan=pemilik.kecamatan,
        proses="",
        identitas=_identify(Identitas(Isian(nama)), pemilik),
        kepala_tabel=_KEPALA,
        peran=columns,
        langkah=(
            replace(_empty_step(1, first), is_start=True),
            replace(_empty_step(2, last), is_end=True),
        ),
        **boxes,
    )


def own_sop(sop: Sop, pemilik: Pemilik, *, kode: str = "", pakai_usulan: bool = False) -> Sop:
    """Return an SOP as the office's own, from that of another or from a verbatim source.

    Every place has one reading then: what was accepted, else what is printed. Who does a step, and
    what was deduced, is what the office says from now on.

    Args:
        sop: stays as it is.
        pemilik: whose name and signer replace those of before.
        kode: of a copy that is to stand beside the SOP; empty for the SOP itself.
        pakai_usulan: where nothing was accepted, take what is proposed.
    """
    words = _Reader(sop.kecamatan, pemilik.kecamatan, pakai_usulan=pakai_usulan)
    boxes: Any = {
        name: Kotak(
            words.read(box.judul),
            tuple(Butir(words.read(item.isi), item.penanda) for item in box.butir),
            penjelasan=words.move(box.penjelasan),
        )
        for name, box in zip(KOTAK, sop.kotak, strict=True)
    }
    heads = replace(sop.kepala_tabel, is_disimpulkan=False, nomor_kolom=())
    read: Any = {name: words.read(getattr(heads, name)) for name in _HEADS}
    heads = replace(heads, **read)
    if any(step.waktu.satuan_dari_kepala for step in sop.langkah):
        heads = replace(heads, waktu=_KEPALA.waktu)
    identitas = Identitas(
        words.read(sop.identitas.nama_sop),
        unit=words.read(sop.identitas.unit),
        judul_sampul=words.read(sop.identitas.judul_sampul),
    )
    return replace(
        sop,
        id=kode or sop.id,
        versi=1 if kode else sop.versi,
        asal=KANTOR,
        kecamatan=pemilik.kecamatan,
        identitas=_identify(identitas, pemilik),
        kepala_tabel=heads,
        peran=tuple(Peran(item.kode, item.nama, item.tercetak) for item in sop.peran),
        langkah=tuple(_own_step(step, words) for step in sop.langkah),
        catatan_proses="",
        catatan_peran="",
        anomali_tabel=(),
        tanda_sumber="",
        tanda_tangan=_sign(pemilik) if sop.tanda_tangan else None,
        penerimaan=(),
        **boxes,
    )


def sign_by(sop: Sop, pemilik: Pemilik) -> Sop:
    """Return the SOP with another official who signs it."""
    return replace(
        sop,
        identitas=replace(
            sop.identitas,
            disahkan_oleh_jabatan=Isian(pemilik.jabatan.upper()),
            disahkan_oleh_nama=Isian(pemilik.nama),
            disahkan_oleh_nip=Isian(pemilik.nip),
        ),
        tanda_tangan=_sign(pemilik) if sop.tanda_tangan else None,
    )


def write_kotak(box: Kotak, text: str) -> Kotak:
    """Return a cell of the identity page with one item for each line."""
    found = []
    for line in filter(None, (line.strip() for line in text.splitlines())):
        sign = _SIGN.fullmatch(line)
        found.append(Butir(Isian(sign[2]), sign[1]) if sign else Butir(Isian(line)))
    return replace(box, butir=tuple(found))


def read_kotak(box: Kotak) -> str:
    """Return the items of a cell, one a line; `write_kotak` gives them back."""
    return "\n".join(f"{item.penanda} {item.isi.read()}".strip() for item in box.butir)


_HEADS = tuple(
    field.name for field in fields(Kepala) if field.name not in ("is_disimpulkan", "nomor_kolom")
)


class _Reader:
    """Reads a place once and for all, and puts the office's name for that of before."""

    def __init__(self, before: str, after: str, *, pakai_usulan: bool) -> None:
        self._after = after
        self._pakai_usulan = pakai_usulan
        self._name = re.compile(rf"\b((?:kecamatan|camat)\s+){re.escape(before)}\b", re.IGNORECASE)

    def read(self, isian: Isian) -> Isian:
        words = isian.tercetak if isian.diterima is None else isian.diterima
        if isian.diterima is None and self._pakai_usulan and isian.usulan is not None:
            words = isian.usulan
        return Isian(None if words is None else self.move(words))

    def move(self, words: str) -> str:
        return self._name.sub(self._put, words)

    def _put(self, match: re.Match[str]) -> str:
        return match[1] + (self._after.upper() if match[0].isupper() else self._after)


def _identify(identitas: Identitas, pemilik: Pemilik) -> Identitas:
    blank = Isian("")
    return replace(
        identitas,
        pemerintah=Isian(f"PEMERINTAH KABUPATEN {pemilik.kabupaten.upper()}"),
        perangkat_daerah=Isian(f"KECAMATAN {pemilik.kecamatan.upper()}"),
        nomor_sop=blank,
        tanggal_pembuatan=blank,
        tanggal_revisi=blank,
        tanggal_efektif=blank,
        disahkan_oleh_jabatan=Isian(pemilik.jabatan.upper()),
        disahkan_oleh_nama=Isian(pemilik.nama),
        disahkan_oleh_nip=Isian(pemilik.nip),
    )


def _sign(pemilik: Pemilik) -> TandaTangan:
    return TandaTangan(Isian(pemilik.jabatan.upper()), Isian(pemilik.nama), Isian(pemilik.nip))


def _empty_step(sequence: int, peran: Peran) -> Langkah:
    return Langkah(
        sequence=sequence,
        no=Isian(str(sequence)),
        uraian=Isian(""),
        peran=(PeranLangkah(peran.kode, Keterlibatan.PELAKSANA),),
        waktu=Waktu(f"1 {Satuan.HARI}", 1, Satuan.HARI),
        kelengkapan=Isian(""),
        output=Isian(""),
        tindakan=Tindakan.NONE,
    )


def _own_step(step: Langkah, words: _Reader) -> Langkah:
    waktu = step.waktu
    if waktu.satuan_dari_kepala or not waktu.teks:
        waktu = Waktu(f"{waktu.nilai} {waktu.satuan}", waktu.nilai, waktu.satuan)
    return Langkah(
        sequence=step.sequence,
        no=Isian(str(step.sequence)),
        uraian=words.read(step.uraian),
        peran=tuple(PeranLangkah(part.peran, part.sebagai) for part in step.peran),
        waktu=waktu,
        kelengkapan=words.read(step.kelengkapan),
        output=words.read(step.output),
        keterangan=words.move(step.keterangan),
        keputusan=step.keputusan and Keputusan(step.keputusan.kembali_ke),
        is_start=step.is_start,
        is_end=step.is_end,
        tindakan=step.tindakan,
    )
