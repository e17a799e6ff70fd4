"""Our icons, drawn when they are shown: in the colours worn then, and sharp at any scale."""

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from kinerja_desktop.paths import resource


class IconEngine(QIconEngine):
    """Draws ``resources/icons/NAME.svg``; the colours are asked for at each drawing."""

    def __init__(self, name: str, colour: Callable[[], str], faint: Callable[[], str]) -> None:
        super().__init__()
        self._name, self._colour, self._faint = name, colour, faint

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        colour = self._faint if mode == QIcon.Mode.Disabled else self._colour
        _renderer(self._name, colour()).render(painter, rect)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return IconEngine(self._name, self._colour, self._faint)


_renderers: dict[tuple[str, str], QSvgRenderer] = {}


def _renderer(name: str, colour: str) -> QSvgRenderer:
    """Return the drawing of an icon; reading it costs more than drawing it, so it is kept."""
    key = name, colour
    if key not in _renderers:
        svg = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
        _renderers[key] = QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
    return _renderers[key]
