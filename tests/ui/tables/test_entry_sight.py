"""How far a table is scrolled so that the cell of the cursor is seen."""

import pytest

from kinerja_desktop.ui.tables.entry_sight import find_offset


@pytest.mark.parametrize(
    ("now", "start", "end", "offset"),
    [
        # Of 600 that are seen at once.
        (250, 500, 600, 0),  # seen from the left as well
        (0, 560, 660, 60),  # cut off at the right
        (30, 560, 660, 60),
        (200, 560, 660, 200),  # seen whole where it is
        (600, 560, 660, 560),  # cut off at the left
        (0, 300, 1000, 300),  # wider than the room: it begins at the left
    ],
)
def test_a_cell_is_seen_whole_with_as_little_scrolling_as_can_be(
    now: int, start: int, end: int, offset: int
) -> None:
    assert find_offset(now, start, end, 600) == offset
