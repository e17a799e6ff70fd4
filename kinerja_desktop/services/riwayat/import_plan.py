"""What taking in a workbook would do, row by row."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

from kinerja_desktop.domain.capaian.snapshot import KECAMATAN
from kinerja_desktop.errors import Problem


@dataclass(frozen=True)
class PlannedRow:
    """A row that would be added or changed.

    Attributes:
        section: key of its section.
        id: its id, a new one for an added row.
        is_new: whether it is added.
        values: field name to value, of what changes (of everything, for an added row).
        old: field name to the present value, of what changes.
        label: what people call it.
    """

    section: str
    id: UUID
    is_new: bool
    values: Mapping[str, Any]
    old: Mapping[str, Any] = field(default_factory=dict)
    label: str = ""


@dataclass
class IsiLembar:
    """What became of the filled rows of one sheet: each of them is counted once.

    Attributes:
        lembar: name of the sheet.
        baru: rows that would be added.
        berubah: rows that would be changed.
        tetap: rows that are the same already.
        terkunci: rows that stay as they are because of something final.
        salah: rows with something to be mended first.
    """

    lembar: str
    baru: int = 0
    berubah: int = 0
    tetap: int = 0
    terkunci: int = 0
    salah: int = 0


@dataclass(frozen=True)
class ImportPlan:
    """What taking in a workbook would do.

    Attributes:
        path: the workbook.
        rows: what would be added or changed.
        unchanged: how many rows are the same already.
        problems: what is wrong; a plan with more than warnings cannot be applied.
        lembar: what became of the rows of each sheet; sheets without a row are left out.
        jenis: of which kind of office the workbook is.
    """

    path: Path
    rows: list[PlannedRow]
    unchanged: int
    problems: list[Problem]
    lembar: list[IsiLembar] = field(default_factory=list)
    jenis: str = KECAMATAN

    @property
    def terkunci(self) -> int:
        """How many rows stay as they are because of something final."""
        return sum(sheet.terkunci for sheet in self.lembar)

    @property
    def is_sound(self) -> bool:
        """Whether the plan can be applied."""
        return all(problem.is_warning for problem in self.problems)
