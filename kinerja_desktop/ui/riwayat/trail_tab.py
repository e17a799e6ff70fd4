"""The tab Riwayat: the audit trail, newest first, with a filter."""

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.services.riwayat.trail import (
    PAGE,
    Deed,
    Rincian,
    Saring,
    list_deeds,
    read_rincian,
)
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.date_field import DateField
from kinerja_desktop.ui.base.empty_state import EmptyState
from kinerja_desktop.ui.base.fitted_lines import wrap_lines
from kinerja_desktop.ui.riwayat.trail_model import HEADERS, TrailModel
from kinerja_desktop.ui.riwayat.trail_tree import TrailTree

_PATIENCE = 300  # milliseconds after the last key
_DETAIL_HEIGHT, _ROW_HEIGHT = 62, 22
_NOTHING = "Belum ada yang diubah. Setiap isian yang diubah akan tercatat di sini."
_NOTHING_FOUND = "Tidak ada tindakan yang cocok dengan saringan ini."


class TrailTab(QWidget):
    """Reads a page of deeds, and the next when the end comes into sight."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._loading = False
        self._whole = False
        self._asked = 0
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(self.load)
        self.words = QLineEdit()
        self.words.setPlaceholderText("tindakan atau pelaku")
        self.words.setClearButtonEnabled(True)
        self.since, self.until = DateField(), DateField()
        self.note = QLabel()
        self.note.setObjectName("bahaya")
        self.empty = EmptyState(_NOTHING)
        self.detail = QPlainTextEdit()
        # To be read, not a field that is locked.
        self.detail.setObjectName("bacaan")
        self.detail.setReadOnly(True)
        self.detail.setTabChangesFocus(True)
        self.detail.setFixedHeight(_DETAIL_HEIGHT)
        self.detail.setPlaceholderText("Pilih sebuah baris untuk membacanya utuh.")
        self.detail.setAccessibleName("Isi baris yang dipilih")
        self.model = TrailModel()
        self.tree = TrailTree(self.model)
        self._dress_tree()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        layout.addLayout(self._make_filter())
        layout.addWidget(self.note)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.detail)
        self.note.hide()
        self.empty.hide()
        self.model.rincian_wanted.connect(self._load_rincian)

    def load(self) -> None:
        """Read the newest deeds again."""
        saring = self._read_filter()
        if saring is None:
            return
        self._asked += 1
        asked = self._asked

        def show(tindakan: list[Deed]) -> None:
            if asked == self._asked:
                self.model.clear()
                self._add(tindakan)

        self._loading = True
        self._context.load(self, lambda office: list_deeds(office, saring), show)

    def _dress_tree(self) -> None:
        self.tree.setAccessibleName("Riwayat tindakan")
        wrap_lines(self.tree, _ROW_HEIGHT)
        self.tree.setAlternatingRowColors(True)
        self.tree.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        self.tree.expanded.connect(self.model.unfold)
        self.tree.selectionModel().currentChanged.connect(self._show_whole)
        header = self.tree.header()
        header.setStretchLastSection(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, 210)
        header.resizeSection(1, 130)
        self.tree.verticalScrollBar().valueChanged.connect(self._read_on)

    def _make_filter(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(style.MEDIUM)
        for caption, field in (
            ("&Cari", self.words), ("&Dari tanggal", self.since), ("&Sampai", self.until),
        ):  # fmt: skip
            label = QLabel(caption)
            label.setBuddy(field)
            row.addWidget(label)
            row.addWidget(field, 1 if field is self.words else 0)
            field.textChanged.connect(lambda _: self._timer.start())
        for field in (self.since, self.until):
            field.setFixedWidth(field.minimumWidth())
        return row

    def _read_filter(self) -> Saring | None:
        error = self.since.error() or self.until.error()
        self.note.setText(f"Tanggal: {error}." if error else "")
        self.note.setVisible(bool(error))
        if error:
            return None
        return Saring(self.words.text(), self.since.day(), self.until.day())

    def _add(self, tindakan: list[Deed]) -> None:
        self._loading = False
        self._whole = len(tindakan) < PAGE
        self.model.append(tindakan)
        is_empty = not self.model.tindakan
        self.empty.setText(_NOTHING if self._read_filter() == Saring() else _NOTHING_FOUND)
        self.empty.setVisible(is_empty)
        self.tree.setVisible(not is_empty)
        self.detail.setVisible(not is_empty)

    def _read_on(self, value: int) -> None:
        bar = self.tree.verticalScrollBar()
        if self._loading or self._whole or value < bar.maximum() - bar.pageStep():
            return
        saring = self._read_filter()
        if saring is None:
            return
        asked, last = self._asked, self.model.tindakan[-1].id

        def show(tindakan: list[Deed]) -> None:
            if asked == self._asked:
                self._add(tindakan)

        self._loading = True
        self._context.load(self, lambda office: list_deeds(office, saring, last), show)

    def _load_rincian(self, row: int) -> None:
        key, asked = self.model.tindakan[row].id, self._asked

        def show(rincian: list[Rincian]) -> None:
            if asked == self._asked:
                self.model.set_rincian(row, rincian)
                self._span(self.model.index(row, 0))

        self._span(self.model.index(row, 0))
        self._context.load(self, lambda office: read_rincian(office, key), show)

    def _show_whole(self, index: QModelIndex) -> None:
        """Show a line in full below the tree: in the tree it is often cut short."""
        parts = (index.siblingAtColumn(column).data() for column in range(len(HEADERS)))
        self.detail.setPlainText(" · ".join(part for part in parts if part))

    def _span(self, parent: QModelIndex) -> None:
        for line in range(self.model.rowCount(parent)):
            self.tree.setFirstColumnSpanned(line, parent, True)
