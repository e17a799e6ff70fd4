"""Photograph Pengumpulan Data while something is going on: board, preview, dialogs, papers."""

from datetime import UTC, date, datetime
from pathlib import Path
from uuid import UUID

from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.pengumpulan.baca import plan_terima
from kinerja_desktop.services.pengumpulan.kirim import propose_tenggat
from kinerja_desktop.services.pengumpulan.papan import read_papan
from kinerja_desktop.services.pengumpulan.pemegang import Menurut
from kinerja_desktop.services.pengumpulan.teguran import write_teguran
from kinerja_desktop.services.pengumpulan.terima import take_in
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.pengumpulan.page import PengumpulanPage
from kinerja_desktop.ui.pengumpulan.send_dialog import SendDialog
from kinerja_desktop.ui.pengumpulan.warn_dialog import WarnDialog
from kinerja_desktop.ui.shell.main_window import MainWindow
from tests.potret.camera import Camera
from tests.services.pengumpulan.office import (
    KASI,
    KASUBBAG,
    PERIODE,
    Filler,
    give_holders,
    indikator_of,
    send,
)
from tests.ui.window import current_page

_TODAY = datetime(2024, 7, 15, 2, 0, tzinfo=UTC)


def make_collecting_office(folder: Path, stick: Path) -> Office:
    """Return the sample office in July 2024: one form is back, another waits on the stick."""
    office = open_office(folder, lambda: _TODAY)
    fill_sample(office)
    give_holders(office)
    forms = send(office, stick)
    first, second, third = indikator_of(office, KASI)
    (forms[KASI].parent / "survei.pdf").write_bytes(b"%PDF-1")
    Filler(forms[KASI]).fill(first.id, pembilang=4510, penyebut=50, bukti="survei.pdf").fill(
        second.id, nilai=82.5, pendorong="Bukti lengkap"
    ).save()
    take_in(office, plan_terima(office, [forms[KASI]], PERIODE))
    Filler(forms[KASI]).fill(third.id, nilai="1.234").save(stick / "perbaikan kasi.xlsx")
    other = indikator_of(office, KASUBBAG)
    Filler(forms[KASUBBAG]).fill(other[0].id, nilai=95, penghambat="Jaringan sering putus").fill(
        other[1].id, nilai=88
    ).save()
    owing = [UUID(row.formulir_id) for row in read_papan(office, PERIODE).belum]
    write_teguran(office, PERIODE, owing, date(2024, 7, 15), date(2024, 7, 19))
    return office


def take_collecting(folder: Path, camera: Camera) -> None:
    """Take the pictures; the office lies in a folder of its own."""
    stick = folder.parent / "flashdisk"
    office = make_collecting_office(folder, stick)
    context = Context(office)
    context.set_periode(PERIODE)
    window = MainWindow(context)
    window.resize(*camera.size)
    window.show()
    window.open_page("pengumpulan")
    camera.settle(context)
    camera.grab(window, "pengumpulan-papan")
    page = current_page(window)
    assert isinstance(page, PengumpulanPage)
    page.forms.read([stick])
    camera.settle(context)
    camera.grab(window, "pengumpulan-pratinjau")
    page.forms.receive.drop_button.click()
    boards = [read_papan(office, PERIODE, way) for way in Menurut]
    owing = [row for row in boards[0].belum if row.formulir_id]
    tenggat = propose_tenggat(office, PERIODE)
    for dialog, name in (
        (SendDialog(page, boards, tenggat, []), "kirim"),
        (WarnDialog(page, owing, office.today(), tenggat), "tegur"),
    ):
        dialog.show()
        camera.settle(context)
        camera.grab(dialog, f"pengumpulan-{name}")
        dialog.close()
    window.close()
    context.close()
    office.close()
