"""Leaving an office for another one: asked about, its data laid aside, the wizard begins anew."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.context import Context


@dataclass(frozen=True)
class Farewell:
    """What is asked before an office is left.

    Attributes:
        question: in one line.
        yes: what the button that leaves it says.
        detail: what becomes of its data.
    """

    question: str
    yes: str
    detail: str


def ask_to_leave(parent: QWidget, context: Context, words: Farewell) -> None:
    """Ask, close the window, lay the office's data aside and let the wizard ask again.

    An office that is worked in for real is not left: it says why.
    """
    from kinerja_desktop.services.latihan.keluar import leave_contoh, require_way_out

    office, place = context.office, context.office.place.where
    try:
        require_way_out(office)
    except KinerjaError as error:
        dialogs.explain(parent, error)
        return
    if dialogs.confirm(parent, words.question, words.yes, words.detail):
        context.next_place = place
        context.leave(lambda: leave_contoh(place))


def is_in_folder(context: Context) -> bool:
    """Whether the data lies in a folder of this PC, and the user may change it."""
    return isinstance(context.office.place.where, Path) and context.may_write
