"""Keep the interpreter alive under PySide6 6.12 on Python 3.11.

There every Qt call that returns nothing takes one reference from `None` and gives none back
(measured: 1000 calls of `QPainter.save` cost 1000 references; 6.11 does not do so). After a few
thousand calls the interpreter dies of "deallocating None". From Python 3.12 on `None` cannot die.
"""

import ctypes
import sys

#: More references than a program can lose in years.
_ENOUGH = 1 << 40


def keep_none_alive() -> None:
    """Give `None` so many references that the lost ones do not matter."""
    if sys.version_info < (3, 12) and sys.getrefcount(None) < _ENOUGH:
        ctypes.c_ssize_t.from_address(id(None)).value += _ENOUGH
