from pathlib import Path

import pytest

from installer.windows.config import ROOT
from installer.windows.errors import BuildError
from installer.windows.lock_filter import filter_lock, write_lock
from requirements.locks import Locked

LOCK = """\
# made by ./dev lock
aneka==1.0 \\
    --hash=sha256:aa \\
    --hash=sha256:bb
qt==6.11.3 ; python_full_version < '3.12' \\
    --hash=sha256:cc
qt==6.12.0 ; python_full_version >= '3.12' \\
    --hash=sha256:dd
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:ee
tzdata==2026.1 ; platform_system == 'Windows' and os_name == 'nt' \\
    --hash=sha256:ff
uvloop==1.0 ; sys_platform != 'win32' \\
    --hash=sha256:11
arm==1.0 ; platform_machine == 'ARM64' \\
    --hash=sha256:22
"""


def filtered(folder: Path, text: str, python: str = "3.13") -> list[Locked]:
    path = folder / "app.lock"
    path.write_text(text)
    return filter_lock(path, python)


def test_markers_are_those_of_windows_and_the_runtime(tmp_path: Path) -> None:
    found = {item.name: item.version for item in filtered(tmp_path, LOCK)}
    assert found == {"aneka": "1.0", "qt": "6.12.0", "colorama": "0.4.6", "tzdata": "2026.1"}
    older = {item.name: item.version for item in filtered(tmp_path, LOCK, "3.11")}
    assert older["qt"] == "6.11.3"


def test_all_hashes_travel_and_no_marker_does(tmp_path: Path) -> None:
    target = tmp_path / "windows.lock"
    write_lock(filtered(tmp_path, LOCK), target)
    text = target.read_text()
    assert "aneka==1.0 \\\n    --hash=sha256:aa \\\n    --hash=sha256:bb\n" in text
    assert ";" not in text
    # Read again it is the same: pip finds in it what we found.
    assert filter_lock(target, "3.13") == filtered(tmp_path, LOCK)


def test_the_real_lock_names_one_qt_for_windows() -> None:
    found = {item.name: item for item in filter_lock(ROOT / "requirements" / "app.lock", "3.13")}
    assert found["pyside6-essentials"].version.startswith("6.12.")
    assert "pyside6-pdf" in found
    assert "pyside6-addons" not in found
    assert all(h.startswith("sha256:") for item in found.values() for h in item.hashes)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("aneka==1.0\n", "tanpa hash"),
        ("aneka>=1.0 --hash=sha256:aa\n", "tanpa versi tepat"),
        ("aneka==1 --hash=sha256:aa\naneka==2 --hash=sha256:bb\n", "dua kali"),
    ],
)
def test_a_lock_that_locks_nothing_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(BuildError, match=reason):
        filtered(tmp_path, text)


def test_a_missing_lock_is_named(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match=r"app\.lock tidak ada"):
        filter_lock(tmp_path / "app.lock", "3.13")
