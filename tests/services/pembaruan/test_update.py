import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from kinerja_desktop import __version__
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange.drives import Drive
from kinerja_desktop.installation import Installation, InstallationKind
from kinerja_desktop.progress import Cancelled, silent
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pembaruan import update
from kinerja_desktop.services.pembaruan.update import (
    COPIES,
    UpdateCancelledError,
    find_update,
    hand_over,
    pick_update,
    prepare_update,
    remove_copies,
)
from kinerja_desktop.services.riwayat.maintenance import read_backups
from kinerja_desktop.store.update_record import read_record
from tests.stopping import Counter, stop_at

HERE = Installation(Path("C:/Programs/KinerjaDesktop"), InstallationKind.PENGGUNA)


def put(folder: Path, version: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"Kinerja-Desktop-{version}-setup.exe"
    path.write_bytes(b"MZ" + version.encode())
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    path.with_name(f"{path.name}.sha256").write_text(f"{digest}  {path.name}\n")
    return path


def stick(folder: Path) -> Drive:
    folder.mkdir(parents=True, exist_ok=True)
    return Drive(folder, folder.name, 10**9)


def test_the_newest_of_all_sticks_is_found(tmp_path: Path) -> None:
    put(tmp_path / "E", "1.9.0")
    put(tmp_path / "F", "1.10.0")
    drives = [stick(tmp_path / "E"), stick(tmp_path / "F")]
    assert find_update(HERE, drives, "1.8.0").version == "1.10.0"


def test_without_a_stick_an_installer_or_a_newer_one_it_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(KinerjaError, match="Tidak ada flashdisk") as told:
        find_update(HERE, [], "1.0.0")
    assert "Kinerja-Desktop-(versi)-setup.exe" in told.value.remedy
    with pytest.raises(KinerjaError, match="Tidak ada pemasang") as told:
        find_update(HERE, [stick(tmp_path / "E")], "1.0.0")
    assert ".sha256" in told.value.remedy
    put(tmp_path / "E", "1.0.0")
    with pytest.raises(KinerjaError, match="tidak lebih baru"):
        find_update(HERE, [stick(tmp_path / "E")], "1.0.0")
    every = replace(HERE, kind=InstallationKind.SEMUA)
    with pytest.raises(KinerjaError, match="Tidak ada pemasang"):
        find_update(every, [stick(tmp_path / "E")], "0.9.0")


def test_a_picked_installer_must_be_newer_too(tmp_path: Path) -> None:
    path = put(tmp_path, "1.1.0")
    assert pick_update(HERE, path, "1.0.0").version == "1.1.0"
    with pytest.raises(KinerjaError, match="tidak lebih baru"):
        pick_update(HERE, path, "1.1.0")


def test_an_update_is_prepared_and_handed_over(muncar: Office, tmp_path: Path) -> None:
    setup = pick_update(HERE, put(tmp_path / "E", "9.0.0"))
    told: list[str] = []
    copy = prepare_update(muncar, setup, lambda step, steps, text: told.append(text))
    assert copy.read_bytes() == setup.path.read_bytes()
    assert "Mencadangkan data…" in told
    plan = read_record(muncar.folder).plan
    assert plan is not None
    assert (plan.from_version, plan.to_version) == (__version__, "9.0.0")
    assert plan.tables == muncar.place.describe_state()
    assert plan.backup in [backup.path.name for backup in read_backups(muncar)]
    asked: list[tuple[Path, str]] = []
    hand_over(muncar.folder, copy, lambda path, words: asked.append((path, words)))
    assert asked == [(copy, "/PERBARUI")]


def test_an_update_is_stopped_until_the_next_start_is_told(muncar: Office, tmp_path: Path) -> None:
    setup = pick_update(HERE, put(tmp_path / "E", "9.0.0"))
    backups, record = read_backups(muncar), read_record(muncar.folder)
    asked = Counter()
    stops: list[tuple[Cancelled, Cancelled]] = [(stop_at(n), asked) for n in range(1, 6)]
    stops.append((asked, lambda: True))
    for cancelled, last_call in stops:
        with pytest.raises(UpdateCancelledError, match="Program dan data tidak berubah"):
            prepare_update(muncar, setup, silent, cancelled, last_call)
        assert list((muncar.folder / COPIES).iterdir()) == []
        assert read_backups(muncar) == backups
        assert read_record(muncar.folder) == record
    assert prepare_update(muncar, setup, silent, asked, asked).exists()


def test_a_damaged_installer_changes_nothing(muncar: Office, tmp_path: Path) -> None:
    backups = read_backups(muncar)
    path = put(tmp_path / "E", "9.0.0")
    setup = pick_update(HERE, path)
    path.write_bytes(b"MZrusak")
    with pytest.raises(KinerjaError, match="rusak atau tidak lengkap"):
        prepare_update(muncar, setup)
    assert read_record(muncar.folder).plan is None
    assert read_backups(muncar) == backups


def test_an_installer_that_does_not_start_leaves_no_plan(muncar: Office, tmp_path: Path) -> None:
    copy = prepare_update(muncar, pick_update(HERE, put(tmp_path / "E", "9.0.0")))

    def refuse(path: Path, words: str) -> None:
        raise KinerjaError("Windows tidak mengizinkan.", "Ulangi.")

    with pytest.raises(KinerjaError, match="tidak mengizinkan"):
        hand_over(muncar.folder, copy, refuse)
    assert read_record(muncar.folder).plan is None


def test_the_copy_is_cleared_away_when_the_update_is_over(muncar: Office, tmp_path: Path) -> None:
    copy = prepare_update(muncar, pick_update(HERE, put(tmp_path / "E", "9.0.0")))
    assert copy.exists()
    remove_copies(muncar)
    assert not (muncar.folder / update.COPIES).exists()


def test_a_stick_that_cannot_be_read_does_not_hide_the_others(tmp_path: Path) -> None:
    put(tmp_path / "F", "1.9.0")
    broken = Drive(tmp_path / "E", "RUSAK", 0)
    assert find_update(HERE, [broken, stick(tmp_path / "F")], "1.8.0").version == "1.9.0"
    with pytest.raises(KinerjaError, match="tidak ada"):
        find_update(HERE, [broken], "1.8.0")
