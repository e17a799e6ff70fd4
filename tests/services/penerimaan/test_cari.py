"""Packages are found in folders, sticks and ZIPs, and ZIPs in these."""

import shutil
import zipfile
from pathlib import Path

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan import cari
from kinerja_desktop.services.penerimaan.cari import cari_paket
from tests.services.penerimaan.senders import rows, take


def pack(folder: Path, target: Path) -> Path:
    """A ZIP of a folder, as another program makes it."""
    return Path(shutil.make_archive(str(target), "zip", folder))


def wrap(path: Path, target: Path) -> Path:
    with zipfile.ZipFile(target, "w") as archive:
        archive.write(path, path.name)
    return target


def test_places_are_looked_through_and_each_package_is_found_once(
    bappeda: Office, sticks: Path, tmp_path: Path
) -> None:
    place = tmp_path / "kumpulan"
    shutil.move(sticks / "v1", place / "a" / "b")
    shutil.move(sticks / "klakah", place / "c")
    with cari_paket(bappeda, [place, place / "c", place]) as found:
        names = [item.nama for item in found.paket]
        assert names == [
            "SAKIP_CANDIPURO_2024_TAHUNAN_20250203",
            "SAKIP_KLAKAH_2024_TAHUNAN_20250204",
        ]
        assert [item.tempat for item in found.paket] == [place / "a" / "b", place / "c"]
        assert found.problems == []


def test_a_package_in_a_zip_in_a_zip_is_taken_in(
    bappeda: Office, sticks: Path, tmp_path: Path
) -> None:
    place = tmp_path / "flashdisk"
    place.mkdir()
    wrap(pack(sticks / "v1", tmp_path / "v1"), place / "luar.zip")
    with cari_paket(bappeda, [place]) as found:
        (item,) = found.paket
        assert item.nama == "luar.zip › v1.zip › SAKIP_CANDIPURO_2024_TAHUNAN_20250203"
        # The receipt goes beside the ZIP, not into what is gone in a moment.
        assert item.tempat == place
        inside = item.folder
        assert inside.is_relative_to(bappeda.folder)
    assert not inside.exists()
    assert len(take(bappeda, place).masuk) == 1
    assert len(rows(bappeda)) == 1


def test_a_third_zip_is_not_opened_and_it_is_said(
    bappeda: Office, sticks: Path, tmp_path: Path
) -> None:
    place = tmp_path / "flashdisk"
    place.mkdir()
    wrap(wrap(pack(sticks / "v1", tmp_path / "v1"), tmp_path / "b.zip"), place / "a.zip")
    with cari_paket(bappeda, [place]) as found:
        assert found.paket == []
        (problem,) = found.problems
    assert problem.file == "a.zip › b.zip › v1.zip"
    assert "Keluarkan dahulu" in problem.message


def test_a_zip_that_is_refused_hides_no_other_package(
    bappeda: Office, sticks: Path, tmp_path: Path
) -> None:
    (sticks / "v1" / "rusak.zip").write_bytes(b"bukan zip")
    with cari_paket(bappeda, [sticks / "v1"]) as found:
        assert len(found.paket) == 1
        (problem,) = found.problems
        assert "rusak atau tidak terbaca" in problem.message


def test_what_stops_stops_soon(bappeda: Office, sticks: Path) -> None:
    with cari_paket(bappeda, [sticks / "v1"], cancelled=lambda: True) as found:
        assert found.paket == []
    (sticks / "v1" / "x.zip").write_bytes(b"")
    with cari_paket(bappeda, [sticks / "v1" / "x.zip"], cancelled=lambda: True) as found:
        assert (found.paket, found.problems) == ([], [])


def test_a_data_folder_that_cannot_be_written_is_said(
    bappeda: Office, sticks: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(**_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(cari, "TemporaryDirectory", full)
    with pytest.raises(KinerjaError, match="penuh"), cari_paket(bappeda, [sticks]):
        pass


def test_a_full_disk_while_a_zip_is_opened_is_said(
    bappeda: Office, sticks: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = pack(sticks / "v1", tmp_path / "v1")
    real = Path.mkdir

    def full(path: Path, *words: object, **named: object) -> None:
        if path.name == "1" and path.parent.name.startswith("periksa-"):
            raise OSError(28, "No space left on device")
        real(path, *words, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(Path, "mkdir", full)
    with cari_paket(bappeda, [place]) as found:
        (problem,) = found.problems
    assert "penuh" in problem.message
