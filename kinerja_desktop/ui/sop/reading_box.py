"""The choice between the printed words of an SOP and those that the office has accepted."""

from kinerja_desktop.domain.sop.formulir import Bacaan
from kinerja_desktop.ui.base.choice_box import ChoiceBox

_WORDS = {Bacaan.TERCETAK: "Teks tercetak", Bacaan.DIRAPIKAN: "Teks dirapikan"}


class ReadingBox(ChoiceBox):
    """Chooses between the printed words of an SOP and the cleaned reading."""

    def __init__(self) -> None:
        super().__init__()
        self.addItems(list(_WORDS.values()))
        self.setToolTip("Dirapikan: dengan bacaan yang sudah diterima kantor")
        self.setAccessibleName("Bacaan teks SOP")

    @property
    def bacaan(self) -> Bacaan:
        """The reading that is chosen: as printed, or dirapikan."""
        return list(_WORDS)[self.currentIndex()]

    def choose(self, bacaan: Bacaan) -> None:
        """Choose a reading."""
        self.setCurrentText(_WORDS[bacaan])
