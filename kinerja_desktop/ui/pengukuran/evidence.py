"""The evidence files of one figure: attach, open, take away."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_waktu
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator
from kinerja_desktop.services.pengukuran.bukti import Bukti, attach_bukti, list_bukti, remove_bukti
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.attaching import attach_files
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.kept_file import open_kept_file
from kinerja_desktop.ui.base.waiting import Stored
from kinerja_desktop.ui.base.writing import writes

_MOST = 3
_ID = Qt.ItemDataRole.UserRole
_EMPTY = "Belum ada bukti. Lampirkan laporan, rekap atau hasil survei yang menjadi dasar angka ini."


class EvidenceList(QWidget):
    """List of a figure's evidence files; they are read only while it is visible."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._id: UUID | None = None
        self._name = ""
        self._periode = context.periode
        self._locked = True
        self.files = QListWidget()
        self.files.setAccessibleName("Berkas bukti")
        self.empty = QLabel(_EMPTY)
        self.empty.setObjectName("redup")
        self.empty.setWordWrap(True)
        self.attach_button = QPushButton(style.icon("lampiran"), "La&mpirkan…")
        self.open_button = QPushButton("&Buka")
        self.remove_button = QPushButton(style.icon("hapus"), "Lepa&s")
        writes(self.attach_button, self.remove_button)
        self.attach_button.clicked.connect(self._choose)
        self.open_button.clicked.connect(self._open)
        self.remove_button.clicked.connect(self._remove)
        self.files.itemActivated.connect(self._open)
        self.files.currentItemChanged.connect(self._enable)
        buttons = QVBoxLayout()
        for button in (self.attach_button, self.open_button, self.remove_button):
            buttons.addWidget(button)
        buttons.addStretch()
        column = QVBoxLayout()
        column.addWidget(self.empty)
        column.addWidget(self.files, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(style.MEDIUM, style.SMALL, style.MEDIUM, style.SMALL)
        layout.addLayout(column, 1)
        layout.addLayout(buttons)

    def show_item(self, item: HasilIndikator | None, periode: Periode, *, locked: bool) -> None:
        """Show another figure's evidence."""
        self._id = UUID(item.bahan.id) if item else None
        self._name = item.bahan.uraian if item else ""
        self._periode, self._locked = periode, locked
        if self.isVisible():
            self._load()
        else:
            self._show([])

    def attach(self, *sources: Path) -> None:
        """Attach files on the worker thread; the page shows them by itself."""
        indikator, periode, office = self._id, self._periode, self._context.office
        about = self._name
        if indikator is None:
            return
        attach_files(
            self._context,
            self,
            sources,
            lambda path, progress: attach_bukti(office, indikator, periode, path, progress),
            about,
            lambda path, places: self._tell_others(path.name, about, places),
        )

    def _tell_others(self, name: str, about: str, places: Sequence[str]) -> None:
        """Say where else the same file proves something already."""
        if places:
            others = ", ".join(places[:_MOST]) + ("…" if len(places) > _MOST else "")
            also = f"Berkas yang sama juga bukti untuk {others}."
            self._context.say(f"{name} dilampirkan pada {about}. {also}")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._load()

    def _load(self) -> None:
        indikator, periode = self._id, self._periode
        if indikator is None:
            self._show([])
            return

        def show(files: list[Bukti]) -> None:
            if (indikator, periode) == (self._id, self._periode):
                self._show(files)

        self._context.load(self, lambda office: list_bukti(office, indikator, periode), show)

    def _show(self, files: list[Bukti]) -> None:
        self.files.clear()
        for bukti in files:
            size = format_angka(Decimal(max(1, bukti.ukuran // 1000)))
            line = f"{bukti.nama}  ·  {size} kB  ·  {format_waktu(bukti.ditambahkan)}"
            row = QListWidgetItem(line, self.files)
            row.setData(_ID, bukti.id)
        self.empty.setVisible(not files)
        self.files.setVisible(bool(files))
        self.files.setCurrentRow(0)
        self._enable()

    def _enable(self) -> None:
        chosen = self.files.currentItem() is not None
        self.attach_button.setEnabled(self._id is not None and not self._locked)
        self.open_button.setEnabled(chosen)
        self.remove_button.setEnabled(chosen and not self._locked)

    def _choose(self) -> None:
        path = dialogs.choose_file(self, "Lampirkan bukti", "Semua berkas (*)")
        if path is not None:
            self.attach(path)

    def _open(self) -> None:
        key: UUID = self.files.currentItem().data(_ID)
        open_kept_file(self._context, self, key)

    def _remove(self) -> None:
        key = self.files.currentItem().data(_ID)
        office = self._context.office
        if self._context.store(self, lambda: remove_bukti(office, key)) is Stored.DONE:
            self._context.say("Bukti dilepas. Ctrl+Z mengembalikannya.")
