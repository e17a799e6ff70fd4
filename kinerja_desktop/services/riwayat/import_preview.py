"""What taking in a workbook would change, line by line, in words."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.services.kantor.directory import Directory
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.import_plan import ImportPlan, IsiLembar, PlannedRow

BARU = "(baris baru)"
KOSONG = "–"


@dataclass(frozen=True)
class BarisPratinjau:
    """One cell that would change.

    Attributes:
        lembar: name of the sheet.
        baris: what people call the row.
        kolom: heading of the column.
        lama: what stands there now.
        baru: what would stand there.
    """

    lembar: str
    baris: str
    kolom: str
    lama: str
    baru: str


def describe_plan(office: Office, plan: ImportPlan) -> list[BarisPratinjau]:
    """Return every cell that a plan would change, old beside new."""
    with office.journal.reading() as session:
        directory = Directory(session)
        for row in plan.rows:
            name = SECTIONS[row.section].acuan
            if row.is_new and name:
                directory.add(row.section, row.id, str(row.values[name]))
        return [line for row in plan.rows for line in _describe(row, directory)]


def _describe(row: PlannedRow, directory: Directory) -> list[BarisPratinjau]:
    section = SECTIONS[row.section]

    def write(name: str, value: Any) -> str:
        return section.field(name).format(value, directory.describe) or KOSONG

    lines = []
    for name, value in row.values.items():
        after = write(name, value)
        before = BARU if row.is_new else write(name, row.old[name])
        if after != KOSONG or not row.is_new:
            label = section.field(name).label
            lines.append(
                BarisPratinjau(section.title, row.label.rstrip(" ·"), label, before, after)
            )
    return lines


def describe_sheets(plan: ImportPlan) -> list[str]:
    """Return what became of the rows of each sheet, a line each.

    Every filled row is in one of the numbers, so that nobody has to guess what was passed over.
    """
    return [
        f"{lembar.lembar}: " + ", ".join(f"{count} {word}" for count, word in _counts(lembar))
        for lembar in plan.lembar
    ]


def _counts(lembar: IsiLembar) -> list[tuple[int, str]]:
    found = [
        (lembar.baru, "baris baru"),
        (lembar.berubah, "berubah"),
        (lembar.tetap, "tetap"),
        (lembar.terkunci, "terkunci, tidak dimasukkan"),
        (lembar.salah, "harus diperbaiki"),
    ]
    return [(count, word) for count, word in found if count]


def count_rows(plan: ImportPlan) -> tuple[int, int]:
    """Return how many rows would be added, and how many changed."""
    added: set[UUID] = {row.id for row in plan.rows if row.is_new}
    return len(added), len(plan.rows) - len(added)
