"""The manual and the pocket card as PDF, from the pane of the help."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from kinerja_desktop.services.bantuan.panduan import JUDUL, write_panduan
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.button_deed import BUSY
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import Page


def print_help(context: Context, page: Page, kind: str) -> None:
    """Ask where to, write the PDF, and open it.

    Args:
        context: what the window works with.
        page: that is shown: it tells how far it is.
        kind: a key of `services.bantuan.panduan.JUDUL`.
    """
    judul = JUDUL[kind]
    name = f"{judul.replace(' ', '_')}.pdf"
    strip = page.work_strip()
    if strip.is_busy:
        context.say(BUSY)
        return
    target = dialogs.choose_save_file(page, f"Simpan {judul}", name, "PDF (*.pdf)")
    if target is None:
        return

    def show(_: None) -> None:
        context.say_written(f"Tersimpan: {target}", target.parent)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(target)))

    office = context.office
    strip.run(
        f"Menyimpan {judul}…",
        lambda task: write_panduan(office, kind, target, task.report, task.is_cancelled),
        show,
        lambda error: context.explain(page, error),
    )
