"""What was printed for a step of an SOP is kept there as its evidence, by itself."""

from dataclasses import replace
from uuid import UUID, uuid4

from sqlmodel import Session

from kinerja_desktop.domain.sop.kejadian import JenisKejadian, Kejadian
from kinerja_desktop.domain.sop.pelaksanaan import check_kejadian
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.evidence_names import clean_name
from kinerja_desktop.services.kantor.kept_files import keep_bytes
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import find_case
from kinerja_desktop.services.sop.rows import MILIK, add_kejadian, kejadian_of_case
from kinerja_desktop.store.queries.lampiran import list_lampiran
from kinerja_desktop.store.records import Lampiran


def keep_print(office: Office, case_id: UUID, langkah: int, nama: str, content: bytes) -> bool:
    """Keep what was printed for a step; tell whether it was kept.

    The same print is kept once for each step. A step that the case has not been at, or a case that
    is gone, keeps nothing: the paper was printed all the same.

    Args:
        office: the open office.
        case_id: which case.
        langkah: sequence of the step.
        nama: of the file.
        content: its bytes.
    """
    case = find_case(office, case_id)
    stays = [item for item in case.riwayat if item.langkah.sequence == langkah] if case else []
    if case is None or not stays:
        return False
    digest = keep_bytes(office, content)
    now = office.now()
    row = Lampiran(
        id=uuid4(), sha256=digest, nama=clean_name(nama), ukuran=len(content), milik=MILIK,
        milik_id=case_id, ditambahkan=now,
    )  # fmt: skip
    event = Kejadian(now, JenisKejadian.BUKTI, langkah, office.journal.pelaku, bukti=(str(row.id),))
    event = replace(event, putaran=stays[-1].kunjungan.putaran)
    try:
        check_kejadian(case.sop.sop, case.kejadian, event)
    except KinerjaError:
        # The clock was set back: noted before its step began, it would make the case unreadable.
        return False
    with office.journal.action(f"Melampirkan cetakan {row.nama}", undoable=False) as session:
        if _is_kept(session, case_id, langkah, digest):
            return False
        session.add(row)
        add_kejadian(session, case_id, case.sop.sop, event)
    return True


def _is_kept(session: Session, case_id: UUID, langkah: int, digest: str) -> bool:
    kept = {str(row.id) for row in list_lampiran(session, MILIK, case_id) if row.sha256 == digest}
    noted = kejadian_of_case(session, case_id)
    return any(kept & set(item.bukti) for item in noted if item.langkah == langkah)
