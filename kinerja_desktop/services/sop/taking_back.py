"""A kejadian that was noted by a slip of the hand: for ten seconds it can be taken back.

Afterwards history only grows (`docs/sakip.md` §8.2): what was wrong is opened again with a reason.
"""

from datetime import timedelta

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.journal import Step
from kinerja_desktop.store.queries.sop import list_kejadian_of_deed

__all__ = ["DETIK", "Step", "take_back_kejadian"]

#: So long a kejadian can be taken back (`docs/architecture.md` §3, mechanism 3).
DETIK = 10
_REMEDY = "Bila keliru, tekan Lainnya → Buka kembali dan tulis alasannya."


def take_back_kejadian(office: Office, step: Step) -> None:
    """Take back the kejadian that a deed noted, with the evidence attached by the same deed.

    Args:
        office: the open office.
        step: the deed, `Journal.last` after it was done.

    Raises:
        KinerjaError: more than ten seconds have passed, something was done since, or the deed
            noted no kejadian that still stands.
    """
    # Nothing may be noted between the look at the latest deed and the taking back.
    with office.journal.turn.take():
        _require_latest(office, step)
        office.journal.take_back(step)


def _require_latest(office: Office, step: Step) -> None:
    with office.journal.reading() as session:
        noted = list_kejadian_of_deed(session, step.transaksi_id)
    if not noted:
        raise KinerjaError(f"'{step.label}' tidak tercatat lagi pada SOP.", "Buka SOP-nya lagi.")
    # A clock that was set back says nothing about the time that has passed.
    waktu = max(row.waktu for row in noted)
    if not timedelta(0) <= office.now() - waktu <= timedelta(seconds=DETIK):
        raise KinerjaError(
            f"{DETIK} detik sudah lewat, jadi '{step.label}' tetap tercatat.", _REMEDY
        )
    if office.journal.last != step:
        raise KinerjaError(f"Sesudah '{step.label}' sudah ada yang dikerjakan lagi.", _REMEDY)
