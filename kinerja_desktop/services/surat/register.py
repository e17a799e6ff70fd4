"""The register of letters: its books, their next number, what is odd, scanned files."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.surat.buku import (
    KELUAR,
    MASUK,
    POLA,
    BarisAgenda,
    Buku,
    list_remarks,
)
from kinerja_desktop.domain.surat.nomor import (
    Agenda,
    find_agenda,
    next_agenda,
    propose_agenda,
    read_agenda,
    write_nomor,
)
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.progress import Progress, silent
from kinerja_desktop.services.kantor.evidence_names import (
    ATTACHED_ALREADY,
    clean_name,
    require_document,
)
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries import surat as queries
from kinerja_desktop.store.queries.kantor import find_instansi
from kinerja_desktop.store.queries.lampiran import find_lampiran
from kinerja_desktop.store.records import Lampiran, Surat


@dataclass(frozen=True)
class BarisRegister:
    """A letter in its book.

    Attributes:
        naskah_id: what was written here under it; None for a letter of elsewhere.
        jenis: the kind of that.
        berkas: how many scanned files it has.
    """

    id: UUID
    agenda: str
    nomor: str
    tanggal: date | None
    diterima: date | None
    pihak: str
    hal: str
    keterangan: str
    dibatalkan: str
    naskah_id: UUID | None
    jenis: str
    berkas: int


@dataclass(frozen=True)
class IsiBuku:
    """A book of a year: its letters by number, and what is odd in it.

    Attributes:
        tanpa_buku: how many of them name no book, as letters of a workbook may; they are counted
            by that of their direction.
    """

    buku: Buku
    tahun: int
    baris: tuple[BarisRegister, ...]
    catatan: tuple[str, ...]
    tanpa_buku: int = 0


@dataclass(frozen=True)
class SuratMasuk:
    """A letter that came: its own number and day, when it came, whose it is, what about."""

    nomor: str
    tanggal: date | None
    diterima: date
    pihak: str
    hal: str
    sifat: str = ""


def list_buku(office: Office) -> list[Buku]:
    """Return the books of the office, that of letters that came first."""
    with office.journal.reading() as session:
        return queries.list_buku(session)


def read_buku(office: Office, tahun: int, kunci: str) -> IsiBuku:
    """Read a book of a year.

    Raises:
        KinerjaError: there is no such book.
    """
    with office.journal.reading() as session:
        buku = find_buku(session, kunci)
        rows = queries.list_surat(session, tahun, kunci)
        scans = queries.count_scans(session)
        written = queries.list_naskah_of_surat(session, [row.id for row in rows])
    lines = tuple(
        BarisRegister(
            id=row.id, agenda=row.agenda, nomor=row.nomor, tanggal=row.tanggal,
            diterima=row.diterima, pihak=row.pihak, hal=row.hal, keterangan=row.keterangan,
            dibatalkan=row.dibatalkan,
            naskah_id=written[row.id].id if row.id in written else None,
            jenis=written[row.id].jenis if row.id in written else "",
            berkas=scans.get(row.id, 0),
        )
        for row in rows
    )  # fmt: skip
    remarks = tuple(list_remarks(_agenda_lines(rows), buku.mulai))
    return IsiBuku(buku, tahun, lines, remarks, sum(not row.buku for row in rows))


def adopt(office: Office, tahun: int, kunci: str) -> None:
    """Write the book's name to the letters of a year that it counts without being named by them."""
    with office.journal.action(f"Memasukkan surat ke buku {kunci} {tahun}") as session:
        for row in queries.list_surat(session, tahun, kunci):
            row.buku = row.buku or kunci


def find_buku(session: Session, kunci: str) -> Buku:
    """Return a book.

    Raises:
        KinerjaError: there is none of this name.
    """
    books = {buku.kunci: buku for buku in queries.list_buku(session)}
    if kunci not in books:
        raise KinerjaError(
            f"Buku surat '{kunci}' tidak ada.", f"Pilih {', '.join(books)}, atau tambahkan bukunya."
        )
    return books[kunci]


def propose_next(session: Session, kunci: str, tanggal: date) -> Agenda:
    """Return the running number that a letter of a day gets in a book."""
    buku = find_buku(session, kunci)
    return _propose(buku, queries.list_surat(session, tanggal.year, kunci), tanggal)


def propose_nomor(session: Session, kunci: str, tanggal: date) -> tuple[Agenda, str]:
    """Return the running number and the whole number that a letter of a day gets.

    A whole number that any letter of the office bears is passed by, whatever book has it.
    """
    buku = find_buku(session, kunci)
    instansi = find_instansi(session)
    unit = instansi.kode_unit if instansi else ""
    rows = queries.list_surat(session, tanggal.year, kunci)
    agenda = _propose(buku, rows, tanggal)
    taken = {find_agenda(row.agenda) for row in rows}
    while True:
        nomor = write_nomor(buku.pola or POLA, agenda, buku.klasifikasi, unit, tanggal)
        if agenda not in taken and queries.find_nomor(session, nomor, beside=None) is None:
            return agenda, nomor
        agenda = next_agenda(agenda)


