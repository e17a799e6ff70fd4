"""The sistematika of a report: what each bab explains, in sentences (`docs/sakip.md` §7.7)."""

from collections.abc import Sequence

from kinerja_desktop.domain.angka.teks import join_words
from kinerja_desktop.domain.lkjip.bahan import BahanLkjip
from kinerja_desktop.domain.lkjip.kata import (
    escape,
    items,
    paragraphs,
)
from kinerja_desktop.domain.lkjip.kerangka import JenisBagian, Kerangka
from kinerja_desktop.domain.lkjip.kutipan import in_running_text, lower_title
from kinerja_desktop.domain.lkjip.susunan import BagianTercetak

_VERBS = ("menguraikan", "memuat", "menyajikan", "berisi")


def write_sistematika(
    bahan: BahanLkjip, kerangka: Kerangka, susunan: Sequence[BagianTercetak]
) -> str:
    """Say what each printed bab explains, and what is attached."""
    office = f"Kecamatan {escape(bahan.instansi.kecamatan)}"
    chapters = [item for item in susunan if item.tampil and item.bagian.jenis is JenisBagian.BAB]
    lines = [
        _chapter(item, susunan, _VERBS[place % len(_VERBS)]) for place, item in enumerate(chapters)
    ]
    attached = [
        lower_title(item.judul)
        for item in susunan
        if item.tampil and item.bagian.jenis is JenisBagian.LAMPIRAN
    ]
    if attached:
        lines.append(f"**Lampiran**, melengkapi laporan dengan {_named(attached)}.")
    intro = f"{kerangka.nama_kalimat} {office} disusun dengan sistematika sebagai berikut:"
    return paragraphs([intro, items(lines)])


def find_bab(susunan: Sequence[BagianTercetak], isi: str) -> str:
    """Return the bab in which a section stands that is filled with `isi`: "Bab III".

    Empty where it is not printed, so that nothing refers to it.
    """
    bab = ""
    for item in susunan:
        if item.tingkat == 1:
            is_bab = item.bagian.jenis is JenisBagian.BAB
            bab = f"Bab {item.nomor.partition(' ')[2]}" if is_bab else ""
        if item.bagian.isi == isi and item.tampil:
            return bab
    return ""


def _chapter(bab: BagianTercetak, susunan: Sequence[BagianTercetak], verb: str) -> str:
    below = [
        lower_title(item.judul)
        for item in susunan
        if item.tampil and item.tingkat == 2 and item.bagian.induk == bab.bagian.kunci
    ]
    name = f"**Bab {bab.nomor.partition(' ')[2]} {escape(in_running_text(bab.judul))}**"
    return f"{name}, {verb} {_named(below or [lower_title(bab.judul)])}."


def _named(titles: Sequence[str]) -> str:
    return join_words([escape(title) for title in titles])
