"""Damaged databases and backups by the thousand: `python -m bench.damaged_data [count] [first]`.

Each is opened, checked and read, or restored: it ends well or with a sentence, within ten seconds,
and what was refused has changed nothing.
"""

import logging
import sys
import traceback
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.damaged_data import Tally, damage_backup, damage_database, make_sound


def main() -> int:
    """Return 1 when something else came of one; it is named with the seed that makes it again."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    logging.getLogger("kinerja_desktop").setLevel(logging.CRITICAL)
    failures = 0
    with TemporaryDirectory(prefix="rusak-") as name:
        folder = Path(name)
        sound, work = folder / "utuh", folder / "kerja"
        sound.mkdir()
        work.mkdir()
        make_sound(sound)
        for kind in ("", ".db", ".kinerja"):
            total = Tally()
            for seed in range(first, first + count):
                try:
                    one = (
                        damage_backup(sound, work, kind, 1, seed)
                        if kind
                        else damage_database(sound, work, 1, seed)
                    )
                except Exception:  # noqa: BLE001 - to go on with the next one
                    failures += 1
                    traceback.print_exc()
                else:
                    total.add(one)
            print(f"{kind or 'basis data'}, benih {first}-{first + count - 1}: {total}", flush=True)
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
