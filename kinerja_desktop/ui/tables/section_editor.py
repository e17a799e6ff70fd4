"""The rows of one section: a table to find them in, a form to change them in."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.sections.fields import Section
from kinerja_desktop.domain.sections.new_rows import list_asked
from kinerja_desktop.services.kantor.data_entry import (
    Row,
    Tabel,
    add_row,
    blank_row,
    change_field,
    list_warnings,
    read_tabel,
    remove_row,
)
from kinerja_desktop.services.riwayat.cell_history import CellPlace
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.dropped_at import is_on
from kinerja_desktop.ui.base.empty_state import EmptyState
from kinerja_desktop.ui.base.waiting import Stored
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.tables.add_dialog import AddDialog, Tell
from kinerja_desktop.ui.tables.cell_history import offer_history
from kinerja_desktop.ui.tables.record_form import RecordForm
from kinerja_desktop.ui.tables.record_table import RecordTableModel, SortedRows
from kinerja_desktop.ui.tables.row_table import RowTable
from kinerja_desktop.ui.tables.section_words import NO_WORDS, SectionWords

_MOST_COLUMNS = 4


class SectionEditor(QWidget):
    """One description of a section gives its table, its form and its checks.

    Signals:
        row_chosen: the row under the cursor, None for none.
    """

    row_chosen = Signal(object)

    def __init__(
        self,
        context: Context,
        section: Section,
        *,
        columns: Sequence[str] = (),
        names: Sequence[str] | None = None,
        where: Callable[[], Mapping[str, Any]] = dict,
        empty: str = "",
        before: tuple[str, str] | None = None,
        start: Callable[[], Mapping[str, Any]] = dict,
        first: Callable[[Row], bool] = lambda _: False,
    ) -> None:
        """Make the editor.

        Args:
            context: the window's.
            section: what is edited.
            columns: fields shown in the table; chosen by itself when not given.
            names: fields shown in the form; all when not given.
            where: values that the rows have and new rows get, such as the year.
            empty: why there may be no rows, and what to do.
            before: key and title of the tab whose rows these belong to; while it has none, one is
                sent there first.
            start: what new rows begin with, such as the next number.
            first: finds the row that the cursor begins on; the uppermost when not given.
        """
        super().__init__()
        self.context = context
        self.section = section
        self._names = names
        self._where = where
        self._start = start
        self._first = first
        self._words = NO_WORDS
        self._rows: dict[UUID, Row] = {}
        self._wanted: UUID | None = None
        self.model = RecordTableModel(section, columns or _main_columns(section), parent=self)
        self.sorted = SortedRows(self)
        self.sorted.setSourceModel(self.model)
        self.table = RowTable(self.sorted, self.model.fields)
        self.table.setAccessibleName(section.title)
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        offer_history(context, self.table, self._locate, self._name, "&Riwayat baris ini")
        self.search = QLineEdit()
        self.search.setPlaceholderText(f"Cari {section.title}…")
        self.search.setClearButtonEnabled(True)
        self.search.setAccessibleName(f"Cari {section.title}")
        self.search.textChanged.connect(self.sorted.setFilterFixedString)
        self.add_row_button = QPushButton(style.icon("tambah"), "Ta&mbah")
        self.add_row_button.clicked.connect(self.ask_new_row)
        self.remove_button = QPushButton(style.icon("hapus"), "&Hapus")
        writes(self.add_row_button, self.remove_button)
        self.remove_button.clicked.connect(self.remove_current)
        self.table.offer(self.add_row_button, self.remove_button)
        self.form = RecordForm(section, self._save, self._choices, names=names)
        self.warning = QLabel()
        self.warning.setObjectName("pita")
        self.warning.setWordWrap(True)
        self.warning.hide()
        self._before = before
        self._nothing = (
            empty or f"Belum ada {section.title}. Tekan Tambah untuk memasukkan yang pertama."
        )
        self.empty = EmptyState(self._nothing)
        self.empty.hide()
        self._buttons = QHBoxLayout()
        # Whoever is sent here has come to add what is missing.
        self.setFocusProxy(self.add_row_button)
        self._arrange()

    def add_button(self, button: QPushButton) -> None:
        """Put another button beside *Tambah* and *Hapus*."""
        self._buttons.addWidget(button)

    def reload(self) -> None:
        """Read the rows again; the cursor stays on its row."""
        where = dict(self._where())
        key = self.section.key
        self.context.load(self, lambda office: read_tabel(office, key, **where), self._show)

    def open_find(self) -> None:
        """Look for something in the table."""
        self.search.setFocus()
        self.search.selectAll()

    def current_id(self) -> UUID | None:
        """Return the id of the row under the cursor."""
        index = self.table.currentIndex()
        if not index.isValid():
            return None
        found: UUID = self.model.row_id(self.sorted.mapToSource(index))
        return found

    def current_name(self) -> str:
        """Return what stands in the first columns of the row under the cursor."""
        return self._name(self.table.currentIndex())

    def _locate(self, index: QModelIndex) -> CellPlace:
        row_id = self.model.row_id(self.sorted.mapToSource(index))
        return CellPlace(self.section.key, {"id": row_id})

    def _name(self, index: QModelIndex) -> str:
        return " · ".join(
            str(index.siblingAtColumn(column).data() or "")
            for column in range(min(2, self.model.columnCount()))
        )

    def choose_row(self, row_id: UUID | None) -> None:
        """Put the cursor on a row."""
        place = self.model.find_row(row_id)
        if place >= 0:
            self.table.setCurrentIndex(self.sorted.mapFromSource(self.model.index(place, 0)))
            self.table.scrollTo(self.table.currentIndex())

    def is_on_rows(self, at: QPoint) -> bool:
        """Tell whether a place on the screen is on the table."""
        return is_on(self.table.viewport(), at)

    def row_at(self, at: QPoint) -> UUID | None:
        """Return the row at a place on the screen; None where there is none."""
        index = self.table.indexAt(self.table.viewport().mapFromGlobal(at))
        return self.model.row_id(self.sorted.mapToSource(index)) if index.isValid() else None

    def ask_new_row(self) -> None:
        """Ask for a new row and show it."""
        values = {**blank_row(self.section.key), **self._where(), **self._start()}
        shown = self._names or [field.name for field in self.section.fields]
        dialog = AddDialog(
            self,
            self.section,
            values,
            self._words,
            self._add,
            names=list_asked(self.section, shown),
            others=list(self._rows.values()),
        )
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.context.say(f"{self.section.title} ditambahkan.")

    def remove_current(self) -> None:
        """Remove the chosen rows, and go to their neighbour; Ctrl+Z brings them back."""
        row_ids, office, key = self._chosen_ids(), self.context.office, self.section.key
        if not row_ids:
            return
        name = f"{self.section.title} {self.current_name()}".strip(" ·")
        self._wanted = self._find_neighbour()
        stored = self.context.store(self, lambda: remove_row(office, key, *row_ids))
        if stored is Stored.DONE:
            what = name if len(row_ids) == 1 else f"{len(row_ids)} baris"
            self.context.say(f"{what} dihapus. Ctrl+Z mengembalikannya.")
            # One more Enter, meant for a question that is not asked, would remove the neighbour.
            self.table.setFocus()
        else:
            self._wanted = None

    def _find_neighbour(self) -> UUID | None:
        """Return the row below those that are chosen; the one above where they are the last."""
        chosen = [index.row() for index in self.table.selectionModel().selectedRows()]
        below, above = max(chosen) + 1, min(chosen) - 1
        row = below if below < self.sorted.rowCount() else above
        if row < 0:
            return None
        found: UUID = self.model.row_id(self.sorted.mapToSource(self.sorted.index(row, 0)))
        return found

    def _chosen_ids(self) -> list[UUID]:
        """Return the rows that are chosen, in their order on the screen."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        places = (self.sorted.mapToSource(self.sorted.index(row, 0)) for row in rows)
        return [row_id for place in places if (row_id := self.model.row_id(place)) is not None]

    def _show(self, tabel: Tabel) -> None:
        kept = self._wanted or self.current_id()
        self._wanted = None
        self._words = SectionWords(tabel.labels)
        self._rows = {row["id"]: row for row in tabel.rows}
        self.model.set_rows(tabel.rows, self._words.describe)
        self.empty.setText(self._explain_empty())
        self.empty.setVisible(not tabel.rows)
        self.table.setVisible(bool(tabel.rows))
        self.choose_row(kept)
        if not self.table.currentIndex().isValid():
            self._begin()
        self._choose()

    def _begin(self) -> None:
        wanted = next((row_id for row_id, row in self._rows.items() if self._first(row)), None)
        self.table.setCurrentIndex(self.sorted.index(0, 0))
        if wanted is not None:
            self.choose_row(wanted)
            self.table.scrollTo(self.table.currentIndex(), RowTable.ScrollHint.PositionAtTop)

    def _explain_empty(self) -> str:
        """Send to the tab before only while it, too, has no rows."""
        if self._before is None or self._words.choices(self._before[0]):
            return self._nothing
        return f"{self._nothing.split('. ')[0]}. Isi dulu tab {self._before[1]}, lalu tekan Tambah."

    def _choose(self) -> None:
        row_id = self.current_id()
        row = self._rows.get(row_id) if row_id else None
        words = self._words
        if row and row["id"] == self.form.row_id():
            self.form.refresh_row(row, words.describe, words.resolve)
        else:
            self.form.show_row(row, words.describe, words.resolve)
        self.remove_button.setEnabled(row is not None)
        self._warn(row)
        self.row_chosen.emit(row)

    def _warn(self, row: Row | None) -> None:
        problems = list_warnings(self.section.key, row) if row else []
        self.warning.setText("\n".join(str(problem) for problem in problems))
        self.warning.setVisible(bool(problems))

    def _save(self, name: str, value: Any) -> Stored | bool:
        row_id, office, key = self.form.row_id(), self.context.office, self.section.key
        if row_id is None:
            return False

        mark = self.form.mark(name, value)
        deed = partial(change_field, office, key, row_id, name, value)
        return self.context.store(self, deed, mark)

    def _add(self, values: dict[str, Any], tell: Tell) -> bool:
        plain = {name: value for name, value in values.items() if name != "id"}
        office, key = self.context.office, self.section.key
        self._wanted = self.context.attempt(self, lambda: add_row(office, key, plain), tell)
        return self._wanted is not None

    def _choices(self, section: str) -> Sequence[str]:
        return self._words.choices(section)

    def _arrange(self) -> None:
        self._buttons.addWidget(self.search, 1)
        self._buttons.addWidget(self.add_row_button)
        self._buttons.addWidget(self.remove_button)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.empty, 1)
        column.addWidget(self.table, 1)
        right = QWidget()
        form = QVBoxLayout(right)
        form.setContentsMargins(0, 0, 0, 0)
        form.addWidget(self.warning)
        form.addWidget(self.form, 1)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([1050, 1000])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        layout.addLayout(self._buttons)
        layout.addWidget(splitter, 1)


def _main_columns(section: Section) -> list[str]:
    """Return the fields by which people know a row."""
    wanted = [f.name for f in section.fields if f.required or f.name in section.kunci]
    return (wanted or [f.name for f in section.fields])[:_MOST_COLUMNS]
