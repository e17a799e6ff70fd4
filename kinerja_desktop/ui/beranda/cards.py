"""What the first pages are made of: cards of lines that open their page, and the reminder."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.tanggal import format_tanggal, local_date
from kinerja_desktop.services.riwayat.second_place import TempatKedua
from kinerja_desktop.ui.base import style

#: What stands in a card until it is known what belongs there.
READING = "Membaca data…"


def make_grid(*cards: QWidget) -> QScrollArea:
    """Return cards two in a row, to be scrolled where they are too much for the window."""
    grid = QGridLayout()
    grid.setSpacing(style.MEDIUM)
    for place, card in enumerate(cards):
        grid.addWidget(card, place // 2, place % 2)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    # Cards are as high as their lines; what is left stays empty below them.
    grid.setRowStretch(grid.rowCount(), 1)
    return _scroll(grid)


def make_columns(above: QWidget, left: Sequence[QWidget], right: Sequence[QWidget]) -> QScrollArea:
    """Return two columns of cards, each as high as what stands in it.

    Args:
        above: what stands over their whole width.
        left: from top to bottom.
        right: from top to bottom.
    """
    layout = QVBoxLayout()
    layout.setSpacing(style.MEDIUM)
    layout.addWidget(above)
    columns = QHBoxLayout()
    columns.setSpacing(style.MEDIUM)
    for cards in (left, right):
        column = QVBoxLayout()
        for card in cards:
            column.addWidget(card)
        column.addStretch(1)
        columns.addLayout(column, 1)
    layout.addLayout(columns, 1)
    return _scroll(layout)


def _scroll(layout: QLayout) -> QScrollArea:
    layout.setContentsMargins(0, 0, style.SMALL, 0)
    holder = QWidget()
    holder.setLayout(layout)
    scroll = QScrollArea()
    scroll.setAccessibleName("Kartu-kartu Beranda")
    scroll.setWidget(holder)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    # It has no frame that would show the focus; what has it is moved into sight.
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return scroll


class Reminder(QFrame):
    """The band that reminds of a second place for backups; hidden while there is no need."""

    def __init__(self, act: Callable[[], None]) -> None:
        super().__init__()
        self.setObjectName("pita")
        self.label = _label("")
        self.button = QPushButton("Buka Cadangan")
        self.button.clicked.connect(act)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(style.MEDIUM, style.SMALL, style.MEDIUM, style.SMALL)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button)
        self.hide()

    def show_place(self, tempat: TempatKedua | None) -> None:
        """Say what is missing: a place, or a backup there that is not older than seven days.

        Args:
            tempat: None where what was chosen cannot be read.
        """
        self.setVisible(tempat is not None and tempat.perlu)
        if tempat is None:
            return
        if tempat.folder is None:
            self.label.setText(
                "Cadangan hanya ada di komputer ini. Pilih tempat kedua, misalnya flashdisk."
            )
        elif tempat.terakhir is None:
            self.label.setText(f"Belum pernah dicadangkan ke {tempat.folder}.")
        else:
            day = format_tanggal(local_date(tempat.terakhir))
            self.label.setText(
                f"Cadangan terakhir di {tempat.folder} {day}, sudah lebih dari tujuh hari. "
                "Colokkan, lalu cadangkan lagi."
            )


class Card(QFrame):
    """A titled box of lines."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setObjectName("kartu")
        heading = QLabel(title)
        heading.setObjectName("subjudul")
        self.content = QVBoxLayout()
        self.content.setSpacing(style.SMALL)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addLayout(self.content)
        layout.addStretch()

    def clear(self) -> None:
        """Take all lines away."""
        while (item := self.content.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def say(self, text: str) -> None:
        """Add a sentence as a line of the card."""
        self._put(_label(text))

    def add(
        self,
        text: str,
        detail: str,
        verb: str,
        act: Callable[[], None],
        *,
        is_bad: bool = False,
        other: tuple[str, Callable[[], None]] | None = None,
    ) -> None:
        """Add a line with its detail and the buttons that act on it."""
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(_label(text))
        below = _label(detail)
        below.setObjectName("bahaya" if is_bad else "redup")
        words.addWidget(below)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(words, 1)
        for word, deed in ((verb, act), *([other] if other else [])):
            button = QPushButton(word)
            button.setAccessibleName(f"{word}: {text}")
            button.clicked.connect(deed)
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._put(row)

    def offer(self, verb: str, act: Callable[[], None]) -> None:
        """Add a button of its own."""
        button = QPushButton(verb)
        button.clicked.connect(act)
        button.setMinimumWidth(
            QFontMetrics(button.font()).horizontalAdvance(verb) + 2 * style.LARGE
        )
        self.content.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        button.show()

    def _put(self, widget: QWidget) -> None:
        self.content.addWidget(widget)
        # What is added to something shown already would wait for the event loop.
        widget.show()


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
