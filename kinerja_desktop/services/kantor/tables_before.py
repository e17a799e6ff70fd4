"""At the start: was the program another one last time, and is the data still the same?"""

import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from sqlalchemy.exc import SQLAlchemyError

from kinerja_desktop import __version__
from kinerja_desktop.domain.fingerprint import TableFingerprint, columns_of, compare_tables
from kinerja_desktop.domain.update import UpdatePlan, UpdateRecord, UpdateReport
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store.update_record import read_record, write_record

if TYPE_CHECKING:
    from kinerja_desktop.store.upgrade import Upgrade

LOG = logging.getLogger("kinerja_desktop")
Tables = tuple[TableFingerprint, ...]
ReadTables = Callable[[Mapping[str, tuple[str, ...]] | None], Tables]


class Recall(Protocol):
    """Finds how an earlier program left the tables; see `store.backing.Backing.recall`."""

    def __call__(self, remembered: Tables, *, is_planned: bool) -> Tables:
        """Return the tables as they were; empty when nobody knows."""


def conclude_start(
    folder: Path,
    moment: datetime,
    upgrade: "Upgrade | None",
    read_tables: ReadTables,
    recall: Recall,
    back_up: Callable[[], Path],
    version: str = __version__,
) -> UpdateRecord:
    """Tell, when another version opens the data, whether all is as it was, and remember it.

    A record that cannot be read or written stops nobody: it holds nothing that the office typed.

    Args:
        folder: the data folder, whose database has the present schema by now.
        moment: now, aware.
        upgrade: what bringing it to this schema did; None when it had it.
        read_tables: reads the tables as they are now, in given columns or in all.
        recall: finds how the version before left them.
        back_up: makes a backup of the data, for an update that nobody made one for.
        version: this program.

    Returns:
        What the folder remembers from now on.
    """
    try:
        record = read_record(folder)
    except KinerjaError:
        LOG.exception("what the last version left is not known")
        return UpdateRecord(version)
    plan = record.plan
    # An older backup that was restored needs an upgrade as well, and is no update.
    is_first = upgrade is not None and not record.version
    if record.version == version and plan is None:
        return record
    known = replace(record, version=version, plan=None, failed=None, is_rolled_back=False)
    if record.version not in ("", version) or is_first or _has_arrived(plan, version):
        report = _report(record, version, moment, upgrade, read_tables, recall, back_up)
        known = replace(known, report=report, is_seen=False)
    elif plan is not None and plan.from_version == version:
        is_rolled_back = plan.is_return and _is_same(plan.tables, read_tables)
        known = replace(known, failed=plan, is_rolled_back=is_rolled_back)
    try:
        write_record(folder, known)
    except KinerjaError:
        LOG.exception("what this version found was not written down")
    return known


def remember_tables(
    folder: Path, describe: Callable[[], Tables], raw_errors: tuple[type[Exception], ...] = ()
) -> None:
    """Write down how this version leaves the data, for the one that opens it next.

    What cannot be read or written is only logged: whoever closes the program has done their work,
    and the next start finds out by the trail that nothing was written down.

    Args:
        folder: the data folder.
        describe: describes the data as it is now.
        raw_errors: what it may raise below the engine.
    """
    known: tuple[type[Exception], ...] = (KinerjaError, SQLAlchemyError, *raw_errors)
    try:
        record = replace(read_record(folder), version=__version__, tables=describe())
        write_record(folder, record)
    except known:
        LOG.exception("the state of the data was not written down")


def mark_seen(folder: Path) -> UpdateRecord:
    """Remember that the clerk has been told of the last update.

    Raises:
        KinerjaError: it cannot be written down.
    """
    record = replace(read_record(folder), is_seen=True, failed=None, is_rolled_back=False)
    write_record(folder, record)
    return record


def _is_same(tables: Tables, read_tables: ReadTables) -> bool:
    changes = compare_tables(tables, read_tables(columns_of(tables)))
    return all(change.is_same for change in changes)


def _has_arrived(plan: UpdatePlan | None, version: str) -> bool:
    return plan is not None and plan.to_version == version


def _report(
    record: UpdateRecord,
    version: str,
    moment: datetime,
    upgrade: "Upgrade | None",
    read_tables: ReadTables,
    recall: Recall,
    back_up: Callable[[], Path],
) -> UpdateReport:
    """Compare the data with how the version before left it, as far as that is known."""
    # A plan that led elsewhere says nothing about this version.
    plan = record.plan if _has_arrived(record.plan, version) else None
    before = _find_before(record, plan, upgrade, recall)
    return UpdateReport(
        from_version=plan.from_version if plan else record.version,
        to_version=version,
        moment=moment.isoformat(),
        backup=plan.backup if plan else _name_backup(upgrade, back_up),
        tables=compare_tables(before, read_tables(columns_of(before))) if before else (),
        is_return=plan is not None and plan.is_return,
    )


def _name_backup(upgrade: "Upgrade | None", back_up: Callable[[], Path]) -> str:
    try:
        return (upgrade.backup if upgrade else back_up()).name
    except KinerjaError:  # a full disk costs the way back, not the day's work
        LOG.exception("no backup was made for the update")
        return ""


def _find_before(
    record: UpdateRecord,
    plan: UpdatePlan | None,
    upgrade: "Upgrade | None",
    recall: Recall,
) -> Tables:
    """Return the data as the version before left it; empty when nobody knows."""
    if plan:
        return recall(plan.tables, is_planned=True)
    known = recall(record.tables, is_planned=False) if record.tables else ()
    return known or (upgrade.before if upgrade else ())
