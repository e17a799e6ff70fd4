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

from kinerja_desktop.domain.angka.teks import KATA_KABUPATEN, KATA_PROVINSI, bare_name
from kinerja_desktop.domain.capaian.snapshot import BAPPEDA, IdentitasInstansi
from kinerja_desktop.domain.laporan.dari_snapshot import make_kop
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.services.awal.draf_panduan import IsiHalaman
from kinerja_desktop.services.awal.setup_bappeda import BappedaBaru, propose_unit
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.wizard.samples import KopSample
from kinerja_desktop.ui.wizard.scrolled import ScrolledBody
from kinerja_desktop.ui.wizard.typed import Follower, names_of, restore_line

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
_HINTS = {"nama": "Nama lengkap kantor seperti pada kop surat."}
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
        form.setVerticalSpacing(style.SMALL)
        self.lines: dict[str, QLineEdit] = {}
        for name, label, value in _LINES:
            line = QLineEdit(value)
            line.setAccessibleName(label.replace("&", "").removesuffix(" *"))
            line.setToolTip(_HINTS.get(name) or SECTIONS["instansi"].field(name).bantuan)
            line.textChanged.connect(lambda: self.completeChanged.emit())
            caption = QLabel(label)
            caption.setBuddy(line)
            form.addRow(caption, line)
            self.lines[name] = line
        self.lines["kabupaten"].editingFinished.connect(self._propose)
        self.units = QListWidget()
        self.units.setAccessibleName("Kecamatan yang mengirim")
        self.units.setToolTip("Yang dicentang menjadi unit pengirim paket; dapat diubah nanti.")
        heading = QLabel("Kecamatan yang m&engirim")
        heading.setBuddy(self.units)
        self.note = QLabel(_NO_UNIT)
        self.note.setObjectName("redup")
        self.note.setWordWrap(True)
        right = QVBoxLayout()
        self.sample = KopSample()
        right.addWidget(self.sample)
        right.addWidget(heading)
        right.addWidget(self.units, 1)
        right.addWidget(self.note)
        row = QHBoxLayout(ScrolledBody(self).inside)
        row.setSpacing(style.LARGE)
        row.addLayout(form, 1)
        row.addLayout(right, 1)
        self.completeChanged.connect(self._show_kop)
        self._show_kop()
        self._kabupaten = ""
        self._follower = Follower(self.lines["kabupaten"], self.lines["tempat"], str)
        self._propose()

    def baru(self) -> BappedaBaru:
        """Return what was asked for."""
        texts: dict[str, Any] = self._texts()
        items = (self.units.item(row) for row in range(self.units.count()))
        chosen = (item.text() for item in items if item.checkState() == Qt.CheckState.Checked)
        return BappedaBaru(texts, tuple(chosen))

    def state(self) -> IsiHalaman:
        """Return what was typed, and which units were unticked."""
        texts = {name: line.text() for name, line in self.lines.items()}
        items = (self.units.item(row) for row in range(self.units.count()))
        off = [item.text() for item in items if item.checkState() != Qt.CheckState.Checked]
        return {**texts, "tidak": off}

    def restore(self, state: IsiHalaman) -> None:
        """Type again what was typed; the kabupaten before the place, which follows it."""
        for name, line in self.lines.items():
            restore_line(line, state, name)
        self._propose()
        for name in names_of(state, "tidak"):
            for item in self.units.findItems(name, Qt.MatchFlag.MatchExactly):
                item.setCheckState(Qt.CheckState.Unchecked)

    def _show_kop(self) -> None:
        texts = self._texts()
        instansi = IdentitasInstansi(
            texts["nama"] or "…", texts["kabupaten"] or "…", texts["provinsi"],
            alamat=texts["alamat"], telepon=texts["telepon"], pos_el=texts["pos_el"],
            tempat=texts["tempat"], jenis=BAPPEDA,
        )  # fmt: skip
        self.sample.show_kop(make_kop(instansi), None)

    def _texts(self) -> dict[str, str]:
        texts = {name: line.text().strip() for name, line in self.lines.items()}
        return {
            **texts,
            "kabupaten": bare_name(texts["kabupaten"], KATA_KABUPATEN),
            "provinsi": bare_name(texts["provinsi"], KATA_PROVINSI),
        }

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
