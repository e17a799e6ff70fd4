"""The first start on an empty PC, by keyboard as a Kasubbag would."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from weakref import ref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QWizard
from pytestqt.qtbot import QtBot
from sqlmodel import select

from kinerja_desktop import garbage
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.rumus import Rumus
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.paths import resource
from kinerja_desktop.services.awal.draf_panduan import read_draf
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.latihan import isi
from kinerja_desktop.services.latihan.terputus import is_half, note_begun, note_ended
from kinerja_desktop.services.riwayat.maintenance import export_all
from kinerja_desktop.services.riwayat.status import suggest_periode
from kinerja_desktop.services.sop.library import list_sop
from kinerja_desktop.store.queries.bahan import load_profil
from kinerja_desktop.store.queries.pejabat import find_by_peran
from kinerja_desktop.store.records import HariLibur
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.diary import WorkState
from kinerja_desktop.ui.wizard import SetupWizard
from kinerja_desktop.ui.wizard.awal import Awal
from tests.ui.stopping import press_batal


@pytest.fixture
def wizard(qtbot: QtBot, context: Context) -> Iterator[SetupWizard]:
    made = SetupWizard(context)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def press(wizard: SetupWizard, qtbot: QtBot, button: QWizard.WizardButton) -> None:
    qtbot.mouseClick(wizard.button(button), Qt.MouseButton.LeftButton)


NEXT = QWizard.WizardButton.NextButton
FINISH = QWizard.WizardButton.FinishButton


def test_the_letterhead_is_drawn_anew_at_every_key(qtbot: QtBot, wizard: SetupWizard) -> None:
    """Whoever types a long address must not see the program end."""
    press(wizard, qtbot, NEXT)
    page = wizard.office_page
    kept = page.sample.paper.findChildren(QLabel)
    for _ in range(40):
        qtbot.keyClicks(page.lines["alamat"], "Jl. Raya 1 ")
        # What is put away is freed in the event loop, as between the keys of a person.
        qtbot.wait(1)
    assert "Jl. Raya 1 Jl. Raya 1" in page.sample.words()[2]
    assert len(page.sample.paper.findChildren(QLabel)) == len(kept) + 1, "nothing is left over"


def test_an_office_is_set_up_from_nothing(qtbot: QtBot, wizard: SetupWizard) -> None:
    press(wizard, qtbot, NEXT)
    assert not wizard.button(NEXT).isEnabled()
    qtbot.keyClicks(wizard.office_page.kecamatan.lineEdit(), "Lumajang")
    wizard.office_page.lines["alamat"].setText("Jl. Raya 1")
    press(wizard, qtbot, NEXT)
    assert not wizard.button(NEXT).isEnabled()
    camat = wizard.people.rows[0]
    assert camat["jabatan"].text() == "Camat Lumajang"
    qtbot.keyClicks(camat["nama"], "Drs. Edwi")
    camat["nip"].setText("197012181991011002")
    camat["mulai"].setText("01-02-2024")
    wizard.people.rows[2]["nama"].setText("Ani")
    press(wizard, qtbot, NEXT)
    wizard.formula.falling.setCurrentIndex(1)
    wizard.formula.cap.setCurrentIndex(3)
    wizard.formula.year.setValue(2025)
    assert "capaiannya 120,00%" in wizard.formula.example.text()
    press(wizard, qtbot, NEXT)
    listing = wizard.sop.listing
    ticked = [
        listing.item(row).text()
        for row in range(listing.count())
        if listing.item(row).checkState() == Qt.CheckState.Checked
    ]
    assert [text.partition(",")[0] for text in ticked] == [
        "Prosedur Penyusunan Perencanaan Kinerja — Kecamatan Lumajang",
        "Prosedur Pengumpulan Data Kinerja — Kecamatan Lumajang",
        "Prosedur Penyusunan Pengukuran Kinerja — Kecamatan Lumajang",
    ]
    listing.item(0).setCheckState(Qt.CheckState.Unchecked)
    press(wizard, qtbot, FINISH)
    office = wizard.context.office
    instansi = office.require_instansi()
    assert (instansi.kecamatan, instansi.alamat, instansi.telepon) == ("Lumajang", "Jl. Raya 1", "")
    with office.journal.reading() as session:
        found = find_by_peran(session, "camat", date(2025, 1, 15))
        assert found is not None
        assert (found.nama, found.nip) == ("Drs. Edwi", "19701218 199101 1 002")
        profil = load_profil(session, 2025)
        assert (profil.rumus_turun, profil.cap_capaian) == (Rumus.MIN_TR, Decimal(120))
        days = {row.tanggal for row in session.exec(select(HariLibur))}
    assert date(2025, 8, 17) in days
    assert {item.sop.id for item in list_sop(office)} == {"LMJ-KUMPUL", "LMJ-UKUR-2024"}
    (pengelola,) = list_rows(office, "penempatan", pengelola_kinerja=True)
    assert pengelola["jabatan"] == "Kasubbag Keuangan"
    assert office.journal.last is not None
    assert office.journal.last.label == "Menyiapkan kantor"


def test_the_example_follows_the_choice(wizard: SetupWizard) -> None:
    """T=10, R=8: (2×10−8)/10 = 120 %, 10/8 = 125 % (`docs/sakip.md` §4.13)."""
    assert "capaiannya 120,00%" in wizard.formula.example.text()
    wizard.formula.falling.setCurrentIndex(1)
    assert "capaiannya 125,00%" in wizard.formula.example.text()


def test_the_practice_office_is_one_click_away(qtbot: QtBot, wizard: SetupWizard) -> None:
    """Filled on the worker: the wizard shows how far it has come, and is left by *Batal* only."""
    wizard.start.buttons[Awal.CONTOH].setChecked(True)
    strip = wizard.strip
    told: list[int] = []
    with qtbot.waitSignal(wizard.accepted, timeout=120_000):
        press(wizard, qtbot, FINISH)
        assert strip.isVisible()
        is_in_folder = isinstance(wizard.context.office.place.where, Path)
        assert strip.cancel_button.isVisible() == is_in_folder
        assert not wizard.button(FINISH).isEnabled()
        assert not wizard.start.buttons[Awal.BARU].isEnabled()
        wizard.reject()
        assert wizard.isVisible()
        strip.bar.valueChanged.connect(told.append)
    instansi = wizard.context.office.require_instansi()
    assert (instansi.kecamatan, instansi.contoh) == ("Contoh", True)
    assert wizard.first_periode() == Periode(2025)
    assert len(told) > 50


@pytest.mark.sqlite_only("a folder that is emptied; of a server it says whom to ask")
def test_a_practice_office_that_fails_half_way_is_laid_aside(
    qtbot: QtBot, wizard: SetupWizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda parent, error: told.append(error.message))
    office = wizard.context.office

    def fail(office: Office, *_: object) -> None:
        note_begun(office)
        fill_sample(office)
        raise KinerjaError("Disk penuh.", "Kosongkan ruang.")

    monkeypatch.setattr(isi, "fill_latihan", fail)
    wizard.start.buttons[Awal.CONTOH].setChecked(True)
    with qtbot.waitSignal(wizard.rejected):
        press(wizard, qtbot, FINISH)
    assert told == ["Disk penuh."]
    assert wizard.context.next_place == office.place.where
    office.close()
    assert wizard.context.farewell is not None
    wizard.context.farewell()
    assert len(list(office.folder.glob("latihan-*"))) == 1


@pytest.mark.sqlite_only("a folder that is emptied; of a server it says whom to ask")
@pytest.mark.parametrize("at", [1, 12])
def test_filling_the_practice_office_is_stopped(
    qtbot: QtBot, wizard: SetupWizard, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    """Before anything is there the wizard goes on; of a half the folder is emptied."""
    office = wizard.context.office
    wizard.start.buttons[Awal.CONTOH].setChecked(True)
    press_batal(monkeypatch, wizard.strip, at)
    press(wizard, qtbot, FINISH)
    qtbot.waitUntil(lambda: not wizard.strip.is_busy, timeout=60_000)
    assert wizard.context.diary.works[-1].state is WorkState.CANCELLED
    has_half = office.instansi() is not None
    assert has_half == (at > 1) == is_half(office)
    assert wizard.isVisible() != has_half
    if not has_half:
        assert not note_ended(office)
    if has_half:
        assert wizard.context.next_place == office.place.where
        office.close()
        assert wizard.context.farewell is not None
        wizard.context.farewell()
        assert len(list(office.folder.glob("latihan-*"))) == 1
        again = open_office(office.place.where)
        fresh = SetupWizard(Context(again))
        qtbot.addWidget(fresh)
        assert "Kantor latihan terputus" in fresh.start.note.text()
        assert fresh.start.choice() is Awal.BARU
        assert not note_ended(again)
        fresh.context.close()
        again.close()


def test_a_practice_office_that_fails_at_once_can_be_tried_again(
    qtbot: QtBot, wizard: SetupWizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda parent, error: told.append(error.message))

    def fail(*_: object) -> None:
        raise KinerjaError("Disk penuh.", "Kosongkan ruang.")

    monkeypatch.setattr(isi, "fill_latihan", fail)
    wizard.start.buttons[Awal.CONTOH].setChecked(True)
    press(wizard, qtbot, FINISH)
    qtbot.waitUntil(lambda: told == ["Disk penuh."])
    assert wizard.isVisible()
    assert wizard.button(FINISH).isEnabled()
    assert wizard.start.buttons[Awal.BARU].isEnabled()
    assert wizard.context.next_place is None


def test_a_second_press_of_selesai_does_nothing(
    qtbot: QtBot, wizard: SetupWizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A double click, or an impatient Enter or Esc, comes after the office was founded."""
    told: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda parent, error: told.append(error.message))
    monkeypatch.setattr(dialogs, "confirm", lambda *words: told.append("asked"))
    endings: list[int] = []
    wizard.finished.connect(endings.append)
    wizard.start.buttons[Awal.BUKU].setChecked(True)
    wizard.start.file.setText(str(resource("contoh/muncar.xlsx")))
    press(wizard, qtbot, FINISH)
    press(wizard, qtbot, FINISH)
    wizard.button(FINISH).click()
    qtbot.keyClick(wizard, Qt.Key.Key_Escape)
    wizard.reject()
    assert told == []
    assert endings == [QWizard.DialogCode.Accepted.value]
    assert read_draf(wizard.context.office) == {}


