"""The width of a table is shared so that short columns stay whole and long texts give way."""

from kinerja_desktop.ui.tables.column_widths import share_width


def test_what_is_left_goes_to_the_taker() -> None:
    assert share_width([50, 200, 60], [50, 80, 60], 500, 1) == [50, 390, 60]


def test_the_widest_give_way_first() -> None:
    assert share_width([50, 300, 250], [50, 80, 80], 350, 1) == [50, 150, 150]
    # 90 is less than the share of the others, so it stays.
    assert share_width([90, 300, 250], [90, 80, 80], 350, 1) == [90, 130, 130]


def test_pixels_that_cannot_be_parted_evenly_are_not_lost() -> None:
    assert share_width([300, 300], [10, 10], 301, 0) == [151, 150]


def test_no_column_becomes_useless() -> None:
    assert share_width([300, 300], [100, 20], 150, 1) == [100, 50]
    # What is too much even so is scrolled.
    assert share_width([300, 300], [100, 120], 150, 1) == [100, 120]
