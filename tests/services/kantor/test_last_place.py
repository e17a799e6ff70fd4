"""Where the data is, is remembered on this PC."""

from dataclasses import replace
from pathlib import Path

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.server_address import read_server_address, write_server_address
from kinerja_desktop.services.kantor import last_place
from kinerja_desktop.services.kantor.last_place import find_last_place, remember_place


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(last_place, "default_data_folder", lambda: tmp_path / "data")
    return tmp_path / "data"


def test_the_usual_folder_is_the_first(home: Path) -> None:
    assert find_last_place() == home


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://sri@server-kantor/kinerja",
        "postgresql://s%20ri@10.0.0.2:5433/kantor%20kita?sslmode=require",
        "postgresql://sri@/kinerja?host=/var/run/postgresql:5433",
        "postgresql:///kinerja",
    ],
)
def test_a_server_is_found_again_without_its_password(home: Path, text: str) -> None:
    address = read_server_address(text)
    remember_place(replace(address, password="rahasia"))
    assert find_last_place() == address
    assert read_server_address(write_server_address(address)) == address
    assert "rahasia" not in "".join(path.read_text("utf-8") for path in home.iterdir())


def test_a_folder_is_found_again(home: Path, tmp_path: Path) -> None:
    remember_place(tmp_path / "lain")
    assert find_last_place() == tmp_path / "lain"


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"data": "postgresql://"}', "\xff"])
def test_a_file_that_cannot_be_read_is_passed_by(home: Path, text: str) -> None:
    home.mkdir()
    (home / "tempat-data.json").write_text(text, "latin-1")
    assert find_last_place() == home


def test_a_folder_that_cannot_be_written_is_told(home: Path) -> None:
    home.write_text("")
    with pytest.raises(KinerjaError):
        remember_place(home)
