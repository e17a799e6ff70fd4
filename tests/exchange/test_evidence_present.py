"""A pack that was written before is found again only while all of it is still the same."""

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from kinerja_desktop.exchange.evidence_pack import BerkasPaket, PackStoppedError, write_pack
from kinerja_desktop.exchange.evidence_present import find_written

FILES = [
    BerkasPaket(f"1.1/{n}.pdf", content, sha256(content).hexdigest(), len(content))
    for n, content in enumerate((b"%PDF satu", b"%PDF dua"))
]
BESIDE = {"daftar.pdf": b"%PDF daftar"}


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path, "LKE", FILES, {"Bagging-Date": "2025-01-15"}, beside=BESIDE)


def find(pack: Path) -> Path | None:
    return find_written(pack.parent, "LKE", FILES, BESIDE)


def test_it_is_found_and_every_file_was_read(pack: Path) -> None:
    told: list[tuple[int, int, str]] = []
    found = find_written(
        pack.parent, "LKE", FILES, BESIDE, progress=lambda *step: told.append(step)
    )
    assert found == pack
    assert told == [
        (1, 2, "Membaca ulang data/1.1/0.pdf"), (2, 2, "Membaca ulang data/1.1/1.pdf"),
    ]  # fmt: skip


def change_a_byte(pack: Path) -> None:
    (pack / "data/1.1/1.pdf").write_bytes(b"%PDF dux")


def lose_a_file(pack: Path) -> None:
    (pack / "data/1.1/1.pdf").unlink()


def add_a_file(pack: Path) -> None:
    (pack / "data/asing.txt").write_text("x")


def point_elsewhere(pack: Path) -> None:
    (pack / "data/asing").symlink_to("/etc")


def change_the_listing(pack: Path) -> None:
    (pack / "daftar.pdf").write_bytes(b"%PDF lama")


def lose_the_manifest(pack: Path) -> None:
    (pack / "manifest-sha256.txt").unlink()


@pytest.mark.parametrize(
    "spoil",
    [change_a_byte, lose_a_file, add_a_file, point_elsewhere, change_the_listing,
     lose_the_manifest],
)  # fmt: skip
def test_a_spoiled_pack_is_not_relied_on(pack: Path, spoil: Callable[[Path], None]) -> None:
    spoil(pack)
    assert find(pack) is None
    again = write_pack(pack.parent, "LKE", FILES, {}, beside=BESIDE)
    assert again.name == "LKE_2"
    assert find(pack) == again


def test_reading_back_can_be_stopped(pack: Path) -> None:
    with pytest.raises(PackStoppedError):
        find_written(pack.parent, "LKE", FILES, BESIDE, cancelled=lambda: True)
