"""Attach any bytes under any name as evidence: kept as they are, or refused with a sentence."""

import os
import random
import unicodedata
from pathlib import Path

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.kept_files import copy_for_viewing
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran import bukti
from tests.services.dokumen.papers import TAHUN, indikator_id

_PIECES = (
    b"Rekap", b" ", b".", b"..", b"\xe2\x80\xae", b"\xe2\x80\x8f", b"\xff", b"\xfe", b"\n", b"\t",
    b"\x01", b"\x7f", b"fdp", b".exe", b".EXE", b".pdf", b".lnk", b".jpg", b"\xd8\xa7", b"CON",
    b"\xef\xb7\xba", b"'", b'"', b"<", b">", b"|", b":", b"?", b"*", b"%s", b"~", b"$HOME",
    b"a" * 200,
    b"\xf0\x9f\x93\x84", b"e\xcc\x81", b"\xc2\xa0", b"-", b"--help", b"\xed\xa0\x80",
)  # fmt: skip


def attach_evidence(office: Office, work: Path, count: int, first: int = 0) -> tuple[int, int]:
    """Attach files of the seeds from `first` on.

    Returns:
        How many were kept, and how many refused.

    Raises:
        AssertionError: what was kept is not what was given, or a file was touched.
    """
    kept = refused = 0
    key = indikator_id(office)
    for seed in range(first, first + count):
        chance = random.Random(seed)
        folder = work / str(seed)
        folder.mkdir()
        source = folder / _name(chance)
        try:
            content = _lay(chance, source, folder)
            try:
                bukti.attach_bukti(office, key, TAHUN, source)
            except KinerjaError as error:
                str(error).encode()
                refused += 1
            else:
                assert content is not None, "what is no file was kept"
                (row,) = bukti.list_bukti(office, key, TAHUN)
                _prove(office, row, content)
                assert source.read_bytes() == content
                bukti.remove_bukti(office, row.id)
                kept += 1
        except BaseException as error:
            error.add_note(f"benih {seed}: {source.name!r}")
            raise
    return kept, refused


def _prove(office: Office, row: bukti.Bukti, content: bytes) -> None:
    assert row.ukuran == len(content)
    row.nama.encode()
    assert all(unicodedata.category(sign)[0] != "C" for sign in row.nama), row.nama
    copy = copy_for_viewing(office, row.id)
    assert copy.read_bytes() == content
    assert copy.name == row.nama
    assert copy.is_relative_to(office.folder)


def _name(chance: random.Random) -> str:
    name = b"".join(chance.choices(_PIECES, k=chance.randrange(1, 6)))[:250]
    return os.fsdecode(b"x" if name in (b".", b"..") else name)


def _lay(chance: random.Random, path: Path, folder: Path) -> bytes | None:
    """Put something of that name there; return its bytes, None when it is no ordinary file."""
    content = chance.choice(
        (b"", b"\0", b"%PDF-1.7", b"MZ", chance.randbytes(1000), b"\x89PNG\r\n", b"PK\3\4",
         chance.randbytes(100_000))
    )  # fmt: skip
    match chance.randrange(12):
        case 0:
            path.mkdir()
        case 1:
            os.mkfifo(path)
        case 2:
            path.symlink_to(folder / "tidak ada sama sekali")
        case 3:
            pass
        case 4:
            path.symlink_to("/dev/zero")
        case _:
            path.write_bytes(content)
            return content
    return None
