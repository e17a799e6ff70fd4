import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event
from time import sleep
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop import __version__
from kinerja_desktop.domain.fingerprint import TableChange
from kinerja_desktop.domain.update import UpdatePlan, UpdateRecord, UpdateReport
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange.drives import Drive
from kinerja_desktop.installation import Installation, InstallationKind
from kinerja_desktop.services.kantor.office import UpgradeFailedError
from kinerja_desktop.services.pembaruan import update, update_return
from kinerja_desktop.services.riwayat.maintenance import back_up_now
from kinerja_desktop.store.update_record import read_record
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.diary import WorkState
from kinerja_desktop.ui.base.work_alone import AloneDialog
from kinerja_desktop.ui.pembaruan import returning
from kinerja_desktop.ui.pembaruan.report_dialog import ReportDialog
from kinerja_desktop.ui.pembaruan.update_tab import UpdateTab
from kinerja_desktop.ui.shell import application, opening
from tests.ui.stopping import press_batal

MOMENT = "2026-11-21T02:12:00+00:00"
SAME = TableChange("sasaran", 3, 3, "0123456789", "0123456789")
LOST = TableChange("hari_libur", 5, 4, "aaaaaaaaaa", "bbbbbbbbbb")


@pytest.fixture
def installed(sample: Context, tmp_path: Path) -> Context:
    """The sample office under a program that the installer has put there."""
    folder = tmp_path / "KinerjaDesktop"
    (folder / "program.sebelumnya").mkdir(parents=True)
    (folder / "program.sebelumnya" / "VERSI").write_text("0.0.9")
    sample.installation = Installation(folder, InstallationKind.PENGGUNA)
    return sample


def show_tab(qtbot: QtBot, context: Context) -> UpdateTab:
    tab = UpdateTab(context)
    qtbot.addWidget(tab)
    tab.show()
    return tab


def put_on_stick(
    folder: Path, version: str, monkeypatch: pytest.MonkeyPatch, content: bytes = b"MZ"
) -> Path:
    folder.mkdir()
    path = folder / f"Kinerja-Desktop-{version}-setup.exe"
    path.write_bytes(content)
    digest = hashlib.sha256(b"MZ").hexdigest()
    path.with_name(f"{path.name}.sha256").write_text(f"{digest}  {path.name}\n")
    monkeypatch.setattr(update, "list_drives", lambda: [Drive(folder, "KANTOR", 10**9)])
    return path


def settle(qtbot: QtBot, context: Context) -> None:
    qtbot.waitUntil(lambda: context.tasks.pending == 0)


def with_report(context: Context, *tables: TableChange) -> None:
    backup = back_up_now(context.office)
    report = UpdateReport("0.0.9", __version__, MOMENT, backup.name, tables or (SAME,))
    context.office.update = UpdateRecord(__version__, report=report, is_seen=False)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every question is told and answered with yes."""
    questions: list[str] = []

    def agree(parent: QWidget | None, question: str, yes: str, detail: str = "") -> bool:
        questions.append(f"{question} [{yes}] {detail}")
        return True

    monkeypatch.setattr(dialogs, "confirm", agree)
    return questions


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is explained."""
    errors: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda parent, error: errors.append(str(error)))
    return errors


def test_a_program_that_no_installer_brought_says_how_it_is_updated(
    qtbot: QtBot, sample: Context
) -> None:
    tab = show_tab(qtbot, sample)
    assert __version__ in tab.version.text()
    assert "sudo apt install" in tab.how.text()
    assert not tab.stick_button.isEnabled()
    assert not tab.file_button.isEnabled()
    assert tab.last.text() == "Belum ada pembaruan pada data ini."
    assert not tab.report_button.isVisible()
    assert not tab.return_button.isVisible()


