"""The system turns dark while the program is open: nothing on any page stays light."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.colours import DARK, LIGHT, Colours
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.shell.pages import PAGES
from tests.journeys.all_tabs import walk
from tests.journeys.clerk import at_work

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
#: Fewer pixels of a colour may be the edge of a letter.
_FEW = 60
#: White and black stand on paper, which stays as it is in every scheme.
_PAPER = {"#ffffff", "#000000"}


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    made = make_application()
    style.wear(LIGHT, made)
    yield made
    style.wear(LIGHT, made)


def names(colours: Colours) -> dict[str, str]:
    """Every colour of a scheme with the name that it has there."""
    listed = [(field.name, getattr(colours, field.name)) for field in fields(colours)]
    return {colour: name for name, colour in listed if colour not in _PAPER}


def colours_of(widget: QWidget) -> set[str]:
    """The colours in which more of a widget is painted than the edges of letters."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "BMP")
    picture = Image.open(BytesIO(bytes(buffer.data().data()))).convert("RGB")
    pixels = picture.tobytes()
    counted = Counter(pixels[place : place + 3] for place in range(0, len(pixels), 3))
    return {f"#{pixel.hex()}" for pixel, count in counted.items() if count > _FEW}


def test_nothing_keeps_the_colours_of_before(
    qtbot: QtBot, application: QApplication, latihan: Office
) -> None:
    with at_work(qtbot, latihan, Periode(2025, 3)) as clerk:
        clerk.window.resize(1366, 768)
        for _ in walk(clerk, PAGES):
            pass
        style.wear(DARK, application)
        light = {key: name for key, name in names(LIGHT).items() if key not in names(DARK)}
        left = {
            f"{where}: {light[colour]}"
            for where in walk(clerk, PAGES)
            for colour in colours_of(clerk.window) & light.keys()
        }
        assert "\n".join(sorted(left)) == ""
