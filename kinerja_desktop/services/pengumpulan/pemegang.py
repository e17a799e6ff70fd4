"""Who holds which data: the pengumpul data or penanggung jawab of every indicator and budget line.

`docs/sakip.md` §2.2 (PermenPANRB 53/2014 Lampiran II huruf H: a person in charge is recorded for
each indicator) and §3.1.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import TRIWULAN, Periode
from kinerja_desktop.domain.angka.urutan_kode import order_kode
from kinerja_desktop.domain.capaian.akumulasi import Akumulasi
from kinerja_desktop.domain.pengumpulan.lembar import fold
from kinerja_desktop.store.queries.anggaran import (
    list_mata_anggaran,
    list_pagu,
    list_realisasi,
    unit_of,
)
from kinerja_desktop.store.queries.bahan import list_iki, list_indikator, list_pejabat_with_iki
from kinerja_desktop.store.records import Indikator, MataAnggaran

_TAHUNAN, _SEMESTERAN = "tahunan", "semesteran"
#: The triwulan after which a half-year figure is asked for.
_SEMESTER = (2, 4)


class Menurut(StrEnum):
    """By whom forms are handed out."""

    PENGUMPUL_DATA = "pengumpul_data"
    PENANGGUNG_JAWAB = "penanggung_jawab"

    @property
    def label(self) -> str:
        """As people call it."""
        return self.value.replace("_", " ").capitalize()


@dataclass
class Pemegang:
    """A holder of data, and what is asked of them in a period.

    Attributes:
        nama: as it is written at the first row that names them; empty for nobody.
        indikator: what they report on, in the order of the form.
        mata_anggaran: the budget lines that they answer for, in order of kode.
    """

    nama: str
    indikator: list[Indikator] = field(default_factory=list)
    mata_anggaran: list[MataAnggaran] = field(default_factory=list)


def list_pemegang(session: Session, periode: Periode, menurut: Menurut) -> list[Pemegang]:
    """Return every holder of a period, by name; those rows that name nobody come last.

    An indicator that names nobody in the wanted way goes to whom it names in the other, an IKI to
    its official. Names that differ in capitals and spaces alone are one.
    """
    found: dict[str, Pemegang] = {}

    def holder(name: str) -> Pemegang:
        return found.setdefault(fold(name), Pemegang(" ".join(name.split())))

    for indikator, name in _list_indikator(session, periode, menurut):
        holder(name).indikator.append(indikator)
    if periode.triwulan is not None:
        for line, name in _list_lines(session, periode.tahun):
            holder(name).mata_anggaran.append(line)
    nobody = found.pop("", None)
    holders = [found[key] for key in sorted(found)]
    return [*holders, nobody] if nobody and nobody.indikator else holders


def is_asked(indikator: Indikator, triwulan: int | None) -> bool:
    """Tell whether a figure is asked for in a period: a yearly one only with TW IV and the year."""
    if triwulan is None or triwulan == TRIWULAN[-1]:
        return True
    if indikator.frekuensi == _TAHUNAN or indikator.akumulasi == Akumulasi.TAHUNAN_SAJA:
        return False
    return indikator.frekuensi != _SEMESTERAN or triwulan in _SEMESTER


def _list_indikator(
    session: Session, periode: Periode, menurut: Menurut
) -> Iterator[tuple[Indikator, str]]:
    other = next(way for way in Menurut if way is not menurut)
    for row in list_indikator(session, periode.tahun):
        if is_asked(row, periode.triwulan):
            yield row, getattr(row, menurut) or getattr(row, other)
    iki = list_iki(session, periode.tahun)
    for official in list_pejabat_with_iki(session):
        for row in iki.get(official.id, ()):
            if is_asked(row, periode.triwulan):
                yield row, getattr(row, menurut) or getattr(row, other) or official.nama


def _list_lines(session: Session, tahun: int) -> Iterator[tuple[MataAnggaran, str]]:
    """Go through the budget lines without children that have amounts in a year, with their unit."""
    rows = {row.id: row for row in list_mata_anggaran(session)}
    parents = {row.induk_id for row in rows.values()}
    used = {row.mata_anggaran_id for row in list_pagu(session, tahun)}
    used |= {row.mata_anggaran_id for row in list_realisasi(session, tahun)}
    for row in sorted(_leaves(rows.values(), parents), key=lambda row: order_kode(row.kode)):
        if row.id in used:
            yield row, unit_of(row, rows)


def _leaves(rows: Iterable[MataAnggaran], parents: set[UUID | None]) -> Iterator[MataAnggaran]:
    return (row for row in rows if row.id not in parents)
