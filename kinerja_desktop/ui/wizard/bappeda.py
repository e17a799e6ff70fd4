"""Bappeda: its name and letterhead, and the kecamatan that deliver to it."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWizardPage,
)

from kinerja_desktop.services.awal.setup_bappeda import BappedaBaru, propose_unit
from kinerja_desktop.ui.base import style

_LINES = (
    ("nama", "&Nama kantor *", "Badan Perencanaan Pembangunan Daerah"),
    ("kabupaten", "&Kabupaten *", "Lumajang"),
    ("provinsi", "&Provinsi *", "Jawa Timur"),
    ("alamat", "&Alamat", ""),
    ("telepon", "&Telepon", ""),
    ("pos_el", "P&os-el", ""),
    ("kode_unit", "Kode &unit surat", ""),
    ("tempat", "Te&mpat tanda tangan", "Lumajang"),
)
_REQUIRED = ("nama", "kabupaten", "provinsi")
_NO_UNIT = (
    "Daftar kecamatan kabupaten ini belum ada di program. Tambahkan nanti di Penerimaan → Unit, "
    "atau lewat buku kerja."
)


class BappedaPage(QWizardPage):
    """Asks for what stands in the letterhead, and who delivers."""

    def __init__(self) -> None:
        super().__init__()
        self.setTitle("Bappeda atau Bagian Organisasi")
        self.setSubTitle(
            "Isian ini dicetak pada kop tanda terima dan rekap. Yang bertanda * harus diisi."
        )
        self.setFinalPage(True)
        form = QFormLayout()
        self.lines: dict[str, QLineEdit] = {}
        for name, label, value in _LINES:
            line = QLineEdit(value)
            line.setAccessibleName(label.replace("&", "").removesuffix(" *"))
            line.textChanged.connect(lambda: self.completeChanged.emit())
            caption = QLabel(label)
            caption.setBuddy(line)
            form.addRow(caption, line)
            self.lines[name] = line
        self.lines["kabupaten"].editingFinished.connect(self._propose)
        self.units = QListWidget()
        self.units.setAccessibleName("Kecamatan yang mengirim")
        heading = QLabel("Kecamatan yang m&engirim")
        heading.setBuddy(self.units)
        self.note = QLabel(_NO_UNIT)
        self.note.setObjectName("redup")
        self.note.setWordWrap(True)
        right = QVBoxLayout()
        right.addWidget(heading)
        right.addWidget(self.units)
        right.addWidget(self.note)
        row = QHBoxLayout(self)
        row.setSpacing(style.LARGE)
        row.addLayout(form, 3)
        row.addLayout(right, 2)
        self._kabupaten = ""
        self._propose()

    def baru(self) -> BappedaBaru:
        """Return what was asked for."""
        texts: dict[str, Any] = {name: line.text().strip() for name, line in self.lines.items()}
        items = (self.units.item(row) for row in range(self.units.count()))
        chosen = (item.text() for item in items if item.checkState() == Qt.CheckState.Checked)
        return BappedaBaru(texts, tuple(chosen))

    def isComplete(self) -> bool:
        return all(self.lines[name].text().strip() for name in _REQUIRED)

    def _propose(self) -> None:
        """Offer the kecamatan of the kabupaten that was typed; what was unticked stays so."""
        kabupaten = self.lines["kabupaten"].text().strip()
        if kabupaten == self._kabupaten:
            return
        self._kabupaten = kabupaten
        self.units.clear()
        for nama in propose_unit(kabupaten):
            item = QListWidgetItem(nama)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked)
            self.units.addItem(item)
        self.units.setVisible(bool(self.units.count()))
        self.note.setVisible(not self.units.count())
