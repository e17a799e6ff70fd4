"""Pengumpulan Data: the office's data as a workbook, out and in again."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QSplitter,
    QVBoxLayout,
)

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.import_plan import ImportPlan
from kinerja_desktop.services.riwayat.import_preview import (
    BarisPratinjau,
    count_rows,
    describe_plan,
    describe_sheets,
)
from kinerja_desktop.services.riwayat.workbook import (
    ImportCancelledError,
    apply_import,
    export_workbook,
    plan_import,
)
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.isian.entry import PENGUMPULAN_PAGE
from kinerja_desktop.ui.tables.plain_table import Column, PlainTable, PlainTableModel

_PATTERN = "Buku kerja Excel (*.xlsx)"
_TAKEN = "Buku kerja (*.xlsx *.ods *.xls *.xlsb *.csv)"
_SHARE = (
    "Seluruh data kantor sebagai satu buku kerja Excel, satu lembar tiap jenis data, atau "
    "formulir kosongnya saja."
)
_TAKE = (
    "Buku kerja yang sudah diisi dibaca dan diperiksa dulu. Setiap perubahan diperlihatkan; tidak "
    "ada yang masuk sebelum Anda menekan Masukkan."
)


@dataclass(frozen=True)
class _Preview:
    """A plan and its lines, read on the worker thread."""

    plan: ImportPlan
    lines: list[BarisPratinjau]


class PengumpulanPage(Page):
    """Write, read, check, show, and only then take in."""

    ENTRY = PENGUMPULAN_PAGE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._plan: ImportPlan | None = None
        self.export_button = QPushButton(style.icon("excel"), "&Simpan buku kerja…")
        self.blank_button = QPushButton("&Formulir kosong…")
        self.import_button = QPushButton(
            style.icon("pengumpulan", style.PAPER), "&Ambil dari Excel…"
        )
        self.import_button.setObjectName("utama")
        self.export_button.clicked.connect(lambda: self._ask_export(kosong=False))
        self.blank_button.clicked.connect(lambda: self._ask_export(kosong=True))
        self.import_button.clicked.connect(self._ask_import)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.apply_button = QPushButton(style.icon("centang", style.PAPER), "&Masukkan")
        self.apply_button.setObjectName("utama")
        self.apply_button.clicked.connect(self._apply)
        self.drop_button = QPushButton("Batal&kan")
        self.drop_button.clicked.connect(self._forget)
        self.problems = QListWidget()
        self.problems.setWordWrap(True)
        self.problems.setAccessibleName("Yang harus diperbaiki")
        self.model = PlainTableModel(_COLUMNS)
        self.table = PlainTable(self.model, "Perubahan")
        self.strip = WorkStrip(context)
        steps = QHBoxLayout()
        steps.setSpacing(style.MEDIUM)
        steps.addWidget(_card("1. Bagikan", _SHARE, self.export_button, self.blank_button), 1)
        steps.addWidget(_card("2. Ambil kembali", _TAKE, self.import_button), 1)
        self.body.addLayout(steps)
        self.result = self._make_result()
        self.body.addWidget(self.result)
        self.body.addWidget(self.strip)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.problems)
        splitter.addWidget(self.table)
        splitter.setSizes([1000, 2000])
        self.body.addWidget(splitter, 1)
        self.body.addStretch()
        self._forget()

    def export(self, path: Path, *, kosong: bool) -> None:
        """Write the workbook on the worker thread."""
        self.strip.run(
            f"Menulis {path.name}…",
            lambda task: export_workbook(self.context.office, path, kosong=kosong),
            done=lambda _: self._tell(f"Tersimpan: {path}"),
            failed=lambda error: self.context.explain(self, error),
            can_cancel=False,
        )

    def preview(self, path: Path) -> None:
        """Read and check a workbook on the worker thread; nothing is changed."""
        self._forget()
        self.strip.run(
            f"Membaca {path.name}…",
            lambda task: _read(self.context.office, path, task.is_cancelled),
            done=self._show,
            failed=self._fail,
        )

    def _make_result(self) -> QFrame:
        card = QFrame()
        card.setObjectName("kartu")
        row = QHBoxLayout(card)
        row.setContentsMargins(style.MEDIUM, style.MEDIUM, style.MEDIUM, style.MEDIUM)
        row.addWidget(self.words, 1)
        column = QVBoxLayout()
        column.addWidget(self.apply_button)
        column.addWidget(self.drop_button)
        row.addLayout(column)
        return card

    def _ask_export(self, *, kosong: bool) -> None:
        name = "formulir-kosong.xlsx" if kosong else "buku-kerja.xlsx"
        path = dialogs.choose_save_file(self, "Simpan buku kerja", name, _PATTERN)
        if path is not None:
            self.export(path if path.suffix else path.with_suffix(".xlsx"), kosong=kosong)

    def _ask_import(self) -> None:
        path = dialogs.choose_file(self, "Ambil dari Excel", _TAKEN)
        if path is not None:
            self.preview(path)

    def _show(self, found: _Preview) -> None:
        plan = found.plan
        self._plan = plan
        self.problems.clear()
        for problem in sorted(plan.problems, key=lambda problem: problem.is_warning):
            self.problems.addItem(("Peringatan – " if problem.is_warning else "") + str(problem))
        self.problems.setVisible(bool(plan.problems))
        self.model.set_rows(found.lines)
        self.table.setVisible(bool(found.lines))
        self.apply_button.setVisible(plan.is_sound and bool(plan.rows))
        self.drop_button.setVisible(True)
        self._tell(_describe(plan))
        # Where each row of the file went, for whoever looks for one that is missing.
        self.words.setToolTip("\n".join(describe_sheets(plan)))

    def _apply(self) -> None:
        plan = self._plan
        if plan is None:
            return
        added, changed = count_rows(plan)
        self.apply_button.setEnabled(False)
        self.strip.run(
            f"Memasukkan {plan.path.name} (dicadangkan dulu)…",
            lambda task: apply_import(self.context.office, plan, task.report, task.is_cancelled),
            done=lambda _: self._finish(
                f"{plan.path.name} sudah masuk: {added} baris baru, {changed} baris berubah, "
                f"{plan.unchanged} baris tetap{_locked(plan)}. Ctrl+Z membatalkan semuanya."
            ),
            failed=self._fail,
        )

    def _finish(self, sentence: str) -> None:
        self._forget()
        self._tell(sentence)
        self.context.say(sentence)

    def _tell(self, sentence: str) -> None:
        self.words.setText(sentence)
        self.result.show()

    def _fail(self, error: Exception) -> None:
        self.apply_button.setEnabled(True)
        if isinstance(error, ImportCancelledError):
            self.context.say(str(error))
        else:
            self.context.explain(self, error)

    def _forget(self) -> None:
        """Show nothing; a plan that was not taken in has changed nothing."""
        self._plan = None
        self.result.hide()
        self.model.set_rows(())
        self.apply_button.setEnabled(True)
        for widget in (self.problems, self.table, self.apply_button, self.drop_button):
            widget.hide()


_COLUMNS: tuple[Column[BarisPratinjau], ...] = (
    Column("Lembar", lambda line: line.lembar, 120),
    Column("Baris", lambda line: line.baris, 150),
    Column("Kolom", lambda line: line.kolom, 120),
    Column("Lama", lambda line: line.lama, 100),
    Column("Baru", lambda line: line.baru),
)


def _card(title: str, text: str, *buttons: QPushButton) -> QFrame:
    card = QFrame()
    card.setObjectName("kartu")
    heading, words = QLabel(title), QLabel(text)
    heading.setObjectName("subjudul")
    words.setWordWrap(True)
    row = QHBoxLayout()
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    column = QVBoxLayout(card)
    column.setContentsMargins(style.LARGE, style.MEDIUM, style.LARGE, style.MEDIUM)
    column.addWidget(heading)
    column.addWidget(words)
    column.addLayout(row)
    return card


def _read(office: Office, path: Path, cancelled: Callable[[], bool]) -> _Preview:
    plan = plan_import(office, path, cancelled)
    return _Preview(plan, describe_plan(office, plan))


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
