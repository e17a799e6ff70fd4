"""Tahun sebelumnya dan standar: typed and pasted like a spreadsheet; what is locked says why."""

from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.riwayat_capaian import (
    BarisRiwayat,
    IsianStandar,
    read_riwayat,
)
from kinerja_desktop.services.pengukuran.ukur import set_realisasi
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.lkjip.earlier_years import (
    EarlierYears,
    explain_cell,
    list_columns,
    list_lines,
    read_place,
)
from tests.finals import finalize
from tests.services.kantor.small import TAHUN, add_indikator, fill_kantor
from tests.services.lkjip.earlier_years import set_realisasi_lama, set_target_lama

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    return fill_kantor(office)


@pytest.fixture
def wait(qtbot: QtBot, context: Context) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: context.tasks.pending == 0, timeout=20_000)


@pytest.fixture
def years(
    qtbot: QtBot, ids: dict[str, UUID], context: Context, wait: Callable[[], None]
) -> Iterator[EarlierYears]:
    context.set_periode(Periode(TAHUN))
    widget = EarlierYears(context)
    context.tables_changed.connect(lambda _: widget.reload())
    qtbot.addWidget(widget)
    widget.resize(1000, 500)
    widget.show()
    widget.reload()
    wait()
    yield widget
    wait()


def go_to(widget: EarlierYears, key: object, column: str) -> None:
    index = widget.grid.model.find(key, column)
    assert index.isValid()
    widget.grid.table.setFocus()
    widget.grid.table.setCurrentIndex(index)


def enter(widget: EarlierYears, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    QTest.keyClicks(widget.grid.table, text[:1])
    editor = widget.grid.table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, text[1:])
    QTest.keyClick(editor, end)
    QTest.qWait(5)


def here(widget: EarlierYears) -> tuple[object, str]:
    return widget.grid.current_key(), widget.grid.model.column_key(widget.grid.table.currentIndex())


def shown(widget: EarlierYears, key: object, column: str) -> str:
    return str(widget.grid.model.find(key, column).data())


def row_of(office: Office, kode: str) -> BarisRiwayat:
    groups = read_riwayat(office, TAHUN).kelompok
    return next(row for group in groups for row in group.baris if row.kode == kode)


# The model without a window


def test_each_year_and_each_standard_has_three_columns(
    office: Office, ids: dict[str, UUID]
) -> None:
    columns = list_columns(read_riwayat(office, TAHUN))
    assert [column.key for column in columns[1:4]] == [
        "target:2021",
        "realisasi:2021",
        "capaian:2021",
    ]
    assert columns[1].judul == "Target\n2021"
    assert columns[3].field is None
    assert [column.judul for column in columns[-5:]] == [
        "Standar\nkabupaten", "Sumber\nkabupaten", "Nasional\ntidak ada",
        "Provinsi\ntidak ada", "Kabupaten\ntidak ada",
    ]  # fmt: skip
    assert len(columns) == 1 + 4 * 3 + 3 * 3


def test_a_final_year_says_so_in_its_heading_and_is_locked(muncar: Office) -> None:
    finalize(muncar, Periode(2023), date(2024, 1, 31))
    riwayat = read_riwayat(muncar, 2024)
    titles = [column.judul for column in list_columns(riwayat)]
    assert "Target\n2023 final" in titles
    assert "Target\n2022" in titles
    _, line, *_ = list_lines(riwayat)
    assert {"target:2023", "realisasi:2023"} <= line.locked
    assert "target:2022" not in line.locked


def test_indicators_stand_below_their_sasaran_with_their_unit(
    office: Office, ids: dict[str, UUID]
) -> None:
    add_indikator(office, "Z1", satuan="")
    lines = list_lines(read_riwayat(office, TAHUN))
    assert [line.values["uraian"] for line in lines] == [
        "Tanpa sasaran",
        "Indikator Z1",
        "Sasaran A",
        "Indikator A1 (%)",
        "Sasaran B",
        "Indikator B1 (%)",
        "Indikator B2 (%)",
        "Indikator B3 (%)",
    ]


def test_a_column_names_its_place() -> None:
    assert read_place("target:2021") == ("target", 2021)
    assert read_place("sumber:nasional") == ("sumber", "nasional")


def test_a_locked_cell_and_a_capaian_without_a_figure_say_why(
    office: Office, ids: dict[str, UUID]
) -> None:
    set_realisasi(office, ids["A1"], Periode(2024, 4), Decimal(88))
    row = row_of(office, "A1")
    assert "isian triwulan" in explain_cell(row, "realisasi:2024")
    assert explain_cell(row, "target:2024") == ""
    assert explain_cell(row, "capaian:2024") == "Capaian 2024: target belum ditetapkan."
    assert explain_cell(row, "capaian:2023") == "Capaian 2023: realisasi belum diisi."
    assert explain_cell(row, "nilai:nasional") == explain_cell(row, "uraian") == ""


def test_a_capaian_is_told_with_its_kategori(office: Office, ids: dict[str, UUID]) -> None:
    set_target_lama(office, 2023, ids["A1"], Decimal(80))
    set_realisasi_lama(office, 2023, ids["A1"], Decimal(80))
    # Permendagri 86/2017: 100 % is Sangat Tinggi.
    assert explain_cell(row_of(office, "A1"), "capaian:2023") == "Capaian 2023: Sangat Tinggi."


# With the keyboard


