"""Pengukuran where it is fast: quotients, the triwulan before, blocks, remarks, all by keys."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.tindak_lanjut import TempatIndikator
from kinerja_desktop.services.kantor.data_entry import add_row, change_field, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import (
    set_keterangan,
    set_realisasi,
    set_realisasi_block,
)
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.finals import finalize
from tests.services.kantor.small import INDIKATOR, TAHUN, fill_kantor
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
YEAR, FIRST, SECOND = Periode(TAHUN), Periode(TAHUN, 1), Periode(TAHUN, 2)
TARGET, REALISASI = 3, 4


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    ids = fill_kantor(office)
    change_field(office, "indikator", ids["A1"], "pembilang", "Surat selesai")
    change_field(office, "indikator", ids["A1"], "penyebut", "Surat masuk")
    return ids


@pytest.fixture
def window(qtbot: QtBot, office: Office, ids: dict[str, UUID]) -> Iterator[MainWindow]:
    with open_window(qtbot, office, (PengukuranPage,)) as opened:
        yield opened


@pytest.fixture
def page(window: MainWindow) -> PengukuranPage:
    found = current_page(window)
    assert isinstance(found, PengukuranPage)
    found.table.setFocus()
    return found


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the dialogs would show: their heading, then each line."""
    shown: list[str] = []

    def show(_parent: Any, heading: str, problems: Any) -> None:
        shown.extend([heading, *map(str, problems)])

    monkeypatch.setattr(dialogs, "show_problems", show)
    return shown


def go_to(page: PengukuranPage, key: UUID, column: int = REALISASI) -> None:
    place = page.model.entry_index(str(key))
    page.table.setCurrentIndex(page.model.index(place.row(), column))


def press(widget: Any, keys: str) -> None:
    QTest.keySequence(widget, keys)
    for _ in range(3):
        QApplication.processEvents()


def type_text(widget: QLineEdit, text: str) -> None:
    widget.setFocus()
    widget.selectAll()
    QTest.keyClicks(widget, text)
    QTest.keyClick(widget, Qt.Key.Key_Return)


def row_of(office: Office, key: UUID, triwulan: int | None = None) -> dict[str, Any]:
    (row,) = list_rows(office, "realisasi", indikator_id=key, triwulan=triwulan)
    return row


def test_the_realisasi_is_computed_and_says_so(
    page: PengukuranPage, ids: dict[str, UUID], office: Office, window: MainWindow
) -> None:
    go_to(page, ids["A1"])
    ratio = page.panel.ratio
    assert ratio.isVisible()
    assert "Isi keduanya" in ratio.told.text()
    type_text(ratio.fields["pembilang"], "45")
    assert ratio.told.text() == "Penyebut belum diisi, jadi realisasi tidak dihitung."
    type_text(ratio.fields["penyebut"], "50")
    assert ratio.told.text() == "Dihitung dari 45 ÷ 50 × 100 = 90."
    assert page.model.entry_index(str(ids["A1"])).data() == "90"
    assert "Asal realisasi: dihitung dari 45 ÷ 50 × 100 = 90" in (
        page.panel.explanation.toPlainText()
    )
    assert row_of(office, ids["A1"])["nilai"] is None
    type_text(ratio.fields["penyebut"], "0")
    assert ratio.told.text().startswith("Penyebut 0 tidak dapat dipakai membagi")
    assert row_of(office, ids["A1"])["penyebut"] == 50
    type_text(ratio.fields["penyebut"], "x")
    assert ratio.told.text() == "Penyebut: 'x' bukan angka: tulis seperti 93,75."
    go_to(page, ids["B1"])
    assert not ratio.isVisible()


