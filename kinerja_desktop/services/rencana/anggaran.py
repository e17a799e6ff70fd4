"""The budget of a year as a table: typed in at the lowest lines, summed upward.

`docs/sakip.md` §4.9.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.anggaran import anggaran
from kinerja_desktop.domain.anggaran.anggaran import compute_serapan
from kinerja_desktop.domain.anggaran.rincian_anggaran import RealisasiRupiah, Simpul, roll_up
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.data_entry import write_cells
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries import anggaran as queries
from kinerja_desktop.store.queries.renstra import list_sasaran
from kinerja_desktop.store.records import ProgramSasaran

PAGU = ("murni", "perubahan")
#: Pagu indikatif of the Renstra for the year, with which Evaluasi Renja compares.
RENSTRA = "renstra"
#: When pagu murni (DPA) and perubahan (DPPA) came into force.
TANGGAL = ("tanggal_murni", "tanggal_perubahan")
REALISASI = ("tw1", "tw2", "tw3", "tw4")
SETAHUN = "tahunan"
#: The pagu in force at the end of the year.
_PAGU = "pagu"
_SHOWN = (*PAGU, *REALISASI, SETAHUN, RENSTRA)
Amounts = dict[str, Decimal | None]


@dataclass(frozen=True)
class BarisAnggaran:
    """A budget line with the amounts of a year, its own or summed from below, in rupiah.

    Attributes:
        id: of the line.
        kode: its code.
        nama: its name.
        tingkat: 0 for a program.
        jumlah: murni, perubahan, tw1 … tw4, tahunan, renstra to rupiah; None where nothing was
            entered.
        serapan: spent of the pagu in force at the end of the year, in %.
        has_children: lines stand below, so nothing is typed in here.
        has_triwulan: spent by triwulan, so the year is their sum.
        has_double: an amount of its own is left out because lines below have amounts.
    """

    id: UUID
    kode: str
    nama: str
    tingkat: int
    jumlah: Mapping[str, Decimal | None]
    serapan: Decimal | None
    has_children: bool
    has_triwulan: bool
    has_double: bool


@dataclass(frozen=True)
class AnggaranTahun:
    """The budget of a year.

    Attributes:
        baris: every line below its parent.
        jumlah: the grand total by column.
        serapan: of the grand total, in %.
        sasaran: the words of every sasaran by id.
        dukungan: program to the sasaran that it supports.
        tanggal: the dates of DPA and DPPA, by the names in `TANGGAL`.
    """

    baris: Sequence[BarisAnggaran]
    jumlah: Mapping[str, Decimal | None]
    serapan: Decimal | None
    sasaran: Mapping[UUID, str]
    dukungan: Mapping[UUID, frozenset[UUID]]
    tanggal: Mapping[str, date | None]


def read_anggaran(office: Office, tahun: int) -> AnggaranTahun:
    """Read the budget of a year; every line is there, also those without amounts."""
    with office.journal.reading() as session:
        lines = queries.load_simpul(session)
        own = _load_amounts(session, tahun)
        tanggal = _load_tanggal(session, tahun)
        sasaran = {row.id: f"{row.kode} – {row.uraian}" for row in list_sasaran(session)}
        supports: dict[UUID, set[UUID]] = {}
        for link in queries.list_dukungan(session):
            supports.setdefault(link.mata_anggaran_id, set()).add(link.sasaran_id)
    # A root above all programs, so that the grand total is summed by the same rule.
    root = Simpul("", "", "", "")
    known = {line.id for line in lines}
    tree = [root, *(replace(line, induk=_parent(line, known)) for line in lines)]
    summed = {name: _sum_up(tree, own[name]) for name in own}
    rows = roll_up(lines, {}, {})
    parents = {line.induk for line in lines}
    baris = [
        BarisAnggaran(
            UUID(row.simpul.id),
            row.simpul.kode,
            row.simpul.nama,
            row.tingkat,
            {name: summed[name][row.simpul.id] for name in _SHOWN},
            compute_serapan(summed[_PAGU][row.simpul.id], summed[SETAHUN][row.simpul.id]),
            has_children=row.simpul.id in parents,
            has_triwulan=any(own[name].get(row.simpul.id) is not None for name in REALISASI),
            has_double=row.simpul.id in parents
            and any(own[name].get(row.simpul.id) is not None for name in _SHOWN),
        )
        for row in rows
    ]
    return AnggaranTahun(
        baris,
        {name: summed[name][""] for name in _SHOWN},
        compute_serapan(summed[_PAGU][""], summed[SETAHUN][""]),
        sasaran,
        {key: frozenset(ids) for key, ids in supports.items()},
        tanggal,
    )


def set_anggaran(
    office: Office, tahun: int, cells: Sequence[tuple[UUID, str, Decimal | None]]
) -> None:
    """Fill amounts of budget lines as one deed of the clerk.

    Raises:
        KinerjaError: an amount is out of bounds.
    """
    with office.journal.action(f"Mengisi anggaran {tahun}") as session:
        tanggal = _load_tanggal(session, tahun)
        for section, names in (
            ("pagu", (*PAGU, RENSTRA)),
            ("realisasi_anggaran", (*REALISASI, SETAHUN)),
        ):
            write_cells(
                session,
                section,
                [
                    ({"mata_anggaran_id": key, "tahun": tahun}, name, value)
                    for key, name, value in cells
                    if name in names
                ],
            )
        _set_tanggal(session, tahun, tanggal)


def set_tanggal(office: Office, tahun: int, name: str, day: date | None) -> None:
    """Say when the DPA or DPPA came into force; all pagu of the year bear the same date.

    Args:
        office: the open office.
        tahun: year of the budget.
        name: one of `TANGGAL`.
        day: the date on the document.

    Raises:
        KinerjaError: no pagu stands in this year yet.
    """
    with office.journal.action(f"Mengisi tanggal anggaran {tahun}") as session:
        if not queries.list_pagu(session, tahun):
            raise KinerjaError(
                f"Belum ada pagu {tahun}.", "Isi pagunya dulu, lalu tanggal dokumennya."
            )
        _set_tanggal(session, tahun, {name: day})


def set_dukungan(office: Office, program_id: UUID, sasaran_id: UUID, *, mendukung: bool) -> None:
    """Say whether a program supports a sasaran."""
    with office.journal.action("Mengubah program pendukung sasaran") as session:
        found = queries.find_dukungan(session, program_id, sasaran_id)
        if mendukung and found is None:
            session.add(ProgramSasaran(mata_anggaran_id=program_id, sasaran_id=sasaran_id))
        elif found is not None and not mendukung:
            session.delete(found)


def _load_amounts(session: Session, tahun: int) -> dict[str, Amounts]:
    """Return the amounts that were typed in, by column and line."""
    own: dict[str, Amounts] = {name: {} for name in (*_SHOWN, _PAGU)}
    end = date(tahun, 12, 31)
    for pagu in queries.list_pagu(session, tahun):
        key = str(pagu.mata_anggaran_id)
        own["murni"][key], own["perubahan"][key] = pagu.murni, pagu.perubahan
        own[RENSTRA][key] = pagu.renstra
        own[_PAGU][key] = anggaran.Pagu(
            pagu.murni, pagu.perubahan, pagu.tanggal_perubahan
        ).in_force(end)
    for spent in queries.list_realisasi(session, tahun):
        key = str(spent.mata_anggaran_id)
        amounts = (spent.tw1, spent.tw2, spent.tw3, spent.tw4)
        for name, value in zip(REALISASI, amounts, strict=True):
            own[name][key] = value
        own[SETAHUN][key] = RealisasiRupiah(amounts, spent.tahunan).sampai(Periode(tahun))
    return own


def _load_tanggal(session: Session, tahun: int) -> dict[str, date | None]:
    rows = queries.list_pagu(session, tahun)
    return {
        name: next((day for row in rows if (day := getattr(row, name)) is not None), None)
        for name in TANGGAL
    }


def _set_tanggal(session: Session, tahun: int, tanggal: Mapping[str, date | None]) -> None:
    for row in queries.list_pagu(session, tahun):
        for name, day in tanggal.items():
            setattr(row, name, day)


def _sum_up(tree: Sequence[Simpul], own: Mapping[str, Decimal | None]) -> Amounts:
    return {row.simpul.id: row.pagu for row in roll_up(tree, own, {})}


def _parent(line: Simpul, known: set[str]) -> str:
    return line.induk if line.induk and line.induk in known else ""
