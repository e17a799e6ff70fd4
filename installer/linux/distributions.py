"""Which Python packages the program stands on: those that its lock names, and no developer's."""

from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.markers import default_environment
from packaging.utils import canonicalize_name

from requirements.locks import parse_lock

ROOT = Path(__file__).parent.parent.parent
LOCK = ROOT / "requirements" / "app.lock"


def read_lock(text: str) -> dict[str, str]:
    """Return names and versions of a lock, as far as they hold for this Python and system."""
    locked = parse_lock(text, LOCK.name)
    here = dict[str, str](**default_environment())
    return {item.name: item.version for item in locked if item.holds(here)}


def runtime_distributions() -> dict[str, str]:
    """Return the packages the program stands on, with the versions of the lock."""
    return read_lock(LOCK.read_text(encoding="utf-8"))


def foreign_modules() -> list[str]:
    """Return the modules of everything else that is installed here.

    Libraries import developers' tools when they happen to be there: SQLAlchemy mypy, pydantic
    hypothesis. They would travel with the program.
    """
    ours = runtime_distributions()
    return sorted(
        module
        for module, names in packages_distributions().items()
        if not any(canonicalize_name(name) in ours for name in names)
    )
