"""The budget of a year, as it was typed in and summed upward."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session, col, select

from kinerja_desktop.domain.anggaran import anggaran
from kinerja_desktop.domain.anggaran.rincian_anggaran import (
    BarisRincian,
    RealisasiRupiah,
    Simpul,
    find_double,
    roll_up,
)
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.snapshot import BarisAnggaran
from kinerja_desktop.store.queries.renstra import list_sasaran
from kinerja_desktop.store.records import (
    MataAnggaran,
    Pagu,
    ProgramSasaran,
    RealisasiAnggaran,
)


def load_rincian(session: Session, periode: Periode, day: date) -> list[BarisRincian]:
    """Return all budget lines with amounts of a period, each below its parent.

    Args:
        session: a reading session.
        periode: realisasi is taken up to its end.
        day: pagu is the one in force on this day.
    """
    pagu = load_pagu(session, periode.tahun, day)
    realisasi = {
        str(row.mata_anggaran_id): RealisasiRupiah(
            (row.tw1, row.tw2, row.tw3, row.tw4), row.tahunan
        ).sampai(periode)
        for row in list_realisasi(session, periode.tahun)
    }
    rows = roll_up(load_simpul(session), pagu, realisasi)
    return [row for row in rows if row.pagu is not None or row.realisasi is not None]


def load_program(session: Session, periode: Periode, day: date) -> list[BarisAnggaran]:
    """Return the programs with amounts of a period and the sasaran that each supports."""
    sasaran = {row.id: row.uraian for row in list_sasaran(session)}
    supports: dict[str, list[str]] = {}
    for link in list_dukungan(session):
        supports.setdefault(str(link.mata_anggaran_id), []).append(sasaran[link.sasaran_id])
    return [
        BarisAnggaran(
            row.simpul.kode,
            row.simpul.nama,
            row.pagu,
            row.realisasi,
            (*sorted(supports.get(row.simpul.id, ())), row.simpul.nama),
        )
        for row in load_rincian(session, periode, day)
        if row.tingkat == 0
    ]


def find_double_pagu(session: Session, tahun: int, day: date) -> list[str]:
    """Return the codes whose pagu is left out because lines below have pagu too."""
    pagu = load_pagu(session, tahun, day)
    return [simpul.kode for simpul in find_double(load_simpul(session), pagu)]


def load_simpul(session: Session) -> list[Simpul]:
    """Return every line of the budget, whether or not it has amounts."""
    return [
        Simpul(
            str(row.id), row.kode, row.nama, row.jenis, str(row.induk_id) if row.induk_id else None
        )
        for row in list_mata_anggaran(session)
    ]


def list_mata_anggaran(session: Session) -> list[MataAnggaran]:
    """Return every line of the budget, in no order: each user looks up by id or kode, or sorts."""
    return list(session.exec(select(MataAnggaran)))


def unit_of(row: MataAnggaran, rows: Mapping[UUID, MataAnggaran]) -> str:
    """Return the unit that answers for a budget line: its own, else that of its parent."""
    seen: set[UUID] = set()
    current: MataAnggaran | None = row
    while current is not None and current.id not in seen:
        if current.penanggung_jawab:
            return current.penanggung_jawab
        seen.add(current.id)
        current = rows.get(current.induk_id) if current.induk_id else None
    return ""


def list_pagu(session: Session, tahun: int) -> list[Pagu]:
    """Return the pagu of a year, in no order: one for each line."""
    return list(session.exec(select(Pagu).where(Pagu.tahun == tahun)))


def list_realisasi(session: Session, tahun: int) -> list[RealisasiAnggaran]:
    """Return what was spent in a year, in no order: one for each line."""
    return list(session.exec(select(RealisasiAnggaran).where(RealisasiAnggaran.tahun == tahun)))


def find_realisasi(
    session: Session, mata_anggaran_id: UUID, tahun: int
) -> RealisasiAnggaran | None:
    """Return what was spent of a budget line in a year; None when nothing was entered."""
    query = select(RealisasiAnggaran).where(
        RealisasiAnggaran.mata_anggaran_id == mata_anggaran_id, RealisasiAnggaran.tahun == tahun
    )
    return session.exec(query).first()


def list_dukungan(session: Session) -> list[ProgramSasaran]:
    """Return which program supports which sasaran, in no order: each user groups them."""
    return list(session.exec(select(ProgramSasaran)))


def find_dukungan(session: Session, program_id: UUID, sasaran_id: UUID) -> ProgramSasaran | None:
    """Return the row that says that a program supports a sasaran; None when it does not."""
    query = select(ProgramSasaran).where(
        ProgramSasaran.mata_anggaran_id == program_id, ProgramSasaran.sasaran_id == sasaran_id
    )
    return session.exec(query).first()


def load_tanggal_dpa(session: Session) -> dict[int, date]:
    """Return when the DPA of each year came into force, where that is known."""
    day = col(Pagu.tanggal_murni)
    query = select(col(Pagu.tahun), day).where(day.is_not(None))
    return {tahun: since for tahun, since in session.exec(query) if since}


def load_pagu(session: Session, tahun: int, day: date) -> dict[str, Decimal | None]:
    """Return the pagu of each budget line in a year that is in force on a day, in rupiah."""
    return {
        str(row.mata_anggaran_id): anggaran.Pagu(
            row.murni, row.perubahan, row.tanggal_perubahan
        ).in_force(day)
        for row in list_pagu(session, tahun)
    }
