"""The office: its name, letterhead and logo."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWizardPage,
)

from kinerja_desktop.services.awal.setup import KECAMATAN_LUMAJANG
from kinerja_desktop.ui.base import dialogs

_LINES = (
    ("kabupaten", "Kabupaten", "Lumajang"),
    ("provinsi", "Provinsi", "Jawa Timur"),
    ("alamat", "Alamat", ""),
    ("telepon", "Telepon", "(0334) "),
    ("kode_pos", "Kode pos", ""),
    ("laman", "Laman", ""),
    ("pos_el", "Pos-el", ""),
    ("kode_unit", "Kode unit surat", "427."),
    ("tempat", "Tempat tanda tangan", "Lumajang"),
    ("tujuan_surat", "Laporan dikirim kepada", "Kepala Bappeda Kabupaten Lumajang"),
)
_UNTOUCHED = {"telepon": "(0334)", "kode_unit": "427."}
_LOGO_HEIGHT = 56


class KantorPage(QWizardPage):
    """Asks for what stands in the letterhead."""

    def __init__(self) -> None:
        super().__init__()
        self.setTitle("Kantor dan kop surat")
        self.setSubTitle("Isian ini dicetak pada kop semua dokumen. Yang bertanda * harus diisi.")
        form = QFormLayout(self)
        self.kecamatan = QComboBox()
        self.kecamatan.setEditable(True)
        self.kecamatan.addItems(["", *KECAMATAN_LUMAJANG])
        self.kecamatan.setAccessibleName("Kecamatan")
        self.kecamatan.editTextChanged.connect(lambda: self.completeChanged.emit())
        form.addRow("K&ecamatan *", self.kecamatan)
        self.lines: dict[str, QLineEdit] = {}
        for name, label, value in _LINES:
            line = QLineEdit(value)
            line.setAccessibleName(label)
            line.textChanged.connect(lambda: self.completeChanged.emit())
            form.addRow(label + (" *" if name in ("kabupaten", "provinsi") else ""), line)
            self.lines[name] = line
        self._logo: Path | None = None
        self.logo_label = QLabel("Belum ada logo; dapat ditambahkan nanti.")
        pick = QPushButton("&Pilih logo…")
        pick.clicked.connect(self._pick_logo)
        row = QHBoxLayout()
        row.addWidget(self.logo_label, 1)
        row.addWidget(pick)
        form.addRow("Logo", row)

    def values(self) -> dict[str, Any]:
        """Return the columns of the office's own row."""
        texts = {name: line.text().strip() for name, line in self.lines.items()}
        values = {
            name: "" if _UNTOUCHED.get(name) == text else text for name, text in texts.items()
        }
        return {"kecamatan": self.kecamatan.currentText().strip(), **values}

    def logo(self) -> Path | None:
        """Return the picture chosen for the letterhead."""
        return self._logo

    def isComplete(self) -> bool:
        values = self.values()
        return all(values[name] for name in ("kecamatan", "kabupaten", "provinsi"))

    def set_logo(self, path: Path) -> None:
        """Take a picture; say so when it is none."""
        picture = QPixmap(str(path))
        if picture.isNull():
            self.logo_label.setText(f"{path.name} bukan gambar PNG atau JPEG: pilih gambar lain.")
            return
        self._logo = path
        self.logo_label.setPixmap(
            picture.scaledToHeight(_LOGO_HEIGHT, Qt.TransformationMode.SmoothTransformation)
        )

    def _pick_logo(self) -> None:
        path = dialogs.choose_file(self, "Pilih logo", "Gambar (*.png *.jpg *.jpeg)")
        if path is not None:
            self.set_logo(path)
