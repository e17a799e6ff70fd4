"""Recommendations of an LHE that are due soon or late, for the first page."""

from datetime import timedelta

from kinerja_desktop.domain.sop.posisi import Kalender
from kinerja_desktop.domain.tenggat import HARI_DEKAT
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.pekerjaan import Pekerjaan, describe_batas_waktu
from kinerja_desktop.store.queries.lke import list_open_rekomendasi

#: Calendar days in which `HARI_DEKAT` hari kerja surely lie: weeks of five, and days off.
_SPAN = timedelta(days=3 * HARI_DEKAT)
_LETTERS = 120


def list_jatuh_tempo(office: Office, kalender: Kalender) -> list[Pekerjaan]:
    """Return what is due within `HARI_DEKAT` hari kerja or late, the oldest first."""
    today = office.today()
    with office.journal.reading() as session:
        rows = list_open_rekomendasi(session, today + _SPAN)
    found = []
    for lhe, row in rows:
        due = row.batas_waktu
        assert due is not None, "the query asks for those with a day"
        if due > today and kalender.count(today, due) > HARI_DEKAT:
            continue
        words = row.rekomendasi
        if len(words) > _LETTERS:
            words = f"{words[: _LETTERS - 1]}…"
        whose = row.penanggung_jawab or "tanpa penanggung jawab"
        found.append(
            Pekerjaan(
                f"Rekomendasi LHE atas {lhe.tahun}: {words}",
                f"{whose} · {describe_batas_waktu(due, today, kalender.libur)}",
                "lke",
                "rekomendasi",
                is_late=due < today,
                batas=due,
            )
        )
    return found
