"""Pictures of the installer's windows for docs/pemasangan.md: drives the real wizard under Wine.

Run from the project's folder, with xdotool and ImageMagick installed:
`xvfb-run -a -s "-screen 0 1024x768x24" .venv/bin/python -m installer.tests.tangkapan`.
Look at every picture afterwards: cut-off words and mixed languages are seen by eyes alone.
"""

from __future__ import annotations

import subprocess
import tempfile
import time
from pathlib import Path

from installer.tests.setups import INSTALLER, Office, Setups
from installer.tests.wine import Wine, wait_until
from kinerja_desktop import __version__

PICTURES = INSTALLER.parent / "docs" / "gambar"


def xdotool(*arguments: str) -> str:
    """Run xdotool and give what it prints; a search that finds nothing prints nothing."""
    done = subprocess.run(["xdotool", *arguments], capture_output=True, text=True, check=False)
    return done.stdout.strip()


def windows(title: str) -> list[str]:
    """The visible windows whose title has these words."""
    return xdotool("search", "--onlyvisible", "--name", title).splitlines()


def picture(title: str, name: str) -> None:
    """Wait for a window, let it draw, and keep its picture in few colours (they are small so)."""
    wait_until(lambda: bool(windows(title)), f"the window {title}")
    time.sleep(1.5)
    out = PICTURES / f"pasang-{name}.png"
    window = windows(title)[-1]
    subprocess.run(
        ["import", "-window", window, "+dither", "-colors", "128", f"PNG8:{out}"], check=True
    )
    print(f"{out.name}  {out.stat().st_size / 1000:.0f} KB")


def press(title: str, key: str) -> None:
    """Press a key in a window."""
    window = windows(title)[-1]
    xdotool("windowfocus", "--sync", window)
    xdotool("key", "--window", window, key)


def take_pictures(office: Office) -> None:
    """Walk through installation, update and removal as a clerk would."""
    # fills the progress for some seconds
    setup = office.setups(__version__, noise_mb=40)
    install, remove = "Pemasang Kinerja Desktop", "^Kinerja Desktop"
    wizard = office.pc.start(setup)
    picture(install, "mulai")
    press(install, "Return")
    picture(install, "berjalan")
    wait_until(lambda: office.pc.has_key(), "it is installed")
    picture(install, "selesai")
    press(install, "Return")
    wizard.wait(60)
    wait_until(lambda: len(office.started()) == 1, "the program starts from the last page")

    program = office.open_program(600)
    refused = office.pc.start(setup)
    picture(install, "ditolak")
    press(install, "Escape")
    refused.wait(60)
    program.kill()

    newer = office.setups("9.9.9", noise_mb=40)
    office.open_program(4)
    office.stay(0)
    update = office.pc.start(newer, "/PERBARUI")
    picture(install, "perbarui")
    update.wait(120)

    wait_until(lambda: office.pc.programs() == [], "the program has closed")
    office.pc.start(office.pc.home / "uninstall.exe")
    picture(remove, "hapus")
    press(remove, "Return")
    wait_until(lambda: not office.pc.home.exists(), "it is removed")
    picture(remove, "hapus-selesai")
    press(remove, "Return")


def main() -> None:
    """Make every picture."""
    with tempfile.TemporaryDirectory() as folder:
        pc = Wine(Path(folder) / "pc", user="Kecamatan")
        try:
            take_pictures(Office(pc, Setups(Path(folder))))
        finally:
            pc.kill()


if __name__ == "__main__":
    main()
