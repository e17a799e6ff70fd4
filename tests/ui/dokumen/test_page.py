from io import BytesIO
from pathlib import Path
from typing import Any
from uuid import UUID

import openpyxl
import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import DataProblemsError, KinerjaError, Problem
from kinerja_desktop.services.dokumen import surat
from kinerja_desktop.services.dokumen.daftar import DOKUMEN
from kinerja_desktop.services.dokumen.documents import build_pdf
from kinerja_desktop.services.kantor.data_entry import change_field, fill_cells, list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.rencana.perjanjian import create_murni
from kinerja_desktop.services.sop.cases import start_case
from kinerja_desktop.services.sop.library import list_sop
from kinerja_desktop.ui.dokumen import page as dokumen_page
from kinerja_desktop.ui.dokumen.page import DokumenPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES
from tests.finals import finalize
from tests.services.dokumen.papers import (
    TAHUN,
    TANGGAL,
    TW1,
    give_iki,
    indikator_id,
    pejabat_id,
    read_text,
    sign_perjanjian,
)
from tests.ui.dokumen.reading import state_of
from tests.ui.speech import Speech
from tests.ui.window import current_page, open_window

Opened = tuple[MainWindow, DokumenPage]
LEFT = Qt.MouseButton.LeftButton


def wait(qtbot: QtBot, opened: Opened) -> None:
    """Wait until the page shows what is chosen."""
    window, page = opened
    tasks = window.context.tasks
    qtbot.waitUntil(lambda: not page._timer.isActive() and tasks.pending == 0, timeout=20_000)


def shown(page: DokumenPage) -> str:
    return read_text(page.preview.pdf)


def test_the_first_document_is_shown_with_its_state(opened: Opened, muncar: Office) -> None:
    _, page = opened
    assert page.preview.pdf == build_pdf(muncar, Permintaan("pengukuran-kinerja", TAHUN))
    assert state_of(page.side.list, "pengukuran-kinerja") == "Draf"
    assert "ditandatangani Camat" in page.side.purpose.text()
    assert page.print_button.isEnabled()
    assert page.side.subject.isHidden()
    assert page.side.nomor.isHidden()


def test_the_list_is_walked_by_keyboard(qtbot: QtBot, opened: Opened) -> None:
    _, page = opened
    page.side.list.setFocus()
    qtbot.keyClick(page.side.list, Qt.Key.Key_Home)
    seen = []
    # Kinds of letters are only there once a letter is.
    shown = [kunci for kunci, dokumen in DOKUMEN.items() if not dokumen.is_optional]
    for _ in shown:
        seen.append(page.side.list.current_kunci())
        qtbot.keyClick(page.side.list, Qt.Key.Key_Down)
    assert seen == shown
    wait(qtbot, opened)
    assert page.side.list.current_kunci() == "buku-agenda"
    assert "Belum ada surat di register" in page.preview.message.text()
    assert not page.print_button.isEnabled()


def test_while_a_document_is_built_the_page_says_so(qtbot: QtBot, opened: Opened) -> None:
    _, page = opened
    page.side.list.choose("tanda-terima")
    assert page.preview.message.text() == "Sedang menyusun…"
    assert not page.pdf_button.isEnabled()
    wait(qtbot, opened)
    assert "TANDA TERIMA" in shown(page)
    assert page.xlsx_button.isHidden()


def test_of_several_choices_only_the_last_is_shown(qtbot: QtBot, opened: Opened) -> None:
    _, page = opened
    for kunci in ("surat-pengantar", "tanda-terima", "sop", "surat-pengantar"):
        page.side.list.choose(kunci)
    wait(qtbot, opened)
    assert "SURAT PENGANTAR" in shown(page)


