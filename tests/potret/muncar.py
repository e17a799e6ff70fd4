"""Photograph Kecamatan Muncar: real figures, texts of a report, an SOP under way, a year final."""

from pathlib import Path

from kinerja_desktop.domain.lkjip.kelengkapan import KeadaanBagian
from kinerja_desktop.services.lkjip.final import finalize_lkjip
from kinerja_desktop.services.lkjip.laporan import read_lkjip
from kinerja_desktop.services.lkjip.teks import write_text
from kinerja_desktop.services.sop.cases import list_cases
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.lkjip.page import LkjipPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.finals import finalize
from tests.potret.camera import Camera
from tests.potret.office import TAHUN, make_office
from tests.ui.window import current_page

_PAGES = ("beranda", "renstra", "anggaran", "pengukuran", "surat")


def take_muncar(folder: Path, camera: Camera) -> None:
    """Take the pictures; the office lies in a folder of its own."""
    office = make_office(folder)
    context = Context(office)
    context.set_periode(TAHUN)
    window = MainWindow(context)
    window.resize(*camera.size)
    window.show()
    for key in _PAGES:
        camera.take_page(window, key, f"muncar-{key}")
    window.open_page("lkjip")
    page = current_page(window)
    assert isinstance(page, LkjipPage)
    for row in read_lkjip(office, TAHUN.tahun).bagian:
        if row.keadaan in (KeadaanBagian.DITULIS, KeadaanBagian.ANGKA_BERUBAH):
            page.outline.choose(row.kunci)
            camera.take(window, f"muncar-lkjip-{row.kunci.partition('@')[0]}")
    (walked,) = [case for case in list_cases(office) if case.sop.sop.id == "LMJ-UKUR-2024"]
    window.open_page("sop", walked.id)
    camera.take(window, "muncar-sop-pelaksanaan")
    finalize(office, TAHUN, office.today())
    for row in read_lkjip(office, TAHUN.tahun).bagian:
        if row.boleh_ditulis and row.kekurangan:
            write_text(office, TAHUN.tahun, row.kunci, "Sudah ditulis kantor.")
    finalize_lkjip(office, TAHUN.tahun, office.today())
    for key in ("pengukuran", "lkjip", "kirim"):
        window.open_page(key)
        camera.take(window, f"muncar-final-{key}")
    window.close()
    context.close()
    office.close()
