"""The SOP table on screen: geometry, choice by keyboard and mouse, and what is painted."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.sop.formulir import Bacaan
from kinerja_desktop.domain.sop.model import KANTOR, Sop
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import Kasus, read_case, record_kejadian
from kinerja_desktop.services.sop.library import SEEDS, read_seed
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.sop.sop_table import SopTable
from kinerja_desktop.ui.sop.table_content import FROZEN, TableContent, build_content
from kinerja_desktop.ui.sop.table_geometry import PAD, lay_out
from tests.services.sop.office import KEMBALIKAN, PENGUMPULAN, SELESAI, do, give_sop, start

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

WIDE, NARROW = 1126.0, 640.0


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    make_application()


@pytest.fixture
def font() -> QFont:
    return QFont(style.FAMILY, 9)


def content_of(name: str, kasus: Kasus | None = None) -> TableContent:
    return build_content(read_seed(name), Bacaan.TERCETAK, kasus)


def words_of(content: TableContent, row: int, column: int) -> str:
    return "".join(run.text for run in content.rows[row].cells[column])


def show(qtbot: QtBot, content: TableContent, width: int = 1100, height: int = 500) -> SopTable:
    table = SopTable()
    qtbot.addWidget(table)
    table.resize(width, height)
    table.set_content(content)
    with qtbot.waitExposed(table):
        table.show()
    return table


@pytest.mark.parametrize("name", SEEDS)
@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_every_cell_holds_its_words_and_every_line_ends_at_a_symbol(
    name: str, width: float, font: QFont
) -> None:
    content = content_of(name)
    geometry = lay_out(content, font, width)
    for words, (top, bottom) in zip(geometry.cells, pairwise(geometry.rows), strict=True):
        assert max(text.height for text in words) + 2 * PAD <= bottom - top
    for shape in geometry.tata.bentuk:
        column = geometry.find_column(shape.x)
        assert column is not None
        assert shape.x == pytest.approx(sum(geometry.columns[column : column + 2]) / 2)
        row = geometry.find_row(shape.y)
        assert row is not None
        assert shape.y == pytest.approx(sum(geometry.rows[row : row + 2]) / 2)
    for line in geometry.tata.garis:
        x, y = line.titik[-1]
        ends = [
            shape
            for shape in geometry.tata.bentuk
            if shape.kiri - 0.01 <= x <= shape.kanan + 0.01
            and shape.atas - 0.01 <= y <= shape.bawah + 0.01
        ]
        assert ends, line


def test_a_table_that_fits_does_not_scroll_sideways(qtbot: QtBot) -> None:
    table = show(qtbot, content_of("lumajang_pengukuran_2024"))
    assert table.horizontalScrollBar().maximum() == 0
    assert table.verticalScrollBar().maximum() > 0


def test_no_word_of_a_head_is_broken(font: QFont) -> None:
    content = content_of("candipuro_pengukuran_2024")
    geometry = lay_out(content, font, NARROW)
    heads = {head.column: head for head in geometry.heads if head.box.top() > 0}
    # One word takes one line, whatever the window.
    one_line = heads[FROZEN].words.height
    secretary = next(n for n, column in enumerate(content.columns) if column.head == "Sekretaris")
    assert heads[secretary].words.height == one_line


def test_printed_words_stay_as_they_are() -> None:
    content = content_of("lumajang_pengukuran_2024")
    assert [words_of(content, row, 0) for row in (3, 4)] == ["4", "4"]
    candipuro = content_of("candipuro_pengukuran_2024")
    assert words_of(candipuro, 9, 1).startswith("(kosong pada sumber)")
    source = replace(read_seed("candipuro_pengukuran_2024"), asal=KANTOR)
    own = build_content(source, Bacaan.TERCETAK)
    assert words_of(own, 9, 1).startswith("(belum diisi)")
    assert words_of(candipuro, 0, 1) == (
        "Camat memerintahkan Sekretaris untuk melakukan pengukuran kinerja"
    )


def test_what_was_deduced_is_marked_until_confirmed() -> None:
    sop = read_seed("lumajang_pengukuran_2024")
    assert words_of(content_of("lumajang_pengukuran_2024"), 7, 1).endswith(
        "(pelaksana dan keputusan disimpulkan)"
    )
    step = sop.get_langkah(8)
    assert step.keputusan is not None
    confirmed = replace(
        step,
        peran=tuple(replace(part, dikonfirmasi=True) for part in step.peran),
        keputusan=replace(step.keputusan, dikonfirmasi=True),
    )
    whole: Sop = replace(sop, langkah=(*sop.langkah[:7], confirmed, *sop.langkah[8:]))
    shown = words_of(build_content(whole, Bacaan.TERCETAK), 7, 1)
    assert shown == "Melakukan koreksi atas draft Pengukuran Kinerja"


def test_what_really_happened_stands_beside_the_form(office: Office) -> None:
    give_sop(office)
    case_id = start(office, PENGUMPULAN)
    do(office, case_id, *[SELESAI] * 4)
    record_kejadian(office, case_id, KEMBALIKAN, 5, "rekap kurang", pelaku="Sekretaris")
    case = read_case(office, case_id)
    content = build_content(case.sop.sop, Bacaan.TERCETAK, case)
    status, who = len(content.columns) - 2, len(content.columns) - 1
    assert words_of(content, 0, status) == (
        "Selesai\nMulai 15-01-2025 09.00\nSelesai 15-01-2025 09.00\nNyata 0 menit, baku 5 menit"
    )
    assert words_of(content, 3, status).startswith(
        "Sedang berjalan\nTiba 15-01-2025 09.00\nTenggat"
    )
    assert words_of(content, 3, who) == "Putaran 2\nPutaran 1: selesai"
    assert words_of(content, 4, who) == "Oleh Sekretaris\nPutaran 1\nAlasan: rekap kurang"
    assert words_of(content, 6, status) == "Belum"
    assert [row.is_current for row in content.rows] == [n == 3 for n in range(7)]
    assert words_of(content, 3, 0) == "4\n▶"
    assert content.rows[3].words.startswith("4, ▶; Mempersiapkan")


def test_a_step_is_chosen_by_keyboard_and_mouse(qtbot: QtBot) -> None:
    table = show(qtbot, content_of("lumajang_pengukuran_2024"))
    chosen: list[int] = []
    opened: list[int] = []
    table.chosen.connect(chosen.append)
    table.opened.connect(opened.append)
    keys = Qt.Key
    for key in (
        keys.Key_Down, keys.Key_End, keys.Key_Down, keys.Key_PageUp,
        keys.Key_Home, keys.Key_PageDown, keys.Key_Up, keys.Key_Return,
    ):  # fmt: skip
        QTest.keyClick(table, key)
    assert chosen == [2, 12, 8, 1, 5, 4]
    assert opened == [4]
    assert "Mempersiapkan data Kinerja" in table.accessibleDescription()
    place = row_box(table, 5).center().toPoint()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, place.y()))
    assert table.sequence == 5
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, place.y()))
    assert opened == [4, 5]
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 5))
    QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(300, 5))
    QTest.keyClick(table, Qt.Key.Key_A)
    assert (table.sequence, opened) == (5, [4, 5])


def test_the_chosen_step_is_always_in_sight(qtbot: QtBot) -> None:
    table = show(qtbot, content_of("pasrujambe_pengumpulan_2018"), height=300)
    for sequence in (13, 1, 7):
        table.choose(sequence)
        box = row_box(table, sequence)
        assert box.top() >= 0
        assert box.bottom() <= table.viewport().height() + 1


def test_the_chosen_step_stays_in_sight_when_the_table_becomes_smaller(qtbot: QtBot) -> None:
    """The card above a case grows after the table was shown; the step that waits went below."""
    table = show(qtbot, content_of(SEEDS[0]), height=600)
    table.choose(5)
    table.resize(900, 260)
    qtbot.wait(20)
    assert table.content is not None
    geometry = lay_out(table.content, table.font(), table.viewport().width() - 1)
    place, room = table.verticalScrollBar().value(), table.verticalScrollBar().pageStep()
    assert place <= geometry.rows[4] + 1
    assert geometry.rows[5] <= place + room + 1


def test_the_table_scrolls_sideways_under_the_first_two_columns(qtbot: QtBot) -> None:
    table = show(qtbot, content_of("candipuro_pengukuran_2024"), width=640)
    before = table.grab().toImage()
    QTest.keyClick(table, Qt.Key.Key_Right)
    assert table.horizontalScrollBar().value() == 60
    after = table.grab().toImage()
    assert same(before, after, range(5, 150))
    assert not same(before, after, range(300, 600))
    QTest.keyClick(table, Qt.Key.Key_Left)
    assert table.horizontalScrollBar().value() == 0


def row_box(table: SopTable, sequence: int) -> QRectF:
    """Where a step lies in the viewport."""
    geometry = table._geometry
    assert geometry is not None
    top, bottom = geometry.rows[sequence - 1 : sequence + 1]
    shift = geometry.head_height - table.verticalScrollBar().value()
    return QRectF(0, top + shift, geometry.width, bottom - top)


def same(before: QImage, after: QImage, columns: range) -> bool:
    """Whether two pictures agree in some columns of pixels, scroll bar and frame left out."""
    return all(before.pixel(x, y) == after.pixel(x, y) for x in columns for y in range(5, 200, 3))


def test_the_current_step_is_filled_and_has_a_bar(qtbot: QtBot, office: Office) -> None:
    give_sop(office)
    case = read_case(office, start(office, PENGUMPULAN))
    table = show(qtbot, build_content(case.sop.sop, Bacaan.TERCETAK, case), width=1300)
    table.show_current()
    assert table.sequence == 1
    picture = table.grab().toImage()
    y = round(row_box(table, 1).top() + 20) + 1
    colours = {picture.pixelColor(x, y).name() for x in range(2, 6)}
    assert style.ACCENT in colours
    assert picture.pixelColor(30, y + 3) == QColor(style.ACCENT_SOFT)


def test_an_open_usulan_is_told_where_the_pointer_rests(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = show(qtbot, content_of("candipuro_pengukuran_2024"))
    table.choose(10)
    y = round(row_box(table, 10).center().y())
    hint = table.hint_at(QPoint(80, y))
    assert hint.startswith("Usulan: ")
    assert "surat pengantar" in hint
    assert table.hint_at(QPoint(80, 3)) == ""
    assert table.hint_at(QPoint(500, y)) == ""
    assert table.hint_at(QPoint(5000, y)) == ""
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda place, text, widget: shown.append(text))
    place = QPoint(80, y)
    QApplication.sendEvent(
        table.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, place, table.mapToGlobal(place))
    )
    assert shown == [hint]


def test_an_empty_table_takes_keys_and_clicks(qtbot: QtBot) -> None:
    table = SopTable()
    qtbot.addWidget(table)
    with qtbot.waitExposed(table):
        table.show()
    table.show_current()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPointF(5, 5).toPoint())
    assert table.sequence == 0
    assert table.hint_at(QPoint(5, 5)) == ""
    assert table.sizeHint().width() > 0


def test_another_sop_with_fewer_steps_begins_at_its_first(qtbot: QtBot) -> None:
    table = show(qtbot, content_of("pasrujambe_pengumpulan_2018"))
    table.choose(13)
    table.set_content(content_of("lumajang_pengumpulan"))
    assert table.sequence == 1
    table.choose(3)
    table.set_content(content_of("lumajang_perencanaan_2022"))
    assert table.sequence == 3


# -- what really happened stays in sight


def case_content(office: Office) -> TableContent:
    give_sop(office)
    case_id = start(office, PENGUMPULAN)
    do(office, case_id, *[SELESAI] * 3)
    case = read_case(office, case_id)
    return build_content(case.sop.sop, Bacaan.TERCETAK, case)


def status_is_painted(table: SopTable) -> bool:
    """Whether the ground of the two last heads reaches to the right edge of the window."""
    image = table.viewport().grab().toImage()
    width = table.viewport().width()
    return image.pixelColor(width - 6, 3) == QColor(style.ACCENT_SOFT)


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_the_status_stays_in_sight_at_every_scale(
    qtbot: QtBot, office: Office, scale: float
) -> None:
    """On 1366×768, beside the navigation of 208 pixels and the margins of the page."""
    table = show(qtbot, case_content(office), int(1366 / scale) - 208 - 48, 300)
    bar = table.horizontalScrollBar()
    for value in (0, bar.maximum() // 2, bar.maximum()):
        bar.setValue(value)
        assert status_is_painted(table)
        assert table._geometry is not None
        kept = table._list_areas(table._geometry)[-1]
        if bar.maximum():
            assert [table._content.columns[n].head for n in kept.columns] == [  # type: ignore[union-attr]
                "Status dan waktu", "Oleh, putaran, bukti",
            ]  # fmt: skip
            assert kept.right - kept.left >= 200
            assert kept.right == table.viewport().width()


def test_a_very_narrow_window_shows_the_form_first(qtbot: QtBot, office: Office) -> None:
    table = show(qtbot, case_content(office), 420, 300)
    assert table._geometry is not None
    assert not table._list_areas(table._geometry)[-1].columns
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    assert status_is_painted(table)
