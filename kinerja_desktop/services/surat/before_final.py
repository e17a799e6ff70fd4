"""What a letter lacks that is about to become final, and what is odd: its day, its number."""

from collections.abc import Iterator
from datetime import date

from sqlmodel import Session

from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.surat.buku import POLA, Buku
from kinerja_desktop.domain.surat.lengkap import list_belum
from kinerja_desktop.domain.surat.nomor import find_agenda, follows_later
from kinerja_desktop.errors import Problem
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.surat.register import find_buku, number_of, propose_nomor
from kinerja_desktop.services.surat.tulis import NaskahKantor, read_naskah
from kinerja_desktop.store.queries.kantor import find_instansi
from kinerja_desktop.store.queries.surat import list_surat

#: A letter is dated when it is signed; further ahead it is likely a slip.
_DAYS_AHEAD = 31


def list_odd(office: Office, permintaan: Permintaan) -> list[Problem]:
    """Return what should be looked at before a letter becomes final, and what it lacks.

    What is odd may pass all the same; without what it lacks it does not become final.

    Args:
        office: the open office.
        permintaan: which letter, with the day that will stand on it.

    Raises:
        KinerjaError: the letter is not there any more.
    """
    letter = read_naskah(office, permintaan.require_tentang("Naskah dinas"))
    day = permintaan.tanggal or letter.tanggal or office.today()
    texts = list(_of_day(day, office.today()))
    if letter.jenis.buku and letter.surat_id is None:
        with office.journal.reading() as session:
            buku = find_buku(session, letter.jenis.buku)
            texts += _of_number(session, letter, buku, day)
    missing = list_belum(letter.jenis.tata_letak, letter.isi)
    lacks = [Problem(f"{name} belum diisi; yang memang tidak ada ditulis -") for name in missing]
    return [*lacks, *(Problem(text, is_warning=True) for text in texts)]


def _of_day(day: date, today: date) -> Iterator[str]:
    told = format_tanggal(day)
    if (day - today).days > _DAYS_AHEAD:
        yield f"Tanggal surat {told} lebih dari {_DAYS_AHEAD} hari lagi: periksa tanggalnya."
    elif not today.year - 1 <= day.year <= today.year:
        yield f"Tanggal surat {told} bukan tahun ini atau tahun lalu: periksa tanggalnya."


def _of_number(session: Session, letter: NaskahKantor, buku: Buku, day: date) -> Iterator[str]:
    pola = buku.pola or POLA
    if letter.nomor:
        agenda = find_agenda(number_of(session, buku.kunci, letter.nomor))
        if agenda is None:
            yield (
                f"Nomor urut tidak terbaca dari {letter.nomor}, karena buku {buku.nama} menulis "
                f"{pola}. Sesudah final, isi nomor urutnya di Register."
            )
            return
    else:
        agenda, nomor = propose_nomor(session, buku.kunci, day)
        yield from _of_parts(session, buku, pola, nomor)
    taken = [
        (key, row.tanggal)
        for row in list_surat(session, day.year, buku.kunci)
        if (key := find_agenda(row.agenda))
    ]
    if follows_later(taken, agenda, day):
        yield (
            f"Nomor urut {agenda} menyusul nomor surat yang tanggalnya sesudah "
            f"{format_tanggal(day)}: pastikan tanggalnya benar."
        )


def _of_parts(session: Session, buku: Buku, pola: str, nomor: str) -> Iterator[str]:
    """Tell which parts of the pattern the office has not filled: they are left out."""
    instansi = find_instansi(session)
    if "{unit}" in pola and not (instansi and instansi.kode_unit):
        yield (
            f"Nomornya menjadi {nomor}, tanpa kode unit. Bila kantor memakainya, isi 'Kode unit "
            "surat' di Pengaturan."
        )
    if "{klasifikasi}" in pola and not buku.klasifikasi:
        yield (
            f"Nomornya menjadi {nomor}, tanpa klasifikasi. Bila kantor memakainya, isi "
            f"klasifikasi buku {buku.nama} di tab 'Buku dan nomor'."
        )
