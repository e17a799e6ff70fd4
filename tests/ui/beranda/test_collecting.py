"""Beranda counts who has not handed in, and leads there."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengumpulan.baca import plan_terima
from kinerja_desktop.services.pengumpulan.terima import take_in
from kinerja_desktop.ui.beranda.page import BerandaPage
from kinerja_desktop.ui.pengumpulan.page import PengumpulanPage
from tests.conftest import Clock
from tests.services.pengumpulan.office import (
    KASI,
    KASUBBAG,
    PERIODE,
    Filler,
    give_holders,
    indikator_of,
    send,
)
from tests.ui.sop.window import press
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def words(page: BerandaPage) -> str:
    return "\n".join(label.text() for label in page.missing.findChildren(QLabel))


def test_who_owes_data_is_counted_and_one_press_away(
    qtbot: QtBot, muncar: Office, tmp_path: Path, clock: Clock
) -> None:
    clock.moment = datetime(2024, 7, 15, 2, 0, tzinfo=UTC)
    give_holders(muncar)
    forms = send(muncar, tmp_path / "flashdisk")
    with open_window(qtbot, muncar, (BerandaPage, PengumpulanPage), PERIODE) as window:
        page = current_page(window)
        assert isinstance(page, BerandaPage)
        settle(qtbot, window)
        qtbot.wait(20)
        assert f"Belum menyerahkan 3 data: {KASI}, terlambat 3 hari kerja" in words(page)
        assert f"Belum menyerahkan 11 data: {KASUBBAG}, terlambat 3 hari kerja" in words(page)
        assert "0 dari 2 pemegang data lengkap, 2 terlambat" in words(page)
        first, *rest = indikator_of(muncar, KASI)
        filler = Filler(forms[KASI]).fill(first.id, pembilang=90, penyebut=100)
        for row in rest:
            filler.fill(row.id, nilai=80)
        take_in(muncar, plan_terima(muncar, [filler.save()], PERIODE))
        settle(qtbot, window)
        qtbot.wait(20)
        assert KASI not in words(page)
        assert "1 dari 2 pemegang data lengkap, 1 terlambat" in words(page)
        (button,) = [
            button
            for button in page.missing.findChildren(QPushButton)
            if button.text() == "Buka Pengumpulan Data" and button.isVisible()
        ]
        press(qtbot, window, button)
        assert isinstance(current_page(window), PengumpulanPage)
