"""Two people on one entry: the second is told, chooses, and loses nothing that was typed."""

from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from sqlmodel import col, select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import set_realisasi
from kinerja_desktop.store.records import Transaksi
from kinerja_desktop.ui.base.meeting import Choice, MeetingDialog
from kinerja_desktop.ui.base.waiting import Stored
from kinerja_desktop.ui.pengaturan.page import PengaturanPage
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.tables.entry_delegate import EntryDelegate
from kinerja_desktop.ui.tables.record_form import RecordForm
from tests.postgres import BUDI, SRI
from tests.services.kantor.small import TAHUN
from tests.ui.server.conftest import Chooser
from tests.ui.window import current_page, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
PERIODE = Periode(TAHUN)
MARK = Qt.ItemDataRole.ToolTipRole


@pytest.fixture
def page(window: MainWindow) -> PengukuranPage:
    found = current_page(window)
    assert isinstance(found, PengukuranPage)
    return found


def stored(office: Office, key: UUID) -> Any:
    return {row["indikator_id"]: row["nilai"] for row in list_rows(office, "realisasi")}.get(key)


def shown(page: PengukuranPage, key: UUID) -> str:
    return str(page.model.entry_index(str(key)).data() or "")


def open_editor(page: PengukuranPage) -> QLineEdit:
    delegate = page.table.itemDelegate()
    assert isinstance(delegate, EntryDelegate)
    assert delegate.editor is not None
    return delegate.editor


def edit(page: PengukuranPage, key: UUID, text: str) -> QLineEdit:
    """Open the editor of a cell and type, without leaving it."""
    index = page.model.entry_index(str(key))
    page.table.setFocus()
    page.table.setCurrentIndex(index)
    page.table.edit(index)
    editor = open_editor(page)
    editor.selectAll()
    editor.insert(text)
    editor.setModified(True)
    return editor


def fill(sri: Office, page: PengukuranPage, qtbot: QtBot, key: UUID, nilai: int) -> None:
    """Let Sri fill in a figure, and Budi's page show it."""
    set_realisasi(sri, key, PERIODE, Decimal(nilai))
    qtbot.waitUntil(lambda: shown(page, key) == str(nilai), timeout=5_000)


def leave(qtbot: QtBot, editor: QLineEdit) -> None:
    """Press Enter; Qt closes an editor at its next round."""
    closed: list[bool] = []
    editor.destroyed.connect(lambda: closed.append(True))
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(closed))


def labels(office: Office) -> list[str]:
    with office.journal.reading() as session:
        return list(session.exec(select(Transaksi.label).order_by(col(Transaksi.id))))


def test_a_half_typed_figure_does_not_go_over_one_that_came_meanwhile(
    qtbot: QtBot, page: PengukuranPage, sri: Office, ids: dict[str, UUID], chooser: Chooser
) -> None:
    key = ids["A1"]
    fill(sri, page, qtbot, key, 40)
    editor = edit(page, key, "55")
    fill(sri, page, qtbot, key, 70)
    assert editor.text() == "55"
    chooser.answers = [Choice.BACK]
    leave(qtbot, editor)
    (line,) = chooser.shown
    assert line[0].startswith("Realisasi")
    assert line[1:] == ["40", "70", "55"]
    assert stored(sri, key) == Decimal(70)
    # What was typed stands in its field again, and is not taken for one that was seen.
    qtbot.waitUntil(lambda: page.table.state() == page.table.State.EditingState)
    again = open_editor(page)
    assert again.text() == "55"
    chooser.answers = [Choice.MINE]
    leave(qtbot, again)
    assert stored(sri, key) == Decimal(55)
    assert labels(sri)[-1] == f"Mengisi realisasi Tahun {TAHUN} (menggantikan isian {SRI})"


def test_theirs_stays_and_is_shown(
    qtbot: QtBot, page: PengukuranPage, sri: Office, ids: dict[str, UUID], chooser: Chooser
) -> None:
    key = ids["A1"]
    fill(sri, page, qtbot, key, 40)
    editor = edit(page, key, "55")
    fill(sri, page, qtbot, key, 70)
    chooser.answers = [Choice.THEIRS]
    leave(qtbot, editor)
    settle(qtbot, page.window())  # type: ignore[arg-type]
    assert stored(sri, key) == Decimal(70)
    assert shown(page, key) == "70"
    assert page.table.state() != page.table.State.EditingState


def test_a_figure_that_was_seen_is_changed_without_a_question(
    qtbot: QtBot, page: PengukuranPage, sri: Office, ids: dict[str, UUID], chooser: Chooser
) -> None:
    key = ids["A1"]
    fill(sri, page, qtbot, key, 40)
    settle(qtbot, page.window())  # type: ignore[arg-type]
    leave(qtbot, edit(page, key, "55"))
    leave(qtbot, edit(page, key, "56"))
    assert stored(sri, key) == Decimal(56)
    assert chooser.shown == []
    assert labels(sri)[-1] == f"Mengisi realisasi Tahun {TAHUN}"


