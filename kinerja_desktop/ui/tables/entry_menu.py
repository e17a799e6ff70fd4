"""What the menu of a table that is filled offers for the chosen cells."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from kinerja_desktop.ui.base.reading_only import is_reader
from kinerja_desktop.ui.base.table_menu import Deed

if TYPE_CHECKING:
    from kinerja_desktop.ui.tables.entry_table import EntryTable


def entry_deeds(table: "EntryTable") -> list[Deed]:
    """Return all that its keys do with cells; what cannot be done now is shown, but grey."""
    chosen = table.selectedIndexes()
    can_write = not is_reader(table) and any(
        index.flags() & Qt.ItemFlag.ItemIsEditable for index in chosen
    )
    has_block = bool(QGuiApplication.clipboard().text())
    return [
        Deed("&Salin", "Ctrl+C", table.copy, bool(chosen)),
        Deed(
            "Salin dengan &judul", "Ctrl+Shift+C", lambda: table.copy(with_head=True), bool(chosen)
        ),
        Deed("&Tempel", "Ctrl+V", table.paste, can_write and has_block),
        Deed("&Isi ke bawah", "Ctrl+D", table.fill_down, can_write),
        Deed("&Hapus isi", "Delete", table.clear_cells, can_write),
    ]
