"""What the page shows while there is nothing to measure."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.empty_state import EmptyState


class EmptySheet(QWidget):
    """Says why there is nothing, and opens the page where that is mended."""

    def __init__(self, open_renstra: Callable[[], None]) -> None:
        super().__init__()
        self.label = EmptyState()
        button = QPushButton(style.icon("renstra"), "&Buka Renstra dan IKU")
        button.clicked.connect(open_renstra)
        column = QVBoxLayout(self)
        column.addStretch()
        column.addWidget(self.label)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch()

    def explain(self, periode: Periode) -> None:
        """Say for which period nothing is in force."""
        self.label.setText(
            f"Belum ada indikator yang berlaku pada {periode.label}.\n"
            "Isi dulu sasaran, indikator dan targetnya di Renstra dan IKU, "
            "atau pilih tahun lain di atas."
        )