def test_target_and_realisasi_are_typed_and_the_capaian_follows(
    years: EarlierYears, office: Office, ids: dict[str, UUID], wait: Callable[[], None]
) -> None:
    go_to(years, ids["A1"], "target:2023")
    enter(years, "80", Qt.Key.Key_Tab)
    assert here(years) == (ids["A1"], "realisasi:2023")
    enter(years, "60")
    wait()
    assert shown(years, ids["A1"], "capaian:2023") == "75,00"
    assert row_of(office, "A1").tahun[2023].realisasi == 60


def test_enter_goes_down_over_the_heading_of_the_next_sasaran(
    years: EarlierYears, ids: dict[str, UUID], wait: Callable[[], None]
) -> None:
    go_to(years, ids["A1"], "target:2023")
    enter(years, "80")
    assert here(years) == (ids["B1"], "target:2023")
    wait()


def test_a_standard_and_its_source_are_typed(
    years: EarlierYears, office: Office, ids: dict[str, UUID], wait: Callable[[], None]
) -> None:
    go_to(years, ids["A1"], "nilai:nasional")
    enter(years, "90,5", Qt.Key.Key_Tab)
    enter(years, "RPJMN")
    wait()
    assert row_of(office, "A1").standar["nasional"] == IsianStandar(Decimal("90.5"), "RPJMN")


def test_that_there_is_no_standard_is_typed_and_taken_back(
    years: EarlierYears, office: Office, ids: dict[str, UUID], wait: Callable[[], None]
) -> None:
    go_to(years, ids["A1"], "tidak_ada:nasional")
    assert shown(years, ids["A1"], "tidak_ada:nasional") == ""
    enter(years, "Ya")
    wait()
    assert row_of(office, "A1").standar["nasional"] == IsianStandar(tidak_ada=True)
    assert shown(years, ids["A1"], "tidak_ada:nasional") == "Ya"
    go_to(years, ids["A1"], "tidak_ada:nasional")
    enter(years, "Tidak")
    wait()
    assert row_of(office, "A1").standar["nasional"] == IsianStandar()


def test_a_block_of_several_years_is_pasted_as_one_deed(
    years: EarlierYears, office: Office, ids: dict[str, UUID], wait: Callable[[], None]
) -> None:
    go_to(years, ids["A1"], "target:2023")
    QGuiApplication.clipboard().setText("80\t60\n50\t55\n")
    QTest.keyClick(years.grid.table, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wait()
    assert row_of(office, "A1").tahun[2023].realisasi == 60
    assert row_of(office, "B1").tahun[2023].capaian.tampil == 110
    assert office.journal.undo() == "Mengisi capaian tahun-tahun sebelumnya"
    wait()
    assert shown(years, ids["A1"], "target:2023") == "–"


def test_delete_clears_a_figure(
    years: EarlierYears, office: Office, ids: dict[str, UUID], wait: Callable[[], None]
) -> None:
    set_target_lama(office, 2023, ids["A1"], Decimal(80))
    wait()
    go_to(years, ids["A1"], "target:2023")
    QTest.keyClick(years.grid.table, Qt.Key.Key_Delete)
    wait()
    assert row_of(office, "A1").tahun[2023].target is None


def test_a_range_as_realisasi_is_refused_in_words(
    years: EarlierYears, ids: dict[str, UUID], monkeypatch: pytest.MonkeyPatch,
    wait: Callable[[], None],
) -> None:  # fmt: skip
    said: list[str] = []
    monkeypatch.setattr(
        "kinerja_desktop.ui.base.dialogs.explain", lambda parent, error: said.append(str(error))
    )
    go_to(years, ids["A1"], "realisasi:2023")
    enter(years, "7-8")
    wait()
    assert said or "rentang" in years.grid.line.text()


def test_the_line_below_says_why_a_cell_is_locked(
    years: EarlierYears, office: Office, ids: dict[str, UUID], wait: Callable[[], None]
) -> None:
    set_realisasi(office, ids["A1"], Periode(2024, 4), Decimal(88))
    wait()
    go_to(years, ids["A1"], "realisasi:2024")
    assert years.reason.text().startswith("Realisasi 2024 dihitung dari isian")
    go_to(years, ids["A1"], "sumber:kabupaten")
    assert years.reason.text() == ""
    years.grid.table.setCurrentIndex(years.grid.model.index(0, 0))
    assert years.reason.text() == ""


def test_the_indicator_is_named_above_while_its_column_is_scrolled_away(
    years: EarlierYears, ids: dict[str, UUID]
) -> None:
    assert not years.grid.row_name.isVisible()
    go_to(years, ids["B2"], "sumber:kabupaten")
    assert years.grid.row_name.isVisible()
    assert years.grid.row_name.text() == "Indikator B2 (%)"
    go_to(years, ids["A1"], "target:2021")
    years.grid.table.horizontalScrollBar().setValue(0)
    assert not years.grid.row_name.isVisible()


def test_the_hint_says_where_the_budget_of_those_years_is_entered(years: EarlierYears) -> None:
    assert "2021–2024" in years.words.text()
    assert "halaman Anggaran" in years.words.text()


def test_another_year_shows_its_own_years(
    years: EarlierYears, context: Context, wait: Callable[[], None]
) -> None:
    years.reload()
    context.set_periode(Periode(TAHUN + 1))
    years.reload()
    wait()
    assert "2022–2025" in years.words.text()


def test_without_indicators_the_page_says_what_to_do(
    qtbot: QtBot, context: Context, wait: Callable[[], None]
) -> None:
    widget = EarlierYears(context)
    qtbot.addWidget(widget)
    widget.reload()
    wait()
    assert "di Renstra & IKU, lalu isi capaian" in widget.empty.text()
    assert widget.empty.isVisibleTo(widget)
    assert not widget.grid.isVisibleTo(widget)
