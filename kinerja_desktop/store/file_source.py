"""A database file as that of which backups are made."""

from functools import partial
from pathlib import Path

from kinerja_desktop.store.backing import Source
from kinerja_desktop.store.database_copy import copy_database
from kinerja_desktop.store.evidence import EvidenceStore


def file_source(database: Path) -> Source:
    """Return the source of backups that a database file is; its evidence lies beside it."""
    return Source(
        copy=partial(copy_database, database),
        measure=lambda: database.stat().st_size if database.exists() else 0,
        evidence=EvidenceStore(database.parent),
        name=database.name,
    )
