"""Draw `kinerja.ico` from the program's icon; run again when `aplikasi.svg` changes.

python -m installer.make_icon
"""

import struct
from pathlib import Path
from typing import TYPE_CHECKING

from kinerja_desktop.paths import resource

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
TARGET = Path(__file__).parent / "kinerja.ico"


def colour_icon() -> str:
    """Return the icon in the program's colours, filled, so that it stands out from dark menus."""
    from kinerja_desktop.ui.base.style import ACCENT, PAPER

    svg = resource("icons/aplikasi.svg").read_text(encoding="utf-8")
    return svg.replace("currentColor", ACCENT).replace("<rect ", f'<rect fill="{PAPER}" ')


def draw_icon() -> bytes:
    """Return the icon in every size that Windows asks for."""
    from PySide6.QtCore import QByteArray, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    application = QGuiApplication.instance() or QGuiApplication([])
    renderer = QSvgRenderer(QByteArray(colour_icon().encode()))
    pictures = []
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        pictures.append(_to_png(image) if size == 256 else _to_bitmap(image))
    del application
    return _pack(pictures)


def _to_png(image: "QImage") -> bytes:
    from PySide6.QtCore import QBuffer

    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _to_bitmap(image: "QImage") -> bytes:
    """Return a small size as icons have them: no file header, a mask below the picture."""
    size = image.width()
    header = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, 0, 0, 0, 0, 0)
    pixels = bytes(image.constBits())
    rows = [pixels[4 * size * row : 4 * size * (row + 1)] for row in reversed(range(size))]
    mask = bytes((size + 31) // 32 * 4 * size)  # unused: the picture has its own transparency
    return header + b"".join(rows) + mask


def _pack(pictures: list[bytes]) -> bytes:
    header = struct.pack("<HHH", 0, 1, len(pictures))
    entries, offset = b"", len(header) + 16 * len(pictures)
    for size, picture in zip(SIZES, pictures, strict=True):
        edge = size % 256  # 0 stands for 256
        entries += struct.pack("<BBBBHHII", edge, edge, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return header + entries + b"".join(pictures)


if __name__ == "__main__":
    TARGET.write_bytes(draw_icon())
    print(f"Ditulis: {TARGET}")
