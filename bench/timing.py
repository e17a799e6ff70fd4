"""Time something often enough that the middle can be trusted, and print it beside its floor."""

import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Line:
    """A line of the table.

    Attributes:
        what: what was measured.
        ours: median of ours, in `unit`.
        floor: median of the peer or floor, None where the limit is absolute.
        limit: the ratio (or the absolute figure) to stay within.
        unit: ms, s or MB.
        against: what it is compared with.
    """

    what: str
    ours: float
    floor: float | None
    limit: float
    unit: str
    against: str

    @property
    def ratio(self) -> float:
        """What is compared with the limit."""
        return self.ours if self.floor is None else self.ours / self.floor

    @property
    def is_reached(self) -> bool:
        """Whether the number is reached."""
        return self.ratio <= self.limit


def median_ms(work: Callable[[], object], runs: int) -> float:
    """Return the median of so many runs in milliseconds, after one that is not counted."""
    work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def paired_ms(
    ours: Callable[[], object], floor: Callable[[], object], runs: int
) -> tuple[float, float]:
    """Time two things in turn, so that a machine that slows down slows both."""
    ours()
    floor()
    mine: list[float] = []
    theirs: list[float] = []
    for _ in range(runs):
        for work, times in ((ours, mine), (floor, theirs)):
            start = time.perf_counter()
            work()
            times.append((time.perf_counter() - start) * 1000)
    return statistics.median(mine), statistics.median(theirs)


def print_table(lines: list[Line]) -> None:
    """Print the table."""
    print(f"{'apa':58} {'kita':>10} {'lantai':>10} {'rasio':>7} {'batas':>7}  hasil")
    for line in lines:
        floor = "" if line.floor is None else f"{line.floor:.1f} {line.unit}"
        ratio = "" if line.floor is None else f"{line.ratio:.2f}"
        limit = f"{line.limit:g}" + ("" if line.floor is not None else f" {line.unit}")
        verdict = "tercapai" if line.is_reached else "BELUM"
        ours = f"{line.ours:.1f} {line.unit}"
        print(f"{line.what:58} {ours:>10} {floor:>10} {ratio:>7} {limit:>7}  {verdict}")
        if line.against:
            print(f"    terhadap: {line.against}")


def peak_mb() -> float:
    """Return the most memory that this process ever held, in MB."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise OSError("no VmHWM in /proc/self/status")
