"""The wizard keeps what was typed, follows what was typed, and shows what it does on paper."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QWizard
from pytestqt.qtbot import QtBot

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.awal import draf_panduan
from kinerja_desktop.services.awal.draf_panduan import FILE_NAME, read_draf, write_draf
from kinerja_desktop.services.latihan import isi
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.wizard import SetupWizard
from kinerja_desktop.ui.wizard.awal import Awal

NEXT, BACK = QWizard.WizardButton.NextButton, QWizard.WizardButton.BackButton
FINISH, CANCEL = QWizard.WizardButton.FinishButton, QWizard.WizardButton.CancelButton


@pytest.fixture
def wizard(qtbot: QtBot, context: Context) -> SetupWizard:
    return opened(qtbot, context)


def opened(qtbot: QtBot, context: Context) -> SetupWizard:
    made = SetupWizard(context)
    qtbot.addWidget(made)
    made.show()
    return made


def press(wizard: SetupWizard, qtbot: QtBot, button: QWizard.WizardButton) -> None:
    qtbot.mouseClick(wizard.button(button), Qt.MouseButton.LeftButton)


def fill(wizard: SetupWizard, qtbot: QtBot) -> None:
    """Fill the pages up to that of the SOPs."""
    press(wizard, qtbot, NEXT)
    wizard.office_page.kecamatan.setEditText("Candipuro")
    wizard.office_page.lines["alamat"].setText("Jl. Raya 1")
    press(wizard, qtbot, NEXT)
    wizard.people.rows[0]["nama"].setText("Edwi")
    wizard.people.add_button.click()
    wizard.people.rows[3]["nama"].setText("Ani")
    press(wizard, qtbot, NEXT)
    wizard.formula.cap.setCurrentIndex(3)
    wizard.formula.year.setValue(2024)
    press(wizard, qtbot, NEXT)


def ticked(wizard: SetupWizard) -> set[str]:
    return set(wizard.sop.chosen())


# -- left and taken up again


def test_the_wizard_can_be_left_and_taken_up_again(qtbot: QtBot, wizard: SetupWizard) -> None:
    fill(wizard, qtbot)
    own = ticked(wizard)
    assert own
    wizard.sop.listing.item(0).setCheckState(Qt.CheckState.Checked)
    both = ticked(wizard)
    press(wizard, qtbot, CANCEL)
    assert wizard.context.office.instansi() is None
    again = opened(qtbot, wizard.context)
    assert again.start.band.isVisible()
    assert "masih ada" in again.start.note.text()
    qtbot.mouseClick(again.start.resume_button, Qt.MouseButton.LeftButton)
    assert again.currentPage() is again.sop
    assert not again.start.band.isVisibleTo(again.start)
    assert ticked(again) == both
    assert again.office_page.values()["alamat"] == "Jl. Raya 1"
    assert [row.nama for row in again.people.officials()] == ["Edwi", "Ani"]
    assert again.people.rows[3]["peran"].currentData() == "kasi"
    assert (again.formula.tahun(), again.formula.cap.currentIndex()) == (2024, 3)
    press(again, qtbot, FINISH)
    assert again.context.office.require_instansi().kecamatan == "Candipuro"
    assert not (again.context.office.folder / FILE_NAME).exists()


@pytest.mark.parametrize("is_typed", [True, False])
def test_after_the_practice_office_nothing_is_chosen_yet(
    qtbot: QtBot, wizard: SetupWizard, monkeypatch: pytest.MonkeyPatch, is_typed: bool
) -> None:
    """What was typed of an own office waits; that the practice office was tried is no entry."""
    monkeypatch.setattr(isi, "fill_latihan", lambda *_: None)
    if is_typed:
        wizard.office_page.kecamatan.setEditText("Candipuro")
    wizard.start.buttons[Awal.CONTOH].setChecked(True)
    qtbot.waitUntil(lambda: bool(read_draf(wizard.context.office)), timeout=8000)
    with qtbot.waitSignal(wizard.accepted):
        press(wizard, qtbot, FINISH)
    again = opened(qtbot, wizard.context)
    assert again.start.band.isVisible() is is_typed
    assert again.start.choice() is Awal.BARU
    assert again.office_page.values()["kecamatan"] == ("Candipuro" if is_typed else "")


def test_what_is_typed_is_kept_while_one_types(qtbot: QtBot, wizard: SetupWizard) -> None:
    office = wizard.context.office
    assert read_draf(office) == {}
    wizard.office_page.kecamatan.setEditText("Candipuro")
    qtbot.waitUntil(lambda: bool(read_draf(office)), timeout=8000)
    assert read_draf(office)["kantor"]["kecamatan"] == "Candipuro"


def test_nothing_typed_leaves_nothing_behind(qtbot: QtBot, wizard: SetupWizard) -> None:
    press(wizard, qtbot, CANCEL)
    assert not (wizard.context.office.folder / FILE_NAME).exists()
    assert not opened(qtbot, wizard.context).start.band.isVisible()


def test_one_can_begin_with_empty_pages(qtbot: QtBot, wizard: SetupWizard, tmp_path: Path) -> None:
    fill(wizard, qtbot)
    logo = tmp_path / "logo.png"
    picture = QPixmap(8, 8)
    picture.fill(Qt.GlobalColor.blue)
    picture.save(str(logo))
    wizard.office_page.set_logo(logo)
    press(wizard, qtbot, CANCEL)
    again = opened(qtbot, wizard.context)
    assert again.office_page.logo() == logo
    qtbot.mouseClick(again.start.empty_button, Qt.MouseButton.LeftButton)
    assert not (again.context.office.folder / FILE_NAME).exists()
    assert not again.start.band.isVisible()
    assert again.office_page.values()["kecamatan"] == ""
    assert again.office_page.logo() is None
    assert again.people.officials() == []


def test_resuming_stops_where_something_is_missing(qtbot: QtBot, wizard: SetupWizard) -> None:
    fill(wizard, qtbot)
    wizard.people.rows[0]["nama"].clear()
    press(wizard, qtbot, CANCEL)
    again = opened(qtbot, wizard.context)
    qtbot.mouseClick(again.start.resume_button, Qt.MouseButton.LeftButton)
    assert again.currentPage() is again.people
    press(again, qtbot, CANCEL)
    third = opened(qtbot, wizard.context)
    third.start.buttons[Awal.CONTOH].setChecked(True)
    qtbot.mouseClick(third.start.resume_button, Qt.MouseButton.LeftButton)
    assert third.currentPage() is third.start


def test_a_damaged_draft_is_passed_by_with_a_sentence(qtbot: QtBot, context: Context) -> None:
    (context.office.folder / FILE_NAME).write_text('{"kantor": 5}')
    made = opened(qtbot, context)
    assert "tidak terbaca lagi" in made.start.note.text()
    assert not made.start.resume_button.isVisible()
    press(made, qtbot, NEXT)
    assert made.currentPage() is made.office_page


def test_a_draft_of_odd_values_fills_what_it_can(qtbot: QtBot, context: Context) -> None:
    write_draf(
        context.office,
        {
            "letak": {"halaman": "banyak"},
            "awal": {"awal": "TIDAK_ADA"},
            "kantor": {"kecamatan": ["bukan teks"], "logo": "/tidak/ada.png"},
            "pejabat": {"baris": [{"peran": "Raja", "nama": "Edwi"}] * 12, "camat": "x"},
            "rumus": {"tahun": "dua ribu", "cap": "999%"},
            "sop": {"dicentang": "semua", "untuk": ["satu"]},
            "bappeda": {"tidak": "Klakah"},
        },
    )
    made = opened(qtbot, context)
    assert made.start.choice() is Awal.BARU
    assert made.office_page.values()["kecamatan"] == ""
    assert "bukan gambar" in made.office_page.logo_label.text()
    assert len(made.people.rows) == 9
    assert made.formula.cap.currentIndex() == 0
    qtbot.mouseClick(made.start.resume_button, Qt.MouseButton.LeftButton)
    assert made.currentPage() is made.start


def test_a_full_disk_is_told_once(
    qtbot: QtBot, wizard: SetupWizard, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda parent, error: told.append(str(error)))

    def refuse(new: Path, final: Path) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(draf_panduan, "replace_file", refuse)
    wizard.office_page.kecamatan.setEditText("Candipuro")
    qtbot.waitUntil(lambda: bool(told), timeout=8000)
    assert "penuh" in told[0]
    qtbot.wait(3500)
    assert len(told) == 1


def test_a_draft_that_cannot_be_read_is_told(
    qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise KinerjaError("Tidak dapat dibaca.")

    monkeypatch.setattr("kinerja_desktop.ui.wizard.draft.read_draf", refuse)
    assert opened(qtbot, context).start.note.text() == "Tidak dapat dibaca."


# -- back, and what follows


def test_going_back_keeps_what_was_typed_and_ticked(qtbot: QtBot, wizard: SetupWizard) -> None:
    fill(wizard, qtbot)
    wizard.sop.listing.item(0).setCheckState(Qt.CheckState.Checked)
    before = ticked(wizard)
    for _ in range(3):
        press(wizard, qtbot, BACK)
    assert wizard.office_page.values()["alamat"] == "Jl. Raya 1"
    for _ in range(3):
        press(wizard, qtbot, NEXT)
    assert ticked(wizard) == before
    for _ in range(3):
        press(wizard, qtbot, BACK)
    wizard.office_page.kecamatan.setEditText("Lumajang")
    for _ in range(3):
        press(wizard, qtbot, NEXT)
    assert wizard.people.rows[0]["jabatan"].text() == "Camat Lumajang"
    assert len(ticked(wizard)) == 3


def test_a_post_that_somebody_wrote_stays(qtbot: QtBot, wizard: SetupWizard) -> None:
    fill(wizard, qtbot)
    wizard.people.rows[0]["jabatan"].setText("Camat Kota")
    wizard.people.name_camat("Klakah", "Lumajang")
    assert wizard.people.rows[0]["jabatan"].text() == "Camat Kota"


def test_the_place_follows_the_kabupaten_until_it_is_typed(wizard: SetupWizard) -> None:
    lines = wizard.office_page.lines
    lines["kabupaten"].setText("Banyuwangi")
    values = wizard.office_page.values()
    assert (values["tempat"], values["tujuan_surat"], values["telepon"], values["kode_unit"]) == (
        "Banyuwangi", "Kepala Bappeda Kabupaten Banyuwangi", "", "",
    )  # fmt: skip
    lines["tempat"].setText("Muncar")
    lines["kabupaten"].setText("Lumajang")
    values = wizard.office_page.values()
    assert (values["tempat"], values["tujuan_surat"]) == (
        "Muncar", "Kepala Bappeda Kabupaten Lumajang",
    )  # fmt: skip
    assert lines["telepon"].text() == "(0334) "


def test_the_place_of_bappeda_follows_too(qtbot: QtBot, wizard: SetupWizard) -> None:
    wizard.start.buttons[Awal.BAPPEDA].setChecked(True)
    page = wizard.bappeda
    page.lines["kabupaten"].setText("Banyuwangi")
    assert page.baru().instansi["tempat"] == "Banyuwangi"
    page.lines["tempat"].setText("Genteng")
    page.lines["kabupaten"].setText("Lumajang")
    page.lines["kabupaten"].editingFinished.emit()
    assert page.baru().instansi["tempat"] == "Genteng"
    page.units.item(0).setCheckState(Qt.CheckState.Unchecked)
    press(wizard, qtbot, CANCEL)
    again = opened(qtbot, wizard.context)
    qtbot.mouseClick(again.start.resume_button, Qt.MouseButton.LeftButton)
    assert again.bappeda.baru().instansi["tempat"] == "Genteng"
    assert len(again.bappeda.baru().unit) == 20


# -- what it does on paper


def test_the_kop_is_shown_as_it_is_printed(wizard: SetupWizard, tmp_path: Path) -> None:
    page = wizard.office_page
    page.kecamatan.setEditText("Candipuro")
    page.lines["alamat"].setText("Jl. Raya 1")
    page.lines["telepon"].setText("(0334) 571007")
    page.lines["pos_el"].setText("kec@lumajangkab.go.id")
    assert page.sample.words() == [
        "PEMERINTAH KABUPATEN LUMAJANG", "KECAMATAN CANDIPURO",
        "Jl. Raya 1 Telp. (0334) 571007", "pos-el kec@lumajangkab.go.id",
    ]  # fmt: skip
    assert "KECAMATAN CANDIPURO" in page.sample.paper.accessibleDescription()
    bappeda = wizard.bappeda
    bappeda.lines["nama"].setText("Bagian Organisasi")
    assert bappeda.sample.words() == ["PEMERINTAH KABUPATEN LUMAJANG", "BAGIAN ORGANISASI"]


def test_the_camat_signs_as_on_paper(qtbot: QtBot, wizard: SetupWizard) -> None:
    fill(wizard, qtbot)
    camat = wizard.people.rows[0]
    camat["nip"].setText("197012181991011002")
    camat["pangkat"].setText("Pembina")
    camat["status"].setCurrentIndex(camat["status"].findData("plt"))
    assert wizard.people.sample.words() == [
        "Lumajang, 15 Januari 2025", "Plt. CAMAT CANDIPURO,", "Edwi", "Pembina",
        "NIP 19701218 199101 1 002",
    ]  # fmt: skip


def test_the_table_follows_the_rules(wizard: SetupWizard) -> None:
    """80 of 85, (2×10−8)/10, 12 of 8: 94.12, 120 and 150 %; means of all, and of two sasaran."""
    page = wizard.formula
    words = page.sample.words()
    assert {"94,12%", "120,00%", "150,00%", "121,37%"} <= set(words)
    page.mean.setCurrentIndex(1)
    # (94.1176… + 120) / 2 = 107.0588…, with 150 on the mean 128.53.
    assert "128,53%" in page.sample.words()
    page.falling.setCurrentIndex(1)
    assert "125,00%" in page.sample.words()
    page.cap.setCurrentIndex(1)
    assert "150,00%" not in page.sample.words()
    assert "Capaian dibatasi paling tinggi 100%." in page.sample.words()


def test_an_sop_shows_its_first_steps(wizard: SetupWizard) -> None:
    page = wizard.sop
    page.listing.setCurrentRow(1)
    words = page.sample.words()
    assert words[0] in page.listing.item(1).text()
    assert words[1].startswith("1. ")
    assert words[-1] == "dan 2 langkah lain"
