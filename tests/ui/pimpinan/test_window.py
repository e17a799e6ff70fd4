"""*Mode baca* in the real window: opened, turned, asked in, closed, and what it remembers."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.laporan.grafik import BarChart
from kinerja_desktop.domain.laporan.mode_baca import AngkaTampil
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.komentar import list_komentar_masuk
from kinerja_desktop.services.pengukuran.ukur import set_keterangan, set_realisasi
from kinerja_desktop.ui.bantuan.held_help import HeldHelp
from kinerja_desktop.ui.bantuan.pane import NARROW, HelpPane
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.beranda.page import BerandaPage
from kinerja_desktop.ui.grafik.view import ChartView
from kinerja_desktop.ui.kirim.page import KirimPage
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.pimpinan import window as reading
from kinerja_desktop.ui.pimpinan.last_time import (
    Begun,
    recall,
    recall_asker,
    recall_begun,
    remember,
)
from kinerja_desktop.ui.pimpinan.window import ReadingWindow
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.conftest import Clock
from tests.services.dokumen.papers import IKM, TAHUN, indikator_id
from tests.ui.window import current_page, open_window, settle

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
PAGES = (BerandaPage, PengukuranPage, KirimPage)


@pytest.fixture
def window(qtbot: QtBot, muncar: Office) -> Iterator[MainWindow]:
    with open_window(qtbot, muncar, PAGES, TAHUN) as opened:
        yield opened


def open_reading(qtbot: QtBot, window: MainWindow) -> ReadingWindow:
    page = current_page(window)
    assert isinstance(page, BerandaPage | PengukuranPage)
    qtbot.mouseClick(page.reading_button, LEFT)
    shown = page.reading_button.window_shown
    assert shown is not None
    settle(qtbot, window)
    return shown


def slide_of(shown: ReadingWindow) -> QWidget:
    slide = shown.area.widget()
    assert slide is not None
    return slide


def words(shown: ReadingWindow) -> str:
    return "\n".join(label.text() for label in slide_of(shown).findChildren(QLabel))


def press(qtbot: QtBot, shown: ReadingWindow, *keys: Qt.Key) -> None:
    for key in keys:
        qtbot.keyClick(shown, key)


def test_it_opens_over_the_whole_screen_and_goes_with_esc(qtbot: QtBot, window: MainWindow) -> None:
    shown = open_reading(qtbot, window)
    assert shown.isFullScreen()
    assert shown.isWindow()
    page = current_page(window)
    assert isinstance(page, BerandaPage)
    page.reading_button.open()
    assert page.reading_button.window_shown is shown
    press(qtbot, shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(shown))
    window.open_page("pengukuran")
    with qtbot.waitActive(window):
        window.activateWindow()
    settle(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_F11)
    page = current_page(window)
    assert isinstance(page, PengukuranPage)
    again = page.reading_button.window_shown
    assert again is not None
    settle(qtbot, window)
    press(qtbot, again, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: not isValid(again))


def test_each_sasaran_has_its_slide(qtbot: QtBot, window: MainWindow) -> None:
    """tests/data/muncar.json: the mean of 2024 is 102,88; the IKM 97,66 of 91,33 is 106,93."""
    shown = open_reading(qtbot, window)
    assert shown.head.text().startswith("Kecamatan Muncar · Tahun 2024 · draf")
    assert shown.count.text() == "Halaman 1 dari 12"
    for told in (
        "102,88%",
        "Sangat Tinggi",
        "102,42%",
        "87,74%",
        "Belum dibaca sebelum hari ini",
    ):
        assert told in words(shown), told
    for place, what, bars in ((2, "sasaran", 4), (3, "program", 5)):
        press(qtbot, shown, Qt.Key.Key_Right)
        assert shown.count.text() == f"Halaman {place} dari 12"
        assert f"Capaian per {what}, Tahun 2024" in words(shown)
        (chart,) = slide_of(shown).findChildren(ChartView)
        assert isinstance(chart.chart, BarChart)
        assert len(chart.chart.bars) == bars
    press(qtbot, shown, Qt.Key.Key_Right)
    text = words(shown).split("\n")
    for told in ("91,33", "97,66", "106,93", f"1. {IKM} (Nilai)"):
        assert told in text, told
    (chart,) = slide_of(shown).findChildren(ChartView)
    assert "106,93" in chart.accessibleDescription()
    names = {label.accessibleName() for label in slide_of(shown).findChildren(QLabel)}
    assert {"Target: 91,33", "Realisasi: 97,66", "Kategori: Sangat Tinggi"} <= names
    assert not slide_of(shown).findChildren(QLineEdit)
    assert not slide_of(shown).findChildren(QComboBox)


def test_keys_and_mouse_turn_the_pages(qtbot: QtBot, window: MainWindow) -> None:
    shown = open_reading(qtbot, window)
    places = []
    for key in (
        Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_Up,
        Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Right, Qt.Key.Key_Home,
        Qt.Key.Key_X,
    ):  # fmt: skip
        press(qtbot, shown, key)
        places.append(shown.place)
    assert places == [1, 2, 3, 2, 1, 0, 0, 11, 11, 0, 0]
    assert not shown.foot.back_button.isEnabled()
    qtbot.mouseClick(shown.foot.next_button, LEFT)
    qtbot.mouseClick(shown, LEFT, pos=QPoint(5, 5))
    assert shown.place == 2
    # The right button is that of menus: it turns no page.
    qtbot.mouseClick(shown, RIGHT, pos=QPoint(5, 5))
    assert shown.place == 2
    qtbot.mouseClick(shown.foot.back_button, LEFT)
    assert shown.place == 1


def go_to_first_sasaran(qtbot: QtBot, shown: ReadingWindow) -> None:
    press(qtbot, shown, Qt.Key.Key_Home, *[Qt.Key.Key_Right] * 3)


def test_what_changed_since_last_time_is_marked(
    qtbot: QtBot, window: MainWindow, muncar: Office, clock: Clock
) -> None:
    shown = open_reading(qtbot, window)
    qtbot.mouseClick(shown.foot.close_button, LEFT)
    qtbot.waitUntil(lambda: not isValid(shown))
    clock.moment += timedelta(days=1)
    again = open_reading(qtbot, window)
    assert "Tidak ada angka yang berubah sejak dibaca 15 Januari 2025." in words(again)
    go_to_first_sasaran(qtbot, again)
    # While it is open what others enter is shown at once; the slide stays.
    set_realisasi(muncar, indikator_id(muncar), TAHUN, Decimal("91.33"))
    settle(qtbot, window)
    assert again.place == 3
    told = "↻ Berubah sejak 15 Januari 2025; dulu realisasi 97,66, capaian 106,93"
    assert told in words(again)
    press(qtbot, again, Qt.Key.Key_Home)
    assert "↻ 1 indikator berubah sejak dibaca 15 Januari 2025." in words(again)
    press(qtbot, again, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(again))
    key = str(indikator_id(muncar))
    memory = window.context.memory
    last = recall(memory, TAHUN, muncar.today() + timedelta(days=1))
    assert last is not None
    assert last.angka[key] == AngkaTampil("91,33", "100,00")
    # Whoever looked before the meeting of that day has taken no mark away.
    meeting = open_reading(qtbot, window)
    assert "↻ 1 indikator berubah sejak dibaca 15 Januari 2025." in words(meeting)
    go_to_first_sasaran(qtbot, meeting)
    assert told in words(meeting)
    press(qtbot, meeting, Qt.Key.Key_Escape)


def test_a_question_comes_back_to_the_operators_first_page(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    shown = open_reading(qtbot, window)
    go_to_first_sasaran(qtbot, shown)
    press(qtbot, shown, Qt.Key.Key_T)
    assert shown.bar.isVisible()
    assert [shown.bar.about.itemText(n) for n in range(shown.bar.about.count())][1] == IKM
    shown.bar.about.setCurrentIndex(1)
    shown.bar.who.setEditText("Sekretaris")
    qtbot.mouseClick(shown.bar, LEFT, pos=QPoint(1, 1))
    qtbot.keyClicks(shown.bar.line, "Mengapa naik?")
    qtbot.keyClick(shown.bar.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert shown.bar.isHidden()
    assert shown.place == 3
    assert "? Sekretaris: Mengapa naik?" in shown.notes.text()
    assert "tampil di Beranda operator" in shown.notes.text()
    press(qtbot, shown, Qt.Key.Key_Right)
    assert shown.notes.isHidden()
    press(qtbot, shown, Qt.Key.Key_T)
    assert shown.bar.who.currentText() == recall_asker(window.context.memory) == "Sekretaris"
    qtbot.keyClick(shown.bar.line, Qt.Key.Key_Escape)
    assert shown.bar.isHidden()
    assert isValid(shown)
    for number in range(3):
        press(qtbot, shown, Qt.Key.Key_Home, Qt.Key.Key_T)
        qtbot.keyClicks(shown.bar.line, f"Umum {number}?")
        qtbot.mouseClick(shown.bar.note_button, LEFT)
        settle(qtbot, window)
    assert "dan 1 pertanyaan lain." in shown.notes.text()
    press(qtbot, shown, Qt.Key.Key_Escape)
    settle(qtbot, window)
    page = current_page(window)
    assert isinstance(page, BerandaPage)
    lines = [label.text() for label in page.due.findChildren(QLabel)]
    assert "Pertanyaan Sekretaris: Mengapa naik?" in lines
    window.open_page("kirim", "komentar")
    settle(qtbot, window)
    mail = current_page(window)
    assert isinstance(mail, KirimPage)
    about = {row.butir.isi: row.tentang for row in list_komentar_masuk(muncar)}
    assert about["Mengapa naik?"] == IKM
    assert about["Umum 0?"] == "Periode seluruhnya"
    qtbot.mouseClick(mail.comments.done_button, LEFT)
    settle(qtbot, window)
    assert sum(row.selesai is not None for row in list_komentar_masuk(muncar)) == 1


def test_a_question_without_words_is_refused_and_the_line_stays(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    boxes: list[KinerjaError] = []
    monkeypatch.setattr(dialogs, "explain", lambda parent, error: boxes.append(error))
    shown = open_reading(qtbot, window)
    qtbot.mouseClick(shown.foot.ask_button, LEFT)
    qtbot.keyClick(shown.bar.line, Qt.Key.Key_Return)
    assert "masih kosong" in shown.notes.text()
    assert shown.bar.isVisible()
    assert boxes == []


def test_a_question_that_was_begun_waits_for_the_next_time(
    qtbot: QtBot, window: MainWindow
) -> None:
    shown = open_reading(qtbot, window)
    press(qtbot, shown, Qt.Key.Key_T)
    qtbot.keyClicks(shown.bar.line, "setengah jadi")
    qtbot.keyClick(shown.bar.line, Qt.Key.Key_Escape)
    press(qtbot, shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(shown))
    assert "tekan T untuk melanjutkannya" in window.statusBar().currentMessage()
    again = open_reading(qtbot, window)
    press(qtbot, again, Qt.Key.Key_T)
    assert again.bar.line.text() == "setengah jadi"
    qtbot.keyClick(again.bar.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    press(qtbot, again, Qt.Key.Key_T)
    assert again.bar.line.text() == ""
    qtbot.keyClick(again.bar.line, Qt.Key.Key_Escape)
    press(qtbot, again, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(again))
    third = open_reading(qtbot, window)
    press(qtbot, third, Qt.Key.Key_T)
    assert third.bar.line.text() == ""


def test_a_question_that_was_begun_stays_about_what_it_was_begun_on(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    shown = open_reading(qtbot, window)
    go_to_first_sasaran(qtbot, shown)
    press(qtbot, shown, Qt.Key.Key_T)
    shown.bar.about.setCurrentIndex(1)
    shown.bar.who.setEditText("Sekretaris")
    qtbot.keyClicks(shown.bar.line, "Mengapa hanya 27?")
    qtbot.keyClick(shown.bar.line, Qt.Key.Key_Escape)
    # On another slide, which has other sasaran, and on the summary, which has none.
    for key in (Qt.Key.Key_End, Qt.Key.Key_Home):
        press(qtbot, shown, key, Qt.Key.Key_T)
        assert (shown.bar.about.currentText(), shown.bar.about.count() > 1) == (IKM, True)
        assert shown.bar.who.currentText() == "Sekretaris"
        qtbot.keyClick(shown.bar.line, Qt.Key.Key_Escape)
    press(qtbot, shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(shown))
    again = open_reading(qtbot, window)
    press(qtbot, again, Qt.Key.Key_T)
    assert again.bar.line.text() == "Mengapa hanya 27?"
    assert again.bar.about.currentText() == IKM
    qtbot.keyClick(again.bar.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    (noted,) = list_komentar_masuk(muncar)
    assert (noted.tentang, noted.butir.dari) == (IKM, "Sekretaris")
    # The next question is about what is shown.
    press(qtbot, again, Qt.Key.Key_T)
    assert again.bar.about.currentText() == "Periode seluruhnya"
    assert again.bar.about.count() == 1


@pytest.mark.parametrize("text", ["setengah jadi", "[]", '{"isi": 1}', ""])
def test_a_damaged_question_is_as_good_as_none(sample: Context, text: str) -> None:
    sample.memory.keep_note("baca/belum/2024", text)
    assert recall_begun(sample.memory, TAHUN) == Begun()


def test_f1_and_the_question_mark_show_the_help_beside_the_slide(
    qtbot: QtBot, window: MainWindow
) -> None:
    shown = open_reading(qtbot, window)
    with qtbot.waitActive(shown):
        shown.activateWindow()
    qtbot.waitUntil(lambda: shown.findChild(HeldHelp) is not None)
    press(qtbot, shown, Qt.Key.Key_Right, Qt.Key.Key_F1)
    (pane,) = shown.findChildren(HelpPane)
    assert pane.isVisible()
    text = pane.text.toPlainText()
    assert "Di proyektor: Mode baca" in text
    for key in ("membalik halaman", "pertanyaan", "selesai"):
        assert key in text.partition("Pintasan di halaman ini")[2]
    assert pane.geometry().left() > shown.area.geometry().right()
    slide = slide_of(shown)
    assert slide.minimumSizeHint().width() <= shown.area.viewport().width()
    assert not shown.foot.keys.isVisible(), "they stand in the help"
    # A click into the help turns no page; the pages can be turned while it is open.
    qtbot.mouseClick(pane, LEFT, pos=QPoint(2, 2))
    assert shown.place == 1
    press(qtbot, shown, Qt.Key.Key_Right)
    assert shown.place == 2
    press(qtbot, shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: shown.findChildren(HelpPane) == [])
    assert shown.isVisible()
    assert shown.foot.keys.isVisible()
    qtbot.mouseClick(shown.foot.help_button, LEFT)
    (pane,) = shown.findChildren(HelpPane)
    qtbot.mouseClick(pane.close_button, LEFT)
    qtbot.waitUntil(lambda: shown.findChildren(HelpPane) == [])
    press(qtbot, shown, Qt.Key.Key_F1, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: shown.findChildren(HelpPane) == [])
    press(qtbot, shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(shown))


@pytest.mark.parametrize("width", [911, 1024, 1366])
def test_the_line_of_keys_is_read_whole(qtbot: QtBot, window: MainWindow, width: int) -> None:
    shown = ReadingWindow(window.context, window, TAHUN)
    shown.resize(width, 512)
    shown.show()
    settle(qtbot, window)
    shown.foot.sample.show()
    qtbot.wait(10)
    keys = shown.foot.keys
    assert keys.height() >= keys.heightForWidth(keys.width())
    longest = max(keys.text().split(" · "), key=len)
    assert keys.fontMetrics().horizontalAdvance(f"{longest} ·") <= keys.contentsRect().width()
    # With the help beside it the window is no wider than the screen.
    pane = HelpPane(is_whole=False)
    pane.take_width(NARROW)
    shown.hold_help(pane)
    assert shown.minimumSizeHint().width() <= width
    shown.close()


def test_without_indicators_the_button_says_why_and_the_page_too(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    boxes: list[KinerjaError] = []
    monkeypatch.setattr(dialogs, "explain", lambda parent, error: boxes.append(error))
    reason = "Belum ada indikator untuk Tahun 1995. Isi Renstra & IKU lebih dulu."
    for name in ("beranda", "pengukuran"):
        window.context.set_periode(Periode(1995))
        window.open_page(name)
        settle(qtbot, window)
        page = current_page(window)
        assert isinstance(page, BerandaPage | PengukuranPage)
        assert not page.reading_button.isEnabled()
        assert page.reading_button.toolTip() == reason
        page.reading_button.open()
        assert page.reading_button.window_shown is None
        assert window.statusBar().currentMessage() == reason
        window.context.set_periode(TAHUN)
        settle(qtbot, window)
        assert page.reading_button.isEnabled()
    shown = ReadingWindow(window.context, window, Periode(1995))
    shown.show()
    settle(qtbot, window)
    nothing = shown.area.widget()
    assert isinstance(nothing, QLabel)
    assert nothing.text() == reason
    assert not shown.foot.ask_button.isEnabled()
    assert boxes == []
    shown.close()


def test_the_keys_work_after_a_chart_was_clicked(qtbot: QtBot, window: MainWindow) -> None:
    shown = open_reading(qtbot, window)
    press(qtbot, shown, Qt.Key.Key_Right)
    (chart,) = slide_of(shown).findChildren(ChartView)
    qtbot.mouseClick(chart, RIGHT)
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert shown.place == 2


def test_what_does_not_fit_is_scrolled_before_the_page_is_turned(
    qtbot: QtBot, window: MainWindow
) -> None:
    shown = ReadingWindow(window.context, window, TAHUN)
    shown.resize(500, 260)
    shown.show()
    settle(qtbot, window)
    shown.go_to(1)
    qtbot.wait(20)
    bar = shown.area.verticalScrollBar()
    assert bar.maximum() > 0
    press(qtbot, shown, Qt.Key.Key_PageDown)
    assert (shown.place, bar.value() > 0) == (1, True)
    press(qtbot, shown, Qt.Key.Key_PageUp)
    assert (shown.place, bar.value()) == (1, 0)
    press(qtbot, shown, Qt.Key.Key_Right)
    assert shown.place == 2
    shown.close()


def test_a_reader_is_told_who_can_note_it(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = open_reading(qtbot, window)
    monkeypatch.setattr(window.context, "may_write", False)
    press(qtbot, shown, Qt.Key.Key_T)
    assert shown.bar.isHidden()
    assert "Minta operator" in shown.notes.text()


def test_nothing_happens_before_it_is_read(
    qtbot: QtBot, sample: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Context, "load", lambda *_: None)
    host = QLabel()
    qtbot.addWidget(host)
    shown = ReadingWindow(sample, host, TAHUN)
    shown.show()
    press(qtbot, shown, Qt.Key.Key_T, Qt.Key.Key_Right, Qt.Key.Key_End)
    assert shown.bar.isHidden()
    assert shown.place == 0
    shown.close()
    assert recall(sample.memory, TAHUN, sample.office.today()) is None


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1024, 768), (1920, 1080), (910, 512)])
@pytest.mark.sqlite_only("the practice office lies in a folder")
def test_every_slide_fits_a_projector(
    qtbot: QtBot, latihan: Office, width: int, height: int
) -> None:
    with open_window(qtbot, latihan, PAGES, Periode(2025, 3)) as window:
        shown = ReadingWindow(window.context, window, Periode(2025, 3))
        shown.resize(width, height)
        shown.show()
        settle(qtbot, window)
        for _ in range(11):
            qtbot.wait(10)
            least = QFontInfo(QApplication.font()).pointSizeF() * 1.15
            assert all(
                text.font().pointSizeF() > least for text in slide_of(shown).findChildren(QLabel)
            ), "the words are larger than those of the window"
            assert shown.area.verticalScrollBar().maximum() == 0, shown.count.text()
            assert shown.area.horizontalScrollBar().maximum() == 0, shown.count.text()
            shown.turn(1)
        shown.close()


def test_large_words_shrink_before_they_are_scrolled(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    long = "Sebab yang panjang sekali ceritanya " * 40
    set_keterangan(
        muncar, indikator_id(muncar), TAHUN, penghambat=long, tindak_lanjut=long, pendorong=long
    )
    shown = ReadingWindow(window.context, window, TAHUN)
    shown.resize(800, 600)
    shown.show()
    settle(qtbot, window)
    shown.go_to(3)
    text = words(shown)
    assert "1. Penghambat: Sebab yang" in text
    assert "1. Pendorong: Sebab yang" in text
    assert "…" in text
    shown.close()


@pytest.mark.parametrize(
    "text", ["x", "[]", '{"hari": "kemarin", "angka": {}}',
             '{"hari": "2025-01-15", "angka": {"1": ["a"]}}'],
)  # fmt: skip
def test_a_damaged_note_is_as_good_as_none(sample: Context, text: str) -> None:
    sample.memory.keep_note("baca/2024", text)
    today = sample.office.today()
    assert recall(sample.memory, TAHUN, today) is None
    remember(sample.memory, TAHUN, today, {"1": AngkaTampil("1", "2,00")})
    assert recall(sample.memory, TAHUN, today) is None
    found = recall(sample.memory, TAHUN, today + timedelta(days=1))
    assert found is not None
    assert found.angka == {"1": AngkaTampil("1", "2,00")}


def test_all_that_is_shown_is_heard_of() -> None:
    """The window is no page, so its tables are held against those of the page it is opened from."""
    assert PengukuranPage.TABLES - {"lampiran", "pejabat", "penempatan"} <= reading.TABLES


def test_the_screen_says_that_it_reads_before_it_shows(qtbot: QtBot, sample: Context) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    shown = ReadingWindow(sample, around, TAHUN)
    assert "Memuat…" in [made.text() for made in shown.findChildren(QLabel)]
    assert not shown.foot.next_button.isEnabled()
    qtbot.waitUntil(lambda: shown.foot.next_button.isEnabled())
    assert not shown.foot.back_button.isEnabled()
    assert shown.foot.ask_button.isEnabled()
    shown.close()


def test_an_office_that_is_no_real_one_says_so_on_every_slide(
    qtbot: QtBot, window: MainWindow
) -> None:
    """The sample office of Muncar bears the mark; its places are all made up."""
    shown = open_reading(qtbot, window)
    assert shown.foot.sample.isVisible()
    assert shown.foot.sample.text() == "CONTOH"
    press(qtbot, shown, Qt.Key.Key_Right)
    assert shown.foot.sample.isVisible()


def test_in_the_practice_office_the_last_look_counts(
    qtbot: QtBot, sample: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its day hardly goes on, so that no look would ever be of another day."""
    remember(sample.memory, TAHUN, sample.office.today(), {"x": AngkaTampil("1", "2")})
    around = QWidget()
    qtbot.addWidget(around)
    real = ReadingWindow(sample, around, TAHUN)
    assert real.last is None
    real.close()
    remember(sample.memory, TAHUN, sample.office.today(), {"x": AngkaTampil("1", "2")})
    monkeypatch.setattr(type(sample.office.clock), "is_practice", True)
    practice = ReadingWindow(sample, around, TAHUN)
    assert practice.last is not None
    practice.close()
