"""What was printed for a step of an SOP is kept there as its evidence, by itself."""

from dataclasses import replace
from uuid import UUID, uuid4

from kinerja_desktop.domain.sop.kejadian import JenisKejadian, Kejadian
from kinerja_desktop.services.kantor.evidence_names import clean_name
from kinerja_desktop.services.kantor.kept_files import keep_bytes
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import find_case
from kinerja_desktop.services.sop.rows import MILIK, kejadian_to_row
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
    with office.journal.reading() as session:
        kept = {str(row.id) for row in list_lampiran(session, MILIK, case_id)
                if row.sha256 == digest}  # fmt: skip
    if any(kept & set(item.bukti) for item in case.kejadian if item.langkah == langkah):
        return False
    now = office.now()
    row = Lampiran(
        id=uuid4(), sha256=digest, nama=clean_name(nama), ukuran=len(content), milik=MILIK,
        milik_id=case_id, ditambahkan=now,
    )  # fmt: skip
    event = Kejadian(now, JenisKejadian.BUKTI, langkah, office.journal.pelaku, bukti=(str(row.id),))
    event = replace(event, putaran=stays[-1].kunjungan.putaran)
    with office.journal.action(f"Melampirkan cetakan {row.nama}", undoable=False) as session:
        session.add(row)
        session.add(kejadian_to_row(case_id, len(case.kejadian) + 1, event))
    return True
