"""Packages are found wherever they lie, and nothing else is opened."""

import errno
import os
from pathlib import Path

import pytest

from kinerja_desktop.exchange.package_search import find_packages


def bag(folder: Path) -> Path:
    (folder / "data").mkdir(parents=True)
    (folder / "bagit.txt").write_text("BagIt-Version: 1.0\n")
    (folder / "data" / "dalam.zip").write_bytes(b"PK")
    return folder


def test_packages_are_found_at_any_depth_and_under_any_name(tmp_path: Path) -> None:
    top = bag(tmp_path / "SAKIP_MUNCAR_2024")
    deep = bag(tmp_path / "a" / "b" / "salinan dari kantor")
    (tmp_path / "a" / "kirim.ZIP").write_bytes(b"PK")
    (tmp_path / "a" / "b" / "catatan.txt").write_text("x")
    (tmp_path / "a" / "TANDA.json").write_text("{}")
    found = find_packages(tmp_path, wanted=lambda name: name.startswith("TANDA"))
    assert found.paket == [top, deep]
    assert found.zips == [tmp_path / "a" / "kirim.ZIP"]
    assert found.lain == [tmp_path / "a" / "TANDA.json"]
    assert found.problems == []


def test_the_package_itself_and_a_single_zip_can_be_named(tmp_path: Path) -> None:
    package = bag(tmp_path / "SAKIP_X")
    assert find_packages(package).paket == [package]
    path = tmp_path / "x.zip"
    path.write_bytes(b"PK")
    assert find_packages(path).zips == [path]


def test_the_evidence_pack_of_an_lke_is_no_package_whatever_it_is_called(tmp_path: Path) -> None:
    pack = bag(tmp_path / "LKE_MUNCAR_2024")
    (pack / "manifest-sha256.txt").write_text("")
    renamed = bag(tmp_path / "bukti")
    (renamed / "manifest-sha256.txt").write_text("")
    (renamed / "bag-info.txt").write_text("External-Description: Bukti LKE 2024\n")
    assert find_packages(tmp_path).paket == []
    # A delivery is one, under whatever name.
    (pack / "data" / "data.json").write_text("{}")
    assert find_packages(tmp_path).paket == [pack]


def test_links_lead_nowhere(tmp_path: Path) -> None:
    bag(tmp_path / "lain" / "SAKIP_X")
    place = tmp_path / "stik"
    place.mkdir()
    (place / "tautan").symlink_to(tmp_path / "lain")
    (place / "bulat").symlink_to(place)
    (place / "x.zip").symlink_to(tmp_path / "lain")
    found = find_packages(place)
    assert (found.paket, found.zips, found.problems) == ([], [], [])
    # A place that is itself a link was chosen by the clerk.
    assert len(find_packages(place / "tautan").paket) == 1


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    (problem,) = find_packages(tmp_path / "tidak").problems
    assert "tidak ada" in problem.message
    assert problem.file == "tidak"


def test_folders_of_windows_are_passed_by(tmp_path: Path) -> None:
    bag(tmp_path / "System Volume Information" / "SAKIP_X")
    os.mkfifo(tmp_path / "pipa")
    assert find_packages(tmp_path).paket == []


def test_too_many_names_and_too_deep_folders_are_said(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"{number}.txt").write_text("x")
    (problem,) = find_packages(tmp_path, most=4).problems
    assert "lebih dari 4" in problem.message
    tmp_path.joinpath(*["c"] * 20).mkdir(parents=True)
    assert find_packages(tmp_path).problems == []
    deep = tmp_path.joinpath(*["d"] * 22)
    deep.mkdir(parents=True)
    (problem,) = find_packages(tmp_path).problems
    assert "terlalu dalam" in problem.message


def test_it_stops_when_asked(tmp_path: Path) -> None:
    bag(tmp_path / "SAKIP_X")
    assert find_packages(tmp_path, cancelled=lambda: True).paket == []


def test_a_stick_pulled_out_while_it_is_listed_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bag(tmp_path / "a" / "SAKIP_X")

    def pulled(_path: object) -> str:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os.path, "realpath", pulled)
    (problem,) = find_packages(tmp_path).problems
    assert "tidak terjangkau lagi" in problem.message
    monkeypatch.setattr(Path, "is_file", pulled)
    (problem,) = find_packages(tmp_path / "x.zip").problems
    assert "x.zip tidak ada" in problem.message


@pytest.mark.parametrize("count", [10_000])
def test_many_small_files_do_not_hide_a_package(tmp_path: Path, count: int) -> None:
    for number in range(count):
        (tmp_path / f"{number}.txt").touch()
    package = bag(tmp_path / "zz" / "SAKIP_X")
    assert find_packages(tmp_path).paket == [package]


def test_a_file_that_is_no_package_is_told_so(tmp_path: Path) -> None:
    photo = tmp_path / "foto.jpg"
    photo.write_bytes(b"x")
    found = find_packages(photo)
    assert (found.paket, found.zips) == ([], [])
    (problem,) = found.problems
    assert "Ini bukan paket" in problem.message
    assert problem.file == "foto.jpg"
