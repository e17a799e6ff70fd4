"""The manual and the pocket card as PDF, from the pane of the help."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from kinerja_desktop.services.bantuan.panduan import JUDUL, write_panduan
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.context import Context


def print_help(context: Context, parent: QWidget, kind: str) -> None:
    """Ask where to, write the PDF, and open it.

    Args:
        context: what the window works with.
        parent: the window.
        kind: a key of `services.bantuan.panduan.JUDUL`.
    """
    judul = JUDUL[kind]
    name = f"{judul.replace(' ', '_')}.pdf"
    path = dialogs.choose_save_file(parent, f"Simpan {judul}", name, "PDF (*.pdf)")
    if path is None:
        return
    target = path if path.suffix.lower() == ".pdf" else Path(f"{path}.pdf")

    def show(_: None) -> None:
        context.say_written(f"Tersimpan: {target}", target.parent)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

    context.load(parent, lambda office: write_panduan(office, kind, target), show)
