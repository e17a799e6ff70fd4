"""The tab Pembaruan: the version, an update from a stick, the last update and the way back."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kinerja_desktop import __version__
from kinerja_desktop.installation import Installation
from kinerja_desktop.progress import stop_if
from kinerja_desktop.services.pembaruan import update
from kinerja_desktop.services.pembaruan.update_words import describe_report, describe_versions
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.tasks import Task
from kinerja_desktop.ui.base.work_alone import run_alone
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.pembaruan.returning import ask_and_return, find_way_back, show_report

_HOW = (
    "Colokkan flashdisk berisi pemasang yang lebih baru. Program memeriksa keutuhannya, "
    "mencadangkan data, memasang, lalu terbuka lagi dan membandingkan setiap tabel dengan "
    "keadaan sebelumnya. Kira-kira dua menit; tidak perlu internet."
)
_WAITING = (
    "Versi {versi} disalin dan diperiksa, lalu data dicadangkan. Sampai selesai, tidak ada yang "
    "dapat diisi. Biarkan flashdisk terpasang."
)
_BY_HAND = (
    "Program ini tidak dipasang dengan pemasang Windows, jadi diperbarui dari luar. "
    "Paket Linux: sudo apt install ./kinerja-desktop_(versi)_amd64.deb. Data dicadangkan dan "
    "dibandingkan saat versi baru pertama kali dibuka."
)


class UpdateTab(QWidget):
    """While an update is prepared nobody may touch the data: the window waits (`work_alone`)."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.version = QLabel(f"Versi yang terpasang: <b>{__version__}</b>")
        self.how = QLabel(_HOW if context.installation else _BY_HAND)
        self.how.setObjectName("redup")
        self.how.setWordWrap(True)
        self.stick_button = QPushButton("&Perbarui dari flashdisk…")
        self.stick_button.setObjectName("utama")
        self.stick_button.clicked.connect(self._search)
        self.file_button = QPushButton("Pilih &berkas pemasang…")
        self.file_button.clicked.connect(self._pick)
        self.strip = WorkStrip(context)
        self.strip.busy_changed.connect(self._enable)
        self.last = QLabel()
        self.last.setWordWrap(True)
        self.report_button = QPushButton("&Lihat laporan…")
        self.report_button.clicked.connect(lambda: show_report(context, self))
        self.return_button = QPushButton()
        self.return_button.clicked.connect(self._return)
        self._arrange()
        self.reload()

    def reload(self) -> None:
        """Show the last update again, and whether there is a way back."""
        report = self._context.office.update.report
        self._before = find_way_back(self._context)
        if report is None:
            self.last.setText("Belum ada pembaruan pada data ini.")
        else:
            self.last.setText(f"{describe_versions(report)}\n{describe_report(report)}")
        self.report_button.setVisible(report is not None)
        self.return_button.setVisible(self._before is not None)
        if self._before is not None:
            self.return_button.setText(f"&Kembali ke versi {self._before.version}…")
        self._enable()

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        layout.setSpacing(style.MEDIUM)
        heading = QLabel("Pembaruan terakhir")
        heading.setObjectName("subjudul")
        for part in (
            self.version, self.how, _row(self.stick_button, self.file_button), self.strip,
            heading, self.last, _row(self.report_button, self.return_button),
        ):  # fmt: skip
            if isinstance(part, QWidget):
                layout.addWidget(part)
            else:
                layout.addLayout(part)
        layout.addStretch()

    def _enable(self) -> None:
        can_update = self._context.installation is not None and not self.strip.is_busy
        for button in (self.stick_button, self.file_button):
            button.setEnabled(can_update)
        self.return_button.setEnabled(not self.strip.is_busy)

    def _search(self) -> None:
        installation = self._installation()

        def search(task: Task) -> update.SetupFile:
            found = update.find_update(installation, update.list_drives())
            stop_if(task.is_cancelled, update.UpdateCancelledError)
            return found

        self.strip.run("Mencari pemasang di flashdisk…", search, self._ask, self._tell_failure)

    def _pick(self) -> None:
        installation = self._installation()
        pattern = f"Pemasang Kinerja Desktop (*{installation.kind.ending})"
        path = dialogs.choose_file(self, "Pilih pemasang", pattern)
        if path is not None:
            self._pick_file(installation, path)

    def _pick_file(self, installation: Installation, path: Path) -> None:
        setup = self._context.attempt(self, lambda: update.pick_update(installation, path))
        if setup is not None:
            self._ask(setup)

    def _ask(self, setup: update.SetupFile) -> None:
        question = f"Perbarui dari versi {__version__} ke versi {setup.version}?"
        detail = (
            f"Pemasang: {setup.path}\n\nData dicadangkan dulu. Program lalu menutup diri, "
            "dipasang ulang, dan terbuka lagi. Biarkan flashdisk terpasang sampai program tertutup."
        )
        if dialogs.confirm(self, question, "Perbarui sekarang", detail):
            self._prepare(setup)

    def _prepare(self, setup: update.SetupFile) -> None:
        office = self._context.office

        def prepare(task: Task) -> Path:
            return update.prepare_update(
                office, setup, task.report, task.is_cancelled, task.last_call
            )

        run_alone(
            self._context,
            self,
            ("Pembaruan", _WAITING.format(versi=setup.version), "Memeriksa pemasang…"),
            prepare,
            self._hand_over,
            self._tell_failure,
        )

    def _hand_over(self, copy: Path) -> None:
        self._context.leave(partial(update.hand_over, self._context.office.folder, copy))

    def _tell_failure(self, error: Exception) -> None:
        self._context.explain(self, error)

    def _return(self) -> None:
        if self._before is not None:
            ask_and_return(self._context, self, self._before)

    def _installation(self) -> Installation:
        installation = self._context.installation
        assert installation is not None, "the buttons are off without one"
        return installation


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(style.MEDIUM)
    for button in buttons:
        row.addWidget(button)
    row.addStretch()
    return row
