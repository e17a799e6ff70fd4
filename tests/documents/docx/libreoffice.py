"""LibreOffice prints our files, with the program's own fonts.

A bare Debian has no font of Arial's widths; with another one the lines, and so the pages, break
elsewhere, and nothing could be compared.
"""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from kinerja_desktop import paths

FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
</fontconfig>
"""


def print_with_libreoffice(files: Sequence[Path], folder: Path) -> None:
    """Write each file as a PDF of the same name into `folder`, which also takes the profile."""
    fonts = folder / "fonts.conf"
    fonts.write_text(FONTS_CONF.format(fonts=paths.resource("fonts")), "utf-8")
    subprocess.run(
        [
            "soffice", "--headless", f"-env:UserInstallation={(folder / 'profil').as_uri()}",
            "--convert-to", "pdf", "--outdir", str(folder), *map(str, files),
        ],
        check=True,
        capture_output=True,
        timeout=240,
        env={**os.environ, "FONTCONFIG_FILE": str(fonts)},
    )  # fmt: skip
