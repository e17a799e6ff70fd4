"""Which row of a form each row of a sheet is: its visible words and number, else its key.

Whoever sorts a sheet may leave the hidden keys where they were.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kinerja_desktop.domain.pengumpulan.lembar import BUKTI, ISIAN, RUPIAH, fold
from kinerja_desktop.domain.pengumpulan.pembacaan import Alasan, JawabanBaris
from kinerja_desktop.domain.pengumpulan.terbaca import BarisTerbaca, SelTerbaca

_KINDS = {item.name: item for item in (*ISIAN, BUKTI, RUPIAH)}


def match_rows(
    names: Mapping[str, str], rows: Iterable[BarisTerbaca], column: str
) -> tuple[dict[str, list[BarisTerbaca]], list[Alasan]]:
    """Find which row of the form each row of the sheet is: by what one sees, else by its key.

    Args:
        names: the words of the form's rows by key.
        rows: the sheet's.
        column: in which the words stand.

    Returns:
        The sheet's rows by key, and the filled ones that belong to none.
    """
    by_words: dict[str, list[str]] = {}
    for key, name in names.items():
        by_words.setdefault(fold(name), []).append(key)
    order = {key: str(number) for number, key in enumerate(names, start=1)}
    found: dict[str, list[BarisTerbaca]] = {}
    strange: list[Alasan] = []
    for row in rows:
        same = by_words.get(fold(row.text(column)), [])
        if len(same) > 1:
            # Two rows with the same words: the number printed before them moves with them.
            same = [key for key in same if order.get(key) == row.text("no")] or same
        if len(same) == 1:
            found.setdefault(same[0], []).append(row)
        elif row.kunci in names and (row.kunci in same or not row.text(column) or not same):
            found.setdefault(row.kunci, []).append(row)
        elif filled := next((name for name in _KINDS if is_filled(row.sel.get(name))), None):
            text = "baris ini tidak ada di formulir yang dikirim: isi di barisnya sendiri"
            strange.append(Alasan(filled, row.sel[filled].alamat, text))
    return found, strange


def take_one(absent: JawabanBaris, rows: Sequence[JawabanBaris]) -> JawabanBaris:
    """Return the one answer of a row of the form; rows that say the same are one."""
    if not rows:
        return replace(absent, catatan=("barisnya tidak ada lagi di formulir ini",))
    first, *others = [row for row in rows if row.isi] or rows
    twin = next((row for row in others if row.isi != first.isi), None)
    if twin is None:
        return first
    name = next((key for key in first.alamat if first.isi.get(key) != twin.isi.get(key)), "nilai")
    said = " dan ".join(
        f"'{row.isi.get(name, '')}' di {row.alamat.get(name, f'baris {row.nomor}')}"
        for row in (first, twin)
    )
    text = f"diisi dua kali dengan jawaban berbeda, {said}: sisakan satu"
    reason = Alasan(name, first.alamat.get(name, f"baris {first.nomor}"), text)
    return replace(first, alasan=(*first.alasan, reason), nilai={})


def is_filled(cell: SelTerbaca | None) -> bool:
    """Blanks alone are what a person leaves who deletes with the space bar."""
    if cell is None or cell.cacat:
        return cell is not None
    return cell.isi is not None and bool(str(cell.isi).strip())
