"""Which figures a meeting saw last, and who asked: kept on this PC beside the window's place."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.laporan.mode_baca import AngkaTampil
from kinerja_desktop.ui.base.window_memory import WindowMemory

_ASKER = "baca/penanya"


@dataclass(frozen=True)
class Terakhir:
    """What was shown of a period when *Mode baca* was closed last.

    Attributes:
        hari: on which day.
        angka: by id of the indicator.
    """

    hari: date
    angka: Mapping[str, AngkaTampil]


def recall(memory: WindowMemory, periode: Periode) -> Terakhir | None:
    """Return what was shown last; None for never, or where the note cannot be read."""
    try:
        found = json.loads(memory.note(_key(periode)) or "null")
        match found:
            case {"hari": str(day), "angka": dict(figures)}:
                angka = {str(key): AngkaTampil(*map(str, pair)) for key, pair in figures.items()}
                return Terakhir(date.fromisoformat(day), angka)
    except (ValueError, TypeError):
        return None
    return None


def remember(
    memory: WindowMemory, periode: Periode, day: date, angka: Mapping[str, AngkaTampil]
) -> None:
    """Keep the figures that were shown."""
    figures = {key: [item.realisasi, item.capaian] for key, item in angka.items()}
    memory.keep_note(_key(periode), json.dumps({"hari": day.isoformat(), "angka": figures}))
    memory.write()


def recall_asker(memory: WindowMemory) -> str:
    """Return who asked last."""
    return memory.note(_ASKER)


def remember_asker(memory: WindowMemory, dari: str) -> None:
    """Keep who asked."""
    memory.keep_note(_ASKER, dari)


def _key(periode: Periode) -> str:
    return f"baca/{periode.kode}"
