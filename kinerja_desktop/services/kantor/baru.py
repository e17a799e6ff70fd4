"""An office that was only just founded: whoever chose the wrong one may begin again."""

from sqlmodel import Session

from kinerja_desktop.store.queries.riwayat import count_transaksi, find_first_label

#: What the wizard's own deed is called in the trail.
MENYIAPKAN = "Menyiapkan kantor"


def is_baru(session: Session) -> bool:
    """Whether nothing was entered since the wizard founded the office."""
    count, _ = count_transaksi(session)
    return count == 1 and find_first_label(session) == MENYIAPKAN
