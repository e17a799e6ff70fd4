"""The page as it will print, beside what is being written."""

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.pratinjau import Pratinjau
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.paper.preview import PdfPreview

PATIENCE = 300  # milliseconds: several strokes in a row are one preview
_WORKING = "Sedang menyusun halaman…"

Build = Callable[[Office], Pratinjau]


class LivePreview(QWidget):
    """Builds one preview at a time on the worker; only the latest that was asked for is shown."""

    #: It has come into sight, by itself or with its page.
    shown = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._wanted: tuple[str, Build] | None = None
        self._is_building = False
        self._shown = ""
        self._timer = QTimer(self, singleShot=True, interval=PATIENCE)
        self._timer.timeout.connect(self._build)
        self.preview = PdfPreview()
        # Else it would keep the window too wide for the page to notice that it must go.
        self.setMinimumWidth(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.preview)

    def ask(self, kunci: str, build: Build, *, at_once: bool = False) -> None:
        """Ask for another preview; nothing is built while this is hidden.

        Args:
            kunci: the section that should be in sight.
            build: builds it, on the worker.
            at_once: false waits until nobody types any more.
        """
        self._wanted = (kunci, build)
        if not self.preview.pdf:
            self.preview.show_message(_WORKING)
        self._timer.start(0 if at_once else PATIENCE)

    def showEvent(self, event: QShowEvent) -> None:
        """Build what was asked for before this left the sight."""
        super().showEvent(event)
        if self._wanted is not None:
            self._timer.start(PATIENCE)
        self.shown.emit()

    def forget(self, message: str) -> None:
        """Show a sentence instead, and drop what was asked for."""
        self._timer.stop()
        self._wanted = None
        self._shown = ""
        self.preview.show_message(message)

    def _build(self) -> None:
        if self._wanted is None or self._is_building or not self.isVisible():
            return
        (kunci, build), self._wanted = self._wanted, None
        self._is_building = True
        self._context.tasks.run(
            lambda task: build(self._context.office),
            done=lambda pratinjau: self._finish(lambda: self._show(kunci, pratinjau)),
            failed=lambda error: self._finish(lambda: self._tell(error)),
        )

    def _finish(self, show: Callable[[], None]) -> None:
        self._is_building = False
        if self._wanted is None:
            show()
        elif not self._timer.isActive():
            # Asked for while this one was built, and nobody has typed since.
            self._build()

    def _show(self, kunci: str, pratinjau: Pratinjau) -> None:
        bars = self.preview.view.verticalScrollBar(), self.preview.view.horizontalScrollBar()
        places = [bar.value() for bar in bars]
        self.preview.show_pdf(pratinjau.pdf)
        if kunci == self._shown:
            for bar, place in zip(bars, places, strict=True):
                bar.setValue(place)
        else:
            self.preview.go_to(pratinjau.halaman, pratinjau.atas)
        self._shown = kunci

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, KinerjaError):
            raise error
        self._shown = ""
        self.preview.show_message(str(error))
