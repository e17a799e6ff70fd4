import os
from hashlib import sha256
from pathlib import Path

import pytest

from kinerja_desktop.exchange.stick import (
    CHUNK,
    count_chunks,
    measure_free_space,
    read_chunks,
    write_new_file,
)


@pytest.mark.parametrize(
    ("size", "count"), [(0, 1), (1, 1), (CHUNK, 1), (CHUNK + 1, 2), (3 * CHUNK, 3)]
)
def test_a_file_is_read_in_as_many_pieces_as_counted(tmp_path: Path, size: int, count: int) -> None:
    path = tmp_path / "bukti.pdf"
    path.write_bytes(b"x" * size)

    pieces = list(read_chunks(path))

    assert count_chunks(size) == len(pieces) == count
    assert b"".join(pieces) == b"x" * size


def test_a_written_file_tells_its_checksum_and_size(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"

    assert write_new_file(path, [b"isi ", b"", b"berkas"]) == (
        sha256(b"isi berkas").hexdigest(),
        10,
    )
    assert path.read_bytes() == b"isi berkas"


def test_a_file_that_exists_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"milik orang lain")

    with pytest.raises(FileExistsError):
        write_new_file(path, [b"isi"])

    assert path.read_bytes() == b"milik orang lain"


def test_a_system_that_keeps_no_page_cache_to_drop_is_served_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "posix_fadvise")

    assert write_new_file(tmp_path / "a.txt", [b"isi"])[1] == 3


def test_free_space_is_measured_in_bytes(tmp_path: Path) -> None:
    assert measure_free_space(tmp_path) > 0
