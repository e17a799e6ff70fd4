"""The pictures of papers can be taken: every document of theirs can be made."""

from pathlib import Path

from tests.potret.prints import build_prints


def test_every_document_that_is_pictured_can_be_made(tmp_path: Path, filled_latihan: Path) -> None:
    made = dict(build_prints(tmp_path, filled_latihan))
    assert {name for name, pdf in made.items() if not pdf.startswith(b"%PDF")} == set()
    # One that stands only at the end of a whole report made final.
    assert {"lkjip-final", "contoh-2024-lkjip", "contoh-2025-pengukuran-kinerja"} <= set(made)
