"""The page *Prosedur (SOP)*: the list of cases, and a case that goes on step by step."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QTableWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.sop.kejadian import JenisKejadian
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import read_case, record_kejadian
from kinerja_desktop.services.sop.evidence import attach_evidence
from kinerja_desktop.services.sop.library import accept, open_usulan
from kinerja_desktop.store.queries.sop import list_kejadian
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.sop import case_view
from kinerja_desktop.ui.sop.case_dialogs import ReopenDialog, StartDialog
from kinerja_desktop.ui.sop.page import SopPage
from tests.services.sop.office import (
    BATAL,
    BUKA_KEMBALI,
    CANDIPURO,
    CATATAN,
    KEMBALIKAN,
    MULAI,
    PASRUJAMBE,
    PENGUKURAN,
    PENGUMPULAN,
    PERENCANAAN,
    SELESAI,
    SETUJU,
    TAHUN,
    do,
    find_sop,
    give_sop,
    start,
)
from tests.ui.sop.window import answer, dismiss, give_reason, press, sop_window
from tests.ui.window import current_page, settle

# The plugin without a screen cannot pass size hints on, and says so.
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Window = tuple[MainWindow, SopPage]


@pytest.fixture
def kantor(office: Office) -> Office:
    give_sop(office)
    return office


@pytest.fixture
def opened(qtbot: QtBot, kantor: Office) -> Iterator[Window]:
    with sop_window(qtbot, kantor) as found:
        yield found


def test_a_card_grows_with_the_words_of_its_case(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    start(page.context.office, PERENCANAAN)
    settle(qtbot, window)
    cards = page.cases
    index = cards.cases.index(0)
    line = cards.fontMetrics().height()
    qtbot.waitUntil(lambda: cards.visualRect(index).height() > 0)
    roomy = cards.visualRect(index).height()
    # So narrow that name and step take several lines each, and nothing of them is lost.
    cards.setFixedWidth(420)
    qtbot.waitUntil(lambda: cards.visualRect(index).height() >= roomy + 2 * line)
    assert not cards.grab().isNull()
    cards.setFixedWidth(1000)
    qtbot.waitUntil(lambda: cards.visualRect(index).height() == roomy)


def open_new(qtbot: QtBot, opened: Window, kode: str, *kinds: JenisKejadian) -> SopPage:
    """Start a case of an SOP, walk it, and open it on the page."""
    window, page = opened
    office = page.context.office
    case_id = start(office, kode)
    do(office, case_id, *kinds)
    page.receive(case_id)
    settle(qtbot, window)
    return page


def cell(table: QTableWidget, row: int, column: int) -> str:
    item = table.item(row, column)
    assert item is not None, "filled by the table"
    return item.text()


def test_an_office_without_sop_is_told_where_to_get_one(qtbot: QtBot, office: Office) -> None:
    with sop_window(qtbot, office) as (_, page):
        assert page.empty.isVisible()
        assert "Pakai SOP bawaan" in page.empty.text()
        assert not page.start.isEnabled()


def test_an_empty_list_says_what_to_do(opened: Window) -> None:
    _, page = opened
    assert page.empty.isVisible()
    assert "Mulai SOP" in page.empty.text()


def test_a_case_is_started_for_the_chosen_period(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    window.context.set_periode(Periode(2024, 2))
    settle(qtbot, window)

    def fill(dialog: StartDialog) -> None:
        dialog.sop.setCurrentText("Prosedur Penyusunan Pengukuran Kinerja (Lumajang) — versi 1")
        dialog.judul.setText("uji")
        dialog.accept()

    answer(fill)
    press(qtbot, window, page.start)
    assert page.case.isVisible()
    assert page.case.title.text() == (
        "Prosedur Penyusunan Pengukuran Kinerja (Lumajang) · Triwulan II Tahun 2024 · uji"
    )
    assert window.focusWidget() is page.case.card.primary


def test_a_start_that_is_called_off_starts_nothing(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    answer(lambda dialog: dialog.reject())
    press(qtbot, window, page.start)
    assert page.empty.isVisible()


def test_a_case_that_runs_already_is_not_started_again(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    start(page.context.office, CANDIPURO)
    settle(qtbot, window)
    texts: list[str] = []

    def agree(dialog: StartDialog) -> None:
        answer(dismiss(texts))
        dialog.accept()
        assert dialog.isVisible(), "what was filled in stays"
        dialog.reject()

    answer(agree)
    press(qtbot, window, page.start)
    assert "sudah berjalan" in texts[0]
    assert not page.case.isVisible()


def test_cards_say_all_in_words(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    start(page.context.office, CANDIPURO)
    settle(qtbot, window)
    text = page.cases.cases.index(0).data()
    assert text == (
        "Pengukuran Data Kinerja Kecamatan Candipuro (Candipuro) · Tahun 2024. "
        "Segera jatuh tempo, 0 dari 10 langkah. Langkah berikut: Camat memerintahkan Sekretaris "
        "untuk melakukan pengukuran kinerja Pelaksana: Camat · tenggat 15 Januari 2025"
    )


def test_a_case_opens_by_mouse_and_by_enter_and_closes_again(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    start(page.context.office, CANDIPURO)
    start(page.context.office, PENGUMPULAN)
    settle(qtbot, window)
    box = page.cases.visualRect(page.cases.cases.index(0))
    QTest.mouseClick(page.cases.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    settle(qtbot, window)
    assert page.case.isVisible()
    first = page.case.kasus
    press(qtbot, window, page.case.back)
    assert window.focusWidget() is page.cases
    QTest.keyClick(page.cases, Qt.Key.Key_Down)
    QTest.keyClick(page.cases, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert page.case.isVisible()
    assert page.case.kasus is not None
    assert first is not None
    assert page.case.kasus.id != first.id


def test_the_chosen_card_stays_chosen_when_the_list_changes(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    start(page.context.office, PENGUMPULAN)
    settle(qtbot, window)
    chosen = page.cases.chosen()
    start(page.context.office, CANDIPURO)
    settle(qtbot, window)
    assert page.cases.cases.rowCount() == 2
    assert page.cases.chosen() == chosen


def test_steps_are_done_with_their_buttons(qtbot: QtBot, opened: Window) -> None:
    page = open_new(qtbot, opened, PENGUMPULAN)
    window, card = opened[0], page.case.card
    assert card.heading.text() == "Langkah 1 dari 7"
    assert card.status.text() == "Segera jatuh tempo"
    assert not card.buttons[MULAI].isVisible()
    assert not card.buttons[SETUJU].isVisible()
    assert card.pelaku.currentText() == "Staf Penerima Surat"
    card.pelaku.setCurrentText("Siti")
    press(qtbot, window, card.buttons[SELESAI])
    assert card.heading.text() == "Langkah 2 dari 7 (tercetak ))"
    press(qtbot, window, card.buttons[MULAI])
    assert not card.buttons[MULAI].isVisible()
    kasus = page.case.kasus
    assert kasus is not None
    assert [item.pelaku for item in kasus.kejadian] == ["Operator", "Siti", "Staf Penerima Surat"]
    assert page.case.tabs.tabText(1) == "Riwayat (3 kejadian)"
    assert page.case.table.sequence == 2


def test_the_second_click_of_a_double_click_does_not_end_the_next_step(
    qtbot: QtBot, opened: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = open_new(qtbot, opened, PENGUMPULAN)
    window, button = opened[0], page.case.card.buttons[SELESAI]
    monkeypatch.setattr(case_view, "GUARD_MS", 5_000)
    press(qtbot, window, button)
    assert page.case.kasus is not None
    assert len(page.case.kasus.kejadian) == 1
    monkeypatch.setattr(case_view, "GUARD_MS", 1)
    press(qtbot, window, button)
    assert len(page.case.kasus.kejadian) == 2


def test_a_decision_is_returned_with_a_reason(qtbot: QtBot, opened: Window) -> None:
    page = open_new(qtbot, opened, PENGUMPULAN, *[SELESAI] * 4)
    window, card = opened[0], page.case.card
    assert not card.buttons[SELESAI].isVisible()
    answer(lambda dialog: dialog.reject())
    press(qtbot, window, card.buttons[KEMBALIKAN])
    assert card.heading.text() == "Langkah 5 dari 7"
    answer(give_reason("rekap kurang"))
    press(qtbot, window, card.buttons[KEMBALIKAN])
    assert card.heading.text() == "Langkah 4 dari 7 · putaran 2"
    assert "kembali ke sini karena: rekap kurang" in card.facts.text()
    press(qtbot, window, card.buttons[SELESAI])
    press(qtbot, window, card.buttons[SETUJU])
    assert card.heading.text() == "Langkah 6 dari 7 · putaran 2"


def test_a_note_and_a_cancelling_need_words(qtbot: QtBot, opened: Window) -> None:
    page = open_new(qtbot, opened, CANDIPURO)
    window, card = opened[0], page.case.card
    answer(give_reason("menunggu disposisi"))
    press(qtbot, window, card.buttons[CATATAN])
    answer(give_reason("surat ditarik"))
    card.actions_of[BATAL].trigger()
    settle(qtbot, window)
    assert card.status.text() == "Dibatalkan"
    assert "dapat dicetak" in card.uraian.text()
    assert not card.link.isVisible()
    assert not card.actions_of[BATAL].isVisible()
    history = page.case.history
    rows = [[cell(history, row, column) for column in (1, 5)] for row in range(3)]
    assert rows == [
        ["Pelaksanaan dimulai", ""],
        ["Catatan", "menunggu disposisi"],
        ["Pelaksanaan dibatalkan", "surat ditarik"],
    ]


def test_a_case_is_opened_again_at_a_chosen_step(qtbot: QtBot, opened: Window) -> None:
    page = open_new(qtbot, opened, PENGUKURAN, *[SELESAI] * 3)
    window, card = opened[0], page.case.card
    reopen = card.actions_of[BUKA_KEMBALI]
    answer(lambda dialog: dialog.reject())
    reopen.trigger()
    assert card.heading.text() == "Langkah 4 dari 12"

    def fill(dialog: ReopenDialog) -> None:
        assert not dialog.accept_button.isEnabled()
        assert dialog.langkah.count() == 3
        dialog.langkah.setCurrentIndex(1)
        dialog.alasan.setPlainText("disposisi diubah")
        assert dialog.accept_button.isEnabled()
        dialog.accept()

    answer(fill)
    reopen.trigger()
    settle(qtbot, window)
    assert card.heading.text() == "Langkah 2 dari 12 · putaran 2"
    assert cell(page.case.history, 4, 1) == "Dibuka kembali"


def test_a_step_that_went_on_elsewhere_is_explained(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    open_new(qtbot, opened, CANDIPURO)
    assert page.case.kasus is not None
    case_id = page.case.kasus.id
    # As if another hand had been faster than the reload.
    page.context.tables_changed.disconnect(page._hear)
    record_kejadian(page.context.office, case_id, SELESAI, 1)
    texts: list[str] = []
    answer(dismiss(texts))
    press(qtbot, window, page.case.card.buttons[SELESAI])
    assert "belum gilirannya" in texts[0]


#: The paper of SOP Penyusunan Perencanaan Kinerja (`docs/sakip.md` §8.5, seed 002).
RKT = Permintaan("rencana-kinerja-tahunan", TAHUN)
LAPORAN = Permintaan("lkjip", TAHUN)
DECISIONS = {(PENGUMPULAN, 4), (PERENCANAAN, 6), (PERENCANAAN, 8), (PASRUJAMBE, 5), (PASRUJAMBE, 8)}


@pytest.mark.parametrize(
    ("kode", "steps", "label", "key", "asked"),
    [
        (PERENCANAAN, 3, "Buka Renstra & IKU", "renstra", None),
        (PERENCANAAN, 5, "Cetak draf", "dokumen", RKT),
        (PERENCANAAN, 6, "Buka draf", "dokumen", RKT),
        (PERENCANAAN, 7, "Cetak untuk tanda tangan", "dokumen", RKT),
        (PERENCANAAN, 8, "Cetak untuk tanda tangan", "dokumen", RKT),
        (PERENCANAAN, 9, "Buat daftar bagi", "surat", "daftar-bagi"),
        (PERENCANAAN, 10, "Cetak untuk Bappeda", "dokumen", RKT),
        (PASRUJAMBE, 4, "Buka LKjIP", "lkjip", None),
        (PASRUJAMBE, 5, "Buka draf", "dokumen", LAPORAN),
        (PASRUJAMBE, 7, "Cetak untuk tanda tangan", "dokumen", LAPORAN),
        (PASRUJAMBE, 9, "Cetak untuk tanda tangan", "dokumen", LAPORAN),
        (PASRUJAMBE, 11, "Buat nota dinas penggandaan", "surat", "penggandaan"),
        (PASRUJAMBE, 12, "Kirim ke Bappeda", "kirim", None),
        (PENGUMPULAN, 3, "Kirim formulir isian", "pengumpulan", None),
        (PENGUMPULAN, 4, "Kumpulkan data", "pengumpulan", None),
        (PENGUKURAN, 4, "Buka Pengukuran", "pengukuran", None),
        (PENGUKURAN, 6, "Cetak draf", "dokumen", Permintaan("pengukuran-kinerja", TAHUN)),
        (PENGUMPULAN, 6, "Kirim ke Bappeda", "kirim", None),
    ],
)
def test_the_step_opens_what_does_it(
    qtbot: QtBot,
    opened: Window,
    kode: str,
    steps: int,
    label: str,
    key: str,
    asked: Permintaan | str | None,
) -> None:
    window, page = opened
    window.context.set_periode(Periode(2021, 3))
    kinds = [SETUJU if (kode, n) in DECISIONS else SELESAI for n in range(steps)]
    open_new(qtbot, opened, kode, *kinds)
    link = page.case.card.link
    assert link.text().replace("&&", "+").replace("&", "").replace("+", "&") == label
    press(qtbot, window, link)
    assert key == current_page(window).KEY
    shown: Any = getattr(current_page(window), "asked", None)
    if isinstance(asked, Permintaan):
        # What is printed there is kept at this very step.
        assert page.case.kasus is not None
        asked = replace(asked, untuk=(page.case.kasus.id, steps + 1))
    assert (shown.jenis if isinstance(asked, str) else shown) == asked
    if key in ("pengukuran", "pengumpulan", "kirim"):
        assert window.context.periode == TAHUN


def test_the_covering_letter_is_asked_for_its_period(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    open_new(qtbot, opened, CANDIPURO, *[SELESAI] * 7, SETUJU, SELESAI)
    press(qtbot, window, page.case.card.link)
    assert page.case.kasus is not None
    assert getattr(current_page(window), "asked", None) == Permintaan(
        "surat-pengantar", TAHUN, untuk=(page.case.kasus.id, 10)
    )


def test_sop_and_record_are_printed_by_the_page_of_documents(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    open_new(qtbot, opened, CANDIPURO)
    kasus = page.case.kasus
    assert kasus is not None
    press(qtbot, window, page.case.print_riwayat)
    asked = getattr(current_page(window), "asked", None)
    assert asked == Permintaan("riwayat-sop", TAHUN, tentang=kasus.id)
    window.open_page("sop")
    press(qtbot, window, page.case.print_sop)
    asked = getattr(current_page(window), "asked", None)
    assert asked == Permintaan("sop", TAHUN, tentang=kasus.sop.id)


def test_evidence_is_attached_and_opened_from_the_history(
    qtbot: QtBot, opened: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = opened
    open_new(qtbot, opened, CANDIPURO)
    file = tmp_path / "disposisi.pdf"
    file.write_bytes(b"isi disposisi")
    chosen: list[Path | None] = [None, file, tmp_path / "tidak-ada.pdf"]
    monkeypatch.setattr(dialogs, "choose_file", lambda *_: chosen.pop(0))
    attach = page.case.card.buttons[JenisKejadian.BUKTI]
    press(qtbot, window, attach)
    assert page.case.history.rowCount() == 1
    press(qtbot, window, attach)
    texts: list[str] = []
    answer(dismiss(texts))
    press(qtbot, window, attach)
    assert "tidak ada" in texts[0]
    history = page.case.history
    assert cell(history, 1, 6) == "disposisi.pdf (Enter: buka)"
    shown: list[Path] = []

    def show(url: QUrl) -> bool:
        shown.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", show)
    page.case.tabs.setCurrentIndex(1)
    history.itemActivated.emit(history.item(0, 0))
    history.itemActivated.emit(history.item(1, 0))
    settle(qtbot, window)
    assert shown[0].read_bytes() == b"isi disposisi"
    assert len(shown) == 1


def test_of_several_files_one_is_chosen(
    qtbot: QtBot, opened: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = opened
    office = page.context.office
    case_id = start(office, CANDIPURO)
    for name in ("satu.pdf", "dua.pdf"):
        (tmp_path / name).write_text(name)
        attach_evidence(office, case_id, 1, tmp_path / name)
    record_kejadian(office, case_id, SELESAI, 1, bukti=tuple(read_case(office, case_id).bukti))
    page.receive(case_id)
    settle(qtbot, window)
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.fileName()))

    def pick(box: QMessageBox) -> None:
        next(button for button in box.buttons() if button.text() == "dua.pdf").click()

    answer(lambda box: box.close())
    history = page.case.history
    history.itemActivated.emit(history.item(3, 0))
    answer(pick)
    history.itemActivated.emit(history.item(3, 0))
    settle(qtbot, window)
    assert shown == ["dua.pdf"]


def test_a_case_that_is_gone_leaves_the_list(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    page.receive(uuid4())
    settle(qtbot, window)
    assert page.empty.isVisible()


def test_the_words_can_be_read_as_printed_and_tidied(qtbot: QtBot, opened: Window) -> None:
    office = opened[1].context.office
    item = find_sop(office, CANDIPURO)
    usulan = next(usulan for usulan in open_usulan(item.sop) if usulan.usulan == "MUTU BAKU")
    accept(office, item.id, usulan)
    page = open_new(qtbot, opened, CANDIPURO)
    assert column_groups(page) == ["PELAKSANA", "MUTU BUKU", "Yang nyata terjadi"]
    page.case.reading.setFocus()
    QTest.keyClick(page.case.reading, Qt.Key.Key_Down)
    assert page.case.reading.currentText() == "Teks dirapikan"
    page.case.reading.activated.emit(1)
    assert column_groups(page) == ["PELAKSANA", "MUTU BAKU", "Yang nyata terjadi"]


def column_groups(page: SopPage) -> list[str]:
    content = page.case.table.content
    assert content is not None, "a case is open"
    return list(dict.fromkeys(column.group for column in content.columns if column.group))


def test_an_unreadable_case_is_told_and_the_others_stay(
    qtbot: QtBot, opened: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = opened
    office = page.context.office
    damaged = start(office, PENGUKURAN)
    start(office, PENGUMPULAN)
    with office.journal.action("Merusak") as session:
        list_kejadian(session, damaged)[0].jenis = "terbang"
    told: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda _, error: told.append(str(error)))
    page.open_case(damaged)
    settle(qtbot, window)
    assert "tidak terbaca: Kejadian ke-1 berubah di luar program." in told[0]
    cards = [page.cases.cases.index(row).data() for row in range(2)]
    assert "Tidak terbaca" in cards[1]
    assert page.stack.currentIndex() == 0
    page.reload()
    settle(qtbot, window)
    assert len(told) == 1
