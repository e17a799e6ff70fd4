"""The columns of those who take part in an SOP of the office: added, named, moved, taken out."""

from dataclasses import replace

from kinerja_desktop.domain.sop.langkah import Peran
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.errors import KinerjaError

#: More columns do not fit on a sheet lying across (`docs/architecture.md` §4.9).
MAKS_KOLOM = 12


def add_kolom(sop: Sop, nama: str) -> Sop:
    """Return the SOP with one more column, behind the others.

    Raises:
        KinerjaError: the name is empty or stands there already, or the sheet is full.
    """
    words = _require_name(sop, nama, "")
    if len(sop.kolom) >= MAKS_KOLOM:
        raise KinerjaError(
            f"Tabel SOP memuat paling banyak {MAKS_KOLOM} pelaksana.", "Gabungkan yang sejenis."
        )
    known = {peran.kode for peran in sop.peran}
    kode = next(name for n in range(1, len(known) + 2) if (name := f"P{n}") not in known)
    return _order(sop, [*sop.kolom, Peran(kode, words, words)])


def rename_kolom(sop: Sop, kode: str, nama: str) -> Sop:
    """Return the SOP with another name for a column.

    Raises:
        KinerjaError: the name is empty or stands there already.
    """
    words = _require_name(sop, nama, kode)
    return replace(
        sop,
        peran=tuple(
            replace(peran, nama=words, tercetak=words if peran.has_kolom else None)
            if peran.kode == kode
            else peran
            for peran in sop.peran
        ),
    )


def move_kolom(sop: Sop, kode: str, by: int) -> Sop:
    """Return the SOP with a column `by` places further right (negative: left).

    At the edge nothing changes.
    """
    columns = list(sop.kolom)
    place = columns.index(sop.get_peran(kode))
    target = min(max(0, place + by), len(columns) - 1)
    columns.insert(target, columns.pop(place))
    return _order(sop, columns)


def remove_kolom(sop: Sop, kode: str) -> Sop:
    """Return the SOP without a column, and its steps without whoever stood there.

    Raises:
        KinerjaError: it is the only one, or somebody in it is the only one who does a step.
    """
    name = sop.get_peran(kode).nama
    if len(sop.kolom) == 1:
        raise KinerjaError("SOP harus punya paling sedikit satu pelaksana.", "Tambah dulu.")
    alone = [
        step.sequence for step in sop.langkah if step.pelaksana and set(step.pelaksana) == {kode}
    ]
    if alone:
        steps = ", ".join(map(str, alone))
        raise KinerjaError(
            f"{name} satu-satunya yang mengerjakan langkah {steps}.",
            "Pilih dulu pelaksana lain untuk langkah itu.",
        )
    langkah = tuple(
        replace(step, peran=tuple(part for part in step.peran if part.peran != kode))
        for step in sop.langkah
    )
    rest = [peran for peran in sop.kolom if peran.kode != kode]
    return _order(replace(sop, langkah=langkah), rest)


def _order(sop: Sop, columns: list[Peran]) -> Sop:
    others = [peran for peran in sop.peran if not peran.has_kolom]
    return replace(sop, peran=(*columns, *others))


def _require_name(sop: Sop, nama: str, kode: str) -> str:
    words = " ".join(nama.split())
    if not words:
        raise KinerjaError("Nama pelaksana masih kosong.", "Tulis jabatannya.")
    for peran in sop.peran:
        if peran.kode != kode and peran.nama.casefold() == words.casefold():
            raise KinerjaError(f"{words} sudah ada.", "Pakai nama lain.")
    return words
