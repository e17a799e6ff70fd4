"""The page LKjIP on the sample office: outline, editor, storing, preview, final."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QMenu, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.lkjip.kelengkapan import KeadaanBagian
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.connection import Knowledge
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.dokumen import LKJIP
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.services.lkjip.kerangka import add_section
from kinerja_desktop.services.lkjip.laporan import BarisBagian, read_lkjip
from kinerja_desktop.services.lkjip.teks import write_text
from kinerja_desktop.services.pengukuran.ukur import set_realisasi
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.diary import WorkState
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.lkjip.changes import ChangesDialog, compare
from kinerja_desktop.ui.lkjip.live_preview import PATIENCE
from kinerja_desktop.ui.lkjip.outbox import Outbox
from kinerja_desktop.ui.lkjip.page import LkjipPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.documents.pictures.made import logo_png
from tests.finals import finalize
from tests.services.lkjip.earlier_years import set_realisasi_lama
from tests.ui.stopping import press_batal
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
TAHUN = 2024
#: A section of the form that the program cannot draft for the sample office.
ISU = "isu_strategis"
CAPAIAN = "capaian"
SAMPUL = "sampul"


class DokumenPage(Page):
    """Stands in for the page of documents."""

    KEY = "dokumen"
    TITLE = "Dokumen"
    ICON = "dokumen"
    wanted: Any = None

    def receive(self, argument: Any) -> None:
        DokumenPage.wanted = argument


@pytest.fixture
def window(qtbot: QtBot, muncar: Office) -> Iterator[MainWindow]:
    with open_window(qtbot, muncar, (LkjipPage, DokumenPage), Periode(TAHUN)) as opened:
        yield opened


@pytest.fixture
def page(window: MainWindow) -> LkjipPage:
    found = current_page(window)
    assert isinstance(found, LkjipPage)
    return found


@pytest.fixture
def wait(qtbot: QtBot, window: MainWindow) -> Callable[[], None]:
    return lambda: settle(qtbot, window)


Wait = Callable[[], None]


def row_of(office: Office, kunci: str) -> BarisBagian:
    return next(row for row in read_lkjip(office, TAHUN).bagian if row.kunci == kunci)


def write(page: LkjipPage, text: str) -> None:
    """Type over what stands in the field."""
    page.pane.editor.setFocus()
    page.pane.editor.selectAll()
    QTest.keyClicks(page.pane.editor, text)


def click(button: Any) -> None:
    assert button.isVisible()
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def answer(monkeypatch: pytest.MonkeyPatch, name: str, value: Any) -> list[tuple[Any, ...]]:
    """Answer a question of `dialogs` ahead; return what was asked."""
    asked: list[tuple[Any, ...]] = []

    def reply(*words: Any) -> Any:
        asked.append(words)
        return value

    monkeypatch.setattr(dialogs, name, reply)
    return asked


def state_of(page: LkjipPage, kunci: str) -> str:
    (item,) = [item for item in items(page) if item.data(0, Qt.ItemDataRole.UserRole) == kunci]
    return item.text(1)


def items(page: LkjipPage) -> list[QTreeWidgetItem]:
    return page.outline.tree.findItems(
        "", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive, 0
    )


def menu(page: LkjipPage, name: str) -> None:
    action = page.outline.actions_by_name[name]
    assert action.isEnabled()
    action.trigger()


def fill_whole(office: Office) -> None:
    """Mend everything that keeps the sample's report from being final."""
    finalize(office, Periode(TAHUN), date(2025, 1, 10))
    for row in read_lkjip(office, TAHUN).bagian:
        if row.boleh_ditulis and row.kekurangan:
            write_text(office, TAHUN, row.kunci, "Sudah ditulis kantor.")


def make_final(office: Office) -> str:
    fill_whole(office)
    return str(finalize_lkjip(office, TAHUN, date(2025, 2, 3)).kode)


# Outline


def test_the_outline_says_in_words_how_far_each_section_is(page: LkjipPage, muncar: Office) -> None:
    isi = read_lkjip(muncar, TAHUN)
    assert len(items(page)) == len(isi.bagian)
    assert state_of(page, ISU) == "Belum diisi"
    assert state_of(page, CAPAIAN) == "Draf dari data"
    assert state_of(page, SAMPUL) == "Terisi dari data"
    assert state_of(page, "bab_1") == ""
    assert page.outline.count.text() == f"<b>{isi.terisi} dari {isi.jumlah}</b> bagian terisi"
    assert (page.outline.meter.value(), page.outline.meter.maximum()) == (isi.terisi, isi.jumlah)
    assert "28 Februari 2025" in page.outline.count.toolTip()


def test_the_page_begins_with_the_first_section_that_people_write(page: LkjipPage) -> None:
    assert page.pane.kunci == "kata_pengantar"
    assert page.pane.title.text() == "KATA PENGANTAR"


