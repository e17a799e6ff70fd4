"""The days on which a paper's signer was in office, asked when its date is chosen."""

from datetime import date
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.batas_tanggal import (
    BatasTanggal,
    Masa,
    bound_measured,
    bound_plan,
)
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries.pejabat import list_masa, load_names

_CAMAT = "camat"
_NO_CAMAT = "tidak ada Camat yang menjabat pada hari itu"


def find_plan_bounds(
    session: Session, tahun: int, today: date, pejabat_id: UUID | None = None
) -> BatasTanggal:
    """Return when a Perjanjian Kinerja is dated as a rule.

    Args:
        session: a reading session.
        tahun: of the plan.
        today: the office's day.
        pejabat_id: who promises; None for the Camat.
    """
    return bound_plan(tahun, today, *_find_signer(session, pejabat_id))


def read_measured_bounds(
    office: Office, periode: Periode, pejabat_id: UUID | None = None
) -> BatasTanggal:
    """Return when the measurement or report of a period is dated as a rule; `None` is the Camat."""
    with office.journal.reading() as session:
        return bound_measured(periode, office.today(), *_find_signer(session, pejabat_id))


def read_early_plan_bounds(office: Office, tahun: int) -> BatasTanggal:
    """Return when a plan is dated that the Camat may sign in the year before as well."""
    with office.journal.reading() as session:
        signer = _find_signer(session, None)
        return bound_plan(tahun, office.today(), *signer, sejak=tahun - 1)


def read_paper_bounds(office: Office) -> BatasTanggal:
    """Return when a paper that belongs to no year is dated as a rule: under a Camat."""
    with office.journal.reading() as session:
        masa, lowong = _find_signer(session, None)
        return BatasTanggal(office.today(), masa=masa, lowong=lowong)


def _find_signer(session: Session, pejabat_id: UUID | None) -> tuple[list[Masa], str]:
    if pejabat_id is None:
        return list_masa(session, _CAMAT), _NO_CAMAT
    name = load_names(session)[pejabat_id]
    return list_masa(session, pejabat_id), f"{name} belum atau tidak lagi menjabat pada hari itu"
