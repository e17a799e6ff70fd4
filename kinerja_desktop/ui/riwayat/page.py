"""Riwayat & Cadangan: who changed what, and how nothing is lost."""

from typing import Any

from PySide6.QtWidgets import QLabel, QPushButton, QTabWidget

from kinerja_desktop.domain.angka.tanggal import format_waktu
from kinerja_desktop.errors import Problem
from kinerja_desktop.services.riwayat.maintenance import check_office
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.base.people import PeopleList
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.riwayat.backup_tab import BackupTab
from kinerja_desktop.ui.riwayat.entry import RIWAYAT_PAGE
from kinerja_desktop.ui.riwayat.trail_tab import TrailTab

CADANGAN = "cadangan"
_SOUND = (
    "✓ Data diperiksa dari awal sampai akhir ({waktu}): semuanya baik. Isi data cocok dengan "
    "riwayatnya, dokumen final cocok dengan kode verifikasinya, dan semua berkas bukti ada dan "
    "utuh."
)
_WRONG = "Ada yang tidak cocok pada data kantor ini. Program tidak mengubah apa pun:"


class RiwayatPage(Page):
    """Two tabs; each reads its data when the page is shown or the data has changed."""

    ENTRY = RIWAYAT_PAGE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.trail = TrailTab(context)
        self.backups = BackupTab(context)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.trail, "Ri&wayat")
        self.tabs.addTab(self.backups, "Cadan&gan")
        self.people = PeopleList(context)
        if context.is_shared:
            self.tabs.addTab(self.people, "Yang sedang &bekerja")
            self.tabs.currentChanged.connect(lambda _: self.people.load())
        self.check_button = QPushButton("Per&iksa data")
        self.check_button.setToolTip(
            "Membaca semua data, riwayat, dokumen final dan berkas bukti, lalu mencocokkannya"
        )
        self.check_button.clicked.connect(self.check)
        self.buttons.addWidget(self.check_button)
        self.strip = WorkStrip(context)
        self.strip.busy_changed.connect(
            lambda: self.check_button.setEnabled(not self.strip.is_busy)
        )
        self.checked = QLabel()
        self.checked.setWordWrap(True)
        style.set_tone(self.checked, "baik")
        self.checked.hide()
        self.body.addWidget(self.strip)
        self.body.addWidget(self.checked)
        self.body.addWidget(self.tabs, 1)

    def check(self) -> None:
        """Prove the whole office on the worker, and say what was found."""
        self.checked.hide()
        self.strip.run(
            "Memeriksa data, riwayat, dokumen final dan berkas bukti…",
            lambda task: check_office(self.context.office, task.report, task.is_cancelled),
            done=self._tell_checked,
            failed=lambda error: self.context.explain(self, error),
        )

    def _tell_checked(self, problems: list[Problem]) -> None:
        if problems:
            dialogs.show_problems(self, _WRONG, problems)
        else:
            waktu = format_waktu(self.context.office.now())
            self.checked.setText(_SOUND.format(waktu=waktu))
            self.checked.show()

    def reload(self) -> None:
        """Read the trail and the backups again."""
        self.trail.load()
        self.backups.load()

    def receive(self, argument: Any) -> None:
        """Show a tab: ``"cadangan"``, else the trail."""
        self.tabs.setCurrentWidget(self.backups if argument == CADANGAN else self.trail)
