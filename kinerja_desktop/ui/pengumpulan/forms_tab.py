"""Formulir: hand them out, take them back, remind those who are late."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.dokumen import Dokumen, Permintaan
from kinerja_desktop.services.pengumpulan.baca import plan_terima
from kinerja_desktop.services.pengumpulan.dokumen import DOKUMEN, TEGURAN
from kinerja_desktop.services.pengumpulan.kirim import (
    propose_tenggat,
)
from kinerja_desktop.services.pengumpulan.papan import Papan, read_papan
from kinerja_desktop.services.pengumpulan.rencana import RencanaTerima
from kinerja_desktop.services.pengumpulan.teguran import write_teguran
from kinerja_desktop.services.pengumpulan.terima import HasilTerima, StalePlanError, take_in
from kinerja_desktop.services.pengumpulan.tolak import write_rejects_each
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.pengumpulan.board import Board
from kinerja_desktop.ui.pengumpulan.receive import ReceivePanel, describe
from kinerja_desktop.ui.pengumpulan.sending import Sending
from kinerja_desktop.ui.pengumpulan.warn_dialog import WarnDialog

_TAKEN = "Formulir (*.xlsx *.ods *.xls *.xlsb)"
_WARN = "Nota dinas teguran bagi yang sudah dikirimi formulir dan belum lengkap"
_NOBODY_OWES = "Belum ada formulir yang dikirim, atau semuanya sudah lengkap"
_A_WORKBOOK = "Bukan formulir, melainkan buku kerja kantor: dibaca di tab Buku kerja."
_BUSY = "Pekerjaan sebelumnya belum selesai. Tunggu sebentar, lalu ulangi."
_MOVED = "Data berubah sesudah formulir dibaca, jadi dibaca ulang. Periksa lagi sebelum memasukkan."
_OTHER_PERIODE = "Yang dipilih sekarang {periode}, jadi formulir dibaca ulang. Periksa lagi."


class FormsTab(QWidget):
    """The board; while forms are looked through, their preview takes its place.

    Signals:
        workbook_found: what was given is no form but the office's whole workbook.
    """

    workbook_found = Signal(Path)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._papan: Papan | None = None
        self._paths: list[Path] = []
        self.strip = WorkStrip(context)
        self.strip.busy_changed.connect(self._enable)
        self.sending = Sending(context, self, self.strip)
        self.send_button = QPushButton(style.icon("kirim", "ON_ACCENT"), "&Kirim formulir…")
        self.send_button.setObjectName("utama")
        self.send_button.clicked.connect(lambda: self.sending.ask(self._papan))
        self.take_button = QPushButton(style.icon("pengumpulan"), "&Ambil formulir…")
        self.take_button.setToolTip("Atau seret berkas, map, atau seluruh flashdisk ke jendela ini")
        self.take_button.clicked.connect(self._ask_files)
        self.folder_button = QPushButton("Ambil dari &map…")
        self.folder_button.setToolTip(
            "Semua formulir di map atau flashdisk, juga di map di dalamnya"
        )
        self.folder_button.clicked.connect(self._ask_folder)
        self.warn_button = QPushButton("Te&gur…")
        writes(self.send_button, self.take_button, self.folder_button, self.warn_button)
        self.warn_button.clicked.connect(self._ask_warn)
        self.print_button = QPushButton(style.icon("cetak"), "&Cetak")
        menu = QMenu(self.print_button)
        for dokumen in DOKUMEN:
            menu.addAction(dokumen.judul).triggered.connect(
                lambda _=False, dokumen=dokumen: self._print(dokumen)
            )
        self.print_button.setMenu(menu)
        self.board = Board(context.open_page)
        self.receive = ReceivePanel()
        self.receive.taken.connect(self._take)
        self.receive.returned.connect(lambda: self._ask_return(self.receive.rencana))
        self.receive.dropped.connect(self._forget)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.board)
        self.stack.addWidget(self.receive)
        self.bar = QWidget()
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(style.MEDIUM)
        for button in (self.send_button, self.take_button, self.folder_button, self.warn_button):
            row.addWidget(button)
        row.addStretch()
        row.addWidget(self.print_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        layout.setSpacing(style.SMALL)
        layout.addWidget(self.bar)
        layout.addWidget(self.strip)
        layout.addWidget(self.stack, 1)

    def reload(self) -> None:
        """Read the board again."""
        periode = self.context.periode
        self.context.load(
            self,
            lambda office: (read_papan(office, periode), office.journal.state()),
            lambda found: self._show(*found),
        )

    def read(self, paths: Sequence[Path]) -> None:
        """Read forms on the worker thread, then show what they would change.

        What is dropped while forms are looked through is looked through with them.
        """
        if self.strip.is_busy:
            self.context.say(_BUSY)
            return
        # What was told of before is not about these.
        self.context.say("")
        shown = self.receive.rencana
        before = self._paths if shown and shown.formulir else []
        self._read(list(dict.fromkeys([*before, *paths])))

    def _read(self, paths: list[Path], why: str = "") -> None:
        periode = self.context.periode

        def show(rencana: RencanaTerima) -> None:
            if len(paths) == 1 and list(rencana.buku) == paths:
                self.context.diary.hear(_A_WORKBOOK)
                self.workbook_found.emit(paths[0])
                return
            self._paths = paths
            self.context.diary.hear(describe(rencana))
            self._show_rencana(rencana, periode, why)

        self.strip.run(
            "Membaca formulir…",
            lambda task: plan_terima(
                self.context.office, paths, periode, task.report, task.is_cancelled
            ),
            done=show,
            failed=self._fail,
        )

    def _show(self, papan: Papan, state: str) -> None:
        self._papan = papan
        self.board.show_papan(papan)
        self._enable()
        rencana = self.receive.rencana
        if rencana is None or not rencana.formulir or self.strip.is_busy:
            return
        if rencana.keadaan != state:
            self._read_again(_MOVED)
        elif self.receive.periode != papan.periode:
            self._read_again(_OTHER_PERIODE.format(periode=papan.periode.label))

    def _read_again(self, reason: str) -> None:
        """What is previewed was held against other data, or another period: hold it anew.

        The line below the window may tell what was just taken back, so it is told in the page.
        """
        self._read(self._paths, reason)

    def _enable(self) -> None:
        papan, busy = self._papan, self.strip.is_busy
        self.receive.set_busy(busy)
        self.send_button.setEnabled(bool(papan and papan.baris) and not busy)
        self.take_button.setEnabled(not busy)
        self.folder_button.setEnabled(not busy)
        owing = [row for row in papan.belum if row.formulir_id] if papan else []
        self.warn_button.setEnabled(bool(owing) and not busy)
        self.warn_button.setToolTip(_WARN if owing else _NOBODY_OWES)
        self.print_button.setEnabled(bool(papan and any(row.dikirim for row in papan.baris)))

    def _ask_files(self) -> None:
        if paths := dialogs.choose_files(self, "Ambil formulir", _TAKEN):
            self.read(paths)

    def _ask_folder(self) -> None:
        if folder := dialogs.choose_folder(self, "Ambil formulir dari map atau flashdisk"):
            self.read([folder])

    def _show_rencana(self, rencana: RencanaTerima, periode: Periode, why: str) -> None:
        self.receive.show_rencana(rencana, periode, why)
        self.stack.setCurrentWidget(self.receive)
        self.bar.setVisible(False)
        first = self.receive.take_button
        target = first if first.isEnabled() else self.receive.files
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        if periode != self.context.periode:
            self._read_again(_OTHER_PERIODE.format(periode=self.context.periode.label))

    def _take(self) -> None:
        rencana = self.receive.rencana
        if rencana is None:
            return
        chosen = frozenset(self.receive.model.chosen)
        self.strip.run(
            "Memasukkan formulir…",
            lambda task: take_in(
                self.context.office,
                rencana,
                chosen,
                task.report,
                task.is_cancelled,
                task.last_call,
            ),
            done=lambda hasil: self._tell_taken(hasil, rencana),
            failed=self._fail,
        )

    def _tell_taken(self, hasil: HasilTerima, rencana: RencanaTerima) -> None:
        text = f"{hasil.masuk} baris masuk dari {hasil.formulir} formulir, {hasil.bukti} bukti"
        undo = ". Ctrl+Z membatalkan semuanya." if hasil.formulir else "."
        if hasil.ditolak:
            text = f"{text}; {hasil.ditolak} baris harus diperbaiki pemegangnya"
        # Before the question: what was taken in would be held against itself behind it.
        self._forget()
        self.reload()
        self.context.say(f"{text}{undo}")
        question = f"{text}. Tulis sekarang Excel untuk diperbaiki?"
        yes, no = "Tulis untuk diperbaiki", "Tidak sekarang"
        if hasil.ditolak and dialogs.confirm(self, question, yes, "", no):
            self._ask_return(rencana)

    def _ask_return(self, rencana: RencanaTerima | None) -> None:
        folder = dialogs.choose_folder(self, "Simpan yang harus diperbaiki ke folder")
        if rencana is None or folder is None:
            return
        self.strip.run(
            "Menulis yang harus diperbaiki…",
            lambda task: write_rejects_each(
                self.context.office, rencana, folder, task.report, task.is_cancelled
            ),
            done=lambda paths: self.context.say_written(
                f"{len(paths)} berkas ditulis ke {folder}. Kembalikan kepada pemegangnya; alasan "
                "ada di samping tiap sel yang merah.",
                folder,
            ),
            failed=self._fail,
        )

    def _forget(self) -> None:
        self._paths = []
        self.receive.forget()
        self.bar.setVisible(True)
        self.stack.setCurrentWidget(self.board)
        self.board.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_warn(self) -> None:
        papan = self._papan
        if papan is None:
            return
        periode, office = papan.periode, self.context.office
        owing = [row for row in papan.belum if row.formulir_id]
        dialog = WarnDialog(self, owing, office.today(), propose_tenggat(office, periode))
        if not dialog.exec() or not (wanted := dialog.chosen()):
            return
        self.strip.run(
            "Mencatat teguran…",
            lambda task: write_teguran(
                office, periode, wanted.formulir, wanted.tanggal, wanted.tenggat
            ),
            done=lambda _: self.context.open_page(
                "dokumen", Permintaan(TEGURAN.kunci, periode, tanggal=wanted.tanggal)
            ),
            failed=self._fail,
            can_cancel=False,
        )

    def _print(self, dokumen: Dokumen) -> None:
        self.context.open_page("dokumen", Permintaan(dokumen.kunci, self.context.periode))

    def _fail(self, error: Exception) -> None:
        if isinstance(error, StalePlanError):
            self._read_again(_MOVED)
        else:
            self.context.explain(self, error)
