"""The office moves from Riwayat & Cadangan, and the program goes on where it is then."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from kinerja_desktop.server_address import ServerAddress
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.riwayat.move_dialog import MoveDialog, move_from
from kinerja_desktop.ui.riwayat.page import RiwayatPage
from kinerja_desktop.ui.shell import application, opening
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.opening import OtherPlaceError, open_or_explain
from tests.postgres import Cluster
from tests.services.kantor.small import fill_kantor
from tests.ui.window import open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture
def here(office: Office) -> Office:
    fill_kantor(office)
    return office


@pytest.fixture
def local(qtbot: QtBot, here: Office) -> Iterator[MainWindow]:
    with open_window(qtbot, here, (RiwayatPage,)) as opened:
        yield opened


@pytest.fixture
def server(cluster: Cluster, tmp_path: Path) -> Iterator[ServerAddress]:
    name = cluster.new_database()
    yield cluster.address(name, tmp_path / "pc")
    cluster.drop(name)


def run(dialog: MoveDialog, qtbot: QtBot) -> None:
    dialog.move_button.click()
    assert not dialog.close_button.isEnabled()
    dialog.close()
    qtbot.waitUntil(lambda: not dialog.strip.is_busy, timeout=30_000)


def test_the_office_moves_onto_a_server_and_is_opened_there(
    qtbot: QtBot,
    local: MainWindow,
    server: ServerAddress,
    clock: Callable[[], datetime],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def walk(dialog: MoveDialog) -> int:
        assert not dialog.move_button.isEnabled()
        dialog.form.show_address(server)
        dialog.form.try_now()
        qtbot.waitUntil(dialog.move_button.isEnabled)
        run(dialog, qtbot)
        assert dialog.outcome.text().startswith("Data tidak berubah: ")
        assert dialog.table.rowCount() > 5
        dialog.reject()
        return 0

    monkeypatch.setattr(MoveDialog, "exec", walk)
    left: list[bool] = []
    local.context.leaving.connect(lambda: left.append(True))
    page = local.stack.currentWidget()
    assert isinstance(page, RiwayatPage)
    page.backups.move_button.click()
    assert local.context.next_place == server
    assert left == [True]
    there = open_office(server, clock)
    assert there.require_instansi().kecamatan == "Uji"
    there.close()


def test_who_starts_in_the_old_folder_is_led_to_the_new_place(
    qtbot: QtBot, here: Office, server: ServerAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kinerja_desktop.services.kantor.moved import note_moved

    application.make_application()
    note_moved(here.folder, server, here.now())
    here.close()
    answers = ["Buka data di tempat baru", None, "Lihat data lama di sini"]
    asked: list[str] = []

    def choose(parent: object, question: str, choices: list[str]) -> str | None:
        asked.append(question)
        return answers.pop(0)

    monkeypatch.setattr(dialogs, "choose", choose)
    with pytest.raises(OtherPlaceError) as other:
        open_or_explain(here.folder)
    assert other.value.place == server
    assert open_or_explain(here.folder) is None
    opened = opening.open_or_explain(here.folder)
    assert opened is not None
    opened.close()
    assert "sudah dipindahkan ke postgresql://" in asked[0]


def test_a_move_that_fails_says_so_and_stays(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = MoveDialog(window, window.context)
    qtbot.addWidget(dialog)
    (tmp_path / "penuh" / "cadangan").mkdir(parents=True)
    (tmp_path / "penuh" / "kinerja.db").write_bytes(b"x")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "penuh"))
    assert not dialog.move_button.isEnabled()
    dialog.folder._pick()
    run(dialog, qtbot)
    assert "sudah berisi data kantor" in dialog.outcome.text()
    assert dialog.outcome.text().endswith("Data kantor tetap di tempat semula.")
    dialog.move_button.click()
    dialog.strip.cancel()
    qtbot.waitUntil(lambda: not dialog.strip.is_busy, timeout=30_000)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    dialog.folder._pick()
    monkeypatch.setattr(MoveDialog, "exec", lambda dialog: 0)
    move_from(window, window.context)
    assert window.context.next_place is None
    settle(qtbot, window)
