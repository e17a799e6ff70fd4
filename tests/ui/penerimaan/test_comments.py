"""Komentar: written to a unit, listed with its state, given as a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.komentar import list_komentar, tulis_komentar
from kinerja_desktop.services.penerimaan.unit import list_unit
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.penerimaan.comment_tab import CommentTab
from kinerja_desktop.ui.penerimaan.page import PenerimaanPage
from kinerja_desktop.ui.penerimaan.receive_tab import ReceiveTab
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES_BAPPEDA
from tests.services.dokumen.papers import TAHUN
from tests.services.penerimaan.senders import IKM, take
from tests.ui.window import current_page, open_window, settle

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot, bappeda: Office, sticks: Path) -> Iterator[MainWindow]:
    take(bappeda, sticks / "v1", sticks / "klakah")
    with open_window(qtbot, bappeda, PAGES_BAPPEDA, Periode(2024)) as opened:
        opened.open_page("penerimaan", "komentar")
        settle(qtbot, opened)
        yield opened


@pytest.fixture
def tab(window: MainWindow) -> CommentTab:
    page = current_page(window)
    assert isinstance(page, PenerimaanPage)
    found = page.tab("komentar")
    assert isinstance(found, CommentTab)
    return found


def listed(tab: CommentTab) -> list[tuple[str, str, str]]:
    return [(row.unit, row.butir.isi, row.keadaan) for row in tab.list.model.rows]


def write(qtbot: QtBot, window: MainWindow, tab: CommentTab, text: str) -> None:
    qtbot.keyClicks(tab.form.text, text)
    qtbot.mouseClick(tab.form.save_button, LEFT)
    settle(qtbot, window)


def test_a_comment_on_an_indicator_is_written_listed_and_taken_back(
    qtbot: QtBot, window: MainWindow, tab: CommentTab, bappeda: Office
) -> None:
    assert tab.list.empty.isVisible()
    assert not tab.form.save_button.isEnabled()
    assert [tab.form.package.itemText(place) for place in range(tab.form.package.count())] == [
        "Kecamatan Candipuro, Tahun 2024", "Kecamatan Klakah, Tahun 2024",
    ]  # fmt: skip
    tab.form.package.setCurrentIndex(1)
    settle(qtbot, window)
    about = tab.form.about
    places = [place for place in range(about.count()) if IKM in about.itemText(place)]
    about.setCurrentIndex(places[0])
    write(qtbot, window, tab, "Lampirkan surveinya.")
    assert listed(tab) == [
        ("Kecamatan Klakah", "Lampirkan surveinya.", "Belum ditulis ke berkas"),
    ]
    assert IKM in tab.list.detail.text()
    assert tab.form.text.toPlainText() == ""
    # The choice stays for the next comment.
    assert tab.form.package.currentText().startswith("Kecamatan Klakah")
    qtbot.mouseClick(tab.done_button, LEFT)
    settle(qtbot, window)
    assert listed(tab)[0][2] == "Selesai 10 Februari 2025"
    assert tab.done_button.text() == "Tandai belum &selesai"
    bappeda.journal.undo()
    bappeda.journal.undo()
    settle(qtbot, window)
    assert listed(tab) == []


def test_a_name_typed_by_half_means_no_unit(
    qtbot: QtBot, window: MainWindow, tab: CommentTab
) -> None:
    """What stands there must be what is meant: else a comment would go to another unit."""
    qtbot.keyClicks(tab.form.text, "Perbaiki.")
    assert tab.form.save_button.isEnabled()
    tab.form.package.setEditText("Klak")
    assert not tab.form.save_button.isEnabled()
    tab.form.package.setCurrentIndex(1)
    assert tab.form.save_button.isEnabled()


def test_what_is_being_written_stays_when_something_comes_in(
    qtbot: QtBot, window: MainWindow, tab: CommentTab, bappeda: Office, sticks: Path
) -> None:
    tab.form.package.setCurrentIndex(1)
    qtbot.keyClicks(tab.form.text, "Belum selesai diketik")
    take(bappeda, sticks / "v2")
    settle(qtbot, window)
    assert tab.form.text.toPlainText() == "Belum selesai diketik"
    assert tab.form.package.currentText().startswith("Kecamatan Klakah")


def test_files_are_written_for_one_unit_or_for_all(
    qtbot: QtBot, window: MainWindow, tab: CommentTab, bappeda: Office, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    keys = {unit.nama: unit.id for unit in list_unit(bappeda)}
    assert not tab.write_button.isEnabled()
    tulis_komentar(bappeda, keys["Candipuro"], TAHUN, "Satu.")
    settle(qtbot, window)
    stick = tmp_path / "stik"
    stick.mkdir()
    monkeypatch.setattr(dialogs, "choose_folder", lambda *_: stick)
    qtbot.mouseClick(tab.write_button, LEFT)
    settle(qtbot, window)
    assert [path.name for path in stick.iterdir()] == ["KOMENTAR_CANDIPURO.json"]
    assert not tab.remove_button.isEnabled()
    tulis_komentar(bappeda, keys["Klakah"], TAHUN, "Dua.")
    settle(qtbot, window)
    asked: list[list[str]] = []

    def choose(_parent: object, _question: str, answers: list[str]) -> str | None:
        asked.append(answers)
        return answers[-1] if len(asked) == 1 else None

    monkeypatch.setattr(dialogs, "choose", choose)
    qtbot.mouseClick(tab.write_button, LEFT)
    settle(qtbot, window)
    assert asked == [["Hanya Kecamatan Candipuro", "Semua (2 unit)"]]
    names = {path.name for path in stick.iterdir()}
    assert names == {"KOMENTAR_CANDIPURO.json", "KOMENTAR_KLAKAH.json"}
    qtbot.mouseClick(tab.write_button, LEFT)  # turned away
    settle(qtbot, window)
    assert {path.name for path in stick.iterdir()} == names
    # The line of one that is done: all others that are told something.
    tab.list.table.selectRow(0)
    qtbot.mouseClick(tab.done_button, LEFT)
    settle(qtbot, window)
    tulis_komentar(bappeda, keys["Klakah"], TAHUN, "Tiga.")
    settle(qtbot, window)
    tab.list.table.selectRow(0)
    qtbot.mouseClick(tab.write_button, LEFT)
    settle(qtbot, window)
    assert {path.name for path in stick.iterdir()} - names == {"KOMENTAR_KLAKAH_2.json"}


def test_a_comment_not_given_yet_is_removed(
    qtbot: QtBot, window: MainWindow, tab: CommentTab, bappeda: Office
) -> None:
    write(qtbot, window, tab, "Salah ketik")
    qtbot.mouseClick(tab.remove_button, LEFT)
    settle(qtbot, window)
    assert list_komentar(bappeda, 2024) == []


def test_a_package_that_is_in_leads_to_a_comment_on_it(
    qtbot: QtBot, window: MainWindow, tab: CommentTab, sticks: Path
) -> None:
    page = current_page(window)
    assert isinstance(page, PenerimaanPage)
    page.receive("terima")
    receiving = page.tab("terima")
    assert isinstance(receiving, ReceiveTab)
    receiving.look([sticks / "klakah"])
    settle(qtbot, window)
    qtbot.mouseClick(receiving.pane.comment_button, LEFT)
    settle(qtbot, window)
    assert page.tabs.currentIndex() == 2
    assert tab.form.package.currentText() == "Kecamatan Klakah, Tahun 2024"


def test_a_year_without_packages_says_so(qtbot: QtBot, window: MainWindow, tab: CommentTab) -> None:
    window.context.set_periode(Periode(2023))
    settle(qtbot, window)
    assert tab.form.note.isVisible()
    assert not tab.form.package.isEnabled()


def test_closing_asks_about_a_comment_that_is_not_stored(
    qtbot: QtBot, window: MainWindow, tab: CommentTab, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def refuse(_parent: object, question: str, *_words: str) -> bool:
        asked.append(question)
        return False

    monkeypatch.setattr(dialogs, "confirm", refuse)
    qtbot.keyClicks(tab.form.text, "Jelaskan capaian IKM")
    window.open_page("beranda")
    settle(qtbot, window)
    assert not window.close()
    assert asked == ["Anda sedang menulis komentar untuk unit, belum disimpan."]
    window.open_page("penerimaan", "komentar")
    settle(qtbot, window)
    assert tab.form.text.toPlainText() == "Jelaskan capaian IKM"
    qtbot.mouseClick(tab.form.save_button, LEFT)
    settle(qtbot, window)
    assert window.close()
    assert len(asked) == 1
