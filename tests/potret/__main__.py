"""Take all pictures: the windows on every screen, and every document.

``./dev potret`` writes them into build/potret/; ``./dev potret --buku`` takes only those that the
manual (resources/bantuan/gambar) and the README (docs/gambar) show, into their places.
"""

import argparse
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja_desktop.services.kantor.office import open_office
from kinerja_desktop.services.latihan.isi import fill_latihan
from tests.potret.prints import take_prints
from tests.potret.screens import SCREENS

_TARGET = Path("build/potret")
#: Most of the time is waiting until a page stands still.
_AT_ONCE = 3


def main() -> None:
    """Do what was asked for; the pictures of before go."""
    arguments = argparse.ArgumentParser(prog="./dev potret", description=__doc__)
    arguments.add_argument("--buku", action="store_true", help="gambar Buku Panduan dan README")
    arguments.add_argument("--layar", choices=SCREENS, action="append", help="layar ini saja")
    wanted = arguments.parse_args()
    with TemporaryDirectory(prefix="potret-") as folder:
        filled = fill_once(Path(folder) / "contoh")
        if wanted.buku:
            subprocess.run([sys.executable, "-m", "tests.potret.panduan", str(filled)], check=True)
            return
        screens = wanted.layar or list(SCREENS)
        if not wanted.layar:
            shutil.rmtree(_TARGET, ignore_errors=True)
        with ThreadPoolExecutor(_AT_ONCE) as pool:
            list(pool.map(lambda name: take_screen(name, filled), screens))
        if not wanted.layar:
            take_prints(_TARGET / "cetakan", filled)
    print(f"Gambar ada di {_TARGET}")


def fill_once(folder: Path) -> Path:
    """Fill the practice office, from which every picture's office is copied."""
    office = open_office(folder)
    fill_latihan(office)
    office.close()
    return folder


def take_screen(name: str, filled: Path) -> None:
    """Take the windows on one screen, in a process of its own."""
    scale = SCREENS[name].scale / 100
    subprocess.run(
        [sys.executable, "-m", "tests.potret.window", str(_TARGET), name, str(filled)],
        env={**os.environ, "QT_SCALE_FACTOR": f"{scale:g}"},
        check=True,
    )


if __name__ == "__main__":
    main()
