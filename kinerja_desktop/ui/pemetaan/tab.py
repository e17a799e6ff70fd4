"""*Excel kantor*: take in a table that the office made itself, whatever its layout."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.progress import stop_if, stoppable
from kinerja_desktop.services.pemetaan.guessing import propose_sheet, propose_table
from kinerja_desktop.services.pemetaan.kinds import KINDS, TableKind
from kinerja_desktop.services.pemetaan.table_mapping import TableMapping
from kinerja_desktop.services.pemetaan.taking import (
    Choices,
    OwnBook,
    TableCancelledError,
    read_own_book,
)
from kinerja_desktop.services.pemetaan.view import (
    SheetView,
    keep_choices,
    view_anew,
    view_proposed,
    view_saved,
)
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.tasks import Task
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.pemetaan.choosing import ChoiceBar
from kinerja_desktop.ui.pemetaan.column_table import ColumnModel, ColumnTable
from kinerja_desktop.ui.pemetaan.previewing import preview_table
from kinerja_desktop.ui.pemetaan.saved_deeds import SavedDeeds
from kinerja_desktop.ui.pemetaan.sheet_table import SheetModel, SheetTable
from kinerja_desktop.ui.tables.import_preview import ImportPreview, Pratinjau

_PATTERN = "Tabel (*.xlsx *.ods *.xls *.xlsb *.csv *.tsv *.txt)"
_BEGIN = (
    "Tabel Excel kantor dengan susunan apa pun: program mencari baris judul dan isian tiap kolom, "
    "Anda membetulkannya, lalu semua perubahan diperlihatkan sebelum dimasukkan."
)
_TAKEN = (
    "Yang dapat diambil: {kinds}.\n\nBerkas XLSX, XLS, XLSB, ODS, CSV atau TXT. Judul boleh dua "
    "atau tiga baris dan bersel gabungan, kode boleh terpecah di beberapa kolom; baris jumlah dan "
    "baris kosong dilewati. Sel kosong tidak menghapus apa pun.\n\nSusunan yang sudah dibetulkan "
    "dapat disimpan sebagai pemetaan, dan dipakai lagi tahun depan.{saved}"
)
_KEYS = "Enter: pilih isian kolom itu · Delete: kolom itu tidak diambil"


class OwnTableTab(QWidget):
    """Two steps: what the columns mean, then what would change.

    Attributes:
        TABLES: names of the tables that it shows, for the page on which it stands.
    """

    TABLES = SavedDeeds.TABLES

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._book: OwnBook | None = None
        self._asker: QWidget | None = None
        self.open_button = QPushButton(style.icon("excel", "ON_ACCENT"), "P&ilih tabel…")
        self.open_button.setObjectName("utama")
        self.open_button.clicked.connect(self._ask_file)
        self.file_label = QLabel(_BEGIN)
        self.file_label.setWordWrap(True)
        self.file_label.setTextFormat(Qt.TextFormat.PlainText)
        self.taken = QLabel()
        self.taken.setObjectName("redup")
        self.taken.setWordWrap(True)
        self.taken.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = ChoiceBar()
        self.bar.set_periode(context.periode)
        self.saved = SavedDeeds(context, self, self.bar, self.keep)
        self.bar.add_beside_saved(self.saved.save_button, self.saved.remove_button)
        self.remark = QLabel()
        self.remark.setObjectName("pita")
        self.remark.setWordWrap(True)
        self.remark.setTextFormat(Qt.TextFormat.PlainText)
        self.sheet_model, self.column_model = SheetModel(), ColumnModel(self._suit)
        self.sheet_table = SheetTable(self.sheet_model)
        self.column_table = ColumnTable(self.column_model)
        self.check_button = QPushButton(style.icon("centang", "ON_ACCENT"), "P&eriksa")
        self.check_button.setObjectName("utama")
        self.check_button.clicked.connect(self.check)
        self.strip = WorkStrip(context)
        self.strip.busy_changed.connect(self._suit)
        self.shown = ImportPreview(context, WorkStrip(context))
        self.steps = QStackedWidget()
        self._lay_out()
        self.bar.sheet_chosen.connect(lambda: self._propose(is_anew=True))
        self.bar.kind_chosen.connect(lambda: self._propose())
        self.bar.rows_chosen.connect(lambda: self._look(self._view_at_rows()))
        self.bar.saved_chosen.connect(self._use_saved)
        self.shown.dropped.connect(lambda: self._go(self.mapping_step))
        context.periode_changed.connect(self.bar.set_periode)
        self.saved.listed.connect(self._suit)
        self._suit()

    def open_file(self, path: Path) -> None:
        """Read a workbook and propose sheet, kind, headings and columns; nothing is changed."""
        kind, is_picked, saved = self.bar.kind, self.bar.is_kind_picked, self.bar.saved

        def work(task: Task) -> Opened:
            book = read_own_book(path, task.report, task.is_cancelled)
            stop_if(task.is_cancelled, TableCancelledError)
            if saved:
                return book, propose_sheet(book.grids, kind), kind
            advance = stoppable(task.report, task.is_cancelled, TableCancelledError)
            return book, *propose_table(book.grids, kind, advance, is_chosen=is_picked)

        self.strip.run(
            f"Membaca {path.name}…",
            work,
            done=self._show_book,
            failed=lambda error: self.context.explain(self, error),
        )

    @property
    def choices(self) -> Choices:
        """What the clerk chose."""
        bar = self.bar
        return Choices(
            bar.kind.key, bar.rows, dict(self.column_model.columns), bar.periode, bar.is_cumulative
        )

    def check(self) -> None:
        """Read the table as mapped and show what it would change; nothing is changed."""
        if self._book is None:
            return
        book, sheet, choices = self._book, self.bar.sheet, self.choices
        self.strip.run(
            f"Memeriksa {book.path.name}…",
            lambda task: preview_table(self.context.office, book, sheet, choices, task),
            done=self._show_plan,
            failed=lambda error: self.context.explain(self, error),
        )

    def keep(self) -> TableMapping | None:
        """Return what was chosen in a form that fits next year's sheet; None without a sheet."""
        if self._book is None:
            return None
        return keep_choices(self._book.grids[self.bar.sheet], self.choices)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.open_button)
        head.addWidget(self.file_label, 1)
        head.addWidget(self.check_button)
        tables = QSplitter(Qt.Orientation.Horizontal)
        tables.setChildrenCollapsible(False)
        tables.addWidget(self.sheet_table)
        meanings = QWidget()
        column = QVBoxLayout(meanings)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.column_table, 1)
        column.addWidget(QLabel(_KEYS))
        tables.addWidget(meanings)
        tables.setSizes([1000, 1000])
        self.mapping_step = QWidget()
        step = QVBoxLayout(self.mapping_step)
        step.setContentsMargins(0, 0, 0, 0)
        step.setSpacing(style.SMALL)
        step.addLayout(head)
        step.addWidget(self.bar)
        step.addWidget(self.remark)
        step.addWidget(self.strip)
        step.addWidget(self.taken)
        step.addWidget(tables, 1)
        step.addStretch()
        self.tables = tables
        self.back_button = QPushButton("Kembali ke k&olom")
        self.back_button.clicked.connect(lambda: self._go(self.mapping_step))
        back = QHBoxLayout()
        back.addWidget(self.back_button)
        back.addStretch()
        self.preview_step = QWidget()
        shown = QVBoxLayout(self.preview_step)
        shown.setContentsMargins(0, 0, 0, 0)
        shown.setSpacing(style.SMALL)
        shown.addLayout(back)
        shown.addWidget(self.shown, 1)
        self.steps.addWidget(self.mapping_step)
        self.steps.addWidget(self.preview_step)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        layout.addWidget(self.steps)

    def _ask_file(self) -> None:
        path = dialogs.choose_file(self, "Pilih tabel kantor", _PATTERN)
        if path is not None:
            self.open_file(path)

    def _show_book(self, found: "Opened") -> None:
        self._book, sheet, kind = found
        self.file_label.setText(str(self._book.path))
        self.bar.show_sheets([grid.title for grid in self._book.grids], sheet)
        if self.bar.saved:
            self._use_saved()
        else:
            self.bar.choose_kind(kind.key)
            self._propose()

    def _propose(self, *, is_anew: bool = False) -> None:
        view, kind = view_anew if is_anew else view_proposed, self.bar.kind.key
        self.bar.saved_box.setCurrentIndex(0)
        self._look(lambda book, sheet: view(book.grids[sheet], kind))

    def _view_at_rows(self) -> "Look":
        kind, rows = self.bar.kind.key, self.bar.rows
        return lambda book, sheet: view_proposed(book.grids[sheet], kind, rows)

    def _use_saved(self) -> None:
        saved = self.bar.saved
        self._suit()
        if saved is None:
            self._propose()
            return
        self.bar.choose_kind(saved.mapping.kind)
        self._look(lambda book, sheet: view_saved(book.grids[sheet], saved.mapping))

    def _look(self, look: "Look") -> None:
        """Show the sheet as the worker sees it."""
        if self._book is None:
            return
        book, sheet = self._book, self.bar.sheet
        self._asker = self.bar.focused
        self.strip.run(
            f"Membaca judul {book.path.name}…",
            lambda task: look(book, sheet),
            done=self._show_view,
            failed=lambda error: self.context.explain(self, error),
            can_cancel=False,
        )

    def _show_view(self, view: SheetView) -> None:
        self.bar.choose_kind(view.kind)
        self.bar.show_view(view)
        self.sheet_model.show(view)
        self.column_model.show(view, self.bar.kind)
        self.sheet_table.scrollTo(self.sheet_model.index(view.rows.top, 0))
        first = next(iter(view.columns), 0)
        self.column_table.setCurrentIndex(self.column_model.index(first, 2))
        self._suit()
        (self._asker or self.column_table).setFocus()

    def _show_plan(self, found: Pratinjau) -> None:
        self.shown.show_plan(found)
        self._go(self.preview_step)
        target = self.shown.apply_button if found.plan.is_sound else self.shown.problems
        target.setFocus()

    def _go(self, step: QWidget) -> None:
        self.steps.setCurrentWidget(step)
        if step is self.mapping_step:
            self.column_table.setFocus()

    def _suit(self) -> None:
        """Offer what can be done now."""
        has_view, is_free = self._book is not None, not self.strip.is_busy
        for widget in (self.bar, self.open_button):
            widget.setEnabled(is_free)
        self.bar.setVisible(has_view)
        self.taken.setVisible(not has_view)
        self.taken.setText(_describe_taken(self.bar.saved_titles))
        self.tables.setVisible(has_view)
        self.check_button.setVisible(has_view)
        self.check_button.setEnabled(is_free and bool(self.column_model.columns))
        self.saved.suit(can_save=has_view and bool(self.column_model.columns))
        self.remark.setText(self.column_model.remark)
        self.remark.setVisible(has_view and bool(self.remark.text()))


#: A workbook, the place of the sheet proposed, and the kind of table that it seems to be.
Opened = tuple[OwnBook, int, TableKind]
#: Looks at one sheet of a workbook, on the worker thread.
Look = Callable[[OwnBook, int], SheetView]


def _describe_taken(saved: Sequence[str]) -> str:
    kinds = ", ".join(kind.title for kind in KINDS.values())
    kept = f" Yang sudah disimpan: {', '.join(saved)}." if saved else ""
    return _TAKEN.format(kinds=kinds, saved=kept)
