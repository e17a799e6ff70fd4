"""The band that says that the data was restored, and offers the way back."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from kinerja_desktop.domain.angka.tanggal import format_waktu
from kinerja_desktop.services.riwayat.maintenance import Backup
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.writing import writes


class WayBack(QFrame):
    """Hidden while the data is not the result of a restore."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pita")
        self.backup: Backup | None = None
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.button = QPushButton("Batalkan pe&mulihan…")
        writes(self.button)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(style.MEDIUM, style.SMALL, style.MEDIUM, style.SMALL)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button)
        self.hide()

    def show_backup(self, backup: Backup | None) -> None:
        """Offer the safety copy of the last restore, or nothing."""
        self.backup = backup
        self.setVisible(backup is not None)
        if backup is not None:
            self.label.setText(
                "Data ini hasil pemulihan. Data sebelumnya masih tersimpan: salinan pengaman "
                f"{format_waktu(backup.moment)}."
            )
