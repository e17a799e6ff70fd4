"""Damaged workbooks by the thousand: `python -m bench.damaged [count] [first seed]`.

Every one must be read or refused with a sentence, within ten seconds and 300 MB.
"""

import sys
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.timing import peak_mb
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange.workbook_read import read_workbook
from tests.damage import variants
from tests.exchange.samples import SAMPLES

MOST_SECONDS, MOST_MB = 10.0, 300


def main() -> int:
    """Return 1 when a file costs too much; any other failure rises with its seed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    read = refused = 0
    slowest, name = 0.0, ""
    before = peak_mb()
    # Making a bomb costs more than reading it: another process does that.
    with (
        TemporaryDirectory(prefix="rusak-") as folder,
        ProcessPoolExecutor(1, get_context("spawn")) as maker,
    ):
        for suffix, make in SAMPLES.items():
            path = Path(folder, f"realisasi{suffix}")
            made = make()
            for seed in range(first, first + count // len(SAMPLES)):
                done = maker.submit(_damage, made, seed, path).result()
                started = time.perf_counter()
                try:
                    read_workbook(path, SECTIONS)
                    read += 1
                except KinerjaError:
                    refused += 1
                except BaseException:
                    print(f"{suffix}: {done}", flush=True)
                    raise
                took = time.perf_counter() - started
                if took > slowest:
                    slowest, name = took, f"{suffix}: {done}"
            print(f"{suffix}: puncak {peak_mb():.0f} MB")
    peak = peak_mb()
    print(f"{read} dibaca, {refused} ditolak; terlama {slowest:.2f} s ({name}); "
          f"memori puncak {peak:.0f} MB, sebelum mulai {before:.0f} MB")  # fmt: skip
    return 0 if slowest <= MOST_SECONDS and peak <= MOST_MB else 1


def _damage(content: bytes, seed: int, path: Path) -> str:
    ((done, damaged),) = variants(content, 1, seed)
    path.write_bytes(damaged)
    return done


if __name__ == "__main__":
    sys.exit(main())
