"""When Python looks for garbage: not while the program is put together, nor through what stays."""

import gc


def hold_back() -> None:
    """Collect nothing until `settle`: what is made at the start is the program itself.

    To look through it again and again takes a sixth of the start.
    """
    gc.disable()


def settle() -> None:
    """Tell the collector that what stands now stays, and let it work.

    Once the window is there; to walk over all of it at every collection would pause the window by
    more than a tenth of a second, and so would doing it once now.
    """
    gc.freeze()
    gc.enable()
