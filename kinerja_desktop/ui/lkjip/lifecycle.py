"""The buttons of the report: preview, print, save, make final, open again."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QWidget

from kinerja_desktop.domain.angka.batas_tanggal import BatasTanggal
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.errors import Problem
from kinerja_desktop.services.dokumen.document_list import suggest_name
from kinerja_desktop.services.dokumen.documents import save_document
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.tanggal_kertas import read_measured_bounds
from kinerja_desktop.services.kantor.untouched import find_changed_outside
from kinerja_desktop.services.lkjip.dokumen import LKJIP
from kinerja_desktop.services.lkjip.final import finalize_lkjip, reopen_lkjip
from kinerja_desktop.services.lkjip.laporan import IsiLkjip, read_lkjip
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.asking import ask_after
from kinerja_desktop.ui.base.button_deed import run_from_button, run_in_strip
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.paper.final_dialog import NEXT, FinalDialog

_PATTERNS = "PDF (*.pdf);;Word (*.docx)"


class LkjipButtons(QWidget):
    """Acts on the report that the page shows.

    Signals:
        leaving: something is about to be done with the whole report: hand over what is typed.
        section_wanted: the section of which something is missing is to be shown.
    """

    leaving = Signal()
    section_wanted = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._isi: IsiLkjip | None = None
        self.preview_button = QPushButton(style.icon("dokumen"), "&Pratinjau lengkap")
        self.print_button = QPushButton(style.icon("cetak"), "&Cetak")
        self.save_button = QPushButton(style.icon("simpan"), "Si&mpan…")
        self.final_button = QPushButton(style.icon("centang", "ON_ACCENT"), "&Jadikan final…")
        self.final_button.setObjectName("utama")
        self.reopen_button = QPushButton(style.icon("kembali"), "Buka kemba&li…")
        writes(self.final_button, self.reopen_button)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for button, deed in (
            (self.preview_button, self._open_document),
            (self.print_button, self._open_document),
            (self.save_button, self._save),
            (self.final_button, self._check),
            (self.reopen_button, self._reopen),
        ):
            button.clicked.connect(self.leaving)
            button.clicked.connect(deed)
            layout.addWidget(button)
        self.reopen_button.hide()
        self.setEnabled(False)

    def show_isi(self, isi: IsiLkjip) -> None:
        """Offer what can be done now."""
        self._isi = isi
        self.setEnabled(True)
        self.final_button.setVisible(not isi.status.is_final)
        self.reopen_button.setVisible(isi.status.is_final)

    def _wanted(self) -> Permintaan:
        assert self._isi is not None
        return Permintaan(LKJIP.kunci, Periode(self._isi.tahun))

    def _open_document(self) -> None:
        self._context.open_page("dokumen", self._wanted())

    def _save(self) -> None:
        wanted, office = self._wanted(), self._context.office
        name = suggest_name(wanted, "", "pdf")
        title = "Simpan laporan sebagai PDF atau Word"
        target = dialogs.choose_save_file(self, title, name, _PATTERNS)
        if target is None:
            return
        run_in_strip(
            self._context,
            self,
            self.save_button,
            lambda task: save_document(
                office, wanted, target, progress=task.report, cancelled=task.is_cancelled
            ),
            lambda _: self._context.say_written(f"Disimpan: {target}", target.parent),
        )

    def _check(self) -> None:
        assert self._isi is not None
        tahun = self._isi.tahun
        # Read again: what was just typed may have mended something.
        ask_after(
            self._context,
            self,
            lambda office: (
                read_lkjip(office, tahun),
                find_changed_outside(office),
                read_measured_bounds(office, Periode(tahun)),
            ),
            lambda found: self._ask(*found),
        )

    def _ask(self, isi: IsiLkjip, changed: list[Problem], batas: BatasTanggal) -> None:
        office, problems = self._context.office, [*isi.kekurangan, *changed]
        judul = f"{isi.nama} {isi.tahun}"
        dialog = FinalDialog(self, judul, problems, office.today(), batas, lead=self._lead)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        tanggal, alasan = dialog.tanggal(), dialog.alasan()
        run_in_strip(
            self._context,
            self,
            self.final_button,
            lambda task: finalize_lkjip(
                office, isi.tahun, tanggal, tidak_dapat_dipenuhi=alasan,
                progress=task.report, cancelled=task.is_cancelled, last_call=task.last_call,
            ),
            lambda _: self._context.say(
                f"{isi.nama} {isi.tahun} sudah final, tertanggal {format_tanggal(tanggal)}. {NEXT}"
            ),
            then=self.print_button,
        )  # fmt: skip

    def _lead(self, problem: Problem) -> Callable[[], None] | None:
        """Return what shows the section that a problem is about."""
        kunci = problem.about
        return partial(self.section_wanted.emit, kunci) if kunci else None

    def _reopen(self) -> None:
        assert self._isi is not None
        isi, office = self._isi, self._context.office
        reason = dialogs.ask_reason(
            self,
            "Buka kembali",
            f"{isi.nama} {isi.tahun} sudah final. Mengapa dibuka kembali? Versi yang sudah final "
            "tetap tersimpan, dan alasan ini ikut tercatat.",
            "Buka kembali",
        )
        key = isi.status.id
        if reason is not None and key is not None:
            run_from_button(
                self._context,
                self,
                self.reopen_button,
                lambda: reopen_lkjip(office, key, reason),
                lambda _: f"{isi.nama} {isi.tahun} dibuka kembali.",
            )
