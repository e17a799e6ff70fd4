"""A Python of the runtime's minor version on the machine that builds."""

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path


def find_python(minor: str) -> list[str] | None:
    """Find a Python of a minor version that really answers.

    Returns:
        The words that start it; None when there is none.
    """
    for words in _candidates(minor):
        if _answers(words, minor):
            return list(words)
    return None


def _candidates(minor: str) -> Iterator[Sequence[str]]:
    yield [sys.executable]
    # A pyenv shim of this name may stand on the path and only explain what it would need.
    yield [f"python{minor}"]
    yield ["py", f"-{minor}"]
    root = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))
    for path in sorted(root.glob(f"versions/{minor}*/bin/python{minor}")):
        yield [str(path)]


def _answers(words: Sequence[str], minor: str) -> bool:
    question = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        done = subprocess.run([*words, "-c", question], capture_output=True, text=True)
    except OSError:
        return False
    return done.returncode == 0 and done.stdout.strip() == minor
