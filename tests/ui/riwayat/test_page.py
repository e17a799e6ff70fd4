from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from threading import Event
from time import sleep
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.progress import Progress
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.delivery import Drive
from kinerja_desktop.services.pengukuran import bukti
from kinerja_desktop.services.riwayat import maintenance
from kinerja_desktop.services.riwayat.maintenance import BedaTabel, Perbandingan
from kinerja_desktop.services.riwayat.restoring import restore_into
from kinerja_desktop.services.riwayat.trail import Deed, Rincian, list_deeds
from kinerja_desktop.store.records import Instansi, Transaksi
from kinerja_desktop.ui.base.diary import WorkState
from kinerja_desktop.ui.base.work_alone import AloneDialog
from kinerja_desktop.ui.riwayat import backup_tab, restore_dialog
from kinerja_desktop.ui.riwayat import page as riwayat_page
from kinerja_desktop.ui.riwayat.page import RiwayatPage
from kinerja_desktop.ui.riwayat.restore_dialog import RestoreDialog, describe_loss
from kinerja_desktop.ui.riwayat.trail_model import TrailModel
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.conftest import Clock
from tests.services.dokumen.papers import IKM, TAHUN, indikator_id
from tests.tampering import tamper
from tests.ui.speech import Speech
from tests.ui.stopping import last_state, press_batal
from tests.ui.window import current_page, open_window, settle

Opened = tuple[MainWindow, RiwayatPage]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def speech(monkeypatch: pytest.MonkeyPatch) -> Speech:
    monkeypatch.setattr(backup_tab, "list_drives", list)
    return Speech(monkeypatch)


@pytest.fixture
def consent(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, str]]:
    """What was asked before restoring; the clerk agrees."""
    asked: list[tuple[str, str]] = []

    def agree(_parent: object, nama: str, _beda: object, yes: str) -> bool:
        asked.append((nama, yes))
        return True

    monkeypatch.setattr(restore_dialog, "confirm_restore", agree)
    return asked


@pytest.fixture
def opened(qtbot: QtBot, muncar: Office, speech: Speech) -> Iterator[Opened]:
    with open_window(qtbot, muncar, (RiwayatPage,), TAHUN) as window:
        page = current_page(window)
        assert isinstance(page, RiwayatPage)
        yield window, page


def wait(qtbot: QtBot, opened: Opened) -> None:
    window, page = opened
    tasks = window.context.tasks
    qtbot.waitUntil(lambda: not page.trail._timer.isActive() and tasks.pending == 0, timeout=20_000)


def rename(office: Office, uraian: str) -> None:
    change_field(office, "indikator", indikator_id(office), "uraian", uraian)


def uraian(office: Office) -> str:
    return str(list_rows(office, "indikator", kode="IKU-1")[0]["uraian"])


def lines(model: QAbstractItemModel, parent: QModelIndex | None = None) -> list[str]:
    root = parent or QModelIndex()
    column = 0 if parent else 2
    return [str(model.index(row, column, root).data()) for row in range(model.rowCount(root))]


# -- the trail


def test_the_newest_deed_stands_on_top(qtbot: QtBot, opened: Opened, muncar: Office) -> None:
    _, page = opened
    rename(muncar, "Indeks baru")
    wait(qtbot, opened)
    model = page.trail.model
    assert [model.index(0, column).data() for column in range(3)] == [
        "15 Januari 2025 09.00", "Operator", "Mengubah Indikator: Indikator kinerja",
    ]  # fmt: skip
    assert lines(model)[-1] == "Mengimpor buku kerja muncar.xlsx"