def test_the_number_of_the_letter_is_kept_and_printed(
    qtbot: QtBot, opened: Opened, muncar: Office
) -> None:
    _, page = opened
    page.side.list.choose("surat-pengantar")
    wait(qtbot, opened)
    page.side.nomor.setFocus()
    qtbot.keyClicks(page.side.nomor, "065/7/2025")
    qtbot.keyClick(page.side.nomor, Qt.Key.Key_Return)
    assert surat.find_nomor(muncar, TAHUN) == "065/7/2025"
    wait(qtbot, opened)
    assert "065/7/2025" in shown(page)
    assert state_of(page.side.list, "tanda-terima") == "Nomor 065/7/2025"
    # Leaving the field unchanged is no deed.
    label = muncar.journal.undo_label
    page.side.list.setFocus()
    wait(qtbot, opened)
    assert muncar.journal.undo_label == label
    page.side.choose("surat-pengantar-lkjip", None)
    page.reload()
    wait(qtbot, opened)
    qtbot.mouseClick(page.side.next_button, LEFT)
    wait(qtbot, opened)
    # Of another pattern is no number: the book's seventh was taken by hand as 065/7/2025.
    assert surat.find_nomor(muncar, TAHUN, surat.LKJIP) == "700/8/2025"
    muncar.journal.undo()
    wait(qtbot, opened)
    assert page.side.nomor.text() == ""


def test_a_number_that_comes_late_goes_to_the_letter_it_was_asked_for(
    qtbot: QtBot, opened: Opened, muncar: Office
) -> None:
    window, page = opened
    page.side.list.choose("surat-pengantar")
    wait(qtbot, opened)
    qtbot.mouseClick(page.side.next_button, LEFT)
    page.side.list.choose("surat-pengantar-lkjip")
    window.context.set_periode(Periode(TAHUN.tahun, 2))
    wait(qtbot, opened)
    assert surat.find_nomor(muncar, TAHUN) == "700/1/2025"
    assert surat.find_nomor(muncar, TAHUN, surat.LKJIP) == ""
    assert surat.find_nomor(muncar, Periode(TAHUN.tahun, 2)) == ""


def test_whom_it_is_about_is_picked_from_a_list(
    qtbot: QtBot, opened: Opened, muncar: Office
) -> None:
    _, page = opened
    page.side.list.choose("sop")
    wait(qtbot, opened)
    assert page.side.subject.isVisible()
    assert page.side.subject.count() == 5
    first = page.preview.pdf
    page.side.subject.setFocus()
    qtbot.keyClick(page.side.subject, Qt.Key.Key_Down)
    wait(qtbot, opened)
    assert page.preview.pdf != first
    chosen: UUID = page.side.subject.currentData()
    assert chosen == list_sop(muncar)[1].id
    page.side.list.choose("tanda-terima")
    page.side.list.choose("sop")
    wait(qtbot, opened)
    assert page.side.subject.currentData() == chosen


def test_an_agreement_is_picked_and_a_plan_of_the_office_or_of_an_official(
    qtbot: QtBot, opened: Opened, muncar: Office
) -> None:
    window, page = opened
    page.side.list.choose("perjanjian-kinerja")
    wait(qtbot, opened)
    assert "tombol Buat murni" in page.preview.message.text()
    key = sign_perjanjian(muncar)
    owner = give_iki(muncar)
    where = {"indikator_id": indikator_id(muncar), "tahun": 2024}
    fill_cells(muncar, "rencana_aksi", [(where, "aktivitas", "Survei kepuasan")])
    wait(qtbot, opened)
    assert page.side.subject.currentData() == key
    assert page.side.subject_name == "PK-2024 – NAMA CAMAT"
    assert "selanjutnya disebut pihak pertama" in shown(page)
    page.side.list.choose("rencana-aksi")
    wait(qtbot, opened)
    assert page.side.tentang is None
    assert page.side.subject_name == ""
    assert "Survei kepuasan" in shown(page)
    # As the page Rencana Aksi asks for it.
    window.open_page("dokumen", Permintaan("rencana-aksi", TAHUN, owner))
    wait(qtbot, opened)
    assert page.side.tentang == owner
    assert page.side.subject_name == "IKI NAMA SEKRETARIS"
    assert "NAMA SEKRETARIS" in shown(page)


def test_the_iki_of_an_official_is_shown(qtbot: QtBot, opened: Opened, muncar: Office) -> None:
    _, page = opened
    page.side.list.choose("pengukuran-iki")
    wait(qtbot, opened)
    assert "Belum ada indikator individu" in page.preview.message.text()
    assert page.side.subject.isHidden()
    give_iki(muncar)
    wait(qtbot, opened)
    assert "Laporan tepat waktu" in shown(page)
    assert page.side.subject.currentText() == "NAMA SEKRETARIS · Draf"


