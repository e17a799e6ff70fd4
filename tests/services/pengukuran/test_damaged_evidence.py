"""Two hundred odd files as evidence; thousands by `python -m bench.damaged_evidence`."""

from pathlib import Path

from kinerja_desktop.services.kantor.office import Office
from tests.damaged_evidence import attach_evidence


def test_any_bytes_under_any_name_are_kept_or_refused(muncar: Office, tmp_path: Path) -> None:
    work = tmp_path / "kerja"
    work.mkdir()
    kept, refused = attach_evidence(muncar, work, 200)
    assert kept > 50
    assert refused > 50
