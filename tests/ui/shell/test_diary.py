"""What ran in the background is told afterwards too: how it ended, where its files are."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event
from time import sleep

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from kinerja_desktop.errors import CancelledError, KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.button_deed import run_from_button
from kinerja_desktop.ui.base.diary import WorkDiary, WorkState
from kinerja_desktop.ui.base.tasks import Task
from kinerja_desktop.ui.base.work_strip import WorkStrip
from kinerja_desktop.ui.riwayat.page import RiwayatPage
from kinerja_desktop.ui.shell.diary_dialog import DiaryDialog
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.ui.window import open_window, settle

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def window(qtbot: QtBot, muncar: Office) -> Iterator[MainWindow]:
    with open_window(qtbot, muncar, (RiwayatPage,)) as opened:
        yield opened


@pytest.fixture
def strip(qtbot: QtBot, window: MainWindow) -> WorkStrip:
    made = WorkStrip(window.context)
    qtbot.addWidget(made)
    return made


def texts(dialog: DiaryDialog) -> list[list[str]]:
    model = dialog.list.model
    return [
        [str(model.index(row, column).data()) for column in range(1, model.columnCount())]
        for row in range(model.rowCount())
    ]


def opened(window: MainWindow) -> DiaryDialog:
    window.foot.diary_button.click()
    (dialog,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, DiaryDialog)]
    assert not dialog.isModal()
    return dialog


def test_what_was_written_is_found_again(
    qtbot: QtBot, window: MainWindow, strip: WorkStrip, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    assert window.foot.diary_button.isHidden()
    context = window.context
    strip.run(
        "Mengekspor data…",
        lambda _: None,
        lambda _: context.say_written("Cadangan ditulis.", tmp_path),
        context.tasks.busy_changed.emit,
    )
    assert context.diary.works[0].state is WorkState.RUNNING
    settle(qtbot, window)
    assert window.foot.diary_button.isVisible()
    assert "Mengekspor data, selesai" in window.foot.diary_button.toolTip()
    context.say("Yang lain.")
    dialog = opened(window)
    assert texts(dialog) == [["Mengekspor data", "selesai", "Cadangan ditulis."]]
    urls: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", urls.append)
    dialog.folder_button.click()
    assert [Path(url.toLocalFile()) for url in urls] == [tmp_path]
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()


def test_the_list_goes_on_with_the_work_the_latest_first(
    qtbot: QtBot, window: MainWindow, strip: WorkStrip
) -> None:
    context, go_on = window.context, Event()
    context.diary.note("Cadangan otomatis", "Dibuat dan diperiksa: a.db")
    dialog = opened(window)

    def work(task: Task) -> None:
        go_on.wait(5)
        if task.is_cancelled():
            raise CancelledError

    strip.run("Menyiapkan paket…", work, lambda _: None, lambda _: None)
    assert texts(dialog)[0] == ["Menyiapkan paket", "sedang berjalan", ""]
    assert dialog.list.current() is context.diary.works[0], "the cursor stays on its line"
    assert not dialog.folder_button.isEnabled()
    strip.cancel()
    go_on.set()
    settle(qtbot, window)
    assert texts(dialog)[0][1] == "dibatalkan"
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()


def test_what_is_being_stored_can_no_longer_be_stopped(
    qtbot: QtBot, window: MainWindow, strip: WorkStrip
) -> None:
    context, go_on = window.context, Event()

    def work(task: Task) -> None:
        assert not task.last_call()
        go_on.wait(5)

    strip.run("Memulihkan…", work, lambda _: context.say("Dipulihkan."), lambda _: None)
    qtbot.waitUntil(lambda: not strip.cancel_button.isEnabled())
    assert strip.label.text().startswith("Tidak dapat dibatalkan lagi")
    assert strip.cancel_button.toolTip().startswith("Tidak dapat dibatalkan lagi")
    strip.cancel()
    go_on.set()
    settle(qtbot, window)
    assert (context.diary.works[0].state, context.diary.works[0].result) == (
        WorkState.DONE, "Dipulihkan.",
    )  # fmt: skip
    strip.run("Lagi…", lambda _: None, lambda _: None, lambda _: None)
    assert strip.cancel_button.isEnabled()
    assert not strip.cancel_button.toolTip()
    settle(qtbot, window)


def test_what_was_done_until_it_was_stopped_is_told(
    qtbot: QtBot, window: MainWindow, strip: WorkStrip
) -> None:
    context = window.context

    def work(task: Task) -> str:
        while not task.is_cancelled():
            sleep(0.005)
        return "Dihentikan: 2 dari 5 diterima."

    strip.run("Menerima…", work, context.say, lambda _: None)
    strip.cancel()
    settle(qtbot, window)
    assert (context.diary.works[0].state, context.diary.works[0].result) == (
        WorkState.CANCELLED, "Dihentikan: 2 dari 5 diterima.",
    )  # fmt: skip


def test_a_failure_is_no_stop_although_it_was_asked_for(
    qtbot: QtBot, window: MainWindow, strip: WorkStrip
) -> None:
    def work(task: Task) -> None:
        raise KinerjaError("Flashdisk terlepas.", "Colokkan lagi.")

    strip.run("Menulis…", work, lambda _: None, lambda _: None)
    strip.cancel()
    settle(qtbot, window)
    assert window.context.diary.works[0].state is WorkState.FAILED


def test_a_failure_keeps_its_sentence(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dialogs, "explain", lambda *_: None)
    button = QPushButton("&Jadikan final…")
    qtbot.addWidget(button)
    for fails in (True, False):

        def deed(fails: bool = fails) -> None:
            if fails:
                raise KinerjaError("Flashdisk penuh.", "Kosongkan lalu ulangi.")

        run_from_button(window.context, window, button, deed, lambda _: "Sudah final.")
        settle(qtbot, window)
    first, second = window.context.diary.works
    assert (first.name, first.state) == ("Jadikan final", WorkState.FAILED)
    assert first.result == "Flashdisk penuh. Kosongkan lalu ulangi."
    assert (second.state, second.result) == (WorkState.DONE, "Sudah final.")


def test_a_bug_is_called_one_and_the_list_has_an_end(muncar: Office) -> None:
    diary = WorkDiary(muncar.now)
    diary.note("Membaca", "", ValueError("x"))
    assert diary.works[0].result == "kesalahan program; laporannya ditampilkan"
    for _ in range(300):
        diary.note("Membaca", "baik")
    assert len(diary.works) == 200
    assert diary.works[-1].number == 301
    diary.hear("Sesuatu.")
    assert diary.works[-1].result == "baik"
