import errno
import os
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.errors import CancelledError, KinerjaError, Problem
from kinerja_desktop.store.evidence import CHUNK, EvidenceStore

MEND = "Lampirkan lagi berkas aslinya, atau pulihkan dari cadangan."
HELLO = "185f8db32271fe25f561a6fc938b2e264306ec304eda518007d1764826381969"  # sha256 of "Hello"


@pytest.fixture
def store(tmp_path: Path) -> EvidenceStore:
    return EvidenceStore(tmp_path / "data")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    path = tmp_path / "foto kegiatan.jpg"
    path.write_bytes(b"Hello")
    return path


def everything(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_evidence_lies_under_its_checksum(
    store: EvidenceStore, photo: Path, tmp_path: Path
) -> None:
    assert store.put(photo) == (HELLO, 5)
    assert store.path_of(HELLO) == tmp_path / "data" / "berkas" / "18" / HELLO
    assert store.path_of(HELLO).read_bytes() == b"Hello"
    assert photo.exists()


def test_equal_files_are_kept_once(store: EvidenceStore, photo: Path, tmp_path: Path) -> None:
    again = tmp_path / "salinan.jpg"
    again.write_bytes(b"Hello")

    assert store.put(photo) == store.put(again)
    assert everything(tmp_path / "data") == [HELLO]
    assert store.stored() == [HELLO]


def test_putting_a_file_again_mends_a_damaged_copy(store: EvidenceStore, photo: Path) -> None:
    store.put(photo)
    store.path_of(HELLO).write_bytes(b"Hallo")

    store.put(photo)

    assert store.path_of(HELLO).read_bytes() == b"Hello"


@given(st.binary(min_size=1, max_size=500))
def test_any_content_comes_back(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("data")
    store = EvidenceStore(folder)
    source = folder / "asal"
    source.write_bytes(content)

    digest, size = store.put(source)

    assert (digest, size) == (sha256(content).hexdigest(), len(content))
    assert store.path_of(digest).read_bytes() == content
    assert store.verify({digest: "asal"}) == []


def test_an_empty_file_is_refused(store: EvidenceStore, tmp_path: Path) -> None:
    empty = tmp_path / "kosong.pdf"
    empty.touch()

    with pytest.raises(KinerjaError) as caught:
        store.put(empty)

    assert str(caught.value) == "kosong.pdf kosong. Pilih berkas bukti yang ada isinya."
    assert everything(tmp_path / "data") == []


def test_a_file_over_100_mb_is_refused(store: EvidenceStore, tmp_path: Path) -> None:
    video = tmp_path / "video.mp4"
    with video.open("wb") as file:
        file.truncate(100_000_001)

    with pytest.raises(KinerjaError, match=r"video\.mp4 lebih besar dari 100 MB\."):
        store.put(video)

    assert everything(tmp_path / "data") == []


def test_a_file_that_is_gone_is_named(store: EvidenceStore, tmp_path: Path) -> None:
    with pytest.raises(KinerjaError, match=r"tidak ada\.pdf tidak ada\. Periksa nama"):
        store.put(tmp_path / "tidak ada.pdf")


def test_a_full_disk_names_the_data_folder_and_leaves_nothing(
    store: EvidenceStore, photo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_file: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)

    with pytest.raises(KinerjaError, match=r"/data/berkas tidak dapat ditulis: .* penuh"):
        store.put(photo)

    assert everything(tmp_path / "data") == []


def test_a_copy_that_is_stopped_leaves_nothing(store: EvidenceStore, tmp_path: Path) -> None:
    video = tmp_path / "video.mp4"
    video.write_bytes(bytes(3 * CHUNK + 1))
    told: list[tuple[int, int, str]] = []

    def stop(step: int, steps: int, text: str) -> None:
        told.append((step, steps, text))
        if step == 2:
            raise CancelledError

    with pytest.raises(CancelledError):
        store.put(video, stop)
    assert told == [(step, 4, "Menyalin video.mp4…") for step in range(3)]
    assert everything(tmp_path / "data") == []


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", HELLO.upper(), HELLO + "\n", "18"])
def test_only_a_checksum_finds_evidence(store: EvidenceStore, digest: str) -> None:
    with pytest.raises(ValueError, match="Not a SHA-256"):
        store.path_of(digest)


def test_damaged_and_missing_evidence_is_named(
    store: EvidenceStore, photo: Path, tmp_path: Path
) -> None:
    store.put(photo)
    other = tmp_path / "notulen.pdf"
    other.write_bytes(b"notulen")
    digest, _ = store.put(other)
    store.path_of(digest).write_bytes(b"Notulen")
    missing = "0" * 64

    assert store.verify({HELLO: "foto.jpg", digest: "notulen.pdf", missing: "sk.pdf"}) == sorted(
        [
            Problem(f"Berkas bukti ini hilang dari folder data. {MEND}", "sk.pdf"),
            Problem(f"Isi berkas bukti ini berubah atau rusak. {MEND}", "notulen.pdf"),
        ],
        key=lambda problem: {"sk.pdf": missing, "notulen.pdf": digest}[problem.file],
    )


def test_evidence_that_nobody_names_is_verified_too(store: EvidenceStore, photo: Path) -> None:
    store.put(photo)
    store.path_of(HELLO).write_bytes(b"?")

    assert [problem.file for problem in store.verify({})] == [HELLO]


def test_evidence_on_a_bad_sector_is_named(
    store: EvidenceStore, photo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.put(photo)

    def fail(*_arguments: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)

    (problem,) = store.verify({HELLO: "foto.jpg"})
    assert problem.file == "foto.jpg"
    assert "terlepas atau rusak" in problem.message


def test_an_empty_store_has_nothing_to_verify(store: EvidenceStore) -> None:
    assert store.stored() == []
    assert store.verify({}) == []


def test_strange_files_are_no_evidence(store: EvidenceStore, photo: Path, tmp_path: Path) -> None:
    store.put(photo)
    (tmp_path / "data/berkas/18/catatan.txt").write_text("?")
    (tmp_path / "data/berkas/99").mkdir()
    (tmp_path / "data/berkas/99" / HELLO).write_bytes(b"Hello")

    assert store.stored() == [HELLO]


def test_what_a_crash_left_is_removed(store: EvidenceStore, photo: Path, tmp_path: Path) -> None:
    store.put(photo)
    (tmp_path / "data/berkas/abc.tulis").write_bytes(b"setengah")

    store.remove_leftovers()

    assert everything(tmp_path / "data") == [HELLO]
