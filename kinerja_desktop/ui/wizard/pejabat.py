"""Who is in which post, and since when."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWizardPage

from kinerja_desktop.domain.angka.nip import check_nip
from kinerja_desktop.domain.capaian.snapshot import IdentitasPejabat
from kinerja_desktop.domain.laporan.dari_snapshot import make_penandatangan
from kinerja_desktop.services.awal.draf_panduan import IsiHalaman
from kinerja_desktop.services.awal.setup import PejabatAwal
from kinerja_desktop.ui.base.line_text import show_in_line
from kinerja_desktop.ui.wizard.officials import CHOICES, Official, OfficialLines
from kinerja_desktop.ui.wizard.samples import SignatureSample
from kinerja_desktop.ui.wizard.scrolled import ScrolledBody
from kinerja_desktop.ui.wizard.typed import names_of, restore_choice, rows_of

_USUAL = (
    ("Camat", "camat"),
    ("Sekretaris Kecamatan", "sekretaris"),
    ("Kasubbag Keuangan", "kasubbag"),
)
_PENGELOLA = "kasubbag"
_TEXTS = ("jabatan", "nama", "nip", "pangkat", "mulai")
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
        self.lines = OfficialLines(date(today.year, 1, 1), today)
        for jabatan, peran in _USUAL:
            self.lines.add(jabatan, peran)
        self.lines.changed.connect(self._check)
        self.add_button = QPushButton("&Tambah pejabat", autoDefault=False)
        self.add_button.clicked.connect(lambda: self._add_line("Kasi ", "kasi"))
        self.note = QLabel()
        self.note.setObjectName("bahaya")
        self.note.setWordWrap(True)
        self._around = ScrolledBody(self)
        layout = QVBoxLayout(self._around.inside)
        layout.addWidget(self.lines)
        layout.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.note)
        self.sample = SignatureSample()
        layout.addWidget(self.sample, 1)
        self._tempat, self._named = "", _USUAL[0][0]
        self._today = today
        self.completeChanged.connect(self._show_signature)
        self._show_signature()

    @property
    def rows(self) -> list[Official]:
        """The editors of each line."""
        return self.lines.rows

    def _add_line(self, jabatan: str, peran: str) -> None:
        """Add a line and go on typing there; a page is enough to begin with."""
        if len(self.rows) == _MOST:
            self.note.setText("Pejabat lain dapat ditambahkan nanti di Pengaturan.")
            return
        row = self.lines.add(jabatan, peran)
        row["jabatan"].setFocus()
        self._around.show_soon(row["mulai"])

    def name_camat(self, kecamatan: str, tempat: str) -> None:
        """Write the office's name into the post of the Camat, unless somebody else wrote there.

        Args:
            kecamatan: name of the office.
            tempat: where papers are signed, for the example.
        """
        jabatan, named = self.rows[0]["jabatan"], f"{_USUAL[0][0]} {kecamatan}"
        if jabatan.text().strip() == self._named:
            show_in_line(jabatan, named)
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
        for row in self.rows[max(len(found), 1) :]:
            self.lines.remove(row)
        for place, kept in enumerate(found):
            if place == len(self.rows):
                self.lines.add("", "kasi")
            row = self.rows[place]
            for name in _TEXTS:
                show_in_line(row[name], kept.get(name, row[name].text()))
            for name in CHOICES:
                restore_choice(row[name], {**kept}, name)

    def _show_signature(self) -> None:
        """Show how the Camat signs; while he has no name there is a line to write on."""
        row = next((r for r in self._filled() if r["peran"].currentData() == "camat"), self.rows[0])
        status, jabatan = row["status"], row["jabatan"].text().strip() or _USUAL[0][0]
        awalan = "" if status.currentData() == "definitif" else status.currentText()
        since = row["mulai"].day()
        pejabat = IdentitasPejabat(
            row["nama"].text().strip(), jabatan,
            row["nip"].text().strip(), row["pangkat"].text().strip(), awalan,
        )  # fmt: skip
        if since is not None and since > self._today:
            # Under the papers of today there is a line to write on, as nobody is in office yet.
            pejabat = IdentitasPejabat("", jabatan)
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

    def _filled(self) -> list[Official]:
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
        warnings += [
            f"{row['nama'].text()}, menjabat sejak {row['mulai'].text()}. {odd}."
            for row in self._filled()
            if (odd := row["mulai"].odd())
        ]
        self.note.setText("\n".join([*self._errors(), *warnings]))
        self.completeChanged.emit()


def _texts_of(row: Official) -> dict[str, str]:
    texts = {name: row[name].text() for name in _TEXTS}
    return texts | {name: row[name].currentText() for name in CHOICES}
