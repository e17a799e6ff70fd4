import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange import setup_files
from kinerja_desktop.exchange.setup_files import SetupFile, copy_checked, find_setups, read_setup
from kinerja_desktop.exchange.stick import CHUNK

ENDING = "-setup.exe"
CONTENT = bytes(range(256)) * 5000  # a little more than one piece


def put(folder: Path, version: str, ending: str = ENDING, content: bytes = CONTENT) -> SetupFile:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"Kinerja-Desktop-{version}{ending}"
    path.write_bytes(content)
    line = f"{hashlib.sha256(content).hexdigest()}  {path.name}\n"
    path.with_name(f"{path.name}.sha256").write_text(line)
    return SetupFile(path, version, len(content))


def test_installers_are_found_on_the_stick_and_one_folder_deep(tmp_path: Path) -> None:
    top = put(tmp_path, "1.9.0")
    inside = put(tmp_path / "Kinerja", "1.10.0")
    put(tmp_path / "arsip" / "lama", "1.0.0")
    put(tmp_path, "1.10.0", "-setup-semua-pengguna.exe")
    (tmp_path / "Kinerja-Desktop-terbaru-setup.exe").write_bytes(b"")
    (tmp_path / "Kinerja-Desktop-2.0.0-setup.exe").mkdir()
    assert find_setups(tmp_path, ENDING) == [top, inside]
    (all_users,) = find_setups(tmp_path, "-setup-semua-pengguna.exe")
    assert all_users.version == "1.10.0"


def test_a_folder_of_the_system_on_the_stick_is_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    top = put(tmp_path, "1.9.0")
    closed = tmp_path / "System Volume Information"
    closed.mkdir()
    real = Path.iterdir

    def iterdir(self: Path) -> object:
        if self == closed:
            raise PermissionError(13, "Permission denied", str(self))
        return real(self)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    assert find_setups(tmp_path, ENDING) == [top]


def test_a_stick_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(KinerjaError, match="tidak ada"):
        find_setups(tmp_path / "E", ENDING)


def test_a_picked_file_must_be_an_installer_of_this_kind(tmp_path: Path) -> None:
    setup = put(tmp_path, "1.9.0")
    assert read_setup(setup.path, ENDING) == setup
    with pytest.raises(KinerjaError, match="bukan pemasang Kinerja Desktop untuk komputer ini"):
        read_setup(setup.path, "-setup-semua-pengguna.exe")
    setup.path.unlink()
    with pytest.raises(KinerjaError, match="tidak ada"):
        read_setup(setup.path, ENDING)


def test_a_whole_installer_is_copied(tmp_path: Path) -> None:
    setup = put(tmp_path / "E", "1.9.0")
    steps: list[tuple[int, int]] = []
    copy = copy_checked(
        setup, tmp_path / "data", lambda step, steps_, _: steps.append((step, steps_))
    )
    assert copy.read_bytes() == CONTENT
    assert [path.name for path in copy.parent.iterdir()] == [setup.path.name]
    assert steps == [(0, 2), (1, 2)]
    assert copy_checked(setup, tmp_path / "data") == copy, "a second time replaces the first"


@pytest.mark.parametrize("line", ["{hash}\n", "{upper} *x.exe\r\n"])
def test_other_ways_to_write_the_checksum_are_read(tmp_path: Path, line: str) -> None:
    setup = put(tmp_path / "E", "1.9.0")
    digest = hashlib.sha256(CONTENT).hexdigest()
    setup.checksum_path.write_text(line.format(hash=digest, upper=digest.upper()))
    assert copy_checked(setup, tmp_path / "data").exists()


def change_a_byte(setup: SetupFile) -> None:
    content = bytearray(setup.path.read_bytes())
    content[CHUNK - 7] ^= 1
    setup.path.write_bytes(content)


def cut(setup: SetupFile) -> None:
    setup.path.write_bytes(setup.path.read_bytes()[:-1])


def forget_checksum(setup: SetupFile) -> None:
    setup.checksum_path.unlink()


def spoil_checksum(setup: SetupFile) -> None:
    setup.checksum_path.write_text("tidak ada\n")


def make_checksum_a_folder(setup: SetupFile) -> None:
    setup.checksum_path.unlink()
    setup.checksum_path.mkdir()


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (change_a_byte, "rusak atau tidak lengkap"),
        (cut, "rusak atau tidak lengkap"),
        (forget_checksum, "keutuhannya tidak dapat diperiksa"),
        (spoil_checksum, "tidak berisi SHA-256"),
        (make_checksum_a_folder, "adalah folder"),
        (lambda setup: setup.path.unlink(), "tidak ada"),
    ],
)
def test_what_is_not_whole_is_refused_and_leaves_nothing(
    tmp_path: Path, spoil: Callable[[SetupFile], None], told: str
) -> None:
    setup = put(tmp_path / "E", "1.9.0")
    spoil(setup)
    with pytest.raises(KinerjaError, match=told) as error:
        copy_checked(setup, tmp_path / "data")
    assert error.value.remedy
    assert not list((tmp_path / "data").glob("*"))


def test_a_stick_pulled_out_while_copying_leaves_nothing(tmp_path: Path) -> None:
    setup = put(tmp_path / "E", "1.9.0")

    def pull(step: int, _steps: int, _text: str) -> None:
        if step:
            raise OSError(5, "Input/output error", str(setup.path))

    with pytest.raises(KinerjaError, match="terlepas atau rusak") as error:
        copy_checked(setup, tmp_path / "data", pull)
    assert str(setup.path) in error.value.message
    assert not list((tmp_path / "data").iterdir())


def test_a_disk_that_keeps_other_bytes_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    setup = put(tmp_path / "E", "1.9.0")
    monkeypatch.setattr(setup_files, "_hash_file", lambda path: "0" * 64)
    with pytest.raises(KinerjaError, match="tidak terbaca sama"):
        copy_checked(setup, tmp_path / "data")
    assert not list((tmp_path / "data").iterdir())


def test_a_full_disk_of_the_pc_is_not_blamed_on_the_stick(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    setup = put(tmp_path / "E", "1.9.0")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(setup_files, "write_new_file", full)
    with pytest.raises(KinerjaError, match="penuh") as error:
        copy_checked(setup, tmp_path / "data")
    assert str(tmp_path / "data") in error.value.message
