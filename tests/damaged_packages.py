"""Damage a package in every way that sticks, viruses and people have, and look what the check says.

Each damage is made again from its seed.
"""

import os
import random
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from kinerja_desktop.services.kiriman.proof import Cara
from kinerja_desktop.services.kiriman.transfer import verify_package
from tests.damage import flip_bits, overwrite, shift, truncate, variants
from tests.packages import PENGUKURAN_PDF, PENGUKURAN_XLSX, forge, kode_of, read_data, renew

MOST_SECONDS = 10.0
Damage = Callable[[random.Random, Path], object]

_NAMES = (
    b"Rekap \xe2\x80\xaefdp.exe", b"a\xff\xfe.pdf", b"baris\nbaru.txt", b"CON", b"..a", b"buka.lnk",
    b"\xd8\xa7\xd9\x84.pdf", b"n" * 255, b"spasi .", b"autorun.inf", b"~", b"%0A.txt",
)  # fmt: skip
_PATHS = (
    "../../rahasia.txt", "/etc/passwd", "data/../../rahasia.txt", "C:\\Windows\\x", "data/./a",
    "data//a", "~/x", "data/data.json/x", "\u202edata/x", "data/" + "a/" * 300 + "b",
)  # fmt: skip


@dataclass
class Tally:
    """How a campaign went."""

    held: int = 0
    refused: int = 0
    slowest: float = 0.0
    name: str = ""

    def __str__(self) -> str:
        told = f"{self.held} utuh, {self.refused} ditolak"
        return f"{told}; terlama {self.slowest:.2f} s ({self.name})"


def damage_folder(seed: int, folder: Path) -> str:
    """Damage a package; return what was done."""
    chance = random.Random(seed)
    damage = chance.choice(_DAMAGES)
    damage(chance, folder)
    return damage.__name__


def damage_packages(
    sound: Path,
    work: Path,
    count: int,
    first: int = 0,
    damage: Callable[[int, Path], str] = damage_folder,
) -> Tally:
    """Check damaged copies of a package.

    Args:
        sound: a package of `tests.packages`.
        work: a folder to work in.
        count: how many.
        first: the first seed.
        damage: `damage_folder`, perhaps in another process: making a bomb costs more than reading.

    Raises:
        AssertionError: a changed file is called proved, the check wrote something, or took long.
    """
    tally = Tally()
    secret = work / "rahasia.txt"
    secret.write_bytes(b"rahasia")
    original = _contents(sound)
    for seed in range(first, first + count):
        name = f"benih {seed}"
        folder = work / f"SAKIP_{seed}"
        shutil.copytree(sound, folder)
        try:
            name += f": {damage(seed, folder)}"
            before = _stamp(work)
            started = time.process_time()
            found, problems = verify_package(folder)
            took = time.process_time() - started
            assert _stamp(work) == before, "the check wrote something"
            assert took <= MOST_SECONDS, f"{took:.1f} s"
            for problem in problems:
                str(problem).encode()
            if found is None:
                assert any(not problem.is_warning for problem in problems), "refused without a word"
                tally.refused += 1
            else:
                present = _contents(folder)
                "\n".join(found.rincian).encode()
                for path, cara in found.cara.items():
                    if cara in (Cara.SAMA, Cara.SIDIK):
                        assert present[path] == original.get(path), f"{path} called proved"
                tally.held += 1
            if took > tally.slowest:
                tally.slowest, tally.name = took, name
        except BaseException as error:
            error.add_note(name)
            raise
        finally:
            shutil.rmtree(folder)
    return tally


def _contents(folder: Path) -> dict[str, str]:
    root = folder / "data"
    return {
        path.relative_to(root).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in root.rglob("*")
        if path.is_file() and not path.is_symlink() and path.stat().st_size < 1 << 26
    }


def _stamp(work: Path) -> list[tuple[str, int, int]]:
    found = []
    for path in sorted(work.rglob("*")):
        state = path.lstat()
        found.append((str(path), state.st_size, state.st_mtime_ns))
    return found


def _choose(chance: random.Random, folder: Path) -> Path:
    return chance.choice(sorted(path for path in folder.rglob("*") if path.is_file()))


def _spoil(chance: random.Random, path: Path) -> None:
    spoil = chance.choice((flip_bits, truncate, overwrite, shift))
    path.write_bytes(spoil(chance, path.read_bytes()))


def spoil_file(chance: random.Random, folder: Path) -> None:
    for _ in range(chance.choice((1, 1, 5))):
        _spoil(chance, _choose(chance, folder))


def spoil_paper_and_renew(chance: random.Random, folder: Path) -> None:
    _spoil(chance, folder / "data" / chance.choice((PENGUKURAN_PDF, PENGUKURAN_XLSX)))
    renew(folder)


def spoil_and_forge(chance: random.Random, folder: Path) -> None:
    """Spoil a paper and make every list and kode fit, as one does who knows the format."""
    paths = sorted(p for p in (folder / "data").rglob("*") if p.is_file() and p.suffix != ".json")
    _spoil(chance, chance.choice(paths))
    forge(folder, lambda data: data.update(program=chance.choice(("0.1.0", "9.9", "", 7, None))))


