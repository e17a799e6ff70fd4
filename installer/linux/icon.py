"""The program's icon for the menus of a desktop."""

from pathlib import Path

from installer.make_icon import colour_icon

_SIZE = 256


def write_icons(folder: Path) -> None:
    """Write the icon as drawing and as picture below a folder of themes (``…/hicolor``)."""
    from PySide6.QtCore import QByteArray
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    svg = colour_icon().encode()
    drawing = folder / "scalable" / "apps" / "kinerja-desktop.svg"
    drawing.parent.mkdir(parents=True)
    drawing.write_bytes(svg)
    picture = folder / f"{_SIZE}x{_SIZE}" / "apps" / "kinerja-desktop.png"
    picture.parent.mkdir(parents=True)
    image = QImage(_SIZE, _SIZE, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg)).render(painter)
    painter.end()
    if not image.save(str(picture)):
        raise OSError(f"Ikon tidak dapat ditulis: {picture}")
