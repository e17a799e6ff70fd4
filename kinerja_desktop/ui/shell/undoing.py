"""Takes a deed back in its turn among those that wait (`docs/architecture.md` §3)."""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.taking_back import take_back
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.waiting import Afterwards

#: So many rows are taken back in less than 50 ms.
_ROWS_AT_ONCE = 30


def take_in_turn(
    context: Context,
    parent: QWidget,
    said: str,
    act: Callable[[], str | None],
    count_rows: Callable[[], int],
    buttons: Sequence[QAction],
    ended: Callable[[], None],
) -> None:
    """Undo or redo: at once, or on the worker when many rows change.

    Args:
        context: the window's.
        parent: where a refusal is explained.
        said: the word for it in the status line.
        act: undoes or does again; returns the deed's label.
        count_rows: how many rows that would change; asked in its turn.
        buttons: cannot be pressed while the worker does it.
        ended: shows what can be undone now.
    """

    def shift() -> str | KinerjaError | None:
        return take_back(act)

    def tell(taken: str | KinerjaError | None) -> None:
        if isinstance(taken, KinerjaError):
            # Nobody is asked anything, and the next Ctrl+Z goes on with what was before it.
            context.refused.emit()
            context.say(str(taken))
        elif taken:
            context.say(f"{said}: {taken}")
        ended()

    def take() -> Afterwards | None:
        # Only now it is known what came before.
        if count_rows() <= _ROWS_AT_ONCE:
            return context.perform(parent, shift, tell)
        for button in buttons:
            button.setEnabled(False)
        context.run_behind(parent, shift, done=tell, failed=ended)
        return None

    context.waiting.do(take)
