"""The board of a period: holder by indicator, what was sent, returned, complete, late."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal, local_date
from kinerja_desktop.domain.pengumpulan.lembar import fold
from kinerja_desktop.domain.pengumpulan.papan import BarisPapan, DataDitanya, judge
from kinerja_desktop.services.kantor.kalender import kalender_of
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengumpulan.pemegang import Menurut, Pemegang, list_pemegang
from kinerja_desktop.store.queries.anggaran import list_realisasi as list_spent
from kinerja_desktop.store.queries.pengukuran import list_realisasi
from kinerja_desktop.store.queries.pengumpulan import (
    list_formulir,
    list_penerimaan,
    list_teguran,
)
from kinerja_desktop.store.records import Formulir, PenerimaanFormulir, Teguran

T = TypeVar("T", PenerimaanFormulir, Teguran)

#: What the board calls rows that name nobody.
TANPA_PEMEGANG = "(pemegang belum diisi)"


@dataclass(frozen=True)
class Papan:
    """Everything that the page of a period shows.

    Attributes:
        periode: the chosen period.
        menurut: by whom forms are handed out.
        baris: the holders by name; who is named nowhere comes last.
    """

    periode: Periode
    menurut: Menurut
    baris: tuple[BarisPapan, ...]

    @property
    def belum(self) -> tuple[BarisPapan, ...]:
        """The holders of whom something is missing."""
        return tuple(row for row in self.baris if not row.is_lengkap)

    @property
    def lengkap(self) -> int:
        """How many holders have handed in everything."""
        return len(self.baris) - len(self.belum)

    @property
    def ringkasan(self) -> str:
        """The board in one line."""
        late = sum(bool(row.terlambat) for row in self.belum)
        parts = [f"{self.lengkap} dari {len(self.baris)} pemegang data lengkap"]
        if late:
            parts.append(f"{late} terlambat")
        days = [row.tenggat for row in self.baris if row.tenggat]
        parts.append(f"batas waktu {format_tanggal(max(days))}" if days else "belum dikirim")
        return ", ".join(parts)


@dataclass(frozen=True)
class Masukan:
    """A line of the log: what came back when, on which file, from whom, and what went in."""

    waktu: datetime
    pemegang: str
    nama: str
    pengisi: str
    masuk: int
    tetap: int
    ditolak: int
    kosong: int


def read_papan(office: Office, periode: Periode, menurut: Menurut | None = None) -> Papan:
    """Read the board of a period.

    Args:
        office: the open office.
        periode: year or triwulan.
        menurut: by whom; None for the way in which forms of this period were handed out last.
    """
    with office.journal.reading() as session:
        return papan_of(session, periode, office.today(), menurut)


def papan_of(
    session: Session, periode: Periode, today: date, menurut: Menurut | None = None
) -> Papan:
    """Do what `read_papan` does within a reading session."""
    forms = list_formulir(session, periode)
    if menurut is None:
        menurut = Menurut(forms[-1].menurut) if forms else Menurut.PENGUMPUL_DATA
    holders = list_pemegang(session, periode, menurut)
    keys = [row.id for row in forms]
    state = _State(
        _by_holder(forms),
        _group(list_penerimaan(session, keys)),
        _group(list_teguran(session, keys)),
        _filled(session, periode, holders),
    )
    kalender = kalender_of(session)
    rows = []
    for holder in holders:
        sent = state.forms.get(fold(holder.nama), ())
        back = [row for form in sent for row in state.back.get(form.id, ())]
        warned = [row for form in sent for row in state.warned.get(form.id, ())]
        dikirim = local_date(sent[0].dibuat) if sent else None
        tenggat = max(
            [*(row.tenggat for row in sent), *(row.tenggat for row in warned)], default=None
        )
        masuk = local_date(max(row.waktu for row in back)) if back else None
        butir = tuple(state.butir(holder))
        keadaan, late = judge(butir, dikirim, tenggat, masuk, today, kalender)
        rows.append(
            BarisPapan(
                holder.nama or TANPA_PEMEGANG,
                butir,
                str(sent[-1].id) if sent else "",
                dikirim,
                tenggat,
                masuk,
                max((row.ke for row in warned), default=0),
                keadaan,
                late,
            )
        )
    return Papan(periode, menurut, tuple(rows))


def read_riwayat(office: Office, periode: Periode) -> list[Masukan]:
    """Return the log of a period, the oldest first."""
    with office.journal.reading() as session:
        forms = {row.id: row for row in list_formulir(session, periode)}
        return [
            Masukan(
                row.waktu,
                forms[row.formulir_id].pemegang,
                row.nama,
                row.pengisi,
                row.masuk,
                row.tetap,
                row.ditolak,
                row.kosong,
            )
            for row in list_penerimaan(session, forms.keys())
        ]


@dataclass(frozen=True)
class _State:
    forms: Mapping[str, Sequence[Formulir]]
    back: Mapping[UUID, Sequence[PenerimaanFormulir]]
    warned: Mapping[UUID, Sequence[Teguran]]
    filled: frozenset[UUID]

    def butir(self, holder: Pemegang) -> list[DataDitanya]:
        """Return what is asked of a holder, and what of it is known."""
        found = [
            DataDitanya(str(row.id), row.uraian, row.id in self.filled) for row in holder.indikator
        ]
        return found + [
            DataDitanya(
                str(row.id), f"{row.kode} {row.nama}", row.id in self.filled, is_rupiah=True
            )
            for row in holder.mata_anggaran
        ]


def _by_holder(forms: Sequence[Formulir]) -> dict[str, list[Formulir]]:
    found: dict[str, list[Formulir]] = {}
    for row in forms:
        found.setdefault(fold(row.pemegang), []).append(row)
    return found


def _group(rows: Sequence[T]) -> dict[UUID, list[T]]:
    found: dict[UUID, list[T]] = {}
    for row in rows:
        found.setdefault(row.formulir_id, []).append(row)
    return found


def _filled(session: Session, periode: Periode, holders: Sequence[Pemegang]) -> frozenset[UUID]:
    """Return the indicators and budget lines of which the figure of a period is known."""
    keys = [row.id for holder in holders for row in holder.indikator]
    entries = list_realisasi(session, keys, periode)
    found = {
        row.indikator_id
        for row in entries
        if row.nilai is not None
        or row.tidak_berlaku
        or (row.pembilang is not None and row.penyebut)
    }
    if periode.triwulan is not None:
        found |= {
            row.mata_anggaran_id
            for row in list_spent(session, periode.tahun)
            if getattr(row, f"tw{periode.triwulan}") is not None
        }
    return frozenset(found)
