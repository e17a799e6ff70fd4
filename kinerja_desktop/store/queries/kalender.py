"""When papers were dated and sent: what the calendar of a year shows of it and the one before."""

from datetime import date, datetime
from typing import Any

from sqlmodel import Session, col, select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.store.records import (
    DokumenFinal,
    Kiriman,
    Lkjip,
    Pengukuran,
    PerjanjianKinerja,
)


def load_pengukuran_final(session: Session) -> dict[Periode, date]:
    """Return the date of each final measurement of the office itself."""
    query = select(col(Pengukuran.tahun), col(Pengukuran.triwulan), col(Pengukuran.tanggal)).where(
        col(Pengukuran.pejabat_id).is_(None), col(Pengukuran.dibuka).is_(None)
    )
    return {Periode(tahun, triwulan): day for tahun, triwulan, day in session.exec(query)}


def load_lkjip_final(session: Session) -> dict[int, tuple[date, datetime]]:
    """Return of each year's final report its date, and the moment it was made final (UTC)."""
    query = select(col(Lkjip.tahun), col(Lkjip.tanggal), col(Lkjip.dibuat)).where(
        col(Lkjip.dibuka).is_(None)
    )
    return {tahun: (day, moment) for tahun, day, moment in session.exec(query)}


def load_perjanjian_signed(session: Session) -> dict[int, date | None]:
    """Return the date of each year's signed agreements, the first that has one."""
    query = select(col(PerjanjianKinerja.tahun), col(PerjanjianKinerja.tanggal)).where(
        col(PerjanjianKinerja.ditandatangani).is_(True)
    )
    found: dict[int, date | None] = {}
    for tahun, day in session.exec(query):
        known = found.get(tahun)
        found[tahun] = min(day, known) if day and known else day or known
    return found


def load_final_of(session: Session, kunci: str) -> dict[Periode, date | None]:
    """Return the dates of a kind of kept paper that are final, by period."""
    query: Any = select(
        col(DokumenFinal.tahun), col(DokumenFinal.triwulan), col(DokumenFinal.tanggal)
    ).where(DokumenFinal.kunci == kunci, col(DokumenFinal.dibuka).is_(None))
    return {Periode(tahun, triwulan): day for tahun, triwulan, day in session.exec(query)}


def list_sent(session: Session) -> list[tuple[Periode, datetime]]:
    """Return the period and the moment (UTC) of every delivery, the oldest first."""
    query = select(col(Kiriman.tahun), col(Kiriman.triwulan), col(Kiriman.waktu))
    rows = session.exec(query.order_by(col(Kiriman.waktu)))
    return [(Periode(tahun, triwulan), moment) for tahun, triwulan, moment in rows]
