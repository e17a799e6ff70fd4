"""The band above a final measurement or report: version, kode, and what has changed since."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from kinerja_desktop.domain.angka.tanggal import format_tanggal, format_waktu
from kinerja_desktop.errors import Problem
from kinerja_desktop.ui.base import dialogs, style


class Status(Protocol):
    """Where a document stands: of a measurement, of an LKjIP."""

    @property
    def is_final(self) -> bool:
        """Whether a final version is in force."""

    @property
    def versi(self) -> int:
        """Its number; 0 while there never was one."""

    @property
    def kode(self) -> str:
        """The kode verifikasi of the final document."""

    @property
    def dibuat(self) -> datetime | None:
        """When the document was made final."""

    @property
    def tanggal(self) -> date | None:
        """The date on the paper."""

    @property
    def perubahan(self) -> tuple[str, ...]:
        """What has changed in the data since the document was made final."""


class StatusBand(QFrame):
    """Hidden while there is only a draft that was never final."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pita")
        self._changes: Sequence[str] = ()
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.changes_button = QPushButton("Lihat perubahan")
        self.changes_button.clicked.connect(self._show_changes)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(style.MEDIUM, style.SMALL, style.MEDIUM, style.SMALL)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.changes_button)
        self.hide()

    def show_status(self, status: Status) -> None:
        """Say where the document stands."""
        self._changes = status.perubahan
        self.changes_button.setVisible(bool(status.perubahan))
        self.setVisible(status.versi > 0)
        if not status.is_final:
            self.label.setText(
                f"<b>Draf.</b> Versi {status.versi} pernah final dan sudah dibuka kembali; "
                "versi itu tetap tersimpan."
            )
            return
        moment = f" · dibuat {format_waktu(status.dibuat)}" if status.dibuat else ""
        dated = f", tertanggal {format_tanggal(status.tanggal)}" if status.tanggal else ""
        text = f"<b>Final versi {status.versi}{dated}</b> · kode <b>{status.kode}</b>{moment}. "
        if status.perubahan:
            text += (
                f"Sesudah itu {len(status.perubahan)} data berubah: kertas yang ditandatangani "
                "tidak lagi sama dengan data."
            )
        else:
            text += "Isiannya terkunci; data masih sama dengan kertas."
        self.label.setText(text)

    def _show_changes(self) -> None:
        heading = "Yang berubah sejak dokumen dijadikan final:"
        dialogs.show_problems(self, heading, [Problem(line) for line in self._changes])
