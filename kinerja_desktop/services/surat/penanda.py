"""The posts that can sign a letter on a day."""

from datetime import date

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.surat.prefill import list_people


def list_posts(office: Office, day: date) -> tuple[str, ...]:
    """Return every post that somebody holds on a day, the Camat's first."""
    with office.journal.reading() as session:
        people = list_people(session, day)
    return tuple(dict.fromkeys(post.jabatan for post, _ in people))
