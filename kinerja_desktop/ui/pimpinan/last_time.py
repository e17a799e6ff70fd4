"""Which figures an earlier meeting saw, who asked, and what was not noted yet: kept on this PC."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
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


@dataclass(frozen=True)
class Begun:
    """A question that was begun and not noted.

    Attributes:
        isi: its words so far; empty for none.
        tentang: the words of what it is about; empty for the whole period.
        dari: who asks.
    """

    isi: str = ""
    tentang: str = ""
    dari: str = ""


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


def recall_begun(memory: WindowMemory, periode: Periode) -> Begun:
    """Return a question that was begun and not noted; an empty one where there is none."""
    note = memory.note(_begun_key(periode))
    try:
        found = json.loads(note or "{}")
    except ValueError:
        found = None
    match found:
        case {"isi": str(isi), "tentang": str(tentang), "dari": str(dari)}:
            return Begun(isi, tentang, dari)
    return Begun()


def remember_begun(memory: WindowMemory, periode: Periode, begun: Begun) -> None:
    """Keep a question that was begun; an empty one forgets it."""
    memory.keep_note(_begun_key(periode), json.dumps(asdict(begun)) if begun.isi else "")


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


def _begun_key(periode: Periode) -> str:
    return f"baca/belum/{periode.kode}"
