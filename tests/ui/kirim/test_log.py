"""The log of deliveries: the cursor stands on the package that waits for its receipt."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kiriman.delivery import Terkirim
from kinerja_desktop.ui.base.wrapping import parts_of
from kinerja_desktop.ui.kirim.log import DeliveryLog
from kinerja_desktop.ui.shell.application import make_application


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


def test_packages_of_a_year_are_told_apart_on_a_small_screen(qtbot: QtBot) -> None:
    """670 px is what 1366×768 at 150 % leaves for the page."""
    make_application()
    log = DeliveryLog()
    qtbot.addWidget(log)
    names = [f"SAKIP_CONTOH_2024_TAHUNAN_2025022{day}" for day in (5, 6)]
    rows = [replace(sent(5), nama=name, kode="JNR4-83CP-9D14-Q23Z") for name in names]
    log.show_rows(rows)
    log.resize(670, 400)
    log.show()
    table, model = log.table, log.table.model()
    heads = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(8)]
    for head in ("Nama paket", "Kode verifikasi"):
        # What is read of it is one of its parts at the least, so as many lines show it whole.
        place = heads.index(head)
        parts = parts_of(model.index(0, place).data())
        widest = max(map(table.fontMetrics().horizontalAdvance, parts))
        assert table.columnWidth(place) >= widest + 14
    # SAKIP_ CONTOH_2024_ TAHUNAN_ 20250225
    qtbot.waitUntil(lambda: table.rowHeight(0) >= 4 * table.fontMetrics().height())
