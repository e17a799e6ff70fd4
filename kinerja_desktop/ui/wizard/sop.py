"""Which SOPs to begin with."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWizardPage,
)

from kinerja_desktop.services.awal.draf_panduan import IsiHalaman
from kinerja_desktop.services.sop.library import list_own_seeds, list_seeds, propose_title
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.wizard.samples import StepsSample
from kinerja_desktop.ui.wizard.scrolled import ScrolledBody
from kinerja_desktop.ui.wizard.typed import names_of

_SHOWN = 5


class SopPage(QWizardPage):
    """The SOPs that ship with the program; each becomes the office's own copy."""

    def __init__(self) -> None:
        super().__init__()
        self.setTitle("SOP untuk memulai")
        self.setSubTitle(
            "SOP yang dicentang disalin menjadi milik kantor ini dan dapat disesuaikan. SOP "
            "kecamatan lain boleh dijadikan contoh; yang lain dapat diambil nanti."
        )
        self.listing = QListWidget()
        self.listing.setAccessibleName("Daftar SOP")
        for name, sop in list_seeds().items():
            item = QListWidgetItem(
                f"{propose_title(sop)} — Kecamatan {sop.kecamatan}, {len(sop.langkah)} langkah"
            )
            item.setData(Qt.ItemDataRole.UserRole, name)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.listing.addItem(item)
        self.sample = StepsSample()
        self._for: tuple[str, str] | None = None
        self.listing.currentRowChanged.connect(self._show_steps)
        self.listing.setCurrentRow(0)
        columns = QHBoxLayout()
        columns.setSpacing(style.LARGE)
        self.listing.setWordWrap(True)
        self.listing.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        columns.addWidget(self.listing, 4)
        columns.addWidget(self.sample, 3)
        layout = QVBoxLayout(ScrolledBody(self).inside)
        layout.addLayout(columns, 1)
        note = QLabel(
            "Setiap SOP ditampilkan seperti tercetak; usulan perbaikan diterima satu per satu."
        )
        note.setObjectName("redup")
        note.setWordWrap(True)
        layout.addWidget(note)

    def tick_own(self, kecamatan: str, kabupaten: str) -> None:
        """Tick what was made for this very office, and nothing else.

        Coming back to the page for the same office leaves the ticks as they are.
        """
        if (kecamatan, kabupaten) == self._for:
            return
        self._for = (kecamatan, kabupaten)
        own = list_own_seeds(kecamatan, kabupaten)
        for row in range(self.listing.count()):
            item = self.listing.item(row)
            is_own = item.data(Qt.ItemDataRole.UserRole) in own
            item.setCheckState(Qt.CheckState.Checked if is_own else Qt.CheckState.Unchecked)

    def state(self) -> IsiHalaman:
        """Return what is ticked, and for which office that was proposed."""
        return {"dicentang": [*self.chosen()], "untuk": [*(self._for or ())]}

    def restore(self, state: IsiHalaman) -> None:
        """Tick again what was ticked."""
        match names_of(state, "untuk"):
            case [kecamatan, kabupaten]:
                self.tick_own(kecamatan, kabupaten)
            case _:
                return
        ticked = names_of(state, "dicentang")
        for row in range(self.listing.count()):
            item = self.listing.item(row)
            is_on = item.data(Qt.ItemDataRole.UserRole) in ticked
            item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)

    def _show_steps(self, row: int) -> None:
        sop = list_seeds()[self.listing.item(row).data(Qt.ItemDataRole.UserRole)]
        steps = [step.uraian.tercetak or "(tanpa uraian)" for step in sop.langkah[:_SHOWN]]
        self.sample.show_steps(propose_title(sop), steps, len(sop.langkah) - _SHOWN)

    def chosen(self) -> tuple[str, ...]:
        """Return the names of the SOPs to begin with."""
        items = [self.listing.item(row) for row in range(self.listing.count())]
        return tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in items
            if item.checkState() == Qt.CheckState.Checked
        )
