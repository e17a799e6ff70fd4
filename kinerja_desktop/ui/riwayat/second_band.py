"""The band that says where backups go beside the data, and reminds after seven days."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from kinerja_desktop.domain.angka.tanggal import format_waktu
from kinerja_desktop.services.riwayat.second_place import TempatKedua
from kinerja_desktop.ui.base import style

_WHY = "Bila komputer ini rusak atau hilang, cadangan di dalamnya ikut hilang."


class SecondPlaceBand(QFrame):
    """Backups with evidence on another disk or a stick."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("pita")
        self.has_place = False
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.write_button = QPushButton("Ca&dangkan ke sana")
        self.choose_button = QPushButton("Pilih &folder…")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(style.MEDIUM, style.SMALL, style.MEDIUM, style.SMALL)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.write_button)
        layout.addWidget(self.choose_button)
        self.show_place(TempatKedua(None, None, perlu=True))

    def show_place(self, tempat: TempatKedua) -> None:
        """Say where the backups go, when the last one went, and whether it is time again."""
        self.has_place = tempat.folder is not None
        self.write_button.setVisible(self.has_place)
        if tempat.folder is None:
            self.label.setText(f"Belum ada tempat kedua untuk cadangan. {_WHY}")
            return
        parts = [f"Cadangkan juga ke {tempat.folder}."]
        if tempat.terakhir is None:
            parts.append("Belum pernah.")
        else:
            parts.append(f"Terakhir {format_waktu(tempat.terakhir)}, beserta bukti.")
            if tempat.perlu:
                parts.append("Sudah lebih dari tujuh hari: colokkan lalu cadangkan lagi.")
        self.label.setText(" ".join(parts))
