from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.siklus import KeadaanTahap, Siklus, Tahap
from kinerja_desktop.services.awal.beranda import read_beranda
from kinerja_desktop.services.awal.setup import KantorBaru, PejabatAwal, set_up
from kinerja_desktop.services.awal.siklus import PanduanSiklus
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.beranda.next_steps import NextSteps
from kinerja_desktop.ui.beranda.page import BerandaPage
from kinerja_desktop.ui.pengaturan.page import PengaturanPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.tables.data_page import DataPage
from tests.ui.window import current_page


@pytest.fixture
def young(context: Context) -> Context:
    camat = PejabatAwal("Edwi", "Camat Candipuro", "camat", date(2025, 1, 1))
    kantor = KantorBaru({"kecamatan": "Candipuro", "tempat": "Lumajang"}, 2025, (camat,))
    set_up(context.office, kantor)
    return context


def settle(qtbot: QtBot, context: Context) -> None:
    qtbot.waitUntil(lambda: context.tasks.pending == 0)
    qtbot.wait(20)


def texts(card: NextSteps) -> list[str]:
    return [label.text() for label in card.findChildren(QLabel) if label.isVisible()]


def test_each_line_opens_its_page_and_the_list_ticks_itself_off(
    qtbot: QtBot, young: Context
) -> None:
    window = MainWindow(young)
    qtbot.addWidget(window)
    window.show()
    window.open_page("beranda")
    settle(qtbot, young)
    page = current_page(window)
    assert isinstance(page, BerandaPage)
    assert "1. Identitas & pejabat" in texts(page.guide)
    assert "sisa sedikitnya 51 menit" in page.guide.left.text()
    (now,) = [b for b in page.guide.findChildren(QPushButton) if b.text() == "Kerjakan"]
    assert now.accessibleName() == (
        "Kerjakan: Identitas & pejabat, alamat kantor belum diisi, nama Bupati belum diisi, "
        "NIP Camat belum diisi, pangkat Camat belum diisi"
    )
    qtbot.mouseClick(now, Qt.MouseButton.LeftButton)
    settle(qtbot, young)
    assert current_page(window).KEY == "pengaturan"
    settings = current_page(window)
    assert isinstance(settings, PengaturanPage)
    assert window.focusWidget() is settings.office_tab.form.editors["alamat"]
    (instansi,) = list_rows(young.office, "instansi")
    change_field(young.office, "instansi", instansi["id"], "alamat", "Jl. Raya 1")
    change_field(young.office, "instansi", instansi["id"], "bupati", "Indah")
    (camat,) = list_rows(young.office, "pejabat")
    change_field(young.office, "pejabat", camat["id"], "nip", "197001012000011001")
    change_field(young.office, "pejabat", camat["id"], "pangkat", "Pembina")
    window.open_page("beranda")
    settle(qtbot, young)
    assert page.guide.done.text() == "✓ Identitas & pejabat"
    assert "1. Identitas & pejabat" not in texts(page.guide)
    window.close()


@pytest.mark.parametrize(
    ("tahap", "tab", "button"),
    [(Tahap.RENSTRA, 0, "Ta&mbah"), (Tahap.IKU, 3, "Ta&mbah"), (Tahap.PAGU, 2, "Ta&mbah")],
)
def test_the_keyboard_goes_on_where_something_is_missing(
    qtbot: QtBot, young: Context, tahap: Tahap, tab: int, button: str
) -> None:
    window = MainWindow(young)
    qtbot.addWidget(window)
    window.show()
    key, argument = read_beranda(young.office, Periode(2025)).panduan.find_tempat(tahap)
    window.open_page(key, argument)
    settle(qtbot, young)
    page = current_page(window)
    assert isinstance(page, DataPage)
    assert page.tabs.currentIndex() == tab
    focused = window.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == button
    window.close()


SOME = Siklus("Tahun 2025", (KeadaanTahap(Tahap.IKU, "3 indikator", 0),
                             KeadaanTahap(Tahap.TARGET, "belum", 5)))  # fmt: skip
PLACES = dict.fromkeys(Tahap, ("renstra", None))


def test_it_folds_when_a_package_was_sent_and_can_be_shown_again(
    qtbot: QtBot, context: Context
) -> None:
    card = NextSteps(context)
    qtbot.addWidget(card)
    assert not card.isVisible()
    card.show_panduan(PanduanSiklus(SOME, Periode(2025), PLACES, is_finished=True))
    assert not card.rows.isVisible()
    assert card.heading.text() == "Langkah sampai paket terkirim"
    assert card.left.text() == "1 dari 2 selesai, tinggal Target: belum"
    qtbot.mouseClick(card.fold_button, Qt.MouseButton.LeftButton)
    assert card.rows.isVisible()
    assert card.left.text() == "1 dari 2 selesai, sisa sekitar 5 menit pengisian"
    again = NextSteps(context)
    qtbot.addWidget(again)
    again.show_panduan(PanduanSiklus(SOME, Periode(2025), PLACES, is_finished=True))
    assert again.rows.isVisible()
    qtbot.mouseClick(again.fold_button, Qt.MouseButton.LeftButton)
    assert not again.rows.isVisible()
    assert again.fold_button.text() == "Tampilkan"


def test_what_did_not_change_is_not_built_again(qtbot: QtBot, context: Context) -> None:
    card = NextSteps(context)
    qtbot.addWidget(card)
    panduan = PanduanSiklus(SOME, Periode(2025), PLACES, is_finished=False)
    card.show_panduan(panduan)
    before = card.findChildren(QPushButton)
    card.show_panduan(panduan)
    assert card.findChildren(QPushButton) == before


def test_nothing_is_left_when_all_is_done(qtbot: QtBot, context: Context) -> None:
    card = NextSteps(context)
    qtbot.addWidget(card)
    card.show_panduan(
        PanduanSiklus(Siklus("Tahun 2025", SOME.tahap[:1]), Periode(2025), PLACES, False)
    )
    assert card.left.text() == "Semua 1 langkah Tahun 2025 selesai."
    assert not card.rows.isVisible()
