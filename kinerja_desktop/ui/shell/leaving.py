"""Asks before something typed is given up with the window."""

from PySide6.QtWidgets import QWidget

from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.tables.entry_table import EntryTable

_ANYWAY = "Tutup tanpa menyimpan"


def may_leave(context: Context, window: QWidget) -> bool:
    """Tell whether the window may close: nothing typed is lost, or the clerk wants it so."""
    return _may_leave_cells(window) and _may_leave_line(context, window)


def _may_leave_cells(window: QWidget) -> bool:
    """Ask before a figure is given up that a table could not take."""
    for table in window.findChildren(EntryTable):
        if not table.unsettled:
            continue
        question = f"'{table.unsettled}' belum masuk ke {table.accessibleName()}."
        detail = "Perbaiki dulu isian itu, atau tutup: isian itu harus diketik lagi nanti."
        if not dialogs.confirm(window, question, _ANYWAY, detail):
            return False
    return True


def _may_leave_line(context: Context, window: QWidget) -> bool:
    """Ask before what waits for a server that is away is given up."""
    if not context.line.is_away:
        return True
    count = context.waiting.count
    question = f"{count} isian belum disimpan karena server data tidak terjangkau."
    detail = "Tunggu sampai server tersambung lagi, atau tutup: isian itu harus diketik lagi nanti."
    if count and not dialogs.confirm(window, question, _ANYWAY, detail):
        return False
    context.waiting.give_up()
    return True
