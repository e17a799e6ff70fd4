"""The lines of officials on their page: one line each, or two where the screen is narrow."""

from collections.abc import Callable, Mapping
from datetime import date
from itertools import zip_longest
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QWidget,
)

from kinerja_desktop.domain.angka.batas_tanggal import BatasTanggal
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.sections.pejabat import PERAN, STATUS_PENEMPATAN
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.date_field import DateField
from kinerja_desktop.ui.base.line_text import show_beginning

_HEADS = {
    "jabatan": "Jabatan", "peran": "Peran", "nama": "Nama", "nip": "NIP", "pangkat": "Pangkat",
    "status": "Status", "mulai": "Menjabat sejak",
}  # fmt: skip
CHOICES = ("peran", "status")
_SECTION_OF = {"nama": "pejabat", "nip": "pejabat", "pangkat": "pejabat"}
_HELP = {name: SECTIONS[_SECTION_OF.get(name, "penempatan")].field(name).bantuan for name in _HEADS}
_Shape = tuple[tuple[str, ...], ...]
_WIDE: _Shape = (tuple(_HEADS),)
_NARROW: _Shape = (("jabatan", "nama", "nip"), ("peran", "pangkat", "status", "mulai"))
_REMOVE = "hapus"
#: What must be read whole in a field.
_SAMPLES = {
    "jabatan": "Sekretaris Kecamatan",
    "nama": "Drs. NAMA LENGKAP, S.Sos., M.Si",
    # As the program writes it.
    "nip": "00000000 000000 0 000",
    "pangkat": "Pembina Tingkat I / IV.b",
    "mulai": "00-00-0000 000",
}
_ROLE_LETTERS = len("Sekretaris Kecamatan")
_WIDE_STRETCH, _NARROW_STRETCH = (4, 0, 3, 0, 1), (1, 1, 1)


#: The editors of one official, by name.
Official = dict[str, Any]


class OfficialLines(QWidget):
    """Lines that can be added and taken away; the first one, the Camat's, stays.

    Signals:
        changed: something was typed or chosen, or a line has gone.
    """

    changed = Signal()

    def __init__(self, since: date, today: date) -> None:
        super().__init__()
        self._since, self._today = since, today
        self.rows: list[Official] = []
        self._shape = _WIDE
        self._heads = {name: QLabel(f"<b>{head}</b>") for name, head in _HEADS.items()}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(style.SMALL)
        self._grid.setVerticalSpacing(style.SMALL)

    def add(self, jabatan: str, peran: str) -> Official:
        """Add a line and return it."""
        row: Official = {
            "jabatan": _Line(jabatan),
            "peran": _combo(PERAN, peran),
            "nama": _Line(),
            "nip": _Line(),
            "pangkat": _Line(),
            "status": _combo(STATUS_PENEMPATAN, "definitif"),
            "mulai": DateField(self._since, required=True),
        }
        row["mulai"].watch(BatasTanggal(self._today).describe_odd)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        row["peran"].setSizeAdjustPolicy(policy)
        row["peran"].setMinimumContentsLength(_ROLE_LETTERS)
        for name, sample in _SAMPLES.items():
            _make_room(row[name], sample)
        for name, editor in row.items():
            editor.setWhatsThis(_HELP[name])
            told = editor.currentIndexChanged if name in CHOICES else editor.textChanged
            told.connect(self.changed)
        if self.rows:
            row[_REMOVE] = _make_remove_button(lambda: self.remove(row))
        self.rows.append(row)
        self._arrange()
        return row

    def remove(self, row: Official) -> None:
        """Take a line away."""
        self.rows.remove(row)
        for editor in row.values():
            self._grid.removeWidget(editor)
            editor.hide()
            editor.deleteLater()
        self._arrange()
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take two lines for each where one has no room."""
        super().resizeEvent(event)
        shape = _WIDE if event.size().width() >= self._width(_WIDE) else _NARROW
        if shape != self._shape:
            self._shape = shape
            self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Ask for no more width than two lines for each need."""
        return QSize(self._width(_NARROW), super().minimumSizeHint().height())

    def _width(self, shape: _Shape) -> int:
        row = self.rows[-1]
        columns = zip_longest(*shape)
        widths = [max(_least(row[name]) for name in column if name) for column in columns]
        button = _least(row[_REMOVE]) if _REMOVE in row and len(shape) == 1 else 0
        return sum(widths) + button + style.SMALL * len(widths)

    def _arrange(self) -> None:
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        for line in range(self._grid.rowCount()):
            self._grid.setRowMinimumHeight(line, 0)
        before = self._place(0, self._heads, self._heads["jabatan"])
        for number, row in enumerate(self.rows, start=1):
            for name, head in _HEADS.items():
                row[name].setAccessibleName(f"{head} {number}")
            if _REMOVE in row:
                row[_REMOVE].setAccessibleName(f"Hapus baris {number}")
            before = self._place(number, row, before)
        is_wide = len(self._shape) == 1
        for column, stretch in enumerate(_WIDE_STRETCH if is_wide else _NARROW_STRETCH):
            self._grid.setColumnStretch(column, stretch)
        self.updateGeometry()

    def _place(self, number: int, row: Mapping[str, QWidget], before: QWidget) -> QWidget:
        """Put an official, or the headings, into the lines; Tab goes through them as they stand."""
        height = len(self._shape)
        first = number * (height + 1)
        for place, names in enumerate(self._shape):
            wanted = [*names, *([_REMOVE] if place == 0 and _REMOVE in row else [])]
            for column, name in enumerate(wanted):
                self._grid.addWidget(row[name], first + place, column)
                self.setTabOrder(before, row[name])
                before = row[name]
        self._grid.setRowMinimumHeight(first + height, style.MEDIUM if height > 1 else 0)
        return before


class _Line(QLineEdit):
    """Shows the beginning of its text when the cursor has left, and all of it when pointed at."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.textChanged.connect(self.setToolTip)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        show_beginning(self)


def _least(widget: QWidget) -> int:
    return widget.minimumSizeHint().expandedTo(widget.minimumSize()).width()


def _make_room(line: QLineEdit, sample: str) -> None:
    """Make a line wide enough for what is written in it, so that nothing is cut off."""
    line.setMinimumWidth(line.fontMetrics().horizontalAdvance(sample) + 3 * style.SMALL)


def _make_remove_button(remove: Callable[[], None]) -> QPushButton:
    button = QPushButton(style.icon("hapus"), "", autoDefault=False)
    button.setToolTip("Hapus baris ini")
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    button.clicked.connect(remove)
    return button


def _combo(choices: dict[str, str], chosen: str) -> QComboBox:
    box = ChoiceBox()
    for value, label in choices.items():
        box.addItem(label, value)
    box.setCurrentIndex(box.findData(chosen))
    return box
