"""The sample office with its data among two holders, and their forms handed out."""

from pathlib import Path

import pytest

from kinerja_desktop.services.kantor.office import Office
from tests.services.pengumpulan.office import give_holders, send


@pytest.fixture
def kantor(muncar: Office) -> Office:
    give_holders(muncar)
    return muncar


@pytest.fixture
def forms(kantor: Office, tmp_path: Path) -> dict[str, Path]:
    return send(kantor, tmp_path / "flashdisk")
