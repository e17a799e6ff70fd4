"""Photograph the update: its tab, the report when nothing and when something has changed."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from kinerja_desktop import __version__
from kinerja_desktop.domain.update import UpdatePlan
from kinerja_desktop.installation import Installation, InstallationKind
from kinerja_desktop.services.kantor.office import open_office
from kinerja_desktop.services.riwayat.maintenance import Alasan, back_up_database
from kinerja_desktop.store.fingerprint import read_fingerprints
from kinerja_desktop.store.update_record import read_record, write_record
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.pembaruan.report_dialog import ReportDialog
from kinerja_desktop.ui.pembaruan.returning import find_way_back
from kinerja_desktop.ui.pengaturan.page import PengaturanPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.potret.camera import Camera
from tests.potret.office import make_office
from tests.ui.window import current_page


def take_update(folder: Path, camera: Camera) -> None:
    """Take the pictures; the office lies in a folder of its own."""
    previous = folder.parent / "terpasang" / "program.sebelumnya"
    previous.mkdir(parents=True)
    (previous / "VERSI").write_text("0.0.9")
    make_office(folder).close()
    for name, change in (("sama", ""), ("berubah", "UPDATE instansi SET alamat = 'lain'")):
        _pretend_update(folder, change)
        office = open_office(folder)
        context = Context(office)
        context.installation = Installation(previous.parent, InstallationKind.PENGGUNA)
        window = MainWindow(context)
        window.resize(*camera.size)
        window.show()
        window.open_page("pengaturan", "pembaruan")
        camera.settle(context)
        camera.grab(window, f"pembaruan-{name}")
        report = office.update.report
        assert report is not None
        dialog = ReportDialog(window, report, find_way_back(context))
        dialog.show()
        camera.grab(dialog, f"pembaruan-laporan-{name}")
        dialog.close()
        window.open_page("pengaturan", "tentang")
        page = current_page(window)
        assert isinstance(page, PengaturanPage)
        page.about.check.click()
        camera.settle(context)
        camera.grab(window, "pemeriksaan")
        window.close()
        context.close()
        office.close()


def _pretend_update(folder: Path, change: str) -> None:
    office = open_office(folder)
    moment = office.now()
    backup = back_up_database(office, Alasan.SEBELUM_MIGRASI)
    office.close()
    tables = read_fingerprints(backup)
    plan = UpdatePlan("0.0.9", __version__, moment.isoformat(), backup.name, tables)
    write_record(folder, replace(read_record(folder), version="0.0.9", plan=plan))
    with closing(sqlite3.connect(folder / "kinerja.db")) as connection:
        if change:
            connection.execute(change)
        connection.commit()
