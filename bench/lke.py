"""The evidence pack of an LKE against what copies and hashes files fastest: cp and sha256sum."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

from bench.timing import Line
from kinerja_desktop.exchange.evidence_pack import BerkasPaket, write_pack

#: 500 files, 1 GB together, spread over 80 criteria.
_FILES, _SIZE, _FOLDERS = 500, 2_000_000, 80
_RUNS = 3
#: 0,7 × the speed: at most 1/0,7 of the time.
_LIMIT = 1.43


def measure_pack(folder: Path) -> Iterator[Line]:
    """Return the row of writing a pack; skipped where there is no sha256sum."""
    if shutil.which("sha256sum") is None:
        return
    source, target = folder / "bukti", folder / "tujuan"
    files = list(_make(source))
    ours, theirs = [], []
    for _ in range(_RUNS):
        theirs.append(_time(target, lambda: _copy_and_hash(source, target)))
        ours.append(_time(target, lambda: write_pack(target, "LKE", files, {}, beside={})))
    shutil.rmtree(source)
    shutil.rmtree(target)
    yield Line(f"paket bukti LKE: {_FILES} berkas, 1 GB", min(ours), min(theirs), _LIMIT, "s",
               "cp lalu sha256sum, tanpa menunggu disk")  # fmt: skip


def _make(source: Path) -> Iterator[BerkasPaket]:
    source.mkdir()
    for number in range(_FILES):
        content = os.urandom(_SIZE)
        path = source / f"{number:03}.bin"
        path.write_bytes(content)
        place = f"{number % _FOLDERS:02}_kriteria/{path.name}"
        yield BerkasPaket(place, path, sha256(content).hexdigest(), _SIZE)


def _copy_and_hash(source: Path, target: Path) -> None:
    subprocess.run(["cp", "-r", source, target / "salinan"], check=True)
    names = sorted((target / "salinan").iterdir())
    subprocess.run(["sha256sum", *names], check=True, stdout=subprocess.DEVNULL)


def _time(target: Path, work: Callable[[], object]) -> float:
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    os.sync()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
