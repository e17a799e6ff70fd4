"""What a letter must say before it can be signed; what is empty would print as a dotted line."""

from collections.abc import Iterator

from kinerja_desktop.domain.surat.isi import IsiNaskah
from kinerja_desktop.domain.surat.jenis import TataLetak
from kinerja_desktop.domain.surat.templat import has_open_place

_TABLE = "daftar dalam tabel"
#: What each layout cannot do without, beside its hal; see `_find`.
_NEEDS: dict[TataLetak, tuple[str, ...]] = {
    TataLetak.SURAT: ("yth", "isi"),
    TataLetak.NOTA_DINAS: ("yth", "isi"),
    TataLetak.DAFTAR_HADIR: ("tabel",),
    TataLetak.SURAT_TUGAS: ("tabel",),
    TataLetak.SURAT_PENGANTAR: ("yth", "tabel"),
    TataLetak.TANDA_TERIMA: ("tabel",),
    TataLetak.DAFTAR_BAGI: ("tabel",),
}
#: Filled in by hand as well, on the sheet itself.
_BY_HAND = (TataLetak.DISPOSISI,)


def list_belum(tata_letak: TataLetak, isi: IsiNaskah) -> list[str]:
    """Return what is empty or still a dotted line, by its name on the screen.

    Args:
        tata_letak: how the letter is laid out.
        isi: its words.
    """
    return list(dict.fromkeys(_list(tata_letak, isi)))


def _list(tata_letak: TataLetak, isi: IsiNaskah) -> Iterator[str]:
    if not isi.hal:
        yield "Hal"
    if tata_letak not in _BY_HAND:
        yield from (label for label, text in isi.rincian if not text)
        yield from (item.judul or "Bagian" for item in isi.bagian if not item.butir)
        yield from (what for need in _NEEDS.get(tata_letak, ()) if (what := _find(need, isi)))
    if has_open_place(isi):
        yield "titik-titik (………)"


def _find(need: str, isi: IsiNaskah) -> str:
    """Return the name of what is missing; empty when it is there."""
    match need:
        case "yth":
            return "" if isi.yth else "Yth."
        case "tabel":
            return "" if isi.tabel.baris else _TABLE
    said = isi.pembuka or isi.rincian or isi.bagian or isi.tabel.baris
    return "" if said else "Pembuka"
