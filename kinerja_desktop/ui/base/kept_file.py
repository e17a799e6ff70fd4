"""Show a kept file in the program that the PC has for it."""

from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from kinerja_desktop.services.kantor.kept_files import copy_for_viewing
from kinerja_desktop.ui.base.context import Context


def open_kept_file(context: Context, parent: QWidget, lampiran_id: UUID) -> None:
    """Open a copy of an evidence file or scan; where no program can, the status line says so."""

    def show(path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            context.say(f"Tidak ada program yang dapat membuka {path.name}.")

    context.load(parent, lambda office: copy_for_viewing(office, lampiran_id), show)
