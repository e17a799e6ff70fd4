"""What stands around the entry table: story, exceptions, evidence, final and open again."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.batas_tanggal import BatasTanggal
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.bukti import list_bukti
from kinerja_desktop.services.pengukuran.dokumen import PENGUKURAN, PENGUKURAN_IKI
from kinerja_desktop.services.pengukuran.ukur import (
    list_kekurangan,
    set_keterangan,
    set_realisasi,
    set_realisasi_block,
)
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.diary import WorkState
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.paper.final_dialog import FinalDialog
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.finals import finalize
from tests.services.kantor.small import INDIKATOR, TAHUN, add_indikator, fill_kantor
from tests.ui.stopping import last_state, press_batal
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PERIODE = Periode(TAHUN)


class DokumenPage(Page):
    """Stands in for the page of documents."""

    KEY = "dokumen"
    TITLE = "Dokumen"
    ICON = "dokumen"
    wanted: Any = None

    def receive(self, argument: Any) -> None:
        DokumenPage.wanted = argument


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    return fill_kantor(office)


@pytest.fixture
def window(qtbot: QtBot, office: Office, ids: dict[str, UUID]) -> Iterator[MainWindow]:
    with open_window(qtbot, office, (PengukuranPage, DokumenPage)) as opened:
        yield opened


@pytest.fixture
def page(window: MainWindow) -> PengukuranPage:
    found = current_page(window)
    assert isinstance(found, PengukuranPage)
    found.table.setFocus()
    return found


def choose(page: PengukuranPage, key: UUID) -> None:
    page.table.setCurrentIndex(page.model.entry_index(str(key)))


def enter(page: PengukuranPage, key: UUID, figure: int) -> None:
    """Store a figure as the table does."""
    page.model.store_cells([(page.model.entry_index(str(key)), Decimal(figure))])


def click(button: Any) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def fill_all(office: Office, ids: dict[str, UUID], figure: int = 100) -> None:
    set_realisasi_block(office, PERIODE, [(ids[kode], Decimal(figure)) for kode in INDIKATOR])


def realisasi(office: Office, key: UUID) -> dict[str, Any]:
    (row,) = list_rows(office, "realisasi", indikator_id=key)
    return row


def test_the_computation_of_the_current_line_is_shown(
    page: PengukuranPage, ids: dict[str, UUID]
) -> None:
    enter(page, ids["A1"], 75)
    choose(page, ids["B1"])
    assert "Realisasi belum diisi" not in page.panel.explanation.toPlainText()
    assert "Capaian Tahun 2025: Belum diisi" in page.panel.explanation.toPlainText()
    choose(page, ids["A1"])
    text = page.panel.explanation.toPlainText()
    assert "Capaian Tahun 2025: 75,00% – Sedang" in text
    assert "Rumus Makin besar makin baik: Realisasi / Target × 100" in text
    assert "Target = 100; realisasi = 75" in text
    assert "Sumber target: target Renstra" in text
    assert page.panel.heading.toolTip() == "1. Indikator A1"


def test_a_reason_is_told_where_nothing_can_be_computed(
    page: PengukuranPage, office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    key = add_indikator(office, "C1", Decimal(0), definisi_operasional="Jumlah <laporan>")
    settle(qtbot, window)
    enter(page, key, 5)
    choose(page, key)
    text = page.panel.explanation.toPlainText()
    assert "Tidak dapat dihitung" in text
    assert "Sebabnya: target 0" in text
    assert "Definisi operasional: Jumlah <laporan>" in text


def test_a_yearly_figure_made_of_triwulan_says_so(
    page: PengukuranPage, office: Office, ids: dict[str, UUID], window: MainWindow, qtbot: QtBot
) -> None:
    set_realisasi(office, ids["A1"], Periode(TAHUN, 3), Decimal(88))
    settle(qtbot, window)
    choose(page, ids["A1"])
    assert "Asal realisasi: dihitung dari isian triwulan" in page.panel.explanation.toPlainText()
    index = page.model.entry_index(str(ids["A1"]))
    assert (index.data(), index.data(Qt.ItemDataRole.EditRole)) == ("88", "")
    assert page.model.copied_text(index) == "88"


def test_below_target_the_story_is_asked_for_and_kept_when_left(
    page: PengukuranPage, office: Office, ids: dict[str, UUID]
) -> None:
    enter(page, ids["A1"], 60)
    choose(page, ids["A1"])
    story = page.panel.story
    # The tab is marked; it does not come to the front by itself.
    assert page.panel.tabs.currentWidget() is page.panel.counted
    assert not page.panel.tabs.tabIcon(page.panel.tabs.indexOf(page.panel.told)).isNull()
    page.panel.tabs.setCurrentWidget(page.panel.told)
    assert story.request.isVisible()
    assert "60,00% di bawah target" in story.request.text()
    for name, text in (("penghambat", "Banjir dua pekan"), ("tindak_lanjut", "Survei ulang")):
        story.boxes[name].setFocus()
        QTest.keyClicks(story.boxes[name], text)
    page.table.setFocus()
    row = realisasi(office, ids["A1"])
    assert (row["penghambat"], row["tindak_lanjut"]) == ("Banjir dua pekan", "Survei ulang")
    assert not story.request.isVisible()


def test_the_reasons_of_the_last_triwulan_are_offered_for_the_year(
    page: PengukuranPage, office: Office, ids: dict[str, UUID], window: MainWindow, qtbot: QtBot
) -> None:
    set_keterangan(
        office, ids["A1"], Periode(TAHUN, 4), penghambat="Banjir", tindak_lanjut="Survei ulang"
    )
    set_keterangan(office, ids["B1"], Periode(TAHUN, 4), penghambat="-")
    settle(qtbot, window)
    choose(page, ids["B1"])
    page.panel.tabs.setCurrentWidget(page.panel.told)
    story = page.panel.story
    assert not story.copy_button.isVisible()
    choose(page, ids["A1"])
    assert story.copy_button.isVisible()
    story.boxes["penghambat"].setFocus()
    QTest.keyClicks(story.boxes["penghambat"], "Kering")
    click(story.copy_button)
    settle(qtbot, window)
    # What the clerk wrote for the year stays.
    rows = list_rows(office, "realisasi", indikator_id=ids["A1"])
    (row,) = (row for row in rows if row["triwulan"] is None)
    assert (row["penghambat"], row["tindak_lanjut"]) == ("Kering", "Survei ulang")
    assert story.boxes["tindak_lanjut"].toPlainText() == "Survei ulang"
    assert not story.copy_button.isVisible()
    page.context.set_periode(Periode(TAHUN, 3))
    settle(qtbot, window)
    choose(page, ids["A1"])
    assert not story.copy_button.isVisible()


def test_at_target_no_story_is_asked_for(page: PengukuranPage, ids: dict[str, UUID]) -> None:
    enter(page, ids["A1"], 100)
    choose(page, ids["A1"])
    assert page.panel.tabs.currentWidget() is page.panel.counted
    assert not page.panel.story.request.isVisibleTo(page.panel.story)


def test_the_tab_that_was_chosen_stays(page: PengukuranPage, ids: dict[str, UUID]) -> None:
    page.panel.tabs.setCurrentWidget(page.panel.evidence)
    choose(page, ids["B1"])
    assert page.panel.tabs.currentWidget() is page.panel.evidence


def test_what_is_being_written_survives_a_reload(
    page: PengukuranPage, office: Office, ids: dict[str, UUID], window: MainWindow, qtbot: QtBot
) -> None:
    choose(page, ids["A1"])
    page.panel.tabs.setCurrentWidget(page.panel.told)
    box = page.panel.story.boxes["pendorong"]
    box.setFocus()
    QTest.keyClicks(box, "Kader aktif")
    set_realisasi(office, ids["B1"], PERIODE, Decimal(1))
    settle(qtbot, window)
    assert box.toPlainText() == "Kader aktif"


def test_a_story_can_be_taken_back(
    page: PengukuranPage, office: Office, ids: dict[str, UUID], window: MainWindow, qtbot: QtBot
) -> None:
    choose(page, ids["A1"])
    page.panel.tabs.setCurrentWidget(page.panel.told)
    box = page.panel.story.boxes["pendorong"]
    box.setFocus()
    QTest.keyClicks(box, "Kader aktif")
    page.table.setFocus()
    window.top.undo_action.trigger()
    settle(qtbot, window)
    assert box.toPlainText() == ""
    assert list_rows(office, "realisasi") == []


def test_an_indicator_is_declared_not_to_apply_with_its_reason(
    page: PengukuranPage, office: Office, ids: dict[str, UUID]
) -> None:
    choose(page, ids["A1"])
    page.panel.tabs.setCurrentWidget(page.panel.exception)
    editor = page.panel.exception
    assert not editor.switch.isEnabled()
    QTest.keyClicks(editor.reason, "Survei ditunda")
    click(editor.switch)
    row = page.model.entry_index(str(ids["A1"])).row()
    assert page.model.index(row, 4).data() == "Tidak berlaku"
    assert page.model.index(row, 6).data() == "Tidak berlaku"
    assert "Survei ditunda" in editor.state.text()
    assert "0 dari 4 indikator" in page.mean.text()
    click(editor.switch)
    assert page.model.index(row, 4).data() == "Belum diisi"
    assert not realisasi(office, ids["A1"])["tidak_berlaku"]


def test_a_capaian_is_set_by_hand_where_the_profile_allows_it(
    page: PengukuranPage, office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    # `docs/sakip.md` §4.3: MAX with target 0, manual value with reason.
    (profil,) = list_rows(office, "profil_rumus")
    key = add_indikator(office, "C1", Decimal(0))
    change_field(office, "profil_rumus", profil["id"], "target_nol", "manual")
    settle(qtbot, window)
    enter(page, key, 5)
    choose(page, key)
    page.panel.tabs.setCurrentWidget(page.panel.exception)
    editor = page.panel.exception
    assert editor.figure.isVisible()
    QTest.keyClicks(editor.reason, "Target susulan")
    QTest.keyClicks(editor.figure, "seratus")
    click(editor.set_figure)
    assert "bukan angka" in editor.note.text()
    editor.figure.setText("100")
    click(editor.set_figure)
    row = page.model.entry_index(str(key)).row()
    assert page.model.index(row, 5).data() == "100,00"
    assert realisasi(office, key)["capaian_manual"] == 100
    editor.figure.clear()
    click(editor.set_figure)
    assert page.model.index(row, 6).data() == "Tidak dapat dihitung"


def test_evidence_is_attached_opened_and_taken_away(
    page: PengukuranPage,
    office: Office,
    ids: dict[str, UUID],
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = tmp_path / "Rekap IKM.txt"
    source.write_text("delapan puluh")
    choose(page, ids["A1"])
    page.panel.tabs.setCurrentWidget(page.panel.evidence)
    evidence = page.panel.evidence
    assert evidence.empty.isVisible()
    monkeypatch.setattr(dialogs, "choose_file", lambda *_: source)
    click(evidence.attach_button)
    settle(qtbot, window)
    assert evidence.files.item(0).text().startswith("Rekap IKM.txt  ·  1 kB")
    assert page.panel.tabs.tabText(3) == "Bu&kti (1)"
    opened: list[str] = []

    def open_url(url: Any) -> bool:
        opened.append(Path(url.toLocalFile()).name)
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    click(evidence.open_button)
    settle(qtbot, window)
    assert opened == ["Rekap IKM.txt"]
    click(evidence.remove_button)
    settle(qtbot, window)
    assert list_bukti(office, ids["A1"], PERIODE) == []
    window.top.undo_action.trigger()
    settle(qtbot, window)
    assert evidence.files.count() == 1


def test_no_file_chosen_attaches_nothing(
    page: PengukuranPage, ids: dict[str, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(page, ids["A1"])
    page.panel.tabs.setCurrentWidget(page.panel.evidence)
    monkeypatch.setattr(dialogs, "choose_file", lambda *_: None)
    click(page.panel.evidence.attach_button)
    assert page.context.tasks.pending <= 1


def test_the_line_of_a_sasaran_has_nothing_to_fill_in(
    page: PengukuranPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.panel.tabs.setCurrentWidget(page.panel.evidence)
    page.table.setCurrentIndex(page.model.index(0, 0))
    settle(qtbot, window)
    assert not page.panel.tabs.isEnabled()
    assert page.panel.heading.toolTip() == "Judul: pilih indikator di bawahnya"


def test_what_is_missing_is_shown_before_anything_is_final(
    page: PengukuranPage, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[FinalDialog] = []

    def look(dialog: FinalDialog) -> int:
        seen.append(dialog)
        assert not dialog.accept_button.isVisibleTo(dialog)
        return QDialog.DialogCode.Rejected

    monkeypatch.setattr(FinalDialog, "exec", look)
    click(page.lifecycle.final_button)
    settle(qtbot, window)
    messages = [str(problem) for problem in seen[0].blocking]
    assert messages == [f"Indikator {kode}: realisasi belum diisi" for kode in INDIKATOR]


def test_a_measurement_is_made_final_and_opened_again(
    page: PengukuranPage,
    office: Office,
    ids: dict[str, UUID],
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill_all(office, ids)
    settle(qtbot, window)

    def accept(dialog: FinalDialog) -> int:
        assert dialog.tanggal() == date(2025, 1, 15)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(FinalDialog, "exec", accept)
    click(page.lifecycle.final_button)
    settle(qtbot, window)
    assert page.band.isVisible()
    assert "Final versi 1, tertanggal 15 Januari 2025" in page.band.label.text()
    assert "Sudah final, tertanggal 15 Januari 2025." in window.statusBar().currentMessage()
    assert not page.model.is_editable(page.model.entry_index(str(ids["A1"])))
    assert page.panel.story.boxes["pendorong"].isReadOnly()
    assert not page.lifecycle.final_button.isVisible()
    monkeypatch.setattr(dialogs, "ask_reason", lambda *_: None)
    click(page.lifecycle.reopen_button)
    settle(qtbot, window)
    assert "Final versi 1" in page.band.label.text()
    monkeypatch.setattr(dialogs, "ask_reason", lambda *_: "Salah ketik")
    click(page.lifecycle.reopen_button)
    settle(qtbot, window)
    assert "Versi 1 pernah final" in page.band.label.text()
    assert page.model.is_editable(page.model.entry_index(str(ids["A1"])))


def test_after_the_final_one_prints_and_ctrl_z_is_refused_in_the_quiet_line(
    page: PengukuranPage,
    office: Office,
    ids: dict[str, UUID],
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The keys never go to *Ukur*, where an arrow would change what is shown; no box opens."""
    fill_all(office, ids)
    settle(qtbot, window)
    meanwhile: list[object] = []
    monkeypatch.setattr(FinalDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    page.work_strip().busy_changed.connect(lambda: meanwhile.append(window.focusWidget()))
    page.lifecycle.final_button.setFocus()
    click(page.lifecycle.final_button)
    settle(qtbot, window)
    assert meanwhile[0] is page
    assert window.focusWidget() is page.lifecycle.print_button
    boxes: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda _, error: boxes.append(str(error)))
    window.top.undo_action.trigger()
    settle(qtbot, window)
    said = window.statusBar().currentMessage()
    assert "sudah final. Pakai 'Buka kembali'" in said
    assert boxes == []


