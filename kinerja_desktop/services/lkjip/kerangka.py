"""Change the outline of a year's LKjIP; later years follow it until they have their own."""

from collections.abc import Callable
from uuid import uuid4

from kinerja_desktop.domain.lkjip.kerangka import Kerangka, kerangka_to_data
from kinerja_desktop.domain.lkjip.susunan import outline_key
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.laporan import ensure_open, load_kerangka
from kinerja_desktop.store.queries.laporan import find_kerangka
from kinerja_desktop.store.records import KerangkaLkjip


def rename_section(office: Office, tahun: int, kunci: str, judul: str) -> None:
    """Give a section another heading; a comparison is renamed below every sasaran.

    Raises:
        KinerjaError: the heading is blank or too long, or the report is final.
    """
    key = outline_key(kunci)
    _change(office, tahun, "Mengganti judul bagian", lambda outline: outline.rename(key, judul))


def move_section(office: Office, tahun: int, kunci: str, langkah: int) -> None:
    """Move a section up (-1) or down (+1) among its siblings.

    Raises:
        KinerjaError: the report is final.
    """
    key = outline_key(kunci)
    _change(office, tahun, "Memindahkan bagian", lambda outline: outline.move(key, langkah))


def show_section(office: Office, tahun: int, kunci: str, tampil: bool) -> None:
    """Print a section or leave it out.

    Raises:
        KinerjaError: the report is final.
    """
    key = outline_key(kunci)
    label = "Menampilkan bagian" if tampil else "Menyembunyikan bagian"
    _change(office, tahun, label, lambda outline: outline.show(key, tampil))


def add_section(office: Office, tahun: int, sesudah: str, judul: str) -> str:
    """Add a section of the office's own below another; return its kunci.

    Raises:
        KinerjaError: the heading is blank or too long, or the report is final.
    """
    kunci, before = f"tambahan-{uuid4()}", outline_key(sesudah)
    _change(office, tahun, "Menambah bagian", lambda outline: outline.add(before, kunci, judul))
    return kunci


def remove_section(office: Office, tahun: int, kunci: str) -> None:
    """Take out a section that the office had added; what was written there comes back with undo.

    Raises:
        KinerjaError: it is one of the form's own, or the report is final.
    """
    key = outline_key(kunci)
    _change(office, tahun, "Menghapus bagian", lambda outline: outline.remove(key))


def set_report_name(office: Office, tahun: int, nama: str) -> None:
    """Choose the report's name: LKjIP, LAKIP, LKj or LKIP.

    Raises:
        KinerjaError: the name is not known, or the report is final.
    """
    _change(office, tahun, "Memilih nama laporan", lambda outline: outline.rename_report(nama))


def _change(office: Office, tahun: int, label: str, change: Callable[[Kerangka], Kerangka]) -> None:
    with office.journal.action(f"{label} LKjIP {tahun}") as session:
        ensure_open(session, tahun)
        data = kerangka_to_data(change(load_kerangka(session, tahun)))
        row = find_kerangka(session, tahun)
        if row is None:
            session.add(KerangkaLkjip(tahun=tahun, kerangka=data))
        else:
            row.kerangka = data
