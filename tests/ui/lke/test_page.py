"""The page Evaluasi SAKIP: answers by keyboard, proposals, evidence, criteria, the pack."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.exchange.lembar_json import write_lembar_json
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lke.baca import read_lke
from kinerja_desktop.services.lke.isi import set_jawaban
from kinerja_desktop.services.paket_lke.layar import Layar
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.dokumen.page import DokumenPage
from kinerja_desktop.ui.lke.advice_tab import AdviceTab
from kinerja_desktop.ui.lke.page import LkePage
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.domain.lke.sheets import read_kecil
from tests.services.lke.office import TAHUN, give_lhe, give_rekomendasi, make_file
from tests.ui.window import current_page, open_window, settle

PAGES = [LkePage, DokumenPage]
Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, muncar: Office) -> Iterator[MainWindow]:
    set_jawaban(muncar, TAHUN - 1, "1.1.3", "B")
    give_rekomendasi(muncar, give_lhe(muncar), 1)
    with open_window(qtbot, muncar, PAGES, Periode(TAHUN)) as opened:
        yield opened


@pytest.fixture
def page(window: MainWindow) -> LkePage:
    found = current_page(window)
    assert isinstance(found, LkePage)
    return found


def cell(page: LkePage, kode: str, column: int) -> str:
    return page.criteria.tree._items[kode].text(column)


def answer_of(office: Office, kode: str) -> str:
    return read_lke(office, TAHUN).isian_of(kode).jawaban


def test_the_tree_shows_answers_scores_and_last_year(
    qtbot: QtBot, window: MainWindow, page: LkePage, muncar: Office
) -> None:
    assert cell(page, "1.1", 1) == "0/7"
    assert cell(page, "1.1", 3) == "– / 6"
    assert cell(page, "1.1.3", 4) == "B"
    assert cell(page, "1.1", 4) == "4,20"  # 6 × 0,7, the one answer of last year
    assert cell(page, "1.1.3", 2) == "BB"
    assert "LHE 2023: 68,40" in page.criteria.total.text()
    set_jawaban(muncar, TAHUN, "1.1.3", "AA")
    settle(qtbot, window)
    assert (cell(page, "1.1.3", 1), cell(page, "1.1", 3)) == ("AA", "6,00 / 6")
    assert "Terjawab <b>1 dari 80</b>" in page.criteria.total.text()


def test_a_criterion_is_answered_by_keyboard_alone(
    qtbot: QtBot, window: MainWindow, page: LkePage, muncar: Office
) -> None:
    tree, box = page.criteria.tree, page.criteria.pane.answer
    tree.choose("1.1.1")
    tree.setFocus()
    QTest.keyClick(tree, Key.Key_Return)
    assert box.hasFocus()
    QTest.keyClicks(box, "BB")
    QTest.keyClick(box, Key.Key_Return)
    settle(qtbot, window)
    assert answer_of(muncar, "1.1.1") == "BB"
    assert tree.current_kode() == "1.1.2"
    assert box.hasFocus()
    assert box.currentData() == ""
    # One deed, though two letters were typed.
    muncar.journal.undo()
    assert answer_of(muncar, "1.1.1") == ""


@pytest.mark.parametrize("typed", ["a", "B", "c", "AA", "cc"])
def test_what_is_typed_is_just_the_answer(
    qtbot: QtBot, window: MainWindow, page: LkePage, muncar: Office, typed: str
) -> None:
    """A is not AA, although AA stands before it and begins with it."""
    pane = page.criteria.pane
    page.criteria.tree.choose("1.1.1")
    settle(qtbot, window)
    pane.answer.setFocus()
    QTest.keyClicks(pane.answer, typed)
    QTest.keyClick(pane.answer, Key.Key_Tab)
    settle(qtbot, window)
    assert answer_of(muncar, "1.1.1") == typed.upper()


@pytest.mark.parametrize("typed", ["Z", "AZ", "9", "BBB"])
def test_letters_that_are_no_answer_are_told_and_nothing_moves_on(
    qtbot: QtBot, window: MainWindow, page: LkePage, muncar: Office, typed: str
) -> None:
    set_jawaban(muncar, TAHUN, "1.1.1", "D")
    settle(qtbot, window)
    pane = page.criteria.pane
    page.criteria.tree.choose("1.1.1")
    pane.answer.setFocus()
    QTest.keyClicks(pane.answer, typed)
    QTest.keyClick(pane.answer, Key.Key_Return)
    settle(qtbot, window)
    assert page.criteria.tree.current_kode() == "1.1.1"
    assert pane.wrong.isVisible()
    assert pane.wrong.text() == (
        f"'{typed}' bukan jawaban pada skala ini. Ketik AA, A, BB, B, CC, C, D, E."
    )
    assert (pane.answer.currentData(), answer_of(muncar, "1.1.1")) == ("D", "D")
    # The search of the list forgets what was typed after a while, as it does for a hand.
    QTest.qWait(QApplication.keyboardInputInterval() + 50)
    QTest.keyClicks(pane.answer, "x")
    QTest.qWait(QApplication.keyboardInputInterval() + 50)
    QTest.keyClicks(pane.answer, "cc")
    QTest.keyClick(pane.answer, Key.Key_Return)
    settle(qtbot, window)
    assert answer_of(muncar, "1.1.1") == "CC"
    assert page.criteria.tree.current_kode() == "1.1.2"
    assert not pane.wrong.isVisible()


def test_an_answer_is_kept_when_the_box_is_left_and_by_the_timer(
    qtbot: QtBot, window: MainWindow, page: LkePage, muncar: Office
) -> None:
    box = page.criteria.pane.answer
    page.criteria.tree.choose("1.1.1")
    box.setFocus()
    QTest.keyClicks(box, "D")
    page.criteria.tree.setFocus()
    settle(qtbot, window)
    assert answer_of(muncar, "1.1.1") == "D"
    box.setCurrentIndex(box.findData("E"))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: answer_of(muncar, "1.1.1") == "E")
    settle(qtbot, window)
    box.setCurrentIndex(box.findData("D"))
    page.criteria.tree.choose("1.1.2")
    settle(qtbot, window)
    assert (answer_of(muncar, "1.1.1"), answer_of(muncar, "1.1.2")) == ("D", "")


def test_a_proposal_is_shown_with_its_reason_and_taken_by_one_click(
    qtbot: QtBot, window: MainWindow, page: LkePage, muncar: Office
) -> None:
    pane = page.criteria.pane
    page.criteria.tree.choose("2.1.2")
    assert "E. 0 dari 4 indikator mempunyai definisi operasional." in pane.proposal.text()
    assert "Manual IKU" in pane.proofs.text()
    QTest.mouseClick(pane.accept_button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert answer_of(muncar, "2.1.2") == "E"
    assert "(sudah menjadi jawaban)" in pane.proposal.text()
    assert not pane.accept_button.isVisible()
    page.criteria.tree.choose("1.1.2")
    assert "belum ada, jawab menurut bukti" in pane.proposal.text()
    assert "RPJPD kabupaten (Bappeda)" in pane.proofs.text()


def test_all_proposals_are_taken_at_once_and_taken_back(
    qtbot: QtBot, window: MainWindow, page: LkePage, muncar: Office
) -> None:
    button = page.criteria.accept_all_button
    count = len(page.criteria.usulan)
    assert f"({count})" in button.text()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert read_lke(muncar, TAHUN).nilai.nilai.terjawab == count
    # That the self-check is made here at all is a proposal that its answers bring.
    assert page.criteria.open_usulan() == {"4.2.5": "BB"}
    muncar.journal.undo()
    settle(qtbot, window)
    assert read_lke(muncar, TAHUN).nilai.nilai.terjawab == 0
    assert button.isEnabled()


def test_a_note_is_kept_when_it_is_left(
    qtbot: QtBot, window: MainWindow, page: LkePage, muncar: Office
) -> None:
    pane = page.criteria.pane
    page.criteria.tree.choose("1.1.1")
    pane.note.setFocus()
    QTest.keyClicks(pane.note, "Perbup ada")
    page.criteria.tree.choose("1.1.2")
    settle(qtbot, window)
    assert read_lke(muncar, TAHUN).isian_of("1.1.1").catatan == "Perbup ada"
    assert pane.note.toPlainText() == ""


def test_a_heading_has_no_answer(page: LkePage) -> None:
    page.criteria.tree.choose("1.1")
    assert page.criteria.tree.current_kode() == ""
    assert not page.criteria.pane.answer.isEnabled()
    assert not page.criteria.pane.evidence.attach_button.isEnabled()


def test_evidence_is_attached_opened_and_taken_away(
    qtbot: QtBot, window: MainWindow, page: LkePage, muncar: Office, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    box = page.criteria.pane.evidence
    page.criteria.tree.choose("1.1.1")
    file = make_file(tmp_path)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(file)], ""))
    QTest.mouseClick(box.attach_button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert box.files.count() == 1
    assert cell(page, "1.1.1", 5) == "1"
    opened: list[str] = []
    monkeypatch.setattr(
        "kinerja_desktop.ui.base.kept_file.QDesktopServices.openUrl",
        lambda url: opened.append(url.toLocalFile()),
    )
    QTest.mouseClick(box.open_button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert opened[0].endswith("bukti.pdf")
    QTest.mouseClick(box.remove_button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert box.files.count() == 0


def test_recommendations_have_evidence_of_their_own(
    qtbot: QtBot, window: MainWindow, page: LkePage, tmp_path: Path
) -> None:
    page.receive("rekomendasi")
    settle(qtbot, window)
    tab = page.tab("rekomendasi")
    assert isinstance(tab, AdviceTab)
    tab.evidence.attach(make_file(tmp_path))
    settle(qtbot, window)
    tab.reload()
    settle(qtbot, window)
    assert tab.evidence.files.count() == 1
    tab.editor.remove_current()
    settle(qtbot, window)
    assert not tab.evidence.attach_button.isEnabled()


def test_the_other_tabs_open_and_find(qtbot: QtBot, window: MainWindow, page: LkePage) -> None:
    for key in ("lhe", "publikasi", "rekomendasi", "kriteria"):
        page.receive(key)
        settle(qtbot, window)
        assert page.find_here()
    assert page.criteria.search.hasFocus()


def test_a_criterion_is_found_by_its_words(qtbot: QtBot, window: MainWindow, page: LkePage) -> None:
    tree, box = page.criteria.tree, page.criteria.search
    QTest.keyClick(window, Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert box.hasFocus()
    QTest.keyClicks(box, "2.2.6")
    assert tree.current_kode() == "2.2.6"
    box.clear()
    tree.choose("1.1.1")
    found = []
    QTest.keyClicks(box, "APLIKASI teknologi")
    for _ in range(4):
        found.append(tree.current_kode())
        QTest.keyClick(box, Key.Key_Return)
    assert found == ["2.2.6", "2.2.7", "4.2.5", "2.2.6"]
    box.clear()
    QTest.keyClicks(box, "antariksa")
    assert "Tidak ada kriteria" in window.statusBar().currentMessage()


def test_criteria_of_a_file_take_their_place_and_go_back(
    qtbot: QtBot, window: MainWindow, page: LkePage, muncar: Office, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    path = tmp_path / "kecil.json"
    path.write_bytes(write_lembar_json(read_kecil()))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    change, template, reset, _ = page.sheet.actions()
    change.trigger()
    qtbot.waitUntil(lambda: not read_lke(muncar, TAHUN).berlaku.is_bawaan)
    settle(qtbot, window)
    assert cell(page, "1.1", 1) == "0/3"
    target = tmp_path / "templat"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    template.trigger()
    qtbot.waitUntil((tmp_path / "templat.xlsx").exists)
    settle(qtbot, window)
    reset.trigger()
    settle(qtbot, window)
    assert cell(page, "1.1", 1) == "0/7"
    next(action for action in page.scales.actions() if "Ya/Tidak" in action.text()).trigger()
    settle(qtbot, window)
    assert page.criteria.pane.answer.count() == 3


def test_another_scale_asks_before_answers_are_cleared(
    qtbot: QtBot, window: MainWindow, page: LkePage, muncar: Office,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    set_jawaban(muncar, TAHUN, "1.1.1", "A")
    settle(qtbot, window)
    asked: list[str] = []
    agrees = False

    def confirm(_: object, question: str, yes: str, detail: str) -> bool:
        asked.append(question)
        return agrees

    monkeypatch.setattr("kinerja_desktop.ui.lke.page.dialogs.confirm", confirm)
    scale = next(action for action in page.scales.actions() if "A–D" in action.text())
    scale.trigger()
    qtbot.waitUntil(lambda: len(asked) == 1)
    settle(qtbot, window)
    assert asked[0].startswith("1 jawaban LKE 2024 diberikan menurut skala")
    assert (answer_of(muncar, "1.1.1"), page.criteria.pane.answer.count()) == ("A", 9)
    agrees = True
    scale.trigger()
    qtbot.waitUntil(lambda: answer_of(muncar, "1.1.1") == "")
    settle(qtbot, window)
    assert page.criteria.pane.answer.count() == 5
    muncar.journal.undo()
    assert answer_of(muncar, "1.1.1") == "A"


def test_papers_are_opened_on_their_page(qtbot: QtBot, window: MainWindow, page: LkePage) -> None:
    page.papers.actions()[0].trigger()
    settle(qtbot, window)
    assert isinstance(current_page(window), DokumenPage)


def test_the_pack_is_written_with_pictures_and_the_window_stays(
    qtbot: QtBot, window: MainWindow, page: LkePage, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    QTest.mouseClick(page.pack_button, Qt.MouseButton.LeftButton)
    assert page.result.text().startswith("Mengambil gambar halaman")
    assert not page.criteria_button.isEnabled()
    assert not page.pack_button.isEnabled()
    qtbot.waitUntil(lambda: "Paket bukti selesai" in page.result.text(), timeout=60_000)
    assert current_page(window) is page
    assert list(tmp_path.glob("LKE_*")) == [tmp_path / "LKE_MUNCAR_2024"]
    # Of the pages that this window has; the picture is a real PNG of some size.
    (picture,) = tmp_path.rglob("*_Layar_lke.png")
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size > 5000
    assert page.pack_button.isEnabled()


def test_a_pack_is_of_the_year_in_which_it_was_asked_for(
    qtbot: QtBot, window: MainWindow, page: LkePage, tmp_path: Path
) -> None:
    page.write_pack(tmp_path)
    window.context.set_periode(Periode(TAHUN + 1))
    qtbot.waitUntil(lambda: "Paket bukti selesai" in page.result.text(), timeout=60_000)
    assert list(tmp_path.glob("LKE_*")) == [tmp_path / "LKE_MUNCAR_2024"]
    assert window.context.periode == Periode(TAHUN + 1)


def test_a_page_of_triwulan_is_pictured_with_one(
    qtbot: QtBot, window: MainWindow, page: LkePage
) -> None:
    """The window shows the year as a whole, of which Evaluasi has nothing to show."""
    seen: list[tuple[str, Periode]] = []
    made = window.context.make_page
    assert made is not None

    def make(key: str, context: Context) -> QWidget | None:
        seen.append((key, context.periode))
        return made(key, context)

    window.context.make_page = make
    wanted = [Layar("lke", Periode(TAHUN)), Layar("dokumen", Periode(TAHUN, 4))]
    pictures: list[dict[str, bytes]] = []
    page.screens.take(wanted, pictures.append)
    qtbot.waitUntil(lambda: bool(pictures), timeout=60_000)
    assert seen == [("lke", Periode(TAHUN)), ("dokumen", Periode(TAHUN, 4))]
    assert set(pictures[0]) == {"lke", "dokumen"}
    assert window.context.periode == Periode(TAHUN)


def test_the_same_pack_is_not_written_twice(
    qtbot: QtBot, window: MainWindow, page: LkePage, tmp_path: Path
) -> None:
    for told in ("Paket bukti selesai", "Paket bukti ini sudah ada dan sama:</b>"):
        page._write_pack(tmp_path, TAHUN, {})
        qtbot.waitUntil(page.result.isVisible, timeout=60_000)
        assert told in page.result.text()
    assert [path.name for path in tmp_path.glob("LKE_*")] == ["LKE_MUNCAR_2024"]


def test_a_pack_that_cannot_be_written_says_why(
    qtbot: QtBot, window: MainWindow, page: LkePage, tmp_path: Path
) -> None:
    page.write_pack(tmp_path / "tidak-ada")
    qtbot.waitUntil(lambda: "tidak ada" in page.result.text(), timeout=60_000)


def test_a_narrow_tree_gives_its_room_to_the_criteria(page: LkePage) -> None:
    tree = page.criteria.tree
    tree.resize(350, 300)
    assert tree.isColumnHidden(4)
    assert not tree.isColumnHidden(1)
    tree.resize(900, 300)
    assert not tree.isColumnHidden(4)
