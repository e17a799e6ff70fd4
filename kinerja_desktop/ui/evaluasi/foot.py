"""What people write below the form and in its berita acara; texts are kept while written."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.laporan.evaluasi_renja import KAKI
from kinerja_desktop.services.evaluasi.baca import IsiEvaluasi
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.date_field import DateField
from kinerja_desktop.ui.base.line_text import show_in_line
from kinerja_desktop.ui.base.steady import SteadyKeeping
from kinerja_desktop.ui.base.waiting import Stored
from kinerja_desktop.ui.base.writing import writes

#: Stores a text, or the date: False when it was refused.
SaveText = Callable[[str, str | date | None], Stored | bool]
_CAPTIONS = {
    "pendorong": "Faktor pen&dorong",
    "penghambat": "Faktor pen&ghambat",
    "tindak_lanjut_triwulan": "Tindak lanjut triwulan &berikutnya",
    "tindak_lanjut_renja": "Tindak lanjut &Renja berikutnya",
}
_CATATAN = "catatan"
_TANGGAL = "tanggal"


class FootEditor(QTabWidget):
    """Two tabs: the foot of the form, and what only the berita acara says."""

    def __init__(self, save: SaveText) -> None:
        super().__init__()
        self._save = save
        self._stored: dict[str, str | date | None] = {}
        self.setDocumentMode(True)
        self.boxes: dict[str, QPlainTextEdit | QLineEdit] = {}
        self.date = DateField(None)
        writes(self.date)
        self.date.editingFinished.connect(self.commit)
        # The calendar writes into the field without ending an edit.
        self.date.installEventFilter(self)
        self._keeping = SteadyKeeping(self, self.commit)
        self.addTab(self._make_foot(), "&Kaki formulir")
        self.addTab(self._make_berita_acara(), "Berita &acara")

    def show_isi(self, isi: IsiEvaluasi, *, is_same: bool) -> None:
        """Show the texts of a triwulan.

        Args:
            isi: what the office holds.
            is_same: the triwulan is that of before, so what is being typed right now stays.
        """
        kaki = isi.evaluasi.kaki if isi.evaluasi else {}
        texts: Mapping[str, str] = {**kaki, **isi.berita_acara}
        for name, box in self.boxes.items():
            text = texts.get(name, "")
            if not (is_same and box.hasFocus()) and _text_of(box) != text:
                _write(box, text)
            self._stored[name] = text
            box.setReadOnly(name in isi.terkunci)
        if not (is_same and self.date.hasFocus()) and self.date.day() != isi.tanggal:
            self.date.set_date(isi.tanggal)
        if isi.batas is not None:
            self.date.watch(isi.batas.describe_odd)
        self._stored[_TANGGAL] = isi.tanggal
        self.date.setEnabled(_TANGGAL not in isi.terkunci)

    def commit(self) -> None:
        """Keep every text that was changed, and the date when it is one."""
        for name, box in self.boxes.items():
            self._keep(name, _text_of(box))
        if self.date.day() is not None or not self.date.text().strip():
            self._keep(_TANGGAL, self.date.day())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)

    def _keep(self, name: str, value: str | date | None) -> None:
        before = self._stored.get(name)
        if name not in self._stored or value == before:
            return
        # First, because storing shows the page again, and that asks for what is unsaved.
        self._stored[name] = value
        if not self._save(name, value):
            self._stored[name] = before

    def _make_foot(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(style.SMALL, style.SMALL, style.SMALL, 0)
        row.setSpacing(style.MEDIUM)
        for name, caption in _CAPTIONS.items():
            row.addLayout(self._make_text(name, caption, KAKI[name]))
        return holder

    def _make_berita_acara(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(style.SMALL, style.SMALL, style.SMALL, 0)
        row.setSpacing(style.LARGE)
        grid = QGridLayout()
        for column, (name, caption) in zip(
            (0, 2), (("nomor", "&Nomor"), ("tempat", "&Tempat")), strict=True
        ):
            field = QLineEdit()
            writes(field)
            field.setAccessibleName(caption.replace("&", ""))
            field.editingFinished.connect(self.commit)
            self.boxes[name] = field
            self._add_field(grid, (0, column), caption, field)
        self._add_field(grid, (1, 0), "Tan&ggal", self.date)
        grid.addWidget(self.date.reading, 1, 2, 1, 2)
        grid.setRowStretch(2, 1)
        row.addLayout(grid, 3)
        row.addLayout(self._make_text(_CATATAN, "&Catatan", "Catatan berita acara"), 2)
        return holder

    def _make_text(self, name: str, caption: str, purpose: str) -> QVBoxLayout:
        box = QPlainTextEdit()
        writes(box)
        box.setTabChangesFocus(True)
        box.setMinimumHeight(44)
        box.setAccessibleName(purpose)
        box.installEventFilter(self)
        self._keeping.follow(box)
        label = QLabel(caption)
        label.setBuddy(box)
        label.setToolTip(purpose)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(box, 1)
        self.boxes[name] = box
        return column

    @staticmethod
    def _add_field(
        grid: QGridLayout, place: tuple[int, int], caption: str, field: QLineEdit
    ) -> None:
        row, column = place
        label = QLabel(caption)
        label.setBuddy(field)
        grid.addWidget(label, row, column)
        grid.addWidget(field, row, column + 1)


def _text_of(box: QPlainTextEdit | QLineEdit) -> str:
    text = box.toPlainText() if isinstance(box, QPlainTextEdit) else box.text()
    return text.strip()


def _write(box: QPlainTextEdit | QLineEdit, text: str) -> None:
    if isinstance(box, QPlainTextEdit):
        box.setPlainText(text)
    else:
        show_in_line(box, text)
