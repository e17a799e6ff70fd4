"""Dokumen: every document with its preview, to print and to save."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QStandardPaths, Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.errors import DataProblemsError, KinerjaError
from kinerja_desktop.services import surat
from kinerja_desktop.services.document_list import (
    KeadaanDokumen,
    list_keadaan,
    needs_subject,
    suggest_name,
)
from kinerja_desktop.services.documents import (
    DOKUMEN,
    SURAT_PENGANTAR,
    TANDA_TERIMA,
    Permintaan,
    build_pdf,
    save_document,
)
from kinerja_desktop.services.trail import TABLES
from kinerja_desktop.ui import dialogs, style
from kinerja_desktop.ui.context import Context
from kinerja_desktop.ui.dokumen.listing import DocumentList
from kinerja_desktop.ui.pages.page import Page
from kinerja_desktop.ui.preview import PdfPreview
from kinerja_desktop.ui.printing import print_pdf
from kinerja_desktop.ui.tasks import CancelledError, Task
from kinerja_desktop.ui.work_strip import WorkStrip

_LETTERS = (SURAT_PENGANTAR.kunci, TANDA_TERIMA.kunci)
_PATIENCE = 300  # milliseconds: several changes in a row are one reload
_WORKING = "Sedang menyusun…"
_ELSEWHERE = "Yang dibuka dari halaman lain"


class DokumenPage(Page):
    """The preview shows the very bytes that are printed and saved."""

    KEY = "dokumen"
    TITLE = "Dokumen"
    ICON = "dokumen"
    TABLES = TABLES

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._keadaan: Mapping[str, KeadaanDokumen] = {}
        self._subjects: dict[str, UUID] = {}
        self._received: Permintaan | None = None
        self._task: Task | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(self._load)
        self._make_buttons()
        self.strip = WorkStrip(context)
        self.preview = PdfPreview()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self._make_side())
        split.addWidget(self.preview)
        split.setStretchFactor(1, 1)
        split.setSizes([310, 840])
        self.body.addWidget(split, 1)
        self.body.addWidget(self.strip)
        self._enable()

    def reload(self) -> None:
        """Read where the documents stand, and build the chosen one again."""
        self._timer.start(0 if not self._keadaan else _PATIENCE)

    def receive(self, argument: Any) -> None:
        """Show the document that another page asks for (a `Permintaan`)."""
        wanted: Permintaan = argument
        if DOKUMEN[wanted.kunci].berperiode:
            self.context.set_periode(wanted.periode)
        self._received = wanted
        if wanted.tentang is not None:
            self._subjects[wanted.kunci] = wanted.tentang
        self.preview.forget_place()
        if self.list.current_kunci() == wanted.kunci:
            self._timer.start(0)
        else:
            self.list.choose(wanted.kunci)

    def permintaan(self) -> Permintaan:
        """Return what is chosen."""
        kunci, periode = self.list.current_kunci(), self.context.periode
        tentang = self.subject.currentData() if needs_subject(kunci) else None
        chosen = Permintaan(kunci, periode, tentang)
        if self._received and replace(self._received, tanggal=None) == chosen:
            return self._received
        return chosen

    def _make_buttons(self) -> None:
        self.print_button = QPushButton(style.icon("cetak"), "&Cetak…")
        self.print_button.setShortcut(QKeySequence.StandardKey.Print)
        self.pdf_button = QPushButton(style.icon("simpan"), "Simpan P&DF…")
        self.xlsx_button = QPushButton(style.icon("excel"), "Simpan &XLSX…")
        self.print_button.clicked.connect(self._print)
        self.pdf_button.clicked.connect(lambda: self._save("pdf", "PDF (*.pdf)"))
        self.xlsx_button.clicked.connect(lambda: self._save("xlsx", "Excel (*.xlsx)"))
        for button in (self.print_button, self.pdf_button, self.xlsx_button):
            self.buttons.addWidget(button)

    def _make_side(self) -> QWidget:
        self.list = DocumentList()
        self.list.currentRowChanged.connect(self._change_kind)
        self.purpose = _wrapped("")
        self.note = _wrapped("bahaya")
        self.subject = QComboBox()
        self.subject.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.subject.activated.connect(self._choose_subject)
        self.subject_label = QLabel()
        self.subject_label.setBuddy(self.subject)
        self.nomor = QLineEdit()
        self.nomor.setPlaceholderText("Kosong: diisi dengan tangan")
        self.nomor.editingFinished.connect(self._keep_nomor)
        self.nomor_label = QLabel("&Nomor surat")
        self.nomor_label.setBuddy(self.nomor)
        form = self._form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self.subject_label, self.subject)
        form.addRow(self.nomor_label, self.nomor)
        side = QWidget()
        layout = QVBoxLayout(side)
        layout.setContentsMargins(0, 0, style.MEDIUM, 0)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.purpose)
        layout.addLayout(form)
        layout.addWidget(self.note)
        return side

    def _load(self) -> None:
        periode = self.context.periode

        def read(office: Any) -> tuple[Mapping[str, KeadaanDokumen], str]:
            return list_keadaan(office, periode), surat.find_nomor(office, periode)

        def show(found: tuple[Mapping[str, KeadaanDokumen], str]) -> None:
            self._keadaan, nomor = found
            self.list.show_states(self._keadaan)
            if not self.nomor.hasFocus():
                self.nomor.setText(nomor)
            self._show_kind()

        self.context.load(self, read, show)

    def _change_kind(self) -> None:
        self.preview.forget_place()
        if self._keadaan:
            self._show_kind()

    def _show_kind(self) -> None:
        kunci = self.list.current_kunci()
        keadaan = self._keadaan[kunci]
        self.purpose.setText(DOKUMEN[kunci].keterangan)
        self.note.setText(keadaan.catatan)
        self.note.setVisible(bool(keadaan.catatan))
        caption = needs_subject(kunci)
        self.subject_label.setText(caption)
        self._fill_subjects(kunci, keadaan)
        self._form.setRowVisible(self.subject, bool(caption) and self.subject.count() > 0)
        self._form.setRowVisible(self.nomor, kunci in _LETTERS)
        self._build()

    def _fill_subjects(self, kunci: str, keadaan: KeadaanDokumen) -> None:
        self.subject.clear()
        for item in keadaan.subjek:
            text = f"{item.nama} · {item.keadaan}"
            self.subject.addItem(text, item.id)
            self.subject.setItemData(self.subject.count() - 1, text, Qt.ItemDataRole.ToolTipRole)
        wanted = self._subjects.get(kunci)
        if wanted is not None and self.subject.findData(wanted) < 0:
            self.subject.addItem(_ELSEWHERE, wanted)
        if wanted is not None:
            self.subject.setCurrentIndex(self.subject.findData(wanted))
        self.subject.setToolTip(self.subject.currentText())

    def _choose_subject(self) -> None:
        self._subjects[self.list.current_kunci()] = self.subject.currentData()
        self.subject.setToolTip(self.subject.currentText())
        self.preview.forget_place()
        self._build()

    def _build(self) -> None:
        """Build the chosen document on the worker; what is no longer wanted is not built."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        wanted = self.permintaan()
        keadaan = self._keadaan[wanted.kunci]
        if keadaan.kosong and wanted.tentang is None:
            self._say(keadaan.kosong)
            return
        self._say(_WORKING)
        office = self.context.office

        def work(task: Task) -> bytes:
            if task.is_cancelled():
                raise CancelledError
            return build_pdf(office, wanted)

        def done(pdf: bytes) -> None:
            if self._task is task:
                self.preview.show_pdf(pdf)
                self._enable()

        def failed(error: Exception) -> None:
            if self._task is task and not isinstance(error, CancelledError):
                self._say(_sentence(error))

        task = self._task = self.context.tasks.run(work, done=done, failed=failed)

    def _say(self, sentence: str) -> None:
        self.preview.show_message(sentence)
        self._enable()

    def _enable(self) -> None:
        ready = bool(self.preview.pdf) and not self.strip.is_busy
        self.print_button.setEnabled(ready)
        self.pdf_button.setEnabled(ready)
        self.xlsx_button.setEnabled(ready)
        self.xlsx_button.setVisible("xlsx" in DOKUMEN[self.list.current_kunci()].bentuk)

    def _keep_nomor(self) -> None:
        nomor, periode = self.nomor.text().strip(), self.context.periode

        def keep() -> None:
            if nomor != surat.find_nomor(self.context.office, periode):
                surat.set_nomor(self.context.office, periode, nomor)

        self.context.attempt(self, keep)

    def _print(self) -> None:
        title = DOKUMEN[self.list.current_kunci()].judul
        print_pdf(self, self.strip, self.preview.pdf, title)

    def _save(self, bentuk: str, pattern: str) -> None:
        wanted = self.permintaan()
        subjek = self.subject.currentText().split(" · ")[0] if wanted.tentang else ""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggestion = Path(folder) / suggest_name(wanted, subjek, bentuk)
        path = dialogs.choose_save_file(self, f"Simpan {bentuk.upper()}", str(suggestion), pattern)
        if path is None:
            return
        target = path if path.suffix.lower() == f".{bentuk}" else Path(f"{path}.{bentuk}")
        office = self.context.office
        self.strip.run(
            f"Menyimpan {target.name}…",
            lambda task: save_document(office, wanted, target),
            done=lambda _: self._tell_saved(target),
            failed=self._tell_failure,
            can_cancel=False,
        )
        self._enable()

    def _tell_saved(self, path: Path) -> None:
        self._enable()
        self.context.say(f"Disimpan: {path}")

    def _tell_failure(self, error: Exception) -> None:
        self._enable()
        self.context.explain(self, error)


def _wrapped(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name or "redup")
    label.setWordWrap(True)
    return label


def _sentence(error: Exception) -> str:
    if isinstance(error, DataProblemsError):
        return "\n".join([str(error), *map(str, error.problems)])
    if isinstance(error, KinerjaError):
        return str(error)
    raise error
