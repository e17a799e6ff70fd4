"""Photograph what the manual and the README show: `./dev potret --buku`.

The manual's pictures lie beside the help (``resources/bantuan/gambar``) and travel with the
program, so they have few colours; a test holds their names and their size. Those of the README
and of ``docs`` lie in ``docs/gambar``. All are of the practice office, whose days are its own.
"""

import os
import sys
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtWidgets import QWidget

from kinerja_desktop.services.bantuan.isi import KARTU
from kinerja_desktop.services.bantuan.panduan import build_panduan
from kinerja_desktop.services.dokumen.documents import build_pdf
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import list_cases
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.potret.camera import Camera
from tests.potret.collecting import take_collecting
from tests.potret.latihan import PERIODE
from tests.potret.prints import draw_pages
from tests.potret.screens import open_copy

MANUAL, DOCS = Path("resources/bantuan/gambar"), Path("docs/gambar")
#: The pages of the manual, and those of the README.
SHOWN = ("beranda", "pengumpulan", "pengukuran", "lkjip", "sop")
_README = ("pengukuran", "lkjip", "sop")
_SIZE = (1280, 720)
_FEW, _MANY = 48, 128
#: Cover, contents, a chapter with its picture, and the index.
_LEAVES = (0, 1, 4, -2)
_LEAF_DPI, _GAP = "55", 8


class Shrinking(Camera):
    """Writes pictures of few colours: the same bytes for the same window."""

    def grab(self, widget: QWidget, name: str) -> None:
        """Keep what `DOCS` shows of a series of pictures that others take."""
        if name == "pengumpulan-pratinjau":
            (DOCS / "pengumpulan.png").write_bytes(shrink(widget, _MANY))


def main(filled: Path) -> None:
    """Write all these pictures from a copy of the practice office `filled`."""
    application = make_application()
    with TemporaryDirectory(prefix="panduan-") as folder:
        camera = Shrinking(application, Path(folder) / "gambar", _SIZE)
        office = open_copy(filled, Path(folder) / "contoh")
        _take_pages(office, camera)
        _take_paper(office, Path(folder))
        office.close()
        take_collecting(Path(folder) / "kumpul" / "data", camera)
        # After the pages, whose new pictures are in it.
        _take_manual(Path(folder))


def _take_pages(office: Office, camera: Camera) -> None:
    context = Context(office)
    window = MainWindow(context)
    window.resize(*camera.size)
    window.show()
    walked = _find_walked(office)
    context.set_periode(PERIODE["berjalan"])
    for key in SHOWN:
        window.open_page(key, walked if key == "sop" else None)
        camera.settle(context)
        (MANUAL / f"{key}.png").write_bytes(shrink(window, _FEW))
        if key in _README:
            (DOCS / f"{key}.png").write_bytes(shrink(window, _MANY))
    window.close()
    context.close()


def _find_walked(office: Office) -> UUID:
    """Return the measuring that came back once: it shows most of what a procedure can be."""
    cases = [case for case in list_cases(office) if case.sop.sop.proses == "pengukuran_kinerja"]
    return cases[0].id


def _take_paper(office: Office, folder: Path) -> None:
    pdf = folder / "cetakan.pdf"
    pdf.write_bytes(build_pdf(office, Permintaan("pengukuran-kinerja", PERIODE["final"])))
    draw_pages(pdf, "90", "-f", "1", "-l", "1", "-singlefile")
    with Image.open(pdf.with_suffix(".png")) as page:
        (DOCS / "cetakan.png").write_bytes(_quantize(page, _MANY))


def _take_manual(folder: Path) -> None:
    """Show the printed manual and the pocket card: some pages side by side, nobody's copy."""
    for kind, name, chosen in (("panduan", "panduan.png", _LEAVES), (KARTU, "kartu.png", (0, 1))):
        pdf = folder / f"{kind}.pdf"
        pdf.write_bytes(build_panduan(None, kind))
        draw_pages(pdf, _LEAF_DPI)
        drawn = sorted(folder.glob(f"{kind}-*.png"))
        leaves = [Image.open(drawn[number]) for number in chosen]
        (DOCS / name).write_bytes(_quantize(_beside(leaves), _MANY))


def _beside(leaves: Sequence[Image.Image]) -> Image.Image:
    """Lay pages beside each other on grey, so that their edges are seen."""
    width = sum(leaf.width + _GAP for leaf in leaves) + _GAP
    sheet = Image.new("RGB", (width, leaves[0].height + 2 * _GAP), "#c9d1da")
    left = _GAP
    for leaf in leaves:
        sheet.paste(leaf, (left, _GAP))
        left += leaf.width + _GAP
    return sheet


def shrink(widget: QWidget, colours: int) -> bytes:
    """Return the picture of a widget with few colours."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    widget.grab().save(buffer, "PNG")
    return _quantize(Image.open(BytesIO(bytes(buffer.data().data()))), colours)


def _quantize(picture: Image.Image, colours: int) -> bytes:
    small = picture.convert("RGB").quantize(
        colours, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE
    )
    written = BytesIO()
    small.save(written, "PNG", optimize=True)
    return written.getvalue()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(Path(sys.argv[1]))
