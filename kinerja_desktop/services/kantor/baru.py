"""An office that was founded by mistake: whoever chose the wrong one may begin again."""

from sqlmodel import Session

from kinerja_desktop.store.queries.riwayat import list_first_labels
from kinerja_desktop.store.queries.siklus import is_bound

#: What the wizard's own deed is called in the trail.
MENYIAPKAN = "Menyiapkan kantor"
#: After so many deeds it is no wrong choice any more, but an office that is worked in [own].
_YOUNG = 50


def is_baru(session: Session) -> bool:
    """Whether nothing was entered since the wizard founded the office.

    Asked after every deed, so the trail is not counted: it may be long.
    """
    return list_first_labels(session, 2) == [MENYIAPKAN]


def may_begin_again(session: Session) -> bool:
    """Whether the wizard founded the office lately, and it binds nobody yet.

    A wrong choice is seen after some entries; then nothing was signed, sent or received.
    """
    labels = list_first_labels(session, _YOUNG + 1)
    return labels[:1] == [MENYIAPKAN] and len(labels) <= _YOUNG and not is_bound(session)
