"""Small files from Bappeda that bear a kode over all else in them: JSON, read with distrust.

`docs/sakip.md` §10. The kode shows that a file is damaged or was edited by hand; whoever knows the
form can make another, so nothing is believed for its sake alone.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kinerja_desktop.domain.capaian.kode import compute_kode


class UnreadableFileError(ValueError):
    """A file is of no form that this program knows; the message says so for people."""


@dataclass(frozen=True)
class BentukBerkas:
    """A form of such files.

    Attributes:
        nama: what people call it, in small letters.
        jenis: what it calls itself.
        skema: the version of the form that this program writes, and the only one that it reads.
        kunci: under which its kode stands.
    """

    nama: str
    jenis: str
    skema: int
    kunci: str


def seal(bentuk: BentukBerkas, data: Mapping[str, Any]) -> bytes:
    """Return a file's content: plain data as JSON in UTF-8, with its form and its kode."""
    whole: dict[str, Any] = {"jenis": bentuk.jenis, "skema": bentuk.skema, **data}
    text = json.dumps(whole | {bentuk.kunci: compute_kode(whole)}, ensure_ascii=False, indent=1)
    return f"{text}\n".encode()


def unseal(bentuk: BentukBerkas, content: bytes) -> Mapping[str, Any]:
    """Return what a file says, proved by its own kode; its fields are still to be checked.

    Raises:
        UnreadableFileError: it is of another form, of a newer one, or was altered.
    """
    try:
        data = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise UnreadableFileError(f"Berkas ini bukan {bentuk.nama}, atau rusak.") from error
    if not isinstance(data, dict) or data.get("jenis") != bentuk.jenis:
        raise UnreadableFileError(f"Berkas ini bukan {bentuk.nama}, atau rusak.")
    if data.get("skema") != bentuk.skema:
        raise UnreadableFileError(
            f"{_capital(bentuk.nama)} ini ditulis program yang lebih baru. Perbarui program di "
            "komputer ini."
        )
    try:
        computed = compute_kode({key: value for key, value in data.items() if key != bentuk.kunci})
    except (TypeError, ValueError, RecursionError):
        computed = ""
    if computed != data.get(bentuk.kunci):
        raise UnreadableFileError(
            f"Isi {bentuk.nama} ini tidak cocok dengan kodenya: sudah diubah, atau rusak. "
            f"Minta {bentuk.nama} yang baru kepada Bappeda."
        )
    return data


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
