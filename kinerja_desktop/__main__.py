"""Put the program together and start it: a window, or a command without one."""

import os
import sys
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING

from kinerja_desktop import garbage
from kinerja_desktop.cli.arguments import parse_arguments

if TYPE_CHECKING:
    from kinerja_desktop.services.kantor.pindaian import Halaman

_PIPE_CLOSED = 141
"""Exit code of a command whose reader went away, as shells know it: 128 + SIGPIPE."""
_BEFORE_QT = (
    "kinerja_desktop.services.kantor.office",
    "kinerja_desktop.services.kantor.connection",
)
"""Import most of what has nothing to do with Qt."""


def main(words: Sequence[str] | None = None) -> int:
    """Start the program; return its exit code."""
    _speak_utf8()
    arguments = parse_arguments(words)
    # A command needs no Qt, and a window none of what commands do.
    if arguments.perintah is not None:
        from kinerja_desktop.cli.run import run

        # Qt draws the pages of a PDF; it is started only where a command asks for one.
        arguments.render_pages = _render_pages
        try:
            code = run(arguments, _list_printers)
            sys.stdout.flush()
        except BrokenPipeError:
            # Whoever read it has enough, as `head` has; Python would complain once more at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return _PIPE_CLOSED
        return code
    garbage.hold_back()
    import_before_qt()
    from kinerja_desktop.services.kantor.last_place import find_last_place
    from kinerja_desktop.ui.shell.application import run_window

    is_named = arguments.data_disebut
    place = arguments.data if is_named else find_last_place()
    return run_window(place, contoh=arguments.contoh, is_named=is_named)


def import_before_qt() -> None:
    """Import the store and the services first: once Qt is there, it takes a fifth longer.

    PySide6 looks at every import that comes after it, which takes 18 MB as well (`bench/start`).
    """
    for name in _BEFORE_QT:
        import_module(name)


def _list_printers() -> Sequence[str]:
    from kinerja_desktop.ui.paper.printing import list_printers

    _start_qt()
    return list_printers()


def _render_pages(content: bytes) -> Iterator["Halaman"]:
    from kinerja_desktop.ui.paper.pages import render_pages

    _start_qt()
    return render_pages(content)


def _start_qt() -> None:
    from kinerja_desktop.ui.shell.application import make_application

    if sys.platform != "win32":
        # A terminal may have no screen; Windows always has one, and its own plugin is tried.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    make_application()


def _speak_utf8() -> None:
    """Windows consoles and pipes may know fewer letters than Indonesian papers have."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    sys.exit(main())
