"""The table that is filled like a spreadsheet: type, Enter goes down, Tab goes on, paste."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QKeyCombination,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QTableView,
    QWidget,
)

from kinerja_desktop.domain.angka.angka import AmbiguousAngkaError, format_isian
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.copying import COPY_WITH_HEAD
from kinerja_desktop.ui.base.reading_only import is_reader
from kinerja_desktop.ui.base.sight import find_sight, typed_at
from kinerja_desktop.ui.base.table_menu import open_menu
from kinerja_desktop.ui.base.waiting import Stored
from kinerja_desktop.ui.tables.entry_block import read_block, write_block
from kinerja_desktop.ui.tables.entry_delegate import EntryDelegate
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

_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_FILL_DOWN = QKeyCombination(_CTRL, Qt.Key.Key_D)
Hint = QAbstractItemDelegate.EndEditHint
_SUBMITTED = (Hint.SubmitModelCache, Hint.EditNextItem, Hint.EditPreviousItem)


@dataclass(frozen=True)
class _Typed:
    """What was typed into a cell, how the editor was left, and what stood there when it opened."""

    index: QPersistentModelIndex
    text: str
    hint: Hint
    sight: int | None


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
        self._typed: tuple[QPersistentModelIndex, str] | None = None
        #: What was typed last and could not be taken yet; empty when there is nothing such.
        self.unsettled = ""
        self._delegate = EntryDelegate(self, self.note_typed, self.typing.emit)
        self.setModel(model)
        self.setItemDelegate(self._delegate)
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
        model.modelReset.connect(self._start_anew)
        model.unstored.connect(self._take_back)

    def showEvent(self, event: QShowEvent) -> None:
        """Open no editor for a user who may only read."""
        super().showEvent(event)
        if is_reader(self):
            self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)

    def fit(self) -> None:
        """Give every column the width it needs and the wrapped one the rest, lines their height."""
        fit_columns(self, self._entries, self._wrapped, self._narrowest)
        fit_rows(self, self._entries, self._wrapped)

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
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_menu(self, event, entry_deeds(self))

    def focusNextPrevChild(self, forwards: bool) -> bool:
        """Tab goes from cell to cell, and leaves the table after the last one."""
        target = self._beside(self.currentIndex(), forwards)
        return self._go_to(target) or super().focusNextPrevChild(forwards)

    def note_typed(self, index: Index, text: str) -> None:
        """Remember what the editor holds until it is closed."""
        self._typed = (QPersistentModelIndex(index), text)

    def closeEditor(self, editor: QWidget, hint: Hint) -> None:
        typed, self._typed = self._typed, None
        self.unsettled = ""
        super().closeEditor(editor, Hint.NoHint if hint in _SUBMITTED else hint)
        if typed is not None and typed[0].isValid():
            self._settle(_Typed(*typed, hint, self._delegate.sight))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def _start_anew(self) -> None:
        """Forget what was typed into lines that are gone."""
        self.unsettled = ""
        self.fit()

    def _settle(self, typed: _Typed) -> None:
        """Store what was typed, and move on; only now, because asking takes the focus away."""
        try:
            with typed_at(typed.sight):
                taken = self.take_text(typed.index, typed.text)
        except AmbiguousAngkaError as error:
            pilihan = error.pilihan
            self.unsettled = typed.text
            QTimer.singleShot(0, lambda: self._ask(typed, pilihan))
            return
        if taken:
            self._move_on(typed)
        elif taken is False or typed.hint in _SUBMITTED or taken is Stored.KEPT:
            # Also when the clerk clicked elsewhere: a refused figure is not lost by a click.
            self.unsettled = typed.text
            QTimer.singleShot(0, lambda: self._edit_again(typed))

    def _ask(self, typed: _Typed, pilihan: Sequence[Any]) -> None:
        """Let the clerk say which of the two readings was meant (`docs/architecture.md` §4.3)."""
        if not typed.index.isValid():
            return
        readings = dict(
            zip(
                (f"{format_isian(pilihan[0])} (ribuan)", f"{format_isian(pilihan[1])} (desimal)"),
                pilihan,
                strict=True,
            )
        )
        question = f"'{typed.text.strip()}' dapat berarti dua angka. Mana yang dimaksud?"
        answer = dialogs.choose(self, question, list(readings))
        if answer is None:
            self._edit_again(typed)
            return
        self.unsettled = ""
        with typed_at(typed.sight):
            taken = self._entries.store_cells([(typed.index, readings[answer])])
        if taken:
            self._move_on(typed)
        elif taken is Stored.KEPT:
            self._edit_again(typed)

    def _edit_again(self, typed: _Typed) -> None:
        """Open the editor with what was typed, so that it can be mended."""
        self.unsettled = typed.text if typed.index.isValid() else ""
        if not typed.index.isValid():
            return
        index = self._entries.index(typed.index.row(), typed.index.column())
        self.setCurrentIndex(index)
        self.edit(index)
        editor = self._delegate.editor
        if editor is not None:
            editor.setText(typed.text)
            editor.setModified(True)
            editor.selectAll()
            # Who goes back to a refused entry is asked again: it still is what it was.
            self._delegate.sight = typed.sight

    def _take_back(self, index: QModelIndex, value: Any) -> None:
        """Put what was typed and could not be stored back into its editor."""
        text = self._entries.typed_text(index, value)
        place = QPersistentModelIndex(index)
        self._edit_again(_Typed(place, text, Hint.NoHint, find_sight(self)))

    def _move_on(self, typed: _Typed) -> None:
        if self.currentIndex() != typed.index:
            return
        match typed.hint:
            case Hint.SubmitModelCache:
                self._go_to(self._below(typed.index))
            case Hint.EditNextItem | Hint.EditPreviousItem:
                forwards = typed.hint == Hint.EditNextItem
                if not self._go_to(self._beside(typed.index, forwards)):
                    super().focusNextPrevChild(forwards)

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
