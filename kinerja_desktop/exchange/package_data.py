"""The data of a package, ``data/data.json``: its schema and every kode verifikasi in it.

Its form, with what this program relies on; services may put more beside it::

    {"schema": 2,
     "kode": "8G9P-Z8TN-PDKR-M4A6",        the Pengukuran Kinerja that is delivered
     "dokumen": [{"kode": "8G9P-Z8TN-PDKR-M4A6", "judul": "…", "data": {…}}],
     "berkas": [{"berkas": "03_PENGUKURAN/…pdf", "sha256": "…"}],   all but data.json itself
     "kode_paket": "…"}                    of all of this without itself

Schema 1 has neither ``kode``, ``berkas`` nor ``kode_paket``.
"""

import json
from collections.abc import Mapping
from typing import Any

from kinerja_desktop.domain.capaian.kode import compute_kode, parse_kode
from kinerja_desktop.errors import Problem
from kinerja_desktop.exchange.bags import ASK_AGAIN

PACKAGE_SCHEMA = 2
"""The form of ``data.json`` that this program writes, and the newest that it reads."""
SEALED = 2
"""The first schema in which a kode covers the whole package."""
DATA_FILE = "data.json"
"""Its path inside the payload."""
KODE_PAKET = "kode_paket"


def seal_data(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the data of a package with the kode that covers all of it.

    Raises:
        TypeError: see `canonical_json`.
        ValueError: see `canonical_json`.
    """
    return {**data, KODE_PAKET: _kode_paket(data)}


def parse_data(content: bytes) -> tuple[dict[str, Any], list[Problem]]:
    """Read the data of a package and check it.

    Returns:
        The data, and the problems; with a problem the data is empty.
    """
    try:
        data = json.loads(content.decode("utf-8"), object_pairs_hook=_read_object)
        problems = _check(data)
    except (ValueError, RecursionError):
        problems = [_problem("Isi data paket rusak dan tidak terbaca.")]
    return ({} if problems else data), problems


def list_berkas(data: Mapping[str, Any]) -> dict[str, str]:
    """Return the SHA-256 of the files that checked data names, by their path in the payload."""
    entries = [*data.get("berkas", ()), *data.get("bukti", ())]
    return {entry["berkas"]: entry["sha256"] for entry in entries}


def list_kode(data: Mapping[str, Any]) -> list[str]:
    """Return the kode of the documents of checked data, as they are printed."""
    return [parse_kode(entry["kode"]) for entry in data["dokumen"]]


def _read_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    # Of two values under one name every reader may take another.
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a name twice")
    return found


def _check(data: Any) -> list[Problem]:
    match data:
        case {"schema": int(schema)} if schema > PACKAGE_SCHEMA:
            return [
                _problem(
                    "Paket ini ditulis oleh Kinerja Desktop yang lebih baru "
                    f"(bentuk data {schema}, yang dikenal sampai {PACKAGE_SCHEMA}).",
                    "Perbarui program di komputer ini, lalu periksa lagi.",
                )
            ]
        case {"schema": int(schema), "dokumen": list(entries)} if schema >= 1:
            problems = [
                problem
                for number, entry in enumerate(entries, 1)
                for problem in _check_entry(number, entry)
            ]
            return problems or _check_whole(data, schema, entries)
    return [_problem("Data paket tidak berbentuk seperti yang ditulis Kinerja Desktop.")]


def _check_whole(data: dict[str, Any], schema: int, entries: list[Any]) -> list[Problem]:
    if not entries:
        return [_problem("Paket ini tidak memuat satu dokumen final pun.")]
    kode = list_kode(data)
    if len(set(kode)) < len(kode):
        return [_problem("Sebuah dokumen tertulis dua kali dalam data paket.")]
    if not all(_is_list(data.get(name, [])) for name in ("berkas", "bukti")):
        return [_problem("Daftar berkas dalam data paket rusak.")]
    return _check_seal(data, kode) if schema >= SEALED else []


def _is_list(entries: Any) -> bool:
    if not isinstance(entries, list):
        return False
    found = set()
    for entry in entries:
        match entry:
            case {"berkas": str(path), "sha256": str()} if path not in found:
                found.add(path)
            case _:
                return False
    return True


def _check_seal(data: dict[str, Any], kode: list[str]) -> list[Problem]:
    match data:
        case {"kode": str(main), "berkas": list(), "kode_paket": str(written)}:
            pass
        case _:
            return [_problem("Data paket tidak bertuliskan kode paketnya.")]
    if main not in kode:
        return [_problem(f"Data paket menyebut kode {main}, tetapi dokumen itu tidak ada.")]
    try:
        computed = _kode_paket(data)
    except (TypeError, ValueError):
        return [_problem("Data paket rusak: kode paketnya tidak dapat dihitung.")]
    if written != computed:
        return [
            _problem(
                f"Data paket berkode {computed}, tetapi yang tertulis {written}; "
                "data berubah setelah paket ditulis."
            )
        ]
    return []


def _kode_paket(data: Mapping[str, Any]) -> str:
    return compute_kode({name: value for name, value in data.items() if name != KODE_PAKET})


def _check_entry(number: int, entry: Any) -> list[Problem]:
    match entry:
        case {"kode": str(written), "data": data}:
            name = entry.get("judul") or f"Dokumen ke-{number}"
        case _:
            return [_problem(f"Dokumen ke-{number} tidak punya kode verifikasi atau data.")]
    try:
        kode = parse_kode(written)
        computed = compute_kode(data)
    except (TypeError, ValueError):
        return [_problem(f"{name}: kode verifikasi “{written}” atau datanya rusak.")]
    if kode != computed:
        return [
            _problem(
                f"{name}: datanya berkode {computed}, tetapi yang tertulis {kode}; "
                "data berubah setelah dokumen disahkan."
            )
        ]
    return []


def _problem(message: str, remedy: str = ASK_AGAIN) -> Problem:
    return Problem(f"{message} {remedy}", f"data/{DATA_FILE}")
