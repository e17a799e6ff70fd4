"""Draw `nsis/side.bmp`, beside the installer's pages; run again when `aplikasi.svg` changes.

python -m installer.make_side_picture
"""

from pathlib import Path

from kinerja_desktop.paths import resource

TARGET = Path(__file__).parent / "nsis" / "side.bmp"
WIDTH, HEIGHT, ICON = 164, 314, 84


def draw(target: Path) -> None:
    """Write the picture: the icon and the program's name in white on the program's colour."""
    from PySide6.QtCore import QByteArray, QRectF, Qt
    from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    from kinerja_desktop.ui.base.style import ACCENT, PAPER

    application = QGuiApplication.instance() or QGuiApplication([])
    font_id = QFontDatabase.addApplicationFont(str(resource("fonts/LiberationSans-Bold.ttf")))
    font = QFont(QFontDatabase.applicationFontFamilies(font_id)[0])
    font.setBold(True)
    font.setPixelSize(17)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(ACCENT)
    painter = QPainter(image)
    svg = resource("icons/aplikasi.svg").read_text(encoding="utf-8").replace("currentColor", PAPER)
    left = (WIDTH - ICON) / 2
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(left, 64, ICON, ICON))
    painter.setFont(font)
    painter.setPen(PAPER)
    centre = Qt.AlignmentFlag.AlignHCenter
    painter.drawText(QRectF(0, 164, WIDTH, 60), centre, "Kinerja\nDesktop")
    painter.end()
    # a palette is enough for two colours and what lies between, and keeps the file small
    image.convertToFormat(QImage.Format.Format_Indexed8).save(str(target), "BMP")  # type: ignore[call-overload]
    del application


if __name__ == "__main__":
    draw(TARGET)
    print(f"Ditulis: {TARGET}")
