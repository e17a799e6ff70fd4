"""*Seperti triwulan lalu*: take over what was reached in the triwulan before."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.triwulan_lalu import refuse_triwulan_lalu
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import open_entries
from kinerja_desktop.store.queries import pengukuran as queries
from kinerja_desktop.store.queries.bahan import load_bahan


@dataclass(frozen=True)
class SalinanTriwulan:
    """What was taken over.

    Attributes:
        disalin: how many realisasi.
        dilewati: of each that was not, its indicator and why.
    """

    disalin: int
    dilewati: tuple[str, ...] = ()


def copy_triwulan_lalu(
    office: Office, periode: Periode, indikator: Sequence[UUID], pejabat_id: UUID | None = None
) -> SalinanTriwulan:
    """Take over the realisasi of the triwulan before, as one deed of the clerk.

    What is filled already stays, and so does what would be counted twice; each is told. Where the
    realisasi was computed, its pembilang and penyebut are taken.

    Args:
        office: the open office.
        periode: into which triwulan.
        indikator: of which indicators.
        pejabat_id: whose IKI they are; None for IKU.

    Raises:
        KinerjaError: the period is a year or Triwulan I, or it is final.
    """
    if periode.triwulan is None or periode.triwulan == 1:
        raise KinerjaError(
            f"{periode.label} tidak mempunyai triwulan sebelumnya pada tahun yang sama.",
            "Ketik angkanya.",
        )
    before = Periode(periode.tahun, periode.triwulan - 1)
    with office.journal.reading() as session:
        all_bahan = load_bahan(session, periode.tahun, pejabat_id)
    wanted = [item for item in all_bahan if UUID(item.id) in set(indikator)]
    reasons = {item.id: refuse_triwulan_lalu(item, periode.triwulan) for item in wanted}
    taken = [UUID(key) for key, reason in reasons.items() if not reason]
    if taken:
        with office.journal.action(f"Mengisi realisasi {periode.label} seperti triwulan lalu") as s:
            rows = open_entries(s, taken, periode)
            for old in queries.list_realisasi(s, taken, before):
                row = rows[old.indikator_id]
                row.nilai = old.nilai
                row.pembilang, row.penyebut = old.pembilang, old.penyebut
    skipped = (f"{item.uraian}: {reasons[item.id]}" for item in wanted if reasons[item.id])
    return SalinanTriwulan(len(taken), tuple(skipped))
