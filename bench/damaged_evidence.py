"""Odd files as evidence by the thousand: `python -m bench.damaged_evidence [count] [first seed]`.

Any bytes under any name are kept as they are, or refused with a sentence, within 300 MB.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.damaged import MOST_MB
from bench.timing import peak_mb
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.office import open_office
from tests.damaged_evidence import attach_evidence


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
            kept, refused = attach_evidence(office, work, count, first)
        finally:
            office.close()
    peak = peak_mb()
    print(f"benih {first}-{first + count - 1}: {kept} disimpan, {refused} ditolak; "
          f"memori puncak {peak:.0f} MB")  # fmt: skip
    return 0 if peak <= MOST_MB else 1


if __name__ == "__main__":
    sys.exit(main())
