from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.paper.preview import LEBAR, SATU, PdfPreview
from tests.ui.paper.pdf_pages import A4, F4, F4_ACROSS, make_pdf

CONTROL = Qt.KeyboardModifier.ControlModifier
THREE = make_pdf(F4, F4_ACROSS, F4)


@pytest.fixture
def preview(qtbot: QtBot) -> Iterator[PdfPreview]:
    widget = PdfPreview()
    qtbot.addWidget(widget)
    widget.resize(600, 500)
    with qtbot.waitExposed(widget):
        widget.show()
    yield widget
    widget.close()


def test_a_sentence_stands_where_there_is_no_document(preview: PdfPreview) -> None:
    preview.show_message("Belum ada SOP yang dijalankan.")
    assert preview.message.isVisible()
    assert preview.message.text() == "Belum ada SOP yang dijalankan."
    assert not preview.zoom.isEnabled()
    assert preview.page_label.text() == ""
    assert not preview.next.isEnabled()


def test_the_bytes_that_are_shown_are_kept_as_they_are(preview: PdfPreview) -> None:
    preview.show_pdf(THREE)
    assert preview.pdf == THREE
    assert preview.view.isVisible()
    assert preview.page_label.text() == "Halaman 1 dari 3"


def test_the_buttons_turn_the_pages_to_the_last_and_back(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.show_pdf(THREE)
    assert not preview.previous.isEnabled()
    for expected in ("Halaman 2 dari 3", "Halaman 3 dari 3"):
        qtbot.mouseClick(preview.next, Qt.MouseButton.LeftButton)
        assert preview.page_label.text() == expected
    assert not preview.next.isEnabled()
    qtbot.mouseClick(preview.previous, Qt.MouseButton.LeftButton)
    assert preview.page_label.text() == "Halaman 2 dari 3"


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.NoModifier, CONTROL])
@pytest.mark.parametrize("zoom", [LEBAR, SATU, "200%"])
def test_home_and_end_go_to_the_first_and_the_last_page(
    qtbot: QtBot, preview: PdfPreview, modifier: Qt.KeyboardModifier, zoom: str
) -> None:
    preview.show_pdf(THREE)
    preview.zoom.setCurrentText(zoom)
    preview.setFocus()
    bar = preview.view.verticalScrollBar()
    qtbot.keyClick(preview.view, Qt.Key.Key_End, modifier)
    assert preview.page_label.text() == "Halaman 3 dari 3"
    assert bar.value() == bar.maximum()
    qtbot.keyClick(preview.view, Qt.Key.Key_Home, modifier)
    assert preview.page_label.text() == "Halaman 1 dari 3"
    assert bar.value() == 0


def test_home_and_end_are_left_to_others_where_there_is_no_document(
    qtbot: QtBot, preview: PdfPreview
) -> None:
    preview.show_message("Sedang menyusun…")
    for key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        pressed = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(preview, pressed)
        assert not pressed.isAccepted()


def test_scrolling_turns_the_page_number(preview: PdfPreview) -> None:
    preview.show_pdf(THREE)
    bar = preview.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert preview.page_label.text() == "Halaman 3 dari 3"


def test_a_new_version_keeps_the_page_and_a_shorter_one_its_last(preview: PdfPreview) -> None:
    preview.show_pdf(THREE)
    preview.go_to(1)
    preview.show_pdf(make_pdf(F4, F4, F4))
    assert preview.page_label.text() == "Halaman 2 dari 3"
    preview.show_pdf(make_pdf(A4))
    assert preview.page_label.text() == "Halaman 1 dari 1"


def test_another_document_begins_at_its_first_page(preview: PdfPreview) -> None:
    preview.forget_place()
    preview.show_pdf(THREE)
    preview.go_to(2)
    preview.forget_place()
    preview.show_pdf(make_pdf(F4, F4, F4))
    assert preview.page_label.text() == "Halaman 1 dari 3"


def test_a_page_that_is_not_there_is_not_gone_to(preview: PdfPreview) -> None:
    preview.show_pdf(THREE)
    preview.go_to(7)
    assert preview.page_label.text() == "Halaman 1 dari 3"


