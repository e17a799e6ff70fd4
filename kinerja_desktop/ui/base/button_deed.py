"""A button whose deed takes its time: it waits disabled, and says what came of it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import page_of
from kinerja_desktop.ui.base.tasks import Task

T = TypeVar("T")

BUSY = "Pekerjaan sebelumnya belum selesai. Tunggu sebentar, lalu ulangi."


def run_from_button(
    context: Context,
    parent: QWidget,
    button: QPushButton,
    deed: Callable[[], T],
    say: Callable[[T], str],
) -> None:
    """Do something short on the worker; meanwhile the button cannot be pressed again.

    Args:
        context: runs it, and says what came of it in the status line.
        parent: beside which a refusal is explained.
        button: what was pressed.
        deed: touches no widget.
        say: the sentence for its result.
    """
    come_back = _grey(button)
    work = context.diary.begin(button.text())

    def finish(result: T) -> None:
        come_back()
        with context.diary.ending(work):
            context.say(say(result))

    def fail(error: Exception) -> None:
        come_back()
        with context.diary.ending(work, error):
            context.explain(parent, error)

    context.tasks.run(lambda task: deed(), done=finish, failed=fail)


def run_in_strip(
    context: Context,
    parent: QWidget,
    button: QPushButton,
    work: Callable[[Task], T],
    say: Callable[[T], None],
) -> None:
    """Do something that may take over a second, with progress and *Batal* on its page.

    Args:
        context: runs it.
        parent: stands on the page; beside it a refusal is explained.
        button: what was pressed; meanwhile it cannot be pressed again.
        work: asks its task whether to stop, and reports to it.
        say: tells of the result.
    """
    strip = page_of(parent).work_strip()
    if strip.is_busy:
        context.say(BUSY)
        return
    come_back = _grey(button)

    def finish(result: T) -> None:
        come_back()
        say(result)

    def fail(error: Exception) -> None:
        come_back()
        context.explain(parent, error)

    strip.run(button.text().replace("&", ""), work, finish, fail)


def _grey(button: QPushButton) -> Callable[[], None]:
    """Grey a button; return what offers it again, framed if it was and nobody went elsewhere."""
    had_frame = button.hasFocus()
    button.setEnabled(False)

    def come_back() -> None:
        button.setEnabled(True)
        if had_frame and QApplication.focusWidget() is None and button.isVisible():
            button.setFocus()

    return come_back
