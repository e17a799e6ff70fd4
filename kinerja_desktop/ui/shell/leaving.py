"""Asks before something typed is given up with the window."""

from PySide6.QtWidgets import QWidget

from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.typed_dialog import list_drafts

_ANYWAY = "Tutup tanpa menyimpan"


def may_leave(context: Context, window: QWidget) -> bool:
    """Tell whether the window may close: nothing typed is lost, or the clerk wants it so."""
    may_leave_typed = _may_leave_unstored if context.has_unstored else _may_leave_fields
    return (
        may_leave_typed(window) and _may_leave_drafts(window) and _may_leave_line(context, window)
    )


def _may_leave_unstored(window: QWidget) -> bool:
    """Ask before what the disk did not take, which was just explained, is given up."""
    question = "Yang terakhir diketik belum tersimpan."
    detail = "Isian itu masih di layar: sesudah penyebabnya diperbaiki, tinggalkan isiannya lagi."
    return dialogs.confirm(window, question, _ANYWAY, detail)


def _may_leave_fields(window: QWidget) -> bool:
    """Ask before something is given up that a table or a form could not take."""
    # The window is painted before any page asks for a table.
    from kinerja_desktop.ui.tables.entry_table import EntryTable
    from kinerja_desktop.ui.tables.record_form import RecordForm

    detail = "Perbaiki dulu isian itu, atau tutup: isian itu harus diketik lagi nanti."
    refused = [
        (table.unsettled, table.accessibleName()) for table in window.findChildren(EntryTable)
    ]
    refused += [form.unsettled for form in window.findChildren(RecordForm)]
    return all(
        dialogs.confirm(window, f"'{text}' belum masuk ke {name}.", _ANYWAY, detail)
        for text, name in refused
        if text
    )


def _may_leave_drafts(window: QWidget) -> bool:
    """Ask before something is given up that waits for its *Simpan*."""
    detail = "Simpan dulu, atau tutup: tulisan itu tidak disimpan di mana pun."
    return all(
        dialogs.confirm(window, f"Anda sedang menulis {name}, belum disimpan.", _ANYWAY, detail)
        for name in list_drafts(window)
    )


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
