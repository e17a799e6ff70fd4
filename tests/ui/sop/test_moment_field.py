"""When something happened, as it is typed in the card of a step and when a case starts."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.tanggal import WIB
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import list_cases, read_case
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.sop.case_dialogs import StartDialog
from kinerja_desktop.ui.sop.moment_field import MomentField
from kinerja_desktop.ui.sop.page import SopPage
from tests.services.sop.office import BUKA_KEMBALI, PENGUMPULAN, SELESAI, give_sop, start
from tests.ui.sop.window import answer, press, sop_window
from tests.ui.window import settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Window = tuple[MainWindow, SopPage]


@pytest.fixture
def field(qtbot: QtBot) -> MomentField:
    made = MomentField()
    qtbot.addWidget(made)
    made.set_today(date(2025, 1, 15))
    return made


@pytest.fixture
def opened(qtbot: QtBot, office: Office) -> Iterator[Window]:
    give_sop(office)
    with sop_window(qtbot, office) as found:
        yield found


def test_blank_means_now(field: MomentField) -> None:
    assert (field.moment(), field.error()) == (None, "")
    assert field.reading.isHidden()


@pytest.mark.parametrize(
    ("day", "clock", "moment"),
    [
        ("14-1-2025", "14.30", datetime(2025, 1, 14, 14, 30, tzinfo=WIB)),
        ("", "7.45", datetime(2025, 1, 15, 7, 45, tzinfo=WIB)),
        ("13 jan 2025", "8", datetime(2025, 1, 13, 8, 0, tzinfo=WIB)),
    ],
)
def test_a_date_with_its_time_is_a_moment(
    field: MomentField, day: str, clock: str, moment: datetime
) -> None:
    field.tanggal.setText(day)
    field.jam.setText(clock)
    assert (field.moment(), field.error()) == (moment, "")
    assert f"pukul {moment:%H.%M}" in field.reading.text()
    field.clear()
    assert (field.moment(), field.reading.isHidden()) == (None, True)


@pytest.mark.parametrize(
    ("day", "clock", "sentence"),
    [
        ("32-1-2025", "9", "Januari 2025 punya tanggal 1 sampai 31"),
        ("14-1-2025", "", "Isi juga jamnya, misalnya 14.30."),
        ("14-1-2025", "sore", "'sore' bukan jam: tulis seperti 14.30."),
    ],
)
def test_what_is_no_moment_gets_a_sentence(
    field: MomentField, day: str, clock: str, sentence: str
) -> None:
    field.tanggal.setText(day)
    field.jam.setText(clock)
    assert field.moment() is None
    assert sentence in field.error()
    assert field.reading.text() == field.error()


def test_a_step_is_noted_as_of_when_it_happened(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    office = page.context.office
    case_id = start(office, PENGUMPULAN)
    page.receive(case_id)
    settle(qtbot, window)
    kapan = page.case.card.kapan
    # Before the step arrived: the service refuses, and what was typed stays to be mended.
    kapan.tanggal.setText("14-1-2025")
    kapan.jam.setText("9")
    said: list[str] = []

    def read(box: object) -> None:
        said.append(box.text())  # type: ignore[attr-defined]
        box.close()  # type: ignore[attr-defined]

    answer(read)
    press(qtbot, window, page.case.card.buttons[SELESAI])
    assert "mendahului" in said[0]
    kapan.tanggal.setText("")
    kapan.jam.setText("jam 9")
    press(qtbot, window, page.case.card.buttons[SELESAI])
    assert read_case(office, case_id).posisi.langkah_selesai == 0
    assert "bukan jam" in kapan.reading.text()
    assert window.focusWidget() is kapan.jam
    kapan.jam.setText("9.00")
    press(qtbot, window, page.case.card.buttons[SELESAI])
    case = read_case(office, case_id)
    assert case.posisi.langkah_selesai == 1
    assert case.kejadian[-1].dicatat is not None
    assert kapan.is_blank(), "the next step happens at a moment of its own"
    item = page.case.history.item(1, 0)
    assert item is not None
    assert item.text() == "15-01-2025 09.00\ndicatat 15-01-2025 09.00"


def test_the_field_is_reached_by_its_letter(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    page.receive(start(page.context.office, PENGUMPULAN))
    settle(qtbot, window)
    QTest.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.AltModifier)
    assert window.focusWidget() is page.case.card.kapan.tanggal
    QTest.keyClick(page.case.card.kapan.tanggal, Qt.Key.Key_Tab)
    assert window.focusWidget() is page.case.card.kapan.jam


def test_a_case_that_began_last_monday_is_started_so(qtbot: QtBot, opened: Window) -> None:
    window, page = opened

    def fill(dialog: StartDialog) -> None:
        dialog.kapan.tanggal.setText("13-1-2025")
        dialog.accept()
        assert dialog.isVisible(), "its time is missing"
        dialog.kapan.jam.setText("8.15")
        dialog.accept()

    answer(fill)
    press(qtbot, window, page.start)
    (case,) = list_cases(page.context.office)
    assert case.posisi.sejak == datetime(2025, 1, 13, 8, 15, tzinfo=WIB)
    assert BUKA_KEMBALI not in read_case(page.context.office, case.id).pilihan
