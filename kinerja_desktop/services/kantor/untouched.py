"""Was anything changed past the program? Asked before something becomes final or leaves."""

from kinerja_desktop.errors import Problem
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.trail_check import compare_rows, replay


def find_changed_outside(office: Office) -> list[Problem]:
    """Return what must be explained when the data is not what the trail tells.

    One line, whatever was changed: *Periksa data* names each row (`services.riwayat.integrity`).
    """
    with office.engine.connect() as connection:
        jejak = replay(connection)
        count = len(jejak.temuan) + sum(1 for _ in compare_rows(connection, jejak))
    if not count:
        return []
    text = (
        f"{count} data atau catatan riwayat diubah di luar program ini: lihat dengan 'Periksa "
        "data' di Riwayat & Cadangan"
    )
    return [Problem(text, is_warning=True, needs_reason=True)]
