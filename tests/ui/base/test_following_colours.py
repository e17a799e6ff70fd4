"""The window follows the system's colours while it is open."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.colours import DARK, LIGHT
from kinerja_desktop.ui.base.toned_text import TonedText
from kinerja_desktop.ui.lkjip.highlighter import MarkdownHighlighter
from kinerja_desktop.ui.shell.application import make_application


@pytest.fixture
def application(qapp: QApplication) -> Iterator[QApplication]:
    made = make_application()
    style.wear(LIGHT, made)
    yield made
    style.wear(LIGHT, made)


def test_names_and_palette_are_those_of_the_scheme(application: QApplication) -> None:
    style.wear(DARK, application)
    assert (style.INK, style.PAPER, style.worn()) == (DARK.ink, DARK.paper, DARK)
    assert style.shade("GOOD_SOFT") == style.KATEGORI["baik"] == DARK.good_soft
    assert application.palette().color(QPalette.ColorRole.Base) == QColor(DARK.paper)


def test_a_window_follows_with_what_stands_over_it(application: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    over = QDialog(window)
    style.dress(over)
    assert LIGHT.danger in window.styleSheet()
    style.wear(DARK, application)
    assert DARK.danger in window.styleSheet()
    assert not over.styleSheet()
    words = QLabel("Gagal", over)
    style.set_tone(words, "bahaya")
    words.ensurePolished()
    assert words.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.danger)


def test_a_foreign_window_keeps_its_own(application: QApplication, qtbot: QtBot) -> None:
    window = QWidget()
    window.setStyleSheet("color: red")
    style.wear(DARK, application)
    assert window.styleSheet() == "color: red"


def test_what_is_worn_is_not_put_on_again(application: QApplication, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(style.look.changed):
        style.wear(LIGHT, application)
    with qtbot.waitSignal(style.look.changed):
        style.wear(DARK, application)


def test_an_icon_that_is_there_takes_the_other_colour(application: QApplication) -> None:
    follows, fixed = style.icon("dokumen"), style.icon("dokumen", "#123456")
    assert shown(follows) == LIGHT.ink
    style.wear(DARK, application)
    assert shown(follows) == DARK.ink
    assert shown(fixed) == "#123456"
    assert shown(style.icon("centang", "ON_ACCENT")) == DARK.on_accent


def shown(icon: QIcon, mode: QIcon.Mode = QIcon.Mode.Normal) -> str:
    """Return the colour of which most of an icon is made."""
    image = icon.pixmap(QSize(48, 48), mode).toImage()
    pixels = [image.pixelColor(x, y) for x in range(48) for y in range(48)]
    names = [pixel.name() for pixel in pixels if pixel.alpha() == 255]
    return max(set(names), key=names.count)


def test_a_disabled_icon_steps_back_as_its_words_do(application: QApplication) -> None:
    style.wear(DARK, application)
    assert shown(style.icon("centang", "ON_ACCENT"), QIcon.Mode.Disabled) == DARK.muted


def test_a_label_that_tells_a_state_follows(application: QApplication, qtbot: QtBot) -> None:
    label = QLabel("Gagal")
    qtbot.addWidget(label)
    style.set_tone(label, "bahaya")
    label.show()
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(LIGHT.danger)
    style.wear(DARK, application)
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.danger)
    style.set_tone(label, "baik")
    assert label.palette().color(QPalette.ColorRole.WindowText) == QColor(DARK.good)


def test_a_label_measures_itself_again_with_its_tone(
    application: QApplication, qtbot: QtBot
) -> None:
    label = QLabel("Rata-rata")
    qtbot.addWidget(label)
    label.ensurePolished()
    bare = label.sizeHint().width()
    style.set_tone(label, "baik", "kategori")
    # The sheet puts ten pixels on each side.
    assert label.sizeHint().width() >= bare + 20


def test_a_text_is_read_again_and_stays_where_it_was(
    application: QApplication, qtbot: QtBot
) -> None:
    text = TonedText()
    qtbot.addWidget(text)
    text.resize(200, 100)
    text.show()
    text.setHtml('<p class="ingat">Kurang</p>' + "<p>baris</p>" * 50)
    text.verticalScrollBar().setValue(40)
    style.wear(DARK, application)
    block = text.document().begin()
    found = block.begin().fragment().charFormat().foreground().color()
    assert found == QColor(DARK.warning)
    assert text.verticalScrollBar().value() == 40


def test_signs_of_a_text_being_written_follow(application: QApplication, qtbot: QtBot) -> None:
    text = QPlainTextEdit()
    qtbot.addWidget(text)
    text.setPlainText("- butir")
    highlighter = MarkdownHighlighter(text.document())
    highlighter.rehighlight()
    style.wear(DARK, application)
    (first, *_) = text.document().begin().layout().formats()
    assert first.format.foreground().color() == QColor(DARK.accent)


def test_the_system_is_asked_at_its_signal(
    application: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints = application.styleHints()
    hints.setColorScheme(Qt.ColorScheme.Dark)
    try:
        style.follow_system()
        assert style.worn() is (DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT)
    finally:
        hints.unsetColorScheme()
    style.follow_system()
    assert style.worn() is LIGHT
