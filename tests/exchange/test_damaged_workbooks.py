"""Damaged workbooks: each is read or refused with a sentence; thousands by `bench.damaged`."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def test_no_damage_ends_the_program_or_costs_too_much() -> None:
    """In a process of its own, so that its memory is its own, and a crash of Rust is seen."""
    done = subprocess.run(
        [sys.executable, "-m", "bench.damaged", "240"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=200,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr[-4000:]
    assert "dibaca" in done.stdout
