"""A step ends by one press that is meant, and can be taken back while the strip counts down."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from sqlmodel import select

from kinerja_desktop.domain.sop.kantor import Pemilik, make_sop
from kinerja_desktop.domain.sop.kejadian import JenisKejadian
from kinerja_desktop.domain.sop.suntingan import edit_langkah, suntingan_of
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import start_case
from kinerja_desktop.services.sop.own import save_new
from kinerja_desktop.store.records import HariLibur
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.sop import case_view, taking_back
from kinerja_desktop.ui.sop.page import SopPage
from tests.conftest import Clock
from tests.services.sop.office import (
    BATAL,
    CANDIPURO,
    KEMBALIKAN,
    MULAI,
    PENGUKURAN,
    PENGUMPULAN,
    SELESAI,
    SETUJU,
    TAHUN,
    do,
    give_sop,
    start,
)
from tests.ui.sop.window import answer, dismiss, give_reason, press, sop_window
from tests.ui.window import settle

# The plugin without a screen cannot pass size hints on, and says so.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Window = tuple[MainWindow, SopPage]
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def opened(qtbot: QtBot, office: Office) -> Iterator[Window]:
    give_sop(office)
    with sop_window(qtbot, office) as found:
        yield found


def open_new(qtbot: QtBot, opened: Window, kode: str, *kinds: JenisKejadian) -> SopPage:
    window, page = opened
    case_id = start(page.context.office, kode)
    do(page.context.office, case_id, *kinds)
    page.receive(case_id)
    settle(qtbot, window)
    qtbot.wait(5)
    return page


def done(page: SopPage) -> int:
    assert page.case.kasus is not None
    return page.case.kasus.posisi.langkah_selesai


def alt_s(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_S, ALT)
    # Qt shows the button pressed for a tenth of a second before it clicks.
    qtbot.wait(130)
    settle(qtbot, window)


def hold(widget: QWidget, key: Qt.Key, repeats: int) -> None:
    """Press a key and keep it down, as the system tells it."""
    QApplication.sendEvent(widget, _key(QEvent.Type.KeyPress, key))
    for _ in range(repeats):
        QApplication.sendEvent(widget, _key(QEvent.Type.KeyRelease, key, is_repeat=True))
        QApplication.sendEvent(widget, _key(QEvent.Type.KeyPress, key, is_repeat=True))
    QApplication.sendEvent(widget, _key(QEvent.Type.KeyRelease, key))


def _key(kind: QEvent.Type, key: Qt.Key, *, is_repeat: bool = False) -> QKeyEvent:
    return QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, "", is_repeat)


# -- the strip


def test_a_finished_step_is_taken_back_by_the_button(qtbot: QtBot, opened: Window) -> None:
    page = open_new(qtbot, opened, PENGUMPULAN)
    window, case = opened[0], page.case
    assert not case.strip.isVisible()
    press(qtbot, window, case.card.buttons[SELESAI])
    assert case.strip.isVisible()
    assert case.strip.label.text() == "Langkah 1 selesai."
    assert case.strip.button.text() == "Batalkan (10)"
    assert case.strip.button.accessibleName() == "Langkah 1 selesai. Batalkan"
    assert "10 detik" in case.strip.button.accessibleDescription()
    assert done(page) == 1
    press(qtbot, window, case.strip.button)
    assert done(page) == 0
    assert not case.strip.isVisible()
    assert window.focusWidget() is case.card.primary


def test_esc_takes_back_while_the_strip_is_shown(qtbot: QtBot, opened: Window) -> None:
    page = open_new(qtbot, opened, PENGUMPULAN)
    window, case = opened[0], page.case
    press(qtbot, window, case.card.buttons[SELESAI])
    QTest.keyClick(case.card.buttons[SELESAI], Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert done(page) == 0
    QTest.keyClick(case.card.buttons[SELESAI], Qt.Key.Key_Escape)
    settle(qtbot, window)
    assert done(page) == 0


def test_the_strip_counts_down_and_goes(
    qtbot: QtBot, opened: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_new(qtbot, opened, PENGUMPULAN)
    window, strip = opened[0], page.case.strip
    strip._timer.setInterval(30)
    press(qtbot, window, page.case.card.buttons[SELESAI])
    strip.button.setFocus()
    qtbot.waitUntil(lambda: strip.button.text() == "Batalkan (8)")
    assert "8 detik" in strip.button.accessibleDescription()
    qtbot.waitUntil(lambda: not strip.isVisible())
    assert done(page) == 1
    assert window.focusWidget() is page.case.card.primary
    assert taking_back._SECOND == 1000


def test_a_press_that_comes_too_late_is_explained(
    qtbot: QtBot, opened: Window, clock: Clock
) -> None:
    page = open_new(qtbot, opened, PENGUMPULAN)
    window, case = opened[0], page.case
    press(qtbot, window, case.card.buttons[SELESAI])
    clock.moment += timedelta(seconds=11)
    texts: list[str] = []
    answer(dismiss(texts))
    press(qtbot, window, case.strip.button)
    assert texts[0].startswith("10 detik sudah lewat")
    assert done(page) == 1


@pytest.mark.parametrize(
    ("kode", "kinds", "jenis", "said"),
    [
        (PENGUMPULAN, [SELESAI] * 4, SETUJU, "Langkah 5 disetujui."),
        (PENGUMPULAN, [SELESAI] * 4, KEMBALIKAN, "Langkah 5 dikembalikan."),
        (PENGUMPULAN, [SELESAI], MULAI, "Langkah 2 mulai dikerjakan."),
        (CANDIPURO, [], BATAL, "Langkah 1 dan seterusnya dibatalkan."),
    ],
)
def test_whatever_was_noted_is_taken_back(
    qtbot: QtBot,
    opened: Window,
    kode: str,
    kinds: list[JenisKejadian],
    jenis: JenisKejadian,
    said: str,
) -> None:
    page = open_new(qtbot, opened, kode, *kinds)
    window, case = opened[0], page.case
    before = case.kasus
    if jenis in (KEMBALIKAN, BATAL):
        answer(give_reason("sebab"))
    if jenis is BATAL:
        case.card.actions_of[jenis].trigger()
        settle(qtbot, window)
    else:
        press(qtbot, window, case.card.buttons[jenis])
    assert case.strip.label.text() == said
    assert case.kasus != before
    press(qtbot, window, case.strip.button)
    assert case.kasus == before


def test_attached_evidence_is_taken_back(
    qtbot: QtBot, opened: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_new(qtbot, opened, CANDIPURO)
    window, case = opened[0], page.case
    (tmp_path / "disposisi.pdf").write_bytes(b"isi")
    monkeypatch.setattr(dialogs, "choose_file", lambda *_: tmp_path / "disposisi.pdf")
    press(qtbot, window, case.card.buttons[JenisKejadian.BUKTI])
    assert case.strip.label.text() == "Bukti dilampirkan: disposisi.pdf."
    assert case.kasus is not None
    assert list(case.kasus.bukti.values()) == ["disposisi.pdf"]
    press(qtbot, window, case.strip.button)
    assert case.kasus.bukti == {}


def test_another_case_has_nothing_to_take_back(qtbot: QtBot, opened: Window) -> None:
    page = open_new(qtbot, opened, PENGUMPULAN)
    window, case = opened[0], page.case
    press(qtbot, window, case.card.buttons[SELESAI])
    open_new(qtbot, opened, CANDIPURO)
    assert not case.strip.isVisible()


# -- one press, one step


def test_five_times_alt_s_finish_one_step(
    qtbot: QtBot, opened: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_new(qtbot, opened, PENGUMPULAN)
    window = opened[0]
    said: list[str] = []
    page.context.said.connect(said.append)
    monkeypatch.setattr(case_view, "GUARD_MS", 300)
    qtbot.wait(320)
    for _ in range(5):
        # Slower than the guard in all, but never a pause as long as it.
        alt_s(qtbot, window)
    assert done(page) == 1
    assert any("Langkah baru saja berpindah" in text for text in said)
    qtbot.wait(320)
    alt_s(qtbot, window)
    assert done(page) == 2


def test_keys_pressed_before_the_page_has_reloaded_do_nothing(
    qtbot: QtBot, opened: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_new(qtbot, opened, PENGUMPULAN)
    window = opened[0]
    monkeypatch.setattr(case_view, "GUARD_MS", 300)
    qtbot.wait(320)
    for _ in range(5):
        page.case.card.buttons[SELESAI].click()
    settle(qtbot, window)
    assert done(page) == 1
    assert QApplication.activeModalWidget() is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_that_is_held_down_finishes_one_step(
    qtbot: QtBot, opened: Window, key: Qt.Key
) -> None:
    page = open_new(qtbot, opened, PENGUMPULAN)
    window, button = opened[0], page.case.card.buttons[SELESAI]
    button.setFocus()
    hold(button, key, 20)
    settle(qtbot, window)
    assert done(page) == 1
    # As fast as a double click it would still be the same press.
    qtbot.wait(QApplication.doubleClickInterval() + 20)
    hold(button, key, 0)
    settle(qtbot, window)
    assert done(page) == 2


@pytest.mark.parametrize("pause", [20, 120])
def test_alt_s_that_is_held_down_finishes_one_step(
    qtbot: QtBot, opened: Window, monkeypatch: pytest.MonkeyPatch, pause: int
) -> None:
    page = open_new(qtbot, opened, PENGUMPULAN)
    button = page.case.card.buttons[SELESAI]
    monkeypatch.setattr(case_view, "GUARD_MS", 300)
    qtbot.wait(320)
    for number in range(10):
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_S, ALT, "s", number > 0)
        QApplication.sendEvent(button, event)
        qtbot.wait(pause)
    qtbot.wait(130)
    settle(qtbot, opened[0])
    assert done(page) == 1


# -- what comes next is the primary button


def test_the_next_thing_to_do_is_primary_and_has_the_focus(qtbot: QtBot, opened: Window) -> None:
    # A step that nothing in the program does: those of the five SOPs all have a paper or a page.
    window, page = opened
    office = page.context.office
    sop = make_sop("UJI", "Uji", Pemilik("Uji", "Uji"), ("Camat",))
    for n in (1, 2):
        sop = edit_langkah(sop, n, replace(suntingan_of(sop.get_langkah(n)), uraian=f"Hal {n}"))
    sop_id = save_new(office, sop)
    page.receive(start_case(office, sop_id, TAHUN))
    settle(qtbot, window)
    card = page.case.card
    assert primaries(page) == [card.buttons[SELESAI]]
    assert window.focusWidget() is card.buttons[SELESAI]
    press(qtbot, window, card.buttons[SELESAI])
    assert window.focusWidget() is card.buttons[SELESAI]


def test_a_decision_has_its_consent_as_primary(qtbot: QtBot, opened: Window) -> None:
    page = open_new(qtbot, opened, PENGUMPULAN, *[SELESAI] * 4)
    window, card = opened[0], page.case.card
    press(qtbot, window, card.link)
    window.open_page("sop")
    settle(qtbot, window)
    assert primaries(page) == [card.buttons[SETUJU]]


def test_the_page_of_a_step_comes_first_and_finishing_after_it(
    qtbot: QtBot, opened: Window
) -> None:
    page = open_new(qtbot, opened, PENGUKURAN, *[SELESAI] * 4)
    window, card = opened[0], page.case.card
    assert primaries(page) == [card.link]
    assert window.focusWidget() is card.link
    QTest.keyClick(card.link, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert window.stack.currentWidget() is not page
    window.open_page("sop")
    settle(qtbot, window)
    assert primaries(page) == [card.buttons[SELESAI]]
    # The page of another step was not opened yet.
    qtbot.wait(5)
    press(qtbot, window, card.buttons[SELESAI])
    assert done(page) == 5


def test_coming_back_by_the_navigation_leaves_the_focus_there(qtbot: QtBot, opened: Window) -> None:
    page = open_new(qtbot, opened, PENGUMPULAN)
    window = opened[0]
    window.open_page("kirim")
    window.navigation.setFocus()
    window.open_page("sop")
    settle(qtbot, window)
    assert window.focusWidget() is window.navigation
    assert page.case.isVisible()


def test_a_case_that_is_over_has_no_primary_button(qtbot: QtBot, opened: Window) -> None:
    page = open_new(qtbot, opened, CANDIPURO)
    window, card = opened[0], page.case.card
    answer(give_reason("surat ditarik"))
    card.actions_of[BATAL].trigger()
    settle(qtbot, window)
    assert primaries(page) == []
    assert window.focusWidget() is page.case.table


def primaries(page: SopPage) -> list[QPushButton]:
    return [
        button
        for button in page.case.card.findChildren(QPushButton)
        if button.objectName() == "utama" and button.isVisible()
    ]


# -- what cannot be undone says so, and does not end undoing


def test_what_is_noted_says_before_that_ctrl_z_does_not_reach_it(
    qtbot: QtBot, opened: Window
) -> None:
    page = open_new(qtbot, opened, PENGUMPULAN)
    for button in page.case.card.buttons.values():
        assert "Tidak dapat dibatalkan dengan Ctrl+Z" in button.toolTip()


def test_ctrl_z_goes_on_past_what_it_cannot_take_back(
    qtbot: QtBot, opened: Window, clock: Clock
) -> None:
    page = open_new(qtbot, opened, PENGUMPULAN)
    window = opened[0]
    office = page.context.office
    first, second = (clock.moment.date() + timedelta(days=days) for days in (1, 2))
    for day in (first, second):
        with office.journal.action(f"Menambah libur {day}") as session:
            session.add(HariLibur(tanggal=day, nama="Libur"))
    settle(qtbot, window)
    press(qtbot, window, page.case.card.buttons[SELESAI])
    assert window.top.undo_action.isEnabled()
    assert window.top.undo_action.toolTip() == f"Batalkan: Menambah libur {second}"
    change_past_the_undo_list(office, second)
    texts: list[str] = []
    window.context.said.connect(texts.append)
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert "tidak dapat dibatalkan lagi karena datanya sudah berubah" in texts[0]
    assert window.top.undo_action.toolTip() == f"Batalkan: Menambah libur {first}"
    QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    assert holidays(office) & {first, second} == {second}
    assert done(page) == 1


def change_past_the_undo_list(office: Office, day: object) -> None:
    with office.journal.action("Mengganti nama libur", undoable=False) as session:
        row = session.exec(select(HariLibur).where(HariLibur.tanggal == day)).one()
        row.nama = "Libur lain"


def holidays(office: Office) -> set[object]:
    with office.journal.reading() as session:
        return {row.tanggal for row in session.exec(select(HariLibur))}


# -- who did it


def test_a_long_name_shows_its_beginning(qtbot: QtBot, opened: Window) -> None:
    page = open_new(qtbot, opened, PENGUMPULAN)
    box = page.case.card.pelaku
    name = "Kepala Seksi Pemerintahan, Ketenteraman, Ketertiban dan Pelayanan Umum"
    box.addItem(name)
    box.setCurrentIndex(box.count() - 1)
    box.activated.emit(box.count() - 1)
    line = box.lineEdit()
    assert line is not None
    assert line.cursorPosition() == 0
    assert box.toolTip() == name
    assert box.view().textElideMode() is Qt.TextElideMode.ElideRight


def test_a_running_step_fits_beside_the_navigation_at_150_percent(
    qtbot: QtBot, opened: Window
) -> None:
    """1366 pixels at 150 % are 910, of which navigation, margins and scroll bar take 270."""
    page = open_new(qtbot, opened, PENGUKURAN, SELESAI, SELESAI)
    assert page.case.card.minimumSizeHint().width() <= 640
