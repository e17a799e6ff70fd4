"""The flowchart of an SOP as a plan: which symbol stands where, and what is joined to what.

The symbols are the five of SOP AP (PermenPANRB 35/2012; `docs/sakip.md` §8.1): kapsul for the first
and last step, kotak for work, belah ketupat for a decision, anak panah, and segi lima where the
table goes on over a page. As is usual in SOP AP, a row has one main symbol, in the column of its
(first) pelaksana. The others of the row get a small kotak joined to it by a level line: with an
arrow head for a penerima, to whom something is handed, and without one for whoever works along. The
flow leaves a row from the kotak in the column where it goes on, so that what is handed to the
Camat goes on straight below the Camat.
"""

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from kinerja_desktop.domain.sop.langkah import Keterlibatan, Langkah, PeranLangkah
from kinerja_desktop.domain.sop.model import Sop


class Simbol(StrEnum):
    """The shapes of a flowchart (PermenPANRB 35/2012); arrows are lines."""

    KAPSUL = "kapsul"
    KOTAK = "kotak"
    BELAH_KETUPAT = "belah ketupat"
    SEGI_LIMA = "segi lima"


@dataclass(frozen=True)
class Lambang:
    """One symbol in a row.

    Attributes:
        kolom: index of its column.
        is_utama: the main symbol of the row.
        teks: stands in it.
    """

    kolom: int
    simbol: Simbol
    sebagai: Keterlibatan
    is_utama: bool = False
    teks: str = ""


@dataclass(frozen=True)
class Baris:
    """The symbols of one step of the SOP, a row of its table.

    Attributes:
        utama: the main symbol.
        lain: the small ones, from left to right.
        is_disimpulkan: who does it, or that it is a decision, was deduced and is not confirmed.
    """

    sequence: int
    utama: Lambang
    lain: tuple[Lambang, ...] = ()
    is_disimpulkan: bool = False

    @property
    def lambang(self) -> tuple[Lambang, ...]:
        """All symbols, the main one first."""
        return (self.utama, *self.lain)


@dataclass(frozen=True)
class Alir:
    """The way on from row `dari`, column `kolom`, to the main symbol of the next row."""

    dari: int
    kolom: int
    label: str = ""


@dataclass(frozen=True)
class Kembali:
    """The way back from the decision in row `dari` to the main symbol of row `ke`.

    Attributes:
        is_kanan: it leaves the decision at its right side and runs up at the right of its column.
        is_bawah: both sides of the decision are taken, so it leaves at the lower edge.
        jalur: 0, 1 … counts the ways back that run beside each other there.
    """

    dari: int
    ke: int
    is_kanan: bool
    is_bawah: bool = False
    jalur: int = 0
    label: str = "Tidak"


@dataclass(frozen=True)
class Diagram:
    """The whole plan; rows are counted from 0."""

    kolom: tuple[str, ...]
    baris: tuple[Baris, ...]
    alir: tuple[Alir, ...]
    kembali: tuple[Kembali, ...]


def plan_diagram(sop: Sop) -> Diagram:
    """Plan the flowchart of an SOP that `check_sop` found whole."""
    columns = {peran.kode: n for n, peran in enumerate(sop.kolom)}
    rows = tuple(_plan_row(langkah, columns) for langkah in sop.langkah)
    return Diagram(
        kolom=tuple(peran.tercetak or peran.nama for peran in sop.kolom),
        baris=rows,
        alir=tuple(_plan_way_on(n, row, below) for n, (row, below) in enumerate(pairwise(rows))),
        kembali=_plan_ways_back(sop, rows),
    )


