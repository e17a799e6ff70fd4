"""Take all pictures: the window at 100 and 150 %, and every document."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.potret.prints import take_prints

_TARGET = Path("build/potret")
_SCALES = ("1", "1.5")


def main() -> None:
    """Write the pictures into build/potret/; those of before go."""
    shutil.rmtree(_TARGET, ignore_errors=True)
    for scale in _SCALES:
        # Qt reads the scale once, at its start.
        subprocess.run(
            [sys.executable, "-m", "tests.potret.window", str(_TARGET / f"layar-{scale}")],
            env={**os.environ, "QT_SCALE_FACTOR": scale},
            check=True,
        )
    take_prints(_TARGET / "cetakan")
    print(f"Gambar ada di {_TARGET}")


if __name__ == "__main__":
    main()
