"""Take in damaged forms: read or refused with a sentence, and what is taken in can be undone.

Half of them are damaged as files, half as sheets: what people and other programs do to cells.
"""

import random
import time
from collections.abc import Callable, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from sqlmodel import select

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengumpulan.baca import plan_terima
from kinerja_desktop.services.pengumpulan.terima import take_in
from kinerja_desktop.services.pengumpulan.tolak import write_rejects
from kinerja_desktop.store.records import Lampiran, Realisasi, RealisasiAnggaran
from tests.damage import variants
from tests.services.pengumpulan.office import PERIODE

MOST_SECONDS = 10.0
_VALUES: tuple[Any, ...] = (
    None, "", " ", 0, -1, 1e300, 10**18, 0.1 + 0.2, True, "1.234", "1,234,5", "=1/0", "=A1",
    "#REF!", "é\n\n;",
    "KD-FORMULIR x", "kunci", "uraian", "Diisi oleh", "9" * 400, "a" * 32_000, "\u202efdp",
    "../../etc/passwd", "7-8", "90%", "-", "Ya", "BB", date(2024, 8, 7), datetime(1900, 1, 1),  # noqa: DTZ001
)  # fmt: skip


class Tally:
    """How a campaign went."""

    def __init__(self) -> None:
        self.taken = self.nothing = self.refused = 0
        self.slowest, self.name = 0.0, ""

    def __str__(self) -> str:
        return (
            f"{self.taken} masuk, {self.nothing} tanpa isian baru, {self.refused} ditolak; "
            f"terlama {self.slowest:.2f} s ({self.name})"
        )


