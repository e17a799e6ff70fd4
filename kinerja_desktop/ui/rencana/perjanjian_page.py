"""Perjanjian Kinerja: the versions of a year, and the one that is looked at."""

from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
)

from kinerja_desktop.services.kantor.data_entry import read_tabel
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.rencana.perjanjian import create_murni, create_perubahan
from kinerja_desktop.services.rencana.perjanjian_versi import (
    Perjanjian,
    list_perjanjian,
    list_pihak,
)
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.empty_state import EmptyState
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.base.wrapping import WrappingDelegate
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.rencana.entry import PERJANJIAN_PAGE
from kinerja_desktop.ui.rencana.perjanjian_dialogs import MurniDialog, PerubahanDialog
from kinerja_desktop.ui.rencana.perjanjian_view import PerjanjianView
from kinerja_desktop.ui.tables.section_words import SectionWords

_MADE = "Draf Perjanjian Kinerja dibuat: cetak, minta tanda tangan, lalu tekan Tandatangani."
_ID = Qt.ItemDataRole.UserRole
Read = tuple[list[Perjanjian], dict[UUID, str], SectionWords]


class PerjanjianPage(Page):
    """Murni and perubahan; every version is kept."""

    ENTRY = PERJANJIAN_PAGE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._versions: dict[UUID, Perjanjian] = {}
        self._pihak: dict[UUID, str] = {}
        self._words = SectionWords({})
        self._wanted: UUID | None = None
        self.murni_button = QPushButton(style.icon("tambah"), "Buat &murni…")
        self.murni_button.clicked.connect(self._ask_murni)
        self.perubahan_button = QPushButton("Buat &perubahan…")
        writes(self.murni_button, self.perubahan_button)
        self.perubahan_button.clicked.connect(self._ask_perubahan)
        self.buttons.addWidget(self.murni_button)
        self.buttons.addWidget(self.perubahan_button)
        self.listing = QListWidget()
        self.listing.setAccessibleName("Versi Perjanjian Kinerja")
        # However many lines an entry has, one sees where it ends.
        least = self.fontMetrics().height() + 2 * style.MEDIUM
        self.listing.setItemDelegate(WrappingDelegate(self.listing, least))
        self.listing.setWordWrap(True)
        self.listing.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.listing.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.listing.setMinimumWidth(150)
        self.listing.currentItemChanged.connect(self._choose)
        self.view = PerjanjianView(context)
        self.buttons.insertWidget(0, self.view.print_button)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.listing)
        splitter.addWidget(self.view)
        splitter.setSizes([220, 800])
        splitter.setStretchFactor(1, 1)
        self.empty = EmptyState()
        self.stack = QStackedWidget()
        self.stack.addWidget(splitter)
        self.stack.addWidget(self.empty)
        self.body.addWidget(self.stack, 1)

    def reload(self) -> None:
        """Read the versions of the chosen year."""
        tahun = self.context.periode.tahun

        def read(office: Office) -> Read:
            labels = read_tabel(office, "perjanjian_kinerja", tahun=tahun).labels
            return list_perjanjian(office, tahun), list_pihak(office), SectionWords(labels)

        self.context.load(self, read, self._show)

    def current(self) -> Perjanjian | None:
        """Return the version that is looked at."""
        item = self.listing.currentItem()
        return self._versions.get(item.data(_ID)) if item else None

    def _show(self, found: Read) -> None:
        versions, self._pihak, self._words = found
        present = self.current()
        kept = self._wanted or (present.row["id"] if present else None)
        self._wanted = None
        self._versions = {item.row["id"]: item for item in versions}
        # A perubahan is read after its murni.
        versions = sorted(versions, key=lambda item: (not item.is_skpd, item.pejabat, item.ke))
        self.listing.blockSignals(True)
        self.listing.clear()
        for item in versions:
            status = "ditandatangani" if item.is_signed else "draf"
            text = f"{item.row['kode']} – {status}\n{item.judul}\n{item.pejabat}"
            row = QListWidgetItem(text, self.listing)
            row.setData(_ID, item.row["id"])
            if item.row["id"] == kept:
                self.listing.setCurrentItem(row)
        if self.listing.currentItem() is None:
            # What is in force of the first, who is the Camat.
            last = [place for place, item in enumerate(versions) if item.is_last]
            self.listing.setCurrentRow(next(iter(last), 0))
        self.listing.blockSignals(False)
        tahun = self.context.periode.tahun
        self.empty.setText(
            f"Belum ada Perjanjian Kinerja {tahun}.\nTekan Buat murni: butirnya diambil dari "
            "target tahunan IKU (untuk Camat) atau IKI (untuk pejabat lain)."
        )
        self.stack.setCurrentIndex(0 if versions else 1)
        self._choose()

    def _choose(self, *_: Any) -> None:
        chosen = self.current()
        self.perubahan_button.setEnabled(chosen is not None)
        self.view.print_button.setEnabled(chosen is not None)
        if chosen:
            self.view.show_perjanjian(chosen, self._words)

    def _ask_murni(self) -> None:
        if not self._pihak:
            self.context.notice(
                "Belum ada pejabat yang menjabat. Isi dulu Pengaturan → Penempatan.",
                "pengaturan",
                "penempatan",
            )
            return
        tahun, office = self.context.periode.tahun, self.context.office
        dialog = MurniDialog(self, tahun, self._pihak)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            pejabat = dialog.pejabat()
            self._wanted = self.context.attempt(self, lambda: create_murni(office, tahun, pejabat))
            if self._wanted is not None:
                self.context.say(_MADE)

    def _ask_perubahan(self) -> None:
        chosen, office = self.current(), self.context.office
        if chosen is None:
            return
        dialog = PerubahanDialog(self, chosen)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            key, alasan, uraian = chosen.row["id"], dialog.alasan(), dialog.uraian()
            self._wanted = self.context.attempt(
                self, lambda: create_perubahan(office, key, alasan, uraian)
            )
            if self._wanted is not None:
                self.context.say(_MADE)
