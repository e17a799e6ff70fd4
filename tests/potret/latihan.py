"""Photograph the practice office: every page and tab, and what lies above them."""

from pathlib import Path

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.sop.cases import list_cases
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.colours import DARK, LIGHT
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.beranda.page import BerandaPage
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES
from tests.potret.camera import Camera
from tests.potret.screens import Screen, open_copy
from tests.ui.window import current_page

#: The triwulan that is being measured there, and the year that is whole.
PERIODE = {"berjalan": Periode(2025, 3), "final": Periode(2024)}


def take_latihan(filled: Path, folder: Path, camera: Camera, screen: Screen) -> None:
    """Photograph the pages in each of `PERIODE`; on a lesser screen only in what is running."""
    office = open_copy(filled, folder)
    context = Context(office)
    window = MainWindow(context)
    window.resize(*screen.size)
    window.show()
    for name, periode in PERIODE.items():
        context.set_periode(periode)
        for number, entry in enumerate(PAGES):
            if screen.is_whole or name == "berjalan" or entry.KEY in ("pengukuran", "kirim"):
                camera.take_page(window, entry.KEY, f"{name}-{number:02}-{entry.KEY}")
    context.set_periode(PERIODE["berjalan"])
    window.open_page("sop", list_cases(office)[0].id)
    camera.take(window, "sop-pelaksanaan")
    _take_above(window, camera)
    if screen.scheme == "gelap":
        _take_switched(window, camera)
    window.close()
    context.close()
    office.close()


def _take_above(window: MainWindow, camera: Camera) -> None:
    """The help beside a page, the search box, and the slides of a meeting."""
    window.open_page("pengukuran")
    window.help.open("")
    camera.take(window, "bantuan")
    window.help.close()
    window.search.open()
    camera.settle(window.context)
    box = window.search.box
    assert box is not None
    box.line.setText("rencana")
    camera.take(window, "cari")
    box.close_box()
    window.open_page("beranda")
    page = current_page(window)
    assert isinstance(page, BerandaPage)
    page.reading_button.open()
    shown = page.reading_button.window_shown
    assert shown is not None
    shown.showNormal()
    shown.resize(*camera.size)
    for slide in range(2):
        camera.settle(window.context)
        camera.grab(shown, f"mode-baca-{slide}")
        shown.turn(1)
    shown.close()


def _take_switched(window: MainWindow, camera: Camera) -> None:
    """Every page that was built in the light and goes on in the dark: nothing may stay behind."""
    application = make_application()
    style.wear(LIGHT, application)
    for entry in PAGES:
        window.open_page(entry.KEY)
        camera.settle(window.context)
    style.wear(DARK, application)
    for number, entry in enumerate(PAGES):
        camera.take_page(window, entry.KEY, f"berganti-{number:02}-{entry.KEY}")
