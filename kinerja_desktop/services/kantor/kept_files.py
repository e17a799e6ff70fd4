"""Bytes that the office keeps under their hash: the logo, and what was printed as final."""

from pathlib import Path
from tempfile import TemporaryDirectory

from kinerja_desktop.services.kantor.office import Office


def read_logo(office: Office, sha256: str) -> bytes | None:
    """Return the logo's image; None when there is none, or it is damaged."""
    if not sha256 or not office.evidence.has(sha256):
        return None
    return office.evidence.path_of(sha256).read_bytes()


def keep_bytes(office: Office, content: bytes) -> str:
    """Keep bytes among the evidence files; return their SHA-256."""
    with TemporaryDirectory(dir=office.folder, prefix="cetak-") as folder:
        path = Path(folder) / "berkas"
        path.write_bytes(content)
        digest, _ = office.evidence.put(path)
    return digest
