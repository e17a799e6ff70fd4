"""The pack of evidence: whole or not there, taken up where it was left, proved by its hashes."""

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange import evidence_pack
from kinerja_desktop.exchange.bags import parse_info, parse_manifest
from kinerja_desktop.exchange.evidence_pack import BerkasPaket, PackStoppedError, write_pack
from kinerja_desktop.exchange.package_place import describe_us, remove_leftovers
from kinerja_desktop.exchange.stick import CHUNK

INFO = {"Source-Organization": "Kecamatan Uji", "External-Description": "Bukti LKE 2024"}
BESIDE = {"daftar_bukti.pdf": b"%PDF daftar"}


def item(path: str, content: bytes | Path) -> BerkasPaket:
    body = content.read_bytes() if isinstance(content, Path) else content
    return BerkasPaket(path, content, sha256(body).hexdigest(), len(body))


@pytest.fixture
def files(tmp_path: Path) -> list[BerkasPaket]:
    source = tmp_path / "sumber.bin"
    source.write_bytes(bytes(range(256)) * 9000)  # more than one piece
    return [
        item("1.1.1_Renstra/01_a.pdf", b"satu"),
        item("1.1.2_PK/01_a.pdf", b"satu"),
        item("1.1.2_PK/02_b.bin", source),
        item("1.1.2_PK/03_kosong.txt", b""),
    ]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "stik"
    folder.mkdir()
    return folder


def read_all(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*") if path.is_file()
    }  # fmt: skip


def test_a_pack_is_a_bag_that_other_programs_prove(files: list[BerkasPaket], place: Path) -> None:
    path = write_pack(place, "LKE_UJI_2024", files, INFO, beside=BESIDE)
    assert path == place / "LKE_UJI_2024"
    found = read_all(path)
    assert found["data/1.1.2_PK/01_a.pdf"] == b"satu"
    assert found["daftar_bukti.pdf"] == b"%PDF daftar"
    manifest, problems = parse_manifest("m", found["manifest-sha256.txt"])
    assert problems == []
    assert manifest == {f"data/{file.path}": file.sha256 for file in files}
    info, _ = parse_info(found["bag-info.txt"])
    assert info["Payload-Oxum"] == f"{8 + 256 * 9000}.4"
    assert [entry.name for entry in place.iterdir()] == ["LKE_UJI_2024"]
    tags, problems = parse_manifest("t", found["tagmanifest-sha256.txt"])
    assert problems == []
    # All that stands at the top, but the list itself (RFC 8493 §2.2.1).
    assert tags == {
        name: sha256(content).hexdigest()
        for name, content in found.items()
        if "/" not in name and name != "tagmanifest-sha256.txt"
    }
    assert set(tags) >= {"bagit.txt", "bag-info.txt", "manifest-sha256.txt", "daftar_bukti.pdf"}
    if shutil.which("sha256sum"):
        for name in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
            subprocess.run(["sha256sum", "-c", "--quiet", name], cwd=path, check=True)


def test_a_second_pack_stands_beside_the_first(files: list[BerkasPaket], place: Path) -> None:
    write_pack(place, "LKE_UJI_2024", files, INFO, beside=BESIDE)
    again = write_pack(place, "LKE_UJI_2024", files, INFO, beside=BESIDE)
    assert again.name == "LKE_UJI_2024_2"


def stop_after(count: int) -> Any:
    asked = iter(range(10_000))
    return lambda: next(asked) >= count


def test_what_was_stopped_is_taken_up_again(
    files: list[BerkasPaket], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence_pack, "_HANDS", 1)
    with pytest.raises(PackStoppedError, match="dihentikan"):
        write_pack(place, "LKE_UJI_2024", files, INFO, beside=BESIDE, cancelled=stop_after(2))
    (left,) = place.iterdir()
    assert left.name.startswith("LKE_UJI_2024.")
    kept = left / "data" / files[0].path
    before = kept.stat()
    path = write_pack(place, "LKE_UJI_2024", files, INFO, beside=BESIDE)
    after = (path / "data" / files[0].path).stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert not left.exists()
    assert read_all(path)["data/1.1.2_PK/02_b.bin"] == bytes(range(256)) * 9000


