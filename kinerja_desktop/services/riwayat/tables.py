"""The tables that an action of the clerk can change."""

from kinerja_desktop.store.records import RECORDS

#: Every table whose rows stand in the trail.
TABLES = frozenset(RECORDS)
