"""Formulir: hand them out, take them back, remind those who are late."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.services.kantor.dokumen import Dokumen, Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.delivery import Drive, list_drives
from kinerja_desktop.services.pengumpulan.baca import ReceiveCancelledError, plan_terima
from kinerja_desktop.services.pengumpulan.dokumen import DOKUMEN, TEGURAN
from kinerja_desktop.services.pengumpulan.kirim import (
    FormulirTerkirim,
    SendCancelledError,
    propose_tenggat,
    send_formulir,
)
from kinerja_desktop.services.pengumpulan.papan import Papan, read_papan
from kinerja_desktop.services.pengumpulan.pemegang import Menurut
from kinerja_desktop.services.pengumpulan.rencana import RencanaTerima
from kinerja_desktop.services.pengumpulan.teguran import write_teguran
from kinerja_desktop.services.pengumpulan.terima import HasilTerima, take_in
from kinerja_desktop.services.pengumpulan.tolak import write_rejects_each
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.pengumpulan.board import Board
from kinerja_desktop.ui.pengumpulan.receive import ReceivePanel
from kinerja_desktop.ui.pengumpulan.send_dialog import Kiriman, SendDialog
from kinerja_desktop.ui.pengumpulan.warn_dialog import WarnDialog

_TAKEN = "Formulir (*.xlsx *.ods *.xls *.xlsb)"


@dataclass(frozen=True)
class _Offer:
    """What the dialog for sending needs, read on the worker."""

    boards: Sequence[Papan]
    tenggat: date
    drives: Sequence[Drive]


class FormsTab(QWidget):
    """The board; while forms are looked through, their preview takes its place."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._papan: Papan | None = None
        self.setAcceptDrops(True)
        self.send_button = QPushButton(style.icon("kirim", style.PAPER), "&Kirim formulir…")
        self.send_button.setObjectName("utama")
        self.send_button.clicked.connect(self._ask_send)
        self.take_button = QPushButton(style.icon("pengumpulan"), "&Ambil formulir…")
        self.take_button.setToolTip("Atau seret berkas, map, atau seluruh flashdisk ke sini")
        self.take_button.clicked.connect(self._ask_files)
        self.folder_button = QPushButton("Ambil dari &map…")
        self.folder_button.clicked.connect(self._ask_folder)
        self.warn_button = QPushButton("&Tegur…")
        self.warn_button.clicked.connect(self._ask_warn)
        self.print_button = QPushButton(style.icon("cetak"), "&Cetak")
        menu = QMenu(self.print_button)
        for dokumen in DOKUMEN:
            menu.addAction(dokumen.judul).triggered.connect(
                lambda _=False, dokumen=dokumen: self._print(dokumen)
            )
        self.print_button.setMenu(menu)
        self.strip = WorkStrip(context)
        self.strip.busy_changed.connect(self._enable)
        self.board = Board()
        self.receive = ReceivePanel()
        self.receive.taken.connect(self._take)
        self.receive.returned.connect(self._ask_return)
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
        layout.setContentsMargins(0, style.SMALL, 0, 0)
        layout.setSpacing(style.MEDIUM)
        layout.addWidget(self.bar)
        layout.addWidget(self.strip)
        layout.addWidget(self.stack, 1)

    def reload(self) -> None:
        """Read the board again."""
        periode = self.context.periode
        self.context.load(self, lambda office: read_papan(office, periode), self._show)

    def read(self, paths: Sequence[Path]) -> None:
        """Read forms on the worker thread, then show what they would change."""
        periode = self.context.periode
        self.strip.run(
            "Membaca formulir…",
            lambda task: plan_terima(
                self.context.office, paths, periode, task.report, task.is_cancelled
            ),
            done=self._show_rencana,
            failed=self._fail,
        )

    def send(self, wanted: Kiriman) -> None:
        """Write forms on the worker thread."""
        periode = self.context.periode
        self.strip.run(
            "Menulis formulir…",
            lambda task: send_formulir(
                self.context.office, periode, wanted.folder, wanted.tenggat,
                menurut=wanted.menurut, pemegang=wanted.pemegang, map_sendiri=wanted.map_sendiri,
                progress=task.report, cancelled=task.is_cancelled,
            ),
            done=lambda sent: self._tell_sent(sent, wanted.folder),
            failed=self._fail,
        )  # fmt: skip

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and not self.strip.is_busy:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.read(paths)

    def _show(self, papan: Papan) -> None:
        self._papan = papan
        self.board.show_papan(papan)
        self._enable()

    def _enable(self) -> None:
        papan, busy = self._papan, self.strip.is_busy
        self.send_button.setEnabled(bool(papan and papan.baris) and not busy)
        self.take_button.setEnabled(not busy)
        self.folder_button.setEnabled(not busy)
        owing = [row for row in papan.belum if row.formulir_id] if papan else []
        self.warn_button.setEnabled(bool(owing) and not busy)
        self.print_button.setEnabled(bool(papan and any(row.dikirim for row in papan.baris)))

    def _ask_send(self) -> None:
        periode = self.context.periode

        def read(office: Office) -> _Offer:
            ways = [self._papan.menurut] if self._papan else []
            ways += [way for way in Menurut if way not in ways]
            boards = [read_papan(office, periode, way) for way in ways]
            return _Offer(boards, propose_tenggat(office, periode), list_drives())

        self.context.load(self, read, self._open_send)

    def _open_send(self, offer: _Offer) -> None:
        dialog = SendDialog(self, offer.boards, offer.tenggat, offer.drives)
        if dialog.exec() and (wanted := dialog.chosen()):
            self.send(wanted)

    def _tell_sent(self, sent: Sequence[FormulirTerkirim], folder: Path) -> None:
        self.context.say(f"{len(sent)} formulir ditulis ke {folder}")
        dialogs.inform(
            self,
            f"{len(sent)} formulir ditulis ke {folder}.",
            "Nota dinas permintaan data dan daftar penerimaannya ada di tombol Cetak.",
        )

    def _ask_files(self) -> None:
        if paths := dialogs.choose_files(self, "Ambil formulir", _TAKEN):
            self.read(paths)

    def _ask_folder(self) -> None:
        if folder := dialogs.choose_folder(self, "Ambil formulir dari map atau flashdisk"):
            self.read([folder])

    def _show_rencana(self, rencana: RencanaTerima) -> None:
        self.receive.show_rencana(rencana)
        self.stack.setCurrentWidget(self.receive)
        self.bar.setVisible(False)
        self.receive.take_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self) -> None:
        rencana = self.receive.rencana
        if rencana is None:
            return
        chosen = frozenset(self.receive.model.chosen)
        self.strip.run(
            "Memasukkan formulir…",
            lambda task: take_in(self.context.office, rencana, chosen),
            done=self._tell_taken,
            failed=self._fail,
            can_cancel=False,
        )

    def _tell_taken(self, hasil: HasilTerima) -> None:
        text = f"{hasil.masuk} baris masuk dari {hasil.formulir} formulir, {hasil.bukti} bukti"
        if hasil.ditolak and self.receive.rencana:
            text = f"{text}; {hasil.ditolak} baris harus diperbaiki pemegangnya"
            question = f"{text}. Tulis sekarang Excel untuk diperbaiki?"
            if dialogs.confirm(self, question, "Tulis untuk diperbaiki"):
                self._ask_return()
        self.context.say(f"{text}. Ctrl+Z membatalkan semuanya.")
        self._forget()
        self.reload()

    def _ask_return(self) -> None:
        rencana = self.receive.rencana
        folder = dialogs.choose_folder(self, "Simpan yang harus diperbaiki ke folder")
        if rencana is None or folder is None:
            return
        self.strip.run(
            "Menulis yang harus diperbaiki…",
            lambda task: write_rejects_each(self.context.office, rencana, folder),
            done=lambda paths: dialogs.inform(
                self,
                f"{len(paths)} berkas ditulis ke {folder}.",
                "Kembalikan kepada pemegangnya; alasan ada di samping tiap sel yang merah.",
            ),
            failed=self._fail,
            can_cancel=False,
        )

    def _forget(self) -> None:
        self.receive.forget()
        self.bar.setVisible(True)
        self.stack.setCurrentWidget(self.board)

    def _ask_warn(self) -> None:
        papan = self._papan
        if papan is None:
            return
        owing = [row for row in papan.belum if row.formulir_id]
        today = self.context.office.today()
        dialog = WarnDialog(self, owing, today, propose_tenggat(self.context.office, papan.periode))
        day, until = None, None
        if dialog.exec():
            day, until = dialog.day.day(), dialog.until.day()
        if day is None or until is None:
            return
        keys = dialog.chosen()
        done = self.context.attempt(
            self, lambda: write_teguran(self.context.office, papan.periode, keys, day, until)
        )
        if done:
            self.context.open_page("dokumen", Permintaan(TEGURAN.kunci, papan.periode, tanggal=day))

    def _print(self, dokumen: Dokumen) -> None:
        self.context.open_page("dokumen", Permintaan(dokumen.kunci, self.context.periode))

    def _fail(self, error: Exception) -> None:
        if isinstance(error, ReceiveCancelledError | SendCancelledError):
            self.context.say(str(error))
        else:
            self.context.explain(self, error)
