"""How the width of a table is shared out among its columns."""

from collections.abc import Sequence


def share_width(wanted: Sequence[int], least: Sequence[int], room: int, taker: int) -> list[int]:
    """Return a width for every column.

    Where all fit, each gets what it wants and `taker` what is left. Else the widest give way
    first, all to the same width, so that short columns stay whole; no column gets less than its
    least, and what is too much even so is scrolled.

    Args:
        wanted: for the whole texts, in device-independent pixels.
        least: below which a column is of no use, nowhere more than `wanted`.
        room: that there is.
        taker: the column that takes what is left.
    """
    rest = room - sum(wanted)
    if rest >= 0:
        return [width + rest * (place == taker) for place, width in enumerate(wanted)]
    if sum(least) >= room:
        return list(least)
    low, high = 0, max(wanted)
    while low < high:
        middle = (low + high + 1) // 2
        if sum(_hold(wanted, least, middle)) <= room:
            low = middle
        else:
            high = middle - 1
    widths = _hold(wanted, least, low)
    # A few pixels that could not be parted evenly.
    widths[taker] += room - sum(widths)
    return widths


def _hold(wanted: Sequence[int], least: Sequence[int], most: int) -> list[int]:
    return [max(low, min(width, most)) for width, low in zip(wanted, least, strict=True)]
