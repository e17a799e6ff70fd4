"""At the start: was the program another one last time, and is the data still the same?"""

import logging
import sqlite3
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from kinerja_desktop import __version__
from kinerja_desktop.domain.fingerprint import TableFingerprint, columns_of, compare_tables
from kinerja_desktop.domain.update import UpdateRecord, UpdateReport
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.store.update_record import read_record, write_record

if TYPE_CHECKING:
    from kinerja_desktop.store.upgrade import Upgrade

LOG = logging.getLogger("kinerja_desktop")
Tables = tuple[TableFingerprint, ...]
ReadTables = Callable[[Mapping[str, tuple[str, ...]] | None], Tables]
_TRAIL = "transaksi"


def conclude_start(
    folder: Path,
    moment: datetime,
    upgrade: "Upgrade | None",
    read_tables: ReadTables,
    version: str = __version__,
) -> UpdateRecord:
    """Tell, when another version opens the data, whether all is as it was, and remember it.

    Args:
        folder: the data folder, whose database has the present schema by now.
        moment: now, aware.
        upgrade: what bringing it to this schema did; None when it had it.
        read_tables: reads the tables as they are now, in given columns or in all.
        version: this program.

    Returns:
        What the folder remembers from now on.

    Raises:
        KinerjaError: it cannot be written down.
    """
    record = read_record(folder)
    plan = record.plan
    if record.version == version and plan is None and upgrade is None:
        return record
    has_arrived = plan is not None and plan.to_version == version
    known = replace(record, version=version, plan=None, failed=None if has_arrived else plan)
    is_other = has_arrived or upgrade is not None or record.version not in ("", version)
    if is_other and (before := _find_before(record, upgrade, read_tables)):
        report = UpdateReport(
            from_version=record.version,
            to_version=version,
            moment=moment.isoformat(),
            backup=plan.backup if plan else upgrade.backup.name if upgrade else "",
            tables=compare_tables(before, read_tables(columns_of(before))),
            is_return=bool(plan and has_arrived and plan.is_return),
        )
        known = replace(known, report=report, is_seen=False)
    write_record(folder, known)
    return known


def remember_tables(folder: Path, read_tables: ReadTables) -> None:
    """Write down how this version leaves the data, for the one that opens it next.

    What cannot be read or written is only logged: whoever closes the program has done their work,
    and the next start finds out by the trail that nothing was written down.
    """
    try:
        record = replace(read_record(folder), version=__version__, tables=read_tables(None))
        write_record(folder, record)
    except (KinerjaError, SQLAlchemyError, sqlite3.Error):
        LOG.exception("the state of the data was not written down")


def mark_seen(folder: Path) -> UpdateRecord:
    """Remember that the clerk has been told of the last update.

    Raises:
        KinerjaError: it cannot be written down.
    """
    record = replace(read_record(folder), is_seen=True, failed=None)
    write_record(folder, record)
    return record


def _find_before(
    record: UpdateRecord, upgrade: "Upgrade | None", read_tables: ReadTables
) -> Tables:
    """Return the data as the version before left it; empty when nobody knows."""
    if record.plan:
        return record.plan.tables
    # Every change leaves a line in the trail: as many lines, and nothing was done since then.
    if record.tables and _count_trail(record.tables) == _count_trail(read_tables(None)):
        return record.tables
    return upgrade.before if upgrade else ()


def _count_trail(tables: Tables) -> int:
    return next((item.rows for item in tables if item.table == _TRAIL), 0)
