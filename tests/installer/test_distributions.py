from pathlib import Path

from installer.windows.distributions import check_distributions
from tests.installer.made import config, write


def distribution(payload: Path, name: str, *requires: str) -> None:
    """Install a distribution of which only the metadata is there."""
    lines = "".join(f"Requires-Dist: {line}\n" for line in requires)
    text = f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\n{lines}"
    write(payload / "lib" / f"{name}-1.0.dist-info" / "METADATA", text)


def test_what_windows_alone_needs_must_be_locked_too(tmp_path: Path) -> None:
    distribution(tmp_path, "satu", 'tzdata; sys_platform == "win32"', "Dua_Warna>=1")
    distribution(tmp_path, "dua.warna", 'uvloop; sys_platform != "win32"', 'x; extra == "uji"')
    (problem,) = check_distributions(tmp_path, config())
    assert problem.startswith("satu memerlukan tzdata di Windows, yang tidak terkunci")


def test_what_only_other_pythons_need_is_no_complaint(tmp_path: Path) -> None:
    distribution(
        tmp_path, "satu", 'tomli; python_version < "3.11"', 'baru; python_version > "3.12"'
    )
    assert check_distributions(tmp_path, config(python="3.11")) == []
    assert len(check_distributions(tmp_path, config())) == 1


def test_a_version_that_does_not_do_is_named(tmp_path: Path) -> None:
    distribution(tmp_path, "satu", "dua>=1.1", "tiga>=1,<2")
    distribution(tmp_path, "dua")
    distribution(tmp_path, "tiga")
    (problem,) = check_distributions(tmp_path, config())
    assert problem.startswith("satu memerlukan dua>=1.1 di Windows, tetapi terkunci 1.0;")


def test_extras_that_a_library_asks_for_must_be_locked_too(tmp_path: Path) -> None:
    distribution(tmp_path, "satu", "dua[cepat]")
    distribution(tmp_path, "dua", 'roket; extra == "cepat"', 'siput; extra == "lambat"')
    (problem,) = check_distributions(tmp_path, config())
    assert problem.startswith("dua memerlukan roket di Windows, yang tidak terkunci")
