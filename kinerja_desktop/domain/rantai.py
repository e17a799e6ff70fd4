"""The trail as a chain: each deed is sealed together with all that went before it.

`docs/architecture.md` §2.7. A deed that was altered, put in or taken out breaks every seal after
it; what bears a later seal (a final document, a package) then no longer fits. The seal before the
first deed is empty.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

AWAL = ""
"""The seal before the first deed."""


@dataclass(frozen=True)
class Mata:
    """A deed as it is sealed.

    Attributes:
        waktu: when it was done, aware.
        pelaku: who did it.
        label: what was done, as the trail tells it.
        perubahan: the rows it changed in order, each its table, id, values before and after.
    """

    waktu: datetime
    pelaku: str
    label: str
    perubahan: Sequence[tuple[str, str, Mapping[str, Any] | None, Mapping[str, Any] | None]] = ()


def seal(sebelum: str, mata: Mata) -> str:
    """Return the seal of a deed: 64 hex digits of a SHA-256.

    Args:
        sebelum: the seal of the deed before it, `AWAL` for the first.
        mata: the deed.
    """
    told = [
        sebelum,
        mata.waktu.astimezone(UTC).isoformat(),
        mata.pelaku,
        mata.label,
        [list(line) for line in mata.perubahan],
    ]
    text = json.dumps(told, sort_keys=True, separators=(",", ":"))
    return sha256(text.encode("ascii")).hexdigest()
