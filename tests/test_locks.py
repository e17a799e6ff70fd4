"""The locks are complete: no later release of anything can break a fresh clone or an installer.

What pip would see on machines that are not this one stands in `requirements/metadata.json`.
"""

import tomllib
from collections.abc import Mapping
from importlib.metadata import distributions
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

from requirements.locks import (
    HERE,
    PYTHONS,
    SYSTEMS,
    Locked,
    LockError,
    marker_environment,
    parse_lock,
    read_wanted,
    select,
    walk,
)
from requirements.record import LOCKS, RECORD, Recorded, find_fitting, read_record

PROJECT = tomllib.loads((HERE.parent / "pyproject.toml").read_text("utf-8"))
ENVIRONMENTS = [(python, system) for python in PYTHONS for system in SYSTEMS]
Records = Mapping[tuple[str, str], Recorded]


def read_lock(name: str) -> list[Locked]:
    return parse_lock((HERE / name).read_text("utf-8"), name)


def wanted_of(name: str) -> list[Requirement]:
    """What the lock is made for: its `.in` file, the program's own metadata, what builds it."""
    texts = PROJECT["project"]["dependencies"]
    if name == "dev.lock":
        texts = texts + PROJECT["build-system"]["requires"]
    return [*read_wanted(HERE / name.replace(".lock", ".in")), *map(Requirement, texts)]


def check(
    locked: list[Locked],
    records: Records,
    wanted: list[Requirement],
    python: str = "3.13",
    system: str = "Windows",
) -> list[str]:
    """Name everything that would fail, or be left to chance, when the lock is installed there."""
    environment = marker_environment(python, system)
    chosen = {item.name: item for item in select(locked, environment, "lock")}
    unknown = [name for name, item in chosen.items() if (name, item.version) not in records]
    if unknown:
        return [f"{name}: no metadata" for name in unknown]
    known = {name: records[name, item.version] for name, item in chosen.items()}
    there = {name: known[name].distribution(item.version) for name, item in chosen.items()}
    needed, unmet = walk(there, wanted, environment)
    problems = [f"{one.asker}: {one.requirement}, found {one.found}" for one in unmet]
    problems += [f"{name}: nothing needs it" for name in sorted(chosen.keys() - needed)]
    for name, record in known.items():
        if not SpecifierSet(record.requires_python).contains(f"{python}.0"):
            problems.append(f"{name}: not for Python {python}")
        fitting = find_fitting(record.wheels, python, system)
        if not any(record.wheels[wheel] in chosen[name].hashes for wheel in fitting):
            problems.append(f"{name}: no locked wheel fits")
    return problems


@pytest.mark.parametrize(("python", "system"), ENVIRONMENTS)
@pytest.mark.parametrize("name", LOCKS)
def test_all_that_is_asked_for_is_locked(name: str, python: str, system: str) -> None:
    """Markers, and extras that anybody asks for, for each Python and system."""
    assert check(read_lock(name), read_record(), wanted_of(name), python, system) == []


def test_the_metadata_are_those_of_the_locked_versions() -> None:
    # All but what macOS alone would install.
    locked = {
        (item.name, item.version): item
        for name in LOCKS
        for item in read_lock(name)
        if any(item.holds(marker_environment(*place)) for place in ENVIRONMENTS)
    }
    records = read_record()

    assert records.keys() == locked.keys()
    for key, record in records.items():
        assert set(record.wheels.values()) <= set(locked[key].hashes), key
    assert "://" not in RECORD.read_text("utf-8")


def test_the_metadata_are_what_the_installed_wheels_say() -> None:
    """Everything that the lock installs on this machine is here and says what was written."""
    here = dict[str, str](**default_environment())
    installed = {str(canonicalize_name(one.metadata["Name"])): one for one in distributions()}
    records = read_record()

    chosen = select(read_lock("dev.lock"), here, "dev.lock")

    assert len(chosen) > 50
    for item in chosen:
        found, record = installed[item.name], records[item.name, item.version]
        assert found.version == item.version, item.name
        assert sorted(found.requires or []) == sorted(record.requires_dist), item.name
        pythons = found.metadata.get_all("Requires-Python") or [""]
        assert pythons == [record.requires_python], item.name


def test_developers_have_the_versions_of_the_users() -> None:
    for python, system in ENVIRONMENTS:
        environment = marker_environment(python, system)
        users, developers = (
            {item.name: item.version for item in read_lock(name) if item.holds(environment)}
            for name in LOCKS
        )
        assert users.items() <= developers.items()


def test_the_locks_are_for_the_pythons_that_the_program_takes() -> None:
    first, *_, last = (tuple(map(int, python.split("."))) for python in PYTHONS)

    assert PROJECT["project"]["requires-python"] == f">={PYTHONS[0]}"
    assert f"{first} <= sys.version_info[:2] <= {last}" in (HERE.parent / "dev").read_text("utf-8")


# That the check can fail.


def without(locked: list[Locked], name: str) -> list[Locked]:
    left = [item for item in locked if item.name != name]
    assert left != locked
    return left


