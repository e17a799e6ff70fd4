"""A triwulan's data: forms out, back, mended, one holder reminded; every paper at the end."""

from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.ui.dokumen.page import DokumenPage
from kinerja_desktop.ui.pengumpulan import sending
from kinerja_desktop.ui.pengumpulan.forms_tab import FormsTab
from kinerja_desktop.ui.pengumpulan.page import PengumpulanPage
from kinerja_desktop.ui.pengumpulan.send_dialog import SendDialog
from kinerja_desktop.ui.pengumpulan.warn_dialog import WarnDialog
from tests.conftest import Clock
from tests.journeys.clerk import Clerk, at_work
from tests.services.pengumpulan.office import (
    KASI,
    KASUBBAG,
    PERIODE,
    Filler,
    give_holders,
    indikator_of,
)
from tests.ui.pengumpulan.window import answer, drop
from tests.ui.speech import Speech

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

LURAH = "Lurah Kedungrejo"


@pytest.fixture
def kantor(muncar: Office, clock: Clock) -> Office:
    """Monday, 1 July 2024; three holders, of whom the Lurah has one indicator."""
    clock.moment = datetime(2024, 7, 1, 2, 0, tzinfo=UTC)
    give_holders(muncar)
    last = indikator_of(muncar, KASUBBAG)[-1]
    with muncar.journal.action("Menunjuk Lurah") as session:
        session.add(last)
        last.pengumpul_data = LURAH
    return muncar


def retype(field: Any, text: str) -> None:
    QTest.keySequence(field, "Ctrl+A")
    QTest.keyClicks(field, text)


def send_to_all(dialog: SendDialog) -> None:
    """Choose the folder, type the last day, send."""
    QTest.mouseClick(dialog.folder_button, Qt.MouseButton.LeftButton)
    retype(dialog.day, "10 jul 2024")
    assert dialog.send_button.text() == "Kirim 3 formulir"
    QTest.mouseClick(dialog.send_button, Qt.MouseButton.LeftButton)


def remind(dialog: WarnDialog) -> None:
    """The Lurah alone owes data; the letter is of the 12th."""
    assert [dialog.holders.item(row).text() for row in range(dialog.holders.count())] == [
        f"{LURAH} – teguran ke-1, terlambat 2 hari kerja"
    ]
    retype(dialog.day, "12-7-2024")
    retype(dialog.until, "17-7-2024")
    QTest.mouseClick(dialog.warn_button, Qt.MouseButton.LeftButton)


def print_from_menu(clerk: Clerk, tab: FormsTab, title: str) -> str:
    """Choose a paper in the menu of Cetak; return its words."""
    (action,) = [one for one in tab.print_button.menu().actions() if one.text() == title]
    page = clerk.window.findChild(DokumenPage)
    before = page.preview.pdf if isinstance(page, DokumenPage) else b""
    action.trigger()
    clerk.wait()
    return words_of_paper(clerk, before)


def words_of_paper(clerk: Clerk, before: bytes = b"") -> str:
    """Wait for another paper than the one that was shown before."""
    clerk.until(lambda: clerk.here(DokumenPage).preview.pdf not in (b"", before))
    pdf = clerk.here(DokumenPage).preview.pdf
    assert pdf.startswith(b"%PDF")
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def states(tab: FormsTab) -> dict[str, str]:
    model = tab.board.model
    return {
        model.index(row, 0).data(): model.index(row, 1).data() for row in range(model.rowCount())
    }


def fill_as_holders_do(office: Office, folder: Path) -> dict[str, Path]:
    """The Kasi answers one figure wrongly, the Kasubbag answers everything."""
    forms = {path.parent.name: path for path in folder.rglob("Formulir_*.xlsx")}
    kasi = forms["Kasi_Pelayanan_Umum"]
    first, second, third = indikator_of(office, KASI)
    (kasi.parent / "survei ikm.pdf").write_bytes(b"%PDF-1 hasil survei")
    Filler(kasi).fill(
        first.id, pembilang=4500, penyebut=50, bukti="survei ikm.pdf", pendorong="Loket baru"
    ).fill(second.id, nilai="1.234").fill(third.id, nilai=88).save()
    kasubbag = forms["Kasubbag_Perencanaan_dan_Keuangan"]
    filler = Filler(kasubbag)
    for row in indikator_of(office, KASUBBAG):
        filler.fill(row.id, nilai=95)
    for line in list_rows(office, "mata_anggaran"):
        keys = {cell.value for (cell,) in filler.sheet.iter_rows(max_col=1)}
        if str(line["id"]) in keys:
            filler.fill(line["id"], rupiah=1_000_000)
    filler.save()
    return {"kasi": kasi, "kasubbag": kasubbag}