def test_selesai_can_be_pressed_again_after_a_refusal(
    qtbot: QtBot, wizard: SetupWizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda parent, error: told.append(error.message))
    wizard.start.buttons[Awal.BUKU].setChecked(True)
    wizard.start.file.setText("tidak-ada.xlsx")
    press(wizard, qtbot, FINISH)
    assert len(told) == 1
    wizard.start.file.setText(str(resource("contoh/muncar.xlsx")))
    with qtbot.waitSignal(wizard.accepted):
        press(wizard, qtbot, FINISH)


def test_a_workbook_can_be_the_beginning(
    qtbot: QtBot, wizard: SetupWizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard.start.buttons[Awal.BUKU].setChecked(True)
    assert not wizard.button(FINISH).isEnabled()
    monkeypatch.setattr(dialogs, "choose_file", lambda *words: resource("contoh/muncar.xlsx"))
    qtbot.mouseClick(wizard.start.pick, Qt.MouseButton.LeftButton)
    press(wizard, qtbot, FINISH)
    assert wizard.context.office.require_instansi().kecamatan == "Muncar"
    assert list_sop(wizard.context.office) == []


def test_the_data_of_another_pc_can_be_the_beginning(
    qtbot: QtBot, wizard: SetupWizard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    old = open_office(tmp_path / "pc lama")
    fill_sample(old)
    target = tmp_path / "Kinerja_20250115.kinerja"
    export_all(old, target)
    old.close()
    monkeypatch.setattr(dialogs, "choose_file", lambda *words: target)
    wizard.start.buttons[Awal.CADANGAN].setChecked(True)
    assert not wizard.button(FINISH).isEnabled()
    qtbot.mouseClick(wizard.start.pick, Qt.MouseButton.LeftButton)
    press(wizard, qtbot, FINISH)
    assert wizard.context.office.require_instansi().kecamatan == "Muncar"


def test_a_backup_without_an_office_in_it_is_told(
    qtbot: QtBot, wizard: SetupWizard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda parent, error: told.append(error.message))
    empty = open_office(tmp_path / "kosong")
    target = tmp_path / "kosong.kinerja"
    export_all(empty, target)
    empty.close()
    wizard.start.buttons[Awal.CADANGAN].setChecked(True)
    wizard.start.file.setText(str(target))
    press(wizard, qtbot, FINISH)
    assert told == ["Kantor belum disiapkan."]
    assert wizard.isVisible()


def test_a_bad_workbook_leaves_the_office_empty_and_the_wizard_open(
    qtbot: QtBot, wizard: SetupWizard, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda parent, error: told.append(error.message))
    bad = tmp_path / "bukan.xlsx"
    bad.write_text("bukan buku kerja")
    wizard.start.buttons[Awal.BUKU].setChecked(True)
    wizard.start.file.setText(str(bad))
    press(wizard, qtbot, FINISH)
    assert "bukan buku kerja Excel" in told[0]
    assert wizard.isVisible()
    assert wizard.context.office.instansi() is None


def test_an_odd_nip_is_told_but_accepted(wizard: SetupWizard) -> None:
    camat = wizard.people.rows[0]
    camat["nama"].setText("Edwi")
    camat["nip"].setText("123")
    assert "18 angka" in wizard.people.note.text()
    assert wizard.people.isComplete()


def test_a_bad_date_or_a_missing_post_stops(wizard: SetupWizard) -> None:
    camat = wizard.people.rows[0]
    camat["nama"].setText("Edwi")
    camat["mulai"].setText("kemarin")
    assert not wizard.people.isComplete()
    assert "bukan tanggal" in wizard.people.note.text()
    camat["mulai"].setText("01-01-2024")
    camat["jabatan"].setText("")
    assert "jabatan harus diisi" in wizard.people.note.text()


def test_more_officials_can_be_added_up_to_a_page(qtbot: QtBot, wizard: SetupWizard) -> None:
    for _ in range(8):
        wizard.people.add_button.click()
    assert len(wizard.people.rows) == 9
    assert "nanti di Pengaturan" in wizard.people.note.text()


def test_a_logo_must_be_a_picture(
    qtbot: QtBot, wizard: SetupWizard, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = wizard.office_page
    bad = tmp_path / "bukan.png"
    bad.write_text("x")
    page.set_logo(bad)
    assert "bukan gambar" in page.logo_label.text()
    assert page.logo() is None
    good = tmp_path / "logo.png"
    picture = QPixmap(8, 8)
    picture.fill(Qt.GlobalColor.blue)
    picture.save(str(good))
    page.set_logo(good)
    assert page.logo() == good


def test_the_wizard_bears_the_icon_of_the_program(wizard: SetupWizard) -> None:
    assert not wizard.windowIcon().isNull()


def test_the_year_that_was_asked_for_first_is_shown_first(wizard: SetupWizard) -> None:
    wizard.start.buttons[Awal.BARU].setChecked(True)
    other = wizard.context.office.today().year - 2
    wizard.formula.year.setValue(other)
    assert wizard.first_periode() == Periode(other)
    wizard.start.buttons[Awal.CONTOH].setChecked(True)
    assert wizard.first_periode() == suggest_periode(wizard.context.office)


def test_bappeda_is_set_up_on_one_page(qtbot: QtBot, wizard: SetupWizard) -> None:
    wizard.start.buttons[Awal.BAPPEDA].setChecked(True)
    press(wizard, qtbot, NEXT)
    page = wizard.bappeda
    assert wizard.currentPage() is page
    assert page.units.count() == 21
    page.lines["nama"].clear()
    assert not wizard.button(FINISH).isEnabled()
    page.lines["nama"].setText("Bagian Organisasi")
    page.units.item(0).setCheckState(Qt.CheckState.Unchecked)
    press(wizard, qtbot, FINISH)
    office = wizard.context.office
    assert (office.require_instansi().jenis, office.require_instansi().kecamatan) == (
        "bappeda", "Bagian Organisasi",
    )  # fmt: skip
    assert len(list_rows(office, "perangkat_daerah")) == 20
    assert wizard.first_periode() == suggest_periode(office)


def test_of_another_kabupaten_units_are_added_later(qtbot: QtBot, wizard: SetupWizard) -> None:
    line = wizard.bappeda.lines["kabupaten"]
    line.setText("Banyuwangi")
    line.editingFinished.emit()
    assert wizard.bappeda.baru().unit == ()
    assert wizard.bappeda.units.isHidden()
    line.setText("Lumajang")
    line.editingFinished.emit()
    assert len(wizard.bappeda.baru().unit) == 21


def test_a_wizard_that_is_gone_leaves_nothing_to_the_collector(
    qtbot: QtBot, context: Context
) -> None:
    """The collector may run on the worker, and widgets that it takes away there end the program."""
    made = SetupWizard(context)
    gone = ref(made)
    with garbage.held_back():
        del made
        assert gone() is None
