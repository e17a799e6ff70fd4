"""What Bappeda tells a unit of its deliveries, and the file in which it travels back.

`docs/sakip.md` §10. The file is sealed as a receipt is, and proves as little: the unit takes it for
a hint, about periods that it delivered itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from kinerja_desktop.domain.angka.periode import TAHUN, Periode
from kinerja_desktop.domain.angka.teks import clean_text, says_something
from kinerja_desktop.domain.penerimaan.segel import BentukBerkas, UnreadableFileError, seal, unseal

#: Letters of one comment, and comments of one file: more is a letter of its own.
MAKS_ISI, MAKS_KOMENTAR = 2_000, 500
_MOST_TEXT = 1_000

BENTUK = BentukBerkas("berkas komentar", "komentar_bappeda", 1, "kode_berkas")


@dataclass(frozen=True)
class ButirKomentar:
    """One comment.

    Attributes:
        id: key of its row, the same at Bappeda and at the unit: so it is taken once.
        tentang: the indicator or document that is meant, in its words; empty for the whole.
        dari: who says so.
        dibuat: when, aware.
    """

    id: UUID
    tahun: int
    triwulan: int | None
    tentang: str
    isi: str
    dari: str
    dibuat: datetime

    @property
    def periode(self) -> Periode:
        """The year or triwulan that it is about."""
        return Periode(self.tahun, self.triwulan)


@dataclass(frozen=True)
class BerkasKomentar:
    """What a file of comments says.

    Attributes:
        kantor: who writes, such as ``Bappeda Kabupaten Lumajang``.
        kecamatan: to whom, as its packages call it.
        komentar: the comments, the oldest first.
    """

    kantor: str
    kecamatan: str
    kabupaten: str
    komentar: tuple[ButirKomentar, ...]


def name_komentar(dari: str, dikirim: datetime | None) -> str:
    """Return what a unit calls something it was told: Bappeda's comment, or a question of its own.

    Args:
        dari: who says so.
        dikirim: when it came in with a file; None for what was noted in the office itself.
    """
    return f"Pertanyaan {dari}" if dikirim is None else "Komentar Bappeda"


def tidy_isi(raw: str, what: str = "Komentarnya") -> str:
    """Return the words of a comment as they are kept.

    Args:
        raw: as they were typed or read.
        what: what the sentence calls it.

    Raises:
        ValueError: it says nothing, or is too long; the message is for people.
    """
    text = clean_text(raw, keep_lines=True)
    if not says_something(text):
        raise ValueError(f"{what} masih kosong. Tulis apa yang harus diperhatikan.")
    if len(text) > MAKS_ISI:
        raise ValueError(
            f"{what} {len(text)} huruf, paling banyak {MAKS_ISI}: ringkaskan, atau bagi "
            "menjadi beberapa."
        )
    return text


def write_komentar(berkas: BerkasKomentar) -> bytes:
    """Return the file's content; the same comments give the same bytes."""
    return seal(
        BENTUK,
        {
            "kantor": berkas.kantor,
            "kecamatan": berkas.kecamatan,
            "kabupaten": berkas.kabupaten,
            "komentar": [_to_data(item) for item in berkas.komentar],
        },
    )


def read_komentar(content: bytes) -> BerkasKomentar:
    """Read a file of comments and prove it by its own kode.

    Raises:
        UnreadableFileError: it is none, is of a newer form, or was altered.
    """
    match unseal(BENTUK, content):
        case {
            "kantor": str(kantor),
            "kecamatan": str(kecamatan),
            "kabupaten": str(kabupaten),
            "komentar": [*items],
        } if len(items) <= MAKS_KOMENTAR and _are_short((kantor, kecamatan, kabupaten)):
            found = tuple(map(_parse, items))
        case _:
            raise _incomplete()
    if len({item.id for item in found}) < len(found):
        raise _incomplete()
    return BerkasKomentar(clean_text(kantor), clean_text(kecamatan), clean_text(kabupaten), found)


def _to_data(item: ButirKomentar) -> dict[str, Any]:
    return {
        "id": str(item.id),
        "tahun": item.tahun,
        "triwulan": item.triwulan,
        "tentang": item.tentang,
        "isi": item.isi,
        "dari": item.dari,
        "dibuat": item.dibuat.astimezone(UTC).isoformat(),
    }


def _parse(item: Mapping[str, Any]) -> ButirKomentar:
    match item:
        case {
            "id": str(key),
            "tahun": int(tahun),
            "triwulan": (1 | 2 | 3 | 4 | None) as triwulan,
            "tentang": str(tentang),
            "isi": str(isi),
            "dari": str(dari),
            "dibuat": str(moment),
        } if TAHUN[0] <= tahun <= TAHUN[1] and _are_short((tentang, dari)):
            pass
        case _:
            raise _incomplete()
    try:
        dibuat = datetime.fromisoformat(moment).astimezone(UTC)
        return ButirKomentar(
            id=UUID(key),
            tahun=tahun,
            triwulan=None if triwulan is None else int(triwulan),
            tentang=clean_text(tentang),
            isi=tidy_isi(isi),
            dari=clean_text(dari),
            dibuat=dibuat,
        )
    except (ValueError, OverflowError) as error:
        raise _incomplete() from error


def _incomplete() -> UnreadableFileError:
    return UnreadableFileError(
        "Isi berkas komentar ini tidak lengkap. Minta yang baru kepada Bappeda."
    )


def _are_short(texts: Sequence[str]) -> bool:
    return all(len(text) <= _MOST_TEXT for text in texts)
