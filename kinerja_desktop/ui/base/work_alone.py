"""Work during which nobody may touch the data: the window waits behind its progress."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.tasks import Task
from kinerja_desktop.ui.base.work_strip import WorkStrip

T = TypeVar("T")

_WIDTH = 560


class AloneDialog(QDialog):
    """Stands before the window until the work has ended; Esc and the cross are its *Batal*."""

    def __init__(self, context: Context, parent: QWidget, title: str, words: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setFixedWidth(_WIDTH)
        told = QLabel(words)
        told.setWordWrap(True)
        self.strip = WorkStrip(context)
        # Enter, pressed once too often in the question before, is no wish to stop.
        self.strip.cancel_button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(style.MEDIUM)
        layout.addWidget(told)
        layout.addWidget(self.strip)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height that the words and the strip need at this width."""
        super().showEvent(event)
        layout = self.layout()
        assert layout is not None
        self.setFixedHeight(layout.totalHeightForWidth(_WIDTH))

    def reject(self) -> None:
        """Ask the work to stop; the dialog goes when it has."""
        self.strip.cancel()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.strip.is_busy:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)


def run_alone(
    context: Context,
    parent: QWidget,
    texts: tuple[str, str, str],
    work: Callable[[Task], T],
    done: Callable[[T], None],
    failed: Callable[[Exception], None],
) -> AloneDialog:
    """Run work on the worker while the window waits.

    Args:
        context: the window's.
        parent: over which its progress stands.
        texts: the title, what the clerk should know meanwhile, and what is being done.
        work: asks its task whether to stop, and reports to it.
        done: gets the result, when the window is free again.
        failed: gets the exception, also that of a cancelled work.
    """
    title, words, text = texts
    dialog = AloneDialog(context, parent, title, words)

    def leave() -> None:
        dialog.accept()
        dialog.deleteLater()

    def finish(result: T) -> None:
        leave()
        done(result)

    def fail(error: Exception) -> None:
        leave()
        failed(error)

    dialog.strip.run(text, work, finish, fail)
    dialog.show()
    return dialog
