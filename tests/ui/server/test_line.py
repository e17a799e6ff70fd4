"""The server goes away while somebody types: nothing is lost, and work goes on when it is back."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.connection import (
    ChangedMeanwhileError,
    Meeting,
    may_write,
)
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import set_realisasi
from kinerja_desktop.store.postgres import line
from kinerja_desktop.store.postgres.failures import ServerFailedError, ServerFailure
from kinerja_desktop.ui.base import dialogs, reconnecting
from kinerja_desktop.ui.base.meeting import Choice
from kinerja_desktop.ui.base.storing import choose_about
from kinerja_desktop.ui.pengaturan.page import PengaturanPage
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.tables.record_form import RecordForm
from tests.postgres import Cluster
from tests.services.kantor.small import TAHUN
from tests.services.riwayat.test_pertemuan import change
from tests.ui.server.test_meeting import edit, leave, shown, stored
from tests.ui.window import current_page, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def page(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> PengukuranPage:
    monkeypatch.setattr(reconnecting, "_PAUSE_MS", 100)
    found = current_page(window)
    assert isinstance(found, PengukuranPage)
    return found


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda parent, error: heard.append(error.message))
    return heard


@pytest.fixture
def stopping(cluster: Cluster) -> Iterator[Cluster]:
    """A server that runs again after the test, whatever happens."""
    yield cluster
    if cluster._process is None:
        cluster.start()


def wait_until_back(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: not window.context.line.is_away, timeout=20_000)
    qtbot.waitUntil(lambda: window.context.waiting.is_idle, timeout=20_000)
    settle(qtbot, window)


def test_what_is_typed_while_the_server_is_away_is_stored_when_it_is_back(
    qtbot: QtBot,
    window: MainWindow,
    page: PengukuranPage,
    sri: Office,
    ids: dict[str, UUID],
    stopping: Cluster,
    told: list[str],
) -> None:
    editor = edit(page, ids["A1"], "55")
    stopping.stop()
    leave(qtbot, editor)
    assert shown(page, ids["A1"]) == "55"
    tip = page.model.entry_index(str(ids["A1"])).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == "Menunggu disimpan"
    assert window.line_band.isVisible()
    assert "tidak terjangkau" in window.line_band.told.text()
    # Work goes on meanwhile, in its order, a pasted block too.
    leave(qtbot, edit(page, ids["A1"], "56"))
    block = [(page.model.entry_index(str(ids[key])), Decimal(7)) for key in ("B1", "B2")]
    assert page.model.store_cells(block)
    assert window.foot.waiting_label.text() == "3 isian menunggu disimpan"
    window.line_band.again.click()
    qtbot.wait(300)
    assert window.line_band.isVisible()
    assert told == []

    stopping.start()
    wait_until_back(qtbot, window)
    assert not window.line_band.isVisible()
    assert not window.foot.waiting_label.isVisible()
    found: list[Any] = [stored(sri, ids[key]) for key in ("A1", "B1", "B2")]
    assert found == [Decimal(56), Decimal(7), Decimal(7)]
    assert shown(page, ids["A1"]) == "56"
    assert told == []


def test_a_pulled_cable_holds_up_nobody(
    qtbot: QtBot,
    window: MainWindow,
    page: PengukuranPage,
    sri: Office,
    ids: dict[str, UUID],
    cluster: Cluster,
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing is cut off, nothing answers; without a limit this would wait for ever."""
    monkeypatch.setattr(line, "ANSWER_SECONDS", 0.2)
    editor = edit(page, ids["A1"], "55")
    with cluster.silent():
        leave(qtbot, editor)
        assert shown(page, ids["A1"]) == "55"
        assert window.line_band.isVisible()
        leave(qtbot, edit(page, ids["B1"], "56"))
        assert window.foot.waiting_label.text() == "2 isian menunggu disimpan"
    wait_until_back(qtbot, window)
    found: list[Any] = [stored(sri, ids[key]) for key in ("A1", "B1")]
    assert found == [Decimal(55), Decimal(56)]
    assert told == []


