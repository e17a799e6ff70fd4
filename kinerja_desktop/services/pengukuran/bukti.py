"""Evidence of a realisasi: files kept under their hash, listed, taken away."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.progress import Progress, silent
from kinerja_desktop.services.kantor.evidence_names import (
    ATTACHED_ALREADY,
    clean_name,
    require_document,
)
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import open_entries
from kinerja_desktop.store.queries import lampiran as queries
from kinerja_desktop.store.queries.lampiran import MILIK_REALISASI
from kinerja_desktop.store.records import Lampiran, Realisasi


@dataclass(frozen=True)
class Bukti:
    """An evidence file as people know it.

    Attributes:
        id: its id.
        nama: the name it had when it was attached.
        ukuran: bytes.
        ditambahkan: when it was attached.
    """

    id: UUID
    nama: str
    ukuran: int
    ditambahkan: datetime


def attach_bukti(
    office: Office,
    indikator_id: UUID,
    periode: Periode,
    source: Path,
    progress: Progress = silent,
) -> tuple[str, ...]:
    """Keep a copy of a file as evidence of a realisasi; what `progress` raises ends it.

    Returns:
        Where else the same file is evidence already: ``IKU-1 Triwulan I Tahun 2026``. That may be
        right, one report proves many figures, but the clerk is told.

    Raises:
        KinerjaError: the period is final, the same file is there already, whatever its name, or
            the file is a program, empty, too large or cannot be read.
    """
    nama = require_document(source.name)
    digest, size = office.evidence.put(source, progress)
    with office.journal.action(f"Melampirkan bukti {nama}") as session:
        row = open_entries(session, [indikator_id], periode)[indikator_id]
        if present := queries.find_lampiran(session, row.id, digest):
            raise KinerjaError(
                f"Isi {nama} sama dengan bukti yang sudah ada di sini: {clean_name(present.nama)}.",
                ATTACHED_ALREADY,
            )
        others = queries.list_same_bukti(session, digest)
        session.add(
            Lampiran(
                sha256=digest,
                nama=nama,
                ukuran=size,
                milik=MILIK_REALISASI,
                milik_id=row.id,
                ditambahkan=office.now(),
            )
        )
        return tuple(f"{indikator.kode} {other.label}" for indikator, other in others)


def list_bukti(office: Office, indikator_id: UUID, periode: Periode) -> list[Bukti]:
    """Return the evidence of a realisasi in the order it was attached."""
    with office.journal.reading() as session:
        rows = queries.list_bukti(session, indikator_id, periode)
        return [Bukti(row.id, clean_name(row.nama), row.ukuran, row.ditambahkan) for row in rows]


def remove_bukti(office: Office, bukti_id: UUID) -> None:
    """Take evidence away from its realisasi; the file itself stays, so that it can come back.

    Raises:
        KinerjaError: the period is final.
    """
    with office.journal.reading() as session:
        nama = clean_name(session.get_one(Lampiran, bukti_id).nama)
    with office.journal.action(f"Melepas bukti {nama}") as session:
        row = session.get_one(Lampiran, bukti_id)
        entry = session.get_one(Realisasi, row.milik_id)
        open_entries(session, [entry.indikator_id], Periode(entry.tahun, entry.triwulan))
        session.delete(row)
