"""Make a signed paper final, and open it again with a reason."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from kinerja_desktop.domain.angka.batas_tanggal import BatasTanggal
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.errors import Problem
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.dokumen.tanggal import find_date_bounds
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_papers import (
    list_before_keeping,
    make_final,
    period_of,
    reopen_paper,
)
from kinerja_desktop.services.kantor.status_final import StatusFinal
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.asking import ask_after
from kinerja_desktop.ui.base.button_deed import run_from_button, run_in_strip
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import page_of
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.paper.final_dialog import NEXT, TERSIMPAN, FinalDialog

_DRAFT = (
    "Draf: jadikan final dulu, lalu cetak yang final dan minta tanda tangan. Cetakan final "
    "disimpan dan tidak berubah; surat mengambil nomornya saat itu."
)


class PaperFinality(QWidget):
    """The buttons of a paper that people sign; `note` says where it stands."""

    #: The paper that was shown is final now; its page has the keys, unless somebody went elsewhere.
    became_final = Signal()

    def __init__(
        self,
        context: Context,
        ready: Callable[[], Permintaan | None] | None = None,
        *,
        is_main: bool = False,
    ) -> None:
        """Make the buttons.

        Args:
            context: what the page works with.
            ready: keeps what is still being typed into the paper, and returns what is then to be
                made final; None when it cannot be kept, and has been said why. Without it what
                was shown is made final.
            is_main: it is what the page leads to.
        """
        super().__init__()
        self._context = context
        self._ready = ready or (lambda: self._wanted)
        self._wanted: Permintaan | None = None
        self.note = QLabel()
        self.note.setWordWrap(True)
        icon = style.icon("centang", "ON_ACCENT" if is_main else "INK")
        self.final_button = QPushButton(icon, "&Jadikan final…")
        if is_main:
            self.final_button.setObjectName("utama")
        self.reopen_button = QPushButton(style.icon("kembali"), "Buka kemba&li…")
        writes(self.final_button, self.reopen_button)
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
            ask_after(
                self._context,
                self,
                lambda office: (
                    list_before_keeping(office, DOKUMEN[wanted.kunci], wanted),
                    find_date_bounds(office, wanted),
                ),
                lambda found: self._make_final(wanted, *found),
            )

    def _make_final(self, wanted: Permintaan, problems: list[Problem], batas: BatasTanggal) -> None:
        dokumen = DOKUMEN[wanted.kunci]
        judul = f"{dokumen.judul} {period_of(dokumen, wanted).label}"
        day = wanted.tanggal or self._context.office.today()
        dialog = FinalDialog(self, judul, problems, day, batas, TERSIMPAN)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        dated, alasan = replace(wanted, tanggal=dialog.tanggal()), dialog.alasan()
        if dated.tanggal == day:
            self._keep(dated, judul, alasan)
            return

        def judge(now: list[Problem]) -> None:
            """What is odd about another day has not been told yet."""
            if all(problem in problems for problem in now):
                self._keep(dated, judul, alasan)
            else:
                self._make_final(dated, now, batas)

        self._context.load(self, lambda office: list_before_keeping(office, dokumen, dated), judge)

    def _keep(self, wanted: Permintaan, judul: str, alasan: str) -> None:
        office, tanggal = self._context.office, wanted.tanggal or self._context.office.today()
        run_in_strip(
            self._context,
            self,
            self.final_button,
            lambda task: make_final(
                office, DOKUMEN[wanted.kunci], wanted, tanggal, tidak_dapat_dipenuhi=alasan,
                progress=task.report, cancelled=task.is_cancelled, last_call=task.last_call,
            ),
            lambda _: self._tell(judul, tanggal),
            then=page_of(self),
        )  # fmt: skip

    def _tell(self, judul: str, tanggal: date) -> None:
        self._context.say(f"{judul} sudah final, tertanggal {format_tanggal(tanggal)}. {NEXT}")
        self.became_final.emit()

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
            run_from_button(
                self._context,
                self,
                self.reopen_button,
                lambda: reopen_paper(office, dokumen, wanted, reason),
                lambda _: f"{dokumen.judul} dibuka kembali.",
            )
