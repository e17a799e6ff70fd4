"""Rekap, and papers matched by their kode."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.komentar import Dikomentari
from kinerja_desktop.services.penerimaan.unit import set_tenggat
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.diary import WorkState
from kinerja_desktop.ui.paper.match_tab import MatchTab
from kinerja_desktop.ui.penerimaan.comment_tab import CommentTab
from kinerja_desktop.ui.penerimaan.page import PenerimaanPage
from kinerja_desktop.ui.rekap.page import RekapPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES_BAPPEDA
from kinerja_desktop.ui.tables.plain_table import PlainTable
from tests.services.penerimaan.senders import IKM, rows, take
from tests.ui.stopping import last_state, press_batal
from tests.ui.window import current_page, open_window, settle


@pytest.fixture
def window(qtbot: QtBot, bappeda: Office, sticks: Path) -> Iterator[MainWindow]:
    set_tenggat(bappeda, Periode(2024), date(2025, 1, 31))
    take(bappeda, sticks / "v1", sticks / "klakah")
    with open_window(qtbot, bappeda, PAGES_BAPPEDA, Periode(2024)) as opened:
        opened.open_page("rekap")
        settle(qtbot, opened)
        yield opened


@pytest.fixture
def page(window: MainWindow) -> RekapPage:
    found = current_page(window)
    assert isinstance(found, RekapPage)
    return found


def texts(table: PlainTable[Any]) -> list[list[str]]:
    model = table.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_who_has_delivered_what_stands_in_a_matrix(page: RekapPage) -> None:
    lines = page.matrix.lines
    assert [column.title for column in lines.columns] == ["Unit", "Tahun 2024"]
    found = {row.unit: lines.columns[1].text(row) for row in lines.rows}
    assert len(found) == 21
    assert "lewat" in found["Kecamatan Candipuro"]
    assert found["Kecamatan Tempeh"].startswith("Belum, lewat ")
    assert page.total.text().startswith("2 dari 21 paket sudah diterima, 21 terlambat")


def test_the_matrix_tells_of_one_document(page: RekapPage) -> None:
    matrix = page.matrix
    kinds = [matrix.document.itemText(place) for place in range(matrix.document.count())]
    assert kinds == ["Paket seluruhnya", "Pengukuran Kinerja"]
    matrix.document.setCurrentText("Pengukuran Kinerja")
    found = dict(texts(matrix.table))
    assert found["Kecamatan Candipuro"] == "Ada"
    assert found["Kecamatan Tempeh"].startswith("Belum, lewat ")
    page.reload()


def test_figures_of_all_units_stand_side_by_side(qtbot: QtBot, page: RekapPage) -> None:
    page.tabs.setCurrentIndex(2)
    # The IKM of 2024 was 97,66 of 91,33: 106,93 % (tests/data/muncar.json).
    lines = [[row[place] for place in (0, 4, 5, 6)] for row in texts(page.figures)]
    assert ["Kecamatan Candipuro", "91,33", "97,66", "106,93%"] in lines
    assert page.find_here()
    qtbot.keyClicks(page.figures.finder.field, "klakah")
    assert str(page.figures.currentIndex().data()) == "Kecamatan Klakah"
    assert {row[0] for row in texts(page.figures)} == {"Kecamatan Klakah"}


def test_units_are_compared_ranked_only_when_asked_for(page: RekapPage) -> None:
    compare = page.compare
    names = [row[0] for row in texts(compare.group_table)]
    compare.group_table.selectRow(names.index(IKM))
    assert [row[:4] for row in texts(compare.unit_table)] == [
        [unit, "91,33", "97,66", "106,93%"] for unit in ("Kecamatan Candipuro", "Kecamatan Klakah")
    ]
    assert compare.units.columnCount() == 7
    compare.rank_box.setChecked(True)
    # Equal ones share the first place.
    assert [row[1] for row in texts(compare.unit_table)] == ["1", "1"]
    assert compare.unit_table.grab().width() > 0


def test_wordings_are_joined_and_taken_apart(
    qtbot: QtBot, window: MainWindow, page: RekapPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    compare = page.compare
    page.tabs.setCurrentWidget(compare)
    before = len(texts(compare.group_table))
    compare.group_table.selectAll()
    asked: list[str] = []
    answers = iter([None, "Semua"])

    def answer(_parent: object, _title: str, question: str, _text: str) -> str | None:
        asked.append(question)
        return next(answers)

    monkeypatch.setattr(dialogs, "ask_text", answer)
    for _ in range(2):
        qtbot.mouseClick(compare.join_button, Qt.MouseButton.LeftButton)
        settle(qtbot, window)
    assert asked[0].startswith(f"{before} sebutan dibandingkan")
    assert [row[:2] for row in texts(compare.group_table)] == [["Semua", "2"]]
    qtbot.mouseClick(compare.separate_button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert len(texts(compare.group_table)) == before
    assert not compare.separate_button.isEnabled()


def test_a_name_that_another_indicator_bears_joins_that_one_too(
    qtbot: QtBot, window: MainWindow, page: RekapPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    compare = page.compare
    page.tabs.setCurrentWidget(compare)
    names = [row[0] for row in texts(compare.group_table)]
    compare.group_table.selectRow(next(n for n, name in enumerate(names) if name != IKM))
    monkeypatch.setattr(dialogs, "ask_text", lambda *_: IKM.upper())
    qtbot.mouseClick(compare.join_button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert len(texts(compare.group_table)) == len(names) - 1
    assert [row[0] for row in texts(compare.group_table)].count(IKM.upper()) == 1


def test_budget_scores_and_questions_have_their_lists(page: RekapPage) -> None:
    assert [row[0] for row in texts(page.budget)] == ["Kecamatan Candipuro", "Kecamatan Klakah"]
    assert texts(page.scores) == []
    # An empty list says why.
    hidden = [table for table, label in page.empty.items() if label.isHidden()]
    assert set(page.empty) - set(hidden) == {page.scores}
    # Eight of nine realisasi of each come without evidence.
    assert len(texts(page.odd)) == 16
    assert page.tabs.tabText(5) == "Ke&janggalan (16)"


@pytest.mark.parametrize("way", ["button", "enter"])
def test_what_is_odd_becomes_a_comment_at_a_press(
    qtbot: QtBot, window: MainWindow, page: RekapPage, way: str
) -> None:
    page.tabs.setCurrentIndex(5)
    page.odd.setFocus()
    page.odd.selectRow(1)
    unit, periode, indikator, odd = texts(page.odd)[1]
    if way == "button":
        qtbot.mouseClick(page.ask_button, Qt.MouseButton.LeftButton)
    else:
        qtbot.keyClick(page.odd, Qt.Key.Key_Return)
    settle(qtbot, window)
    settle(qtbot, window)
    there = current_page(window)
    assert isinstance(there, PenerimaanPage)
    tab = there.tab("komentar")
    assert isinstance(tab, CommentTab)
    assert tab.form.package.currentText() == f"{unit}, {periode}"
    assert tab.form.about.currentText() == indikator
    assert tab.form.text.toPlainText().lower() == f"{odd.lower()}. mohon dijelaskan."
    # What is being written never goes for another proposal.
    tab.form.text.setPlainText("Sedang ditulis")
    tab.begin(Dikomentari(tab.form.chosen().unit_id, Periode(2024), isi="Lain"))  # type: ignore[union-attr]
    settle(qtbot, window)
    assert tab.form.text.toPlainText() == "Sedang ditulis"
    tab.form.text.clear()


def test_a_word_is_looked_for_in_all_stories(
    qtbot: QtBot, window: MainWindow, page: RekapPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda _, error: told.append(str(error)))
    page.tabs.setCurrentWidget(page.search)
    assert page.find_here()
    qtbot.keyClick(page.search.word, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert "belum ditulis" in told[0]
    qtbot.keyClicks(page.search.word, "tidak-ada-kata-ini")
    qtbot.mouseClick(page.search.button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert page.search.told.text() == "'tidak-ada-kata-ini' ditemukan 0 kali."


@pytest.mark.parametrize(("place", "suffix"), [(0, ".xlsx"), (1, ".pdf"), (2, ".docx")])
def test_the_recap_is_saved(
    qtbot: QtBot, window: MainWindow, page: RekapPage, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, place: int, suffix: str,
) -> None:  # fmt: skip
    action = page.save_menu.actions()[place]
    monkeypatch.setattr(dialogs, "choose_save_file", lambda *_: None)
    action.trigger()
    monkeypatch.setattr(dialogs, "choose_save_file", lambda *_: tmp_path / f"rekap{suffix}")
    action.trigger()
    settle(qtbot, window)
    content = (tmp_path / f"rekap{suffix}").read_bytes()
    assert content.startswith(b"%PDF" if suffix == ".pdf" else b"PK")


def test_saving_the_recap_is_stopped(
    qtbot: QtBot, window: MainWindow, page: RekapPage, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    folder = tmp_path / "keluar"
    folder.mkdir()
    press_batal(monkeypatch, page.strip, at=4)
    names = [folder / f"rekap{suffix}" for suffix in (".xlsx", ".pdf", ".docx")]
    monkeypatch.setattr(dialogs, "choose_save_file", lambda *_: names.pop(0))
    for action in page.save_menu.actions():
        action.trigger()
        settle(qtbot, window)
        assert last_state(window) is WorkState.CANCELLED
        assert window.statusBar().currentMessage().startswith("Penyimpanan rekap dibatalkan.")
        assert list(folder.iterdir()) == []
        assert page.save_button.isEnabled()
        press_batal(monkeypatch, page.strip, at=4)


def test_a_scanner_types_one_kode_after_the_other(
    qtbot: QtBot, window: MainWindow, bappeda: Office
) -> None:
    window.open_page("penerimaan", "cocokkan")
    settle(qtbot, window)
    shown = current_page(window)
    assert isinstance(shown, PenerimaanPage)
    tab = shown.tab("cocokkan")
    assert isinstance(tab, MatchTab)
    tab.open_find()
    QTest.keyClick(tab.kode, Qt.Key.Key_Return)
    assert tab.text.toPlainText() == ""
    kode = rows(bappeda)[0].kode
    for typed, told in ((kode.lower(), "Cocok:"), ("0000-0000-0000-0000", "Tidak ada paket")):
        QTest.keyClicks(tab.kode, typed)
        QTest.keyClick(tab.kode, Qt.Key.Key_Return)
        settle(qtbot, window)
        assert told in tab.text.toPlainText()
        assert tab.kode.selectedText() == typed
