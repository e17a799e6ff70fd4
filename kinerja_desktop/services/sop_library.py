"""The office's own copies of SOPs: taken from the seeds, read, corrected by accepted usulan."""

import json
from dataclasses import dataclass
from functools import cache
from uuid import UUID

from sqlmodel import Session, col, select

from kinerja_desktop.domain.sop.berkas import read_sop, sop_to_json
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.usulan import Usulan, accept_usulan, list_usulan
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.paths import resource
from kinerja_desktop.services.office import Office
from kinerja_desktop.store import records

#: The five SOPs that ship with the program, in the order of the yearly cycle (`domain.md` §11.4).
SEEDS = (
    "lumajang_perencanaan_2022",
    "lumajang_pengumpulan",
    "lumajang_pengukuran_2024",
    "candipuro_pengukuran_2024",
    "pasrujambe_pengumpulan_2018",
)


@dataclass(frozen=True)
class SopKantor:
    """A version of an SOP in the office's own copy."""

    id: UUID
    sop: Sop
    nama: str
    versi: int
    aktif: bool


@cache
def read_seed(name: str) -> Sop:
    """Return one of the SOPs that ship with the program."""
    file = f"{name}.json"
    return read_sop(resource(f"sop/{file}").read_text(encoding="utf-8"), file)


def list_seeds() -> dict[str, Sop]:
    """Return all SOPs that ship with the program."""
    return {name: read_seed(name) for name in SEEDS}


def adopt_seeds(session: Session, names: tuple[str, ...] = SEEDS) -> None:
    """Copy seeds into the office; those it has already stay as they are."""
    known = {row.kode for row in session.exec(select(records.Sop))}
    for name in names:
        sop = read_seed(name)
        if sop.id not in known:
            session.add(_record(sop))


def list_sop(office: Office, *, semua_versi: bool = False) -> list[SopKantor]:
    """Return the office's SOPs in force, or with `semua_versi` every version ever used."""
    query = select(records.Sop).order_by(col(records.Sop.nama), col(records.Sop.versi).desc())
    with office.journal.reading() as session:
        return [_sop_kantor(row) for row in session.exec(query) if semua_versi or row.aktif]


def read_sop_kantor(office: Office, sop_id: UUID) -> SopKantor:
    """Return one version of an SOP."""
    with office.journal.reading() as session:
        return _sop_kantor(session.get_one(records.Sop, sop_id))


def open_usulan(sop: Sop) -> list[Usulan]:
    """Return the proposed readings that the office has not accepted."""
    return list_usulan(sop)


def accept(office: Office, sop_id: UUID, usulan: Usulan) -> UUID:
    """Accept one proposed reading; the SOP gets a new version, the old one stays.

    Returns:
        The id of the new version.

    Raises:
        KinerjaError: the reading does not fit.
    """
    with office.journal.action(f"Menerima usulan SOP: {usulan.label}") as session:
        row = session.get_one(records.Sop, sop_id)
        sop = _read(row)
        return _add_version(
            session, row, accept_usulan(sop, usulan, office.journal.pelaku, office.today())
        )


def save_version(office: Office, sop_id: UUID, sop: Sop) -> UUID:
    """Keep an edited SOP as the next version.

    Raises:
        KinerjaError: a newer version is in force.
    """
    with office.journal.action(f"Mengubah SOP {sop.identitas.nama_sop.tercetak}") as session:
        return _add_version(session, session.get_one(records.Sop, sop_id), sop)


def _add_version(session: Session, row: records.Sop, sop: Sop) -> UUID:
    if not row.aktif:
        raise KinerjaError(
            "SOP versi ini sudah diganti versi yang lebih baru.", "Buka versi terbarunya."
        )
    row.aktif = False
    new = _record(sop)
    session.add(new)
    return new.id


def _record(sop: Sop) -> records.Sop:
    identitas = sop.identitas
    nama = identitas.nama_sop.diterima or identitas.nama_sop.tercetak or sop.id
    return records.Sop(
        kode=sop.id,
        nama=f"{nama} ({sop.kecamatan})",
        versi=sop.versi,
        isi=json.loads(sop_to_json(sop)),
    )


def _read(row: records.Sop) -> Sop:
    return read_sop(json.dumps(row.isi), row.nama)


def _sop_kantor(row: records.Sop) -> SopKantor:
    return SopKantor(row.id, _read(row), row.nama, row.versi, row.aktif)
