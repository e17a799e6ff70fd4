"""Who is in which post, and since when."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
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
from kinerja_desktop.domain.capaian.snapshot import IdentitasPejabat
from kinerja_desktop.domain.laporan.dari_snapshot import make_penandatangan
from kinerja_desktop.domain.sections.pejabat import PERAN, STATUS_PENEMPATAN
from kinerja_desktop.services.awal.draf_panduan import IsiHalaman
from kinerja_desktop.services.awal.setup import PejabatAwal
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.date_field import DateField
from kinerja_desktop.ui.wizard.samples import SignatureSample
from kinerja_desktop.ui.wizard.typed import names_of, restore_choice, rows_of

_HEADS = ("Jabatan", "Peran", "Nama", "NIP", "Pangkat", "Status", "Menjabat sejak")
_USUAL = (
    ("Camat", "camat"),
    ("Sekretaris Kecamatan", "sekretaris"),
    ("Kasubbag Keuangan", "kasubbag"),
)
_PENGELOLA = "kasubbag"
_TEXTS = ("jabatan", "nama", "nip", "pangkat", "mulai")
_CHOICES = ("peran", "status")
_MOST = 9
#: Of a role are shown; the list that opens shows the whole word.
_ROLE_LETTERS = 9


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
        # On a large screen a role is read whole.
        self.grid.setColumnStretch(1, 3)
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
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.note)
        self.sample = SignatureSample()
        layout.addWidget(self.sample, 1)
        self._tempat, self._named = "", _USUAL[0][0]
        self._today = today
        self.completeChanged.connect(self._show_signature)
        self._show_signature()

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
        _make_room(row["nama"], "Drs. Nama Lengkap")
        _make_room(row["nip"], "0" * 18)
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        row["peran"].setSizeAdjustPolicy(policy)
        row["peran"].setMinimumContentsLength(_ROLE_LETTERS)
        _make_room(row["pangkat"], "Pembina Tk. I")
        _make_room(row["mulai"], "00-00-0000 000")
        for column, (name, editor) in enumerate(row.items()):
            editor.setAccessibleName(f"{_HEADS[column]} {number}")
            self.grid.addWidget(editor, number, column)
            if name in _CHOICES:
                editor.currentIndexChanged.connect(self._check)
            else:
                editor.textChanged.connect(self._check)
        self.rows.append(row)

    def _add_line(self, jabatan: str, peran: str) -> None:
        """Add a line and go on typing there."""
        self.add_row(jabatan, peran)
        self.rows[-1]["jabatan"].setFocus()

    def name_camat(self, kecamatan: str, tempat: str) -> None:
        """Write the office's name into the post of the Camat, unless somebody else wrote there.

        Args:
            kecamatan: name of the office.
            tempat: where papers are signed, for the example.
        """
        jabatan, named = self.rows[0]["jabatan"], f"{_USUAL[0][0]} {kecamatan}"
        if jabatan.text().strip() == self._named:
            jabatan.setText(named)
            self._named = named
        self._tempat = tempat
        self._show_signature()

    def state(self) -> IsiHalaman:
        """Return what was typed, line by line."""
        return {"baris": [_texts_of(row) for row in self.rows], "camat": [self._named]}

    def restore(self, state: IsiHalaman) -> None:
        """Type again what was typed."""
        self._named = next(iter(names_of(state, "camat")), self._named)
        found = rows_of(state, "baris")[:_MOST]
        for row in self.rows[len(found) :]:
            row["nama"].clear()
        for place, kept in enumerate(found):
            if place == len(self.rows):
                self.add_row("", "kasi")
            row = self.rows[place]
            for name in _TEXTS:
                row[name].setText(kept.get(name, row[name].text()))
            for name in _CHOICES:
                restore_choice(row[name], {**kept}, name)

    def _show_signature(self) -> None:
        """Show how the Camat signs; while he has no name there is a line to write on."""
        row = next((r for r in self._filled() if r["peran"].currentData() == "camat"), self.rows[0])
        status = row["status"]
        awalan = "" if status.currentData() == "definitif" else status.currentText()
        pejabat = IdentitasPejabat(
            row["nama"].text().strip(), row["jabatan"].text().strip() or _USUAL[0][0],
            row["nip"].text().strip(), row["pangkat"].text().strip(), awalan,
        )  # fmt: skip
        self.sample.show_signer(make_penandatangan(pejabat, ""), self._tempat or "…", self._today)

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


def _texts_of(row: dict[str, Any]) -> dict[str, str]:
    texts = {name: row[name].text() for name in _TEXTS}
    return texts | {name: row[name].currentText() for name in _CHOICES}


def _make_room(line: QLineEdit, sample: str) -> None:
    """Make a line wide enough for what is written in it, so that nothing is cut off."""
    line.setMinimumWidth(line.fontMetrics().horizontalAdvance(sample) + 3 * style.SMALL)


def _combo(choices: dict[str, str], chosen: str) -> QComboBox:
    box = QComboBox()
    for value, label in choices.items():
        box.addItem(label, value)
    box.setCurrentIndex(box.findData(chosen))
    return box
