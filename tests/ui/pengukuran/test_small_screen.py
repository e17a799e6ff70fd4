"""Pengukuran on 1366 × 768 at 150 %: what the head and the band leave to the table."""

from decimal import Decimal
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import set_keterangan, set_realisasi
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from tests.finals import finalize
from tests.ui.window import current_page, open_window, settle

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")
WIDTH, HEIGHT = 910, 512


def count_whole_rows(page: PengukuranPage) -> int:
    table = page.table
    room = table.viewport().height()
    ends = [
        table.rowViewportPosition(row) + table.rowHeight(row)
        for row in range(page.model.rowCount())
    ]
    return sum(end <= room for end in ends)


def test_a_final_period_leaves_room_for_its_table(qtbot: QtBot, muncar: Office) -> None:
    second = Periode(2024)
    finalize(muncar, second, muncar.today())
    with open_window(qtbot, muncar, (PengukuranPage,), second) as window:
        window.resize(WIDTH, HEIGHT)
        settle(qtbot, window)
        page = current_page(window)
        assert isinstance(page, PengukuranPage)
        page.table.scrollToTop()
        qtbot.wait(50)
        assert page.mean.height() <= 2 * page.mean.fontMetrics().lineSpacing() + 10
        assert count_whole_rows(page) >= 3
        page.panel.tabs.setCurrentWidget(page.panel.told)
        qtbot.wait(50)
        assert page.panel.follow_up.person.width() >= 140
        assert page.panel.follow_up.due.width() >= 110
        assert window.width() <= WIDTH
        window.resize(1280, 700)
        settle(qtbot, window)
        qtbot.wait(50)
        assert page.mean.height() < 2 * page.mean.fontMetrics().lineSpacing()


@pytest.mark.parametrize("size", [(WIDTH, HEIGHT), (1366, 768)])
def test_words_that_stand_for_figures_are_read_whole(
    qtbot: QtBot, latihan: Office, size: tuple[int, int]
) -> None:
    """*Tidak berlaku* in a column of figures: it is as wide as its words while they are there."""
    with open_window(qtbot, latihan, (PengukuranPage,), Periode(2025, 3)) as window:
        window.resize(*size)
        settle(qtbot, window)
        page = current_page(window)
        assert isinstance(page, PengukuranPage)
        assert list_cut(page) == []


def test_a_column_is_wider_while_words_stand_in_it(qtbot: QtBot, muncar: Office) -> None:
    second = Periode(2024, 2)
    with open_window(qtbot, muncar, (PengukuranPage,), second) as window:
        page = current_page(window)
        assert isinstance(page, PengukuranPage)
        place, ikm = page.model.kolom_realisasi, UUID(page.model.list_items()[0].bahan.id)
        before = page.table.columnWidth(place)
        set_keterangan(muncar, ikm, second, tidak_berlaku=True, alasan="Belum ada survei")
        settle(qtbot, window)
        assert page.table.columnWidth(place) > before
        assert list_cut(page) == []
        set_keterangan(muncar, ikm, second, tidak_berlaku=False)
        settle(qtbot, window)
        assert page.table.columnWidth(place) == before


@pytest.mark.parametrize("size", [(WIDTH, HEIGHT), (1280, 700)])
def test_a_kategori_with_a_sign_is_read_whole_beside_a_longer_line_of_narrow_letters(
    qtbot: QtBot, latihan: Office, size: tuple[int, int]
) -> None:
    """*0 dari 1 indikator* has more letters than *Sangat Rendah* with its sign, but is narrower."""
    year = Periode(2026)
    with open_window(qtbot, latihan, (PengukuranPage,), year) as window:
        window.resize(*size)
        page = current_page(window)
        assert isinstance(page, PengukuranPage)
        akip = page.model.list_items()[3].bahan.id
        set_realisasi(latihan, UUID(akip), year, Decimal(5))
        settle(qtbot, window)
        qtbot.wait(50)
        assert "Sangat Rendah" in [item.utama.capaian.kategori for item in page.model.list_items()]
        assert list_cut(page) == []


def list_cut(page: PengukuranPage) -> list[str]:
    """The texts that are wider than their cells, but for names, which wrap."""
    table = page.table
    cut: list[str] = []
    for row in range(page.model.rowCount()):
        is_group = row in page.model.group_rows
        for column in range(page.model.group_span if is_group else 2, page.model.columnCount()):
            index = page.model.index(row, column)
            if table.sizeHintForIndex(index).width() > table.columnWidth(column):
                cut.append(f"{index.data()}: {table.columnWidth(column)}")
    return cut


def test_the_mean_of_all_stands_on_one_line(qtbot: QtBot, latihan: Office) -> None:
    """Squeezed beside the tools it took five lines, and left the table one row."""
    with open_window(qtbot, latihan, (PengukuranPage,), Periode(2025, 3)) as window:
        for size in ((WIDTH, HEIGHT), (1366, 768), (1920, 1080)):
            window.resize(*size)
            settle(qtbot, window)
            qtbot.wait(50)
            page = current_page(window)
            assert isinstance(page, PengukuranPage)
            assert page.mean.height() < 2 * page.mean.fontMetrics().lineSpacing()
            assert (page.mean.y() > page.tools.y() + 20) == (size[0] == WIDTH)
