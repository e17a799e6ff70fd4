"""A button whose deed takes its time: it waits disabled, and says what came of it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QPushButton, QWidget

from kinerja_desktop.ui.base.context import Context

T = TypeVar("T")


def run_from_button(
    context: Context,
    parent: QWidget,
    button: QPushButton,
    deed: Callable[[], T],
    say: Callable[[T], str],
) -> None:
    """Do something on the worker; meanwhile the button cannot be pressed again.

    Args:
        context: runs it, and says what came of it in the status line.
        parent: beside which a refusal is explained.
        button: what was pressed.
        deed: touches no widget.
        say: the sentence for its result.
    """
    button.setEnabled(False)
    work = context.diary.begin(button.text())

    def finish(result: T) -> None:
        button.setEnabled(True)
        with context.diary.ending(work):
            context.say(say(result))

    def fail(error: Exception) -> None:
        button.setEnabled(True)
        with context.diary.ending(work, error):
            context.explain(parent, error)

    context.tasks.run(lambda task: deed(), done=finish, failed=fail)
