"""Closing deadlines that were missed for good: they leave Beranda, and the trail keeps why."""

from collections.abc import Sequence

from kinerja_desktop.domain.tenggat import Tenggat
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries.tenggat import list_ditutup
from kinerja_desktop.store.records import TenggatDitutup


def close_tenggat(office: Office, items: Sequence[Tenggat], alasan: str) -> None:
    """Close deadlines with one reason, as one deed that Ctrl+Z takes back.

    Raises:
        KinerjaError: the reason is missing, a deadline has not passed, or is closed already.
    """
    reason = alasan.strip()
    if not reason:
        raise KinerjaError(
            "Alasan belum diisi.", "Tulis mengapa tenggat ini tidak dikerjakan lagi."
        )
    with office.journal.reading() as session:
        closed = list_ditutup(session)
    for item in items:
        if not item.is_late:
            raise KinerjaError(
                f"Tenggat {item.apa} belum lewat.", "Tenggat ditutup sesudah lewat saja."
            )
        if item.kunci in closed:
            raise KinerjaError(f"Tenggat {item.apa} sudah ditutup.", "Buka Beranda lagi.")
    names = items[0].apa if len(items) == 1 else f"{len(items)} tenggat"
    with office.journal.action(f"Menutup tenggat {names}") as session:
        for kunci, periode in (item.kunci for item in items):
            session.add(
                TenggatDitutup(
                    kunci=kunci, tahun=periode.tahun, triwulan=periode.triwulan,
                    alasan=reason, ditutup=office.now(),
                )
            )  # fmt: skip
