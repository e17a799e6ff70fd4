"""A case: its running step above, the SOP table with what happened, and its history."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.sop.kejadian import JenisKejadian
from kinerja_desktop.progress import Progress
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.pengumpulan.papan import Papan, read_papan
from kinerja_desktop.services.sop.cases import Kasus, record_kejadian
from kinerja_desktop.services.sop.dokumen import RIWAYAT_SOP, SOP
from kinerja_desktop.services.sop.evidence import attach_evidence
from kinerja_desktop.services.sop.syarat import BelumLengkapError
from kinerja_desktop.services.sop.taking_back import Step, take_back_kejadian
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.attaching import attach_files
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.kept_file import open_kept_file
from kinerja_desktop.ui.sop.case_dialogs import ReopenDialog
from kinerja_desktop.ui.sop.case_list import title_of
from kinerja_desktop.ui.sop.case_words import NOTED, ask_of, step_at
from kinerja_desktop.ui.sop.history import History
from kinerja_desktop.ui.sop.missing import MissingDialog
from kinerja_desktop.ui.sop.reading_box import ReadingBox
from kinerja_desktop.ui.sop.reading_table import widen_tabs
from kinerja_desktop.ui.sop.sop_table import SopTable
from kinerja_desktop.ui.sop.step_card import FOR_GOOD, StepCard
from kinerja_desktop.ui.sop.step_link import PENGUMPULAN, StepLink
from kinerja_desktop.ui.sop.table_content import build_content
from kinerja_desktop.ui.sop.taking_back import TakeBackStrip

_PATTERN = "Semua berkas (*)"
#: After a step so many milliseconds must pass without a press: the second click of a double
#: click, and keys pressed on in haste, must not end the next step as well.
GUARD_MS = 1000
# Below this the view scrolls as a whole.
_TABLE_HEIGHT = 250


class CaseView(QWidget):
    """Shows one case and lets it go on.

    Signals:
        closed: the clerk wants to see all cases.
    """

    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.kasus: Kasus | None = None
        self._moved = QElapsedTimer()
        self.back = QPushButton("‹ S&emua pelaksanaan")
        self.back.clicked.connect(self.closed)
        self.title = QLabel()
        self.title.setObjectName("subjudul")
        self.title.setWordWrap(True)
        self.card = StepCard()
        self.card.wanted.connect(self._do)
        self.card.link_wanted.connect(self._follow)
        self.strip = TakeBackStrip(self)
        self.strip.left.connect(self.focus_next)
        self.table = SopTable()
        self.table.setMinimumHeight(_TABLE_HEIGHT)
        self.history = History()
        self.history.evidence_wanted.connect(self._open_evidence)
        self.reading = ReadingBox()
        self.reading.activated.connect(self._fill_table)
        self.print_sop = QPushButton("Cet&ak SOP")
        self.print_riwayat = QPushButton("Cetak r&iwayat")
        self.print_sop.clicked.connect(self._print_sop)
        self.print_riwayat.clicked.connect(self._print_riwayat)
        self.tabs = QTabWidget()
        widen_tabs(self.tabs)
        self.tabs.addTab(self.table, "Tabel dan diagram")
        self.tabs.addTab(self.history, "Riwayat")
        self._compose()

    def show_case(self, kasus: Kasus, people: Sequence[str]) -> None:
        """Show a case, or the same one after something happened."""
        before = self.kasus
        is_other = before is None or before.id != kasus.id
        has_moved = is_other or before is None or before.posisi.langkah != kasus.posisi.langkah
        self.kasus = kasus
        self.title.setText(title_of(kasus))
        self.card.kapan.set_today(self.context.office.today())
        self.card.show_case(kasus, people)
        self._read_state(kasus)
        self._fill_table()
        if has_moved:
            self.table.show_current()
            self._moved.start()
            self._focus_moved()
        if is_other:
            self.strip.clear()
        self.history.show_case(kasus)
        self.tabs.setTabText(1, f"Riwayat ({len(kasus.kejadian)} kejadian)")

    def _read_state(self, kasus: Kasus) -> None:
        """A step that collects data says who has handed in."""
        if self.card.link_page != PENGUMPULAN:
            return

        def show(papan: Papan) -> None:
            if self.kasus == kasus and papan.baris:
                self.card.show_state(f"Pengumpulan data: {papan.ringkasan}.")

        self.context.load(self, lambda office: read_papan(office, kasus.periode), show)

    def focus_next(self) -> None:
        """Put the focus on what is to be done next; on the table when nothing is."""
        (self.card.primary or self.table).setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Who comes back from the page of a step finds the next button under the hand."""
        super().showEvent(event)
        self._moved.start()
        if self.kasus is not None:
            self._focus_moved()

    def _focus_moved(self) -> None:
        """Put the focus on the next button, unless the hand is elsewhere, as in the navigation."""
        focus = QApplication.focusWidget()
        ours = (self.card, self.strip)
        if focus is None or not focus.isVisible() or any(box.isAncestorOf(focus) for box in ours):
            self.focus_next()

    def _compose(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(style.MEDIUM)
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        corner = QWidget()
        row = QHBoxLayout(corner)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.reading, self.print_sop, self.print_riwayat):
            row.addWidget(widget)
        self.tabs.setCornerWidget(corner)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SMALL)
        layout.addLayout(head)
        layout.addWidget(self.card)
        layout.addWidget(self.strip)
        layout.addWidget(self.tabs, 1)

    def _fill_table(self) -> None:
        if self.kasus is not None:
            content = build_content(self.kasus.sop.sop, self.reading.bacaan, self.kasus)
            self.table.set_content(content)

    def _do(self, jenis: JenisKejadian) -> None:
        kasus = self.kasus
        assert kasus is not None, "the buttons are shown with a case"
        if not self._is_moment_clear():
            return
        match jenis:
            case JenisKejadian.BUKTI:
                self._attach(kasus)
            case JenisKejadian.BUKA_KEMBALI:
                self._reopen(kasus)
            case JenisKejadian.MULAI | JenisKejadian.SELESAI | JenisKejadian.SETUJU:
                if self._is_meant():
                    self._record(kasus, jenis, step_at(kasus))
            case _:
                title, question, yes = ask_of(kasus, jenis)
                reason = dialogs.ask_reason(self, title, question, yes)
                if reason:
                    self._record(kasus, jenis, step_at(kasus), reason)

    def _is_meant(self) -> bool:
        """Tell whether a press stands alone; one that comes too soon starts the wait anew."""
        waited = self._moved.elapsed() >= GUARD_MS
        if not waited:
            self._moved.start()
            self.context.say(
                "Langkah baru saja berpindah. Bila langkah ini juga sudah selesai, lepaskan dulu "
                "lalu tekan sekali lagi."
            )
        return waited

    def _is_moment_clear(self) -> bool:
        """Tell whether it can be noted when it happened; the card says what is wrong."""
        kapan = self.card.kapan
        if wrong := kapan.error():
            self.context.say(wrong)
            kapan.focus_wrong()
        return not wrong

    def _record(
        self,
        kasus: Kasus,
        jenis: JenisKejadian,
        langkah: int,
        alasan: str = "",
        pengecualian: str = "",
    ) -> None:
        journal = self.context.office.journal
        terjadi = self.card.kapan.moment()

        def deed() -> Step | BelumLengkapError | None:
            try:
                record_kejadian(
                    self.context.office, kasus.id, jenis, langkah, alasan,
                    pelaku=self.card.pelaku.currentText(), terjadi=terjadi,
                    pengecualian=pengecualian,
                )  # fmt: skip
            except BelumLengkapError as error:
                return error
            return journal.last

        match self.context.attempt(self, deed):
            case BelumLengkapError() as error:
                self._ask_way(kasus, jenis, langkah, error)
            case Step() as step:
                self._moved.start()
                self._offer_back(f"Langkah {langkah} {NOTED[jenis]}.", step)

    def _ask_way(
        self, kasus: Kasus, jenis: JenisKejadian, langkah: int, error: BelumLengkapError
    ) -> None:
        """Let the clerk do what is missing, or go on with a reason."""
        dialog = MissingDialog(self, langkah, error.kurang)
        if dialog.exec():
            self._record(kasus, jenis, langkah, pengecualian=dialog.reason())
        elif dialog.chosen is not None:
            self._follow(dialog.chosen)

    def _offer_back(self, text: str, step: Step) -> None:
        """Let what was just noted be taken back, for as long as the service allows it."""

        def deed() -> None:
            self._moved.start()
            self.context.attempt(self, lambda: take_back_kejadian(self.context.office, step))

        self.strip.offer(text, deed)

    def _reopen(self, kasus: Kasus) -> None:
        dialog = ReopenDialog(self, kasus, self.table.sequence)
        if dialog.exec():
            langkah = dialog.langkah.currentData()
            self._record(kasus, JenisKejadian.BUKA_KEMBALI, langkah, dialog.reason())

    def _attach(self, kasus: Kasus) -> None:
        """Keep a file as evidence; large ones take a while, so on the worker."""
        self.context.say(FOR_GOOD)
        source = dialogs.choose_file(self, "Pilih berkas bukti", _PATTERN)
        if source is None:
            return
        pelaku, terjadi = self.card.pelaku.currentText(), self.card.kapan.moment()
        langkah = step_at(kasus)
        office = self.context.office

        def attach(path: Path, progress: Progress) -> Step | None:
            attach_evidence(
                office, kasus.id, langkah, path, pelaku=pelaku, terjadi=terjadi, progress=progress
            )
            return office.journal.last

        def tell(_: Path, step: Step | None) -> None:
            if step is not None:
                self._offer_back(f"Bukti dilampirkan: {source.name}.", step)

        attach_files(self.context, self, [source], attach, "langkah ini", tell)

    def _open_evidence(self, lampiran_id: str) -> None:
        open_kept_file(self.context, self, UUID(lampiran_id))

    def _follow(self, link: StepLink) -> None:
        assert self.kasus is not None, "the button is shown with a case"
        if link.sets_periode:
            self.context.set_periode(self.kasus.periode)
        self.context.open_page(link.page, link.argument)

    def _print_sop(self) -> None:
        assert self.kasus is not None, "the button is shown with a case"
        wanted = Permintaan(SOP.kunci, self.kasus.periode, tentang=self.kasus.sop.id)
        self.context.open_page("dokumen", wanted)

    def _print_riwayat(self) -> None:
        assert self.kasus is not None, "the button is shown with a case"
        wanted = Permintaan(RIWAYAT_SOP.kunci, self.kasus.periode, tentang=self.kasus.id)
        self.context.open_page("dokumen", wanted)
