"""The entry table of Pengukuran: names of sasaran span columns, blocks bring texts as well."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex

from kinerja_desktop.services.pengukuran.tempelan import IsianBaris
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.copying import read_rows
from kinerja_desktop.ui.pengukuran.block import read_wide_block
from kinerja_desktop.ui.pengukuran.model import KOLOM_INDIKATOR, LembarModel
from kinerja_desktop.ui.tables.entry_table import EntryTable


class LembarTable(EntryTable):
    """An entry table that knows which lines are headings."""

    _spanned: tuple[int, ...] = ()

    def __init__(
        self, model: LembarModel, save_rows: Callable[[Sequence[IsianBaris]], None]
    ) -> None:
        super().__init__(model, wrapped=KOLOM_INDIKATOR)
        self._isi = model
        self._save_rows = save_rows
        self.setAccessibleName("Tabel pengukuran")
        # Words took the place of a figure, or went.
        model.headerDataChanged.connect(self.fit)

    def fit(self) -> None:
        """Let the names of sasaran reach up to their mean, then give every column its width."""
        wanted = tuple(self._isi.group_rows)
        if wanted != self._spanned:
            self.clearSpans()
            for row in wanted:
                self.setSpan(row, 0, 1, self._isi.group_span)
            self._spanned = wanted
        super().fit()

    def paste_block(self, start: QModelIndex, text: str) -> None:
        """Take in a block; one of several columns may bring targets to compare, and texts."""
        block = read_rows(text)
        if max(map(len, block), default=0) < 2:
            super().paste_block(start, text)
            return
        found = read_wide_block(self._isi, start, block)
        if found.problems:
            heading = f"Tempelan tidak dimasukkan: {len(found.problems)} hal perlu diperbaiki dulu."
            dialogs.show_problems(self, heading, [*found.problems, *found.notes])
            return
        self.rejected.emit("")
        if found.rows:
            self._save_rows(found.rows)
        if found.notes:
            verb = "dimasukkan" if found.rows else "tidak berisi apa pun untuk dimasukkan"
            heading = f"Tempelan {verb}. Perlu diketahui:"
            dialogs.show_problems(self, heading, found.notes)
