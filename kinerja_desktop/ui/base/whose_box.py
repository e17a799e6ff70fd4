"""Whose indicators: the office's IKU, or the IKI of one official."""

from collections.abc import Mapping
from uuid import UUID

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QComboBox, QSizePolicy

from kinerja_desktop.ui.base.choice_box import ChoiceBox

_IKU = "IKU kantor"
_LEAST_LETTERS = 16


class WhoseBox(ChoiceBox):
    """Keeps its choice when the officials are read again.

    Signals:
        chosen: the clerk has picked another one.
    """

    chosen = Signal()

    def __init__(self) -> None:
        super().__init__()
        # Names are read whole wherever the page has the room, and tell their IKI apart.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.currentTextChanged.connect(self.setToolTip)
        self.addItem(_IKU, None)
        self.activated.connect(self.chosen)

    def minimumSizeHint(self) -> QSize:
        """Give way where the page is narrow; the name is read when pointed at."""
        letters = self.fontMetrics().horizontalAdvance("0") * _LEAST_LETTERS
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), letters), hint.height())

    @property
    def pejabat(self) -> UUID | None:
        """The official; None for the office."""
        found: UUID | None = self.currentData()
        return found

    def choose(self, pejabat: UUID | None) -> None:
        """Choose an official, also one who is not offered yet; None for the office."""
        # Not findData: it takes two equal ids for different ones.
        keys = [self.itemData(place) for place in range(self.count())]
        if pejabat not in keys:
            self.addItem("IKI", pejabat)
            keys.append(pejabat)
        self.setCurrentIndex(keys.index(pejabat))

    def show_owners(self, owners: Mapping[UUID, str]) -> None:
        """Offer the officials who have IKI."""
        wanted: dict[UUID | None, str] = {None: _IKU}
        wanted |= {key: f"IKI {name}" for key, name in owners.items()}
        if wanted == {self.itemData(place): self.itemText(place) for place in range(self.count())}:
            return
        kept = self.pejabat
        self.clear()
        for key, text in wanted.items():
            self.addItem(text, key)
        # Not findData: it takes two equal ids for different ones.
        self.setCurrentIndex(list(wanted).index(kept) if kept in wanted else 0)
