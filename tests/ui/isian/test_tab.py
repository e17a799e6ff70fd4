"""Buku kerja: out, in again with a preview; a bad file changes nothing."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.workbook import export_workbook
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.diary import WorkState
from kinerja_desktop.ui.isian.tab import WorkbookTab
from kinerja_desktop.ui.pengumpulan.page import PengumpulanPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.ui.stopping import last_state, press_batal
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def window(qtbot: QtBot, muncar: Office) -> Iterator[MainWindow]:
    with open_window(qtbot, muncar, (PengumpulanPage,)) as opened:
        yield opened


@pytest.fixture
def page(window: MainWindow) -> WorkbookTab:
    found = current_page(window)
    assert isinstance(found, PengumpulanPage)
    return found.open_workbook()


@pytest.fixture
def book(muncar: Office, tmp_path: Path) -> Path:
    path = tmp_path / "buku.xlsx"
    export_workbook(muncar, path)
    return path


def spoil(path: Path, **cells: Any) -> None:
    """Write into cells of the sheet Realisasi."""
    workbook = load_workbook(path)
    for cell, value in cells.items():
        workbook["Realisasi"][cell] = value
    workbook.save(path)


def click(button: Any) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.fixture
def take(
    page: WorkbookTab,
    book: Path,
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Any:
    def take_() -> None:
        monkeypatch.setattr(dialogs, "choose_file", lambda *_: book)
        click(page.import_button)
        settle(qtbot, window)

    return take_


def test_the_office_is_written_whole_or_as_a_blank_form(
    page: WorkbookTab,
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for button, name in ((page.export_button, "isi"), (page.blank_button, "kosong")):
        monkeypatch.setattr(
            dialogs, "choose_save_file", lambda *_, to=f"{name}.xlsx": tmp_path / to
        )
        click(button)
        settle(qtbot, window)
        assert page.words.text() == f"Tersimpan: {tmp_path / f'{name}.xlsx'}"
    whole, blank = (load_workbook(tmp_path / f"{name}.xlsx") for name in ("isi", "kosong"))
    assert whole["Realisasi"]["A5"].value == "IKU-1"
    assert blank["Realisasi"]["A5"].value is None
    monkeypatch.setattr(dialogs, "choose_save_file", lambda *_: None)
    click(page.export_button)
    assert page.context.tasks.pending == 0


def test_a_place_that_cannot_be_written_is_explained(
    page: WorkbookTab,
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda _, error: told.append(error.message))
    page.export(tmp_path / "tidak-ada" / "x.xlsx", kosong=False)
    settle(qtbot, window)
    assert len(told) == 1


def test_changes_are_shown_old_beside_new_and_taken_in_on_demand(
    page: WorkbookTab, take: Any, book: Path, muncar: Office, window: MainWindow, qtbot: QtBot
) -> None:
    # `docs/sakip.md` §14, Muncar 2020: IKM 91.
    spoil(book, E5=95.5)
    before = list_rows(muncar, "realisasi")
    take()
    assert [page.model.index(0, column).data() for column in range(5)] == [
        "Realisasi", "IKU-1 · 2020", "Realisasi", "91", "95,5",
    ]  # fmt: skip
    assert page.words.text().startswith("buku.xlsx: 0 baris baru, 1 baris berubah")
    assert list_rows(muncar, "realisasi") == before
    click(page.apply_button)
    settle(qtbot, window)
    assert "1 baris berubah" in page.words.text()
    assert "Ctrl+Z" in page.words.text()
    changed = [row for row in list_rows(muncar, "realisasi") if row not in before]
    assert [str(row["nilai"]) for row in changed] == ["95.5"]
    window.top.undo_action.trigger()
    settle(qtbot, window)
    assert list_rows(muncar, "realisasi") == before


def test_a_bad_file_shows_everything_and_changes_nothing(
    page: WorkbookTab, take: Any, book: Path, muncar: Office
) -> None:
    spoil(book, E5=95.5, E6="abc", E7="1.234", A8="IKU-99")
    before = list_rows(muncar, "realisasi")
    take()
    shown = [page.problems.item(row).text() for row in range(page.problems.count())]
    assert shown == [
        "buku.xlsx · Realisasi · E6: Realisasi: 'abc' bukan angka: tulis seperti 93,75",
        "buku.xlsx · Realisasi · E7: Realisasi: '1.234' dapat berarti 1234 atau 1,2340: tulis "
        "1234 atau 1,2340",
        "buku.xlsx · Realisasi · A8: Indikator: 'IKU-99' tidak ditemukan: periksa tulisannya, "
        "atau tambahkan dulu",
    ]
    assert "3 hal harus diperbaiki" in page.words.text()
    assert not page.apply_button.isVisible()
    assert list_rows(muncar, "realisasi") == before
    click(page.drop_button)
    assert not page.result.isVisible()


def test_the_same_workbook_has_nothing_to_take_in(page: WorkbookTab, take: Any) -> None:
    take()
    assert "sama dengan data yang ada" in page.words.text()
    assert not page.apply_button.isVisible()


def test_a_file_that_is_no_workbook_is_explained(
    page: WorkbookTab,
    book: Path,
    take: Any,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda _, error: told.append(str(error)))
    book.write_text("bukan buku kerja")
    take()
    assert len(told) == 1
    assert "buku.xlsx" in told[0]
    assert not page.result.isVisible()


def test_no_file_chosen_reads_nothing(page: WorkbookTab, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dialogs, "choose_file", lambda *_: None)
    click(page.import_button)
    assert page.context.tasks.pending == 0


def test_a_failure_while_taking_in_leaves_the_plan(
    page: WorkbookTab,
    take: Any,
    book: Path,
    muncar: Office,
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda _, error: told.append(str(error)))
    spoil(book, E5=95.5)
    take()
    # The backup before an import has no place to go.
    muncar.backup_folder.rename(muncar.folder / "lain")
    muncar.backup_folder.write_text("")
    click(page.apply_button)
    settle(qtbot, window)
    assert len(told) == 1
    assert page.apply_button.isEnabled()
    assert page.apply_button.isVisible()


def test_writing_the_workbook_is_stopped(
    page: WorkbookTab,
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "keluar"
    folder.mkdir()
    monkeypatch.setattr(dialogs, "choose_save_file", lambda *_: folder / "buku.xlsx")
    press_batal(monkeypatch, page.strip, at=30)
    click(page.export_button)
    settle(qtbot, window)
    assert last_state(window) is WorkState.CANCELLED
    assert window.statusBar().currentMessage().startswith("Penulisan buku kerja dibatalkan.")
    assert list(folder.iterdir()) == []
    assert page.result.isHidden()
