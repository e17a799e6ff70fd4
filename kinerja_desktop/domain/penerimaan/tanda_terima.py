"""The receipt of a package as a small file: what Bappeda says came, under a kode of its own.

`docs/sakip.md` §10. The kode shows that the file is damaged or was edited by hand; whoever knows
the form can make another, so the office that sent it holds it against its own log.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from typing import Any

from kinerja_desktop.domain.angka.periode import TAHUN, Periode
from kinerja_desktop.domain.penerimaan.segel import BentukBerkas, UnreadableFileError, seal, unseal

_MOST_TEXT = 1_000

BENTUK = BentukBerkas("tanda terima", "tanda_terima_paket", 1, "kode_tanda_terima")


@dataclass(frozen=True)
class TandaTerimaPaket:
    """What a receipt says.

    Attributes:
        nomor: of the receipt in Bappeda's book.
        kantor: who received, such as ``Bappeda Kabupaten Lumajang``.
        penerima: the person.
        diterima: when, aware.
        tanggal: the same as the calendar day there.
        kecamatan: whose package it was.
        kode: kode verifikasi of the Pengukuran Kinerja.
        kode_paket: of the whole package; empty in those of schema 1.
        paket: the name of the package's folder.
    """

    nomor: str
    kantor: str
    penerima: str
    diterima: datetime
    tanggal: date
    kecamatan: str
    kabupaten: str
    tahun: int
    triwulan: int | None
    kode: str
    kode_paket: str
    paket: str

    @property
    def periode(self) -> Periode:
        """The year or triwulan that was delivered."""
        return Periode(self.tahun, self.triwulan)


def write_receipt(receipt: TandaTerimaPaket) -> bytes:
    """Return the file's content: JSON in UTF-8 with its own kode."""
    data: dict[str, Any] = {
        **{field.name: getattr(receipt, field.name) for field in fields(receipt)},
        "diterima": receipt.diterima.astimezone(UTC).isoformat(),
        "tanggal": receipt.tanggal.isoformat(),
    }
    return seal(BENTUK, data)


def read_receipt(content: bytes) -> TandaTerimaPaket:
    """Read a receipt and prove it by its own kode.

    Raises:
        UnreadableFileError: it is none, is of a newer form, or was altered.
    """
    return _parse(unseal(BENTUK, content))


def _parse(data: Mapping[str, Any]) -> TandaTerimaPaket:
    match data:
        case {
            "nomor": str(),
            "kantor": str(),
            "penerima": str(penerima),
            "diterima": str(moment),
            "tanggal": str(day),
            "kecamatan": str(),
            "kabupaten": str(),
            "tahun": int(tahun),
            "triwulan": 1 | 2 | 3 | 4 | None,
            "kode": str(),
            "kode_paket": str(),
            "paket": str(),
        } if penerima.strip() and TAHUN[0] <= tahun <= TAHUN[1] and _are_short(data):
            pass
        case _:
            raise UnreadableFileError("Isi tanda terima ini tidak lengkap.")
    known = {field.name: data[field.name] for field in fields(TandaTerimaPaket)}
    try:
        known |= {"diterima": datetime.fromisoformat(moment), "tanggal": date.fromisoformat(day)}
    except ValueError as error:
        raise UnreadableFileError("Tanggal pada tanda terima ini tidak terbaca.") from error
    return TandaTerimaPaket(**known)


def _are_short(data: Mapping[str, Any]) -> bool:
    return all(len(value) <= _MOST_TEXT for value in data.values() if isinstance(value, str))
