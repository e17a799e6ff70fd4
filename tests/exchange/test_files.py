from pathlib import Path

import pytest

from kinerja_desktop.errors import CancelledError, KinerjaError
from kinerja_desktop.exchange.files import write_file


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    write_file(path, b"lama")
    write_file(path, b"baru")
    assert path.read_bytes() == b"baru"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.pdf"
    write_file(path, b"lama")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(KinerjaError, match="penuh"):
        write_file(path, b"baru")
    assert path.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(KinerjaError, match="tidak ada"):
        write_file(tmp_path / "hilang" / "a.pdf", b"x")


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    """Also where only the ending of the unfinished file makes it so."""
    for name in ("x" * 300, "x" * 250):
        with pytest.raises(KinerjaError, match="terlalu panjang namanya"):
            write_file(tmp_path / name, b"x")
    assert list(tmp_path.iterdir()) == []


def test_what_is_stopped_before_it_has_its_name_was_never_there(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    write_file(path, b"lama")

    def stop() -> None:
        raise CancelledError

    with pytest.raises(CancelledError):
        write_file(path, b"baru", stop)
    assert path.read_bytes() == b"lama"
    assert list(tmp_path.iterdir()) == [path]
