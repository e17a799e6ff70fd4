"""What receiving does on the worker: look for packages, take them in, write their receipts."""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.cari import cari_paket
from kinerja_desktop.services.penerimaan.pratinjau import CalonPaket, preview
from kinerja_desktop.services.penerimaan.tanda_terima import write_tanda_terima
from kinerja_desktop.services.penerimaan.terima import HasilTerima, terima_paket
from kinerja_desktop.ui.base.tasks import Task


@dataclass(frozen=True)
class Temuan:
    """What was found, and the room in which ZIPs lie open until it is closed."""

    room: ExitStack
    calon: tuple[CalonPaket, ...]
    problems: tuple[Problem, ...]


@dataclass
class Penerimaan:
    """What came of taking in: packages, receipts that were written, receipts that were not."""

    hasil: HasilTerima
    tanda_terima: list[Path] = field(default_factory=list)
    gagal: list[Problem] = field(default_factory=list)


def search(office: Office, places: Sequence[Path], task: Task) -> Temuan:
    """Find the packages below places and judge each."""
    with ExitStack() as room:
        found = room.enter_context(cari_paket(office, places, task.is_cancelled))
        calon = preview(office, found.paket, task.report, task.is_cancelled)
        return Temuan(room.pop_all(), tuple(calon), tuple(found.problems))


def receive(
    office: Office,
    calon: Sequence[CalonPaket],
    penerima: str,
    alasan: Mapping[Path, str],
    task: Task,
) -> Penerimaan:
    """Take packages in, and write the receipt of each beside it."""
    hasil = terima_paket(
        office, calon, penerima=penerima, alasan=alasan,
        progress=task.report, cancelled=task.is_cancelled,
    )  # fmt: skip
    done = Penerimaan(hasil)
    for masuk in hasil.masuk:
        place = masuk.calon.tempat
        try:
            paper, _ = write_tanda_terima(office, masuk.id, place.tempat, place.folder.name)
        except KinerjaError as error:
            done.gagal.append(Problem(f"Tanda terima belum tertulis. {error}", place.nama))
        else:
            done.tanda_terima.append(paper)
    return done
