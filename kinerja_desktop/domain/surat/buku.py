"""The books of the register, and what is odd in one: gaps, doubles, days out of order."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.surat.nomor import Agenda, find_agenda, fold_nomor

MASUK, KELUAR = "masuk", "keluar"
#: More gaps than these are told by their count.
_MOST_TOLD = 5


@dataclass(frozen=True)
class Buku:
    """A book that counts letters.

    Attributes:
        kunci: names it for ever.
        nama: on the cover.
        arah: `MASUK` or `KELUAR`.
        pola: how its numbers are written; empty in a book of letters that came.
        klasifikasi: what is proposed for a letter.
        mulai: the first number of a year.
    """

    kunci: str
    nama: str
    arah: str
    pola: str = ""
    klasifikasi: str = ""
    mulai: int = 1


#: How numbers are written where a book does not say.
POLA = "{klasifikasi}/{urut}/{unit}/{tahun}"
#: A word of its own keeps the numbers of two books apart, as ``SOP`` does in Candipuro's.
_POLA_NOTA = "{klasifikasi}/{urut}/ND/{unit}/{tahun}"
#: What an office begins with (`docs/sakip.md` §9, *Nomor surat*): 700 and 188.45 are in use there.
BUKU_BAWAAN: tuple[Buku, ...] = (
    Buku("masuk", "Surat Masuk", MASUK),
    Buku("keluar", "Surat Keluar", KELUAR, POLA, "700"),
    Buku("nota_dinas", "Nota Dinas", KELUAR, _POLA_NOTA, "700"),
    Buku("keputusan", "Keputusan Camat", KELUAR, POLA, "188.45"),
)


def name_buku(buku: str, arah: str) -> str:
    """Return the book that counts a letter: its own, or that of its direction."""
    return buku or arah


def agenda_of(row: Mapping[str, Any]) -> tuple[int, str, Agenda] | None:
    """Return what no two letters of the register may share: year, book and running number.

    Args:
        row: a row of the section ``surat``.
    """
    agenda = find_agenda(row["agenda"] or "")
    return (row["tahun"], name_buku(row["buku"] or "", row["arah"]), agenda) if agenda else None


def nomor_of(row: Mapping[str, Any]) -> tuple[int, str] | None:
    """Return what no two letters of the office may share: year and whole number, as compared.

    A bare number such as ``12`` says no more than the running number, which each book counts.

    Args:
        row: a row of the section ``surat``.
    """
    nomor = fold_nomor(row["nomor"] or "")
    is_whole = row["arah"] == KELUAR and not nomor.replace(".", "").isdigit()
    return (row["tahun"], nomor) if nomor and is_whole else None


def explain_misfit(buku: str, arah: str, books: Mapping[str, str]) -> str:
    """Return why a letter does not belong into the book that it names; empty when it does.

    Args:
        buku: key of the book; empty for that of the letter's direction.
        arah: of the letter.
        books: direction of every book, by its key.
    """
    if not buku:
        return ""
    if buku not in books:
        return f"Buku surat '{buku}' tidak ada: pakai {', '.join(books)}"
    if books[buku] != arah:
        return f"Buku '{buku}' memuat surat {books[buku]}, bukan surat {arah}"
    return ""


@dataclass(frozen=True)
class BarisAgenda:
    """A line of a book: its number, day, the letter's own number, and whose it is.

    Attributes:
        dibatalkan: why its number is not used; empty when it is.
        arah: `MASUK` or `KELUAR`: senders may number alike, an office numbers its own once.
    """

    agenda: Agenda | None
    tanggal: date | None
    nomor: str
    pihak: str
    dibatalkan: str = ""
    arah: str = MASUK


def list_remarks(rows: Sequence[BarisAgenda], mulai: int = 1) -> list[str]:
    """Return what is odd in a book of one year, in sentences; the rows may come in any order."""
    return [
        *_tell_gaps([row.agenda for row in rows if row.agenda], mulai),
        *_tell_doubles(rows),
        *_tell_order(rows),
        *_tell_missing(rows),
    ]


def _tell_gaps(taken: Iterable[Agenda], mulai: int) -> list[str]:
    numbers = {agenda.urut for agenda in taken}
    if not numbers:
        return []
    missing = sorted(set(range(mulai, max(numbers))) - numbers)
    if not missing:
        return []
    told = ", ".join(map(str, missing[:_MOST_TOLD]))
    more = f" dan {len(missing) - _MOST_TOLD} lainnya" if len(missing) > _MOST_TOLD else ""
    return [f"Nomor urut yang tidak ada: {told}{more}. Catat suratnya, atau catat batalnya."]


def _tell_doubles(rows: Sequence[BarisAgenda]) -> list[str]:
    agenda = Counter(row.agenda for row in rows if row.agenda)
    letters = Counter(_letter_of(row) for row in rows if row.nomor.strip())
    shown = {_letter_of(row): row.nomor for row in rows}
    return [
        *(f"Nomor urut {key} tercatat {count} kali." for key, count in agenda.items() if count > 1),
        *(
            f"Surat bernomor {shown[key]} tercatat {count} kali. Periksa, lalu hapus yang keliru."
            for key, count in letters.items()
            if count > 1
        ),
    ]


def _letter_of(row: BarisAgenda) -> tuple[str, str]:
    whose = row.pihak.casefold() if row.arah == MASUK else ""
    return fold_nomor(row.nomor), whose


def _tell_order(rows: Sequence[BarisAgenda]) -> list[str]:
    """Numbers grow with the days: what was put in stands behind the number of its day."""
    dated = sorted(
        (row.agenda, row.tanggal)
        for row in rows
        if row.agenda and row.tanggal and not row.dibatalkan
    )
    found = []
    latest: tuple[Agenda, date] | None = None
    for agenda, day in dated:
        if latest and day < latest[1]:
            found.append(
                f"Nomor urut {agenda} bertanggal {format_tanggal(day)}, lebih awal daripada "
                f"nomor {latest[0]} ({format_tanggal(latest[1])})."
            )
        else:
            latest = (agenda, day)
    return found


def _tell_missing(rows: Sequence[BarisAgenda]) -> list[str]:
    without = sum(row.agenda is None and not row.dibatalkan for row in rows)
    return [f"{without} surat belum mempunyai nomor urut."] if without else []
