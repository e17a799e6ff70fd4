"""A ZIP of somebody else is taken apart in its place, or refused with a sentence."""

import stat
import struct
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange import package_zip
from kinerja_desktop.exchange.package_zip import BatasZip, unpack_zip


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "isi"
    folder.mkdir()
    return folder


def make(tmp_path: Path, *entries: tuple[str | zipfile.ZipInfo, bytes]) -> Path:
    path = tmp_path / "kirim.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries:
            archive.writestr(name, content)
    return path


def files(folder: Path) -> dict[str, bytes]:
    return {
        p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()
    }


def test_files_and_folders_come_out_as_they_went_in(tmp_path: Path, target: Path) -> None:
    path = make(tmp_path, ("SAKIP_X/", b""), ("SAKIP_X/data/a.pdf", b"%PDF"), ("b.txt", b""))
    unpack_zip(path, target)
    assert files(target) == {"SAKIP_X/data/a.pdf": b"%PDF", "b.txt": b""}
    assert (target / "SAKIP_X").is_dir()


def test_an_old_tool_of_windows_parts_folders_by_a_backslash(tmp_path: Path, target: Path) -> None:
    info = zipfile.ZipInfo("x")
    info.filename = "SAKIP_X\\data\\a.txt"
    folder = zipfile.ZipInfo("y")
    folder.filename = "KOSONG\\"
    unpack_zip(make(tmp_path, (info, b"a"), (folder, b"")), target)
    assert files(target) == {"SAKIP_X/data/a.txt": b"a"}
    assert (target / "KOSONG").is_dir()


@pytest.mark.parametrize(
    "name", ["../luar.txt", "/etc/luar", "C:/luar.txt", "a/../../luar", "a//b"]
)
def test_what_would_lead_out_is_refused(tmp_path: Path, target: Path, name: str) -> None:
    with pytest.raises(KinerjaError, match="menunjuk ke luar foldernya"):
        unpack_zip(make(tmp_path, ("baik.txt", b"x"), (name, b"x")), target)
    assert files(target) == {}
    assert not (tmp_path / "luar.txt").exists()


def test_a_name_longer_than_any_disk_takes_is_refused(tmp_path: Path, target: Path) -> None:
    with pytest.raises(KinerjaError, match="tidak dibuka"):
        unpack_zip(make(tmp_path, ("a" * 300, b"x")), target)


def test_a_link_is_refused(tmp_path: Path, target: Path) -> None:
    info = zipfile.ZipInfo("tautan")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.raises(KinerjaError, match="memuat tautan"):
        unpack_zip(make(tmp_path, (info, b"/etc/passwd")), target)


