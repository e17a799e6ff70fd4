"""The button of a page that opens *Mode baca* of the chosen period."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget
from shiboken6 import isValid

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.pimpinan.kosong import TanpaIndikatorError
from kinerja_desktop.ui.base.context import Context

if TYPE_CHECKING:
    from kinerja_desktop.ui.pimpinan.window import ReadingWindow

_KEY, _NAME = "F11", "Mode baca"
_TIP = f"Tampilkan besar-besar untuk rapat, satu halaman per sasaran ({_KEY})"


class ReadingButton(QPushButton):
    """Opens it over the whole screen; a second press brings back what is open."""

    def __init__(self, context: Context, page: QWidget) -> None:
        """Make the button.

        Args:
            context: the window's.
            page: where it stands, and whose key F11 opens it.
        """
        super().__init__(_NAME)
        self._reason = ""
        self.offer("")
        self._context, self._page = context, page
        self.window_shown: ReadingWindow | None = None
        self.clicked.connect(self.open)
        key = QShortcut(QKeySequence(_KEY), page)
        key.setWhatsThis(_NAME)
        key.activated.connect(self.open)

    def offer(self, reason: str) -> None:
        """Let it be pressed, or grey it and say why; `reason` is empty for the former."""
        self._reason = reason
        self.setEnabled(not reason)
        self.setToolTip(reason or _TIP)

    def offer_for(self, periode: Periode, *, has_indikator: bool) -> None:
        """Grey it while there is nothing to read of a period."""
        self.offer("" if has_indikator else str(TanpaIndikatorError(periode)))

    def open(self) -> None:
        """Show the period that is chosen now; its key says why where there is nothing to show."""
        if self._reason:
            self._context.say(self._reason)
            return
        # The pages of a start need nothing of paper; the slides' figures come with it.
        from kinerja_desktop.ui.pimpinan.window import ReadingWindow

        shown = self.window_shown
        if shown is None or not isValid(shown) or not shown.isVisible():
            shown = ReadingWindow(self._context, self._page.window(), self._context.periode)
            self.window_shown = shown
            shown.showFullScreen()
        shown.activateWindow()
        shown.setFocus()
