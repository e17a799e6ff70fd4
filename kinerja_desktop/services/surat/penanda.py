"""The posts that can sign a letter on a day."""

from datetime import date

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries.pejabat import list_in_post


def list_posts(office: Office, day: date) -> tuple[str, ...]:
    """Return every post that somebody holds on a day, the Camat's first."""
    with office.journal.reading() as session:
        posts = [post for post, _ in list_in_post(session, day)]
    order = sorted(posts, key=lambda post: post.peran != "camat")
    return tuple(dict.fromkeys(post.jabatan for post in order))
