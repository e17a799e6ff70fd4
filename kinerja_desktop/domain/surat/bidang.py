"""Which fields each kind of letter is filled in by, in the order of the screen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from kinerja_desktop.domain.angka.tanggal import format_tanggal_isian, parse_tanggal
from kinerja_desktop.domain.surat.isi import Tindak
from kinerja_desktop.domain.surat.jenis import TataLetak


class Cara(StrEnum):
    """How a field is filled in."""

    TEKS = "teks"
    """One line."""
    DAFTAR = "daftar"
    """A line for each item, or for each paragraph."""
    PASANGAN = "pasangan"
    """Lines such as ``Pukul: 09.00 WIB``."""
    TABEL = "tabel"
    BAGIAN = "bagian"
    """A list below each of its headings."""
    TINDAK = "tindak"
    """A table of what was agreed."""
    PENANDA = "penanda"


@dataclass(frozen=True)
class BidangNaskah:
    """A field of a letter: the attribute of `IsiNaskah`, its label, and how it is filled in."""

    nama: str
    label: str
    cara: Cara


_HAL = BidangNaskah("hal", "Hal", Cara.TEKS)
_SIFAT = BidangNaskah("sifat", "Sifat", Cara.TEKS)
_LAMPIRAN = BidangNaskah("lampiran", "Lampiran", Cara.TEKS)
_YTH = BidangNaskah("yth", "Yth.", Cara.DAFTAR)
_DI = BidangNaskah("di", "Di", Cara.TEKS)
_DARI = BidangNaskah("dari", "Dari", Cara.TEKS)
_PEMBUKA = BidangNaskah("pembuka", "Pembuka", Cara.DAFTAR)
_RINCIAN = BidangNaskah("rincian", "Rincian", Cara.PASANGAN)
_TABEL = BidangNaskah("tabel", "Tabel", Cara.TABEL)
_BAGIAN = BidangNaskah("bagian", "Bagian", Cara.BAGIAN)
_TINDAK = BidangNaskah("tindak_lanjut", "Tindak lanjut", Cara.TINDAK)
_PENUTUP = BidangNaskah("penutup", "Penutup", Cara.DAFTAR)
_PENANDA = BidangNaskah("penanda", "Penanda tangan", Cara.PENANDA)
_KIRI = BidangNaskah("penanda_kiri", "Penanda tangan kiri", Cara.PENANDA)
_TEMBUSAN = BidangNaskah("tembusan", "Tembusan", Cara.DAFTAR)
_PARAF = BidangNaskah("paraf", "Paraf koordinasi", Cara.DAFTAR)
_JUDUL = BidangNaskah("judul_lampiran", "Judul lampiran", Cara.TEKS)
_DAFTAR = BidangNaskah("tabel_lampiran", "Daftar lampiran", Cara.TABEL)
_END = (_PENUTUP, _PENANDA, _KIRI, _TEMBUSAN, _PARAF)

BIDANG: Mapping[TataLetak, tuple[BidangNaskah, ...]] = {
    TataLetak.SURAT: (
        _HAL, _SIFAT, _LAMPIRAN, _YTH, _DI, _PEMBUKA, _RINCIAN, _TABEL, *_END, _JUDUL, _DAFTAR,
    ),
    TataLetak.NOTA_DINAS: (
        _HAL, _YTH, _DARI, _SIFAT, _LAMPIRAN, _PEMBUKA, _RINCIAN, _TABEL, _BAGIAN, *_END,
        _JUDUL, _DAFTAR,
    ),
    TataLetak.DISPOSISI: (_HAL, _SIFAT, _RINCIAN, _BAGIAN),
    TataLetak.DAFTAR_HADIR: (_RINCIAN, _TABEL, _PENANDA, _KIRI),
    TataLetak.NOTULEN: (_HAL, _RINCIAN, _PEMBUKA, _BAGIAN, _TINDAK, *_END),
    TataLetak.BERITA_ACARA: (
        _HAL, _PEMBUKA, _RINCIAN, _TABEL, _BAGIAN, _TINDAK, *_END, _JUDUL, _DAFTAR,
    ),
    TataLetak.KEPUTUSAN: (_HAL, _BAGIAN, _PENANDA, _TEMBUSAN, _PARAF, _JUDUL, _DAFTAR),
    TataLetak.SURAT_TUGAS: (_HAL, _PEMBUKA, _BAGIAN, _TABEL, *_END, _JUDUL, _DAFTAR),
    TataLetak.SURAT_PENGANTAR: (
        _HAL, _YTH, _DI, _PEMBUKA, _TABEL, _PENUTUP, _PENANDA, _TEMBUSAN,
    ),
    TataLetak.TANDA_TERIMA: (_HAL, _RINCIAN, _TABEL, _PENUTUP, _PENANDA),
    TataLetak.DAFTAR_BAGI: (_HAL, _PEMBUKA, _RINCIAN, _TABEL, _PENUTUP, _PENANDA, _KIRI),
}  # fmt: skip


def read_pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Read facts of lines such as ``Pukul: 09.00 WIB``; a line without a colon is a label."""
    pairs = (line.partition(":") for line in text.splitlines() if line.strip())
    return tuple((label.strip(), value.strip()) for label, _, value in pairs)


def write_pairs(pairs: tuple[tuple[str, str], ...]) -> str:
    """Write facts as lines that `read_pairs` reads back."""
    return "\n".join(f"{label}: {' '.join(value.split())}" for label, value in pairs)


def read_lines(text: str) -> tuple[str, ...]:
    """Read a list or the paragraphs of a text, a line each."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def read_agreed(
    rows: Sequence[Sequence[str]], before: Sequence[Tindak] = ()
) -> tuple[tuple[Tindak, ...], list[str]]:
    """Read what was agreed from the rows of a table: what, by whom, until when.

    Args:
        rows: as they were typed.
        before: what is kept; a date that is none leaves the one that stood in its row.

    Returns:
        What was agreed, and what is wrong with dates that are none, in Indonesian, with the
        number of the row.
    """
    kept = dict(enumerate(before, start=1))
    agreed, wrong = [], []
    for number, (what, who, until) in enumerate(rows, start=1):
        day = None
        try:
            day = parse_tanggal(until) if until else None
        except ValueError as error:
            wrong.append(f"Tindak lanjut baris {number}: {error}.")
            same = kept.get(number)
            day = same.batas_waktu if same and same.uraian == what else None
        agreed.append(Tindak(what, who, day))
    return tuple(agreed), wrong


def write_agreed(agreed: Sequence[Tindak]) -> tuple[tuple[str, str, str], ...]:
    """Write what was agreed as rows that `read_agreed` reads back."""
    return tuple(
        (
            item.uraian,
            item.penanggung_jawab,
            format_tanggal_isian(item.batas_waktu) if item.batas_waktu else "",
        )
        for item in agreed
    )
