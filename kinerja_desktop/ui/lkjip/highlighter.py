"""Colours in the editor: bold looks bold, and signs that are not printed step back."""

import re

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from kinerja_desktop.ui.base import style

_BOLD = re.compile(r"(?<!\\)(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![\\*\w])([*_])(?![*_\s])(.+?)(?<![\\*_\s])\1(?![*\w])")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,9}[.)])(?=\s)")
_PICTURE = re.compile(r"!\[(.*?)\]\(gambar:[0-9a-f]*\)")
_TABLE = re.compile(r"^\s*\|.*\|\s*$")
_ESCAPE = re.compile(r"\\(?=[!-/:-@\[-`{-~])")


class MarkdownHighlighter(QSyntaxHighlighter):
    """Shows the subset of `documents.naskah.markdown`, line by line."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._take_colours()
        style.look.changed.connect(self._follow)

    def _take_colours(self) -> None:
        self._muted = _format(style.MUTED)
        self._label = _format(style.ACCENT)
        self._label.setFontWeight(QFont.Weight.Bold)
        self._picture = _format(style.ACCENT)

    def _follow(self) -> None:
        self._take_colours()
        self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        for found in _BOLD.finditer(text):
            self._mark(found.start(), found.end(), 2, bold=True)
        for found in _ITALIC.finditer(text):
            self._mark(found.start(), found.end(), 1, bold=False)
        for found in _ESCAPE.finditer(text):
            self.setFormat(found.start(), 1, self._muted)
        if label := _ITEM.match(text):
            self.setFormat(label.start(), label.end(), self._label)
        if _TABLE.match(text):
            for place, char in enumerate(text):
                if char == "|":
                    self.setFormat(place, 1, self._muted)
        for found in _PICTURE.finditer(text):
            self.setFormat(found.start(), found.end() - found.start(), self._muted)
            self.setFormat(found.start(1), found.end(1) - found.start(1), self._picture)

    def _mark(self, start: int, end: int, width: int, *, bold: bool) -> None:
        for place in range(start + width, end - width):
            look = QTextCharFormat(self.format(place))
            if bold:
                look.setFontWeight(QFont.Weight.Bold)
            else:
                look.setFontItalic(True)
            self.setFormat(place, 1, look)
        self.setFormat(start, width, self._muted)
        self.setFormat(end - width, width, self._muted)


def _format(colour: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(QColor(colour))
    return look
