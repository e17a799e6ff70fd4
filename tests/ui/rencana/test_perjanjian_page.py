"""Perjanjian Kinerja: murni, perubahan, items, signing."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.rencana.perjanjian import create_murni
from kinerja_desktop.services.rencana.perjanjian_versi import (
    Perjanjian,
    list_perjanjian,
    list_pihak,
)
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.date_field import DateField
from kinerja_desktop.ui.base.pick_dialog import PickDialog
from kinerja_desktop.ui.base.wrapping import height_of
from kinerja_desktop.ui.pengaturan.entry import PENGATURAN_PAGE
from kinerja_desktop.ui.pengaturan.page import PengaturanPage
from kinerja_desktop.ui.rencana.perjanjian_dialogs import MurniDialog, PerubahanDialog, SignDialog
from kinerja_desktop.ui.rencana.perjanjian_page import PerjanjianPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.services.kantor.small import TAHUN, add_indikator, fill_kantor
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
ACCEPTED, REJECTED = QDialog.DialogCode.Accepted, QDialog.DialogCode.Rejected


@pytest.fixture
def window(qtbot: QtBot, office: Office) -> Iterator[MainWindow]:
    fill_kantor(office)
    with open_window(qtbot, office, (PerjanjianPage,)) as opened:
        yield opened


@pytest.fixture
def page(window: MainWindow) -> PerjanjianPage:
    found = current_page(window)
    assert isinstance(found, PerjanjianPage)
    return found


@pytest.fixture
def murni(page: PerjanjianPage, office: Office, window: MainWindow, qtbot: QtBot) -> UUID:
    """The Camat's Perjanjian Kinerja, shown."""
    key = create_murni(office, TAHUN, next(iter(list_pihak(office))))
    settle(qtbot, window)
    return key


def click(button: Any) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def shown(page: PerjanjianPage) -> Perjanjian:
    found = page.current()
    assert found is not None
    return found


def write(editor: Any, text: str) -> None:
    editor.setFocus()
    QTest.keyClicks(editor, text)
    editor.clearFocus()


def sign(page: PerjanjianPage, monkeypatch: pytest.MonkeyPatch) -> None:
    page.view.tabs.setCurrentIndex(1)
    write(page.view.form.editors["tanggal"], "10/01/2025")
    monkeypatch.setattr(SignDialog, "exec", lambda _: ACCEPTED)
    click(page.view.sign_button)


def test_a_year_without_agreement_says_how_to_begin(page: PerjanjianPage) -> None:
    assert "Belum ada Perjanjian Kinerja 2025" in page.empty.text()
    assert page.empty.isVisible()
    assert not page.perubahan_button.isEnabled()


