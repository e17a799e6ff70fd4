"""Surat: letters written from what the office knows, their register, wording, and tasks."""

from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QPushButton

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.services.bantuan.indeks import SuratDicari
from kinerja_desktop.services.surat.books import add_books
from kinerja_desktop.services.surat.langkah import SuratLangkah, SuratMasukKasus
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.surat.entry import SURAT_PAGE
from kinerja_desktop.ui.surat.letters_tab import LettersTab
from kinerja_desktop.ui.surat.register_tab import RegisterTab
from kinerja_desktop.ui.surat.wording_tab import WordingTab
from kinerja_desktop.ui.tables.data_page import DataPage
from kinerja_desktop.ui.tables.section_editor import SectionEditor

_NO_TASKS = (
    "Belum ada tugas. Tindak lanjut pada notulen yang dijadikan final menjadi tugas di sini dan di "
    "Beranda."
)
_NO_BOOKS = (
    "Buku bawaan dipakai: surat masuk, surat keluar, nota dinas, dan keputusan. Tekan Isi buku "
    "bawaan untuk mengubah pola nomornya, atau Tambah untuk buku lain."
)


class SuratPage(DataPage):
    """Tabs: letters, register, tasks, books, wording."""

    ENTRY = SURAT_PAGE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.add_tab("naskah", "&Naskah", lambda: LettersTab(context))
        self.add_tab("register", "Re&gister", lambda: RegisterTab(context))
        self.add_tab("tugas", "Tuga&s", partial(self._make_editor, "tugas", _NO_TASKS))
        self.add_tab("buku", "Bu&ku dan nomor", self._make_books)
        self.add_tab("templat", "Temp&lat", lambda: WordingTab(context))

    def receive(self, argument: Any) -> None:
        """Open a tab, a letter of a step, or the register."""
        match argument:
            case SuratLangkah():
                super().receive("naskah")
                letters = self.tab("naskah")
                assert isinstance(letters, LettersTab)
                letters.open_for(argument)
            case SuratMasukKasus():
                super().receive("register")
                register = self.tab("register")
                assert isinstance(register, RegisterTab)
                register.take_in(argument)
            case SuratDicari(naskah=UUID()):
                self._open_written(argument)
            case SuratDicari():
                super().receive("register")
                register = self.tab("register")
                assert isinstance(register, RegisterTab)
                register.open_letter(argument)
            case _:
                super().receive(argument)

    def take_dropped(self, paths: list[Path], at: QPoint | None = None) -> bool:
        """Keep scans with the letter of the register on which they were dropped."""
        if at is None or not self.context.may_write:
            return False
        if self.tabs.currentWidget() is not self._places["register"]:
            return False
        register = self.tab("register")
        assert isinstance(register, RegisterTab)
        return register.take_dropped(paths, at)

    def _open_written(self, wanted: SuratDicari) -> None:
        if self.context.periode.tahun != wanted.tahun:
            self.context.set_periode(Periode(wanted.tahun))
        super().receive("naskah")
        letters = self.tab("naskah")
        assert isinstance(letters, LettersTab)
        assert wanted.naskah is not None
        letters.open_letter(wanted.naskah)

    def _make_editor(self, key: str, empty: str) -> SectionEditor:
        return SectionEditor(self.context, SECTIONS[key], empty=empty)

    def _make_books(self) -> SectionEditor:
        editor = self._make_editor("buku_surat", _NO_BOOKS)
        button = QPushButton(style.icon("tambah"), "&Isi buku bawaan")
        writes(button)
        button.clicked.connect(self._add_books)
        editor.add_button(button)
        return editor

    def _add_books(self) -> None:
        office = self.context.office
        added = self.context.attempt(self, lambda: add_books(office))
        if added is not None:
            self.context.say(f"{added} buku ditambahkan.")
