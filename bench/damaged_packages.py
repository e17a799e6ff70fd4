"""Damaged packages by the thousand: `python -m bench.damaged_packages [count] [first seed]`.

Every one is refused with a sentence or holds, no changed paper is called proved, nothing is
written, within ten seconds and 300 MB.
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.damaged import MOST_MB
from bench.timing import peak_mb
from tests.damaged_packages import damage_folder, damage_packages
from tests.packages import make_package


def main() -> int:
    """Return 1 when it costs too much memory; any other failure rises with its seed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    with TemporaryDirectory(prefix="rusak-") as name:
        folder = Path(name)
        sound, work = folder / "utuh", folder / "kerja"
        sound.mkdir()
        work.mkdir()
        with ProcessPoolExecutor(1, get_context("spawn")) as maker:
            package = maker.submit(make_package, sound).result()

            def damage(seed: int, folder: Path) -> str:
                return maker.submit(damage_folder, seed, folder).result()

            tally = damage_packages(package, work, count, first, damage)
    peak = peak_mb()
    print(f"benih {first}-{first + count - 1}: {tally}; memori puncak {peak:.0f} MB")
    return 0 if peak <= MOST_MB else 1


if __name__ == "__main__":
    sys.exit(main())
