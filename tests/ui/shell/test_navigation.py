"""The list of pages: a heading for each group, as long as no page is lost for it."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.shell.navigation import Navigation
from kinerja_desktop.ui.shell.pages import PAGES

#: Of the list on 1366×768 at 100, 125 and 150 %.
HEIGHTS = {100: 640, 125: 490, 150: 390}


@pytest.fixture
def listing(qtbot: QtBot) -> Navigation:
    make_application()
    made = Navigation(PAGES)
    qtbot.addWidget(made)
    return made


def headings(listing: Navigation) -> dict[str, bool]:
    """The headings, and whether each is seen."""
    rows = range(listing.count())
    items = [(row, listing.item(row)) for row in rows]
    return {
        item.text(): not listing.isRowHidden(row)
        for row, item in items
        if item.flags() == Qt.ItemFlag.NoItemFlags
    }


@pytest.mark.parametrize("scale", HEIGHTS)
def test_headings_give_way_to_pages(listing: Navigation, scale: int) -> None:
    listing.resize(208, HEIGHTS[scale])
    listing.fit()
    assert list(headings(listing)) == [
        "PERENCANAAN", "CAPAIAN & LAPORAN", "SURAT & DOKUMEN", "KANTOR",
    ]  # fmt: skip
    assert set(headings(listing).values()) == {scale < 150}
    shown = [row for row in range(listing.count()) if not listing.isRowHidden(row)]
    assert sum(listing.sizeHintForRow(row) for row in shown) <= listing.contentsRect().height()


def test_every_page_but_the_first_stands_below_a_heading() -> None:
    assert [page.GROUP for page in PAGES].count("") == 1
    groups = list(dict.fromkeys(page.GROUP for page in PAGES))
    assert len(groups) == 5, "no group begins twice"
    assert [page.GROUP for page in PAGES] == sorted(
        (page.GROUP for page in PAGES), key=groups.index
    )
