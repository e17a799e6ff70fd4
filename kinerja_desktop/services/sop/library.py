"""The office's own copies of SOPs: taken from the seeds, edited, corrected by accepted usulan."""

import json
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.sop.berkas import BERKAS_BAWAAN, read_sop, sop_to_json
from kinerja_desktop.domain.sop.milik import belongs_to
from kinerja_desktop.domain.sop.model import KIRIMAN, Sop
from kinerja_desktop.domain.sop.periksa import check_sop
from kinerja_desktop.domain.sop.periksa_kantor import check_sop_kantor
from kinerja_desktop.domain.sop.usulan import Usulan, accept_usulan, list_usulan
from kinerja_desktop.errors import DataProblemsError, KinerjaError
from kinerja_desktop.paths import resource
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store import records
from kinerja_desktop.store.queries import sop as queries

#: The SOPs that ship with the program, in the order of the yearly cycle (`docs/sakip.md` §2.1).
SEEDS = tuple(file.removesuffix(".json") for file in BERKAS_BAWAAN)
# Reading an SOP takes some milliseconds, and cases ask for the same few again and again.
_REMEMBERED = 64


@dataclass(frozen=True)
class SopKantor:
    """A version of an SOP in the office's own copy.

    Attributes:
        aktif: new cases follow this version.
        sumber: the verbatim SOP that the office made its own; None where there is none beside it.
    """

    id: UUID
    sop: Sop
    nama: str
    versi: int
    aktif: bool
    sumber: Sop | None = None


@cache
def read_seed(name: str) -> Sop:
    """Return one of the SOPs that ship with the program."""
    file = f"{name}.json"
    return read_sop(resource(f"sop/{file}").read_text(encoding="utf-8"), file)


def list_seeds() -> dict[str, Sop]:
    """Return all SOPs that ship with the program."""
    return {name: read_seed(name) for name in SEEDS}


def name_sop(sop: Sop) -> str:
    """Return what the office calls an SOP: its name as read last, with its kecamatan."""
    nama = sop.identitas.nama_sop
    return f"{nama.diterima or nama.tercetak or sop.id} ({sop.kecamatan})"


def propose_title(sop: Sop) -> str:
    """Return the name of an SOP as we propose to read it, for choosing among those that ship."""
    nama = sop.identitas.nama_sop
    return nama.diterima or nama.usulan or nama.tercetak or sop.id


def list_own_seeds(kecamatan: str, kabupaten: str) -> tuple[str, ...]:
    """Return the names of the shipped SOPs that were made for this very office."""
    seeds = list_seeds().items()
    return tuple(name for name, sop in seeds if belongs_to(sop, kecamatan, kabupaten))


def list_attached(office: Office) -> list[SopKantor]:
    """Return the SOPs in force that the office may call its own, as its LKjIP attaches them.

    They are in its own words, bear its name, or it has changed what ships or accepted a reading of
    it. What ships for another kecamatan and lies here untouched is no paper of this office; nor is
    what came from another one as a file, until the office makes it its own.
    """
    instansi = office.require_instansi()
    return [
        item
        for item in list_sop(office)
        if item.sop.is_kantor
        or _is_changed(item)
        or belongs_to(item.sop, instansi.kecamatan, instansi.kabupaten)
    ]


def _is_changed(item: SopKantor) -> bool:
    """Tell whether the office has worked on what ships, rather than taken it as it is.

    What an earlier version of the program shipped may read otherwise, but is the first version.
    """
    shipped = {sop.id: sop for sop in list_seeds().values()}.get(item.sop.id)
    if item.sop.asal == KIRIMAN:
        return False
    if shipped is None:
        return True
    return item.versi > shipped.versi and replace(item.sop, versi=shipped.versi) != shipped


def adopt_seeds(session: Session, names: tuple[str, ...]) -> None:
    """Copy seeds into the office; those it has already stay as they are."""
    known = queries.list_kode(session)
    for name in names:
        sop = read_seed(name)
        if sop.id not in known:
            session.add(_record(sop))


