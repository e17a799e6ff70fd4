"""A step that signs or sends, pressed while its paper is a draft: three ways on."""

from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.sop.syarat import NaskahSop, Syarat
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import read_case
from kinerja_desktop.services.sop.syarat import Kurang
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.sop.missing import MissingDialog, link_of
from kinerja_desktop.ui.sop.page import SopPage
from tests.services.sop.office import PENGUKURAN, SELESAI, SETUJU, TAHUN, do, start
from tests.ui.sop.window import answer, press, sop_window
from tests.ui.window import current_page, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")

Window = tuple[MainWindow, SopPage]


@pytest.fixture
def opened(qtbot: QtBot, muncar: Office) -> Iterator[Window]:
    with sop_window(qtbot, muncar) as found:
        yield found


def open_at_signing(qtbot: QtBot, opened: Window) -> Any:
    window, page = opened
    case_id = start(page.context.office, PENGUKURAN)
    do(page.context.office, case_id, *[SELESAI] * 7, SETUJU)
    page.receive(case_id)
    settle(qtbot, window)
    return case_id


def test_the_clerk_can_turn_away(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    case_id = open_at_signing(qtbot, opened)
    answer(lambda dialog: dialog.reject())
    press(qtbot, window, page.case.card.buttons[SELESAI])
    assert read_case(page.context.office, case_id).posisi.langkah_selesai == 8


def test_the_clerk_goes_where_it_is_made_final(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    open_at_signing(qtbot, opened)
    asked: list[str] = []

    def go(dialog: MissingDialog) -> None:
        asked.append(dialog.links[0].text())
        dialog.links[0].click()

    answer(go)
    press(qtbot, window, page.case.card.buttons[SELESAI])
    assert asked == ["&Buka Pengukuran Kinerja"]
    assert current_page(window).KEY == "pengukuran"
    assert window.context.periode == TAHUN


def test_the_clerk_goes_on_with_a_reason(qtbot: QtBot, opened: Window) -> None:
    window, page = opened
    case_id = open_at_signing(qtbot, opened)

    def give(dialog: MissingDialog) -> None:
        assert not dialog.go_on.isEnabled()
        dialog.alasan.setPlainText("Sudah ditandatangani di atas kertas")
        assert dialog.go_on.isEnabled()
        dialog.accept()

    answer(give)
    press(qtbot, window, page.case.card.buttons[SELESAI])
    case = read_case(page.context.office, case_id)
    assert case.posisi.langkah_selesai == 9
    row = page.case.history.rowCount() - 1
    item = page.case.history.item(row, 5)
    assert item is not None
    assert item.text() == (
        "Dilanjutkan: Sudah ditandatangani di atas kertas "
        "(Pengukuran Kinerja Tahun 2024 belum final)"
    )


@pytest.mark.parametrize(
    ("syarat", "naskah", "page", "argument"),
    [
        (Syarat.FINAL, NaskahSop.LKJIP, "lkjip", None),
        (Syarat.FINAL, NaskahSop.RENCANA_KINERJA, "dokumen", "rencana-kinerja-tahunan"),
        (Syarat.NOMOR, NaskahSop.LKJIP, "dokumen", "surat-pengantar-lkjip"),
        (Syarat.NOMOR, None, "dokumen", "surat-pengantar"),
        (Syarat.KIRIM, None, "kirim", None),
    ],
)
def test_each_has_the_page_where_it_is_done(
    syarat: Syarat, naskah: NaskahSop | None, page: str, argument: str | None
) -> None:
    link = link_of(Kurang(syarat, naskah, TAHUN, "kurang"))
    assert link.page == page
    assert link.argument == (argument and Permintaan(argument, TAHUN))
