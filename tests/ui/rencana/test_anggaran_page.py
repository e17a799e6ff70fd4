"""Anggaran: amounts at the lowest lines, sums above them, lines from the nomenklatur."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.awal.setup import read_nomenklatur
from kinerja_desktop.services.awal.siklus import REALISASI_ANGGARAN
from kinerja_desktop.services.kantor.data_entry import add_row, fill_cells, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.pick_dialog import PickDialog
from kinerja_desktop.ui.pengaturan.page import PengaturanPage
from kinerja_desktop.ui.rencana.anggaran_page import AnggaranPage
from kinerja_desktop.ui.rencana.budget_grid import TOTAL
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.services.kantor.small import TAHUN, fill_kantor
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
LINES = (
    ("7.01.01", "program", None),
    ("7.01.01.2.01", "kegiatan", "7.01.01"),
    ("7.01.01.2.01.0001", "sub_kegiatan", "7.01.01.2.01"),
    ("7.01.01.2.01.0002", "sub_kegiatan", "7.01.01.2.01"),
)


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    found = fill_kantor(office)
    for kode, jenis, induk in LINES:
        parent = found[induk] if induk else None
        values = {"kode": kode, "nama": f"Nama {kode}", "jenis": jenis, "induk_id": parent}
        found[kode] = add_row(office, "mata_anggaran", values)
    return found


@pytest.fixture
def window(qtbot: QtBot, office: Office, ids: dict[str, UUID]) -> Iterator[MainWindow]:
    with open_window(qtbot, office, (AnggaranPage,)) as opened:
        yield opened


@pytest.fixture
def page(window: MainWindow) -> AnggaranPage:
    found = current_page(window)
    assert isinstance(found, AnggaranPage)
    return found


def type_amount(page: AnggaranPage, key: UUID, column: str, text: str) -> None:
    grid = page.budget.grid
    grid.table.setFocus()
    grid.table.setCurrentIndex(grid.model.find(key, column))
    QTest.keyClicks(grid.table, text[:1])
    editor = grid.table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, text[1:])
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.qWait(5)


def shown(page: AnggaranPage, key: object, column: str) -> str:
    return str(page.budget.grid.model.find(key, column).data())


@pytest.mark.parametrize(
    ("periode", "column"), [(Periode(TAHUN), "tahunan"), (Periode(TAHUN, 2), "tw2")]
)
def test_who_is_led_to_what_was_spent_types_no_pagu_over(
    page: AnggaranPage, ids: dict[str, UUID], window: MainWindow, qtbot: QtBot,
    periode: Periode, column: str,
) -> None:  # fmt: skip
    lines = [ids[kode] for kode, jenis, _ in LINES if jenis == "sub_kegiatan"]
    for key in lines:
        type_amount(page, key, "murni", "1000000")
    type_amount(page, lines[0], column, "5")
    window.context.set_periode(periode)
    settle(qtbot, window)
    # The cursor stands in the pagu when the guide of Beranda leads here.
    page.budget.grid.table.setCurrentIndex(page.budget.grid.model.find(lines[1], "murni"))
    window.open_page("anggaran", REALISASI_ANGGARAN)
    settle(qtbot, window)
    assert window.focusWidget() is page.budget.grid.table
    current = page.budget.grid.table.currentIndex()
    assert page.budget.grid.current_key() == lines[1]
    assert page.budget.grid.model.column_key(current) == column


def test_amounts_are_typed_at_the_bottom_and_summed_upward(
    page: AnggaranPage, ids: dict[str, UUID], window: MainWindow, qtbot: QtBot
) -> None:
    # 100.000.000 + 50.000.000 of pagu, 75.000.000 spent: serapan 50 %.
    first, second = ids["7.01.01.2.01.0001"], ids["7.01.01.2.01.0002"]
    type_amount(page, first, "murni", "100.000.000")
    type_amount(page, second, "murni", "Rp50.000.000,00")
    type_amount(page, first, "tw1", "75000000")
    settle(qtbot, window)
    for key in (ids["7.01.01.2.01"], ids["7.01.01"], TOTAL):
        assert shown(page, key, "murni").removesuffix(",00") == "150.000.000"
        assert shown(page, key, "tahunan") == "75.000.000"
        assert shown(page, key, "serapan") == "50,00%"
    assert shown(page, second, "serapan") == "–"
    window.top.undo_action.trigger()
    settle(qtbot, window)
    assert shown(page, TOTAL, "tahunan") == "–"


def test_no_amount_is_cut_however_long_it_is(
    page: AnggaranPage, ids: dict[str, UUID], window: MainWindow, qtbot: QtBot
) -> None:
    """Sen too: SIPD gives such; the sum is bold, and longer than what it is the sum of."""
    table, model = page.budget.grid.table, page.budget.grid.model
    first, second = ids["7.01.01.2.01.0001"], ids["7.01.01.2.01.0002"]
    column = model.find(first, "murni").column()
    before = table.columnWidth(column)
    type_amount(page, first, "murni", "999.999.999.999,50")
    type_amount(page, second, "murni", "100.000.000.000,25")
    settle(qtbot, window)
    assert shown(page, TOTAL, "murni") == "1.099.999.999.999,75"
    font = QFont(table.font())
    font.setBold(True)
    room = QFontMetrics(font).horizontalAdvance(shown(page, TOTAL, "murni"))
    assert table.columnWidth(column) >= room + 8
    window.top.undo_action.trigger()
    window.top.undo_action.trigger()
    settle(qtbot, window)
    assert table.columnWidth(column) == before


def test_sums_cannot_be_typed_over(page: AnggaranPage, ids: dict[str, UUID]) -> None:
    model = page.budget.grid.model
    assert not model.is_editable(model.find(ids["7.01.01"], "murni"))
    assert not model.is_editable(model.find(TOTAL, "murni"))
    assert model.is_editable(model.find(ids["7.01.01.2.01.0001"], "murni"))


def test_the_year_is_the_sum_of_its_triwulan(
    page: AnggaranPage, ids: dict[str, UUID], window: MainWindow, qtbot: QtBot
) -> None:
    key, model = ids["7.01.01.2.01.0001"], page.budget.grid.model
    assert model.is_editable(model.find(key, "tahunan"))
    type_amount(page, key, "tahunan", "40")
    type_amount(page, key, "tw1", "7")
    settle(qtbot, window)
    assert shown(page, key, "tahunan") == "7"
    assert not model.is_editable(model.find(key, "tahunan"))


def test_a_block_of_amounts_goes_over_the_headings(
    page: AnggaranPage, ids: dict[str, UUID], office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    grid = page.budget.grid
    grid.table.setFocus()
    grid.table.setCurrentIndex(grid.model.find(ids["7.01.01.2.01.0001"], "murni"))
    QGuiApplication.clipboard().setText("1.000\t2.000\n3.000\t4.000")
    QTest.keySequence(grid.table, "Ctrl+V")
    settle(qtbot, window)
    assert shown(page, TOTAL, "murni") == "4.000"
    assert shown(page, TOTAL, "perubahan") == "6.000"


def test_what_is_no_amount_is_refused(page: AnggaranPage, ids: dict[str, UUID]) -> None:
    type_amount(page, ids["7.01.01.2.01.0001"], "murni", "banyak")
    assert "'banyak' bukan angka" in page.budget.grid.line.text()


def test_an_own_amount_above_others_is_pointed_out(
    page: AnggaranPage, ids: dict[str, UUID], office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    where = {"mata_anggaran_id": ids["7.01.01"], "tahun": 2025}
    fill_cells(office, "pagu", [(where, "murni", Decimal(9))])
    settle(qtbot, window)
    page.budget.grid.table.setCurrentIndex(page.budget.grid.model.find(ids["7.01.01"], "murni"))
    assert "tidak dihitung" in page.budget.grid.note.text()


def test_the_dates_of_dpa_and_dppa_are_kept_when_left(
    page: AnggaranPage,
    ids: dict[str, UUID],
    office: Office,
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda _, error: told.append(error.message))
    line = page.budget.dates.lines["tanggal_murni"]

    def write(text: str) -> None:
        line.setFocus()
        line.selectAll()
        QTest.keyClicks(line, text)
        line.clearFocus()
        settle(qtbot, window)

    write("2 Januari 2025")
    assert told == ["Belum ada pagu 2025."]
    assert line.text() == ""
    type_amount(page, ids["7.01.01.2.01.0001"], "murni", "5")
    write("kemarin")
    assert "kemarin" in line.reading.text()
    write("2 Januari 2025")
    assert line.reading.text() == "Kamis, 2 Januari 2025"
    assert line.text() == "02-01-2025"
    assert [row["tanggal_murni"] for row in list_rows(office, "pagu")] == [date(2025, 1, 2)]


def test_lines_are_taken_from_the_nomenklatur(
    page: AnggaranPage,
    office: Office,
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wanted = next(row for row in read_nomenklatur() if row.kode_program == "7.01.03")

    def pick(dialog: PickDialog) -> int:
        QTest.keyClicks(dialog.search, wanted.kode_sub_kegiatan)
        visible = [
            dialog.items.item(row)
            for row in range(dialog.items.count())
            if not dialog.items.item(row).isHidden()
        ]
        assert len(visible) == 2, "its kegiatan as a heading, and itself"
        dialog.items.itemActivated.emit(visible[0])
        dialog.items.itemActivated.emit(visible[1])
        assert dialog.picked() == [wanted]
        dialog.items.itemActivated.emit(visible[1])
        assert dialog.picked() == []
        dialog.items.itemActivated.emit(visible[1])
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(PickDialog, "exec", pick)
    QTest.mouseClick(page.pick_button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    codes = {row["kode"] for row in list_rows(office, "mata_anggaran")}
    assert {wanted.kode_program, wanted.kode_kegiatan, wanted.kode_sub_kegiatan} <= codes
    monkeypatch.setattr(PickDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    QTest.mouseClick(page.pick_button, Qt.MouseButton.LeftButton)
    assert {row["kode"] for row in list_rows(office, "mata_anggaran")} == codes


def test_a_program_is_ticked_for_the_sasaran_it_supports(
    page: AnggaranPage, ids: dict[str, UUID], office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    page.receive("program_sasaran")
    settle(qtbot, window)
    support = page.support
    assert [support.sasaran.item(row).text() for row in range(2)] == [
        "A – Sasaran A", "B – Sasaran B",
    ]  # fmt: skip
    support.sasaran.setCurrentRow(1)
    QTest.keyClick(support.sasaran, Qt.Key.Key_Space)
    settle(qtbot, window)
    (link,) = list_rows(office, "program_sasaran")
    assert (link["mata_anggaran_id"], link["sasaran_id"]) == (ids["7.01.01"], ids["B"])
    assert support.sasaran.item(1).checkState() == Qt.CheckState.Checked
    window.top.undo_action.trigger()
    settle(qtbot, window)
    assert support.sasaran.item(1).checkState() == Qt.CheckState.Unchecked


def test_an_office_without_programs_is_told_where_to_take_them(
    qtbot: QtBot, office: Office
) -> None:
    with open_window(qtbot, office, (AnggaranPage,)) as window:
        page = current_page(window)
        assert isinstance(page, AnggaranPage)
        assert page.budget.empty.isVisible()
        assert "Ambil dari nomenklatur" in page.budget.empty.text()
        page.receive("program_sasaran")
        settle(qtbot, window)
        assert page.support.programs.count() == 0


def test_amounts_of_one_column_are_written_alike(
    page: AnggaranPage, ids: dict[str, UUID], window: MainWindow, qtbot: QtBot
) -> None:
    # From a workbook with two decimals, and typed without any.
    first, second = ids["7.01.01.2.01.0001"], ids["7.01.01.2.01.0002"]
    where = {"mata_anggaran_id": first, "tahun": 2025}
    fill_cells(page.context.office, "pagu", [(where, "murni", Decimal("175000000.00"))])
    settle(qtbot, window)
    type_amount(page, second, "murni", "100000000")
    settle(qtbot, window)
    assert [shown(page, key, "murni") for key in (first, second, TOTAL)] == [
        "175.000.000", "100.000.000", "275.000.000",
    ]  # fmt: skip
    type_amount(page, second, "murni", "100000000,5")
    settle(qtbot, window)
    assert shown(page, second, "murni") == "100.000.000,50"


@pytest.mark.parametrize("width", [1024, 1280, 1366])
def test_a_second_visit_shows_the_first_column_whole(
    qtbot: QtBot, window: MainWindow, page: AnggaranPage, width: int
) -> None:
    window.resize(width, 700)
    settle(qtbot, window)
    table = page.budget.grid.table
    bar = table.horizontalScrollBar()
    last = table.model().columnCount() - 1
    table.setCurrentIndex(table.model().index(2, last))
    table.scrollTo(table.currentIndex())
    was_scrolled = bar.maximum() > 0
    assert (bar.value() > 0) == was_scrolled
    # What is not seen from the left stays where it is seen.
    page.hide()
    page.show()
    assert (bar.value() > 0) == was_scrolled
    table.setCurrentIndex(table.model().index(2, 1))
    bar.setValue(10)
    page.hide()
    page.show()
    assert bar.value() == 0
    bar.setValue(10)
    window.resize(width + 20, 700)
    settle(qtbot, window)
    assert bar.value() == 0


#: At 150 % on 1366 × 768, in device-independent pixels.
SMALL = (910, 512)


@pytest.fixture
def small(qtbot: QtBot, office: Office, ids: dict[str, UUID]) -> Iterator[AnggaranPage]:
    """Come from another page in a small window; of one line only the last triwulan is blank."""
    for kode, *_ in LINES[-2:]:
        where = {"mata_anggaran_id": ids[kode], "tahun": TAHUN}
        pagu = [(where, name, Decimal(900_000_000)) for name in ("murni", "perubahan")]
        spent = [(where, name, Decimal(200_000_000)) for name in ("tw1", "tw2", "tw3")]
        fill_cells(office, "pagu", pagu)
        fill_cells(office, "realisasi_anggaran", spent)
    with open_window(qtbot, office, (PengaturanPage, AnggaranPage)) as window:
        window.resize(*SMALL)
        window.open_page("anggaran")
        settle(qtbot, window)
        qtbot.wait(1)
        page = current_page(window)
        assert isinstance(page, AnggaranPage)
        yield page


def is_seen_whole(page: AnggaranPage) -> bool:
    table = page.budget.grid.table
    return table.viewport().rect().contains(table.visualRect(table.currentIndex()))


def test_in_a_small_window_the_cell_to_be_filled_is_seen_whole_and_named(
    small: AnggaranPage,
) -> None:
    grid = small.budget.grid
    assert grid.model.column_key(grid.table.currentIndex()) == "tw4"
    assert is_seen_whole(small)
    assert grid.table.horizontalScrollBar().value() > 0
    assert grid.row_name.isVisible()
    assert grid.row_name.text() == "7.01.01.2.01.0001 Nama 7.01.01.2.01.0001"
    name = grid.row_name.accessibleName()
    assert name == "Baris kursor: 7.01.01.2.01.0001 Nama 7.01.01.2.01.0001"
    assert (small.window().width(), small.window().height()) == SMALL


def test_the_line_that_names_the_row_follows_the_cursor_and_goes_where_names_are_seen(
    small: AnggaranPage, ids: dict[str, UUID], qtbot: QtBot
) -> None:
    grid = small.budget.grid
    room = grid.table.height()
    grid.table.setFocus()
    QTest.keyClick(grid.table, Qt.Key.Key_Return)
    assert grid.row_name.text() == "7.01.01.2.01.0002 Nama 7.01.01.2.01.0002"
    grid.table.setCurrentIndex(grid.model.find(ids["7.01.01.2.01.0002"], "murni"))
    grid.table.horizontalScrollBar().setValue(0)
    assert not grid.row_name.isVisible()
    qtbot.waitUntil(lambda: grid.table.height() > room)
    # Whoever looks to the right by mouse is not led back by the line that comes.
    grid.table.horizontalScrollBar().setValue(300)
    assert grid.row_name.isVisible()
    qtbot.waitUntil(lambda: grid.table.height() == room)
    assert grid.table.horizontalScrollBar().value() == 300


def test_a_window_made_narrower_keeps_the_cell_of_the_cursor_in_sight(
    small: AnggaranPage, qtbot: QtBot
) -> None:
    window, grid = small.window(), small.budget.grid
    window.resize(1800, 700)
    qtbot.waitUntil(lambda: not grid.row_name.isVisible())
    assert is_seen_whole(small)
    window.resize(*SMALL)
    qtbot.waitUntil(grid.row_name.isVisible)
    qtbot.waitUntil(lambda: is_seen_whole(small))
