"""Photograph every page of the window and of the wizard at one scale."""

import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QApplication, QTabWidget, QWidget

from kinerja_desktop.domain.lkjip.kelengkapan import KeadaanBagian
from kinerja_desktop.services.kantor.office import open_office
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.services.lkjip.laporan import read_lkjip
from kinerja_desktop.services.lkjip.teks import write_text
from kinerja_desktop.services.sop.cases import list_cases
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.lkjip.page import LkjipPage
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES
from kinerja_desktop.ui.wizard import SetupWizard
from tests.finals import finalize
from tests.potret.bappeda import take_bappeda
from tests.potret.collecting import take_collecting
from tests.potret.latihan import take_latihan
from tests.potret.office import TAHUN, make_office
from tests.potret.update import take_update
from tests.ui.window import current_page

_SCREEN = (1366, 768)
# In seconds.
_QUIET = 1.5


def main(target: Path) -> None:
    """Write the pictures of one scale."""
    target.mkdir(parents=True, exist_ok=True)
    application = make_application()
    scale = float(os.environ.get("QT_SCALE_FACTOR", "1"))
    size = [round(length / scale) for length in _SCREEN]
    with TemporaryDirectory(prefix="potret-") as folder:
        _take_pages(application, Path(folder) / "contoh", target, size)
        _take_empty_pages(application, Path(folder) / "kosong", target, size)
        _take_wizard(application, Path(folder) / "baru", target)
        take_update(
            Path(folder) / "perbarui" / "data",
            size,
            lambda widget, name: _grab(widget, target / f"{name}.png"),
            lambda context: settle(application, context),
        )
        take_bappeda(
            Path(folder) / "bappeda",
            size,
            lambda widget, name: _grab(widget, target / f"{name}.png"),
            lambda context: settle(application, context),
        )
        take_latihan(
            Path(folder) / "latihan" / "data",
            size,
            lambda widget, name: _grab(widget, target / f"{name}.png"),
            lambda context: settle(application, context),
        )
        take_collecting(
            Path(folder) / "kumpul" / "data",
            size,
            lambda widget, name: _grab(widget, target / f"{name}.png"),
            lambda context: settle(application, context),
        )


def _take_pages(application: QApplication, folder: Path, target: Path, size: list[int]) -> None:
    office = make_office(folder)
    context = Context(office)
    context.set_periode(TAHUN)
    window = MainWindow(context)
    window.resize(*size)
    window.show()
    for number, entry in enumerate(PAGES):
        window.open_page(entry.KEY)
        settle(application, context)
        name = f"{number:02}-{entry.KEY}"
        _grab(window, target / f"{name}.png")
        for tabs in current_page(window).findChildren(QTabWidget):
            if not tabs.isVisible():
                continue
            for tab in range(1, tabs.count()):
                tabs.setCurrentIndex(tab)
                settle(application, context)
                _grab(window, target / f"{name}-{tab}.png")
            tabs.setCurrentIndex(0)
    window.open_page("lkjip")
    page = current_page(window)
    assert isinstance(page, LkjipPage)
    for row in read_lkjip(office, TAHUN.tahun).bagian:
        if row.keadaan in (KeadaanBagian.DITULIS, KeadaanBagian.ANGKA_BERUBAH):
            page.outline.choose(row.kunci)
            settle(application, context)
            _grab(window, target / f"lkjip-{row.kunci.partition('@')[0]}.png")
    (walked,) = [case for case in list_cases(office) if case.sop.sop.id == "LMJ-UKUR-2024"]
    window.open_page("sop", walked.id)
    settle(application, context)
    _grab(window, target / "sop-pelaksanaan.png")
    finalize(office, TAHUN, office.today())
    for row in read_lkjip(office, TAHUN.tahun).bagian:
        if row.boleh_ditulis and row.kekurangan:
            write_text(office, TAHUN.tahun, row.kunci, "Sudah ditulis kantor.")
    finalize_lkjip(office, TAHUN.tahun, office.today())
    for key in ("pengukuran", "lkjip", "kirim"):
        window.open_page(key)
        settle(application, context)
        _grab(window, target / f"final-{key}.png")
    window.close()
    context.close()
    office.close()


def _take_empty_pages(
    application: QApplication, folder: Path, target: Path, size: list[int]
) -> None:
    office = open_office(folder)
    context = Context(office)
    window = MainWindow(context)
    window.resize(*size)
    window.show()
    for number, entry in enumerate(PAGES):
        window.open_page(entry.KEY)
        settle(application, context)
        _grab(window, target / f"kosong-{number:02}-{entry.KEY}.png")
    window.close()
    context.close()
    office.close()


def _take_wizard(application: QApplication, folder: Path, target: Path) -> None:
    office = open_office(folder)
    context = Context(office)
    wizard = SetupWizard(context)
    wizard.show()
    for number in range(5):
        application.processEvents()
        _grab(wizard, target / f"panduan-{number}.png")
        wizard.office_page.kecamatan.setEditText("Lumajang")
        wizard.people.rows[0]["nama"].setText("NAMA CAMAT")
        wizard.next()
    wizard.close()
    context.close()
    office.close()


def settle(application: QApplication, context: Context) -> None:
    """Wait until nothing has been under way for a while.

    A preview is laid out a moment after the last change, and drawn a moment after that.
    """
    quiet = time.monotonic()
    while time.monotonic() - quiet < _QUIET:
        application.processEvents()
        time.sleep(0.002)
        if context.tasks.pending:
            quiet = time.monotonic()


def _grab(widget: QWidget, path: Path) -> None:
    widget.grab().save(str(path))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
