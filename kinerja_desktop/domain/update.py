"""An update of the program: what was planned, what came of it, what the next start tells."""

import re
from dataclasses import dataclass

from kinerja_desktop.domain.fingerprint import TableChange, TableFingerprint

_VERSION = re.compile(r"\d+(\.\d+)*")


def parse_version(text: str) -> tuple[int, ...]:
    """Read a version such as ``1.10.0`` so that versions compare as numbers.

    Raises:
        ValueError: it is no version.
    """
    if not _VERSION.fullmatch(text):
        raise ValueError(f"no version: {text!r}")
    numbers = [int(part) for part in text.split(".")]
    # 1.2 and 1.2.0 are one version.
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def is_newer(version: str, than: str) -> bool:
    """Tell whether a version is newer than another; 1.10 is newer than 1.9."""
    return parse_version(version) > parse_version(than)


@dataclass(frozen=True)
class UpdatePlan:
    """What was begun before the program closed itself for another version.

    Attributes:
        from_version: the version that began it.
        to_version: the version that was to open the data next.
        moment: when, ISO 8601 in UTC.
        backup: the name of the backup made for it.
        tables: the data as it then was.
        is_return: whether it leads back to the version before.
    """

    from_version: str
    to_version: str
    moment: str
    backup: str
    tables: tuple[TableFingerprint, ...] = ()
    is_return: bool = False


@dataclass(frozen=True)
class UpdateReport:
    """What came of it: *Data tidak berubah*, or what did.

    Attributes:
        from_version: the version before; empty when it is not known.
        to_version: the version that opened the data.
        moment: when it first did, ISO 8601 in UTC.
        backup: the name of the backup with the data of before; empty when none was made.
        tables: every table before and after; empty when nobody knows how the version before left
            the data.
        is_return: whether it led back to the version before.
    """

    from_version: str
    to_version: str
    moment: str
    backup: str
    tables: tuple[TableChange, ...]
    is_return: bool = False

    @property
    def is_unchanged(self) -> bool:
        """Whether every table is known to hold what it held."""
        return bool(self.tables) and all(table.is_same for table in self.tables)


@dataclass(frozen=True)
class UpdateRecord:
    """What a data folder remembers of the programs that opened it.

    Attributes:
        version: the version that opened it last; empty before the first.
        tables: the data as that version left it; empty when that is not known.
        plan: what was begun and not yet concluded.
        report: the last update.
        is_seen: whether the clerk has been shown the report.
        failed: the plan after which the same program came back.
        is_rolled_back: whether the data is that of `failed` all the same: a way back that brought
            the data of before, but not the program.
    """

    version: str = ""
    tables: tuple[TableFingerprint, ...] = ()
    plan: UpdatePlan | None = None
    report: UpdateReport | None = None
    is_seen: bool = True
    failed: UpdatePlan | None = None
    is_rolled_back: bool = False
