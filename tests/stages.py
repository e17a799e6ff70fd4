"""Everything that writes, one after the other, so that a disk can fail at each of them.

`STAGES` names each way of writing; a stage gets an open office of the sample, and a folder beside
it for what leaves the office. It must finish, or refuse with a `KinerjaError`.
"""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.awal.sample import TAHUN, fill_sample
from kinerja_desktop.services.dokumen.documents import save_document
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.kept_files import copy_for_viewing
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.kiriman.transfer import compose_package, send_package
from kinerja_desktop.services.lkjip.dokumen import LKJIP
from kinerja_desktop.services.paket_lke.isi import compose_paket
from kinerja_desktop.services.paket_lke.tulis import write_paket
from kinerja_desktop.services.pengukuran.bukti import attach_bukti, list_bukti
from kinerja_desktop.services.pengukuran.dokumen import PENGUKURAN
from kinerja_desktop.services.pengukuran.ukur import set_realisasi
from kinerja_desktop.services.riwayat.maintenance import (
    back_up_now,
    export_all,
    read_backups,
)
from kinerja_desktop.services.riwayat.restoring import restore_into
from kinerja_desktop.services.riwayat.workbook import (
    apply_import,
    export_workbook,
    plan_import,
)
from tests.finals import finalize

PERIODE, SENT = Periode(TAHUN[-1]), Periode(TAHUN[-2])
EDITS = 12
OUT = "keluar"

Stage = Callable[[Office, Path], None]


def prepare(folder: Path) -> None:
    """Fill a data folder with what the stages need: a backup, evidence, a workbook to import."""
    office = open_office(folder / "data")
    prepare_office(office, folder)
    office.close()


def prepare_office(office: Office, folder: Path) -> None:
    """Fill an open office with what the stages need, and the folder beside it."""
    fill_sample(office)
    (folder / "bukti.pdf").write_bytes(b"%PDF-1.4 " + bytes(range(256)) * 40)
    attach_bukti(office, first_indikator(office), Periode(TAHUN[-1], 1), folder / "bukti.pdf")
    export_workbook(office, folder / "impor.xlsx")
    set_realisasi(office, first_indikator(office), PERIODE, Decimal("11.5"))
    finalize(office, SENT, date(2024, 1, 31))
    back_up_now(office)
    (folder / OUT).mkdir()


def first_indikator(office: Office) -> UUID:
    """Return the id of the indicator whose realisasi the stages change."""
    return UUID(str(list_rows(office, "indikator")[0]["id"]))


def edit(office: Office, _folder: Path) -> None:
    """Type one figure after the other."""
    for number in range(EDITS):
        set_realisasi(office, first_indikator(office), PERIODE, Decimal(number))


def undo(office: Office, _folder: Path) -> None:
    set_realisasi(office, first_indikator(office), PERIODE, Decimal(1))
    for _ in range(3):
        office.journal.undo()
        office.journal.redo()


def import_workbook(office: Office, folder: Path) -> None:
    apply_import(office, plan_import(office, folder / "impor.xlsx"))


def write_workbook(office: Office, folder: Path) -> None:
    export_workbook(office, folder / OUT / "b.xlsx")


def print_papers(office: Office, folder: Path) -> None:
    for name in ("p.pdf", "p.xlsx"):
        save_document(office, Permintaan(PENGUKURAN.kunci, PERIODE), folder / OUT / name)
    save_document(office, Permintaan(LKJIP.kunci, PERIODE), folder / OUT / "l.docx")


def export(office: Office, folder: Path) -> None:
    export_all(office, folder / OUT / "c.kinerja")


def back_up(office: Office, _folder: Path) -> None:
    back_up_now(office)


def send(office: Office, folder: Path) -> None:
    send_package(office, compose_package(office, SENT), folder / OUT)


def attach(office: Office, folder: Path) -> None:
    attach_bukti(office, first_indikator(office), Periode(TAHUN[-1], 2), folder / "impor.xlsx")


def view(office: Office, _folder: Path) -> None:
    bukti = list_bukti(office, first_indikator(office), Periode(TAHUN[-1], 1))
    copy_for_viewing(office, bukti[0].id)


def write_evidence_pack(office: Office, folder: Path) -> None:
    write_paket(office, compose_paket(office, SENT.tahun), folder / OUT)


def make_final(office: Office, _folder: Path) -> None:
    finalize(office, PERIODE, date(2025, 1, 31))


def restore(office: Office, _folder: Path) -> None:
    restore_into(office, read_backups(office)[-1].path)


STAGES: Mapping[str, Stage] = {
    "sunting": edit,
    "batalkan": undo,
    "impor": import_workbook,
    "cetak": print_papers,
    "buku-kerja": write_workbook,
    "cadangkan": export,
    "cadangan": back_up,
    "kirim": send,
    "bukti": attach,
    "lihat": view,
    "bukti-lke": write_evidence_pack,
    "final": make_final,
    "pulihkan": restore,
}


def read_figure(office: Office) -> str:
    """Return the figure that `edit` changes."""
    hasil = list_rows(office, "realisasi")
    key = first_indikator(office)
    return next(
        str(row["nilai"]) for row in hasil
        if (row["indikator_id"], row["tahun"], row["triwulan"])
        == (key, PERIODE.tahun, PERIODE.triwulan)
    )  # fmt: skip
