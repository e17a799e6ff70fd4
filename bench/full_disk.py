"""Fill a small disk at every way of writing: `python -m bench.full_disk [FOLDER]`.

As root it makes an ext4 of its own, with blocks of 1 kB; else FOLDER names an empty one, such as a
tmpfs. With so many kB free each stage must finish or refuse with a sentence, data intact.
"""

import json
import logging
import os
import shutil
import subprocess
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import open_office
from kinerja_desktop.services.riwayat.maintenance import check_office
from tests.stages import OUT, STAGES, prepare, read_figure

FREE_KB = range(0, 201, 4)
_DISK_MB = 24
_FULL, _BALLAST = "penuh", "penuh.isi"


def main() -> int:
    """Return 1 when a stage neither finished nor refused, or data was harmed."""
    failures = 0
    with TemporaryDirectory(prefix="penuh-") as name, _small_disk(Path(name)) as disk:
        made = Path(name) / "kantor"
        made.mkdir()
        prepare(made)
        for stage in ("buka", *STAGES):
            outcomes = Counter[str]()
            for free in FREE_KB:
                outcome = _try(stage, made, disk, free)
                outcomes[outcome] += 1
                if outcome.startswith("GAGAL"):
                    failures += 1
                    print(f"  {stage}, {free} kB: {outcome}", flush=True)
            print(stage, flush=True)
            for outcome, count in outcomes.most_common():
                print(f"  {count} × {outcome}", flush=True)
    return 1 if failures else 0


@contextmanager
def _small_disk(folder: Path) -> Iterator[Path]:
    if len(sys.argv) > 1:
        yield Path(sys.argv[1])
        return
    image, point = folder / "disk.img", folder / "disk"
    image.write_bytes(bytes(_DISK_MB << 20))
    point.mkdir()
    subprocess.run(["mkfs.ext4", "-q", "-m", "0", "-b", "1024", str(image)], check=True)
    subprocess.run(["mount", "-o", "loop", str(image), str(point)], check=True)
    try:
        yield point
    finally:
        subprocess.run(["umount", str(point)], check=True)


def _try(stage: str, made: Path, disk: Path, free: int) -> str:
    for path in disk.iterdir():
        if path.name != "lost+found":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    place = disk / "kantor"
    shutil.copytree(made, place)
    report = made.parent / "hasil.json"
    report.unlink(missing_ok=True)
    outcome = _in_child(lambda: _run(stage, place, free, report))
    (disk / _BALLAST).unlink(missing_ok=True)
    told = json.loads(report.read_text("utf-8")) if report.exists() else {}
    if outcome:
        return f"GAGAL: {outcome}"
    if told["hasil"].startswith("GAGAL"):
        return str(told["hasil"])
    harm = made.parent / "rusak.txt"
    harm.unlink(missing_ok=True)
    outcome = _in_child(lambda: _examine(stage, place, told, harm))
    if outcome or harm.exists():
        return f"GAGAL sesudahnya: {outcome or harm.read_text('utf-8')}"
    return str(told["hasil"])


def _in_child(work: Callable[[], None]) -> str:
    """Work in a process of its own; return how it died, empty when it did not."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return f"sinyal {os.WTERMSIG(status)}" if os.WIFSIGNALED(status) else ""


def _run(stage: str, place: Path, free: int, report: Path) -> None:
    logging.disable()
    tempfile.tempdir = str(place.parent)
    told = {"hasil": "selesai", "nilai": ""}
    try:
        if stage == "buka":
            _fill(place.parent, free)
            office = open_office(place / "data")
        else:
            office = open_office(place / "data")
            _fill(place.parent, free)
            try:
                STAGES[stage](office, place)
            except KinerjaError as error:
                told["hasil"] = str(error)
        told["nilai"] = read_figure(office)
        office.close()
    except KinerjaError as error:
        told["hasil"] = str(error)
    except Exception as error:  # noqa: BLE001 - told with its place
        lines = traceback.format_exc().strip().splitlines()
        own = [line.strip() for line in lines if "kinerja_desktop" in line]
        told["hasil"] = f"GAGAL: {type(error).__name__}: {str(error)[:200]} {own[-1:]}"
    told["hasil"] = told["hasil"].replace(str(place), "…")
    report.write_text(json.dumps(told), "utf-8")


def _examine(stage: str, place: Path, told: dict[str, str], harm: Path) -> None:
    """Look, with room again: is what was there still there, and nothing half made?"""
    try:
        office = open_office(place / "data")
        found = [str(problem) for problem in check_office(office)]
        if told["nilai"] and read_figure(office) != told["nilai"]:
            found.append(f"nilai {told['nilai']} menjadi {read_figure(office)}")
        office.close()
        found += [f"sisa {path.name}" for path in place.rglob("*.tulis")]
        found += [f"sisa {path.name}" for path in (place / "data").glob("pulih-*")]
        if told["hasil"] != "selesai":
            found += [
                f"setengah {path.name}" for path in (place / OUT).iterdir() if stage != "cetak"
            ]
    except Exception as error:  # noqa: BLE001 - told as harm
        found = [f"{type(error).__name__}: {error}"]
    if found:
        harm.write_text("; ".join(found), "utf-8")


def _fill(disk: Path, free: int) -> None:
    """Take all room but so many kB."""
    with (disk / _BALLAST).open("wb", buffering=0) as file:
        for size in (1 << 20, 1 << 12, 1 << 10):
            try:
                while True:
                    if file.write(bytes(size)) < size:
                        break
            except OSError:
                pass
        os.fsync(file.fileno())
        file.truncate(max(0, file.tell() - (free << 10)))
        os.fsync(file.fileno())


if __name__ == "__main__":
    sys.exit(main())