def test_changed_data_and_another_period_are_shown_by_themselves(
    qtbot: QtBot, opened: Opened, muncar: Office
) -> None:
    window, page = opened
    change_field(muncar, "indikator", indikator_id(muncar), "uraian", "Indeks Uji")
    wait(qtbot, opened)
    assert "Indeks Uji" in shown(page)
    window.context.set_periode(Periode(2023))
    wait(qtbot, opened)
    assert "2023" in shown(page)


def test_a_final_is_shown_as_it_was_signed(qtbot: QtBot, opened: Opened, muncar: Office) -> None:
    _, page = opened
    row = finalize(muncar, TAHUN, TANGGAL)
    wait(qtbot, opened)
    assert state_of(page.side.list, "pengukuran-kinerja") == f"Final · kode {row.kode}"
    assert page.preview.pdf == muncar.evidence.path_of(row.pdf).read_bytes()


def test_another_page_can_ask_for_a_document(qtbot: QtBot, opened: Opened, muncar: Office) -> None:
    window, page = opened
    case = start_case(muncar, list_sop(muncar)[0].id, TW1)
    window.open_page("dokumen", Permintaan("riwayat-sop", TW1, case))
    wait(qtbot, opened)
    assert window.context.periode == TW1
    assert page.side.list.current_kunci() == "riwayat-sop"
    assert page.side.subject.currentData() == case
    window.open_page("dokumen", Permintaan("riwayat-sop", TW1, case))
    wait(qtbot, opened)
    assert page.preview.pdf
    # PageDown turns its pages at once.
    assert page.preview.view.hasFocus()


def test_the_date_that_another_page_asks_for_stands_on_the_paper(
    qtbot: QtBot, opened: Opened
) -> None:
    window, page = opened
    window.open_page("dokumen", Permintaan("pengukuran-kinerja", TAHUN, tanggal=TANGGAL))
    wait(qtbot, opened)
    assert "31 Januari 2025" in shown(page)


def test_an_sop_that_is_no_longer_in_use_can_still_be_opened(
    qtbot: QtBot, opened: Opened, muncar: Office
) -> None:
    window, page = opened
    old = list_sop(muncar)[0].id
    with muncar.journal.action("Uji") as session:
        from kinerja_desktop.store.records import Sop

        session.get_one(Sop, old).aktif = False
    window.open_page("dokumen", Permintaan("sop", Periode(1999), old))
    wait(qtbot, opened)
    # An SOP belongs to no period: that of the window stays.
    assert window.context.periode == TAHUN
    assert page.side.subject.currentText() == "Yang dibuka dari halaman lain"
    assert page.preview.pdf


def test_a_missing_address_is_told_beside_the_document(
    qtbot: QtBot, opened: Opened, muncar: Office
) -> None:
    _, page = opened
    assert page.side.note.isHidden()
    (row,) = list_rows(muncar, "instansi")
    change_field(muncar, "instansi", row["id"], "alamat", "")
    wait(qtbot, opened)
    assert page.side.note.isVisible()
    assert "Alamat kantor belum diisi" in page.side.note.text()


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (KinerjaError("Tidak bisa.", "Ulangi."), "Tidak bisa. Ulangi."),
        (DataProblemsError([Problem("kurang target")]), "kurang target"),
    ],
)
def test_a_document_that_cannot_be_built_says_why(
    qtbot: QtBot, opened: Opened, monkeypatch: pytest.MonkeyPatch, error: Exception, told: str
) -> None:
    _, page = opened

    def fail(*_: object) -> bytes:
        raise error

    monkeypatch.setattr(dokumen_page, "build_pdf", fail)
    page.side.list.choose("tanda-terima")
    wait(qtbot, opened)
    assert told in page.preview.message.text()
    assert not page.print_button.isEnabled()


def test_a_bug_is_not_hidden_in_the_preview() -> None:
    with pytest.raises(ZeroDivisionError):
        dokumen_page._sentence(ZeroDivisionError())


