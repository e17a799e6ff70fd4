import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kinerja_desktop.store.lock import FolderInUseError, FolderLock, lock_on_windows


def test_a_folder_is_open_once(tmp_path: Path) -> None:
    first, second = FolderLock(tmp_path), FolderLock(tmp_path)
    first.acquire()
    with pytest.raises(FolderInUseError, match="sedang dibuka"):
        second.acquire()
    first.release()
    second.acquire()
    second.release()
    second.release()


def test_on_windows_the_first_byte_is_locked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[tuple[int, int, int]] = []
    fake = SimpleNamespace(LK_NBLCK=2, locking=lambda *words: calls.append(words))
    monkeypatch.setitem(sys.modules, "msvcrt", fake)
    with (tmp_path / "x").open("ab") as file:
        lock_on_windows(file.fileno())
        assert calls == [(file.fileno(), 2, 1)]
