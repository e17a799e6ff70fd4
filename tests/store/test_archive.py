"""Spoiled ``.kinerja`` files: each gets a sentence, and nothing is written anywhere else."""

import errno
import json
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_desktop.errors import DataProblemsError, KinerjaError, Problem
from kinerja_desktop.store.archive_reading import (
    check_archive,
    extract_database,
    extract_evidence,
    is_archive,
)
from kinerja_desktop.store.backup import export_backup
from kinerja_desktop.store.backup_reading import preview_backup
from kinerja_desktop.store.evidence import EvidenceStore
from tests.store.sample_database import make_database

MOMENT = datetime(2024, 6, 28, 8, 5, 9, tzinfo=UTC)
PHOTO = sha256(b"foto").hexdigest()
PHOTO_NAME = f"berkas/{PHOTO[:2]}/{PHOTO}"

DAMAGED = "Berkas cadangan ini rusak. Pilih cadangan lain."
NOT_OURS = "Ini bukan cadangan Kinerja Desktop. Pilih berkas .kinerja atau .db."
DIFFERENT = "Isi berkas cadangan ini tidak sama dengan daftarnya. Pilih cadangan lain."


def plenty(_folder: Path) -> int:
    return 1 << 40


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    database = make_database(tmp_path / "data" / "kinerja.db")
    (tmp_path / "foto.jpg").write_bytes(b"foto")
    EvidenceStore(database.parent).put(tmp_path / "foto.jpg")
    export_backup(database, tmp_path / "a.kinerja", MOMENT)
    return tmp_path / "a.kinerja"


def entry(content: bytes) -> dict[str, Any]:
    return {"sha256": sha256(content).hexdigest(), "ukuran": len(content)}


def write_zip(path: Path, files: Mapping[str, bytes], manifest: object = None) -> Path:
    """Write an archive with a fitting list, or with another one."""
    fitting = {
        "bentuk": "kinerja-cadangan",
        "versi": 1,
        "dibuat": "2024-06-28T08:05:09+00:00",
        "berkas": {name: entry(content) for name, content in files.items()},
    }
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("manifest.json", json.dumps(manifest or fitting))
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def messages(path: Path) -> list[str]:
    problems = check_archive(path)
    assert {problem.file for problem in problems} <= {path.name}
    return [problem.message for problem in problems]


