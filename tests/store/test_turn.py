from collections.abc import Callable
from threading import Event, Thread

from sqlmodel import select

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.records import Pejabat
from kinerja_desktop.store.turn import Turn


def in_thread(work: Callable[[], None]) -> Thread:
    thread = Thread(target=work)
    thread.start()
    return thread


def test_one_thread_holds_the_turn_and_others_are_told() -> None:
    turn, seen = Turn(), []

    def ask() -> None:
        with turn.take(most_seconds=0) as is_held:
            seen.append(is_held)

    with turn.take() as outer, turn.take(most_seconds=0) as inner:
        assert (outer, inner) == (True, True)
        in_thread(ask).join()
    in_thread(ask).join()
    assert seen == [False, True]


def test_who_listens_is_told_when_the_turn_is_given_back_only() -> None:
    turn, heard = Turn(), []
    turn.freed.append(lambda: heard.append("freed"))

    def ask() -> None:
        with turn.take(most_seconds=0):
            pass

    with turn.take():
        in_thread(ask).join()
        assert heard == []
    assert heard == ["freed"]


def test_a_deed_that_has_read_is_not_refused_because_of_another_threads_deed(
    office: Office,
) -> None:
    # SQLite refuses to write upon a snapshot that another connection has outdated.
    has_read, goes_on = Event(), Event()
    failures: list[BaseException] = []

    def long() -> None:
        try:
            with office.journal.action("Panjang") as session:
                session.exec(select(Pejabat)).all()
                has_read.set()
                goes_on.wait(0.5)
                session.add(Pejabat(nama="Panjang"))
        except BaseException as error:  # noqa: BLE001, told below
            failures.append(error)

    thread = in_thread(long)
    has_read.wait()
    with office.journal.action("Pendek") as session:
        session.add(Pejabat(nama="Pendek"))
    goes_on.set()
    thread.join()
    assert failures == []
    with office.journal.reading() as session:
        assert sorted(row.nama for row in session.exec(select(Pejabat))) == ["Panjang", "Pendek"]
