"""The SOP of Pengukuran Kinerja (Lumajang), followed in the whole window to its printed riwayat."""

from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.sop.kejadian import JenisKejadian
from kinerja_desktop.domain.sop.posisi import Status
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import list_cases, read_case
from kinerja_desktop.ui.dokumen.page import DokumenPage
from kinerja_desktop.ui.sop import case_view
from kinerja_desktop.ui.sop.case_dialogs import StartDialog
from kinerja_desktop.ui.sop.page import SopPage
from tests.conftest import Clock
from tests.journeys.clerk import Clerk, at_work
from tests.services.sop.office import KEMBALIKAN, SELESAI, SETUJU
from tests.ui.sop.window import answer, give_reason, pass_by
from tests.ui.speech import Speech
from tests.ui.window import current_page

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

TAHUN = Periode(2024)
BUKTI = JenisKejadian.BUKTI
#: What each step of the SOP opens in the program, as its file in resources/sop says.
OPENS = {
    "terima_surat": "sop",
    "disposisi": "surat",
    "rapat": "surat",
    "buka_perencanaan": "renstra",
    "kirim_formulir": "pengumpulan",
    "kumpulkan_data": "pengumpulan",
    "buka_pengukuran": "pengukuran",
    "cetak_draf": "dokumen",
    "koreksi": "dokumen",
    "cetak_untuk_ttd": "dokumen",
    "tanda_tangan": "dokumen",
    "bagikan": "surat",
    "surat_pengantar": "dokumen",
    "kirim_bappeda": "kirim",
}


def start_the_sop(clerk: Clerk, page: SopPage) -> None:
    """Pick the SOP in the dialog and start it with the space bar."""

    def begin(dialog: StartDialog) -> None:
        box = dialog.sop
        wanted = next(
            row
            for row in range(box.count())
            if "Pengukuran" in box.itemText(row) and "Lumajang" in box.itemText(row)
        )
        while box.currentIndex() != wanted:
            down = box.currentIndex() < wanted
            QTest.keyClick(box, Qt.Key.Key_Down if down else Qt.Key.Key_Up)
        QTest.keyClick(dialog.accept_button, Qt.Key.Key_Space)

    answer(begin)
    clerk.press(page.start)


def follow_link(clerk: Clerk, page: SopPage, tindakan: str) -> None:
    """Press the step's own button, see that the right page opens, and come back."""
    if tindakan == "terima_surat":
        # The letter that began the case is asked for; this office keeps no register yet, and one
        # who turns away is back at the step.
        answer(lambda dialog: dialog.reject())
    clerk.press(page.case.card.link)
    shown = current_page(clerk.window)
    assert OPENS[tindakan] == shown.KEY, f"{tindakan} opens {shown.TITLE}"
    assert clerk.window.context.periode == TAHUN
    if isinstance(shown, DokumenPage):
        clerk.until(lambda: bool(shown.preview.pdf) or "Sedang" not in shown.preview.message.text())
    clerk.go(SopPage)


def test_a_sop_is_followed_from_its_start_to_its_printed_riwayat(
    qtbot: QtBot, muncar: Office, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speech = Speech(monkeypatch)
    rekap = tmp_path / "rekap capaian.pdf"
    rekap.write_bytes(b"isi rekap")
    speech.answers["choose_file"] = rekap
    # The page takes no second press within this time; the test presses faster than a hand.
    monkeypatch.setattr(case_view, "GUARD_MS", 1)
    opened: list[str] = []
    with at_work(qtbot, muncar, TAHUN) as clerk:
        page = clerk.go(SopPage)
        start_the_sop(clerk, page)
        card = page.case.card
        walked: list[int] = []
        while page.case.kasus and (step := page.case.kasus.posisi.langkah):
            clock.moment += timedelta(hours=3)
            walked.append(step.sequence)
            if card.link.isVisible():
                opened.append(str(step.tindakan.value))
                follow_link(clerk, page, opened[-1])
            if step.is_decision and KEMBALIKAN not in walked_kinds(muncar):
                answer(give_reason("Realisasi triwulan IV belum terisi"))
                clerk.press(card.buttons[KEMBALIKAN])
                assert "putaran 2" in card.heading.text()
                assert "Realisasi triwulan IV belum terisi" in card.facts.text()
                continue
            if step.sequence == 3:
                clerk.press(card.buttons[BUKTI])
            qtbot.wait(5)
            jenis = SETUJU if step.is_decision else SELESAI
            pass_by(page.case.kasus, jenis)
            clerk.press(card.buttons[jenis])

        # Over: every step once, and those of the return twice.
        (case,) = list_cases(muncar, TAHUN.tahun)
        whole = read_case(muncar, case.id)
        assert whole.posisi.status is Status.SELESAI
        assert set(walked) == set(range(1, whole.posisi.jumlah_langkah + 1))
        assert len(walked) > len(set(walked)), "the return was walked again"
        assert list(whole.bukti.values()) == ["rekap capaian.pdf"]
        assert {"buka_pengukuran", "kirim_formulir"} & set(opened)

        # Its riwayat as paper, with the reason and who did what.
        clerk.press(page.case.print_riwayat)
        paper = clerk.here(DokumenPage)
        clerk.until(lambda: bool(paper.preview.pdf))
        words = "\n".join(
            sheet.extract_text() for sheet in PdfReader(BytesIO(paper.preview.pdf)).pages
        )
        assert "RIWAYAT" in words.upper()
        assert "Realisasi triwulan IV" in words.replace("\n", " ")
        assert "rekap capaian.pdf" in words.replace("\n", " ")
        # A step of an SOP has happened: Ctrl+Z does not take it back.
        clerk.shortcut("Ctrl+Z")
        assert read_case(muncar, case.id).posisi.status is Status.SELESAI
        assert speech.said == []


def walked_kinds(office: Office) -> set[JenisKejadian]:
    """Return what has happened in the one case so far."""
    (case,) = list_cases(office, TAHUN.tahun)
    return {event.jenis for event in read_case(office, case.id).kejadian}
