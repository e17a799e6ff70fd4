"""Conditions about platform and version, decided for the Windows program."""

import ast
import operator
from collections.abc import Callable
from typing import Any

_COMPARE: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.In: lambda item, group: item in group,
    ast.NotIn: lambda item, group: item not in group,
}


class Conditions:
    """Decides what a module asks about the machine it runs on."""

    def __init__(self, python: str) -> None:
        major, minor = (int(part) for part in python.split("."))
        self._known: dict[str, Any] = {
            "TYPE_CHECKING": False,
            "typing.TYPE_CHECKING": False,
            "sys.platform": "win32",
            "os.name": "nt",
            "sys.version_info": (major, minor, 99),
        }

    def decide(self, test: ast.expr) -> bool | None:
        """Return the outcome of a condition on Windows; None when that cannot be told."""
        match test:
            case ast.BoolOp(op=op, values=values):
                outcomes = [self.decide(value) for value in values]
                decisive = isinstance(op, ast.Or)
                if decisive in outcomes:
                    return decisive
                return None if None in outcomes else not decisive
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                inner = self.decide(operand)
                return None if inner is None else not inner
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                return self._compare(op, left, right)
            case ast.Call(func=ast.Attribute(value=value, attr="startswith"), args=[argument]):
                text, start = self._value(value), self._value(argument)
                return text.startswith(start) if isinstance(text, str) and start else None
        value = self._value(test)
        return None if value is None else bool(value)

    def _compare(self, op: ast.cmpop, left: ast.expr, right: ast.expr) -> bool | None:
        values = self._value(left), self._value(right)
        if None in values or type(op) not in _COMPARE:
            return None
        try:
            return _COMPARE[type(op)](*values)
        except TypeError:
            return None

    def _value(self, node: ast.expr) -> Any:
        """Return what an expression is on Windows; None when that cannot be told."""
        match node:
            case ast.Constant(value=value):
                return value
            case ast.Tuple() | ast.List() | ast.Set():
                return tuple(self._value(item) for item in node.elts)
            case ast.Subscript(value=value, slice=ast.Slice(lower=None, upper=upper, step=None)):
                whole, end = self._value(value), self._value(upper) if upper else None
                return whole[:end] if isinstance(whole, tuple) else None
            case ast.Subscript(value=value, slice=index):
                whole, place = self._value(value), self._value(index)
                return whole[place] if isinstance(whole, tuple) and type(place) is int else None
            case ast.Name() | ast.Attribute():
                return self._known.get(ast.unparse(node))
        return None
