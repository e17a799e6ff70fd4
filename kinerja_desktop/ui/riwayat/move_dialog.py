"""Move the office onto a server of the office, or back into a folder: address, check, proof."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.server_address import Place
from kinerja_desktop.services.kantor.connection import is_on_server
from kinerja_desktop.services.kantor.server_check import ServerState
from kinerja_desktop.services.riwayat.maintenance import ExportCancelledError
from kinerja_desktop.services.riwayat.moving import Moved, move_office
from kinerja_desktop.services.riwayat.trail_words import name_table
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.screen_room import resize_within
from kinerja_desktop.ui.base.server_form import ServerForm
from kinerja_desktop.ui.base.table_menu import ReadTable
from kinerja_desktop.ui.base.work_strip import WorkStrip

_SIZE = (720, 560)
_TO_SERVER = (
    "Semua data, riwayat, dan berkas bukti disalin ke basis data yang masih kosong di server "
    "kantor, lalu setiap tabel dicocokkan. Folder data di komputer ini tidak diubah. Yang "
    "memindahkan perlu peran pengelola di server."
)
_TO_FOLDER = (
    "Semua data, riwayat, dan berkas bukti disalin dari server ke folder kosong di komputer ini, "
    "lalu setiap tabel dicocokkan. Data di server tidak diubah: beri tahu yang lain supaya tidak "
    "mengisi di sana lagi."
)


class FolderLine(QWidget):
    """A folder of this PC, picked or typed.

    Signals:
        changed: another one stands there.
    """

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.line.setAccessibleName("Folder baru")
        self.line.setPlaceholderText("Folder kosong di komputer ini")
        self.line.textChanged.connect(lambda _: self.changed.emit())
        pick = QPushButton("&Pilih folder…")
        pick.clicked.connect(self._pick)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(pick)

    def _pick(self) -> None:
        name = QFileDialog.getExistingDirectory(self, "Folder baru untuk data kantor")
        if name:
            self.line.setText(name)


class MoveDialog(QDialog):
    """Stays open until it is done or turned away; nobody types meanwhile, for it is modal.

    Attributes:
        moved: what was done; None until it is.
    """

    def __init__(self, parent: QWidget, context: Context) -> None:
        super().__init__(parent)
        self._context = context
        self._is_on_server = is_on_server(context.office)
        self.moved: Moved | None = None
        self.setWindowTitle("Pindahkan data kantor")
        resize_within(self, *_SIZE)
        told = QLabel(_TO_FOLDER if self._is_on_server else _TO_SERVER)
        told.setWordWrap(True)
        self.form = ServerForm(context.tasks)
        self.folder = FolderLine()
        self.form.setVisible(not self._is_on_server)
        self.folder.setVisible(self._is_on_server)
        self.outcome = QLabel()
        self.outcome.setWordWrap(True)
        self.table = _make_table()
        self.strip = WorkStrip(context)
        self.move_button = QPushButton("&Pindahkan")
        self.move_button.setObjectName("utama")
        self.move_button.clicked.connect(self._move)
        self.close_button = QPushButton("&Tutup")
        self.close_button.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.move_button)
        row.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setSpacing(style.MEDIUM)
        for widget in (told, self.form, self.folder, self.strip, self.outcome, self.table):
            layout.addWidget(widget, 1 if widget is self.table else 0)
        layout.addStretch()
        layout.addLayout(row)
        for changed in (self.form.changed, self.folder.changed, self.strip.busy_changed):
            changed.connect(self._enable)
        self._enable()

    def target(self) -> Place:
        """Return where the office is to go.

        Raises:
            KinerjaError: it is no address.
        """
        return Path(self.folder.line.text().strip()) if self._is_on_server else self.form.address()

    def reject(self) -> None:
        """Close, unless the move is on its way: that has its own *Batal*."""
        if not self.strip.is_busy:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.strip.is_busy:
            event.ignore()
        else:
            super().closeEvent(event)

    def _enable(self) -> None:
        is_open = not self.strip.is_busy and self.moved is None
        found = self.form.found
        is_ready = (
            bool(self.folder.line.text().strip())
            if self._is_on_server
            else found is not None and found.state is ServerState.EMPTY
        )
        self.move_button.setEnabled(is_open and is_ready)
        self.form.setEnabled(is_open)
        self.folder.setEnabled(is_open)
        self.close_button.setEnabled(not self.strip.is_busy)

    def _move(self) -> None:
        office = self._context.office
        try:
            target = self.target()
        except KinerjaError as error:
            self._tell(str(error), "bahaya")
            return
        self._tell("", "redup")
        self.strip.run(
            "Memeriksa tempat baru…",
            lambda task: move_office(
                office, target, task.report, task.is_cancelled, task.last_call
            ),
            self._show_moved,
            self._fail,
        )

    def _show_moved(self, moved: Moved) -> None:
        self.moved = moved
        self._tell(
            f"Data tidak berubah: {len(moved.tables)} tabel, {moved.rows} baris dan "
            f"{moved.evidence} berkas bukti sama di kedua tempat. "
            "Tutup untuk membuka data di tempat baru.",
            "baik",
        )
        if moved.warnings:
            heading = "Bukti ini sudah rusak sebelumnya, jadi tidak ikut pindah:"
            dialogs.show_problems(self, heading, moved.warnings)
        rows = [table for table in moved.tables if table.rows_before]
        self.table.setRowCount(len(rows))
        for place, table in enumerate(rows):
            texts = (name_table(table.table), str(table.rows_before), str(table.rows_after), "sama")
            for column, text in enumerate(texts):
                self.table.setItem(place, column, QTableWidgetItem(text))
        self.table.show()
        self._enable()

    def _fail(self, error: Exception) -> None:
        if isinstance(error, ExportCancelledError):
            self._tell("Dibatalkan. Data kantor tetap di tempat semula.", "redup")
        elif isinstance(error, KinerjaError):
            self._tell(f"{error} Data kantor tetap di tempat semula.", "bahaya")
        else:
            raise error

    def _tell(self, text: str, name: str) -> None:
        self.outcome.setText(text)
        self.outcome.setObjectName(name)
        self.outcome.style().polish(self.outcome)


def move_from(parent: QWidget, context: Context) -> None:
    """Let the office be moved; afterwards the program opens it where it is now."""
    dialog = MoveDialog(parent, context)
    dialog.exec()
    if dialog.moved is not None:
        context.next_place = dialog.target()
        context.leaving.emit()


def _make_table() -> ReadTable:
    table = ReadTable(0, 4)
    table.setHorizontalHeaderLabels(("Tabel", "Baris semula", "Baris kini", "Isi"))
    table.verticalHeader().hide()
    table.setEditTriggers(ReadTable.EditTrigger.NoEditTriggers)
    table.setAccessibleName("Tabel yang dicocokkan")
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    table.hide()
    return table
