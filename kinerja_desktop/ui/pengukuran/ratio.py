"""Pembilang and penyebut of one figure: typed in, and what they come to in words."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from kinerja_desktop.domain.angka.angka import format_isian
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator
from kinerja_desktop.domain.capaian.rasio import explain_rasio
from kinerja_desktop.domain.laporan.cara_hitung import Keterangan
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.sections.row_checks import check_row
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.waiting import Stored
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.tables.entry_model import explain_refusal

#: Stores pembilang and penyebut of an indicator; False when refused.
SaveRatio = Callable[[str, Decimal | None, Decimal | None], Stored | bool]

_NAMES = ("pembilang", "penyebut")
_OFFER = "Isi keduanya, dan realisasi dihitung sendiri."


class RatioEditor(QWidget):
    """Hidden where the indicator has no pembilang and penyebut, and none were entered."""

    def __init__(self, save: SaveRatio) -> None:
        super().__init__()
        self._save = save
        self._id = ""
        self._stored: tuple[Decimal | None, Decimal | None] = (None, None)
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.fields: dict[str, QLineEdit] = {}
        self._labels: dict[str, QLabel] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(style.MEDIUM, style.SMALL, style.MEDIUM, 0)
        grid.setVerticalSpacing(2)
        for place, name in enumerate(_NAMES):
            field, label = QLineEdit(), QLabel()
            writes(field)
            field.setAccessibleName(name.capitalize())
            field.setFixedWidth(field.fontMetrics().horizontalAdvance("000.000.000,00"))
            field.installEventFilter(self)
            field.returnPressed.connect(self.commit)
            label.setBuddy(field)
            label.setWordWrap(True)
            grid.addWidget(field, 0, 2 * place)
            grid.addWidget(label, 0, 2 * place + 1)
            grid.setColumnStretch(2 * place + 1, 1)
            self.fields[name], self._labels[name] = field, label
        grid.addWidget(self.told, 1, 0, 1, 4)

    def show_item(
        self,
        item: HasilIndikator | None,
        periode: Periode,
        keterangan: Keterangan,
        *,
        locked: bool,
    ) -> None:
        """Show another figure's pembilang and penyebut; what is being typed right now stays."""
        was, self._id = self._id, item.bahan.id if item else ""
        if item is None:
            self.hide()
            return
        isian = item.bahan.isian_of(periode.triwulan)
        before, self._stored = self._stored, (isian.pembilang, isian.penyebut)
        has_some = self._stored != (None, None) or keterangan.pembilang or keterangan.penyebut
        self.setVisible(bool(has_some))
        texts = (keterangan.pembilang, keterangan.penyebut)
        for place, name in enumerate(_NAMES):
            field, value = self.fields[name], self._stored[place]
            sign = "" if place == 0 else "÷ "
            self._labels[name].setText(f"{sign}{name.capitalize()}: {texts[place] or '–'}")
            if was != self._id or before != self._stored or not field.hasFocus():
                field.setText("" if value is None else format_isian(value))
            field.setReadOnly(locked)
        self._tell(explain_rasio(isian, item.bahan.satuan) or _OFFER, "redup")

    def commit(self) -> None:
        """Store both when one was changed, or say why it cannot be."""
        if not self._id or self.fields[_NAMES[0]].isReadOnly():
            return
        section = SECTIONS["realisasi"]
        try:
            pembilang, penyebut = (
                section.field(name).parse(self.fields[name].text()) for name in _NAMES
            )
        except ValueError as error:
            self._tell(explain_refusal(error), "bahaya")
            return
        if (pembilang, penyebut) == self._stored:
            return
        for problem in check_row("realisasi", {"pembilang": pembilang, "penyebut": penyebut}):
            if not problem.is_warning:
                self._tell(f"{problem.message}.", "bahaya")
                return
        before, self._stored = self._stored, (pembilang, penyebut)
        if not self._save(self._id, pembilang, penyebut):
            self._stored = before

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)

    def _tell(self, text: str, name: str) -> None:
        self.told.setText(text)
        self.told.setObjectName(name)
        self.told.style().polish(self.told)
