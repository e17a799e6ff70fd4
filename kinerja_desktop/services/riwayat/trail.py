"""Read the audit trail: who did what when, and which figures were there before and after."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlmodel import Session

from kinerja_desktop.domain.angka.tanggal import WIB
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.trail_words import TrailWords, name_table
from kinerja_desktop.store.queries import riwayat as queries
from kinerja_desktop.store.recorder import row_to_plain
from kinerja_desktop.store.records import RECORDS, Json, Perubahan

__all__ = [
    "Deed",
    "Rincian",
    "Saring",
    "list_deeds",
    "name_table",
    "read_rincian",
]  # fmt: skip

PAGE = 200
_MOST_LINES = 300


@dataclass(frozen=True)
class Deed:
    """One deed: a line of the trail.

    Attributes:
        waktu: when, aware.
        pelaku: who.
        label: what, in the words of the journal.
        jumlah: how many rows it changed.
    """

    id: int
    waktu: datetime
    pelaku: str
    label: str
    jumlah: int


@dataclass(frozen=True)
class Saring:
    """Which deeds of the audit trail are wanted: by words and days.

    Attributes:
        kata: stands in what was done or who did it; empty for all.
        dari: first day (WIB).
        sampai: last day (WIB), included.
    """

    kata: str = ""
    dari: date | None = None
    sampai: date | None = None


@dataclass(frozen=True)
class Rincian:
    """One change of a deed, in words.

    Attributes:
        bagian: which kind of row, such as Realisasi.
        baris: which row, such as "IKU-1 Indeks Kepuasan Masyarakat, Tahun 2024".
        kolom: which column; empty when the whole row came or went.
        lama: what stood there; empty when the row was added.
        baru: what stands there since; empty when the row was deleted.
    """

    bagian: str
    baris: str
    kolom: str
    lama: str
    baru: str

    @property
    def kalimat(self) -> str:
        """The change as one line: bagian · kolom · lama → baru."""
        where = f"{self.bagian} {self.baris}".strip()
        if self.kolom:
            return f"{where} · {self.kolom}: {self.lama} → {self.baru}"
        return f"{where} · ditambahkan: {self.baru}" if self.baru else f"{where} · dihapus"


def list_deeds(
    office: Office, saring: Saring | None = None, sebelum: int | None = None, batas: int = PAGE
) -> list[Deed]:
    """Return deeds, the newest first, a page at a time.

    Args:
        office: the open office.
        saring: which are wanted; None for all.
        sebelum: only deeds older than that of this id: the last of the page before.
        batas: how many at most.
    """
    wanted = saring or Saring()
    dari = None if wanted.dari is None else _midnight(wanted.dari)
    sampai = None if wanted.sampai is None else _midnight(wanted.sampai + timedelta(days=1))
    with office.journal.reading() as session:
        rows = queries.list_transaksi(session, batas, sebelum, wanted.kata.strip(), dari, sampai)
        counts = queries.count_perubahan(session, [row.id for row in rows])
    return [
        Deed(row.id or 0, row.waktu, row.pelaku, row.label, counts.get(row.id, 0)) for row in rows
    ]


def read_rincian(office: Office, tindakan_id: int, batas: int = _MOST_LINES) -> list[Rincian]:
    """Return what a deed changed, in the order it was done; at most `batas` rows of it."""
    with office.journal.reading() as session:
        changes = queries.list_perubahan(session, tindakan_id, batas)
        words = TrailWords(session)
        return [line for change in changes for line in _describe(session, words, change)]


def _describe(session: Session, words: TrailWords, change: Perubahan) -> list[Rincian]:
    bagian = name_table(change.tabel)
    lama, baru = change.lama or {}, change.baru or {}
    if lama and baru:
        baris = words.name_row(change.tabel, _whole_row(session, words, change) | baru)
        return [
            Rincian(
                bagian,
                baris,
                words.label(change.tabel, name),
                words.value(change.tabel, name, lama.get(name)),
                words.value(change.tabel, name, baru[name]),
            )
            for name in baru
        ]
    baris = words.name_row(change.tabel, lama or baru)
    return [Rincian(bagian, baris, "", _sum_up(words, change, lama), _sum_up(words, change, baru))]


def _whole_row(session: Session, words: TrailWords, change: Perubahan) -> Json:
    row = session.get(RECORDS[change.tabel], change.baris)
    return row_to_plain(row) if row else words.last_known(change.baris)


def _sum_up(words: TrailWords, change: Perubahan, plain: Json) -> str:
    """List what stood in a row that came or went; blanks are left out."""
    return "; ".join(
        f"{words.label(change.tabel, name)}: {words.value(change.tabel, name, value)}"
        for name, value in plain.items()
        if name != "id" and value not in (None, "", False, [])
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), WIB)
