"""An SOP as one file that offices give to each other.

The file is JSON: what it is, which version of the form, from whom, the SOP, the verbatim source
beside it where there is one, and a check value over all that, so that a file that was cut or
altered on its way is not taken in. Foreign data is bounded before it is looked at.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kinerja_desktop.domain.angka.teks import make_storable
from kinerja_desktop.domain.sop.berkas import read_sop, sop_to_json
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.periksa_kantor import MAKS_LANGKAH, check_bounds
from kinerja_desktop.errors import DataProblemsError, KinerjaError, Problem

#: What the file says of itself, and the latest form that this program reads.
JENIS, VERSI = "sop-kinerja-desktop", 1
#: Of the name of such a file; the office may call it otherwise before that.
AKHIRAN = ".sop.json"
#: The five SOPs take 6 to 20 kB; an SOP with 200 steps stays far below.
MAKS_BYTE = 2_000_000
_MAKS_KODE = 80
_ASK_AGAIN = "Minta berkasnya dikirim sekali lagi oleh kantor asalnya."
_NOT_OURS = "Pilih berkas yang diekspor dari Prosedur (SOP) → SOP kantor."


@dataclass(frozen=True)
class KirimanSop:
    """What came in a file.

    Attributes:
        sumber: the verbatim source that lies beside it; None for none.
        dari: the office that gave it, in its own words.
    """

    sop: Sop
    sumber: Sop | None
    dari: str


def write_kiriman(kiriman: KirimanSop) -> str:
    """Return the text of the file."""
    inside = {
        "dari": kiriman.dari,
        "sop": json.loads(sop_to_json(kiriman.sop)),
        "sumber": None if kiriman.sumber is None else json.loads(sop_to_json(kiriman.sumber)),
    }
    whole = {"jenis": JENIS, "versi": VERSI, **inside, "periksa": _compute(inside)}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def read_kiriman(content: bytes, file: str) -> KirimanSop:
    """Read the file of another office.

    Args:
        content: its bytes; more than `MAKS_BYTE` are not looked at.
        file: its name, for the messages.

    Raises:
        KinerjaError: it is too large, no such file, of a newer program, or not as it was written.
        DataProblemsError: the SOP in it cannot be followed or printed; all problems at once.
    """
    try:
        return _read_bounded(content, file)
    except RecursionError:
        raise KinerjaError(f"{file} bersusun terlalu dalam untuk sebuah SOP.", _NOT_OURS) from None


def _read_bounded(content: bytes, file: str) -> KirimanSop:
    if len(content) > MAKS_BYTE:
        raise KinerjaError(
            f"{file} terlalu besar untuk sebuah SOP (paling besar {MAKS_BYTE // 1_000_000} MB).",
            _NOT_OURS,
        )
    data = _parse(content, file)
    versi = data.get("versi")
    if data.get("jenis") != JENIS or type(versi) is not int:
        raise KinerjaError(f"{file} bukan berkas SOP dari program ini.", _NOT_OURS)
    if versi > VERSI:
        raise KinerjaError(
            f"{file} dibuat oleh program yang lebih baru.",
            "Perbarui program ini, lalu impor lagi.",
        )
    inside = {name: data.get(name) for name in ("dari", "sop", "sumber")}
    if data.get("periksa") != _compute(inside):
        raise KinerjaError(f"{file} tidak utuh: isinya berubah sejak diekspor.", _ASK_AGAIN)
    sumber = inside["sumber"]
    return KirimanSop(
        _read(inside["sop"], file),
        None if sumber is None else _read(sumber, file),
        inside["dari"] if isinstance(inside["dari"], str) else "",
    )


def _parse(content: bytes, file: str) -> dict[str, Any]:
    try:
        data = json.loads(content.decode("utf-8-sig"))
    except ValueError:
        raise KinerjaError(f"{file} tidak dapat dibaca sebagai berkas SOP.", _ASK_AGAIN) from None
    if not isinstance(data, dict):
        raise KinerjaError(f"{file} bukan berkas SOP dari program ini.", _NOT_OURS)
    return data


def _read(data: Any, file: str) -> Sop:
    """Read one SOP of the file.

    Its texts are cleaned first of what no paper could hold.
    """
    steps = data.get("langkah") if isinstance(data, dict) else None
    if isinstance(steps, list) and len(steps) > MAKS_LANGKAH:
        message = f"ada {len(steps)} langkah, paling banyak {MAKS_LANGKAH}"
        raise DataProblemsError([Problem(message, file)])
    sop = read_sop(json.dumps(_clean(data)), file)
    problems = check_bounds(sop, file)
    if not 0 < len(sop.id) <= _MAKS_KODE:
        problems.append(Problem(f"kodenya kosong atau lebih dari {_MAKS_KODE} huruf", file))
    if problems:
        raise DataProblemsError(problems)
    return sop


def _clean(value: Any) -> Any:
    match value:
        case str():
            return make_storable(value)
        case list():
            return [_clean(item) for item in value]
        case dict():
            return dict(_clean_items(value))
    return value


def _clean_items(value: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, item in value.items():
        yield name, _clean(item)


def _compute(inside: dict[str, Any]) -> str:
    # Surrogates cannot be encoded as they are; escaped they can.
    text = json.dumps(inside, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()
