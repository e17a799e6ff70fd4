"""Make a signed paper final from the page Dokumen, and open it again with a reason."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_papers import make_final, period_of, reopen_paper
from kinerja_desktop.services.kantor.status_final import StatusFinal
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.paper.final_dialog import TERSIMPAN, FinalDialog

_DRAFT = "Sesudah ditandatangani di kertas, jadikan final: cetakannya disimpan dan tidak berubah."


class PaperFinality(QWidget):
    """The buttons of a paper that people sign; `note` says where it stands."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._wanted: Permintaan | None = None
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.final_button = QPushButton(style.icon("centang"), "&Jadikan final…")
        self.reopen_button = QPushButton(style.icon("kembali"), "Buka kemba&li…")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for button, deed in (
            (self.final_button, self._make_final),
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

    def _make_final(self) -> None:
        wanted, office = self._wanted, self._context.office
        if wanted is None:
            return
        dokumen = DOKUMEN[wanted.kunci]
        judul = f"{dokumen.judul} {period_of(dokumen, wanted).label}"
        day = wanted.tanggal or office.today()
        dialog = FinalDialog(self, judul, [], day, TERSIMPAN)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            tanggal = dialog.tanggal()
            self._run(
                self.final_button,
                lambda: make_final(office, dokumen, wanted, tanggal),
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
        button.setEnabled(False)

        def finish(_: object) -> None:
            button.setEnabled(True)
            self._context.say(sentence)

        def fail(error: Exception) -> None:
            button.setEnabled(True)
            self._context.explain(self, error)

        self._context.tasks.run(lambda task: deed(), done=finish, failed=fail)
