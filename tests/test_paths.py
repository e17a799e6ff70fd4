from pathlib import Path

import pytest

from kinerja_desktop import paths
from kinerja_desktop.paths import default_data_folder, resource
from tests.systems import pretend_system


def test_a_resource_is_found() -> None:
    assert resource("fonts/LiberationSans-Regular.ttf").is_file()


def test_an_incomplete_installation_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="resources/hilang"):
        resource("hilang")


@pytest.mark.parametrize(
    ("system", "name"), [("linux", "kinerja-desktop"), ("win32", "KinerjaDesktop")]
)
def test_data_lies_apart_from_the_program(
    monkeypatch: pytest.MonkeyPatch, system: str, name: str
) -> None:
    pretend_system(monkeypatch, paths, system)
    folder = default_data_folder()
    assert folder.name == name
    assert Path(__file__).parent.parent not in folder.parents
