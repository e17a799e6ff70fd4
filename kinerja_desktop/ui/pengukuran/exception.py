"""Where no figure can be asked for: *tidak berlaku*, or a capaian set by hand, with its reason."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from kinerja_desktop.domain.angka.angka import format_isian, parse_angka
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator
from kinerja_desktop.domain.capaian.profil import ProfilRumus, TargetNol
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.waiting import Stored
from kinerja_desktop.ui.base.writing import writes

#: Stores columns of a realisasi: id of the indicator, column to value; False when refused.
SaveColumns = Callable[[str, dict[str, Any]], Stored | bool]


class ExceptionEditor(QWidget):
    """Enters *tidak berlaku* or a capaian set by hand, with the reason that either needs."""

    def __init__(self, save: SaveColumns) -> None:
        super().__init__()
        self._save = save
        self._id = ""
        self._off = False
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText("Mengapa? Alasan ini ikut tercatat dan tercetak.")
        self.switch = QPushButton()
        self.figure = QLineEdit()
        self.set_figure = QPushButton("Tetapkan capaia&n")
        writes(self.reason, self.switch, self.figure, self.set_figure)
        self.note = QLabel()
        self.note.setObjectName("bahaya")
        self._figure_label = QLabel("Capaian ditetapkan (%)")
        self._figure_label.setBuddy(self.figure)
        reason_label = QLabel("Ala&san")
        reason_label.setBuddy(self.reason)
        grid = QGridLayout(self)
        grid.setContentsMargins(style.MEDIUM, style.SMALL, style.MEDIUM, style.SMALL)
        grid.addWidget(self.state, 0, 0, 1, 3)
        grid.addWidget(reason_label, 1, 0)
        grid.addWidget(self.reason, 1, 1)
        grid.addWidget(self.switch, 1, 2)
        grid.addWidget(self._figure_label, 2, 0)
        grid.addWidget(self.figure, 2, 1)
        grid.addWidget(self.set_figure, 2, 2)
        grid.addWidget(self.note, 3, 0, 1, 3)
        grid.setRowStretch(4, 1)
        grid.setColumnStretch(1, 1)
        self.reason.textChanged.connect(self._enable)
        self.switch.clicked.connect(self._switch)
        self.set_figure.clicked.connect(self._set_figure)

    def show_item(
        self, item: HasilIndikator | None, periode: Periode, profil: ProfilRumus, *, locked: bool
    ) -> None:
        """Show another figure's exception."""
        self.setEnabled(item is not None and not locked)
        self.note.clear()
        if item is None:
            return
        isian = item.bahan.isian_of(periode.triwulan)
        self._id, self._off = item.bahan.id, isian.tidak_berlaku
        self.state.setText(
            f"Indikator ini tidak berlaku pada {periode.label}: {isian.alasan}"
            if self._off
            else "Bila indikator ini memang tidak dinilai pada "
            f"{periode.label}, tulis alasannya. Ia tidak ikut dalam rata-rata."
        )
        self.reason.setText(isian.alasan)
        self.switch.setText("&Berlakukan lagi" if self._off else "Tetapkan tidak &berlaku")
        manual = profil.target_nol is TargetNol.MANUAL and item.utama.target == 0 and not self._off
        for widget in (self._figure_label, self.figure, self.set_figure):
            widget.setVisible(manual)
        own = isian.capaian_manual
        self.figure.setText("" if own is None else format_isian(own))
        self._enable()

    def _enable(self) -> None:
        has_reason = bool(self.reason.text().strip())
        self.switch.setEnabled(self._off or has_reason)
        self.set_figure.setEnabled(has_reason)

    def _switch(self) -> None:
        self._save(self._id, {"tidak_berlaku": not self._off, "alasan": self._reason()})

    def _set_figure(self) -> None:
        text = self.figure.text().strip()
        try:
            figure: Decimal | None = parse_angka(text) if text else None
        except ValueError as error:
            self.note.setText(str(error))
            return
        self._save(self._id, {"capaian_manual": figure, "alasan": self._reason()})

    def _reason(self) -> str:
        return self.reason.text().strip()
