"""Who is in which post, and since when."""

from datetime import date
from typing import Any

from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWizardPage,
)

from kinerja_desktop.domain.angka.nip import check_nip
from kinerja_desktop.domain.sections.instansi import PERAN, STATUS_PENEMPATAN
from kinerja_desktop.services.awal.setup import PejabatAwal
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.date_field import DateField

_HEADS = ("Jabatan", "Peran", "Nama", "NIP", "Pangkat", "Status", "Menjabat sejak")
_USUAL = (
    ("Camat", "camat"),
    ("Sekretaris Kecamatan", "sekretaris"),
    ("Kasubbag Keuangan", "kasubbag"),
)
_PENGELOLA = "kasubbag"
_MOST = 9


class PejabatPage(QWizardPage):
    """A line for each official; empty lines are left out."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setTitle("Pejabat")
        self.setSubTitle(
            "Penanda tangan dipilih menurut tanggal dokumen, jadi dokumen lama tetap memuat "
            "pejabat saat itu. Camat harus diisi; yang lain dapat menyusul."
        )
        self._since = date(today.year, 1, 1)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(style.SMALL)
        self.grid.setColumnStretch(0, 3)
        self.grid.setColumnStretch(2, 3)
        self.grid.setColumnStretch(4, 1)
        for column, head in enumerate(_HEADS):
            self.grid.addWidget(QLabel(f"<b>{head}</b>"), 0, column)
        self.rows: list[dict[str, Any]] = []
        for jabatan, peran in _USUAL:
            self.add_row(jabatan, peran)
        self.add_button = QPushButton("&Tambah pejabat")
        self.add_button.clicked.connect(lambda: self._add_line("Kasi ", "kasi"))
        self.note = QLabel()
        self.note.setObjectName("bahaya")
        self.note.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addLayout(self.grid)
        layout.addWidget(self.add_button)
        layout.addWidget(self.note)
        layout.addStretch()

    def add_row(self, jabatan: str, peran: str) -> None:
        """Add a line."""
        number = len(self.rows) + 1
        if number > _MOST:
            self.note.setText("Pejabat lain dapat ditambahkan nanti di Pengaturan.")
            return
        row: dict[str, Any] = {
            "jabatan": QLineEdit(jabatan),
            "peran": _combo(PERAN, peran),
            "nama": QLineEdit(),
            "nip": QLineEdit(),
            "pangkat": QLineEdit(),
            "status": _combo(STATUS_PENEMPATAN, "definitif"),
            "mulai": DateField(self._since, required=True),
        }
        _make_room(row["jabatan"], "Sekretaris Kecamatan")
        _make_room(row["nip"], "0" * 18)
        _make_room(row["pangkat"], "Pembina Tk. I")
        _make_room(row["mulai"], "00-00-0000  ▾")
        for column, (name, editor) in enumerate(row.items()):
            editor.setAccessibleName(f"{_HEADS[column]} {number}")
            self.grid.addWidget(editor, number, column)
            if name in ("nama", "nip", "mulai", "jabatan"):
                editor.textChanged.connect(self._check)
        self.rows.append(row)

    def _add_line(self, jabatan: str, peran: str) -> None:
        """Add a line and go on typing there."""
        self.add_row(jabatan, peran)
        self.rows[-1]["jabatan"].setFocus()

    def name_camat(self, kecamatan: str) -> None:
        """Write the office's name into the post of the Camat, unless it was changed."""
        jabatan = self.rows[0]["jabatan"]
        if jabatan.text().strip() == _USUAL[0][0]:
            jabatan.setText(f"{_USUAL[0][0]} {kecamatan}")

    def officials(self) -> list[PejabatAwal]:
        """Return the officials whose names were filled in."""
        return [
            PejabatAwal(
                nama=row["nama"].text().strip(),
                jabatan=row["jabatan"].text().strip(),
                peran=row["peran"].currentData(),
                mulai=row["mulai"].day(),
                nip=row["nip"].text().strip(),
                pangkat=row["pangkat"].text().strip(),
                status=row["status"].currentData(),
                pengelola_kinerja=row["peran"].currentData() == _PENGELOLA,
            )
            for row in self._filled()
        ]

    def isComplete(self) -> bool:
        has_camat = any(row["peran"].currentData() == "camat" for row in self._filled())
        return has_camat and not self._errors()

    def _filled(self) -> list[dict[str, Any]]:
        return [row for row in self.rows if row["nama"].text().strip()]

    def _errors(self) -> list[str]:
        errors = []
        for row in self._filled():
            if error := row["mulai"].error():
                errors.append(f"{row['nama'].text()}: {error}.")
            if not row["jabatan"].text().strip():
                errors.append(f"{row['nama'].text()}: jabatan harus diisi.")
        return errors

    def _check(self) -> None:
        warnings = [
            f"{row['nama'].text()}: {message}."
            for row in self._filled()
            if (message := check_nip(row["nip"].text()))
        ]
        self.note.setText("\n".join([*self._errors(), *warnings]))
        self.completeChanged.emit()


def _make_room(line: QLineEdit, sample: str) -> None:
    """Make a line wide enough for what is written in it, so that nothing is cut off."""
    line.setMinimumWidth(line.fontMetrics().horizontalAdvance(sample) + 3 * style.SMALL)


def _combo(choices: dict[str, str], chosen: str) -> QComboBox:
    box = QComboBox()
    for value, label in choices.items():
        box.addItem(label, value)
    box.setCurrentIndex(box.findData(chosen))
    return box