def test_what_is_damaged_or_belongs_no_more_is_written_anew(
    files: list[BerkasPaket], place: Path, tmp_path: Path
) -> None:
    with pytest.raises(PackStoppedError):
        write_pack(place, "LKE_UJI_2024", files, INFO, beside=BESIDE, cancelled=lambda: True)
    (left,) = place.iterdir()
    data = left / "data"
    data.mkdir(exist_ok=True)
    for name, content in {
        "1.1.1_Renstra/01_a.pdf": b"SATU",  # as long, but not the same
        "1.1.2_PK/01_a.pdf": b"sat",
        "1.1.9_lama/01_x.pdf": b"lama",
    }.items():
        (data / name).parent.mkdir(parents=True, exist_ok=True)
        (data / name).write_bytes(content)
    (data / "1.1.2_PK/02_b.bin").unlink(missing_ok=True)
    (data / "1.1.2_PK/02_b.bin").symlink_to(tmp_path / "sumber.bin")
    path = write_pack(place, "LKE_UJI_2024", files, INFO, beside=BESIDE)
    found = {name for name in read_all(path) if name.startswith("data/")}
    assert found == {f"data/{file.path}" for file in files}
    assert (path / "data/1.1.1_Renstra/01_a.pdf").read_bytes() == b"satu"
    assert not (path / "data/1.1.2_PK/02_b.bin").is_symlink()
    assert (tmp_path / "sumber.bin").exists()


def test_an_unfinished_pack_of_another_office_stays(files: list[BerkasPaket], place: Path) -> None:
    for info in ({**INFO, "Source-Organization": "Kecamatan Lain"}, INFO):
        with pytest.raises(PackStoppedError):
            write_pack(place, "LKE_UJI_2024", files, info, beside=BESIDE, cancelled=lambda: True)
    assert len(list(place.iterdir())) == 2
    (place / "LKE_UJI_2024_3.tulis").write_bytes(b"berkas orang")
    path = write_pack(place, "LKE_UJI_2024", files, INFO, beside=BESIDE)
    assert path.name == "LKE_UJI_2024_2"
    write_pack(place, "LKE_UJI_2024_3", files, INFO, beside=BESIDE)
    assert (place / "LKE_UJI_2024_3.tulis").read_bytes() == b"berkas orang"


@pytest.mark.parametrize(
    "mark", ["Source-Organization", "External-Description", "Bag-Software-Agent"]
)
def test_what_another_began_is_left_alone_byte_for_byte(
    files: list[BerkasPaket], place: Path, monkeypatch: pytest.MonkeyPatch, mark: str
) -> None:
    """Another office, another pack, another program: each by itself makes it another's."""
    monkeypatch.setattr(evidence_pack, "_HANDS", 1)
    with pytest.raises(PackStoppedError):
        write_pack(place, "LKE_UJI_2024", files, {**INFO, mark: "Lain"}, beside=BESIDE,
                   cancelled=stop_after(2))  # fmt: skip
    (left,) = place.iterdir()
    before = read_all(left)
    assert f"{mark}: Lain".encode() in before["bag-info.txt"].splitlines()
    assert len(before) > 1
    path = write_pack(place, "LKE_UJI_2024", files[1:], INFO, beside=BESIDE)
    assert path.name == "LKE_UJI_2024_2"
    assert read_all(left) == before


def test_a_delivery_on_the_same_stick_leaves_it_to_be_taken_up(
    files: list[BerkasPaket], place: Path
) -> None:
    """Its leftovers are cleared by the same marks of program and office."""
    with pytest.raises(PackStoppedError):
        write_pack(place, "LKE_UJI_2024", files, INFO, beside=BESIDE, cancelled=lambda: True)
    (left,) = place.iterdir()
    remove_leftovers(place, describe_us(INFO))
    assert list(place.iterdir()) == [left]
    write_pack(place, "LKE_UJI_2024", files, INFO, beside=BESIDE)
    assert not left.exists()


def test_progress_is_told_file_by_file(files: list[BerkasPaket], place: Path) -> None:
    told: list[tuple[int, int]] = []
    write_pack(place, "LKE_UJI_2024", files, INFO, beside=BESIDE,
               progress=lambda step, steps, _: told.append((step, steps)))  # fmt: skip
    assert told == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_a_full_disk_is_told_before_anything_is_written(
    files: list[BerkasPaket], place: Path
) -> None:
    with pytest.raises(KinerjaError, match="tidak cukup"):
        write_pack(place, "LKE_UJI_2024", files, INFO, beside=BESIDE, free_space=lambda _: 1000)
    assert list(place.iterdir()) == []