def test_the_pdf_that_is_saved_is_that_of_the_preview(
    qtbot: QtBot, opened: Opened, speech: Speech, tmp_path: Path
) -> None:
    _, page = opened
    speech.answers["choose_save_file"] = tmp_path / "uji.pdf"
    qtbot.mouseClick(page.pdf_button, LEFT)
    wait(qtbot, opened)
    assert (tmp_path / "uji.pdf").read_bytes() == page.preview.pdf
    name, _title, suggestion, pattern = speech.asked[-1]
    assert (name, pattern) == ("choose_save_file", "PDF (*.pdf)")
    assert Path(suggestion).name == "Pengukuran_Kinerja_2024.pdf"
    assert page.pdf_button.isEnabled()


def test_every_paper_is_saved_for_word_too(
    qtbot: QtBot, opened: Opened, speech: Speech, tmp_path: Path
) -> None:
    _, page = opened
    speech.answers["choose_save_file"] = tmp_path / "uji.docx"
    qtbot.mouseClick(page.docx_button, LEFT)
    wait(qtbot, opened)
    assert speech.asked[-1][3] == "Word (*.docx)"
    texts = [item.text for item in Document(str(tmp_path / "uji.docx")).paragraphs]
    assert any("PENGUKURAN KINERJA" in text for text in texts)


def test_the_xlsx_is_saved_with_alt_x(
    qtbot: QtBot, opened: Opened, speech: Speech, tmp_path: Path
) -> None:
    window, page = opened
    speech.answers["choose_save_file"] = tmp_path / "uji.xlsx"
    qtbot.keyClick(window, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: bool(speech.asked))
    wait(qtbot, opened)
    sheet = openpyxl.load_workbook(BytesIO((tmp_path / "uji.xlsx").read_bytes())).active
    assert sheet is not None
    assert page.xlsx_button.isEnabled()


def test_saving_names_the_official_and_can_be_turned_away(
    qtbot: QtBot, opened: Opened, muncar: Office, speech: Speech
) -> None:
    _, page = opened
    give_iki(muncar)
    page.side.list.choose("pengukuran-iki")
    wait(qtbot, opened)
    qtbot.mouseClick(page.pdf_button, LEFT)
    assert Path(speech.asked[-1][2]).name == (
        "Pengukuran_Kinerja_Individu_NAMA_SEKRETARIS_2024.pdf"
    )
    assert not page.strip.is_busy


def test_a_place_that_cannot_be_written_is_explained(
    qtbot: QtBot, opened: Opened, speech: Speech, tmp_path: Path
) -> None:
    _, page = opened
    speech.answers["choose_save_file"] = tmp_path / "tidak-ada" / "uji.pdf"
    qtbot.mouseClick(page.pdf_button, LEFT)
    wait(qtbot, opened)
    (said,) = speech.said
    assert "uji.pdf tidak ada" in said
    assert page.pdf_button.isEnabled()


def test_ctrl_p_prints_the_bytes_of_the_preview(
    qtbot: QtBot, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, page = opened
    asked: list[Any] = []
    monkeypatch.setattr(dokumen_page, "print_pdf", lambda *arguments: asked.append(arguments))
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bool(asked))
    assert [arguments[:4] for arguments in asked] == [
        (page, page.strip, page.preview.pdf, "Pengukuran Kinerja")
    ]


def test_every_state_is_painted_in_words(qtbot: QtBot, opened: Opened, muncar: Office) -> None:
    window, page = opened
    finalize(muncar, TAHUN, TANGGAL)
    wait(qtbot, opened)
    assert not page.side.list.grab().isNull()
    items = map(page.side.list.item, range(page.side.list.count()))
    roles = [item.data(Qt.ItemDataRole.AccessibleTextRole) for item in items]
    (final,) = (role for role in roles if role.startswith("Pengukuran Kinerja: "))
    assert final.startswith("Pengukuran Kinerja: Final · kode")
    assert roles[roles.index(final) + 1] == "Pengukuran Kinerja Individu (IKI): Belum ada"
    assert QApplication.focusWidget() is None or window.isActiveWindow()


def test_an_office_that_is_not_set_up_says_so(qtbot: QtBot, office: Office, speech: Speech) -> None:
    with open_window(qtbot, office, (DokumenPage,)) as window:
        page = current_page(window)
        assert isinstance(page, DokumenPage)
        wait(qtbot, (window, page))
        assert "belum disiapkan" in page.preview.message.text()