@pytest.mark.parametrize(
    ("lock", "name", "python", "system", "asker"),
    [
        ("app.lock", "mako", "3.11", "Linux", "alembic"),
        ("app.lock", "alembic", "3.12", "Windows", ""),
        ("dev.lock", "coverage", "3.14", "Linux", "pytest-cov"),
        ("dev.lock", "hatchling", "3.13", "Linux", ""),
        # Asked for on Windows alone, by pytest and by PyInstaller.
        ("dev.lock", "colorama", "3.11", "Windows", "pytest"),
        ("dev.lock", "pywin32-ctypes", "3.12", "Windows", "pyinstaller"),
    ],
)
def test_a_package_that_lacks_is_named(
    lock: str, name: str, python: str, system: str, asker: str
) -> None:
    problems = check(without(read_lock(lock), name), read_record(), wanted_of(lock), python, system)

    told = [line.lower() for line in problems]
    assert any(line.startswith(f"{asker}: {name}") and "found none" in line for line in told)


def test_what_windows_alone_needs_is_not_missed_on_linux() -> None:
    left = without(read_lock("dev.lock"), "pywin32-ctypes")

    assert check(left, read_record(), wanted_of("dev.lock"), "3.12", "Linux") == []


def made(**requires: list[str]) -> tuple[list[Locked], Records]:
    """A lock of small distributions, each of version 1.0 and for any machine."""
    locked = [Locked(name, "1.0", (f"sha256:{name}",)) for name in requires]
    records = {
        (name, "1.0"): Recorded(
            tuple(texts), ">=3.11", {f"{name}-1.0-py3-none-any.whl": f"sha256:{name}"}
        )
        for name, texts in requires.items()
    }
    return locked, records


def test_a_small_lock_that_is_complete_has_no_problem() -> None:
    locked, records = made(satu=["dua>=1", 'tiga; extra == "lain"'], dua=[])

    assert check(locked, records, [Requirement("satu")]) == []


@pytest.mark.parametrize(
    ("satu", "problem"),
    [
        ("dua>=1.1", "satu: dua>=1.1, found 1.0"),
        ("dua[cepat]", "dua: roket; extra == 'cepat', found None"),
        ("Dua[CEPAT]; python_version > '3.12'", "dua: roket; extra == 'cepat', found None"),
        ("dua; sys_platform == 'linux'", "dua: nothing needs it"),
    ],
)
def test_versions_extras_and_markers_are_followed(satu: str, problem: str) -> None:
    # As pytest-cov asks for coverage[toml]: that broke fresh clones.
    locked, records = made(satu=[satu], dua=["roket; extra == 'cepat'"])

    found = check(locked, records, [Requirement("satu")])

    assert [line.replace('"', "'") for line in found] == [problem]


def test_extras_of_one_another_end() -> None:
    locked, records = made(satu=["dua[a]", "tiga; extra == 'b'"], dua=["satu[b]; extra == 'a'"])

    (problem,) = check(locked, records, [Requirement("satu")])
    assert problem.startswith("satu: tiga")


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"requires_python": "<3.13"}, "satu: not for Python 3.13"),
        ({"wheels": {}}, "satu: no locked wheel fits"),
        ({"wheels": {"satu-1.0-py3-none-any.whl": "sha256:lain"}}, "satu: no locked wheel fits"),
        (
            {"wheels": {"satu-1.0-cp313-cp313-manylinux_2_17_x86_64.whl": "sha256:satu"}},
            "satu: no locked wheel fits",
        ),
        (
            {"wheels": {"satu-1.0-cp312-cp312-win_amd64.whl": "sha256:satu"}},
            "satu: no locked wheel fits",
        ),
        ({"wheels": {"satu-1.0-cp39-abi3-win_amd64.whl": "sha256:satu"}}, None),
    ],
)
def test_a_wheel_must_fit_and_be_locked(change: dict[str, object], problem: str | None) -> None:
    locked, records = made(satu=[])
    whole = {"requires_dist": (), "requires_python": "", "wheels": records["satu", "1.0"].wheels}
    changed = Recorded(**{**whole, **change})  # type: ignore[arg-type]

    found = check(locked, {("satu", "1.0"): changed}, [Requirement("satu")])

    assert found == ([problem] if problem else [])


def test_a_version_without_metadata_is_named() -> None:
    locked, _ = made(satu=[])

    assert check(locked, {}, [Requirement("satu")]) == ["satu: no metadata"]


@pytest.mark.parametrize("line", ["satu>=1.0", "satu==1.*", "satu==1.0,<2", "satu"])
def test_a_version_left_open_is_refused(line: str) -> None:
    with pytest.raises(LockError, match="satu tanpa versi tepat"):
        parse_lock(f"{line} \\\n    --hash=sha256:00\n", "app.lock")


def test_a_file_left_open_is_refused() -> None:
    with pytest.raises(LockError, match="tanpa hash"):
        parse_lock("satu==1.0\n", "app.lock")


def test_the_lines_we_write_are_read_with_what_they_include(tmp_path: Path) -> None:
    (tmp_path / "app.in").write_text("# kata\nsatu==1.0  # sebab\n\ndua[a,b] ; os_name == 'nt'\n")
    (tmp_path / "dev.in").write_text("-r app.in\ntiga\n")

    names = [requirement.name for requirement in read_wanted(tmp_path / "dev.in")]

    assert names == ["satu", "dua", "tiga"]
