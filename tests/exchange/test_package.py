"""Writing packages; that they are whole is judged by coreutils, not by our own check."""

import errno
import os
import subprocess
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from shutil import rmtree
from typing import Any
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kinerja_desktop.domain.capaian.kode import canonical_json, compute_kode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange import package, package_place
from kinerja_desktop.exchange.package import (
    WriteCancelledError,
    check_package,
    write_package,
)
from kinerja_desktop.exchange.package_check import check_folder
from kinerja_desktop.exchange.stick import CHUNK

NAME = "SAKIP_MUNCAR_2024_TAHUNAN_20250105"
INFO = {"Source-Organization": "Kecamatan Muncar", "Bagging-Date": "2025-01-05"}
DOCUMENT = {"tahun": 2024, "capaian": "97.5"}
DATA = canonical_json(
    {"schema": 1, "dokumen": [{"kode": compute_kode(DOCUMENT), "data": DOCUMENT}]}
)
FILES: Mapping[str, bytes | Path] = {
    "data.json": DATA,
    "03_PENGUKURAN/pengukuran.pdf": b"%PDF-1.7",
    "03_PENGUKURAN/pengukuran.xlsx": b"PK",
    "05_BUKTI/kosong.txt": b"",
}

safe_parts = st.from_regex(r"[a-z0-9_][a-z0-9_-]{0,8}", fullmatch=True).filter(
    lambda part: part not in {"con", "prn", "aux", "nul"} and part[:3] not in {"com", "lpt"}
)
payloads = st.dictionaries(
    st.tuples(safe_parts, safe_parts).map(lambda parts: f"{parts[0]}-d/{parts[1]}.bin"),
    st.binary(max_size=200),
    max_size=6,
)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "STIK"
    folder.mkdir()
    (folder / "foto keluarga.jpg").write_bytes(b"jangan disentuh")
    return folder


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def ask_sha256sum(bag: Path, manifest: str) -> set[str]:
    """Let coreutils compare every file of a manifest; return the files it names."""
    words = ["sha256sum", "--check", "--strict", manifest]
    done = subprocess.run(words, cwd=bag, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
    return {line.removesuffix(": OK") for line in done.stdout.splitlines()}


def test_a_package_is_a_good_bag(stick: Path) -> None:
    """Declaration, manifests, metadata: RFC 8493 §2.1.1, §2.1.3, §2.2.1 and §2.2.2."""
    final = write_package(stick, NAME, FILES, INFO, beside={"BACA_SAYA.txt": b"Halo"})

    assert final == stick / NAME
    assert (final / "bagit.txt").read_bytes() == (
        b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    )
    # Every file of the payload, and every tag file but the list of tag files itself.
    assert ask_sha256sum(final, "manifest-sha256.txt") == {f"data/{path}" for path in FILES}
    assert ask_sha256sum(final, "tagmanifest-sha256.txt") == {
        "BACA_SAYA.txt", "bag-info.txt", "bagit.txt", "manifest-sha256.txt"
    }  # fmt: skip
    assert sorted((final / "bag-info.txt").read_text("utf-8").splitlines()) == [
        "Bag-Software-Agent: Kinerja Desktop",
        "Bagging-Date: 2025-01-05",
        f"Payload-Oxum: {len(DATA) + 8 + 2}.4",
        "Source-Organization: Kecamatan Muncar",
    ]
    assert names(final) == [
        "BACA_SAYA.txt",
        "bag-info.txt",
        "bagit.txt",
        "data",
        "manifest-sha256.txt",
        "tagmanifest-sha256.txt",
    ]
    assert (final / "manifest-sha256.txt").read_text().splitlines()[0] == (
        f"{sha256(b'%PDF-1.7').hexdigest()}  data/03_PENGUKURAN/pengukuran.pdf"
    )
    assert names(stick) == [NAME, "foto keluarga.jpg"]


def test_a_package_reads_back_what_was_written(stick: Path) -> None:
    final = write_package(stick, NAME, FILES, {**INFO, "Contact-Name": " NAMA\n CAMAT "})

    package, problems = check_package(final)

    assert problems == []
    assert package is not None
    assert package.folder == final
    assert package.info["Contact-Name"] == "NAMA CAMAT"
    assert package.info["Bag-Software-Agent"] == "Kinerja Desktop"
    assert [(file.path, file.size) for file in package.files] == [
        ("03_PENGUKURAN/pengukuran.pdf", 8),
        ("03_PENGUKURAN/pengukuran.xlsx", 2),
        ("05_BUKTI/kosong.txt", 0),
        ("data.json", len(DATA)),
    ]
    assert package.files[1].sha256 == sha256(b"PK").hexdigest()
    assert package.data["dokumen"][0]["data"] == DOCUMENT


@settings(deadline=None)
@given(payload=payloads, words=st.text())
def test_any_payload_survives_the_stick(
    tmp_path_factory: pytest.TempPathFactory, payload: dict[str, bytes], words: str
) -> None:
    folder = tmp_path_factory.mktemp("stick")
    info = {"External-Description": words.encode("utf-8", "ignore").decode()}

    final = write_package(folder, NAME, {**payload, "data.json": DATA}, info)

    package, problems = check_package(final)
    assert problems == []
    assert package is not None
    assert {file.path: (final / "data" / file.path).read_bytes() for file in package.files} == {
        **payload,
        "data.json": DATA,
    }
    plain = "".join(" " if category(c) == "Cc" else c for c in info["External-Description"])
    assert package.info["External-Description"] == " ".join(plain.split())
    assert ask_sha256sum(final, "manifest-sha256.txt") == {
        "data/data.json", *(f"data/{path}" for path in payload)
    }  # fmt: skip


def test_large_files_are_copied_in_pieces_and_progress_tells_each(
    stick: Path, tmp_path: Path
) -> None:
    evidence = tmp_path / "bukti"
    evidence.write_bytes(b"b" * (2 * CHUNK + 1))
    told: list[tuple[int, int, str]] = []

    final = write_package(
        stick,
        NAME,
        {"data.json": DATA, "05_BUKTI/bukti.pdf": evidence, "05_BUKTI/b2": b"c" * (CHUNK + 1)},
        INFO,
        progress=lambda step, steps, text: told.append((step, steps, text)),
    )

    assert (final / "data/05_BUKTI/bukti.pdf").read_bytes() == evidence.read_bytes()
    assert [step for step, _, _ in told] == list(range(1, 19))
    assert {steps for _, steps, _ in told} == {18}
    assert told[0][2] == "Menulis 05_BUKTI/b2"
    assert told[11][2] == "Memeriksa data.json"
    assert told[-1][2] == f"Melihat lagi {final.name}"


@pytest.mark.parametrize("stop_at", range(8))
def test_cancelling_at_any_step_leaves_nothing_behind(stick: Path, stop_at: int) -> None:
    answers = iter([False] * stop_at + [True])

    with pytest.raises(WriteCancelledError) as caught:
        write_package(stick, NAME, FILES, INFO, cancelled=lambda: next(answers))

    assert names(stick) == ["foto keluarga.jpg"]
    assert str(caught.value) == (
        "Penulisan paket dibatalkan. Tidak ada yang tertinggal di flashdisk."
    )


def test_a_second_package_of_the_same_name_stands_beside_the_first(stick: Path) -> None:
    first = write_package(stick, NAME, FILES, INFO)
    before = (first / "tagmanifest-sha256.txt").read_bytes()

    second = write_package(stick, NAME, {"data.json": DATA}, INFO)
    third = write_package(stick, NAME, {"data.json": DATA}, INFO)

    assert [second.name, third.name] == [f"{NAME}_2", f"{NAME}_3"]
    assert (first / "tagmanifest-sha256.txt").read_bytes() == before


def crash(stick: Path, name: str, info: Mapping[str, str]) -> Path:
    """Leave an unfinished package, as a power cut would."""
    whole = write_package(stick, "sementara", {"data.json": DATA}, info)
    return whole.rename(stick / f"{name}.tulis")


def test_what_a_crashed_run_left_is_cleared_away(stick: Path) -> None:
    crash(stick, NAME, INFO)
    crash(stick, "SAKIP_MUNCAR_2024_TAHUNAN_20250104", INFO)

    write_package(stick, NAME, FILES, INFO)

    assert names(stick) == [NAME, "foto keluarga.jpg"]


def test_unfinished_folders_of_others_are_left_alone(stick: Path) -> None:
    crash(stick, NAME, {"Source-Organization": "Kecamatan Tempeh"})
    (stick / "SAKIP_catatan.tulis").mkdir()
    (stick / "SAKIP_puisi.tulis").write_text("Bag-Software-Agent: Kinerja Desktop")
    elsewhere = stick / "rumah"
    crash(stick, "tujuan", INFO).rename(elsewhere)
    (stick / "SAKIP_tautan.tulis").symlink_to(elsewhere)
    before = names(stick)

    final = write_package(stick, NAME, FILES, INFO)

    assert final.name == f"{NAME}_2"
    assert names(stick) == sorted([*before, final.name])
    assert (elsewhere / "data/data.json").exists()


def test_a_stick_without_room_is_refused_before_anything_is_written(stick: Path) -> None:
    def small(_folder: Path) -> int:
        return 3 << 20

    with pytest.raises(KinerjaError) as caught:
        write_package(stick, NAME, FILES, INFO, free_space=small)

    # 4 MiB are kept free, and four files take a cluster each.
    assert caught.value.message == f"Ruang kosong di {stick} tidak cukup."
    assert caught.value.remedy == "Kosongkan 2 MB lalu ulangi."
    assert names(stick) == ["foto keluarga.jpg"]


def test_small_files_need_the_clusters_of_this_very_disk(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three files of one byte in two folders: five clusters, beside the 4 MiB kept free."""
    sizes = {"a/1": 1, "a/2": 1, "b/1": 1}
    for cluster in (4096, 65536):
        needed = (4 << 20) + 5 * cluster
        monkeypatch.setattr(package_place, "measure_cluster", lambda _, size=cluster: size)
        package_place.check_room(stick, sizes, lambda _, free=needed: free)  # type: ignore[misc]
        with pytest.raises(KinerjaError, match="tidak cukup"):
            package_place.check_room(stick, sizes, lambda _, free=needed - 1: free)  # type: ignore[misc]


def test_a_file_beyond_fat32_is_refused(stick: Path, tmp_path: Path) -> None:
    video = tmp_path / "video"
    with video.open("wb") as file:
        file.truncate(4 << 30)

    with pytest.raises(KinerjaError, match=r"05_BUKTI/video\.mp4 lebih besar dari 4 GB"):
        write_package(stick, NAME, {**FILES, "05_BUKTI/video.mp4": video}, INFO)


@pytest.mark.parametrize(
    ("number", "message", "remedy"),
    [
        (errno.ENOSPC, "penuh", "Kosongkan sedikitnya 20 MB"),
        (errno.EROFS, "dikunci dari penulisan", "Geser kunci"),
        (errno.EACCES, "tidak boleh dibuka atau ditulis", "Pilih folder lain"),
        (errno.ENODEV, "terlepas atau rusak", "Colokkan kembali"),
        (errno.EIO, "terlepas atau rusak", "Colokkan kembali"),
    ],
)
def test_a_failing_stick_gets_a_sentence_and_keeps_nothing(
    stick: Path, monkeypatch: pytest.MonkeyPatch, number: int, message: str, remedy: str
) -> None:
    def fail(_file: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)

    with pytest.raises(KinerjaError) as caught:
        write_package(stick, NAME, FILES, INFO)

    assert caught.value.message.startswith(f"{stick} ")
    assert message in caught.value.message
    assert remedy in caught.value.remedy
    assert names(stick) == ["foto keluarga.jpg"]


def test_a_stick_that_was_pulled_before_writing_gets_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(KinerjaError, match=r"/STIK tidak ada\. .*colokkan kembali flashdisk"):
        write_package(tmp_path / "STIK", NAME, FILES, INFO)


def test_evidence_that_is_gone_is_named(stick: Path, tmp_path: Path) -> None:
    gone = tmp_path / "bukti.pdf"

    with pytest.raises(KinerjaError, match=r"bukti\.pdf tidak ada\."):
        write_package(stick, NAME, {**FILES, "05_BUKTI/bukti.pdf": gone}, INFO)


@pytest.mark.parametrize("change", [1, -1])
def test_evidence_that_changes_while_it_is_copied_is_named(
    stick: Path, tmp_path: Path, change: int
) -> None:
    evidence = tmp_path / "bukti.pdf"
    evidence.write_bytes(b"12345678")

    def resize(_step: int, _steps: int, _text: str) -> None:
        os.truncate(evidence, 8 + change)

    with pytest.raises(KinerjaError, match=r"bukti\.pdf berubah selagi disalin"):
        write_package(
            stick, NAME, {"a": b"", "bukti": evidence, "data.json": DATA}, INFO, progress=resize
        )
    assert names(stick) == ["foto keluarga.jpg"]


def test_a_stick_that_returns_other_bytes_is_not_trusted(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spoil(folder: Path, on_chunk: Callable[[str], None]) -> Any:
        (folder / "data/03_PENGUKURAN/pengukuran.pdf").write_bytes(b"%PDF-0.0")
        return check_folder(folder, on_chunk)

    monkeypatch.setattr("kinerja_desktop.exchange.package.check_folder", spoil)

    with pytest.raises(KinerjaError) as caught:
        write_package(stick, NAME, FILES, INFO)

    assert str(caught.value) == (
        "Paket terbaca lain daripada yang ditulis (data/03_PENGUKURAN/pengukuran.pdf). "
        "Flashdisk ini mungkin rusak: pakai flashdisk lain, lalu ulangi."
    )
    assert names(stick) == ["foto keluarga.jpg"]


@pytest.mark.parametrize(
    ("name", "files", "info", "beside"),
    [
        ("a/b", FILES, INFO, {}),
        ("akhir.", FILES, INFO, {}),
        (NAME, {**FILES, "../x": b""}, INFO, {}),
        (NAME, {**FILES, "autorun.inf": b""}, INFO, {}),
        (NAME, FILES, INFO, {"bagit.txt": b""}),
        (NAME, FILES, INFO, {"Data": b""}),
        (NAME, FILES, {"Kunci: salah": "x"}, {}),
        (NAME, {}, INFO, {}),
        (NAME, {"data.json": Path("data.json")}, INFO, {}),
        (NAME, {"data.json": b"{}"}, INFO, {}),
    ],
)
def test_what_the_program_must_never_write_is_a_bug(
    stick: Path,
    name: str,
    files: Mapping[str, bytes | Path],
    info: Mapping[str, str],
    beside: Mapping[str, bytes],
) -> None:
    with pytest.raises(ValueError, match=r"package|bag-info"):
        write_package(stick, name, files, info, beside=beside)

    assert names(stick) == ["foto keluarga.jpg"]


def test_a_package_that_is_gone_after_its_last_rename_is_told(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The stick is pulled out between the rename and the last look."""

    def pull(folder: Path) -> None:
        if folder == stick:
            rmtree(stick / NAME)

    monkeypatch.setattr(package, "sync_folder", pull)
    with pytest.raises(KinerjaError, match="tidak terbaca lagi sesudah selesai ditulis") as caught:
        write_package(stick, NAME, FILES, INFO)
    assert "kirim ulang" in caught.value.remedy


def test_another_package_under_its_name_is_told(
    stick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = write_package(stick, "LAIN", {"data.json": DATA}, INFO)

    def swap(folder: Path) -> None:
        if folder == stick:
            rmtree(stick / NAME)
            other.rename(stick / NAME)

    monkeypatch.setattr(package, "sync_folder", swap)
    with pytest.raises(KinerjaError, match="tidak terbaca lagi"):
        write_package(stick, NAME, FILES, INFO)
