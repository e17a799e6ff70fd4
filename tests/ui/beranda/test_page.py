from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.pengukuran.ukur import set_realisasi
from kinerja_desktop.services.sop.cases import start_case
from kinerja_desktop.services.sop.library import list_sop
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.beranda.page import BerandaPage
from tests.conftest import Clock
from tests.finals import finalize

TAHUN = Periode(2024)


@pytest.fixture
def page(qtbot: QtBot, sample: Context) -> BerandaPage:
    made = BerandaPage(sample)
    qtbot.addWidget(made)
    return made


def show(qtbot: QtBot, page: BerandaPage) -> None:
    page.resize(1100, 700)
    page.show()
    qtbot.waitUntil(lambda: page.context.tasks.pending == 0)
    # Widgets added to a shown page appear with the next layout.
    qtbot.wait(20)


def words(card: QWidget) -> str:
    return "\n".join(label.text() for label in card.findChildren(QLabel))


def click(qtbot: QtBot, card: QWidget, text: str) -> None:
    button = next(b for b in card.findChildren(QPushButton) if b.text() == text and b.isVisible())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_cards_tell_how_the_year_stands(qtbot: QtBot, page: BerandaPage) -> None:
    show(qtbot, page)
    assert "Tidak ada yang jatuh tempo" in words(page.due)
    assert "Belum ada SOP yang dijalankan." in words(page.steps)
    assert "Rata-rata capaian 102,88% (Sangat Tinggi), 9 dari 9 indikator." in words(page.chart)
    assert "△ Nilai SAKIP Kecamatan: di bawah target" in words(page.missing)


@pytest.mark.parametrize(
    ("card", "button", "key"),
    [("steps", "Mulai SOP…", "sop"), ("missing", "Buka Pengukuran", "pengukuran")],
)
def test_every_card_leads_to_its_page(
    qtbot: QtBot, page: BerandaPage, card: str, button: str, key: str
) -> None:
    show(qtbot, page)
    wanted: list[str] = []
    page.context.page_wanted.connect(lambda name, argument: wanted.append(name))
    click(qtbot, getattr(page, card), button)
    assert wanted == [key]


def test_what_is_late_is_said_in_working_days(
    qtbot: QtBot, page: BerandaPage, clock: Clock
) -> None:
    clock.moment += timedelta(days=60)
    show(qtbot, page)
    assert "28 Februari 2025, terlambat" in words(page.due)
    wanted: list[str] = []
    page.context.page_wanted.connect(lambda name, argument: wanted.append(name))
    click(qtbot, page.due, "Buka")
    assert wanted == ["lkjip"]


def test_running_sops_show_their_next_step(qtbot: QtBot, page: BerandaPage) -> None:
    office = page.context.office
    for triwulan in (None, 1, 2, 3):
        for item in list_sop(office)[:2]:
            start_case(office, item.id, Periode(2024, triwulan))
    show(qtbot, page)
    assert "dan 2 pelaksanaan lain." in words(page.steps)
    wanted: list[object] = []
    page.context.page_wanted.connect(lambda name, argument: wanted.append((name, argument)))
    click(qtbot, page.steps, "Buka")
    assert isinstance(wanted[0], tuple)
    assert wanted[0][0] == "sop"
    assert wanted[0][1] is not None


def test_a_final_year_can_be_sent(qtbot: QtBot, page: BerandaPage) -> None:
    finalize(page.context.office, TAHUN, date(2025, 1, 31))
    show(qtbot, page)
    assert "sudah final" in words(page.missing)
    click(qtbot, page.missing, "Kirim ke Bappeda")


def test_a_long_list_of_gaps_is_cut_and_counted(qtbot: QtBot, page: BerandaPage) -> None:
    office = page.context.office
    for row in list_rows(office, "indikator"):
        set_realisasi(office, row["id"], TAHUN, None)
    show(qtbot, page)
    assert "dan 3 hal lain." in words(page.missing)
    assert "Penanggung jawab belum diisi (9 indikator)" in words(page.missing)


def test_a_complete_year_says_so(qtbot: QtBot, page: BerandaPage) -> None:
    page.context.set_periode(Periode(2023))
    show(qtbot, page)
    assert "lengkap dan dapat dijadikan final" in words(page.missing)


def test_an_empty_year_says_what_to_do(qtbot: QtBot, page: BerandaPage) -> None:
    page.context.set_periode(Periode(2019))
    show(qtbot, page)
    assert "Belum ada indikator untuk periode ini." in words(page.chart)


def test_the_page_follows_the_data(qtbot: QtBot, page: BerandaPage) -> None:
    show(qtbot, page)
    start_case(page.context.office, list_sop(page.context.office)[0].id, TAHUN)
    qtbot.waitUntil(lambda: "Tahun 2024" in words(page.steps))