def test_arrow_keys_and_ctrl_page_down_go_through_the_sections(page: LkjipPage, wait: Wait) -> None:
    page.outline.tree.setFocus()
    QTest.keyClick(page.outline.tree, Qt.Key.Key_Down)
    assert page.pane.kunci == "daftar_isi"
    QTest.keyClick(page.outline.tree, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.pane.kunci == "daftar_tabel"
    QTest.keyClick(page.outline.tree, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert page.pane.kunci == "daftar_isi"
    wait()


def test_enter_on_a_section_goes_into_its_text(page: LkjipPage, wait: Wait) -> None:
    page.outline.choose(CAPAIAN)
    page.outline.tree.setFocus()
    QTest.keyClick(page.outline.tree, Qt.Key.Key_Return)
    assert page.pane.editor.hasFocus()
    wait()


def test_what_is_missing_is_listed(page: LkjipPage, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, "show_problems", None)
    click(page.outline.problems_button)
    ((_, heading, problems),) = asked
    assert "LKjIP 2024" in heading
    assert any("belum final" in str(problem) for problem in problems)
    page.outline.choose(ISU)
    assert "Belum diisi: tulis isu strategis kecamatan" in page.pane.missing.text()


def test_a_section_is_moved_and_hidden_from_the_menu(
    page: LkjipPage, muncar: Office, wait: Wait
) -> None:
    page.outline.choose("tujuan")
    menu(page, "naik")
    wait()
    keys = [row.kunci for row in read_lkjip(muncar, TAHUN).bagian]
    assert keys.index("tujuan") == keys.index("latar_belakang") - 1
    assert page.outline.current() == page.pane.kunci == "tujuan"
    menu(page, "turun")
    wait()
    menu(page, "tampil")
    wait()
    assert state_of(page, "tujuan") == "Disembunyikan"
    assert "tidak dicetak" in page.pane.note.text()
    assert page.outline.actions_by_name["tampil"].text() == "Tampilkan &lagi"
    menu(page, "tampil")
    wait()
    assert state_of(page, "tujuan") == "Draf dari data"


def test_f2_renames_a_section_without_its_number(
    page: LkjipPage, muncar: Office, monkeypatch: pytest.MonkeyPatch, wait: Wait
) -> None:
    asked = answer(monkeypatch, "ask_text", "Maksud dan Tujuan")
    page.outline.choose("tujuan")
    page.outline.tree.setFocus()
    QTest.keyClick(page.outline.tree, Qt.Key.Key_F2)
    wait()
    assert asked[0][3] == "Tujuan"
    assert page.pane.title.text() == "1.2 Maksud dan Tujuan"


def test_an_added_section_can_be_written_and_removed_with_its_words_by_ctrl_z(
    page: LkjipPage, muncar: Office, monkeypatch: pytest.MonkeyPatch, wait: Wait
) -> None:
    page.outline.choose("tujuan")
    assert not page.outline.actions_by_name["hapus"].isEnabled()
    answer(monkeypatch, "ask_text", "Inovasi")
    menu(page, "tambah")
    wait()
    (added,) = [row for row in read_lkjip(muncar, TAHUN).bagian if row.tambahan]
    page.outline.choose(added.kunci)
    write(page, "SIPENDUK")
    page.pane.flush()
    wait()
    answer(monkeypatch, "confirm", True)
    menu(page, "hapus")
    wait()
    assert added.kunci not in {row.kunci for row in read_lkjip(muncar, TAHUN).bagian}
    assert page.pane.kunci != added.kunci
    muncar.journal.undo()
    wait()
    assert row_of(muncar, added.kunci).teks == "SIPENDUK"


@pytest.mark.parametrize(("question", "deed"), [("ask_text", "judul"), ("ask_text", "tambah")])
def test_turning_away_from_a_question_changes_nothing(
    page: LkjipPage, muncar: Office, monkeypatch: pytest.MonkeyPatch, wait: Wait, question: str,
    deed: str,
) -> None:  # fmt: skip
    before = read_lkjip(muncar, TAHUN).bagian
    answer(monkeypatch, question, None)
    page.outline.choose("tujuan")
    menu(page, deed)
    wait()
    assert read_lkjip(muncar, TAHUN).bagian == before


def test_the_heading_of_a_sasaran_follows_the_plan_and_not_the_menu(page: LkjipPage) -> None:
    key = next(kunci for kunci in page.outline._items if kunci.startswith("sasaran@"))
    page.outline.choose(key)
    assert not any(action.isEnabled() for action in page.outline.actions_by_name.values())


def test_the_report_gets_another_name(page: LkjipPage, muncar: Office, wait: Wait) -> None:
    assert page.outline.names["LKjIP"].isChecked()
    page.outline.names["LAKIP"].trigger()
    wait()
    assert read_lkjip(muncar, TAHUN).nama == "LAKIP"
    assert page.outline.names["LAKIP"].isChecked()
    assert not page.outline.names["LKjIP"].isChecked()


def test_the_ends_of_the_outline_are_the_ends(page: LkjipPage, wait: Wait) -> None:
    page.outline.choose(SAMPUL)
    page.outline.step(forwards=False)
    assert page.outline.current() == SAMPUL
    page.outline.choose("tidak ada")
    assert page.outline.current() == SAMPUL
    wait()


def test_the_menu_opens_beside_a_section_too(
    page: LkjipPage, monkeypatch: pytest.MonkeyPatch, wait: Wait
) -> None:
    opened: list[QPoint] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, place: opened.append(place))
    page.outline.tree.customContextMenuRequested.emit(QPoint(5, 5))
    assert opened == [page.outline.tree.viewport().mapToGlobal(QPoint(5, 5))]
    wait()


def test_turning_away_from_removing_keeps_the_section(
    page: LkjipPage, muncar: Office, monkeypatch: pytest.MonkeyPatch, wait: Wait
) -> None:
    kunci = add_section(muncar, TAHUN, "tujuan", "Inovasi")
    wait()
    answer(monkeypatch, "confirm", False)
    page.outline.choose(kunci)
    menu(page, "hapus")
    wait()
    assert kunci in {row.kunci for row in read_lkjip(muncar, TAHUN).bagian}


def test_closed_branches_stay_closed_when_the_outline_changes(
    page: LkjipPage, muncar: Office, wait: Wait
) -> None:
    page.outline._items["bab_1"].setExpanded(False)
    page.outline.choose("rencana_strategis")
    menu(page, "turun")
    wait()
    assert not page.outline._items["bab_1"].isExpanded()
    assert page.outline._items["bab_3"].isExpanded()


# Writing


def test_a_text_is_stored_after_a_pause(
    page: LkjipPage, muncar: Office, qtbot: QtBot, wait: Wait
) -> None:
    page.outline.choose(ISU)
    write(page, "Jalan desa rusak.")
    assert page.pane.state.text() == "Belum tersimpan…"
    qtbot.waitUntil(lambda: page.pane.state.text() == "Tersimpan", timeout=5000)
    wait()
    assert row_of(muncar, ISU).teks == "Jalan desa rusak."
    assert state_of(page, ISU) == "Ditulis kantor"


def test_going_to_another_section_stores_the_text(
    page: LkjipPage, muncar: Office, wait: Wait
) -> None:
    page.outline.choose(ISU)
    write(page, "Satu.")
    page.outline.choose(CAPAIAN)
    wait()
    assert row_of(muncar, ISU).teks == "Satu."
    assert row_of(muncar, CAPAIAN).keadaan is KeadaanBagian.DRAF


def test_leaving_the_page_stores_the_text(
    page: LkjipPage, window: MainWindow, muncar: Office, wait: Wait
) -> None:
    page.outline.choose(ISU)
    write(page, "Dua.")
    window.open_page("dokumen")
    wait()
    assert row_of(muncar, ISU).teks == "Dua."


def test_closing_the_window_stores_the_text_at_once(
    page: LkjipPage, window: MainWindow, muncar: Office
) -> None:
    page.outline.choose(ISU)
    write(page, "Tiga.")
    window.close()
    # The worker is given no time at all.
    assert row_of(muncar, ISU).teks == "Tiga."


def test_another_year_does_not_get_the_text(
    page: LkjipPage, window: MainWindow, muncar: Office, wait: Wait
) -> None:
    page.outline.choose(ISU)
    write(page, "Hanya 2024.")
    window.context.set_periode(Periode(2023))
    wait()
    assert page.pane.editor.toPlainText() == ""
    assert row_of(muncar, ISU).teks == "Hanya 2024."
    other = [row.teks for row in read_lkjip(muncar, 2023).bagian if row.kunci == ISU]
    assert other == [""]


def test_typing_goes_on_while_an_earlier_text_is_stored(
    page: LkjipPage, muncar: Office, wait: Wait
) -> None:
    page.outline.choose(ISU)
    write(page, "Satu")
    page.pane.flush()
    QTest.keyClicks(page.pane.editor, " dua")
    wait()
    assert page.pane.editor.toPlainText() == "Satu dua"
    page.pane.flush()
    wait()
    assert row_of(muncar, ISU).teks == "Satu dua"


def test_a_blank_line_at_the_end_stays_while_one_is_typing(page: LkjipPage, wait: Wait) -> None:
    page.outline.choose(ISU)
    write(page, "Satu")
    QTest.keyClick(page.pane.editor, Qt.Key.Key_Return)
    page.pane.flush()
    wait()
    assert page.pane.editor.toPlainText() == "Satu\n"
    assert page.pane.editor.textCursor().position() == 5


def test_an_emptied_field_stays_empty_until_it_is_left_and_then_shows_the_draft(
    page: LkjipPage, muncar: Office, wait: Wait
) -> None:
    page.outline.choose(CAPAIAN)
    page.pane.editor.setFocus()
    page.pane.editor.selectAll()
    QTest.keyClick(page.pane.editor, Qt.Key.Key_Delete)
    page.pane.flush()
    wait()
    assert page.pane.editor.toPlainText() == ""
    page.outline.tree.setFocus()
    wait()
    assert page.pane.editor.toPlainText() == row_of(muncar, CAPAIAN).draf


def test_an_emptied_field_stays_empty_while_its_menu_is_open(page: LkjipPage, wait: Wait) -> None:
    page.outline.choose(CAPAIAN)
    page.pane.editor.setFocus()
    page.pane.editor.selectAll()
    QTest.keyClick(page.pane.editor, Qt.Key.Key_Delete)
    lent = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.PopupFocusReason)
    page.pane.eventFilter(page.pane.editor, lent)
    assert page.pane.editor.toPlainText() == ""
    left = QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason)
    page.pane.eventFilter(page.pane.editor, left)
    assert page.pane.editor.toPlainText() != ""
    wait()


