"""When something happened that is noted only now: a date and a time, both blank for now."""

from datetime import date, datetime, time

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from kinerja_desktop.domain.angka.tanggal import WIB, format_tanggal_hari, parse_jam
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.date_field import DateField

_NOW = "sekarang"
_CLOCK = "jam"
_SAMPLE_TIME = "00.000"
_HELP = "Kosong berarti sekarang. Isi bila hal ini sudah terjadi lebih dahulu."


class MomentField(QWidget):
    """Blank for now; a time alone is one of today, a date alone asks for its time.

    Attributes:
        reading: a line that says how it is understood, or what is wrong; hidden while blank.
    """

    def __init__(self, caption: str = "Ter&jadi") -> None:
        super().__init__()
        self._today: date | None = None
        self.tanggal, self.jam = DateField(), QLineEdit()
        self.tanggal.setPlaceholderText(_NOW)
        self.tanggal.setToolTip(f"{_HELP} {self.tanggal.toolTip()}")
        self.tanggal.setAccessibleName("Kapan terjadi, tanggal")
        self.tanggal.setFixedWidth(self.tanggal.minimumWidth())
        self.jam.setPlaceholderText(_CLOCK)
        self.jam.setToolTip("Tulis seperti 14.30, 1430 atau 9.")
        self.jam.setAccessibleName("Kapan terjadi, jam")
        self.jam.setFixedWidth(
            self.jam.fontMetrics().horizontalAdvance(_SAMPLE_TIME) + 2 * style.LARGE
        )
        self.reading = QLabel()
        self.reading.setWordWrap(True)
        self.reading.hide()
        label = QLabel(caption)
        label.setBuddy(self.tanggal)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (label, self.tanggal, self.jam):
            row.addWidget(widget)
        row.addStretch()
        label.setVisible(bool(caption))
        self.tanggal.textChanged.connect(self._understand)
        self.jam.textChanged.connect(self._understand)

    def set_today(self, today: date) -> None:
        """Tell which day a time without a date belongs to."""
        self._today = today

    def clear(self) -> None:
        """Mean now again."""
        self.tanggal.clear()
        self.jam.clear()

    def is_blank(self) -> bool:
        """Tell whether nothing is typed, which means now."""
        return not self.tanggal.text().strip() and not self.jam.text().strip()

    def error(self) -> str:
        """Return what is wrong with what was typed, in words; empty when nothing is."""
        return "" if self.is_blank() else self._read()[1]

    def moment(self) -> datetime | None:
        """Return the moment that was typed; None for now, and while it is wrong."""
        return None if self.is_blank() else self._read()[0]

    def focus_wrong(self) -> None:
        """Put the focus where something is to be mended."""
        is_date = bool(self.tanggal.error())
        (self.tanggal if is_date else self.jam).setFocus()

    def _read(self) -> tuple[datetime | None, str]:
        if wrong := self.tanggal.error():
            return None, f"{wrong[:1].upper()}{wrong[1:]}."
        day = self.tanggal.day() or self._today
        if not self.jam.text().strip() or day is None:
            return None, "Isi juga jamnya, misalnya 14.30."
        try:
            clock: time = parse_jam(self.jam.text())
        except ValueError as error:
            return None, f"{str(error)[:1].upper()}{str(error)[1:]}."
        return datetime.combine(day, clock, WIB), ""

    def _understand(self) -> None:
        moment, wrong = (None, "") if self.is_blank() else self._read()
        told = ""
        if moment is not None:
            told = f"Terjadi {format_tanggal_hari(moment.date())} pukul {moment:%H.%M}."
        self.reading.setText(wrong or told)
        self.reading.setObjectName("bahaya" if wrong else "redup")
        self.reading.style().polish(self.reading)
        self.reading.setVisible(bool(wrong or told))
