"""SOPs in the office's own words: a new one, a copy, or one of the five made its own."""

import json
import re
from dataclasses import replace
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.nip import format_nip
from kinerja_desktop.domain.sop.berkas import sop_to_json
from kinerja_desktop.domain.sop.kantor import Pemilik, make_sop, own_sop
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.periksa_kantor import check_sop_kantor
from kinerja_desktop.errors import DataProblemsError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.library import name_sop, read_sop_kantor, save_version
from kinerja_desktop.store import records
from kinerja_desktop.store.queries.pejabat import list_in_post
from kinerja_desktop.store.queries.sop import list_kode

_PERAN = ("Camat", "Sekretaris", "Staf")
_MAKS_KODE = 40


def list_pemilik(office: Office) -> list[Pemilik]:
    """Return everyone in post today as one who may sign an SOP, the Camat first.

    The office stands alone where nobody is in post.
    """
    instansi = office.require_instansi()
    with office.journal.reading() as session:
        posts = sorted(
            list_in_post(session, office.today()), key=lambda pair: pair[0].peran != "camat"
        )
        found = [
            Pemilik(
                instansi.kecamatan, instansi.kabupaten, post.jabatan, who.nama, format_nip(who.nip)
            )
            for post, who in posts
        ]
    return found or [Pemilik(instansi.kecamatan, instansi.kabupaten)]


def list_jabatan(office: Office) -> list[str]:
    """Return the posts of the office, for the columns of an SOP."""
    with office.journal.reading() as session:
        posts = list_in_post(session, office.today())
        return sorted({post.jabatan for post, _ in posts if post.jabatan})


def draft_new(office: Office) -> Sop:
    """Return a new SOP to be written; nothing is stored."""
    return make_sop("BARU", "", list_pemilik(office)[0], _PERAN)


def draft_copy(office: Office, sop_id: UUID) -> Sop:
    """Return a copy of an SOP in the office's own words, to stand beside it; nothing is stored."""
    sop = read_sop_kantor(office, sop_id).sop
    return own_sop(sop, list_pemilik(office)[0], kode="BARU")


def draft_own(office: Office, sop_id: UUID, *, pakai_usulan: bool) -> Sop:
    """Return an SOP as the office's own, to be edited; what is its own already, as it is."""
    sop = read_sop_kantor(office, sop_id).sop
    if sop.is_kantor:
        return sop
    return own_sop(sop, list_pemilik(office)[0], pakai_usulan=pakai_usulan)


def save_new(office: Office, sop: Sop) -> UUID:
    """Keep a new SOP of the office as its first version.

    Raises:
        DataProblemsError: it cannot be followed yet, or something is not filled in.
    """
    problems = check_sop_kantor(sop)
    if any(not problem.is_warning for problem in problems):
        raise DataProblemsError(problems)
    with office.journal.action(f"Membuat SOP {name_sop(sop)}") as session:
        return add_first(session, sop)


def save_own(office: Office, sop_id: UUID, sop: Sop) -> UUID:
    """Keep an SOP of the office as the next version; running cases keep theirs.

    Raises:
        DataProblemsError: it cannot be followed yet, or something is not filled in.
        KinerjaError: a newer version is in force.
    """
    return save_version(office, sop_id, sop)


def add_first(session: Session, sop: Sop, sumber: Sop | None = None) -> UUID:
    """Add an SOP under a kode that nothing bears yet, as version 1; return its id."""
    kode = _free_kode(session, sop)
    new = replace(sop, id=kode, versi=1)
    row = records.Sop(
        kode=kode,
        nama=name_sop(new),
        versi=1,
        isi=json.loads(sop_to_json(new)),
        sumber=None if sumber is None else json.loads(sop_to_json(sumber)),
    )
    session.add(row)
    return row.id


def _free_kode(session: Session, sop: Sop) -> str:
    """Return a kode made of the office and the name, with a number where it is taken."""
    words = re.sub(r"[^A-Z0-9]+", "-", f"{sop.kecamatan} {sop.identitas.nama_sop.read()}".upper())
    base = words.strip("-")[:_MAKS_KODE].strip("-") or "SOP"
    known = list_kode(session)
    names = (base if n == 1 else f"{base}-{n}" for n in range(1, len(known) + 2))
    return next(name for name in names if name not in known)
