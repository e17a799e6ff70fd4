"""Ctrl+K: one line for everything, driven by the keyboard."""

import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QListWidget,
    QTabBar,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.bantuan.cari import IndeksCari, JenisTemuan, Temuan
from kinerja_desktop.services.bantuan.indeks import SuratDicari
from kinerja_desktop.services.kantor.data_entry import add_row, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.surat.tulis import begin_naskah
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.cari.box import SearchBox
from kinerja_desktop.ui.cari.desk import _plain
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.rencana.renstra_page import RenstraPage
from kinerja_desktop.ui.shell.pages import PAGES
from kinerja_desktop.ui.surat.letters_tab import LettersTab
from kinerja_desktop.ui.surat.page import SuratPage
from kinerja_desktop.ui.surat.register_tab import RegisterTab
from tests.journeys.clerk import Clerk, at_work
from tests.ui.window import current_page

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def ask(clerk: Clerk, query: str) -> SearchBox:
    """Press Ctrl+K and type."""
    clerk.shortcut("Ctrl+K")
    box = clerk.window.search.box
    assert box is not None
    assert box.isVisible()
    assert box.line.hasFocus()
    clerk.wait()
    QTest.keyClicks(box.line, query)
    return box


def press(box: SearchBox, key: Qt.Key) -> None:
    QTest.keyClick(box.line, key)


def page(clerk: Clerk) -> Page:
    clerk.wait()
    return current_page(clerk.window)


