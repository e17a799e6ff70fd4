import dataclasses
import hashlib
from pathlib import Path

import pytest

from installer.windows.errors import BuildError
from installer.windows.runtime import read_machine, sha256_of, unpack_runtime
from tests.installer.made import I386, config, pe_image, runtime_files, write, write_zip


def refuse(source: Path, *, checked: bool = False) -> str:
    """Return why a runtime is refused."""
    target = source.parent / "payload" / "runtime"
    with pytest.raises(BuildError) as refused:
        unpack_runtime(source, target, config(), checked=checked)
    assert not target.exists(), "nothing is unpacked of what is refused"
    text = str(refused.value)
    assert "python.org" in text
    assert "installer/vendor" in text
    return text


def test_a_runtime_that_is_not_there_is_named(tmp_path: Path) -> None:
    text = refuse(tmp_path / "python-3.13.13-embed-amd64.zip")
    assert "python-3.13.13-embed-amd64.zip tidak ada" in text


def test_a_wrong_hash_is_refused_with_both_hashes(tmp_path: Path) -> None:
    source = write_zip(tmp_path / "python.zip", runtime_files())
    text = refuse(source, checked=True)
    assert sha256_of(source) in text
    assert config().runtime_sha256 in text


def test_a_file_that_is_no_zip_is_refused(tmp_path: Path) -> None:
    assert "bukan berkas zip" in refuse(write(tmp_path / "python.zip", "<html>galat</html>"))


def test_a_zip_cut_short_is_refused(tmp_path: Path) -> None:
    whole = write_zip(tmp_path / "whole.zip", runtime_files()).read_bytes()
    assert "bukan berkas zip" in refuse(write(tmp_path / "python.zip", whole[: len(whole) // 2]))


def test_a_zip_with_a_spoiled_byte_is_refused(tmp_path: Path) -> None:
    source = write_zip(tmp_path / "python.zip", runtime_files())
    data = source.read_bytes()
    place = data.index(b"PE\0\0") + 300
    source.write_bytes(data[:place] + bytes([data[place] ^ 0xFF]) + data[place + 1 :])
    assert "rusak" in refuse(source)


def test_another_python_is_refused(tmp_path: Path) -> None:
    text = refuse(write_zip(tmp_path / "python.zip", runtime_files("312")))
    assert "berisi Python 3.12" in text
    assert "3.13" in text


def test_a_python_for_32_bits_is_refused(tmp_path: Path) -> None:
    source = write_zip(tmp_path / "python.zip", runtime_files(machine=I386))
    assert "bukan Python Windows 64-bit" in refuse(source)


def test_a_zip_of_something_else_is_refused(tmp_path: Path) -> None:
    assert "tidak lengkap" in refuse(write_zip(tmp_path / "python.zip", {"README.md": b"x"}))


def test_an_incomplete_folder_is_refused(tmp_path: Path) -> None:
    for name, data in runtime_files().items():
        write(tmp_path / "python" / name, data)
    (tmp_path / "python" / "_sqlite3.pyd").unlink()
    (tmp_path / "python" / "pythonw.exe").unlink()
    assert "tidak ada _sqlite3.pyd, pythonw.exe." in refuse(tmp_path / "python")


def test_a_folder_has_no_hash_to_compare(tmp_path: Path) -> None:
    for name, data in runtime_files().items():
        write(tmp_path / "python" / name, data)
    assert "adalah folder" in refuse(tmp_path / "python", checked=True)


@pytest.mark.parametrize("kind", ["zip", "folder"])
def test_a_sound_runtime_is_unpacked_and_isolated(tmp_path: Path, kind: str) -> None:
    files = {**runtime_files(), "_wmi.pyd": b"x"}
    target = tmp_path / "payload" / "runtime"
    if kind == "zip":
        source = write_zip(tmp_path / "python.zip", files)
        found = hashlib.sha256(source.read_bytes()).hexdigest()
        unpack_runtime(source, target, dataclasses.replace(config(), runtime_sha256=found))
    else:
        for name, data in files.items():
            write(tmp_path / "python" / name, data)
        unpack_runtime(tmp_path / "python", target, config(), checked=False)
    assert {path.name for path in target.iterdir()} == {*runtime_files(), "python313._pth"}
    lines = (target / "python313._pth").read_bytes().split(b"\r\n")
    assert lines == [b"python313.zip", b".", b"..\\lib", b"..\\app", b""]


def test_what_is_no_windows_program_has_no_machine() -> None:
    assert read_machine(pe_image()) == 0x8664
    for data in (b"", b"MZ", b"#!/bin/sh\n" * 20, pe_image()[:0x42]):
        assert read_machine(data) is None
