"""Dokumen: every document with its preview, to print and to save."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QPushButton, QSplitter

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import DataProblemsError, KinerjaError
from kinerja_desktop.progress import silent, stop_if, stoppable
from kinerja_desktop.services.dokumen import surat
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.dokumen.document_list import list_keadaan, suggest_name
from kinerja_desktop.services.dokumen.documents import build_pdf, find_status, save_document
from kinerja_desktop.services.dokumen.jenis_surat import kiriman_of, list_nomor
from kinerja_desktop.services.dokumen.tertanda import Tertanda, read_tertanda
from kinerja_desktop.services.kantor.dokumen import Dokumen, KeadaanDokumen, Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.pindaian import are_scans
from kinerja_desktop.services.kantor.status_final import StatusFinal
from kinerja_desktop.services.sop.prints import keep_print
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.base.tasks import Task
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.dokumen.entry import DOKUMEN_PAGE
from kinerja_desktop.ui.dokumen.side import DocumentSide
from kinerja_desktop.ui.dokumen.signed import SignedPaper
from kinerja_desktop.ui.paper.finality import PaperFinality
from kinerja_desktop.ui.paper.preview import PdfPreview
from kinerja_desktop.ui.paper.printing import print_pdf

_PATIENCE = 300  # milliseconds: several changes in a row are one reload
_SIDE_WIDTH, _PREVIEW_WIDTH = 310, 840
#: Of the room of a wider screen: a kode needs 420 points, a page is read at any width.
_SHARES = 1, 3
_WORKING = "Sedang menyusun…"

States = Mapping[str, KeadaanDokumen]
#: A document's print, where it stands, and the scans of its signed paper.
_Built = tuple[bytes, StatusFinal | None, list[Tertanda] | None]


class DokumenPage(Page):
    """The preview shows the very bytes that are printed and saved."""

    ENTRY = DOKUMEN_PAGE
    #: The kinds of documents that this page shows.
    DAFTAR: Mapping[str, Dokumen] = DOKUMEN

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._keadaan: States = {}
        self._received: Permintaan | None = None
        self._is_sent_for = False
        self._task: Task | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(self._load)
        self._make_buttons()
        self.strip = WorkStrip(context)
        self.strip.busy_changed.connect(self._enable)
        self.preview = PdfPreview()
        self.finality.became_final.connect(self._turn_to_paper)
        self.side = DocumentSide(self.DAFTAR)
        self.side.chosen.connect(self._show_other)
        self.side.nomor_entered.connect(self._keep_nomor)
        self.side.nomor_wanted.connect(self._take_nomor)
        self.side.page_wanted.connect(context.open_page)
        self.side.meaning.asked.connect(context.help_wanted)
        self.side.add_note(self.finality.note)
        self.signed = SignedPaper(context, self.strip)
        self.signed.attached.connect(self.receive)
        self.side.add_note(self.signed)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.side)
        split.addWidget(self.preview)
        for place, share in enumerate(_SHARES):
            split.setStretchFactor(place, share)
        split.setSizes([_SIDE_WIDTH, _PREVIEW_WIDTH])
        self.body.addWidget(split, 1)
        self.body.addWidget(self.signed.refused)
        self.body.addWidget(self.strip)
        self._enable()

    def reload(self) -> None:
        """Read where the documents stand, and build the chosen one again."""
        # What is shown is no longer what is chosen: nobody may print it now.
        for button in self.paper_buttons:
            button.setEnabled(False)
        self._timer.start(_PATIENCE if self._keadaan else 0)

    def receive(self, argument: Any) -> None:
        """Show the document that another page asks for (a `Permintaan`), or take scans (paths)."""
        if isinstance(argument, list):
            self.signed.take(argument, may_be_shown=False)
            return
        wanted: Permintaan = argument
        dokumen = self.DAFTAR[wanted.kunci]
        # A paper of the year leaves the triwulan that was chosen.
        if dokumen.berperiode and self._period_of(dokumen) != wanted.periode:
            self.context.set_periode(wanted.periode)
        self._received, self._is_sent_for = wanted, True
        self.side.choose(wanted.kunci, wanted.tentang)
        self.preview.forget_place()
        self._timer.start(0)

    def take_dropped(self, paths: list[Path], at: QPoint | None = None) -> bool:
        """Take scans of signed papers: of the one that is shown, or that bears the kode."""
        if not are_scans(paths) or self.strip.is_busy or not self.context.may_write:
            return False
        self.signed.take(paths)
        return True

    def work_strip(self) -> WorkStrip:
        """Return its own, which other buttons watch as well."""
        return self.strip

    def permintaan(self) -> Permintaan:
        """Return what is chosen; with its date, when another page asked for just this."""
        periode = self._period_of(self.DAFTAR[self.side.kunci])
        chosen = Permintaan(self.side.kunci, periode, self.side.tentang)
        if self._received and replace(self._received, tanggal=None, untuk=None) == chosen:
            return self._received
        return chosen

    def _period_of(self, dokumen: Dokumen) -> Periode:
        """Return the period of a kind of document that is chosen at the top."""
        periode = self.context.periode
        return Periode(periode.tahun) if dokumen.is_tahunan else periode

    def _make_buttons(self) -> None:
        self.print_button = QPushButton(style.icon("cetak"), "&Cetak…")
        self.pdf_button = QPushButton(style.icon("simpan"), "Simpan P&DF…")
        self.xlsx_button = QPushButton(style.icon("excel"), "Simpan &XLSX…")
        self.docx_button = QPushButton(style.icon("dokumen"), "Simpan &Word…")
        self.paper_buttons = (
            self.print_button, self.pdf_button, self.docx_button, self.xlsx_button,
        )  # fmt: skip
        self.print_button.clicked.connect(self._print)
        self.docx_button.clicked.connect(lambda: self._save("docx", "Word (*.docx)"))
        self.pdf_button.clicked.connect(lambda: self._save("pdf", "PDF (*.pdf)"))
        self.xlsx_button.clicked.connect(lambda: self._save("xlsx", "Excel (*.xlsx)"))
        self.finality = PaperFinality(self.context)
        for button in (*self.paper_buttons, self.finality):
            self.buttons.addWidget(button)

    def _load(self) -> None:
        if not self.isVisible():
            # Left in the meantime: read when it is shown again.
            self._stale = True
            return
        periode, daftar = self.context.periode, self.DAFTAR

        def read(office: Office) -> tuple[States, dict[str, str]]:
            return list_keadaan(office, periode, daftar), list_nomor(office, periode)

        def show(found: tuple[States, dict[str, str]]) -> None:
            self._keadaan, nomor = found
            self.side.show_states(self._keadaan, nomor)
            self._build()

        self.context.load(self, read, show)

    def _turn_to_paper(self) -> None:
        self._is_sent_for = self._is_sent_for or self.window().focusWidget() is self

    def _show_other(self) -> None:
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
        office, daftar = self.context.office, self.DAFTAR

        def work(task: Task) -> _Built:
            stop_if(task.is_cancelled)
            scans = read_tertanda(office, wanted) if wanted.kunci in DOKUMEN else None
            status = find_status(office, wanted, daftar)
            # Nobody reads how far it is; what is no longer wanted is left.
            advance = stoppable(silent, task.is_cancelled)
            return build_pdf(office, wanted, daftar, advance), status, scans

        def done(found: _Built) -> None:
            if self._task is task:
                pdf, status, scans = found
                self.preview.show_pdf(pdf)
                if self._is_sent_for:
                    # Who asked for this paper, or made it final, turns its pages next.
                    self._is_sent_for = False
                    self.preview.setFocus()
                self.signed.show_scans(wanted, scans)
                if status is not None:
                    self.finality.show_status(wanted, status)
                self._enable()

        def failed(error: Exception) -> None:
            if self._task is task:
                self._say(_sentence(error))

        task = self._task = self.context.tasks.run(work, done=done, failed=failed)

    def _say(self, sentence: str) -> None:
        self.finality.forget()
        self.signed.show_scans(None, None)
        self.preview.show_message(sentence)
        self._enable()

    def _enable(self) -> None:
        ready = bool(self.preview.pdf) and not self.strip.is_busy
        for button in self.paper_buttons:
            button.setEnabled(ready)
        bentuk = self.DAFTAR[self.side.kunci].bentuk
        self.xlsx_button.setVisible("xlsx" in bentuk)
        self.docx_button.setVisible("docx" in bentuk)

    def _keep_nomor(self, nomor: str) -> None:
        self._nomor_keeper()(nomor)

    def _take_nomor(self) -> None:
        """Give the letter the next number of the register."""
        self.context.load(self, surat.propose_nomor_keluar, self._nomor_keeper())

    def _nomor_keeper(self) -> Callable[[str], None]:
        """Return what keeps a number with the letter that is shown now, also when it comes late."""
        office, periode = self.context.office, self.context.periode
        kiriman = kiriman_of(self.side.kunci)

        def store(nomor: str) -> None:
            if nomor != surat.find_nomor(office, periode, kiriman):
                surat.set_nomor(office, periode, nomor, kiriman)

        def keep(nomor: str) -> None:
            self.context.store(self, lambda: store(nomor))

        return keep

    def _print(self) -> None:
        title, pdf = self.DAFTAR[self.side.kunci].judul, self.preview.pdf
        print_pdf(self, self.strip, pdf, title, self._print_keeper())

    def _print_keeper(self) -> Callable[[], None]:
        """Return what keeps the paper that is shown now with the step that asked for it."""
        wanted, pdf = self.permintaan(), self.preview.pdf
        name = suggest_name(wanted, self.side.subject_name, "pdf", self.DAFTAR)
        return lambda: self._keep_print(wanted, pdf, name)

    def _keep_print(self, wanted: Permintaan, pdf: bytes, name: str) -> None:
        if wanted.untuk is None or not pdf:
            return
        (case_id, langkah), office = wanted.untuk, self.context.office
        self.context.tasks.run(
            lambda task: keep_print(office, case_id, langkah, name, pdf),
            done=lambda kept: (
                self.context.say(f"Dilampirkan pada langkah {langkah}: {name}") if kept else None
            ),
            failed=lambda error: self.context.explain(self, error),
        )

    def _save(self, bentuk: str, pattern: str) -> None:
        wanted, office, keep_print = self.permintaan(), self.context.office, self._print_keeper()
        name = suggest_name(wanted, self.side.subject_name, bentuk, self.DAFTAR)
        target = dialogs.choose_save_file(self, f"Simpan {bentuk.upper()}", name, pattern)
        if target is None:
            return
        daftar = self.DAFTAR

        def tell() -> None:
            self.context.say_written(f"Disimpan: {target}", target.parent)
            keep_print()

        self.strip.run(
            f"Menyimpan {target.name}…",
            lambda task: save_document(
                office, wanted, target, daftar, task.report, task.is_cancelled
            ),
            done=lambda _: tell(),
            failed=lambda error: self.context.explain(self, error),
        )


def _sentence(error: Exception) -> str:
    if isinstance(error, DataProblemsError):
        return "\n".join([str(error), *map(str, error.problems)])
    if isinstance(error, KinerjaError):
        return str(error)
    raise error
