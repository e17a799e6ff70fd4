import sys
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.maintenance import back_up_now
from kinerja_desktop.store.journal import Journal
from kinerja_desktop.store.records import TargetTahunan
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.shell import application
from kinerja_desktop.ui.shell.application import open_or_explain, start_background_work
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES
from tests.conftest import Clock
from tests.ui.window import current_page


@pytest.fixture
def window(qtbot: QtBot, sample: Context) -> Iterator[MainWindow]:
    made = MainWindow(sample)
    qtbot.addWidget(made)
    made.show()
    settle(qtbot, made)
    yield made
    made.close()


def settle(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window.stack.count() > 0 and window.context.tasks.pending == 0)


def test_the_frame_tells_whose_office_it_is(window: MainWindow) -> None:
    assert window.top.office_label.text() == "Kecamatan Muncar"
    assert window.foot.saved_label.text() == "Tersimpan 09.00"
    assert window.foot.backup_label.text() == "Cadangan terakhir hari ini 09.00"
    assert current_page(window).KEY == "beranda"


@pytest.mark.parametrize(
    ("available", "fills"),
    [
        (QSize(1920, 1040), False),
        # 1366×768 without the task bar, at 100 and at 150 %.
        (QSize(1366, 728), True),
        (QSize(910, 485), True),
    ],
)
def test_the_window_never_reaches_beyond_the_screen(
    qtbot: QtBot, sample: Context, available: QSize, fills: bool
) -> None:
    window = MainWindow(sample)
    qtbot.addWidget(window)
    window.show_on(available)
    settle(qtbot, window)
    assert window.isMaximized() == fills
    normal = window.normalGeometry().size()
    assert normal == normal.boundedTo(available)
    window.close()


def test_every_page_is_in_sight_on_a_low_screen(qtbot: QtBot, sample: Context) -> None:
    window = MainWindow(sample)
    qtbot.addWidget(window)
    window.resize(910, 455)
    window.show()
    settle(qtbot, window)
    last = window.navigation.item(window.navigation.count() - 1)
    seen = window.navigation.viewport().rect()
    assert seen.contains(window.navigation.visualItemRect(last))
    window.close()


def test_every_page_has_room_on_a_small_screen_at_150_percent(
    qtbot: QtBot, sample: Context
) -> None:
    """1366 × 768 at 150 % leaves 910 × 512, of which title and task bar take some."""
    sample.set_periode(Periode(2024, 2))
    window = MainWindow(sample)
    qtbot.addWidget(window)
    window.show()
    too_large = {}
    for entry in PAGES:
        window.open_page(entry.KEY)
        settle(qtbot, window)
        least = window.minimumSizeHint()
        if least.width() > 910 or least.height() > 455:
            too_large[entry.KEY] = (least.width(), least.height())
    window.close()
    assert too_large == {}


def test_every_page_opens_on_an_empty_and_on_a_filled_office(
    qtbot: QtBot, window: MainWindow
) -> None:
    for entry in PAGES:
        window.open_page(entry.KEY)
        settle(qtbot, window)
        assert current_page(window).KEY == entry.KEY


def test_every_page_opens_before_anything_is_entered(qtbot: QtBot, context: Context) -> None:
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.show()
    for entry in PAGES:
        window.open_page(entry.KEY)
        settle(qtbot, window)
    assert window.foot.saved_label.text() == "Belum ada data"
    assert window.foot.backup_label.text() == "Belum ada cadangan"
    window.close()


def test_pages_are_chosen_by_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    window.navigation.setFocus()
    qtbot.keyClick(window.navigation, Qt.Key.Key_End)
    settle(qtbot, window)
    assert current_page(window).KEY == "pengaturan"


def test_a_period_is_chosen_at_the_top(qtbot: QtBot, window: MainWindow) -> None:
    window.top.tahun.setFocus()
    window.top.tahun.setCurrentText("2023")
    window.top.tahun.activated.emit(window.top.tahun.currentIndex())
    window.top.triwulan.setCurrentIndex(2)
    window.top.triwulan.activated.emit(2)
    assert window.context.periode == Periode(2023, 2)


