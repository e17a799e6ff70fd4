"""Pengukuran is filled by keyboard, and shows at once what the figures come to."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.services.kantor.small import TAHUN, add_indikator, fill_kantor
from tests.ui.window import current_page, open_window, settle

# The plugin without a screen cannot pass size hints on, and says so.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

NO, INDIKATOR, SATUAN, TARGET, REALISASI, CAPAIAN, KATEGORI = range(7)


@pytest.fixture
def window(qtbot: QtBot, office: Office) -> Iterator[MainWindow]:
    fill_kantor(office)
    with open_window(qtbot, office, (PengukuranPage,)) as opened:
        yield opened


@pytest.fixture
def page(window: MainWindow) -> PengukuranPage:
    found = current_page(window)
    assert isinstance(found, PengukuranPage)
    found.table.setFocus()
    return found


def row_of(page: PengukuranPage, name: str) -> int:
    rows = range(page.model.rowCount())
    return next(row for row in rows if page.model.row_label(row) == f"Indikator {name}")


def cell(page: PengukuranPage, name: str, column: int) -> str:
    return str(page.model.index(row_of(page, name), column).data())


def go_to(page: PengukuranPage, name: str) -> None:
    page.table.setCurrentIndex(page.model.index(row_of(page, name), REALISASI))


def type_figure(page: PengukuranPage, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    """Press the keys one by one; the first opens the editor."""
    QTest.keyClicks(page.table.viewport() if not text else page.table, text[:1])
    editor = page.table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, text[1:])
    QTest.keyClick(editor, end)
    turn()


def turn() -> None:
    """Closing the editor, and asking after it, are put off by a turn of the event loop each."""
    for _ in range(3):
        QApplication.processEvents()


def stored(office: Office, name: str) -> list[Decimal | None]:
    kode = {row["id"]: row["kode"] for row in list_rows(office, "indikator")}
    rows = list_rows(office, "realisasi", tahun=TAHUN)
    return [row["nilai"] for row in rows if kode[row["indikator_id"]] == name]


def current(page: PengukuranPage) -> str:
    return page.model.row_label(page.table.currentIndex().row())


def test_a_figure_is_typed_and_its_capaian_and_kategori_stand_there(
    page: PengukuranPage, office: Office
) -> None:
    # `docs/sakip.md` §4.2 MAX: 75 / 100 × 100; §4.7: 75 is Sedang.
    go_to(page, "B1")
    assert cell(page, "B1", CAPAIAN) == "-"
    assert cell(page, "B1", KATEGORI) == "Belum diisi"
    type_figure(page, "75")
    assert cell(page, "B1", CAPAIAN) == "75,00"
    assert cell(page, "B1", KATEGORI) == "Sedang"
    assert stored(office, "B1") == [Decimal(75)]


def test_means_follow_every_figure(page: PengukuranPage) -> None:
    # `docs/sakip.md` §4.6: A {100}, B {80, 90, 100}: mean of B 90, over all indicators 92,50.
    for name, text in (("A1", "100"), ("B1", "80"), ("B2", "90"), ("B3", "100")):
        go_to(page, name)
        type_figure(page, text)
    group = row_of(page, "B1") - 1
    assert page.model.index(group, NO).data() == "Sasaran B"
    assert page.model.index(group, CAPAIAN).data() == "90,00"
    assert "92,50% (Sangat Tinggi), 4 dari 4 indikator" in page.mean.text()


def test_the_mean_says_of_how_many_it_was_taken(page: PengukuranPage) -> None:
    assert "0 dari 4 indikator" in page.mean.text()
    go_to(page, "A1")
    type_figure(page, "50")
    assert "50,00% (Sangat Rendah), 1 dari 4 indikator" in page.mean.text()


def test_enter_goes_down_over_headings_and_tab_goes_on(page: PengukuranPage) -> None:
    go_to(page, "A1")
    type_figure(page, "1")
    assert current(page) == "Indikator B1"
    type_figure(page, "2", Qt.Key.Key_Tab)
    assert current(page) == "Indikator B2"
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    assert current(page) == "Indikator B3"
    QTest.keyClick(page.table, Qt.Key.Key_Backtab)
    assert current(page) == "Indikator B2"
    QTest.keyClick(page.table, Qt.Key.Key_Tab)
    assert current(page) == "Indikator B3"


def test_tab_leaves_the_table_after_the_last_cell(page: PengukuranPage) -> None:
    go_to(page, "B3")
    QTest.keyClick(page.table, Qt.Key.Key_Tab)
    assert not page.table.hasFocus()


def test_zero_is_a_value_and_blank_is_not(page: PengukuranPage, office: Office) -> None:
    go_to(page, "A1")
    type_figure(page, "0")
    assert cell(page, "A1", REALISASI) == "0"
    assert cell(page, "A1", CAPAIAN) == "0,00"
    go_to(page, "A1")
    QTest.keyClick(page.table, Qt.Key.Key_Delete)
    assert cell(page, "A1", REALISASI) == "Belum diisi"
    assert cell(page, "A1", CAPAIAN) == "-"
    assert stored(office, "A1") == [None]


def test_escape_leaves_the_figure_as_it_was(page: PengukuranPage, office: Office) -> None:
    go_to(page, "A1")
    type_figure(page, "5", Qt.Key.Key_Escape)
    assert cell(page, "A1", REALISASI) == "Belum diisi"
    assert stored(office, "A1") == []


def test_text_is_refused_in_words_and_can_be_mended(page: PengukuranPage, office: Office) -> None:
    go_to(page, "A1")
    type_figure(page, "sembilan")
    assert page.line.text() == "'sembilan' bukan angka: tulis seperti 93,75."
    assert current(page) == "Indikator A1"
    editor = page.table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "sembilan"
    QTest.keyClicks(editor, "93,5")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    turn()
    assert cell(page, "A1", CAPAIAN) == "93,50"
    assert "bukan angka" not in page.line.text()
    assert stored(office, "A1") == [Decimal("93.5")]


def test_a_range_is_no_realisasi(page: PengukuranPage) -> None:
    go_to(page, "A1")
    type_figure(page, "7-8")
    assert "satu angka, bukan rentang" in page.line.text()


@pytest.mark.parametrize(
    ("answer", "figure"),
    [("1234 (ribuan)", Decimal(1234)), ("1,234 (desimal)", Decimal("1.234"))],
)
def test_an_ambiguous_figure_is_asked_back(
    page: PengukuranPage,
    office: Office,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    figure: Decimal,
) -> None:
    asked: list[list[str]] = []

    def choose(_parent: object, question: str, answers: list[str]) -> str:
        asked.append([question, *answers])
        return answer

    monkeypatch.setattr(dialogs, "choose", choose)
    go_to(page, "A1")
    type_figure(page, "1.234")
    assert asked == [
        [
            "'1.234' dapat berarti dua angka. Mana yang dimaksud?",
            "1234 (ribuan)",
            "1,234 (desimal)",
        ]
    ]
    assert stored(office, "A1") == [figure]
    assert current(page) == "Indikator B1"


def test_turning_away_from_the_question_changes_nothing(
    page: PengukuranPage, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "choose", lambda *_: None)
    go_to(page, "A1")
    type_figure(page, "1.234")
    editor = page.table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "1.234"
    assert stored(office, "A1") == []


def test_ctrl_z_takes_a_figure_back_and_the_cursor_stays(
    page: PengukuranPage, window: MainWindow, qtbot: QtBot
) -> None:
    go_to(page, "B1")
    type_figure(page, "80")
    window.top.undo_action.trigger()
    settle(qtbot, window)
    assert cell(page, "B1", REALISASI) == "Belum diisi"
    assert current(page) == "Indikator B2"
    window.top.redo_action.trigger()
    settle(qtbot, window)
    assert cell(page, "B1", CAPAIAN) == "80,00"


def test_a_block_from_excel_goes_in_as_one_deed(
    page: PengukuranPage, window: MainWindow, qtbot: QtBot, office: Office
) -> None:
    QGuiApplication.clipboard().setText("100\r\n80\r\n90\r\n100\r\n")
    go_to(page, "A1")
    QTest.keySequence(page.table, "Ctrl+V")
    settle(qtbot, window)
    assert [cell(page, name, CAPAIAN) for name in ("A1", "B1", "B2", "B3")] == [
        "100,00",
        "80,00",
        "90,00",
        "100,00",
    ]
    window.top.undo_action.trigger()
    settle(qtbot, window)
    assert "0 dari 4 indikator" in page.mean.text()
    assert stored(office, "B1") == []


def test_a_bad_block_tells_everything_and_changes_nothing(
    page: PengukuranPage, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(
        dialogs, "show_problems", lambda _p, _h, problems: shown.extend(map(str, problems))
    )
    QGuiApplication.clipboard().setText("Realisasi\tLain\n100\n1.234\n#DIV/0!\t5\n")
    go_to(page, "A1")
    QTest.keySequence(page.table, "Ctrl+V")
    assert shown == [
        "baris 2 (Indikator B1): '1.234' dapat berarti 1234 atau 1,2340: tulis 1234 atau 1,2340.",
        "baris 3 (Indikator B2): Rumus Excel di sel ini gagal (#DIV/0!): ketik angkanya, atau "
        "kosongkan selnya.",
        "kolom 2 tempelan tidak dipakai: '5'",
    ]
    assert list_rows(office, "realisasi") == []


def test_a_block_that_is_too_long_is_refused(
    page: PengukuranPage, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(
        dialogs, "show_problems", lambda _p, _h, problems: shown.extend(map(str, problems))
    )
    QGuiApplication.clipboard().setText("1\n2\n3")
    go_to(page, "B2")
    QTest.keySequence(page.table, "Ctrl+V")
    assert shown == [
        "tempelan berisi 3 baris, padahal dari sel ini ke bawah hanya ada 2 baris isian: "
        "kurangi barisnya"
    ]
    assert list_rows(office, "realisasi") == []


def test_a_block_needs_an_entry_cell(page: PengukuranPage, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(
        dialogs, "show_problems", lambda _p, _h, problems: shown.extend(map(str, problems))
    )
    QGuiApplication.clipboard().setText("1")
    page.table.setCurrentIndex(page.model.index(row_of(page, "A1"), TARGET))
    QTest.keySequence(page.table, "Ctrl+V")
    assert shown == ["sel yang dipilih tidak dapat diisi: pilih sel isian, lalu tempel"]


def test_cells_are_copied_as_excel_takes_them(page: PengukuranPage) -> None:
    go_to(page, "A1")
    type_figure(page, "97,5")
    row = row_of(page, "A1")
    page.table.setCurrentIndex(page.model.index(row, TARGET))
    for _ in range(2):
        QTest.keyClick(page.table, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keySequence(page.table, "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "100\t97,5\t97,50\n"


def test_a_triwulan_also_shows_sd_triwulan_and_the_year(
    page: PengukuranPage, window: MainWindow, qtbot: QtBot, office: Office
) -> None:
    # `docs/sakip.md` §4.4 AKUMULASI: s.d. TW II = 10 + 20 = 30 against 100 of the year: 30 %.
    add_indikator(office, "C1", akumulasi="akumulasi")
    window.context.set_periode(Periode(TAHUN, 1))
    settle(qtbot, window)
    go_to(page, "C1")
    type_figure(page, "10")
    window.context.set_periode(Periode(TAHUN, 2))
    settle(qtbot, window)
    page.table.setFocus()
    go_to(page, "C1")
    type_figure(page, "20")
    row = row_of(page, "C1")
    shown = [str(page.model.index(row, col).data()) for col in range(REALISASI, 11)]
    # Without a target for TW II its own capaian cannot be computed.
    assert shown == ["20", "-", "Tidak dapat dihitung", "30", "30,00", "100", "30,00"]


def test_another_year_without_indicators_says_why_it_is_empty(
    page: PengukuranPage, window: MainWindow, qtbot: QtBot, office: Office
) -> None:
    for row in list_rows(office, "indikator"):
        change_field(office, "indikator", row["id"], "berlaku_dari", TAHUN)
    window.context.set_periode(Periode(TAHUN - 1))
    settle(qtbot, window)
    assert page.stack.currentIndex() == 1
    assert "Belum ada indikator yang berlaku pada Tahun 2024" in page.empty.label.text()
    assert not page.lifecycle.isEnabled()
