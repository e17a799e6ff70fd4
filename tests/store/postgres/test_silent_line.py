"""A cable is pulled out: the server says nothing more, and who types does not wait for it.

Without a limit these tests would not end: a line through a socket is never given up.
"""

import pytest

from kinerja_desktop.services.kantor.connection import is_connection_lost, is_reachable
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.maintenance import check_office
from kinerja_desktop.store.postgres import line, listening
from kinerja_desktop.store.postgres.failures import ServerFailedError, UnsureError
from tests.postgres import Cluster
from tests.store.postgres.test_several import add, change, in_step, read, shared, wait_for


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line, "ANSWER_SECONDS", 0.3)
    monkeypatch.setattr(listening, "_PULSE_SECONDS", 3600)


def test_a_deed_that_may_not_wait_is_given_up_and_done_again_later(
    cluster: Cluster, sri: Office
) -> None:
    key = add(sri)
    with (
        cluster.silent(),
        pytest.raises(ServerFailedError, match="tidak terjangkau, jadi perubahan") as told,
        sri.journal.hurrying(0.05),
    ):
        change(sri, key, satuan="Persen")
    assert is_connection_lost(told.value)
    row = read(sri, key)
    assert row is not None
    assert row.satuan == "Indeks"
    with sri.journal.hurrying(0.05):
        change(sri, key, satuan="Persen")
    assert check_office(sri) == []


def test_silence_at_the_commit_leaves_it_unknown_and_is_not_asked_about_for_long(
    cluster: Cluster, sri: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = add(sri)
    store = shared(sri).add_deed
    pulled = cluster.silent()

    def pull_out(*words: object) -> int:
        number = store(*words)  # type: ignore[arg-type]
        pulled.__enter__()
        return number

    with monkeypatch.context() as patch:
        patch.setattr(shared(sri), "add_deed", pull_out)
        with sri.journal.hurrying(0.05), pytest.raises(UnsureError, match="belum diketahui"):
            change(sri, key, satuan="Persen")
    pulled.__exit__(None, None, None)
    # The COMMIT lay in the line, and arrived when the cable was back: nobody could know it before.
    wait_for(lambda: getattr(read(sri, key), "satuan", "") == "Persen")
    assert check_office(sri) == []


def test_a_line_known_to_be_silent_is_not_tried_by_whoever_may_not_wait(
    cluster: Cluster, sri: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "_FIRST_PAUSE", 3600)
    key = add(sri)
    shared(sri).is_silent = True
    with (
        pytest.raises(ServerFailedError, match="tidak terjangkau"),
        sri.journal.hurrying(0.05),
    ):
        change(sri, key, satuan="Persen")
    change(sri, key, satuan="Persen")  # the worker may wait, and tries
    sri.engine.dispose()
    with (
        pytest.raises(ServerFailedError, match="tidak terjangkau"),
        sri.journal.hurrying(0.05),
        sri.journal.reading(),
    ):
        read(sri, key)
    assert is_reachable(sri)
    with sri.journal.hurrying(0.05):
        change(sri, key, satuan="Orang")


def test_the_pulse_is_felt_while_nobody_types(
    cluster: Cluster, sri: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "_PULSE_SECONDS", 0.05)
    monkeypatch.setattr(listening, "_FIRST_PAUSE", 0.05)
    key = add(sri)
    in_step(sri)  # so the listener went round once more
    with cluster.silent():
        wait_for(lambda: shared(sri).is_silent)
    wait_for(lambda: not shared(sri).is_silent)
    with sri.journal.hurrying(0.05):
        change(sri, key, satuan="Persen")


def test_a_new_line_is_not_waited_for_long(cluster: Cluster, sri: Office) -> None:
    key = add(sri)
    sri.engine.dispose()
    with (
        cluster.silent(),
        pytest.raises(ServerFailedError, match="tidak terjangkau"),
        sri.journal.hurrying(0.05),
    ):
        change(sri, key, satuan="Persen")
    change(sri, key, satuan="Persen")