def test_a_triwulan_is_collected_from_first_form_to_last_paper(
    qtbot: QtBot, kantor: Office, clock: Clock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speech = Speech(monkeypatch)
    monkeypatch.setattr(sending, "list_drives", list)
    folder, mended = tmp_path / "flashdisk", tmp_path / "perbaiki"
    folder.mkdir()
    mended.mkdir()
    with at_work(qtbot, kantor, PERIODE) as clerk:
        tab = clerk.go(PengumpulanPage).forms
        assert states(tab) == dict.fromkeys((KASI, KASUBBAG, LURAH), "belum dikirim")
        speech.answers["choose_folder"] = folder
        answer(send_to_all)
        clerk.press(tab.send_button)
        clerk.until(lambda: not clerk.window.foot.result.isHidden())
        assert clerk.window.foot.result.label.text().startswith("3 formulir, nota dinas dan daftar")
        assert states(tab) == dict.fromkeys((KASI, KASUBBAG, LURAH), "menunggu")
        asked = print_from_menu(clerk, tab, "Nota Dinas Permintaan Data")
        assert "paling lambat tanggal 10 Juli 2024" in asked
        for name in (KASI, KASUBBAG, LURAH):
            assert name in asked

        # On Friday the 12th two of them bring the stick back.
        clock.moment = datetime(2024, 7, 12, 2, 0, tzinfo=UTC)
        fill_as_holders_do(kantor, folder)
        clerk.go(PengumpulanPage)
        clerk.press(tab.folder_button)
        assert "3 formulir dibaca" in tab.receive.words.text()
        assert "1 harus diperbaiki" in tab.receive.words.text()
        speech.answers |= {"confirm": True, "choose_folder": mended}
        clerk.press(tab.receive.take_button)
        clerk.wait()
        (back,) = mended.iterdir()
        assert clerk.window.foot.result.label.text().startswith("1 berkas ditulis ke")
        second = indikator_of(kantor, KASI)[1]
        assert "1.234" in str([
            cell.value for row in load_workbook(back).worksheets[0].iter_rows() for cell in row
        ])  # fmt: skip
        assert states(tab) == {
            KASI: "masuk sebagian", KASUBBAG: "lengkap", LURAH: "terlambat",
        }  # fmt: skip

        # The Kasi mends the one cell; the file is dropped on another page.
        Filler(back).fill(second.id, nilai=82.5).save()
        clerk.go(DokumenPage)
        drop(clerk.window, [back])
        clerk.until(lambda: tab.receive.rencana is not None)
        assert tab.receive.take_button.text() == "&Masukkan 1 baris"
        clerk.press(tab.receive.take_button)
        assert states(tab)[KASI] == "lengkap"
        entered = {
            row["indikator_id"]: row
            for row in list_rows(kantor, "realisasi", tahun=2024, triwulan=2)
        }
        assert str(entered[second.id]["nilai"]) == "82.5"

        # The Lurah's form lies on the stick as empty as it went out: he is reminded.
        before = clerk.go(DokumenPage).preview.pdf
        clerk.go(PengumpulanPage)
        answer(remind)
        clerk.press(tab.warn_button)
        clerk.until(lambda: isinstance(clerk.window.stack.currentWidget(), DokumenPage))
        letter = words_of_paper(clerk, before)
        assert "Teguran Pertama Penyampaian Data Kinerja Triwulan II Tahun 2024" in letter
        assert "12 Juli 2024" in letter
        assert "paling lambat tanggal 17 Juli 2024" in letter
        assert LURAH in letter
        assert KASI not in letter

        clerk.go(PengumpulanPage)
        log = print_from_menu(clerk, tab, "Riwayat Pengumpulan Data")
        for words in ("Formulir dikirim", "Formulir diterima", "Teguran pertama", "dikembalikan"):
            assert words in log
        assert log.count(LURAH) == 2, "sent and reminded, never received"
        receipt = print_from_menu(clerk, tab, "Daftar Penerimaan Formulir")
        assert "lengkap" in receipt
        assert speech.said == []
        assert date(2024, 7, 12) == kantor.today()
