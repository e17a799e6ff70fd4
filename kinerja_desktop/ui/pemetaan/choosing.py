"""The fields above the sheet: which sheet, what it is, which period, where the headings are."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QWidget,
)

from kinerja_desktop.domain.angka.periode import ROMAWI, TAHUN, TRIWULAN, Periode
from kinerja_desktop.services.pemetaan.headings import MOST_HEADING_ROWS, HeadingRows
from kinerja_desktop.services.pemetaan.kinds import KINDS, TableKind
from kinerja_desktop.services.pemetaan.saved import SavedMapping
from kinerja_desktop.services.pemetaan.view import SheetView
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.number_box import NumberBox
from kinerja_desktop.ui.pemetaan.settled_box import SettledBox

_PROPOSED = "(usulan program)"


class ChoiceBar(QWidget):
    """Holds what was chosen; it is told what fits, and tells what the clerk changed.

    Signals:
        sheet_chosen: another sheet: what it is, and its headings, are looked for anew.
        kind_chosen: another kind of table: the headings are looked for anew.
        rows_chosen: other rows of headings.
        saved_chosen: another mapping kept by name, or none.
    """

    sheet_chosen = Signal()
    kind_chosen = Signal()
    rows_chosen = Signal()
    saved_chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sheet_box, self.kind_box, self.saved_box = SettledBox(), SettledBox(), SettledBox()
        for kind in KINDS.values():
            self.kind_box.addItem(kind.title, kind.key)
        self.saved_box.addItem(_PROPOSED, None)
        for box in (self.sheet_box, self.kind_box, self.saved_box):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            box.setMinimumContentsLength(8)
        self.year_box, self.triwulan_box = NumberBox(), ChoiceBox()
        self.year_box.setRange(*TAHUN)
        self.triwulan_box.addItem("Setahun", None)
        for number, roman in zip(TRIWULAN, ROMAWI, strict=True):
            self.triwulan_box.addItem(f"TW {roman}", number)
        self.cumulative_box = QCheckBox("Jumlahnya s.&d. triwulan (kumulatif)")
        self.top_box, self.count_box = NumberBox(), NumberBox()
        self.top_box.setMinimum(1)
        self.count_box.setRange(1, MOST_HEADING_ROWS)
        self._lay_out()
        self.sheet_box.decided.connect(self.sheet_chosen)
        self.kind_box.decided.connect(self._choose_kind)
        self.saved_box.decided.connect(self.saved_chosen)
        self.top_box.valueChanged.connect(self.rows_chosen)
        self.count_box.valueChanged.connect(self.rows_chosen)
        self._picked = ""
        self._suit_kind()

    @property
    def is_kind_picked(self) -> bool:
        """Whether the clerk chose what the table is, and not the program."""
        return self._picked == self.kind.key

    @property
    def kind(self) -> TableKind:
        """What the table is."""
        return KINDS[self.kind_box.itemData(self.kind_box.settled)]

    @property
    def focused(self) -> QWidget | None:
        """The field that has the focus, which it cannot keep while it is greyed."""
        widget = self.window().focusWidget()
        return widget if widget is not None and self.isAncestorOf(widget) else None

    @property
    def sheet(self) -> int:
        """The place of the sheet."""
        return self.sheet_box.settled

    @property
    def rows(self) -> HeadingRows:
        """Which rows are headings."""
        return HeadingRows(self.top_box.value() - 1, self.count_box.value())

    @property
    def periode(self) -> Periode:
        """Year, and triwulan where the kind of table asks for one."""
        triwulan = self.triwulan_box.currentData() if self.kind.by_triwulan else None
        return Periode(self.year_box.value(), triwulan)

    @property
    def is_cumulative(self) -> bool:
        """Whether amounts count from the beginning of the year."""
        return self.kind.key == "realisasi_anggaran" and self.cumulative_box.isChecked()

    @property
    def saved(self) -> SavedMapping | None:
        """The mapping kept by name that was chosen; None for the program's proposal."""
        found: SavedMapping | None = self.saved_box.itemData(self.saved_box.settled)
        return found

    @property
    def saved_names(self) -> set[str]:
        """The names of all mappings kept, without regard to capitals."""
        return {name.casefold() for name in self.saved_titles}

    @property
    def saved_titles(self) -> list[str]:
        """The names of all mappings kept, as they were written."""
        return [self.saved_box.itemText(place) for place in range(1, self.saved_box.count())]

    def set_periode(self, periode: Periode) -> None:
        """Follow the period of the window."""
        self.year_box.setValue(periode.tahun)
        self.triwulan_box.setCurrentIndex(self.triwulan_box.findData(periode.triwulan))

    def show_sheets(self, titles: Sequence[str], chosen: int) -> None:
        """Offer the sheets of another workbook."""
        self.sheet_box.clear()
        self.sheet_box.addItems(titles)
        self.sheet_box.setCurrentIndex(chosen)

    def show_saved(self, saved: Iterable[SavedMapping]) -> None:
        """Offer the mappings kept; the choice stays when it is still there."""
        kept = self.saved.id if self.saved else None
        self.saved_box.clear()
        self.saved_box.addItem(_PROPOSED, None)
        for one in saved:
            self.saved_box.addItem(one.nama, one)
            if one.id == kept:
                self.saved_box.setCurrentIndex(self.saved_box.count() - 1)

    def choose_kind(self, key: str) -> None:
        """Show a kind of table without asking for a new proposal."""
        self.kind_box.setCurrentIndex(self.kind_box.findData(key))
        self._suit_kind()

    def show_view(self, view: SheetView) -> None:
        """Show where the headings were found, and the period that the title names."""
        with _silent(self.top_box, self.count_box):
            self.top_box.setMaximum(max(len(view.lines), 1))
            self.top_box.setValue(view.rows.top + 1)
            self.count_box.setValue(view.rows.count)
        self.cumulative_box.setChecked(view.cumulative)
        if view.tahun is not None:
            self.year_box.setValue(view.tahun)
        if view.triwulan is not None:
            self.triwulan_box.setCurrentIndex(self.triwulan_box.findData(view.triwulan))

    def _choose_kind(self) -> None:
        self.saved_box.setCurrentIndex(0)
        self._picked = self.kind.key
        self._suit_kind()
        self.kind_chosen.emit()

    def _suit_kind(self) -> None:
        self.year_box.setEnabled(self.kind.by_year)
        self.triwulan_box.setEnabled(self.kind.by_triwulan)
        self.cumulative_box.setVisible(self.kind.key == "realisasi_anggaran")

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(style.SMALL)
        grid.setVerticalSpacing(style.SMALL)
        fields: tuple[tuple[str, QWidget, int, int], ...] = (
            ("&Lembar", self.sheet_box, 0, 0), ("&Bagian", self.kind_box, 0, 2),
            ("&Pemetaan", self.saved_box, 1, 0),
        )  # fmt: skip
        for text, field, row, column in fields:
            grid.addWidget(_caption(text, field), row, column)
            grid.addWidget(field, row, column + 1)
        numbers = QHBoxLayout()
        numbers.setSpacing(style.SMALL)
        entries: tuple[tuple[str, QWidget], ...] = (
            ("T&ahun", self.year_box), ("Tri&wulan", self.triwulan_box),
            ("&Judul di baris", self.top_box), ("Seban&yak", self.count_box),
        )  # fmt: skip
        for text, field in entries:
            numbers.addWidget(_caption(text, field))
            numbers.addWidget(field)
            numbers.addSpacing(style.MEDIUM)
        numbers.addWidget(self.cumulative_box)
        numbers.addStretch()
        grid.addLayout(numbers, 2, 0, 1, 4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self._grid = grid

    def add_beside_saved(self, *widgets: QWidget) -> None:
        """Put buttons beside the mappings kept."""
        row = QHBoxLayout()
        for widget in widgets:
            row.addWidget(widget)
        row.addStretch()
        self._grid.addLayout(row, 1, 2, 1, 2)


def _caption(text: str, field: QWidget) -> QLabel:
    label = QLabel(text)
    label.setBuddy(field)
    field.setAccessibleName(text.replace("&", ""))
    return label


@contextmanager
def _silent(*widgets: QWidget) -> Iterator[None]:
    for widget in widgets:
        widget.blockSignals(True)
    yield
    for widget in widgets:
        widget.blockSignals(False)
