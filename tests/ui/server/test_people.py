"""Who is in, what others do, and what a reader is told."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.kantor.connection import list_people, may_write
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.store.backing import Person
from kinerja_desktop.store.postgres.roles import Peran, make_roles, set_user
from kinerja_desktop.ui.base.people import PeopleDialog, describe_person
from kinerja_desktop.ui.base.reading_only import ReaderBand
from kinerja_desktop.ui.pengaturan.page import PengaturanPage
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.riwayat.page import RiwayatPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.tables.record_form import RecordForm
from tests.postgres import BUDI, SRI, Cluster
from tests.ui.window import current_page, open_window, settle

_CELLS = [(row, column) for row in range(4) for column in range(6)]
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_the_list_names_every_window_once_with_its_pc(sri: Office, budi: Office) -> None:
    people = list_people(sri)
    assert [(person.nama, person.adalah_saya) for person in people] == [(BUDI, False), (SRI, True)]
    for person in people:
        assert person.komputer
        assert person.sejak is not None
        assert abs(datetime.now(UTC) - person.sejak) < timedelta(minutes=2)


def test_a_folder_has_one_person(office: Office) -> None:
    assert list_people(office) == [Person("Operator", adalah_saya=True)]
    assert may_write(office)
    assert office.place.is_reachable()


def test_a_person_is_one_line() -> None:
    moment = datetime(2026, 3, 2, 1, 30, tzinfo=UTC)
    assert describe_person(Person("sri", moment, "PC-2")) == (
        "sri, sejak 2 Maret 2026 08.30, di komputer PC-2"
    )
    assert describe_person(Person("sri", adalah_saya=True)) == "sri (Anda, jendela ini)"


def test_the_status_bar_counts_people_and_tells_who(
    qtbot: QtBot, window: MainWindow, sri: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    button = window.foot.people_button
    assert button.text() == "2 orang bekerja"
    assert button.isVisible()
    shown: list[str] = []

    def look(dialog: PeopleDialog) -> int:
        settle(qtbot, window)
        shown.append(dialog.people.lines.text())
        return 0

    monkeypatch.setattr(PeopleDialog, "exec", look)
    button.click()
    assert f"• {SRI}, sejak" in shown[0]
    assert f"• {BUDI} (Anda, jendela ini)" in shown[0]


def test_riwayat_tells_who_is_in_where_several_can_be(qtbot: QtBot, budi: Office) -> None:
    with open_window(qtbot, budi, (RiwayatPage,)) as window:
        page = current_page(window)
        assert isinstance(page, RiwayatPage)
        page.tabs.setCurrentWidget(page.people)
        settle(qtbot, window)
        assert SRI in page.people.lines.text()


@pytest.fixture
def reader(cluster: Cluster, database: str, budi: Office) -> Iterator[Office]:
    """The same office as somebody has it open who may only read."""
    with budi.engine.begin() as connection:
        make_roles(connection, database)
    address = cluster.address(database, budi.folder.with_name("pembaca"), "tamu")
    set_user(cluster.address(database, budi.folder), "tamu", Peran.PEMBACA)
    office = open_office(address)
    yield office
    office.close()
    cluster.drop(database)
    for peran in Peran:
        cluster.execute(f'DROP ROLE "{database}_{peran}"')
    cluster.execute("DROP ROLE tamu")


def test_a_reader_is_told_at_once_and_nothing_opens_to_be_typed_in(
    qtbot: QtBot, reader: Office, ids: dict[str, UUID]
) -> None:
    assert not may_write(reader)
    with open_window(qtbot, reader, (PengukuranPage, PengaturanPage)) as window:
        band = window.findChild(ReaderBand)
        assert isinstance(band, QLabel)
        assert band.isVisible()
        assert "pembaca" in band.text()
        page = current_page(window)
        assert isinstance(page, PengukuranPage)
        assert page.table.editTriggers() == page.table.EditTrigger.NoEditTriggers
        page.table.selectAll()
        page.table.clear_cells()
        before = [page.table.model().index(row, column).data() for row, column in _CELLS]
        # One column goes the way of every table, a wide block that of Pengukuran.
        for block in ("12", "12\t13\n14\t15", "bukan angka\tbukan angka"):
            QGuiApplication.clipboard().setText(block)
            page.table.paste()
        assert [page.table.model().index(row, column).data() for row, column in _CELLS] == before
        window.open_page(PengaturanPage.KEY)
        settle(qtbot, window)
        form = current_page(window).findChild(RecordForm)
        assert isinstance(form, RecordForm)
        assert form.isEnabled(), "it can be scrolled"
        assert not any(editor.isEnabled() for editor in form.editors.values())