def test_a_question_about_a_meeting_does_not_wait_either(
    window: MainWindow,
    ids: dict[str, UUID],
    cluster: Cluster,
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The cable was pulled between the deed and the question: theirs stays, and it is told."""
    monkeypatch.setattr(line, "ANSWER_SECONDS", 0.2)
    met = Meeting(change(ids["A1"], {"satuan": ""}, {"satuan": "Persen"}), "satuan", "Orang")
    error = ChangedMeanwhileError([met])
    with cluster.silent():
        chosen = choose_about(window.context, window, error, Choice.MINE, Choice.THEIRS)
    assert chosen is Choice.THEIRS
    assert told == ["Server data tidak terjangkau."]


def test_a_block_on_its_way_waits_as_well(
    qtbot: QtBot,
    window: MainWindow,
    page: PengukuranPage,
    sri: Office,
    ids: dict[str, UUID],
    stopping: Cluster,
    told: list[str],
) -> None:
    stopping.stop()
    block = [(page.model.entry_index(str(ids[key])), Decimal(7)) for key in ("B1", "B2")]
    assert page.model.store_cells(block)
    qtbot.waitUntil(window.line_band.isVisible, timeout=20_000)
    assert window.foot.waiting_label.text() == "1 isian menunggu disimpan"
    stopping.start()
    wait_until_back(qtbot, window)
    assert [stored(sri, ids[key]) for key in ("B1", "B2")] == [Decimal(7)] * 2
    assert told == []


def test_a_field_of_a_form_is_marked_and_stored_later(
    qtbot: QtBot, window: MainWindow, page: PengukuranPage, sri: Office, stopping: Cluster
) -> None:
    window.open_page(PengaturanPage.KEY)
    settle(qtbot, window)
    form = current_page(window).findChild(RecordForm)
    assert isinstance(form, RecordForm)
    field = form.editors["telepon"]
    assert isinstance(field, QLineEdit)
    stopping.stop()
    field.setText("0334-1")
    assert form.commit("telepon")
    assert form._notes["telepon"].text() == "Menunggu disimpan"
    assert field.text() == "0334-1"
    stopping.start()
    wait_until_back(qtbot, window)
    assert sri.require_instansi().telepon == "0334-1"
    assert field.text() == "0334-1"


def test_closing_asks_before_what_waits_is_given_up(
    qtbot: QtBot,
    window: MainWindow,
    page: PengukuranPage,
    ids: dict[str, UUID],
    stopping: Cluster,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stopping.stop()
    leave(qtbot, edit(page, ids["A1"], "55"))
    asked: list[str] = []
    answers = [False, True]

    def confirm(parent: object, question: str, yes: str, detail: str = "") -> bool:
        asked.append(question)
        return answers.pop(0)

    monkeypatch.setattr(dialogs, "confirm", confirm)
    window.close()
    assert window.isVisible()
    window.close()
    assert not window.isVisible()
    assert asked == ["1 isian belum disimpan karena server data tidak terjangkau."] * 2
    stopping.start()


def test_what_needs_its_result_at_once_is_explained(
    qtbot: QtBot, window: MainWindow, page: PengukuranPage, stopping: Cluster, told: list[str]
) -> None:
    context = window.context
    stopping.stop()
    assert context.attempt(window, context.office.require_instansi) is None
    assert told == ["Server data tidak terjangkau."]
    assert window.line_band.isVisible()
    assert may_write(context.office)
    stopping.start()
    wait_until_back(qtbot, window)
    assert context.attempt(window, context.office.require_instansi) is not None


def test_a_right_that_cannot_be_asked_for_another_reason_is_told(
    budi: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse() -> bool:
        raise ServerFailedError(ServerFailure.FOREIGN)

    monkeypatch.setattr(budi.place, "may_write", refuse)
    with pytest.raises(ServerFailedError):
        may_write(budi)


def test_what_is_typed_while_somebody_else_writes_waits_and_holds_nothing_up(
    qtbot: QtBot,
    window: MainWindow,
    page: PengukuranPage,
    sri: Office,
    ids: dict[str, UUID],
    told: list[str],
) -> None:
    editor = edit(page, ids["A1"], "55")
    with sri.journal.action("Impor besar"):
        leave(qtbot, editor)
        tip = page.model.entry_index(str(ids["A1"])).data(Qt.ItemDataRole.ToolTipRole)
        assert tip == "Menunggu disimpan"
        assert window.foot.waiting_label.text() == "1 isian menunggu disimpan"
        # What needs its answer at once is told, not waited for.
        context = window.context
        assert (
            context.attempt(
                page, lambda: set_realisasi(context.office, ids["B1"], Periode(TAHUN), Decimal(7))
            )
            is None
        )
        assert ["sedang ditulis oleh orang lain" in sentence for sentence in told] == [True]
        qtbot.wait(700)
    wait_until_back(qtbot, window)
    assert stored(sri, ids["A1"]) == Decimal(55)
    assert stored(sri, ids["B1"]) is None
    assert len(told) == 1