def test_an_archive_is_a_plain_zip_with_a_list(archive: Path) -> None:
    with zipfile.ZipFile(archive) as opened:
        assert opened.testzip() is None
        assert opened.namelist() == ["manifest.json", "kinerja.db", PHOTO_NAME]
        manifest = json.loads(opened.read("manifest.json"))
        database = opened.read("kinerja.db")

    assert manifest == {
        "bentuk": "kinerja-cadangan",
        "versi": 1,
        "dibuat": "2024-06-28T08:05:09+00:00",
        "berkas": {"kinerja.db": entry(database), PHOTO_NAME: entry(b"foto")},
    }
    assert is_archive(archive)
    assert messages(archive) == []


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 rusak", b"bukan zip"])
def test_garbage_is_damage(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.kinerja"
    path.write_bytes(content)

    assert messages(path) == [DAMAGED]
    with pytest.raises(DataProblemsError):
        extract_database(path, tmp_path, plenty)


def test_another_zip_is_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("foto.jpg", b"JFIF")

    assert messages(path) == [NOT_OURS]
    with pytest.raises(DataProblemsError) as caught:
        preview_backup(path)
    assert caught.value.problems == [Problem(NOT_OURS, "x.zip")]


def test_a_zip_with_a_password_is_named(archive: Path) -> None:
    content = bytearray(archive.read_bytes())
    # The first bit of the flags in the zip's own list says: encrypted.
    content[content.index(b"PK\x01\x02") + 8] |= 1
    archive.write_bytes(content)

    assert messages(archive) == [
        "Berkas cadangan ini dilindungi kata sandi. Pilih cadangan tanpa kata sandi."
    ]


@pytest.mark.parametrize(
    ("manifest", "sentence"),
    [
        (
            {"bentuk": "kinerja-cadangan", "versi": 2},
            "Cadangan ini dibuat oleh Kinerja Desktop yang lebih baru. "
            "Perbarui program, lalu ulangi.",
        ),
        ({"bentuk": "lain", "versi": 1, "berkas": {}}, NOT_OURS),
        ({"bentuk": "kinerja-cadangan", "versi": 0, "berkas": {}}, NOT_OURS),
        (["kinerja-cadangan"], NOT_OURS),
        ({"bentuk": "kinerja-cadangan", "versi": 1, "berkas": {"kinerja.db": 1}}, DAMAGED),
        ({"bentuk": "kinerja-cadangan", "versi": 1, "berkas": {"kinerja.db": {}}}, DAMAGED),
    ],
)
def test_a_list_of_another_form_is_refused(tmp_path: Path, manifest: object, sentence: str) -> None:
    path = write_zip(tmp_path / "x.kinerja", {"kinerja.db": b"x"}, manifest)

    assert messages(path) == [sentence]


def test_a_list_too_large_to_be_one_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "x.kinerja"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("manifest.json", b" " * ((64 << 20) + 1))

    assert messages(path) == [DAMAGED]


def listed(files: Mapping[str, bytes]) -> dict[str, Any]:
    return {
        "bentuk": "kinerja-cadangan",
        "versi": 1,
        "berkas": {name: entry(content) for name, content in files.items()},
    }


@pytest.mark.parametrize(
    ("inside", "in_list"),
    [
        ({"kinerja.db": b"x"}, {"kinerja.db": b"x", PHOTO_NAME: b"foto"}),
        ({"kinerja.db": b"x", PHOTO_NAME: b"foto"}, {"kinerja.db": b"x"}),
        ({"kinerja.db": b"xy"}, {"kinerja.db": b"x"}),
        ({PHOTO_NAME: b"foto"}, {PHOTO_NAME: b"foto"}),
    ],
)
def test_missing_extra_and_longer_files_are_refused(
    tmp_path: Path, inside: dict[str, bytes], in_list: dict[str, bytes]
) -> None:
    path = write_zip(tmp_path / "x.kinerja", inside, listed(in_list))

    assert messages(path) == [DIFFERENT]


def test_one_name_twice_is_refused(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "x.kinerja", {"kinerja.db": b"x"})
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("kinerja.db", b"y")

    assert messages(path)


def test_a_changed_file_is_named(tmp_path: Path) -> None:
    files = {"kinerja.db": b"x", PHOTO_NAME: b"foto"}
    spoiled = {"kinerja.db": b"y", PHOTO_NAME: b"fota"}
    path = write_zip(tmp_path / "x.kinerja", spoiled, listed(files))

    assert messages(path) == [
        f"Isi {name} dalam berkas cadangan ini berubah atau rusak. Pilih cadangan lain."
        for name in ("kinerja.db", PHOTO_NAME)
    ]
    with pytest.raises(DataProblemsError):
        extract_database(path, tmp_path, plenty)


@pytest.mark.parametrize(
    "name",
    [
        "../luar.txt",
        "/luar.txt",
        "C:/luar.txt",
        "berkas/../../luar.txt",
        f"berkas/00/{PHOTO}",
        f"berkas/{PHOTO[:2]}/{PHOTO}/x",
        "berkas/KINERJA.DB",
    ],
)
def test_a_name_that_is_not_ours_is_never_written(tmp_path: Path, name: str) -> None:
    path = write_zip(tmp_path / "x.kinerja", {"kinerja.db": b"x", name: b"foto"})
    store = EvidenceStore(tmp_path / "dalam" / "data")

    assert messages(path) == [DAMAGED]
    with pytest.raises(DataProblemsError):
        extract_evidence(path, store, plenty)
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["x.kinerja"]


def test_evidence_under_the_checksum_of_something_else_is_refused(tmp_path: Path) -> None:
    path = write_zip(tmp_path / "x.kinerja", {"kinerja.db": b"x", PHOTO_NAME: b"lain"})

    assert messages(path) == [DAMAGED]


def test_a_bomb_is_stopped_by_the_room_it_asks_for(archive: Path, tmp_path: Path) -> None:
    store = EvidenceStore(tmp_path / "lain")

    with pytest.raises(KinerjaError, match=r"tidak cukup\. Kosongkan 2 MB"):
        extract_evidence(archive, store, lambda _folder: (3 << 20) - 1)
    assert store.stored() == []


def test_evidence_that_is_there_is_not_written_again(archive: Path, tmp_path: Path) -> None:
    store = EvidenceStore(tmp_path / "lain")

    assert extract_evidence(archive, store, plenty) == 1
    assert extract_evidence(archive, store, plenty) == 0
    assert store.path_of(PHOTO).read_bytes() == b"foto"


def test_a_pulled_stick_gets_a_sentence(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError(errno.ENODEV, "No such device")

    monkeypatch.setattr("kinerja_desktop.store.archive_reading.ZipFile", fail)

    (message,) = messages(archive)
    assert "terlepas atau rusak" in message


@settings(deadline=None, max_examples=100)
@given(spoil=st.data())
def test_any_damage_is_judged_without_a_crash(
    tmp_path_factory: pytest.TempPathFactory, spoil: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("zip")
    path = write_zip(folder / "x.kinerja", {"kinerja.db": b"data" * 9, PHOTO_NAME: b"foto"})
    content = bytearray(path.read_bytes())
    for _ in range(spoil.draw(st.integers(1, 4))):
        content[spoil.draw(st.integers(0, len(content) - 1))] = spoil.draw(st.integers(0, 255))
    path.write_bytes(content[: spoil.draw(st.integers(0, len(content)))])

    assert all(problem.message for problem in check_archive(path))
