"""Papers that were signed, kept as they were printed."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, inspect
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.store.records import DokumenFinal, Lkjip, Pengukuran, PerjanjianKinerja, Record


def find_final(
    session: Session, kunci: str, periode: Periode, tentang: UUID | None
) -> DokumenFinal | None:
    """Return the paper in force of a kind, period and subject; None while it is a draft."""
    query = _versions(kunci, periode, tentang).where(col(DokumenFinal.dibuka).is_(None))
    return session.exec(query).first()


def last_versi(session: Session, kunci: str, periode: Periode, tentang: UUID | None) -> int:
    """Return the number of the latest version that was ever final; 0 for none."""
    row = session.exec(_versions(kunci, periode, tentang)).first()
    return row.versi if row else 0


def list_all_final(session: Session) -> list[Pengukuran | Lkjip | DokumenFinal]:
    """Return every version of every document that was ever final, in no order."""
    return [
        *session.exec(select(Pengukuran)),
        *session.exec(select(Lkjip)),
        *session.exec(select(DokumenFinal)),
    ]


def list_by_kode(session: Session, kode: str) -> list[Pengukuran | Lkjip | DokumenFinal]:
    """Return every version of every document that bears a kode verifikasi."""
    return [
        *session.exec(select(Pengukuran).where(Pengukuran.kode == kode)),
        *session.exec(select(Lkjip).where(Lkjip.kode == kode)),
        *session.exec(select(DokumenFinal).where(DokumenFinal.kode == kode)),
    ]


def list_prints(session: Session) -> list[tuple[str, str]]:
    """Return the SHA-256 of every kept print, and what it is a print of.

    Bare columns: it is asked of data in which others may be spoiled.
    """
    return [
        (digest, f"{jenis} {tahun} versi {versi}")
        for jenis, query in (
            ("Pengukuran Kinerja", _columns(Pengukuran, "pdf")),
            ("LKjIP", _columns(Lkjip, "pdf", "docx")),
            ("dokumen", _columns(DokumenFinal, "pdf", "docx")),
        )
        for tahun, versi, *prints in session.connection().execute(query)
        for digest in prints
    ]


def list_signed_without_copy(session: Session, kunci: str) -> list[PerjanjianKinerja]:
    """Return the signed agreements of which no print is kept, in no order."""
    kept = select(DokumenFinal.tentang).where(DokumenFinal.kunci == kunci)
    query = select(PerjanjianKinerja).where(
        col(PerjanjianKinerja.ditandatangani), col(PerjanjianKinerja.id).not_in(kept)
    )
    return list(session.exec(query))


def _versions(kunci: str, periode: Periode, tentang: UUID | None) -> SelectOfScalar[DokumenFinal]:
    return (
        select(DokumenFinal)
        .where(
            DokumenFinal.kunci == kunci,
            DokumenFinal.tahun == periode.tahun,
            DokumenFinal.triwulan == periode.triwulan,
            DokumenFinal.tentang == tentang,
        )
        .order_by(col(DokumenFinal.versi).desc())
    )


def _columns(record: type[Record], *prints: str) -> Select[Any]:
    columns = inspect(record).columns
    return select_columns(*(columns[name] for name in ("tahun", "versi", *prints)))
