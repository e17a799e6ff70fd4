"""The table that is filled like a spreadsheet: type, Enter goes down, Tab goes on, paste."""

from collections.abc import Iterator

from PySide6.QtCore import (
    QKeyCombination,
    QModelIndex,
    QPoint,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from kinerja_desktop.domain.angka.angka import AmbiguousAngkaError
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.copying import COPY_WITH_HEAD
from kinerja_desktop.ui.base.reading_only import is_reader
from kinerja_desktop.ui.base.table_menu import open_menu
from kinerja_desktop.ui.base.waiting import Stored
from kinerja_desktop.ui.tables.entry_block import read_block, write_block
from kinerja_desktop.ui.tables.entry_editing import SUBMITTED, EntryEditing, Hint
from kinerja_desktop.ui.tables.entry_layout import fit_columns, fit_rows
from kinerja_desktop.ui.tables.entry_menu import entry_deeds
from kinerja_desktop.ui.tables.entry_model import (
    ROOT,
    EntryModel,
    Index,
    Role,
    explain_refusal,
)
from kinerja_desktop.ui.tables.entry_moves import (
    KEYS,
    fill_down,
    find_edge,
    find_next,
    is_edge_key,
)
from kinerja_desktop.ui.tables.entry_selection import extend_selection
from kinerja_desktop.ui.tables.entry_sight import look_at_cell

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_FILL_DOWN = QKeyCombination(_CTRL, Qt.Key.Key_D)
#: Said to whoever types where nothing is typed, and where nothing is typed anywhere.
_NOT_HERE = "Sel ini tidak diisi di sini. Tab membawa ke sel berikutnya yang dapat diisi."
_LEFT_BEHIND = "'{text}' belum masuk dan tidak ikut pindah: isi lagi di tempatnya."
_NOWHERE = "Angka di tabel ini sekarang hanya dapat dibaca."


class EntryTable(QTableView):
    """Keyboard first: everything that a spreadsheet does with Enter, Tab, Delete, copy, paste.

    Signals:
        rejected: why what was typed cannot be taken, in words; empty when all is well again.
    """

    KEYS = KEYS
    rejected = Signal(str)
    #: A cell, and what stands in its editor after another key.
    typing = Signal(QModelIndex, str)

    def __init__(self, model: EntryModel, *, wrapped: int, narrowest: int = 160) -> None:
        """Make the table.

        Args:
            model: what is shown.
            wrapped: the column that takes the remaining width and wraps its text.
            narrowest: its least width.
        """
        super().__init__()
        self._entries = model
        self._wrapped, self._narrowest = wrapped, narrowest
        self._is_told = False
        self._editing = EntryEditing(self, model)
        self.setModel(model)
        self.setItemDelegate(self._editing.delegate)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(24)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
        #: The room and the letters for which lines and columns were measured last.
        self._fitted: tuple[int, str] | None = None
        #: Width of the table, its scroll bar too, when it was scrolled to the cursor last.
        self._looked_width = 0
        for signal in (model.modelReset, model.dataChanged, model.headerDataChanged):
            signal.connect(self._measure_again)
        model.modelReset.connect(self._start_anew)
        model.scope_changed.connect(lambda: self._give_up())
        model.unstored.connect(self._editing.take_back)

    @property
    def unsettled(self) -> str:
        """What was typed last and could not be taken yet; empty when there is nothing such."""
        return self._editing.unsettled

    def showEvent(self, event: QShowEvent) -> None:
        """Open no editor for a user who may only read, and again the one that was left."""
        super().showEvent(event)
        self._editing.come_back()
        look_at_cell(self)
        if is_reader(self):
            self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def fit(self) -> None:
        """Give every column the width it needs and the wrapped one the rest, lines their height.

        Nothing is measured while texts, letters and room are those of before.
        """
        now = (self.viewport().width(), self.font().key())
        if now != self._fitted:
            self._fitted = now
            fit_columns(self, self._entries, self._wrapped, self._narrowest)
            fit_rows(self, self._entries, self._wrapped)
            # Else it is scrolled no farther than the widths of before allow.
            self.updateGeometries()

    def setSpan(self, row: int, column: int, rows: int, columns: int) -> None:
        """Let a cell reach over others; `fit` then gives its text that room."""
        super().setSpan(row, column, rows, columns)
        self._measure_again()

    def clearSpans(self) -> None:
        """Let every cell stand for itself again."""
        super().clearSpans()
        self._measure_again()

    def take_text(self, index: Index, text: str) -> Stored | bool:
        """Take in what was typed; false (and `rejected`) when it cannot be.

        Raises:
            AmbiguousAngkaError: it may mean two things; ask.
        """
        if text == (index.data(Role.EditRole) or ""):
            self.rejected.emit("")
            return True
        try:
            value = self._entries.parse_cell(index, text)
        except AmbiguousAngkaError:
            raise
        except ValueError as error:
            self.rejected.emit(explain_refusal(error))
            return False
        self.rejected.emit("")
        return self._entries.store_cells([(index, value)])

    def copy(self, *, with_head: bool = False) -> None:
        """Put the selected cells on the clipboard, as Excel takes them; headings if wanted."""
        cells = self.selectedIndexes()
        # A heading that reaches over several columns is selected as far as it reaches, and would
        # pull all of them in beside the column that was meant.
        plain = {cell.column() for cell in cells if self.columnSpan(cell.row(), 0) == 1}
        if cells := [cell for cell in cells if not plain or cell.column() in plain]:
            QGuiApplication.clipboard().setText(
                write_block(self._entries, cells, with_head=with_head)
            )

    def paste(self) -> None:
        """Take a block in whole, or say everything that is wrong with it and change nothing."""
        text = QGuiApplication.clipboard().text()
        start = self._start()
        if text and start.isValid() and not is_reader(self):
            self.paste_block(start, text)

    def paste_block(self, start: QModelIndex, text: str) -> None:
        """Take in a block from a cell on, for a user who may write."""
        cells, problems = read_block(self._entries, start, text)
        if problems:
            heading = f"Tempelan tidak dimasukkan: {len(problems)} hal perlu diperbaiki dulu."
            dialogs.show_problems(self, heading, problems)
            return
        self.rejected.emit("")
        self._entries.store_cells(cells)

    def fill_down(self) -> None:
        """Give the selected cells the value of the first of them, or a single one that above it."""
        try:
            cells = fill_down(self._entries, self.selectedIndexes())
        except ValueError as error:
            self.rejected.emit(explain_refusal(error))
            return
        if cells and not is_reader(self):
            self.rejected.emit("")
            self._entries.store_cells(cells)

    def clear_cells(self) -> None:
        """Make the selected cells *belum diisi*."""
        cells = [index for index in self.selectedIndexes() if self._entries.is_editable(index)]
        if cells and not is_reader(self):
            self.rejected.emit("")
            self._entries.store_cells([(i, self._entries.parse_cell(i, "")) for i in cells])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() == QAbstractItemView.State.EditingState:
            # The editor passes Enter on; its own closing moves the cursor.
            return
        pressed = event.keyCombination()
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif pressed == COPY_WITH_HEAD:
            self.copy(with_head=True)
        elif pressed == _FILL_DOWN:
            self.fill_down()
        elif pressed.keyboardModifiers() & _SHIFT and is_edge_key(event.key()):
            find = find_edge if pressed.keyboardModifiers() & _CTRL else find_next
            extend_selection(self, find(self._entries, self.currentIndex(), event.key()))
        elif pressed.keyboardModifiers() & _CTRL and is_edge_key(event.key()):
            self._go_to(find_edge(self._entries, self.currentIndex(), event.key()))
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear_cells()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_to(self._below(self.currentIndex()))
        else:
            self._tell_where(event)
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_menu(self, event, entry_deeds(self))

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab goes from cell to cell, and leaves the table after the last one."""
        target = self._beside(self.currentIndex(), forwards)
        return self._go_to(target) or super().focusNextPrevChild(forwards)

    def closeEditor(self, editor: QWidget, hint: Hint) -> None:
        typed = self._editing.take()
        super().closeEditor(editor, Hint.NoHint if hint in SUBMITTED else hint)
        self._editing.settle(typed, hint)

    def move_on(self, index: Index, hint: Hint) -> None:
        """Go where Enter or Tab goes from a cell whose text was taken in; stay if it was left."""
        if self.currentIndex() != index:
            return
        match hint:
            case Hint.SubmitModelCache:
                self._go_to(self._below(index))
            case Hint.EditNextItem | Hint.EditPreviousItem:
                forwards = hint == Hint.EditNextItem
                if not self._go_to(self._beside(index, forwards)):
                    super().focusNextPrevChild(forwards)

    def first_entry(self, column: int | None = None) -> QModelIndex:
        """Return the first cell that is still to be filled, else the first that can be.

        Args:
            column: where it is looked for before anywhere else.
        """
        rows, width = range(self._entries.rowCount()), self._entries.columnCount()
        everywhere = [(row, at) for row in rows for at in range(width)]
        for places in ([(row, column) for row in rows] if column is not None else [], everywhere):
            indexes = (self._entries.index(*place) for place in places)
            blank = (
                (index.row(), index.column()) for index in indexes if not index.data(Role.EditRole)
            )
            found = self._first_editable(blank)
            if found.isValid():
                return found
        return self._first_editable(iter(everywhere))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if self._is_told:
            self._is_told = False
            self.rejected.emit("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        seen = QRect(QPoint(), event.oldSize())
        was_seen = seen.contains(self.visualRect(self.currentIndex()))
        super().resizeEvent(event)
        self.fit()
        # A scroll bar or a line of words that comes or goes scrolls nothing back to the left.
        if self.width() != self._looked_width:
            self._looked_width = self.width()
            look_at_cell(self)
        if was_seen:
            self.scrollTo(self.currentIndex())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Leave the keys to an open editor: those pressed here would neither end nor fill it."""
        super().focusInEvent(event)
        if self.state() == QAbstractItemView.State.EditingState:
            self._editing.go_on()

    def _measure_again(self) -> None:
        self._fitted = None

    def _start_anew(self) -> None:
        """Forget what was typed into lines that are gone."""
        if self.unsettled:
            self._give_up()
        self.fit()

    def _give_up(self) -> None:
        """Say of a refused entry that it does not come along to another year or other lines."""
        text = self._editing.give_up()
        self.rejected.emit(_LEFT_BEHIND.format(text=text) if text else "")

    def _tell_where(self, event: QKeyEvent) -> None:
        """Say so when somebody types into what is reckoned, or is filled elsewhere."""
        is_typed = event.text().isprintable() and event.text().strip()
        if not is_typed or event.modifiers() & (_CTRL | Qt.KeyboardModifier.AltModifier):
            return
        if not self._entries.is_editable(self.currentIndex()):
            self._is_told = True
            self.rejected.emit(_NOT_HERE if self.first_entry().isValid() else _NOWHERE)

    def _go_to(self, target: QModelIndex) -> bool:
        if target.isValid():
            self.setCurrentIndex(target)
            self.scrollTo(target)
        return target.isValid()

    def _below(self, index: Index) -> QModelIndex:
        return self._first_editable(
            (row, index.column()) for row in range(index.row() + 1, self._entries.rowCount())
        )

    def _beside(self, index: Index, forwards: bool) -> QModelIndex:
        width = self._entries.columnCount()
        here = index.row() * width + index.column() if index.isValid() else -1
        places = (
            range(here + 1, self._entries.rowCount() * width)
            if forwards
            else range(here - 1, -1, -1)
        )
        return self._first_editable(divmod(place, width) for place in places)

    def _first_editable(self, places: Iterator[tuple[int, int]]) -> QModelIndex:
        indexes = (self._entries.index(row, column) for row, column in places)
        return next((index for index in indexes if self._entries.is_editable(index)), ROOT)

    def _start(self) -> QModelIndex:
        """Return the upper left cell of the selection."""
        cells = self.selectedIndexes() or [self.currentIndex()]
        return min(cells, key=lambda index: (index.row(), index.column()))
