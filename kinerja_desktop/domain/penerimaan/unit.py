"""Who delivers: the kecamatan of the kabupaten, and how a sender is known among them."""

import re
import unicodedata

from kinerja_desktop.domain.angka.nama_tempat import KECAMATAN_LUMAJANG as KECAMATAN_LUMAJANG

LUMAJANG = "Lumajang"

_PREFIX = re.compile(r"^(?:kecamatan|kec|kabupaten|kab)(?:\.\s*|\s+)")


def normalize_nama(nama: str) -> str:
    """Return a name for comparing: without case, stray spaces and the word Kecamatan.

    ``KEC. Candi  Puro`` and ``candipuro`` are one: people write the same place apart or together.
    """
    text = " ".join(unicodedata.normalize("NFKC", nama).casefold().split())
    return re.sub(r"[\s.\-]", "", _PREFIX.sub("", text))


def is_same_unit(nama: str, kabupaten: str, other: str, other_kabupaten: str) -> bool:
    """Tell whether two names of units mean the same; a kabupaten that is not told fits any."""
    if normalize_nama(nama) != normalize_nama(other):
        return False
    first, second = normalize_nama(kabupaten), normalize_nama(other_kabupaten)
    return not first or not second or first == second
