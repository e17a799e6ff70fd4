"""Letters: the register with its books, what was written here, its wording, tasks."""

import re
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlmodel import Session, col, select

from kinerja_desktop.domain.surat.buku import BUKU_BAWAAN, KELUAR, Buku, name_buku
from kinerja_desktop.domain.surat.jenis import JENIS
from kinerja_desktop.domain.surat.nomor import Agenda, find_agenda, fold_nomor
from kinerja_desktop.store.records import (
    BukuSurat,
    DokumenFinal,
    Lampiran,
    NaskahDinas,
    Surat,
    TemplatNaskah,
    Tugas,
)

#: What `DokumenFinal.kunci` of a letter begins with; its kind follows.
NASKAH = "naskah-"
#: Whose an evidence file is that is the scan of a letter.
MILIK_SURAT = "surat"


def list_buku(session: Session) -> list[Buku]:
    """Return the books of the office: what ships, changed or joined by its own."""
    own = {
        row.kunci: Buku(row.kunci, row.nama, row.arah, row.pola, row.klasifikasi, row.mulai)
        for row in session.exec(select(BukuSurat).order_by(col(BukuSurat.nama)))
    }
    known = [own.pop(buku.kunci, buku) for buku in BUKU_BAWAAN]
    books = [*known, *own.values()]
    # A book that only its letters name must not hide them.
    names = {buku.kunci for buku in books}
    for buku, arah in session.exec(select(Surat.buku, Surat.arah).distinct()):
        if buku and buku not in names:
            names.add(buku)
            books.append(Buku(buku, buku, arah))
    return books


def read_arah(session: Session) -> dict[str, str]:
    """Return the direction of every book that ships or that the office has, by its key."""
    own = session.exec(select(BukuSurat.kunci, BukuSurat.arah))
    return {buku.kunci: buku.arah for buku in BUKU_BAWAAN} | dict(own.all())


def list_buku_kantor(session: Session) -> list[BukuSurat]:
    """Return the books that the office has changed or added, in no order."""
    return list(session.exec(select(BukuSurat)))


def list_in_buku(session: Session, kunci: str) -> list[Surat]:
    """Return the letters that name a book by its key, in no order."""
    return list(session.exec(select(Surat).where(Surat.buku == kunci)))


def list_own_buku(session: Session) -> frozenset[str]:
    """Return the keys of the books that the office has changed or added."""
    return frozenset(session.exec(select(BukuSurat.kunci)))


def list_surat(session: Session, tahun: int, buku: str) -> list[Surat]:
    """Return the letters of a book and year by their running number, those without one last."""
    # Of thousands of letters in all books only those that can be of this one are read.
    query = select(Surat).where(Surat.tahun == tahun, col(Surat.buku).in_((buku, "")))
    mine = [row for row in session.exec(query) if name_buku(row.buku, row.arah) == buku]
    return sorted(mine, key=_order)


def find_taken(session: Session, surat: Surat) -> Surat | None:
    """Return another letter that bears the running number of a letter; None for none."""
    agenda = find_agenda(surat.agenda)
    if agenda is None:
        return None
    own = name_buku(surat.buku, surat.arah)
    query = select(Surat).where(Surat.tahun == surat.tahun, Surat.id != surat.id)
    return next(
        (
            row
            for row in session.exec(query.where(col(Surat.buku).in_((own, ""))))
            if name_buku(row.buku, row.arah) == own and find_agenda(row.agenda) == agenda
        ),
        None,
    )


def list_numbered(session: Session, surat: Surat) -> list[Surat]:
    """Return the other outgoing letters of its year that may bear the number of a letter.

    SQLite sorts out most of them: for each of thousands of rows of a workbook this is asked.
    """
    pieces = re.findall(r"[1-9]\d*|[A-Za-z]+", surat.nomor)
    query = select(Surat).where(
        Surat.tahun == surat.tahun, Surat.arah == KELUAR, Surat.id != surat.id,
        col(Surat.nomor).like(f"%{'%'.join(pieces)}%"),
    )  # fmt: skip
    return list(session.exec(query))


def find_nomor(session: Session, nomor: str, *, beside: UUID | None) -> Surat | None:
    """Return a letter of the office of this number, however it is written, other than one."""
    # Of thousands of letters only the numbers are read.
    query = select(Surat.id, Surat.nomor).where(Surat.arah == "keluar")
    wanted = fold_nomor(nomor)
    rows = (
        key for key, text in session.exec(query) if key != beside and fold_nomor(text) == wanted
    )
    found = next(rows, None)
    return session.get_one(Surat, found) if found else None