def put_variant_and_forge(chance: random.Random, folder: Path) -> None:
    """Put a paper there that was damaged inside its zip, and make all fit."""
    path = folder / "data" / PENGUKURAN_XLSX
    ((_, content),) = variants(path.read_bytes(), 1, chance.randrange(10**6))
    path.write_bytes(content[: 8 << 20])
    forge(folder, lambda data: None)


def change_data_and_forge(chance: random.Random, folder: Path) -> None:
    """Change something somewhere in the frozen data, with a new kode for it."""

    def change(data: dict[str, Any]) -> None:
        entry = chance.choice(data["dokumen"])
        place: Any = entry["data"]
        key: Any = None
        while isinstance(place, dict | list) and place:
            inside, key = place, chance.choice(list(place) if isinstance(place, dict)
                                               else range(len(place)))  # fmt: skip
            place = inside[key]
            if chance.random() < 0.2:
                break
        if key is not None:
            inside[key] = chance.choice(
                (None, "", "x", 10**30, -1, True, [], {}, "9" * 60, "1E+99999", "NaN", "0", [[]],
                 "2024-13-45", "\u202e", "a" * 100_000, {"a": "b"})
            )  # fmt: skip
        entry["kode"] = data["kode"] = kode_of(entry["data"])

    forge(folder, change)


def change_lists(chance: random.Random, folder: Path) -> None:
    """Put other things into data.json than it should hold."""
    name = chance.choice(sorted(read_data(folder)))
    value: Any = chance.choice((None, [], {}, "x", 0, 10**9, -1, [1], [{}], True))
    forge(folder, lambda data: data.update({name: value}) if name not in _KEPT else None)


_KEPT = {"berkas", "bukti", "dokumen", "kode_paket"}


def lose_file(chance: random.Random, folder: Path) -> None:
    _choose(chance, folder).unlink()
    if chance.random() < 0.5 and (folder / "bag-info.txt").exists():
        renew(folder)


def add_names(chance: random.Random, folder: Path) -> None:
    place = chance.choice((folder, folder / "data", folder / "data/05_BUKTI"))
    place.mkdir(exist_ok=True)
    for name in chance.sample(_NAMES, 3):
        (place / os.fsdecode(name)).write_bytes(chance.randbytes(20))


def add_specials(chance: random.Random, folder: Path) -> None:
    """Links out of the package and pipes, also in the place of the package's own files."""
    target = _choose(chance, folder) if chance.random() < 0.6 else folder / "data/baru"
    target.unlink(missing_ok=True)
    kind = chance.randrange(4)
    if kind == 0:
        os.mkfifo(target)
    elif kind == 1:
        target.symlink_to(folder.parent / "rahasia.txt")
    elif kind == 2:
        target.symlink_to(folder.parent)
    else:
        target.mkdir()


def add_huge(chance: random.Random, folder: Path) -> None:
    target = _choose(chance, folder) if chance.random() < 0.5 else folder / "data/besar.mp4"
    with target.open("ab") as file:
        file.truncate(chance.choice((3 << 30, 5 << 30, 200 << 30)))


def add_depth(chance: random.Random, folder: Path) -> None:
    (folder / "data" / ("d/" * chance.choice((19, 21, 500)))).mkdir(parents=True)


def write_paths(chance: random.Random, folder: Path) -> None:
    path = folder / chance.choice(("manifest-sha256.txt", "tagmanifest-sha256.txt"))
    with path.open("a", encoding="utf-8") as file:
        for named in chance.sample(_PATHS, 3):
            file.write(f"{'0' * 64}  {named}\n")


def name_paths(chance: random.Random, folder: Path) -> None:
    """Let data.json name files outside."""
    named = [{"berkas": path, "sha256": "0" * 64} for path in chance.sample(_PATHS, 3)]
    forge(folder, lambda data: data.update(bukti=[*data["bukti"], *named]))


def write_noise(chance: random.Random, folder: Path) -> None:
    path = folder / chance.choice(
        ("bag-info.txt", "bagit.txt", "BACA_SAYA.txt", "manifest-sha256.txt", "data/data.json")
    )
    noise = chance.choice(
        (b"", b"\xff" * 100, b"[" * 200_000, b"\n" * 10**6, b"a: b\n" * 10**5, b'{"schema": 2}',
         chance.randbytes(1000), b"0" * (17 << 20))
    )  # fmt: skip
    path.write_bytes(noise)
    if (folder / "bag-info.txt").read_bytes().isascii() and chance.random() < 0.5:
        renew(folder)


_DAMAGES: tuple[Damage, ...] = (
    spoil_file, spoil_paper_and_renew, spoil_and_forge, spoil_and_forge, put_variant_and_forge,
    change_data_and_forge, change_data_and_forge, change_lists, lose_file, add_names, add_specials,
    add_huge, add_depth, write_paths, name_paths, write_noise,
)  # fmt: skip
