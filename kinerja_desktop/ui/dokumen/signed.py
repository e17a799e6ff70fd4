"""The signed paper of a final: its scan attached, looked at, taken away again."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kinerja_desktop.domain.angka.tanggal import format_tanggal, local_date
from kinerja_desktop.errors import CancelledError, KinerjaError
from kinerja_desktop.services.dokumen.final_mana import find_by_kode
from kinerja_desktop.services.dokumen.tertanda import (
    ENDINGS,
    BelumPastiError,
    DokumenLainError,
    Tertanda,
    Tujuan,
    attach_by_kode,
    attach_tertanda,
    remove_tertanda,
)
from kinerja_desktop.services.kantor.connection import is_connection_lost
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.pindaian import Pindaian, read_pindaian
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.attaching import follow_attaching
from kinerja_desktop.ui.base.button_deed import BUSY
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.kept_file import open_kept_file
from kinerja_desktop.ui.base.tasks import Task
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.dokumen.refused import RefusedScans
from kinerja_desktop.ui.paper.pages import render_pages

_FILES = f"Foto atau pindaian ({' '.join(f'*{ending}' for ending in ENDINGS)})"
_NONE = (
    "Kertasnya sudah ditandatangani? Lampirkan pindaian atau fotonya: tersimpan bersama dokumen "
    "ini, ikut paket dan bukti LKE."
)


class SignedPaper(QWidget):
    """Hidden while what is shown is a draft; the page shows by itself what has changed.

    Signals:
        attached: scans were attached to another paper than the one that is shown; a `Permintaan`.
    """

    attached = Signal(object)

    def __init__(self, context: Context, strip: WorkStrip) -> None:
        """Make it.

        Args:
            context: what the page works with.
            strip: shows the progress of reading.
        """
        super().__init__()
        self._context, self._strip = context, strip
        self._wanted: Permintaan | None = None
        self._scans: list[Tertanda] = []
        self._waiting: list[_Arrived] = []
        #: Of files that came together: those in which no kode was read, and whose the others are.
        self._pages: list[tuple[_Arrived, Pindaian]] = []
        self._papers: dict[Permintaan, Sequence[Tujuan]] = {}
        self._is_bunch = False
        self._elsewhere: Permintaan | None = None
        self.refused = RefusedScans()
        self.refused.attach_wanted.connect(self._attach_there)
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.choice = ChoiceBox()
        self.choice.setAccessibleName("Pindaian yang mana")
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.choice.currentIndexChanged.connect(self._show_note)
        self.attach_button = QPushButton(style.icon("tambah"), "L&ampirkan…")
        self.attach_button.clicked.connect(self._choose)
        self.open_button = QPushButton("L&ihat")
        self.open_button.clicked.connect(self._open)
        self.remove_button = QPushButton("L&epas")
        writes(self.attach_button, self.remove_button)
        self.remove_button.clicked.connect(self._remove)
        buttons = QHBoxLayout()
        for button in (self.attach_button, self.open_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SMALL)
        layout.addWidget(self.choice)
        layout.addWidget(self.note)
        layout.addLayout(buttons)
        self.show_scans(None, None)

    def show_scans(self, wanted: Permintaan | None, scans: list[Tertanda] | None) -> None:
        """Show the scans of a final, the newest chosen; nothing of a draft, which is None."""
        self._wanted = wanted if scans is not None else None
        self._scans = scans or []
        self.setVisible(scans is not None)
        self.choice.clear()
        count = len(self._scans)
        for number, scan in enumerate(self._scans, start=1):
            self.choice.addItem(f"{number} dari {count} · {scan.nama}", scan.id)
        self.choice.setCurrentIndex(count - 1)
        self.choice.setVisible(count > 1)
        self._show_note()
        for button in (self.open_button, self.remove_button):
            button.setVisible(bool(self._scans))

    def take(self, paths: Sequence[Path], *, may_be_shown: bool = True) -> None:
        """Attach scans to the papers whose kode stand in them, else to the one that is shown.

        Args:
            paths: photos and scans.
            may_be_shown: what is shown was seen when they came; else only their kode tells.
        """
        shown = self._wanted if may_be_shown else None
        self._begin(_Arrived(path, shown, is_dropped=True) for path in paths)

    def _choose(self) -> None:
        paths = dialogs.choose_files(self, "Pilih pindaian kertas yang ditandatangani", _FILES)
        self._begin(_Arrived(path, self._wanted, is_dropped=False) for path in paths)

    def _begin(self, arrived: Iterable["_Arrived"]) -> None:
        self._waiting = list(arrived)
        self._pages, self._papers, self._is_bunch = [], {}, len(self._waiting) > 1
        if self._waiting:
            self.refused.forget()
            self._elsewhere = None
        self._go_on()

    def _go_on(self) -> None:
        """Read the next of the files that were chosen together."""
        if self._waiting and not self._strip.is_busy:
            self._read(self._waiting.pop(0))
        elif self._pages and not self._strip.is_busy:
            self._place_page(*self._pages.pop(0))
        elif not self._waiting and self._elsewhere is not None:
            there, self._elsewhere = self._elsewhere, None
            self.attached.emit(there)

    def _read(self, arrived: "_Arrived") -> None:
        path, is_bunch = arrived.path, self._is_bunch

        def work(task: Task) -> Pindaian | _Outcome:
            found = read_pindaian(path, render_pages, task.report, task.is_cancelled)
            # A page without QR may be of the paper of which another page came with it.
            return found if is_bunch and not found.kode else self._keep(arrived, found, task)

        def done(result: Pindaian | _Outcome) -> None:
            if isinstance(result, Pindaian):
                self._pages.append((arrived, result))
                self._go_on()
            else:
                self._end(arrived, result)

        self._strip.run(
            f"Membaca {path.name}…",
            work,
            done=done,
            failed=lambda error: self._tell_failed(path, error),
        )

    def _place_page(self, arrived: "_Arrived", found: Pindaian) -> None:
        """Attach a page without kode to the one paper that came with it; else ask as ever."""
        if len(self._papers) == 1:
            ((wanted, tujuan),) = self._papers.items()
            self._attach(wanted, arrived.path, found, tujuan)
            return
        self._strip.run(
            f"Melampirkan {arrived.path.name}…",
            lambda task: self._keep(arrived, found, task),
            done=lambda result: self._end(arrived, result),
            failed=lambda error: self._tell_failed(arrived.path, error),
        )

    def _keep(self, arrived: "_Arrived", found: Pindaian, task: Task) -> "_Outcome":
        """Attach a file by its kode, or to the paper that was meant, on the worker."""
        path, wanted, office = arrived.path, arrived.wanted, self._context.office
        # What was read until then is no reason to attach it.
        advance = follow_attaching(task)
        advance(0, 0, f"Melampirkan {path.name}…")
        if wanted is None or (arrived.is_dropped and find_by_kode(office, found)):
            return attach_by_kode(office, path, found, advance)
        try:
            attach_tertanda(office, wanted, path, found, progress=advance)
        except (BelumPastiError, DokumenLainError) as error:
            return found, error
        return ()

    def _end(self, arrived: "_Arrived", outcome: "_Outcome") -> None:
        path, wanted = arrived.path, arrived.wanted
        if not isinstance(outcome, tuple) or not outcome:
            self._end_attached(path, outcome, wanted)
            return
        found, error = outcome
        if wanted is not None and isinstance(error, BelumPastiError):
            self._ask(wanted, path, found, error)
            return
        self.refused.tell(path, error, found)
        self._go_on()

    def _ask(self, wanted: Permintaan, path: Path, found: Pindaian, error: KinerjaError) -> None:
        """Let the clerk say that it is this paper, which nothing proves."""
        if not dialogs.confirm(self, error.message, "Lampirkan", error.remedy):
            self._go_on()
            return
        self._attach(wanted, path, found, ())

    def _attach_there(self, path: Path, found: Pindaian, tujuan: Tujuan) -> None:
        """Attach a file that was meant for the paper shown to the one that it is of."""
        if self._strip.is_busy:
            self._context.say(BUSY)
            self.refused.tell(path, DokumenLainError(path.name, "dokumen ini", [tujuan]), found)
            return
        self._attach(tujuan.permintaan, path, found, (tujuan,))

    def _attach(
        self, wanted: Permintaan, path: Path, found: Pindaian, elsewhere: Sequence[Tujuan]
    ) -> None:
        office = self._context.office
        self._strip.run(
            f"Melampirkan {path.name}…",
            lambda task: attach_tertanda(
                office, wanted, path, found, is_sure=True, progress=follow_attaching(task)
            ),
            done=lambda _: self._end_attached(path, elsewhere, wanted),
            failed=lambda error: self._tell_failed(path, error),
        )

    def _tell_failed(self, path: Path, error: Exception) -> None:
        if isinstance(error, CancelledError):
            # Who stops one of those that were chosen together means all that still wait.
            self._waiting.clear()
            self._pages.clear()
            self._context.explain(self, error)
        elif isinstance(error, KinerjaError) and not is_connection_lost(error):
            self.refused.tell(path, error)
        else:
            self._context.explain(self, error)
        self._go_on()

    def _end_attached(self, path: Path, tujuan: Sequence[Tujuan], shown: Permintaan | None) -> None:
        """Say to which papers a file was attached; none is named for the one that is shown."""
        self._papers |= {item.permintaan: (item,) for item in tujuan}
        if not tujuan and shown is not None:
            self._papers[shown] = ()
        names = ", ".join(item.nama for item in tujuan) or "dokumen ini"
        self._context.say(f"{path.name} dilampirkan pada {names}.")
        wanted = [item.permintaan for item in tujuan]
        if wanted and self._wanted not in wanted:
            self._elsewhere = wanted[0]
        self._go_on()

    def _show_note(self) -> None:
        scan = self._chosen()
        self.note.setText(_tell(scan) if scan else _NONE)

    def _chosen(self) -> Tertanda | None:
        place = self.choice.currentIndex()
        return self._scans[place] if 0 <= place < len(self._scans) else None

    def _open(self) -> None:
        scan = self._chosen()
        if scan is not None:
            open_kept_file(self._context, self, scan.id)

    def _remove(self) -> None:
        scan, office = self._chosen(), self._context.office
        if scan is None:
            return
        done = self._context.store(self, lambda: remove_tertanda(office, scan.id))
        if done:
            self._context.say(f"{scan.nama} dilepas dari dokumen ini; Ctrl+Z mengembalikannya.")


#: The papers to which a file was attached by its kode, none for the one that was meant; or what
#: was read in it and why it was not attached.
_Outcome = list[Tujuan] | tuple[()] | tuple[Pindaian, KinerjaError]


@dataclass(frozen=True)
class _Arrived:
    """A file that came, for which paper, and whether it may be of another one by its kode."""

    path: Path
    wanted: Permintaan | None
    is_dropped: bool


def _tell(scan: Tertanda) -> str:
    day = format_tanggal(local_date(scan.ditambahkan))
    return f"Ditandatangani: {scan.nama}, dilampirkan {day}, {scan.keterangan}."
