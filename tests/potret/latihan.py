"""Photograph every page of the practice office, as whoever tries the program first sees it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import open_office
from kinerja_desktop.services.latihan.isi import fill_latihan
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES

#: The triwulan that is being measured there, and the year that is whole.
PERIODE = {"berjalan": Periode(2025, 3), "final": Periode(2024)}


def take_latihan(
    folder: Path,
    size: list[int],
    grab: Callable[[QWidget, str], None],
    settle: Callable[[Context], None],
) -> None:
    """Fill a practice office and photograph its pages, in each of `PERIODE`."""
    office = open_office(folder)
    fill_latihan(office)
    context = Context(office)
    window = MainWindow(context)
    window.resize(*size)
    window.show()
    for name, periode in PERIODE.items():
        context.set_periode(periode)
        for number, entry in enumerate(PAGES):
            window.open_page(entry.KEY)
            settle(context)
            grab(window, f"latihan-{name}-{number:02}-{entry.KEY}")
    window.close()
    context.close()
    office.close()
