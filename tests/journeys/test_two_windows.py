"""Sri and Budi have one office open in two windows, on a server: a morning's work of both."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlmodel import select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.pengukuran.ukur import find_status
from kinerja_desktop.services.riwayat.maintenance import check_office
from kinerja_desktop.services.surat.books import add_books
from kinerja_desktop.store.records import Instansi
from kinerja_desktop.ui.base.meeting import Choice, MeetingDialog
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.riwayat.page import RiwayatPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.people_button import PeopleButton
from tests.finals import finalize
from tests.postgres import BUDI, SRI, Cluster
from tests.services.kantor.small import TAHUN, fill_kantor
from tests.services.surat.letters import begin, finish, numbers
from tests.ui.server.conftest import Chooser
from tests.ui.server.test_meeting import edit, labels, leave, shown, stored
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PERIODE, DAY = Periode(TAHUN), date(2025, 1, 15)
#: So long somebody else's figure may take to appear; the issue asks for a second.
SECOND = 1_000


@pytest.fixture
def database(cluster: Cluster) -> Iterator[str]:
    name = cluster.new_office()
    yield name
    cluster.drop(name)


def page_of(window: MainWindow) -> PengukuranPage:
    page = current_page(window)
    assert isinstance(page, PengukuranPage)
    return page


def type_in(qtbot: QtBot, window: MainWindow, key: UUID, text: str) -> None:
    window.activateWindow()
    leave(qtbot, edit(page_of(window), key, text))


def test_two_people_work_on_one_office(
    qtbot: QtBot,
    cluster: Cluster,
    database: str,
    tmp_path: Path,
    clock: Callable[[], datetime],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chooser = Chooser()
    monkeypatch.setattr(MeetingDialog, "exec", lambda dialog: chooser.answer(dialog))
    sri = open_office(cluster.address(database, tmp_path / "sri", SRI), clock)
    ids = fill_kantor(sri)
    budi = open_office(cluster.address(database, tmp_path / "budi", BUDI), clock)
    with ExitStack() as open_now:
        open_now.callback(sri.close)
        hers = open_now.enter_context(open_window(qtbot, sri, (PengukuranPage, RiwayatPage)))
        with ExitStack() as his_desk:
            his_desk.callback(budi.close)
            his = his_desk.enter_context(open_window(qtbot, budi, (PengukuranPage,)))
            _fill_different_cells(qtbot, hers, his, ids)
            _meet_on_one_cell(qtbot, hers, his, ids, chooser)
            _take_back_only_ones_own(qtbot, hers, his, ids)
            _take_letter_numbers(sri, budi)
            _finalise_at_once(qtbot, hers, his, sri, budi, ids)
        # Budi has gone home.
        settle(qtbot, hers)
        hers.foot.people_button.refresh()
        qtbot.waitUntil(lambda: hers.foot.people_button.text() == "1 orang bekerja")
        assert check_office(sri) == []


def _fill_different_cells(
    qtbot: QtBot, hers: MainWindow, his: MainWindow, ids: dict[str, UUID]
) -> None:
    for button in (hers.foot.people_button, his.foot.people_button):
        button.refresh()
        qtbot.waitUntil(partial(_says, button, "2 orang bekerja"))
    type_in(qtbot, hers, ids["A1"], "81")
    qtbot.waitUntil(lambda: shown(page_of(his), ids["A1"]) == "81", timeout=SECOND)
    type_in(qtbot, his, ids["B1"], "92")
    qtbot.waitUntil(lambda: shown(page_of(hers), ids["B1"]) == "92", timeout=SECOND)


def _says(button: PeopleButton, text: str) -> bool:
    return button.text() == text


def _is_closed(window: MainWindow) -> bool:
    return not page_of(window).model.can_enter


def _meet_on_one_cell(
    qtbot: QtBot, hers: MainWindow, his: MainWindow, ids: dict[str, UUID], chooser: Chooser
) -> None:
    his.activateWindow()
    editor = edit(page_of(his), ids["B2"], "60")
    # Without her window coming to the front: at one PC that would end his typing.
    model = page_of(hers).model
    assert model.store_cells([(model.entry_index(str(ids["B2"])), Decimal(70))])
    qtbot.waitUntil(lambda: shown(page_of(his), ids["B2"]) == "70", timeout=SECOND)
    assert editor.text() == "60"
    chooser.answers = [Choice.MINE]
    leave(qtbot, editor)
    assert [line[2:] for line in chooser.shown] == [["70", "60"]]
    qtbot.waitUntil(lambda: shown(page_of(hers), ids["B2"]) == "60", timeout=SECOND)
    assert labels(hers.context.office)[-1].endswith(f"(menggantikan isian {SRI})")


def _take_back_only_ones_own(
    qtbot: QtBot, hers: MainWindow, his: MainWindow, ids: dict[str, UUID]
) -> None:
    office = hers.context.office
    # Her last deed is the 70 that he wrote over: it cannot be taken back any more.
    with pytest.raises(KinerjaError, match="tidak dapat dibatalkan lagi"):
        office.journal.undo()
    his.top.undo_action.trigger()
    qtbot.waitUntil(lambda: shown(page_of(hers), ids["B2"]) == "70", timeout=SECOND)
    assert stored(office, ids["B1"]) == Decimal(92)
    assert shown(page_of(his), ids["A1"]) == "81"
    type_in(qtbot, hers, ids["B3"], "75")
    qtbot.waitUntil(lambda: shown(page_of(his), ids["B3"]) == "75", timeout=SECOND)


def _take_letter_numbers(sri: Office, budi: Office) -> None:
    with sri.journal.action("Kode unit") as session:
        session.exec(select(Instansi)).one().kode_unit = "427.90"
    add_books(sri)
    letters = [(office, begin(office, "nota-perintah")) for office in (sri, budi) * 3]
    with ThreadPoolExecutor(2) as pool:
        done = [pool.submit(finish, office, key) for office, key in letters]
    for each in done:
        each.result()
    given = [agenda for agenda, _ in numbers(sri)]
    assert sorted(given, key=int) == ["1", "2", "3", "4", "5", "6"]


def _finalise_at_once(
    qtbot: QtBot,
    hers: MainWindow,
    his: MainWindow,
    sri: Office,
    budi: Office,
    ids: dict[str, UUID],
) -> None:
    with ThreadPoolExecutor(2) as pool:
        both = [pool.submit(finalize, office, PERIODE, DAY) for office in (sri, budi)]
    errors = [each.exception() for each in both]
    assert errors.count(None) == 1
    (refused,) = [error for error in errors if error is not None]
    assert isinstance(refused, KinerjaError)
    for window in (hers, his):
        settle(qtbot, window)
        qtbot.waitUntil(partial(_is_closed, window), timeout=5_000)
    assert find_status(budi, PERIODE).is_final
    index = page_of(his).model.entry_index(str(ids["A1"]))
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
