"""Another operating system, for one module alone."""

from types import ModuleType, SimpleNamespace

import pytest


def pretend_system(monkeypatch: pytest.MonkeyPatch, module: ModuleType, system: str) -> None:
    """Let a module believe that it runs on another system, for the length of a test.

    Not `sys` itself: a thread that an earlier test left running would believe it as well.

    Args:
        monkeypatch: of the test.
        module: which asks for nothing of `sys` but `platform`.
        system: such as ``win32``.
    """
    monkeypatch.setattr(module, "sys", SimpleNamespace(platform=system))
