"""What Bappeda gave back, in the window: read by itself, listed, shown, done with."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.penerimaan.komentar import ButirKomentar
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.balasan import take_replies
from kinerja_desktop.services.kiriman.delivery import Drive
from kinerja_desktop.services.kiriman.komentar import list_komentar_masuk
from kinerja_desktop.services.kiriman.pantauan import PenemuBalasan
from kinerja_desktop.store.records import Indikator
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.beranda.page import BerandaPage
from kinerja_desktop.ui.kirim.page import KirimPage
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.shell import reply_watch
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.reply_watch import ReplyWatch
from tests.services.dokumen.papers import TAHUN, indikator_id
from tests.services.kiriman.test_komentar import give, sender, stick
from tests.services.penerimaan.senders import open_bappeda, send
from tests.ui.window import current_page, open_window, settle

__all__ = ["sender", "stick"]

LEFT = Qt.MouseButton.LeftButton
ONE = ButirKomentar(
    UUID(int=1), 2024, None, "", "Lampirkan hasil survei.", "Sri Rahayu",
    datetime(2025, 2, 10, 2, 0, tzinfo=UTC),
)  # fmt: skip


@pytest.fixture
def window(qtbot: QtBot, sender: Office) -> Iterator[MainWindow]:
    pages = (BerandaPage, PengukuranPage, KirimPage)
    with open_window(qtbot, sender, pages, TAHUN) as opened:
        yield opened


def show_comments(qtbot: QtBot, window: MainWindow) -> KirimPage:
    window.open_page("kirim", "komentar")
    settle(qtbot, window)
    page = current_page(window)
    assert isinstance(page, KirimPage)
    return page


def test_a_stick_that_is_plugged_in_is_read_and_told_by_itself(
    qtbot: QtBot, window: MainWindow, sender: Office, stick: Path, tmp_path: Path
) -> None:
    drives: list[Drive] = []
    watch = ReplyWatch(window.context, window.notice, PenemuBalasan(lambda: drives), every_s=0.05)
    settle(qtbot, window)
    other = tmp_path / "stik-2"
    other.mkdir()
    give(other, ONE, replace(ONE, id=UUID(int=2), isi="Perbaiki target."))
    give(other, ONE, kecamatan="Klakah", name="KLAKAH")
    assert window.notice.isHidden()
    drives.append(Drive(other, "SAKIP", 1))
    qtbot.waitUntil(window.notice.isVisible, timeout=10_000)
    assert window.notice.label.text() == "2 komentar baru dari Bappeda."
    assert QApplication.activeModalWidget() is None
    assert len(list_komentar_masuk(sender)) == 2
    # Beside the package as well, where no stick is plugged in; what is damaged is told.
    give(stick, replace(ONE, id=UUID(int=3), isi="Tiga."))
    (stick / "TANDA_TERIMA_X.json").write_text("[]")
    qtbot.waitUntil(lambda: len(list_komentar_masuk(sender)) == 3, timeout=10_000)
    qtbot.waitUntil(lambda: "\n" in window.notice.label.text(), timeout=10_000)
    assert "Perlu diperhatikan: TANDA_TERIMA_X.json" in window.notice.label.text()
    qtbot.mouseClick(window.notice.open_button, LEFT)
    settle(qtbot, window)
    assert window.notice.isHidden()
    page = current_page(window)
    assert isinstance(page, KirimPage)
    assert page.tabs.currentWidget() is page.comments
    watch.stop()


def test_the_band_is_closed_by_its_button(qtbot: QtBot, window: MainWindow) -> None:
    for text in ("Satu.", "Dua.", "Tiga.", "Empat.", "Empat."):
        window.notice.tell(text, "kirim", "komentar")
    assert window.notice.label.text() == "Dua.\nTiga.\nEmpat."
    qtbot.mouseClick(window.notice.close_button, LEFT)
    assert window.notice.isHidden()
    window.notice.tell("Lima.", "kirim", "komentar")
    assert window.notice.label.text() == "Lima."


def test_a_package_written_elsewhere_is_watched_there_from_then_on(
    qtbot: QtBot, window: MainWindow, sender: Office, tmp_path: Path
) -> None:
    watch = ReplyWatch(window.context, window.notice, PenemuBalasan(list), every_s=0.05)
    settle(qtbot, window)
    place = tmp_path / "folder bersama"
    send(sender, place)
    settle(qtbot, window)
    give(place, ONE)
    qtbot.waitUntil(lambda: len(list_komentar_masuk(sender)) == 1, timeout=10_000)
    watch.stop()


def test_a_stick_that_fails_is_looked_at_again(
    qtbot: QtBot, window: MainWindow, stick: Path, sender: Office
) -> None:
    calls: list[int] = []

    def list_drives() -> list[Drive]:
        calls.append(1)
        if len(calls) == 1:
            raise OSError(5, "Input/output error")
        return []

    watch = ReplyWatch(window.context, window.notice, PenemuBalasan(list_drives), every_s=0.02)
    qtbot.waitUntil(lambda: len(calls) > 2, timeout=10_000)
    assert window.notice.isHidden()
    watch.stop()


def test_bappeda_looks_for_nothing(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[object] = []
    monkeypatch.setattr(reply_watch, "ReplyWatch", lambda *found: made.append(found))
    reply_watch.watch_replies(window.context, window.notice)
    assert len(made) == 1
    office = open_bappeda(tmp_path / "bappeda")
    monkeypatch.setattr(window.context, "office", office)
    reply_watch.watch_replies(window.context, window.notice)
    office.close()
    assert len(made) == 1


def test_comments_are_read_from_a_folder_and_done_with(
    qtbot: QtBot, window: MainWindow, sender: Office, stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = show_comments(qtbot, window)
    assert page.comments.list.empty.isVisible()
    told: list[tuple[str, list[str]]] = []
    monkeypatch.setattr(
        dialogs, "show_problems",
        lambda _parent, heading, lines: told.append((heading, [str(line) for line in lines])),
    )  # fmt: skip
    chosen: list[Path | None] = [None, stick, stick]
    monkeypatch.setattr(dialogs, "choose_folder", lambda *_: chosen.pop(0))
    for _ in range(2):
        qtbot.mouseClick(page.comments.read_button, LEFT)
        settle(qtbot, window)
    assert told == [("Tidak ada tanda terima atau komentar Bappeda di folder itu.", [])]
    give(stick, ONE)
    qtbot.mouseClick(page.comments.read_button, LEFT)
    settle(qtbot, window)
    assert told[1] == (
        "1 hal dicatat dari Bappeda.",
        ["1 komentar baru dari Bappeda Kabupaten Lumajang"],
    )
    qtbot.waitUntil(lambda: page.comments.list.model.rowCount() == 1)
    assert (
        "Sri Rahayu, Bappeda Kabupaten Lumajang, 10 Februari 2025"
        in page.comments.list.detail.text()
    )
    comments = page.comments
    comments.day.setText("kemarin dulu")
    assert not comments.done_button.isEnabled()
    comments.day.setText("2-2-2025")
    qtbot.mouseClick(comments.done_button, LEFT)
    settle(qtbot, window)
    assert comments.list.model.index(0, 4).data() == "Selesai 2 Februari 2025"
    assert list_komentar_masuk(sender)[0].selesai == date(2025, 2, 2)
    assert comments.done_button.text() == "Tandai belum s&elesai"
    qtbot.mouseClick(comments.done_button, LEFT)
    settle(qtbot, window)
    assert comments.list.model.index(0, 4).data() == "Belum selesai"


def test_a_comment_stands_on_beranda_and_below_the_table_of_pengukuran(
    qtbot: QtBot, window: MainWindow, sender: Office, stick: Path
) -> None:
    with sender.journal.reading() as session:
        words = session.get_one(Indikator, indikator_id(sender)).uraian
    give(stick, replace(ONE, tentang=words))
    take_replies(sender, stick)
    settle(qtbot, window)
    beranda = current_page(window)
    assert isinstance(beranda, BerandaPage)
    lines = [label.text() for label in beranda.due.findChildren(QLabel)]
    assert "Komentar Bappeda: Lampirkan hasil survei." in lines
    window.open_page("pengukuran")
    settle(qtbot, window)
    page = current_page(window)
    assert isinstance(page, PengukuranPage)
    page.table.setCurrentIndex(page.model.entry_index(str(indikator_id(sender))))
    assert "△ Komentar Bappeda: Lampirkan hasil survei." in page.note.text()
    assert page.note.isVisible()
