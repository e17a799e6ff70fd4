"""Who held which post on a day.

`docs/architecture.md` §4.2: a signer is chosen by the document's date.
"""

from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, or_, select

from kinerja_desktop.domain.angka.nip import format_nip
from kinerja_desktop.domain.capaian.snapshot import IdentitasPejabat
from kinerja_desktop.domain.sections.pejabat import STATUS_PENEMPATAN
from kinerja_desktop.store.records import Pejabat, Penempatan, UnitKerja

_ATASAN = {"kasubbag": "sekretaris", "staf": "sekretaris"}


def find_by_peran(session: Session, peran: str, day: date) -> IdentitasPejabat | None:
    """Return who acted as camat, sekretaris … on a day; None when nobody did.

    Whoever came last counts: a Plh. signs while the definitive official is away.
    """
    return _find(session, day, Penempatan.peran == peran)


def find_by_pejabat(session: Session, pejabat_id: UUID, day: date) -> IdentitasPejabat | None:
    """Return an official with the post held on a day; None when there was none."""
    return _find(session, day, Penempatan.pejabat_id == pejabat_id)


def find_by_jabatan(session: Session, jabatan: str, day: date) -> IdentitasPejabat | None:
    """Return who held a post on a day, by its very name; capitals do not matter."""
    wanted = jabatan.strip().casefold()
    rows = list_in_post(session, day)
    found = next((row for row in rows if row[0].jabatan.strip().casefold() == wanted), None)
    return _identify(*found) if found else None


def find_pengelola(session: Session, day: date) -> IdentitasPejabat | None:
    """Return who runs SAKIP in the office on a day; None when nobody was named."""
    return _find(session, day, col(Penempatan.pengelola_kinerja).is_(True))


def find_atasan(session: Session, pejabat_id: UUID, day: date) -> IdentitasPejabat | None:
    """Return to whom an official answers (`docs/sakip.md` §3.4).

    Kasubbag and staf answer to the Sekretaris, the others to the Camat. The Camat's own superior,
    the Bupati, is no official of this office: None.
    """
    peran = peran_of_atasan(session, pejabat_id, day)
    return find_by_peran(session, peran, day) if peran else None


def find_atasan_id(session: Session, pejabat_id: UUID, day: date) -> UUID | None:
    """Return the id of the official of `find_atasan`."""
    peran = peran_of_atasan(session, pejabat_id, day)
    posts = list_in_post(session, day)
    return next((who.id for post, who in posts if post.peran == peran), None)


def list_camat(session: Session) -> list[UUID]:
    """Return everyone who was ever Camat here, the latest first."""
    rows = session.exec(
        select(Penempatan).where(Penempatan.peran == "camat").order_by(col(Penempatan.mulai).desc())
    )
    return list(dict.fromkeys(row.pejabat_id for row in rows))


def find_party(
    session: Session, pejabat_id: UUID, day: date, peran: str = ""
) -> IdentitasPejabat | None:
    """Return an official as a party to a paper; None when there is no such official.

    Args:
        session: a reading session.
        pejabat_id: who it is.
        day: date of the paper; who held no post then has the one held last.
        peran: counts before other posts held on that day, such as Plt. Camat.
    """
    pejabat = session.get(Pejabat, pejabat_id)
    if pejabat is None:
        return None
    post = find_post(session, pejabat_id, day, peran)
    return _identify(post or Penempatan(jabatan="", mulai=day), pejabat)


def find_post(session: Session, pejabat_id: UUID, day: date, peran: str = "") -> Penempatan | None:
    """Return the post by which an official is a party to a paper; None for who never held one.

    Args:
        session: a reading session.
        pejabat_id: who it is.
        day: as in `find_party`.
        peran: the same.
    """
    held = [post for post, who in list_in_post(session, day) if who.id == pejabat_id]
    held.sort(key=lambda post: post.peran != peran)
    if not held:
        posts = select(Penempatan).where(Penempatan.pejabat_id == pejabat_id)
        held = list(session.exec(posts.order_by(col(Penempatan.mulai).desc())))
    return held[0] if held else None


def list_same_post(session: Session, post: Penempatan) -> list[Penempatan]:
    """Return whatever else was written down of the same post: its name in the same unit.

    Capitals do not matter in a name, as in `find_by_jabatan`.
    """
    wanted = post.jabatan.strip().casefold()
    rows = session.exec(
        select(Penempatan)
        .where(Penempatan.id != post.id, Penempatan.unit_kerja_id == post.unit_kerja_id)
        .order_by(col(Penempatan.mulai))
    )
    return [row for row in rows if row.jabatan.strip().casefold() == wanted]


def list_in_post(session: Session, day: date) -> list[tuple[Penempatan, Pejabat]]:
    """Return all posts held on a day, with who holds them."""
    rows = session.exec(
        select(Penempatan, Pejabat)
        .join(Pejabat, col(Pejabat.id) == col(Penempatan.pejabat_id))
        .where(
            Penempatan.mulai <= day,
            or_(col(Penempatan.selesai).is_(None), col(Penempatan.selesai) >= day),
        )
        .order_by(col(Penempatan.mulai).desc(), col(Penempatan.jabatan))
    )
    return [(penempatan, pejabat) for penempatan, pejabat in rows]


def list_masa(session: Session, who: str | UUID) -> list[tuple[date, date | None]]:
    """Return from when to when a post was held; the second is None while it is.

    Args:
        session: a reading session.
        who: an official, or a peran whoever holds it.
    """
    is_meant = Penempatan.peran == who if isinstance(who, str) else Penempatan.pejabat_id == who
    return [(row.mulai, row.selesai) for row in session.exec(select(Penempatan).where(is_meant))]


def load_names(session: Session) -> dict[UUID, str]:
    """Return the name of every official, in post or not."""
    return dict(session.exec(select(Pejabat.id, Pejabat.nama)).all())


def load_units(session: Session) -> dict[UUID, str]:
    """Return the name of every unit kerja."""
    return dict(session.exec(select(UnitKerja.id, UnitKerja.nama)).all())


def peran_of_atasan(session: Session, pejabat_id: UUID, day: date) -> str | None:
    """Return the peran to which an official answers; None for the Camat and who held no post."""
    post = session.exec(
        select(Penempatan)
        .where(Penempatan.pejabat_id == pejabat_id, Penempatan.mulai <= day)
        .order_by(col(Penempatan.mulai).desc())
    ).first()
    if post is None or post.peran == "camat":
        return None
    return _ATASAN.get(post.peran, "camat")


def _find(
    session: Session, day: date, condition: ColumnElement[bool] | bool
) -> IdentitasPejabat | None:
    row = session.exec(
        select(Penempatan, Pejabat)
        .join(Pejabat, col(Pejabat.id) == col(Penempatan.pejabat_id))
        .where(
            condition,
            Penempatan.mulai <= day,
            or_(col(Penempatan.selesai).is_(None), col(Penempatan.selesai) >= day),
        )
        .order_by(col(Penempatan.mulai).desc())
    ).first()
    if row is None:
        return None
    return _identify(*row)


def _identify(penempatan: Penempatan, pejabat: Pejabat) -> IdentitasPejabat:
    return IdentitasPejabat(
        nama=pejabat.nama,
        jabatan=penempatan.jabatan,
        nip=format_nip(pejabat.nip),
        pangkat=pejabat.pangkat,
        awalan="" if penempatan.status == "definitif" else STATUS_PENEMPATAN[penempatan.status],
    )
