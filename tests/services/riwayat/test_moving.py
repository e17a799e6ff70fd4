"""An office moves onto a server and back: nothing changes, nothing is half there."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.server_address import ServerAddress
from kinerja_desktop.services.kantor import moved as moved_module
from kinerja_desktop.services.kantor.moved import NOTE, find_moved, note_moved
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.kantor.server_check import ServerState, check_server
from kinerja_desktop.services.pengukuran.bukti import attach_bukti
from kinerja_desktop.services.riwayat import moving
from kinerja_desktop.services.riwayat.maintenance import ExportCancelledError, check_office
from kinerja_desktop.services.riwayat.moving import move_office
from kinerja_desktop.services.riwayat.restoring import restore_folder
from kinerja_desktop.store.postgres import backing
from kinerja_desktop.store.postgres.copying import fill_from_file
from kinerja_desktop.store.postgres.failures import ServerFailedError, ServerFailure
from kinerja_desktop.store.postgres.roles import Peran, make_roles, set_user
from tests.postgres import Cluster
from tests.services.kantor.small import TAHUN, fill_kantor

Clock = Callable[[], datetime]


@pytest.fixture
def here(tmp_path: Path, clock: Clock) -> Iterator[Office]:
    """An office in a folder, with a file of evidence."""
    office = open_office(tmp_path / "kantor", clock)
    ids: dict[str, UUID] = fill_kantor(office)
    paper = tmp_path / "bukti.pdf"
    paper.write_bytes(b"%PDF-1.4 bukti")
    attach_bukti(office, ids["A1"], Periode(TAHUN), paper)
    yield office
    office.close()


@pytest.fixture
def server(cluster: Cluster, tmp_path: Path) -> Iterator[ServerAddress]:
    name = cluster.new_database()
    yield cluster.address(name, tmp_path / "pc")
    cluster.drop(name)


def test_an_office_moves_onto_a_server_and_back_unchanged(
    here: Office, server: ServerAddress, tmp_path: Path, clock: Clock
) -> None:
    before = here.place.read_fingerprints()
    steps: list[str] = []
    done = move_office(here, server, lambda _step, _steps, text: steps.append(text))
    assert steps[0] == "Membuat cadangan…"
    assert steps[-1] == "Mencocokkan setiap tabel…"
    assert done.backup.exists()
    assert (done.evidence, done.warnings) == (1, ())
    assert done.rows == sum(table.rows for table in before)
    # Where it was it stays as it was, and says where the office is.
    assert here.place.read_fingerprints() == before
    found = find_moved(here.folder)
    assert found is not None
    assert (found.place, found.moment) == (server, here.now())
    assert str(server) in (here.folder / NOTE).read_text("utf-8")

    there = open_office(server, clock)
    assert check_office(there) == []
    assert there.place.read_fingerprints() == before
    back = move_office(there, tmp_path / "kembali")
    assert back.evidence == 1
    there.close()
    again = open_office(tmp_path / "kembali", clock)
    assert again.place.read_fingerprints() == before
    assert check_office(again) == []
    assert find_moved(again.folder) is None
    again.close()


def test_a_place_that_is_not_empty_is_refused(
    here: Office, server: ServerAddress, cluster: Cluster, tmp_path: Path, clock: Clock
) -> None:
    with pytest.raises(KinerjaError, match="sudah ada di tempat itu"):
        move_office(here, here.folder)
    other = open_office(tmp_path / "lain", clock)
    other.close()
    with pytest.raises(KinerjaError, match="sudah berisi data kantor"):
        move_office(here, tmp_path / "lain")
    full = open_office(server, clock)
    fill_kantor(full)
    full.close()
    with pytest.raises(KinerjaError, match="sudah berisi data kantor"):
        move_office(here, server)
    cluster.execute("UPDATE alembic_version SET version_num = '9999'", server.database)
    with pytest.raises(KinerjaError, match="program versi lebih baru"):
        move_office(here, server)
    assert find_moved(here.folder) is None


def test_a_database_of_another_program_is_refused(
    here: Office, server: ServerAddress, cluster: Cluster
) -> None:
    cluster.execute("CREATE TABLE lain (x int)", server.database)
    with pytest.raises(KinerjaError, match="milik program lain"):
        move_office(here, server)


def test_only_the_keeper_of_a_server_moves_an_office_there(
    here: Office, cluster: Cluster, tmp_path: Path, clock: Clock
) -> None:
    name = cluster.new_office()
    owner = cluster.address(name, tmp_path / "pemilik")
    office = open_office(owner, clock)
    with office.engine.begin() as connection:
        make_roles(connection, name)
    office.close()
    set_user(owner, "petugas", Peran.OPERATOR)
    with pytest.raises(KinerjaError, match="perlu peran pengelola"):
        move_office(here, cluster.address(name, tmp_path / "petugas", "petugas"))
    cluster.drop(name)
    for peran in Peran:
        cluster.execute(f'DROP ROLE "{name}_{peran}"')
    cluster.execute("DROP ROLE petugas")


def test_a_move_that_is_cancelled_leaves_nothing(here: Office, server: ServerAddress) -> None:
    with pytest.raises(ExportCancelledError):
        move_office(here, server, cancelled=lambda: True)
    assert check_server(server).state is ServerState.EMPTY
    assert find_moved(here.folder) is None


def test_a_server_lost_in_the_middle_leaves_nothing_half_there(
    here: Office, server: ServerAddress, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill = fill_from_file

    def lose(connection: Any, copy: Path) -> None:
        fill(connection, copy)
        cluster.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            f"WHERE datname = '{server.database}'"
        )

    monkeypatch.setattr(backing, "fill_from_file", lose)
    with pytest.raises(ServerFailedError) as told:
        move_office(here, server)
    assert told.value.failure in (ServerFailure.STOPPED, ServerFailure.UNREACHABLE)
    assert check_server(server).state is ServerState.EMPTY
    assert find_moved(here.folder) is None
    monkeypatch.undo()
    assert move_office(here, server).evidence == 1


def test_what_does_not_arrive_the_same_is_told(
    here: Office, server: ServerAddress, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    restore = restore_folder

    def spoil(target: Any, source: Path, now: Clock) -> None:
        restore(target, source, now)
        cluster.execute("UPDATE pejabat SET nama = 'lain'", server.database)

    monkeypatch.setattr(moving, "restore_folder", spoil)
    with pytest.raises(KinerjaError, match=r"tidak sama dengan data di sini \(pejabat\)"):
        move_office(here, server)
    assert find_moved(here.folder) is None


def test_evidence_that_does_not_arrive_is_told(
    here: Office, server: ServerAddress, cluster: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    restore = restore_folder

    def spoil(target: Any, source: Path, now: Clock) -> None:
        restore(target, source, now)
        cluster.execute("TRUNCATE berkas_bukti, potongan_bukti", server.database)

    monkeypatch.setattr(moving, "restore_folder", spoil)
    with pytest.raises(KinerjaError, match="berkas bukti"):
        move_office(here, server)


def test_a_full_disk_is_told(
    here: Office, server: ServerAddress, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(moving, "export_backup", fail)
    with pytest.raises(KinerjaError, match="penuh"):
        move_office(here, server)


def test_a_note_that_cannot_be_written_is_told(tmp_path: Path, clock: Clock) -> None:
    with pytest.raises(KinerjaError):
        note_moved(tmp_path / "tidak-ada", tmp_path, clock())


def test_a_note_tells_of_a_folder_too_and_a_broken_one_of_nothing(
    tmp_path: Path, clock: Clock, server: ServerAddress
) -> None:
    note_moved(tmp_path, tmp_path / "lain", clock())
    found = find_moved(tmp_path)
    assert found is not None
    assert found.place == tmp_path / "lain"
    (tmp_path / moved_module._MARK).write_text("{}")
    assert find_moved(tmp_path) is None
    assert find_moved(server) is None
