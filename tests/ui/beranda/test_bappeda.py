"""The first page of Bappeda: what it says when empty, and where each line leads."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.komentar import tulis_komentar
from kinerja_desktop.services.penerimaan.unit import list_unit, set_tenggat
from kinerja_desktop.ui.beranda.bappeda import BerandaBappedaPage
from kinerja_desktop.ui.beranda.cards import Card
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES_BAPPEDA
from tests.services.dokumen.papers import TAHUN
from tests.services.penerimaan.conftest import bappeda, sent, sticks
from tests.services.penerimaan.senders import take
from tests.ui.window import current_page, open_window, settle

__all__ = ["bappeda", "sent", "sticks"]

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot, bappeda: Office) -> Iterator[MainWindow]:
    with open_window(qtbot, bappeda, PAGES_BAPPEDA, Periode(2024)) as opened:
        yield opened


@pytest.fixture
def page(window: MainWindow) -> BerandaBappedaPage:
    found = current_page(window)
    assert isinstance(found, BerandaBappedaPage)
    return found


def said(card: Card) -> str:
    return "\n".join(label.text() for label in card.findChildren(QLabel) if label.isVisibleTo(card))


def press(qtbot: QtBot, window: MainWindow, card: Card, word: str) -> tuple[str, int]:
    """Press the first such button; return the page that it leads to, and its tab."""
    button = next(
        b for b in card.findChildren(QPushButton) if b.text() == word and b.isVisibleTo(card)
    )
    qtbot.mouseClick(button, LEFT)
    settle(qtbot, window)
    found = current_page(window)
    tabs = getattr(found, "tabs", None)
    window.open_page("beranda")
    settle(qtbot, window)
    return found.KEY, tabs.currentIndex() if tabs else 0


def test_what_is_empty_says_what_to_do(
    qtbot: QtBot, window: MainWindow, page: BerandaBappedaPage
) -> None:
    assert "Tenggat 2024 belum diisi" in said(page.due)
    assert "0 dari 21 unit sudah menyampaikan" in said(page.due)
    assert "Colokkan flashdisk kecamatan" in said(page.latest)
    assert "Tidak ada komentar" in said(page.told)
    assert "tempat kedua" in page.reminder.label.text()
    assert press(qtbot, window, page.due, "Isi tenggat") == ("penerimaan", 4)
    assert press(qtbot, window, page.latest, "Terima paket") == ("penerimaan", 0)
    assert press(qtbot, window, page.told, "Tulis komentar") == ("penerimaan", 2)
    assert press(qtbot, window, page.missing, "Rekap")[0] == "rekap"


def test_letters_are_offered_where_there_is_a_deadline_to_remind_of(
    qtbot: QtBot, window: MainWindow, page: BerandaBappedaPage, bappeda: Office
) -> None:
    def offered() -> bool:
        buttons = page.missing.findChildren(QPushButton)
        return any(b.text() == "Surat pengingat" and b.isVisibleTo(page.missing) for b in buttons)

    assert not offered(), "no deadline is known"
    today = bappeda.today()
    # The day after tomorrow: what is due then can be reminded of by its triwulan.
    set_tenggat(bappeda, Periode(2024, 1), today + timedelta(days=2))
    settle(qtbot, window)
    assert offered()
    assert press(qtbot, window, page.missing, "Surat pengingat") == ("penerimaan", 0)
    assert window.context.periode == Periode(2024, 1)
    window.context.set_periode(Periode(2024))
    set_tenggat(bappeda, Periode(2024, 1), today - timedelta(days=2))
    settle(qtbot, window)
    assert offered()
    assert press(qtbot, window, page.missing, "Surat pengingat") == ("penerimaan", 0)
    assert window.context.periode == Periode(2024)


def test_a_list_without_units_asks_for_them(
    qtbot: QtBot, window: MainWindow, page: BerandaBappedaPage, bappeda: Office
) -> None:
    with bappeda.journal.action("Tidak ada") as session:
        for unit in list_unit(bappeda):
            session.merge(unit).aktif = False
    settle(qtbot, window)
    assert "Belum ada unit" in said(page.due)
    assert press(qtbot, window, page.due, "Isi unit") == ("penerimaan", 3)


def test_lines_tell_of_days_names_packages_and_comments(
    qtbot: QtBot, window: MainWindow, page: BerandaBappedaPage, bappeda: Office, sticks: Path
) -> None:
    set_tenggat(bappeda, TAHUN, date(2025, 2, 7))
    take(bappeda, sticks / "v1", sticks / "klakah")
    key = next(unit.id for unit in list_unit(bappeda) if unit.nama == "Klakah")
    for number in range(8):
        tulis_komentar(bappeda, key, TAHUN, f"Nomor {number} " + "panjang " * 30)
    settle(qtbot, window)
    assert "2 dari 21 unit sudah menyampaikan, 2 di antaranya terlambat" in said(page.due)
    assert "Paling lambat 7 Februari 2025, lewat 3 hari" in said(page.due)
    missing = said(page.missing)
    assert "Tahun 2024, 19 unit" in missing
    assert "Kecamatan Candipuro" not in missing
    assert "Kecamatan Gucialit, Jatiroto, Kedungjajang, Kunir," in missing
    assert "Kecamatan Klakah, Tahun 2024, versi 1" in said(page.latest)
    assert "dan 2 komentar lain" in said(page.told)
    assert "Belum ditulis ke berkas" in said(page.told)
    assert press(qtbot, window, page.told, "Buka") == ("penerimaan", 2)


def test_all_delivered_is_said(
    qtbot: QtBot, window: MainWindow, page: BerandaBappedaPage, bappeda: Office, sticks: Path
) -> None:
    with bappeda.journal.action("Hanya Klakah") as session:
        for unit in list_unit(bappeda):
            session.merge(unit).aktif = unit.nama == "Klakah"
    take(bappeda, sticks / "klakah")
    settle(qtbot, window)
    assert "Semua unit sudah menyampaikan" in said(page.missing)