def test_what_is_typed_over_a_quotient_is_remarked_on_and_deleted_again(
    page: PengukuranPage, ids: dict[str, UUID], office: Office, window: MainWindow
) -> None:
    go_to(page, ids["A1"])
    type_text(page.panel.ratio.fields["pembilang"], "45")
    type_text(page.panel.ratio.fields["penyebut"], "50")
    said: list[str] = []
    window.context.said.connect(said.append)
    page.model.store_cells([(page.model.entry_index(str(ids["A1"])), Decimal(92))])
    assert "92 diketik sendiri, padahal 45 ÷ 50 × 100 = 90" in page.panel.ratio.told.text()
    assert page.tools.remarks_button.text() == "1 perlu dilihat"
    ((item, remark),) = page.model.list_remarks()
    assert item.bahan.kode == "A1"
    assert remark.startswith("Realisasi 92 diketik sendiri, padahal 45 ÷ 50 × 100 = 90")
    page.table.setFocus()
    press(page.table, "Delete")
    assert page.model.entry_index(str(ids["A1"])).data() == "90"
    assert said[-1].startswith("Dihitung dari 45 ÷ 50 × 100 = 90. Kosongkan pembilang")
    page.model.store_cells([(page.model.entry_index(str(ids["A1"])), Decimal(92))])
    type_text(page.panel.ratio.fields["pembilang"], "40")
    assert said[-1].startswith("Realisasi 92 yang diketik diganti hasil hitung")
    assert page.model.entry_index(str(ids["A1"])).data() == "80"


def test_a_unit_may_be_typed_and_another_is_refused(
    page: PengukuranPage, ids: dict[str, UUID], office: Office
) -> None:
    go_to(page, ids["A1"])
    QTest.keyClicks(page.table, "9")
    editor = page.table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "7,5 Persen")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    for _ in range(3):
        QApplication.processEvents()
    assert row_of(office, ids["A1"])["nilai"] == Decimal("97.5")
    go_to(page, ids["A1"])
    assert not page.table.take_text(page.model.entry_index(str(ids["A1"])), "12 desa")
    assert page.line.text().startswith("Satuan 'desa' bukan satuan indikator ini (%)")


def test_what_looks_odd_is_said_while_it_is_typed_and_listed(
    page: PengukuranPage, ids: dict[str, UUID], office: Office, told: list[str]
) -> None:
    go_to(page, ids["B1"])
    QTest.keyClicks(page.table, "1")
    editor = page.table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "000")
    assert "sepuluh kali target 100 atau lebih" in page.note.text()
    QTest.keyClicks(editor, "x")
    assert page.note.isHidden()
    QTest.keyClick(editor, Qt.Key.Key_Backspace)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    for _ in range(3):
        QApplication.processEvents()
    assert row_of(office, ids["B1"])["nilai"] == 1000
    index = page.model.entry_index(str(ids["B1"]))
    assert not index.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert "sepuluh kali" in index.data(Qt.ItemDataRole.ToolTipRole)
    # 1000 is ten times the target, and more than a percentage comes to.
    assert page.tools.remarks_button.text() == "2 perlu dilihat"
    page.tools.remarks_button.click()
    assert told[1].startswith("Indikator B1: Realisasi 1.000 sepuluh kali target 100")


def test_the_triwulan_before_is_taken_over_by_a_key(
    page: PengukuranPage, ids: dict[str, UUID], office: Office, window: MainWindow, qtbot: QtBot,
    told: list[str],
) -> None:  # fmt: skip
    block = [(ids[kode], Decimal(70)) for kode in ("A1", "B1", "B2")]
    set_realisasi_block(office, FIRST, block)
    set_realisasi(office, ids["B2"], SECOND, Decimal(61))
    assert page.tools.last_button.isHidden()
    window.context.set_periode(SECOND)
    settle(qtbot, window)
    assert page.tools.last_button.isVisible()
    page.table.setFocus()
    page.table.selectAll()
    press(page.table, "Ctrl+L")
    settle(qtbot, window)
    shown = [page.model.entry_index(str(ids[kode])).data() for kode in INDIKATOR]
    assert shown == ["70", "70", "61", "Belum diisi"]
    assert told[1:] == ["Indikator B2: sudah terisi", "Indikator B3: TW I belum diisi"]