def test_ctrl_z_takes_back_typing_in_the_field_and_deeds_outside_it(
    page: LkjipPage, window: MainWindow, muncar: Office, wait: Wait
) -> None:
    page.outline.choose(ISU)
    write(page, "Satu")
    page.pane.flush()
    wait()
    QTest.keyClick(page.pane.editor, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.pane.editor.toPlainText() == ""
    QTest.keyClicks(page.pane.editor, "Dua")
    page.outline.tree.setFocus()
    wait()
    assert row_of(muncar, ISU).teks == "Dua"
    window.top.undo_action.trigger()
    wait()
    assert page.pane.editor.toPlainText() == row_of(muncar, ISU).teks != "Dua"


def test_a_change_from_elsewhere_is_shown_unless_something_is_typed(
    page: LkjipPage, muncar: Office, wait: Wait
) -> None:
    page.outline.choose(ISU)
    write_text(muncar, TAHUN, ISU, "Dari tempat lain.")
    wait()
    assert page.pane.editor.toPlainText() == "Dari tempat lain."
    write(page, "Sedang diketik")
    write_text(muncar, TAHUN, ISU, "Dari tempat lain lagi.")
    wait()
    assert page.pane.editor.toPlainText() == "Sedang diketik"


def test_steady_typing_is_stored_in_between(
    page: LkjipPage, muncar: Office, qtbot: QtBot, wait: Wait
) -> None:
    """Who never pauses loses no more than a few seconds when the power fails."""
    page.outline.choose(ISU)
    # A pause that never comes, and a limit that comes at once.
    page.pane._keeping._pause.setInterval(600_000)
    page.pane._keeping._steady.setInterval(1)
    write(page, "Satu")
    qtbot.waitUntil(lambda: not page.pane.is_unsaved)
    wait()
    assert row_of(muncar, ISU).teks == "Satu"


def test_the_field_looks_open_when_one_can_type_in_it(page: LkjipPage) -> None:
    page.outline.choose(ISU)
    assert not page.pane.editor.isReadOnly()
    base = page.pane.editor.viewport().palette().base().color().name()
    page.pane.forget()
    assert page.pane.editor.viewport().palette().base().color().name() != base


def test_a_refused_text_stays_in_the_field_and_says_so(
    page: LkjipPage, muncar: Office, monkeypatch: pytest.MonkeyPatch, wait: Wait
) -> None:
    def refuse(*_: Any) -> None:
        raise KinerjaError("Diska penuh.", "Kosongkan diska.")

    told = answer(monkeypatch, "explain", None)
    page.outline.choose(ISU)
    monkeypatch.setattr(page.outbox, "_write", refuse)
    write(page, "Jangan hilang.")
    page.pane.flush()
    wait()
    assert [str(error) for _, error in told] == ["Diska penuh. Kosongkan diska."]
    assert page.pane.editor.toPlainText() == "Jangan hilang."
    assert page.pane.state.text() == "Tidak dapat disimpan"
    assert page.pane.is_unsaved
    monkeypatch.setattr(page.outbox, "_write", write_text)
    page.pane.flush()
    wait()
    assert row_of(muncar, ISU).teks == "Jangan hilang."


def test_what_the_program_fills_can_only_be_read(page: LkjipPage, wait: Wait) -> None:
    page.outline.choose(SAMPUL)
    assert "diisi program dari data" in page.pane.note.text()
    assert not page.pane.bar.isVisible()
    assert page.pane.text() is None
    assert not page.pane.draft_button.isVisible()
    assert not page.pane.absent_button.isVisible()
    wait()


def test_the_draft_replaces_a_written_text_only_after_asking(
    page: LkjipPage, muncar: Office, monkeypatch: pytest.MonkeyPatch, wait: Wait
) -> None:
    page.outline.choose(CAPAIAN)
    assert not page.pane.draft_button.isEnabled()
    write(page, "IsianBagian kantor.")
    page.pane.flush()
    wait()
    asked = answer(monkeypatch, "confirm", False)
    click(page.pane.draft_button)
    wait()
    assert len(asked) == 1
    assert row_of(muncar, CAPAIAN).teks == "IsianBagian kantor."
    answer(monkeypatch, "confirm", True)
    click(page.pane.draft_button)
    wait()
    assert row_of(muncar, CAPAIAN).keadaan is KeadaanBagian.DRAF
    assert page.pane.editor.toPlainText() == row_of(muncar, CAPAIAN).draf


def test_a_section_is_declared_absent_with_a_reason_and_taken_back(
    page: LkjipPage, muncar: Office, monkeypatch: pytest.MonkeyPatch, wait: Wait
) -> None:
    answer(monkeypatch, "ask_reason", None)
    page.outline.choose(ISU)
    click(page.pane.absent_button)
    wait()
    assert row_of(muncar, ISU).keadaan is KeadaanBagian.KOSONG
    answer(monkeypatch, "ask_reason", "Tidak ada isu baru.")
    click(page.pane.absent_button)
    wait()
    assert state_of(page, ISU) == "Tidak ada"
    assert "Tidak ada isu baru." in page.pane.note.text()
    assert page.pane.editor.isReadOnly()
    assert page.pane.absent_button.text() == "Ternyata &ada"
    click(page.pane.absent_button)
    wait()
    assert row_of(muncar, ISU).keadaan is KeadaanBagian.KOSONG
    assert not page.pane.editor.isReadOnly()


def test_moved_figures_are_shown_and_the_text_can_be_kept(
    page: LkjipPage, muncar: Office, monkeypatch: pytest.MonkeyPatch, wait: Wait
) -> None:
    page.outline.choose(CAPAIAN)
    write(page, "IsianBagian kantor.")
    page.pane.flush()
    wait()
    assert not page.pane.band.isVisible()
    (sakip,) = list_rows(muncar, "indikator", kode="IKU-2")
    set_realisasi(muncar, sakip["id"], Periode(TAHUN), Decimal(10))
    wait()
    assert state_of(page, CAPAIAN) == "Angka berubah"
    assert page.pane.band.isVisible()
    seen: list[ChangesDialog] = []
    monkeypatch.setattr(ChangesDialog, "exec", lambda dialog: seen.append(dialog))
    click(page.pane.changes_button)
    assert "102,88%" in seen[0].before.toPlainText()
    assert "102,88%" not in seen[0].after.toPlainText()
    click(page.pane.keep_button)
    wait()
    assert row_of(muncar, CAPAIAN).keadaan is KeadaanBagian.DITULIS
    assert row_of(muncar, CAPAIAN).teks == "IsianBagian kantor."
    assert not page.pane.band.isVisible()


def test_only_the_words_that_differ_are_marked() -> None:
    assert compare("Capaian 75,00% baik.", "Capaian 80,00% baik.") == (
        [("Capaian ", False), ("75,00%", True), (" baik.", False)],
        [("Capaian ", False), ("80,00%", True), (" baik.", False)],
    )
    assert compare("", "baru") == ([], [("baru", True)])


# Buttons of the editor


def test_ctrl_b_and_ctrl_i_mark_what_is_selected(page: LkjipPage, wait: Wait) -> None:
    page.outline.choose(ISU)
    write(page, "penting")
    page.pane.editor.selectAll()
    QTest.keyClick(page.pane.editor, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert page.pane.editor.toPlainText() == "**penting**"
    QTest.keyClick(page.pane.editor, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(page.pane.editor, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert page.pane.editor.toPlainText() == "*penting*"
    page.pane.flush()
    wait()


def test_the_buttons_make_lists(page: LkjipPage, wait: Wait) -> None:
    page.outline.choose(ISU)
    write(page, "satu")
    click(page.pane.bar.bullet_button)
    assert page.pane.editor.toPlainText() == "- satu"
    click(page.pane.bar.number_button)
    assert page.pane.editor.toPlainText() == "1. satu"
    page.pane.flush()
    wait()


def test_marks_change_nothing_where_one_cannot_write(page: LkjipPage, wait: Wait) -> None:
    page.outline.choose(SAMPUL)
    page.pane.bar._mark("**")
    page.pane.bar._list(True)
    assert page.pane.editor.toPlainText() == ""
    wait()


def test_a_table_is_put_in(page: LkjipPage, monkeypatch: pytest.MonkeyPatch, wait: Wait) -> None:
    from kinerja_desktop.ui.lkjip.writing_bar import TableDialog

    page.outline.choose(ISU)
    monkeypatch.setattr(TableDialog, "exec", lambda dialog: QDialog.DialogCode.Rejected)
    click(page.pane.bar.table_button)
    assert page.pane.editor.toPlainText() == ""
    monkeypatch.setattr(TableDialog, "exec", lambda dialog: QDialog.DialogCode.Accepted)
    click(page.pane.bar.table_button)
    assert page.pane.editor.toPlainText().startswith("| Kolom 1 | Kolom 2 | Kolom 3 |\n")
    page.pane.flush()
    wait()


def test_a_picture_file_is_kept_and_named_in_the_text(
    page: LkjipPage, muncar: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, wait: Wait
) -> None:
    file = tmp_path / "rapat.png"
    file.write_bytes(logo_png())
    answer(monkeypatch, "choose_file", file)
    asked = answer(monkeypatch, "ask_text", "Rapat koordinasi")
    page.outline.choose(ISU)
    click(page.pane.bar.picture_button)
    wait()
    assert asked[0][3] == "rapat"
    page.pane.flush()
    wait()
    text = row_of(muncar, ISU).teks
    assert text.startswith("![Rapat koordinasi](gambar:")
    digest = text.partition("gambar:")[2].strip(")\n")
    assert muncar.evidence.has(digest)


def test_a_pasted_picture_is_kept_too(
    page: LkjipPage, monkeypatch: pytest.MonkeyPatch, wait: Wait
) -> None:
    answer(monkeypatch, "ask_text", "Tangkapan layar")
    page.outline.choose(ISU)
    page.pane.editor.picture_pasted.emit(logo_png(), "tempelan.png")
    wait()
    assert page.pane.editor.toPlainText().startswith("![Tangkapan layar](gambar:")
    page.pane.flush()
    wait()


def test_a_damaged_picture_is_explained_and_nothing_is_put_in(
    page: LkjipPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, wait: Wait
) -> None:
    file = tmp_path / "rusak.png"
    file.write_bytes(b"bukan gambar")
    answer(monkeypatch, "ask_text", "Rusak")
    told = answer(monkeypatch, "explain", None)
    page.outline.choose(ISU)
    page.pane.editor.picture_dropped.emit(file)
    wait()
    assert isinstance(told[0][1], KinerjaError)
    assert page.pane.editor.toPlainText() == ""


def test_no_picture_is_asked_for_where_one_cannot_write(
    page: LkjipPage, monkeypatch: pytest.MonkeyPatch, wait: Wait
) -> None:
    asked = answer(monkeypatch, "ask_text", None)
    page.outline.choose(SAMPUL)
    page.pane.editor.picture_pasted.emit(logo_png(), "x.png")
    assert asked == []
    page.outline.choose(ISU)
    page.pane.editor.picture_pasted.emit(logo_png(), "x.png")
    wait()
    assert len(asked) == 1
    assert page.pane.editor.toPlainText() == ""


# Preview


def test_the_preview_follows_what_is_typed(page: LkjipPage, qtbot: QtBot, wait: Wait) -> None:
    qtbot.waitUntil(lambda: bool(page.live.preview.pdf), timeout=5000)
    wait()
    page.outline.choose(ISU)
    before = page.live.preview.pdf
    qtbot.waitUntil(lambda: page.live.preview.pdf != before, timeout=5000)
    chapter = page.live.preview.pdf
    write(page, "Isu yang baru diketik")
    qtbot.waitUntil(lambda: page.live.preview.pdf != chapter, timeout=5000)
    found = "".join(
        page.live.preview.document.getAllText(number).text()
        for number in range(page.live.preview.document.pageCount())
    )
    assert "Isu yang baru diketik" in found
    page.pane.flush()
    wait()


def test_the_preview_goes_to_the_section_and_stays_there_while_one_types(
    page: LkjipPage, qtbot: QtBot, wait: Wait
) -> None:
    qtbot.waitUntil(lambda: bool(page.live.preview.pdf), timeout=5000)
    page.outline.choose("anggaran")
    navigator = page.live.preview.view.pageNavigator()
    qtbot.waitUntil(lambda: navigator.currentPage() > 0, timeout=5000)
    bar = page.live.preview.view.verticalScrollBar()
    bar.setValue(bar.value() - 40)
    place, shown = bar.value(), page.live.preview.pdf
    QTest.keyClicks(page.pane.editor, "x")
    qtbot.waitUntil(lambda: page.live.preview.pdf != shown, timeout=5000)
    assert bar.value() == place
    page.pane.flush()
    wait()


def test_a_figure_changed_in_the_other_tab_reaches_the_preview(
    page: LkjipPage, muncar: Office, qtbot: QtBot, wait: Wait
) -> None:
    page.outline.choose(CAPAIAN)
    wait()
    qtbot.waitUntil(lambda: page.live._shown == CAPAIAN, timeout=5000)
    shown = page.live.preview.pdf
    page.tabs.setCurrentWidget(page.years)
    (ikm,) = list_rows(muncar, "indikator", kode="IKU-1")
    set_realisasi_lama(muncar, 2023, ikm["id"], Decimal(50))
    wait()
    page.tabs.setCurrentIndex(0)
    qtbot.waitUntil(lambda: page.live.preview.pdf != shown, timeout=5000)


def test_another_page_may_ask_for_a_year(page: LkjipPage, window: MainWindow, wait: Wait) -> None:
    window.open_page("lkjip", Periode(2023))
    wait()
    assert page.pane.text() is not None
    assert window.context.periode == Periode(2023)


def test_an_older_preview_never_takes_the_place_of_a_newer_one(
    page: LkjipPage, qtbot: QtBot, wait: Wait
) -> None:
    from kinerja_desktop.services.lkjip.pratinjau import Pratinjau

    qtbot.waitUntil(lambda: bool(page.live.preview.pdf), timeout=5000)
    wait()
    shown: list[str] = []
    page.live._show = lambda kunci, pratinjau: shown.append(kunci)  # type: ignore[method-assign]
    page.live.ask("satu", lambda office: Pratinjau(b"", 0, 0), at_once=True)
    page.live._build()
    page.live.ask("dua", lambda office: Pratinjau(b"", 0, 0), at_once=True)
    page.live.ask("tiga", lambda office: Pratinjau(b"", 0, 0), at_once=True)
    qtbot.waitUntil(lambda: "tiga" in shown, timeout=5000)
    assert shown == ["tiga"]


def test_a_preview_that_cannot_be_made_says_why(page: LkjipPage, qtbot: QtBot, wait: Wait) -> None:
    def fail(office: Office) -> Any:
        raise KinerjaError("Bagian ini sudah tidak ada.")

    page.live.ask("x", fail, at_once=True)
    qtbot.waitUntil(lambda: "sudah tidak ada" in page.live.preview.message.text(), timeout=5000)
    page.live.forget("Belum ada.")
    assert page.live.preview.message.text() == "Belum ada."
    wait()


def test_the_preview_can_be_folded_away_and_takes_the_outlines_place_where_it_is_narrow(
    page: LkjipPage, window: MainWindow, wait: Wait
) -> None:
    assert page.live.isVisible()
    window.resize(911, 512)
    QTest.qWait(10)
    assert not page.live.isVisible()
    assert window.width() == 911
    click(page.preview_button)
    assert page.live.isVisible()
    assert not page.outline.isVisible()
    assert window.width() == 911
    click(page.preview_button)
    assert page.outline.isVisible()
    window.resize(1280, 700)
    QTest.qWait(10)
    assert not page.live.isVisible()
    wait()


@pytest.mark.parametrize("narrow", [800, 911])
def test_a_preview_that_gets_its_room_while_another_page_stands_there_is_drawn_on_coming_back(
    qtbot: QtBot, muncar: Office, narrow: int
) -> None:
    """Opened narrow it is folded away; the window becomes wide while one is elsewhere."""
    with open_window(qtbot, muncar, (DokumenPage, LkjipPage), Periode(TAHUN)) as window:
        window.resize(narrow, 512)
        window.open_page("lkjip")
        settle(qtbot, window)
        page = current_page(window)
        assert isinstance(page, LkjipPage)
        assert not page.live.isVisible()
        window.open_page("dokumen")
        window.resize(1280, 700)
        settle(qtbot, window)
        window.open_page("lkjip")
        qtbot.waitUntil(lambda: bool(page.live.preview.pdf), timeout=5000)
        assert page.live.isVisible()
        settle(qtbot, window)


def test_a_preview_that_was_asked_for_just_before_leaving_is_drawn_on_coming_back(
    page: LkjipPage, window: MainWindow, qtbot: QtBot, wait: Wait
) -> None:
    qtbot.waitUntil(lambda: bool(page.live.preview.pdf), timeout=5000)
    wait()
    page.outline.choose("anggaran")
    window.open_page("dokumen")
    QTest.qWait(PATIENCE + 100)
    assert page.live._shown != "anggaran"
    window.open_page("lkjip")
    qtbot.waitUntil(lambda: page.live._shown == "anggaran", timeout=5000)
    wait()


# The whole report


@pytest.mark.parametrize("name", ["preview_button", "print_button"])
def test_the_whole_report_is_opened_among_the_documents(
    page: LkjipPage, muncar: Office, wait: Wait, name: str
) -> None:
    page.outline.choose(ISU)
    write(page, "Ikut tercetak.")
    click(getattr(page.lifecycle, name))
    wait()
    assert DokumenPage.wanted == Permintaan(LKJIP.kunci, Periode(TAHUN))
    assert row_of(muncar, ISU).teks == "Ikut tercetak."


@pytest.mark.parametrize(("name", "begin"), [("lap.pdf", b"%PDF"), ("lap.docx", b"PK")])
def test_the_report_is_saved_as_pdf_or_word(
    page: LkjipPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, wait: Wait, name: str,
    begin: bytes,
) -> None:  # fmt: skip
    answer(monkeypatch, "choose_save_file", tmp_path / name)
    click(page.lifecycle.save_button)
    wait()
    assert (tmp_path / name).read_bytes().startswith(begin)
    assert page.lifecycle.save_button.isEnabled()


def test_saving_can_be_given_up_and_a_full_disk_is_explained(
    page: LkjipPage, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, wait: Wait
) -> None:
    answer(monkeypatch, "choose_save_file", None)
    click(page.lifecycle.save_button)
    told = answer(monkeypatch, "explain", None)
    answer(monkeypatch, "choose_save_file", tmp_path / "tidak-ada" / "lap.pdf")
    click(page.lifecycle.save_button)
    wait()
    assert isinstance(told[0][1], KinerjaError)
    assert page.lifecycle.save_button.isEnabled()


def test_the_red_list_stands_before_final(
    page: LkjipPage, muncar: Office, monkeypatch: pytest.MonkeyPatch, wait: Wait
) -> None:
    from kinerja_desktop.ui.paper.final_dialog import FinalDialog

    seen: list[FinalDialog] = []

    def look(dialog: FinalDialog) -> Any:
        seen.append(dialog)
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(FinalDialog, "exec", look)
    click(page.lifecycle.final_button)
    wait()
    assert seen[0].blocking
    assert not seen[0].accept_button.isVisibleTo(seen[0])
    # A line leads to its section.
    lines, kekurangan = seen[0].lines, read_lkjip(muncar, TAHUN).kekurangan
    wanted = next(problem for problem in kekurangan if problem.about)
    row = next(n for n in range(lines.count()) if lines.item(n).text().endswith(str(wanted)))
    lines.setCurrentRow(row)
    QTest.keyClick(lines, Qt.Key.Key_Return)
    assert page.outline.current() == wanted.about


def test_a_whole_report_becomes_final_and_is_opened_again_with_a_reason(
    page: LkjipPage, muncar: Office, monkeypatch: pytest.MonkeyPatch, wait: Wait
) -> None:
    from kinerja_desktop.ui.paper.final_dialog import FinalDialog

    fill_whole(muncar)
    wait()
    page.outline.choose(ISU)
    write(page, "Ditulis sesaat sebelum final.")
    monkeypatch.setattr(FinalDialog, "exec", lambda dialog: QDialog.DialogCode.Accepted)
    page.lifecycle.final_button.setFocus()
    click(page.lifecycle.final_button)
    wait()
    assert page.window().focusWidget() is page.lifecycle.print_button
    isi = read_lkjip(muncar, TAHUN)
    assert isi.status.is_final
    assert isi.status.kode in page.band.label.text()
    assert row_of(muncar, ISU).teks == "Ditulis sesaat sebelum final."
    assert page.pane.editor.isReadOnly()
    assert not page.outline.menu_button.isEnabled()
    assert not page.lifecycle.final_button.isVisible()
    answer(monkeypatch, "ask_reason", None)
    click(page.lifecycle.reopen_button)
    assert read_lkjip(muncar, TAHUN).status.is_final
    answer(monkeypatch, "ask_reason", "Salah ketik di Bab II.")
    click(page.lifecycle.reopen_button)
    wait()
    assert not read_lkjip(muncar, TAHUN).status.is_final
    assert not page.pane.editor.isReadOnly()
    assert "Versi 1 pernah final" in page.band.label.text()


def test_saving_and_making_final_are_stopped(
    page: LkjipPage, muncar: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wait: Wait
) -> None:
    from kinerja_desktop.ui.paper.final_dialog import FinalDialog

    fill_whole(muncar)
    wait()
    folder, state = tmp_path / "keluar", muncar.journal.state()
    folder.mkdir()
    answer(monkeypatch, "choose_save_file", folder / "laporan.docx")
    monkeypatch.setattr(FinalDialog, "exec", lambda dialog: QDialog.DialogCode.Accepted)
    for button in (page.lifecycle.save_button, page.lifecycle.final_button):
        with monkeypatch.context() as pressed:
            press_batal(pressed, page.work_strip(), at=20)
            click(button)
            wait()
        assert page.context.diary.works[-1].state is WorkState.CANCELLED
        assert list(folder.iterdir()) == []
        assert muncar.journal.state() == state
        assert button.isEnabled()
    assert not read_lkjip(muncar, TAHUN).status.is_final
    said: list[str] = []
    page.context.said.connect(said.append)
    page.work_strip().run("Lain…", lambda _: None, lambda _: None, lambda _: None)
    click(page.lifecycle.save_button)
    assert said == ["Pekerjaan sebelumnya belum selesai. Tunggu sebentar, lalu ulangi."]
    wait()
    assert list(folder.iterdir()) == []
    click(page.lifecycle.save_button)
    wait()
    assert [path.name for path in folder.iterdir()] == ["laporan.docx"]
    assert page.context.diary.works[-1].folder == folder


def test_a_final_report_is_read_only_from_the_start(qtbot: QtBot, muncar: Office) -> None:
    kode = make_final(muncar)
    with open_window(qtbot, muncar, (LkjipPage,), Periode(TAHUN)) as window:
        page = current_page(window)
        assert isinstance(page, LkjipPage)
        assert kode in page.band.label.text()
        assert page.pane.editor.isReadOnly()
        assert not page.pane.draft_button.isVisible()
        assert not page.outline.problems_button.isVisible()
        page.outline._open_menu(page.outline.tree.rect().center())
        assert not page.outline.menu_button.menu().isVisible()


# Elsewhere


def test_earlier_years_stand_in_the_second_tab(page: LkjipPage, wait: Wait) -> None:
    page.tabs.setCurrentWidget(page.years)
    wait()
    assert "2020–2023" in page.years.words.text()
    assert page.years.grid.model.rowCount() > 0


def test_an_office_that_is_not_set_up_is_told_what_to_do(qtbot: QtBot, office: Office) -> None:
    with open_window(qtbot, office, (LkjipPage,), Periode(TAHUN)) as window:
        page = current_page(window)
        assert isinstance(page, LkjipPage)
        assert page.empty.isVisible()
        assert "Kantor belum disiapkan" in page.empty.text()
        assert "isi panduan awal" in page.empty.text()
        assert not page.lifecycle.isEnabled()


def test_a_bug_in_reading_is_not_hushed_up(page: LkjipPage) -> None:
    with pytest.raises(ZeroDivisionError):
        page._fail_reading(ZeroDivisionError())


def test_a_page_without_a_report_yet_does_nothing(page: LkjipPage, muncar: Office) -> None:
    page._show_section("tidak ada")
    assert page.pane.kunci == "kata_pengantar"


def test_the_latest_text_of_a_section_is_written_once(muncar: Office) -> None:
    written: list[tuple[int, str, str]] = []
    box = Outbox(lambda office, tahun, kunci, teks: written.append((tahun, kunci, teks)))
    box.put(2024, "a", "satu", Knowledge())
    box.put(2024, "a", "dua", Knowledge())
    box.put(2024, "b", "tiga", Knowledge())
    box.drain(muncar)
    box.drain(muncar)
    assert sorted(written) == [(2024, "a", "dua"), (2024, "b", "tiga")]
    assert box.holds(2024, "a")
    box.settle(2024, "a")
    box.settle(2024, "a")
    assert not box.holds(2024, "a")