def damage_form(seed: int, sound: Path, path: Path) -> str:
    """Write a damaged copy of a form; return what was done."""
    if seed % 2:
        ((done, content),) = variants(sound.read_bytes(), 1, seed // 2)
        path.write_bytes(content)
        return done
    chance = random.Random(seed)
    book = load_workbook(sound)
    names = []
    for _ in range(chance.choice((1, 2, 6))):
        change = chance.choice(_CHANGES)
        change(chance, book)
        names.append(change.__name__)
    book.save(path)
    return ", ".join(names)


def damage_forms(
    office: Office,
    sound: Sequence[Path],
    work: Path,
    count: int,
    first: int = 0,
    damage: Callable[[int, Path, Path], str] = damage_form,
) -> Tally:
    """Read, preview, write back and take in damaged forms.

    Args:
        office: whose forms they are.
        sound: filled forms.
        work: a folder to work in.
        count: how many.
        first: the first seed.
        damage: `damage_form`, perhaps in another process: making a bomb costs more than reading.

    Raises:
        AssertionError: looking changed something, undoing left something, or it took too long.
    """
    tally = Tally()
    before = _contents(office)
    (work / "rekap.pdf").write_bytes(b"%PDF-1.4")
    for seed in range(first, first + count):
        path = work / f"rusak-{seed}.xlsx"
        name = f"benih {seed}"
        try:
            name += ": " + damage(seed, sound[seed % len(sound)], path)
            started = time.process_time()
            _go_through(office, path, work / f"tolak-{seed}.xlsx", tally)
            took = time.process_time() - started
            assert _contents(office) == before, "undoing left something"
            assert took <= MOST_SECONDS, f"{took:.1f} s"
        except BaseException as error:
            error.add_note(name)
            raise
        finally:
            path.unlink(missing_ok=True)
        if took > tally.slowest:
            tally.slowest, tally.name = took, name
    return tally


def _go_through(office: Office, path: Path, rejects: Path, tally: Tally) -> None:
    state = office.journal.state()
    rencana = plan_terima(office, [path], PERIODE)
    assert office.journal.state() == state, "looking changed something"
    for problem in rencana.gagal:
        str(problem).encode()
    for form in rencana.formulir:
        "\n".join((*form.sebab, *map(str, form.masalah))).encode()
    for _, row in rencana.rows():
        "\n".join((*row.alasan, *row.catatan, row.ragu)).encode()
        if row.alasan:
            assert not row.can_go_in
    if write_rejects(office, rencana, rejects):
        assert plan_terima(office, [rejects], PERIODE).gagal == (), "what is given back is no form"
        rejects.unlink()
    if not rencana.formulir:
        assert rencana.gagal, "refused without a word"
        tally.refused += 1
        return
    wanted = {key for key, row in rencana.rows() if row.can_go_in}
    try:
        result = take_in(office, rencana, wanted)
    except KinerjaError as error:
        str(error).encode()
        assert office.journal.state() == state, "a refusal changed something"
        tally.refused += 1
        return
    if result.formulir:
        office.journal.undo()
    tally.taken += bool(result.masuk)
    tally.nothing += not result.masuk


def _contents(office: Office) -> dict[str, list[str]]:
    with office.journal.reading() as session:
        return {
            kind.__name__: sorted(row.model_dump_json() for row in session.exec(select(kind)))
            for kind in (Realisasi, RealisasiAnggaran, Lampiran)
        }


def _sheet(chance: random.Random, book: Any) -> Any:
    return chance.choice([*book.worksheets, book.worksheets[0], book.worksheets[0]])


def put_values(chance: random.Random, book: Any) -> None:
    sheet = _sheet(chance, book)
    for _ in range(chance.choice((1, 5, 40))):
        cell = sheet.cell(chance.randrange(1, sheet.max_row + 2), chance.randrange(1, 17))
        if type(cell).__name__ == "Cell":
            cell.value = chance.choice(_VALUES)


def swap_cells(chance: random.Random, book: Any) -> None:
    sheet = _sheet(chance, book)
    for _ in range(5):
        one, other = (
            sheet.cell(chance.randrange(1, sheet.max_row + 1), chance.randrange(1, 15))
            for _ in range(2)
        )
        if {type(one).__name__, type(other).__name__} == {"Cell"}:
            one.value, other.value = other.value, one.value


def move_rows(chance: random.Random, book: Any) -> None:
    sheet = _sheet(chance, book)
    row = chance.randrange(1, sheet.max_row + 1)
    chance.choice((sheet.insert_rows, sheet.delete_rows))(row, chance.choice((1, 2, 9)))


def move_columns(chance: random.Random, book: Any) -> None:
    sheet = _sheet(chance, book)
    column = chance.randrange(1, 15)
    chance.choice((sheet.insert_cols, sheet.delete_cols))(column, chance.choice((1, 2)))


def merge_cells(chance: random.Random, book: Any) -> None:
    sheet = _sheet(chance, book)
    top, left = chance.randrange(1, sheet.max_row + 1), chance.randrange(1, 15)
    sheet.merge_cells(
        start_row=top, end_row=top + chance.randrange(1, 9),
        start_column=left, end_column=left + chance.randrange(1, 5),
    )  # fmt: skip


def copy_rows(chance: random.Random, book: Any) -> None:
    sheet = _sheet(chance, book)
    source, target = (chance.randrange(1, sheet.max_row + 2) for _ in range(2))
    for column in range(1, 15):
        cell = sheet.cell(target, column)
        if type(cell).__name__ == "Cell":
            cell.value = sheet.cell(source, column).value


def change_sheets(chance: random.Random, book: Any) -> None:
    sheet = _sheet(chance, book)
    match chance.randrange(3):
        case 0:
            sheet.title = chance.choice(("Identitas", "Formulir", "x"))
        case 1 if len(book.worksheets) > 1:
            book.remove(sheet)
            book.worksheets[0].sheet_state = "visible"
        case _:
            book.copy_worksheet(sheet)


_CHANGES: tuple[Callable[[random.Random, Any], None], ...] = (
    put_values, put_values, swap_cells, move_rows, move_columns, merge_cells, copy_rows,
    change_sheets,
)  # fmt: skip
