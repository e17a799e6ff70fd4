"""The data of a package, ``data/data.json``: its schema and the kode verifikasi of its documents.

Its form, with what this program relies on; services may put more beside it::

    {"schema": 1, "dokumen": [{"kode": "8G9P-Z8TN-PDKR-M4A6", "judul": "…", "data": {…}}], …}
"""

import json
from typing import Any

from kinerja_desktop.domain.capaian.kode import compute_kode, parse_kode
from kinerja_desktop.errors import Problem
from kinerja_desktop.exchange.bags import ASK_AGAIN

PACKAGE_SCHEMA = 1
"""The form of ``data.json`` that this program writes, and the newest that it reads."""
DATA_FILE = "data.json"
"""Its path inside the payload."""


def parse_data(content: bytes) -> tuple[dict[str, Any], list[Problem]]:
    """Read the data of a package and check it.

    Returns:
        The data, and the problems; with a problem the data is empty.
    """
    try:
        data = json.loads(content.decode("utf-8"))
        problems = _check(data)
    except (ValueError, RecursionError):
        problems = [_problem("Isi data paket rusak dan tidak terbaca.")]
    return ({} if problems else data), problems


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
            return [
                problem
                for number, entry in enumerate(entries, 1)
                for problem in _check_entry(number, entry)
            ]
    return [_problem("Data paket tidak berbentuk seperti yang ditulis Kinerja Desktop.")]


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
