"""What was entered for a period, whose it is, and the versions of it that were made final."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import BindParameter, Integer, bindparam
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.tindak_lanjut import TempatIndikator, TindakLanjut
from kinerja_desktop.store.records import Indikator, Pengukuran, Realisasi

# Made once: every figure typed runs them, and building them costs more than the rows they read.
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_TRIWULAN: BindParameter[Any] = bindparam("triwulan", type_=Integer)
_ENTRIES = select(Realisasi).where(
    col(Realisasi.indikator_id).in_(_IDS),
    Realisasi.tahun == bindparam("tahun"),
    col(Realisasi.triwulan).is_not_distinct_from(_TRIWULAN),
)


def list_realisasi(
    session: Session, indikator_ids: Sequence[UUID], periode: Periode
) -> list[Realisasi]:
    """Return what was entered of indicators for exactly this period, in no order: one for each."""
    return list(session.exec(_ENTRIES, params={"ids": indikator_ids, **_about(periode)}))


def list_open_tindak_lanjut(session: Session, before: date) -> list[TindakLanjut]:
    """Return what should have been done before a day and is not marked as done, in no order."""
    query = (
        select(Realisasi, Indikator)
        .join(Indikator, col(Indikator.id) == col(Realisasi.indikator_id))
        .where(col(Realisasi.batas_waktu) < before, col(Realisasi.selesai).is_(None))
    )
    return [
        TindakLanjut(
            TempatIndikator(
                Periode(row.tahun, row.triwulan),
                indikator.id,
                indikator.pejabat_id if indikator.jenis == "IKI" else None,
                is_narasi=True,
            ),
            indikator.uraian,
            row.tindak_lanjut,
            row.penanggung_jawab,
            row.batas_waktu,
        )
        for row, indikator in session.exec(query)
        if row.batas_waktu is not None
    ]


def find_last_tahun(session: Session) -> int | None:
    """Return the last year with anything entered; None when there is none."""
    query = select(Realisasi.tahun).order_by(col(Realisasi.tahun).desc()).limit(1)
    return session.exec(query).first()


def list_versi(session: Session, periode: Periode, pejabat_id: UUID | None) -> list[Pengukuran]:
    """Return every version of a measurement that was ever final, the newest first."""
    return list(session.exec(_versions(periode, pejabat_id)))


def find_final(session: Session, periode: Periode, pejabat_id: UUID | None) -> Pengukuran | None:
    """Return the final version in force of a measurement."""
    query = _versions(periode, pejabat_id).where(col(Pengukuran.dibuka).is_(None))
    return session.exec(query).first()


def last_versi(session: Session, periode: Periode, pejabat_id: UUID | None) -> int:
    """Return the number of the latest version that ever was final; 0 for none."""
    row = session.exec(_versions(periode, pejabat_id)).first()
    return row.versi if row else 0


def list_final(session: Session) -> frozenset[Periode]:
    """Return the periods whose measurement of the office itself is final."""
    query = select(Pengukuran.tahun, Pengukuran.triwulan).where(
        col(Pengukuran.pejabat_id).is_(None), col(Pengukuran.dibuka).is_(None)
    )
    return frozenset(Periode(tahun, triwulan) for tahun, triwulan in session.exec(query))


def list_tahun_terisi(session: Session) -> frozenset[int]:
    """Return the years of which some realisasi was entered."""
    query = select(Realisasi.tahun).where(col(Realisasi.nilai).is_not(None)).distinct()
    return frozenset(session.exec(query))


def _about(periode: Periode) -> dict[str, int | None]:
    return {"tahun": periode.tahun, "triwulan": periode.triwulan}


def _versions(periode: Periode, pejabat_id: UUID | None) -> SelectOfScalar[Pengukuran]:
    return (
        select(Pengukuran)
        .where(
            Pengukuran.tahun == periode.tahun,
            Pengukuran.triwulan == periode.triwulan,
            Pengukuran.pejabat_id == pejabat_id,
        )
        .order_by(col(Pengukuran.versi).desc())
    )
