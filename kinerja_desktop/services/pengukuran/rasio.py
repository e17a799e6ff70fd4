"""Enter pembilang and penyebut, of which the realisasi is computed (`docs/sakip.md` §4.14)."""

from decimal import Decimal
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.sections.row_checks import check_row
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import open_entries


def set_rasio(
    office: Office,
    indikator_id: UUID,
    periode: Periode,
    pembilang: Decimal | None,
    penyebut: Decimal | None,
) -> Nilai | None:
    """Enter pembilang and penyebut of a realisasi; None empties one.

    With both there the realisasi is computed from them wherever it is read, so that a figure that
    was typed before gives way, in the same deed.

    Returns:
        The typed realisasi that gave way; None where there was none.

    Raises:
        KinerjaError: the period is final, or the penyebut is 0 or negative.
    """
    for problem in check_row("realisasi", {"pembilang": pembilang, "penyebut": penyebut}):
        if not problem.is_warning:
            raise KinerjaError(f"{problem.message}.")
    with office.journal.action(f"Mengisi pembilang dan penyebut {periode.label}") as session:
        row = open_entries(session, [indikator_id], periode)[indikator_id]
        row.pembilang, row.penyebut = pembilang, penyebut
        if pembilang is None or penyebut is None:
            return None
        typed: Nilai | None = row.nilai
        row.nilai, row.tidak_berlaku = None, False
        return typed
