"""What is typed into a letter goes into that letter alone, and stays until it can be kept."""

from datetime import date
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.surat.isi import Tindak
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.surat.langkah import SuratLangkah
from kinerja_desktop.services.surat.nilai import Tempat
from kinerja_desktop.services.surat.tulis import change_tanggal, list_naskah, read_naskah
from kinerja_desktop.services.surat.wording import read_templat
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.surat.letters_tab import LettersTab
from kinerja_desktop.ui.surat.wording_tab import WordingTab
from tests.services.sop.office import PENGUKURAN, give_sop, start
from tests.services.surat.letters import DAY, TAHUN, begin
from tests.ui.speech import Speech
from tests.ui.surat.tabs import tab
from tests.ui.window import settle

_CONTROL = Qt.KeyboardModifier.ControlModifier


def show_letter(qtbot: QtBot, window: MainWindow, key: UUID) -> LettersTab:
    shown = tab(qtbot, window, "naskah")
    assert isinstance(shown, LettersTab)
    shown.open_letter(key)
    settle(qtbot, window)
    return shown


def current(shown: LettersTab) -> UUID:
    letter = shown.table.current()
    assert letter is not None
    return letter.id


def test_another_letter_of_the_kind_never_gets_what_was_typed(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    first, second = (begin(muncar, "surat", hal=hal) for hal in ("Satu", "Dua"))
    shown = show_letter(qtbot, window, first)
    line = shown.form.boxes["hal"]
    line.setFocus()
    line.setText("Satu diubah")
    shown.open_letter(second)
    settle(qtbot, window)
    assert line.text() == "Dua"
    QTest.keyClicks(line, "!")
    shown.open_letter(first)
    settle(qtbot, window)
    assert [read_naskah(muncar, key).isi.hal for key in (first, second)] == ["Satu diubah", "Dua!"]


def test_what_is_right_is_kept_beside_what_is_wrong(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    key = begin(muncar, "notulen")
    shown = show_letter(qtbot, window, key)
    agreed, line = shown.form.boxes["tindak_lanjut"], shown.form.boxes["hal"]
    agreed.item(0, 0).setText("Melengkapi data")
    agreed.item(0, 2).setText("kapan-kapan")
    line.setText("Rapat Persiapan")
    line.editingFinished.emit()
    settle(qtbot, window)
    isi = read_naskah(muncar, key).isi
    assert (isi.hal, isi.tindak_lanjut) == ("Rapat Persiapan", (Tindak("Melengkapi data"),))
    assert shown.form.problem.text().startswith("Tindak lanjut baris 1: ")
    change_tanggal(muncar, key, date(2025, 1, 21))
    settle(qtbot, window)
    assert agreed.item(0, 2).text() == "kapan-kapan"
    assert "kapan-kapan" in shown.form.problem.text()
    agreed.item(0, 2).setText("24-1-2025")
    settle(qtbot, window)
    assert not shown.form.problem.isVisible()
    (task,) = read_naskah(muncar, key).isi.tindak_lanjut
    assert task == Tindak("Melengkapi data", "", date(2025, 1, 24))


@pytest.mark.parametrize("place", ["words", "day"])
def test_a_letter_with_something_wrong_in_it_is_not_left(
    qtbot: QtBot, window: MainWindow, muncar: Office, place: str
) -> None:
    first, second = begin(muncar, "notulen"), begin(muncar, "surat", hal="Lain")
    shown = show_letter(qtbot, window, first)
    if place == "words":
        shown.form.boxes["tindak_lanjut"].item(0, 2).setText("31-2-2025")
    else:
        shown.head.date.setText("31-2-2025")
    rows = [row.id for row in shown.model.rows]
    wanted = shown.model.index(rows.index(second), 0)
    qtbot.mouseClick(
        shown.table.viewport(), Qt.MouseButton.LeftButton,
        pos=shown.table.visualRect(wanted).center(),
    )  # fmt: skip
    qtbot.waitUntil(lambda: current(shown) == first)
    assert [index.row() for index in shown.table.selectionModel().selectedRows()] == [
        rows.index(first)
    ]
    if place == "words":
        shown.form.boxes["tindak_lanjut"].item(0, 2).setText("")
    else:
        assert shown.head.date.text() == "31-2-2025"
        shown.head.date.set_date(DAY)
    shown.open_letter(second)
    settle(qtbot, window)
    assert current(shown) == second


def test_a_pasted_table_is_kept_but_for_the_date_that_is_none(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    """Whether the window is closed then or another year is chosen."""
    key = begin(muncar, "notulen")
    shown = show_letter(qtbot, window, key)
    box = shown.form.boxes["tindak_lanjut"]
    box.setCurrentCell(0, 0)
    box.paste("Satu\tKasi\t24-1-2025\nDua\tStaf\t31-02-2027\nTiga\t\t")
    assert shown.form.problem.text().startswith("Tindak lanjut baris 2: ")
    window.context.set_periode(Periode(TAHUN.tahun + 1))
    settle(qtbot, window)
    assert read_naskah(muncar, key).isi.tindak_lanjut == (
        Tindak("Satu", "Kasi", date(2025, 1, 24)), Tindak("Dua", "Staf"), Tindak("Tiga"),
    )  # fmt: skip


def test_no_letter_is_begun_while_something_is_wrong_in_this_one(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    give_sop(muncar)
    shown = show_letter(qtbot, window, begin(muncar, "surat", hal="Uji"))
    shown.head.date.setText("31-2-2025")
    shown.begin("nota-dinas")
    shown.open_for(SuratLangkah("disposisi", TAHUN, Tempat(start(muncar, PENGUKURAN), 2, 1)))
    settle(qtbot, window)
    assert len(list_naskah(muncar, TAHUN.tahun)) == 1
    assert "Perbaiki dulu" in window.statusBar().currentMessage()


def test_a_kind_without_parts_shows_no_caption_for_them(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    shown = show_letter(qtbot, window, begin(muncar, "nota-dinas", hal="Uji", bagian=()))
    assert not shown.form.boxes["bagian"].isVisible()
    captions = [label.text() for label in shown.form.findChildren(QLabel) if label.isVisible()]
    assert "Hal" in [text.replace("&", "") for text in captions]
    assert not [text for text in captions if "agian" in text]


def test_what_was_taken_back_is_shown_even_in_the_field_in_use(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    key = begin(muncar, "surat", hal="Semula")
    shown = show_letter(qtbot, window, key)
    line = shown.form.boxes["hal"]
    line.setFocus()
    line.setText("Baru")
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert read_naskah(muncar, key).isi.hal == "Baru"
    muncar.journal.undo()
    settle(qtbot, window)
    assert line.text() == "Semula"


def test_a_cell_of_a_spreadsheet_with_two_lines_stays_one(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    shown = show_letter(qtbot, window, begin(muncar, "notulen"))
    box = shown.form.boxes["tindak_lanjut"]
    box.setCurrentCell(0, 0)
    QGuiApplication.clipboard().setText('"Melengkapi\ndata ""desa"""\tKasi\t\nMenyusun\t\t\n')
    QTest.keyClick(box, Qt.Key.Key_V, _CONTROL)
    assert box.rows() == (('Melengkapi data "desa"', "Kasi", ""), ("Menyusun", "", ""))
    box.selectAll()
    QTest.keyClick(box, Qt.Key.Key_C, _CONTROL)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[:2] == ['Melengkapi data "desa"\tKasi\t', "Menyusun\t\t"]


def test_the_wording_of_another_kind_never_gets_what_was_typed(
    qtbot: QtBot, window: MainWindow, muncar: Office, speech: Speech
) -> None:
    shown = tab(qtbot, window, "templat")
    assert isinstance(shown, WordingTab)
    for kind in ("undangan", "notulen"):
        before = read_templat(muncar, "notulen")[0].hal
        shown.kind.setCurrentIndex(shown.kind.findData("undangan"))
        settle(qtbot, window)
        shown.form.boxes["hal"].setText(f"Undangan untuk {kind}")
        shown.kind.setCurrentIndex(shown.kind.findData(kind))
        settle(qtbot, window)
        assert read_templat(muncar, "notulen")[0].hal == before
    assert read_templat(muncar, "undangan")[0].hal == "Undangan untuk notulen"
    assert shown.form.boxes["hal"].text() == before


def test_a_wording_that_is_refused_is_not_left(
    qtbot: QtBot, window: MainWindow, muncar: Office, speech: Speech
) -> None:
    shown = tab(qtbot, window, "templat")
    assert isinstance(shown, WordingTab)
    shown.kind.setCurrentIndex(shown.kind.findData("undangan"))
    settle(qtbot, window)
    shown.form.boxes["hal"].setText("Undangan {nomer}")
    shown.kind.setCurrentIndex(shown.kind.findData("surat"))
    settle(qtbot, window)
    assert "Ada 1 hal yang harus diperbaiki" in speech.said[-1]
    assert shown.kind.currentData() == "undangan"
    assert shown.form.boxes["hal"].text() == "Undangan {nomer}"
