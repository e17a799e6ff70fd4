"""The buttons of a measurement: preview, print, make final, open again."""

from collections.abc import Callable
from uuid import UUID

from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from kinerja_desktop.domain.angka.batas_tanggal import BatasTanggal
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.capaian.tindak_lanjut import TempatIndikator
from kinerja_desktop.errors import Problem
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.status_final import StatusFinal
from kinerja_desktop.services.kantor.tanggal_kertas import read_measured_bounds
from kinerja_desktop.services.pengukuran.dokumen import PENGUKURAN, PENGUKURAN_IKI
from kinerja_desktop.services.pengukuran.finalisasi import finalize, list_before_final, reopen
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.asking import ask_after
from kinerja_desktop.ui.base.button_deed import run_in_strip
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.tasks import Task
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.paper.final_dialog import NEXT, FinalDialog

_PAGE = "pengukuran"


class LifecycleButtons(QWidget):
    """Acts on the measurement that the page shows."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._periode = context.periode
        self._pejabat: UUID | None = None
        self._status = StatusFinal()
        self.preview_button = QPushButton(style.icon("dokumen"), "&Pratinjau")
        self.print_button = QPushButton(style.icon("cetak"), "&Cetak")
        self.final_button = QPushButton(style.icon("centang", "ON_ACCENT"), "&Jadikan final")
        self.final_button.setObjectName("utama")
        self.reopen_button = QPushButton(style.icon("kembali"), "Buka kemba&li")
        writes(self.final_button, self.reopen_button)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for button, deed in (
            (self.preview_button, self._open_document),
            (self.print_button, self._open_document),
            (self.final_button, self._check),
            (self.reopen_button, self._reopen),
        ):
            button.clicked.connect(deed)
            layout.addWidget(button)
        # Never both at once, nor while the page is still read: a small window has no room.
        self.reopen_button.hide()

    def show_status(
        self, periode: Periode, pejabat: UUID | None, status: StatusFinal, *, is_empty: bool
    ) -> None:
        """Offer what can be done now."""
        self._periode, self._pejabat, self._status = periode, pejabat, status
        self.setEnabled(not is_empty)
        self.final_button.setVisible(not status.is_final)
        self.reopen_button.setVisible(status.is_final)

    def _open_document(self) -> None:
        kind = PENGUKURAN if self._pejabat is None else PENGUKURAN_IKI
        wanted = Permintaan(kind.kunci, self._periode, self._pejabat)
        self._context.open_page("dokumen", wanted)

    def _check(self) -> None:
        periode, pejabat = self._periode, self._pejabat
        ask_after(
            self._context,
            self,
            lambda office: (
                list_before_final(office, periode, pejabat),
                read_measured_bounds(office, periode, pejabat),
            ),
            lambda found: self._ask(*found),
        )

    def _ask(self, problems: list[Problem], batas: BatasTanggal) -> None:
        periode, pejabat, office = self._periode, self._pejabat, self._context.office
        judul = f"Pengukuran Kinerja {periode.label}"
        dialog = FinalDialog(self, judul, problems, office.today(), batas, lead=self._lead)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        tanggal, alasan = dialog.tanggal(), dialog.alasan()

        def work(task: Task) -> str:
            row = finalize(
                office, periode, tanggal, pejabat, tidak_dapat_dipenuhi=alasan,
                progress=task.report, cancelled=task.is_cancelled, last_call=task.last_call,
            )  # fmt: skip
            return row.kode

        run_in_strip(
            self._context,
            self,
            self.final_button,
            work,
            lambda kode: self._context.say(
                f"Sudah final, tertanggal {format_tanggal(tanggal)}. Kode verifikasi {kode}. {NEXT}"
            ),
            then=self.print_button,
        )

    def _lead(self, problem: Problem) -> Callable[[], None] | None:
        """Return what shows the line of the indicator that a problem is about."""
        if not problem.about:
            return None
        place = TempatIndikator(
            self._periode, UUID(problem.about), self._pejabat, is_narasi=problem.needs_reason
        )
        return lambda: self._context.open_page(_PAGE, place)

    def _reopen(self) -> None:
        reason = dialogs.ask_reason(
            self,
            "Buka kembali",
            f"Pengukuran Kinerja {self._periode.label} sudah final. Mengapa dibuka kembali? "
            "Versi yang sudah final tetap tersimpan, dan alasan ini ikut tercatat.",
            "Buka kembali",
        )
        key = self._status.id
        if reason is not None and key is not None:
            office = self._context.office
            self._context.store(self, lambda: reopen(office, key, reason))