def test_murni_is_made_for_the_one_who_promises(
    page: PerjanjianPage, window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def accept(dialog: MurniDialog) -> int:
        assert dialog.who.itemText(0) == "Camat Uji – Camat Uji"
        return ACCEPTED

    monkeypatch.setattr(MurniDialog, "exec", accept)
    click(page.murni_button)
    settle(qtbot, window)
    assert shown(page).row["kode"] == "PK-2025"
    assert page.listing.item(0).text() == "PK-2025 – draf\nPerjanjian Kinerja murni\nCamat Uji"
    assert page.view.grid.model.rowCount() == 4


def test_turning_away_makes_nothing(
    page: PerjanjianPage, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MurniDialog, "exec", lambda _: REJECTED)
    click(page.murni_button)
    assert list_perjanjian(office, TAHUN) == []


def test_a_second_murni_is_refused(
    page: PerjanjianPage, murni: UUID, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "explain", lambda _, error: told.append(error.message))
    monkeypatch.setattr(MurniDialog, "exec", lambda _: ACCEPTED)
    click(page.murni_button)
    assert told == ["Perjanjian Kinerja 2025 untuk pejabat ini sudah ada."]


def test_without_officials_there_is_nobody_to_promise(qtbot: QtBot, office: Office) -> None:
    with open_window(qtbot, office, (PerjanjianPage, PENGATURAN_PAGE)) as window:
        page = current_page(window)
        assert isinstance(page, PerjanjianPage)
        click(page.murni_button)
        assert window.notice.label.text().startswith("Belum ada pejabat yang menjabat.")
        click(window.notice.open_button)
        settle(qtbot, window)
        shown = current_page(window)
        assert isinstance(shown, PengaturanPage)
        assert shown.tab("penempatan").isVisible()


def test_an_item_is_typed_and_differs_from_the_renstra(
    page: PerjanjianPage, murni: UUID, office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    grid = page.view.grid
    butir = shown(page).butir[0]
    grid.table.setCurrentIndex(grid.model.find(butir.id, "target"))
    grid.table.setFocus()
    QTest.keyClicks(grid.table, "9")
    editor = grid.table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "5")
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.qWait(5)
    settle(qtbot, window)
    assert list_perjanjian(office, TAHUN)[0].butir[0].target == Decimal(95)
    grid.table.setCurrentIndex(grid.model.find(butir.id, "target"))
    assert grid.note.text() == "Berbeda dari target Renstra."


def test_a_signed_version_can_only_be_read(
    page: PerjanjianPage,
    murni: UUID,
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sign(page, monkeypatch)
    settle(qtbot, window)
    assert shown(page).is_signed
    assert "Ditandatangani 10 Januari 2025" in page.view.state.text()
    assert not page.view.sign_button.isVisible()
    assert not page.view.form.editors["nomor"].isEnabled()
    model = page.view.grid.model
    assert not model.is_editable(model.find(shown(page).butir[0].id, "target"))


def test_a_title_that_ends_in_a_dot_gets_no_second_one(
    page: PerjanjianPage, murni: UUID, office: Office, window: MainWindow, qtbot: QtBot
) -> None:
    (camat,) = list_rows(office, "pejabat", nama="Camat Uji")
    change_field(office, "pejabat", camat["id"], "nama", "Siti Aminah, S.STP., M.M.")
    page.reload()
    settle(qtbot, window)
    assert "Siti Aminah, S.STP., M.M. Draf:" in page.view.state.text()


def test_signing_is_asked_about_and_needs_a_date(
    page: PerjanjianPage,
    murni: UUID,
    office: Office,
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def look(dialog: SignDialog) -> int:
        assert not dialog.accept_button.isEnabled()
        assert dialog.date.reading.text() == "Tanggalnya belum diisi."
        assert dialog.lacking.text() == (
            "△ Belum ada program yang berpagu: lampirannya tercetak tanpa anggaran."
        )
        return REJECTED

    monkeypatch.setattr(SignDialog, "exec", look)
    click(page.view.sign_button)
    settle(qtbot, window)
    assert not list_perjanjian(office, TAHUN)[0].is_signed

    def answer(dialog: SignDialog) -> int:
        QTest.keyClicks(dialog.date, "10012025")
        assert dialog.accept_button.text() == "Sudah &ditandatangani, tertanggal 10 Januari 2025"
        return ACCEPTED

    monkeypatch.setattr(SignDialog, "exec", answer)
    click(page.view.sign_button)
    settle(qtbot, window)
    row = list_perjanjian(office, TAHUN)[0].row
    assert (row["tanggal"], row["ditandatangani"]) == (date(2025, 1, 10), True)


def test_a_perubahan_asks_for_one_of_three_reasons_and_keeps_what_was(
    page: PerjanjianPage,
    murni: UUID,
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sign(page, monkeypatch)
    settle(qtbot, window)

    def answer(dialog: PerubahanDialog) -> int:
        assert not dialog.accept_button.isEnabled()
        assert len(dialog.reasons.buttons()) == 3
        click(dialog.reasons.button(1))
        assert dialog.accept_button.isEnabled()
        QTest.keyClicks(dialog.text, "Renstra diubah")
        return ACCEPTED

    monkeypatch.setattr(PerubahanDialog, "exec", answer)
    click(page.perubahan_button)
    settle(qtbot, window)
    assert shown(page).row["kode"] == "PK-2025-P1"
    assert shown(page).row["alasan"] == "strategi"
    assert shown(page).row["uraian_alasan"] == "Renstra diubah"
    assert page.listing.count() == 2
    page.listing.setCurrentRow(0)
    assert shown(page).is_signed
    monkeypatch.setattr(PerubahanDialog, "exec", lambda _: REJECTED)
    click(page.perubahan_button)
    settle(qtbot, window)
    assert page.listing.count() == 2


def test_items_are_picked_and_dropped(
    page: PerjanjianPage,
    murni: UUID,
    office: Office,
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    window.context.said.connect(told.append)
    click(page.view.add_button)
    settle(qtbot, window)
    assert told == ["Semua indikator tahun ini sudah menjadi butir."]
    add_indikator(office, "K1", jenis="IKK")
    settle(qtbot, window)

    def pick(dialog: PickDialog) -> int:
        # It is the only one, and so already chosen.
        assert dialog.accept_button.text() == "&Tambahkan (1)"
        return ACCEPTED

    monkeypatch.setattr(PickDialog, "exec", pick)
    click(page.view.add_button)
    settle(qtbot, window)
    assert [butir.kode for butir in shown(page).butir] == ["K1", "A1", "B1", "B2", "B3"]
    model = page.view.grid.model
    page.view.grid.table.setCurrentIndex(model.find(shown(page).butir[0].id, "target"))
    click(page.view.drop_button)
    settle(qtbot, window)
    assert [butir.kode for butir in shown(page).butir] == ["A1", "B1", "B2", "B3"]


def test_a_draft_is_removed_and_comes_back(
    page: PerjanjianPage, murni: UUID, window: MainWindow, qtbot: QtBot
) -> None:
    click(page.view.remove_button)
    settle(qtbot, window)
    assert page.empty.isVisible()
    window.top.undo_action.trigger()
    settle(qtbot, window)
    assert shown(page).row["id"] == murni
    assert len(shown(page).butir) == 4


def test_a_version_is_previewed_for_printing(
    page: PerjanjianPage, murni: UUID, window: MainWindow
) -> None:
    wanted: list[tuple[str, Any]] = []
    window.context.page_wanted.disconnect()
    window.context.page_wanted.connect(lambda key, what: wanted.append((key, what)))
    click(page.view.print_button)
    assert wanted == [("dokumen", Permintaan("perjanjian-kinerja", window.context.periode, murni))]


def test_without_a_version_there_is_nothing_to_print(
    page: PerjanjianPage, window: MainWindow
) -> None:
    wanted: list[str] = []
    window.context.page_wanted.disconnect()
    window.context.page_wanted.connect(lambda key, _: wanted.append(key))
    page.view.print_button.click()
    assert wanted == []


def test_the_camat_stands_first_and_the_page_opens_on_what_is_in_force(
    qtbot: QtBot, latihan: Office
) -> None:
    """His perubahan follows his murni; the Kasi come after, whatever their names."""
    with open_window(qtbot, latihan, (PerjanjianPage,)) as window:
        page = current_page(window)
        assert isinstance(page, PerjanjianPage)
        texts = [page.listing.item(row).text() for row in range(page.listing.count())]
        assert [text.partition(" – ")[0] for text in texts[:2]] == ["PK-2025", "PK-2025-P1"]
        assert len(texts) > 3
        assert shown(page).row["kode"] == "PK-2025-P1"


@pytest.mark.parametrize("width", [150, 220, 400])
def test_between_two_versions_there_is_space_however_many_lines_they_have(
    qtbot: QtBot, latihan: Office, width: int
) -> None:
    with open_window(qtbot, latihan, (PerjanjianPage,)) as window:
        page = current_page(window)
        assert isinstance(page, PerjanjianPage)
        listing = page.listing
        listing.setFixedWidth(width)
        qtbot.wait(20)
        line = listing.fontMetrics().height()
        for row in range(listing.count()):
            item = listing.item(row)
            area = listing.visualItemRect(item)
            lines = sum(
                height_of(text, listing.font(), area.width() - 7)
                for text in item.text().split("\n")
            )
            assert lines + line // 2 <= area.height() <= lines + 2 * line, item.text()
            assert item.text().count("ditanda") <= 1


def test_a_slip_of_the_year_is_told_beside_the_date(
    page: PerjanjianPage,
    murni: UUID,
    window: MainWindow,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []

    def look(dialog: SignDialog) -> int:
        for text in ("10-01-2024", "10-01-2025", "16-01-2025"):
            dialog.date.setText(text)
            assert dialog.date.remark is not None
            told.append(dialog.date.remark.text())
        assert dialog.accept_button.isEnabled()
        return REJECTED

    monkeypatch.setattr(SignDialog, "exec", look)
    click(page.view.sign_button)
    settle(qtbot, window)
    assert told == [
        "△ Sebelum tahun 2025: periksa lagi.",
        "",
        "△ Hari itu belum tiba: periksa lagi.",
    ]
    day = page.view.form.editors["tanggal"]
    assert isinstance(day, DateField)
    day.setText("10-01-2024")
    assert "Sebelum tahun 2025" in day.reading.text()
