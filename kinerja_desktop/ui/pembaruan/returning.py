"""The report after an update, and the click that leads back."""

from functools import partial

from PySide6.QtWidgets import QWidget

from kinerja_desktop import __version__
from kinerja_desktop.domain.angka.tanggal import format_waktu
from kinerja_desktop.installation import InstallationKind
from kinerja_desktop.services.kantor.tables_before import mark_seen
from kinerja_desktop.services.pembaruan.update_return import (
    VersionBefore,
    count_later_deeds,
    find_version_before,
    return_to,
)
from kinerja_desktop.services.pembaruan.update_words import describe_failure
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.pembaruan.report_dialog import ReportDialog


def tell_of_update(context: Context, window: QWidget) -> None:
    """At the first start after an update, show what came of it; only once."""
    update = context.office.update
    if update.failed is not None:
        words = describe_failure(update.failed, is_rolled_back=update.is_rolled_back)
        context.notice(" ".join(words), "pengaturan", "pembaruan")
    if update.report is not None and not update.is_seen:
        show_report(context, window)
    if update.failed is not None or not update.is_seen:
        context.office.update = mark_seen(context.office.folder)


def show_report(context: Context, parent: QWidget) -> None:
    """Show the last update's report, and go back when the clerk wants to."""
    report = context.office.update.report
    if report is None:
        return
    before = find_way_back(context)
    dialog = ReportDialog(parent, report, before)
    dialog.exec()
    if dialog.wants_return and before is not None:
        ask_and_return(context, parent, before)


def find_way_back(context: Context) -> VersionBefore | None:
    """Return the version that can be returned to; None when there is none."""
    office = context.office
    if office.place.file is None:
        return None  # what lies on a server is everybody's: one PC does not take it back
    return find_version_before(office.folder, office.update, context.installation)


def ask_and_return(context: Context, parent: QWidget, before: VersionBefore) -> None:
    """Say what would be lost; with consent, close and exchange data and program."""
    context.load(
        parent,
        lambda office: count_later_deeds(office, before),
        lambda later: _ask(context, parent, before, later),
    )


def _ask(context: Context, parent: QWidget, before: VersionBefore, later: int) -> None:
    installation = context.installation
    assert installation is not None, "without one there is no version before"
    moment = format_waktu(before.backup.moment)
    loss = (
        f"{later} tindakan sesudah itu tidak ikut, tetapi tetap tersimpan sebagai cadangan, yang "
        f"dapat dipulihkan lagi dengan versi {__version__}."
        if later
        else "Tidak ada isian sesudah itu."
    )
    if installation.kind is InstallationKind.SEMUA:
        loss += " Versi program berganti untuk semua pengguna komputer ini."
    question = f"Kembali ke versi {before.version} dengan data per {moment}?"
    if dialogs.confirm(
        parent, question, f"Kembali ke versi {before.version}",
        f"{loss} Program menutup diri dan terbuka lagi dengan versi itu.",
    ):  # fmt: skip
        context.leave(partial(return_to, context.office.folder, before, installation))
