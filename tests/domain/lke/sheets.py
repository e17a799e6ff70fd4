"""A small sheet, the shipped one as data, and how to spoil it."""

import copy
import json
from decimal import Decimal
from typing import Any

from kinerja_desktop.domain.lke.berkas import read_lembar
from kinerja_desktop.domain.lke.lembar import LembarKriteria
from kinerja_desktop.paths import resource

KECIL: dict[str, Any] = {
    "nama": "Lembar kecil",
    "sumber": "uji",
    "komponen": [
        {
            "kode": "1", "nama": "Perencanaan", "bobot": 60,
            "subkomponen": [
                {
                    "kode": "1.1", "nama": "Ada", "bobot": "20",
                    "kriteria": [
                        {"kode": "1.1.1", "uraian": "Ada Renstra.", "contoh_bukti": ["Renstra"]},
                        {"kode": "1.1.2", "uraian": "Ada PK."},
                        {"kode": "1.1.3", "uraian": "Ada IKU."},
                    ],
                },
                {
                    "kode": "1.2", "nama": "Baik", "bobot": "40",
                    "kriteria": [{"kode": "1.2.1", "uraian": "Baik."}],
                },
            ],
        },
        {
            "kode": "2", "nama": "Pengukuran", "bobot": Decimal("40"),
            "subkomponen": [
                {
                    "kode": "2.1", "nama": "Diukur", "bobot": "40,0",
                    "kriteria": [{"kode": "2.1.1", "uraian": "Diukur."}],
                }
            ],
        },
    ],
}  # fmt: skip


def kecil() -> dict[str, Any]:
    """Return a copy that a test may spoil."""
    return copy.deepcopy(KECIL)


def read_kecil() -> LembarKriteria:
    lembar, problems = read_lembar(kecil(), "x")
    assert lembar is not None, problems
    return lembar


def shipped() -> Any:
    text = resource("lke/lke.json").read_text("utf-8")
    return json.loads(text, parse_float=Decimal)
