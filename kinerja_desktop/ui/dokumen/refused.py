"""Scans that were not attached: why, in the page, and the paper to which they belong."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen.tertanda import DokumenLainError, Tujuan
from kinerja_desktop.services.kantor.pindaian import Pindaian
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.writing import writes


class RefusedScans(QFrame):
    """A line for each refused file; hidden while there is none.

    Signals:
        attach_wanted: a file belongs elsewhere (path, what was read in it, its `Tujuan`).
    """

    attach_wanted = Signal(object, object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("kartu")
        self._lines: list[str] = []
        self._offer: tuple[Path, Pindaian, Tujuan] | None = None
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setAccessibleName("Pindaian yang tidak dilampirkan")
        style.set_tone(self.note, "bahaya")
        self.there_button = QPushButton(style.icon("tambah"), "Lampirkan di sana")
        self.there_button.clicked.connect(self._attach)
        self.close_button = QPushButton("Tutup pesan")
        self.close_button.clicked.connect(self.forget)
        writes(self.there_button)
        buttons = QHBoxLayout()
        buttons.addWidget(self.there_button)
        buttons.addWidget(self.close_button)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.MEDIUM, style.SMALL, style.MEDIUM, style.SMALL)
        layout.addWidget(self.note)
        layout.addLayout(buttons)
        self.forget()

    def forget(self) -> None:
        """Forget what was refused: it is read, or other files come."""
        self._lines, self._offer = [], None
        self.hide()

    def tell(self, path: Path, error: KinerjaError, found: Pindaian | None = None) -> None:
        """Say why a file was refused; where it belongs to one paper, offer to attach it there."""
        text = str(error)
        # Of several files each line must say which it is.
        self._lines.append(text if path.name in text else f"{path.name}: {text}")
        self.note.setText("\n".join(self._lines))
        self._offer = None
        if found is not None and isinstance(error, DokumenLainError) and len(error.tujuan) == 1:
            (tujuan,) = error.tujuan
            self._offer = path, found, tujuan
            self.there_button.setText(f"Lampirkan pada {tujuan.nama}")
        self.there_button.setVisible(self._offer is not None)
        self.show()

    def _attach(self) -> None:
        if self._offer is not None:
            offer = self._offer
            self.forget()
            self.attach_wanted.emit(*offer)
