"""The one field for a date: typed as people write it, or picked in a calendar."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCalendarWidget,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.tanggal import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    format_tanggal,
    format_tanggal_hari,
    format_tanggal_isian,
    parse_tanggal,
)
from kinerja_desktop.ui.base import style

_HINT = "tgl-bln-tahun"
_SAMPLE = "00 September 0000"
_HELP = "Tulis seperti 5-1-2026, 050126 atau 5 jan 2026; Alt+↓ membuka kalender."
_BLANK = "tanggalnya belum diisi"


class DateField(QLineEdit):
    """Never holds another date than the one that stands in it.

    What was typed is read at every key (`domain.angka.tanggal.parse_tanggal`), and `reading` says
    how: *Senin, 5 Januari 2026*, or why it is no date. A text that is none has no date at all,
    so that a date of before is never taken for it.

    Signals:
        date_changed: the text has another meaning now; its date, None for none.

    Attributes:
        reading: a line that says how the text is understood; put it where there is room.
        remark: a line of its own for what is odd about the date; None where `reading` says it.
    """

    date_changed = Signal(object)

    def __init__(self, day: date | None = None, *, required: bool = False) -> None:
        """Make the field.

        Args:
            day: the date that it begins with.
            required: a blank is a mistake.
        """
        super().__init__()
        self._required = required
        self._error = ""
        self._judge: Callable[[date], str] = _find_nothing
        self._seen: date | None = None
        self.remark: QLabel | None = None
        self.reading = QLabel()
        self.reading.setWordWrap(True)
        self.setPlaceholderText(_HINT)
        self.setToolTip(_HELP)
        button = self.addAction(style.icon("kalender", "MUTED"), _TRAILING)
        button.setText("Buka kalender")
        button.setToolTip("Buka kalender (Alt+↓)")
        button.triggered.connect(self.open_calendar)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance(_SAMPLE) + 4 * style.LARGE)
        self.textChanged.connect(self._understand)
        self.set_date(day)
        self._understand()

    def day(self) -> date | None:
        """Return the date that stands in the field; None when it is blank or no date."""
        text = self.text().strip()
        try:
            return parse_tanggal(text) if text else None
        except ValueError:
            return None

    def set_date(self, day: date | None) -> None:
        """Write a date into the field; None empties it."""
        self._seen = day
        self.setText(format_tanggal_isian(day) if day else "")

    def watch(self, judge: Callable[[date], str]) -> None:
        """Tell beside the date what is odd about it; it can be taken all the same.

        Args:
            judge: returns it as a sentence without full stop, empty for nothing:
                `domain.angka.batas_tanggal.BatasTanggal.describe_odd`.
        """
        self._judge = judge
        self._understand()

    @property
    def is_watched(self) -> bool:
        """Whether something may be odd about the date."""
        return self._judge is not _find_nothing

    def tell_below(self) -> QLabel:
        """Return a line of its own for what is odd about the date; it is to be put below."""
        self.remark = QLabel()
        self.remark.setObjectName("ingat")
        self.remark.setWordWrap(True)
        self._understand()
        return self.remark

    def odd(self) -> str:
        """Return what is odd about the date; empty for nothing."""
        day = self.day()
        return self._judge(day) if day else ""

    def error(self) -> str:
        """Return what is wrong with the text, in words; empty when nothing is."""
        return self._error

    def open_calendar(self) -> None:
        """Show a month to pick a day in; not where the date can only be read."""
        if self.isReadOnly():
            return
        _Calendar(self).show_below()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a dialog takes an odd date only the second time: it is told while one types."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._wants_second_look():
            self._seen = self.day()
            return
        opens = event.modifiers() & Qt.KeyboardModifier.AltModifier
        if event.key() == Qt.Key.Key_Down and opens:
            self.open_calendar()
            return
        super().keyPressEvent(event)

    def _wants_second_look(self) -> bool:
        is_dialog = isinstance(self.window(), QDialog)
        return is_dialog and bool(self.odd()) and self.day() != self._seen

    def _understand(self) -> None:
        text = self.text().strip()
        self._error, told = "", ""
        try:
            if text:
                told = format_tanggal_hari(parse_tanggal(text))
            elif self._required:
                self._error = _BLANK
        except ValueError as error:
            self._error = str(error)
        wrong = self._error
        odd = self.odd()
        warning = f"△ {odd}." if odd else ""
        if self.remark is not None:
            self.remark.setText(warning)
            odd = ""
        elif odd:
            told = f"{told}. {warning}"
        self.reading.setText(f"{wrong[:1].upper()}{wrong[1:]}." if wrong else told)
        _rename(self.reading, "bahaya" if wrong else "ingat" if odd else "redup")
        self.setProperty("salah", bool(wrong and text))
        self.style().polish(self)
        self.date_changed.emit(self.day())


class _Calendar(QWidget):
    """A month below the field; a click or Enter takes the day."""

    def __init__(self, field: DateField) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._field = field
        self.month = QCalendarWidget()
        self.month.setObjectName("kalender")
        self.month.setLocale(QLocale(QLocale.Language.Indonesian))
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setDateRange(QDate(EARLIEST_YEAR, 1, 1), QDate(LATEST_YEAR, 12, 31))
        if day := field.day():
            self.month.setSelectedDate(QDate(day.year, day.month, day.day))
        self.month.clicked.connect(self._take)
        self.month.activated.connect(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.month)

    def show_below(self) -> None:
        """Show the month under its field, and give it the keys."""
        self.move(self._field.mapToGlobal(QPoint(0, self._field.height())))
        self.show()
        self.month.setFocus()

    def _take(self, day: QDate) -> None:
        self._field.set_date(date(day.year(), day.month(), day.day()))
        self.close()
        self._field.setFocus()


def make_date_row(caption: str, field: DateField) -> QVBoxLayout:
    """Make the line of a dialog that asks for a date: caption, field, how it is understood.

    What is odd about a date that is watched stands on lines of its own below.
    """
    label = QLabel(caption)
    label.setBuddy(field)
    # Room for two lines at once: a dialog does not grow by itself when it is told what is wrong.
    field.reading.setMinimumHeight(2 * field.fontMetrics().lineSpacing() + style.SMALL)
    field.date_changed.connect(lambda _: _make_room(field.reading))
    row = QHBoxLayout()
    row.addWidget(label)
    row.addWidget(field)
    row.addWidget(field.reading, 1)
    lines = QVBoxLayout()
    lines.addLayout(row)
    if field.is_watched:
        remark = field.tell_below()
        remark.setMinimumHeight(field.reading.minimumHeight())
        lines.addWidget(remark)
    return lines


def name_dated_deed(button: QPushButton, deed: str, field: DateField) -> None:
    """Let a button say what it will do: *Jadikan final, tertanggal 5 Januari 2026*.

    It waits while the field holds no date; the field's `reading` says why.
    """

    def name() -> None:
        day = field.day()
        button.setEnabled(day is not None)
        button.setText(f"{deed}, tertanggal {format_tanggal(day)}" if day else deed)

    field.date_changed.connect(name)
    name()


def _make_room(label: QLabel) -> None:
    """Let a longer sentence push the dialog's lines apart instead of being cut."""
    needed = label.heightForWidth(label.width())
    if label.isVisible() and needed > label.minimumHeight():
        label.setMinimumHeight(needed)


def _find_nothing(_day: date) -> str:
    return ""


def _rename(label: QLabel, name: str) -> None:
    if label.objectName() != name:
        label.setObjectName(name)
        label.style().polish(label)


_TRAILING = QLineEdit.ActionPosition.TrailingPosition
