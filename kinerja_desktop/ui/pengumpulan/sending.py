"""Hand out forms: ask for whom and where, write them, say where they lie."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.delivery import Drive, list_drives
from kinerja_desktop.services.pengumpulan.kirim import (
    FormulirTerkirim,
    propose_tenggat,
    send_formulir,
)
from kinerja_desktop.services.pengumpulan.papan import Papan, read_papan
from kinerja_desktop.services.pengumpulan.pemegang import Menurut
from kinerja_desktop.services.pengumpulan.surat_berkas import write_letters
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.tasks import Task
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.pengumpulan.send_dialog import Kiriman, SendDialog


@dataclass(frozen=True)
class _Offer:
    """What the dialog needs, read on the worker."""

    boards: Sequence[Papan]
    tenggat: date
    drives: Sequence[Drive]


class Sending(QObject):
    """Asks and writes for the page on which it stands."""

    def __init__(self, context: Context, parent: QWidget, strip: WorkStrip) -> None:
        super().__init__(parent)
        self._context = context
        self._parent = parent
        self._strip = strip
        self._is_asking = False

    def ask(self, papan: Papan | None) -> None:
        """Open the dialog, once however often the button is pressed.

        Args:
            papan: the board that is shown; its way of naming holders is proposed.
        """
        if self._is_asking:
            return
        self._is_asking = True
        periode = self._context.periode

        def read(office: Office) -> _Offer:
            ways = [papan.menurut] if papan else []
            ways += [way for way in Menurut if way not in ways]
            boards = [read_papan(office, periode, way) for way in ways]
            return _Offer(boards, propose_tenggat(office, periode), list_drives())

        self._context.tasks.run(
            lambda task: read(self._context.office), done=self._open, failed=self._fail
        )

    def send(self, wanted: Kiriman, periode: Periode) -> None:
        """Write the forms of a period on the worker thread."""

        def work(task: Task) -> list[FormulirTerkirim]:
            office = self._context.office
            sent = send_formulir(
                office, periode, wanted.folder, wanted.tenggat,
                menurut=wanted.menurut, pemegang=wanted.pemegang, map_sendiri=wanted.map_sendiri,
                progress=task.report, cancelled=task.is_cancelled, last_call=task.last_call,
            )  # fmt: skip
            write_letters(office, periode, wanted.folder)
            return sent

        self._strip.run(
            "Menulis formulir…",
            work,
            done=lambda sent: self._tell(sent, wanted.folder),
            failed=self._fail,
        )

    def _open(self, offer: _Offer) -> None:
        dialog = SendDialog(self._parent, offer.boards, offer.tenggat, offer.drives)
        accepted = dialog.exec()
        self._is_asking = False
        if accepted and (wanted := dialog.chosen()):
            self.send(wanted, offer.boards[0].periode)

    def _tell(self, sent: Sequence[FormulirTerkirim], folder: Path) -> None:
        self._context.say_written(
            f"{len(sent)} formulir, nota dinas dan daftar penerimaannya ditulis ke {folder}.",
            folder,
        )

    def _fail(self, error: Exception) -> None:
        self._is_asking = False
        self._context.explain(self._parent, error)
