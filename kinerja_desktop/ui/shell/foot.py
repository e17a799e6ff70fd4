"""The line below every page: what was done last, what waits, what is saved and kept twice."""

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QStyle, QStyleOption

from kinerja_desktop.services.riwayat.status import StatusKantor
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.waiting import WAITING_WORDS
from kinerja_desktop.ui.shell.clock_words import write_clock, write_day_and_clock
from kinerja_desktop.ui.shell.diary_button import DiaryButton
from kinerja_desktop.ui.shell.people_button import PeopleButton
from kinerja_desktop.ui.shell.result_line import ResultLine

_SAID_MS = 8000
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.TextElideMode.ElideRight
#: What is read sooner needs no word.
_BUSY_AFTER_MS = 400


class Foot(QStatusBar):
    """Says quietly what a box would only say loudly."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.result = ResultLine(context)
        self.addWidget(self.result, 1)
        self.saved_label, self.backup_label = QLabel(), QLabel()
        self.saved_label.setContentsMargins(style.MEDIUM, 0, style.LARGE, 0)
        # The line ends where the pages do, in a maximised window too; its frame resizes another.
        self.setSizeGripEnabled(False)
        self.backup_label.setContentsMargins(0, 0, style.LARGE, 0)
        self.waiting_label = QLabel()
        self.waiting_label.setObjectName("pita")
        self.waiting_label.hide()
        self.busy_label = QLabel("Bekerja…")
        self.busy_label.setObjectName("redup")
        self.busy_label.hide()
        self._busy_after = QTimer(self, singleShot=True, interval=_BUSY_AFTER_MS)
        self._busy_after.timeout.connect(self.busy_label.show)
        self.people_button = PeopleButton(context)
        self.diary_button = DiaryButton(context)
        for button in (self.people_button, self.diary_button):
            self.addPermanentWidget(button)
        for widget in (self.busy_label, self.waiting_label, self.saved_label, self.backup_label):
            self.addPermanentWidget(widget)
        self.messageChanged.connect(self.setToolTip)
        context.said.connect(lambda text: self.showMessage(text, _SAID_MS))
        context.tasks.busy_changed.connect(self._show_busy)

    def shown_message(self) -> str:
        """Return what was said last, as far as there is room; the tooltip has all of it."""
        room = self._room().width()
        return self.fontMetrics().elidedText(self.currentMessage(), _RIGHT, room)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say it with … where it does not fit: Qt cuts it in the middle of a word."""
        if not self.currentMessage():
            super().paintEvent(event)
            return
        painter, option = QPainter(self), QStyleOption()
        option.initFrom(self)
        look = self.style()
        look.drawPrimitive(QStyle.PrimitiveElement.PE_PanelStatusBar, option, painter, self)
        look.drawItemText(
            painter, self._room(), int(_LEFT), self.palette(), self.isEnabled(),
            self.shown_message(), self.foregroundRole(),
        )  # fmt: skip
        painter.end()

    def _room(self) -> QRect:
        """Return where words have room: up to what always stands on the right."""
        kept = [
            part.x()
            for part in (
                self.people_button, self.diary_button, self.busy_label, self.waiting_label,
                self.saved_label,
            )
            if part.isVisible()
        ]  # fmt: skip
        right = min(kept, default=self.width()) - style.SMALL
        return self.rect().adjusted(style.MEDIUM, 0, right - self.width(), 0)

    def show_waiting(self, count: int) -> None:
        """Say how many entries wait to be stored; nothing when none does."""
        self.waiting_label.setText(f"{count} isian {WAITING_WORDS}")
        self.waiting_label.setVisible(count > 0)

    def show_status(self, status: StatusKantor) -> None:
        """Say when the last deed was stored and the last backup made."""
        today = self._context.office.today()
        self.saved_label.setText(
            f"Tersimpan {write_clock(status.tersimpan)}" if status.tersimpan else "Belum ada data"
        )
        self.backup_label.setText(
            f"Cadangan terakhir {write_day_and_clock(status.cadangan, today)}"
            if status.cadangan
            else "Belum ada cadangan"
        )

    def _show_busy(self, count: int) -> None:
        if not count:
            self._busy_after.stop()
            self.busy_label.hide()
        elif not self._busy_after.isActive() and self.busy_label.isHidden():
            self._busy_after.start()
