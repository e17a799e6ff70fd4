"""The receipt of a package as a small file: what Bappeda says came, under a kode of its own.

`docs/sakip.md` §10. The kode shows that the file is damaged or was edited by hand; whoever knows
the form can make another, so the office that sent it holds it against its own log.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from typing import Any

from kinerja_desktop.domain.angka.periode import TAHUN, Periode
from kinerja_desktop.domain.capaian.kode import compute_kode

JENIS = "tanda_terima_paket"
SKEMA = 1
_KODE = "kode_tanda_terima"
_MOST_TEXT = 1_000


class UnreadableReceiptError(ValueError):
    """A file is no receipt of a form that this program knows; the message says so for people."""


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
        "jenis": JENIS,
        "skema": SKEMA,
        **{field.name: getattr(receipt, field.name) for field in fields(receipt)},
        "diterima": receipt.diterima.astimezone(UTC).isoformat(),
        "tanggal": receipt.tanggal.isoformat(),
    }
    text = json.dumps(data | {_KODE: compute_kode(data)}, ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def read_receipt(content: bytes) -> TandaTerimaPaket:
    """Read a receipt and prove it by its own kode.

    Raises:
        UnreadableReceiptError: it is none, is of a newer form, or was altered.
    """
    try:
        data = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise UnreadableReceiptError("Berkas ini bukan tanda terima, atau rusak.") from error
    if not isinstance(data, dict) or data.get("jenis") != JENIS:
        raise UnreadableReceiptError("Berkas ini bukan tanda terima, atau rusak.")
    if data.get("skema") != SKEMA:
        raise UnreadableReceiptError(
            "Tanda terima ini ditulis program yang lebih baru. Perbarui program di komputer ini."
        )
    _require_kode(data)
    return _parse(data)


def _require_kode(data: Mapping[str, Any]) -> None:
    try:
        computed = compute_kode({key: value for key, value in data.items() if key != _KODE})
    except (TypeError, ValueError, RecursionError):
        computed = ""
    if computed != data.get(_KODE):
        raise UnreadableReceiptError(
            "Isi tanda terima ini tidak cocok dengan kodenya: sudah diubah, atau rusak. "
            "Minta tanda terima yang baru kepada Bappeda."
        )


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
            raise UnreadableReceiptError("Isi tanda terima ini tidak lengkap.")
    known = {field.name: data[field.name] for field in fields(TandaTerimaPaket)}
    try:
        known |= {"diterima": datetime.fromisoformat(moment), "tanggal": date.fromisoformat(day)}
    except ValueError as error:
        raise UnreadableReceiptError("Tanggal pada tanda terima ini tidak terbaca.") from error
    return TandaTerimaPaket(**known)


def _are_short(data: Mapping[str, Any]) -> bool:
    return all(len(value) <= _MOST_TEXT for value in data.values() if isinstance(value, str))
