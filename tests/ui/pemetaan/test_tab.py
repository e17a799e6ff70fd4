"""Excel kantor: from a file to its preview and into the data, by keyboard as well."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QMenu, QTableView
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.pemetaan.saved import list_mappings
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.diary import WorkState
from kinerja_desktop.ui.pemetaan.column_table import NOT_TAKEN
from kinerja_desktop.ui.pemetaan.tab import OwnTableTab
from tests.services.pemetaan.tables import write_table
from tests.ui.stopping import press_batal

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ROWS: list[Any] = [
    ["KECAMATAN MUNCAR 2026"],
    ["Kode", "Uraian", "Pagu", "Catatan"],
    ["7.01.01", "PROGRAM PENUNJANG", "1.000", "a"],
    ["Jumlah", None, 1000, None],
]


@pytest.fixture
def tab(qtbot: QtBot, sample: Context) -> Iterator[OwnTableTab]:
    made = OwnTableTab(sample)
    qtbot.addWidget(made)
    made.resize(1000, 560)
    made.show()
    settle(qtbot, made)
    yield made
    settle(qtbot, made)


def settle(qtbot: QtBot, tab: OwnTableTab) -> None:
    qtbot.waitUntil(
        lambda: tab.context.tasks.pending == 0 and not tab.strip.is_busy, timeout=20_000
    )


@pytest.fixture
def opened(qtbot: QtBot, tab: OwnTableTab, tmp_path: Path) -> OwnTableTab:
    tab.bar.choose_kind("mata_anggaran")
    open_table(qtbot, tab, write_table(tmp_path / "dpa.xlsx", ROWS))
    return tab


def open_table(qtbot: QtBot, tab: OwnTableTab, path: Path) -> None:
    tab.open_file(path)
    settle(qtbot, tab)
    settle(qtbot, tab)


def choose(qtbot: QtBot, tab: OwnTableTab, box: QComboBox, place: int) -> None:
    box.setCurrentIndex(place)
    box.activated.emit(place)
    settle(qtbot, tab)


def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda _, error: found.append(str(error)))
    return found


def meanings(tab: OwnTableTab) -> list[str]:
    model = tab.column_model
    return [model.index(row, 2).data() for row in range(model.rowCount())]


def test_a_file_is_proposed_checked_and_taken_in(
    qtbot: QtBot, opened: OwnTableTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert meanings(opened) == ["Kode", "Nama", "Pagu murni (Rp)", NOT_TAKEN]
    assert opened.bar.top_box.value() == 2
    assert opened.bar.periode == Periode(2026)
    assert opened.sheet_model.headerData(1, Qt.Orientation.Vertical) == "2 judul"
    assert opened.sheet_model.index(1, 0).data(Qt.ItemDataRole.BackgroundRole) is not None
    assert opened.sheet_model.index(2, 0).data(Qt.ItemDataRole.BackgroundRole) is None
    opened.check_button.click()
    settle(qtbot, opened)
    assert opened.steps.currentWidget() is opened.preview_step
    assert "Tidak dibaca: 1 baris jumlah." in opened.shown.words.text()
    assert opened.shown.apply_button.hasFocus()
    office = opened.context.office
    before = list_rows(office, "pagu", tahun=2026)
    assert before == []
    QTest.keyClick(opened.shown.apply_button, Qt.Key.Key_Space)
    settle(qtbot, opened)
    assert "sudah masuk" in opened.shown.words.text()
    assert [str(row["murni"]) for row in list_rows(office, "pagu", tahun=2026)] == ["1000"]
    opened.back_button.click()
    assert opened.steps.currentWidget() is opened.mapping_step
    opened.shown.apply()
    assert opened.context.tasks.pending == 0


def test_what_is_wrong_is_shown_and_nothing_goes_in(
    qtbot: QtBot, tab: OwnTableTab, tmp_path: Path
) -> None:
    tab.bar.choose_kind("mata_anggaran")
    rows = [*ROWS[:2], ["7.01.01", "PROGRAM PENUNJANG", "abc"]]
    open_table(qtbot, tab, write_table(tmp_path / "dpa.xlsx", rows))
    tab.check()
    settle(qtbot, tab)
    assert tab.shown.problems.item(0).text() == (
        "dpa.xlsx · Tabel · C3: Pagu murni (Rp): 'abc' bukan angka: tulis seperti 93,75"
    )
    assert not tab.shown.apply_button.isVisible()
    assert tab.shown.problems.hasFocus()
    tab.shown.drop_button.click()
    assert tab.steps.currentWidget() is tab.mapping_step


def test_the_good_rows_alone_go_in_when_asked(
    qtbot: QtBot, tab: OwnTableTab, tmp_path: Path
) -> None:
    tab.bar.choose_kind("mata_anggaran")
    kode = "7.01.01.2.01.000"
    rows = [*ROWS[:2], [f"{kode}1", "Satu", 5], [f"{kode}2", "Dua", "abc"]]
    open_table(qtbot, tab, write_table(tmp_path / "dpa.xlsx", rows))
    tab.check()
    settle(qtbot, tab)
    shown, office = tab.shown, tab.context.office
    shown.good_button.click()
    assert not shown.good_button.isVisible()
    assert shown.apply_button.hasFocus()
    texts = [shown.problems.item(row).text() for row in range(shown.problems.count())]
    assert "Peringatan – dpa.xlsx · Tabel · C4: tidak diambil: Pagu murni (Rp): 'abc' bukan " in (
        " ".join(texts)
    )
    shown.apply_button.click()
    settle(qtbot, tab)
    assert [str(row["murni"]) for row in list_rows(office, "pagu", tahun=2026)] == ["5"]
    office.journal.undo()
    assert list_rows(office, "pagu", tahun=2026) == []


def test_meanings_are_chosen_by_keyboard(qtbot: QtBot, opened: OwnTableTab) -> None:
    table = opened.column_table
    assert table.hasFocus()
    table.setCurrentIndex(opened.column_model.index(3, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    box = table.findChild(QComboBox)
    assert isinstance(box, QComboBox)
    assert box.currentText() == NOT_TAKEN
    box.setCurrentIndex(box.findText("Penanggung jawab"))
    box.activated.emit(box.currentIndex())
    assert meanings(opened)[3] == "Penanggung jawab"
    QTest.keyClick(table, Qt.Key.Key_Up)
    QTest.keyClick(table, Qt.Key.Key_Delete)
    assert meanings(opened)[2] == NOT_TAKEN
    for row in (0, 1, 3):
        opened.column_model.choose(row, "")
    assert not opened.check_button.isEnabled()
    assert not opened.column_model.setData(
        opened.column_model.index(0, 2), "", Qt.ItemDataRole.DisplayRole
    )


def test_both_tables_have_the_menu_of_every_table(qtbot: QtBot, opened: OwnTableTab) -> None:
    def menu_of(table: QTableView) -> QMenu:
        place = QPoint(5, 5)
        at = table.viewport().mapToGlobal(place)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, at)
        QApplication.sendEvent(table.viewport(), event)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        return menu

    sheet, columns = opened.sheet_table, opened.column_table
    sheet.setCurrentIndex(opened.sheet_model.index(2, 1))
    menu = menu_of(sheet)
    menu.actions()[0].trigger()
    menu.close()
    assert QApplication.clipboard().text() == f"{opened.sheet_model.index(2, 1).data()}\n"
    sheet.selectionModel().select(
        opened.sheet_model.index(2, 0), QItemSelectionModel.SelectionFlag.Select
    )
    QTest.keySequence(sheet, "Ctrl+C")
    assert "\t" in QApplication.clipboard().text()
    columns.setCurrentIndex(opened.column_model.index(2, 0))
    menu = menu_of(columns)
    words = [action.text().replace("&", "") for action in menu.actions()]
    assert words[2:] == ["Pilih isiannya…\tEnter", "Tidak dipakai\tDelete"]
    menu.actions()[3].trigger()
    menu.close()
    assert meanings(opened)[2] == NOT_TAKEN
    QTest.keySequence(columns, "Ctrl+C")
    assert NOT_TAKEN in QApplication.clipboard().text()


def test_other_rows_of_headings_give_another_proposal(qtbot: QtBot, opened: OwnTableTab) -> None:
    opened.bar.top_box.setValue(1)
    settle(qtbot, opened)
    assert meanings(opened) == [NOT_TAKEN] * 4
    assert "tidak ditemukan" in opened.remark.text()
    opened.bar.top_box.setValue(2)
    settle(qtbot, opened)
    assert meanings(opened)[1:3] == ["Nama", "Pagu murni (Rp)"]


def test_another_kind_of_table_is_looked_for_anew(qtbot: QtBot, opened: OwnTableTab) -> None:
    choose(qtbot, opened, opened.bar.kind_box, opened.bar.kind_box.findData("realisasi_anggaran"))
    assert opened.bar.cumulative_box.isVisible()
    opened.bar.triwulan_box.setCurrentIndex(2)
    opened.bar.cumulative_box.setChecked(True)
    assert opened.choices.periode.triwulan == 2
    assert opened.choices.cumulative
    choose(qtbot, opened, opened.bar.kind_box, opened.bar.kind_box.findData("indikator"))
    assert not opened.bar.year_box.isEnabled()
    assert not opened.choices.cumulative


def test_arrow_keys_move_and_enter_or_leaving_chooses(qtbot: QtBot, opened: OwnTableTab) -> None:
    bar, box = opened.bar, opened.bar.kind_box
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText() == "Realisasi anggaran"
    assert opened.context.tasks.pending == 0
    assert box.hasFocus()
    assert bar.kind.key == "mata_anggaran"
    QTest.keyClick(box, Qt.Key.Key_Return)
    settle(qtbot, opened)
    assert bar.kind.key == "realisasi_anggaran"
    assert box.hasFocus()
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert opened.context.tasks.pending == 0
    QTest.keyClick(box, Qt.Key.Key_Up)
    QTest.keyClick(box, Qt.Key.Key_Tab)
    settle(qtbot, opened)
    assert meanings(opened) == ["Kode", "Nama", "Pagu murni (Rp)", NOT_TAKEN]
    assert bar.isAncestorOf(opened.focusWidget())
    assert not box.hasFocus()


def test_a_table_of_measurement_opens_as_realisasi(
    qtbot: QtBot, tab: OwnTableTab, tmp_path: Path
) -> None:
    rows = [
        ["PENGUKURAN KINERJA KECAMATAN CONTOH"],
        ["TRIWULAN IV TAHUN 2025"],
        ["No", "Sasaran", "Indikator Kinerja", "Target", "Realisasi TW IV", "Ket"],
        [1, "Layanan", "Indeks Kepuasan Masyarakat", 85, 86.5, "baik"],
    ]
    path = write_table(tmp_path / "ukur.xlsx", rows, "A1:F1", "A2:F2")
    open_table(qtbot, tab, path)
    assert tab.bar.kind.key == "realisasi"
    assert tab.choices.periode == Periode(2025, 4)
    assert meanings(tab)[2:5] == ["Indikator (kata-katanya)", NOT_TAKEN, "Realisasi TW IV"]
    assert "Sesudah ini dapat diambil dengan Bagian Target tahunan." in tab.remark.text()
    choose(qtbot, tab, tab.bar.kind_box, tab.bar.kind_box.findData("target_tahunan"))
    assert tab.remark.text() == (
        "1 kolom berangka tidak diambil: Realisasi TW IV. Bila ini realisasi, pilih Bagian "
        "Realisasi."
    )
    assert tab.remark.isVisible()
    tab.column_model.choose(4, "nilai")
    assert not tab.remark.isVisible()
    open_table(qtbot, tab, path)
    assert tab.bar.kind.key == "target_tahunan"


def test_another_sheet_brings_its_own_kind(qtbot: QtBot, tab: OwnTableTab, tmp_path: Path) -> None:
    book = Workbook()
    first, second = book.active, book.create_sheet("Target")
    assert first is not None
    for row in ROWS:
        first.append(row)
    second.append(["Indikator", "Target 2026", "Target 2027"])
    second.append(["Satu", 1, 2])
    book.save(tmp_path / "dua.xlsx")
    tab.bar.choose_kind("mata_anggaran")
    open_table(qtbot, tab, tmp_path / "dua.xlsx")
    tab.bar.sheet_box.setFocus()
    QTest.keyClick(tab.bar.sheet_box, Qt.Key.Key_Down)
    QTest.keyClick(tab.bar.sheet_box, Qt.Key.Key_Enter)
    settle(qtbot, tab)
    assert tab.bar.kind.key == "target_tahunan"
    assert meanings(tab) == ["Indikator (kata-katanya)", "Target", "Target"]
    assert tab.bar.sheet_box.hasFocus()


def test_a_mapping_is_saved_replaced_used_and_forgotten(
    qtbot: QtBot, opened: OwnTableTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, bar, answers = opened.context.office, opened.bar, [False, True]
    monkeypatch.setattr(dialogs, "ask_text", lambda *_: "Pagu SIPD")
    monkeypatch.setattr(dialogs, "confirm", lambda *_: answers.pop(0))
    opened.saved.save_button.click()
    settle(qtbot, opened)
    assert [one.nama for one in list_mappings(office)] == ["Pagu SIPD"]
    opened.column_model.choose(3, "penanggung_jawab")
    opened.saved.save_button.click()
    settle(qtbot, opened)
    assert len(list_mappings(office)[0].mapping.columns) == 3
    opened.saved.save_button.click()
    settle(qtbot, opened)
    assert len(list_mappings(office)[0].mapping.columns) == 4
    choose(qtbot, opened, bar.kind_box, 0)
    choose(qtbot, opened, bar.saved_box, 1)
    assert bar.kind.key == "mata_anggaran"
    assert meanings(opened)[3] == "Penanggung jawab"
    moved = [[], *([row[2:] + row[:2] for row in ROWS[1:]]), []]
    open_table(qtbot, opened, write_table(tmp_path / "lagi.xlsx", moved))
    assert meanings(opened) == ["Pagu murni (Rp)", "Penanggung jawab", "Kode", "Nama"]
    open_table(qtbot, opened, write_table(tmp_path / "lain.xlsx", [["Kode", "Uraian", "Lain"]]))
    assert "kolom 'pagu' (Pagu murni (Rp))" in opened.remark.text()
    opened.saved.remove_button.click()
    settle(qtbot, opened)
    assert list_mappings(office) == []
    assert not opened.saved.remove_button.isEnabled()
    choose(qtbot, opened, bar.saved_box, 0)
    assert meanings(opened)[:2] == ["Kode", "Nama"]


def test_nothing_is_saved_without_a_name_or_a_sheet(
    qtbot: QtBot, tab: OwnTableTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    tab.saved.save_as("x")
    monkeypatch.setattr(dialogs, "ask_text", lambda *_: None)
    tab.saved.save_button.setEnabled(True)
    tab.saved.save_button.click()
    tab.saved.remove_button.setEnabled(True)
    tab.saved.remove_button.click()
    tab.check()
    settle(qtbot, tab)
    assert list_mappings(tab.context.office) == []
    assert not tab.check_button.isVisible()


def test_a_file_is_asked_for(
    qtbot: QtBot, tab: OwnTableTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard = told(monkeypatch)
    monkeypatch.setattr(dialogs, "choose_file", lambda *_: None)
    tab.open_button.click()
    assert tab.context.tasks.pending == 0
    path = tmp_path / "x.xlsx"
    path.write_text("bukan")
    monkeypatch.setattr(dialogs, "choose_file", lambda *_: path)
    tab.open_button.click()
    settle(qtbot, tab)
    assert len(heard) == 1
    assert "bukan buku kerja" in heard[0]
    assert not tab.tables.isVisible()


def test_the_period_of_the_window_is_followed(tab: OwnTableTab) -> None:
    tab.context.set_periode(Periode(2023, 3))
    tab.bar.choose_kind("realisasi")
    assert tab.choices.periode == Periode(2023, 3)


def test_the_letters_of_alt_are_each_used_once(tab: OwnTableTab) -> None:
    for step in (tab.mapping_step, tab.preview_step):
        labels: list[QLabel | QAbstractButton] = [
            *step.findChildren(QLabel),
            *step.findChildren(QAbstractButton),
        ]
        texts = [one.text() for one in labels if "&" in one.text() and one.parent() != tab.strip]
        letters = [text[text.index("&") + 1].casefold() for text in texts]
        assert sorted(letters) == sorted(set(letters)), texts


def test_a_busy_tab_offers_nothing(qtbot: QtBot, opened: OwnTableTab) -> None:
    opened.check()
    assert not opened.bar.isEnabled()
    settle(qtbot, opened)
    assert opened.bar.isEnabled()


def test_reading_and_checking_are_stopped_where_they_are(
    qtbot: QtBot, opened: OwnTableTab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    errors, words = told(monkeypatch), opened.file_label.text()
    said: list[str] = []
    opened.context.said.connect(said.append)
    state = opened.context.office.journal.state()
    other = write_table(tmp_path / "lain.xlsx", ROWS)
    deeds: list[Callable[[], object]] = [
        lambda: opened.open_file(other),
        opened.check_button.click,
    ]
    for deed in deeds:
        with monkeypatch.context() as pressed:
            press_batal(pressed, opened.strip)
            deed()
            assert opened.strip.cancel_button.isVisible()
            settle(qtbot, opened)
        assert opened.context.diary.works[-1].state is WorkState.CANCELLED
        assert opened.file_label.text() == words
        assert opened.steps.currentWidget() is opened.mapping_step
        assert meanings(opened) == ["Kode", "Nama", "Pagu murni (Rp)", NOT_TAKEN]
    assert said == ["Pembacaan tabel dibatalkan. Tidak ada data yang berubah."] * 2
    assert errors == []
    opened.check_button.click()
    settle(qtbot, opened)
    assert opened.steps.currentWidget() is opened.preview_step
    with monkeypatch.context() as pressed:
        # After the backup, among the rows.
        press_batal(pressed, opened.shown._strip, at=2)
        opened.shown.apply_button.click()
        qtbot.waitUntil(lambda: not opened.shown._strip.is_busy, timeout=20_000)
    assert opened.context.diary.works[-1].state is WorkState.CANCELLED
    assert opened.context.office.journal.state() == state
    assert opened.shown.apply_button.isEnabled()
