"""Damaged forms by the thousand: `python -m bench.damaged_forms [count] [first seed]`.

Every one is read or refused with a sentence, within ten seconds and 300 MB, and changes nothing
that cannot be undone.
"""

import sys
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.damaged import MOST_MB
from bench.timing import peak_mb
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.office import open_office
from tests.damaged_forms import damage_form, damage_forms
from tests.services.pengumpulan.office import fill_forms


def main() -> int:
    """Return 1 when it costs too much memory; any other failure rises with its seed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    with TemporaryDirectory(prefix="rusak-") as name:
        work = Path(name, "kerja")
        work.mkdir()
        office = open_office(Path(name, "data"))
        try:
            fill_sample(office)
            sound = fill_forms(office, Path(name, "stik"))
            with ProcessPoolExecutor(1, get_context("spawn")) as maker:

                def damage(seed: int, form: Path, path: Path) -> str:
                    return maker.submit(damage_form, seed, form, path).result()

                tally = damage_forms(office, sound, work, count, first, damage)
        finally:
            office.close()
    peak = peak_mb()
    print(f"benih {first}-{first + count - 1}: {tally}; memori puncak {peak:.0f} MB")
    return 0 if peak <= MOST_MB else 1


if __name__ == "__main__":
    sys.exit(main())
