"""The first start: what an office must tell before work can begin (`docs/architecture.md` §4.4)."""

from pathlib import Path

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget, QWizard

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import DataProblemsError, KinerjaError
from kinerja_desktop.server_address import ServerAddress
from kinerja_desktop.services.awal.setup import KantorBaru, complete_setup, set_up
from kinerja_desktop.services.awal.setup_bappeda import set_up_bappeda
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.latihan.terputus import note_ended
from kinerja_desktop.services.riwayat.restoring import restore_into
from kinerja_desktop.services.riwayat.status import suggest_periode
from kinerja_desktop.services.riwayat.workbook import apply_import, plan_import, require_identity
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.screen_room import resize_within
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.wizard.awal import Awal, AwalPage
from kinerja_desktop.ui.wizard.bappeda import BappedaPage
from kinerja_desktop.ui.wizard.draft import KeptDraft
from kinerja_desktop.ui.wizard.kantor import KantorPage
from kinerja_desktop.ui.wizard.latihan import fill_practice
from kinerja_desktop.ui.wizard.pejabat import PejabatPage
from kinerja_desktop.ui.wizard.rumus import RumusPage
from kinerja_desktop.ui.wizard.scrolled import ScrolledBody
from kinerja_desktop.ui.wizard.server import ServerPage
from kinerja_desktop.ui.wizard.sop import SopPage

_SIZE = QSize(1280, 680)
_KEEP_MS = 3000
_KEPT = "Isian yang belum selesai dari terakhir kali masih ada."
_CUT_SHORT = (
    "Kantor latihan terputus sewaktu disiapkan, jadi disisihkan. Pilih 'Coba dulu' sekali lagi "
    "bila masih diperlukan."
)
_LEAVE = (
    "Tutup panduan awal? Yang sudah diketik disimpan, dan dilanjutkan saat program dibuka lagi."
)
_START, _OFFICE, _PEOPLE, _FORMULA, _SOP, _BAPPEDA, _SERVER, _END = 0, 1, 2, 3, 4, 5, 6, -1

_TOPICS = {
    _START: "awal", _OFFICE: "kantor", _PEOPLE: "pejabat", _FORMULA: "rumus", _SOP: "sop",
    _BAPPEDA: "bappeda", _SERVER: "server",
}  # fmt: skip


