"""Whose an SOP is: that of this very kecamatan, or of another (`docs/sakip.md` §8)."""

from kinerja_desktop.domain.sop.formulir import Bacaan
from kinerja_desktop.domain.sop.model import Sop


def belongs_to(sop: Sop, kecamatan: str, kabupaten: str) -> bool:
    """Tell whether an SOP is that of an office, by the names that stand on both.

    A kecamatan of the same name in another kabupaten is another office, where the paper names its
    kabupaten.

    Args:
        sop: with the kecamatan it was taken from.
        kecamatan: as the office writes it, with or without the word itself.
        kabupaten: the same.
    """
    if not kecamatan or _core(sop.kecamatan) != _core(kecamatan):
        return False
    pemerintah = sop.identitas.pemerintah.read(Bacaan.DIRAPIKAN)
    return not pemerintah or _core(pemerintah) == _core(kabupaten)


def _core(name: str) -> str:
    words = name.casefold().replace(".", " ").split()
    return " ".join(word for word in words if word not in _TITLES)


_TITLES = {"pemerintah", "kabupaten", "kab", "kecamatan", "kec"}
