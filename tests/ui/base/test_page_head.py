"""Title, buttons and help of a page: one line where there is room, else the buttons go below."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.base.page_head import PageHead


@pytest.fixture
def head(qtbot: QtBot) -> Iterator[PageHead]:
    holder = QWidget()
    qtbot.addWidget(holder)
    title, help_button = QLabel("Dokumen"), QToolButton()
    made = PageHead(title, help_button)
    holder.setLayout(made)
    for text in ("Cetak…", "Simpan PDF…", "Simpan Word…", "Simpan XLSX…", "Jadikan final…"):
        made.addWidget(QPushButton(text))
    holder.resize(1000, 40)
    holder.show()
    yield made
    holder.close()


def widget(head: PageHead, place: int) -> QWidget:
    item = head.itemAt(place)
    assert item is not None
    found = item.widget()
    assert found is not None
    return found


def buttons(head: PageHead) -> list[QWidget]:
    return [widget(head, place) for place in range(1, head.count() - 1)]


def widen(head: PageHead, width: int) -> None:
    holder = head.parentWidget()
    assert holder is not None
    holder.resize(width, head.heightForWidth(width))
    head.activate()


def test_all_stand_in_one_line_where_there_is_room(head: PageHead) -> None:
    widen(head, 1000)
    places = [one.geometry() for one in buttons(head)]
    assert len({place.center().y() for place in places}) == 1
    assert [place.left() for place in places] == sorted(place.left() for place in places)
    help_place = widget(head, head.count() - 1).geometry()
    assert places[-1].right() < help_place.left()
    assert help_place.right() == head.contentsRect().right()


def test_the_buttons_go_below_where_there_is_none(head: PageHead) -> None:
    """Nothing is cut off: every button keeps its width, in as many lines as it takes."""
    widen(head, 300)
    title = widget(head, 0).geometry()
    places = [one.geometry() for one in buttons(head)]
    assert all(place.top() > title.bottom() for place in places)
    assert len({place.top() for place in places}) > 1
    assert all(place.left() >= 0 and place.right() <= 300 for place in places)
    assert all(one.width() == one.sizeHint().width() for one in buttons(head))
    lines = {place.top(): place.right() for place in places}
    assert set(lines.values()) == {head.contentsRect().right()}, "they end where the page does"


def test_it_asks_for_no_more_than_its_widest_button(head: PageHead) -> None:
    widest = max(one.minimumSizeHint().width() for one in buttons(head))
    title, help_button = widget(head, 0), widget(head, head.count() - 1)
    beside = title.minimumSizeHint().width() + help_button.sizeHint().width()
    assert head.minimumSize().width() <= max(widest, beside + 8)
    assert head.sizeHint().width() > sum(one.sizeHint().width() for one in buttons(head))


def test_hidden_buttons_take_no_room(head: PageHead) -> None:
    high = head.heightForWidth(300)
    for one in buttons(head)[1:]:
        one.hide()
    assert head.heightForWidth(300) < high
    for one in buttons(head):
        one.hide()
    widen(head, 60)
    assert head.heightForWidth(60) == head.heightForWidth(300)


def test_a_button_can_be_put_first_and_taken_out(head: PageHead) -> None:
    first = QPushButton("Buat murni…")
    head.insertWidget(0, first)
    first.show()
    assert buttons(head)[0] is first
    widen(head, 1200)
    assert first.geometry().right() < buttons(head)[1].geometry().left()
    head.removeWidget(first)
    assert first not in buttons(head)
    assert head.itemAt(99) is None
    assert head.takeAt(99) is None
