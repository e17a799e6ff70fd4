"""How one version leaves data on a server, and what the next finds: told by the trail alone.

Others go on working when one has closed the program, so that what the tables held then is nowhere
any more. The trail is: its head is remembered, and proves later that the rows are what its deeds
have made of them (`store/trail_check.py`). It costs one question, however large the data is.
"""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from kinerja_desktop.domain.fingerprint import TableFingerprint
from kinerja_desktop.store.trail_check import compare_rows, replay

_TRAIL = "transaksi"
_SEAL = ("rantai",)
_HEAD = "SELECT count(*), (SELECT rantai FROM transaksi ORDER BY id DESC LIMIT 1) FROM transaksi"


def read_head(connection: Connection) -> tuple[TableFingerprint, ...]:
    """Return the head of the trail in the form of a table: how many deeds, and the last seal."""
    deeds, seal = connection.exec_driver_sql(_HEAD).one()
    return (TableFingerprint(_TRAIL, _SEAL, int(deeds), str(seal or "")),)


def recall_by_trail(
    connection: Connection,
    remembered: Sequence[TableFingerprint],
    now: Sequence[TableFingerprint],
) -> tuple[TableFingerprint, ...]:
    """Return the tables as the deeds of the trail have left them.

    Args:
        connection: in a transaction that sees one state of the data.
        remembered: a head of the trail, or tables in full.
        now: the tables as they are.

    Returns:
        What is now, without the hash where a table is not what the trail tells; `remembered`
        itself where it is tables in full; empty when its head is not of this trail, because a
        backup has been restored since.
    """
    head = next((item for item in remembered if item.columns == _SEAL), None)
    if head is None:
        return tuple(remembered)
    jejak = replay(connection)
    if head.rows and head.sha256 not in jejak.seals:
        return ()
    wrong = {temuan.tabel or _TRAIL for temuan in (*jejak.temuan, *compare_rows(connection, jejak))}
    return tuple(replace(item, sha256="") if item.table in wrong else item for item in now)
