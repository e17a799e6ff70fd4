"""Damaged forms by the thousand: `python -m bench.damaged_forms [count] [first seed]`.

Every one is read or refused with a sentence, within ten seconds and 300 MB, and changes nothing
that cannot be undone.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.timing import peak_mb
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.office import open_office
from tests.damaged_forms import damage_forms
from tests.services.pengumpulan.office import fill_forms


def main() -> int:
    """Return 0; any failure rises with its seed."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    with TemporaryDirectory(prefix="rusak-") as name:
        work = Path(name, "kerja")
        work.mkdir()
        office = open_office(Path(name, "data"))
        try:
            fill_sample(office)
            tally = damage_forms(office, fill_forms(office, Path(name, "stik")), work, count, first)
        finally:
            office.close()
    # Making the damage costs memory too, and happens in this very process.
    print(f"benih {first}-{first + count - 1}: {tally}; memori puncak {peak_mb():.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
