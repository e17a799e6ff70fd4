"""Proof that every module the program imports travels along."""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

from installer.windows.conditions import Conditions
from installer.windows.config import Payload
from installer.windows.imports import Import, binds, read_imports
from installer.windows.module_index import Module, ModuleIndex
from installer.windows.trim import qt_imports


def read_qt_modules(program: Path, config: Payload) -> set[str]:
    """Return the Qt modules that the program imports, such as ``QtPdf``."""
    conditions = Conditions(config.python)
    names = set()
    for path in program.rglob("*.py"):
        for item in read_imports(path, "", conditions):
            first, _, rest = item.module.partition(".")
            if first == "PySide6":
                names.add(rest or item.name or "")
    return names - {""}


def check_modules(payload: Path, config: Payload) -> list[str]:
    """Return a line for every import that would fail in the installed program.

    Our own modules are read whole, with what their functions import; of the libraries that are
    reached, what they surely import when they are themselves imported. What they may import later
    must be there too when its package travels, else too much of that was trimmed away.
    """
    return _Closure(payload, config).check()


class _Closure:
    def __init__(self, payload: Path, config: Payload) -> None:
        self._payload = payload
        self._index = ModuleIndex(payload, config)
        self._conditions = Conditions(config.python)
        self._waiting: list[Module] = []
        self._seen: set[str] = set()
        self._problems: list[str] = []

    def check(self) -> list[str]:
        app = self._payload / "app"
        for path in [self._payload / "launch.py", *sorted(app.rglob("*.py"))]:
            parts = path.relative_to(app).with_suffix("").parts if app in path.parents else ()
            self._seen.add(".".join(parts).removesuffix(".__init__"))
            for item in read_imports(path, ".".join(parts), self._conditions):
                # Clerks reach every function of ours in the end.
                self._resolve(dataclasses.replace(item, is_sure=True), path)
        while self._waiting:
            self._read_library(self._waiting.pop())
        return self._problems

    def _read_library(self, module: Module) -> None:
        if module.source:
            name = f"{module.name}.__init__" if module.is_package else module.name
            for item in read_imports(module.source, name, self._conditions):
                if item.is_sure or self._travels(item.module):
                    self._resolve(item, module.source)
        elif module.name.startswith("PySide6.") and module.path:
            for wanted in sorted(qt_imports(module.path)):
                self._resolve(Import(f"PySide6.{wanted}", None, 0), module.path)

    def _travels(self, name: str) -> bool:
        package = self._index.find(name.partition(".")[0])
        return package is not None and package.path is not None

    def _resolve(self, item: Import, where: Path) -> None:
        module = None
        for name in _with_parents(item.module):
            module = self._index.find(name)
            if module is None:
                self._complain(where, item, name)
                return
            self._visit(module, item)
        if module and module.is_package and item.name and item.name != "*":
            self._resolve_name(module, item, where)

    def _resolve_name(self, package: Module, item: Import, where: Path) -> None:
        """What is taken from a package is a module of its own, or a name in its file."""
        if part := self._index.find(f"{package.name}.{item.name}"):
            self._visit(part, item)
        elif package.source and not binds(package.source, str(item.name)):
            self._complain(where, item, f"{package.name}.{item.name}")

    def _visit(self, module: Module, item: Import) -> None:
        if item.is_sure and module.name not in self._seen:
            self._seen.add(module.name)
            self._waiting.append(module)

    def _complain(self, where: Path, item: Import, name: str) -> None:
        place = where.relative_to(self._payload).as_posix()
        line = f":{item.line}" if item.line else ""
        self._problems.append(f"{place}{line} mengimpor {name}, yang tidak ada di payload")


def _with_parents(name: str) -> Iterator[str]:
    parts = name.split(".")
    for end in range(1, len(parts) + 1):
        yield ".".join(parts[:end])