def test_a_block_brings_targets_to_compare_and_figures(
    page: PengukuranPage, ids: dict[str, UUID], office: Office, window: MainWindow, qtbot: QtBot,
    told: list[str],
) -> None:  # fmt: skip
    QGuiApplication.clipboard().setText("100\t91\n95\t92 %\n100\t93\n")
    go_to(page, ids["B1"], TARGET)
    press(page.table, "Ctrl+V")
    settle(qtbot, window)
    assert [row_of(office, ids[kode])["nilai"] for kode in ("B1", "B2", "B3")] == [91, 92, 93]
    assert told[1:] == [
        "baris 2 (Indikator B2): target di tempelan 95, di rencana 100: target rencana tidak diubah"
    ]
    assert office.journal.undo() == "Mengisi realisasi dan keterangan Tahun 2025"
    assert list_rows(office, "realisasi") == []


def test_a_block_brings_texts_with_lines_and_quotes(
    page: PengukuranPage, ids: dict[str, UUID], office: Office, window: MainWindow, qtbot: QtBot,
    told: list[str],
) -> None:  # fmt: skip
    QGuiApplication.clipboard().setText(
        '80\tCuaca\t"Banjir\ndi ""dua"" desa"\tMenambah petugas\tKasi Trantib\t31-12-2025\n'
        '70\t\t"Macet" di jalan\t\t\t\n'
    )
    go_to(page, ids["B1"])
    press(page.table, "Ctrl+V")
    settle(qtbot, window)
    assert told == []
    row = row_of(office, ids["B1"])
    assert (row["nilai"], row["pendorong"], row["penghambat"]) == (
        80, "Cuaca", 'Banjir\ndi "dua" desa',
    )  # fmt: skip
    assert (row["tindak_lanjut"], row["penanggung_jawab"], row["batas_waktu"]) == (
        "Menambah petugas", "Kasi Trantib", date(2025, 12, 31),
    )  # fmt: skip
    assert row_of(office, ids["B2"])["penghambat"] == '"Macet" di jalan'


def test_what_does_not_fit_is_told_and_a_heading_names_the_columns(
    page: PengukuranPage, ids: dict[str, UUID], office: Office, window: MainWindow, qtbot: QtBot,
    told: list[str],
) -> None:  # fmt: skip
    QGuiApplication.clipboard().setText("Kendala\tCatatan\tRealisasi\nHujan\tx\t88\n")
    go_to(page, ids["B1"])
    press(page.table, "Ctrl+V")
    settle(qtbot, window)
    row = row_of(office, ids["B1"])
    assert (row["nilai"], row["penghambat"]) == (88, "Hujan")
    assert told == ["Tempelan dimasukkan. Perlu diketahui:", "kolom 2 tempelan tidak dipakai: 'x'"]
    told.clear()
    QGuiApplication.clipboard().setText("1\tSatu\n2\tDua\n")
    go_to(page, ids["B3"])
    press(page.table, "Ctrl+V")
    assert "hanya ada 1 baris isian" in told[1]
    told.clear()
    go_to(page, ids["B3"], 1)
    press(page.table, "Ctrl+V")
    assert told[1] == "sel yang dipilih tidak dapat diisi: pilih sel isian, lalu tempel"
    assert len(list_rows(office, "realisasi")) == 1


