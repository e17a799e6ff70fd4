"""The page Evaluasi Renja: figures, texts that are kept, papers, what is missing."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QListWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.evaluasi.baca import read_evaluasi
from kinerja_desktop.services.evaluasi.dokumen import EVALUASI
from kinerja_desktop.services.kantor.data_entry import list_rows, remove_row
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_papers import make_final, reopen_paper
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.dokumen.page import DokumenPage
from kinerja_desktop.ui.evaluasi.page import EvaluasiPage
from kinerja_desktop.ui.paper.final_dialog import FinalDialog
from kinerja_desktop.ui.rencana.anggaran_page import AnggaranPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.tables.entry_model import INDENT_ROLE
from tests.services.evaluasi.office import TW3, fill_evaluasi
from tests.ui.window import current_page, open_window, settle

E81 = Permintaan("evaluasi-renja", TW3)
PAGES = [EvaluasiPage, DokumenPage, AnggaranPage]


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    return fill_evaluasi(office)


@pytest.fixture
def window(qtbot: QtBot, office: Office, ids: dict[str, UUID]) -> Iterator[MainWindow]:
    with open_window(qtbot, office, PAGES, TW3) as opened:
        yield opened


def page_of(window: MainWindow) -> EvaluasiPage:
    page = current_page(window)
    assert isinstance(page, EvaluasiPage)
    return page


def cell(page: EvaluasiPage, row: int, column: int, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
    return page.model.index(row, column).data(role)


def test_the_table_shows_what_the_paper_says(window: MainWindow) -> None:
    page = page_of(window)
    assert "77,56% – Tinggi (5 dari 6 indikator)" in page.means.text()
    heads = [page.model.headerData(row, Qt.Orientation.Vertical) for row in range(5)]
    assert heads == ["7.01.01", "7.01.01.2.01", "", "7.01.01.2.01.0001", ""]
    # Behind name and indikator come K and Rp of columns 5 to 15: column 13 is the ninth pair.
    assert [cell(page, 3, column) for column in (1, 2, 3, 18, 19)] == [
        "Indikator A (laporan)", "36", "600.000.000", "75,00", "66,67",
    ]  # fmt: skip
    assert cell(page, 4, 3) == ""
    assert cell(page, 4, 25) == "K: posisi akhir"
    assert cell(page, 6, 19, Qt.ItemDataRole.ToolTipRole) == "pagu 0"
    assert page.model.headerData(18, Qt.Orientation.Horizontal) == "K"
    assert page.table.heads.sizeHint().height() > 60


def test_a_text_is_kept_when_it_is_left(qtbot: QtBot, window: MainWindow, office: Office) -> None:
    page = page_of(window)
    box = page.foot.boxes["pendorong"]
    box.setFocus()
    QTest.keyClicks(box, "Rapat rutin")
    QTest.keyClick(box, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: "pendorong" in str(office.journal.last and office.journal.last.label))
    settle(qtbot, window)
    isi = read_evaluasi(office, TW3)
    assert isi.evaluasi is not None
    assert isi.evaluasi.kaki["pendorong"] == "Rapat rutin"


def test_the_date_of_the_berita_acara_is_kept_and_no_date_is_not(
    qtbot: QtBot, window: MainWindow, office: Office
) -> None:
    page = page_of(window)
    page.foot.setCurrentIndex(1)
    field = page.foot.date
    field.setFocus()
    QTest.keyClicks(field, "31 nop")
    page.foot.commit()
    assert read_evaluasi(office, TW3).tanggal is None
    field.clear()
    QTest.keyClicks(field, "3-10-2025")
    QTest.keyClick(field, Qt.Key.Key_Tab)
    settle(qtbot, window)
    assert read_evaluasi(office, TW3).tanggal == date(2025, 10, 3)


def test_what_is_typed_belongs_to_the_triwulan_on_screen(
    qtbot: QtBot, window: MainWindow, office: Office
) -> None:
    page = page_of(window)
    page.foot.boxes["penghambat"].setFocus()
    QTest.keyClicks(page.foot.boxes["penghambat"], "Hujan")
    window.context.set_periode(Periode(2025, 2))
    page.foot.commit()
    settle(qtbot, window)
    kept = read_evaluasi(office, TW3).evaluasi
    assert kept is not None
    assert kept.kaki["penghambat"] == "Hujan"


def test_a_final_form_locks_its_texts(qtbot: QtBot, window: MainWindow, office: Office) -> None:
    page = page_of(window)
    assert not page.finality.note.isVisible()
    make_final(office, EVALUASI, E81, date(2025, 10, 6))
    qtbot.waitUntil(lambda: page.finality.reopen_button.isVisible())
    assert page.finality.note.isVisible()
    assert page.foot.boxes["pendorong"].isReadOnly()
    assert not page.foot.boxes["nomor"].isReadOnly()
    reopen_paper(office, EVALUASI, E81, "salah")
    qtbot.waitUntil(lambda: page.finality.final_button.isVisible())
    assert not page.foot.boxes["pendorong"].isReadOnly()


@pytest.mark.parametrize(
    ("caption", "kunci"),
    [
        ("Pratinjau", "evaluasi-renja"), ("Berita acara", "berita-acara-evaluasi"),
        ("Tindak lanjut", "tindak-lanjut-evaluasi"),
    ],
)  # fmt: skip
def test_a_button_opens_its_paper(
    qtbot: QtBot, window: MainWindow, caption: str, kunci: str
) -> None:
    page = page_of(window)
    deeds = {button.text().replace("&", ""): button.click for button in page.paper_buttons}
    deeds |= {action.text().replace("&", ""): action.trigger for action in page.others.actions()}
    with qtbot.waitSignal(window.context.page_wanted) as signal:
        deeds[caption]()
    assert signal.args == ["dokumen", Permintaan(kunci, TW3)]
    settle(qtbot, window)


def test_a_year_and_an_office_without_budget_say_what_to_do(
    qtbot: QtBot, window: MainWindow, office: Office, ids: dict[str, UUID]
) -> None:
    page = page_of(window)
    window.context.set_periode(Periode(2025))
    settle(qtbot, window)
    assert "pilih Triwulan I, II, III, atau IV" in page.empty.words.text()
    assert not page.paper_buttons[0].isEnabled()
    window.context.set_periode(TW3)
    settle(qtbot, window)
    assert page.lack_buttons["renstra"].isVisible()
    assert not page.lack_buttons["anggaran"].isVisible()
    for pagu in list_rows(office, "pagu"):
        remove_row(office, "pagu", pagu["id"])
    settle(qtbot, window)
    qtbot.waitUntil(lambda: page.lack_buttons["anggaran"].isVisible())
    with qtbot.waitSignal(window.context.page_wanted) as signal:
        page.lack_buttons["anggaran"].click()
    assert signal.args[0] == "anggaran"
    settle(qtbot, window)


def test_a_year_as_a_whole_leads_on_to_its_triwulan(
    qtbot: QtBot, window: MainWindow, office: Office
) -> None:
    page = page_of(window)
    window.context.set_periode(Periode(2025))
    settle(qtbot, window)
    assert [button.text() for button in page.empty.buttons.values()] == [
        "Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV",
    ]  # fmt: skip
    assert all(button.isVisible() for button in page.empty.buttons.values())
    qtbot.mouseClick(page.empty.buttons[3], Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert window.context.periode == TW3
    assert page.table.isVisible()
    # Where the data is missing, another triwulan would help no more than this one.
    window.context.set_periode(Periode(2019, 2))
    settle(qtbot, window)
    assert not page.empty.buttons[1].isVisible()


def test_the_kode_has_its_heading(window: MainWindow) -> None:
    table = page_of(window).table
    assert table.corner.text() == "Kode"
    assert table.corner.isVisible()
    place = table.corner.mapTo(table, table.corner.rect().topLeft())
    assert place.y() < table.heads.geometry().bottom()
    assert table.corner.width() >= table.corner.fontMetrics().horizontalAdvance("Kode")
    assert table.corner.width() >= table.verticalHeader().width() - 2


def test_rows_are_copied_as_excel_takes_them(window: MainWindow) -> None:
    page = page_of(window)
    page.table.setCurrentIndex(page.model.index(3, 1))
    QTest.keySequence(page.table, "Ctrl+C")
    assert QGuiApplication.clipboard().text().strip() == "Indikator A (laporan)"


def test_ctrl_f_looks_for_an_indicator(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    QTest.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.finder.isVisible()
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "Indikator C")
    qtbot.waitUntil(lambda: page.table.currentIndex().row() == 5)
    window.context.set_periode(Periode(2025))
    settle(qtbot, window)
    assert not page.find_here()


def test_before_it_is_final_the_dialog_tells_what_is_missing(
    qtbot: QtBot, window: MainWindow, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(window)
    shown: list[list[str]] = []

    def accept(dialog: FinalDialog) -> int:
        (lines,) = dialog.findChildren(QListWidget)
        shown.append([lines.item(row).text() for row in range(lines.count())])
        dialog.date.set_date(date(2025, 10, 6))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(FinalDialog, "exec", accept)
    page.finality.final_button.click()
    qtbot.waitUntil(lambda: page.finality.reopen_button.isVisible())
    settle(qtbot, window)
    assert [line.split(" belum ")[0] for line in shown[0][:3]] == [
        "△ 1 dari 5 program, kegiatan, dan sub kegiatan",
        "△ 2 dari 6 indikator",
        "△ Pagu Renstra 1 dari 5 program, kegiatan, dan sub kegiatan",
    ]
    assert "masih draf" in shown[0][3]


def test_every_name_is_read_whole(qtbot: QtBot, latihan: Office) -> None:
    """They were cut to *Penyusunan Dokumen Perenc…*, at every size of the window."""
    with open_window(qtbot, latihan, (EvaluasiPage,), Periode(2025, 3)) as window:
        table = page_of(window).table
        for row in range(table.model().rowCount()):
            for column in (0, 1):
                index = table.model().index(row, column)
                font = index.data(Qt.ItemDataRole.FontRole) or table.font()
                indent = 14 * (index.data(INDENT_ROLE) or 0)
                room = QRect(0, 0, table.columnWidth(column) - indent - 8, 1000)
                flags = Qt.TextFlag.TextWordWrap
                needed = QFontMetrics(font).boundingRect(room, flags, index.data())
                assert needed.height() <= table.rowHeight(row), index.data()
                assert needed.width() <= room.width(), index.data()
