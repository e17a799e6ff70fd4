"""What all papers of an office share: kop, place and date, who signs (`docs/sakip.md` §9)."""

import re
from dataclasses import dataclass
from datetime import date

from kinerja_desktop.domain.angka.nip import format_nip
from kinerja_desktop.domain.angka.tanggal import format_tanggal

#: Room to write a date by hand.
TITIK = "........................"
#: Room to write a NIP by hand (`docs/sakip.md` §9).
NIP_KOSONG = "\u2026" * 6


@dataclass(frozen=True)
class Kop:
    """The letterhead of an office.

    Attributes:
        pemerintah: "PEMERINTAH KABUPATEN LUMAJANG".
        nama: "KECAMATAN LUMAJANG", the largest line.
        alamat: address lines as the office writes them, telephone, laman and pos-el included.
        tempat: "LUMAJANG", underlined in the older style; empty leaves the line out.
        logo: a PNG or JPEG.
    """

    pemerintah: str
    nama: str
    alamat: tuple[str, ...] = ()
    tempat: str = ""
    logo: bytes | None = None


@dataclass(frozen=True)
class Penandatangan:
    """Who signs, at the date of the document.

    Attributes:
        jabatan: ready lines, such as ("a.n. BUPATI LUMAJANG", "CAMAT LUMAJANG,");
            see `jabatan_lines`.
        nama: empty leaves a dotted line to write on.
        pangkat: "Pembina Tingkat I"; the Bupati has none.
        nip: with or without spaces; the Bupati has none.
        telepon: printed below, on receipts.
        peran: a line above the jabatan, such as "Mengetahui," or "Penerima,".
        has_nip_line: whether a NIP that is not known leaves a line to write it on.
    """

    jabatan: tuple[str, ...]
    nama: str = ""
    pangkat: str = ""
    nip: str = ""
    telepon: str = ""
    peran: str = ""
    has_nip_line: bool = False

    @property
    def below(self) -> tuple[str, ...]:
        """The lines below the name: pangkat, NIP, telephone, as far as they are known."""
        nip = format_nip(self.nip) or (NIP_KOSONG if self.has_nip_line else "")
        lines = (
            self.pangkat,
            f"NIP {nip}" if nip else "",
            f"No. Telepon {self.telepon}" if self.telepon else "",
        )
        return tuple(line for line in lines if line)


@dataclass(frozen=True)
class Pengesahan:
    """The end of a document: place and date, and one or two signers.

    Attributes:
        tempat_tanggal: "Lumajang, 5 Februari 2024", above the right column.
        kanan: who signs at the right.
        kiri: who signs at the left, if any.
    """

    tempat_tanggal: str
    kanan: Penandatangan
    kiri: Penandatangan | None = None


@dataclass(frozen=True)
class Tanda:
    """How far a document has come: marks across its pages and the kode of a final one.

    Attributes:
        draf: print DRAF across each page.
        contoh: print CONTOH, because the data is the sample office's.
        kode: kode verifikasi of a final document.
        kertas: "F4" or "A4".
    """

    draf: bool = False
    contoh: bool = False
    kode: str | None = None
    kertas: str = "F4"


# A dot, or a space after it, may have been forgotten.
_AWALAN = re.compile(r"\b(PLT|PLH|PJ)\b(?:\.\s*|\s+)")

_BUPATI = re.compile(r"(?:(?:plt|plh|pj)\.?\s+)?(?:wakil\s+)?bupati\b", re.IGNORECASE)

#: A final document without a kode, such as a letter.
FINAL = Tanda()


def jabatan_lines(
    jabatan: str, awalan: str = "", atas_nama: str = "", melalui: str = ""
) -> tuple[str, ...]:
    """Write a jabatan as it stands above a signature: in capitals, with a comma.

    Args:
        jabatan: "Camat Lumajang".
        awalan: "Plt.", "Plh." or "Pj.".
        atas_nama: "Bupati Lumajang" for a signature a.n.
        melalui: the post between the two for a signature u.b., such as "Sekretaris Daerah".
    """
    own = f"{awalan} {write_capitals(jabatan)},".strip()
    if not atas_nama:
        return (own,)
    behalf = f"a.n. {write_capitals(atas_nama)}"
    if not melalui:
        return (behalf, own)
    return (behalf, write_capitals(melalui), "u.b.", own)


def bears_nip(jabatan: str) -> bool:
    """Tell whether who holds a post has a NIP: everybody but the Bupati (`docs/sakip.md` §9)."""
    return _BUPATI.match(jabatan) is None


def write_capitals(jabatan: str) -> str:
    """Write a jabatan in capitals, but ``Plt.``, ``Plh.`` and ``Pj.`` as they are abbreviated.

    ``Plt. Camat Lumajang`` becomes ``Plt. CAMAT LUMAJANG`` (`docs/sakip.md` §9), however the
    clerk wrote it; words that are no jabatan become capitals wholly.
    """
    return _AWALAN.sub(lambda found: f"{found[1].capitalize()}. ", jabatan.upper())


def write_tempat_tanggal(tempat: str, tanggal: date | None) -> str:
    """Write place and date as above a signature: ``Lumajang, 5 Februari 2024``.

    Args:
        tempat: where it is signed.
        tanggal: when; ``None`` leaves dots, because it is written by hand.
    """
    return f"{tempat}, {format_tanggal(tanggal) if tanggal else TITIK}"
