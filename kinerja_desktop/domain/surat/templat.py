"""The wording of letters with places to fill, such as ``{kecamatan}`` (`docs/sakip.md` §9)."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from difflib import get_close_matches

from kinerja_desktop.domain.surat.isi import BagianNaskah, IsiNaskah, Tabel
from kinerja_desktop.errors import Problem

#: Every place that a wording can have, and what is written there.
ISIAN: Mapping[str, str] = {
    "kecamatan": "nama kecamatan",
    "kabupaten": "nama kabupaten",
    "tempat": "tempat tanda tangan",
    "tujuan": "tujuan pengiriman, misalnya Kepala Bappeda",
    "tahun": "tahun anggaran",
    "periode": "tahun atau triwulannya",
    "hari": "nama hari surat",
    "tanggal": "tanggal surat",
    "tanggal_terbilang": "tanggal surat dengan huruf",
    "dokumen": "dokumen yang dibuat prosedur, misalnya Pengukuran Kinerja Tahun 2025",
    "sop": "nama SOP",
    "langkah": "uraian langkah SOP",
    "tenggat": "batas waktu langkah SOP",
    "nomor_surat": "nomor surat masuk yang mendasari",
    "tanggal_surat": "tanggal surat masuk yang mendasari",
    "pihak_surat": "pengirim surat masuk yang mendasari",
    "hal_surat": "hal surat masuk yang mendasari",
    "pengelola": "jabatan pengelola kinerja",
}
#: Stands where nothing is known: it is written by hand, or before the letter is final.
BELUM = "………………"
_PLACE = re.compile(r"\{([^{}]*)\}")


def fill_templat(templat: IsiNaskah, nilai: Mapping[str, str]) -> IsiNaskah:
    """Return a wording with its places filled; what is not known is a dotted line.

    Args:
        templat: without problems, see `check_templat`.
        nilai: what to write, by the names of `ISIAN`.
    """

    def fill(text: str) -> str:
        return _PLACE.sub(lambda found: nilai.get(found[1]) or BELUM, text)

    return _map(templat, fill)


def reword(isi: IsiNaskah, words: Mapping[str, str]) -> IsiNaskah:
    """Return a content in which whole words are replaced by others, all of them at once.

    What replaces one is never taken for another: *dua* that becomes *dua puluh dua* stays so.
    """
    if not words:
        return isi
    longest_first = sorted(words, key=len, reverse=True)
    places = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
    return _map(isi, lambda text: places.sub(lambda found: words[found[0]], text))


def has_open_place(isi: IsiNaskah) -> bool:
    """Tell whether a dotted line is left that the program could not fill."""
    return any(BELUM in text for _, text in _walk(isi))


def check_templat(templat: IsiNaskah) -> list[Problem]:
    """Return every place that nobody knows, and every brace without its fellow."""
    problems = []
    for where, text in _walk(templat):
        for name in _PLACE.findall(text):
            if name not in ISIAN:
                near = get_close_matches(name.lower(), ISIAN, 1, 0.5)
                advice = f"mungkin {{{near[0]}}}" if near else "hapus, atau pilih dari daftar"
                problems.append(
                    Problem(f"Isian {{{name}}} pada {where} tidak dikenal: {advice}.", field=where)
                )
        if {"{", "}"} & set(_PLACE.sub("", text)):
            problems.append(
                Problem(
                    f"Kurung kurawal pada {where} tidak berpasangan: tulis misalnya {{tahun}}.",
                    field=where,
                )
            )
    return problems


def _walk(isi: IsiNaskah) -> Iterator[tuple[str, str]]:
    """Return every text with the name of its place, as a clerk finds it."""
    found: list[tuple[str, str]] = []

    def note(where: str) -> Callable[[str], str]:
        def keep(text: str) -> str:
            found.append((where, text))
            return text

        return keep

    _map(isi, None, note)
    yield from found


def _map(
    isi: IsiNaskah,
    change: Callable[[str], str] | None,
    place: Callable[[str], Callable[[str], str]] | None = None,
) -> IsiNaskah:
    """Return a content whose words went through a function, which may know their place."""

    def at(where: str) -> Callable[[str], str]:
        return place(where) if place else (change or str)

    def table(where: str, found: Tabel) -> Tabel:
        each = at(where)
        rows = tuple(tuple(each(text) for text in row) for row in found.baris)
        return Tabel(tuple(each(text) for text in found.kepala), rows)

    def lines(where: str, texts: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(map(at(where), texts))

    return replace(
        isi,
        hal=at("Hal")(isi.hal),
        sifat=at("Sifat")(isi.sifat),
        lampiran=at("Lampiran")(isi.lampiran),
        yth=lines("Yth.", isi.yth),
        di=at("Tempat tujuan")(isi.di),
        dari=at("Dari")(isi.dari),
        pembuka=lines("Pembuka", isi.pembuka),
        rincian=tuple((at("Rincian")(k), at("Rincian")(v)) for k, v in isi.rincian),
        tabel=table("Tabel", isi.tabel),
        bagian=tuple(
            BagianNaskah(at("Bagian")(item.judul), lines(item.judul or "Bagian", item.butir))
            for item in isi.bagian
        ),
        tindak_lanjut=tuple(
            replace(
                item,
                uraian=at("Tindak lanjut")(item.uraian),
                penanggung_jawab=at("Tindak lanjut")(item.penanggung_jawab),
            )
            for item in isi.tindak_lanjut
        ),
        penutup=lines("Penutup", isi.penutup),
        tembusan=lines("Tembusan", isi.tembusan),
        paraf=lines("Paraf koordinasi", isi.paraf),
        penanda=replace(
            isi.penanda,
            jabatan=at("Penanda tangan")(isi.penanda.jabatan),
            atas_nama=at("Penanda tangan")(isi.penanda.atas_nama),
            melalui=at("Penanda tangan")(isi.penanda.melalui),
            sebagai=at("Penanda tangan")(isi.penanda.sebagai),
        ),
        penanda_kiri=isi.penanda_kiri
        and replace(
            isi.penanda_kiri,
            jabatan=at("Penanda tangan kiri")(isi.penanda_kiri.jabatan),
            atas_nama=at("Penanda tangan kiri")(isi.penanda_kiri.atas_nama),
            melalui=at("Penanda tangan kiri")(isi.penanda_kiri.melalui),
            sebagai=at("Penanda tangan kiri")(isi.penanda_kiri.sebagai),
        ),
        judul_lampiran=at("Judul lampiran")(isi.judul_lampiran),
        tabel_lampiran=table("Daftar lampiran", isi.tabel_lampiran),
    )
