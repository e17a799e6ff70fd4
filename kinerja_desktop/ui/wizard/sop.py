"""Which SOPs to begin with."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWizardPage

from kinerja_desktop.services.sop.library import list_own_seeds, list_seeds, propose_title


class SopPage(QWizardPage):
    """The SOPs that ship with the program; each becomes the office's own copy."""

    def __init__(self) -> None:
        super().__init__()
        self.setTitle("SOP untuk memulai")
        self.setSubTitle(
            "SOP yang dicentang disalin menjadi milik kantor ini dan dapat disesuaikan. SOP "
            "kecamatan lain boleh dijadikan contoh; yang lain dapat diambil nanti."
        )
        self.listing = QListWidget()
        self.listing.setAccessibleName("Daftar SOP")
        for name, sop in list_seeds().items():
            item = QListWidgetItem(
                f"{propose_title(sop)} — Kecamatan {sop.kecamatan}, {len(sop.langkah)} langkah"
            )
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.listing.addItem(item)
        layout = QVBoxLayout(self)
        layout.addWidget(self.listing)
        note = QLabel(
            "Setiap SOP ditampilkan seperti tercetak; usulan perbaikan diterima satu per satu."
        )
        note.setObjectName("redup")
        note.setWordWrap(True)
        layout.addWidget(note)

    def tick_own(self, kecamatan: str, kabupaten: str) -> None:
        """Tick what was made for this very office, and nothing else."""
        own = list_own_seeds(kecamatan, kabupaten)
        for row in range(self.listing.count()):
            item = self.listing.item(row)
            is_own = item.data(Qt.ItemDataRole.UserRole) in own
            item.setCheckState(Qt.CheckState.Checked if is_own else Qt.CheckState.Unchecked)

    def chosen(self) -> tuple[str, ...]:
        """Return the names of the SOPs to begin with."""
        items = [self.listing.item(row) for row in range(self.listing.count())]
        return tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        )
