import os
import stat
import sys
import time
from pathlib import Path

import pytest

from kinerja_desktop.store import tidying
from kinerja_desktop.store.tidying import clear_leftovers, clear_temporary, close_to_others
from tests.systems import pretend_system

SHA = "ab" * 32
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps user folders private")


def make(folder: Path, name: str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"isi")
    return path


def test_what_killed_runs_left_goes_and_all_else_stays(tmp_path: Path) -> None:
    left = [
        "kinerja.db.tulis", "kinerja.db.pembaruan", "kinerja.db.pembaruan-wal",
        "pembaruan.json.tulis", "tempat-kedua.json.tulis", "pulih-ab12_cd9/kinerja.db",
        "cetak-ab12cd90/berkas", "periksa-ab12cd90/x", "cadangan/rusak-20240101-000000.tulis/a",
        "cadangan/kinerja-20240101-000000-manual.db.tulis", f"berkas/ab/{SHA}.tulis",
    ]  # fmt: skip
    kept = [
        "kinerja.db", "catatan.tulis", "pulih-catatan-kantor/x", "pulih-AB12CD90/x",
        "cadangan/rusak-20240101-000000/kinerja.db", "cadangan/catatan.tulis", f"berkas/ab/{SHA}",
        "cadangan/kinerja-20240101-000000-manual.db",
    ]  # fmt: skip
    for name in (*left, *kept):
        make(tmp_path, name)
    outside = make(tmp_path, "milik/orang").parent
    (tmp_path / "pulih-tautan12").symlink_to(outside)
    clear_leftovers(tmp_path)
    present = {
        path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()
    }
    assert present == {*kept, "milik/orang"}


def test_old_copies_in_the_temporary_folder_go(tmp_path: Path) -> None:
    long_ago = time.time() - 7200
    for name in ("kinerja-ab12cd90", "kinerja-foto1234", "kinerja-x", "kinerja-baru1234"):
        make(tmp_path, f"{name}/kinerja.db")
    make(tmp_path, "kinerja-foto1234/foto.jpg")
    make(tmp_path, "kinerja-berkas12")
    for path in tmp_path.iterdir():
        if path.name != "kinerja-baru1234":
            os.utime(path, (long_ago, long_ago))
    clear_temporary(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {
        "kinerja-foto1234", "kinerja-x", "kinerja-baru1234", "kinerja-berkas12",
    }  # fmt: skip
    clear_temporary()


@POSIX
def test_only_this_user_may_look_in(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    ours = [
        make(folder, name)
        for name in ("kinerja.db", "kinerja.log", "cadangan/a.db", f"berkas/ab/{SHA}", "dibuka/x/y")
    ]
    link = folder / "kinerja.tautan"
    link.symlink_to(make(tmp_path, "orang"))
    for path in (folder, *folder.rglob("*"), tmp_path / "orang"):
        path.chmod(0o755 if path.is_dir() else 0o644)
    close_to_others(folder, wholly=False)
    modes = {path: stat.S_IMODE(path.stat().st_mode) for path in (folder, *ours)}
    assert modes == {folder: 0o700, **dict.fromkeys(ours, 0o600)}
    assert stat.S_IMODE((folder / "berkas" / "ab").stat().st_mode) == 0o700
    assert stat.S_IMODE((tmp_path / "orang").stat().st_mode) == 0o644

    ours[0].chmod(0o644)
    close_to_others(folder, wholly=False)
    assert stat.S_IMODE(ours[0].stat().st_mode) == 0o644
    close_to_others(folder, wholly=True)
    assert stat.S_IMODE(ours[0].stat().st_mode) == 0o600
    close_to_others(tmp_path / "hilang", wholly=False)


@POSIX
def test_a_folder_that_also_holds_other_files_stays_open(tmp_path: Path) -> None:
    """Who names a folder of Dokumen by mistake must not lock everybody else out of it."""
    folder = tmp_path / "data"
    ours, other = make(folder, "kinerja.db"), make(folder, "catatan.txt")
    for path, mode in ((folder, 0o755), (ours, 0o644), (other, 0o644)):
        path.chmod(mode)
    close_to_others(folder, wholly=False)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (folder, ours, other)]
    assert modes == [0o755, 0o600, 0o644]


def test_windows_closes_folders_of_its_users_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = make(tmp_path / "data", "kinerja.db")
    before = ours.stat().st_mode
    pretend_system(monkeypatch, tidying, "win32")
    close_to_others(tmp_path / "data", wholly=True)
    assert ours.stat().st_mode == before
