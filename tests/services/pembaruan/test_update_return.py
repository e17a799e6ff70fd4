from dataclasses import replace
from pathlib import Path

import pytest

from kinerja_desktop import __version__
from kinerja_desktop.domain.update import UpdateRecord, UpdateReport
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.installation import Installation, InstallationKind
from kinerja_desktop.services.kantor.data_entry import change_field, list_rows
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.pembaruan import update_return
from kinerja_desktop.services.pembaruan.update_return import (
    VersionBefore,
    count_later_deeds,
    find_version_before,
    return_program,
    return_to,
)
from kinerja_desktop.services.riwayat.maintenance import back_up_now
from kinerja_desktop.store.fingerprint import read_fingerprints
from kinerja_desktop.store.update_record import read_record

MOMENT = "2025-01-15T02:00:00+00:00"


def install(folder: Path, previous: str = "0.0.9") -> Installation:
    (folder / "program.sebelumnya").mkdir(parents=True)
    (folder / "program.sebelumnya" / "VERSI").write_text(previous)
    return Installation(folder, InstallationKind.PENGGUNA)


def updated(office: Office, backup: str, **changes: bool) -> UpdateRecord:
    return UpdateRecord(__version__, report=reported(backup, **changes))


def reported(backup: str, **changes: bool) -> UpdateReport:
    return UpdateReport("0.0.9", __version__, MOMENT, backup, (), **changes)


def change_address(office: Office, text: str) -> None:
    change_field(office, "instansi", list_rows(office, "instansi")[0]["id"], "alamat", text)


def test_there_is_a_way_back_while_program_and_data_of_before_are_there(
    muncar: Office, tmp_path: Path
) -> None:
    installation = install(tmp_path / "program")
    backup = back_up_now(muncar)
    folder, record = muncar.folder, updated(muncar, backup.name)
    before = find_version_before(folder, record, installation)
    assert before is not None
    assert (before.version, before.backup.path) == ("0.0.9", backup)
    assert find_version_before(folder, record, None) is None
    assert find_version_before(folder, UpdateRecord(__version__), installation) is None
    returned = updated(muncar, backup.name, is_return=True)
    assert find_version_before(folder, returned, installation) is None
    assert find_version_before(folder, updated(muncar, "lain.db"), installation) is None
    other = install(tmp_path / "lain", "0.0.8")
    assert find_version_before(folder, record, other) is None, "not the one that had this data"
    unnamed = replace(record, report=replace(reported(backup.name), from_version=""))
    assert find_version_before(folder, unnamed, installation) == before
    stale = replace(record, report=replace(reported(backup.name), to_version="0.0.95"))
    assert find_version_before(folder, stale, installation) is None
    gone = Installation(tmp_path / "kosong", InstallationKind.PENGGUNA)
    assert find_version_before(folder, record, gone) is None


def make_before(office: Office) -> VersionBefore:
    backup = back_up_now(office)
    installation = install(office.folder.parent / "program")
    before = find_version_before(office.folder, updated(office, backup.name), installation)
    assert before is not None
    return before


@pytest.mark.sqlite_only("one PC does not take back the data of all")
def test_going_back_brings_the_data_of_before_and_keeps_that_of_now(muncar: Office) -> None:
    before = make_before(muncar)
    old = read_fingerprints(before.backup.path)
    change_address(muncar, "Jl. Raya 1")
    assert count_later_deeds(muncar, before) == 1
    muncar.close()
    now = read_fingerprints(muncar.folder / "kinerja.db")
    asked: list[tuple[Path, str]] = []
    installation = Installation(muncar.folder.parent / "program", InstallationKind.PENGGUNA)
    return_to(muncar.folder, before, installation, lambda *words: asked.append(words))
    assert asked == [(installation.uninstaller, "/KEMBALI")]
    assert read_fingerprints(muncar.folder / "kinerja.db") == old
    plan = read_record(muncar.folder).plan
    assert plan is not None
    assert (plan.to_version, plan.is_return, plan.tables) == ("0.0.9", True, old)
    assert read_fingerprints(muncar.backup_folder / plan.backup) == now


@pytest.mark.sqlite_only("one PC does not take back the data of all")
def test_data_that_cannot_be_brought_back_stops_it_all(muncar: Office) -> None:
    before = make_before(muncar)
    before.backup.path.write_bytes(b"rusak")
    muncar.close()
    now = read_fingerprints(muncar.folder / "kinerja.db")
    asked: list[tuple[Path, str]] = []
    installation = Installation(muncar.folder.parent / "program", InstallationKind.PENGGUNA)
    with pytest.raises(KinerjaError):
        return_to(muncar.folder, before, installation, lambda *words: asked.append(words))
    assert asked == []
    assert read_fingerprints(muncar.folder / "kinerja.db") == now
    assert read_record(muncar.folder).plan is None


def test_a_restore_that_fails_leaves_no_plan(
    muncar: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = make_before(muncar)
    muncar.close()

    def full(*_: object) -> None:
        assert read_record(muncar.folder).plan is not None, "the intent is written down first"
        raise KinerjaError("Penyimpanan penuh.", "Kosongkan ruang.")

    monkeypatch.setattr(update_return, "restore_folder", full)
    asked: list[tuple[Path, str]] = []
    installation = Installation(muncar.folder.parent / "program", InstallationKind.PENGGUNA)
    with pytest.raises(KinerjaError, match="penuh"):
        return_to(muncar.folder, before, installation, lambda *words: asked.append(words))
    assert asked == []
    assert read_record(muncar.folder).plan is None


@pytest.mark.sqlite_only("one PC does not take back the data of all")
def test_a_program_that_came_back_all_the_same_says_so(muncar: Office) -> None:
    before = make_before(muncar)
    change_address(muncar, "Jl. Raya 1")
    muncar.close()
    installation = Installation(muncar.folder.parent / "program", InstallationKind.PENGGUNA)
    return_to(muncar.folder, before, installation, lambda *words: None)
    again = open_office(muncar.place.where)
    assert again.update.failed is not None
    assert again.update.failed.is_return
    assert again.update.is_rolled_back
    assert again.require_instansi().alamat == "ALAMAT KANTOR (CONTOH)"
    again.close()


def test_the_program_alone_can_be_exchanged(tmp_path: Path) -> None:
    asked: list[tuple[Path, str]] = []
    installation = install(tmp_path)
    return_program(installation, lambda *words: asked.append(words))
    assert asked == [(tmp_path / "uninstall.exe", update_return._SWITCH)]
