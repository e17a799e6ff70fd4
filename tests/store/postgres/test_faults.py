"""The server stops in the middle of every kind of work: nothing half, and work goes on afterwards.

The same open office goes on when the server is back: nobody has to open the program again.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from sqlalchemy import event
from sqlmodel import select

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.riwayat.maintenance import check_office
from kinerja_desktop.services.riwayat.restoring import restore_into
from kinerja_desktop.store.postgres import copying, writing
from kinerja_desktop.store.postgres.failures import ServerFailedError
from kinerja_desktop.store.records import Transaksi
from tests.arsip.reading import ARSIP
from tests.postgres import SRI, Cluster
from tests.stages import OUT, STAGES, prepare_office

POINTS = (1, 4, 20, 80)
"""Before which statement of a stage the server stops."""
SERVER_STAGES = (
    "sunting", "batalkan", "impor", "cadangkan", "cadangan", "bukti", "final", "pulihkan"
)  # fmt: skip


@pytest.fixture(scope="module")
def fragile() -> Iterator[Cluster]:
    """A server that may be stopped."""
    cluster = Cluster()
    yield cluster
    cluster.remove()


@pytest.fixture(scope="module")
def made(fragile: Cluster, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Path]:
    """A database that every test begins with, and the folder beside it."""
    folder = tmp_path_factory.mktemp("kantor")
    name = fragile.new_office()
    opened = open_office(fragile.address(name, folder / "data", SRI))
    prepare_office(opened, folder)
    opened.close()
    return name, folder


@pytest.fixture
def office(fragile: Cluster, made: tuple[str, Path], tmp_path: Path) -> Iterator[Office]:
    name, folder = made
    copytree(folder, tmp_path, dirs_exist_ok=True)
    opened = open_office(fragile.address(fragile.new_database(name), tmp_path / "data", SRI))
    yield opened
    opened.close()


@pytest.fixture(autouse=True)
def _in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(writing, "_MOST_SECONDS", 0.2)


def stop_before(office: Office, fragile: Cluster, statement: int) -> Callable[[], bool]:
    """Stop the server before a statement; what is returned ends that, and tells if it did."""
    left = [statement]

    def count(*_words: Any) -> None:
        left[0] -= 1
        if not left[0]:
            fragile.stop()

    event.listen(office.engine, "before_cursor_execute", count)

    def end() -> bool:
        event.remove(office.engine, "before_cursor_execute", count)
        return left[0] <= 0

    return end


def count_deeds(office: Office) -> int:
    with office.journal.reading() as session:
        return len(session.exec(select(Transaksi.id)).all())


def is_indonesian(error: KinerjaError) -> bool:
    told = f"{error.message} {error.remedy}"
    return error.remedy.endswith(".") and not any(
        word in told for word in ("server closed", "connection", "FATAL", "psycopg", "Error")
    )


@pytest.mark.parametrize("stage", SERVER_STAGES)
def test_a_server_that_stops_in_the_middle_leaves_nothing_half(
    fragile: Cluster, office: Office, tmp_path: Path, stage: str
) -> None:
    for point in POINTS:
        accepted: list[set[str]] = []
        tables = office.place.read_fingerprints()
        deeds = count_deeds(office)
        office.journal.listeners.append(accepted.append)
        end = stop_before(office, fragile, point)
        error: KinerjaError | None = None
        try:
            with office.guarded():
                STAGES[stage](office, tmp_path)
        except KinerjaError as told:
            error = told
        office.journal.listeners.remove(accepted.append)
        if not end():
            return
        fragile.start()
        assert error is not None
        assert is_indonesian(error), error
        assert count_deeds(office) == deeds + len(accepted), "what was told is stored, no more"
        if not accepted:
            assert office.place.read_fingerprints() == tables
        assert check_office(office) == []
        assert stage not in ("cadangkan",) or not list((tmp_path / OUT).iterdir())
    with office.guarded():
        STAGES[stage](office, tmp_path)
    assert check_office(office) == []


def test_a_server_that_stops_at_the_commit_of_an_import(
    fragile: Cluster, office: Office, tmp_path: Path
) -> None:
    tables = office.place.read_fingerprints()

    @event.listens_for(office.engine, "commit")
    def stop(_connection: object) -> None:
        fragile.stop()

    with pytest.raises(KinerjaError) as told, office.guarded():
        STAGES["impor"](office, tmp_path)
    event.remove(office.engine, "commit", stop)
    assert is_indonesian(told.value)
    fragile.start()
    assert office.place.read_fingerprints() == tables
    assert check_office(office) == []


@pytest.mark.parametrize("row", [0, 200])
def test_a_server_that_stops_while_rows_of_a_backup_arrive(
    fragile: Cluster, office: Office, monkeypatch: pytest.MonkeyPatch, row: int
) -> None:
    tables = office.place.read_fingerprints()
    real, came = copying._read_rows, 0

    def read(*words: Any) -> Iterator[list[Any]]:
        nonlocal came
        for values in real(*words):
            if came == row:
                fragile.stop()
            came += 1
            yield values

    monkeypatch.setattr(copying, "_read_rows", read)
    # Told at every door, though the rows travel past the engine.
    with pytest.raises(ServerFailedError) as told:
        restore_into(office, ARSIP / "0005/kantor.kinerja")
    monkeypatch.undo()
    assert is_indonesian(told.value)
    fragile.start()
    assert office.place.read_fingerprints() == tables
    restore_into(office, ARSIP / "0005/kantor.kinerja")
    assert check_office(office) == []


def test_what_the_server_refuses_while_rows_arrive_is_told_at_every_door(
    fragile: Cluster, office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rows travel past the engine, which names all other failures."""
    real = copying._read_rows

    def read(*words: Any) -> Iterator[list[Any]]:
        with fragile.connect("postgres") as line:
            line.execute(
                "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE query LIKE 'COPY %'"
            )
        yield from real(*words)

    monkeypatch.setattr(copying, "_read_rows", read)
    with pytest.raises(ServerFailedError, match="sedang ditulis oleh orang lain"):
        restore_into(office, ARSIP / "0005/kantor.kinerja")


def test_a_server_restarted_between_two_edits_is_not_noticed(
    fragile: Cluster, office: Office, tmp_path: Path
) -> None:
    STAGES["sunting"](office, tmp_path)
    for signal in ("INT", "QUIT"):
        fragile.stop(signal)
        fragile.start()
        STAGES["sunting"](office, tmp_path)
        STAGES["batalkan"](office, tmp_path)
    assert check_office(office) == []
