"""Buku kerja: the office's data as one workbook, out and in again."""

from pathlib import Path

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kinerja_desktop.progress import stop_if
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.import_preview import describe_plan
from kinerja_desktop.services.riwayat.workbook import (
    ImportCancelledError,
    export_workbook,
    plan_import,
)
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.tasks import Task
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.tables.import_preview import ImportPreview, Pratinjau

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


class WorkbookTab(QWidget):
    """Write, read, check, show, and only then take in."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.export_button = QPushButton(style.icon("excel"), "&Simpan buku kerja…")
        self.blank_button = QPushButton("Formulir k&osong…")
        self.import_button = QPushButton(
            style.icon("pengumpulan", "ON_ACCENT"), "&Ambil dari Excel…"
        )
        self.import_button.setObjectName("utama")
        self.export_button.clicked.connect(lambda: self._ask_export(kosong=False))
        self.blank_button.clicked.connect(lambda: self._ask_export(kosong=True))
        self.import_button.clicked.connect(self._ask_import)
        writes(self.import_button)
        self.strip = WorkStrip(context)
        self.shown = ImportPreview(context, self.strip)
        self.words, self.result = self.shown.words, self.shown.result
        self.apply_button, self.drop_button = self.shown.apply_button, self.shown.drop_button
        self.problems, self.model, self.table = (
            self.shown.problems, self.shown.model, self.shown.table,
        )  # fmt: skip
        steps = QHBoxLayout()
        steps.setSpacing(style.MEDIUM)
        steps.addWidget(_card("1. Bagikan", _SHARE, self.export_button, self.blank_button), 1)
        steps.addWidget(_card("2. Ambil kembali", _TAKE, self.import_button), 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        layout.setSpacing(style.MEDIUM)
        layout.addLayout(steps)
        layout.addWidget(self.shown, 1)

    def export(self, path: Path, *, kosong: bool) -> None:
        """Write the workbook on the worker thread."""
        self.strip.run(
            f"Menulis {path.name}…",
            lambda task: export_workbook(
                self.context.office,
                path,
                kosong=kosong,
                progress=task.report,
                cancelled=task.is_cancelled,
            ),
            done=lambda _: self.shown.tell(f"Tersimpan: {path}"),
            failed=lambda error: self.context.explain(self, error),
        )

    def preview(self, path: Path) -> None:
        """Read and check a workbook on the worker thread; nothing is changed."""
        self.shown.forget()
        self.strip.run(
            f"Membaca {path.name}…",
            lambda task: _read(self.context.office, path, task),
            done=self.shown.show_plan,
            failed=self.shown.fail,
        )

    def _ask_export(self, *, kosong: bool) -> None:
        name = "formulir-kosong.xlsx" if kosong else "buku-kerja.xlsx"
        path = dialogs.choose_save_file(self, "Simpan buku kerja", name, _PATTERN)
        if path is not None:
            self.export(path, kosong=kosong)

    def _ask_import(self) -> None:
        path = dialogs.choose_file(self, "Ambil dari Excel", _TAKEN)
        if path is not None:
            self.preview(path)


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


def _read(office: Office, path: Path, task: Task) -> Pratinjau:
    plan = plan_import(office, path, task.is_cancelled, task.report)
    stop_if(task.is_cancelled, ImportCancelledError)
    return Pratinjau(plan, describe_plan(office, plan))
