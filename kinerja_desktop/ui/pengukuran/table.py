"""The entry table of Pengukuran: names of sasaran reach over several columns."""

from kinerja_desktop.ui.pengukuran.model import KOLOM_INDIKATOR, LembarModel
from kinerja_desktop.ui.tables.entry_table import EntryTable


class LembarTable(EntryTable):
    """An entry table that knows which lines are headings."""

    _spanned: tuple[int, ...] = ()

    def __init__(self, model: LembarModel) -> None:
        super().__init__(model, wrapped=KOLOM_INDIKATOR)
        self._isi = model
        self.setAccessibleName("Tabel pengukuran")

    def fit(self) -> None:
        """Let the names of sasaran reach up to their mean, then give every column its width."""
        wanted = tuple(self._isi.group_rows)
        if wanted != self._spanned:
            self.clearSpans()
            for row in wanted:
                self.setSpan(row, 0, 1, self._isi.group_span)
            self._spanned = wanted
        super().fit()