def test_an_update_is_found_checked_and_handed_over(
    qtbot: QtBot,
    installed: Context,
    tmp_path: Path,
    asked: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put_on_stick(tmp_path / "E", "9.1.0", monkeypatch)
    tab = show_tab(qtbot, installed)
    with qtbot.waitSignal(installed.leaving):
        tab.stick_button.click()
    assert f"dari versi {__version__} ke versi 9.1.0" in asked[0]
    assert tab.window().isEnabled()
    started: list[tuple[str, str]] = []
    monkeypatch.setattr(update.hand_over, "__defaults__", (
        lambda path, words: started.append((path.name, words)),
    ))  # fmt: skip
    application.say_farewell(installed)
    assert started == [("Kinerja-Desktop-9.1.0-setup.exe", "/PERBARUI")]
    plan = read_record(installed.office.folder).plan
    assert plan is not None
    assert plan.to_version == "9.1.0"


def test_a_damaged_installer_is_told_and_the_window_goes_on(
    qtbot: QtBot,
    installed: Context,
    tmp_path: Path,
    asked: list[str],
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put_on_stick(tmp_path / "E", "9.1.0", monkeypatch, b"MX")
    tab = show_tab(qtbot, installed)
    tab.stick_button.click()
    qtbot.waitUntil(lambda: bool(told))
    assert "rusak atau tidak lengkap" in told[0]
    assert tab.window().isEnabled()
    assert tab.stick_button.isEnabled()
    assert installed.farewell is None


def test_an_update_is_stopped_while_it_is_looked_for_and_prepared(
    qtbot: QtBot,
    installed: Context,
    tmp_path: Path,
    asked: list[str],
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    put_on_stick(tmp_path / "E", "9.1.0", monkeypatch)
    tab = show_tab(qtbot, installed)
    said: list[str] = []
    installed.said.connect(said.append)
    record = read_record(installed.office.folder)
    with monkeypatch.context() as pressed:
        press_batal(pressed, tab.strip)
        tab.stick_button.click()
        settle(qtbot, installed)
    assert asked == []
    begun = Event()
    prepare = update.prepare_update

    def prepare_slowly(office: Any, setup: Any, report: Any, stop: Any, last: Any) -> Path:
        begun.set()
        while not stop():
            sleep(0.005)
        return prepare(office, setup, report, stop, last)

    monkeypatch.setattr(update, "prepare_update", prepare_slowly)
    tab.stick_button.click()
    qtbot.waitUntil(begun.is_set)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AloneDialog)
    dialog.strip.cancel_button.click()
    settle(qtbot, installed)
    assert QApplication.activeModalWidget() is None
    assert said == ["Pembaruan dibatalkan. Program dan data tidak berubah."] * 2
    assert [work.state for work in installed.diary.works] == [
        WorkState.CANCELLED, WorkState.DONE, WorkState.CANCELLED,
    ]  # fmt: skip
    assert (told, installed.farewell) == ([], None)
    assert read_record(installed.office.folder) == record
    assert tab.stick_button.isEnabled()


def test_no_stick_is_told(
    qtbot: QtBot, installed: Context, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(update, "list_drives", list)
    show_tab(qtbot, installed).stick_button.click()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].startswith("Tidak ada flashdisk yang terpasang.")


def test_an_installer_can_be_picked_and_refused(
    qtbot: QtBot, installed: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put_on_stick(tmp_path / "E", "9.1.0", monkeypatch)
    monkeypatch.setattr(dialogs, "choose_file", lambda *words: path)
    questions: list[str] = []

    def refuse(parent: QWidget | None, question: str, yes: str, detail: str = "") -> bool:
        questions.append(question)
        return False

    monkeypatch.setattr(dialogs, "confirm", refuse)
    tab = show_tab(qtbot, installed)
    tab.file_button.click()
    assert len(questions) == 1
    monkeypatch.setattr(dialogs, "choose_file", lambda *words: None)
    tab.file_button.click()
    assert len(questions) == 1
    assert installed.farewell is None


def test_a_picked_file_that_is_no_installer_is_told(
    qtbot: QtBot,
    installed: Context,
    tmp_path: Path,
    told: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(dialogs, "choose_file", lambda *words: tmp_path / "SAS.exe")
    show_tab(qtbot, installed).file_button.click()
    assert told[0].startswith("SAS.exe bukan pemasang Kinerja Desktop")


def test_the_report_is_shown_once_after_an_update(
    qtbot: QtBot, installed: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_report(installed)
    shown: list[tuple[str, list[str]]] = []

    def look(self: ReportDialog) -> int:
        lines = [f"{row.bagian} {row.hasil}" for row in self.model.rows]
        shown.append((self.verdict.text(), lines))
        return 0

    monkeypatch.setattr(ReportDialog, "exec", look)
    window = QWidget()
    qtbot.addWidget(window)
    returning.tell_of_update(installed, window)
    returning.tell_of_update(installed, window)
    assert shown == [("Data tidak berubah: 1 tabel, 3 baris, isinya sama.", ["Sasaran sama"])]
    assert read_record(installed.office.folder).is_seen


def test_changed_data_is_shown_in_another_colour(qtbot: QtBot) -> None:
    report = UpdateReport("0.0.9", "0.1.0", MOMENT, "", (SAME, LOST))
    dialog = ReportDialog(None, report, None)
    qtbot.addWidget(dialog)
    assert dialog.verdict.objectName() == "bahaya"
    assert dialog.model.rows[0].hasil == "BERUBAH"
    assert dialog.return_button is None


def test_one_click_leads_back(
    qtbot: QtBot, installed: Context, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_report(installed)
    tab = show_tab(qtbot, installed)
    assert tab.return_button.text() == "&Kembali ke versi 0.0.9…"
    with qtbot.waitSignal(installed.leaving):
        tab.return_button.click()
    assert asked[0].startswith("Kembali ke versi 0.0.9 dengan data per ")
    assert "Tidak ada isian sesudah itu." in asked[0]
    started: list[tuple[Path, str]] = []
    monkeypatch.setattr(update_return.return_to, "__defaults__", (
        lambda path, words: started.append((path, words)), None,
    ))  # fmt: skip
    installed.office.close()
    application.say_farewell(installed)
    assert installed.installation is not None
    assert started == [(installed.installation.uninstaller, "/KEMBALI")]


def test_the_report_itself_leads_back(
    qtbot: QtBot, installed: Context, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_report(installed)

    def press(self: ReportDialog) -> int:
        assert self.return_button is not None
        self.return_button.click()
        return self.result()

    monkeypatch.setattr(ReportDialog, "exec", press)
    tab = show_tab(qtbot, installed)
    with qtbot.waitSignal(installed.leaving):
        tab.report_button.click()
    assert installed.farewell is not None


def test_a_failed_update_is_told_at_the_next_start(
    qtbot: QtBot, installed: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[str, str, object]] = []
    installed.noticed.connect(lambda *words: said.append(words))
    plan = UpdatePlan(__version__, "9.1.0", MOMENT, "b.db")
    installed.office.update = replace(installed.office.update, failed=plan)
    window = QWidget()
    qtbot.addWidget(window)
    returning.tell_of_update(installed, window)
    returning.tell_of_update(installed, window)
    ((words, page, tab),) = said
    assert words.startswith(
        "Pembaruan ke versi 9.1.0 belum terpasang. Program dan data tidak berubah. Ulangi dari"
    )
    assert (page, tab) == ("pengaturan", "pembaruan")


def test_a_farewell_that_fails_is_told(sample: Context, told: list[str]) -> None:
    application.say_farewell(sample)

    def fail() -> None:
        raise KinerjaError("Pemasang tidak dapat dijalankan.", "Ulangi.")

    sample.farewell = fail
    application.say_farewell(sample)
    assert told == ["Pemasang tidak dapat dijalankan. Ulangi."]


@pytest.mark.parametrize("works", [True, False])
def test_data_that_this_version_cannot_open_leads_back_to_the_one_before(
    installed: Context,
    asked: list[str],
    told: list[str],
    works: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[str] = []

    def launch(path: Path, words: str) -> None:
        started.append(words)
        if not works:
            raise KinerjaError("uninstall.exe tidak ada.", "Pasang ulang.")

    open_with(monkeypatch, UpgradeFailedError("isi surat akan berubah"), launch)
    monkeypatch.setattr(
        "kinerja_desktop.installation.find_installation", lambda: installed.installation
    )
    assert application.open_or_explain(installed.office.folder) is None
    assert "Data tidak diubah" in asked[0]
    assert started == ["/KEMBALI"]
    assert bool(told) is not works


def open_with(
    monkeypatch: pytest.MonkeyPatch, error: KinerjaError, launch: Callable[[Path, str], None]
) -> None:
    def fail(folder: Path) -> None:
        raise error

    monkeypatch.setattr(opening, "open_office", fail)
    monkeypatch.setattr(update_return.return_program, "__defaults__", (launch,))


def test_without_a_version_before_it_is_only_explained(
    tmp_path: Path, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_with(monkeypatch, UpgradeFailedError("isi surat akan berubah"), lambda *words: None)
    assert application.open_or_explain(tmp_path) is None
    assert "Data tidak diubah" in told[0]
