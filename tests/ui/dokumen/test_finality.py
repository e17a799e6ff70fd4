"""Making a signed paper final on the page Dokumen, and opening it again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.dokumen import surat
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.kantor import kept_papers
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.records import TargetTahunan
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.diary import WorkState
from kinerja_desktop.ui.dokumen.page import DokumenPage
from kinerja_desktop.ui.paper.final_dialog import FinalDialog
from tests.services.dokumen.papers import TAHUN, TANGGAL, read_text, sign_perjanjian
from tests.tampering import tamper
from tests.ui.dokumen.reading import state_of
from tests.ui.dokumen.test_page import Opened, wait
from tests.ui.speech import Speech
from tests.ui.stopping import last_state, press_batal

RKT = "rencana-kinerja-tahunan"
LEFT = Qt.MouseButton.LeftButton


def choose(qtbot: QtBot, opened: Opened, kunci: str) -> DokumenPage:
    _, page = opened
    page.side.list.choose(kunci)
    wait(qtbot, opened)
    return page


def accept(dialog: FinalDialog) -> int:
    dialog.date.selectAll()
    QTest.keyClicks(dialog.date, "15012024")
    assert dialog.accept_button.text() == "Jadikan &final, tertanggal 15 Januari 2024"
    return QDialog.DialogCode.Accepted


def test_a_plan_is_made_final_and_opened_again(
    qtbot: QtBot, opened: Opened, muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = choose(qtbot, opened, RKT)
    assert "jadikan final" in page.finality.note.text()
    assert page.finality.reopen_button.isHidden()
    monkeypatch.setattr(FinalDialog, "exec", accept)
    page.finality.final_button.setFocus()
    QTest.mouseClick(page.finality.final_button, LEFT)
    wait(qtbot, opened)
    assert page.preview.view.hasFocus(), "its pages are turned next"
    signed = page.preview.pdf
    assert "15 Januari 2024" in read_text(signed)
    assert state_of(page.side.list, RKT).startswith("Final 15 Januari 2024 · kode ")
    assert page.finality.note.text().startswith("Final versi 1, kode ")
    assert page.finality.final_button.isHidden()
    (instansi,) = list_rows(muncar, "instansi")
    change_field(muncar, "instansi", instansi["id"], "alamat", "Jalan Baru Nomor 99")
    wait(qtbot, opened)
    assert page.preview.pdf == signed
    assert page.finality.note.text().endswith(f"{kept_papers.BERUBAH}.")
    monkeypatch.setattr(dialogs, "ask_reason", lambda *_: None)
    QTest.mouseClick(page.finality.reopen_button, LEFT)
    assert not page.finality.reopen_button.isHidden()
    monkeypatch.setattr(dialogs, "ask_reason", lambda *_: "salah alamat")
    QTest.mouseClick(page.finality.reopen_button, LEFT)
    wait(qtbot, opened)
    assert "Jalan Baru Nomor 99" in read_text(page.preview.pdf)
    assert not page.finality.final_button.isHidden()


def test_making_it_final_is_stopped(
    qtbot: QtBot, opened: Opened, muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = opened
    choose(qtbot, opened, RKT)
    monkeypatch.setattr(FinalDialog, "exec", accept)
    state, shown = muncar.journal.state(), page.preview.pdf
    with monkeypatch.context() as pressed:
        press_batal(pressed, page.strip, at=3)
        QTest.mouseClick(page.finality.final_button, LEFT)
        wait(qtbot, opened)
    assert last_state(window) is WorkState.CANCELLED
    assert window.context.diary.works[-1].name == "Jadikan final"
    assert window.statusBar().currentMessage().startswith("Belum dijadikan final: dibatalkan.")
    assert (muncar.journal.state(), page.preview.pdf) == (state, shown)
    assert page.finality.final_button.isEnabled()


def test_turning_away_makes_nothing_final(
    qtbot: QtBot, opened: Opened, muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = choose(qtbot, opened, RKT)
    monkeypatch.setattr(FinalDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    QTest.mouseClick(page.finality.final_button, LEFT)
    wait(qtbot, opened)
    wanted = Permintaan(RKT, TAHUN)
    assert not kept_papers.read_status(muncar, DOKUMEN[RKT], wanted).is_final


def test_what_fails_is_told_and_the_button_comes_back(
    qtbot: QtBot,
    opened: Opened,
    muncar: Office,
    speech: Speech,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    page = choose(qtbot, opened, RKT)

    def first(dialog: FinalDialog) -> int:
        kept_papers.make_final(muncar, DOKUMEN[RKT], Permintaan(RKT, TAHUN), TANGGAL)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(FinalDialog, "exec", first)
    QTest.mouseClick(page.finality.final_button, LEFT)
    wait(qtbot, opened)
    assert "sudah final" in str(speech.said[-1])
    assert page.finality.final_button.isEnabled()


@pytest.mark.parametrize("kunci", ["pengukuran-kinerja", "lkjip", "sop"])
def test_kinds_that_are_final_elsewhere_or_unsigned_have_no_such_buttons(
    qtbot: QtBot, opened: Opened, kunci: str
) -> None:
    page = choose(qtbot, opened, kunci)
    for part in (page.finality.final_button, page.finality.reopen_button, page.finality.note):
        assert part.isHidden()


def test_the_subjects_of_a_kind_say_which_are_final(
    qtbot: QtBot, opened: Opened, muncar: Office
) -> None:
    sign_perjanjian(muncar)
    page = choose(qtbot, opened, "perjanjian-kinerja")
    assert "ditandatangani" in page.side.subject.currentText()


def test_the_field_of_a_final_letters_number_looks_locked(
    qtbot: QtBot, opened: Opened, muncar: Office
) -> None:
    page = choose(qtbot, opened, "surat-pengantar")
    assert page.side.nomor.isEnabled()
    dokumen = DOKUMEN["surat-pengantar"]
    kept_papers.make_final(muncar, dokumen, Permintaan(dokumen.kunci, TAHUN), TANGGAL)
    wait(qtbot, opened)
    assert not page.side.nomor.isEnabled()


def test_the_number_of_a_final_letter_stays(muncar: Office) -> None:
    surat.set_nomor(muncar, TAHUN, "700/1")
    dokumen = DOKUMEN["surat-pengantar"]
    kept_papers.make_final(muncar, dokumen, Permintaan(dokumen.kunci, TAHUN), TANGGAL)
    with pytest.raises(KinerjaError, match="nomornya tetap"):
        surat.set_nomor(muncar, TAHUN, "700/2")
    surat.set_nomor(muncar, TAHUN, "700/3", surat.LKJIP)
    assert surat.find_nomor(muncar, TAHUN) == "700/1"


def test_a_paper_of_altered_data_needs_a_reason(
    qtbot: QtBot, opened: Opened, muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = choose(qtbot, opened, RKT)
    tamper(muncar, TargetTahunan, nilai="12")

    def explain(dialog: FinalDialog) -> int:
        assert not dialog.accept_button.isEnabled()
        QTest.keyClicks(dialog.reason, "Dibetulkan Bappeda")
        return accept(dialog)

    monkeypatch.setattr(FinalDialog, "exec", explain)
    QTest.mouseClick(page.finality.final_button, LEFT)
    wait(qtbot, opened)
    assert kept_papers.read_status(muncar, DOKUMEN[RKT], Permintaan(RKT, TAHUN)).is_final
    assert muncar.journal.last is not None
    assert "(data diubah di luar program: Dibetulkan Bappeda)" in muncar.journal.last.label
