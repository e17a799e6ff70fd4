"""Kirim ke Bappeda: what goes in, where it goes, and what was sent."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabWidget, QWidget

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.services.dokumen.jenis_surat import SURAT_PENGANTAR, TANDA_TERIMA
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.pindaian import are_scans
from kinerja_desktop.services.kiriman.balasan import HasilBalasan, holds_reply, take_replies
from kinerja_desktop.services.kiriman.delivery import (
    Kesiapan,
    Terkirim,
    is_paket,
    list_drives,
    list_terkirim,
    read_kesiapan,
)
from kinerja_desktop.services.kiriman.komentar import CATATAN, KOMENTAR
from kinerja_desktop.services.kiriman.transfer import (
    compose_package,
    record_receipt,
    send_package,
    verify_package,
)
from kinerja_desktop.services.kiriman.verifying import PaketDiperiksa
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.button_deed import BUSY
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.base.tasks import Task
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.kirim.comments import CommentList
from kinerja_desktop.ui.kirim.contents import PackageContents
from kinerja_desktop.ui.kirim.destination import Destination
from kinerja_desktop.ui.kirim.entry import KIRIM_PAGE
from kinerja_desktop.ui.kirim.log import DeliveryLog
from kinerja_desktop.ui.paper.match_tab import MatchTab

_DESTINATION_WIDTH = 300
_PATIENCE = 300  # milliseconds: several changes in a row are one reload


class KirimPage(Page):
    """Nothing is called sent before it has been read back."""

    ENTRY = KIRIM_PAGE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._kesiapan: Kesiapan | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._timer.timeout.connect(self._load)
        self.letter_button = QPushButton(style.icon("dokumen"), "Surat pe&ngantar")
        self.letter_button.clicked.connect(lambda: self._open_letter(SURAT_PENGANTAR.kunci))
        self.receipt_button = QPushButton(style.icon("dokumen"), "Tan&da terima")
        self.receipt_button.clicked.connect(lambda: self._open_letter(TANDA_TERIMA.kunci))
        self.buttons.addWidget(self.letter_button)
        self.buttons.addWidget(self.receipt_button)
        self.contents = PackageContents()
        self.contents.open_button.clicked.connect(lambda: context.open_page("pengukuran"))
        self.contents.meaning.asked.connect(context.help_wanted)
        self.destination = Destination()
        self.destination.refresh_wanted.connect(self._find_drives)
        self.destination.changed.connect(self._enable)
        self.destination.write_button.clicked.connect(self._write)
        self.destination.setFixedWidth(_DESTINATION_WIDTH)
        self.strip = WorkStrip(context)
        self.strip.busy_changed.connect(self._enable)
        self.result = QLabel()
        self.result.setWordWrap(True)
        self.result.hide()
        self.log = DeliveryLog()
        self.log.check_button.clicked.connect(self._check)
        self.log.receipt_button.clicked.connect(self._note_receipt)
        package = QWidget()
        self._columns = QHBoxLayout(package)
        self._columns.setContentsMargins(*style.TAB)
        self._columns.addWidget(self.contents, 1)
        self._columns.addWidget(self.destination, 0, Qt.AlignmentFlag.AlignTop)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(package, "Pa&ket")
        self.tabs.addTab(self.log, "Catatan pengiri&man")
        self.comments = CommentList(context)
        self.comments.read_button.clicked.connect(self._read_replies)
        self.tabs.addTab(self.comments, "K&omentar")
        self.matching = MatchTab(context)
        self.tabs.addTab(self.matching, "Cocokkan kertas")
        self.body.addWidget(self.tabs, 1)
        self.body.addWidget(self.result)
        self.body.addWidget(self.strip)
        self._enable()

    def reload(self) -> None:
        """Compose the package of the period again, and look for sticks."""
        self.comments.reload()
        self._timer.start(0 if self._kesiapan is None else _PATIENCE)

    def receive(self, argument: Any) -> None:
        """Show the period that is asked for (a `Periode`), what was said of it, or the log."""
        if isinstance(argument, Periode):
            self.context.set_periode(argument)
        elif argument == KOMENTAR:
            self.tabs.setCurrentWidget(self.comments)
            # Whoever comes from a line that goes away would be left on the box beside it.
            self.comments.take_focus()
        elif argument == CATATAN:
            self.tabs.setCurrentWidget(self.log)
            self.log.table.setFocus()
        elif isinstance(argument, list):
            self.take_dropped(argument)

    def take_dropped(self, paths: list[Path], at: QPoint | None = None) -> bool:
        """Match photos and scans where papers are matched; check a package, read a reply."""
        if self.tabs.currentWidget() is self.matching and are_scans(paths):
            self.matching.match_files(paths)
            return True
        if len(paths) != 1 or not (paths[0].is_dir() or holds_reply(paths[0])):
            return False
        if self.strip.is_busy:
            self.context.say(BUSY)
        elif is_paket(paths[0]):
            self._check_folder(paths[0])
        elif self.context.may_write:
            self._read_folder(paths[0])
        return True

    def _load(self) -> None:
        if not self.isVisible():
            # Left in the meantime: read when it is shown again.
            self._stale = True
            return
        periode = self.context.periode
        if self._kesiapan is None or self._kesiapan.periode != periode:
            self._kesiapan = None
            self.contents.show_reading(periode)
            self._enable()

        def read(office: Office) -> tuple[Kesiapan, list[Terkirim]]:
            return read_kesiapan(office, periode), list_terkirim(office)

        def show(found: tuple[Kesiapan, list[Terkirim]]) -> None:
            self._kesiapan, deliveries = found
            self.contents.show_kesiapan(self._kesiapan)
            # A few words need no card as high as the page.
            is_short = self._kesiapan.halangan is not None
            side = Qt.AlignmentFlag.AlignTop if is_short else Qt.AlignmentFlag(0)
            self._columns.setAlignment(self.contents, side)
            self.log.show_rows(deliveries)
            self._enable()

        self.context.load(self, read, show)
        self._find_drives()

    def _find_drives(self) -> None:
        self.context.load(self, lambda _: list_drives(), self.destination.show_drives)

    def _enable(self) -> None:
        can_send = self._kesiapan is not None and self._kesiapan.halangan is None
        ready = can_send and not self.strip.is_busy and self.destination.path() is not None
        self.destination.write_button.setEnabled(ready)
        for button in (
            self.destination.folder_button,
            self.log.check_button,
            self.comments.read_button,
        ):
            button.setEnabled(not self.strip.is_busy)

    def _write(self) -> None:
        folder, periode, office = self.destination.path(), self.context.periode, self.context.office
        if folder is None:
            return
        self.result.hide()

        def work(task: Task) -> tuple[Path, str, str]:
            # Composed anew: what is written is what the office holds at this moment.
            isi = compose_package(office, periode, task.report, task.is_cancelled)
            path = send_package(office, isi, folder, task.report, task.is_cancelled)
            return path, isi.kode, isi.kode_paket

        self.strip.run(f"Menyiapkan paket {periode.label}…", work, self._tell_sent, self._tell)

    def _tell_sent(self, sent: tuple[Path, str, str]) -> None:
        path, kode, kode_paket = sent
        self._show_result(
            f"<b>Paket selesai ditulis dan sudah dibaca ulang.</b> {path} · kode {kode} · "
            f"kode paket {kode_paket}. "
            "Lepaskan flashdisk dengan 'Keluarkan' sebelum dicabut.",
            "baik",
        )
        self.context.say_written(f"Paket ditulis: {path.name}", path.parent)
        self._find_drives()

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, KinerjaError):
            raise error
        self._show_result(str(error), "bahaya")
        self._find_drives()

    def _show_result(self, text: str, tone: str) -> None:
        style.set_tone(self.result, tone)
        self.result.setText(text)
        self.result.show()

    def _check(self) -> None:
        folder = dialogs.choose_folder(self, "Pilih folder paket yang diperiksa")
        if folder is not None:
            self._check_folder(folder)

    def _check_folder(self, folder: Path) -> None:
        self.strip.run(
            f"Memeriksa {folder.name}…",
            lambda task: verify_package(folder, task.is_cancelled),
            done=lambda found: self._tell_checked(folder, *found),
            failed=self._tell,
        )

    def _tell_checked(
        self, folder: Path, package: PaketDiperiksa | None, problems: list[Problem]
    ) -> None:
        if package is None:
            dialogs.show_problems(self, f"Paket {folder.name} tidak utuh:", problems)
            return
        count = len(package.paket.files)
        heading = f"Paket {folder.name} utuh: {count} berkas, semuanya terbaca."
        if problems:
            heading += " Ada yang perlu diperhatikan."
        if not package.bukti:  # which bears no kode
            heading += " Cocokkan kode dengan yang pada kertas."
        dialogs.show_problems(self, heading, [*problems, *map(Problem, package.rincian)])

    def _read_replies(self) -> None:
        """Read what Bappeda gave back from a place that is not a stick."""
        folder = dialogs.choose_folder(self, "Pilih folder yang memuat balasan Bappeda")
        if folder is not None:
            self._read_folder(folder)

    def _read_folder(self, folder: Path) -> None:
        office = self.context.office
        self.strip.run(
            f"Membaca {folder.name}…",
            lambda task: take_replies(office, folder, task.is_cancelled),
            done=self._tell_replies,
            failed=self._tell,
        )

    def _tell_replies(self, found: HasilBalasan) -> None:
        lines = [*map(Problem, found.dicatat), *found.problems, *found.dilewati]
        heading = f"{len(found.dicatat)} hal dicatat dari Bappeda."
        if not lines:
            heading = "Tidak ada tanda terima atau komentar Bappeda di folder itu."
        dialogs.show_problems(self, heading, lines)

    def _note_receipt(self) -> None:
        delivery = self.log.current()
        if delivery is None:
            return
        name = dialogs.ask_text(
            self, "Catat tanda terima", "Nama penerima pada tanda terima:", delivery.penerima
        )
        if name is not None:
            office = self.context.office
            self.context.store(self, lambda: record_receipt(office, delivery.id, name))

    def _open_letter(self, kunci: str) -> None:
        self.context.open_page("dokumen", Permintaan(kunci, self.context.periode))
