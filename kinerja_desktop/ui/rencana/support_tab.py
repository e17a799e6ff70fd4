"""Which sasaran each program supports: a tick each."""

from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.services.rencana.anggaran import AnggaranTahun, read_anggaran, set_dukungan
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.empty_sheet import lead_to_renstra
from kinerja_desktop.ui.base.writing import writes

_KEY = Qt.ItemDataRole.UserRole
_WORDS = (
    "Angka anggaran berdiri di barisnya sendiri dan tidak dibagi ke indikator. Centang sasaran "
    "yang didukung tiap program; di formulir Pengukuran Kinerja programnya berdiri di sampingnya."
)
_NO_PROGRAM = "Belum ada program. Tekan Ambil dari nomenklatur, lalu centang sasarannya di sini."
_NO_SASARAN = (
    "Belum ada sasaran. Isi dulu di Renstra & IKU, lalu centang yang didukung tiap program di sini."
)


class SupportTab(QWidget):
    """Amounts stand at the budget line; programs are only linked to sasaran.

    `docs/sakip.md` §4.9.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._shown: AnggaranTahun | None = None
        self._is_showing = False
        words = QLabel(_WORDS)
        words.setObjectName("redup")
        words.setWordWrap(True)
        self.programs = _listing("Program")
        self.programs.currentItemChanged.connect(self._show_ticks)
        self.sasaran = _listing("Sasaran yang didukung")
        writes(self.sasaran)
        self.sasaran.itemChanged.connect(self._change)
        self.empty, self._lists = lead_to_renstra(context.open_page), QWidget()
        self.empty.hide()
        row = QHBoxLayout(self._lists)
        row.setContentsMargins(0, 0, 0, 0)
        for caption, listing in (("&Program", self.programs), ("&Mendukung", self.sasaran)):
            label = QLabel(caption)
            label.setBuddy(listing)
            column = QVBoxLayout()
            column.setSpacing(style.SMALL)
            column.addWidget(label)
            column.addWidget(listing, 1)
            row.addLayout(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        layout.addWidget(words)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self._lists, 1)

    def reload(self) -> None:
        """Read programs and sasaran again."""
        tahun = self.context.periode.tahun
        self.context.load(self, lambda office: read_anggaran(office, tahun), self._show)

    def _show(self, found: AnggaranTahun) -> None:
        self._shown = found
        self._is_showing = True
        programs = {row.id: f"{row.kode} {row.nama}" for row in found.baris if row.tingkat == 0}
        self._say_missing(has_program=bool(programs), has_sasaran=bool(found.sasaran))
        _fill(self.programs, programs)
        _fill(self.sasaran, dict(found.sasaran))
        if self.programs.currentRow() < 0:
            self.programs.setCurrentRow(0)
        self._is_showing = False
        self._show_ticks()

    def _say_missing(self, *, has_program: bool, has_sasaran: bool) -> None:
        """Say what must be there before anything can be ticked."""
        self.empty.setText(_NO_PROGRAM if not has_program else _NO_SASARAN)
        # Programs are taken on this very page.
        self.empty.button.setVisible(has_program)
        self.empty.setVisible(not (has_program and has_sasaran))
        self._lists.setVisible(has_program and has_sasaran)

    def _show_ticks(self) -> None:
        program = self.programs.currentItem()
        if self._shown is None or program is None:
            return
        ticked = self._shown.dukungan.get(program.data(_KEY), frozenset())
        self._is_showing = True
        for row in range(self.sasaran.count()):
            item = self.sasaran.item(row)
            on = item.data(_KEY) in ticked
            item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self._is_showing = False

    def _change(self, item: QListWidgetItem) -> None:
        program, office = self.programs.currentItem(), self.context.office
        if self._is_showing or program is None:
            return
        on = item.checkState() == Qt.CheckState.Checked
        key, sasaran = program.data(_KEY), item.data(_KEY)
        self.context.store(self, lambda: set_dukungan(office, key, sasaran, mendukung=on))


def _listing(name: str) -> QListWidget:
    listing = QListWidget()
    listing.setWordWrap(True)
    listing.setSpacing(2)
    listing.setAccessibleName(name)
    return listing


def _fill(listing: QListWidget, texts: dict[UUID, str]) -> None:
    """Show other lines; the same ones stay, with the cursor where it is."""
    items = [listing.item(row) for row in range(listing.count())]
    if {item.data(_KEY): item.text() for item in items} == texts:
        return
    listing.clear()
    for key, text in texts.items():
        QListWidgetItem(text, listing).setData(_KEY, key)
