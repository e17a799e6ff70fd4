"""Mappings kept by name, to be used again next year."""

from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.teks import MAKS_TEKS, clean_text
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pemetaan.kinds import KINDS
from kinerja_desktop.services.pemetaan.table_mapping import TableMapping, from_plain, to_plain
from kinerja_desktop.store.queries.rows import list_columns
from kinerja_desktop.store.records import Pemetaan


@dataclass(frozen=True)
class SavedMapping:
    """A mapping with its name.

    Attributes:
        id: of its row.
        nama: as the clerk called it.
        mapping: what it says.
    """

    id: UUID
    nama: str
    mapping: TableMapping


class NameTakenError(KinerjaError):
    """A mapping of this name is there already; it can be replaced."""

    def __init__(self, nama: str) -> None:
        super().__init__(
            f"Pemetaan bernama '{nama}' sudah ada.", "Ganti yang lama, atau pakai nama lain."
        )


def list_mappings(office: Office) -> list[SavedMapping]:
    """Return all mappings kept, by name."""
    with office.journal.reading() as session:
        found = list_columns(session, "pemetaan", ("id", "nama", "bagian", "isi"))
    saved = [
        SavedMapping(row_id, nama, from_plain(bagian, isi))
        for row_id, nama, bagian, isi in found
        if bagian in KINDS
    ]
    return sorted(saved, key=lambda one: one.nama.casefold())


def save_mapping(
    office: Office, nama: str, mapping: TableMapping, *, replacing: bool = False
) -> None:
    """Keep a mapping by its name, as one deed.

    Args:
        office: the open office.
        nama: how the clerk calls it; capitals and stray blanks make no other name.
        mapping: what to keep.
        replacing: the clerk was asked, and wants another of this name replaced.

    Raises:
        NameTakenError: there is one of this name, and nobody was asked.
        KinerjaError: the name is blank or too long.
    """
    try:
        wanted = clean_text(nama, most=MAKS_TEKS)
    except ValueError as error:
        raise KinerjaError(f"Nama pemetaan: {error}.") from error
    if not wanted:
        raise KinerjaError("Nama pemetaan belum diisi.", "Beri nama, misalnya Pagu SIPD.")
    with office.journal.action(f"Menyimpan pemetaan {wanted}") as session:
        row = _find(session, wanted)
        if row is None:
            row = Pemetaan(nama=wanted, bagian=mapping.kind, isi=to_plain(mapping))
            session.add(row)
            return
        if not replacing:
            raise NameTakenError(row.nama)
        row.nama, row.bagian, row.isi = wanted, mapping.kind, to_plain(mapping)


def remove_mapping(office: Office, mapping_id: UUID) -> None:
    """Forget a mapping, as one deed."""
    with office.journal.action("Menghapus pemetaan") as session:
        session.delete(session.get_one(Pemetaan, mapping_id))


def _find(session: Session, nama: str) -> Pemetaan | None:
    ids = [
        row_id
        for row_id, known in list_columns(session, "pemetaan", ("id", "nama"))
        if known.casefold() == nama.casefold()
    ]
    return session.get_one(Pemetaan, ids[0]) if ids else None
