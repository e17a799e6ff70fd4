"""At Bappeda: units, deadlines, and the packages that were taken in."""

import json
from collections.abc import Generator, Iterator
from contextlib import suppress
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import String, cast, inspect
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, or_, select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.store.records import (
    Json,
    PadananIndikator,
    PaketMasuk,
    PerangkatDaerah,
    TenggatPelaporan,
)

#: Rows read at a time where there may be thousands.
_AT_ONCE = 200


def list_unit(session: Session) -> list[PerangkatDaerah]:
    """Return the units that deliver, in the order of their list."""
    query = select(PerangkatDaerah).order_by(col(PerangkatDaerah.urut), col(PerangkatDaerah.nama))
    return list(session.exec(query))


def list_tenggat(session: Session) -> list[TenggatPelaporan]:
    """Return until when periods are due, in no order; a period without a row is not asked for."""
    return list(session.exec(select(TenggatPelaporan)))


def find_tenggat(session: Session, periode: Periode) -> TenggatPelaporan | None:
    """Return until when a period is due; None where it is not asked for."""
    query = select(TenggatPelaporan).where(
        TenggatPelaporan.tahun == periode.tahun, TenggatPelaporan.triwulan == periode.triwulan
    )
    return session.exec(query).first()


def list_reported_years(session: Session) -> set[int]:
    """Return the years that are asked for, or of which a package came."""
    asked = session.exec(select(TenggatPelaporan.tahun).distinct())
    came = session.exec(select(PaketMasuk.tahun).distinct())
    return {*asked, *came}


def list_versions(session: Session, perangkat_id: UUID, periode: Periode) -> list[PaketMasuk]:
    """Return every package of a unit and period that was taken in, in no order."""
    query = select(PaketMasuk).where(
        PaketMasuk.perangkat_id == perangkat_id,
        PaketMasuk.tahun == periode.tahun,
        PaketMasuk.triwulan == periode.triwulan,
    )
    return list(session.exec(query))


def list_with_receipt(session: Session, periode: Periode) -> list[PaketMasuk]:
    """Return the packages of a period whose receipt has its number, in no order."""
    query = select(PaketMasuk).where(
        PaketMasuk.tahun == periode.tahun,
        PaketMasuk.triwulan == periode.triwulan,
        PaketMasuk.tanda_terima != "",
    )
    return list(session.exec(query))


class PaketTercatat(NamedTuple):
    """What is asked of a package that is in, without the weight of a record."""

    perangkat_id: UUID
    tahun: int
    triwulan: int | None
    versi: int
    ditulis: date | None
    kode: str
    kode_paket: str
    data: str
    ringkas: Json
    diterima: datetime
    penerima: str
    alasan: str
    dipilih: datetime | None
    tanda_terima: str
    contoh: bool


def iterate_year(
    session: Session, tahun: int, triwulan: int | None = None
) -> Generator[PaketTercatat, None, None]:
    """Yield every package of a year, or of one triwulan of it, in no order.

    They are not all held at once: thousands of units say a lot. Whoever does not read to the end
    closes it (`contextlib.closing`).
    """
    columns: Any = inspect(PaketMasuk).columns
    query = select_columns(*(columns[name] for name in PaketTercatat._fields))
    query = query.where(columns["tahun"] == tahun)
    if triwulan is not None:
        query = query.where(columns["triwulan"] == triwulan)
    # On a server a cursor is open meanwhile: it ends with the generator, whatever rose.
    with session.connection().execution_options(yield_per=_AT_ONCE).execute(query) as found:
        yield from map(PaketTercatat._make, found)


class Kedatangan(NamedTuple):
    """That a package came, without what it says."""

    perangkat_id: UUID
    tahun: int
    triwulan: int | None
    versi: int
    diterima: datetime
    penerima: str
    contoh: bool


def list_arrivals(session: Session, tahun: int) -> list[Kedatangan]:
    """Return when the packages of a year came, the last first; what they say is not read."""
    query = (
        select_columns(
            *(getattr(PaketMasuk, name) for name in Kedatangan._fields),
        )
        .where(col(PaketMasuk.tahun) == tahun)
        .order_by(col(PaketMasuk.diterima).desc())
    )
    return [Kedatangan(*row) for row in session.connection().execute(query)]


def list_naming(session: Session, kode: str) -> list[PaketMasuk]:
    """Return the packages that bear a kode, or in which it stands; in no order."""
    columns: Any = inspect(PaketMasuk).columns
    query = select(PaketMasuk).where(
        or_(
            col(PaketMasuk.kode) == kode,
            col(PaketMasuk.kode_paket) == kode,
            cast(columns["ringkas"], String).contains(f'"{kode}"', autoescape=True),
        )
    )
    return list(session.exec(query))


def list_kept_files(session: Session) -> Iterator[tuple[str, str]]:
    """Yield the SHA-256 of every file of every package taken in, and what it is.

    Bare columns: it is asked of data in which others may be spoiled.
    """
    columns: Any = inspect(PaketMasuk).columns
    query = select_columns(
        columns["tahun"], columns["kode"], columns["data"], cast(columns["ringkas"], String)
    )
    for tahun, kode, data, text in session.connection().execute(query):
        yield str(data), f"Data paket masuk {tahun} berkode {kode}"
        with suppress(ValueError, LookupError, TypeError):
            for file in json.loads(text)["berkas"]:
                yield str(file["sha256"]), f"Paket masuk {tahun} berkode {kode}: {file['path']}"


def list_padanan(session: Session) -> list[PadananIndikator]:
    """Return which wordings of indicators are compared under which name, in no order."""
    return list(session.exec(select(PadananIndikator)))


def list_ringkas(session: Session) -> Iterator[tuple[str, int, int | None, int, str]]:
    """Yield of every package whose and of when it is, its version, and what it says as JSON text.

    Bare columns: it is asked of data in which others may be spoiled.
    """
    columns: Any = inspect(PaketMasuk).columns
    query = (
        select_columns(
            col(PerangkatDaerah.nama),
            columns["tahun"],
            columns["triwulan"],
            columns["versi"],
            cast(columns["ringkas"], String),
        )
        .join(PerangkatDaerah, col(PerangkatDaerah.id) == columns["perangkat_id"])
        .order_by(col(PerangkatDaerah.urut), columns["tahun"], columns["versi"])
    )
    with session.connection().execution_options(yield_per=_AT_ONCE).execute(query) as found:
        yield from (tuple(row) for row in found)