def test_keys_fill_down_jump_and_copy_with_headings(
    page: PengukuranPage, ids: dict[str, UUID], office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    page.model.store_cells([(page.model.entry_index(str(ids["B1"])), Decimal("90.5"))])
    go_to(page, ids["B2"])
    press(page.table, "Ctrl+D")
    assert row_of(office, ids["B2"])["nilai"] == Decimal("90.5")
    go_to(page, ids["A1"])
    press(page.table, "Ctrl+Down")
    assert page.table.currentIndex() == page.model.entry_index(str(ids["B2"]))
    press(page.table, "Ctrl+Down")
    assert page.table.currentIndex() == page.model.entry_index(str(ids["B3"]))
    press(page.table, "Ctrl+Up")
    assert page.table.currentIndex() == page.model.entry_index(str(ids["B1"]))
    press(page.table, "Ctrl+Right")
    assert page.table.currentIndex() == page.model.entry_index(str(ids["B1"]))
    QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(page.table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    press(page.table, "Ctrl+Shift+C")
    assert QGuiApplication.clipboard().text() == "Realisasi\n90,5\n90,5\n\n"
    press(page.table, "Ctrl+D")
    settle(qtbot, window)
    assert row_of(office, ids["B3"])["nilai"] == Decimal("90.5")
    assert "Ctrl+D" in page.line.toolTip()


def test_shift_selects_from_where_the_cursor_stood_and_back_again(
    page: PengukuranPage, ids: dict[str, UUID], qtbot: QtBot, window: MainWindow
) -> None:
    """The cursor came by a jump, and the page was read again: Qt knows no beginning then."""
    table, first = page.table, page.model.entry_index(str(ids["B1"]))
    go_to(page, ids["B3"])
    press(table, "Ctrl+Up")
    go_to(page, ids["B1"])

    def rows() -> list[int]:
        return sorted({index.row() - first.row() for index in table.selectedIndexes()})

    for keys, selected in (
        ("Shift+Down", [0, 1]), ("Shift+Down", [0, 1, 2]), ("Shift+Up", [0, 1]),
        # Over the name of a sasaran, which is no cell, to the indicator above it, and back.
        ("Shift+Up", [0]), ("Shift+Up", [0]), ("Shift+Up", [-2, 0]), ("Shift+Down", [0]),
        ("Shift+Down", [0]), ("Ctrl+Shift+Down", [0, 1, 2]),
    ):  # fmt: skip
        press(table, keys)
        assert rows() == selected, keys
        assert {index.column() for index in table.selectedIndexes()} == {first.column()}
    press(table, "Shift+Down")  # there is nothing below
    assert rows() == [0, 1, 2]


def test_a_search_finds_sasaran_and_stories(
    page: PengukuranPage, ids: dict[str, UUID], office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    set_keterangan(office, ids["B2"], YEAR, penghambat="Banjir bandang")
    settle(qtbot, window)
    page.find_here()
    page.finder.field.setText("sasaran b")
    assert page.model.row_label(page.table.currentIndex().row()) == ""
    assert page.table.currentIndex().data() == "Sasaran B"
    # The heading is framed though the cursor is in the line below, and tells what it is.
    rect = page.table.visualRect(page.table.currentIndex())
    edge = QPoint(rect.left() + rect.width() // 2, rect.top() + 1)
    grabbed = page.table.viewport().grab().toImage()
    assert grabbed.pixelColor(edge * grabbed.devicePixelRatio()) == QColor(style.ACCENT)
    assert page.panel.heading.toolTip() == "Judul: pilih indikator di bawahnya"
    assert page.panel.explanation.toPlainText() == (
        "Sasaran B\nBelum ada capaian yang dapat dihitung (0 dari 3 indikator)"
    )
    page.finder.field.setText("bandang")
    assert page.panel.heading.toolTip().endswith("Indikator B2")
    assert page.model.row_label(page.table.currentIndex().row()) == "Indikator B2"
    assert page.finder.note.text().startswith("Ada di faktor atau tindak lanjutnya")


def test_after_a_search_typing_goes_to_the_realisasi_of_what_was_found(
    page: PengukuranPage, ids: dict[str, UUID], office: Office
) -> None:
    page.find_here()
    page.finder.field.setText("indikator b2")
    QTest.keyClick(page.finder.field, Qt.Key.Key_Return)
    assert page.table.currentIndex().column() != REALISASI
    QTest.keyClick(page.finder.field, Qt.Key.Key_Escape)
    assert page.table.currentIndex() == page.model.entry_index(str(ids["B2"]))
    # The line of a sasaran has no such cell: the cursor stays on it.
    page.find_here()
    page.finder.field.setText("sasaran b")
    QTest.keyClick(page.finder.field, Qt.Key.Key_Escape)
    assert page.table.currentIndex().data() == "Sasaran B"


def test_who_does_it_until_when_and_that_it_was_done_after_the_signature(
    page: PengukuranPage, ids: dict[str, UUID], office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    go_to(page, ids["A1"])
    follow_up = page.panel.follow_up
    page.panel.tabs.setCurrentWidget(page.panel.told)
    assert not follow_up.done.isEnabled()
    set_keterangan(office, ids["A1"], YEAR, tindak_lanjut="Menambah petugas")
    settle(qtbot, window)
    type_text(follow_up.person, "Kasi Pelayanan")
    type_text(follow_up.due, "31-12-2025")
    row = row_of(office, ids["A1"])
    assert (row["penanggung_jawab"], row["batas_waktu"]) == ("Kasi Pelayanan", date(2025, 12, 31))
    type_text(follow_up.due, "31-13-2025")
    assert not follow_up.told.isHidden()
    assert row_of(office, ids["A1"])["batas_waktu"] == date(2025, 12, 31)
    go_to(page, ids["B1"])
    assert follow_up.person.text() == ""
    set_realisasi_block(office, YEAR, [(ids[kode], Decimal(100)) for kode in INDIKATOR])
    finalize(office, YEAR, office.today())
    settle(qtbot, window)
    go_to(page, ids["A1"])
    assert follow_up.person.isReadOnly()
    assert follow_up.done.isEnabled()
    follow_up.done.set_date(date(2025, 1, 14))
    follow_up.commit()
    assert row_of(office, ids["A1"])["selesai"] == date(2025, 1, 14)
    go_to(page, ids["B1"])
    go_to(page, ids["A1"])
    assert follow_up.done.day() == date(2025, 1, 14)


def test_another_page_asks_for_a_line(
    page: PengukuranPage, ids: dict[str, UUID], office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    page.receive(TempatIndikator(SECOND, ids["B3"]))
    settle(qtbot, window)
    assert window.context.periode == SECOND
    assert page.model.row_label(page.table.currentIndex().row()) == "Indikator B3"
    kasi = next(row["id"] for row in list_rows(office, "pejabat") if row["nama"] == "Kasi Uji")
    own = add_row(
        office, "indikator",
        {"kode": "K1", "uraian": "IKI K1", "jenis": "IKI", "level": "sasaran", "satuan": "%",
         "arah": "naik", "akumulasi": "posisi_akhir", "pejabat_id": kasi},
    )  # fmt: skip
    page.receive(TempatIndikator(YEAR, own, kasi))
    settle(qtbot, window)
    assert page.model.row_label(page.table.currentIndex().row()) == "IKI K1"
    assert page.whose.currentText() == "IKI Kasi Uji"


def test_figures_that_may_be_anything_are_not_taken_in(
    page: PengukuranPage, ids: dict[str, UUID], office: Office, told: list[str]
) -> None:
    QGuiApplication.clipboard().setText("80\t91\n81\t92\n")
    go_to(page, ids["B1"])
    press(page.table, "Ctrl+V")
    assert "salin beserta judul kolomnya (Target, Realisasi)" in told[1]
    assert list_rows(office, "realisasi") == []


def test_named_rows_go_to_their_own_lines(
    page: PengukuranPage, ids: dict[str, UUID], office: Office, window: MainWindow, qtbot: QtBot,
    told: list[str],
) -> None:  # fmt: skip
    QGuiApplication.clipboard().setText("indikator b3\t93\nIndikator A1\t91\n")
    go_to(page, ids["B1"], 1)
    press(page.table, "Ctrl+V")
    settle(qtbot, window)
    assert told == []
    assert row_of(office, ids["B3"])["nilai"] == 93
    assert row_of(office, ids["A1"])["nilai"] == 91
    assert len(list_rows(office, "realisasi")) == 2
    QGuiApplication.clipboard().setText("Kode\tRealisasi\nB2\t92\nB9\t99\n")
    go_to(page, ids["A1"])
    press(page.table, "Ctrl+V")
    settle(qtbot, window)
    assert told[1].startswith("baris 2: 'B9' tidak ada di halaman ini")
    assert len(list_rows(office, "realisasi")) == 2
