"""The log of deliveries: the cursor stands on the package that waits for its receipt."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kiriman.delivery import Terkirim
from kinerja_desktop.ui.kirim.log import DeliveryLog


def sent(day: int) -> Terkirim:
    moment = datetime(2025, 2, day, 2, 0, tzinfo=UTC)
    return Terkirim(uuid4(), moment, Periode(2024), f"SAKIP_{day}", "E:", 9, 10_000, "", "")


def test_the_cursor_goes_to_what_is_new_and_else_stays(qtbot: QtBot) -> None:
    log = DeliveryLog()
    qtbot.addWidget(log)
    first, second, third = sent(3), sent(4), sent(5)
    log.show_rows([second, first])
    assert log.current() == second
    log.table.choose(lambda row: row == first)
    log.show_rows([second, first])
    assert log.current() == first
    log.show_rows([third, second, first])
    assert log.current() == third
    received = replace(third, penerima="Siti Aminah")
    log.show_rows([received, second, first])
    assert log.current() == received
    log.model.sort(0)  # the oldest first
    newest = sent(6)
    log.show_rows([newest, received, second, first])
    assert log.current() == newest
