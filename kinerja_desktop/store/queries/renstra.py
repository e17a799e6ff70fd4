"""The Renstra that a year belongs to, its targets by year and month, and its Rencana Aksi."""

from collections.abc import Iterable
from uuid import UUID

from sqlmodel import Session, col, select

from kinerja_desktop.domain.angka.urutan_kode import order_kode
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.store.records import (
    PeriodeRenstra,
    RencanaAksi,
    RencanaAksiBulanan,
    Sasaran,
    TargetTahunan,
    Tujuan,
)

_MONTHS = tuple(f"b{nomor}" for nomor in range(1, 13))
#: The targets of an indicator without any.
NO_MONTHS: tuple[Nilai | None, ...] = (None,) * len(_MONTHS)


def find_renstra(session: Session, tahun: int) -> PeriodeRenstra | None:
    """Return the Renstra that a year belongs to, the later one where two overlap."""
    return session.exec(
        select(PeriodeRenstra)
        .where(PeriodeRenstra.tahun_awal <= tahun, PeriodeRenstra.tahun_akhir >= tahun)
        .order_by(col(PeriodeRenstra.tahun_awal).desc(), col(PeriodeRenstra.nama))
    ).first()


def list_renstra(session: Session) -> list[PeriodeRenstra]:
    """Return every Renstra, in no order: for telling which years are planned at all."""
    return list(session.exec(select(PeriodeRenstra)))


def list_years(session: Session, tahun: int) -> list[int]:
    """Return the years of the Renstra that a year belongs to, else that year alone."""
    row = find_renstra(session, tahun)
    return list(range(row.tahun_awal, row.tahun_akhir + 1)) if row else [tahun]


def load_targets(session: Session, years: Iterable[int]) -> dict[UUID, dict[int, Nilai | None]]:
    """Return the targets of the Renstra by indicator and year."""
    targets: dict[UUID, dict[int, Nilai | None]] = {}
    query = select(TargetTahunan).where(col(TargetTahunan.tahun).in_(years))
    for target in session.exec(query):
        targets.setdefault(target.indikator_id, {})[target.tahun] = target.nilai
    return targets


def load_target(session: Session, tahun: int) -> dict[UUID, Nilai | None]:
    """Return the targets of the Renstra for one year, by indicator."""
    query = select(TargetTahunan).where(TargetTahunan.tahun == tahun)
    return {target.indikator_id: target.nilai for target in session.exec(query)}


def list_tujuan(session: Session) -> list[Tujuan]:
    """Return the tujuan of every Renstra, by kode."""
    return sorted(session.exec(select(Tujuan)), key=lambda row: order_kode(row.kode))


def list_sasaran(session: Session) -> list[Sasaran]:
    """Return the sasaran of every Renstra, by kode."""
    return sorted(session.exec(select(Sasaran)), key=lambda row: order_kode(row.kode))


def list_rencana_aksi(session: Session, tahun: int) -> list[RencanaAksi]:
    """Return the Rencana Aksi of a year, in no order: one for each indicator that has any."""
    return list(session.exec(select(RencanaAksi).where(RencanaAksi.tahun == tahun)))


def load_months(session: Session, tahun: int) -> dict[str, tuple[Nilai | None, ...]]:
    """Return the targets of a year from January to December, by indicator."""
    rows = session.exec(select(RencanaAksiBulanan).where(RencanaAksiBulanan.tahun == tahun))
    return {str(row.indikator_id): tuple(getattr(row, name) for name in _MONTHS) for row in rows}
