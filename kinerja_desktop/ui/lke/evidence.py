"""Evidence files of a criterion or a recommendation: attach, open, take away."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.progress import Progress
from kinerja_desktop.services.lke.baca import BuktiLke
from kinerja_desktop.services.lke.isi import remove_bukti
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.attaching import attach_files
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.kept_file import open_kept_file
from kinerja_desktop.ui.base.waiting import Stored
from kinerja_desktop.ui.base.writing import writes

_ID = Qt.ItemDataRole.UserRole
_HEIGHT, _MOST_HEIGHT = 76, 150
#: Attaches a file to what is shown, telling how far it is; runs on the worker thread.
Attach = Callable[[Path, Progress], None]


class EvidenceBox(QWidget):
    """A short list of files with its three buttons."""

    def __init__(self, context: Context, empty: str) -> None:
        super().__init__()
        self._context = context
        self._attach: Attach | None = None
        self._about = ""
        self.files = QListWidget()
        self.files.setAccessibleName("Berkas bukti")
        self.files.setMinimumHeight(_HEIGHT)
        self.files.setMaximumHeight(_MOST_HEIGHT)
        self.empty = QLabel(empty)
        self.empty.setObjectName("redup")
        self.empty.setWordWrap(True)
        self.attach_button = QPushButton(style.icon("lampiran"), "Lampirka&n…")
        self.open_button = QPushButton("&Buka")
        self.remove_button = QPushButton(style.icon("hapus"), "Lep&as")
        writes(self.attach_button, self.remove_button)
        self.attach_button.clicked.connect(self._choose)
        self.open_button.clicked.connect(self._open)
        self.remove_button.clicked.connect(self._remove)
        self.files.itemActivated.connect(self._open)
        self.files.currentItemChanged.connect(self._enable)
        buttons = QHBoxLayout()
        for button in (self.attach_button, self.open_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SMALL)
        layout.addWidget(self.empty)
        layout.addWidget(self.files, 1)
        layout.addLayout(buttons)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.show_files([], None)

    def show_files(self, files: Sequence[BuktiLke], attach: Attach | None, about: str = "") -> None:
        """Show the files of something else.

        Args:
            files: its evidence.
            attach: attaches one more; None when nothing is chosen.
            about: what it is, as a sentence goes on: ``kriteria 1.1.3``.
        """
        self._attach, self._about = attach, about
        self.files.clear()
        for bukti in files:
            size = format_angka(Decimal(max(1, bukti.ukuran // 1000)))
            row = QListWidgetItem(f"{bukti.nama}  ·  {size} kB", self.files)
            row.setToolTip(bukti.nama)
            row.setData(_ID, bukti.id)
        self.empty.setVisible(not files)
        self.files.setVisible(bool(files))
        self.files.setCurrentRow(0)
        self._enable()

    def attach(self, *sources: Path) -> None:
        """Attach files to what is shown; the page shows them by itself."""
        if self._attach is not None:
            self.attach_to(self._attach, self._about, sources)

    def attach_to(self, attach: Attach, about: str, sources: Sequence[Path]) -> None:
        """Attach files on the worker thread to something that need not be shown yet."""
        attach_files(self._context, self, sources, attach, about)

    def _enable(self) -> None:
        chosen = self.files.currentItem() is not None
        self.attach_button.setEnabled(self._attach is not None)
        self.open_button.setEnabled(chosen)
        self.remove_button.setEnabled(chosen)

    def _choose(self) -> None:
        self.attach(*dialogs.choose_files(self, "Lampirkan bukti", "Semua berkas (*)"))

    def _open(self) -> None:
        key: UUID = self.files.currentItem().data(_ID)
        open_kept_file(self._context, self, key)

    def _remove(self) -> None:
        key: UUID = self.files.currentItem().data(_ID)
        office = self._context.office
        if self._context.store(self, lambda: remove_bukti(office, key)) is Stored.DONE:
            self._context.say("Bukti dilepas. Ctrl+Z mengembalikannya.")
