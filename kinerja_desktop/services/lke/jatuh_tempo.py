"""Recommendations of an LHE that are due soon or late, for the first page."""

from dataclasses import dataclass
from datetime import timedelta

from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.sop.posisi import Kalender
from kinerja_desktop.domain.tenggat import HARI_DEKAT, count_left, describe_left
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries.lke import list_open_rekomendasi

#: Calendar days in which `HARI_DEKAT` hari kerja surely lie: weeks of five, and days off.
_SPAN = timedelta(days=3 * HARI_DEKAT)
_LETTERS = 120


@dataclass(frozen=True)
class RekomendasiJatuhTempo:
    """A recommendation that is not done: what it asks, whose it is and how much time is left."""

    apa: str
    keterangan: str
    is_late: bool


def list_jatuh_tempo(office: Office, kalender: Kalender) -> list[RekomendasiJatuhTempo]:
    """Return what is due within `HARI_DEKAT` hari kerja or late, the oldest first."""
    today = office.today()
    with office.journal.reading() as session:
        rows = list_open_rekomendasi(session, today + _SPAN)
    found = []
    for lhe, row in rows:
        assert row.batas_waktu is not None, "the query asks for those with a day"
        left = count_left(today, row.batas_waktu, kalender)
        if left > HARI_DEKAT:
            continue
        words = row.rekomendasi
        if len(words) > _LETTERS:
            words = f"{words[: _LETTERS - 1]}…"
        whose = row.penanggung_jawab or "tanpa penanggung jawab"
        found.append(
            RekomendasiJatuhTempo(
                f"Rekomendasi LHE atas {lhe.tahun}: {words}",
                f"{whose} · {format_tanggal(row.batas_waktu)}, {describe_left(left)}",
                left < 0,
            )
        )
    return found