def test_the_zoom_fits_the_width_the_page_or_a_percentage(preview: PdfPreview) -> None:
    preview.show_pdf(THREE)
    assert preview.zoom.currentText() == LEBAR
    preview.zoom.setCurrentText(SATU)
    assert preview.view.zoomMode() == QPdfView.ZoomMode.FitInView
    preview.zoom.setCurrentText("150%")
    assert preview.view.zoomMode() == QPdfView.ZoomMode.Custom
    assert preview.view.zoomFactor() == 1.5
    preview.zoom.setCurrentText(LEBAR)
    assert preview.view.zoomMode() == QPdfView.ZoomMode.FitToWidth


def test_ctrl_plus_and_minus_zoom_in_steps_and_stop_at_the_ends(
    qtbot: QtBot, preview: PdfPreview
) -> None:
    preview.show_pdf(THREE)
    preview.activateWindow()
    preview.view.setFocus()
    qtbot.waitUntil(preview.view.hasFocus)
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(preview.view, Qt.Key.Key_Plus, control)
    assert preview.zoom.currentText() == "100%"
    qtbot.keyClick(preview.view, Qt.Key.Key_Plus, control)
    assert preview.zoom.currentText() == "125%"
    for _ in range(9):
        qtbot.keyClick(preview.view, Qt.Key.Key_Minus, control)
    assert preview.zoom.currentText() == "50%"


def test_the_view_does_not_own_its_document(preview: PdfPreview) -> None:
    assert preview.document.parent() is preview
    assert preview.view.document() is preview.document


def test_no_scroll_bar_comes_and_goes_with_the_page_that_is_fitted(preview: PdfPreview) -> None:
    """One that does makes the page smaller, is not needed then, and so on without end."""
    policy = Qt.ScrollBarPolicy
    view = preview.view
    for text in (LEBAR, SATU):
        preview.zoom.setCurrentText(text)
        assert view.verticalScrollBarPolicy() == policy.ScrollBarAlwaysOn
        assert view.horizontalScrollBarPolicy() == policy.ScrollBarAlwaysOff
    preview.zoom.setCurrentText("200%")
    assert view.horizontalScrollBarPolicy() == policy.ScrollBarAsNeeded


def test_a_narrow_preview_says_less_and_cuts_nothing(qtbot: QtBot, preview: PdfPreview) -> None:
    """In the LKjIP at 150 % it read *Halaman :* and *Perbesara*."""
    preview.show_pdf(THREE)
    # As in the LKjIP, where it gives way to the text.
    preview.setMinimumWidth(1)
    for width, place, has_caption, has_zoom in (
        (600, "Halaman 1 dari 3", True, True),
        (330, "Halaman 1 dari 3", False, True),
        (250, "1/3", False, True),
        (150, "1/3", False, False),
        (600, "Halaman 1 dari 3", True, True),
    ):
        preview.resize(width, 500)
        qtbot.wait(20)
        assert preview.page_label.text() == place, width
        assert preview.caption.isVisible() is has_caption, width
        assert preview.zoom.isVisible() is has_zoom, width
        for part in (preview.page_label, preview.caption, preview.zoom):
            assert not part.isVisible() or part.width() >= part.sizeHint().width(), width


@pytest.mark.parametrize("page", [0, 1, 2])
def test_the_page_stays_when_it_is_enlarged(preview: PdfPreview, page: int) -> None:
    preview.show_pdf(THREE)
    preview.go_to(page)
    for step in (1, 1, -1):
        preview._step_zoom(step)
        assert preview.view.pageNavigator().currentPage() == page


def test_ctrl_with_the_wheel_enlarges(qtbot: QtBot, preview: PdfPreview) -> None:
    preview.show_pdf(THREE)

    def turn(amount: int, held: Qt.KeyboardModifier) -> None:
        none, middle = Qt.MouseButton.NoButton, QPointF(preview.view.viewport().rect().center())
        event = QWheelEvent(
            middle, middle, QPoint(), QPoint(0, amount), none, held,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(preview.view.viewport(), event)

    turn(120, Qt.KeyboardModifier.ControlModifier)
    assert preview.zoom.currentText() == "100%"
    turn(120, Qt.KeyboardModifier.ControlModifier)
    enlarged = preview.view.zoomFactor()
    assert enlarged > 1
    turn(120, Qt.KeyboardModifier.NoModifier)
    assert preview.view.zoomFactor() == enlarged
    turn(-120, Qt.KeyboardModifier.ControlModifier)
    assert preview.view.zoomFactor() == 1
