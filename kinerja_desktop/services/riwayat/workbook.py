"""The whole office as one workbook, out and in again.

Taking in is two steps: `plan_import` reads and checks everything and changes nothing; only a plan
without problems can be applied, as one deed of the clerk.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import Session

from kinerja_desktop.domain.angka.urutan_kode import order_kode
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.sections.fields import Field, Section
from kinerja_desktop.domain.sections.row_checks import check_row
from kinerja_desktop.errors import DataProblemsError, KinerjaError, Problem
from kinerja_desktop.exchange.files import write_file
from kinerja_desktop.exchange.workbook_layout import RawRow
from kinerja_desktop.exchange.workbook_read import in_reading_order, read_workbook
from kinerja_desktop.exchange.workbook_write import write_workbook
from kinerja_desktop.services.kantor.data_entry import Row, row_values
from kinerja_desktop.services.kantor.directory import Directory
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.outputs import require_output
from kinerja_desktop.services.riwayat.maintenance import Progress, back_up_database
from kinerja_desktop.store.backup import Alasan
from kinerja_desktop.store.queries.rows import list_columns, list_rows
from kinerja_desktop.store.records import RECORDS
from kinerja_desktop.store.row_locks import TABLES, find_lock

#: Of so many rows the clerk is asked once whether to stop.
_ROWS_AT_ONCE = 50


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


@dataclass(frozen=True)
class ImportPlan:
    """What taking in a workbook would do.

    Attributes:
        path: the workbook.
        rows: what would be added or changed.
        unchanged: how many rows are the same already.
        problems: what is wrong; a plan with more than warnings cannot be applied.
    """

    path: Path
    rows: list[PlannedRow]
    unchanged: int
    problems: list[Problem]

    @property
    def is_sound(self) -> bool:
        """Whether the plan can be applied."""
        return all(problem.is_warning for problem in self.problems)


def export_workbook(office: Office, path: Path, *, kosong: bool = False) -> None:
    """Write the whole office as one workbook; with `kosong` only its headings.

    Raises:
        KinerjaError: the place cannot be written, or is the data folder, or the name is not
            that of a workbook.
    """
    require_output(office, path, (".xlsx",))
    with office.journal.reading() as session:
        directory = Directory(session)
        rows: dict[str, list[Row]] = {}
        if not kosong:
            rows = {
                key: sorted(
                    (row_values(section, row) for row in list_rows(session, key)),
                    key=lambda row: _order(section, row, directory),
                )
                for key, section in SECTIONS.items()
            }
        explanations = {} if kosong else _explanations(session)
        content = write_workbook(
            rows,
            SECTIONS,
            directory.describe,
            lambda section, text: explanations.get((section, text), ""),
        )
    write_file(path, content)


class ImportCancelledError(KinerjaError):
    """The clerk stopped taking in a workbook; nothing of it is left."""

    def __init__(self) -> None:
        super().__init__("Pengambilan buku kerja dibatalkan.", "Tidak ada data yang berubah.")


def plan_import(
    office: Office, path: Path, cancelled: Callable[[], bool] = lambda: False
) -> ImportPlan:
    """Read and check a workbook whole; nothing is changed.

    Args:
        office: the open office.
        path: the workbook.
        cancelled: asked at each sheet whether the clerk wants to stop.

    Raises:
        ImportCancelledError: the clerk stopped it.
        KinerjaError: the file is no workbook, is protected, or made by a newer program.
    """
    raw, problems = read_workbook(path, SECTIONS)
    with office.journal.reading() as session:
        planner = _Planner(path.name, session)
        planner.problems += problems
        for key, rows in raw.items():
            _stop_if(cancelled)
            planner.take(SECTIONS[key], rows)
        planner.check_targets()
    problems = in_reading_order(planner.problems, SECTIONS)
    return ImportPlan(path, planner.rows, planner.unchanged, problems)


def apply_import(
    office: Office,
    plan: ImportPlan,
    progress: Progress = lambda _step, _steps, _text: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> None:
    """Take in what a plan says, after a backup, as one deed of the clerk.

    Args:
        office: the open office.
        plan: what to take in.
        progress: called with the row, the number of rows, and what is being done.
        cancelled: asked again and again whether the clerk wants to stop.

    Raises:
        DataProblemsError: the plan has problems; nothing is changed.
        ImportCancelledError: the clerk stopped it; nothing is changed, and its backup is gone.
    """
    if not plan.is_sound:
        raise DataProblemsError(plan.problems)
    if not plan.rows:
        return
    _stop_if(cancelled)
    backup = back_up_database(office.folder, office.now(), Alasan.SEBELUM_IMPOR)
    try:
        with office.journal.action(f"Mengimpor buku kerja {plan.path.name}") as session:
            for number, planned in enumerate(plan.rows):
                if number % _ROWS_AT_ONCE == 0:
                    _stop_if(cancelled)
                    progress(number, len(plan.rows), f"Memasukkan {plan.path.name}…")
                _put(session, planned)
            # The last moment: from here on it is written, and Ctrl+Z takes it back.
            _stop_if(cancelled)
    except ImportCancelledError:
        with suppress(OSError):  # it only takes room
            backup.unlink()
        raise


def _put(session: Session, planned: PlannedRow) -> None:
    record = RECORDS[planned.section]
    if planned.is_new:
        session.add(record(id=planned.id, **planned.values))
        return
    row = session.get_one(record, planned.id)
    for name, value in planned.values.items():
        setattr(row, name, value)


def _stop_if(cancelled: Callable[[], bool]) -> None:
    if cancelled():
        raise ImportCancelledError


class _Planner:
    """Goes through the sheets in order and gathers rows and problems."""

    def __init__(self, file: str, session: Session) -> None:
        self._file = file
        self._session = session
        self._directory = Directory(session)
        #: The state after the import, by section: needed for checks across sheets.
        self._after: dict[str, dict[UUID, Row]] = {}
        self._places: dict[UUID, tuple[str, RawRow]] = {}
        self._fields = {
            key: {field.name: field for field in section.fields}
            for key, section in SECTIONS.items()
        }
        self.rows: list[PlannedRow] = []
        self.unchanged = 0
        self.problems: list[Problem] = []

    def take(self, section: Section, raw_rows: list[RawRow]) -> None:
        """Check the rows of a sheet and note what they would change."""
        present = self._load(section)
        by_key = {_key(section, row): row for row in present.values()}
        seen: dict[tuple[Any, ...], int] = {}
        for raw in raw_rows:
            values = self._parse(section, raw)
            if values is None:
                continue
            key = _key(section, values)
            if key in seen:
                self._complain(section, raw, _twin_message(section, seen[key]))
                continue
            seen[key] = raw.number
            self._plan(section, raw, values, by_key.get(key))

    def check_targets(self) -> None:
        """A realisasi without any target cannot be measured: it is refused at the door."""
        targets = {
            (row["indikator_id"], row["tahun"])
            for row in self._load(SECTIONS["target_tahunan"]).values()
            if row["nilai"] is not None
        }
        tahun = {
            row["id"]: row["tahun"] for row in self._load(SECTIONS["perjanjian_kinerja"]).values()
        }
        targets |= {
            (row["indikator_id"], tahun[row["perjanjian_kinerja_id"]])
            for row in self._load(SECTIONS["butir_perjanjian"]).values()
            if row["target"] is not None
        }
        for row_id, (key, raw) in self._places.items():
            if key != "realisasi":
                continue
            row = self._after[key][row_id]
            if row["nilai"] is not None and (row["indikator_id"], row["tahun"]) not in targets:
                self._complain(
                    SECTIONS[key],
                    raw,
                    f"target tahun {row['tahun']} belum ada untuk indikator ini: "
                    "isi lembar Target Tahunan lebih dulu",
                    "nilai",
                )

    def _load(self, section: Section) -> dict[UUID, Row]:
        if section.key not in self._after:
            names = ["id", *self._fields[section.key]]
            found = list_columns(self._session, section.key, names)
            self._after[section.key] = {row[0]: dict(zip(names, row, strict=True)) for row in found}
        return self._after[section.key]

    def _parse(self, section: Section, raw: RawRow) -> Row | None:
        values: Row = {}
        sound = True
        fields = self._fields[section.key]
        for name, cell in raw.values.items():
            try:
                values[name] = fields[name].parse(cell, self._directory.resolve, copied=True)
            except ValueError as error:
                self._complain(section, raw, str(error), name)
                sound = False
        for name in section.kunci:
            values.setdefault(name, None)
        return values if sound else None

    def _plan(self, section: Section, raw: RawRow, values: Row, present: Row | None) -> None:
        is_new = present is None
        before = present or {"id": uuid4(), **_defaults(section)}
        after = {**before, **values}
        for problem in check_row(section.key, after):
            place = raw.address(section.kunci[0] if section.kunci else "")
            self.problems.append(
                Problem(problem.message, self._file, section.title, place, problem.is_warning)
            )
        changed = {name: value for name, value in values.items() if value != before[name]}
        if changed and self._is_locked(section, raw, [after] if is_new else [before, after]):
            return
        self._after[section.key][after["id"]] = after
        self._places[after["id"]] = (section.key, raw)
        if section.acuan:
            self._directory.add(section.key, after["id"], str(after[section.acuan]))
        if not is_new and not changed:
            self.unchanged += 1
            return
        self.rows.append(
            PlannedRow(
                section.key,
                after["id"],
                is_new,
                {name: after[name] for name in after if name != "id"} if is_new else changed,
                {name: before[name] for name in changed},
                " · ".join(self._show(section.field(name), after[name]) for name in section.kunci),
            )
        )

    def _is_locked(self, section: Section, raw: RawRow, states: Sequence[Row]) -> bool:
        """Tell whether something final keeps a row as it is; the rest of the book can go in."""
        if section.key not in TABLES:
            return False
        locks = (find_lock(self._session, section.key, state) for state in states)
        lock = next((lock for lock in locks if lock), None)
        if lock:
            message = f"tidak dimasukkan: {lock}"
            place = raw.address(section.kunci[0])
            self.problems.append(
                Problem(message, self._file, section.title, place, is_warning=True)
            )
        return lock is not None

    def _show(self, field: Field, value: Any) -> str:
        return field.format(value, self._directory.describe)

    def _complain(self, section: Section, raw: RawRow, message: str, name: str = "") -> None:
        self.problems.append(Problem(message, self._file, section.title, raw.address(name)))


def _key(section: Section, values: Row) -> tuple[Any, ...]:
    return tuple(
        value.casefold() if isinstance(value, str) else value
        for value in (values[name] for name in section.kunci)
    )


def _twin_message(section: Section, number: int) -> str:
    labels = ", ".join(section.field(name).label for name in section.kunci)
    return f"{labels} sama dengan baris {number}: sisakan satu baris"


def _defaults(section: Section) -> Row:
    fields = RECORDS[section.key].model_fields
    return {f.name: fields[f.name].get_default(call_default_factory=True) for f in section.fields}


def _order(section: Section, row: Row, directory: Directory) -> tuple[object, ...]:
    """Order rows by what stands in their key columns, so that equal data gives equal sheets."""
    texts = []
    for name in section.kunci:
        value = row[name]
        key_field = section.field(name)
        texts.append(
            f"{value:08}" if isinstance(value, int) else key_field.format(value, directory.describe)
        )
    return tuple(order_kode(text) for text in texts)


def _explanations(session: Session) -> dict[tuple[str, str], str]:
    def read(key: str, name: str) -> dict[tuple[str, str], str]:
        section = SECTIONS[key]
        return {
            (key, getattr(row, section.acuan)): getattr(row, name)
            for row in list_rows(session, key)
        }

    return (
        read("indikator", "uraian")
        | read("mata_anggaran", "nama")
        | read("sasaran", "uraian")
        | read("tujuan", "uraian")
    )