def test_a_period_chosen_elsewhere_is_shown(window: MainWindow) -> None:
    window.context.set_periode(Periode(2001, 4))
    assert (window.top.tahun.currentText(), window.top.triwulan.currentText()) == (
        "2001",
        "Triwulan IV",
    )


def test_ctrl_z_takes_back_and_ctrl_y_does_again(qtbot: QtBot, window: MainWindow) -> None:
    office = window.context.office
    (row,) = list_rows(office, "sasaran", kode="S1")
    change_field(office, "sasaran", row["id"], "uraian", "Baru")
    assert "Mengubah Sasaran" in window.top.undo_action.toolTip()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert list_rows(office, "sasaran", kode="S1")[0]["uraian"] == row["uraian"]
    assert window.top.redo_action.isEnabled()
    window.top.redo_action.trigger()
    assert list_rows(office, "sasaran", kode="S1")[0]["uraian"] == "Baru"
    settle(qtbot, window)


def test_a_large_deed_is_taken_back_behind_the_scenes(qtbot: QtBot, window: MainWindow) -> None:
    office = window.context.office
    block = [(row["id"], Decimal(n)) for n, row in enumerate(list_rows(office, "indikator"))] * 5
    with office.journal.action("Mengisi banyak") as session:
        for key, nilai in block:
            session.add(TargetTahunan(indikator_id=key, tahun=2030 + int(nilai), nilai=nilai))
    assert len(list_rows(office, "target_tahunan")) == 90
    window.top.undo_action.trigger()
    assert not window.top.undo_action.isEnabled()
    qtbot.waitUntil(window.top.redo_action.isEnabled)
    assert len(list_rows(office, "target_tahunan")) == 45
    settle(qtbot, window)


@pytest.mark.parametrize("count", [1, 45])
def test_what_can_no_longer_be_taken_back_is_said_in_the_quiet_line(
    qtbot: QtBot, window: MainWindow, count: int
) -> None:
    """Of a few rows, which are taken back at once, and of many, which the worker takes back."""
    told: list[str] = []
    window.context.said.connect(told.append)
    office = window.context.office
    keys = [row["id"] for row in list_rows(office, "target_tahunan")][:count]
    with office.journal.action("Mengubah semua") as session:
        for key in keys:
            session.get_one(TargetTahunan, key).nilai = Decimal(1)
    with Journal(office.engine, "Lain").action("Mengubah lagi") as session:
        session.get_one(TargetTahunan, keys[0]).nilai = Decimal(2)
    window.top.undo_action.trigger()
    qtbot.waitUntil(lambda: bool(told))
    assert "'Mengubah semua' tidak dapat dibatalkan lagi" in told[0]
    assert told[0].endswith("Ubah datanya langsung.")
    settle(qtbot, window)


def test_a_page_can_ask_for_another(qtbot: QtBot, window: MainWindow) -> None:
    window.context.open_page("pengaturan", "pejabat")
    settle(qtbot, window)
    assert current_page(window).KEY == "pengaturan"


def test_closing_hands_over_what_is_being_typed(qtbot: QtBot, window: MainWindow) -> None:
    window.open_page("pengaturan")
    settle(qtbot, window)
    page = current_page(window)
    line = page.findChild(QLineEdit, "alamat")
    assert line is not None
    line.setFocus()
    line.setText("Jl. Baru 2")
    window.close()
    assert window.context.office.require_instansi().alamat == "Jl. Baru 2"


def test_the_daily_backup_is_made_behind_the_scenes(
    qtbot: QtBot, window: MainWindow, clock: Clock
) -> None:

    clock.moment += timedelta(days=2)
    start_background_work(window.context, PAGES)
    qtbot.waitUntil(lambda: window.context.tasks.pending == 0)
    names = [path.name for path in window.context.office.backup_folder.iterdir()]
    assert any("otomatis" in name for name in names)


def test_the_frame_tells_of_the_first_backup_as_soon_as_it_is_made(
    qtbot: QtBot, context: Context
) -> None:
    window = MainWindow(context)
    qtbot.addWidget(window)
    window.show()
    settle(qtbot, window)
    start_background_work(context, PAGES)
    settle(qtbot, window)
    assert window.foot.backup_label.text() == "Cadangan terakhir hari ini 09.00"
    window.close()


