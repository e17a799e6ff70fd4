"""Budi's window and Sri's office on one database, and what Budi chooses where they meet."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtWidgets import QTableWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.ui.base import meeting
from kinerja_desktop.ui.base.meeting import Choice, MeetingDialog
from kinerja_desktop.ui.pengaturan.page import PengaturanPage
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.rencana.rencana_aksi_page import RencanaAksiPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.postgres import BUDI, SRI, Cluster
from tests.services.kantor.small import fill_kantor
from tests.ui.window import open_window


class Chooser:
    """Answers the dialog, and remembers what it showed."""

    def __init__(self) -> None:
        self.answers: list[Choice] = []
        self.shown: list[list[str]] = []
        self.offered: list[list[Choice]] = []

    def answer(self, dialog: MeetingDialog) -> None:
        table = dialog.table
        self.shown += [
            [_text(table, row, column) for column in range(table.columnCount())]
            for row in range(table.rowCount())
        ]
        self.offered.append(list(dialog.buttons))
        dialog.buttons[self.answers.pop(0)].click()


def _text(table: QTableWidget, row: int, column: int) -> str:
    item = table.item(row, column)
    assert item is not None
    return item.text()


@pytest.fixture
def chooser(monkeypatch: pytest.MonkeyPatch) -> Chooser:
    found = Chooser()
    monkeypatch.setattr(meeting.MeetingDialog, "exec", lambda dialog: found.answer(dialog))
    return found


@pytest.fixture
def database(cluster: Cluster) -> Iterator[str]:
    name = cluster.new_office()
    yield name
    cluster.drop(name)


@pytest.fixture
def sri(
    cluster: Cluster, database: str, tmp_path: Path, clock: Callable[[], datetime]
) -> Iterator[Office]:
    office = open_office(cluster.address(database, tmp_path / "sri", SRI), clock)
    yield office
    office.close()


@pytest.fixture
def ids(sri: Office) -> dict[str, UUID]:
    return fill_kantor(sri)


@pytest.fixture
def budi(
    cluster: Cluster,
    database: str,
    tmp_path: Path,
    clock: Callable[[], datetime],
    ids: dict[str, UUID],
) -> Iterator[Office]:
    del ids
    office = open_office(cluster.address(database, tmp_path / "budi", BUDI), clock)
    yield office
    office.close()


@pytest.fixture
def window(qtbot: QtBot, budi: Office) -> Iterator[MainWindow]:
    pages = (PengukuranPage, RencanaAksiPage, PengaturanPage)
    with open_window(qtbot, budi, pages) as opened:
        yield opened
