"""Criteria of an LKE as a JSON file: read without trusting it, written so that it reads back."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

from kinerja_desktop.domain.lke.berkas import lembar_to_data
from kinerja_desktop.domain.lke.lembar import LembarKriteria
from kinerja_desktop.errors import KinerjaError

#: A sheet of 80 criteria has 40 kB.
MAKS_UKURAN = 2_000_000
_REMEDY = "Pakai berkas yang ditulis oleh 'Simpan templat', atau minta lagi kepada pengirimnya."


def read_lembar_json(path: Path) -> Any:
    """Return the content of a file, numbers exact; `domain.lke.berkas` says what is wrong in it.

    Raises:
        KinerjaError: it is too large, is not UTF-8, or is no JSON.
        OSError: it cannot be read.
    """
    if path.stat().st_size > MAKS_UKURAN:
        raise KinerjaError(
            f"{path.name} terlalu besar untuk berkas kriteria LKE (paling banyak 2 MB).", _REMEDY
        )
    try:
        text = path.read_bytes().decode("utf-8-sig")
        return json.loads(text, parse_float=Decimal, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise KinerjaError(f"{path.name} bukan berkas JSON yang utuh.", _REMEDY) from error


def write_lembar_json(lembar: LembarKriteria) -> bytes:
    """Write criteria as JSON."""
    return json.dumps(lembar_to_data(lembar), ensure_ascii=False, indent=1).encode()


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"no number: {word}")
