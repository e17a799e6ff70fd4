"""Photograph the windows on one screen: ``python -m tests.potret.window TARGET SCREEN FILLED``.

A process of its own for each screen, because Qt reads the scale once, at its start.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from kinerja_desktop.services.kantor.office import open_office
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.screen_room import FRAME
from kinerja_desktop.ui.shell.application import make_application
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES
from kinerja_desktop.ui.wizard import SetupWizard
from kinerja_desktop.ui.wizard.awal import Awal
from tests.potret.bappeda import take_bappeda
from tests.potret.camera import Camera
from tests.potret.collecting import take_collecting
from tests.potret.latihan import take_latihan
from tests.potret.muncar import take_muncar
from tests.potret.screens import SCREENS, Screen
from tests.potret.update import take_update

#: Of the wizard, as it opens.
_WIZARD = QSize(1280, 680)


def main(target: Path, screen: Screen, filled: Path) -> None:
    """Write the pictures of one screen; `filled` is the practice office."""
    application = make_application()
    style.wear(screen.colours, application)
    camera = Camera(application, target / screen.name, screen.size)
    with TemporaryDirectory(prefix="potret-") as folder:
        take_all(application, camera, screen, filled, Path(folder))


def take_all(
    application: QApplication, camera: Camera, screen: Screen, filled: Path, folder: Path
) -> None:
    """Take the pictures of one screen; all data lies in `folder`."""
    take_latihan(filled, folder / "latihan", camera, screen)
    _take_wizard(application, folder / "baru", camera)
    if not screen.is_whole:
        return
    take_muncar(folder / "muncar", camera)
    _take_empty_pages(folder / "kosong", camera)
    take_update(folder / "perbarui" / "data", camera)
    take_bappeda(folder / "bappeda", camera)
    take_collecting(folder / "kumpul" / "data", camera)


def _take_empty_pages(folder: Path, camera: Camera) -> None:
    office = open_office(folder)
    context = Context(office)
    window = MainWindow(context)
    window.resize(*camera.size)
    window.show()
    for number, entry in enumerate(PAGES):
        camera.take_page(window, entry.KEY, f"kosong-{number:02}-{entry.KEY}")
    window.close()
    context.close()
    office.close()


def _take_wizard(application: QApplication, folder: Path, camera: Camera) -> None:
    office = open_office(folder)
    context = Context(office)
    wizard = SetupWizard(context)
    wizard.resize(_WIZARD.boundedTo(QSize(*camera.size) - FRAME))
    wizard.show()
    for number in range(5):
        application.processEvents()
        camera.grab(wizard, f"panduan-{number}")
        wizard.office_page.kecamatan.setEditText("Lumajang")
        wizard.people.rows[0]["nama"].setText("NAMA CAMAT")
        wizard.next()
    for awal, name in ((Awal.BAPPEDA, "bappeda"), (Awal.SERVER, "server")):
        wizard.restart()
        wizard.start.buttons[awal].setChecked(True)
        wizard.next()
        application.processEvents()
        camera.grab(wizard, f"panduan-{name}")
    wizard.close()
    context.close()
    office.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), SCREENS[sys.argv[2]], Path(sys.argv[3]))
