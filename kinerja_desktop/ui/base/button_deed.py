"""A button whose deed takes its time: it waits disabled, and says what came of it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QPushButton, QWidget

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
    end = _grey(button, parent)
    work = context.diary.begin(button.text())

    def finish(result: T) -> None:
        end(button)
        with context.diary.ending(work):
            context.say(say(result))

    def fail(error: Exception) -> None:
        end(button)
        with context.diary.ending(work, error):
            context.explain(parent, error)

    context.tasks.run(lambda task: deed(), done=finish, failed=fail)


def run_in_strip(
    context: Context,
    parent: QWidget,
    button: QPushButton,
    work: Callable[[Task], T],
    say: Callable[[T], None],
    then: QWidget | None = None,
) -> None:
    """Do something that may take over a second, with progress and *Batal* on its page.

    Args:
        context: runs it.
        parent: stands on the page; beside it a refusal is explained.
        button: what was pressed; meanwhile it cannot be pressed again.
        work: asks its task whether to stop, and reports to it.
        say: tells of the result.
        then: has the keys when it is done and nobody went elsewhere; the button when not given.
    """
    page = page_of(parent)
    strip = page.work_strip()
    if strip.is_busy:
        context.say(BUSY)
        return
    end = _grey(button, page)

    def finish(result: T) -> None:
        end(then or button)
        say(result)

    def fail(error: Exception) -> None:
        end(button)
        context.explain(parent, error)

    strip.run(button.text().replace("&", ""), work, finish, fail)


def _grey(button: QPushButton, page: QWidget) -> Callable[[QWidget], None]:
    """Grey a button; return what offers it again and gives the keys to somebody.

    Meanwhile the page has them, if the button had: its neighbour, to which Qt hands them, would be
    pressed by a hasty key.
    """
    if page.window().focusWidget() is button:
        page.setFocus()
    button.setEnabled(False)

    def end(heir: QWidget) -> None:
        button.setEnabled(True)
        # Also while another window is in front.
        if page.window().focusWidget() is page:
            heir.setFocus()

    return end
