"""Formatted text whose words tell a state in the colours of the scheme worn."""

from PySide6.QtWidgets import QTextBrowser, QWidget

from kinerja_desktop.ui.base import style


class TonedText(QTextBrowser):
    """Shows HTML with the classes `baik`, `ingat`, `bahaya`, `redup`, `baru` and `lama`.

    The colours of a document are set when it is read: it is read again when others are worn.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._html = ""
        style.look.changed.connect(self._read_again)

    def setHtml(self, text: str) -> None:
        self._html = text
        self.document().setDefaultStyleSheet(_sheet())
        super().setHtml(text)

    def _read_again(self) -> None:
        if not self._html:
            return
        place = self.verticalScrollBar().value()
        self.setHtml(self._html)
        self.verticalScrollBar().setValue(place)


def _sheet() -> str:
    return (
        f".baik {{ color: {style.GOOD}; }} .ingat {{ color: {style.WARNING}; }} "
        f".bahaya {{ color: {style.DANGER}; }} .redup {{ color: {style.MUTED}; }} "
        f"a {{ color: {style.ACCENT}; }} .baru {{ background-color: {style.GOOD_SOFT}; }} "
        f".lama {{ background-color: {style.DANGER_SOFT}; }}"
    )
