"""Write letters: begin one from its wording, change it, take a draft away."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.surat.isi import IsiNaskah, isi_from_json, isi_to_json, tidy_isi
from kinerja_desktop.domain.surat.jenis import JENIS, JenisNaskah
from kinerja_desktop.domain.surat.nomor import find_agenda, tidy_nomor
from kinerja_desktop.domain.surat.templat import fill_templat, reword
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.surat.nilai import Tempat, read_nilai, reword_tanggal
from kinerja_desktop.services.surat.prefill import prefill
from kinerja_desktop.services.surat.register import number_of
from kinerja_desktop.services.surat.wording import get_jenis, read_templat
from kinerja_desktop.store.letter_locks import RENUMBERS
from kinerja_desktop.store.queries import surat as queries
from kinerja_desktop.store.records import NaskahDinas, Surat

#: Papers that go on from step to step: the sheet that a letter came with is the one disposed on.
_GOES_ON = ("disposisi",)
#: What stands beside the words: a number typed by hand, and the day that the words name while the
#: letter has none.
_NOMOR, _HARI = "nomor", "hari"
_BESIDE = (_NOMOR, _HARI)


@dataclass(frozen=True)
class NaskahKantor:
    """A letter as the office holds it.

    Attributes:
        tahun: the year that it is about; its book is that of its day.
        nomor: of the register, or typed by hand; empty takes the next one.
        surat_id: its line in the register; None before it was ever final.
        is_final: it is kept as it was printed.
        hari: the day that its words name: its own, or that which it had.
        is_damaged: its words were changed outside the program and cannot be read.
    """

    id: UUID
    jenis: JenisNaskah
    tahun: int
    tanggal: date | None
    isi: IsiNaskah
    nomor: str
    surat_id: UUID | None
    tempat: Tempat | None
    is_final: bool
    hari: date | None = None
    is_damaged: bool = False

    @property
    def nama(self) -> str:
        """What it is called in a list."""
        return f"{self.jenis.nama}: {self.isi.hal}" if self.isi.hal else self.jenis.nama


def begin_naskah(
    office: Office,
    jenis: str,
    periode: Periode,
    tanggal: date,
    tempat: Tempat | None = None,
) -> UUID:
    """Begin a letter: its wording filled from office, step and the letter behind it.

    Raises:
        KinerjaError: there is no such kind, or the office's wording cannot be read.
    """
    kind = get_jenis(jenis)
    templat, versi = read_templat(office, jenis)
    nilai = read_nilai(office, periode, tanggal, tempat)
    with office.journal.reading() as session:
        case_id = tempat.case_id if tempat else None
        isi = prefill(session, jenis, fill_templat(templat, nilai), tanggal, case_id)
    with office.journal.action(f"Membuat {kind.nama}") as session:
        row = NaskahDinas(
            jenis=jenis,
            tahun=periode.tahun,
            triwulan=periode.triwulan,
            tanggal=tanggal,
            hal=isi.hal,
            isi=isi_to_json(isi),
            templat=versi,
            pelaksanaan_id=case_id,
            langkah=tempat.langkah if tempat else None,
            putaran=tempat.putaran if tempat else None,
            dibuat=office.now(),
        )
        session.add(row)
        return row.id


def open_for_step(office: Office, jenis: str, periode: Periode, tempat: Tempat) -> UUID:
    """Return the letter of a kind that a step has; begun now, with today's day, when it has none.

    Raises:
        KinerjaError: there is no such kind, or the office's wording cannot be read.
    """
    with office.journal.reading() as session:
        for row in queries.list_naskah_of_case(session, tempat.case_id):
            is_here = row.langkah == tempat.langkah or jenis in _GOES_ON
            if is_here and (row.jenis, row.putaran) == (jenis, tempat.putaran):
                return row.id
    return begin_naskah(office, jenis, periode, office.today(), tempat)


def read_naskah(office: Office, naskah_id: UUID) -> NaskahKantor:
    """Return a letter.

    Raises:
        KinerjaError: it is not there any more, or was changed outside the program.
    """
    with office.journal.reading() as session:
        return naskah_of_row(session, require_naskah(session, naskah_id))


def list_naskah(office: Office, tahun: int, jenis: str = "") -> list[NaskahKantor]:
    """Return the letters of a year, the latest first."""
    with office.journal.reading() as session:
        rows = queries.list_naskah(session, tahun, jenis)
        return [naskah_of_row(session, row, damaged=True) for row in rows]


def change_isi(office: Office, naskah_id: UUID, isi: IsiNaskah) -> None:
    """Keep what was typed into a letter; without a change nothing is written.

    Raises:
        KinerjaError: a text is too long, or the letter is final.
    """
    try:
        tidy = tidy_isi(isi)
    except ValueError as error:
        raise KinerjaError(f"{error}.") from error
    with office.journal.reading() as session:
        now = naskah_of_row(session, require_naskah(session, naskah_id))
    if tidy == now.isi:
        return
    with office.journal.action(f"Mengubah {now.jenis.nama}") as session:
        row = require_naskah(session, naskah_id)
        row.isi = isi_to_json(tidy) | _beside(row)
        row.hal = tidy.hal


def change_tanggal(office: Office, naskah_id: UUID, tanggal: date | None) -> None:
    """Change the day of a letter, which tells who signs it and which book numbers it.

    Raises:
        KinerjaError: the letter is final, or has a number of another year.
    """
    with office.journal.action("Mengubah tanggal surat") as session:
        row = require_naskah(session, naskah_id)
        if tanggal is not None:
            require_year_of_book(session, row, tanggal)
            write_day(row, naskah_of_row(session, row), tanggal)
        elif row.tanggal is not None:
            row.isi = {**row.isi, _HARI: row.tanggal.isoformat()}
        row.tanggal = tanggal


def change_nomor(office: Office, naskah_id: UUID, nomor: str) -> None:
    """Keep the number that was given by hand; empty lets the program take the next one.

    Raises:
        KinerjaError: the number is taken, the letter is final, or its kind has no number.
    """
    with office.journal.action("Mengisi nomor surat") as session:
        row = require_naskah(session, naskah_id)
        if not JENIS[row.jenis].buku:
            raise KinerjaError(
                f"{JENIS[row.jenis].nama} tidak bernomor.", "Nomori surat yang menyertainya."
            )
        try:
            typed = tidy_nomor(nomor)
        except ValueError as error:
            raise KinerjaError(f"Nomor surat: {error}.") from error
        require_free(session, row, typed)
        if row.surat_id is not None and typed:
            _renumber(session, session.get_one(Surat, row.surat_id), typed)
        values = {key: value for key, value in row.isi.items() if key != _NOMOR}
        row.isi = values | ({_NOMOR: typed} if typed else {})


def _renumber(session: Session, letter: Surat, nomor: str) -> None:
    """Give a letter that was numbered another number; the first stays, for it was taken."""
    if nomor == letter.nomor:
        return
    before = letter.model_dump(exclude={"id"})
    session.info[RENUMBERS] = True
    letter.nomor, letter.agenda = nomor, number_of(session, letter.buku, nomor)
    letter.dibatalkan = ""
    session.flush()
    kept = Surat(**{**before, "dibatalkan": f"Diganti dengan nomor {nomor}"})
    if find_agenda(kept.agenda) == find_agenda(letter.agenda):
        # Only what stands beside the running number was wrong: the letter keeps that.
        kept.agenda = ""
    session.add(kept)


def remove_naskah(office: Office, naskah_id: UUID) -> None:
    """Take a draft away; Ctrl+Z brings it back.

    Raises:
        KinerjaError: it is final or was, or a number was taken for it.
    """
    with office.journal.action("Menghapus draf surat") as session:
        row = require_naskah(session, naskah_id)
        if row.surat_id is not None:
            raise KinerjaError(
                "Surat ini sudah bernomor, jadi tetap tercatat.",
                "Batalkan nomornya di Register bila surat tidak jadi dikirim.",
            )
        if queries.was_final_naskah(session, row.id):
            raise KinerjaError(
                "Surat ini pernah final, jadi tetap tercatat bersama cetakannya.",
                "Ubah isinya, lalu jadikan final lagi; atau biarkan terbuka bila tidak dipakai.",
            )
        session.delete(row)


def write_day(row: NaskahDinas, letter: NaskahKantor, tanggal: date) -> None:
    """Write another day into a letter wherever its own day stands in its words."""
    if letter.hari is None:
        return
    beside = {key: value for key, value in _beside(row).items() if key != _HARI}
    words = {} if letter.hari == tanggal else reword_tanggal(letter.hari, tanggal)
    row.isi = isi_to_json(reword(letter.isi, words)) | beside


def _beside(row: NaskahDinas) -> dict[str, Any]:
    return {key: row.isi[key] for key in _BESIDE if key in row.isi}


def require_year_of_book(session: Session, row: NaskahDinas, tanggal: date) -> None:
    """Refuse a day outside the year whose book has numbered a letter.

    Raises:
        KinerjaError: it names that year.
    """
    letter = session.get(Surat, row.surat_id) if row.surat_id else None
    if letter is not None and letter.tahun != tanggal.year:
        raise KinerjaError(
            f"Surat ini sudah bernomor di buku tahun {letter.tahun}.",
            "Pakai tanggal di tahun itu, atau buat surat baru.",
        )


def require_free(session: Session, row: NaskahDinas, nomor: str) -> None:
    """Refuse a number that another letter of the office bears, of whatever year.

    Raises:
        KinerjaError: it names that letter.
    """
    if not nomor:
        return
    found = queries.find_nomor(session, nomor, beside=row.surat_id)
    if found is not None:
        raise KinerjaError(
            f"Nomor {nomor} sudah dipakai surat '{found.hal}'.",
            "Pakai nomor lain, atau kosongkan agar program mengambil nomor berikutnya.",
        )


def require_naskah(session: Session, naskah_id: UUID) -> NaskahDinas:
    """Return the row of a letter.

    Raises:
        KinerjaError: it is not there any more.
    """
    row = session.get(NaskahDinas, naskah_id)
    if row is None or row.jenis not in JENIS:
        raise KinerjaError("Surat ini tidak ada lagi.", "Pilih surat lain dari daftar.")
    return row


def naskah_of_row(session: Session, row: NaskahDinas, *, damaged: bool = False) -> NaskahKantor:
    """Return a letter from its row.

    Args:
        session: a reading session.
        row: the row.
        damaged: show a letter that cannot be read as such, so that it does not hide the others.

    Raises:
        KinerjaError: it was changed outside the program.
    """
    letter = session.get(Surat, row.surat_id) if row.surat_id else None
    stored: Any = row.isi
    if not isinstance(stored, Mapping):  # written so by another program
        stored = {"isi": stored}
    data = {key: value for key, value in stored.items() if key not in _BESIDE}
    try:
        isi = isi_from_json(data, JENIS[row.jenis].nama)
    except KinerjaError:
        if not damaged:
            raise
        isi, is_damaged = IsiNaskah(hal="(isinya rusak)"), True
    else:
        is_damaged = False
    return NaskahKantor(
        id=row.id,
        jenis=JENIS[row.jenis],
        tahun=row.tahun,
        tanggal=row.tanggal,
        isi=isi,
        nomor=letter.nomor if letter else str(stored.get(_NOMOR, "")),
        surat_id=row.surat_id,
        tempat=Tempat(row.pelaksanaan_id, row.langkah, row.putaran or 1)
        if row.pelaksanaan_id and row.langkah
        else None,
        is_final=queries.is_final_naskah(session, row.id),
        hari=row.tanggal or _read_day(stored.get(_HARI)),
        is_damaged=is_damaged,
    )


def _read_day(text: Any) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except (TypeError, ValueError):  # written so by another program
        return None