def test_only_what_is_missing_needs_room(files: list[BerkasPaket], place: Path) -> None:
    def pieces(path: Path) -> Iterator[bytes]:
        raise PackStoppedError
        yield b""

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(evidence_pack, "_HANDS", 1)
        patch.setattr(evidence_pack, "read_chunks", pieces)
        with pytest.raises(PackStoppedError):
            write_pack(place, "LKE_UJI_2024", files, INFO, beside=BESIDE)
    # Margin of the disk, the second file's 2,3 MB and two clusters: not the whole pack again.
    room = (4 << 20) + 256 * 9000 + 2 * (64 << 10)
    write_pack(place, "LKE_UJI_2024", files, INFO, beside=BESIDE, free_space=lambda _: room)


def test_damaged_evidence_is_told_by_its_name(place: Path, tmp_path: Path) -> None:
    source = tmp_path / "bukti.bin"
    source.write_bytes(b"asli")
    wanted = item("1.1.1_x/01_bukti.bin", source)
    source.write_bytes(b"lain")
    with pytest.raises(KinerjaError, match=r"Berkas bukti 01_bukti.bin rusak di folder data"):
        write_pack(place, "LKE_UJI_2024", [wanted], INFO, beside=BESIDE)


def test_a_stick_that_reads_otherwise_is_told(
    files: list[BerkasPaket], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence_pack, "read_digest", lambda path: "0" * 64)
    with pytest.raises(KinerjaError, match="terbaca lain daripada yang ditulis"):
        write_pack(place, "LKE_UJI_2024", files[:1], INFO, beside=BESIDE)
    assert not list(place.rglob("*.pdf"))


def test_a_failing_disk_is_explained_and_leaves_no_half_file(
    files: list[BerkasPaket], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: Path, chunks: Any) -> None:
        path.write_bytes(b"setengah")
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    monkeypatch.setattr(evidence_pack, "write_down", fail)
    with pytest.raises(KinerjaError, match="penuh"):
        write_pack(place, "LKE_UJI_2024", files, INFO, beside=BESIDE)
    assert list(place.iterdir()) == []


def test_a_failing_disk_takes_nothing_of_what_an_earlier_run_had(
    files: list[BerkasPaket], place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence_pack, "_HANDS", 1)
    with pytest.raises(PackStoppedError):
        write_pack(place, "LKE_UJI_2024", files, INFO, beside=BESIDE, cancelled=stop_after(2))

    def fail(path: Path, chunks: Any) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO), str(path))

    with monkeypatch.context() as patch:
        patch.setattr(evidence_pack, "write_down", fail)
        with pytest.raises(KinerjaError, match="terlepas atau rusak"):
            write_pack(place, "LKE_UJI_2024", files, INFO, beside=BESIDE)
    (left,) = place.iterdir()
    assert (left / "data" / files[0].path).read_bytes() == b"satu"


def test_a_source_that_is_gone_is_named(place: Path, tmp_path: Path) -> None:
    gone = BerkasPaket("1.1.1_x/01_a.pdf", tmp_path / "tidak-ada.pdf", "0" * 64, 5)
    with pytest.raises(KinerjaError, match=r"tidak-ada\.pdf tidak ada"):
        write_pack(place, "LKE_UJI_2024", [gone], INFO, beside=BESIDE)


def test_a_folder_that_is_gone_is_named(files: list[BerkasPaket], tmp_path: Path) -> None:
    with pytest.raises(KinerjaError, match="tidak ada"):
        write_pack(tmp_path / "x", "LKE_UJI_2024", files, INFO, beside=BESIDE)


@pytest.mark.parametrize("path", ["1.1.1:x/a.pdf", "1.1.1/a?.pdf", "CON/a.pdf", "a" * 101 + "/b"])
def test_a_path_that_fat32_cannot_hold_is_our_mistake(place: Path, path: str) -> None:
    with pytest.raises(ValueError, match="Unsafe path"):
        write_pack(place, "LKE_UJI_2024", [item(path, b"x")], INFO, beside=BESIDE)


def test_large_bytes_are_written_in_pieces(place: Path) -> None:
    content = b"x" * (CHUNK + 5)
    path = write_pack(place, "LKE_UJI_2024", [item("1_a/01_a.bin", content)], INFO, beside=BESIDE)
    assert (path / "data/1_a/01_a.bin").stat().st_size == CHUNK + 5
