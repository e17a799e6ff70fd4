"""Renstra and IKU, Rencana Aksi: sections, matrix of targets, targets per triwulan."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.nilai import Rentang
from kinerja_desktop.services.kantor.data_entry import add_row, change_field, list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.rencana.rencana_aksi_page import RencanaAksiPage
from kinerja_desktop.ui.rencana.renstra_page import RenstraPage
from kinerja_desktop.ui.rencana.target_matrix import TargetMatrix
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.tables.add_dialog import AddDialog
from kinerja_desktop.ui.tables.entry_table import EntryTable
from kinerja_desktop.ui.tables.section_editor import SectionEditor
from tests.services.kantor.small import TAHUN, add_indikator, fill_kantor
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    return fill_kantor(office)


@pytest.fixture
def window(qtbot: QtBot, office: Office, ids: dict[str, UUID]) -> Iterator[MainWindow]:
    with open_window(qtbot, office, (RenstraPage, RencanaAksiPage)) as opened:
        yield opened


@pytest.fixture
def open_tab(window: MainWindow, qtbot: QtBot) -> Callable[[str], Any]:
    """Open a tab of Renstra and IKU."""

    def open_(key: str) -> Any:
        window.open_page("renstra", key)
        settle(qtbot, window)
        page = current_page(window)
        assert isinstance(page, RenstraPage)
        return page.tab(key)

    return open_


def write(editor: Any, text: str) -> None:
    """Type over what stands in a line of the form, and leave it."""
    editor.setFocus()
    editor.selectAll()
    QTest.keyClicks(editor, text)
    editor.clearFocus()


def click(button: Any) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def type_into(table: EntryTable, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    table.setFocus()
    QTest.keyClicks(table, text[:1])
    editor = table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, text[1:])
    QTest.keyClick(editor, end)
    QTest.qWait(5)


def names(editor: SectionEditor) -> list[str]:
    return [str(editor.sorted.index(row, 0).data()) for row in range(editor.sorted.rowCount())]


# Section editor


def test_a_row_is_changed_in_the_form_and_kept_when_left(
    open_tab: Callable[[str], SectionEditor],
    office: Office,
    ids: dict[str, UUID],
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    editor = open_tab("sasaran")
    editor.choose_row(ids["B"])
    text = editor.form.editors["uraian"]
    assert isinstance(text, QPlainTextEdit)
    write(text, "Sasaran yang baru")
    settle(qtbot, window)
    (row,) = list_rows(office, "sasaran", kode="B")
    assert row["uraian"] == "Sasaran yang baru"
    assert editor.current_id() == ids["B"]
    window.top.undo_action.trigger()
    settle(qtbot, window)
    assert text.toPlainText() == "Sasaran B"


def test_references_are_picked_by_code_and_words(
    open_tab: Callable[[str], SectionEditor], office: Office, ids: dict[str, UUID]
) -> None:
    editor = open_tab("indikator")
    editor.choose_row(ids["A1"])
    box = editor.form.editors["sasaran_id"]
    assert isinstance(box, QComboBox)
    assert [box.itemText(row) for row in range(box.count())] == [
        "", "A – Sasaran A", "B – Sasaran B",
    ]  # fmt: skip
    assert box.currentText() == "A – Sasaran A"
    box.setCurrentText("B – Sasaran B")
    box.activated.emit(2)
    (row,) = list_rows(office, "indikator", kode="A1")
    assert row["sasaran_id"] == ids["B"]


def test_an_indicator_is_retired(
    open_tab: Callable[[str], SectionEditor], office: Office, ids: dict[str, UUID]
) -> None:
    editor = open_tab("indikator")
    editor.choose_row(ids["A1"])
    write(editor.form.editors["berlaku_sampai"], "2026")
    (row,) = list_rows(office, "indikator", kode="A1")
    assert row["berlaku_sampai"] == 2026


def test_bad_input_gets_a_sentence_below_its_line(
    open_tab: Callable[[str], SectionEditor], office: Office, ids: dict[str, UUID]
) -> None:
    editor = open_tab("periode_renstra")
    line = editor.form.editors["tahun_awal"]
    write(line, "dua ribu")
    notes = [note.text() for note in editor.form.findChildren(type(editor.warning)) if note.text()]
    assert any("dua ribu" in note for note in notes)
    (row,) = list_rows(office, "periode_renstra")
    assert row["tahun_awal"] == 2025


def test_a_contradiction_is_refused_and_the_old_value_stands(
    open_tab: Callable[[str], SectionEditor], monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda _, error: told.append(error.message))
    editor = open_tab("periode_renstra")
    line = editor.form.editors["tahun_akhir"]
    assert isinstance(line, QLineEdit)
    write(line, "2020")
    assert told == ["Tahun akhir mendahului tahun awal: periksa keduanya."]
    assert line.text() == "2029"


def test_a_row_in_use_is_not_removed(
    open_tab: Callable[[str], SectionEditor], office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda _, error: told.append(str(error)))
    editor = open_tab("indikator")
    click(editor.remove_button)
    assert "masih dipakai di Target Tahunan" in told[0]
    assert "Berlaku sampai" in told[0]
    assert len(list_rows(office, "indikator")) == 4


def test_a_row_is_removed_at_once_and_comes_back(
    open_tab: Callable[[str], SectionEditor],
    office: Office,
    window: MainWindow,
    qtbot: QtBot,
    ids: dict[str, UUID],
) -> None:
    extra = add_row(office, "sasaran", {"tujuan_id": ids["T1"], "kode": "C", "uraian": "Sasaran C"})
    editor = open_tab("sasaran")
    editor.choose_row(extra)
    click(editor.remove_button)
    settle(qtbot, window)
    assert names(editor) == ["A", "B"]
    window.top.undo_action.trigger()
    settle(qtbot, window)
    assert names(editor) == ["A", "B", "C"]


def test_a_new_row_is_asked_for_until_it_is_whole(
    open_tab: Callable[[str], SectionEditor],
    office: Office,
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    editor = open_tab("sasaran")

    def fill(dialog: AddDialog) -> int:
        click(dialog.accept_button)
        assert dialog.result() != QDialog.DialogCode.Accepted
        box = dialog.form.editors["tujuan_id"]
        assert isinstance(box, QComboBox)
        box.setCurrentText("T1 – Tujuan")
        for name, text in (("kode", "A"), ("uraian", "Sasaran ketiga")):
            write(dialog.form.editors[name], text)
        click(dialog.accept_button)
        assert dialog.result() != QDialog.DialogCode.Accepted
        told.append(dialog.refused.text())
        write(dialog.form.editors["kode"], "C")
        click(dialog.accept_button)
        return dialog.result()

    monkeypatch.setattr(AddDialog, "exec", fill)
    click(editor.add_row_button)
    settle(qtbot, window)
    assert len(told) == 1
    assert told[0].startswith("Sasaran dengan Kode yang sama sudah ada.")
    assert names(editor) == ["A", "B", "C"]
    (row,) = list_rows(office, "sasaran", kode="C")
    assert editor.current_id() == row["id"]


def test_turning_away_adds_nothing(
    open_tab: Callable[[str], SectionEditor], office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(AddDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    click(open_tab("indikator").add_row_button)
    assert len(list_rows(office, "indikator")) == 4


def test_the_search_line_narrows_the_table(open_tab: Callable[[str], SectionEditor]) -> None:
    editor = open_tab("indikator")
    QTest.keyClicks(editor.search, "b2")
    assert names(editor) == ["B2"]


def test_oddities_are_shown_in_words(
    open_tab: Callable[[str], SectionEditor],
    office: Office,
    ids: dict[str, UUID],
    window: MainWindow,
    qtbot: QtBot,
) -> None:
    # `docs/sakip.md` §3.1: a % above 200 is likely rupiah in the wrong cell.
    change_field(office, "indikator", ids["A1"], "baseline_nilai", Decimal(582004900))
    editor = open_tab("indikator")
    editor.choose_row(ids["A1"])
    settle(qtbot, window)
    assert "terlalu besar untuk satuan %" in editor.warning.text()
    assert editor.warning.isVisible()
    editor.choose_row(ids["B1"])
    assert not editor.warning.isVisible()


def test_nobody_is_sent_back_to_what_is_filled_already(qtbot: QtBot, office: Office) -> None:
    values = {"nama": "2025–2029", "tahun_awal": 2025, "tahun_akhir": 2029}
    add_row(office, "periode_renstra", values)
    with open_window(qtbot, office, (RenstraPage,)) as window:
        told = {}
        for key in ("tujuan", "sasaran"):
            window.open_page("renstra", key)
            settle(qtbot, window)
            page = current_page(window)
            assert isinstance(page, RenstraPage)
            editor = page.tab(key)
            assert isinstance(editor, SectionEditor)
            told[key] = editor.empty.text()
    assert told == {
        "tujuan": "Belum ada tujuan. Tekan Tambah untuk memasukkan yang pertama.",
        "sasaran": "Belum ada sasaran. Isi dulu tab Tujuan, lalu tekan Tambah.",
    }


def test_an_empty_section_says_what_to_do_first(qtbot: QtBot, office: Office) -> None:
    with open_window(qtbot, office, (RenstraPage,)) as window:
        window.open_page("renstra", "indikator")
        settle(qtbot, window)
        page = current_page(window)
        assert isinstance(page, RenstraPage)
        editor = page.tab("indikator")
        assert isinstance(editor, SectionEditor)
        assert "Isi dulu tab Sasaran" in editor.empty.text()
        assert editor.empty.isVisible()
        assert not editor.remove_button.isEnabled()
        editor.remove_current()
        page.receive("target_tahunan")
        settle(qtbot, window)
        matrix = page.tab("target_tahunan")
        assert isinstance(matrix, TargetMatrix)
        assert "Tambahkan dulu di tab Indikator" in matrix.empty.text()
        assert matrix.empty.isVisible()
        assert not matrix.words.isVisible()


def test_the_wheel_does_not_change_what_it_passes_over(
    open_tab: Callable[[str], SectionEditor], qtbot: QtBot
) -> None:
    editor = open_tab("indikator")
    box = editor.form.editors["jenis"]
    assert isinstance(box, QComboBox)
    before = box.currentIndex()
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)
    assert box.currentIndex() == before


# Matrix of targets


def test_targets_are_typed_into_the_matrix(
    open_tab: Callable[[str], Any], office: Office, ids: dict[str, UUID], window: MainWindow,
    qtbot: QtBot,
) -> None:  # fmt: skip
    matrix = open_tab("target_tahunan")
    table, model = matrix.grid.table, matrix.grid.model
    table.setCurrentIndex(model.find(ids["A1"], "2026"))
    type_into(table, "95,5", Qt.Key.Key_Tab)
    type_into(table, "7-8")
    settle(qtbot, window)
    rows = list_rows(office, "target_tahunan", indikator_id=ids["A1"])
    assert {row["tahun"]: row["nilai"] for row in rows} == {
        2025: Decimal(100), 2026: Decimal("95.5"), 2027: Rentang(Decimal(7), Decimal(8)),
    }  # fmt: skip
    assert model.find(ids["A1"], "2027").data() == "△ 7–8", "amber, and a sign: a range"
    # A range does not fit a rising indicator; the words stand below the table.
    table.setCurrentIndex(model.find(ids["A1"], "2027"))
    assert matrix.grid.note.text() == "targetnya harus satu angka"
    window.top.undo_action.trigger()
    settle(qtbot, window)
    assert model.find(ids["A1"], "2027").data() == "–"
    assert not matrix.grid.note.isVisible()


def test_what_is_being_typed_survives_a_reload(
    open_tab: Callable[[str], Any], ids: dict[str, UUID], window: MainWindow, qtbot: QtBot
) -> None:
    matrix = open_tab("target_tahunan")
    table, model = matrix.grid.table, matrix.grid.model
    table.setCurrentIndex(model.find(ids["A1"], "2026"))
    table.setFocus()
    QTest.keyClicks(table, "9")
    matrix.reload()
    settle(qtbot, window)
    editor = table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "9"
    QTest.keyClick(editor, Qt.Key.Key_Escape)


def test_a_block_of_targets_is_pasted_whole_or_not_at_all(
    open_tab: Callable[[str], Any], office: Office, ids: dict[str, UUID], window: MainWindow,
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    shown: list[str] = []
    monkeypatch.setattr(
        dialogs, "show_problems", lambda _p, _h, problems: shown.extend(map(str, problems))
    )
    matrix = open_tab("target_tahunan")
    table, model = matrix.grid.table, matrix.grid.model
    table.setCurrentIndex(model.find(ids["B1"], "2026"))
    QGuiApplication.clipboard().setText("80\t8-7\n90\tBB")
    QTest.keySequence(table, "Ctrl+V")
    assert shown == ["baris 1 (Indikator B1): Target: rentang '8-7' terbalik: tulis yang kecil "
                     "lebih dulu."]  # fmt: skip
    assert len(list_rows(office, "target_tahunan")) == 4
    QGuiApplication.clipboard().setText("80\t7-8\n90\tBB")
    QTest.keySequence(table, "Ctrl+V")
    settle(qtbot, window)
    assert model.find(ids["B2"], "2027").data() == "△ BB"
    assert len(list_rows(office, "target_tahunan")) == 8


def test_bad_text_in_the_matrix_is_refused_in_words(
    open_tab: Callable[[str], Any], ids: dict[str, UUID]
) -> None:
    matrix = open_tab("target_tahunan")
    matrix.grid.table.setCurrentIndex(matrix.grid.model.find(ids["A1"], "2026"))
    type_into(matrix.grid.table, "tinggi")
    assert matrix.grid.line.text() == "Target: 'tinggi' bukan angka: tulis seperti 93,75."


# Rencana Aksi


@pytest.fixture
def plan(window: MainWindow, qtbot: QtBot) -> RencanaAksiPage:
    window.open_page("rencana_aksi")
    settle(qtbot, window)
    page = current_page(window)
    assert isinstance(page, RencanaAksiPage)
    return page


def test_targets_of_the_triwulan_are_compared_with_the_year(
    plan: RencanaAksiPage, ids: dict[str, UUID], window: MainWindow, qtbot: QtBot, office: Office
) -> None:
    # `docs/sakip.md` §3.6: for posisi akhir TW IV must be the target of the year, 100.
    table, model = plan.grid.table, plan.grid.model
    table.setCurrentIndex(model.find(str(ids["A1"]), "tw1"))
    for text in ("70", "80", "90", "95"):
        type_into(table, text, Qt.Key.Key_Tab)
    settle(qtbot, window)
    table.setCurrentIndex(model.find(str(ids["A1"]), "tw4"))
    assert "1 indikator tidak selaras" in plan.summary.text()
    assert plan.grid.note.text() == (
        "Indikator A1: Target TW IV 95 tidak sama dengan target tahunan 100"
    )
    type_into(table, "100")
    settle(qtbot, window)
    assert plan.summary.text() == ""
    (row,) = list_rows(office, "rencana_aksi")
    assert [row[name] for name in ("tw1", "tw2", "tw3", "tw4")] == [70, 80, 90, 100]


def test_activities_are_written_below_the_table(
    plan: RencanaAksiPage, ids: dict[str, UUID], office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    plan.grid.table.setCurrentIndex(plan.grid.model.find(str(ids["B1"]), "tw1"))
    assert plan.heading.text() == "Indikator B1", "the form says whose it is"
    write(plan.form.editors["aktivitas"], "Rapat bulanan")
    settle(qtbot, window)
    (row,) = list_rows(office, "rencana_aksi")
    assert (row["indikator_id"], row["tahun"], row["aktivitas"]) == (
        ids["B1"], TAHUN, "Rapat bulanan",
    )  # fmt: skip
    write(plan.form.editors["penanggung_jawab"], "Kasi Uji")
    (row,) = list_rows(office, "rencana_aksi")
    assert row["penanggung_jawab"] == "Kasi Uji"


def test_the_plan_of_an_official_is_chosen_at_the_top(
    plan: RencanaAksiPage, office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    kasi = next(row["id"] for row in list_rows(office, "pejabat") if row["nama"] == "Kasi Uji")
    key = add_indikator(office, "IKI-1", jenis="IKI", pejabat_id=kasi)
    settle(qtbot, window)
    plan.whose.setCurrentIndex(1)
    plan.whose.chosen.emit()
    settle(qtbot, window)
    assert plan.grid.model.rowCount() == 1
    assert plan.grid.model.find(str(key), "tw1").isValid()


def test_an_office_that_plans_by_months_has_a_second_table(
    plan: RencanaAksiPage, ids: dict[str, UUID], office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    assert not plan.content.isTabVisible(1)
    assert not plan.content.tabBar().isVisible()
    (instansi,) = list_rows(office, "instansi")
    change_field(office, "instansi", instansi["id"], "kisi_rencana_aksi", "bulan")
    settle(qtbot, window)
    assert plan.content.isTabVisible(1)
    plan.content.setCurrentIndex(1)
    table, model = plan.months.grid.table, plan.months.grid.model
    table.setCurrentIndex(model.find(str(ids["A1"]), "b11"))
    type_into(table, "0", Qt.Key.Key_Tab)
    type_into(table, "95")
    settle(qtbot, window)
    (row,) = list_rows(office, "rencana_aksi_bulanan")
    assert (row["b10"], row["b11"], row["b12"]) == (None, Decimal(0), Decimal(95))
    table.setCurrentIndex(model.find(str(ids["A1"]), "b12"))
    assert "1 indikator tidak selaras" in plan.summary.text()
    assert plan.months.grid.note.text() == (
        "Indikator A1: Target Desember 95 tidak sama dengan target tahunan 100"
    )
    window.top.undo_action.trigger()
    settle(qtbot, window)
    (row,) = list_rows(office, "rencana_aksi_bulanan")
    assert row["b12"] is None
    # Back to triwulan: what was typed is kept, and is out of the way.
    change_field(office, "instansi", instansi["id"], "kisi_rencana_aksi", "triwulan")
    settle(qtbot, window)
    assert plan.content.currentIndex() == 0
    assert len(list_rows(office, "rencana_aksi_bulanan")) == 1


def test_the_plan_is_previewed_for_printing(plan: RencanaAksiPage, window: MainWindow) -> None:
    wanted: list[tuple[str, Any]] = []
    window.context.page_wanted.disconnect()
    window.context.page_wanted.connect(lambda key, what: wanted.append((key, what)))
    click(plan.print_button)
    assert wanted == [("dokumen", Permintaan("rencana-aksi", window.context.periode))]


def test_a_year_without_indicators_says_so(
    plan: RencanaAksiPage, office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    for row in list_rows(office, "indikator"):
        change_field(office, "indikator", row["id"], "berlaku_dari", TAHUN)
    window.context.set_periode(Periode(TAHUN - 1))
    settle(qtbot, window)
    assert "Belum ada indikator yang berlaku pada Tahun 2024" in plan.empty.text()
    assert plan.empty.isVisible()
    assert not plan.form.isEnabled()


def test_the_papers_of_the_plan_are_printed_from_here(
    window: MainWindow, open_tab: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_tab("indikator")
    page = current_page(window)
    assert isinstance(page, RenstraPage)
    wanted: list[tuple[str, Permintaan]] = []
    monkeypatch.setattr(page.context, "open_page", lambda key, what: wanted.append((key, what)))
    for action in page.papers.actions():
        action.trigger()
    assert [what.kunci for _, what in wanted] == [
        "penetapan-iku", "manual-iku", "pohon-kinerja", "matriks-cascading",
        "matriks-peran-hasil", "iki",
    ]  # fmt: skip
    assert {(key, what.periode) for key, what in wanted} == {("dokumen", Periode(TAHUN))}


def test_several_rows_are_copied_and_removed_together(
    open_tab: Callable[[str], SectionEditor], office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    editor = open_tab("sasaran")
    for kode in ("C", "D"):
        tujuan = list_rows(office, "tujuan")[0]["id"]
        add_row(office, "sasaran", {"tujuan_id": tujuan, "kode": kode, "uraian": f"Sasaran {kode}"})
    settle(qtbot, window)
    assert names(editor) == ["A", "B", "C", "D"]
    editor.table.selectRow(2)
    QTest.keyClick(editor.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(editor.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text().splitlines()
    assert len(copied) == 2
    assert "Sasaran C" in copied[0]
    click(editor.remove_button)
    settle(qtbot, window)
    assert names(editor) == ["A", "B"]
    # One deed: what is in use below keeps all of them.
    assert office.journal.undo_label == "Menghapus 2 baris Sasaran"
    window.top.undo_action.trigger()
    settle(qtbot, window)
    assert names(editor) == ["A", "B", "C", "D"]


def test_of_several_rows_none_goes_when_one_is_in_use(
    open_tab: Callable[[str], SectionEditor], office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda _, error: told.append(error.message))
    editor = open_tab("sasaran")
    editor.table.selectAll()
    click(editor.remove_button)
    assert "masih dipakai" in told[0]
    assert names(editor) == ["A", "B"]
