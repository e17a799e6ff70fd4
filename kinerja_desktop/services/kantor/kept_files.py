"""Bytes that the office keeps under their hash: the logo, evidence, what was printed as final."""

import shutil
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from uuid import UUID

from kinerja_desktop.errors import CancelledError, KinerjaError, explain_os_error
from kinerja_desktop.services.kantor.evidence_names import require_document
from kinerja_desktop.services.kantor.office import VIEWED_FOLDER, Office
from kinerja_desktop.store.records import Lampiran


class AttachCancelledError(CancelledError):
    """The clerk stopped attaching a file."""

    def __init__(self) -> None:
        super().__init__("Pelampiran dibatalkan.", "Tidak ada yang dilampirkan.")


def read_logo(office: Office, sha256: str) -> bytes | None:
    """Return the logo's image; None when there is none, or it is damaged."""
    if not sha256 or not office.evidence.has(sha256):
        return None
    return office.evidence.path_of(sha256).read_bytes()


def keep_bytes(office: Office, content: bytes) -> str:
    """Keep bytes among the evidence files; return their SHA-256.

    Raises:
        KinerjaError: the data folder is full or cannot be written.
    """
    try:
        with TemporaryDirectory(dir=office.folder, prefix="cetak-") as folder:
            path = Path(folder) / "berkas"
            path.write_bytes(content)
            digest, _ = office.evidence.put(path)
    except OSError as error:
        raise explain_os_error(error, office.folder) from error
    return digest


def copy_for_viewing(office: Office, lampiran_id: UUID) -> Path:
    """Return a copy of an evidence file under its own name, to be opened by another program.

    The files themselves bear no name and must never be changed. Copies lie in the data folder and
    are removed when the office is closed, or opened the next time.

    Raises:
        KinerjaError: the file is missing, is a program, or cannot be copied.
    """
    with office.journal.reading() as session:
        row = session.get_one(Lampiran, lampiran_id)
    nama = require_document(row.nama)
    source = office.evidence.path_of(row.sha256)
    if not source.exists():
        raise KinerjaError(
            f"Berkas bukti {nama} hilang dari folder data.",
            "Lampirkan lagi berkas aslinya, atau pulihkan dari cadangan.",
        )
    folder = office.folder / VIEWED_FOLDER
    try:
        folder.mkdir(exist_ok=True)
        copy = Path(mkdtemp(dir=folder)) / nama
        shutil.copyfile(source, copy)
    except OSError as error:
        raise explain_os_error(error, Path(nama)) from error
    return copy
