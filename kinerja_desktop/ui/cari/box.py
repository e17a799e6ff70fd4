"""The box of Ctrl+K: a line, and below it what was found, in groups."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.bantuan.cari import IndeksCari, Temuan, first_sentence
from kinerja_desktop.ui.base import style

_WIDTH, _HEIGHT, _TOP, _EDGE = 640, 460, 48, 24
#: With nothing found yet.
_BARE = 84
_ASK = "Cari halaman, indikator, dokumen, surat, langkah SOP, bantuan…"
_NONE = "Tidak ditemukan. Setiap kata harus cocok: coba dengan lebih sedikit kata."
_HINT = "↑ ↓ memilih · Enter membuka · Esc menutup"
_READING = "Sedang membaca data kantor…"
_TEMUAN = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class SearchBox(QFrame):
    """Lies above the window, and goes when something was chosen or the focus leaves it.

    Signals:
        chosen: a `Temuan` to go to.
    """

    chosen = Signal(object)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("kartu")
        self.setAccessibleName("Cari")
        self._window = window
        self._index = IndeksCari()
        self._back_to: QWidget | None = None
        self._is_reading = self._is_entered = False
        self.line = QLineEdit()
        self.line.setPlaceholderText(_ASK)
        self.line.setAccessibleName("Cari apa pun")
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._search)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName("Yang ditemukan")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setObjectName("temuan")
        self.list.itemClicked.connect(self._take)
        self.note = QLabel(_HINT)
        self.note.setObjectName("redup")
        self.note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.MEDIUM, style.MEDIUM, style.MEDIUM, style.MEDIUM)
        for widget in (self.line, self.list, self.note):
            layout.addWidget(widget)
        self.hide()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow_focus)

    def open(self) -> None:
        """Show the box, empty; the cursor comes back to where it is now."""
        if not self.isVisible():
            self._back_to = QApplication.focusWidget()
        self.line.clear()
        self._search("")
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus()

    def close_box(self) -> None:
        """Put the box away."""
        if not self.isVisible():
            return
        back = self._back_to
        self.hide()
        if back is not None and back.isVisible():
            back.setFocus()

    def show_reading(self) -> None:
        """Say that what can be found is being read."""
        self._is_reading = True
        self._search(self.line.text())

    def show_index(self, index: IndeksCari) -> None:
        """Look in this from now on; an Enter that came before it counts now."""
        self._index, self._is_reading = index, False
        is_entered = self._is_entered
        self._search(self.line.text())
        if is_entered and self.isVisible():
            self._take(self.list.currentItem())

    def found(self) -> list[Temuan]:
        """Return what is offered, in its order."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.data(_TEMUAN) for item in items if item.data(_TEMUAN) is not None]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self.line
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self._take_key(event.key())
        ):
            return True
        return super().eventFilter(watched, event)

    def _take_key(self, key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            self.close_box()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # What was read before may not have what is meant: the first of all is gone to then.
            self._is_entered = self._is_reading
            if not self._is_reading:
                self._take(self.list.currentItem())
        elif key in _MOVES:
            self._move(key)
        else:
            return False
        return True

    def _move(self, key: int) -> None:
        """Go to another line; headings are passed by."""
        step = 1 if key in (Qt.Key.Key_Down, Qt.Key.Key_PageDown) else -1
        count = 1 if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) else 8
        rows = [r for r in range(self.list.count()) if self.list.item(r).data(_TEMUAN) is not None]
        if rows:
            here = rows.index(self.list.currentRow())
            self.list.setCurrentRow(rows[min(max(here + step * count, 0), len(rows) - 1)])

    def _search(self, text: str) -> None:
        groups = self._index.search(text)
        self._is_entered = False
        self.list.clear()
        for group in groups:
            self._add_group(group)
        if self.list.count():
            self.list.setCurrentRow(1)
        is_missed = bool(text.strip()) and not groups
        self.note.setText(_READING if self._is_reading else _NONE if is_missed else _HINT)
        self.list.setVisible(bool(groups))
        self._place()
        # The heading of the first group is no line to go to, and would stay out of sight.
        self.list.scrollToTop()

    def _add_group(self, group: Sequence[Temuan]) -> None:
        heading = QListWidgetItem(group[0].jenis.value.upper())
        heading.setFlags(Qt.ItemFlag.NoItemFlags)
        font = QFont(self.font())
        font.setPointSize(8)
        font.setBold(True)
        heading.setFont(font)
        self.list.addItem(heading)
        for temuan in group:
            about = first_sentence(temuan.rincian)
            item = QListWidgetItem(f"{temuan.judul}   ·   {about}" if about else temuan.judul)
            item.setData(_TEMUAN, temuan)
            item.setData(
                Qt.ItemDataRole.AccessibleTextRole, f"{temuan.jenis.value}: {temuan.judul}"
            )
            item.setToolTip(temuan.rincian)
            self.list.addItem(item)

    def _take(self, item: QListWidgetItem | None) -> None:
        temuan = item.data(_TEMUAN) if item is not None else None
        if temuan is not None:
            self.hide()
            self.chosen.emit(temuan)

    def _follow_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        if self.isVisible() and now is not None and not self.isAncestorOf(now):
            self.hide()

    def _place(self) -> None:
        """Keep to the middle of the window, as high as what was found."""
        room = self._window.size()
        width = min(_WIDTH, room.width() - 2 * _EDGE)
        height = min(_HEIGHT if self.list.count() else _BARE, room.height() - _TOP - _EDGE)
        self.setGeometry((room.width() - width) // 2, _TOP, width, height)