def test_a_damaged_office_is_restored_from_its_last_good_backup(
    qtbot: QtBot, muncar: Office, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock.moment += timedelta(minutes=5)
    back_up_now(muncar)
    muncar.close()
    for name in ("kinerja.db-wal", "kinerja.db-shm"):
        (muncar.folder / name).unlink(missing_ok=True)
    (muncar.folder / "kinerja.db").write_bytes(b"rusak" * 1000)
    asked: list[str] = []

    def agree(parent: object, question: str, yes: str, detail: str = "") -> bool:
        asked.append(question)
        return True

    monkeypatch.setattr(dialogs, "confirm", agree)
    restored = open_or_explain(muncar.folder)
    assert restored is not None
    assert restored.require_instansi().kecamatan == "Muncar"
    assert "Cadangan terakhir yang baik: 15 Januari 2025 09.05" in asked[0]
    restored.close()


def test_a_damaged_office_without_backup_is_explained(
    qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    office.close()
    (office.folder / "kinerja.db").write_bytes(b"rusak" * 1000)
    told: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda parent, error: told.append(str(error)))
    assert open_or_explain(office.folder) is None
    assert "Tidak ada cadangan yang baik" in told[0]


def test_a_refused_restore_changes_nothing(
    qtbot: QtBot, muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up_now(muncar)
    muncar.close()
    (muncar.folder / "kinerja.db").write_bytes(b"rusak" * 1000)
    monkeypatch.setattr(dialogs, "confirm", lambda *words: False)
    assert open_or_explain(muncar.folder) is None
    assert (muncar.folder / "kinerja.db").read_bytes() == b"rusak" * 1000


def test_a_second_window_is_refused_in_words(
    qtbot: QtBot, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda parent, error: told.append(error.message))
    assert open_or_explain(office.folder) is None
    assert "sedang dibuka" in told[0]


def test_the_pages_are_read_in_behind_the_scenes(qtbot: QtBot, window: MainWindow) -> None:
    start_background_work(window.context, PAGES)
    modules = {f"kinerja_desktop.ui.{page.place.split(':')[0]}" for page in PAGES}
    qtbot.waitUntil(lambda: modules <= set(sys.modules))


def test_a_page_that_cannot_be_read_in_is_a_bug_and_told(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(pages: object) -> None:
        raise RuntimeError("modul rusak")

    monkeypatch.setattr(application, "import_pages", fail)
    with qtbot.captureExceptions() as caught:
        start_background_work(window.context, PAGES)
        qtbot.waitUntil(lambda: bool(caught))
    assert [str(error) for _, error, _ in caught] == ["modul rusak"]


def test_the_line_below_ends_where_the_pages_do(qtbot: QtBot, sample: Context) -> None:
    window = MainWindow(sample)
    qtbot.addWidget(window)
    window.resize(1366, 728)
    window.show()
    label = window.foot.backup_label
    qtbot.waitUntil(lambda: "Cadangan" in label.text() or "cadangan" in label.text())
    for maximise in (False, True):
        if maximise:
            window.showMaximized()
        QApplication.processEvents()
        right = label.mapTo(window, label.contentsRect().topRight()).x() + 1
        assert window.width() - right == pytest.approx(style.LARGE, abs=2)
    window.close()


@pytest.mark.parametrize("spacing", [0, 6])
def test_the_labels_of_the_period_keep_their_distance(
    qtbot: QtBot, sample: Context, spacing: int
) -> None:
    """Also where the bar has not the spacing of its style sheet, as seen right after the wizard."""
    window = MainWindow(sample)
    qtbot.addWidget(window)
    window.show()
    layout = window.top.layout()
    assert layout is not None
    layout.setSpacing(spacing)
    QApplication.processEvents()
    boxes = (window.top.tahun, window.top.triwulan)
    ends = []
    for box in boxes:
        (label,) = (label for label in window.top.findChildren(QLabel) if label.buddy() is box)
        left = label.mapTo(window, label.rect().topRight()).x()
        assert box.mapTo(window, QPoint()).x() - left >= style.SMALL
        end = box.mapTo(window, box.rect().topRight()).x()
        ends.append((label.mapTo(window, QPoint()).x(), end))
    assert ends[1][0] - ends[0][1] >= style.MEDIUM
    window.close()
