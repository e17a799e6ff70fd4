"""The program asks for a server's password and place, and opens what was chosen."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from kinerja_desktop.server_address import ServerAddress, read_server_address
from kinerja_desktop.services.kantor import last_place
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.ui.base import dialogs, password_dialog, server_form
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.password_dialog import PasswordDialog
from kinerja_desktop.ui.base.server_form import ServerForm
from kinerja_desktop.ui.base.tasks import TaskRunner
from kinerja_desktop.ui.shell import application, opening, place_dialog
from kinerja_desktop.ui.shell.opening import OtherPlaceError, open_or_explain
from kinerja_desktop.ui.shell.place_dialog import PlaceDialog
from kinerja_desktop.ui.wizard import SetupWizard
from kinerja_desktop.ui.wizard.awal import Awal
from tests.postgres import ASKED, Cluster

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


class Typist:
    """Types passwords into the dialog, one each time it comes; none more: *Batal*."""

    def __init__(self) -> None:
        self.passwords: list[str] = []
        self.wrong: list[bool] = []
        self.is_kept = False

    def answer(self, dialog: PasswordDialog) -> int:
        self.wrong.append("tidak diterima" in " ".join(_visible(dialog)))
        if not self.passwords:
            return 0
        dialog.line.setText(self.passwords.pop(0))
        dialog.keep.setChecked(self.is_kept)
        return 1


def _visible(dialog: PasswordDialog) -> list[str]:
    labels = dialog.findChildren(QLabel)
    return [label.text() for label in labels if not label.isHidden()]


@pytest.fixture
def typist(monkeypatch: pytest.MonkeyPatch) -> Typist:
    found = Typist()
    monkeypatch.setattr(PasswordDialog, "exec", lambda dialog: found.answer(dialog))
    return found


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> list[ServerAddress]:
    """A PC that keeps passwords: what was given to it."""
    given: list[ServerAddress] = []
    for module in (opening, server_form):
        monkeypatch.setattr(module, "keep_password", given.append)
    monkeypatch.setattr(password_dialog, "find_obstacle", lambda: "")
    return given


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda parent, error: heard.append(error.message))
    return heard


@pytest.fixture
def asked(cluster: Cluster, database: str, tmp_path: Path) -> ServerAddress:
    return cluster.address(database, tmp_path / "ditanya", ASKED)


def test_a_wrong_password_is_asked_again_and_the_right_one_kept_when_wanted(
    qtbot: QtBot, asked: ServerAddress, typist: Typist, kept: list[ServerAddress]
) -> None:
    application.make_application()
    typist.passwords, typist.is_kept = ["salah", "rahasia"], True
    office = open_or_explain(asked)
    assert office is not None
    office.close()
    assert typist.wrong == [False, True]
    assert [address.password for address in kept] == ["rahasia"]


def test_who_turns_away_is_told_why_nothing_opens(
    qtbot: QtBot, asked: ServerAddress, typist: Typist, told: list[str]
) -> None:
    application.make_application()
    assert open_or_explain(asked) is None
    assert told == [f"Server data meminta kata sandi ({asked})."]


def test_a_pc_without_a_store_says_so(
    qtbot: QtBot, asked: ServerAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    application.make_application()
    monkeypatch.setattr(password_dialog, "find_obstacle", lambda: "Tidak ada penyimpan.")
    dialog = PasswordDialog(None, asked, is_wrong=False)
    qtbot.addWidget(dialog)
    assert not dialog.keep.isEnabled()
    assert "Tidak ada penyimpan." in _visible(dialog)


def test_where_a_server_is_away_another_place_can_be_chosen(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    application.make_application()
    away = replace(
        read_server_address(f"postgresql://sri@/kinerja?host={tmp_path}"), folder=tmp_path / "pc"
    )
    answers = ["Coba lagi", "Pilih tempat data lain…", None]
    asked: list[str] = []

    def choose(parent: object, question: str, choices: list[str]) -> str | None:
        asked.append(question)
        return answers.pop(0)

    monkeypatch.setattr(dialogs, "choose", choose)
    monkeypatch.setattr(place_dialog, "ask_place", lambda parent, now: tmp_path)
    with pytest.raises(OtherPlaceError) as other:
        open_or_explain(away, can_choose=True)
    assert other.value.place == tmp_path
    assert all("tidak terjangkau" in question for question in asked)
    assert open_or_explain(away, can_choose=True) is None
    answers.append("Pilih tempat data lain…")
    monkeypatch.setattr(place_dialog, "ask_place", lambda parent, now: None)
    assert open_or_explain(away, can_choose=True) is None


def test_an_address_is_typed_field_by_field_and_tried(
    qtbot: QtBot, asked: ServerAddress, typist: Typist, kept: list[ServerAddress]
) -> None:
    application.make_application()
    tasks = TaskRunner()
    form = ServerForm(tasks)
    qtbot.addWidget(form)
    assert not form.try_button.isEnabled()
    form.show_address(asked)
    typist.passwords, typist.is_kept = ["rahasia"], True
    form.try_button.click()
    qtbot.waitUntil(lambda: form.found is not None)
    assert form.told.text() == "Tersambung. Basis data ini masih kosong."
    assert form.address() == asked
    assert form.address().password == "rahasia"
    assert [address.password for address in kept] == ["rahasia"]
    form.fields["database"].setText("bukan")
    assert form.found is None
    assert form.address().password == ""
    form.fields["port"].setText("lima")
    form.try_now()
    assert form.told.text().startswith("Port 'lima' bukan angka")
    form.show_address(asked)
    form.fields["database"].setText("bukan")
    typist.passwords = ["rahasia"]
    form.try_now()
    qtbot.waitUntil(lambda: "tidak ada di server" in form.told.text())
    form.fields["host"].setText("postgresql://sri@server-kantor:5433/kita?sslmode=require")
    assert str(form.address()) == "postgresql://sri@server-kantor:5433/kita"
    tasks.shutdown()


def test_the_place_is_this_pc_or_a_server_that_was_tried(
    qtbot: QtBot, asked: ServerAddress, typist: Typist, tmp_path: Path
) -> None:
    application.make_application()
    dialog = PlaceDialog(None, tmp_path)
    qtbot.addWidget(dialog)
    assert dialog.accept_button.isEnabled()
    assert dialog.place() == tmp_path
    dialog.server.setChecked(True)
    assert not dialog.accept_button.isEnabled()
    dialog.form.show_address(asked)
    typist.passwords = ["rahasia"]
    dialog.form.try_button.click()
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    assert dialog.place() == asked
    dialog.accept()


def test_a_chosen_place_is_returned_and_a_refused_dialog_chooses_none(
    qtbot: QtBot, asked: ServerAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    application.make_application()
    monkeypatch.setattr(place_dialog.PlaceDialog, "exec", lambda dialog: dialog.reject() or 0)
    assert place_dialog.ask_place(None, asked) is None

    def here(dialog: PlaceDialog) -> int:
        dialog.here.setChecked(True)
        dialog.accept()
        return 1

    monkeypatch.setattr(place_dialog.PlaceDialog, "exec", here)
    monkeypatch.setattr(place_dialog, "default_data_folder", lambda: Path("/x"))
    assert place_dialog.ask_place(None, asked) == Path("/x")


def test_the_wizard_connects_to_a_server_and_the_program_opens_it(
    qtbot: QtBot,
    asked: ServerAddress,
    typist: Typist,
    tmp_path: Path,
    clock: Callable[[], object],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    application.make_application()
    monkeypatch.setattr(last_place, "default_data_folder", lambda: tmp_path / "pc")
    typist.passwords = ["rahasia"]

    def walk(wizard: SetupWizard) -> int:
        qtbot.addWidget(wizard)
        wizard.restart()
        wizard.start.buttons[Awal.SERVER].setChecked(True)
        wizard.next()
        assert wizard.currentPage() is wizard.server
        assert not wizard.server.isComplete()
        wizard.server.form.show_address(asked)
        wizard.server.form.try_now()
        qtbot.waitUntil(wizard.server.isComplete)
        assert wizard.nextId() == -1
        wizard.accept()
        return 1

    shown: list[Office] = []

    def show(application: object, context: Context, *, contoh: bool) -> int:
        if isinstance(context.office.place.where, Path):
            application_show(application, context, contoh=contoh)  # type: ignore[arg-type]
        else:
            shown.append(context.office)
        return 0

    application_show = application._show_window
    monkeypatch.setattr(SetupWizard, "exec", walk)
    monkeypatch.setattr(application, "_show_window", show)
    assert application.run_window(tmp_path / "data", is_named=False) == 0
    assert [office.place.where for office in shown] == [asked]
    assert last_place.find_last_place() == asked
    here = open_office(tmp_path / "data")
    assert here.instansi() is None
    here.close()
