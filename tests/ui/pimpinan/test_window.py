"""*Mode baca* in the real window: opened, turned, asked in, closed, and what it remembers."""

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.laporan.mode_baca import AngkaTampil
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.komentar import list_komentar_masuk
from kinerja_desktop.services.pengukuran.ukur import set_keterangan, set_realisasi
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.beranda.page import BerandaPage
from kinerja_desktop.ui.grafik.view import ChartView
from kinerja_desktop.ui.kirim.page import KirimPage
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.pimpinan import window as reading
from kinerja_desktop.ui.pimpinan.last_time import recall, recall_asker, remember
from kinerja_desktop.ui.pimpinan.window import ReadingWindow
from kinerja_desktop.ui.shell.main_window import MainWindow
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
    assert shown.count.text() == "Halaman 1 dari 10"
    for told in ("102,88%", "Sangat Tinggi", "102,42%", "87,74%", "Pertama kali dibaca"):
        assert told in words(shown), told
    press(qtbot, shown, Qt.Key.Key_Right)
    assert shown.count.text() == "Halaman 2 dari 10"
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
    assert places == [1, 2, 3, 2, 1, 0, 0, 9, 9, 0, 0]
    assert not shown.back_button.isEnabled()
    qtbot.mouseClick(shown.next_button, LEFT)
    qtbot.mouseClick(shown, LEFT, pos=QPoint(5, 5))
    qtbot.mouseClick(shown, RIGHT, pos=QPoint(5, 5))
    assert shown.place == 1
    qtbot.mouseClick(shown.back_button, LEFT)
    assert shown.place == 0


def test_what_changed_since_last_time_is_marked(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    shown = open_reading(qtbot, window)
    qtbot.mouseClick(shown.close_button, LEFT)
    qtbot.waitUntil(lambda: not isValid(shown))
    again = open_reading(qtbot, window)
    assert "Tidak ada angka yang berubah sejak dibaca 15 Januari 2025." in words(again)
    press(qtbot, again, Qt.Key.Key_Right)
    # While it is open what others enter is shown at once; the slide stays.
    set_realisasi(muncar, indikator_id(muncar), TAHUN, Decimal("91.33"))
    settle(qtbot, window)
    assert again.place == 1
    told = "↻ Berubah sejak 15 Januari 2025; dulu realisasi 97,66, capaian 106,93"
    assert told in words(again)
    press(qtbot, again, Qt.Key.Key_Home)
    assert "↻ 1 indikator berubah sejak dibaca 15 Januari 2025." in words(again)
    press(qtbot, again, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not isValid(again))
    key = str(indikator_id(muncar))
    last = recall(window.context.memory, TAHUN)
    assert last is not None
    assert last.angka[key] == AngkaTampil("91,33", "100,00")


def test_a_question_comes_back_to_the_operators_first_page(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    shown = open_reading(qtbot, window)
    press(qtbot, shown, Qt.Key.Key_Right, Qt.Key.Key_T)
    assert shown.bar.isVisible()
    assert [shown.bar.about.itemText(n) for n in range(shown.bar.about.count())][1] == IKM
    shown.bar.about.setCurrentIndex(1)
    shown.bar.who.setEditText("Sekretaris")
    qtbot.mouseClick(shown.bar, LEFT, pos=QPoint(1, 1))
    qtbot.keyClicks(shown.bar.line, "Mengapa naik?")
    qtbot.keyClick(shown.bar.line, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert shown.bar.isHidden()
    assert shown.place == 1
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
    told: list[KinerjaError] = []
    monkeypatch.setattr(dialogs, "explain", lambda parent, error: told.append(error))
    shown = open_reading(qtbot, window)
    qtbot.mouseClick(shown.ask_button, LEFT)
    qtbot.keyClick(shown.bar.line, Qt.Key.Key_Return)
    assert "masih kosong" in str(told[0])
    assert shown.bar.isVisible()


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
    assert recall(sample.memory, TAHUN) is None


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1024, 768), (1920, 1080)])
@pytest.mark.sqlite_only("the practice office lies in a folder")
def test_every_slide_fits_a_projector(
    qtbot: QtBot, latihan: Office, width: int, height: int
) -> None:
    with open_window(qtbot, latihan, PAGES, Periode(2025, 3)) as window:
        shown = ReadingWindow(window.context, window, Periode(2025, 3))
        shown.resize(width, height)
        shown.show()
        settle(qtbot, window)
        for _ in range(10):
            qtbot.wait(10)
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
    shown.go_to(1)
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
    assert recall(sample.memory, TAHUN) is None
    remember(sample.memory, TAHUN, sample.office.today(), {"1": AngkaTampil("1", "2,00")})
    found = recall(sample.memory, TAHUN)
    assert found is not None
    assert found.angka == {"1": AngkaTampil("1", "2,00")}


def test_all_that_is_shown_is_heard_of() -> None:
    """The window is no page, so its tables are held against those of the page it is opened from."""
    assert PengukuranPage.TABLES - {"lampiran", "pejabat", "penempatan"} <= reading.TABLES
