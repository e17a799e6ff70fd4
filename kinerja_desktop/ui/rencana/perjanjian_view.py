"""One version of a Perjanjian Kinerja: its items, its particulars, what can be done with it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.batas_tanggal import BatasTanggal
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.capaian.nilai import format_nilai
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.errors import Problem
from kinerja_desktop.services.kantor.data_entry import Row
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.rencana.dokumen import PERJANJIAN
from kinerja_desktop.services.rencana.perjanjian import (
    add_butir,
    change_perjanjian,
    remove_butir,
    remove_perjanjian,
    set_butir,
)
from kinerja_desktop.services.rencana.perjanjian_versi import Perjanjian, list_calon_butir
from kinerja_desktop.services.rencana.tanda_tangan import list_before_signing, sign_perjanjian
from kinerja_desktop.services.riwayat.cell_history import CellPlace
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.asking import ask_after
from kinerja_desktop.ui.base.button_deed import run_from_button
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.pick_dialog import PickDialog
from kinerja_desktop.ui.base.waiting import Mark, Stored
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.rencana.perjanjian_dialogs import SignDialog
from kinerja_desktop.ui.tables.grid_editor import GridEditor
from kinerja_desktop.ui.tables.grid_model import ALL, Cell, Column, Line
from kinerja_desktop.ui.tables.record_form import RecordForm
from kinerja_desktop.ui.tables.section_words import NO_WORDS, SectionWords

_FORM = ("kode", "atasan_id", "nomor", "tanggal", "alasan", "uraian_alasan")
_TARGET = "target"


class PerjanjianView(QWidget):
    """Shows one version of a Perjanjian Kinerja; it can be changed until it is signed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._shown: Perjanjian | None = None
        self._words = NO_WORDS
        self.state = QLabel()
        self.state.setObjectName("pita")
        self.state.setWordWrap(True)
        self.grid = GridEditor(context, _store, wrapped=0, name="Butir Perjanjian Kinerja")
        self.grid.offer_history(
            lambda butir, name: CellPlace("butir_perjanjian", {"id": butir}, name)
        )
        section = SECTIONS["perjanjian_kinerja"]
        self.form = RecordForm(section, self._save, self._choices, names=_FORM)
        self.add_button = QPushButton(style.icon("tambah"), "&Tambah butir…")
        self.drop_button = QPushButton(style.icon("hapus"), "&Lepas butir")
        self.sign_button = QPushButton(style.icon("centang"), "Tan&datangani")
        self.remove_button = QPushButton("Hapus dra&f")
        writes(self.add_button, self.drop_button, self.sign_button, self.remove_button)
        # The page shows it beside its title: a fifth button is too many for a narrow window.
        self.print_button = QPushButton(style.icon("cetak"), "&Cetak…")
        self.print_button.clicked.connect(self._open_document)
        buttons = QHBoxLayout()
        for button, deed in (
            (self.add_button, self._ask_butir),
            (self.drop_button, self._drop_butir),
            (self.sign_button, self._sign),
            (self.remove_button, self._remove),
        ):
            button.clicked.connect(deed)
            buttons.addWidget(button)
        buttons.insertStretch(2)
        items = QWidget()
        column = QVBoxLayout(items)
        column.setContentsMargins(0, style.SMALL, 0, 0)
        column.addWidget(self.grid, 1)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(items, "&Butir")
        self.tabs.addTab(self.form, "&Keterangan")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(buttons)

    def show_perjanjian(self, perjanjian: Perjanjian, words: SectionWords) -> None:
        """Show one version of a Perjanjian Kinerja, murni or perubahan."""
        self._shown, self._words = perjanjian, words
        self.state.setText(_describe(perjanjian))
        same = self.form.row_id() == perjanjian.row["id"]
        show = self.form.refresh_row if same else self.form.show_row
        show(perjanjian.row, words.describe, words.resolve)
        open_ = not perjanjian.is_signed
        self.form.set_locked(not open_)
        self.form.watch_date("tanggal", perjanjian.batas.describe_odd)
        for button in (self.add_button, self.drop_button, self.sign_button, self.remove_button):
            button.setVisible(open_)
        self.drop_button.setEnabled(bool(perjanjian.butir))
        self.grid.show_lines(_COLUMNS, [_line(butir, perjanjian) for butir in perjanjian.butir])

    def _open_document(self) -> None:
        if self._shown is not None:
            key: UUID = self._shown.row["id"]
            wanted = Permintaan(PERJANJIAN.kunci, self.context.periode, key)
            self.context.open_page("dokumen", wanted)

    def _save(self, name: str, value: Any) -> bool:
        mark = self.form.mark(name, value)
        return bool(
            self._attempt(lambda key, office: change_perjanjian(office, key, name, value), mark)
        )

    def _sign(self) -> None:
        if self._shown is None:
            return
        shown = self._shown
        ask_after(
            self.context,
            self,
            lambda office: list_before_signing(office, shown.row["id"]),
            partial(self._ask_day, shown.row, shown.batas),
        )

    def _ask_day(self, row: Row, batas: BatasTanggal, problems: list[Problem]) -> None:
        # What was just typed is in the form before the page has read it again.
        known = self.form.shown_value("tanggal")
        dialog = SignDialog(self, row["kode"], known, batas, problems)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        key, tanggal, office = row["id"], dialog.tanggal(), self.context.office
        # On the worker: the signed paper is printed and kept.
        run_from_button(
            self.context,
            self,
            self.sign_button,
            lambda: sign_perjanjian(office, key, tanggal),
            lambda _: f"{row['kode']} sudah ditandatangani, tertanggal {format_tanggal(tanggal)}.",
        )

    def _remove(self) -> None:
        stored = self._attempt(lambda key, office: remove_perjanjian(office, key))
        if stored is Stored.DONE:
            self.context.say("Draf dihapus. Ctrl+Z mengembalikannya.")

    def _drop_butir(self) -> None:
        butir = self.grid.current_key()
        if not butir:
            return
        if self._attempt(lambda _, office: remove_butir(office, butir)) is Stored.DONE:
            self.context.say("Butir dilepas. Ctrl+Z mengembalikannya.")

    def _ask_butir(self) -> None:
        if self._shown is not None:
            key: UUID = self._shown.row["id"]
            self.context.load(self, lambda office: list_calon_butir(office, key), self._pick_butir)

    def _pick_butir(self, found: dict[UUID, str]) -> None:
        if not found:
            self.context.say("Semua indikator tahun ini sudah menjadi butir.")
            return
        dialog = PickDialog(self, "Tambah butir", list(found.items()), "&Tambahkan")
        if dialog.exec() == QDialog.DialogCode.Accepted:
            picked = dialog.picked()
            self._attempt(lambda key, office: add_butir(office, key, picked))

    def _attempt(self, deed: Callable[[UUID, Office], object], mark: Mark | None = None) -> Stored:
        if self._shown is None:
            return Stored.REFUSED
        key, office = self._shown.row["id"], self.context.office
        return self.context.store(self, lambda: deed(key, office), mark)

    def _choices(self, section: str) -> Sequence[str]:
        return self._words.choices(section)


