"""Colours, spacing, type and icons: the one place where the look is decided."""

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from kinerja_desktop.paths import resource

FAMILY = "Liberation Sans"
_FONTS = ("Regular", "Bold", "Italic", "BoldItalic")

#: Space between things, in device-independent pixels.
SMALL, MEDIUM, LARGE = 4, 8, 16

INK = "#1f2933"
MUTED = "#5f6b7a"
LINE = "#d5dbe3"
PAPER = "#ffffff"
GROUND = "#f3f5f8"
#: Ground of a field that can only be read.
LOCKED = "#e9edf2"
ACCENT = "#14507a"
ACCENT_SOFT = "#dceaf5"
DANGER = "#a61b1b"
DANGER_SOFT = "#fbe4e4"
WARNING = "#8a5a00"
WARNING_SOFT = "#fdf1d3"
GOOD = "#17653a"
GOOD_SOFT = "#ddf1e4"

#: Background of a kategori, by the role in `domain.capaian.skala`; the word stands beside it.
KATEGORI = {
    "baik": GOOD_SOFT,
    "cukup": "#e8f3d6",
    "sedang": WARNING_SOFT,
    "kurang": "#fbe3cf",
    "buruk": DANGER_SOFT,
}


#: Takes an icon away again.
NO_ICON = QIcon()


def load_fonts() -> None:
    """Make the bundled fonts known to Qt, so that screen and paper agree on every PC."""
    for style in _FONTS:
        QFontDatabase.addApplicationFont(str(resource(f"fonts/LiberationSans-{style}.ttf")))


def apply(application: QApplication) -> None:
    """Give the program its look."""
    load_fonts()
    application.setStyle("Fusion")
    application.setPalette(_palette())
    application.setStyleSheet(_SHEET)
    # Last: on Windows a new style gives lists, tables and menus the system's smaller font again.
    application.setFont(QFont(FAMILY, 10))


def icon(name: str, colour: str = INK) -> QIcon:
    """Return one of our icons (``resources/icons/NAME.svg``) in a colour, sharp at any scale."""
    svg = resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))
    pixmap = QPixmap(48, 48)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    return QIcon(pixmap)


def _palette() -> QPalette:
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, GROUND),
        (QPalette.ColorRole.Base, PAPER),
        (QPalette.ColorRole.AlternateBase, "#f8fafc"),
        (QPalette.ColorRole.Text, INK),
        (QPalette.ColorRole.WindowText, INK),
        (QPalette.ColorRole.ButtonText, INK),
        (QPalette.ColorRole.Button, PAPER),
        (QPalette.ColorRole.Highlight, ACCENT),
        (QPalette.ColorRole.HighlightedText, PAPER),
        (QPalette.ColorRole.PlaceholderText, MUTED),
        (QPalette.ColorRole.ToolTipBase, PAPER),
        (QPalette.ColorRole.ToolTipText, INK),
    ):
        palette.setColor(role, QColor(colour))
    for role, colour in (
        (QPalette.ColorRole.ButtonText, "#9aa5b1"),
        # What can only be read looks so: the ground shines through.
        (QPalette.ColorRole.Base, LOCKED),
        (QPalette.ColorRole.Button, LOCKED),
        (QPalette.ColorRole.Text, MUTED),
        (QPalette.ColorRole.WindowText, MUTED),
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colour))
    return palette


_SHEET = f"""
QLabel#judul {{ font-size: 17pt; font-weight: bold; }}
QLabel#subjudul {{ font-size: 11pt; font-weight: bold; }}
QLabel#redup {{ color: {MUTED}; }}
QLabel#bahaya {{ color: {DANGER}; }}
QLabel#baik {{ color: {GOOD}; font-weight: bold; }}
QFrame#kartu {{ background: {PAPER}; border: 1px solid {LINE}; border-radius: 6px; }}
QFrame#pita {{ background: {WARNING_SOFT}; border: 1px solid #ecd28a; border-radius: 4px; }}
QListWidget#navigasi {{ background: {ACCENT}; color: white; border: none; outline: 0; }}
QListWidget#navigasi::item {{ padding: 6px 10px; border: none; }}
QListWidget#navigasi::item:selected {{ background: #0d3a59; color: white; }}
QListWidget#navigasi::item:disabled {{ color: #a9c6dc; font-size: 8pt; font-weight: bold; }}
QListWidget#navigasi::item:hover:!selected:!disabled {{ background: #1b6091; }}
QPushButton {{ padding: 5px 12px; border: 1px solid #b8c2cf; border-radius: 4px;
    background: white; }}
QPushButton:hover {{ background: {ACCENT_SOFT}; }}
QFrame#pita QPushButton#rendah {{ padding: 1px 10px; }}
QPushButton:focus {{ border: 2px solid {ACCENT}; padding: 4px 11px; }}
QPushButton:disabled {{ color: #9aa5b1; background: {GROUND}; }}
QToolButton#bantuan {{ min-width: 12px; padding: 4px 1px; border: 1px solid #b8c2cf;
    border-radius: 4px; background: white; color: {ACCENT}; font-weight: bold; }}
QToolButton#bantuan:hover {{ background: {ACCENT_SOFT}; }}
QToolButton#bantuan:focus {{ border: 2px solid {ACCENT}; padding: 3px 0; }}
QPushButton#utama {{ background: {ACCENT}; color: white; border-color: {ACCENT}; }}
QPushButton#utama:hover {{ background: #1b6091; }}
QPushButton#utama:disabled {{ background: #9db6c9; border-color: #9db6c9; color: white; }}
QLineEdit:read-only, QPlainTextEdit:read-only {{ background: {LOCKED}; color: {MUTED}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ color: {MUTED}; }}
QHeaderView::section {{ background: #e9edf2; padding: 5px; border: none;
    border-right: 1px solid {LINE}; border-bottom: 1px solid {LINE}; font-weight: bold; }}
QTableView {{ gridline-color: {LINE}; border: 1px solid {LINE};
    selection-background-color: {ACCENT_SOFT}; selection-color: {INK}; }}
QStatusBar {{ background: white; border-top: 1px solid {LINE}; }}
QToolBar {{ background: white; border-bottom: 1px solid {LINE}; spacing: 6px; padding: 4px; }}
"""
