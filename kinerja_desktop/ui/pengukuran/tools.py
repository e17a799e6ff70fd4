"""What stands above the entry table: oddities, *Seperti triwulan lalu*, *Cara hitung* to print."""

from collections.abc import Callable, Sequence
from uuid import UUID

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import Problem
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.pengukuran.cara_hitung import CARA_HITUNG
from kinerja_desktop.services.pengukuran.triwulan_lalu import SalinanTriwulan, copy_triwulan_lalu
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.pengukuran.model import LembarModel
from kinerja_desktop.ui.tables.entry_table import EntryTable

_KEY = "Ctrl+L"
_FIRST = 1


class SheetTools(QWidget):
    """Acts on the selected lines of the table, and lists what is remarked on in all of them."""

    def __init__(
        self,
        context: Context,
        table: EntryTable,
        model: LembarModel,
        whose: Callable[[], UUID | None],
    ) -> None:
        """Make the buttons.

        Args:
            context: the window's.
            table: whose selected lines are filled.
            model: its lines.
            whose: tells whose IKI is shown; None for the office's IKU.
        """
        super().__init__()
        self._context, self._table, self._model, self._whose = context, table, model, whose
        self._periode = context.periode
        self.remarks_button = QPushButton(style.icon("peringatan", "WARNING"), "")
        self.remarks_button.setToolTip(
            "Angka yang tampak janggal; boleh dibiarkan bila memang benar"
        )
        self.remarks_button.clicked.connect(self._show_remarks)
        self.remarks_button.hide()
        self.last_button = QPushButton("Seperti TW lalu")
        writes(self.last_button)
        self.last_button.setToolTip(
            "Isi realisasi baris yang dipilih seperti triwulan sebelumnya "
            f"({_KEY}); yang sudah terisi tidak diubah"
        )
        self.last_button.clicked.connect(self.copy_last)
        key = QShortcut(QKeySequence(_KEY), table)
        key.setWhatsThis(self.last_button.text())
        key.activated.connect(self.copy_last)
        self.explain_button = QPushButton(style.icon("cetak"), "Cetak cara hitung")
        self.explain_button.setToolTip(
            "Lampiran: definisi, masukan, rumus, dan pembulatan setiap angka"
        )
        self.explain_button.clicked.connect(self._open_explanation)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.remarks_button)
        layout.addWidget(self.last_button)
        layout.addWidget(self.explain_button)

    def show_sheet(self, periode: Periode, *, locked: bool) -> None:
        """Offer what can be done with the figures that are shown now."""
        self._periode = periode
        has_last = periode.triwulan is not None and periode.triwulan > _FIRST
        self.last_button.setVisible(has_last and not locked)
        self.explain_button.setEnabled(self._model.rowCount() > 0)
        number = len(self._model.list_remarks())
        self.remarks_button.setText(f"{number} perlu dilihat")
        self.remarks_button.setVisible(number > 0 and not locked)

    def copy_last(self) -> None:
        """Take over what was reached in the triwulan before, in the selected lines."""
        if self.last_button.isHidden():
            return
        chosen = self._chosen()
        if not chosen:
            self._context.say("Pilih dulu baris indikatornya.")
            return
        office, periode, whose = self._context.office, self._periode, self._whose()
        self._context.store_behind(
            self,
            lambda: copy_triwulan_lalu(office, periode, chosen, whose),
            done=self._tell,
        )

    def _open_explanation(self) -> None:
        wanted = Permintaan(CARA_HITUNG.kunci, self._periode, self._whose())
        self._context.open_page("dokumen", wanted)

    def _chosen(self) -> Sequence[UUID]:
        indexes = self._table.selectedIndexes() or [self._table.currentIndex()]
        items = (self._model.indikator_at(index) for index in indexes)
        return list(dict.fromkeys(UUID(item.bahan.id) for item in items if item))

    def _tell(self, done: SalinanTriwulan) -> None:
        said = f"{done.disalin} realisasi diisi seperti triwulan lalu."
        if len(done.dilewati) == 1:
            said = f"{said} Tidak diisi: {done.dilewati[0]}."
        self._context.say(said)
        if len(done.dilewati) > 1:
            heading = f"{done.disalin} realisasi diisi seperti triwulan lalu. Yang tidak diisi:"
            dialogs.show_problems(self, heading, [Problem(line) for line in done.dilewati])

    def _show_remarks(self) -> None:
        problems = [
            Problem(remark, cell=item.bahan.uraian, is_warning=True)
            for item, remark in self._model.list_remarks()
        ]
        heading = "Angka ini tampak janggal. Periksa; bila memang benar, biarkan saja."
        dialogs.show_problems(self, heading, problems)
