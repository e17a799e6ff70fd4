"""The card of the year: what is due when, how it stands, and when it was done a year before."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QVBoxLayout

from kinerja_desktop.domain.angka.tanggal import BULAN
from kinerja_desktop.domain.kalender_tahun import ButirKalender
from kinerja_desktop.ui.base import style

_LETTERS_OF_MONTH = 3
_MOST = 9
_NOTHING = "Tidak ada yang jatuh tempo dalam setengah tahun ini."
_SOURCE = (
    "Batas Perjanjian Kinerja dan LKjIP menurut PermenPANRB 53/2014; triwulan diingatkan sebulan "
    "sesudah berakhir."
)


class YearCard(QFrame):
    """A line for each thing of the year; hidden while no Renstra asks for any."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("kartu")
        self._shown: tuple[date, Sequence[ButirKalender]] | None = None
        self.heading = _label("", "subjudul")
        self._shows_all = False
        self.more = QPushButton()
        self.more.clicked.connect(self._show_all)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(style.MEDIUM)
        self._grid.setVerticalSpacing(style.SMALL)
        self._grid.setColumnStretch(1, 3)
        self._grid.setColumnStretch(2, 2)
        layout = QVBoxLayout(self)
        layout.addWidget(self.heading)
        layout.addLayout(self._grid)
        layout.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(_label(_SOURCE, "redup", wraps=True))
        layout.addStretch()
        self.hide()

    def show_year(self, today: date, lines: Sequence[ButirKalender]) -> None:
        """Show what comes and what is late of a year; all of it when it is asked for."""
        self.setVisible(bool(lines))
        if (today, lines) == self._shown:
            return
        self._shown = (today, lines)
        last = max((line.tanggal.year for line in lines if line.tanggal), default=today.year)
        until = f"–{last}" if last > today.year else ""
        self.heading.setText(f"Kalender {today.year}{until}")
        self._fill()

    def _show_all(self) -> None:
        self._shows_all = True
        self._fill()

    def _fill(self) -> None:
        assert self._shown is not None, "it is filled with what is shown"
        today, lines = self._shown
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        coming = [line for line in lines if not _is_over(line, today)]
        shown = lines if self._shows_all else coming[:_MOST]
        if not shown:
            self._put(_label(_NOTHING, "redup", wraps=True), 0, 0, columns=3)
        for row, line in enumerate(shown):
            self._add(2 * row, line, today)
        over = len(lines) - len(coming)
        told = f", {over} sudah lewat" if over else ""
        self.more.setText(f"Tampilkan semua ({len(lines)}{told})")
        self.more.setVisible(len(shown) < len(lines))

    def _add(self, row: int, line: ButirKalender, today: date) -> None:
        sign = "✓" if line.is_done else "■" if line.is_late else ""
        name = "baik" if line.is_done else "bahaya" if line.is_late else "redup"
        self._put(_label(_write_day(line, today)), row, 0)
        self._put(_label(line.apa, wraps=True), row, 1)
        self._put(_label(f"{sign} {line.keadaan}".strip(), name, wraps=True), row, 2)
        if line.lalu:
            before = _label(f"Tahun lalu {line.lalu}", "redup", wraps=True)
            self._put(before, row + 1, 1, columns=2)

    def _put(self, label: QLabel, row: int, column: int, columns: int = 1) -> None:
        self._grid.addWidget(label, row, column, 1, columns, Qt.AlignmentFlag.AlignTop)
        # What is added to something shown already would wait for the event loop.
        label.show()


def _is_over(line: ButirKalender, today: date) -> bool:
    """Tell whether its day has passed and nobody is asked for it any more."""
    return line.tanggal is not None and line.tanggal < today and not line.is_late


def _write_day(line: ButirKalender, today: date) -> str:
    if line.tanggal is None:
        return "–"
    day = f"{line.tanggal.day} {BULAN[line.tanggal.month - 1][:_LETTERS_OF_MONTH]}"
    return day if line.tanggal.year == today.year else f"{day} {line.tanggal.year}"


def _label(text: str, name: str = "", *, wraps: bool = False) -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    return label
