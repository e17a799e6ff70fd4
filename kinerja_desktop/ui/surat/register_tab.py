"""The register: a book of a year, its next number, what is odd in it, scanned letters."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.periode import TAHUN, Periode
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.surat.buku import BUKU_BAWAAN, Buku
from kinerja_desktop.services.bantuan.indeks import SuratDicari
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.surat.agenda import BUKU_AGENDA
from kinerja_desktop.services.surat.langkah import SuratMasukKasus
from kinerja_desktop.services.surat.register import (
    IsiBuku,
    SuratMasuk,
    adopt,
    attach_scan,
    begin_case_by,
    list_buku,
    list_scans,
    propose_for_today,
    propose_masuk,
    read_buku,
    take_in,
)
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.attaching import attach_files
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.dropped_at import is_on
from kinerja_desktop.ui.base.kept_file import open_kept_file
from kinerja_desktop.ui.base.number_box import NumberBox
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.surat.take_in_dialog import TakeInDialog
from kinerja_desktop.ui.tables.section_editor import SectionEditor

_COLUMNS = ("agenda", "nomor", "pihak", "hal")
_HIDDEN = ("tahun", "arah", "buku")
_PATTERN = "Pindaian (*.pdf *.jpg *.jpeg *.png *.tif *.tiff);;Semua berkas (*)"
_ON_A_LETTER = "Pindaian belum dilampirkan: jatuhkan pada baris suratnya."
_EMPTY = "Belum ada surat di buku ini. Tekan Tambah; nomor urutnya diusulkan."

#: The page of the cases that letters begin.
_SOP = "sop"


class RegisterTab(QWidget):
    """One book at a time; new rows get the next number."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._books: list[Buku] = list(BUKU_BAWAAN)
        self._next = ""
        self.book, self.year = ChoiceBox(), NumberBox()
        for buku in self._books:
            self.book.addItem(buku.nama, buku.kunci)
        self.book.setAccessibleName("Buku surat")
        self.year.setRange(*TAHUN)
        self.year.setValue(context.office.today().year)
        self.year.setAccessibleName("Tahun buku")
        self.book.currentIndexChanged.connect(lambda _: self.reload())
        self.year.valueChanged.connect(lambda _: self.reload())
        section = SECTIONS["surat"]
        names = [field.name for field in section.fields if field.name not in _HIDDEN]
        self.editor = SectionEditor(
            context, section, columns=_COLUMNS, names=names, where=self._where, empty=_EMPTY,
            start=self._start,
        )  # fmt: skip
        self.editor.row_chosen.connect(self._choose)
        self.scan_button = QPushButton(style.icon("lampiran"), "&Pindaian")
        self.scans = QMenu(self.scan_button)
        self.scan_button.setMenu(self.scans)
        self.print_button = QPushButton(style.icon("cetak"), "&Cetak buku agenda")
        self.print_button.clicked.connect(self._print)
        self.editor.add_button(self.scan_button)
        self.editor.add_button(self.print_button)
        self.adopt_button = QPushButton()
        writes(self.adopt_button)
        self.adopt_button.clicked.connect(self._adopt)
        self.adopt_button.hide()
        self.notes = QLabel()
        self.notes.setObjectName("pita")
        self.notes.setWordWrap(True)
        self.notes.hide()
        self._arrange()

    def reload(self) -> None:
        """Read the book again."""
        wanted = self._wanted()

        def read(office: Office) -> tuple[list[Buku], IsiBuku, str]:
            (kunci, tahun), books = wanted, list_buku(office)
            if kunci not in [buku.kunci for buku in books]:
                kunci = books[0].kunci
            book = read_buku(office, tahun, kunci)
            return books, book, propose_for_today(office, kunci, tahun)

        def show(found: tuple[list[Buku], IsiBuku, str]) -> None:
            if self._wanted() == wanted:
                self._show(found)

        self.context.load(self, read, show)
        self.editor.reload()

    def _wanted(self) -> tuple[str, int]:
        return str(self.book.currentData()), self.year.value()

    def open_letter(self, wanted: SuratDicari) -> None:
        """Put the cursor on a letter that was looked for, in whatever book it is."""
        self.year.setValue(wanted.tahun)
        if (place := self.book.findData(wanted.buku)) >= 0:
            self.book.setCurrentIndex(place)
        self.reload()
        # Behind the reading of the rows, which stand in the same line.
        self.context.load(
            self, lambda office: wanted.surat, lambda row: self.editor.choose_row(row)
        )

    def open_find(self) -> None:
        """Look for a letter."""
        self.editor.open_find()

    def attach(self, surat_id: UUID, *paths: Path) -> None:
        """Keep scanned files with a letter; a large one takes a while, so on the worker."""
        office = self.context.office
        attach_files(
            self.context,
            self,
            paths,
            lambda path, progress: attach_scan(office, surat_id, path, progress),
            f"surat {self.editor.current_name()}",
        )

    def take_dropped(self, paths: list[Path], at: QPoint) -> bool:
        """Keep files with the letter on which they were dropped; False beside them all.

        On the form it is the letter of which that tells.
        """
        key = self.editor.current_id()
        if self.editor.is_on_rows(at):
            key = self.editor.row_at(at)
            self.editor.choose_row(key)
        elif not is_on(self.editor.form, at):
            return False
        if key is None:
            self.context.say(_ON_A_LETTER)
        else:
            self.attach(key, *paths)
        return True

    def take_in(self, wanted: SuratMasukKasus) -> None:
        """Ask for the letter that began a case, write it into its book, and go back to the case."""
        self.context.load(
            self,
            lambda office: propose_masuk(office, ""),
            lambda found: self._ask_letter(wanted, *found),
        )

    def _ask_letter(
        self, wanted: SuratMasukKasus, begun: SuratMasuk, known: list[tuple[UUID, str]]
    ) -> None:
        dialog = TakeInDialog(self, known, begun)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            self.context.open_page(_SOP, wanted.case_id)
            return
        office, chosen = self.context.office, dialog.chosen()

        def write() -> UUID:
            if chosen is None:
                return take_in(office, dialog.letter(), wanted.case_id)
            begin_case_by(office, chosen, wanted.case_id)
            return chosen

        if self.context.attempt(self, write) is not None:
            name = dict(known).get(chosen, "") if chosen else dialog.letter().hal
            self.context.open_page(_SOP, wanted.case_id)
            self.context.say(f"Surat masuk dicatat untuk pelaksanaan ini: {name}.")

    def _arrange(self) -> None:
        row = QHBoxLayout()
        for text, widget in (("&Buku", self.book), ("Tah&un", self.year)):
            label = QLabel(text)
            label.setBuddy(widget)
            row.addWidget(label)
            row.addWidget(widget)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        layout.setSpacing(style.SMALL)
        layout.addLayout(row)
        layout.addWidget(self.notes)
        layout.addWidget(self.adopt_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.editor, 1)

    def _where(self) -> Mapping[str, Any]:
        kunci, tahun = self._wanted()
        arah = next(buku.arah for buku in self._books if buku.kunci == kunci)
        return {"tahun": tahun, "arah": arah, "buku": kunci}

    def _start(self) -> Mapping[str, Any]:
        """Return what a new row of the book begins with."""
        today = self.context.office.today()
        begun: dict[str, Any] = {"agenda": self._next}
        if self._where()["arah"] == "masuk":
            begun["diterima"] = today
        else:
            begun["tanggal"] = today
        return begun

    def _show(self, found: tuple[list[Buku], IsiBuku, str]) -> None:
        self._books, book, self._next = found
        if [buku.kunci for buku in self._books] != [
            self.book.itemData(place) for place in range(self.book.count())
        ]:
            self._fill_books(book.buku.kunci)
            self.editor.reload()
        self.notes.setText("\n".join(book.catatan))
        self.notes.setVisible(bool(book.catatan))
        self.adopt_button.setText(
            f"{book.tanpa_buku} surat belum menyebut bukunya: masukkan ke {book.buku.nama}"
        )
        self.adopt_button.setVisible(bool(book.tanpa_buku))

    def _fill_books(self, chosen: str) -> None:
        self.book.blockSignals(True)
        self.book.clear()
        for buku in self._books:
            self.book.addItem(buku.nama, buku.kunci)
        self.book.setCurrentIndex(self.book.findData(chosen))
        self.book.blockSignals(False)

    def _adopt(self) -> None:
        office, (kunci, tahun) = self.context.office, self._wanted()
        self.context.store(self, lambda: adopt(office, tahun, kunci))

    def _choose(self, row: Mapping[str, Any] | None) -> None:
        self.scan_button.setEnabled(row is not None)
        self.scans.clear()
        if row is None:
            return
        key: UUID = row["id"]
        self.scans.addAction("Lampirkan pindaian…", partial(self._pick, key))
        self.context.load(
            self, lambda office: list_scans(office, key), lambda files: self._offer(key, files)
        )

    def _offer(self, key: UUID, files: list[tuple[UUID, str]]) -> None:
        if self.editor.current_id() != key:
            return
        self.scan_button.setText(f"&Pindaian ({len(files)})" if files else "&Pindaian")
        for file, name in files:
            self.scans.addAction(f"Buka {name}", partial(open_kept_file, self.context, self, file))

    def _pick(self, surat_id: UUID) -> None:
        self.attach(surat_id, *dialogs.choose_files(self, "Lampirkan pindaian", _PATTERN))

    def _print(self) -> None:
        periode = Periode(self.year.value())
        self.context.open_page("dokumen", Permintaan(BUKU_AGENDA.kunci, periode))
