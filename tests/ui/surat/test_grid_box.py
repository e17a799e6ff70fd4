"""The small table of a letter: its menu does what its keys do."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.base.reading_only import note_reader
from kinerja_desktop.ui.surat.grid_box import GridBox

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def menu_of(box: QWidget) -> dict[str, bool]:
    assert isinstance(box, GridBox)
    place = QPoint(5, 5)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, box.mapToGlobal(place))
    QApplication.sendEvent(box.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    offered = {one.text().replace("&", ""): one.isEnabled() for one in menu.actions()}
    menu.close()
    return offered


@pytest.fixture
def box(qtbot: QtBot) -> GridBox:
    made = GridBox("Peserta")
    qtbot.addWidget(made)
    made.show_rows(("Nama", "Jabatan"), [("Sari", "Camat"), ("Budi", "Kasi")])
    made.show()
    return made


def test_cells_are_copied_pasted_and_emptied(box: GridBox) -> None:
    box.setCurrentCell(1, 0)
    assert menu_of(box) == {
        "Salin\tCtrl+C": True,
        "Salin dengan judul\tCtrl+Shift+C": True,
        "Tempel\tCtrl+V": False,
        "Hapus isi\tDelete": True,
    }
    QGuiApplication.clipboard().setText("Ani\tStaf\n")
    assert menu_of(box)["Tempel\tCtrl+V"]
    box.paste_copied()
    assert box.rows() == (("Sari", "Camat"), ("Ani", "Staf"))
    box.clear_cells()
    assert box.rows() == (("Sari", "Camat"), ("", "Staf"))


def test_a_reader_only_copies(box: GridBox) -> None:
    note_reader(box, may_write=False)
    box.setCurrentCell(0, 0)
    QGuiApplication.clipboard().setText("Ani")
    offered = menu_of(box)
    assert offered["Salin\tCtrl+C"]
    assert not offered["Tempel\tCtrl+V"]
    assert not offered["Hapus isi\tDelete"]
