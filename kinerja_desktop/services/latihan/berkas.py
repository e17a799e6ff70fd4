"""What the office's people do in the practice office, day by day, read from its file.

`resources/contoh/latihan.toml`, which people may edit: every table is one deed with its moment.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kinerja_desktop.paths import resource

BUKU, TINDAKAN = "contoh/latihan.xlsx", "contoh/latihan.toml"
#: A case of an SOP: what happens in it are deeds of their own.
_KASUS = "kasus"

Isi = Mapping[str, Any]


@dataclass(frozen=True)
class Tindakan:
    """One deed.

    Attributes:
        kapan: its moment, aware.
        jenis: name of its table, such as ``naskah``; ``kejadian`` for a step of a case.
        isi: what the table says.
    """

    kapan: datetime
    jenis: str
    isi: Isi


@dataclass(frozen=True)
class BukuLatihan:
    """All that is done on top of the workbook.

    Attributes:
        mulai: the moment at which the workbook is taken in.
        petugas: in whose name it is done.
        libur: years whose holidays are filled in besides those around the first.
        sop: names of the seed SOPs that the office uses, to its ``nama`` and ``nomor`` of each.
        tindakan: the deeds in the order of their moments; the office's calendar stands at the last.
    """

    mulai: datetime
    petugas: str
    libur: tuple[int, ...]
    sop: Mapping[str, Mapping[str, str]]
    tindakan: tuple[Tindakan, ...]


def read_tindakan() -> BukuLatihan:
    """Read the deeds of the practice office."""
    data = tomllib.loads(resource(TINDAKAN).read_text(encoding="utf-8"))
    deeds = sorted(_list_tindakan(data), key=lambda deed: deed.kapan)
    return BukuLatihan(
        data["mulai"], data["petugas"], tuple(data["libur"]),
        data["sop"], tuple(deeds),
    )  # fmt: skip


def _list_tindakan(data: Isi) -> Iterator[Tindakan]:
    for jenis, rows in data.items():
        if jenis == _KASUS:
            for case in rows:
                yield from _list_kejadian(case)
        elif isinstance(rows, list) and rows and isinstance(rows[0], dict):
            yield from (Tindakan(row["kapan"], jenis, row) for row in rows)


def _list_kejadian(case: Isi) -> Iterator[Tindakan]:
    first, *others = case["kejadian"]
    about = {name: value for name, value in case.items() if name != "kejadian"}
    yield Tindakan(first["kapan"], _KASUS, about)
    for event in others:
        yield Tindakan(event["kapan"], "kejadian", {**event, "kasus": case["kunci"]})
