"""What stands in a naskah dinas: the same fields for every kind, each kind uses some of them.

`docs/sakip.md` §9. A templat is such a content as well, with places such as ``{kecamatan}`` in its
words (`templat`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import date
from typing import Any

from kinerja_desktop.domain.angka.teks import MAKS_TEKS, MAKS_TEKS_PANJANG, clean_text
from kinerja_desktop.domain.capaian.freezing import freeze, thaw
from kinerja_desktop.errors import KinerjaError

#: Lines of one list or table: more is no letter any more.
MAKS_BARIS = 300


@dataclass(frozen=True)
class Penanda:
    """Who signs: the post; who holds it is looked up by the day of the letter.

    Attributes:
        peran: ``camat``, ``sekretaris`` …; empty leaves a line to write on.
        jabatan: the very post where several have the same peran, such as one of four Kasi.
        atas_nama: whom it is signed for, such as ``Camat Lumajang`` (a.n.).
        melalui: the post between the two (u.b.).
        sebagai: a line above, such as ``Mengetahui,``.
    """

    peran: str = "camat"
    jabatan: str = ""
    atas_nama: str = ""
    melalui: str = ""
    sebagai: str = ""


@dataclass(frozen=True)
class BagianNaskah:
    """A part with its heading and its points: *Menimbang*, *Pembahasan*, *Untuk*."""

    judul: str
    butir: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tindak:
    """What was agreed: what, by whom, until when."""

    uraian: str
    penanggung_jawab: str = ""
    batas_waktu: date | None = None


@dataclass(frozen=True)
class Tabel:
    """A plain table; the first column of most is the running number."""

    kepala: tuple[str, ...] = ()
    baris: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class IsiNaskah:
    """The content of a letter.

    Attributes:
        hal: what it is about.
        sifat: "Biasa", "Segera" …
        lampiran: how much goes with it: "1 (satu) berkas", or "-".
        yth: whom it goes to, a line each.
        di: their place.
        dari: whose it is, for a nota dinas; empty for the signer's own post.
        pembuka: the paragraphs before the facts and tables.
        rincian: facts with their labels, such as ("Hari/tanggal", "Senin, 5 Februari 2024").
        tabel: in the body.
        bagian: parts with points, in their order.
        tindak_lanjut: what was agreed.
        penutup: the paragraphs after it.
        penanda: who signs at the right.
        penanda_kiri: who signs at the left, if any.
        tembusan: who gets a copy.
        paraf: posts that put their paraf on the draft (*paraf koordinasi*).
        judul_lampiran: heading of the attached list; empty for none.
        tabel_lampiran: the attached list.
    """

    hal: str = ""
    sifat: str = "Biasa"
    lampiran: str = "-"
    yth: tuple[str, ...] = ()
    di: str = ""
    dari: str = ""
    pembuka: tuple[str, ...] = ()
    rincian: tuple[tuple[str, str], ...] = ()
    tabel: Tabel = Tabel()
    bagian: tuple[BagianNaskah, ...] = ()
    tindak_lanjut: tuple[Tindak, ...] = ()
    penutup: tuple[str, ...] = ()
    penanda: Penanda = Penanda()
    penanda_kiri: Penanda | None = None
    tembusan: tuple[str, ...] = ()
    paraf: tuple[str, ...] = ()
    judul_lampiran: str = ""
    tabel_lampiran: Tabel = field(default_factory=Tabel)


def isi_to_json(isi: IsiNaskah) -> dict[str, Any]:
    """Write a content as plain data; what is as ever is left out."""
    empty = IsiNaskah()
    return {
        item.name: freeze(value)
        for item in fields(IsiNaskah)
        if (value := getattr(isi, item.name)) != getattr(empty, item.name)
    }


def isi_from_json(data: Mapping[str, Any], nama: str) -> IsiNaskah:
    """Read back what `isi_to_json` wrote.

    Args:
        data: plain data, which may come from another program.
        nama: what it belongs to, for the sentence.

    Raises:
        KinerjaError: it is no content of a letter.
    """
    try:
        known = {item.name for item in fields(IsiNaskah)}
        if not set(data) <= known:
            raise KeyError(min(set(data) - known))
        return tidy_isi(thaw(IsiNaskah, dict(data)))
    except (TypeError, ValueError, AttributeError, KeyError) as error:
        raise KinerjaError(
            f"Isi {nama} tidak dapat dibaca, karena diubah di luar program ini.",
            "Kembalikan ke bawaan, atau pulihkan dari cadangan (Riwayat & Cadangan).",
        ) from error


def tidy_isi(isi: IsiNaskah) -> IsiNaskah:
    """Return a content with clean texts, without empty lines.

    Raises:
        ValueError: a text is too long, or a list has too many lines; it says which.
        TypeError: something else than text stands there.
    """
    return IsiNaskah(
        hal=_line("Hal", isi.hal),
        sifat=_line("Sifat", isi.sifat),
        lampiran=_line("Lampiran", isi.lampiran),
        yth=_lines("Yth.", isi.yth),
        di=_line("Tempat tujuan", isi.di),
        dari=_line("Dari", isi.dari),
        pembuka=_lines("Pembuka", isi.pembuka),
        rincian=_bounded(
            "Rincian", [(_line("Rincian", k), _long("Rincian", v)) for k, v in isi.rincian]
        ),
        tabel=_table("Tabel", isi.tabel),
        bagian=_bounded(
            "Bagian",
            [BagianNaskah(_line("Judul", b.judul), _lines(b.judul, b.butir)) for b in isi.bagian],
        ),
        tindak_lanjut=_bounded(
            "Tindak lanjut",
            [
                replace(
                    item,
                    uraian=_long("Tindak lanjut", item.uraian),
                    penanggung_jawab=_line("Penanggung jawab", item.penanggung_jawab),
                )
                for item in isi.tindak_lanjut
                if item.uraian.strip() or item.penanggung_jawab.strip() or item.batas_waktu
            ],
        ),
        penutup=_lines("Penutup", isi.penutup),
        penanda=_signer(isi.penanda),
        penanda_kiri=_signer(isi.penanda_kiri) if isi.penanda_kiri else None,
        tembusan=_lines("Tembusan", isi.tembusan),
        paraf=_lines("Paraf koordinasi", isi.paraf),
        judul_lampiran=_line("Judul lampiran", isi.judul_lampiran),
        tabel_lampiran=_table("Daftar lampiran", isi.tabel_lampiran),
    )


def _line(what: str, text: str) -> str:
    return _clean(what, text, MAKS_TEKS, keep_lines=False)


def _long(what: str, text: str) -> str:
    return _clean(what, text, MAKS_TEKS_PANJANG, keep_lines=True)


def _clean(what: str, text: str, most: int, *, keep_lines: bool) -> str:
    if not isinstance(text, str):
        raise TypeError(what)
    try:
        return clean_text(text, keep_lines=keep_lines, most=most)
    except ValueError as error:
        raise ValueError(f"{what}: {error}") from error


def _lines(what: str, texts: tuple[str, ...]) -> tuple[str, ...]:
    return _bounded(what, [text for item in texts if (text := _long(what, item))])


def _table(what: str, table: Tabel) -> Tabel:
    wide = len(table.kepala)
    rows = [
        tuple(_long(what, text) for text in (*row, *("",) * wide)[:wide]) for row in table.baris
    ]
    return Tabel(
        tuple(_line(what, text) for text in table.kepala),
        _bounded(what, [row for row in rows if any(row)]),
    )


def _signer(penanda: Penanda) -> Penanda:
    values = {item.name: getattr(penanda, item.name) for item in fields(Penanda)}
    return Penanda(**{name: _line("Penanda tangan", text) for name, text in values.items()})


def _bounded(what: str, rows: list[Any]) -> tuple[Any, ...]:
    if len(rows) > MAKS_BARIS:
        raise ValueError(
            f"{what}: {len(rows)} baris, paling banyak {MAKS_BARIS}. Jadikan lampiran tersendiri"
        )
    return tuple(rows)