def test_another_cell_of_the_same_page_is_no_meeting(
    qtbot: QtBot, page: PengukuranPage, sri: Office, ids: dict[str, UUID], chooser: Chooser
) -> None:
    editor = edit(page, ids["A1"], "55")
    fill(sri, page, qtbot, ids["B1"], 70)
    leave(qtbot, editor)
    assert stored(sri, ids["A1"]) == Decimal(55)
    assert chooser.shown == []


def test_a_pasted_block_asks_once_for_all_cells(
    qtbot: QtBot,
    page: PengukuranPage,
    sri: Office,
    ids: dict[str, UUID],
    chooser: Chooser,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    keys = [ids["A1"], ids["B1"], ids["B2"]]
    for key in keys[:2]:
        fill(sri, page, qtbot, key, 40)
    settle(qtbot, page.window())  # type: ignore[arg-type]
    # The page has not heard yet.
    monkeypatch.setattr(page, "_hear", lambda tables: None)
    monkeypatch.setattr(page.context, "load", lambda *args: None)
    for key in keys[:2]:
        set_realisasi(sri, key, PERIODE, Decimal(70))
    cells = [(page.model.entry_index(str(key)), Decimal(55)) for key in keys]
    chooser.answers = [Choice.THEIRS]
    assert page.model.store_cells(cells)
    settle(qtbot, page.window())  # type: ignore[arg-type]
    assert [line[1:] for line in chooser.shown] == [["40", "70", "55"]] * 2
    assert Choice.BACK not in chooser.offered[0]
    assert [stored(sri, key) for key in keys] == [Decimal(70), Decimal(70), None]
    chooser.answers = [Choice.MINE]
    assert page.model.store_cells(cells)
    settle(qtbot, page.window())  # type: ignore[arg-type]
    qtbot.waitUntil(lambda: stored(sri, keys[2]) == Decimal(55), timeout=5_000)
    assert [stored(sri, key) for key in keys] == [Decimal(55)] * 3


def test_a_field_keeps_what_was_typed_and_says_that_it_is_not_stored(
    qtbot: QtBot, window: MainWindow, sri: Office, chooser: Chooser
) -> None:
    window.open_page(PengaturanPage.KEY)
    settle(qtbot, window)
    page = current_page(window)
    assert isinstance(page, PengaturanPage)
    form = page.findChild(RecordForm)
    assert isinstance(form, RecordForm)
    line = form.editors["telepon"]
    assert isinstance(line, QLineEdit)
    line.setFocus()
    qtbot.keyClicks(line, "0334-1")
    change_field(sri, "instansi", sri.require_instansi().id, "telepon", "0334-9")
    qtbot.waitUntil(lambda: form.shown_value("telepon") == "0334-9", timeout=5_000)
    assert line.text() == "0334-1"
    chooser.answers = [Choice.BACK]
    assert not form.commit("telepon")
    assert [item[1:] for item in chooser.shown] == [["(kosong)", "0334-9", "0334-1"]]
    assert line.text() == "0334-1"
    assert form._notes["telepon"].text().startswith("Belum disimpan")
    chooser.answers = [Choice.THEIRS]
    assert form.commit("telepon")
    assert line.text() == "0334-9"
    assert sri.require_instansi().telepon == "0334-9"
    qtbot.keyClicks(line, "9")
    assert form.commit("telepon")
    assert sri.require_instansi().telepon == "0334-99"


def test_who_did_what_stands_in_the_trail(
    qtbot: QtBot, page: PengukuranPage, sri: Office, ids: dict[str, UUID], chooser: Chooser
) -> None:
    leave(qtbot, edit(page, ids["A1"], "55"))
    with sri.journal.reading() as session:
        last = session.exec(select(Transaksi).order_by(col(Transaksi.id).desc())).first()
    assert last is not None
    assert (last.pelaku, last.label) == (BUDI, f"Mengisi realisasi Tahun {TAHUN}")


def test_who_closes_the_question_about_what_has_waited_writes_over_nothing(
    qtbot: QtBot,
    window: MainWindow,
    page: PengukuranPage,
    sri: Office,
    ids: dict[str, UUID],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    key, context = ids["A1"], page.context
    fill(sri, page, qtbot, key, 40)
    settle(qtbot, window)
    context.waiting.hold()
    mine = context.store(page, lambda: set_realisasi(context.office, key, PERIODE, Decimal(55)))
    assert mine is Stored.WAITING
    fill(sri, page, qtbot, key, 70)
    closed: list[MeetingDialog] = []

    def close(dialog: MeetingDialog) -> None:
        closed.append(dialog)
        dialog.reject()

    monkeypatch.setattr(MeetingDialog, "exec", close)
    context.waiting.release()
    qtbot.waitUntil(lambda: bool(closed))
    settle(qtbot, window)
    assert list(closed[0].buttons) == [Choice.MINE, Choice.THEIRS]
    assert stored(sri, key) == Decimal(70)
