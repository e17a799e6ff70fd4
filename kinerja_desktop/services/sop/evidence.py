"""Evidence of the steps of a case: keep a file, and give it back under its own name."""

import shutil
from pathlib import Path
from tempfile import mkdtemp
from uuid import UUID, uuid4

from kinerja_desktop.domain.sop.kejadian import JenisKejadian, Kejadian
from kinerja_desktop.domain.sop.pelaksanaan import check_kejadian
from kinerja_desktop.errors import KinerjaError, explain_os_error
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop.cases import read_case
from kinerja_desktop.services.sop.rows import MILIK, kejadian_to_row
from kinerja_desktop.store.records import Lampiran


def attach_evidence(
    office: Office, case_id: UUID, langkah: int, source: Path, *, pelaku: str = ""
) -> None:
    """Keep a file as evidence of a step that is running or was done.

    Raises:
        KinerjaError: the case has not been at that step, or the file is empty, too large, or
            cannot be read.
    """
    row_id = uuid4()
    who = pelaku.strip() or office.journal.pelaku
    case = read_case(office, case_id)
    baru = Kejadian(office.now(), JenisKejadian.BUKTI, langkah, who, bukti=(str(row_id),))
    check_kejadian(case.sop.sop, case.kejadian, baru)
    digest, size = office.evidence.put(source)
    row = Lampiran(
        id=row_id,
        sha256=digest,
        nama=source.name,
        ukuran=size,
        milik=MILIK,
        milik_id=case_id,
        ditambahkan=baru.saat,
    )
    with office.journal.action(f"Melampirkan bukti {source.name}", undoable=False) as session:
        session.add(row)
        session.add(kejadian_to_row(case_id, len(case.kejadian) + 1, baru))


def copy_evidence(office: Office, lampiran_id: str) -> Path:
    """Return a copy of an evidence file under its own name, to be opened by another program.

    The files themselves bear no name and must never be changed.

    Raises:
        KinerjaError: the file is missing or cannot be copied.
    """
    with office.journal.reading() as session:
        row = session.get_one(Lampiran, UUID(lampiran_id))
    source = office.evidence.path_of(row.sha256)
    if not source.exists():
        raise KinerjaError(
            f"Berkas bukti {row.nama} hilang dari folder data.",
            "Lampirkan lagi berkas aslinya, atau pulihkan dari cadangan.",
        )
    try:
        copy = Path(mkdtemp(prefix="kinerja-bukti-")) / Path(row.nama).name
        shutil.copyfile(source, copy)
    except OSError as error:
        raise explain_os_error(error, Path(row.nama)) from error
    return copy
