"""Forms go out: the dialog, the files, and what keeps them from being written."""

from datetime import date
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.exchange import files
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.delivery import Drive
from kinerja_desktop.services.pengumpulan import kirim
from kinerja_desktop.services.pengumpulan.papan import read_papan
from kinerja_desktop.services.pengumpulan.pemegang import Menurut
from kinerja_desktop.ui.pengumpulan import sending
from kinerja_desktop.ui.pengumpulan.send_dialog import SendDialog
from tests.services.pengumpulan.office import KASI, KASUBBAG, PERIODE
from tests.ui.pengumpulan.window import LEFT, Heart, answer, collecting, press
from tests.ui.speech import Speech
from tests.ui.window import settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


@pytest.fixture(autouse=True)
def no_sticks(monkeypatch: pytest.MonkeyPatch) -> list[Drive]:
    """The sticks that are plugged in; tests add theirs."""
    drives: list[Drive] = []
    monkeypatch.setattr(sending, "list_drives", lambda: drives)
    return drives


def words(dialog: SendDialog) -> list[str]:
    return [dialog.holders.item(row).text() for row in range(dialog.holders.count())]


def ticked(dialog: SendDialog) -> list[bool]:
    items = [dialog.holders.item(row) for row in range(dialog.holders.count())]
    return [item.checkState() == Qt.CheckState.Checked for item in items]


def tick(dialog: SendDialog, row: int) -> None:
    """Click the box before a line."""
    item = dialog.holders.item(row)
    place = dialog.holders.visualItemRect(item)
    place.setWidth(2 * place.height())
    dialog.holders.setCurrentItem(item)
    QTest.keyClick(dialog.holders, Qt.Key.Key_Space)


def confirm(dialog: SendDialog) -> None:
    QTest.mouseClick(dialog.send_button, LEFT)