def _propose(buku: Buku, rows: Iterable[Surat], tanggal: date) -> Agenda:
    """Return the next running number beside the letters of a book and year."""
    taken = [
        (agenda, row.diterima or row.tanggal if buku.arah == MASUK else row.tanggal)
        for row in rows
        if (agenda := find_agenda(row.agenda))
    ]
    return propose_agenda(taken, tanggal, buku.mulai)


def take_in(office: Office, surat: SuratMasuk, case_id: UUID | None = None) -> UUID:
    """Write a letter that came into the book of its day; it gets the next number.

    Args:
        office: the open office.
        surat: the letter.
        case_id: the case of an SOP that it began.

    Raises:
        KinerjaError: it says neither whose it is nor what it is about.
    """
    if not (surat.pihak.strip() and surat.hal.strip()):
        raise KinerjaError("Pengirim dan hal surat belum lengkap.", "Isi keduanya.")
    if surat.tanggal and surat.tanggal > surat.diterima:
        raise KinerjaError(
            "Tanggal surat sesudah tanggal diterimanya.", "Periksa kedua tanggal itu."
        )
    with office.journal.action(f"Mencatat surat masuk {surat.nomor or surat.hal}") as session:
        agenda = propose_next(session, MASUK, surat.diterima)
        row = Surat(
            arah=MASUK, buku=MASUK, tahun=surat.diterima.year, agenda=str(agenda),
            nomor=surat.nomor.strip(), tanggal=surat.tanggal, diterima=surat.diterima,
            pihak=surat.pihak.strip(), hal=surat.hal.strip(), sifat=surat.sifat,
            pelaksanaan_id=case_id,
        )  # fmt: skip
        session.add(row)
        return row.id


def begin_case_by(office: Office, surat_id: UUID, case_id: UUID) -> None:
    """Note that a letter of the register began a case."""
    with office.journal.action("Menautkan surat masuk dengan pelaksanaan SOP") as session:
        session.get_one(Surat, surat_id).pelaksanaan_id = case_id


def propose_masuk(office: Office, hal: str) -> tuple[SuratMasuk, list[tuple[UUID, str]]]:
    """Return what a letter that began a case may be: a new one of Bappeda, or one of the register.

    Args:
        office: the open office.
        hal: what it is likely about.
    """
    today = office.today()
    with office.journal.reading() as session:
        instansi = find_instansi(session)
        rows = queries.list_surat(session, today.year, MASUK)
        known = [
            (row.id, f"{row.agenda} · {row.pihak} · {row.hal}")
            for row in reversed(rows)
            if row.pelaksanaan_id is None
        ]
    pihak = f"Bappeda Kabupaten {instansi.kabupaten}" if instansi else ""
    return SuratMasuk("", None, today, pihak, hal), known


def number_of(session: Session, kunci: str, nomor: str) -> str:
    """Return the running number that stands in a number typed by hand; empty for none."""
    buku, instansi = find_buku(session, kunci), find_instansi(session)
    unit = instansi.kode_unit if instansi else ""
    agenda = read_agenda(buku.pola or POLA, nomor, buku.klasifikasi, unit)
    return str(agenda) if agenda else ""


def attach_scan(office: Office, surat_id: UUID, source: Path, progress: Progress = silent) -> None:
    """Keep a scanned file with a letter of the register; what `progress` raises ends it.

    Raises:
        KinerjaError: it is there already, or is a program, empty, too large or unreadable.
    """
    nama = require_document(source.name)
    digest, size = office.evidence.put(source, progress)
    with office.journal.action(f"Melampirkan pindaian {nama}") as session:
        if present := find_lampiran(session, surat_id, digest):
            raise KinerjaError(
                f"Isi {nama} sama dengan yang sudah dilampirkan: {clean_name(present.nama)}.",
                ATTACHED_ALREADY,
            )
        session.add(
            Lampiran(
                sha256=digest, nama=nama, ukuran=size, milik=queries.MILIK_SURAT,
                milik_id=surat_id, ditambahkan=office.now(),
            )
        )  # fmt: skip


def list_scans(office: Office, surat_id: UUID) -> list[tuple[UUID, str]]:
    """Return the scanned files of a letter: id and name."""
    with office.journal.reading() as session:
        return [(row.id, clean_name(row.nama)) for row in queries.list_scans(session, surat_id)]


def propose_for_today(office: Office, kunci: str, tahun: int) -> str:
    """Return the running number that a letter of today gets in a book; of another year the next."""
    today = office.today()
    day = today if today.year == tahun else date(tahun, 12, 31)
    with office.journal.reading() as session:
        return str(propose_next(session, kunci, day))


def cancel_nomor(office: Office, surat_id: UUID, alasan: str) -> None:
    """Note why a number that was taken is not used; it is never given again.

    Raises:
        KinerjaError: no reason was given, or the letter is final.
    """
    if not alasan.strip():
        raise KinerjaError("Alasan pembatalan belum ditulis.", "Tulis alasannya.")
    with office.journal.action("Membatalkan nomor surat") as session:
        session.get_one(Surat, surat_id).dibatalkan = alasan.strip()


def _agenda_lines(rows: list[Surat]) -> list[BarisAgenda]:
    return [
        BarisAgenda(
            find_agenda(row.agenda),
            row.diterima or row.tanggal if row.arah != KELUAR else row.tanggal,
            row.nomor,
            row.pihak,
            row.dibatalkan,
            row.arah,
        )
        for row in rows
    ]
