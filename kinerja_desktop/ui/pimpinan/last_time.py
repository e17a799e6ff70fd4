"""Which figures an earlier meeting saw, who asked, and what was not noted yet: kept on this PC."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.laporan.mode_baca import AngkaTampil
from kinerja_desktop.ui.base.window_memory import WindowMemory

_ASKER = "baca/penanya"


@dataclass(frozen=True)
class Terakhir:
    """What was shown of a period when *Mode baca* was closed last on a day.

    Attributes:
        hari: on which day.
        angka: by id of the indicator.
    """

    hari: date
    angka: Mapping[str, AngkaTampil]


def recall(memory: WindowMemory, periode: Periode, today: date | None) -> Terakhir | None:
    """Return what was shown on an earlier day: a look before today's meeting is no meeting.

    Args:
        memory: this PC's.
        periode: of which figures.
        today: the day that is not compared with; None to compare with the last time in any case.

    Returns:
        None for never, or where the note cannot be read.
    """
    last, before = _read(memory, periode)
    return before if last is not None and last.hari == today else last


def remember(
    memory: WindowMemory, periode: Periode, day: date, angka: Mapping[str, AngkaTampil]
) -> None:
    """Keep the figures that were shown, and beside them those of an earlier day."""
    earlier = recall(memory, periode, day)
    note = _write(Terakhir(day, angka)) | ({"dulu": _write(earlier)} if earlier else {})
    memory.keep_note(_key(periode), json.dumps(note))
    memory.write()


def recall_asker(memory: WindowMemory) -> str:
    """Return who asked last."""
    return memory.note(_ASKER)


def remember_asker(memory: WindowMemory, dari: str) -> None:
    """Keep who asked."""
    memory.keep_note(_ASKER, dari)


def recall_unasked(memory: WindowMemory, periode: Periode) -> str:
    """Return a question that was begun and not noted; empty for none."""
    return memory.note(_unasked_key(periode))


def remember_unasked(memory: WindowMemory, periode: Periode, text: str) -> None:
    """Keep a question that was begun; empty forgets it."""
    memory.keep_note(_unasked_key(periode), text)


def _read(memory: WindowMemory, periode: Periode) -> tuple[Terakhir | None, Terakhir | None]:
    """Return what was shown last, and on the last day before that one."""
    try:
        found = json.loads(memory.note(_key(periode)) or "null")
        last = _parse(found)
        return last, _parse(found.get("dulu")) if last else None
    except (ValueError, TypeError):
        return None, None


def _parse(found: Any) -> Terakhir | None:
    match found:
        case {"hari": str(day), "angka": dict(figures)}:
            angka = {str(key): AngkaTampil(*map(str, pair)) for key, pair in figures.items()}
            return Terakhir(date.fromisoformat(day), angka)
    return None


def _write(shown: Terakhir) -> dict[str, object]:
    figures = {key: [item.realisasi, item.capaian] for key, item in shown.angka.items()}
    return {"hari": shown.hari.isoformat(), "angka": figures}


def _key(periode: Periode) -> str:
    return f"baca/{periode.kode}"


def _unasked_key(periode: Periode) -> str:
    return f"baca/belum/{periode.kode}"