def adopt_seed(office: Office, name: str) -> UUID:
    """Take a seed into use; where the office has changed its copy, as the next version of it.

    Returns:
        The id of the version in force.

    Raises:
        KinerjaError: the office uses it already, unchanged.
    """
    sop = read_seed(name)
    with office.journal.action(f"Memakai SOP bawaan {name_sop(sop)}") as session:
        rows = queries.list_versi(session, sop.id)
        for row in rows:
            if row.aktif and replace(_read(row), versi=sop.versi) == sop:
                raise KinerjaError(
                    f"{row.nama} sudah dipakai dan sama dengan bawaannya.", "Pilih SOP yang lain."
                )
            row.aktif = False
        versi = max((row.versi + 1 for row in rows), default=sop.versi)
        new = _record(replace(sop, versi=versi))
        session.add(new)
        return new.id


def retire_sop(office: Office, sop_id: UUID) -> None:
    """Use an SOP no more; its running cases go on, and its versions stay."""
    with office.journal.action("Berhenti memakai SOP") as session:
        row = session.get_one(records.Sop, sop_id)
        _require_active(row)
        row.aktif = False


def list_sop(office: Office, *, semua_versi: bool = False) -> list[SopKantor]:
    """Return the office's SOPs in force, or with `semua_versi` every version ever used."""
    with office.journal.reading() as session:
        return [sop_of_row(row) for row in queries.list_sop(session, semua_versi=semua_versi)]


def read_sop_kantor(office: Office, sop_id: UUID) -> SopKantor:
    """Return one version of an SOP."""
    with office.journal.reading() as session:
        return sop_of_row(session.get_one(records.Sop, sop_id))


def open_usulan(sop: Sop) -> list[Usulan]:
    """Return the proposed readings that the office has not accepted."""
    return list_usulan(sop)


def accept(office: Office, sop_id: UUID, usulan: Usulan) -> UUID:
    """Accept one proposed reading; the SOP gets a new version, the old one stays.

    Returns:
        The id of the new version.

    Raises:
        KinerjaError: the reading does not fit, or a newer version is in force.
    """
    with office.journal.action(f"Menerima usulan SOP: {usulan.label}") as session:
        row = session.get_one(records.Sop, sop_id)
        _require_active(row)
        sop = accept_usulan(_read(row), usulan, office.journal.pelaku, office.today())
        return _replace_by(session, row, sop)


def save_version(office: Office, sop_id: UUID, sop: Sop) -> UUID:
    """Keep an edited SOP as the next version; without a change nothing happens.

    Returns:
        The id of the version in force.

    Raises:
        DataProblemsError: its steps do not hang together, or something is not filled in where the
            words are the office's own.
        KinerjaError: a newer version is in force.
    """
    problems = check_sop_kantor(sop) if sop.is_kantor else check_sop(sop)
    if any(not problem.is_warning for problem in problems):
        raise DataProblemsError(problems)
    with office.journal.action(f"Mengubah SOP {name_sop(sop)}") as session:
        row = session.get_one(records.Sop, sop_id)
        _require_active(row)
        if replace(sop, versi=row.versi) == _read(row):
            return row.id
        return _replace_by(session, row, replace(sop, versi=row.versi + 1))


def sop_of_row(row: records.Sop) -> SopKantor:
    """Return a version of an SOP from its row."""
    source = None if row.sumber is None else _parse(json.dumps(row.sumber), row.nama)
    return SopKantor(row.id, _read(row), row.nama, row.versi, row.aktif, source)


def _require_active(row: records.Sop) -> None:
    if not row.aktif:
        raise KinerjaError("SOP versi ini tidak dipakai lagi.", "Buka versi yang sedang dipakai.")


def _replace_by(session: Session, row: records.Sop, sop: Sop) -> UUID:
    row.aktif = False
    new = _record(sop)
    # What the office makes its own keeps the verbatim words beside it.
    is_taken = sop.is_kantor and not _read(row).is_kantor
    new.sumber = row.isi if is_taken else row.sumber
    session.add(new)
    return new.id


def _record(sop: Sop) -> records.Sop:
    return records.Sop(
        kode=sop.id, nama=name_sop(sop), versi=sop.versi, isi=json.loads(sop_to_json(sop))
    )


def _read(row: records.Sop) -> Sop:
    return _parse(json.dumps(row.isi), row.nama)


@lru_cache(maxsize=_REMEMBERED)
def _parse(text: str, nama: str) -> Sop:
    return read_sop(text, nama)
