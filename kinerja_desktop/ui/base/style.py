"""Colours, spacing, type and icons: the one place where the look is decided.

The colours follow the system while the program runs. Whoever paints reads them when painting
(``style.INK``); a widget gets its colour from the style sheet, by its name or by `set_tone`.

The style sheet is worn by windows (`dress`), not by the application. Were it the application's, Qt
would go through all that was put together so far whenever that is put into something larger: two
thirds of the time in which a page is built.
"""

from dataclasses import fields

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from kinerja_desktop.paths import resource
from kinerja_desktop.ui.base.colours import DARK, LIGHT, Colours, high_contrast
from kinerja_desktop.ui.base.sheet import write_sheet

FAMILY = "Liberation Sans"
_FONTS = ("Regular", "Bold", "Italic", "BoldItalic")

#: Space between things, in device-independent pixels.
SMALL, MEDIUM, LARGE = 4, 8, 16
#: Around what stands in a tab of a page: it begins and ends where the page does.
TAB = (0, MEDIUM, 0, 0)

# The colours worn now, by the names of `Colours`: see `wear`.
INK: str
MUTED: str
DISABLED: str
LINE: str
EDGE: str
PAPER: str
GROUND: str
STRIPE: str
LOCKED: str
ACCENT: str
ACCENT_HOVER: str
ON_ACCENT: str
ACCENT_SOFT: str
NAV_INK: str
DANGER: str
DANGER_SOFT: str
WARNING: str
WARNING_SOFT: str
GOOD: str
GOOD_SOFT: str
CUKUP: str
KURANG: str
FLAG: str
#: Background of a kategori, by the role in `domain.capaian.skala`; the word stands beside it.
KATEGORI: dict[str, str] = {}

#: Our own blue, which the window's icon keeps on every desktop.
BRAND = LIGHT.accent
#: Takes an icon away again.
NO_ICON = QIcon()


class _Look(QObject):
    """Tells that other colours are worn.

    Signals:
        changed: for what holds colours in a text; all else follows by being painted anew.
    """

    changed = Signal()


look = _Look()
_worn: list[Colours] = []
#: Says of the application that it has our look, and of a window that it wears the sheet.
_DRESSED = "berpakaian"


def _take(colours: Colours) -> None:
    _worn[:] = [colours]
    globals().update(
        {field.name.upper(): getattr(colours, field.name) for field in fields(colours)}
    )
    KATEGORI.update(
        baik=colours.good_soft,
        cukup=colours.cukup,
        sedang=colours.warning_soft,
        kurang=colours.kurang,
        buruk=colours.danger_soft,
    )


_take(LIGHT)


def load_fonts() -> None:
    """Make the bundled fonts known to Qt, so that screen and paper agree on every PC."""
    for style in _FONTS:
        QFontDatabase.addApplicationFont(str(resource(f"fonts/LiberationSans-{style}.ttf")))


def apply(application: QApplication) -> None:
    """Give the program its look, and keep it in step with the system's colours."""
    load_fonts()
    application.setStyle("Fusion")
    wear(_wanted(application), application)
    # Last: on Windows a new style gives lists, tables and menus the system's smaller font again.
    application.setFont(QFont(FAMILY, 10))
    hints = application.styleHints()
    hints.colorSchemeChanged.connect(follow_system)
    hints.accessibility().contrastPreferenceChanged.connect(follow_system)


def follow_system() -> None:
    """Wear what the system asks for now."""
    application = QApplication.instance()
    assert isinstance(application, QApplication), "the system tells a running program"
    wear(_wanted(application), application)


def wear(colours: Colours, application: QApplication) -> None:
    """Show the whole program in other colours; nothing happens when these are worn."""
    if worn() == colours and application.property(_DRESSED):
        return
    _take(colours)
    application.setProperty(_DRESSED, True)
    application.setPalette(make_palette(colours))
    sheet = write_sheet(colours)
    for window in application.topLevelWidgets():
        if window.property(_DRESSED):
            window.setStyleSheet(sheet)
    look.changed.emit()


def dress(window: QWidget) -> None:
    """Give a window its look, now and when the colours change; before it is shown, last of all.

    One that stands over another wears what that one does already.
    """
    if window.parentWidget() is None:
        window.setProperty(_DRESSED, True)
        window.setStyleSheet(write_sheet(worn()))


def worn() -> Colours:
    """Return the colours worn now."""
    return _worn[0]


def shade(name: str) -> str:
    """Return a colour worn now by its name in this module, for tables that map states to names."""
    return str(getattr(worn(), name.lower()))


def set_tone(widget: QWidget, tone: str, kind: str = "nada") -> None:
    """Let a label tell a state: `baik`, `ingat`, `bahaya`, `redup`, or nothing.

    Args:
        widget: whose words say the same.
        tone: the state.
        kind: the property of the style sheet: `nada` colours words, `tanda` and `kategori` grounds.
    """
    if widget.property(kind) == tone:
        return
    widget.setProperty(kind, tone)
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    # Labels remember how large they are; only this makes them measure again.
    QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))


def icon(name: str, colour: str = "INK") -> QIcon:
    """Return one of our icons (``resources/icons/NAME.svg``).

    Args:
        name: of its file.
        colour: a name of this module, so that the icon follows the scheme; or a fixed colour.
    """
    from kinerja_desktop.ui.base.icons import IconEngine

    return QIcon(IconEngine(name, lambda: globals().get(colour, colour), lambda: worn().disabled))


def _wanted(application: QApplication) -> Colours:
    hints = application.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        # Our own palette would be asked about itself.
        own = application.palette()
        application.setPalette(QPalette())
        system = application.palette()
        application.setPalette(own)
        return high_contrast(system)
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def make_palette(colours: Colours) -> QPalette:
    """Return the palette of a scheme."""
    palette = QPalette()
    role = QPalette.ColorRole
    for place, colour in (
        (role.Window, colours.ground),
        (role.Base, colours.paper),
        (role.AlternateBase, colours.stripe),
        (role.Text, colours.ink),
        (role.WindowText, colours.ink),
        (role.ButtonText, colours.ink),
        (role.Button, colours.paper),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
        # In high contrast too a hint is no text that somebody wrote.
        (role.PlaceholderText, colours.disabled),
        (role.ToolTipBase, colours.paper),
        (role.ToolTipText, colours.ink),
        (role.Link, colours.accent),
        (role.LinkVisited, colours.accent),
    ):
        palette.setColor(place, QColor(colour))
    if colours.is_dark:
        # Fusion draws edges with these: left alone they would be those of light windows.
        for place, colour in (
            (role.Light, colours.edge),
            (role.Midlight, colours.line),
            (role.Mid, colours.line),
            (role.Dark, colours.line),
            (role.Shadow, "#000000"),
        ):
            palette.setColor(place, QColor(colour))
    for place, colour in (
        (role.ButtonText, colours.disabled),
        # What can only be read looks so: the ground shines through.
        (role.Base, colours.locked),
        (role.Button, colours.locked),
        (role.Text, colours.disabled),
        (role.WindowText, colours.disabled),
    ):
        palette.setColor(QPalette.ColorGroup.Disabled, place, QColor(colour))
    return palette
