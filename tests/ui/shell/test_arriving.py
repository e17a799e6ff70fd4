"""Where the cursor stands on a page to which somebody was led."""

from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import change_field, fill_cells, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.beranda.page import BerandaPage
from kinerja_desktop.ui.pengaturan.page import KantorTab, PengaturanPage
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.rencana.rencana_aksi_page import RencanaAksiPage
from kinerja_desktop.ui.rencana.renstra_page import RenstraPage
from kinerja_desktop.ui.rencana.target_matrix import TargetMatrix
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.tables.entry_model import Role
from tests.services.kantor.small import TAHUN, fill_kantor
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PAGES = (BerandaPage, RencanaAksiPage, PengukuranPage, PengaturanPage)


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    return fill_kantor(office)


def lead(qtbot: QtBot, window: MainWindow, key: str) -> None:
    """Go there as a button of Beranda does."""
    button = QPushButton("Kerjakan", window.stack.currentWidget())
    button.show()
    button.setFocus()
    button.clicked.connect(lambda: window.context.open_page(key))
    QTest.keyClick(button, Qt.Key.Key_Space)
    settle(qtbot, window)
    qtbot.wait(50)


def test_figures_can_be_typed_at_once(qtbot: QtBot, office: Office, ids: dict[str, UUID]) -> None:
    first = ids["A1"]
    whole = {"indikator_id": first, "tahun": TAHUN}
    fill_cells(office, "rencana_aksi", [(whole, "tw1", 10), (whole, "tw2", 20)])
    with open_window(qtbot, office, PAGES) as window:
        lead(qtbot, window, "rencana_aksi")
        page = current_page(window)
        assert isinstance(page, RencanaAksiPage)
        table = page.grid.table
        assert QApplication.focusWidget() is table
        cell = table.currentIndex()
        assert not cell.data(Role.EditRole), "the first cell that is still blank"
        assert page.grid.model.is_editable(cell)
        above = [
            (row, column)
            for row in range(cell.row() + 1)
            for column in range(page.grid.model.columnCount())
            if (row, column) < (cell.row(), cell.column())
        ]
        assert all(
            page.grid.model.index(*place).data(Role.EditRole)
            for place in above
            if page.grid.model.is_editable(page.grid.model.index(*place))
        )


def test_targets_are_typed_under_the_chosen_year(
    qtbot: QtBot, office: Office, ids: dict[str, UUID]
) -> None:
    def column_of(page: RenstraPage) -> str:
        matrix = page.tab("target_tahunan")
        assert isinstance(matrix, TargetMatrix)
        assert QApplication.focusWidget() is matrix.grid.table
        cell = matrix.grid.table.currentIndex()
        assert not cell.data(Role.EditRole)
        return matrix.grid.model.column_key(cell)

    with open_window(qtbot, office, (BerandaPage, RenstraPage)) as window:
        for tahun in (TAHUN + 1, TAHUN + 2, TAHUN + 1):
            window.context.set_periode(Periode(tahun))
            window.open_page("beranda")
            settle(qtbot, window)
            window.open_page("renstra", "target_tahunan")
            settle(qtbot, window)
            page = current_page(window)
            assert isinstance(page, RenstraPage)
            assert column_of(page) == str(tahun)


def test_the_cursor_is_not_on_a_button_of_the_head(
    qtbot: QtBot, office: Office, ids: dict[str, UUID]
) -> None:
    with open_window(qtbot, office, PAGES) as window:
        lead(qtbot, window, "pengukuran")
        page = current_page(window)
        assert isinstance(page, PengukuranPage)
        assert QApplication.focusWidget() is page.table


def test_who_went_elsewhere_meanwhile_stays_there(
    qtbot: QtBot, office: Office, ids: dict[str, UUID]
) -> None:
    with open_window(qtbot, office, PAGES) as window:
        window.open_page("pengukuran")
        page = current_page(window)
        assert isinstance(page, PengukuranPage)
        page.whose.setFocus()
        settle(qtbot, window)
        qtbot.wait(50)
        assert page.whose.hasFocus()


def test_typing_into_what_is_reckoned_says_where_it_is_filled(
    qtbot: QtBot, office: Office, ids: dict[str, UUID]
) -> None:
    with open_window(qtbot, office, PAGES) as window:
        lead(qtbot, window, "rencana_aksi")
        page = current_page(window)
        assert isinstance(page, RencanaAksiPage)
        table = page.grid.table
        blank = table.currentIndex()
        table.setCurrentIndex(page.grid.model.index(blank.row(), 0))
        QTest.keyClicks(table, "25")
        told = "Sel ini tidak diisi di sini. Tab membawa ke sel berikutnya yang dapat diisi."
        assert page.grid.line.text() == told
        assert page.grid.line.isVisible()
        table.setCurrentIndex(blank)
        assert not page.grid.line.isVisible()


@pytest.mark.parametrize(
    ("filled", "wanted"),
    [((), "alamat"), (("alamat",), "tempat"), (("alamat", "tempat"), "bupati")],
)
def test_the_office_begins_with_what_its_papers_lack(
    qtbot: QtBot, office: Office, ids: dict[str, UUID], filled: tuple[str, ...], wanted: str
) -> None:
    (row,) = list_rows(office, "instansi")
    for name in ("alamat", "tempat", "bupati"):
        change_field(office, "instansi", row["id"], name, "Terisi" if name in filled else "")
    with open_window(qtbot, office, PAGES) as window:
        window.open_page("pengaturan", "instansi")
        settle(qtbot, window)
        page = current_page(window)
        assert isinstance(page, PengaturanPage)
        tab = page.tab("instansi")
        assert isinstance(tab, KantorTab)
        assert QApplication.focusWidget() is tab.form.editors[wanted]