def written(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*.xlsx"))


def test_one_click_sends_to_all_into_a_folder_of_each(
    qtbot: QtBot, kantor: Office, tmp_path: Path, speech: Speech
) -> None:
    folder = tmp_path / "keluar"
    folder.mkdir()
    speech.answers["choose_folder"] = folder

    def fill(dialog: SendDialog) -> None:
        assert ticked(dialog) == [True, True]
        assert words(dialog)[1] == f"{KASUBBAG} – 11 data, belum dikirim"
        # Five hari kerja after Monday the 15th.
        assert dialog.day.day() == date(2024, 7, 22)
        assert not dialog.send_button.isEnabled(), "no place is chosen"
        assert dialog.place.placeholderText() == "Colokkan flashdisk, atau pilih folder"
        QTest.mouseClick(dialog.folder_button, LEFT)
        assert dialog.send_button.text() == "Kirim 2 formulir"
        confirm(dialog)

    with collecting(qtbot, kantor) as (window, tab):
        answer(fill)
        press(qtbot, window, tab.send_button)
        qtbot.waitUntil(lambda: not window.foot.result.isHidden())
        settle(qtbot, window)
        assert speech.said == []
        assert window.foot.result.label.text() == (
            f"2 formulir, nota dinas dan daftar penerimaannya ditulis ke {folder}."
        )
        assert written(folder) == [
            "Kasi_Pelayanan_Umum/Formulir_2024-TW2_Kasi_Pelayanan_Umum.xlsx",
            "Kasubbag_Perencanaan_dan_Keuangan/"
            "Formulir_2024-TW2_Kasubbag_Perencanaan_dan_Keuangan.xlsx",
        ]
        assert "batas waktu 22 Juli 2024" in tab.board.summary.text()
        assert tab.print_button.isEnabled()


def test_one_holder_without_a_folder_of_its_own_by_the_keyboard(
    qtbot: QtBot, kantor: Office, tmp_path: Path, speech: Speech
) -> None:
    folder = tmp_path / "keluar"
    folder.mkdir()

    def fill(dialog: SendDialog) -> None:
        dialog.add_folder(folder)
        QTest.keyClick(dialog.all_box, Qt.Key.Key_Space)
        assert ticked(dialog) == [False, False]
        assert not dialog.send_button.isEnabled(), "nobody is chosen"
        assert dialog.send_button.text() == "Kirim formulir"
        tick(dialog, 0)
        QTest.keyClick(dialog.own_folder, Qt.Key.Key_Space)
        dialog.day.setFocus()
        QTest.keySequence(dialog.day, "Ctrl+A")
        QTest.keyClicks(dialog.day, "31-2-2024")
        assert not dialog.send_button.isEnabled(), "that is no date"
        assert "bukan tanggal" in dialog.day.reading.text()
        QTest.keySequence(dialog.day, "Ctrl+A")
        QTest.keyClicks(dialog.day, "1 agu 2024")
        confirm(dialog)

    with collecting(qtbot, kantor) as (window, tab):
        answer(fill)
        press(qtbot, window, tab.send_button)
        qtbot.waitUntil(lambda: not window.foot.result.isHidden())
        assert written(folder) == ["Formulir_2024-TW2_Kasi_Pelayanan_Umum.xlsx"]
        row = read_papan(kantor, PERIODE).baris[0]
        assert (row.pemegang, row.tenggat) == (KASI, date(2024, 8, 1))


def test_the_other_way_of_naming_holders(qtbot: QtBot, kantor: Office) -> None:
    with kantor.journal.action("Menunjuk penanggung jawab") as session:
        for row in session.exec(kirim_select()):
            row.penanggung_jawab = "Sekretaris"
    boards = [read_papan(kantor, PERIODE, way) for way in Menurut]
    dialog = SendDialog(None, boards, date(2024, 7, 22), [])  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.show()
    assert [text.partition(" – ")[0] for text in words(dialog)] == [KASI, KASUBBAG]
    dialog.way.setFocus()
    QTest.keyClick(dialog.way, Qt.Key.Key_Down)
    # The budget lines stay with whom they name.
    assert [text.partition(" – ")[0] for text in words(dialog)] == [KASUBBAG, "Sekretaris"]
    dialog.add_folder(Path("/tmp"))
    chosen = dialog.chosen()
    assert chosen is not None
    assert chosen.menurut is Menurut.PENANGGUNG_JAWAB
    assert chosen.map_sendiri


def kirim_select() -> Any:
    from sqlmodel import select

    from kinerja_desktop.store.records import Indikator

    return select(Indikator)


def test_the_one_stick_is_chosen_and_of_two_none(
    qtbot: QtBot, kantor: Office, tmp_path: Path
) -> None:
    drives = [
        Drive(tmp_path / "a", "KANTOR", 4_000_000, is_writable=True),
        Drive(tmp_path / "b", "TERKUNCI", 4_000_000, is_writable=False),
    ]
    boards = [read_papan(kantor, PERIODE, way) for way in Menurut]
    dialog = SendDialog(None, boards, date(2024, 7, 22), drives)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    offered = [dialog.place.itemText(row) for row in range(dialog.place.count())]
    assert len(offered) == 1
    assert offered[0].startswith("KANTOR (")
    chosen = dialog.chosen()
    assert chosen is not None
    assert chosen.folder == tmp_path / "a"
    drives.append(Drive(tmp_path / "c", "LAIN", 4_000_000, is_writable=True))
    dialog = SendDialog(None, boards, date(2024, 7, 22), drives)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.chosen() is None
    assert not dialog.send_button.isEnabled()
    dialog.place.setFocus()
    QTest.keyClick(dialog.place, Qt.Key.Key_Down)
    QTest.keyClick(dialog.place, Qt.Key.Key_Down)
    assert dialog.send_button.isEnabled()
    chosen = dialog.chosen()
    assert chosen is not None
    assert chosen.folder == tmp_path / "c"


def test_a_dialog_without_holders_says_where_they_are_named(qtbot: QtBot, muncar: Office) -> None:
    boards = [read_papan(muncar, Periode(2024), way) for way in Menurut]
    dialog = SendDialog(None, boards, date(2024, 7, 22), [])  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.add_folder(Path("/tmp"))
    assert dialog.nobody.isVisible()
    assert "Belum ada pemegang data untuk Tahun 2024" in dialog.nobody.text()
    assert not dialog.send_button.isEnabled()
    assert not dialog.all_box.isEnabled()


def test_no_letter_of_the_dialog_is_claimed_twice(qtbot: QtBot, kantor: Office) -> None:
    from PySide6.QtGui import QKeySequence
    from PySide6.QtWidgets import QAbstractButton

    boards = [read_papan(kantor, PERIODE, way) for way in Menurut]
    dialog = SendDialog(None, boards, date(2024, 7, 22), [])  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    texts = [button.text() for button in dialog.findChildren(QAbstractButton)]
    texts += [label.text() for label in dialog.findChildren(QLabel) if label.buddy()]
    letters = [found for text in texts if (found := QKeySequence.mnemonic(text).toString())]
    assert sorted(letters) == sorted(set(letters))
    assert len(letters) == 6


def test_a_button_pressed_twice_opens_one_dialog(qtbot: QtBot, kantor: Office) -> None:
    opened: list[QDialog] = []

    def leave(dialog: SendDialog) -> None:
        opened.append(dialog)
        dialog.reject()

    with collecting(qtbot, kantor) as (window, tab):
        answer(leave)
        QTest.mouseClick(tab.send_button, LEFT)
        QTest.mouseClick(tab.send_button, LEFT)
        settle(qtbot, window)
        assert len(opened) == 1
        # Turned away from, it opens again.
        answer(leave)
        press(qtbot, window, tab.send_button)
        assert len(opened) == 2


def accept_all(folder: Path) -> Any:
    def fill(dialog: SendDialog) -> None:
        dialog.add_folder(folder)
        confirm(dialog)

    return fill


@pytest.mark.parametrize("failure", ["gone", "full"])
def test_a_failure_leaves_nothing_behind(
    qtbot: QtBot,
    kantor: Office,
    tmp_path: Path,
    speech: Speech,
    monkeypatch: pytest.MonkeyPatch,
    failure: str,
) -> None:
    folder = tmp_path / "keluar"
    if failure == "full":
        folder.mkdir()
        whole = files.write_file
        count: list[Path] = []

        def write(path: Path, content: bytes) -> None:
            if count:
                raise OSError(28, "No space left on device", str(path))
            count.append(path)
            whole(path, content)

        from kinerja_desktop.errors import explain_os_error

        def write_or_explain(path: Path, content: bytes) -> None:
            try:
                write(path, content)
            except OSError as error:
                raise explain_os_error(error, path) from error

        monkeypatch.setattr(kirim, "write_file", write_or_explain)
    with collecting(qtbot, kantor) as (window, tab):
        answer(accept_all(folder))
        press(qtbot, window, tab.send_button)
        qtbot.waitUntil(lambda: bool(speech.said))
        settle(qtbot, window)
        (said,) = speech.said
        assert said.startswith("galat: ")
        assert ("tidak ada" if failure == "gone" else "penuh") in said
        assert not folder.exists() or list(folder.iterdir()) == []
        assert all(row.dikirim is None for row in read_papan(kantor, PERIODE).baris)
        assert tab.send_button.isEnabled()


def test_writing_can_be_stopped_and_blocks_the_other_buttons(
    qtbot: QtBot,
    kantor: Office,
    tmp_path: Path,
    speech: Speech,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "keluar"
    folder.mkdir()
    begun, go_on = Event(), Event()
    whole = files.write_file

    def write(path: Path, content: bytes) -> None:
        whole(path, content)
        begun.set()
        go_on.wait(20)

    monkeypatch.setattr(kirim, "write_file", write)
    with collecting(qtbot, kantor) as (window, tab):
        answer(accept_all(folder))
        QTest.mouseClick(tab.send_button, LEFT)
        qtbot.waitUntil(begun.is_set, timeout=20_000)
        buttons = (tab.send_button, tab.take_button, tab.folder_button, tab.warn_button)
        assert not any(button.isEnabled() for button in buttons)
        heart = Heart()
        qtbot.wait(60)
        assert heart.longest < 50, "the window lives while the worker writes"
        QTest.mouseClick(tab.strip.cancel_button, LEFT)
        assert tab.strip.label.text() == "Membatalkan…"
        go_on.set()
        settle(qtbot, window)
        assert window.statusBar().currentMessage().startswith("Pembuatan formulir dibatalkan")
        assert list(folder.iterdir()) == []
        assert speech.said == []
        assert tab.send_button.isEnabled()
