"""What a page shows while there is nothing on it: why, and the button that leads on."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.empty_state import EmptyState

#: The page on which every measurement begins, as the list of pages calls it.
RENSTRA = "renstra"
_OPEN_RENSTRA = "Buka Renstra && IKU"


class EmptySheet(QWidget):
    """Fills the place of what is missing; the same on every page."""

    def __init__(self, icon: str, caption: str, deed: Callable[[], object]) -> None:
        """Make it.

        Args:
            icon: of the button.
            caption: of the button, naming a page as the list of pages does.
            deed: opens the page where what is missing is filled in.
        """
        super().__init__()
        self.label = EmptyState()
        self.label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.button = QPushButton(style.icon(icon), caption)
        self.button.clicked.connect(lambda: deed())
        column = QVBoxLayout(self)
        column.addStretch()
        column.addWidget(self.label)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignCenter)
        column.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def setText(self, text: str) -> None:
        """Say why there is nothing, and what to do."""
        self.label.setText(text)

    def text(self) -> str:
        """Return what it says."""
        return self.label.text()


def lead_to_renstra(open_page: Callable[[str], object]) -> EmptySheet:
    """Make the sheet of a page that has nothing before Renstra & IKU is filled in."""
    return EmptySheet(RENSTRA, _OPEN_RENSTRA, lambda: open_page(RENSTRA))


def tell_no_indikator(when: str, then: str = "") -> str:
    """Say that no indicator is in force, in the words that every page uses.

    Args:
        when: the year or period, as it stands in a sentence.
        then: what is done on this page afterwards, with its comma; empty for nothing.
    """
    return (
        f"Belum ada indikator yang berlaku pada {when}.\nIsi dulu sasaran, indikator dan targetnya "
        f"di Renstra & IKU{then}, atau pilih tahun lain di atas."
    )
