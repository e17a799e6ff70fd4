"""Keep a mapping by name, replace one, forget one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from kinerja_desktop.services.pemetaan.saved import (
    SavedMapping,
    list_mappings,
    remove_mapping,
    save_mapping,
)
from kinerja_desktop.services.pemetaan.table_mapping import TableMapping
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.pemetaan.choosing import ChoiceBar


class SavedDeeds(QObject):
    """The buttons beside the list of mappings, and the list itself.

    Signals:
        listed: the list was read again.

    Attributes:
        TABLES: names of the tables that are read.
    """

    TABLES = frozenset({"pemetaan"})
    listed = Signal()

    def __init__(
        self,
        context: Context,
        parent: QWidget,
        bar: ChoiceBar,
        keep: Callable[[], TableMapping | None],
    ) -> None:
        """Make the buttons.

        Args:
            context: the window's.
            parent: where is asked and explained.
            bar: holds the list.
            keep: returns what is to be kept; None for nothing.
        """
        super().__init__(parent)
        self._context = context
        self._parent = parent
        self._bar = bar
        self._keep = keep
        self.save_button = QPushButton("&Simpan…")
        self.save_button.setToolTip("Menyimpan pemetaan ini dengan nama, untuk dipakai lagi")
        self.save_button.clicked.connect(self._ask_name)
        self.remove_button = QPushButton("&Hapus")
        writes(self.save_button, self.remove_button)
        self.remove_button.clicked.connect(self._remove)
        context.tables_changed.connect(self._hear)
        self._list()

    def suit(self, *, can_save: bool) -> None:
        """Offer what can be done now."""
        self.save_button.setEnabled(can_save)
        self.remove_button.setEnabled(self._bar.saved is not None)

    def save_as(self, nama: str, *, replacing: bool = False) -> None:
        """Keep what was chosen by a name; another of this name only when `replacing`."""
        mapping, office = self._keep(), self._context.office
        if mapping is not None:
            self._context.store(
                self._parent, lambda: save_mapping(office, nama, mapping, replacing=replacing)
            )

    def _ask_name(self) -> None:
        saved = self._bar.saved
        question = "Nama pemetaan, misalnya Pagu SIPD:"
        before = saved.nama if saved else ""
        nama = dialogs.ask_text(self._parent, "Simpan pemetaan", question, before)
        if nama is None:
            return
        is_known = " ".join(nama.split()).casefold() in self._bar.saved_names
        question = f"Pemetaan '{nama}' sudah ada. Ganti dengan yang sekarang?"
        if not is_known or dialogs.confirm(self._parent, question, "Ganti"):
            self.save_as(nama, replacing=is_known)

    def _remove(self) -> None:
        saved, office = self._bar.saved, self._context.office
        if saved is not None:
            self._context.store(self._parent, lambda: remove_mapping(office, saved.id))

    def _hear(self, tables: set[str]) -> None:
        if self.TABLES & tables:
            self._list()

    def _list(self) -> None:
        def show(saved: list[SavedMapping]) -> None:
            self._bar.show_saved(saved)
            self.listed.emit()

        self._context.load(self._parent, list_mappings, show)
