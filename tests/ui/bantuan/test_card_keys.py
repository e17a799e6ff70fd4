"""The pocket card has every key of the window: what F1 lists on the screen is on paper too."""

import re

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QTabBar
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.bantuan.isi import KARTU, read_bantuan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.bantuan.shortcuts import list_shortcuts, list_window_shortcuts
from kinerja_desktop.ui.shell.pages import PAGES
from tests.journeys.clerk import Clerk, at_work
from tests.ui.window import current_page

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def keys_of(clerk: Clerk) -> set[str]:
    """Every key of the window and of all pages in all their tabs, but for the letters of Alt."""
    found = list_window_shortcuts(clerk.window)
    for entry in PAGES:
        clerk.window.open_page(entry.KEY)
        clerk.wait()
        page = current_page(clerk.window)
        found += list_shortcuts(page)
        for bar in page.findChildren(QTabBar):
            for place in range(bar.count()):
                bar.setCurrentIndex(place)
                clerk.wait()
                found += list_shortcuts(page)
    keys = {key for item in found for key in item.keys.split(" atau ")}
    return {key for key in keys if not key.startswith("Alt+")}


def test_every_key_is_on_the_card(qtbot: QtBot, muncar: Office) -> None:
    card = " ".join(blok.teks for bagian in read_bantuan()[KARTU].bagian for blok in bagian.blok)
    told = set(re.findall(r"[^\s,;:()]+", card))
    with at_work(qtbot, muncar, Periode(2024, 2)) as clerk:
        keys = keys_of(clerk)
    assert {"F1", "Ctrl+D", "Ctrl+Ins", "Ctrl+L"} <= keys
    assert keys - told == set()


def test_the_list_of_keys_leads_to_the_card(qtbot: QtBot, muncar: Office) -> None:
    with at_work(qtbot, muncar, Periode(2024)) as clerk:
        clerk.shortcut("F1")
        pane = clerk.window.help.pane
        assert pane is not None
        assert pane.text.toPlainText().endswith("Cetak semua pintasan (kartu saku)…")
        pane.print_wanted.disconnect()
        with qtbot.waitSignal(pane.print_wanted) as signal:
            pane.text.anchorClicked.emit(QUrl("cetak:kartu"))
        assert signal.args == ["kartu"]
        assert pane.place() == "halaman/beranda"
