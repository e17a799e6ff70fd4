"""Make a signed paper final, and open it again with a reason."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from kinerja_desktop.errors import Problem
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_papers import make_final, period_of, reopen_paper
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.status_final import StatusFinal
from kinerja_desktop.services.kantor.untouched import find_changed_outside
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.button_deed import run_from_button
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.paper.final_dialog import TERSIMPAN, FinalDialog

_DRAFT = "Sesudah ditandatangani di kertas, jadikan final: cetakannya disimpan dan tidak berubah."


class PaperFinality(QWidget):
    """The buttons of a paper that people sign; `note` says where it stands."""

    def __init__(
        self, context: Context, ready: Callable[[], Permintaan | None] | None = None
    ) -> None:
        """Make the buttons.

        Args:
            context: what the page works with.
            ready: keeps what is still being typed into the paper, and returns what is then to be
                made final; None when it cannot be kept, and has been said why. Without it what
                was shown is made final.
        """
        super().__init__()
        self._context = context
        self._ready = ready or (lambda: self._wanted)
        self._wanted: Permintaan | None = None
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.final_button = QPushButton(style.icon("centang"), "&Jadikan final…")
        self.reopen_button = QPushButton(style.icon("kembali"), "Buka kemba&li…")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for button, deed in (
            (self.final_button, self._check),
            (self.reopen_button, self._reopen),
        ):
            button.clicked.connect(deed)
            layout.addWidget(button)
        self.forget()

    def forget(self) -> None:
        """Offer nothing: what is shown is no longer what is chosen, or nobody signs it."""
        self._wanted = None
        for part in (self.final_button, self.reopen_button, self.note):
            part.hide()

    def show_status(self, wanted: Permintaan, status: StatusFinal) -> None:
        """Offer what can be done with a paper that people sign."""
        self._wanted = wanted
        self.final_button.setVisible(not status.is_final)
        self.reopen_button.setVisible(status.is_final)
        lines = (
            [f"Final versi {status.versi}, kode {status.kode}."] if status.is_final else [_DRAFT]
        )
        self.note.setText(" ".join([*lines, *(f"{change}." for change in status.perubahan)]))
        self.note.show()

    def _check(self) -> None:
        if self._wanted is not None and (wanted := self._ready()) is not None:
            self._context.load(
                self,
                lambda office: _list_before_final(office, wanted),
                lambda problems: self._make_final(wanted, problems),
            )

    def _make_final(self, wanted: Permintaan, problems: list[Problem]) -> None:
        office = self._context.office
        dokumen = DOKUMEN[wanted.kunci]
        judul = f"{dokumen.judul} {period_of(dokumen, wanted).label}"
        day = wanted.tanggal or office.today()
        dialog = FinalDialog(self, judul, problems, day, TERSIMPAN)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            tanggal, alasan = dialog.tanggal(), dialog.alasan()
            self._run(
                self.final_button,
                lambda: make_final(office, dokumen, wanted, tanggal, tidak_dapat_dipenuhi=alasan),
                f"{judul} sudah final.",
            )

    def _reopen(self) -> None:
        wanted, office = self._wanted, self._context.office
        if wanted is None:
            return
        dokumen = DOKUMEN[wanted.kunci]
        reason = dialogs.ask_reason(
            self,
            "Buka kembali",
            f"{dokumen.judul} sudah final. Mengapa dibuka kembali? Cetakan yang sudah final tetap "
            "tersimpan, dan alasan ini ikut tercatat.",
            "Buka kembali",
        )
        if reason is not None:
            self._run(
                self.reopen_button,
                lambda: reopen_paper(office, dokumen, wanted, reason),
                f"{dokumen.judul} dibuka kembali.",
            )

    def _run(self, button: QPushButton, deed: Callable[[], object], sentence: str) -> None:
        run_from_button(self._context, self, button, deed, lambda _: sentence)


def _list_before_final(office: Office, wanted: Permintaan) -> list[Problem]:
    """Return what was changed outside, and what the paper still lacks: with that it may go on."""
    dokumen = DOKUMEN[wanted.kunci]
    notes = dokumen.describe(office, period_of(dokumen, wanted)).catatan.splitlines()
    lacks = [Problem(note, is_warning=True) for note in notes]
    return [*find_changed_outside(office), *lacks]
