"""SOPs of the office on the command line: `sop daftar`, `sop ekspor`, `sop impor`."""

import argparse

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.library import SopKantor, list_sop
from kinerja_desktop.services.sop.tukar import Cara, apply_impor, export_sop, plan_impor

DONE = 0


def sop(office: Office, arguments: argparse.Namespace) -> int:
    """Run one of the commands about SOPs."""
    match arguments.perintah_sop:
        case "ekspor":
            export_sop(office, _find(office, arguments.kode).id, arguments.ke)
            print(f"Ditulis: {arguments.ke}")
        case "impor":
            _impor(office, arguments)
        case _:
            for item in list_sop(office):
                print(f"{item.sop.id:<42}versi {item.versi}  {item.nama}")
    return DONE


def _impor(office: Office, arguments: argparse.Namespace) -> None:
    rencana = plan_impor(office, arguments.berkas)
    if rencana.sama is not None and arguments.sebagai is None:
        raise KinerjaError(
            f"Kantor sudah punya {rencana.sama.nama} dengan kode {rencana.sama.sop.id}.",
            "Tambahkan --sebagai baru, atau --sebagai versi untuk versi berikutnya.",
        )
    apply_impor(office, rencana, Cara(arguments.sebagai or Cara.BARU.value))
    print(f"Diimpor: {rencana.nama}")


def _find(office: Office, kode: str) -> SopKantor:
    found = next((item for item in list_sop(office) if item.sop.id == kode), None)
    if found is None:
        raise KinerjaError(
            f"Tidak ada SOP berkode '{kode[:80]}' yang dipakai.", "Lihat kodenya dengan sop daftar."
        )
    return found
