"""Which modules a Python file imports, read from its text without running it."""

import ast
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from installer.windows.conditions import Conditions
from installer.windows.errors import BuildError

_CAUGHT = {"ImportError", "ModuleNotFoundError", "Exception", "BaseException"}


@dataclass(frozen=True)
class Import:
    """One imported module.

    Attributes:
        module: its whole name.
        name: what is taken from it; None for all of it.
        line: where it is imported.
        is_sure: False when that happens only if a function is called or a branch taken.
    """

    module: str
    name: str | None
    line: int
    is_sure: bool = True


def read_imports(path: Path, module: str, conditions: Conditions) -> list[Import]:
    """Return what a file imports on Windows.

    Left out is what stands in a `try` that catches ImportError, under TYPE_CHECKING, or under the
    condition of another platform or Python.

    Args:
        path: the file.
        module: its name; an ``__init__`` bears the name of its package and ends in ``.__init__``.
        conditions: tells which branches are taken on Windows.

    Raises:
        BuildError: this Python cannot read it.
    """
    reader = _Reader(module.rpartition(".")[0], conditions)
    reader.read(_parse(path).body)
    return reader.found


def binds(path: Path, name: str) -> bool:
    """Tell whether a file may give a value to a name; True also where nobody can tell."""
    for node in ast.walk(_parse(path)):
        match node:
            case ast.FunctionDef(name=bound) | ast.ClassDef(name=bound):
                found = bound in (name, "__getattr__")
            case ast.Name(id=bound):
                # globals() may fill in any name.
                found = bound in (name, "globals")
            case ast.alias(name=whole, asname=bound):
                found = whole == "*" or (bound or whole.partition(".")[0]) == name
            case _:
                continue
        if found:
            return True
    return False


def _parse(path: Path) -> ast.Module:
    with warnings.catch_warnings():
        # Libraries may hold escapes that Python only frowns on.
        warnings.simplefilter("ignore")
        try:
            return ast.parse(path.read_bytes(), filename=str(path))
        except SyntaxError as error:
            raise BuildError(
                f"{path} tidak dapat dibaca oleh Python ini ({error}). Jalankan dengan Python "
                "yang sama versinya dengan runtime."
            ) from None


class _Reader:
    def __init__(self, package: str, conditions: Conditions) -> None:
        self._package = package
        self._conditions = conditions
        self._is_sure = True
        self.found: list[Import] = []

    def read(self, body: Iterable[ast.stmt]) -> None:
        for statement in body:
            self._read_one(statement)
            if self._leaves(statement):
                return

    def _read_one(self, node: ast.stmt) -> None:
        match node:
            case ast.Import(names=names):
                self.found += [self._import(alias.name, None, node) for alias in names]
            case ast.ImportFrom():
                base = self._absolute(node)
                self.found += [self._import(base, alias.name, node) for alias in node.names]
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                self._read_unsure(node.body)
            case ast.If():
                self._read_branches(node)
            case ast.Try() | ast.TryStar():
                self._read_try(node)
            case _:
                for body in _inner(node):
                    self.read(body)

    def _import(self, module: str, name: str | None, node: ast.stmt) -> Import:
        return Import(module, name, node.lineno, self._is_sure)

    def _read_unsure(self, *bodies: Iterable[ast.stmt]) -> None:
        before, self._is_sure = self._is_sure, False
        for body in bodies:
            self.read(body)
        self._is_sure = before

    def _read_branches(self, node: ast.If) -> None:
        match self._conditions.decide(node.test):
            case True:
                self.read(node.body)
            case False:
                self.read(node.orelse)
            case None:
                self._read_unsure(node.body, node.orelse)

    def _read_try(self, node: ast.Try | ast.TryStar) -> None:
        if not any(_catches(handler.type) for handler in node.handlers):
            self.read([*node.body, *node.orelse])
        self.read(node.finalbody)

    def _leaves(self, statement: ast.stmt) -> bool:
        """Tell whether nothing after a statement runs on Windows."""
        match statement:
            case ast.Return() | ast.Raise():
                return True
            case ast.Assert(test=test):
                return self._conditions.decide(test) is False
            case ast.If(test=test, body=body, orelse=orelse):
                taken = self._conditions.decide(test)
                branch = body if taken else orelse if taken is False else []
                return any(self._leaves(inner) for inner in branch)
        return False

    def _absolute(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        parts = self._package.split(".")
        parts = parts[: len(parts) - node.level + 1]
        return ".".join([*parts, *([node.module] if node.module else [])])


def _inner(node: ast.stmt) -> list[list[ast.stmt]]:
    """Return the bodies of a statement that run wherever it stands."""
    match node:
        case ast.With() | ast.AsyncWith():
            optional = any(_suppresses(item.context_expr) for item in node.items)
            return [] if optional else [node.body]
        case ast.Match():
            return [case.body for case in node.cases]
        case ast.For() | ast.AsyncFor() | ast.While():
            return [node.body, node.orelse]
        case ast.ClassDef():
            return [node.body]
    return []


def _catches(kind: ast.expr | None) -> bool:
    return kind is None or bool(_CAUGHT & set(_names(kind)))


def _suppresses(expression: ast.expr) -> bool:
    match expression:
        case ast.Call(func=func, args=args) if "suppress" in _names(func):
            return any(_catches(argument) for argument in args)
    return False


def _names(expression: ast.expr) -> Sequence[str]:
    return [
        node.id if isinstance(node, ast.Name) else node.attr
        for node in ast.walk(expression)
        if isinstance(node, ast.Name | ast.Attribute)
    ]
