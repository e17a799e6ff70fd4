"""A page that shows a table reloads when it changes: what it reads is compared with what it says.

The tables are taken from the very statements that SQLite was given, whichever thread and session
sent them.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QTabWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from kinerja_desktop.services.dokumen import surat
from kinerja_desktop.services.evaluasi.dokumen import EVALUASI
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_papers import make_final
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman import transfer
from kinerja_desktop.services.pengukuran import bukti
from kinerja_desktop.services.sop.cases import start_case
from kinerja_desktop.services.sop.library import list_sop
from kinerja_desktop.store.records import RECORDS
from kinerja_desktop.ui.evaluasi.entry import EVALUASI_PAGE
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES
from tests.finals import finalize
from tests.services.dokumen.papers import (
    TAHUN,
    TANGGAL,
    finalize_triwulan,
    give_iki,
    indikator_id,
    sign_perjanjian,
)
from tests.services.evaluasi.office import TW3, fill_evaluasi
from tests.ui.window import current_page, open_window

_TABLE = re.compile(rf"(?<![.\w])(?<!AS )({'|'.join(RECORDS)})(?!\w)")


@contextmanager
def statements(office: Office) -> Iterator[set[str]]:
    """Collect the tables that any statement names meanwhile."""
    found: set[str] = set()

    def hear(_connection: Any, _cursor: Any, statement: str, *_: Any) -> None:
        found.update(_TABLE.findall(statement))

    event.listen(office.engine, "before_cursor_execute", hear)
    try:
        yield found
    finally:
        event.remove(office.engine, "before_cursor_execute", hear)


def fill(office: Office, tmp_path: Path) -> None:
    """Give the sample office something of everything that a page looks at."""
    sign_perjanjian(office)
    give_iki(office)
    (tmp_path / "Survei.pdf").write_bytes(b"hasil survei")
    bukti.attach_bukti(office, indikator_id(office), TAHUN, tmp_path / "Survei.pdf")
    surat.set_nomor(office, TAHUN, "065/1")
    start_case(office, list_sop(office)[0].id, TAHUN)
    finalize_triwulan(office)


def sign(office: Office, folder: Path) -> None:
    """Make the year final, and send it."""
    finalize(office, TAHUN, TANGGAL)
    transfer.send_package(office, transfer.compose_package(office, TAHUN), folder)


def rest(qtbot: QtBot, window: MainWindow) -> None:
    """Wait until nothing is read, and no page is about to read."""

    def is_quiet() -> bool:
        timers = current_page(window).findChildren(QTimer)
        waiting = any(timer.isActive() and timer.isSingleShot() for timer in timers)
        return not waiting and window.context.tasks.pending == 0

    qtbot.waitUntil(is_quiet, timeout=20_000)


def read_tables(qtbot: QtBot, window: MainWindow, key: str) -> set[str]:
    """Show a page and each of its tabs; return the tables that were read for it."""
    window.open_page(key)
    page = current_page(window)
    rest(qtbot, window)
    with statements(window.context.office) as found:
        page.reload()
        rest(qtbot, window)
        for tabs in page.findChildren(QTabWidget):
            for number in range(tabs.count()):
                tabs.setCurrentIndex(number)
                rest(qtbot, window)
    return found


def test_a_page_reloads_for_every_table_that_it_reads(
    qtbot: QtBot, muncar: Office, tmp_path: Path
) -> None:
    fill(muncar, tmp_path)
    with open_window(qtbot, muncar, [entry.load() for entry in PAGES], TAHUN) as window:
        draft = {entry.KEY: read_tables(qtbot, window, entry.KEY) for entry in PAGES}
        sign(muncar, tmp_path)
        # The frame tells of the office too, and has read it when the page is at rest.
        rest(qtbot, window)
        final = {entry.KEY: read_tables(qtbot, window, entry.KEY) for entry in PAGES}
    found = {entry.KEY: draft[entry.KEY] | final[entry.KEY] for entry in PAGES}
    missing = {entry.KEY: sorted(found[entry.KEY] - entry.TABLES) for entry in PAGES}
    assert {key: tables for key, tables in missing.items() if tables} == {}
    # The rows of one come from the trail itself; the other shows a triwulan and is tried below.
    assert {key for key, tables in found.items() if not tables} == {"riwayat", "evaluasi"}


def test_the_evaluation_of_a_triwulan_reloads_for_every_table_that_it_reads(
    qtbot: QtBot, office: Office
) -> None:
    fill_evaluasi(office)
    with open_window(qtbot, office, [EVALUASI_PAGE.load()], TW3) as window:
        found = read_tables(qtbot, window, EVALUASI_PAGE.KEY)
        make_final(office, EVALUASI, Permintaan(EVALUASI.kunci, TW3), TANGGAL)
        rest(qtbot, window)
        found |= read_tables(qtbot, window, EVALUASI_PAGE.KEY)
    assert sorted(found - EVALUASI_PAGE.TABLES) == []
    assert "evaluasi_renja" in found
