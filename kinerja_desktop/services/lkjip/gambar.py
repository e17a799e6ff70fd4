"""Pictures in the LKjIP: checked, kept under their hash, found again for printing."""

from pathlib import Path
from uuid import NAMESPACE_OID, UUID, uuid5

from kinerja_desktop.disk import require_file
from kinerja_desktop.documents.naskah.markdown_text import PICTURE_SCHEME
from kinerja_desktop.documents.pictures.picture_check import check_picture
from kinerja_desktop.errors import explain_os_error
from kinerja_desktop.services.kantor.evidence_names import clean_name
from kinerja_desktop.services.kantor.kept_files import keep_bytes
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.laporan import ensure_open
from kinerja_desktop.store.queries.lampiran import find_lampiran
from kinerja_desktop.store.records import Lampiran

#: What `Lampiran.milik` says of pictures that belong to a report.
MILIK_LKJIP = "lkjip"


def add_picture(office: Office, tahun: int, source: Path) -> str:
    """Keep a copy of a picture; return the address by which a text names it.

    Raises:
        KinerjaError: it is no picture, too large, damaged or cannot be read, or the report is
            final.
    """
    try:
        require_file(source)
        content = source.read_bytes()
    except OSError as error:
        raise explain_os_error(error, source) from error
    return add_picture_bytes(office, tahun, content, source.name)


def add_picture_bytes(office: Office, tahun: int, content: bytes, nama: str) -> str:
    """Keep a picture that was pasted; see `add_picture`.

    Raises:
        KinerjaError: see `add_picture`.
    """
    nama = clean_name(nama)
    check_picture(content, nama)
    digest = keep_bytes(office, content)
    owner = _owner(tahun)
    with office.journal.action(f"Menambah gambar {nama} ke LKjIP {tahun}") as session:
        ensure_open(session, tahun)
        if find_lampiran(session, owner, digest) is None:
            session.add(
                Lampiran(
                    sha256=digest,
                    nama=nama,
                    ukuran=len(content),
                    milik=MILIK_LKJIP,
                    milik_id=owner,
                    ditambahkan=office.now(),
                )
            )
    return f"{PICTURE_SCHEME}{digest}"


def read_picture(office: Office, sha256: str) -> bytes | None:
    """Return a stored picture; None when it is not there, or damaged."""
    try:
        path = office.evidence.path_of(sha256)
    except ValueError:
        return None
    return path.read_bytes() if office.evidence.has(sha256) else None


def _owner(tahun: int) -> UUID:
    """Return what the pictures of a year's report belong to: the report itself has no row yet."""
    return uuid5(NAMESPACE_OID, f"lkjip-{tahun}")
