"""Photograph the pages that the manual shows, small enough to travel with the program.

Run it after a change of these pages: ``python -m tests.potret.panduan``. The pictures lie beside
the help (``resources/bantuan/gambar``); a test holds their names and their size.
"""

import os
import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice

from kinerja_desktop.services.sop.cases import list_cases
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.potret.office import TAHUN, make_office
from tests.potret.window import settle

#: The pages, in the order of the manual.
SHOWN = ("beranda", "pengumpulan", "pengukuran", "lkjip", "sop")
TARGET = Path("resources/bantuan/gambar")
_SIZE = (1280, 720)
_COLOURS = 48


def main(target: Path) -> None:
    """Write a picture of each page."""
    target.mkdir(parents=True, exist_ok=True)
    application = make_application()
    with TemporaryDirectory(prefix="panduan-") as folder:
        office = make_office(Path(folder) / "contoh")
        context = Context(office)
        context.set_periode(TAHUN)
        window = MainWindow(context)
        window.resize(*_SIZE)
        window.show()
        (walked,) = [case for case in list_cases(office) if case.sop.sop.id == "LMJ-UKUR-2024"]
        for key in SHOWN:
            window.open_page(key, walked.id if key == "sop" else None)
            settle(application, context)
            (target / f"{key}.png").write_bytes(_shrink(window))
        window.close()
        context.close()
        office.close()


def _shrink(window: MainWindow) -> bytes:
    """Return the picture with few colours, the same bytes for the same window."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    window.grab().save(buffer, "PNG")
    picture = Image.open(BytesIO(bytes(buffer.data().data()))).convert("RGB")
    small = picture.quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    written = BytesIO()
    small.save(written, "PNG", optimize=True)
    return written.getvalue()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET)
