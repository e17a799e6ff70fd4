"""Which wordings of indicators mean the same: said once by Bappeda, remembered for every recap."""

from collections.abc import Sequence

from kinerja_desktop.domain.penerimaan.kelompok import Sebutan, fold_sebutan
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.unit import require_bappeda
from kinerja_desktop.store.queries import penerimaan as queries
from kinerja_desktop.store.records import PadananIndikator


def read_padanan(office: Office) -> dict[Sebutan, str]:
    """Return under which name wordings are compared, by their folded words."""
    with office.journal.reading() as session:
        return {
            fold_sebutan(row.uraian, row.satuan): row.kelompok
            for row in queries.list_padanan(session)
        }


def join(office: Office, sebutan: Sequence[tuple[str, str]], kelompok: str) -> None:
    """Compare wordings under one name from now on.

    Args:
        office: the open office.
        sebutan: text and unit of measure of each, as units write them.
        kelompok: the name.

    Raises:
        KinerjaError: this is no Bappeda, or the name is blank.
    """
    require_bappeda(office)
    name = " ".join(kelompok.split())
    if not name:
        raise KinerjaError("Nama kelompok belum ditulis.", "Tulis nama indikatornya.")
    wanted = {fold_sebutan(*item): item for item in sebutan}
    with office.journal.action(f"Menyamakan {len(wanted)} sebutan indikator: {name}") as session:
        for row in queries.list_padanan(session):
            if wanted.pop(fold_sebutan(row.uraian, row.satuan), None) is not None:
                row.kelompok = name
        session.add_all(
            PadananIndikator(uraian=uraian, satuan=satuan, kelompok=name)
            for uraian, satuan in wanted.values()
        )


def separate(office: Office, kelompok: str) -> int:
    """Compare what was joined under a name each by its own words again; return how many.

    Raises:
        KinerjaError: this is no Bappeda.
    """
    require_bappeda(office)
    with office.journal.action(f"Memisahkan sebutan indikator: {kelompok}") as session:
        rows = [row for row in queries.list_padanan(session) if row.kelompok == kelompok]
        for row in rows:
            session.delete(row)
    return len(rows)
