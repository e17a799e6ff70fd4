"""The office's own copies of SOPs on the page: usulan, editing, versions."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.sop.langkah import Keterlibatan
from kinerja_desktop.domain.sop.suntingan import edit_langkah, suntingan_of
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.library import SEEDS, adopt_seed, list_sop, read_seed
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.sop.case_dialogs import SeedDialog
from kinerja_desktop.ui.sop.office_copies import OfficeCopies
from kinerja_desktop.ui.sop.page import SopPage
from kinerja_desktop.ui.sop.step_editor import StepEditor
from tests.services.sop.office import CANDIPURO, PENGUMPULAN, TAHUN, find_sop, give_sop
from tests.ui.sop.window import answer, dismiss, press, sop_window
from tests.ui.window import current_page, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Window = tuple[MainWindow, SopPage]


@pytest.fixture
def opened(qtbot: QtBot, office: Office) -> Iterator[Window]:
    give_sop(office)
    with sop_window(qtbot, office) as (window, page):
        page.sections.setCurrentIndex(1)
        yield window, page


def choose(page: SopPage, kode: str) -> OfficeCopies:
    """Show the version in force of an SOP."""
    copies = page.copies
    for row in range(copies.choice.count()):
        copies.choice.setCurrentIndex(row)
        chosen = copies.chosen()
        if chosen is not None and chosen.sop.id == kode and chosen.aktif:
            copies.choice.activated.emit(row)
            return copies
    raise AssertionError(kode)


def uraian(copies: OfficeCopies) -> list[str]:
    content = copies.table.content
    assert content is not None, "an SOP is shown"
    return ["".join(run.text for run in row.cells[1]) for row in content.rows]


def test_the_sop_in_force_are_shown_with_version_and_state(opened: Window) -> None:
    _, page = opened
    texts = [page.copies.choice.itemText(row) for row in range(page.copies.choice.count())]
    assert len(texts) == 5
    assert texts[0] == "Pengukuran Data Kinerja Kecamatan Candipuro (Candipuro) — versi 1, dipakai"
    assert not page.copies.remark.isVisible()


def test_usulan_are_applied_one_by_one_and_undone(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    copies = choose(page, CANDIPURO)
    copies.tabs.setCurrentIndex(1)
    assert copies.tabs.tabText(1) == "Usulan (12)"
    panel = copies.usulan
    panel.table.setCurrentCell(1, 0)
    assert panel.words.text() == "Plt. CAMAT CANDIPURO"
    press(qtbot, window, panel.apply)
    assert copies.tabs.tabText(1) == "Usulan (11)"
    assert copies.tabs.tabText(2) == "Diterima (1)"
    chosen = copies.chosen()
    assert chosen is not None
    assert (chosen.versi, chosen.aktif) == (2, True)
    item = copies.log.item(0, 5)
    assert item is not None
    assert item.text() == "Plt. CAMAT CANDIPURO"
    window.top.undo_action.trigger()
    settle(qtbot, window)
    assert copies.tabs.tabText(1) == "Usulan (12)"
    assert page.copies.choice.count() == 5


def test_a_usulan_without_words_is_typed_by_the_clerk(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    copies = choose(page, CANDIPURO)
    copies.tabs.setCurrentIndex(1)
    panel = copies.usulan
    panel.table.setCurrentCell(0, 0)
    assert panel.words.text() == ""
    texts: list[str] = []
    answer(dismiss(texts))
    press(qtbot, window, panel.apply)
    assert "masih kosong" in texts[0]
    panel.table.itemActivated.emit(panel.table.item(0, 0))
    assert window.focusWidget() is panel.words
    QTest.keyClicks(panel.words, "15 Januari 2024")
    QTest.keyClick(panel.words, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert copies.tabs.tabText(2) == "Diterima (1)"
    assert find_sop(page.context.office, CANDIPURO).versi == 2


def test_who_does_a_step_can_be_confirmed_but_not_rewritten(opened: Window) -> None:
    copies = choose(opened[1], PENGUMPULAN)
    panel = copies.usulan
    places = [panel.table.item(row, 0) for row in range(panel.table.rowCount())]
    row = next(n for n, item in enumerate(places) if item and item.text().endswith("Pelaksana"))
    panel.table.setCurrentCell(row, 0)
    assert panel.words.isReadOnly()


def test_an_old_version_is_only_read(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    copies = choose(page, CANDIPURO)
    copies.tabs.setCurrentIndex(1)
    copies.usulan.table.setCurrentCell(1, 0)
    press(qtbot, window, copies.usulan.apply)
    assert copies.choice.itemText(1).endswith("versi 1, tidak dipakai lagi")
    copies.choice.setCurrentIndex(1)
    copies.choice.activated.emit(1)
    assert copies.remark.isVisible()
    assert "hanya dibaca" in copies.remark.text()
    assert not copies.usulan.apply.isEnabled()
    assert not copies.edit.isEnabled()
    copies.usulan.words.returnPressed.emit()
    copies.table.opened.emit(1)
    settle(qtbot, window)
    assert len(list_sop(page.context.office, semua_versi=True)) == 6
    # The old version stays in sight when something else changes.
    adopt_seed(page.context.office, "candipuro_pengukuran_2024")
    settle(qtbot, window)
    chosen = copies.chosen()
    assert chosen is not None
    assert (chosen.versi, chosen.aktif) == (1, False)


def test_a_step_is_edited_in_the_office_s_own_copy(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    copies = choose(page, CANDIPURO)

    def fill(dialog: StepEditor) -> None:
        assert dialog.form.uraian.toPlainText().startswith("Sekretaris melakukan rapat")
        dialog.form.uraian.setPlainText("Sekretaris memimpin rapat Tim SAKIP")
        dialog.form.waktu.setValue(3)
        dialog.form.utama.setCurrentText("Camat")
        dialog.form.lain["SEKRETARIS"].setCurrentText("penerima")
        dialog.accept()

    QTest.keyClick(copies.table, Qt.Key.Key_Down)
    answer(fill)
    QTest.keyClick(copies.table, Qt.Key.Key_Return)
    settle(qtbot, window)
    step = find_sop(page.context.office, CANDIPURO).sop.get_langkah(2)
    assert step.uraian.diterima == "Sekretaris memimpin rapat Tim SAKIP"
    assert step.uraian.tercetak is not None
    assert step.uraian.tercetak.startswith("Sekretaris melakukan rapat")
    assert (step.waktu.teks, step.pelaksana) == ("3 jam", ("CAMAT",))
    assert uraian(copies)[1] == "Sekretaris memimpin rapat Tim SAKIP"
    assert copies.table.sequence == 2


def test_an_edit_that_is_called_off_changes_nothing(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    copies = choose(page, CANDIPURO)
    for button in (copies.edit, copies.add):
        answer(lambda dialog: dialog.reject())
        press(qtbot, window, button)
    assert find_sop(page.context.office, CANDIPURO).versi == 1


def test_an_edit_that_breaks_the_flow_is_explained(
    qtbot: QtBot, opened: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = opened
    copies = choose(page, CANDIPURO)
    said: list[str] = []
    monkeypatch.setattr(
        "kinerja_desktop.ui.base.dialogs.show_problems",
        lambda parent, heading, problems: said.extend(str(item) for item in problems),
    )

    def fill(dialog: StepEditor) -> None:
        assert not dialog.form.kembali.isEnabled()
        dialog.form.keputusan.setChecked(True)
        dialog.form.kembali.setValue(4)
        dialog.accept()

    copies.table.choose(3)
    answer(fill)
    press(qtbot, window, copies.edit)
    assert any("harus kembali ke langkah sebelumnya" in text for text in said)
    assert find_sop(page.context.office, CANDIPURO).versi == 1


def test_steps_are_added_moved_and_removed(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    copies = choose(page, CANDIPURO)

    def fill(dialog: StepEditor) -> None:
        dialog.form.no.setText("2a")
        dialog.form.uraian.setPlainText("Staf menyiapkan undangan")
        dialog.form.utama.setCurrentText("Staf")
        dialog.form.keterangan.setText("bila perlu")
        dialog.accept()

    copies.table.choose(2)
    answer(fill)
    press(qtbot, window, copies.add)
    assert uraian(copies)[2] == "Staf menyiapkan undangan"
    copies.table.choose(3)
    press(qtbot, window, copies.down)
    assert uraian(copies)[3] == "Staf menyiapkan undangan"
    assert copies.table.sequence == 4
    press(qtbot, window, copies.up)
    assert uraian(copies)[2] == "Staf menyiapkan undangan"
    assert copies.table.sequence == 3
    press(qtbot, window, copies.remove)
    assert len(uraian(copies)) == 10
    assert find_sop(page.context.office, CANDIPURO).versi == 5


def test_what_cannot_be_moved_or_removed_is_explained(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    copies = choose(page, CANDIPURO)
    texts: list[str] = []
    answer(dismiss(texts))
    press(qtbot, window, copies.up)
    copies.table.choose(6)
    answer(dismiss(texts))
    press(qtbot, window, copies.remove)
    assert "sudah di awal" in texts[0]
    assert "kembali ke langkah 6" in texts[1]
    assert find_sop(page.context.office, CANDIPURO).versi == 1


def test_an_sop_is_retired_and_taken_into_use_again(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    copies = choose(page, PENGUMPULAN)
    press(qtbot, window, copies.retire)
    chosen = copies.chosen()
    assert chosen is not None
    assert (chosen.sop.id, chosen.aktif) == (PENGUMPULAN, False)

    def pick(dialog: SeedDialog) -> None:
        assert dialog.box.count() == 5
        dialog.box.setCurrentIndex(1)
        dialog.accept()

    answer(lambda dialog: dialog.reject())
    press(qtbot, window, copies.adopt)
    answer(pick)
    press(qtbot, window, copies.adopt)
    assert find_sop(page.context.office, PENGUMPULAN).versi == 2
    texts: list[str] = []

    def pick_again(dialog: SeedDialog) -> None:
        answer(dismiss(texts))
        pick(dialog)

    answer(pick_again)
    press(qtbot, window, copies.adopt)
    assert "sudah dipakai" in texts[0]


def test_the_sop_is_printed_by_the_page_of_documents(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    copies = choose(page, PENGUMPULAN)
    press(qtbot, window, copies.print)
    sop_id = find_sop(page.context.office, PENGUMPULAN).id
    asked = getattr(current_page(window), "asked", None)
    assert asked == Permintaan("sop", TAHUN, tentang=sop_id)


def test_an_office_without_sop_takes_its_first(qtbot: QtBot, office: Office) -> None:
    with sop_window(qtbot, office) as (window, page):
        page.sections.setCurrentIndex(1)
        copies = page.copies
        assert "Kantor belum punya SOP" in copies.remark.text()
        assert not copies.print.isEnabled()
        answer(lambda dialog: dialog.accept())
        press(qtbot, window, copies.adopt)
        assert copies.choice.count() == 1
        window.top.undo_action.trigger()
        settle(qtbot, window)
        assert copies.choice.count() == 0


@pytest.mark.parametrize("name", SEEDS)
def test_a_step_that_is_only_looked_at_stays_as_it_is(qtbot: QtBot, name: str) -> None:
    sop = read_seed(name)
    for step in sop.langkah:
        dialog = StepEditor(None, sop, "Ubah", suntingan_of(step), len(sop.langkah))
        qtbot.addWidget(dialog)
        assert edit_langkah(sop, step.sequence, dialog.suntingan()) == sop


def test_the_main_pelaksana_is_asked_for_once(qtbot: QtBot) -> None:
    sop = read_seed("candipuro_pengukuran_2024")
    dialog = StepEditor(None, sop, "Ubah", suntingan_of(sop.get_langkah(1)), 10)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    assert not dialog.form.lain["CAMAT"].isVisible()
    assert dialog.form.lain["SEKRETARIS"].currentText() == "penerima"
    dialog.form.utama.setCurrentText("Sekretaris")
    assert dialog.form.lain["CAMAT"].isVisible()
    assert not dialog.form.lain["SEKRETARIS"].isVisible()
    assert dialog.suntingan().peran == (("SEKRETARIS", Keterlibatan.PELAKSANA),)
