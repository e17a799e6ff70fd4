"""The row of a final, whichever of the three kinds of records holds it.

It knows no registry: what a letter lists is asked while the registry is still being made.
"""

from sqlmodel import Session

from kinerja_desktop.services.kantor.dokumen import Dokumen, Permintaan
from kinerja_desktop.services.kantor.finals import Final
from kinerja_desktop.services.kantor.kept_papers import find_paper, period_of
from kinerja_desktop.services.lkjip.dokumen import LKJIP
from kinerja_desktop.services.pengukuran.dokumen import PENGUKURAN, PENGUKURAN_IKI
from kinerja_desktop.store.queries.laporan import find_final_lkjip
from kinerja_desktop.store.queries.pengukuran import find_final


def find_row(session: Session, dokumen: Dokumen, permintaan: Permintaan) -> Final | None:
    """Return the final in force of a document; None while it is a draft."""
    periode = period_of(dokumen, permintaan)
    match dokumen.kunci:
        case PENGUKURAN.kunci:
            return find_final(session, periode, None)
        case PENGUKURAN_IKI.kunci:
            # Of nobody it would be the office's own.
            owner = permintaan.tentang
            return find_final(session, periode, owner) if owner else None
        case LKJIP.kunci:
            return find_final_lkjip(session, periode.tahun)
    return find_paper(session, dokumen, permintaan)
