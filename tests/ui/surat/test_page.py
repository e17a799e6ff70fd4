"""The page Surat: letters typed and made final, the register, tasks, books, wording."""

from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QListWidget
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.surat.isi import Penanda, Tindak
from kinerja_desktop.services.kantor.data_entry import add_row
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.surat.langkah import SuratLangkah, SuratMasukKasus
from kinerja_desktop.services.surat.nilai import Tempat
from kinerja_desktop.services.surat.register import list_scans, read_buku, take_in
from kinerja_desktop.services.surat.tulis import list_naskah, read_naskah
from kinerja_desktop.services.surat.wording import read_templat
from kinerja_desktop.store.records import BukuSurat, NaskahDinas, Surat
from kinerja_desktop.ui.base.diary import WorkState
from kinerja_desktop.ui.base.page import page_of
from kinerja_desktop.ui.dokumen.page import DokumenPage
from kinerja_desktop.ui.paper.final_dialog import FinalDialog
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.sop.page import SopPage
from kinerja_desktop.ui.surat.letters_tab import LettersTab
from kinerja_desktop.ui.surat.page import SuratPage
from kinerja_desktop.ui.surat.register_tab import RegisterTab
from kinerja_desktop.ui.surat.take_in_dialog import TakeInDialog
from kinerja_desktop.ui.surat.wording_tab import WordingTab
from kinerja_desktop.ui.tables.section_editor import SectionEditor
from tests.services.sop.office import PENGUKURAN, give_sop, start
from tests.services.surat.letters import EDARAN, TAHUN, begin, finish
from tests.ui.speech import Speech
from tests.ui.stopping import last_state, press_batal
from tests.ui.surat.tabs import tab
from tests.ui.window import current_page, settle


def letters(qtbot: QtBot, window: MainWindow) -> LettersTab:
    found = tab(qtbot, window, "naskah")
    assert isinstance(found, LettersTab)
    return found


def press(qtbot: QtBot, window: MainWindow, kind: str) -> LettersTab:
    """Begin a letter by its menu."""
    shown = letters(qtbot, window)
    action = next(item for item in shown.kinds.actions() if item.text() == kind)
    action.trigger()
    settle(qtbot, window)
    return shown


def accept(monkeypatch: pytest.MonkeyPatch, dialog: type[QDialog]) -> None:
    def run(self: QDialog) -> int:
        self.accept()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(dialog, "exec", run)


def test_an_office_without_letters_is_told_what_to_do(qtbot: QtBot, window: MainWindow) -> None:
    shown = letters(qtbot, window)
    assert shown.stack.currentIndex() == 1
    assert "Tekan Surat baru" in shown.empty.text()
    assert not shown.remove_button.isEnabled()


