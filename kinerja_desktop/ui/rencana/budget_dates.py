"""When DPA and DPPA came into force: one date each for all pagu of a year."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.services.rencana.anggaran import TANGGAL
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.date_field import DateField

#: Stores a date under one of `TANGGAL`; False when refused (and explained).
SaveDate = Callable[[str, date | None], bool]


class BudgetDates(QWidget):
    """A line of two dates, kept when they are left."""

    def __init__(self, save: SaveDate) -> None:
        super().__init__()
        self._save = save
        self._shown: dict[str, date | None] = dict.fromkeys(TANGGAL)
        self.lines: dict[str, DateField] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for name in TANGGAL:
            field = SECTIONS["pagu"].field(name)
            line = DateField()
            line.setObjectName(name)
            line.setFixedWidth(line.minimumWidth())
            line.reading.setWordWrap(False)
            line.editingFinished.connect(self._commit)
            label = QLabel(field.label)
            label.setBuddy(line)
            row.addWidget(label)
            row.addWidget(line)
            row.addWidget(line.reading)
            row.addSpacing(style.LARGE)
            self.lines[name] = line
        row.addStretch()

    def show_dates(self, dates: Mapping[str, date | None]) -> None:
        """Show the dates of a year; one that is being typed, or is none, stays."""
        before, self._shown = self._shown, dict(dates)
        for name, line in self.lines.items():
            is_odd = line.error() and before[name] == dates[name]
            if not line.hasFocus() and not is_odd:
                line.set_date(dates[name])

    def _commit(self) -> None:
        for name, line in self.lines.items():
            day = line.day()
            if line.error() or day == self._shown[name]:
                continue
            if not self._save(name, day):
                line.set_date(self._shown[name])
