"""The files that belong to what the office keeps: evidence and pictures."""

from uuid import UUID

from sqlmodel import Session, col, func, select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.urutan_kode import order_kode
from kinerja_desktop.store.records import Indikator, Lampiran, Realisasi

#: What `Lampiran.milik` says of evidence that belongs to a realisasi.
MILIK_REALISASI = "realisasi"
#: … and of the scan of a signed paper, which belongs to a final of any kind.
MILIK_TERTANDA = "tertanda"


def list_lampiran(session: Session, milik: str, milik_id: UUID) -> list[Lampiran]:
    """Return the files of a row, in no order: what happened there names them by id."""
    query = select(Lampiran).where(Lampiran.milik == milik, Lampiran.milik_id == milik_id)
    return list(session.exec(query))


def list_owners(session: Session, milik: str) -> set[UUID]:
    """Return the rows to which files of a kind belong."""
    return set(session.exec(select(Lampiran.milik_id).where(Lampiran.milik == milik)))


def find_lampiran(session: Session, milik_id: UUID, sha256: str) -> Lampiran | None:
    """Return a file of a row by its content, so that it is kept only once."""
    query = select(Lampiran).where(Lampiran.milik_id == milik_id, Lampiran.sha256 == sha256)
    return session.exec(query).first()


def list_same_bukti(session: Session, sha256: str) -> list[tuple[Indikator, Periode]]:
    """Return the realisasi of which a file is evidence already, whatever its name there."""
    query = (
        select(Indikator, Realisasi)
        .join(Realisasi, col(Realisasi.indikator_id) == col(Indikator.id))
        .join(Lampiran, col(Lampiran.milik_id) == col(Realisasi.id))
        .where(Lampiran.milik == MILIK_REALISASI, Lampiran.sha256 == sha256)
        .order_by(col(Realisasi.tahun), col(Realisasi.triwulan))
    )
    found = [
        (indikator, Periode(row.tahun, row.triwulan)) for indikator, row in session.exec(query)
    ]
    return sorted(
        found, key=lambda one: (one[1].tahun, one[1].triwulan or 0, order_kode(one[0].kode))
    )


def list_bukti(session: Session, indikator_id: UUID, periode: Periode) -> list[Lampiran]:
    """Return the evidence of a realisasi in the order it was attached."""
    query = (
        select(Lampiran)
        .join(Realisasi, col(Realisasi.id) == col(Lampiran.milik_id))
        .where(
            Lampiran.milik == MILIK_REALISASI,
            Realisasi.indikator_id == indikator_id,
            Realisasi.tahun == periode.tahun,
            Realisasi.triwulan == periode.triwulan,
        )
        .order_by(col(Lampiran.ditambahkan), col(Lampiran.nama))
    )
    return list(session.exec(query))


def count_bukti(session: Session, periode: Periode) -> dict[UUID, int]:
    """Return how much evidence each indicator has for exactly this period, where it has any."""
    query = (
        select(Realisasi.indikator_id, func.count())
        .join(Lampiran, col(Lampiran.milik_id) == col(Realisasi.id))
        .where(
            Lampiran.milik == MILIK_REALISASI,
            Realisasi.tahun == periode.tahun,
            Realisasi.triwulan == periode.triwulan,
        )
        .group_by(col(Realisasi.indikator_id))
    )
    return dict(session.exec(query).all())


def load_names(session: Session) -> dict[str, str]:
    """Return the name of every file by its hash, for checking that all are there."""
    return dict(session.exec(select(Lampiran.sha256, Lampiran.nama)).all())
