"""Where the package goes: a stick that is plugged in, or a folder."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from kinerja_desktop.services.kiriman.delivery import Drive
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.sizes import format_ukuran
from kinerja_desktop.ui.base.writing import writes

_PATH = Qt.ItemDataRole.UserRole
_NONE = "Tidak ada flashdisk yang terpasang. Colokkan lalu tekan Segarkan, atau pilih folder."


class Destination(QFrame):
    """Lists the sticks; a folder that was picked stands among them.

    Signals:
        refresh_wanted: the sticks are to be looked for again.
        changed: another place was chosen.
    """

    refresh_wanted = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("kartu")
        self._folder: Path | None = None
        self._drives: Sequence[Drive] = ()
        heading = QLabel("Tujuan")
        heading.setObjectName("subjudul")
        self.list = QListWidget()
        self.list.setAccessibleName("Flashdisk dan folder")
        self.list.setWordWrap(True)
        self.list.setObjectName("tujuan")
        self.list.currentRowChanged.connect(lambda _: self.changed.emit())
        self.empty = QLabel(_NONE)
        self.empty.setObjectName("redup")
        self.empty.setWordWrap(True)
        self.refresh_button = QPushButton(style.icon("ulangi"), "&Segarkan")
        self.refresh_button.clicked.connect(self.refresh_wanted)
        self.folder_button = QPushButton("Pilih &folder…")
        self.folder_button.clicked.connect(self._pick)
        row = QHBoxLayout()
        row.addWidget(self.refresh_button)
        row.addWidget(self.folder_button)
        self.write_button = QPushButton(style.icon("kirim", "ON_ACCENT"), "Tu&lis paket")
        writes(self.write_button)
        self.write_button.setObjectName("utama")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LARGE, style.MEDIUM, style.LARGE, style.MEDIUM)
        for widget in (heading, self.empty):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        layout.addStretch()
        layout.addLayout(row)
        layout.addWidget(self.write_button)

    def show_drives(self, drives: Sequence[Drive]) -> None:
        """Show the sticks that are plugged in now; the choice stays when it can."""
        self._drives = drives
        self._fill(self.path())

    def path(self) -> Path | None:
        """Return the chosen place."""
        item = self.list.currentItem()
        return item.data(_PATH) if item else None

    def _pick(self) -> None:
        folder = dialogs.choose_folder(self, "Pilih folder tujuan")
        if folder is not None:
            self._folder = folder
            self._fill(folder)

    def _fill(self, chosen: Path | None) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for drive in self._drives:
            locked = "" if drive.is_writable else ", dikunci dari penulisan"
            free = f"sisa {format_ukuran(drive.free)}{locked}"
            item = self._add(f"{drive.label}\n{drive.path} · {free}", drive.path)
            if not drive.is_writable:
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        if self._folder is not None:
            self._add(f"Folder\n{self._folder}", self._folder)
        rows = [row for row in range(self.list.count()) if self.list.item(row).flags()]
        same = [row for row in rows if self.list.item(row).data(_PATH) == chosen]
        self.list.setCurrentRow(next(iter(same or rows), -1))
        self.list.blockSignals(False)
        self.list.setVisible(self.list.count() > 0)
        self.empty.setVisible(self.list.count() == 0)
        self.changed.emit()

    def _add(self, text: str, path: Path) -> QListWidgetItem:
        item = QListWidgetItem(text, self.list)
        item.setData(_PATH, path)
        item.setToolTip(str(path))
        return item
