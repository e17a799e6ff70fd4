"""What taking in a file would change, old beside new, with *Masukkan* and *Batalkan*.

Shared by all that takes tables in: the program's own workbook, and the office's tables.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.services.riwayat.import_plan import ImportPlan
from kinerja_desktop.services.riwayat.import_preview import (
    BarisPratinjau,
    count_rows,
    describe_sheets,
)
from kinerja_desktop.services.riwayat.workbook import apply_import
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.tables.plain_model import Column, PlainTableModel
from kinerja_desktop.ui.tables.plain_table import PlainTable


@dataclass(frozen=True)
class Pratinjau:
    """A plan and its lines, read on the worker thread.

    Attributes:
        plan: what would be taken in.
        lines: every cell that would change.
        passed_over: rows that were passed over, a sentence for each reason.
        good: the same without the rows in which something is wrong, for whoever wants only those.
    """

    plan: ImportPlan
    lines: Sequence[BarisPratinjau]
    passed_over: Sequence[str] = ()
    good: "Pratinjau | None" = None


class ImportPreview(QWidget):
    """Shows a plan and takes it in; a plan that is not taken in has changed nothing.

    Signals:
        dropped: the clerk turned away from the plan.
    """

    dropped = Signal()

    def __init__(self, context: Context, strip: WorkStrip) -> None:
        """Make the preview; `strip` shows the progress, and stands between result and table."""
        super().__init__()
        self._context = context
        self._strip = strip
        self._good: Pratinjau | None = None
        self.plan: ImportPlan | None = None
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.apply_button = QPushButton(style.icon("centang", "ON_ACCENT"), "&Masukkan")
        self.apply_button.setObjectName("utama")
        self.apply_button.clicked.connect(self.apply)
        self.good_button = QPushButton("Masukkan &yang baik saja…")
        writes(self.apply_button, self.good_button)
        self.good_button.clicked.connect(self._show_good)
        self.drop_button = QPushButton("Batal&kan")
        self.drop_button.clicked.connect(self._drop)
        self.problems = QListWidget()
        self.problems.setWordWrap(True)
        self.problems.setAccessibleName("Yang harus diperbaiki")
        self.model = PlainTableModel(_COLUMNS)
        self.table = PlainTable(self.model, "Perubahan")
        self.result = self._make_result()
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.problems)
        splitter.addWidget(self.table)
        splitter.setSizes([1000, 2000])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.MEDIUM)
        layout.addWidget(self.result)
        layout.addWidget(strip)
        layout.addWidget(splitter, 1)
        layout.addStretch()
        self.forget()

    def show_plan(self, found: Pratinjau) -> None:
        """Show a plan with all that is wrong in it."""
        plan = self.plan = found.plan
        self.problems.clear()
        for problem in sorted(plan.problems, key=lambda problem: problem.is_warning):
            self.problems.addItem(("Peringatan – " if problem.is_warning else "") + str(problem))
        self.problems.setVisible(bool(plan.problems))
        self.model.set_rows(found.lines)
        self.table.setVisible(bool(found.lines))
        self.apply_button.setEnabled(True)
        self.apply_button.setVisible(plan.is_sound and bool(plan.rows))
        self._good = found.good
        self.good_button.setVisible(found.good is not None)
        self.drop_button.setVisible(True)
        passed = f" Tidak dibaca: {', '.join(found.passed_over)}." if found.passed_over else ""
        self.tell(_describe(plan) + passed)
        # It stands on the page; among what ran in the background it is the result of the reading.
        self._context.diary.hear(_describe(plan) + passed)
        # Where each row of the file went, for whoever looks for one that is missing.
        self.words.setToolTip("\n".join(describe_sheets(plan)))

    def apply(self) -> None:
        """Take the plan in on the worker thread."""
        plan = self.plan
        if plan is None:
            return
        added, changed = count_rows(plan)
        self.apply_button.setEnabled(False)
        self._strip.run(
            f"Memasukkan {plan.path.name} (dicadangkan dulu)…",
            lambda task: apply_import(
                self._context.office, plan, task.report, task.is_cancelled, task.last_call
            ),
            done=lambda _: self._finish(
                f"{plan.path.name} sudah masuk: {added} baris baru, {changed} baris berubah, "
                f"{plan.unchanged} baris tetap{_locked(plan)}. Ctrl+Z membatalkan semuanya."
            ),
            failed=self.fail,
        )

    def tell(self, sentence: str) -> None:
        """Show a sentence above the table."""
        self.words.setText(sentence)
        self.result.show()

    def fail(self, error: Exception) -> None:
        """Explain why a file was not read or taken in; what is shown stays."""
        self.apply_button.setEnabled(True)
        self._context.explain(self, error)

    def forget(self) -> None:
        """Show nothing."""
        self.plan = self._good = None
        self.result.hide()
        self.model.set_rows(())
        self.apply_button.setEnabled(True)
        buttons = (self.apply_button, self.good_button, self.drop_button)
        for widget in (self.problems, self.table, *buttons):
            widget.hide()

    def _show_good(self) -> None:
        """Show what would go in without the rows in which something is wrong."""
        if self._good is not None:
            self.show_plan(self._good)
            self.apply_button.setFocus()

    def _drop(self) -> None:
        self.forget()
        self.dropped.emit()

    def _finish(self, sentence: str) -> None:
        self.forget()
        self.tell(sentence)
        self._context.say(sentence)

    def _make_result(self) -> QFrame:
        card = QFrame()
        card.setObjectName("kartu")
        row = QHBoxLayout(card)
        row.setContentsMargins(style.MEDIUM, style.MEDIUM, style.MEDIUM, style.MEDIUM)
        row.addWidget(self.words, 1)
        column = QVBoxLayout()
        column.addWidget(self.apply_button)
        column.addWidget(self.good_button)
        column.addWidget(self.drop_button)
        row.addLayout(column)
        return card


_COLUMNS: tuple[Column[BarisPratinjau], ...] = (
    Column("Lembar", lambda line: line.lembar, 120),
    Column("Baris", lambda line: line.baris, 150),
    Column("Kolom", lambda line: line.kolom, 120),
    Column("Lama", lambda line: line.lama, 100),
    Column("Baru", lambda line: line.baru),
)


def _describe(plan: ImportPlan) -> str:
    added, changed = count_rows(plan)
    counted = (
        f"{added} baris baru, {changed} baris berubah, {plan.unchanged} baris tetap{_locked(plan)}"
    )
    if not plan.is_sound:
        wrong = sum(not problem.is_warning for problem in plan.problems)
        return (
            f"{plan.path.name} belum dapat dimasukkan: {wrong} hal harus diperbaiki dulu di Excel. "
            "Tidak ada data yang berubah."
        )
    if not plan.rows:
        return f"{plan.path.name} sama dengan data yang ada ({plan.unchanged} baris)."
    return f"{plan.path.name}: {counted}. Periksa di bawah ini, lalu tekan Masukkan."


def _locked(plan: ImportPlan) -> str:
    """Return how many rows stay because something final keeps them."""
    return f", {plan.terkunci} terkunci karena sudah final" if plan.terkunci else ""