def test_a_deed_unfolds_into_what_it_changed(qtbot: QtBot, opened: Opened, muncar: Office) -> None:
    _, page = opened
    rename(muncar, "Indeks baru")
    wait(qtbot, opened)
    tree, model = page.trail.tree, page.trail.model
    tree.setFocus()
    tree.setCurrentIndex(model.index(0, 0))
    qtbot.keyClick(tree, Qt.Key.Key_Right)
    assert lines(model, model.index(0, 0)) == ["memuat…"]
    wait(qtbot, opened)
    change = f"Indikator IKU-1 Indeks baru · Indikator kinerja: {IKM} → Indeks baru"
    assert lines(model, model.index(0, 0)) == [change]
    qtbot.keyClick(tree, Qt.Key.Key_Down)
    assert page.trail.detail.toPlainText() == change
    tree.collapse(model.index(0, 0))
    tree.expand(model.index(0, 0))
    assert lines(model, model.index(0, 0)) == [change]


def test_lines_of_the_trail_are_copied_as_excel_takes_them(
    qtbot: QtBot, opened: Opened, muncar: Office
) -> None:
    _, page = opened
    rename(muncar, "Indeks baru")
    rename(muncar, "Indeks lain")
    wait(qtbot, opened)
    tree, model = page.trail.tree, page.trail.model
    tree.setCurrentIndex(model.index(0, 0))
    tree.expand(model.index(0, 0))
    wait(qtbot, opened)
    tree.setFocus()
    deed = "15 Januari 2025 09.00\tOperator\tMengubah Indikator: Indikator kinerja\n"
    qtbot.keyClick(tree, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == deed
    # With what it changed, and the deed below it.
    for _ in range(2):
        qtbot.keyClick(tree, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    menu = tree.make_menu()
    captions = [action.text() for action in menu.actions() if action.text()]
    assert captions == [
        "&Salin\tCtrl+C", "Salin dengan &judul\tCtrl+Shift+C", "&Buka rincian",
    ]  # fmt: skip
    menu.actions()[1].trigger()
    change = "\t\tIndikator IKU-1 Indeks lain · Indikator kinerja: Indeks baru → Indeks lain\n"
    assert QGuiApplication.clipboard().text() == (
        f"Waktu\tPelaku\tYang dilakukan\n{deed}{change}{deed}"
    )
    menu.actions()[-1].trigger()
    assert tree.isExpanded(model.index(1, 0))
    menu.deleteLater()


def test_words_and_dates_narrow_the_trail(
    qtbot: QtBot, opened: Opened, muncar: Office, clock: Clock
) -> None:
    _, page = opened
    trail = page.trail
    clock.moment += timedelta(days=20)
    rename(muncar, "Indeks baru")
    wait(qtbot, opened)
    qtbot.keyClicks(trail.words, "buku kerja")
    wait(qtbot, opened)
    assert lines(trail.model) == ["Mengimpor buku kerja muncar.xlsx"]
    trail.words.clear()
    qtbot.keyClicks(trail.since, "1-2-2025")
    wait(qtbot, opened)
    assert lines(trail.model) == ["Mengubah Indikator: Indikator kinerja"]
    qtbot.keyClicks(trail.until, "3 Februari 2025")
    wait(qtbot, opened)
    assert lines(trail.model) == []
    assert "cocok" in trail.empty.text()
    assert trail.tree.isHidden()


def test_a_date_that_is_none_is_told_and_the_list_stays(qtbot: QtBot, opened: Opened) -> None:
    _, page = opened
    before = lines(page.trail.model)
    qtbot.keyClicks(page.trail.since, "kemarin")
    wait(qtbot, opened)
    assert page.trail.note.isVisible()
    assert "'kemarin' bukan tanggal" in page.trail.note.text()
    assert lines(page.trail.model) == before
    page.trail.since.setText("1-1-2025")
    wait(qtbot, opened)
    assert page.trail.note.isHidden()


def test_an_empty_trail_says_why(qtbot: QtBot, office: Office, speech: Speech) -> None:
    with open_window(qtbot, office, (RiwayatPage,)) as window:
        page = current_page(window)
        assert isinstance(page, RiwayatPage)
        assert "Belum ada yang diubah" in page.trail.empty.text()
        assert page.trail.tree.isHidden()
        assert "Belum ada cadangan" in page.backups.empty.text()


def test_a_long_trail_is_read_page_by_page(
    qtbot: QtBot, muncar: Office, speech: Speech, clock: Clock
) -> None:
    with muncar.engine.begin() as connection:
        from sqlalchemy import insert

        deed = {"waktu": clock.moment, "pelaku": "Uji", "rantai": ""}
        connection.execute(insert(Transaksi), [{**deed, "label": f"Deed {n}"} for n in range(450)])
    with open_window(qtbot, muncar, (RiwayatPage,)) as window:
        page = current_page(window)
        assert isinstance(page, RiwayatPage)
        trail = page.trail
        assert len(trail.model.tindakan) == 200
        trail.tree.setFocus()
        while not trail._whole:
            before = len(trail.model.tindakan)
            qtbot.keyClick(trail.tree, Qt.Key.Key_End)
            settle(qtbot, window)
            assert len(trail.model.tindakan) > before
        assert [d.id for d in trail.model.tindakan] == [
            d.id for d in list_deeds(muncar, batas=10_000)
        ]
        # Nothing more is read at the end, nor with a date that is none.
        trail._read_on(10_000)
        trail._whole = False
        trail.since.setText("x")
        trail._read_on(10_000)
        assert window.context.tasks.pending == 0
        wait(qtbot, (window, page))


def test_what_was_asked_for_before_a_new_filter_is_dropped(
    qtbot: QtBot, opened: Opened, muncar: Office
) -> None:
    _, page = opened
    trail = page.trail
    trail._whole = False
    trail._read_on(10_000)
    trail._load_rincian(0)
    trail.words.setText("buku kerja")
    trail.load()
    trail.load()
    wait(qtbot, opened)
    assert lines(trail.model) == ["Mengimpor buku kerja muncar.xlsx"]


def test_the_model_of_the_trail_keeps_qts_rules(qtbot: QtBot, clock: Clock) -> None:
    model = TrailModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    wanted: list[int] = []
    model.rincian_wanted.connect(wanted.append)
    model.append([])
    model.append([Deed(2, clock.moment, "A", "Dua", 400), Deed(1, clock.moment, "A", "Satu", 0)])
    many, none = model.index(0, 0), model.index(1, 0)
    assert (model.rowCount(many), model.rowCount(none)) == (1, 0)
    assert model.rowCount(model.index(0, 0, many)) == 0
    assert model.index(0, 1, many).data() is None
    model.unfold(many)
    model.unfold(model.index(0, 0, many))
    rincian = [Rincian("Realisasi", f"baris {n}", "Nilai", "1", "2") for n in range(300)]
    model.set_rincian(0, rincian)
    model.unfold(many)
    assert wanted == [0]
    assert model.rowCount(many) == 301
    assert model.index(300, 0, many).data() == "… dan 100 baris lagi"
    assert not model.index(9, 0).isValid()
    assert model.data(QModelIndex()) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert many.data(Qt.ItemDataRole.DecorationRole) is None
    model.clear()
    assert model.rowCount() == 0
    assert tester.model() is model


# -- the whole office proved


def test_a_sound_office_is_told_so(qtbot: QtBot, opened: Opened, speech: Speech) -> None:
    window, page = opened
    qtbot.mouseClick(page.check_button, LEFT)
    assert not page.check_button.isEnabled()
    assert page.strip.isVisible()
    settle(qtbot, window)
    assert page.check_button.isEnabled()
    assert speech.said == [], "nothing has to be closed"
    assert page.checked.isVisible()
    assert page.checked.text().startswith("✓ Data diperiksa dari awal sampai akhir (")
    assert ": semuanya baik. Isi data cocok dengan riwayatnya" in page.checked.text()


def test_what_was_changed_outside_is_listed(
    qtbot: QtBot, opened: Opened, muncar: Office, speech: Speech
) -> None:
    window, page = opened
    tamper(muncar, Instansi, kecamatan="Lain")
    qtbot.mouseClick(page.check_button, LEFT)
    settle(qtbot, window)
    (line,) = speech.said
    assert line.startswith("masalah: Ada yang tidak cocok pada data kantor ini.")
    assert "tercatat Muncar, kini Lain; diubah di luar program" in line


def test_an_office_that_cannot_be_proved_is_explained(
    qtbot: QtBot, opened: Opened, speech: Speech, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KinerjaError("Disk lepas.", "Pasang lagi.")

    window, page = opened
    monkeypatch.setattr(riwayat_page, "check_office", fail)
    qtbot.mouseClick(page.check_button, LEFT)
    settle(qtbot, window)
    assert speech.said == ["galat: Disk lepas. Pasang lagi."]


def test_proving_can_be_stopped(
    qtbot: QtBot, opened: Opened, speech: Speech, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = opened
    begun = Event()

    def check(office: Office, progress: Progress, cancelled: Any) -> list[Any]:
        progress(1, 6, "Memeriksa dokumen final…")
        begun.set()
        while not cancelled():
            sleep(0.005)
        return maintenance.check_office(office, progress, cancelled)

    monkeypatch.setattr(riwayat_page, "check_office", check)
    qtbot.mouseClick(page.check_button, LEFT)
    qtbot.waitUntil(begun.is_set)
    qtbot.mouseClick(page.strip.cancel_button, LEFT)
    settle(qtbot, window)
    assert speech.said == []
    assert window.statusBar().currentMessage().startswith("Pemeriksaan dihentikan")
    assert page.checked.isHidden()


# -- backups


def test_a_backup_is_made_checked_and_listed(qtbot: QtBot, opened: Opened, muncar: Office) -> None:
    window, page = opened
    page.receive("cadangan")
    tab = page.backups
    before = tab.model.rowCount()
    qtbot.mouseClick(tab.create_button, LEFT)
    wait(qtbot, opened)
    assert tab.model.rowCount() == before + 1
    reasons = [tab.model.index(row, 1).data() for row in range(tab.model.rowCount())]
    assert "Dibuat sendiri" in reasons
    assert "hari ini 09.00" in window.foot.backup_label.text()
    page.receive(None)
    assert page.tabs.currentWidget() is page.trail


def test_a_backup_is_checked_on_demand(
    qtbot: QtBot, opened: Opened, muncar: Office, speech: Speech
) -> None:
    _, page = opened
    tab = page.backups
    path = maintenance.back_up_now(muncar)
    tab.load()
    wait(qtbot, opened)
    choose(page, path)
    qtbot.mouseClick(tab.check_button, LEFT)
    wait(qtbot, opened)
    assert state(page, path) == "baik, 15 Januari 2025 09.00"
    path.write_bytes(b"rusak")
    qtbot.mouseClick(tab.check_button, LEFT)
    wait(qtbot, opened)
    assert state(page, path) == "RUSAK, jangan dipakai"
    (said,) = speech.said
    assert path.name in said


def choose(page: RiwayatPage, path: Path) -> None:
    rows = [backup.path for backup in page.backups.model.rows]
    page.backups.table.selectRow(rows.index(path))


def state(page: RiwayatPage, path: Path) -> Any:
    rows = [backup.path for backup in page.backups.model.rows]
    return page.backups.model.index(rows.index(path), 3).data()


def test_a_restore_brings_the_data_back_and_can_be_taken_back(
    qtbot: QtBot,
    opened: Opened,
    muncar: Office,
    clock: Clock,
    consent: list[tuple[str, str]],
) -> None:
    window, page = opened
    tab = page.backups
    page.receive("cadangan")
    path = maintenance.back_up_now(muncar)
    clock.moment += timedelta(hours=2)
    rename(muncar, "Indeks baru")
    tab.load()
    wait(qtbot, opened)
    assert tab.band.isHidden()
    changed: list[set[str]] = []
    window.context.tables_changed.connect(changed.append)

    choose(page, path)
    qtbot.mouseClick(tab.restore_button, LEFT)
    wait(qtbot, opened)

    assert consent == [("cadangan 15 Januari 2025 09.00", "Pulihkan")]
    assert uraian(muncar) == IKM
    assert any("indikator" in tables and "realisasi" in tables for tables in changed)
    assert window.isEnabled()
    assert tab.band.isVisible()
    assert "salinan pengaman 15 Januari 2025 11.00" in tab.band.label.text()
    assert not window.top.undo_action.isEnabled()

    qtbot.mouseClick(tab.band.button, LEFT)
    wait(qtbot, opened)

    assert consent[-1] == ("data sebelum pemulihan, 15 Januari 2025 11.00", "Batalkan pemulihan")
    assert uraian(muncar) == "Indeks baru"
    assert tab.band.isHidden()
    assert lines(page.trail.model)[0].startswith("Membatalkan pemulihan")


def test_nothing_is_restored_without_consent(
    qtbot: QtBot, opened: Opened, muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, page = opened
    path = maintenance.back_up_now(muncar)
    rename(muncar, "Indeks baru")
    page.backups.load()
    wait(qtbot, opened)
    monkeypatch.setattr(restore_dialog, "confirm_restore", lambda *_: False)
    choose(page, path)
    qtbot.mouseClick(page.backups.restore_button, LEFT)
    wait(qtbot, opened)
    assert uraian(muncar) == "Indeks baru"
    assert page.backups.restore_button.isEnabled()


def test_a_file_from_a_stick_is_restored(
    qtbot: QtBot,
    opened: Opened,
    muncar: Office,
    speech: Speech,
    consent: list[tuple[str, str]],
    tmp_path: Path,
) -> None:
    _, page = opened
    target = tmp_path / "Kinerja.kinerja"
    maintenance.export_all(muncar, target)
    rename(muncar, "Indeks baru")
    qtbot.mouseClick(page.backups.file_button, LEFT)
    wait(qtbot, opened)
    assert consent == []
    speech.answers["choose_file"] = target
    qtbot.mouseClick(page.backups.file_button, LEFT)
    wait(qtbot, opened)
    assert consent == [("Kinerja.kinerja", "Pulihkan")]
    assert uraian(muncar) == IKM


def test_a_file_that_is_no_backup_is_told(
    qtbot: QtBot, opened: Opened, muncar: Office, speech: Speech, tmp_path: Path
) -> None:
    window, page = opened
    other = tmp_path / "surat.kinerja"
    other.write_bytes(b"bukan cadangan")
    speech.answers["choose_file"] = other
    qtbot.mouseClick(page.backups.file_button, LEFT)
    wait(qtbot, opened)
    (said,) = speech.said
    assert "0 hal" not in said
    assert uraian(muncar) == IKM
    assert window.isEnabled()


def test_a_restore_that_fails_gives_the_window_back(
    qtbot: QtBot,
    opened: Opened,
    muncar: Office,
    speech: Speech,
    consent: list[tuple[str, str]],
) -> None:
    _, page = opened
    path = maintenance.back_up_now(muncar)
    page.backups.load()
    wait(qtbot, opened)
    choose(page, path)
    # Pulled away after the comparison.

    def compare(office: Office, source: Path, *told: Any) -> Perbandingan:
        found = maintenance.compare_backup(office, source, *told)
        source.unlink()
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(backup_tab, "compare_backup", compare)
        qtbot.mouseClick(page.backups.restore_button, LEFT)
        wait(qtbot, opened)
    assert len(speech.said) == 1
    assert QApplication.activeModalWidget() is None
    assert uraian(muncar) == IKM


def test_a_restore_is_stopped_before_the_data_is_replaced(
    qtbot: QtBot,
    opened: Opened,
    muncar: Office,
    speech: Speech,
    consent: list[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window, page = opened
    page.receive("cadangan")
    path = maintenance.back_up_now(muncar)
    rename(muncar, "Indeks baru")
    page.backups.load()
    wait(qtbot, opened)
    choose(page, path)
    state, backups = muncar.journal.state(), maintenance.read_backups(muncar)
    begun = Event()

    def restore_slowly(office: Office, source: Path, report: Any, stop: Any, last: Any) -> Any:
        begun.set()
        while not stop():
            sleep(0.005)
        return restore_into(office, source, report, stop, last)

    monkeypatch.setattr(backup_tab, "restore_into", restore_slowly)
    qtbot.mouseClick(page.backups.restore_button, LEFT)
    qtbot.waitUntil(begun.is_set)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, AloneDialog), "the window waits behind it"
    dialog.close()
    assert dialog.isVisible(), "it goes when the work has ended"
    assert dialog.strip.label.text() == "Membatalkan…"
    wait(qtbot, opened)
    assert QApplication.activeModalWidget() is None
    assert window.context.diary.works[-1].state is WorkState.CANCELLED
    assert window.statusBar().currentMessage() == "Pemulihan dibatalkan. Data tidak berubah."
    assert speech.said == []
    assert (muncar.journal.state(), uraian(muncar)) == (state, "Indeks baru")
    assert maintenance.read_backups(muncar) == backups
    assert page.backups.restore_button.isEnabled()


@pytest.mark.parametrize("deed", ["create", "check", "restore"])
def test_making_checking_and_comparing_are_stopped(
    qtbot: QtBot,
    opened: Opened,
    muncar: Office,
    speech: Speech,
    consent: list[tuple[str, str]],
    monkeypatch: pytest.MonkeyPatch,
    deed: str,
) -> None:
    window, page = opened
    page.receive("cadangan")
    path = maintenance.back_up_now(muncar)
    page.backups.load()
    wait(qtbot, opened)
    choose(page, path)
    state, backups = muncar.journal.state(), maintenance.read_backups(muncar)
    press_batal(monkeypatch, page.backups.strip)
    qtbot.mouseClick(getattr(page.backups, f"{deed}_button"), LEFT)
    wait(qtbot, opened)
    assert last_state(window) is WorkState.CANCELLED
    assert (speech.said, consent) == ([], [])
    assert (muncar.journal.state(), maintenance.read_backups(muncar)) == (state, backups)
    assert page.backups.create_button.isEnabled()


def test_everything_is_exported_to_the_stick_that_is_plugged_in(
    qtbot: QtBot,
    opened: Opened,
    speech: Speech,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    _, page = opened
    stick = Drive(tmp_path, "SAKIP", 3_000_000_000)
    locked = Drive(tmp_path / "x", "LAMA", 1, is_writable=False)
    monkeypatch.setattr(backup_tab, "list_drives", lambda: [locked, stick])
    target = tmp_path / "uji.kinerja"
    speech.answers["choose_save_file"] = target
    qtbot.mouseClick(page.backups.export_button, LEFT)
    wait(qtbot, opened)
    assert speech.asked[-1][2] == str(tmp_path / "Kinerja_20250115.kinerja")
    assert maintenance.check_backup(target) == []
    assert speech.said == [], "nothing to press away"
    told = opened[0].foot.result
    assert told.label.text().startswith(f"Cadangan ditulis dan dibaca ulang: {target}")
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    qtbot.mouseClick(told.button, LEFT)
    assert shown == [QUrl.fromLocalFile(str(tmp_path))]
    opened[0].context.say("Yang lain.")
    assert told.isHidden()


def test_damaged_evidence_is_told_after_the_export(
    qtbot: QtBot, opened: Opened, muncar: Office, speech: Speech, tmp_path: Path
) -> None:
    _, page = opened
    (tmp_path / "Survei.pdf").write_bytes(b"hasil survei")
    bukti.attach_bukti(muncar, indikator_id(muncar), TAHUN, tmp_path / "Survei.pdf")
    (digest,) = muncar.evidence.stored()
    muncar.evidence.path_of(digest).write_bytes(b"lain")
    speech.answers["choose_save_file"] = tmp_path / "uji.kinerja"
    qtbot.mouseClick(page.backups.export_button, LEFT)
    wait(qtbot, opened)
    assert speech.said[0].startswith("masalah: Cadangan ditulis")
    assert digest in speech.said[0]


def test_an_export_can_be_turned_away_or_cancelled(
    qtbot: QtBot,
    opened: Opened,
    muncar: Office,
    speech: Speech,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    window, page = opened
    qtbot.mouseClick(page.backups.export_button, LEFT)
    wait(qtbot, opened)
    assert not page.backups.strip.is_busy
    assert speech.asked[-1][2] == "Kinerja_20250115.kinerja"

    export = maintenance.export_all

    def export_and_press(office: Office, target: Path, report: Any, cancelled: Any) -> Any:
        qtbot.waitUntil(cancelled)
        return export(office, target, report, cancelled)

    monkeypatch.setattr(backup_tab, "export_all", export_and_press)
    speech.answers["choose_save_file"] = tmp_path / "uji.kinerja"
    said: list[str] = []
    window.context.said.connect(said.append)
    qtbot.mouseClick(page.backups.export_button, LEFT)
    qtbot.waitUntil(lambda: page.backups.strip.is_busy)
    qtbot.mouseClick(page.backups.strip.cancel_button, LEFT)
    wait(qtbot, opened)
    assert said == ["Ekspor cadangan dibatalkan. Tidak ada yang tertinggal."]
    assert not (tmp_path / "uji.kinerja").exists()
    assert speech.said == []


def test_without_a_chosen_backup_nothing_happens(
    qtbot: QtBot, office: Office, speech: Speech
) -> None:
    with open_window(qtbot, office, (RiwayatPage,)) as window:
        page = current_page(window)
        assert isinstance(page, RiwayatPage)
        tab = page.backups
        assert not tab.check_button.isEnabled()
        for deed in (tab._check, tab._restore, tab._take_back, tab.strip.cancel):
            deed()
        assert window.context.tasks.pending == 0


# -- the dialog before a restore


def make_comparison(hilang: int, clock: Clock) -> Perbandingan:
    rows = (BedaTabel("Pagu", 5, 5), BedaTabel("Realisasi", 46, 45), BedaTabel("Bukti", 0, 2))
    return Perbandingan(rows, clock.moment, None, hilang)


def test_the_dialog_shows_what_differs_first(qtbot: QtBot, clock: Clock) -> None:
    dialog = RestoreDialog(None, "cadangan uji", make_comparison(3, clock), "Pulihkan")
    qtbot.addWidget(dialog)
    dialog.show()
    model = dialog.model
    rows = [[model.index(row, column).data() for column in range(4)] for row in range(3)]
    assert rows == [
        ["Realisasi", "46", "45", "1 baris hilang"],
        ["Bukti", "0", "2", "2 baris lebih"],
        ["Pagu", "5", "5", "tetap"],
    ]
    assert "cadangan uji" in dialog.heading.text()
    # Enter must not replace an office's data.
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.result() == RestoreDialog.DialogCode.Rejected


def test_the_loss_is_told_in_dates_and_deeds(clock: Clock) -> None:
    assert describe_loss(make_comparison(3, clock)) == (
        "Perubahan terakhir sekarang: 15 Januari 2025 09.00; di cadangan: belum ada. "
        "3 tindakan sesudahnya akan hilang dari data."
    )
    same = Perbandingan((), None, clock.moment, 0)
    assert describe_loss(same).endswith("Tidak ada tindakan yang hilang.")
    assert date(2025, 1, 15) == clock.moment.date()


@pytest.mark.parametrize("agrees", [True, False])
def test_consent_is_asked_once(
    qtbot: QtBot, clock: Clock, monkeypatch: pytest.MonkeyPatch, agrees: bool
) -> None:
    from PySide6.QtWidgets import QWidget

    codes = RestoreDialog.DialogCode
    answer = codes.Accepted if agrees else codes.Rejected
    monkeypatch.setattr(RestoreDialog, "exec", lambda _: answer)
    parent = QWidget()
    qtbot.addWidget(parent)
    found = restore_dialog.confirm_restore(parent, "x", make_comparison(0, clock), "Pulihkan")
    assert found is agrees
