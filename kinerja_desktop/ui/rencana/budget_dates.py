"""When DPA and DPPA came into force: one date each for all pagu of a year."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from kinerja_desktop.domain.angka.batas_tanggal import bound_plan
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.services.rencana.anggaran import TANGGAL
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.date_field import DateField
from kinerja_desktop.ui.base.flow_layout import FlowLayout
from kinerja_desktop.ui.base.waiting import WAITING_WORDS, Mark, Stored
from kinerja_desktop.ui.base.writing import writes

#: Stores a date under one of `TANGGAL`; False when refused (and explained).
SaveDate = Callable[[str, date | None], Stored | bool]


class BudgetDates(QWidget):
    """A line of two dates, two lines where the window is narrow; kept when they are left."""

    def __init__(self, save: SaveDate, today: Callable[[], date]) -> None:
        super().__init__()
        self._today = today
        self._save = save
        self._shown: dict[str, date | None] = dict.fromkeys(TANGGAL)
        #: What the office holds, and what was typed and is not stored yet.
        self._known = dict(self._shown)
        self._tahun = 0
        self._waiting: dict[tuple[int, str], list[date | None]] = {}
        self.lines: dict[str, DateField] = {}
        flow = FlowLayout(self)
        for name in TANGGAL:
            field = SECTIONS["pagu"].field(name)
            line = DateField()
            writes(line)
            line.setObjectName(name)
            line.setFixedWidth(line.minimumWidth())
            line.reading.setWordWrap(False)
            line.watch(self._describe_odd)
            line.editingFinished.connect(self._commit)
            label = QLabel(field.label)
            label.setBuddy(line)
            # Two lines of a narrow window begin one below the other.
            label.setMinimumWidth(label.fontMetrics().horizontalAdvance("Tanggal DPPA"))
            holder = QWidget()
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, style.LARGE, 0)
            for widget in (label, line, line.reading):
                row.addWidget(widget)
            flow.addWidget(holder)
            self.lines[name] = line

    def show_dates(self, tahun: int, dates: Mapping[str, date | None]) -> None:
        """Show the dates of a year; one that is being typed, or is none, stays."""
        before = self._shown
        self._tahun, self._known = tahun, dict(dates)
        self._shown = {name: self._latest(name) for name in dates}
        for name, line in self.lines.items():
            is_odd = line.error() and before[name] == self._shown[name]
            if not line.hasFocus() and not is_odd:
                line.set_date(self._shown[name])
            is_waiting = (tahun, name) in self._waiting
            line.setToolTip(WAITING_WORDS.capitalize() if is_waiting else "")

    def mark(self, tahun: int, name: str, day: date | None) -> Mark:
        """Return how a date tells that it waits to be stored."""

        def wait() -> None:
            self._waiting.setdefault((tahun, name), []).append(day)
            self.show_dates(self._tahun, self._known)

        def settle(is_stored: bool) -> None:
            waiting = self._waiting[tahun, name]
            waiting.pop(0)
            if not waiting:
                del self._waiting[tahun, name]
            if is_stored and tahun == self._tahun:
                self._known[name] = day
            self.show_dates(self._tahun, self._known)

        return Mark(wait, settle)

    def _describe_odd(self, day: date) -> str:
        """A DPA is ratified in its year or at the end of the one before."""
        if not self._tahun:
            return ""
        bounds = bound_plan(self._tahun, self._today(), None, "", sejak=self._tahun - 1)
        return bounds.describe_odd(day)

    def _latest(self, name: str) -> date | None:
        waiting = self._waiting.get((self._tahun, name))
        return waiting[-1] if waiting else self._known[name]

    def _commit(self) -> None:
        for name, line in self.lines.items():
            day = line.day()
            if line.error() or day == self._shown[name]:
                continue
            taken = self._save(name, day)
            if not taken and taken is not Stored.KEPT:
                line.set_date(self._shown[name])