def test_a_letter_is_begun_typed_and_made_final(
    qtbot: QtBot, window: MainWindow, muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = press(qtbot, window, "Undangan Rapat")
    box = shown.form.boxes["rincian"]
    box.setFocus()
    box.setPlainText("Hari/tanggal: Senin, 20 Januari 2025\nPukul: 09.00 WIB")
    shown.form.boxes["hal"].setFocus()
    settle(qtbot, window)
    (letter,) = list_naskah(muncar, 2024)
    assert letter.isi.rincian[0] == ("Hari/tanggal", "Senin, 20 Januari 2025")
    accept(monkeypatch, FinalDialog)
    qtbot.mouseClick(shown.finality.final_button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    qtbot.waitUntil(lambda: read_naskah(muncar, letter.id).is_final)
    settle(qtbot, window)
    assert shown.model.rows[0].nomor == "700/1/2025"
    assert not shown.form.boxes["hal"].isEnabled()
    assert not shown.remove_button.isEnabled()
    assert not shown.head.nomor.isEnabled()


def test_the_day_and_the_number_are_kept_when_they_are_left(
    qtbot: QtBot, window: MainWindow, muncar: Office, speech: Speech
) -> None:
    shown = press(qtbot, window, "Surat Dinas")
    shown.head.date.setFocus()
    shown.head.date.selectAll()
    QTest.keyClicks(shown.head.date, "20-1-2025")
    QTest.keyClick(shown.head.date, Qt.Key.Key_Return)
    shown.head.nomor.setFocus()
    QTest.keyClicks(shown.head.nomor, "005/7/2025")
    QTest.keyClick(shown.head.nomor, Qt.Key.Key_Return)
    settle(qtbot, window)
    (letter,) = list_naskah(muncar, 2024)
    assert (letter.tanggal, letter.nomor) == (date(2025, 1, 20), "005/7/2025")
    shown.head.date.setFocus()
    shown.head.date.setText("31-2-2025")
    QTest.keyClick(shown.head.date, Qt.Key.Key_Return)
    settle(qtbot, window)
    assert list_naskah(muncar, 2024)[0].tanggal == date(2025, 1, 20)
    assert "31" in shown.head.date.reading.text()


def test_what_is_still_being_typed_becomes_final_with_the_letter(
    qtbot: QtBot, window: MainWindow, muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Alt+J is pressed from the field itself, so nothing was left before."""
    key = begin(muncar, "nota-perintah")
    shown = letters(qtbot, window)
    asked: list[date | None] = []

    def run(self: FinalDialog) -> int:
        asked.append(self.tanggal())
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(FinalDialog, "exec", run)
    shown.form.boxes["hal"].setText("Diketik tadi")
    shown.head.date.setText("20-1-2025")
    shown.head.nomor.setText("700/9/ND/2025")
    shown.finality.final_button.click()
    settle(qtbot, window)
    qtbot.waitUntil(lambda: read_naskah(muncar, key).is_final)
    letter = read_naskah(muncar, key)
    assert asked == [date(2025, 1, 20)]
    assert (letter.tanggal, letter.nomor) == (date(2025, 1, 20), "700/9/ND/2025")
    assert letter.isi.hal == "Diketik tadi"


def test_a_day_that_is_none_keeps_a_letter_from_becoming_final(
    qtbot: QtBot, window: MainWindow, muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = begin(muncar, "nota-perintah")
    shown = letters(qtbot, window)
    monkeypatch.setattr(FinalDialog, "exec", lambda _: pytest.fail("asked"))
    shown.head.date.setText("31-2-2025")
    shown.finality.final_button.click()
    settle(qtbot, window)
    assert not read_naskah(muncar, key).is_final
    assert "31" in shown.head.date.reading.text()


def test_a_number_that_is_taken_keeps_a_letter_from_becoming_final(
    qtbot: QtBot, window: MainWindow, muncar: Office, speech: Speech,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    finish(muncar, begin(muncar, "nota-perintah"))
    key = begin(muncar, "nota-dinas", hal="Lain")
    shown = letters(qtbot, window)
    shown.open_letter(key)
    settle(qtbot, window)
    monkeypatch.setattr(FinalDialog, "exec", lambda _: pytest.fail("asked"))
    shown.head.nomor.setText("700/1/ND/2025")
    shown.finality.final_button.click()
    settle(qtbot, window)
    assert not read_naskah(muncar, key).is_final
    assert "sudah dipakai surat" in speech.said[-1]


def test_a_letter_that_comes_after_the_list_was_asked_for_is_still_shown(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    begin(muncar, "nota-perintah")
    shown = letters(qtbot, window)
    shown.reload()
    key = begin(muncar, "surat", hal="Yang baru")
    shown._show((list_naskah(muncar, 2024)[1:], ()), None)
    shown.open_letter(key)
    shown._show((list(shown.model.rows), ()), None)
    settle(qtbot, window)
    current = shown.table.current()
    assert current is not None
    assert current.id == key


def test_a_letter_that_was_damaged_outside_is_shown_as_such(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    key = begin(muncar, "nota-perintah")
    with muncar.journal.action("Merusak") as session:
        session.get_one(NaskahDinas, key).isi = {"tabel": 5}
    shown = letters(qtbot, window)
    assert shown.model.index(0, 2).data() == "Rusak"
    assert "Pulihkan dari cadangan" in shown.form.problem.text()
    assert not shown.form.boxes["hal"].isEnabled()
    assert not shown.preview_button.isEnabled()
    assert shown.finality.final_button.isHidden()
    assert shown.remove_button.isEnabled()


def test_a_kind_without_a_book_asks_for_no_number(qtbot: QtBot, window: MainWindow) -> None:
    shown = press(qtbot, window, "Daftar Hadir")
    assert shown.head.nomor.isHidden()
    assert shown.head.nomor_label.isHidden()


def test_what_was_agreed_is_typed_into_a_table(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    shown = press(qtbot, window, "Notulen Rapat")
    box = shown.form.boxes["tindak_lanjut"]
    box.setCurrentCell(0, 0)
    QGuiApplication.clipboard().setText("Melengkapi data\tKasi\t24-1-2025\tlebih\nMenyusun\t\t")
    QTest.keyClick(box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, window)
    (letter,) = list_naskah(muncar, 2024)
    assert letter.isi.tindak_lanjut == (
        Tindak("Melengkapi data", "Kasi", date(2025, 1, 24)), Tindak("Menyusun"),
    )  # fmt: skip
    assert box.rowCount() >= 3
    item = box.item(0, 2)
    item.setText("kapan-kapan")
    assert shown.form.problem.isVisible()
    assert list_naskah(muncar, 2024)[0].isi.tindak_lanjut[0].batas_waktu == date(2025, 1, 24)
    box.setCurrentCell(0, 2)
    QTest.keyClick(box, Qt.Key.Key_Delete)
    settle(qtbot, window)
    assert not shown.form.problem.isVisible()
    assert list_naskah(muncar, 2024)[0].isi.tindak_lanjut[0].batas_waktu is None


def test_running_numbers_follow_the_rows(qtbot: QtBot, window: MainWindow, muncar: Office) -> None:
    shown = press(qtbot, window, "Daftar Bagi")
    box = shown.form.boxes["tabel"]
    last = box.rowCount() - 1
    box.item(last, 1).setText("Kepala Desa Uji")
    settle(qtbot, window)
    rows = list_naskah(muncar, 2024)[0].isi.tabel.baris
    assert rows[-1][:2] == (f"{len(rows)}.", "Kepala Desa Uji")


def test_who_signs_is_chosen_among_the_posts(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    shown = press(qtbot, window, "Nota Dinas lain")
    right, left = shown.form.boxes["penanda"], shown.form.boxes["penanda_kiri"]
    right.post.setCurrentText("Kasi Pemerintahan")
    right.post.activated.emit(right.post.currentIndex())
    right.behalf.setText("Camat Muncar")
    right.behalf.editingFinished.emit()
    assert left.value() is None
    left.post.setCurrentText("(ditulis tangan)")
    left.post.activated.emit(left.post.currentIndex())
    settle(qtbot, window)
    isi = list_naskah(muncar, 2024)[0].isi
    assert isi.penanda == Penanda("", "Kasi Pemerintahan", "Camat Muncar")
    assert isi.penanda_kiri == Penanda("")


def test_a_post_that_nobody_holds_any_more_stays_chosen(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    begin(muncar, "nota-dinas", hal="Uji", penanda=Penanda("", "Kasi Antariksa"))
    shown = letters(qtbot, window)
    assert shown.form.boxes["penanda"].value() == Penanda("", "Kasi Antariksa")


def test_parts_are_lists_below_their_headings(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    shown = press(qtbot, window, "Notulen Rapat")
    parts = shown.form.boxes["bagian"]
    titles = [title for title, _ in parts._boxes]
    assert titles == ["Acara", "Pembahasan", "Keputusan"]
    box = parts._boxes[1][1]
    box.setFocus()
    box.setPlainText("Satu\n\nDua")
    shown.form.boxes["hal"].setFocus()
    settle(qtbot, window)
    assert list_naskah(muncar, 2024)[0].isi.bagian[1].butir == ("Satu", "Dua")
    press(qtbot, window, "Berita Acara")
    assert [title for title, _ in shown.form.boxes["bagian"]._boxes] == [
        "Dengan hasil sebagai berikut:"
    ]


def test_a_draft_is_taken_away_when_the_clerk_says_so(
    qtbot: QtBot, window: MainWindow, muncar: Office, speech: Speech
) -> None:
    shown = press(qtbot, window, "Surat Dinas")
    qtbot.mouseClick(shown.remove_button, Qt.MouseButton.LeftButton)
    assert len(list_naskah(muncar, 2024)) == 1
    speech.answers["confirm"] = True
    qtbot.mouseClick(shown.remove_button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert list_naskah(muncar, 2024) == []
    assert shown.stack.currentIndex() == 1


def test_the_preview_shows_the_letter_that_was_typed(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    window.context.set_periode(Periode(2024, 3))
    shown = press(qtbot, window, "Surat Dinas")
    shown.form.boxes["hal"].setText("Permohonan data")
    qtbot.mouseClick(shown.preview_button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    page = current_page(window)
    assert isinstance(page, DokumenPage)
    qtbot.waitUntil(lambda: bool(page.preview.pdf), timeout=20_000)
    assert page.side.kunci == "naskah-surat"
    assert window.context.periode == Periode(2024, 3)
    assert page.permintaan().tentang == list_naskah(muncar, 2024)[0].id
    assert list_naskah(muncar, 2024)[0].isi.hal == "Permohonan data"


def test_a_step_of_an_sop_opens_its_letter(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    give_sop(muncar)
    place = Tempat(start(muncar, PENGUKURAN), 2, 1)
    for _ in range(2):
        window.open_page("surat", SuratLangkah("disposisi", TAHUN, place))
        settle(qtbot, window)
    (letter,) = list_naskah(muncar, 2024)
    assert letter.tempat == place
    page = current_page(window)
    assert isinstance(page, SuratPage)
    shown = page.tab("naskah")
    assert isinstance(shown, LettersTab)
    assert shown.table.current() == letter


def test_letters_that_are_final_can_be_looked_at(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    first = begin(muncar, "nota-perintah")
    finish(muncar, first)
    shown = letters(qtbot, window)
    assert shown.model.index(0, 2).data() == "Final 700/1/ND/2025"
    assert not shown.head.date.isEnabled()


def test_the_register_proposes_the_next_number(
    qtbot: QtBot, window: MainWindow, muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_in(muncar, EDARAN)
    shown = tab(qtbot, window, "register")
    assert isinstance(shown, RegisterTab)
    assert shown.editor.model.rowCount() == 1
    assert shown._start() == {"agenda": "2", "diterima": date(2025, 1, 15)}
    shown.book.setCurrentIndex(shown.book.findData("keluar"))
    settle(qtbot, window)
    assert shown.editor.model.rowCount() == 0
    assert shown._start() == {"agenda": "1", "tanggal": date(2025, 1, 15)}
    shown.year.setValue(2024)
    settle(qtbot, window)
    assert shown._where() == {"tahun": 2024, "arah": "keluar", "buku": "keluar"}


def test_a_book_that_is_taken_away_gives_its_place_to_the_first(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    key = add_row(
        muncar, "buku_surat",
        {
            "kunci": "rahasia", "nama": "Surat rahasia", "arah": "keluar",
            "pola": "{urut}/R/{tahun}", "mulai": 1,
        },
    )  # fmt: skip
    shown = tab(qtbot, window, "register")
    assert isinstance(shown, RegisterTab)
    shown.book.setCurrentIndex(shown.book.findData("rahasia"))
    settle(qtbot, window)
    assert shown._where()["buku"] == "rahasia"
    with muncar.journal.action("Buku dihapus") as session:
        session.delete(session.get_one(BukuSurat, key))
    settle(qtbot, window)
    assert shown.book.findData("rahasia") == -1
    assert shown._where()["buku"] == "masuk"


def test_a_book_read_too_late_is_not_shown(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    """Its remarks and its next number would be taken for those of the book chosen since."""
    take_in(muncar, EDARAN)
    take_in(muncar, EDARAN)
    shown = tab(qtbot, window, "register")
    assert isinstance(shown, RegisterTab)
    shown.reload()
    shown.book.blockSignals(True)
    shown.book.setCurrentIndex(shown.book.findData("keluar"))
    shown.book.blockSignals(False)
    shown.notes.clear()
    settle(qtbot, window)
    assert shown.notes.text() == ""


def test_letters_that_name_no_book_are_taken_into_it(
    qtbot: QtBot, window: MainWindow, muncar: Office
) -> None:
    """As a workbook brings them that has no column Buku."""
    add_row(muncar, "surat", {"tahun": 2025, "arah": "masuk", "agenda": "1", "hal": "Undangan"})
    shown = tab(qtbot, window, "register")
    assert isinstance(shown, RegisterTab)
    assert shown.editor.model.rowCount() == 0
    assert shown.adopt_button.text().startswith("1 surat belum menyebut bukunya")
    shown.adopt_button.click()
    settle(qtbot, window)
    assert shown.editor.model.rowCount() == 1
    assert shown.adopt_button.isHidden()


def test_what_is_odd_in_a_book_is_told(qtbot: QtBot, window: MainWindow, muncar: Office) -> None:
    take_in(muncar, EDARAN)
    take_in(muncar, EDARAN)
    shown = tab(qtbot, window, "register")
    assert shown.notes.isVisible()
    assert "050/12/427.55/2025 tercatat 2 kali" in shown.notes.text()
    shown.open_find()
    assert QApplication.focusWidget() is shown.editor.search


def test_scans_are_attached_and_opened(
    qtbot: QtBot, window: MainWindow, muncar: Office, speech: Speech, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    key = take_in(muncar, EDARAN)
    shown = tab(qtbot, window, "register")
    scan = tmp_path / "edaran.pdf"
    scan.write_bytes(b"%PDF-1.4")
    speech.answers["choose_files"] = [scan]
    shown.scans.actions()[0].trigger()
    qtbot.waitUntil(lambda: len(list_scans(muncar, key)) == 1)
    settle(qtbot, window)
    assert shown.scan_button.text() == "&Pindaian (1)"
    opened: list[str] = []

    def open_url(url: QUrl) -> bool:
        """The first time there is no program for it."""
        opened.append(url.fileName())
        return len(opened) > 1

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    for _ in range(2):
        shown.scans.actions()[1].trigger()
        settle(qtbot, window)
    assert opened == ["edaran.pdf", "edaran.pdf"]


def test_of_several_scans_those_stay_that_are_in_and_no_failure_stops_the_others(
    qtbot: QtBot, window: MainWindow, muncar: Office, speech: Speech, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    key = take_in(muncar, EDARAN)
    shown = tab(qtbot, window, "register")
    scans = [tmp_path / f"{number}.pdf" for number in range(5)]
    for scan in scans:
        scan.write_bytes(b"" if scan.stem == "1" else f"%PDF {scan.stem}".encode())
    strip = page_of(shown).work_strip()
    with monkeypatch.context() as pressed:
        press_batal(pressed, strip)
        shown.attach(key, scans[0])
        settle(qtbot, window)
    assert last_state(window) is WorkState.CANCELLED
    assert list_scans(muncar, key) == []
    with monkeypatch.context() as pressed:
        press_batal(pressed, strip, at=2)
        shown.attach(key, *scans[2:])
        settle(qtbot, window)
    assert last_state(window) is WorkState.CANCELLED
    assert [name for _, name in list_scans(muncar, key)] == ["2.pdf"]
    assert window.statusBar().currentMessage() == (
        "1 dari 3 berkas dilampirkan pada surat 1 · 050/12/427.55/2025."
    )
    assert speech.said == []
    shown.attach(key, scans[1], scans[0])
    shown.attach(key, scans[3])
    shown.attach(key)
    qtbot.waitUntil(lambda: len(list_scans(muncar, key)) == 3)
    settle(qtbot, window)
    assert [name for _, name in list_scans(muncar, key)] == ["2.pdf", "0.pdf", "3.pdf"]
    assert [said.split(":")[1].strip() for said in speech.said] == [
        "1.pdf kosong. Pilih berkas bukti yang ada isinya."
    ]
    assert [work.state for work in window.context.diary.works[-2:]] == [WorkState.DONE] * 2
    shown.attach(key, scans[1])
    settle(qtbot, window)
    assert last_state(window) is WorkState.FAILED


def test_the_letter_that_began_a_case_is_written_down_or_chosen(
    qtbot: QtBot, window: MainWindow, muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    give_sop(muncar)
    case = start(muncar, PENGUKURAN)

    def fill(self: TakeInDialog) -> int:
        assert not self.accept_button.isEnabled()
        self.hal.setText("Pengukuran Kinerja 2024")
        self.nomor.setText("050/12")
        self.tanggal.setText("10-1-2025")
        assert self.accept_button.isEnabled()
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(TakeInDialog, "exec", fill)
    window.open_page("surat", SuratMasukKasus(case, TAHUN))
    settle(qtbot, window)
    (row,) = read_buku(muncar, 2025, "masuk").baris
    assert (row.pihak, row.hal, row.nomor) == (
        "Bappeda Kabupaten Banyuwangi", "Pengukuran Kinerja 2024", "050/12",
    )  # fmt: skip
    told = "Surat masuk dicatat untuk pelaksanaan ini: Pengukuran Kinerja 2024."
    assert window.statusBar().currentMessage() == told
    assert shown_case(window) == case, "one goes on where one came from"
    other, later = take_in(muncar, EDARAN), start(muncar, PENGUKURAN, "Kedua")

    def choose(self: TakeInDialog) -> int:
        self.choice.setCurrentIndex(1)
        assert not self.hal.isEnabled()
        assert self.chosen() == other
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(TakeInDialog, "exec", choose)
    window.open_page("surat", SuratMasukKasus(later, TAHUN))
    settle(qtbot, window)
    with muncar.journal.reading() as session:
        assert session.get_one(Surat, other).pelaksanaan_id == later
    assert shown_case(window) == later
    monkeypatch.setattr(TakeInDialog, "exec", lambda self: QDialog.DialogCode.Rejected)
    window.open_page("surat", SuratMasukKasus(later, TAHUN))
    settle(qtbot, window)
    assert len(read_buku(muncar, 2025, "masuk").baris) == 2
    assert shown_case(window) == later


def shown_case(window: MainWindow) -> UUID | None:
    page = current_page(window)
    assert isinstance(page, SopPage)
    return page.case.kasus.id if page.case.kasus and page.case.isVisible() else None


def test_the_book_prints(qtbot: QtBot, window: MainWindow, muncar: Office) -> None:
    take_in(muncar, EDARAN)
    shown = tab(qtbot, window, "register")
    qtbot.mouseClick(shown.print_button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    page = current_page(window)
    assert isinstance(page, DokumenPage)
    assert page.side.kunci == "buku-agenda"
    assert window.context.periode.tahun == 2025


def test_books_that_ship_can_be_changed(
    qtbot: QtBot, window: MainWindow, muncar: Office, speech: Speech
) -> None:
    editor = tab(qtbot, window, "buku")
    assert isinstance(editor, SectionEditor)
    assert "Buku bawaan dipakai" in editor.empty.text()
    page = current_page(window)
    assert isinstance(page, SuratPage)
    page._add_books()
    settle(qtbot, window)
    assert editor.model.rowCount() == 4
    page._add_books()
    assert "sudah ada semua" in speech.said[-1]
    shown = tab(qtbot, window, "register")
    assert shown.book.count() == 4


def test_a_wording_is_changed_refused_and_given_back(
    qtbot: QtBot, window: MainWindow, muncar: Office, speech: Speech
) -> None:
    shown = tab(qtbot, window, "templat")
    assert isinstance(shown, WordingTab)
    shown.kind.setCurrentIndex(shown.kind.findData("undangan"))
    settle(qtbot, window)
    assert not shown.reset_button.isEnabled()
    line = shown.form.boxes["hal"]
    line.setText("Undangan {dokumen} {nomer}")
    line.editingFinished.emit()
    assert "Ada 1 hal yang harus diperbaiki" in speech.said[-1]
    assert read_templat(muncar, "undangan")[1] == 0
    line.setText("Undangan {dokumen}")
    line.editingFinished.emit()
    settle(qtbot, window)
    assert read_templat(muncar, "undangan")[1] == 1
    assert shown.version.text() == "Versi kantor 1"
    qtbot.mouseClick(shown.reset_button, Qt.MouseButton.LeftButton)
    assert read_templat(muncar, "undangan")[1] == 1
    speech.answers["confirm"] = True
    qtbot.mouseClick(shown.reset_button, Qt.MouseButton.LeftButton)
    settle(qtbot, window)
    assert shown.version.text() == "Seperti bawaan"


def test_tasks_are_a_table_of_their_own(qtbot: QtBot, window: MainWindow) -> None:
    editor = tab(qtbot, window, "tugas")
    assert isinstance(editor, SectionEditor)
    assert "Tindak lanjut pada notulen" in editor.empty.text()


def test_another_day_than_was_judged_is_asked_about_once_more(
    qtbot: QtBot, window: MainWindow, muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """1 Desember 2099 stood in the dialog alone, and became a number of that year."""
    key = begin(muncar, "nota-perintah")
    shown = letters(qtbot, window)
    told: list[str] = []
    days = [date(2099, 12, 1), date(2025, 1, 16), date(2025, 1, 16)]

    def run(self: FinalDialog) -> int:
        told.append(" ".join(label.text() for label in self.findChildren(QLabel)))
        lists = [box.item(0).text() for box in self.findChildren(QListWidget)]
        told.append(" ".join(lists))
        self.date.set_date(days.pop(0))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(FinalDialog, "exec", run)
    shown.finality.final_button.click()
    qtbot.waitUntil(lambda: read_naskah(muncar, key).is_final, timeout=20_000)
    settle(qtbot, window)
    assert "2099" in told[3]
    assert days == []
    assert read_naskah(muncar, key).tanggal == date(2025, 1, 16)
