"""Photograph the window of Bappeda: every page with a few packages in, and before anything is."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.balasan import take_replies
from kinerja_desktop.services.penerimaan.komentar import tulis_komentar, write_berkas
from kinerja_desktop.services.penerimaan.pengingat import list_kurang, propose_isi
from kinerja_desktop.services.penerimaan.reception import receive
from kinerja_desktop.services.penerimaan.unit import require_unit, set_tenggat
from kinerja_desktop.services.pengukuran.ukur import measure_periode
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.kirim.page import KirimPage
from kinerja_desktop.ui.penerimaan.page import PenerimaanPage
from kinerja_desktop.ui.penerimaan.receive_tab import ReceiveTab
from kinerja_desktop.ui.penerimaan.reminder_dialog import ReminderDialog
from kinerja_desktop.ui.pengukuran.page import PengukuranPage
from kinerja_desktop.ui.shell.main_window import MainWindow
from kinerja_desktop.ui.shell.pages import PAGES, PAGES_BAPPEDA
from tests.documents.pictures.scans import photograph
from tests.generated_packages import multiply
from tests.potret.camera import Camera
from tests.services.penerimaan.senders import (
    IKM,
    look,
    open_bappeda,
    open_sender,
    rows,
    send_first,
    send_second,
    take,
)
from tests.ui.window import current_page

_TAHUN = Periode(2024)
_OTHERS = {"Gucialit": "88.4", "Klakah": "95", "Senduro": "71.25", "Tempeh": "91.33"}


def take_bappeda(folder: Path, camera: Camera) -> None:
    """Take the pictures of Bappeda, and of a kecamatan to which it answered.

    Args:
        folder: for the data; not there yet.
        camera: of the screen.
    """
    sender = open_sender(folder / "candipuro")
    first = send_first(sender, folder / "v1")
    for nama, ikm in _OTHERS.items():
        package = first.name.replace("CANDIPURO", nama.upper())
        (folder / nama).mkdir()
        multiply(first, folder / nama / package, nama, Decimal(ikm))
    send_second(sender, folder / "v2")
    office = open_bappeda(folder / "bappeda")
    _take_pages(office, camera, "bappeda-kosong")
    _fill(office, folder)
    _take_pages(office, camera, "bappeda")
    _take_deeds(office, folder, camera)
    office.close()
    _take_answered(sender, folder, camera)
    sender.close()


def _fill(office: Office, folder: Path) -> None:
    set_tenggat(office, _TAHUN, date(2025, 2, 7))
    set_tenggat(office, Periode(2024, 4), date(2025, 2, 14))
    take(office, *(folder / nama for nama in _OTHERS if nama != "Tempeh"))
    receive(office, look(office, folder / "v1"), penerima="Sri Rahayu")
    candipuro = require_unit(office, "Candipuro").id
    tulis_komentar(office, candipuro, _TAHUN, "Lampirkan hasil survei triwulan IV.", IKM)
    write_berkas(office, candipuro, folder / "v1")
    klakah = require_unit(office, "Klakah").id
    tulis_komentar(office, klakah, _TAHUN, "Target tahun lalu lebih tinggi: jelaskan sebabnya.")


def _take_pages(office: Office, camera: Camera, name: str) -> None:
    context = Context(office)
    context.set_periode(_TAHUN)
    window = MainWindow(context, PAGES_BAPPEDA)
    window.resize(*camera.size)
    window.show()
    for number, entry in enumerate(PAGES_BAPPEDA):
        camera.take_page(window, entry.KEY, f"{name}-{number}-{entry.KEY}")
    window.close()
    context.close()


def _take_deeds(office: Office, folder: Path, camera: Camera) -> None:
    """A stick that was searched, a photo that was matched, and the dialog of the letters."""
    context = Context(office)
    context.set_periode(_TAHUN)
    window = MainWindow(context, PAGES_BAPPEDA)
    window.resize(*camera.size)
    window.show()
    window.open_page("penerimaan", "terima")
    page = current_page(window)
    assert isinstance(page, PenerimaanPage)
    receiving = page.tab("terima")
    assert isinstance(receiving, ReceiveTab)
    receiving.look([folder / "v1", folder / "v2", folder / "Tempeh"])
    camera.settle(context)
    camera.grab(window, "bappeda-dicari")
    photo = folder / "foto.jpg"
    photograph(rows(office)[-1].kode, "https://lumajangkab.go.id").save(photo)
    page.receive("cocokkan")
    page.take_dropped([photo])
    camera.settle(context)
    camera.grab(window, "bappeda-dicocokkan")
    dialog = ReminderDialog(window, list_kurang(office, 2024), propose_isi(office))
    dialog.show()
    camera.settle(context)
    camera.grab(dialog, "bappeda-surat-pengingat")
    dialog.close()
    window.close()
    context.close()


def _take_answered(sender: Office, folder: Path, camera: Camera) -> None:
    """What Bappeda gave back, in the window of the kecamatan."""
    found = take_replies(sender, folder / "v1")
    context = Context(sender)
    context.set_periode(_TAHUN)
    window = MainWindow(context, PAGES)
    window.resize(*camera.size)
    window.show()
    camera.settle(context)
    window.notice.tell(f"{found.kalimat}.", "kirim", "komentar")
    camera.settle(context)
    camera.grab(window, "balasan-beranda")
    window.open_page("pengukuran")
    camera.settle(context)
    measured = measure_periode(sender, _TAHUN).indikator
    key = next(item.bahan.id for item in measured if item.bahan.uraian == IKM)
    sheet = current_page(window)
    assert isinstance(sheet, PengukuranPage)
    sheet.table.setCurrentIndex(sheet.model.entry_index(key))
    camera.settle(context)
    camera.grab(window, "balasan-pengukuran")
    window.open_page("kirim", "komentar")
    camera.settle(context)
    camera.grab(window, "balasan-komentar")
    page = current_page(window)
    assert isinstance(page, KirimPage)
    page.tabs.setCurrentWidget(page.matching)
    camera.settle(context)
    camera.grab(window, "balasan-cocokkan")
    window.close()
    context.close()
