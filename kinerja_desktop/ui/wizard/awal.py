"""How to begin: a new office, a workbook, or the sample."""

from enum import Enum
from pathlib import Path

from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWizardPage,
)

from kinerja_desktop.ui import dialogs, style


class Awal(Enum):
    """The ways to begin."""

    BARU = "Siapkan kantor baru"
    BUKU = "Masukkan buku kerja Excel dari program ini"
    CONTOH = "Coba dulu dengan data contoh"


_DETAIL = {
    Awal.BARU: "Isi nama kecamatan, pejabat, dan aturan perhitungan. Sekitar lima menit.",
    Awal.BUKU: "Bila datanya sudah ada di komputer lain: ekspor buku kerja di sana, bawa ke sini.",
    Awal.CONTOH: "Angka nyata Kecamatan Muncar 2020–2024. Layar dan cetakannya bertanda CONTOH.",
}


class AwalPage(QWizardPage):
    """The first page."""

    def __init__(self) -> None:
        super().__init__()
        self.setTitle("Selamat datang di Kinerja Desktop")
        self.setSubTitle(
            "Program ini menjalankan siklus SAKIP kecamatan: dari rencana kinerja sampai dokumen "
            "yang ditandatangani Camat dan dikirim ke Bappeda. Tanpa internet."
        )
        layout = QVBoxLayout(self)
        layout.setSpacing(style.MEDIUM)
        self.buttons: dict[Awal, QRadioButton] = {}
        for awal in Awal:
            button = QRadioButton(awal.value)
            detail = QLabel(_DETAIL[awal])
            detail.setObjectName("redup")
            detail.setWordWrap(True)
            detail.setContentsMargins(style.LARGE + style.MEDIUM, 0, 0, style.MEDIUM)
            button.toggled.connect(self._choose)
            layout.addWidget(button)
            layout.addWidget(detail)
            self.buttons[awal] = button
        self.file = QLineEdit()
        self.file.setPlaceholderText("Berkas buku kerja (.xlsx)")
        self.file.textChanged.connect(lambda: self.completeChanged.emit())
        self.pick = QPushButton("&Pilih berkas…")
        self.pick.clicked.connect(self._pick)
        row = QHBoxLayout()
        row.addWidget(self.file, 1)
        row.addWidget(self.pick)
        layout.addLayout(row)
        layout.addStretch()
        self.buttons[Awal.BARU].setChecked(True)

    def choice(self) -> Awal:
        """Return how to begin."""
        return next(awal for awal, button in self.buttons.items() if button.isChecked())

    def workbook(self) -> Path:
        """Return the workbook to begin with."""
        return Path(self.file.text().strip())

    def isComplete(self) -> bool:
        return self.choice() is not Awal.BUKU or bool(self.file.text().strip())

    def _choose(self) -> None:
        if not hasattr(self, "pick"):
            return
        wanted = self.choice() is Awal.BUKU
        self.file.setVisible(wanted)
        self.pick.setVisible(wanted)
        self.setFinalPage(self.choice() is not Awal.BARU)
        self.completeChanged.emit()

    def _pick(self) -> None:
        path = dialogs.choose_file(self, "Pilih buku kerja", "Buku kerja Excel (*.xlsx)")
        if path is not None:
            self.file.setText(str(path))
