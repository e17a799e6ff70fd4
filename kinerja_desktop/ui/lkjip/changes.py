"""What moved in a draft since the office wrote over it: old and new words, marked."""

from difflib import SequenceMatcher
from html import escape
from re import findall

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.ui.base.screen_room import resize_within
from kinerja_desktop.ui.base.toned_text import TonedText

#: Words of one side, and whether the other side lacks them.
Pieces = list[tuple[str, bool]]


class ChangesDialog(QDialog):
    """The old draft beside the new one; struck out and underlined, for those who see no colour."""

    def __init__(self, parent: QWidget | None, judul: str, before: str, after: str) -> None:
        super().__init__(parent)
        self.setWindowTitle("Angka yang berubah")
        resize_within(self, 820, 420)
        words = QLabel(
            f"<b>{escape(judul)}</b><br>Yang dicoret tidak ada lagi dalam draf; yang bergaris "
            "bawah baru. Sesuaikan teks Anda bila perlu, lalu tekan Tetap pakai teks saya."
        )
        words.setWordWrap(True)
        old, new = compare(before, after)
        self.before = _make_side("Draf semula", old, "line-through", "lama")
        self.after = _make_side("Draf sekarang", new, "underline", "baru")
        sides = QHBoxLayout()
        for title, side in (("Draf semula", self.before), ("Draf sekarang", self.after)):
            column = QVBoxLayout()
            column.addWidget(QLabel(title))
            column.addWidget(side, 1)
            sides.addLayout(column, 1)
        buttons = QDialogButtonBox()
        buttons.addButton("Tutup", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(words)
        layout.addLayout(sides, 1)
        layout.addWidget(buttons)


def compare(before: str, after: str) -> tuple[Pieces, Pieces]:
    """Return the words of both texts, and which of them the other lacks."""
    old, new = findall(r"\s+|\S+", before), findall(r"\s+|\S+", after)
    left: Pieces = []
    right: Pieces = []
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, first, last, begin, end in matcher.get_opcodes():
        changed = kind != "equal"
        if first < last:
            left.append(("".join(old[first:last]), changed))
        if begin < end:
            right.append(("".join(new[begin:end]), changed))
    return left, right


def _make_side(name: str, pieces: Pieces, decoration: str, tone: str) -> TonedText:
    browser = TonedText()
    browser.setAccessibleName(name)
    look = f"text-decoration: {decoration};"
    marked = "".join(
        f'<span class="{tone}" style="{look}">{escape(words)}</span>' if changed else escape(words)
        for words, changed in pieces
    )
    browser.setHtml(f'<div style="white-space: pre-wrap;">{marked}</div>')
    return browser