def test_two_files_of_one_name_are_refused(tmp_path: Path, target: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        path = make(tmp_path, ("a.txt", b"1"), ("a.txt", b"2"))
    with pytest.raises(KinerjaError, match="dua berkas bernama sama"):
        unpack_zip(path, target)


def test_a_password_is_asked_of_the_sender(tmp_path: Path, target: Path) -> None:
    """The bit of a locked entry, set in both of its headers as other tools write it."""
    path = make(tmp_path, ("a.txt", b"isi"))
    content = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = content.index(mark) + place
        (flags,) = struct.unpack_from("<H", content, start)
        struct.pack_into("<H", content, start, flags | 1)
    path.write_bytes(content)
    with pytest.raises(KinerjaError, match="kata sandi"):
        unpack_zip(path, target)


def test_a_bomb_is_told_from_its_list(tmp_path: Path, target: Path) -> None:
    """2 MB of noughts in 2 kB, where ten times its size and 1 MB are allowed."""
    path = make(tmp_path, ("nol.bin", bytes(2 << 20)))
    batas = BatasZip(kali=10, bebas=1 << 20)
    with pytest.raises(KinerjaError, match="berisi lebih dari 1 MB"):
        unpack_zip(path, target, batas=batas)
    assert files(target) == {}
    unpack_zip(path, target)


def test_a_bomb_that_lies_about_its_size_gives_no_more_than_it_says(
    tmp_path: Path, target: Path
) -> None:
    path = make(tmp_path, ("nol.bin", bytes(2 << 20)))
    content = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<L", content, content.index(mark) + place, 100)
    path.write_bytes(content)
    with pytest.raises(KinerjaError, match="rusak"):
        unpack_zip(path, target)
    assert sum(map(len, files(target).values())) <= 100


def test_too_many_files_are_refused(tmp_path: Path, target: Path) -> None:
    path = make(tmp_path, *((f"{number}.txt", b"") for number in range(4)))
    with pytest.raises(KinerjaError, match="lebih dari 3 berkas"):
        unpack_zip(path, target, batas=BatasZip(berkas=3))


def test_a_list_that_would_fill_the_memory_is_not_read(
    tmp_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three files may have 1,200 bytes of list; here one file's remark alone has more."""
    info = zipfile.ZipInfo("a.txt")
    info.comment = b"x" * 2000
    path = make(tmp_path, (info, b"1"))

    def never(_path: Path) -> None:
        raise AssertionError

    monkeypatch.setattr(package_zip, "ZipFile", never)
    with pytest.raises(KinerjaError, match="lebih dari 3 berkas"):
        unpack_zip(path, target, batas=BatasZip(berkas=3))


def test_the_largest_bomb_is_bounded_whatever_its_own_size() -> None:
    assert BatasZip().most(1) == 256 << 20
    assert BatasZip().most(10 << 20) == 1000 << 20
    assert BatasZip().most(1 << 40) == 4 << 30


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"bukan zip sama sekali"])
def test_what_is_no_zip_is_said(tmp_path: Path, target: Path, content: bytes) -> None:
    path = tmp_path / "kirim.zip"
    path.write_bytes(content)
    with pytest.raises(KinerjaError, match=r"kirim\.zip rusak"):
        unpack_zip(path, target)


def test_every_damaged_byte_gives_a_sentence_or_the_file(tmp_path: Path, target: Path) -> None:
    sound = make(tmp_path, ("a.txt", b"isi berkas yang cukup panjang" * 3)).read_bytes()
    for place in range(len(sound)):
        damaged = tmp_path / "rusak.zip"
        damaged.write_bytes(sound[:place] + bytes([sound[place] ^ 0xFF]) + sound[place + 1 :])
        folder = target / str(place)
        folder.mkdir()
        with suppress(KinerjaError):
            unpack_zip(damaged, folder)
        assert set(files(folder)) <= {"a.txt", *(name for name in files(folder) if len(name) == 5)}


def test_a_full_disk_is_said_before_anything_is_written(
    tmp_path: Path, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(folder: Path, size: int) -> None:
        raise KinerjaError(f"Ruang kosong di {folder} tidak cukup.", f"{size}")

    monkeypatch.setattr(package_zip, "require_room", no_room)
    with pytest.raises(KinerjaError, match="tidak cukup"):
        unpack_zip(make(tmp_path, ("a.txt", b"12345")), target)
    assert files(target) == {}


def test_a_zip_that_is_gone_and_a_folder_that_cannot_be_written(
    tmp_path: Path, target: Path
) -> None:
    with pytest.raises(KinerjaError, match=r"hilang\.zip tidak ada"):
        unpack_zip(tmp_path / "hilang.zip", target)
    (target / "a").write_text("berkas di tempat folder")
    with pytest.raises(KinerjaError):
        unpack_zip(make(tmp_path, ("a/b.txt", b"x")), target)


def test_it_stops_when_asked(tmp_path: Path, target: Path) -> None:
    path = make(tmp_path, ("a.txt", b"1"), ("b.txt", b"2"))
    unpack_zip(path, target, cancelled=lambda: True)
    assert files(target) == {}
    answers = iter([False, False, False, True, True])
    unpack_zip(path, target, cancelled=lambda: next(answers))
    assert files(target) == {"a.txt": b"1"}
