"""The calendar of the year as the first page shows it (`domain.kalender_tahun`)."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import local_date
from kinerja_desktop.domain.angka.teks import says_something
from kinerja_desktop.domain.kalender_tahun import (
    HARI_DI_MUKA,
    RENCANA_AKSI,
    ButirKalender,
    FaktaKalender,
    Janji,
    Jejak,
    list_kalender,
)
from kinerja_desktop.domain.sop.posisi import Kalender
from kinerja_desktop.domain.tenggat import LKJIP, PENGUKURAN, PERJANJIAN, KeadaanTahun, Kunci
from kinerja_desktop.store.queries.kalender import (
    list_sent,
    load_final_of,
    load_lkjip_final,
    load_pengukuran_final,
    load_perjanjian_signed,
)
from kinerja_desktop.store.queries.lke import list_open_rekomendasi
from kinerja_desktop.store.queries.pengukuran import list_open_tindak_lanjut
from kinerja_desktop.store.queries.surat import list_tugas

#: A line of the calendar wraps; this is what it takes three of.
_LETTERS = 240
#: Under which the registry has it; the registry itself is not loaded for the first page.
_KUNCI_RENCANA_AKSI = "rencana-aksi"


def read_kalender_tahun(
    session: Session, today: date, keadaan: KeadaanTahun, kalender: Kalender
) -> list[ButirKalender]:
    """Return the lines of today's year and of what comes soon after it.

    Args:
        session: a reading session.
        today: the office's day.
        keadaan: what has been delivered, as it was just read for the deadlines.
        kalender: the office's working days.
    """
    signed = load_perjanjian_signed(session)
    plans = load_final_of(session, _KUNCI_RENCANA_AKSI)
    fakta = FaktaKalender(
        jejak=_list_jejak(session, signed, plans),
        selesai=frozenset(
            [(PERJANJIAN, Periode(tahun)) for tahun in signed]
            + [(RENCANA_AKSI, periode) for periode in plans]
        ),
        rencana=keadaan.rencana,
        tanggal_dpa=keadaan.tanggal_dpa,
        ditutup=keadaan.ditutup,
        janji=tuple(_list_janji(session, today)),
        mulai=keadaan.mulai,
        terisi=keadaan.terisi,
    )
    return list_kalender(today, fakta, kalender)


def _list_janji(session: Session, today: date) -> Iterator[Janji]:
    after = max(date(today.year + 1, 1, 1), today + timedelta(days=HARI_DI_MUKA + 1))
    for item in list_open_tindak_lanjut(session, after):
        if says_something(item.apa):
            apa = f"{item.indikator}: {item.apa}"
            yield Janji(_shorten(apa), item.batas_waktu, item.penanggung_jawab, "pengukuran")
    for lhe, row in list_open_rekomendasi(session, after):
        assert row.batas_waktu is not None, "the query asks for those with a day"
        apa = _shorten(f"Rekomendasi LHE atas {lhe.tahun}: {row.rekomendasi}")
        yield Janji(apa, row.batas_waktu, row.penanggung_jawab, "lke")
    for tugas in list_tugas(session):
        if tugas.batas_waktu is not None:
            yield Janji(_shorten(tugas.uraian), tugas.batas_waktu, tugas.penanggung_jawab, "surat")


def _shorten(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _LETTERS else f"{line[: _LETTERS - 1]}…"


def _list_jejak(
    session: Session, signed: dict[int, date | None], plans: dict[Periode, date | None]
) -> dict[Kunci, Jejak]:
    sent = list_sent(session)
    found = {
        (PENGUKURAN, periode): Jejak(day, _first_sent(sent, periode))
        for periode, day in load_pengukuran_final(session).items()
    }
    # A package of the year that went before the LKjIP was final did not hold it.
    found |= {
        (LKJIP, Periode(tahun)): Jejak(day, _first_sent(sent, Periode(tahun), moment))
        for tahun, (day, moment) in load_lkjip_final(session).items()
    }
    found |= {(PERJANJIAN, Periode(tahun)): Jejak(day) for tahun, day in signed.items()}
    return found | {(RENCANA_AKSI, periode): Jejak(day) for periode, day in plans.items()}


def _first_sent(
    sent: list[tuple[Periode, datetime]], periode: Periode, since: datetime | None = None
) -> date | None:
    moments = (
        moment for about, moment in sent if about == periode and (not since or moment >= since)
    )
    first = next(moments, None)
    return local_date(first) if first else None
