"""Files of the program that it opens by path, so that they must lie on disk, not in an archive."""

from importlib.util import find_spec
from pathlib import Path

from installer.linux.distributions import ROOT
from installer.linux.errors import BuildError

_MIGRATIONS = Path("kinerja_desktop/store/migrations")


def list_program_files() -> dict[Path, Path]:
    """Return the program's own files: their places below the folder, and where they lie here.

    Resources, and the migrations, which Alembic loads as files.
    """
    found = {}
    for path in sorted((ROOT / "resources").rglob("*")):
        if path.is_file():
            found[Path("kinerja_desktop") / path.relative_to(ROOT)] = path
    for pattern in ("*.py", "*.mako", "versions/*.py"):
        for path in sorted((ROOT / _MIGRATIONS).glob(pattern)):
            found[path.relative_to(ROOT)] = path
    return found


def list_library_files() -> dict[Path, Path]:
    """Return the files that libraries open: the words of Indonesia's holidays, an empty DOCX."""
    docx, holidays = _find_package("docx"), _find_package("holidays")
    paths = [
        # python-docx opens ``parts/../templates``, so there must be a folder ``parts``.
        docx / "parts" / "__init__.py",
        *sorted((docx / "templates").rglob("*")),
        *sorted((holidays / "locale").glob("*/LC_MESSAGES/ID.mo")),
    ]
    return {
        path.relative_to(docx.parent if docx in path.parents else holidays.parent): path
        for path in paths
        if path.is_file()
    }


def check_files(folder: Path, wanted: dict[Path, Path]) -> list[str]:
    """Return a sentence for each file that is missing from a folder or differs from its source."""
    problems = []
    for place, source in wanted.items():
        copy = folder / place
        if not copy.is_file():
            problems.append(f"Berkas data tidak ikut: {place}")
        elif copy.read_bytes() != source.read_bytes():
            problems.append(f"Berkas data tidak sama dengan sumbernya: {place}")
    return problems


def _find_package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise BuildError([f"{name} tidak terpasang: jalankan ulang ./dev deb."])
    return Path(spec.origin).parent