_COLUMNS = (
    Column("uraian", "Indikator kinerja"),
    Column("satuan", "Satuan", "Persentase"),
    Column("renstra", "Target\nRenstra", "00.000,00", is_angka=True),
    Column(
        _TARGET, "Target\nperjanjian", "00.000,00", SECTIONS["butir_perjanjian"].field(_TARGET),
        format_nilai, is_angka=True,
    ),
)  # fmt: skip


def _line(butir: Any, perjanjian: Perjanjian) -> Line:
    notes = {}
    if butir.target is None:
        notes[_TARGET] = "Target belum diisi."
    elif butir.target_renstra is not None and butir.target != butir.target_renstra:
        notes[_TARGET] = "Berbeda dari target Renstra."
    return Line(
        butir.id,
        butir.uraian,
        {
            "uraian": butir.uraian,
            "satuan": butir.satuan,
            "renstra": format_nilai(butir.target_renstra) or "–",
            _TARGET: butir.target,
        },
        locked=ALL if perjanjian.is_signed else frozenset(),
        notes=notes,
        satuan=butir.satuan,
    )


def _describe(perjanjian: Perjanjian) -> str:
    row = perjanjian.row
    head = f"<b>{row['kode']}</b> · {perjanjian.judul} · {perjanjian.pejabat.rstrip('.')}. "
    if perjanjian.is_signed:
        day = format_tanggal(row["tanggal"]) if row["tanggal"] else ""
        return f"{head}Ditandatangani {day}: hanya dapat dibaca. Perubahan menjadi versi baru."
    return f"{head}Draf: sesudah ditandatangani di kertas, tekan Tandatangani."


def _store(office: Office, cells: Sequence[Cell]) -> Callable[[], None]:
    return partial(set_butir, office, [(butir, target) for butir, _, target in cells])
