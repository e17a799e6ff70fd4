"""The session of a deed: every flush is judged before it is written, and noted after."""

from sqlalchemy import event
from sqlalchemy.orm import ORMExecuteState
from sqlmodel import Session

from kinerja_desktop.store.row_locks import TAKES_BACK, refuse_locked
from kinerja_desktop.store.storable import keep_storable

#: In the session's `info`: the recorder of the deed, and what the database asks of it.
RECORDER, WRITING = "recorder", "writing"


class RecordedSession(Session):
    """A session whose every flush is written down by the recorder in its `info`."""


@event.listens_for(RecordedSession, "before_flush")
def _keep_storable(session: Session, _context: object, _instances: object) -> None:
    for row in (*session.new, *session.dirty):
        keep_storable(row)
    # A row that was only looked at through a setter has not changed.
    touched = [row for row in session.dirty if session.is_modified(row)]
    refuse_locked(session, (*session.new, *touched, *session.deleted))
    if not session.info.get(TAKES_BACK):  # undoing compares each row by itself
        people = session.info[WRITING].check(session, touched, session.deleted)
        session.info[RECORDER].note_over(people)


@event.listens_for(RecordedSession, "after_flush")
def _record_flush(session: Session, _context: object) -> None:
    session.info[RECORDER].note(session)


@event.listens_for(RecordedSession, "do_orm_execute")
def _refuse_bulk_changes(state: ORMExecuteState) -> None:
    if state.is_insert or state.is_update or state.is_delete:
        raise AssertionError("change rows one by one through the session: bulk changes escape")