def list_naskah(session: Session, tahun: int, jenis: str = "") -> list[NaskahDinas]:
    """Return the letters about a year, the latest first; of one kind when named."""
    query = select(NaskahDinas).where(NaskahDinas.tahun == tahun)
    if jenis:
        query = query.where(NaskahDinas.jenis == jenis)
    rows = session.exec(query.order_by(col(NaskahDinas.dibuat).desc()))
    # A kind that a later program knows is left alone.
    return [row for row in rows if row.jenis in JENIS]


def list_every_naskah(session: Session) -> list[NaskahDinas]:
    """Return the letters of all years, the latest first, of the kinds that are known."""
    rows = session.exec(select(NaskahDinas).order_by(col(NaskahDinas.dibuat).desc()))
    return [row for row in rows if row.jenis in JENIS]


def list_naskah_of_case(session: Session, case_id: UUID) -> list[NaskahDinas]:
    """Return the letters of a case, the oldest first."""
    query = select(NaskahDinas).where(NaskahDinas.pelaksanaan_id == case_id)
    return list(session.exec(query.order_by(col(NaskahDinas.dibuat))))


def is_final_naskah(session: Session, naskah_id: UUID) -> bool:
    """Tell whether a letter is final."""
    query = select(DokumenFinal.id).where(
        DokumenFinal.tentang == naskah_id,
        col(DokumenFinal.kunci).startswith(NASKAH),
        col(DokumenFinal.dibuka).is_(None),
    )
    return session.exec(query).first() is not None


def was_final_naskah(session: Session, naskah_id: UUID) -> bool:
    """Tell whether a letter is final or was so before it was opened again."""
    query = select(DokumenFinal.id).where(
        DokumenFinal.tentang == naskah_id, col(DokumenFinal.kunci).startswith(NASKAH)
    )
    return session.exec(query).first() is not None


def find_naskah_of_surat(session: Session, surat_id: UUID) -> NaskahDinas | None:
    """Return what was written under a line of the register; None for a letter of elsewhere."""
    return session.exec(select(NaskahDinas).where(NaskahDinas.surat_id == surat_id)).first()


def list_naskah_of_surat(session: Session, ids: Sequence[UUID]) -> dict[UUID, NaskahDinas]:
    """Return what was written here under lines of the register, by their ids."""
    query = select(NaskahDinas).where(col(NaskahDinas.surat_id).in_(ids))
    return {row.surat_id: row for row in session.exec(query) if row.surat_id}


def find_surat_of_case(session: Session, case_id: UUID) -> Surat | None:
    """Return the letter that began a case of an SOP; None for none."""
    query = select(Surat).where(Surat.pelaksanaan_id == case_id, Surat.arah == "masuk")
    return session.exec(query).first()


def list_templat(session: Session, jenis: str) -> list[TemplatNaskah]:
    """Return the versions of the office's wording of a kind, the latest first."""
    query = select(TemplatNaskah).where(TemplatNaskah.jenis == jenis)
    return list(session.exec(query.order_by(col(TemplatNaskah.versi).desc())))


def list_scans(session: Session, surat_id: UUID) -> list[Lampiran]:
    """Return the scanned files of a letter, the oldest first."""
    query = select(Lampiran).where(Lampiran.milik == MILIK_SURAT, Lampiran.milik_id == surat_id)
    return list(session.exec(query.order_by(col(Lampiran.ditambahkan))))


def count_scans(session: Session) -> dict[UUID, int]:
    """Return how many scanned files each letter has."""
    counts: dict[UUID, int] = {}
    for key in session.exec(select(Lampiran.milik_id).where(Lampiran.milik == MILIK_SURAT)):
        counts[key] = counts.get(key, 0) + 1
    return counts


def list_tugas(session: Session) -> list[Tugas]:
    """Return the tasks that are not done, the most urgent first, those without a day last."""
    rows = session.exec(select(Tugas).where(col(Tugas.selesai).is_(None)))
    return sorted(rows, key=lambda row: (row.batas_waktu or date.max, row.uraian))


def list_tugas_of(session: Session, naskah_id: UUID) -> list[Tugas]:
    """Return the tasks that were decided in a letter."""
    return list(session.exec(select(Tugas).where(Tugas.naskah_id == naskah_id)))


def _order(row: Surat) -> tuple[bool, Agenda, str]:
    agenda = find_agenda(row.agenda)
    return (agenda is None, agenda or Agenda(0), row.nomor)
