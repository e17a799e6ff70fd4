"""Promises of the whole program that no single module can keep."""

import ast
import re
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "kinerja_desktop"


def classes_of(*folders: str) -> set[str]:
    return {
        node.name
        for folder in folders
        for path in (PACKAGE / folder).rglob("*.py")
        for node in ast.parse(path.read_text("utf-8")).body
        if isinstance(node, ast.ClassDef)
        and not node.name.startswith("_")
        and not node.name.endswith("Error")
    }


def test_every_word_of_the_domain_stands_in_the_glossary() -> None:
    glossary = set(re.findall(r"`(\w+)`", (ROOT / "docs" / "glosarium.md").read_text("utf-8")))
    assert classes_of("domain", "store/records") - glossary == set()


def test_the_glossary_names_nothing_that_is_gone() -> None:
    text = (ROOT / "docs" / "glosarium.md").read_text("utf-8")
    named = {name for name in re.findall(r"`([A-Z]\w+)`", text) if name != "PANRB"}
    assert named - classes_of("domain", "store/records") == set()


def test_one_word_has_one_meaning() -> None:
    """A name stands for two classes only where table and rule mean the same thing."""
    seen: dict[str, list[str]] = {}
    for path in (PACKAGE / "domain").rglob("*.py"):
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                seen.setdefault(node.name, []).append(path.name)
    assert {name: files for name, files in seen.items() if len(files) > 1} == {}


#: What services need of the database: to change rows in a session, and to hear of what fails.
DATABASE_WORDS = {
    "sqlmodel": {"Session"},
    "sqlalchemy": {"Engine", "event", "inspect"},
    "sqlalchemy.exc": {"DatabaseError", "SQLAlchemyError"},
}


def list_statements(path: Path) -> list[str]:
    """Return the words of SQL that a module imports or calls."""
    found: list[str] = []
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.Import(names):
                found += [item.name for item in names if item.name.split(".")[0] in DATABASE_WORDS]
            case ast.ImportFrom(module=str(module), names=names) if (
                module.split(".")[0] in DATABASE_WORDS
            ):
                allowed = DATABASE_WORDS.get(module, set())
                found += [item.name for item in names if item.name not in allowed]
            case ast.Call(func=ast.Name("select")):
                found.append("select(")
            case ast.Call(
                func=ast.Attribute(attr="exec" | "execute" | "scalars" | "select" as attr)
            ):
                found.append(f".{attr}(")
    return found


def test_every_query_stands_in_the_store() -> None:
    """Services have the rules and the deeds, `store/queries` what is asked of the database."""
    services = PACKAGE / "services"
    modules = {path.relative_to(services).as_posix(): path for path in services.rglob("*.py")}
    asking = {name: found for name, path in modules.items() if (found := list_statements(path))}
    assert asking == {}


def test_a_query_in_a_service_is_found(tmp_path: Path) -> None:
    """The test above reads imports and calls in whatever way they are written."""
    path = tmp_path / "service.py"
    path.write_text(
        "import sqlalchemy as sql\n"
        "from sqlmodel import Session, col\n"
        "from sqlalchemy import select as ask\n"
        "rows = session.exec(select(Instansi))\n"
        "more = connection.execute(sql.select(Instansi))\n"
    )
    assert sorted(list_statements(path)) == [
        ".exec(", ".execute(", ".select(", "col", "select", "select(", "sqlalchemy",
    ]  # fmt: skip


def test_no_registry_address_stands_in_any_file() -> None:
    for name in (
        "requirements/app.lock",
        "requirements/dev.lock",
        "requirements/app.in",
        "requirements/dev.in",
    ):
        assert "://" not in (ROOT / name).read_text("utf-8"), name


def test_files_have_one_subject() -> None:
    """Median near 100 lines, nine of ten under 300 (the project's standards)."""
    sizes = sorted(
        len(path.read_text("utf-8").splitlines())
        for path in PACKAGE.rglob("*.py")
        if path.name != "__init__.py" and "versions" not in path.parts
    )
    assert sizes[len(sizes) // 2] <= 140
    assert sizes[int(len(sizes) * 0.9)] < 300


def test_every_font_and_icon_brings_its_licence() -> None:
    assert list((ROOT / "resources" / "fonts").glob("LICENSE*"))
    assert list((ROOT / "resources" / "icons").glob("LICENSE*"))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("roda")
    words = [
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(target),
        ".",
    ]
    subprocess.run([sys.executable, *words], cwd=ROOT, check=True, capture_output=True)
    (found,) = target.glob("*.whl")
    return found


def test_the_wheel_carries_all_resources(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    for path in (ROOT / "resources").rglob("*"):
        if path.is_file():
            inside = path.relative_to(ROOT).as_posix()
            assert f"kinerja_desktop/{inside}" in names
    assert any(name.endswith("entry_points.txt") for name in names)


def test_the_program_runs_from_its_wheel(wheel: Path, tmp_path: Path) -> None:
    """Unpacked elsewhere, without the checkout: resources are found inside the package."""
    place = tmp_path / "situs"
    ZipFile(wheel).extractall(place)
    code = (
        "import sys; sys.path[:] = [p for p in sys.path if p not in ('', sys.argv[1])];"
        "sys.path.insert(0, sys.argv[2]);"
        "import kinerja_desktop; assert kinerja_desktop.__file__.startswith(sys.argv[2]);"
        "from kinerja_desktop.__main__ import main;"
        "sys.exit(main(['--data', sys.argv[3], '--contoh', 'ukur', '--tahun', '2024']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(ROOT), str(place), str(tmp_path / "data")],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "Rata-rata capaian 102,88%" in done.stdout
