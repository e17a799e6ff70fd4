"""When DPA and DPPA came into force: one date each for all pagu of a year."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.services.rencana.anggaran import TANGGAL
from kinerja_desktop.ui.base import style

#: Stores a date under one of `TANGGAL`; False when refused (and explained).
SaveDate = Callable[[str, date | None], bool]

_WIDTH = 100


class BudgetDates(QWidget):
    """A line of two dates, kept when they are left."""

    def __init__(self, save: SaveDate) -> None:
        super().__init__()
        self._save = save
        self._shown: dict[str, date | None] = dict.fromkeys(TANGGAL)
        self.note = QLabel()
        self.note.setObjectName("bahaya")
        self.lines: dict[str, QLineEdit] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for name in TANGGAL:
            field = SECTIONS["pagu"].field(name)
            line = QLineEdit()
            line.setObjectName(name)
            line.setPlaceholderText("tgl-bln-tahun")
            line.setFixedWidth(_WIDTH)
            line.editingFinished.connect(self._commit)
            label = QLabel(field.label)
            label.setBuddy(line)
            row.addWidget(label)
            row.addWidget(line)
            row.addSpacing(style.LARGE)
            self.lines[name] = line
        row.addWidget(self.note, 1)

    def show_dates(self, dates: Mapping[str, date | None]) -> None:
        """Show the dates of a year; one that is being typed stays."""
        self._shown = dict(dates)
        for name, line in self.lines.items():
            if not line.hasFocus():
                line.setText(SECTIONS["pagu"].field(name).format(dates[name]))

    def _commit(self) -> None:
        self.note.clear()
        for name, line in self.lines.items():
            field = SECTIONS["pagu"].field(name)
            try:
                day = field.parse(line.text())
            except ValueError as error:
                self.note.setText(str(error))
                continue
            if day != self._shown[name] and not self._save(name, day):
                line.setText(field.format(self._shown[name]))
