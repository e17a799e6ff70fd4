"""Give an SOP to another office as one file, and take one in (`domain.sop.tukar`)."""

import json
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from uuid import UUID

from kinerja_desktop.domain.sop.berkas import sop_to_json
from kinerja_desktop.domain.sop.milik import belongs_to
from kinerja_desktop.domain.sop.model import KIRIMAN, Sop
from kinerja_desktop.domain.sop.tukar import (
    AKHIRAN,
    MAKS_BYTE,
    KirimanSop,
    read_kiriman,
    write_kiriman,
)
from kinerja_desktop.errors import KinerjaError, explain_os_error
from kinerja_desktop.exchange.files import write_file
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.outputs import require_output
from kinerja_desktop.services.sop.library import SopKantor, list_sop, name_sop, read_sop_kantor
from kinerja_desktop.services.sop.own import add_first
from kinerja_desktop.store import records
from kinerja_desktop.store.queries.sop import list_versi


class Cara(Enum):
    """How an SOP is taken in whose kode is used here already."""

    BARU = "baru"
    VERSI = "versi"


@dataclass(frozen=True)
class RencanaImpor:
    """An SOP that was read and checked; nothing is stored yet.

    Attributes:
        sama: the SOP of the office that bears the same kode; None for none.
    """

    kiriman: KirimanSop
    nama: str
    sama: SopKantor | None


def propose_name(sop: Sop) -> str:
    """Return a name for the file of an SOP that every disk can hold."""
    words = "".join(sign if sign.isalnum() else " " for sign in name_sop(sop))
    return " ".join(words.split())[:100].strip() + AKHIRAN


def export_sop(office: Office, sop_id: UUID, path: Path) -> None:
    """Write one version of an SOP as a file for another office.

    Raises:
        KinerjaError: the place cannot be written, or is the data folder, or the name is not that
            of an SOP file.
    """
    require_output(office, path, (".json",))
    item = read_sop_kantor(office, sop_id)
    dari = f"Kecamatan {office.require_instansi().kecamatan}"
    text = write_kiriman(KirimanSop(item.sop, item.sumber, dari))
    write_file(path, text.encode("utf-8"))


def plan_impor(office: Office, path: Path) -> RencanaImpor:
    """Read and check the file of another office; nothing is changed.

    Raises:
        KinerjaError: it cannot be read, is no such file, or the very SOP is used here already.
        DataProblemsError: the SOP in it cannot be followed.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAKS_BYTE + 1)
    except OSError as error:
        raise explain_os_error(error, path) from error
    kiriman = read_kiriman(content, path.name)
    instansi = office.require_instansi()
    sop = kiriman.sop
    if not belongs_to(sop, instansi.kecamatan, instansi.kabupaten):
        kiriman = replace(kiriman, sop=replace(sop, asal=KIRIMAN))
    same = [item for item in list_sop(office, semua_versi=True) if item.sop.id == sop.id]
    for item in same:
        if item.aktif and replace(item.sop, versi=sop.versi, asal=sop.asal) == sop:
            raise KinerjaError(
                f"{item.nama} sudah dipakai kantor dan sama dengan isi {path.name}.",
                "Tidak ada yang perlu diimpor.",
            )
    active = next((item for item in same if item.aktif), same[0] if same else None)
    return RencanaImpor(kiriman, name_sop(kiriman.sop), active)


def apply_impor(office: Office, rencana: RencanaImpor, cara: Cara = Cara.BARU) -> UUID:
    """Take an SOP into use.

    Args:
        office: the open office.
        rencana: what was read.
        cara: beside the one that bears its kode, under a kode of its own; or as its next version.

    Returns:
        The id of the version in force.
    """
    kiriman = rencana.kiriman
    with office.journal.action(f"Mengimpor SOP {rencana.nama}") as session:
        rows = list_versi(session, kiriman.sop.id)
        if rows and cara is Cara.BARU:
            return add_first(session, kiriman.sop, kiriman.sumber)
        for row in rows:
            row.aktif = False
        versi = max((row.versi + 1 for row in rows), default=1)
        new = replace(kiriman.sop, versi=versi)
        source = kiriman.sumber
        row = records.Sop(
            kode=new.id,
            nama=rencana.nama,
            versi=versi,
            isi=json.loads(sop_to_json(new)),
            sumber=None if source is None else json.loads(sop_to_json(source)),
        )
        session.add(row)
        return row.id
