"""The power fails and nothing is lost; a backup is brought back, and that is taken back again."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.rencana.renstra_page import RenstraPage
from kinerja_desktop.ui.riwayat.page import RiwayatPage
from kinerja_desktop.ui.riwayat.restore_dialog import RestoreDialog
from kinerja_desktop.ui.tables.section_editor import SectionEditor
from tests.conftest import Clock
from tests.journeys.clerk import Clerk, at_work, contents
from tests.services.kantor.small import TAHUN, fill_kantor
from tests.ui.sop.window import answer
from tests.ui.speech import Speech

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

REALISASI = 4
PERIODE = Periode(TAHUN)


def enter(clerk: Clerk, figures: list[str]) -> PengukuranPage:
    """Type realisasi one below the other, from the first indicator on."""
    page = clerk.go(PengukuranPage)
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(1, REALISASI))
    for figure in figures:
        clerk.type_cell(page.table, figure)
    return page


def cell(page: PengukuranPage, row: int) -> str:
    return str(page.model.index(row, REALISASI).data())


def agree(dialog: RestoreDialog) -> None:
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)


def test_when_the_power_fails_nothing_that_was_typed_is_lost(
    qtbot: QtBot, office: Office, clock: Clock, tmp_path: Path
) -> None:
    fill_kantor(office)
    after = tmp_path / "sesudah-listrik-padam"
    with at_work(qtbot, office, PERIODE) as clerk:
        enter(clerk, ["90", "80", "70", "60,5"])
        clerk.shortcut("Ctrl+Z")
        # What the disk holds at this moment, the write-ahead log included.
        assert (office.folder / "kinerja.db-wal").stat().st_size > 0
        shutil.copytree(office.folder, after)
        before = contents(office)
    reopened = open_office(after, clock)
    try:
        assert reopened.ended_uncleanly
        assert contents(reopened) == before
        with at_work(qtbot, reopened, PERIODE) as clerk:
            page = clerk.go(PengukuranPage)
            assert [cell(page, row) for row in (1, 3, 4, 5)] == ["90", "80", "70", "Belum diisi"]
    finally:
        reopened.close()


def test_a_backup_is_restored_and_the_restore_taken_back(
    qtbot: QtBot, office: Office, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    speech = Speech(monkeypatch)
    ids = fill_kantor(office)
    with at_work(qtbot, office, PERIODE) as clerk:
        page = enter(clerk, ["90", "80"])
        good = contents(office)

        # A backup by hand.
        safe = clerk.go(RiwayatPage)
        clerk.turn_to(safe.tabs, safe.backups)
        clerk.press(safe.backups.create_button)
        assert safe.backups.model.rowCount() == 1

        # The damage: figures typed over, a name spoilt.
        clock.moment = clock.moment.replace(hour=4)
        page = enter(clerk, ["1", "2"])
        plan = clerk.go(RenstraPage)
        editor = plan.tab("sasaran")
        assert isinstance(editor, SectionEditor)
        clerk.turn_to(plan.tabs, editor)
        clerk.type_text(editor.form.editors["uraian"], "Sasaran yang rusak")
        damaged = contents(office)
        assert damaged != good

        # The restore, after seeing what would be lost: 2 figures and 1 name.
        clock.moment = clock.moment.replace(hour=5)
        safe = clerk.go(RiwayatPage)
        losses: list[str] = []

        def read_and_agree(dialog: RestoreDialog) -> None:
            losses.append(dialog.loss.text())
            agree(dialog)

        answer(read_and_agree)
        clerk.press(safe.backups.restore_button)
        clerk.until(lambda: safe.backups.band.isVisible())
        assert "3 tindakan sesudahnya akan hilang" in losses[0]
        assert contents(office) == good
        assert clerk.window.isEnabled()
        assert not clerk.window.top.undo_action.isEnabled()
        page = clerk.go(PengukuranPage)
        assert [cell(page, row) for row in (1, 3)] == ["90", "80"]

        # Work goes on with the restored data.
        clerk.type_cell(page.table, "77")
        clerk.shortcut("Ctrl+Z")
        assert contents(office) == good

        # And the way back.
        safe = clerk.go(RiwayatPage)
        clerk.until(lambda: safe.backups.band.isVisible())
        answer(agree)
        clerk.press(safe.backups.band.button)
        clerk.until(lambda: not safe.backups.band.isVisible())
        assert contents(office) == damaged
        (sasaran,) = list_rows(office, "sasaran", kode="A")
        assert sasaran["id"] == ids["A"]
        assert speech.said == []
