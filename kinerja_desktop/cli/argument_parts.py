"""Words that several commands of the command line have in common: a year, a period, a target."""

import argparse
from pathlib import Path

from kinerja_desktop.domain.angka.periode import TAHUN

_ECHOED = 20


def add_target(parser: argparse.ArgumentParser, metavar: str) -> None:
    """Ask for the file or folder to write to."""
    parser.add_argument("--ke", metavar=metavar, type=Path, required=True, help="berkas tujuan")


def add_periode(parser: argparse.ArgumentParser) -> None:
    """Ask for a year, and perhaps a triwulan of it."""
    add_tahun(parser)
    parser.add_argument(
        "--triwulan", metavar="N", type=int, choices=(1, 2, 3, 4), help="triwulan 1 sampai 4"
    )


def add_tahun(parser: argparse.ArgumentParser) -> None:
    """Ask for a year."""
    parser.add_argument("--tahun", metavar="Y", type=read_tahun, required=True, help="tahun")


def read_tahun(word: str) -> int:
    """Read a year.

    Raises:
        ArgumentTypeError: it is none, or one that no office plans for.
    """
    low, high = TAHUN
    # int() knows more signs than people write, and no limit.
    if not (word.isascii() and word.isdecimal() and len(word) == 4 and low <= int(word) <= high):
        shown = word if len(word) <= _ECHOED else f"{word[:_ECHOED]}…"
        raise argparse.ArgumentTypeError(f"tahun '{shown}' di luar {low}–{high}")
    return int(word)
