"""Tables of budget lines, turned into the rows of their sections."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import ROMAWI, TRIWULAN, Periode
from kinerja_desktop.exchange.workbook_layout import RawRow
from kinerja_desktop.services.pemetaan.budget_lines import (
    BudgetLine,
    compare_sums,
    find_budget_lines,
    list_leaves,
)
from kinerja_desktop.services.pemetaan.kinds import KINDS, TW
from kinerja_desktop.services.pemetaan.kode import find_induk
from kinerja_desktop.services.pemetaan.lines import Gathered, Line
from kinerja_desktop.services.pemetaan.references import References
from kinerja_desktop.store.queries.rows import list_columns

_PAGU = ("murni", "perubahan", "renstra")


def make_budget(
    lines: list[Line], references: References, periode: Periode, gathered: Gathered
) -> dict[str, list[RawRow]]:
    """Return the rows of *Program, Kegiatan, Sub Kegiatan* and of *Pagu* from one table."""
    found = find_budget_lines(lines, gathered)
    known = {*references.keys("mata_anggaran")}
    kinds = KINDS["mata_anggaran"]
    reachable = known | {one.kode for one in found}
    rows = [_line_row(one, reachable, known, gathered) for one in found]
    leaves = list_leaves(found, known, gathered, _PAGU)
    for slot in _PAGU:
        compare_sums(found, leaves, kinds, slot, gathered)
    pagu = []
    for one in leaves:
        if not one.nama and one.kode not in known:
            continue  # told already: the line itself cannot be made
        values: dict[str, Any] = _key(one, periode)
        values |= {name: one.line.values[name] for name in _PAGU if name in one.line.values}
        pagu.append(one.line.to_raw(values, mata_anggaran_id=one.origin))
    return {"mata_anggaran": rows, "pagu": pagu}


def make_realisasi_anggaran(
    lines: list[Line],
    references: References,
    periode: Periode,
    gathered: Gathered,
    session: Session,
    *,
    cumulative: bool,
) -> list[RawRow]:
    """Return the rows of *Realisasi Anggaran*.

    Args:
        lines: the rows of the table.
        references: the budget lines of the office.
        periode: year, and the triwulan to which a column without one belongs; None for the year.
        gathered: takes what is wrong.
        session: tells the triwulan that are known already.
        cumulative: amounts count from the beginning of the year; each triwulan is what came to
            the one before, so that one must be known.
    """
    found = find_budget_lines(lines, gathered)
    known = {*references.keys("mata_anggaran")}
    leaves = list_leaves(found, known, gathered, ("jumlah", *TW))
    for slot in ("jumlah", *TW):
        compare_sums(found, leaves, KINDS["realisasi_anggaran"], slot, gathered)
    stored = _stored(session)
    rows = []
    for one in leaves:
        values = _key(one, periode)
        try:
            values["mata_anggaran_id"] = references.find("mata_anggaran", one.kode)
        except ValueError as error:
            gathered.complain(one.line, one.origin, str(error))
            continue
        if "jumlah" in one.line.values and _own_field(periode) in one.line.values:
            gathered.complain(one.line, "jumlah", "triwulan ini ada di dua kolom: pakai satu saja")
            continue
        amounts, origins = _by_triwulan(one.line, periode)
        if cumulative:
            key = (values["mata_anggaran_id"], str(values["tahun"]))
            amounts = _part(one, amounts, origins, stored.get(key, {}), gathered)
        rows.append(one.line.to_raw({**values, **amounts}, mata_anggaran_id=one.origin, **origins))
    return rows


def _line_row(one: BudgetLine, reachable: set[str], known: set[str], gathered: Gathered) -> RawRow:
    values: dict[str, Any] = {"kode": one.kode, "jenis": str(one.jenis)}
    if "penanggung_jawab" in one.line.values:
        values["penanggung_jawab"] = one.line.values["penanggung_jawab"]
    if one.nama or one.kode not in known:
        # A new line must have its name: the planner says so of a blank.
        values["nama"] = one.nama
    induk = find_induk(one.kode)
    if induk in reachable:
        values["induk_id"] = induk
    elif induk:
        message = (
            f"induknya {induk} tidak ada di tabel ini dan belum ada di program: tambahkan supaya "
            "jumlahnya ikut dihitung"
        )
        gathered.complain(one.line, one.origin, message, is_warning=True)
    return one.line.to_raw(values, kode=one.origin, induk_id=one.origin, jenis=one.origin)


def _key(one: BudgetLine, periode: Periode) -> dict[str, Any]:
    return {"mata_anggaran_id": one.kode, "tahun": one.line.values.get("tahun", periode.tahun)}


def _own_field(periode: Periode) -> str:
    """Return the field of an amount whose column tells no triwulan."""
    return "tahunan" if periode.triwulan is None else f"tw{periode.triwulan}"


def _by_triwulan(line: Line, periode: Periode) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the amounts of a line by field, and the slots that they come from."""
    amounts = {name: line.values[name] for name in TW if name in line.values}
    origins: dict[str, str] = {}
    if "jumlah" in line.values:
        amounts[_own_field(periode)] = line.values["jumlah"]
        origins[_own_field(periode)] = "jumlah"
    return amounts, origins


def _part(
    one: BudgetLine,
    amounts: Mapping[str, Any],
    origins: Mapping[str, str],
    stored: Mapping[str, Decimal | None],
    gathered: Gathered,
) -> dict[str, Any]:
    """Turn amounts that count from January into those of each triwulan."""
    parted: dict[str, Any] = {name: amount for name, amount in amounts.items() if name not in TW}
    earlier: Decimal | None = Decimal(0)
    for number, name in zip(TRIWULAN, TW, strict=True):
        if name not in amounts:
            own = stored.get(name)
            earlier = None if earlier is None or own is None else earlier + own
            continue
        slot = origins.get(name, name)
        field = KINDS["realisasi_anggaran"].slots[slot].field
        try:
            amount = field.parse(amounts[name], copied=True)
        except ValueError:
            parted[name] = amounts[name]  # the planner says what is wrong with it
            return parted
        if earlier is None:
            before = ROMAWI[number - 2]
            message = (
                f"jumlah s.d. triwulan {ROMAWI[number - 1]} belum dapat dipecah, karena realisasi "
                f"s.d. triwulan {before} belum lengkap: isi dulu, atau ambil per triwulan"
            )
            gathered.complain(one.line, slot, message)
            earlier = amount
            continue
        parted[name] = amount - earlier
        earlier = amount
    return parted


def _stored(session: Session) -> dict[tuple[str, str], dict[str, Decimal | None]]:
    """Return the triwulan of all budget lines, by kode and year."""
    kode = dict(list_columns(session, "mata_anggaran", ("id", "kode")))
    found = list_columns(session, "realisasi_anggaran", ("mata_anggaran_id", "tahun", *TW))
    return {
        (kode[row_id], str(tahun)): dict(zip(TW, figures, strict=True))
        for row_id, tahun, *figures in found
    }
