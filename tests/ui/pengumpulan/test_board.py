"""Who has not handed in, at a glance: words, colours, details, and a page with nothing to show."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengumpulan.baca import plan_terima
from kinerja_desktop.services.pengumpulan.terima import take_in
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.pengumpulan.board import Board
from kinerja_desktop.ui.pengumpulan.page import PengumpulanPage
from tests.conftest import Clock
from tests.services.pengumpulan.office import (
    KASI,
    KASUBBAG,
    PERIODE,
    Filler,
    indikator_of,
    send,
)
from tests.ui.pengumpulan.window import collecting
from tests.ui.window import settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def lines(board: Board) -> list[list[str]]:
    model = board.model
    columns = range(model.columnCount())
    return [[model.index(row, n).data() for n in columns] for row in range(model.rowCount())]


def ground(board: Board, row: int) -> str:
    colour = board.model.index(row, 1).data(Qt.ItemDataRole.BackgroundRole)
    return str(colour.name()) if colour else ""


def test_every_state_has_its_word_and_its_colour(
    qtbot: QtBot, kantor: Office, stick: Path, clock: Clock
) -> None:
    with collecting(qtbot, kantor) as (window, tab):
        board = tab.board
        assert [row[1] for row in lines(board)] == ["belum dikirim"] * 2
        assert [ground(board, row) for row in (0, 1)] == ["", ""]
        assert board.summary.text() == "0 dari 2 pemegang data lengkap, belum dikirim"
        assert not tab.warn_button.isEnabled(), "nobody was asked yet"
        assert tab.warn_button.toolTip().startswith("Belum ada formulir yang dikirim")
        assert not tab.print_button.isEnabled()
        clock.moment = clock.moment.replace(day=8)
        forms = send(kantor, stick)
        settle(qtbot, window)
        assert [row[1] for row in lines(board)] == ["menunggu"] * 2
        clock.moment = clock.moment.replace(day=15)
        first, *rest = indikator_of(kantor, KASI)
        path = Filler(forms[KASI]).fill(first.id, pembilang=90, penyebut=100).save()
        take_in(kantor, plan_terima(kantor, [path], PERIODE))
        settle(qtbot, window)
        # Thursday, Friday, Monday: three hari kerja after Wednesday the 10th.
        assert lines(board) == [
            [KASI, "masuk sebagian", "1 dari 3", "3 hari kerja", "10-07-2024", "15-07-2024",
             "08-07-2024", "–"],
            [KASUBBAG, "terlambat", "0 dari 11", "3 hari kerja", "10-07-2024", "–", "08-07-2024",
             "–"],
        ]  # fmt: skip
        assert [ground(board, row) for row in (0, 1)] == [style.DANGER_SOFT.lower()] * 2
        assert board.summary.text() == (
            "0 dari 2 pemegang data lengkap, 2 terlambat, batas waktu 10 Juli 2024"
        )
        filler = Filler(path)
        for row in rest:
            filler.fill(row.id, nilai=80)
        take_in(kantor, plan_terima(kantor, [filler.save()], PERIODE))
        settle(qtbot, window)
        assert lines(board)[0][1:3] == ["lengkap", "3 dari 3"]
        assert ground(board, 0) == style.GOOD_SOFT.lower()


def test_the_chosen_holders_data_is_listed_and_stays_chosen(
    qtbot: QtBot, kantor: Office, forms: dict[str, Path]
) -> None:
    with collecting(qtbot, kantor) as (window, tab):
        board = tab.board
        board.table.setFocus()
        QTest.keyClick(board.table, Qt.Key.Key_Down)
        details = board.details_model
        kinds = [details.index(row, 1).data() for row in range(details.rowCount())]
        assert kinds.count("Anggaran") == 5
        assert kinds.count("Indikator") == 6
        asked = indikator_of(kantor, KASI)
        with kantor.journal.action("Mengubah uraian") as session:
            session.add(asked[0])
            asked[0].uraian = "Indeks Kepuasan Warga"
        settle(qtbot, window)
        row = board.current()
        assert row is not None
        assert row.pemegang == KASUBBAG
        QTest.keyClick(board.table, Qt.Key.Key_Up)
        assert details.index(0, 0).data() == "Indeks Kepuasan Warga"
        assert details.index(0, 2).data() == "belum ada"


def test_rows_that_name_nobody_are_told(qtbot: QtBot, muncar: Office) -> None:
    with collecting(qtbot, muncar) as (window, tab):
        for row in list_rows(muncar, "indikator"):
            change_field(muncar, "indikator", row["id"], "frekuensi", "triwulanan")
            change_field(muncar, "indikator", row["id"], "akumulasi", "posisi_akhir")
        settle(qtbot, window)
        assert lines(tab.board)[-1][0] == "(pemegang belum diisi)"


@pytest.mark.parametrize(
    ("periode", "words"),
    [
        (Periode(2019), "Tidak ada yang ditanyakan untuk Tahun 2019."),
        (Periode(2019, 2), "baru ditanyakan pada Triwulan IV dan setahun"),
        (Periode(2019, 4), "Tidak ada yang ditanyakan untuk Triwulan IV Tahun 2019."),
    ],
)
def test_a_period_without_questions_says_so(
    qtbot: QtBot, kantor: Office, periode: Periode, words: str
) -> None:
    with collecting(qtbot, kantor) as (window, tab):
        window.context.set_periode(periode)
        settle(qtbot, window)
        assert words in tab.board.empty.text()
        assert ("baru ditanyakan" in tab.board.empty.text()) == (periode.triwulan == 2)
        assert tab.board.empty.isVisible()
        assert not tab.board.table.isVisible()
        assert not tab.send_button.isEnabled()
        assert tab.take_button.isEnabled(), "forms of another period can always be read"
        window.context.set_periode(PERIODE)
        settle(qtbot, window)
        assert not tab.board.empty.isVisible()
        assert tab.board.table.isVisible()


def test_an_office_that_is_not_set_up_shows_where_to_begin(qtbot: QtBot, office: Office) -> None:
    with collecting(qtbot, office) as (_window, tab):
        assert "Renstra & IKU" in tab.board.empty.text()
        assert not tab.send_button.isEnabled()


def test_letters_lead_to_the_tabs_and_ctrl_f_to_the_list(
    qtbot: QtBot, kantor: Office, forms: dict[str, Path]
) -> None:
    with collecting(qtbot, kantor) as (window, tab):
        page = window.findChild(PengumpulanPage)
        assert isinstance(page, PengumpulanPage)
        bar = page.tabs.findChild(QTabBar)
        assert isinstance(bar, QTabBar)
        for keys, place in (("Alt+X", 1), ("Alt+U", 2), ("Alt+F", 0)):
            QTest.keySequence(window, keys)
            assert bar.currentIndex() == place
        settle(qtbot, window)
        tab.send_button.setFocus()
        QTest.keySequence(window, "Ctrl+F")
        QTest.keyClicks(window.focusWidget(), "pelayanan")
        assert [row.pemegang for row in tab.board.model.rows] == ["Kasi Pelayanan Umum"]
        assert len(tab.board.model.given) > len(tab.board.model.rows)
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
        assert tab.board.table.hasFocus()


def test_tab_walks_through_the_buttons_and_both_tables(
    qtbot: QtBot, kantor: Office, forms: dict[str, Path]
) -> None:
    with collecting(qtbot, kantor) as (window, tab):
        tab.send_button.setFocus()
        walked = []
        for _ in range(6):
            QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
            walked.append(window.focusWidget())
        assert walked == [
            tab.take_button, tab.folder_button, tab.warn_button, tab.print_button,
            tab.board.table, tab.board.details,
        ]  # fmt: skip
