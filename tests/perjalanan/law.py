"""What `docs/perjalanan.md` holds: how many steps each journey may take, and how many minutes."""

import json
import os
from dataclasses import dataclass
from pathlib import Path

from tests.perjalanan.person import Person

DOC = Path(__file__).parents[2] / "docs" / "perjalanan.md"
#: A file to which each journey adds what it was measured at, when this is set.
_NOTES = "PERJALANAN_CATATAN"


@dataclass(frozen=True)
class Limit:
    """What a line of the table allows.

    Attributes:
        steps: at most so many.
        minutes: of a person, together with what the program lets one wait.
    """

    steps: int
    minutes: float


def read_law(path: Path = DOC) -> dict[str, Limit]:
    """Return the limits by the key of a journey, which stands in the first column as `code`."""
    rows = (line.split("|") for line in path.read_text(encoding="utf-8").splitlines())
    return {
        cells[1].strip(" `"): Limit(int(cells[4]), float(cells[5].replace(",", ".")))
        for cells in rows
        if len(cells) > 6 and cells[1].strip().startswith("`")
    }


def hold(person: Person, key: str) -> None:
    """Compare what was needed with the law, and note it where that is asked for."""
    minutes = (person.own_s + person.waited_s) / 60
    measured = {
        "key": key,
        "steps": person.steps,
        "own_s": round(person.own_s),
        "waited_s": round(person.waited_s, 1),
    }
    notes = os.environ.get(_NOTES)
    if notes:
        with Path(notes).open("a", encoding="utf-8") as file:
            file.write(json.dumps(measured) + "\n")
    limit = read_law()[key]
    assert person.steps <= limit.steps, measured
    assert minutes <= limit.minutes, measured
