"""The exported backup: one ``.kinerja`` file (a zip) with database, evidence and checksums.

Its ``manifest.json`` lists every file with SHA-256 and size; `archive_reading` takes it apart.
"""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

from kinerja_desktop.errors import Problem
from kinerja_desktop.progress import Progress
from kinerja_desktop.store.database import FILE_NAME
from kinerja_desktop.store.evidence import CHUNK, EvidenceStore, compute_sha256

MANIFEST = "manifest.json"
FORM = "kinerja-cadangan"
VERSION = 1
"""The form of the file that this program writes, and the newest that it reads."""
_WRITING = "Menulis cadangan"


def write_archive(
    target: Path,
    copy: Path,
    evidence: EvidenceStore,
    made: str,
    progress: Progress,
) -> list[Problem]:
    """Write an archive.

    Args:
        target: the file to write.
        copy: a whole copy of the database.
        evidence: the evidence files.
        made: the moment, in ISO 8601.
        progress: told of the files, again at each piece; what it raises ends the writing.

    Returns:
        A warning for each evidence file that is damaged and therefore not in the archive.

    Raises:
        OSError: the disk failed.
    """
    stored = evidence.stored()
    steps = 2 * len(stored) + 1
    sources = {FILE_NAME: copy}
    warnings = []
    for step, digest in enumerate(stored, 1):
        progress(step, steps, "Memeriksa berkas bukti")
        path = evidence.path_of(digest)
        if compute_sha256(path) == digest:
            sources[f"berkas/{digest[:2]}/{digest}"] = path
        else:
            text = "Berkas bukti ini rusak dan tidak ikut dicadangkan. Lampirkan lagi aslinya."
            warnings.append(Problem(text, digest, is_warning=True))
    entries = {
        name: {"sha256": compute_sha256(path), "ukuran": path.stat().st_size}
        for name, path in sources.items()
    }
    manifest = {"bentuk": FORM, "versi": VERSION, "dibuat": made, "berkas": entries}
    with ZipFile(target, "x") as archive:
        archive.writestr(ZipInfo(MANIFEST), json.dumps(manifest, indent=1), ZIP_DEFLATED)
        for step, (name, path) in enumerate(sources.items(), len(stored) + 1):
            _add(archive, name, path, partial(progress, step, steps, _WRITING))
    return warnings


def _add(archive: ZipFile, name: str, path: Path, tell: Callable[[], None]) -> None:
    info = ZipInfo(name)
    info.file_size = path.stat().st_size
    # Evidence is photos and PDFs, which deflating makes no smaller.
    info.compress_type = ZIP_DEFLATED if name == FILE_NAME else ZIP_STORED
    with path.open("rb") as source, archive.open(info, "w") as file:
        # Before each piece: a video on a slow stick takes long.
        while chunk := source.read(CHUNK):
            tell()
            file.write(chunk)