def test_who_has_no_tugas_on_the_form_of_iki_is_led_to_the_posts(
    qtbot: QtBot, opened: Opened, muncar: Office
) -> None:
    _, page = opened
    give_iki(muncar)
    wanted: list[tuple[str, str | None]] = []
    page.side.page_wanted.disconnect()
    page.side.page_wanted.connect(lambda key, tab: wanted.append((key, tab)))
    page.side.list.choose("iki")
    wait(qtbot, opened)
    assert "jadi tercetak titik-titik: NAMA SEKRETARIS." in page.side.note.text()
    assert page.side.fill_button.text() == "Buka Pengaturan"
    qtbot.mouseClick(page.side.fill_button, LEFT)
    assert wanted == [("pengaturan", "penempatan")]
    (post,) = list_rows(muncar, "penempatan", peran="sekretaris")
    for name in ("tugas", "fungsi"):
        change_field(muncar, "penempatan", post["id"], name, "menata sekretariat")
    wait(qtbot, opened)
    assert page.side.note.isHidden()
    assert "menata sekretariat" in shown(page)


def test_what_nobody_looks_at_is_not_built(qtbot: QtBot, opened: Opened, muncar: Office) -> None:
    window, page = opened
    change_field(muncar, "indikator", indikator_id(muncar), "satuan", "Indeks")
    page.hide()
    wait(qtbot, opened)
    busy: list[int] = []
    window.context.tasks.busy_changed.connect(busy.append)
    page.show()
    wait(qtbot, opened)
    assert busy


def test_what_a_paper_lacks_is_explained_and_leads_to_where_it_is_filled(
    qtbot: QtBot, opened: Opened, muncar: Office
) -> None:
    window, page = opened
    asked: list[str] = []
    window.context.help_wanted.connect(asked.append)
    pages: list[str] = []
    page.side.page_wanted.disconnect()
    page.side.page_wanted.connect(lambda key, tab: pages.append(key))
    create_murni(muncar, 2024, pejabat_id(muncar, "NAMA CAMAT"))
    for kunci, name, key in (
        ("penetapan-iku", "Buka Renstra && IKU", "renstra"),
        ("perjanjian-kinerja", "Buka Perjanjian Kinerja", "perjanjian"),
    ):
        page.side.list.choose(kunci)
        wait(qtbot, opened)
        assert page.side.note.isVisible()
        assert page.side.fill_button.text() == name
        qtbot.mouseClick(page.side.fill_button, LEFT)
        assert pages[-1] == key
        qtbot.mouseClick(page.side.meaning, LEFT)
    assert asked == ["peringatan#kertas-belum-lengkap"] * 2
    page.side.list.choose("ringkasan-camat")
    wait(qtbot, opened)
    assert page.side.fill_button.isHidden()
    assert page.side.meaning.isHidden()


def test_where_there_is_no_paper_one_is_led_to_what_it_lacks(qtbot: QtBot, opened: Opened) -> None:
    """Whatever page the sentence in its place names has its button, and that page is there."""
    window, page = opened
    wanted: list[str] = []
    page.side.page_wanted.disconnect()
    page.side.page_wanted.connect(lambda key, tab: wanted.append(key))
    for year, kunci, name, key in (
        (2019, "pengukuran-kinerja", "Buka Renstra && IKU", "renstra"),
        (2024, "rencana-aksi", "Buka Rencana Aksi", "rencana_aksi"),
        (2024, "permintaan-data", "Buka Pengumpulan Data", "pengumpulan"),
        (2024, "lembar-lke", "Buka Evaluasi SAKIP", "lke"),
        (2024, "riwayat-sop", "Buka Prosedur (SOP)", "sop"),
    ):
        window.context.set_periode(Periode(year))
        page.side.list.choose(kunci)
        wait(qtbot, opened)
        assert page.preview.pdf == b""
        assert page.preview.message.text() == page._keadaan[kunci].kosong
        assert page.side.fill_button.isVisible()
        assert page.side.fill_button.text() == name
        qtbot.mouseClick(page.side.fill_button, LEFT)
        assert wanted[-1] == key
    assert set(wanted) <= {entry.KEY for entry in PAGES}
