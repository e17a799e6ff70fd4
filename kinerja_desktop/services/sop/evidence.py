"""Evidence of the steps of a case."""

from datetime import datetime
from pathlib import Path
from uuid import UUID, uuid4

from kinerja_desktop.domain.sop.kejadian import JenisKejadian, Kejadian
from kinerja_desktop.domain.sop.pelaksanaan import check_kejadian
from kinerja_desktop.progress import Progress, silent
from kinerja_desktop.services.kantor.evidence_names import require_document
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import read_case
from kinerja_desktop.services.sop.rows import MILIK, add_kejadian, find_moment
from kinerja_desktop.store.records import Lampiran


def attach_evidence(
    office: Office,
    case_id: UUID,
    langkah: int,
    source: Path,
    *,
    pelaku: str = "",
    terjadi: datetime | None = None,
    progress: Progress = silent,
) -> None:
    """Keep a file as evidence of a step that is running or was done.

    Args:
        office: the open office.
        case_id: which case.
        langkah: sequence of the step.
        source: the file.
        pelaku: who attached it; the user of the program when empty.
        terjadi: when it happened, aware; None for now.
        progress: told how far the copying is; what it raises ends it.

    Raises:
        KinerjaError: the case has not been at that step, or the file is a program, empty,
            too large, or cannot be read.
    """
    nama = require_document(source.name)
    row_id = uuid4()
    who = pelaku.strip() or office.journal.pelaku
    case = read_case(office, case_id)
    now = office.now()
    saat, dicatat = find_moment(now, terjadi, case.terakhir)
    baru = Kejadian(saat, JenisKejadian.BUKTI, langkah, who, bukti=(str(row_id),), dicatat=dicatat)
    check_kejadian(case.sop.sop, case.kejadian, baru)
    digest, size = office.evidence.put(source, progress)
    row = Lampiran(
        id=row_id,
        sha256=digest,
        nama=nama,
        ukuran=size,
        milik=MILIK,
        milik_id=case_id,
        ditambahkan=now,
    )
    with office.journal.action(f"Melampirkan bukti {nama}", undoable=False) as session:
        session.add(row)
        add_kejadian(session, case_id, case.sop.sop, baru)
