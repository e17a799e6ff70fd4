"""A clerk walks the SOP of Pengukuran Kinerja in the real window, from start to end."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.sop.kejadian import JenisKejadian
from kinerja_desktop.domain.sop.posisi import Status
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import list_cases, read_case
from kinerja_desktop.services.sop.next_steps import list_next_steps
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.sop.case_dialogs import StartDialog
from tests.conftest import Clock
from tests.services.sop.office import KEMBALIKAN, SELESAI, SETUJU
from tests.ui.sop.window import answer, give_reason, pass_by, press, sop_window

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def test_a_clerk_walks_the_sop_of_pengukuran_from_start_to_end(
    qtbot: QtBot, muncar: Office, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rekap = tmp_path / "rekap.xlsx"
    rekap.write_bytes(b"isi rekap")
    monkeypatch.setattr(dialogs, "choose_file", lambda *_: rekap)
    with sop_window(qtbot, muncar) as (window, page):

        def begin(dialog: StartDialog) -> None:
            dialog.sop.setCurrentText("Prosedur Penyusunan Pengukuran Kinerja (Lumajang) — versi 1")
            QTest.keyClick(dialog.accept_button, Qt.Key.Key_Space)

        answer(begin)
        press(qtbot, window, page.start)
        card = page.case.card
        returned = False
        while (langkah := list_next_steps(muncar)) and page.case.kasus is not None:
            assert langkah[0].kasus_id == page.case.kasus.id
            clock.moment += timedelta(hours=1)
            step = page.case.kasus.posisi.langkah
            assert step is not None
            assert page.case.table.sequence == step.sequence
            if step.sequence == 5:
                press(qtbot, window, card.buttons[JenisKejadian.BUKTI])
            if step.sequence == 8 and not returned:
                answer(give_reason("capaian TW IV belum terisi"))
                press(qtbot, window, card.buttons[KEMBALIKAN])
                returned = True
                continue
            jenis = SETUJU if step.is_decision else SELESAI
            pass_by(page.case.kasus, jenis)
            press(qtbot, window, card.buttons[jenis])
        (case,) = list_cases(muncar, 2024)
        whole = read_case(muncar, case.id)
        # 12 steps, of which 6, 7 and 8 twice; one start and one piece of evidence beside them.
        assert len(whole.riwayat) == 15
        assert len(whole.kejadian) == 17
        assert list(whole.bukti.values()) == ["rekap.xlsx"]
        assert whole.posisi.status is Status.SELESAI
        assert card.status.text() == "Selesai"
        assert page.case.history.rowCount() == 17
        press(qtbot, window, page.case.back)
        assert "Selesai, 12 dari 12 langkah · putaran 2" in page.cases.cases.index(0).data()
        assert QApplication.activeModalWidget() is None
