"""An office whose data lies with two holders, in July 2024, and what its clerk is told."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kinerja_desktop.services.kantor.office import Office
from tests.conftest import Clock
from tests.services.pengumpulan.office import give_holders, send
from tests.ui.speech import Speech


@pytest.fixture
def kantor(muncar: Office, clock: Clock) -> Office:
    """Monday, 15 July 2024: three hari kerja after the last day of `tests` forms."""
    clock.moment = datetime(2024, 7, 15, 2, 0, tzinfo=UTC)
    give_holders(muncar)
    return muncar


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder that stands for a stick."""
    return tmp_path / "flashdisk"


@pytest.fixture
def forms(kantor: Office, stick: Path) -> dict[str, Path]:
    """Where the form of each holder was written."""
    return send(kantor, stick)


@pytest.fixture
def speech(monkeypatch: pytest.MonkeyPatch) -> Speech:
    """What was said and asked."""
    return Speech(monkeypatch)
