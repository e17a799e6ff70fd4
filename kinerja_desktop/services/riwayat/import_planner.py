"""Goes through the sheets of a workbook and tells what taking it in would change.

Nothing is changed here; `workbook` reads the file before and applies the plan after.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.kunci import is_free
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.sections.fields import Field, Section
from kinerja_desktop.domain.sections.row_checks import check_row
from kinerja_desktop.domain.surat.buku import agenda_of, explain_misfit, nomor_of
from kinerja_desktop.errors import Problem
from kinerja_desktop.exchange.workbook_layout import RawRow
from kinerja_desktop.progress import Progress, silent, tell_through
from kinerja_desktop.services.kantor.data_entry import Row
from kinerja_desktop.services.kantor.directory import Directory
from kinerja_desktop.services.riwayat.import_answers import JawabanImpor
from kinerja_desktop.services.riwayat.import_order import parents_first
from kinerja_desktop.services.riwayat.import_plan import IsiLembar, PlannedRow
from kinerja_desktop.services.riwayat.import_remarks import KewajaranImpor
from kinerja_desktop.services.riwayat.import_sheet import (
    ImportSheet,
    defaults_of,
    fold_key,
    key_of,
)
from kinerja_desktop.store.queries.pengukuran import list_final
from kinerja_desktop.store.queries.rows import list_columns
from kinerja_desktop.store.queries.surat import read_arah
from kinerja_desktop.store.row_locks import TABLES, find_lock

#: Of so many rows one is told.
_TOLD = 50


class Planner:
    """Takes the sheets in order and gathers rows and problems."""

    def __init__(self, file: str, session: Session) -> None:
        self._file, self._session = file, session
        self._directory = Directory(session)
        #: The state after the import, by section: needed for checks across sheets.
        self._after: dict[str, dict[UUID, Row]] = {}
        self._final = list_final(session)
        self._noted: set[tuple[str, int]] = set()
        self._places: dict[UUID, tuple[str, RawRow]] = {}
        self._sheets: dict[str, ImportSheet] = {}
        #: Numbers of letters that a row of this very workbook takes, by the number of that row.
        self._numbers: dict[Any, int] = {}
        self._answers = JawabanImpor(session)
        self.rows: list[PlannedRow] = []
        self.problems: list[Problem] = []

    @property
    def unchanged(self) -> int:
        """How many rows are the same already."""
        return sum(sheet.counts.tetap for sheet in self._sheets.values())

    @property
    def lembar(self) -> list[IsiLembar]:
        """What became of the rows of each sheet that has some."""
        return [sheet.counts for sheet in self._sheets.values() if sheet.has_rows]

    def take(self, section: Section, raw_rows: list[RawRow], progress: Progress = silent) -> None:
        """Check the rows of a sheet and note what they would change; `progress` may end it."""
        sheet = self._sheets[section.key] = ImportSheet(section, self._load(section).values())
        sheet.has_rows = bool(raw_rows)
        seen: dict[Any, int] = {}
        ordered = parents_first(section, raw_rows)
        for raw in tell_through(ordered, progress, f"Memeriksa {section.title}…", _TOLD):
            values = self._parse(sheet, raw)
            if values is None:
                sheet.counts.salah += 1
                continue
            key = key_of(section, values)
            present = sheet.find(key)
            mark = id(present) if present else fold_key(key)
            if mark in seen:
                name = section.kunci[0] if len(section.kunci) == 1 else ""
                self._complain(section, raw, _twin_message(section, seen[mark]), name)
                sheet.counts.salah += 1
                continue
            seen[mark] = raw.number
            self._plan(sheet, raw, values, present)

    def check_targets(self) -> None:
        """Remark on a realisasi without any target, and on what looks odd; all of it is kept."""
        targets = {
            (row["indikator_id"], row["tahun"]): row["nilai"]
            for row in self._load(SECTIONS["target_tahunan"]).values()
            if row["nilai"] is not None
        }
        tahun = {
            row["id"]: row["tahun"] for row in self._load(SECTIONS["perjanjian_kinerja"]).values()
        }
        targets |= {
            (row["indikator_id"], tahun[row["perjanjian_kinerja_id"]]): row["target"]
            for row in self._load(SECTIONS["butir_perjanjian"]).values()
            if row["target"] is not None
        }
        for row_id, (key, raw) in self._places.items():
            row = self._after[key][row_id]
            if row["nilai"] is not None and (row["indikator_id"], row["tahun"]) not in targets:
                message = (
                    f"target tahun {row['tahun']} belum ada untuk indikator ini, jadi realisasinya "
                    "belum dapat diukur: isi lembar Target Tahunan"
                )
                self._complain(SECTIONS[key], raw, message, "nilai", is_warning=True)
        self._check_kewajaran(targets)

    def _check_kewajaran(self, targets: dict[tuple[UUID, int], Any]) -> None:
        """Remark on the new figures that look odd (`docs/sakip.md` §4.14)."""
        section = SECTIONS["realisasi"]
        rules = KewajaranImpor(
            self._load(SECTIONS["indikator"]),
            targets,
            self._load(SECTIONS["rencana_aksi"]).values(),
            self._load(section).values(),
        )
        for planned in self.rows:
            if planned.section == section.key and planned.values.get("nilai") is not None:
                _, raw = self._places[planned.id]
                for remark in rules.check(self._after[section.key][planned.id]):
                    self._complain(section, raw, remark, "nilai", is_warning=True)

    def _load(self, section: Section) -> dict[UUID, Row]:
        if section.key not in self._after:
            names = ["id", *(field.name for field in section.fields)]
            found = list_columns(self._session, section.key, names)
            self._after[section.key] = {row[0]: dict(zip(names, row, strict=True)) for row in found}
        return self._after[section.key]

    def _parse(self, sheet: ImportSheet, raw: RawRow) -> Row | None:
        values: Row = {}
        sound = True
        # Figures come last: only then is it known whose unit may stand with them.
        order = sorted(raw.values, key=sheet.is_figure) if sheet.has_figures else raw.values
        for name in order:
            cell = raw.values[name]
            # The same year, unit and number stand in hundreds of rows.
            known = sheet.parsed[name]
            written: Any = cell if cell is None or type(cell) is str else (type(cell), cell)
            satuan = ""
            if sheet.is_figure(name) and type(cell) is str:
                satuan = self._find_satuan(sheet.section, values)
                written = (cell, satuan)
            if written in known:
                values[name] = known[written]
                continue
            try:
                value = sheet.fields[name].parse(
                    cell, self._directory.resolve, copied=True, satuan=satuan
                )
            except ValueError as error:
                self._complain(sheet.section, raw, str(error), name)
                sound = False
                continue
            values[name] = known[written] = value
        for name in sheet.section.kunci:
            values.setdefault(name, None)
        return values if sound else None

    def _find_satuan(self, section: Section, values: Row) -> str:
        """Return the unit of a row's figures: its own, or that of the indicator it belongs to."""
        if section.key != "indikator":
            indikator = self._load(SECTIONS["indikator"])
            key: Any = values.get("indikator_id")
            values = indikator.get(key, {})
        return str(values.get("satuan") or "")

    def _plan(self, sheet: ImportSheet, raw: RawRow, values: Row, present: Row | None) -> None:
        section = sheet.section
        is_new = present is None
        before = present or {"id": uuid4(), **defaults_of(section)}
        changed = sheet.find_changes(values, before)
        after = {**before, **changed} if changed else before
        mistakes = check_row(section.key, after) + self._answers.judge(section.key, after)
        for problem in mistakes:
            self._complain(
                section, raw, problem.message, problem.field, is_warning=problem.is_warning
            )
        if changed and self._is_locked(
            section, raw, [after] if is_new else [before, after], changed
        ):
            sheet.counts.terkunci += 1
            return
        if changed or is_new:
            self._after[section.key][after["id"]] = after
        if section.key == "realisasi":
            self._places[after["id"]] = (section.key, raw)
        if section.acuan and changed:
            self._directory.add(section.key, after["id"], str(after[section.acuan]))
        sheet.count(
            is_sound=all(problem.is_warning for problem in mistakes),
            is_new=is_new,
            has_changed=bool(changed),
        )
        if not is_new and not changed:
            return
        self._note_final(section, after)
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

    def _note_final(self, section: Section, after: Row) -> None:
        """Say once of a sheet and year that a final document keeps the figures it was signed with.

        A plan may change after the signature; only realisasi is locked (`_is_locked`).
        """
        tahun = after.get("tahun")
        if section.key in TABLES or tahun is None or Periode(tahun) not in self._final:
            return
        noted = (section.key, tahun)
        if noted not in self._noted:
            self._noted.add(noted)
            message = (
                f"Pengukuran Kinerja {tahun} sudah final dan tetap seperti ditandatangani: "
                f"{section.title} {tahun} dari buku kerja ini tidak mengubahnya. Pakai 'Buka "
                "kembali' bila dokumen itu memang harus diubah"
            )
            self.problems.append(Problem(message, self._file, section.title, is_warning=True))

    def _is_locked(
        self, section: Section, raw: RawRow, states: Sequence[Row], changed: Row
    ) -> bool:
        """Tell whether something final keeps a row as it is; the rest of the book can go in."""
        if section.key not in TABLES or (len(states) > 1 and is_free(section.key, changed)):
            return False
        if section.key == "surat":
            # By its id a letter is known as it was; only what changes is asked about.
            names = set(changed) if len(states) > 1 else None
            lock = find_lock(self._session, section.key, states[-1], names)
        else:
            locks = (find_lock(self._session, section.key, state) for state in states)
            lock = next((lock for lock in locks if lock), None)
        if lock:
            message = f"tidak dimasukkan: {lock}"
            # The cell that would change something; of a new row the first that names it.
            name = section.kunci[0] if len(states) == 1 else next(iter(changed))
            self._complain(section, raw, message, name, is_warning=True)
        if lock is not None or section.key != "surat":
            return lock is not None
        moves = len(states) == 1 or not {"buku", "arah"}.isdisjoint(changed)
        return (moves and self._is_misfit(section, raw, states[-1])) or self._is_number_taken(
            section, raw, states[-1]
        )

    def _is_misfit(self, section: Section, raw: RawRow, after: Row) -> bool:
        """Tell whether a letter names no book of the office or of this workbook, or a wrong one."""
        rows = self._load(SECTIONS["buku_surat"]).values()
        books = read_arah(self._session) | {row["kunci"]: row["arah"] for row in rows}
        why = explain_misfit(after["buku"] or "", after["arah"], books)
        if why:
            self._complain(section, raw, f"tidak dimasukkan: {why}", "buku", is_warning=True)
        return bool(why)

    def _is_number_taken(self, section: Section, raw: RawRow, after: Row) -> bool:
        """Tell whether a row above gets the same running or whole number of the register."""
        agenda, nomor = agenda_of(after), nomor_of(after)
        keys = [key for key in (("agenda", agenda), ("nomor", nomor)) if key[1] is not None]
        for name, value in keys:
            number = self._numbers.get((name, value), raw.number)
            if number != raw.number:
                what = f"nomor urut {agenda[-1]}" if agenda and name == "agenda" else "nomor ini"
                other = "urut lain, misalnya sisipan seperti 16.1" if name == "agenda" else "lain"
                message = (
                    f"tidak dimasukkan: {what} sudah dipakai baris {number}. Beri nomor {other}"
                )
                self._complain(section, raw, message, name, is_warning=True)
                return True
        self._numbers.update(dict.fromkeys(keys, raw.number))
        return False

    def _show(self, field: Field, value: Any) -> str:
        return field.format(value, self._directory.describe)

    def _complain(
        self, section: Section, raw: RawRow, message: str, name: str, *, is_warning: bool = False
    ) -> None:
        self.problems.append(
            Problem(message, self._file, section.title, raw.address(name), is_warning)
        )


def _twin_message(section: Section, number: int) -> str:
    labels = ", ".join(section.field(name).label for name in section.kunci)
    if not labels:
        return f"{section.title} sudah ada di baris {number}: sisakan satu baris"
    return f"{labels} sama dengan baris {number}: sisakan satu baris"
