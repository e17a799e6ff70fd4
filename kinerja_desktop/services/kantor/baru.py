"""An office that was only just founded: whoever chose the wrong one may begin again."""

from sqlmodel import Session

from kinerja_desktop.store.queries.riwayat import list_first_labels

#: What the wizard's own deed is called in the trail.
MENYIAPKAN = "Menyiapkan kantor"


def is_baru(session: Session) -> bool:
    """Whether nothing was entered since the wizard founded the office.

    Asked after every deed, so the trail is not counted: it may be long.
    """
    return list_first_labels(session, 2) == [MENYIAPKAN]
