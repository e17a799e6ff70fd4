"""The office: its name, letterhead and logo."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import (
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWizardPage,
)

from kinerja_desktop.domain.angka.teks import (
    KATA_KABUPATEN,
    KATA_KECAMATAN,
    KATA_PROVINSI,
    bare_name,
)
from kinerja_desktop.domain.capaian.snapshot import IdentitasInstansi
from kinerja_desktop.domain.laporan.dari_snapshot import make_kop
from kinerja_desktop.domain.penerimaan.unit import LUMAJANG, normalize_nama
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.services.awal.draf_panduan import IsiHalaman
from kinerja_desktop.services.awal.setup import KECAMATAN_LUMAJANG
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.wizard.samples import KopSample
from kinerja_desktop.ui.wizard.scrolled import ScrolledBody
from kinerja_desktop.ui.wizard.typed import Follower, restore_line, text_of

_SECTION = SECTIONS["instansi"]
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
#: On paper a logo takes a third of the width at most (`documents.pdf.office_pieces`).
_LOGO_SIZE = QSize(200, 56)
_OF_A_KOTA = (
    "Program ini menulis 'Kabupaten' di kop dan surat. Untuk kecamatan di sebuah kota cetakannya "
    "belum sesuai: periksa sebelum ditandatangani."
)
_NO_LOGO = "Belum ada logo; dapat ditambahkan nanti."
#: What stands in the letterhead beside the names.
_KOP = ("alamat", "telepon", "kode_pos", "laman", "pos_el", "tempat")


def _of_lumajang(text: str) -> Callable[[str], str]:
    """Return what begins with `text` in Lumajang, and blank elsewhere."""
    return lambda kabupaten: text if normalize_nama(kabupaten) == normalize_nama(LUMAJANG) else ""


#: What follows from the kabupaten until the clerk writes it himself.
_FOLLOWING: dict[str, Callable[[str], str]] = {
    "tempat": lambda kabupaten: bare_name(kabupaten, KATA_KABUPATEN),
    "tujuan_surat": lambda kabupaten: (
        f"Kepala Bappeda Kabupaten {bare_name(kabupaten, KATA_KABUPATEN)}"
    ),
    "telepon": _of_lumajang("(0334) "),
    "kode_unit": _of_lumajang("427."),
}


class KantorPage(QWizardPage):
    """Asks for what stands in the letterhead."""

    def __init__(self) -> None:
        super().__init__()
        self.setTitle("Kantor dan kop surat")
        self.setSubTitle("Isian ini dicetak pada kop semua dokumen. Yang bertanda * harus diisi.")
        form = QFormLayout()
        # Thirteen lines must fit on 1366×768 at 150 %.
        form.setVerticalSpacing(style.SMALL)
        self.kecamatan = ChoiceBox()
        self.kecamatan.setEditable(True)
        self.kecamatan.addItems(["", *KECAMATAN_LUMAJANG])
        self.kecamatan.setAccessibleName("Kecamatan")
        self.kecamatan.setToolTip(_SECTION.field("kecamatan").bantuan)
        self.kecamatan.editTextChanged.connect(lambda: self.completeChanged.emit())
        form.addRow("K&ecamatan *", self.kecamatan)
        self.lines: dict[str, QLineEdit] = {}
        for name, label, value in _LINES:
            line = QLineEdit(value)
            line.setAccessibleName(label)
            line.setToolTip(_SECTION.field(name).bantuan)
            line.textChanged.connect(lambda: self.completeChanged.emit())
            form.addRow(label + (" *" if name in ("kabupaten", "provinsi") else ""), line)
            self.lines[name] = line
        self._logo: Path | None = None
        self.logo_label = QLabel(_NO_LOGO)
        pick = QPushButton("&Pilih logo…", autoDefault=False)
        pick.setToolTip("Gambar PNG atau JPEG untuk kop; dapat ditambahkan nanti di Pengaturan.")
        pick.clicked.connect(self._pick_logo)
        row = QHBoxLayout()
        row.addWidget(self.logo_label, 1)
        row.addWidget(pick)
        form.addRow("Logo", row)
        self.sample = KopSample()
        columns = QHBoxLayout(ScrolledBody(self).inside)
        columns.setSpacing(style.LARGE)
        columns.addLayout(form, 5)
        self.note = QLabel(_OF_A_KOTA)
        self.note.setObjectName("bahaya")
        self.note.setWordWrap(True)
        right = QVBoxLayout()
        right.addWidget(self.sample)
        right.addWidget(self.note)
        right.addStretch()
        columns.addLayout(right, 6)
        kabupaten = self.lines["kabupaten"]
        self._followers = [
            Follower(kabupaten, self.lines[name], make) for name, make in _FOLLOWING.items()
        ]
        self.completeChanged.connect(self._show_kop)
        self._show_kop()

    def state(self) -> IsiHalaman:
        """Return what was typed, as it was typed."""
        texts = {name: line.text() for name, line in self.lines.items()}
        logo = str(self._logo) if self._logo else ""
        return {"kecamatan": self.kecamatan.currentText(), "logo": logo, **texts}

    def restore(self, state: IsiHalaman) -> None:
        """Type again what was typed; the kabupaten first, as others follow it."""
        self.kecamatan.setEditText(text_of(state, "kecamatan"))
        for name, line in self.lines.items():
            restore_line(line, state, name)
        self._logo = None
        self.logo_label.setText(_NO_LOGO)
        if logo := text_of(state, "logo"):
            self.set_logo(Path(logo))
        self._show_kop()

    def values(self) -> dict[str, Any]:
        """Return the columns of the office's own row."""
        texts = {name: line.text().strip() for name, line in self.lines.items()}
        values = {
            name: "" if _UNTOUCHED.get(name) == text else text for name, text in texts.items()
        }
        values["kabupaten"] = bare_name(values["kabupaten"], KATA_KABUPATEN)
        values["provinsi"] = bare_name(values["provinsi"], KATA_PROVINSI)
        return {"kecamatan": bare_name(self.kecamatan.currentText(), KATA_KECAMATAN), **values}

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
            self.logo_label.setText(
                f"{path.name} bukan gambar PNG atau JPEG, atau terlalu besar: pilih gambar lain."
            )
            return
        self._logo = path
        self._show_kop()
        self.logo_label.setPixmap(
            picture.scaled(
                _LOGO_SIZE,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        )

    def _show_kop(self) -> None:
        values = self.values()
        self.note.setVisible(values["kabupaten"].casefold().startswith("kota "))
        words = {name: values[name] for name in _KOP}
        instansi = IdentitasInstansi(
            values["kecamatan"] or "…", values["kabupaten"] or "…", values["provinsi"], **words
        )
        self.sample.show_kop(make_kop(instansi), self._logo)

    def _pick_logo(self) -> None:
        path = dialogs.choose_file(self, "Pilih logo", "Gambar (*.png *.jpg *.jpeg)")
        if path is not None:
            self.set_logo(path)
