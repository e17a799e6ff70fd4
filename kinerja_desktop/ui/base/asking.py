"""A question that something must be read for: asked once, also when its button is clicked twice."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base.context import Context

T = TypeVar("T")

_ASKING = "sedang_bertanya"


def ask_after(
    context: Context, parent: QWidget, read: Callable[[Office], T], ask: Callable[[T], None]
) -> None:
    """Read on the worker, then ask; until it is answered the same is not asked again.

    Args:
        context: the window's.
        parent: whose question it is; one at a time.
        read: touches no widget.
        ask: shows a dialog, and does what was answered.
    """
    if parent.property(_ASKING):
        return
    parent.setProperty(_ASKING, True)

    def done(found: T) -> None:
        if not isValid(parent):
            return
        try:
            ask(found)
        finally:
            end()

    def failed(error: Exception) -> None:
        end()
        context.explain(parent if isValid(parent) else None, error)

    def end() -> None:
        if isValid(parent):
            parent.setProperty(_ASKING, False)

    context.tasks.run(lambda task: read(context.office), done=done, failed=failed)