def name_segi_lima(diagram: Diagram, breaks: frozenset[int]) -> dict[Alir | Kembali, str]:
    """Give each way that crosses a page the letter of its two segi lima.

    Args:
        diagram: the plan.
        breaks: rows with which a new page begins.
    """
    ways: list[Alir | Kembali] = sorted(
        (*diagram.alir, *diagram.kembali), key=lambda way: (way.dari, isinstance(way, Kembali))
    )
    names: dict[Alir | Kembali, str] = {}
    for way in ways:
        first, last = way.dari, way.dari + 1
        if isinstance(way, Kembali):
            first, last = way.ke, way.dari
        if any(first < row <= last for row in breaks):
            # Ways back that share their lane and their aim share the segi lima too.
            shared = next((n for other, n in names.items() if _is_shared(diagram, way, other)), "")
            names[way] = shared or _letter(len(set(names.values())))
    return names


def _letter(n: int) -> str:
    """Count from A to Z, then AA, AB and so on."""
    return (_letter(n // 26 - 1) if n >= 26 else "") + "ABCDEFGHIJKLMNOPQRSTUVWXYZ"[n % 26]


def _plan_row(langkah: Langkah, columns: dict[str, int]) -> Baris:
    shown = [p for p in langkah.peran if p.peran in columns]
    main = next(p for p in shown if p.sebagai is Keterlibatan.PELAKSANA)
    simbol, teks = Simbol.KOTAK, ""
    if langkah.is_start or langkah.is_end:
        simbol, teks = Simbol.KAPSUL, "Mulai" if langkah.is_start else "Selesai"
    if langkah.is_decision:
        simbol, teks = Simbol.BELAH_KETUPAT, ""
    return Baris(
        sequence=langkah.sequence,
        utama=Lambang(columns[main.peran], simbol, main.sebagai, is_utama=True, teks=teks),
        lain=tuple(
            Lambang(columns[p.peran], Simbol.KOTAK, p.sebagai)
            for p in sorted(shown, key=lambda p: columns[p.peran])
            if columns[p.peran] != columns[main.peran]
        ),
        is_disimpulkan=_is_disimpulkan(langkah, main),
    )


def _is_disimpulkan(langkah: Langkah, main: PeranLangkah) -> bool:
    has_open_question = langkah.keputusan is not None and langkah.keputusan.is_terbuka
    return main.is_terbuka or has_open_question


def _plan_way_on(n: int, row: Baris, below: Baris) -> Alir:
    if row.utama.simbol is Simbol.BELAH_KETUPAT:
        return Alir(n, row.utama.kolom, "Ya")
    here = {lambang.kolom for lambang in row.lambang}
    return Alir(n, below.utama.kolom if below.utama.kolom in here else row.utama.kolom)


def _plan_ways_back(sop: Sop, rows: tuple[Baris, ...]) -> tuple[Kembali, ...]:
    row_of = {row.sequence: n for n, row in enumerate(rows)}
    # Per column and side the rows that the lanes lead to; each lane has one aim.
    lanes: dict[tuple[int, bool], list[int]] = {}
    ways = []
    for langkah in sop.langkah:
        if langkah.kembali_ke is not None:
            start, aim = row_of[langkah.sequence], row_of[langkah.kembali_ke]
            is_right, is_below = _choose_side(rows[start], rows[aim].utama.kolom)
            aims = lanes.setdefault((rows[start].utama.kolom, is_right), [])
            if aim not in aims:
                aims.append(aim)
            ways.append(Kembali(start, aim, is_right, is_below, aims.index(aim)))
    return tuple(ways)


def _choose_side(row: Baris, aim: int) -> tuple[bool, bool]:
    """Return whether a way back leaves to the right, and whether from below."""
    column = row.utama.kolom
    prefers_right = aim >= column
    taken = {lambang.kolom > column for lambang in row.lain}
    if len(taken) == 2:
        return prefers_right, True
    return not prefers_right if prefers_right in taken else prefers_right, False


def _is_shared(diagram: Diagram, way: Alir | Kembali, other: Alir | Kembali) -> bool:
    if not isinstance(way, Kembali) or not isinstance(other, Kembali):
        return False
    columns = {diagram.baris[back.dari].utama.kolom for back in (way, other)}
    return len(columns) == 1 and (way.ke, way.is_kanan) == (other.ke, other.is_kanan)
