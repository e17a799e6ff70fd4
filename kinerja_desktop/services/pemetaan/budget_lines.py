"""Tables of budget lines: which line each row is, and which rows only sum up others."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal

from kinerja_desktop.domain.anggaran.anggaran import JenisAnggaran
from kinerja_desktop.domain.angka.angka import format_rupiah
from kinerja_desktop.domain.angka.urutan_kode import order_kode
from kinerja_desktop.services.pemetaan.kinds import KODE_PARTS, TableKind
from kinerja_desktop.services.pemetaan.kode import (
    find_induk,
    find_jenis,
    is_above_program,
    is_belanja,
    join_kode,
    split_kode,
)
from kinerja_desktop.services.pemetaan.lines import JUMLAH, Gathered, Line
from kinerja_desktop.services.pemetaan.words import is_sum

TANPA_KODE = "baris tanpa kode"
URUSAN = "baris urusan dan bidang urusan"
BELANJA = "baris rekening belanja"
DI_ATAS = "jumlah program dan kegiatan, yang dihitung dari rinciannya"


@dataclass(frozen=True)
class BudgetLine:
    """A row that is a budget line.

    Attributes:
        line: the row.
        kode: its kode, whole.
        jenis: which level it is.
        origin: the slot where its kode stands, for telling where something is wrong.
        nama: what it is called; empty where the table does not say.
    """

    line: Line
    kode: str
    jenis: JenisAnggaran
    origin: str
    nama: str


def find_budget_lines(lines: list[Line], gathered: Gathered) -> list[BudgetLine]:
    """Return the rows that are budget lines, those above first; tell of the others."""
    found = []
    for line in lines:
        origin = next((name for name in ("kode", *KODE_PARTS) if name in line.values), "kode")
        if any(is_sum(text, loosely=True) for text in (line.text(origin), line.text("nama"))) or (
            not line.text(origin) and any(is_sum(text, loosely=True) for text in line.texts)
        ):
            gathered.skipped[JUMLAH] += 1
            continue
        try:
            kode, nama = _read_kode(line)
        except ValueError as error:
            gathered.complain(line, origin, str(error))
            continue
        jenis = find_jenis(kode)
        if not kode:
            _pass_over(line, gathered)
        elif is_belanja(kode):
            gathered.skipped[BELANJA] += 1
        elif jenis is not None:
            found.append(BudgetLine(line, kode, jenis, origin, line.values.get("nama", nama)))
        elif is_above_program(kode):
            gathered.skipped[URUSAN] += 1
        elif _has_amount(line):
            message = f"kode '{kode[:40]}' tidak seperti 7.01.01.2.01.0001: periksa lagi"
            gathered.complain(line, origin, message)
        else:
            gathered.skipped[TANPA_KODE] += 1
    return sorted(found, key=lambda one: order_kode(one.kode))


def list_leaves(
    found: list[BudgetLine], known: Collection[str], gathered: Gathered, amounts: tuple[str, ...]
) -> list[BudgetLine]:
    """Return the lines at which amounts stand: those without others below them.

    An amount above others is their sum, and is not counted twice (`docs/architecture.md` §4.2).

    Args:
        found: the lines of the table.
        known: the kode of all lines of the office.
        gathered: takes how many amounts were left out.
        amounts: the slots that hold amounts.
    """
    parents = {find_induk(kode) for kode in (*known, *(one.kode for one in found))}
    leaves = []
    for one in found:
        if not one.line.values.keys() & set(amounts):
            continue
        if one.kode in parents:
            gathered.skipped[DI_ATAS] += 1
        else:
            leaves.append(one)
    return leaves


def compare_sums(
    found: list[BudgetLine],
    leaves: list[BudgetLine],
    kind: TableKind,
    slot: str,
    gathered: Gathered,
) -> None:
    """Remark on a program or kegiatan whose amount is not the sum of what stands below it."""
    below: dict[str, list[Decimal]] = {}
    for leaf in leaves:
        figure, above = _amount(leaf.line, kind, slot), find_induk(leaf.kode)
        while figure is not None and above:
            below.setdefault(above, []).append(figure)
            above = find_induk(above)
    for one in found:
        figures = below.get(one.kode)
        told = _amount(one.line, kind, slot) if figures else None
        if figures is None or told is None or told.is_nan() or sum(figures) == told:
            continue
        if any(figure.is_nan() for figure in figures):
            continue  # what cannot be read is told by itself
        message = (
            f"{kind.label(slot)} {one.kode} tertulis {format_rupiah(told)}, rinciannya di tabel "
            f"ini {format_rupiah(sum(figures, Decimal(0)))}: periksa keduanya"
        )
        gathered.complain(one.line, slot, message, is_warning=True)


def _read_kode(line: Line) -> tuple[str, str]:
    """Return the kode of a row, and the name where both stand in one cell."""
    whole, nama = line.values.get("kode"), ""
    if whole is None:
        return join_kode([line.values[name] for name in KODE_PARTS if name in line.values]), ""
    if isinstance(whole, str):
        whole, nama = split_kode(whole)
    return join_kode([whole]), nama


def _pass_over(line: Line, gathered: Gathered) -> None:
    if _has_amount(line):
        gathered.complain(line, "kode", "baris ini berisi jumlah tanpa kode: tulis kodenya")
    else:
        gathered.skipped[TANPA_KODE] += 1


def _has_amount(line: Line) -> bool:
    return bool(line.values.keys() - {"kode", *KODE_PARTS, "nama", "penanggung_jawab", "tahun"})


def _amount(line: Line, kind: TableKind, slot: str) -> Decimal | None:
    """Return an amount; None for a blank, NaN for what the planner will complain of."""
    try:
        value: Decimal | None = kind.slots[slot].field.parse(line.values.get(slot), copied=True)
    except ValueError:
        return Decimal("NaN")
    return value
