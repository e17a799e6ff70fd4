"""Forms that came back, looked through before anything of them is taken in."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.pengumpulan.rencana import FormulirMasuk, RencanaTerima
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.pengumpulan.receive_model import ReceiveModel
from kinerja_desktop.ui.pengumpulan.receive_table import ReceiveTable
from kinerja_desktop.ui.tables.plain_model import Column, PlainTableModel
from kinerja_desktop.ui.tables.plain_table import PlainTable

_OWN = (
    "Tabel buatan kantor sendiri diambil di Excel kantor, seluruh data di Buku kerja; keduanya di "
    "halaman ini."
)


@dataclass(frozen=True)
class BarisBerkas:
    """A line of the list of files: a form, or a file that is none."""

    berkas: str
    pemegang: str
    periode: str
    status: str
    keterangan: str
    tempat: int | None = None

    @property
    def teks(self) -> str:
        """Everything that is said of it, with its name once."""
        is_named = self.keterangan.startswith(self.berkas)
        return self.keterangan if is_named else f"{self.berkas}: {self.keterangan}"


class ReceivePanel(QWidget):
    """Above the forms with their status, below every cell old beside new.

    Signals:
        taken: the ticked rows are to go in.
        returned: what must be mended is to be written for its holders.
        dropped: nothing is to be taken in.
    """

    taken = Signal()
    returned = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rencana: RencanaTerima | None = None
        self.periode: Periode | None = None
        self._is_busy = False
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.files_model = PlainTableModel(_FILES)
        self.files = PlainTable(self.files_model, "Berkas yang dibaca")
        self.model = ReceiveModel()
        self.table = ReceiveTable(self.model)
        self.model.dataChanged.connect(lambda *_: self._name_deed())
        self.take_button = QPushButton(style.icon("centang", "ON_ACCENT"), "&Masukkan")
        self.take_button.setObjectName("utama")
        writes(self.take_button)
        self.take_button.clicked.connect(self.taken)
        self.all_button = QPushButton("Pilih &semua dari formulir ini")
        self.all_button.clicked.connect(self._choose_all)
        self.return_button = QPushButton("Tulis &yang harus diperbaiki…")
        self.return_button.setToolTip(
            "Menulis Excel untuk pemegangnya, dengan alasan di samping tiap sel yang salah"
        )
        self.return_button.clicked.connect(self.returned)
        self.drop_button = QPushButton("Batal&kan")
        self.drop_button.clicked.connect(self.dropped)
        self.files.selectionModel().currentRowChanged.connect(lambda *_: self._show_file())
        buttons = QHBoxLayout()
        for button in (self.take_button, self.all_button, self.return_button):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.drop_button)
        self.detail = QLabel()
        self.detail.setObjectName("redup")
        self.detail.setWordWrap(True)
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
        self.table.selectionModel().currentRowChanged.connect(self._show_line)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.files)
        splitter.addWidget(self.table)
        splitter.setSizes([1200, 2000])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.MEDIUM)
        layout.addWidget(self.words)
        layout.addLayout(buttons)
        layout.addWidget(splitter, 1)
        layout.addWidget(self.detail)

    def show_rencana(self, rencana: RencanaTerima, periode: Periode, why: str = "") -> None:
        """Show what taking in forms would change, held against what is asked in a period.

        Args:
            rencana: what was read.
            periode: of which year or triwulan the figures are asked.
            why: why it was read again, as a sentence.
        """
        self.rencana, self.periode = rencana, periode
        self.files_model.set_rows(list_files(rencana))
        self.model.show_rencana(rencana)
        self.files.choose(lambda _: True)
        self.words.setText(f"{why} {describe(rencana)}".strip())
        self._show_file()
        self.return_button.setVisible(any(form.has_rejects for form in rencana.formulir))
        self._name_deed()

    def open_find(self) -> None:
        """Look for something in the changes; in the files when one works there."""
        at_files = self.files.hasFocus() or self.files.finder.field.hasFocus()
        (self.files if at_files else self.table).open_find()

    def forget(self) -> None:
        """Show nothing; a plan that was not taken in has changed nothing."""
        self.rencana = self.periode = None
        self.files_model.set_rows(())
        self.model.show_rencana(None)

    def set_busy(self, busy: bool) -> None:
        """Offer nothing while what is shown is being read or taken in."""
        self._is_busy = busy
        self.return_button.setEnabled(not busy)
        self.drop_button.setEnabled(not busy)
        self.table.setEnabled(not busy)
        self._name_deed()

    def _show_file(self) -> None:
        """Say of the chosen file what has no room in its line."""
        row = self.files.current()
        self.detail.setText(row.teks if row else "")
        self._enable()

    def _show_line(self, index: QModelIndex) -> None:
        """Say of the chosen line what has no room in it."""
        line = self.model.lines[index.row()] if index.isValid() else None
        self.detail.setText(line.keterangan if line else "")

    def _choose_all(self) -> None:
        row = self.files.current()
        if row is not None and row.tempat is not None:
            self.model.choose_form(row.tempat)

    def _name_deed(self) -> None:
        count = len(self.model.chosen)
        forms = self.rencana.formulir if self.rencana else ()
        to_record = any(form.is_recordable for form in forms)
        self.take_button.setText(f"&Masukkan {count} baris" if count else "&Catat saja")
        self.take_button.setEnabled((bool(count) or to_record) and not self._is_busy)
        self._enable()

    def _enable(self) -> None:
        row = self.files.current()
        place = row.tempat if row else None
        can = {line.kunci for line in self.model.lines if line.can_go_in}
        more = any(key[0] == place for key in can - self.model.chosen)
        self.all_button.setEnabled(more and not self._is_busy)


def list_files(rencana: RencanaTerima) -> Sequence[BarisBerkas]:
    """Return a line for each form, then one for each file that is none."""
    rows = [_line(place, form) for place, form in enumerate(rencana.formulir)]
    return rows + [
        BarisBerkas(problem.file, "–", "–", "tidak dapat dibaca", problem.message)
        for problem in rencana.gagal
    ]


def _line(place: int, form: FormulirMasuk) -> BarisBerkas:
    said = [problem.message for problem in form.masalah]
    said += form.sebab
    if form.pembacaan:
        said += [f"{item.alamat}: {item.teks}" for item in form.pembacaan.asing]
    good = sum(row.can_go_in for row in form.baris)
    wrong = sum(bool(row.alasan) for row in form.baris)
    if form.lembar and not form.masalah and form.is_untouched:
        said.append("belum diisi, jadi tidak dicatat sebagai kembali")
    elif not said and not good and not wrong:
        said.append("tidak ada yang berubah")
    return BarisBerkas(
        form.path.name,
        form.lembar.pemegang if form.lembar else "–",
        _brief(form.lembar.periode) if form.lembar else "–",
        ", ".join(status.value for status in form.status),
        "; ".join([f"{good} baris dapat masuk, {wrong} harus diperbaiki", *said]),
        place,
    )


def _brief(periode: Periode) -> str:
    if periode.triwulan is None:
        return f"Tahun {periode.tahun}"
    return f"TW {periode.romawi} {periode.tahun}"


def describe(rencana: RencanaTerima) -> str:
    """Return what was found, in one or two sentences."""
    rows = [row for _, row in rencana.rows()]
    good = sum(row.can_go_in for row in rows)
    wrong = sum(bool(row.alasan) for row in rows)
    parts = [f"{len(rencana.formulir)} formulir dibaca: {good} baris dapat masuk"]
    if not rencana.formulir:
        parts = ["Tidak ada formulir di antaranya"]
    if wrong:
        parts.append(f"{wrong} harus diperbaiki pemegangnya")
    if rencana.gagal:
        parts.append(f"{len(rencana.gagal)} berkas tidak dapat dibaca")
    if rencana.dilewati:
        parts.append(f"{rencana.dilewati} berkas lain bukan formulir")
    if not rencana.formulir:
        return f"{', '.join(parts)}. {_OWN}"
    if not good:
        return f"{', '.join(parts)}. Tidak ada isian yang berubah."
    return (
        f"{', '.join(parts)}. Yang dicentang akan masuk; tidak ada data yang berubah sebelum "
        "tombol Masukkan ditekan."
    )


_FILES: Sequence[Column[BarisBerkas]] = (
    Column("Berkas", lambda row: row.berkas, 180),
    Column("Pemegang data", lambda row: row.pemegang, 130),
    Column("Periode", lambda row: row.periode, 80),
    Column("Status", lambda row: row.status, 150),
    Column("Keterangan", lambda row: row.keterangan),
)
