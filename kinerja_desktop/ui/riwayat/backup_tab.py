"""The tab Cadangan: backups, made, checked, taken away and brought back."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.tanggal import format_waktu
from kinerja_desktop.errors import Problem
from kinerja_desktop.progress import Cancelled, Progress
from kinerja_desktop.services.kantor.connection import is_on_server
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.delivery import Drive, list_drives
from kinerja_desktop.services.riwayat.maintenance import (
    Alasan,
    Backup,
    Perbandingan,
    back_up_now,
    check_backup,
    compare_backup,
    export_all,
    read_backups,
)
from kinerja_desktop.services.riwayat.restoring import (
    Restored,
    find_way_back,
    restore_into,
    take_restore_back,
)
from kinerja_desktop.services.riwayat.second_place import (
    TempatKedua,
    back_up_elsewhere,
    choose_second_place,
    read_tempat_kedua,
)
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.asking import ask_after
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.empty_state import EmptyState
from kinerja_desktop.ui.base.sizes import format_ukuran
from kinerja_desktop.ui.base.tasks import Task
from kinerja_desktop.ui.base.work_alone import run_alone
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.riwayat import restore_dialog
from kinerja_desktop.ui.riwayat.move_dialog import move_from
from kinerja_desktop.ui.riwayat.second_band import SecondPlaceBand
from kinerja_desktop.ui.riwayat.way_back import WayBack
from kinerja_desktop.ui.tables.plain_model import Column, PlainTableModel
from kinerja_desktop.ui.tables.plain_table import PlainTable

T = TypeVar("T")
Found = tuple[list[Backup], Backup | None, TempatKedua]
#: Puts other data in the place of an office's, told how far it is and whether to stop.
Restore = Callable[[Office, Progress, Cancelled, Cancelled], Restored]

ALASAN = {
    Alasan.OTOMATIS: "Otomatis, sehari sekali",
    Alasan.MANUAL: "Dibuat sendiri",
    Alasan.SEBELUM_IMPOR: "Sebelum impor",
    Alasan.SEBELUM_PEMULIHAN: "Sebelum pemulihan",
    Alasan.SEBELUM_MIGRASI: "Sebelum pembaruan program",
}
_PATTERN = "Cadangan Kinerja Desktop (*.kinerja *.db)"
_EXPORT_PATTERN = "Cadangan Kinerja Desktop (*.kinerja)"
_CHECKED_WHEN_MADE = "baik saat dibuat"
_WAITING = (
    "Data sekarang diganti dengan {nama}. Sampai selesai, tidak ada yang dapat diisi. Batal dapat "
    "ditekan sampai data mulai diganti."
)


class BackupTab(QWidget):
    """Restoring is work during which nobody may touch the data: the window waits (`work_alone`)."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._states: dict[Path, str] = {}
        self.model = PlainTableModel(
            (
                Column[Backup](
                    "Waktu", lambda row: format_waktu(row.moment), 190, key=lambda row: row.moment
                ),
                Column[Backup]("Alasan", lambda row: ALASAN[row.alasan]),
                Column[Backup](
                    "Ukuran", lambda row: format_ukuran(row.size), 90, True, lambda row: row.size
                ),
                Column[Backup]("Keadaan", lambda row: self._state(row), 230),
            )
        )
        self.table = PlainTable(self.model, "Daftar cadangan")
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._enable())
        self.empty = EmptyState(
            "Belum ada cadangan. Cadangan otomatis dibuat saat program dibuka; "
            "'Buat cadangan sekarang' membuatnya seketika."
        )
        self.place = QLabel(f"Disimpan di {context.office.backup_folder}")
        self.place.setObjectName("redup")
        self.place.setWordWrap(True)
        self.strip = WorkStrip(context)
        self.strip.busy_changed.connect(self._enable)
        self.second = SecondPlaceBand()
        self.second.write_button.clicked.connect(self._write_elsewhere)
        self.second.choose_button.clicked.connect(self._choose_second)
        self.band = WayBack()
        self.band.button.clicked.connect(self._take_back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        layout.setSpacing(style.MEDIUM)
        above, below = self._make_buttons()
        layout.addLayout(above)
        layout.addWidget(self.band)
        layout.addWidget(self.second)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.table, 1)
        layout.addLayout(below)
        layout.addWidget(self.strip)
        self._enable()

    def load(self) -> None:
        """Read the list of backups again."""

        def read(office: Office) -> Found:
            return read_backups(office), find_way_back(office), read_tempat_kedua(office)

        self._context.load(self, read, self._show)

    def _make_buttons(self) -> tuple[QHBoxLayout, QHBoxLayout]:
        """Return the row above the table, and that below it: for the chosen backup."""
        self.create_button = QPushButton(
            style.icon("tambah", "ON_ACCENT"), "&Buat cadangan sekarang"
        )
        self.create_button.setObjectName("utama")
        self.export_button = QPushButton("&Ekspor ke flashdisk…")
        self.move_button = QPushButton(
            "Pindahkan ke &folder…"
            if is_on_server(self._context.office)
            else "Pindahkan ke &server…"
        )
        self.move_button.setToolTip("Memindahkan seluruh data kantor ke tempat lain, dicocokkan")
        self.check_button = QPushButton("Periks&a")
        self.restore_button = QPushButton("&Pulihkan…")
        self.file_button = QPushButton("Pulihkan dari ber&kas…")
        writes(self.restore_button, self.file_button)
        for button, deed in (
            (self.create_button, self._create),
            (self.export_button, self._export),
            (self.move_button, self._move),
            (self.check_button, self._check),
            (self.restore_button, self._restore),
            (self.file_button, self._restore_file),
        ):
            button.clicked.connect(deed)
        above, below = QHBoxLayout(), QHBoxLayout()
        for row in (above, below):
            row.setSpacing(style.MEDIUM)
        for button in (self.create_button, self.export_button):
            above.addWidget(button)
        above.addStretch()
        above.addWidget(self.move_button)
        below.addWidget(self.place, 1)
        for button in (self.check_button, self.restore_button, self.file_button):
            below.addWidget(button)
        return above, below

    def _show(self, found: Found) -> None:
        backups, way_back, tempat = found
        self.second.show_place(tempat)
        kept = self.table.current()
        self.model.set_rows(backups)
        self.table.setVisible(bool(backups))
        self.empty.setVisible(not backups)
        self.table.choose(lambda row: kept is not None and row.path == kept.path)
        self.band.show_backup(way_back)
        self._enable()

    def _state(self, backup: Backup) -> str:
        return self._states.get(backup.path, _CHECKED_WHEN_MADE)

    def _enable(self) -> None:
        idle = not self.strip.is_busy
        for button in (
            self.create_button, self.export_button, self.move_button, self.file_button,
            self.band.button, self.second.choose_button,
        ):  # fmt: skip
            button.setEnabled(idle)
        self.second.write_button.setEnabled(idle and self.second.has_place)
        for button in (self.check_button, self.restore_button):
            button.setEnabled(idle and self.table.current() is not None)

    def _create(self) -> None:
        office = self._context.office
        self._run(
            "Membuat cadangan…",
            lambda task: back_up_now(office, task.report, task.is_cancelled),
            self._tell_created,
        )

    def _tell_created(self, path: Path) -> None:
        self._context.say(f"Cadangan dibuat dan diperiksa: {path.name}")
        self._refresh()

    def _export(self) -> None:
        ask_after(self._context, self, lambda _: list_drives(), self._choose_target)

    def _choose_target(self, found: Sequence[Drive]) -> None:
        office = self._context.office
        drives = [drive for drive in found if drive.is_writable]
        name = f"Kinerja_{office.today():%Y%m%d}.kinerja"
        suggestion = str(drives[0].path / name) if drives else name
        target = dialogs.choose_save_file(
            self, "Ekspor cadangan ke flashdisk", suggestion, _EXPORT_PATTERN
        )
        if target is not None:
            self._run(
                "Mengekspor data dan berkas bukti…",
                lambda task: export_all(office, target, task.report, task.is_cancelled),
                lambda warnings: self._tell_exported(target, warnings),
            )

    def _move(self) -> None:
        move_from(self, self._context)

    def _tell_exported(self, target: Path, warnings: list[Problem]) -> None:
        text = f"Cadangan ditulis dan dibaca ulang: {target}"
        if warnings:
            dialogs.show_problems(self, f"{text}. Yang rusak tidak ikut:", warnings)
        else:
            told = f"{text}, dengan semua berkas bukti."
            self._context.say_written(told, target.parent)

    def _choose_second(self) -> None:
        folder = dialogs.choose_folder(self, "Tempat kedua untuk cadangan")
        if folder is None:
            return
        office = self._context.office

        def choose() -> bool:
            choose_second_place(office, folder)
            return True

        if self._context.attempt(self, choose):
            self._write_elsewhere()

    def _write_elsewhere(self) -> None:
        office = self._context.office
        self._run(
            "Mencadangkan ke tempat kedua…",
            lambda task: back_up_elsewhere(office, task.report, task.is_cancelled),
            lambda done: self._tell_written(*done),
        )

    def _tell_written(self, path: Path, warnings: list[Problem]) -> None:
        text = f"Cadangan beserta bukti ditulis dan dibaca ulang: {path}"
        if warnings:
            dialogs.show_problems(self, f"{text}. Yang rusak tidak ikut:", warnings)
        self._context.say_written(text, path.parent)
        self._refresh()

    def _check(self) -> None:
        backup = self.table.current()
        if backup is None:
            return
        self._run(
            f"Memeriksa {backup.path.name}…",
            lambda task: check_backup(backup.path, task.report, task.is_cancelled),
            lambda problems: self._tell_checked(backup, problems),
        )

    def _tell_checked(self, backup: Backup, problems: list[Problem]) -> None:
        moment = format_waktu(self._context.office.now())
        self._states[backup.path] = "RUSAK, jangan dipakai" if problems else f"baik, {moment}"
        self.model.set_rows(self.model.given)
        self.table.choose(lambda row: row.path == backup.path)
        if problems:
            dialogs.show_problems(self, "Cadangan ini tidak dapat dipulihkan:", problems)

    def _restore(self) -> None:
        backup = self.table.current()
        if backup is not None:
            nama = f"cadangan {format_waktu(backup.moment)}"
            self._ask_and_restore(backup.path, nama, "Pulihkan", restore_from(backup.path))

    def _restore_file(self) -> None:
        path = dialogs.choose_file(self, "Pulihkan dari berkas", _PATTERN)
        if path is not None:
            self._ask_and_restore(path, path.name, "Pulihkan", restore_from(path))

    def _take_back(self) -> None:
        backup = self.band.backup
        if backup is not None:
            nama = f"data sebelum pemulihan, {format_waktu(backup.moment)}"
            self._ask_and_restore(backup.path, nama, "Batalkan pemulihan", take_restore_back)

    def _ask_and_restore(self, path: Path, nama: str, yes: str, deed: Restore) -> None:
        """Show what would be lost; with consent, let the window wait until it is done."""

        def ask(perbandingan: Perbandingan) -> None:
            if restore_dialog.confirm_restore(self, nama, perbandingan, yes):
                self._replace_data(nama, deed)

        office = self._context.office
        self._run(
            f"Membaca {path.name}…",
            lambda task: compare_backup(office, path, task.report, task.is_cancelled),
            ask,
        )

    def _replace_data(self, nama: str, deed: Restore) -> None:
        office = self._context.office
        run_alone(
            self._context,
            self,
            ("Pulihkan data", _WAITING.format(nama=nama), "Memulihkan data…"),
            lambda task: deed(office, task.report, task.is_cancelled, task.last_call),
            lambda _: self._tell_restored(nama),
            self._tell_failure,
        )

    def _tell_restored(self, nama: str) -> None:
        self._context.say(f"Data dipulihkan dari {nama}.")
        self._refresh()

    def _refresh(self) -> None:
        # No table of the office has changed by it, but the frame tells of the last backup.
        self._context.tables_changed.emit(set())
        self.load()

    def _run(self, text: str, work: Callable[[Task], T], done: Callable[[T], None]) -> None:
        self.strip.run(text, work, done, self._tell_failure)

    def _tell_failure(self, error: Exception) -> None:
        self._context.explain(self, error)


def restore_from(path: Path) -> Restore:
    """Return the deed that restores a backup into an office."""
    return lambda office, *told: restore_into(office, path, *told)
