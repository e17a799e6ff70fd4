"""The budget of a year as a table: typed in at the lowest lines, summed upward (§3.9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session, select

from kinerja_desktop.domain import anggaran
from kinerja_desktop.domain.anggaran import compute_serapan
from kinerja_desktop.domain.periode import Periode
from kinerja_desktop.domain.rincian_anggaran import RealisasiRupiah, Simpul, roll_up
from kinerja_desktop.services.data_entry import write_cells
from kinerja_desktop.services.office import Office
from kinerja_desktop.store.records import (
    MataAnggaran,
    Pagu,
    ProgramSasaran,
    RealisasiAnggaran,
    Sasaran,
)

PAGU = ("murni", "perubahan")
REALISASI = ("tw1", "tw2", "tw3", "tw4")
SETAHUN = "tahunan"
#: The pagu in force at the end of the year.
_PAGU = "pagu"
_SHOWN = (*PAGU, *REALISASI, SETAHUN)
Amounts = dict[str, Decimal | None]


@dataclass(frozen=True)
class BarisAnggaran:
    """A budget line with the amounts of a year, its own or summed from below, in rupiah.

    Attributes:
        id: of the line.
        kode: its code.
        nama: its name.
        tingkat: 0 for a program.
        jumlah: murni, perubahan, tw1 … tw4, tahunan to rupiah; None where nothing was entered.
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
    """The budget of a year with its grand total, and which program supports which sasaran."""

    baris: Sequence[BarisAnggaran]
    jumlah: Mapping[str, Decimal | None]
    serapan: Decimal | None
    sasaran: Mapping[UUID, str]
    dukungan: Mapping[UUID, frozenset[UUID]]


def read_anggaran(office: Office, tahun: int) -> AnggaranTahun:
    """Read the budget of a year; every line is there, also those without amounts."""
    with office.journal.reading() as session:
        lines = [
            Simpul(str(row.id), row.kode, row.nama, row.jenis, _text(row.induk_id))
            for row in session.exec(select(MataAnggaran))
        ]
        own = _load_amounts(session, tahun)
        sasaran = {
            row.id: f"{row.kode} – {row.uraian}"
            for row in sorted(session.exec(select(Sasaran)), key=lambda row: row.kode)
        }
        supports: dict[UUID, set[UUID]] = {}
        for link in session.exec(select(ProgramSasaran)):
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
    )


def set_anggaran(
    office: Office, tahun: int, cells: Sequence[tuple[UUID, str, Decimal | None]]
) -> None:
    """Fill amounts of budget lines as one deed of the clerk.

    Raises:
        KinerjaError: an amount is out of bounds.
    """
    with office.journal.action(f"Mengisi anggaran {tahun}") as session:
        for section, names in (("pagu", PAGU), ("realisasi_anggaran", (*REALISASI, SETAHUN))):
            write_cells(
                session,
                section,
                [
                    ({"mata_anggaran_id": key, "tahun": tahun}, name, value)
                    for key, name, value in cells
                    if name in names
                ],
            )


def set_dukungan(office: Office, program_id: UUID, sasaran_id: UUID, *, mendukung: bool) -> None:
    """Say whether a program supports a sasaran."""
    with office.journal.action("Mengubah program pendukung sasaran") as session:
        found = session.exec(
            select(ProgramSasaran).where(
                ProgramSasaran.mata_anggaran_id == program_id,
                ProgramSasaran.sasaran_id == sasaran_id,
            )
        ).first()
        if mendukung and found is None:
            session.add(ProgramSasaran(mata_anggaran_id=program_id, sasaran_id=sasaran_id))
        elif found is not None and not mendukung:
            session.delete(found)


def _load_amounts(session: Session, tahun: int) -> dict[str, Amounts]:
    """Return the amounts that were typed in, by column and line."""
    own: dict[str, Amounts] = {name: {} for name in (*_SHOWN, _PAGU)}
    end = date(tahun, 12, 31)
    for pagu in session.exec(select(Pagu).where(Pagu.tahun == tahun)):
        key = str(pagu.mata_anggaran_id)
        own["murni"][key], own["perubahan"][key] = pagu.murni, pagu.perubahan
        own[_PAGU][key] = anggaran.Pagu(
            pagu.murni, pagu.perubahan, pagu.tanggal_perubahan
        ).in_force(end)
    for spent in session.exec(select(RealisasiAnggaran).where(RealisasiAnggaran.tahun == tahun)):
        key = str(spent.mata_anggaran_id)
        amounts = (spent.tw1, spent.tw2, spent.tw3, spent.tw4)
        for name, value in zip(REALISASI, amounts, strict=True):
            own[name][key] = value
        own[SETAHUN][key] = RealisasiRupiah(amounts, spent.tahunan).sampai(Periode(tahun))
    return own


def _sum_up(tree: Sequence[Simpul], own: Mapping[str, Decimal | None]) -> Amounts:
    return {row.simpul.id: row.pagu for row in roll_up(tree, own, {})}


def _parent(line: Simpul, known: set[str]) -> str:
    return line.induk if line.induk and line.induk in known else ""


def _text(key: UUID | None) -> str | None:
    return str(key) if key else None
