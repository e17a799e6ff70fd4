"""What is typed into a cell of an entry table: taken in, asked about, or kept in its editor."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QTimer
from PySide6.QtWidgets import QAbstractItemDelegate

from kinerja_desktop.domain.angka.angka import AmbiguousAngkaError, format_isian
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.sight import find_sight, typed_at
from kinerja_desktop.ui.base.waiting import Stored
from kinerja_desktop.ui.tables.entry_delegate import EntryDelegate
from kinerja_desktop.ui.tables.entry_model import EntryModel, Index

if TYPE_CHECKING:
    from kinerja_desktop.ui.tables.entry_table import EntryTable

Hint = QAbstractItemDelegate.EndEditHint
#: How an editor is left by Enter and Tab: what was typed is meant.
SUBMITTED = (Hint.SubmitModelCache, Hint.EditNextItem, Hint.EditPreviousItem)


@dataclass(frozen=True)
class _Typed:
    """What was typed into a cell, how the editor was left, and what stood there when it opened."""

    index: QPersistentModelIndex
    text: str
    hint: Hint
    sight: int | None
    scope: Hashable


class EntryEditing:
    """Follows one editor after the other, from the first key to where the cursor goes next.

    Attributes:
        delegate: makes the editors.
        unsettled: what was typed last and could not be taken yet; empty when there is nothing such.
    """

    def __init__(self, table: "EntryTable", model: EntryModel) -> None:
        self._table, self._entries = table, model
        self._typed: tuple[QPersistentModelIndex, str] | None = None
        self._left: _Typed | None = None
        self.unsettled = ""
        self.delegate = EntryDelegate(table, self.note, table.typing.emit)

    def note(self, index: Index, text: str) -> None:
        """Remember what the editor holds until it is closed."""
        self._typed = (QPersistentModelIndex(index), text)

    def take(self) -> tuple[QPersistentModelIndex, str] | None:
        """Return what the editor that is closing held, and forget it."""
        typed, self._typed = self._typed, None
        self.unsettled = ""
        return typed

    def settle(self, typed: tuple[QPersistentModelIndex, str] | None, hint: Hint) -> None:
        """Store what an editor held; only once it is closed, because asking takes the focus."""
        if typed is not None and typed[0].isValid():
            self._settle(_Typed(*typed, hint, self.delegate.sight, self._entries.scope))

    def take_back(self, index: QModelIndex, value: Any) -> None:
        """Put what was typed and could not be stored back into its editor."""
        text = self._entries.typed_text(index, value)
        place = QPersistentModelIndex(index)
        sight, scope = find_sight(self._table), self._entries.scope
        self._edit_again(_Typed(place, text, Hint.NoHint, sight, scope))

    def come_back(self) -> None:
        """Open the editor that was left with its page once more: the table is seen again."""
        left, self._left = self._left, None
        if left is not None:
            QTimer.singleShot(0, lambda: self._edit_again(left))

    def go_on(self) -> None:
        """Put the cursor into the open editor, its text selected: what is typed replaces it."""
        if self.delegate.editor is not None:
            self.delegate.editor.setFocus()
            self.delegate.editor.selectAll()

    def give_up(self) -> str:
        """Forget what could not be taken, its editor too; return it, empty when there was none.

        It was meant for a cell of another year, or of a line that is gone.
        """
        text, self.unsettled, self._left = self.unsettled, "", None
        if text and self.delegate.editor is not None:
            self._table.closeEditor(self.delegate.editor, Hint.RevertModelCache)
        return text

    def _settle(self, typed: _Typed) -> None:
        """Store what was typed, and move on; else open its editor again."""
        try:
            with typed_at(typed.sight):
                taken = self._table.take_text(typed.index, typed.text)
        except AmbiguousAngkaError as error:
            pilihan = error.pilihan
            self.unsettled = typed.text
            QTimer.singleShot(0, lambda: self._ask(typed, pilihan))
            return
        if taken:
            self._table.move_on(typed.index, typed.hint)
        elif taken is False or typed.hint in SUBMITTED or taken is Stored.KEPT:
            # Also when the clerk clicked elsewhere: a refused figure is not lost by a click.
            self.unsettled = typed.text
            QTimer.singleShot(0, lambda: self._edit_again(typed))

    def _ask(self, typed: _Typed, pilihan: Sequence[Any]) -> None:
        """Let the clerk say which of the two readings was meant (`docs/architecture.md` §4.3)."""
        if not typed.index.isValid() or typed.scope != self._entries.scope:
            return  # its line is gone or another year stands there, which was told
        readings = dict(
            zip(
                (f"{format_isian(pilihan[0])} (ribuan)", f"{format_isian(pilihan[1])} (desimal)"),
                pilihan,
                strict=True,
            )
        )
        question = f"'{typed.text.strip()}' dapat berarti dua angka. Mana yang dimaksud?"
        answer = dialogs.choose(self._table, question, list(readings))
        if answer is None:
            self._edit_again(typed)
            return
        self.unsettled = ""
        with typed_at(typed.sight):
            taken = self._entries.store_cells([(typed.index, readings[answer])])
        if taken:
            self._table.move_on(typed.index, typed.hint)
        elif taken is Stored.KEPT:
            self._edit_again(typed)

    def _edit_again(self, typed: _Typed) -> None:
        """Open the editor with what was typed, so that it can be mended.

        On a page that was left it waits until that is seen again: an editor out of sight would
        take every key that is meant for another page.
        """
        index = self._entries.index(typed.index.row(), typed.index.column())
        is_same = typed.index.isValid() and typed.scope == self._entries.scope
        is_there = is_same and self._entries.is_editable(index)
        self.unsettled = typed.text if is_there else ""
        if not is_there:
            return
        if not self._table.isVisible():
            self._left = typed
            return
        self._table.setCurrentIndex(index)
        self._table.edit(index)
        editor = self.delegate.editor
        if editor is not None:
            editor.setText(typed.text)
            editor.setModified(True)
            editor.selectAll()
            # Who goes back to a refused entry is asked again: it still is what it was.
            self.delegate.sight = typed.sight
