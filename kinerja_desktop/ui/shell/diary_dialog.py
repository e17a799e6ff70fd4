"""The list of what ran in the background: when, how it ended, where its files are."""

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.dialogs import make_close
from kinerja_desktop.ui.base.diary import Work, WorkDiary
from kinerja_desktop.ui.shell.clock_words import write_clock
from kinerja_desktop.ui.tables.detail_list import DetailList
from kinerja_desktop.ui.tables.plain_model import Column

_SIZE = (760, 380)
_COLUMNS = (
    Column[Work]("Mulai", lambda row: write_clock(row.begun), 60, key=lambda row: row.begun),
    Column[Work]("Pekerjaan", lambda row: row.name, 240),
    Column[Work]("Keadaan", lambda row: row.state.value, 110),
    Column[Work]("Hasil", lambda row: row.result),
)
_EMPTY = "Belum ada pekerjaan panjang sejak jendela ini dibuka."


class DiaryDialog(QDialog):
    """The latest first; of the chosen one everything is told below."""

    def __init__(self, parent: QWidget, diary: WorkDiary) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Pekerjaan sejak jendela dibuka")
        self.resize(*_SIZE)
        self._diary = diary
        self.list = DetailList(
            _COLUMNS, "Pekerjaan di belakang layar", _EMPTY, lambda row: row.number, _describe
        )
        self.folder_button = QPushButton("&Buka folder")
        self.folder_button.clicked.connect(self._open_folder)
        self.list.chosen.connect(self._enable)
        foot = QHBoxLayout()
        foot.addWidget(self.folder_button)
        foot.addStretch()
        foot.addWidget(make_close(self))
        layout = QVBoxLayout(self)
        layout.setSpacing(style.MEDIUM)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)
        diary.changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        self.list.show_rows(tuple(reversed(self._diary.works)))
        self._enable()

    def _enable(self) -> None:
        work = self.list.current()
        self.folder_button.setEnabled(work is not None and work.folder is not None)

    def _open_folder(self) -> None:
        work = self.list.current()
        if work is not None and work.folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(work.folder)))


def _describe(work: Work) -> str:
    told = f"{work.name}: {work.state.value}."
    return f"{told} {work.result}" if work.result else told