def test_who_goes_elsewhere_while_it_becomes_final_keeps_the_keys(
    page: PengukuranPage,
    office: Office,
    ids: dict[str, UUID],
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill_all(office, ids)
    settle(qtbot, window)
    monkeypatch.setattr(FinalDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    strip = page.work_strip()
    strip.busy_changed.connect(lambda: page.table.setFocus() if strip.is_busy else None)
    page.lifecycle.final_button.setFocus()
    click(page.lifecycle.final_button)
    settle(qtbot, window)
    assert page.band.isVisible()
    assert window.focusWidget() is page.table


def test_making_final_is_stopped_and_the_sheet_stays_open(
    page: PengukuranPage,
    office: Office,
    ids: dict[str, UUID],
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill_all(office, ids)
    settle(qtbot, window)
    state = office.journal.state()
    monkeypatch.setattr(FinalDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    press_batal(monkeypatch, page.work_strip())
    page.lifecycle.final_button.setFocus()
    click(page.lifecycle.final_button)
    settle(qtbot, window)
    assert last_state(window) is WorkState.CANCELLED
    assert office.journal.state() == state
    assert page.lifecycle.final_button.isEnabled()
    assert window.focusWidget() is page.lifecycle.final_button
    assert page.work_strip().isHidden()
    assert page.model.is_editable(page.model.entry_index(str(ids["A1"])))


def test_a_failure_while_making_final_is_explained(
    page: PengukuranPage,
    office: Office,
    ids: dict[str, UUID],
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill_all(office, ids)
    settle(qtbot, window)
    told: list[str] = []

    def race(dialog: FinalDialog) -> int:
        # Meanwhile it became final in another way.
        finalize(office, PERIODE, office.today())
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(FinalDialog, "exec", race)
    monkeypatch.setattr(dialogs, "explain", lambda _, error: told.append(error.message))
    click(page.lifecycle.final_button)
    settle(qtbot, window)
    assert told == ["Pengukuran Kinerja Tahun 2025 sudah final."]
    assert page.lifecycle.final_button.isEnabled()


def test_data_that_changed_after_the_signature_is_pointed_out(
    page: PengukuranPage,
    office: Office,
    ids: dict[str, UUID],
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill_all(office, ids)
    finalize(office, PERIODE, office.today())
    change_field(office, "indikator", ids["A1"], "uraian", "Nama baru")
    settle(qtbot, window)
    assert "data berubah" in page.band.label.text()
    shown: list[str] = []
    monkeypatch.setattr(
        dialogs, "show_problems", lambda _p, _h, problems: shown.extend(map(str, problems))
    )
    click(page.band.changes_button)
    assert len(shown) == 1
    assert "Nama baru" in shown[0] or "Indikator A1" in shown[0]


def test_only_warnings_can_be_passed_over(
    office: Office, ids: dict[str, UUID], qtbot: QtBot
) -> None:
    fill_all(office, ids, 90)
    dialog = FinalDialog(
        None,
        "Pengukuran Kinerja 2025",
        list_kekurangan(office, PERIODE),
        office.today(),
        BatasTanggal(office.today()),
    )
    qtbot.addWidget(dialog)
    assert dialog.accept_button.isVisibleTo(dialog)
    assert dialog.reason.isVisibleTo(dialog)
    assert not dialog.accept_button.isEnabled()
    assert "mengapa" in dialog.accept_button.toolTip()
    QTest.keyClicks(dialog.reason, "  ")
    assert not dialog.accept_button.isEnabled()
    QTest.keyClicks(dialog.reason, "Survei ditunda")
    assert dialog.accept_button.isEnabled()
    assert dialog.alasan() == "Survei ditunda"
    dialog.date.clear()
    assert not dialog.accept_button.isEnabled()
    whole = FinalDialog(
        None, "Pengukuran Kinerja 2025", [], office.today(), BatasTanggal(office.today())
    )
    qtbot.addWidget(whole)
    assert whole.tanggal() == office.today()
    assert not whole.reason.isVisibleTo(whole)
    assert (whole.alasan(), whole.accept_button.isEnabled()) == ("", True)


def test_what_is_missing_leads_to_its_indicator(
    page: PengukuranPage,
    office: Office,
    ids: dict[str, UUID],
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill_all(office, ids)
    set_realisasi(office, ids["B1"], PERIODE, None)
    settle(qtbot, window)

    def go(dialog: FinalDialog) -> int:
        QTest.keyClick(dialog.lines, Qt.Key.Key_Return)
        return dialog.result()

    monkeypatch.setattr(FinalDialog, "exec", go)
    click(page.lifecycle.final_button)
    settle(qtbot, window)
    item = page.model.indikator_at(page.table.currentIndex())
    assert item is not None
    assert item.bahan.id == str(ids["B1"])


def test_a_story_that_is_missing_leads_to_where_it_is_told(
    page: PengukuranPage,
    office: Office,
    ids: dict[str, UUID],
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fill_all(office, ids)
    # Below its target of 100: factors and follow-up are asked for (`docs/sakip.md` §5.2).
    set_realisasi(office, ids["B1"], PERIODE, Decimal(50))
    settle(qtbot, window)

    def go(dialog: FinalDialog) -> int:
        rows = [dialog.lines.item(row).text() for row in range(dialog.lines.count())]
        dialog.lines.setCurrentRow(
            next(row for row, text in enumerate(rows) if "faktor penghambat" in text)
        )
        QTest.keyClick(dialog.lines, Qt.Key.Key_Return)
        return dialog.result()

    monkeypatch.setattr(FinalDialog, "exec", go)
    click(page.lifecycle.final_button)
    settle(qtbot, window)
    item = page.model.indikator_at(page.table.currentIndex())
    assert item is not None
    assert item.bahan.id == str(ids["B1"])
    assert page.panel.tabs.currentWidget() is page.panel.told
    assert window.focusWidget() is page.panel.story.boxes["penghambat"]


def test_preview_and_print_open_the_document_of_this_measurement(
    page: PengukuranPage, window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    for button in (page.lifecycle.preview_button, page.lifecycle.print_button):
        DokumenPage.wanted = None
        window.open_page("pengukuran")
        click(button)
        settle(qtbot, window)
        assert DokumenPage.wanted == Permintaan(PENGUKURAN.kunci, PERIODE)


def test_the_iki_of_an_official_are_measured_apart(
    page: PengukuranPage, window: MainWindow, office: Office, qtbot: QtBot
) -> None:
    kasi = next(row["id"] for row in list_rows(office, "pejabat") if row["nama"] == "Kasi Uji")
    add_indikator(office, "IKI-1", jenis="IKI", pejabat_id=kasi)
    settle(qtbot, window)
    page.whose.setCurrentIndex(1)
    page.whose.chosen.emit()
    settle(qtbot, window)
    assert page.whose.currentText() == "IKI Kasi Uji"
    assert [page.model.row_label(row) for row in range(page.model.rowCount())] == [
        "", "Indikator IKI-1",
    ]  # fmt: skip
    click(page.lifecycle.preview_button)
    settle(qtbot, window)
    assert DokumenPage.wanted == Permintaan(PENGUKURAN_IKI.kunci, PERIODE, kasi)
    window.open_page("pengukuran")
    settle(qtbot, window)
    click(page.tools.explain_button)
    settle(qtbot, window)
    assert DokumenPage.wanted == Permintaan("cara-hitung", PERIODE, kasi)


def test_another_page_can_ask_for_a_period(
    page: PengukuranPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.open_page("pengukuran", Periode(TAHUN, 4))
    settle(qtbot, window)
    assert page.context.periode == Periode(TAHUN, 4)
    window.open_page("pengukuran", "lainnya")
    assert page.context.periode == Periode(TAHUN, 4)


def test_an_edit_during_a_reload_is_not_overwritten(
    page: PengukuranPage, ids: dict[str, UUID], window: MainWindow, qtbot: QtBot
) -> None:
    page.reload()
    enter(page, ids["A1"], 55)
    settle(qtbot, window)
    assert page.model.entry_index(str(ids["A1"])).data() == "55"


def test_a_refused_edit_leaves_the_line_as_it_was(
    page: PengukuranPage, office: Office, ids: dict[str, UUID], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda _, error: told.append(error.message))
    fill_all(office, ids)
    finalize(office, PERIODE, office.today())
    # The page has not heard of it yet.
    enter(page, ids["A1"], 55)
    assert told == ["Pengukuran Kinerja Tahun 2025 sudah final."]
    assert page.model.entry_index(str(ids["A1"])).data() == "Belum diisi"
