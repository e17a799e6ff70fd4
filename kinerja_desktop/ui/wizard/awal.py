"""How to begin: a new office, the data of another PC, a workbook, or the sample."""

from enum import Enum
from pathlib import Path

from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from kinerja_desktop.services.awal.draf_panduan import IsiHalaman
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.wizard.scrolled import ScrolledBody
from kinerja_desktop.ui.wizard.typed import restore_line, text_of


class Awal(Enum):
    """The ways to begin: anew, from another PC or a workbook, on a server, as Bappeda, sample."""

    BARU = "Siapkan kecamatan baru"
    CADANGAN = "Lanjutkan data dari komputer lain"
    BUKU = "Masukkan buku kerja Excel dari program ini"
    SERVER = "Sambungkan ke server kantor"
    BAPPEDA = "Siapkan Bappeda atau Bagian Organisasi"
    CONTOH = "Coba dulu di kantor latihan"


_DETAIL = {
    Awal.BARU: "Isi nama kecamatan, pejabat, dan aturan perhitungan. Sekitar lima menit.",
    Awal.CADANGAN: (
        "Di komputer lama: Riwayat & Cadangan → Ekspor ke flashdisk. Semua isian, riwayat dan "
        "berkas bukti ikut."
    ),
    Awal.BUKU: "Angka-angka yang diisi di Excel: rencana, target, realisasi, anggaran.",
    Awal.SERVER: (
        "Data kantor tidak di komputer ini, tetapi di server PostgreSQL kantor; beberapa orang "
        "mengisinya bersama."
    ),
    Awal.BAPPEDA: (
        "Menerima paket kinerja dari semua kecamatan, memeriksanya, dan merekapnya. Sekitar dua "
        "menit."
    ),
    Awal.CONTOH: (
        "Kecamatan Contoh, kecamatan karangan yang sudah terisi dua tahun: Renstra sampai LKjIP. "
        "Layar dan cetakannya bertanda CONTOH. Sekitar setengah menit; sesudahnya mudah diganti "
        "dengan kantor Anda."
    ),
}

#: What each file that one can begin with is called, and how its name ends.
_FILES = {
    Awal.CADANGAN: ("Berkas cadangan (.kinerja)", "Cadangan Kinerja Desktop (*.kinerja *.db)"),
    Awal.BUKU: ("Berkas buku kerja", "Buku kerja (*.xlsx *.ods *.xls *.xlsb *.csv)"),
}


class AwalPage(QWizardPage):
    """The first page of the wizard: how to begin."""

    def __init__(self) -> None:
        super().__init__()
        self.setTitle("Selamat datang di Kinerja Desktop")
        self.setSubTitle(
            "Program ini menjalankan siklus SAKIP kecamatan: dari rencana kinerja sampai dokumen "
            "yang ditandatangani Camat dan dikirim ke Bappeda. Tanpa internet."
        )
        layout = QVBoxLayout(ScrolledBody(self).inside)
        layout.setSpacing(style.SMALL)
        self.band = self._make_band()
        layout.addWidget(self.band)
        self.buttons: dict[Awal, QRadioButton] = {}
        self._details: dict[Awal, QLabel] = {}
        for awal in Awal:
            button = QRadioButton(awal.value)
            detail = QLabel(_DETAIL[awal])
            detail.setObjectName("redup")
            detail.setWordWrap(True)
            detail.setContentsMargins(style.LARGE + style.MEDIUM, 0, 0, style.SMALL)
            button.setAccessibleName(awal.value)
            button.setToolTip(_DETAIL[awal])
            button.toggled.connect(self._choose)
            layout.addWidget(button)
            layout.addWidget(detail)
            self.buttons[awal], self._details[awal] = button, detail
        self.file = QLineEdit()
        self.file.textChanged.connect(lambda: self.completeChanged.emit())
        self.pick = QPushButton("&Pilih berkas…", autoDefault=False)
        self.pick.clicked.connect(self._pick)
        self._file_row = QWidget()
        row = QHBoxLayout(self._file_row)
        row.setContentsMargins(style.LARGE + style.MEDIUM, 0, 0, style.MEDIUM)
        row.addWidget(self.file, 1)
        row.addWidget(self.pick)
        layout.addWidget(self._file_row)
        layout.addStretch()
        self._choices = layout
        self.buttons[Awal.BARU].setChecked(True)

    def put_below(self, widget: QWidget) -> None:
        """Put something below the ways to begin."""
        layout = self.layout()
        assert layout is not None
        layout.addWidget(widget)

    def tell(self, sentence: str, *, can_resume: bool) -> None:
        """Say what became of what was typed the last time.

        Args:
            sentence: what is shown above the choices.
            can_resume: it is there, to be gone on with or emptied.
        """
        self.note.setText(sentence)
        self.resume_button.setVisible(can_resume)
        self.empty_button.setVisible(can_resume)
        self.band.setVisible(bool(sentence))

    def _make_band(self) -> QFrame:
        band = QFrame()
        band.setObjectName("pita")
        self.note = QLabel()
        self.note.setWordWrap(True)
        # Enter goes on, as on every page.
        self.resume_button = QPushButton("Lan&jutkan isian", autoDefault=False)
        self.empty_button = QPushButton("K&osongkan", autoDefault=False)
        row = QHBoxLayout(band)
        row.setContentsMargins(style.MEDIUM, style.SMALL, style.MEDIUM, style.SMALL)
        row.addWidget(self.note, 1)
        row.addWidget(self.resume_button)
        row.addWidget(self.empty_button)
        band.hide()
        return band

    def state(self) -> IsiHalaman:
        """Return what was chosen."""
        return {"awal": self.choice().name, "berkas": self.file.text()}

    def restore(self, state: IsiHalaman) -> None:
        """Choose again what was chosen."""
        for awal, button in self.buttons.items():
            if awal.name == text_of(state, "awal"):
                button.setChecked(True)
        restore_line(self.file, state, "berkas")

    def choice(self) -> Awal:
        """Return how to begin."""
        return next(awal for awal, button in self.buttons.items() if button.isChecked())

    def path(self) -> Path:
        """Return the backup or workbook to begin with."""
        return Path(self.file.text().strip())

    def isComplete(self) -> bool:
        return self.choice() not in _FILES or bool(self.file.text().strip())

    def _choose(self) -> None:
        if not hasattr(self, "_choices"):
            return
        choice = self.choice()
        self._file_row.setVisible(choice in _FILES)
        if choice in _FILES:
            # Right below what it belongs to.
            self._choices.removeWidget(self._file_row)
            below = self._choices.indexOf(self._details[choice]) + 1
            self._choices.insertWidget(below, self._file_row)
            self.file.setPlaceholderText(_FILES[choice][0])
            self.file.setAccessibleName(_FILES[choice][0])
            self.file.setToolTip("Ketik alamat berkasnya, atau pilih dengan Pilih berkas.")
        self.setFinalPage(choice not in (Awal.BARU, Awal.BAPPEDA, Awal.SERVER))
        self.completeChanged.emit()

    def _pick(self) -> None:
        path = dialogs.choose_file(self, "Pilih berkas", _FILES[self.choice()][1])
        if path is not None:
            self.file.setText(str(path))
