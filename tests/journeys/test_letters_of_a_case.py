"""A clerk begins the SOP of Pengukuran: the letter that came, its disposisi, all from the steps."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.sop.kejadian import JenisKejadian
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import list_cases, read_case
from kinerja_desktop.services.surat.register import read_buku
from kinerja_desktop.services.surat.tulis import list_naskah
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.dokumen.page import DokumenPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.sop.case_view import GUARD_MS
from kinerja_desktop.ui.sop.page import SopPage
from kinerja_desktop.ui.surat.letters_tab import LettersTab
from kinerja_desktop.ui.surat.page import SuratPage
from kinerja_desktop.ui.surat.take_in_dialog import TakeInDialog
from tests.services.sop.office import PENGUKURAN, TAHUN, give_sop, start
from tests.ui.sop.window import press
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")


def step_card(qtbot: QtBot, window: MainWindow, case: object) -> SopPage:
    window.open_page("sop", case)
    settle(qtbot, window)
    page = current_page(window)
    assert isinstance(page, SopPage)
    return page


def test_the_paper_of_the_first_steps_comes_from_the_steps(
    qtbot: QtBot, muncar: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_sop(muncar)
    case = start(muncar, PENGUKURAN)
    with open_window(qtbot, muncar, [SopPage, SuratPage, DokumenPage], TAHUN) as window:
        page = step_card(qtbot, window, case)

        def write_down(self: TakeInDialog) -> int:
            QTest.keyClicks(self.nomor, "050/12/427.55/2025")
            QTest.keyClicks(self.hal, "Penyusunan Pengukuran Kinerja")
            return QDialog.DialogCode.Accepted

        monkeypatch.setattr(TakeInDialog, "exec", write_down)
        assert page.case.card.primary is page.case.card.link
        press(qtbot, window, page.case.card.link)
        assert [row.nomor for row in read_buku(muncar, 2025, "masuk").baris] == [
            "050/12/427.55/2025"
        ]
        page = step_card(qtbot, window, case)
        # A press right after the case was opened is taken for a slip.
        qtbot.wait(GUARD_MS + 50)
        press(qtbot, window, page.case.card.buttons[JenisKejadian.SELESAI])
        # The second step forwards the letter: its lembar disposisi is filled in already.
        press(qtbot, window, page.case.card.link)
        surat = current_page(window)
        assert isinstance(surat, SuratPage)
        letters = surat.tab("naskah")
        assert isinstance(letters, LettersTab)
        (letter,) = list_naskah(muncar, 2024)
        assert ("Nomor surat", "050/12/427.55/2025") in letter.isi.rincian
        assert letters.table.current() == letter
        qtbot.mouseClick(letters.preview_button, Qt.MouseButton.LeftButton)
        settle(qtbot, window)
        paper = current_page(window)
        assert isinstance(paper, DokumenPage)
        qtbot.waitUntil(lambda: paper.pdf_button.isEnabled(), timeout=20_000)
        target = tmp_path / "disposisi.pdf"
        monkeypatch.setattr(dialogs, "choose_save_file", lambda *_: target)
        qtbot.mouseClick(paper.pdf_button, Qt.MouseButton.LeftButton)
        qtbot.waitUntil(target.exists, timeout=20_000)
        qtbot.waitUntil(lambda: len(read_case(muncar, case).bukti) == 1, timeout=20_000)
        settle(qtbot, window)
    (found,) = list_cases(muncar, 2024)
    whole = read_case(muncar, found.id)
    assert whole.kejadian[-1].langkah == 2
    (name,) = whole.bukti.values()
    assert name.startswith("Lembar_Disposisi")
