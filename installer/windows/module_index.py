"""Where the modules of a payload lie."""

from dataclasses import dataclass
from pathlib import Path

from installer.windows.config import Payload
from installer.windows.stdlib import read_stdlib


@dataclass(frozen=True)
class Module:
    """A module that the installed program can import.

    Attributes:
        name: its whole name.
        path: its file; None where none can be read.
    """

    name: str
    path: Path | None = None

    @property
    def source(self) -> Path | None:
        """Its text; None when there is none to read."""
        return self.path if self.path and self.path.suffix == ".py" else None

    @property
    def is_package(self) -> bool:
        """Whether it is the file of a package."""
        return self.path is not None and self.path.name == "__init__.py"


class ModuleIndex:
    """Finds modules as the installed program would, without importing them."""

    def __init__(self, payload: Path, config: Payload) -> None:
        stdlib = read_stdlib(payload / "runtime", config)
        self._without_file = stdlib.union(config.made_modules)
        self._roots = [payload / "lib", payload / "app"]
        self._found: dict[str, Module | None] = {}

    def find(self, name: str) -> Module | None:
        """Return the module of a whole name; None when the payload has none."""
        if name not in self._found:
            self._found[name] = self._look_up(name)
        return self._found[name]

    def _look_up(self, name: str) -> Module | None:
        if name in self._without_file:
            return Module(name)
        return next(filter(None, (_find_below(root, name) for root in self._roots)), None)


def _find_below(root: Path, name: str) -> Module | None:
    place = root.joinpath(*name.split("."))
    for path in (place / "__init__.py", place.with_name(f"{place.name}.py")):
        if path.is_file():
            return Module(name, path)
    # QtCore.pyd, or etree.cp313-win_amd64.pyd
    for path in (place.with_name(f"{place.name}.pyd"), *place.parent.glob(f"{place.name}.*.pyd")):
        if path.is_file():
            return Module(name, path)
    return Module(name) if place.is_dir() else None
