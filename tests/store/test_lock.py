from pathlib import Path

import pytest

from kinerja_desktop.store.lock import FolderInUseError, FolderLock


def test_a_folder_is_open_once(tmp_path: Path) -> None:
    first, second = FolderLock(tmp_path), FolderLock(tmp_path)
    first.acquire()
    with pytest.raises(FolderInUseError, match="sedang dibuka"):
        second.acquire()
    first.release()
    second.acquire()
    second.release()
    second.release()
