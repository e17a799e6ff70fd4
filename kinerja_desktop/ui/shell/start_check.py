"""Once at each start, behind the scenes: is what was signed kept, and still what was signed?"""

from collections.abc import Sequence

from PySide6.QtWidgets import QApplication

from kinerja_desktop.errors import Problem
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.context import Context

_ALTERED = (
    "Dokumen yang sudah final berubah di luar program. Jangan cetak atau kirim dulu dokumen "
    "ini: buka “Riwayat & Cadangan”, tekan “Periksa data” untuk melihat semuanya, lalu pulihkan "
    "cadangan dari sebelum perubahan itu atau bandingkan dengan kertas yang ditandatangani."
)


def look_through_finals(context: Context) -> None:
    """Keep prints of agreements signed by another door, and prove all that is final by its kode.

    Both on the worker; what was altered is told in a dialog that says what to do.
    """
    from kinerja_desktop.services.rencana.tanda_tangan import keep_signed
    from kinerja_desktop.services.riwayat.integrity import check_finals

    def tell(problems: Sequence[Problem]) -> None:
        if problems:
            dialogs.show_problems(QApplication.activeWindow(), _ALTERED, problems)

    context.tasks.run(
        lambda task: check_finals(context.office),
        done=tell,
        failed=lambda error: context.explain(QApplication.activeWindow(), error),
    )
    context.tasks.run(
        lambda task: keep_signed(context.office),
        done=lambda _: None,
        failed=lambda error: context.say(f"Cetakan perjanjian belum tersimpan: {error}"),
    )
