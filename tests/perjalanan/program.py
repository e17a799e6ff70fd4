"""The real program, with eyes: `python -m tests.perjalanan.program FD [arguments …]`."""

import sys

from kinerja_desktop.__main__ import main
from kinerja_desktop.ui.shell.application import make_application
from tests.perjalanan.eyes import Eyes


def start(words: list[str]) -> int:
    """Open the eyes, then do what the program does when it is started with these words."""
    make_application()
    eyes = Eyes(int(words[0]))
    code = main(words[1:])
    del eyes
    return code


if __name__ == "__main__":
    sys.exit(start(sys.argv[1:]))