def test_enter_opens_the_page_that_was_looked_for(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        box = ask(clerk, "riwayat cadangan")
        assert box.found()[0].jenis is JenisTemuan.HALAMAN
        press(box, Qt.Key.Key_Return)
        assert not box.isVisible()
        assert page(clerk).KEY == "riwayat"


def test_an_enter_before_everything_was_read_is_not_lost(qtbot: QtBot) -> None:
    """Who knows the way types faster than the office is read."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 600)
    box = SearchBox(window)
    window.show()
    gone: list[str] = []
    box.chosen.connect(lambda temuan: gone.append(temuan.judul))
    help_only = IndeksCari.of([Temuan(JenisTemuan.BANTUAN, "Pengukuran triwulan")])
    everything = IndeksCari.of(
        [Temuan(JenisTemuan.HALAMAN, "Pengukuran"), Temuan(JenisTemuan.BANTUAN, "Pengukuran TW")]
    )
    box.show_index(help_only)
    for leave, wanted in ((None, ["Pengukuran"]), (Qt.Key.Key_Escape, []), (Qt.Key.Key_S, [])):
        gone.clear()
        box.open()
        box.show_reading()
        QTest.keyClicks(box.line, "pengukuran")
        press(box, Qt.Key.Key_Return)
        if leave is not None:
            press(box, leave)
        assert gone == []
        box.show_index(everything)
        assert gone == wanted
        box.close_box()


@pytest.mark.parametrize(
    ("query", "part"),
    [("renstra iku", QTabBar), ("pengukuran", QTableView), ("dokumen", QListWidget)],
)
def test_the_keyboard_goes_on_within_the_page(
    qtbot: QtBot, muncar: Office, query: str, part: type[QWidget]
) -> None:
    """Tabs, table or list: not the navigation, nor the first button of the head."""
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        press(ask(clerk, query), Qt.Key.Key_Return)
        clerk.wait()
        focus = QApplication.focusWidget()
        assert isinstance(focus, part)
        assert page(clerk).isAncestorOf(focus)


def test_an_indicator_is_opened_in_its_line(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        box = ask(clerk, "penyelesaian pengaduan")
        assert box.found()[0].jenis is JenisTemuan.INDIKATOR
        press(box, Qt.Key.Key_Return)
        shown = page(clerk)
        assert isinstance(shown, PengukuranPage)
        (row,) = list_rows(muncar, "indikator", kode="IKU-3")
        assert shown.table.currentIndex() == shown.model.entry_index(str(row["id"]))


def test_the_arrows_pass_by_the_headings(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        box = ask(clerk, "pengukuran")
        assert len({temuan.jenis for temuan in box.found()}) > 2
        seen = []
        for _ in range(len(box.found()) + 2):
            item = box.list.currentItem()
            seen.append(item.data(Qt.ItemDataRole.UserRole))
            press(box, Qt.Key.Key_Down)
        assert seen[: len(box.found())] == box.found()
        press(box, Qt.Key.Key_PageUp)
        press(box, Qt.Key.Key_PageUp)
        press(box, Qt.Key.Key_PageUp)
        press(box, Qt.Key.Key_Up)
        assert box.list.currentRow() == 1


@pytest.mark.parametrize(
    ("query", "key", "reached"),
    [
        ("tambah indikator", "renstra", "Tambah"),
        ("ganti camat", "pengaturan", "Tambah"),
        ("backup", "riwayat", "Buat cadangan sekarang"),
        ("f11", "beranda", "Mode baca"),
        ("kode skpd", "pengaturan", "Kode SKPD"),
        ("hari libur", "pengaturan", "Hari Libur"),
    ],
)
def test_a_deed_is_gone_to_in_its_tab(
    qtbot: QtBot, muncar: Office, query: str, key: str, reached: str
) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        press(ask(clerk, query), Qt.Key.Key_Return)

        def has_come() -> bool:
            focus = QApplication.focusWidget()
            if isinstance(focus, QTabBar):
                return _plain(focus.tabText(focus.currentIndex())) == reached
            if isinstance(focus, QAbstractButton):
                return _plain(focus.text()) == reached
            return focus is not None and focus.accessibleName() == reached

        clerk.until(has_come)
        assert key == page(clerk).KEY


def test_the_deed_of_an_indicator_is_in_the_tab_of_the_indicators(
    qtbot: QtBot, muncar: Office
) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        press(ask(clerk, "tambah indikator"), Qt.Key.Key_Return)
        clerk.until(lambda: isinstance(QApplication.focusWidget(), QAbstractButton))
        shown = page(clerk)
        assert isinstance(shown, RenstraPage)
        assert shown.tabs.currentIndex() == shown.index_of("indikator")


def test_a_deed_that_cannot_be_done_now_says_so(qtbot: QtBot, muncar: Office) -> None:
    """A draft has no signed paper yet."""
    said: list[str] = []
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        clerk.window.context.said.connect(said.append)
        press(ask(clerk, "pindaian"), Qt.Key.Key_Return)
        clerk.until(lambda: bool(said))
        assert page(clerk).KEY == "dokumen"
    assert said == [
        "“Lampirkan” sekarang tidak ada atau tidak dapat dipakai di halaman ini. F1 menerangkannya."
    ]


def test_who_has_gone_elsewhere_meanwhile_is_left_alone(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        press(ask(clerk, "hari libur"), Qt.Key.Key_Return)
        shown = clerk.go(PengukuranPage)
        shown.table.setFocus()
        qtbot.wait(400)
        assert shown.table.hasFocus()


def test_escape_leads_back(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        shown = clerk.go(PengukuranPage)
        shown.table.setFocus()
        box = ask(clerk, "sop")
        press(box, Qt.Key.Key_Escape)
        assert not box.isVisible()
        assert shown.table.hasFocus()
        box.close_box()
        assert shown.table.hasFocus()


def test_what_is_not_there_is_said(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        box = ask(clerk, "zzz")
        assert box.found() == []
        assert box.note.text().startswith("Tidak ditemukan")
        press(box, Qt.Key.Key_Down)
        press(box, Qt.Key.Key_Return)
        assert box.isVisible()
        clerk.window.navigation.setFocus()
        QApplication.processEvents()
        assert not box.isVisible()


def test_a_deed_leads_to_its_button(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        box = ask(clerk, "kirim formulir")
        assert box.found()[0].jenis is JenisTemuan.TINDAKAN
        press(box, Qt.Key.Key_Return)
        assert page(clerk).KEY == "pengumpulan"

        def is_there() -> bool:
            focus = QApplication.focusWidget()
            text = getattr(focus, "text", lambda: "")()
            return bool(text.replace("&", "") == "Kirim formulir…")

        clerk.until(is_there)


def test_a_deed_on_another_tab_opens_it(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        box = ask(clerk, "publikasi")
        clerk.window.search._go(  # the tab is named by no deed of the three
            Temuan(JenisTemuan.TINDAKAN, "Publikasi", "", "lke", ("Publikasi",))
        )
        assert page(clerk).KEY == "lke"
        tabs = current_page(clerk.window).tabs  # type: ignore[attr-defined]
        clerk.until(lambda: bool(tabs.tabText(tabs.currentIndex()).replace("&", "") == "Publikasi"))
        assert box is clerk.window.search.box


def test_every_deed_of_the_help_is_on_its_page(qtbot: QtBot, muncar: Office) -> None:
    """What the help calls a button must be one there, or a tab, or a heading."""
    from PySide6.QtWidgets import QAbstractButton, QGroupBox, QLabel, QTabBar

    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        ask(clerk, "")
        index = clerk.window.search.box
        assert index is not None
        missing: list[str] = []
        for entry in PAGES:
            clerk.window.open_page(entry.KEY)
            clerk.wait()
            shown = current_page(clerk.window)
            for bar in shown.findChildren(QTabBar):
                for place in range(bar.count()):
                    bar.setCurrentIndex(place)
                    clerk.wait()
            texts = [button.text() for button in shown.findChildren(QAbstractButton)]
            texts += [label.text() for label in shown.findChildren(QLabel)]
            texts += [box.title() for box in shown.findChildren(QGroupBox)]
            words = {_plain(text.rstrip("* ")) for text in texts}
            for bar in shown.findChildren(QTabBar):
                words |= {_plain(bar.tabText(place)) for place in range(bar.count())}
            deeds = [
                step
                for row in index._index.rows
                if row.temuan.jenis in (JenisTemuan.TINDAKAN, JenisTemuan.ISIAN)
                and row.temuan.halaman == entry.KEY
                for step in row.temuan.tujuan
            ]
            missing += [f"{entry.TITLE}: {deed}" for deed in deeds if deed not in words]
        assert "\n".join(sorted(missing)) == ""


def test_help_is_opened_beside_the_page(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        box = ask(clerk, "definisi operasional")
        press(box, Qt.Key.Key_Return)
        assert clerk.window.help.pane is not None
        assert clerk.window.help.pane.place() == "istilah#definisi-operasional"


def test_a_letter_is_opened_where_it_stands(qtbot: QtBot, muncar: Office) -> None:
    day = muncar.today()
    begin_naskah(muncar, "notulen", Periode(2023), day)
    written = begin_naskah(muncar, "undangan", Periode(2023), day)
    values = {"tahun": 2023, "arah": "masuk", "buku": "masuk", "hal": "Edaran SAKIP", "agenda": "1",
              "nomor": "050/9", "tanggal": day, "diterima": day}  # fmt: skip
    registered = add_row(muncar, "surat", values)
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        box = ask(clerk, "undangan 2023")
        assert box.found()[0].tujuan == SuratDicari(2023, None, written)
        press(box, Qt.Key.Key_Return)
        shown = page(clerk)
        assert isinstance(shown, SuratPage)
        assert clerk.window.context.periode.tahun == 2023
        letters = shown.tab("naskah")
        assert isinstance(letters, LettersTab)
        assert letters._letter is not None
        assert letters._letter.id == written
        press(ask(clerk, "edaran sakip 050/9"), Qt.Key.Key_Return)
        register = shown.tab("register")
        assert isinstance(register, RegisterTab)
        clerk.until(lambda: register.editor.current_id() == registered)


def test_it_answers_within_fifty_milliseconds(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        box = ask(clerk, "")
        rows = [Temuan(JenisTemuan.INDIKATOR, f"Persentase desa maju {n}") for n in range(1000)]
        box.show_index(IndeksCari.of(rows))
        taken = []
        for query in ("persentase desa", "desa maju 99", "persentase 512"):
            start = time.perf_counter()
            box.line.setText(query)
            taken.append(time.perf_counter() - start)
            assert box.found()
        assert min(taken) < 0.05


def test_what_was_added_is_found_at_once(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        press(ask(clerk, "kambing"), Qt.Key.Key_Escape)
        values = {"tahun": 2024, "arah": "masuk", "hal": "Bantuan kambing", "nomor": "1/X"}
        add_row(muncar, "surat", values)
        clerk.wait()
        QApplication.processEvents()
        assert ask(clerk, "kambing").found()[0].judul == "Bantuan kambing"
