"""What looking for packages does on the worker: find them, and judge each."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from kinerja_desktop.errors import Problem
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.calon import CalonPaket
from kinerja_desktop.services.penerimaan.cari import cari_paket
from kinerja_desktop.services.penerimaan.pratinjau import preview
from kinerja_desktop.ui.base.tasks import Task


@dataclass(frozen=True)
class Temuan:
    """What was found, and the room in which ZIPs lie open until it is closed."""

    room: ExitStack
    calon: tuple[CalonPaket, ...]
    problems: tuple[Problem, ...]


def search(office: Office, places: Sequence[Path], task: Task) -> Temuan:
    """Find the packages below places and judge each."""
    with ExitStack() as room:
        found = room.enter_context(cari_paket(office, places, task.is_cancelled))
        calon = preview(office, found.paket, task.report, task.is_cancelled)
        return Temuan(room.pop_all(), tuple(calon), tuple(found.problems))