class SetupWizard(QWizard):
    """Asks for the office; everything can be changed later in Pengaturan."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._is_ending = False
        self.setWindowTitle("Menyiapkan Kinerja Desktop")
        self.setWindowIcon(style.icon("aplikasi", style.BRAND))
        self.setWizardStyle(QWizard.WizardStyle.ModernStyle)
        self.setOption(QWizard.WizardOption.NoBackButtonOnStartPage)
        self.setOption(QWizard.WizardOption.HaveHelpButton)
        resize_within(self, _SIZE.width(), _SIZE.height())
        for button, text in (
            (QWizard.WizardButton.NextButton, "&Lanjut"),
            (QWizard.WizardButton.BackButton, "&Kembali"),
            (QWizard.WizardButton.FinishButton, "&Selesai"),
            (QWizard.WizardButton.CancelButton, "&Batal"),
            (QWizard.WizardButton.HelpButton, "?"),
        ):
            self.setButtonText(button, text)
        ask = self.button(QWizard.WizardButton.HelpButton)
        # By this name the help of a dialog finds its button (`ui.bantuan.dialog_help`).
        ask.setObjectName("bantuan")
        ask.setToolTip("Bantuan halaman ini (F1)")
        ask.setAccessibleName("Bantuan")
        self.start = AwalPage()
        self.office_page = KantorPage()
        self.people = PejabatPage(context.office.today())
        self.formula = RumusPage(context.office.today().year)
        self.sop = SopPage()
        self.bappeda = BappedaPage()
        self.server = ServerPage(context.tasks)
        self.strip = WorkStrip(context)
        self.start.put_below(self.strip)
        for key, page in (
            (_START, self.start), (_OFFICE, self.office_page), (_PEOPLE, self.people),
            (_FORMULA, self.formula), (_SOP, self.sop), (_BAPPEDA, self.bappeda),
            (_SERVER, self.server),
        ):  # fmt: skip
            self.setPage(key, page)
        self.draft = KeptDraft(
            context.office,
            {
                "awal": self.start, "kantor": self.office_page, "pejabat": self.people,
                "rumus": self.formula, "sop": self.sop, "bappeda": self.bappeda,
            },
        )  # fmt: skip
        self.start.resume_button.clicked.connect(self._resume)
        self.start.empty_button.clicked.connect(self._forget)
        self._take_up()
        style.dress(self)
        self._keeping = QTimer(self, interval=_KEEP_MS)
        self._keeping.timeout.connect(self._keep)
        self._keeping.start()

    def topic(self) -> str:
        """Return the name of the page that is shown, under which its help stands."""
        return _TOPICS[self.currentId()]

    def let_scroll(self, is_let: bool) -> None:
        """Let the pages scroll sideways while the help stands beside them."""
        for body in self.findChildren(ScrolledBody):
            body.let_scroll(is_let)
        # The same format once more: only so does the wizard measure the page that is shown anew.
        self.setTitleFormat(self.titleFormat())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask before Escape ends the program: it is pressed to leave a list or a message."""
        if self._is_ending:
            return
        is_escape = event.matches(QKeySequence.StandardKey.Cancel)
        if is_escape and self.currentId() != _START and not dialogs.confirm(self, _LEAVE, "Tutup"):
            event.accept()
            return
        super().keyPressEvent(event)

    def first_periode(self) -> Periode:
        """Return what the window shows first: the year that was asked for, or what is known."""
        if self.start.choice() is Awal.BARU:
            return Periode(self.formula.tahun())
        return self.context.memory.periode() or suggest_periode(self.context.office)

    def server_address(self) -> ServerAddress | None:
        """Return the server where the office's data is; None when it is on this PC."""
        return self.server.address() if self.start.choice() is Awal.SERVER else None

    def nextId(self) -> int:
        """Ask on only when the office is to be filled in by hand."""
        current, choice = self.currentId(), self.start.choice()
        if current == _START and choice is Awal.BAPPEDA:
            return _BAPPEDA
        if current == _START and choice is Awal.SERVER:
            return _SERVER
        skips = current == _START and choice is not Awal.BARU
        return _END if skips or current in (_SOP, _BAPPEDA, _SERVER) else current + 1

    def initializePage(self, page_id: int) -> None:
        """Carry the office's name on to the post of its Camat, and to its SOPs."""
        super().initializePage(page_id)
        if page_id == _PEOPLE:
            values = self.office_page.values()
            self.people.name_camat(values["kecamatan"], values["tempat"])
        if page_id == _SOP:
            names = self.office_page.values()
            self.sop.tick_own(names["kecamatan"], names["kabupaten"])

    def accept(self) -> None:
        """Write everything down; stay open when something is not right.

        A second press of the button, while the first is at work or has done it, does nothing.
        """
        if self._is_ending or self.strip.is_busy:
            return
        if self.start.choice() is Awal.SERVER:
            # Nothing is written here: the program opens the server's data instead.
            super().accept()
            return
        if self.start.choice() is Awal.CONTOH:
            self._keeping.stop()
            self._keep(is_tried=True)
            self._shut(True)
            fill_practice(self.context, self.strip, self, super().accept, self._go_on)
            return
        self._is_ending = True
        self._is_ending = bool(self.context.attempt(self, lambda: self._write(self.context.office)))
        if self._is_ending:
            self._keeping.stop()
            self.context.attempt(self, self.draft.remove)
            super().accept()

    def reject(self) -> None:
        """Leave; what was typed is there when the program is started again.

        While the practice office is being filled it stays: half of one is no office.
        """
        if self._is_ending or self.strip.is_busy:
            return
        self._keeping.stop()
        self._keep()
        super().reject()

    def _keep(self, *, is_tried: bool = False) -> None:
        """Keep what was typed; a disk that refuses is told once, and typing goes on.

        Args:
            is_tried: the practice office comes first; how to begin is asked anew after it.
        """
        try:
            self.draft.keep(self.currentId(), without="awal" if is_tried else "")
        except KinerjaError as error:
            self._keeping.stop()
            dialogs.explain(self, error)

    def _take_up(self) -> None:
        """Fill the pages with what was typed the last time, and say so."""
        try:
            if note_ended(self.context.office):
                self.start.tell(_CUT_SHORT, can_resume=False)
            found = self.draft.take_up()
        except KinerjaError as error:
            self.start.tell(str(error), can_resume=False)
            return
        if found:
            self.start.tell(_KEPT, can_resume=True)

    def _resume(self) -> None:
        """Go on to the page where the wizard was left, as far as the pages before are complete."""
        wanted = self.draft.halaman
        self.start.tell("", can_resume=False)
        while self.currentId() != wanted and self.currentPage().isComplete():
            if self.nextId() == _END:
                return
            self.next()

    def _forget(self) -> None:
        """Begin with empty pages."""
        self.draft.empty()
        self.start.tell("", can_resume=False)

    def _go_on(self, is_half: bool) -> None:
        """After a failure: choose again, or end where half an office is to be laid aside."""
        self._shut(False)
        if is_half:
            super().reject()
        else:
            self._keeping.start()

    def _shut(self, is_shut: bool) -> None:
        for choice in self.start.buttons.values():
            choice.setEnabled(not is_shut)
        for button in (QWizard.WizardButton.FinishButton, QWizard.WizardButton.CancelButton):
            self.button(button).setEnabled(not is_shut)

    def _write(self, office: Office) -> bool:
        match self.start.choice():
            case Awal.CADANGAN:
                restore_into(office, self.start.path())
                office.require_instansi()
            case Awal.BUKU:
                _take_workbook(office, self.start.path())
            case Awal.BARU:
                set_up(office, self._kantor())
            case Awal.BAPPEDA:
                set_up_bappeda(office, self.bappeda.baru())
        return True

    def _kantor(self) -> KantorBaru:
        tahun = self.formula.tahun()
        return KantorBaru(
            instansi=self.office_page.values(),
            tahun=tahun,
            pejabat=self.people.officials(),
            profil=self.formula.profil(),
            sop=self.sop.chosen(),
            logo=self.office_page.logo(),
        )


def _take_workbook(office: Office, path: Path) -> None:
    plan = plan_import(office, path)
    if not plan.is_sound:
        raise DataProblemsError(plan.problems)
    require_identity(office, plan)
    apply_import(office, plan)
    complete_setup(office)
