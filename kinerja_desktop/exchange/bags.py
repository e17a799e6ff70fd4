"""The tag files of a BagIt bag: how they are written and read (RFC 8493)."""

import re
from collections.abc import Iterator, Mapping
from unicodedata import category
from urllib.parse import quote

from kinerja_desktop.errors import Problem

BAGIT = "bagit.txt"
BAG_INFO = "bag-info.txt"
MANIFEST = "manifest-sha256.txt"
TAG_MANIFEST = "tagmanifest-sha256.txt"
BAGIT_TEXT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"

ASK_AGAIN = "Minta pengirim menulis ulang paket ini."
"""The remedy for a package that cannot be mended where it arrived."""

_MAX_NAMED = 20
"""Damaged lines named one by one: a file that has more is damaged as a whole."""

# Lines end with LF, CR or both. A bagit.txt must not begin with a BOM (RFC 8493 §2.1.1).
_LINE_END = re.compile(r"\r\n?|\n")
_BAGIT_FORM = re.compile(
    rb"BagIt-Version: (0\.9[67]|1\.0)(\r\n?|\n)Tag-File-Character-Encoding: UTF-8\s*",
    re.IGNORECASE,
)
_MANIFEST_LINE = re.compile(r"([0-9a-fA-F]{64})[ \t]+\*?([^\s*].*)")
_ENCODED = re.compile(r"%(0[AaDd]|25)")
_INFO_KEY = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
_OXUM = re.compile(r"([0-9]{1,18})\.([0-9]{1,18})")


def is_bagit_text(content: bytes) -> bool:
    """Tell whether the content of a ``bagit.txt`` is one that this program can read."""
    return _BAGIT_FORM.fullmatch(content) is not None


def format_info(info: Mapping[str, str]) -> bytes:
    """Write a ``bag-info.txt``, each value on one line and without control characters.

    Raises:
        ValueError: a key is not one of letters, digits and dashes.
    """
    for key in info:
        if not _INFO_KEY.fullmatch(key):
            raise ValueError(f"Not a key of bag-info.txt: {key!r}")
    values = ("".join(" " if _is_control(c) else c for c in value) for value in info.values())
    lines = (f"{key}: {' '.join(value.split())}\n" for key, value in zip(info, values, strict=True))
    return "".join(lines).encode("utf-8")


def parse_info(content: bytes) -> tuple[dict[str, str], list[Problem]]:
    """Read a ``bag-info.txt`` (RFC 8493 §2.2.2) into values by label.

    A line that begins with a space or tab continues the value before it. The values of a label
    that comes more than once are joined by ``; ``.

    Args:
        content: the file's bytes.

    Returns:
        The values, and a problem for each damaged line; no values when there is a problem.
    """
    lines = _read_lines(content)
    if lines is None:
        return {}, [Problem(f"Keterangan paket rusak dan tidak terbaca. {ASK_AGAIN}", BAG_INFO)]
    values: dict[str, list[str]] = {}
    last: list[str] = []
    damaged = []
    for number, line in lines:
        label, colon, value = line.partition(":")
        is_continued = line[0] in " \t"
        if any(_is_control(character) for character in line.replace("\t", " ")):
            damaged.append(number)
        elif is_continued and last:
            last[-1] = f"{last[-1]} {line.strip()}".strip()
        elif is_continued or not colon or not label.strip():
            damaged.append(number)
        else:
            last = values.setdefault(label.strip(), [])
            last.append(value.strip())
    if damaged:
        return {}, [
            Problem(f"Baris {number} keterangan paket rusak. {ASK_AGAIN}", BAG_INFO)
            for number in damaged[:_MAX_NAMED]
        ]
    return {label: "; ".join(texts) for label, texts in values.items()}, []


def check_oxum(info: Mapping[str, str], size: int, count: int) -> list[Problem]:
    """Compare ``Payload-Oxum``, where a bag has it, with its payload (RFC 8493 §2.2.2).

    Args:
        info: as `parse_info` gave it.
        size: the payload's bytes.
        count: the payload's files.
    """
    problems = []
    for label, value in info.items():
        if label.lower() != "payload-oxum":
            continue
        match = _OXUM.fullmatch(value)
        if match is None:
            text = f"Ukuran isi paket tertulis “{value[:40]}” (Payload-Oxum), bukan byte.berkas."
        elif (int(match[1]), int(match[2])) != (size, count):
            told = f"{int(match[1])} byte dalam {int(match[2])} berkas"
            text = f"Isi paket seharusnya {told}, tetapi ada {size} byte dalam {count} berkas."
        else:
            continue
        problems.append(Problem(f"{text} {ASK_AGAIN}", BAG_INFO))
    return problems


def read_oxum(info: Mapping[str, str], otherwise: int) -> int:
    """Return the bytes of the payload that ``Payload-Oxum`` tells, where it is there and sound."""
    for label, value in info.items():
        match = _OXUM.fullmatch(value) if label.lower() == "payload-oxum" else None
        if match is not None:
            return int(match[1])
    return otherwise


def format_manifest(checksums: Mapping[str, str]) -> bytes:
    """Write a manifest: a line for each path with its SHA-256 in hex, sorted by path."""
    return "".join(f"{checksums[path]}  {path}\n" for path in sorted(checksums)).encode("utf-8")


def parse_manifest(name: str, content: bytes) -> tuple[dict[str, str], list[Problem]]:
    """Read a manifest's lines into checksums by path.

    The paths are someone else's words: compare them with what is there, never open them.

    Args:
        name: the manifest's own name, for the sentences.
        content: its bytes.
    """
    lines = _read_lines(content)
    if lines is None:
        return {}, [Problem(f"Daftar isi paket rusak dan tidak terbaca. {ASK_AGAIN}", name)]
    checksums: dict[str, str] = {}
    problems = []
    for number, line in lines:
        match = _MANIFEST_LINE.fullmatch(line)
        path = _decode_path(match[2]) if match else ""
        if match is None:
            problems.append(Problem(f"Baris {number} daftar isi paket rusak. {ASK_AGAIN}", name))
        elif path in checksums:
            text = f"“{show_path(path)}” tertulis dua kali dalam daftar isi."
            problems.append(Problem(f"{text} {ASK_AGAIN}", name))
        else:
            checksums[path] = match[1].lower()
        if len(problems) == _MAX_NAMED:
            break
    return checksums, problems


def show_path(path: str) -> str:
    """Return a path for a sentence, with what nobody sees in it as ``%0A``.

    Control characters could end a line, marks of writing direction hide the true ending, and bytes
    that are not UTF-8 cannot be printed at all.
    """
    return "".join(
        quote(character.encode("utf-8", "surrogatepass")) if category(character)[0] == "C"
        else character
        for character in path
    )  # fmt: skip


def _decode_path(written: str) -> str:
    # These three and no others are encoded (RFC 8493 §2.1.3); many tools leave a single % as it is.
    return _ENCODED.sub(lambda match: chr(int(match[1], 16)), written)


def _is_control(character: str) -> bool:
    return category(character) == "Cc"


def _read_lines(content: bytes) -> Iterator[tuple[int, str]] | None:
    """Return the lines that are not blank, with their numbers; None when it is not UTF-8."""
    try:
        lines = _LINE_END.split(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return None
    stripped = ((number, line.rstrip()) for number, line in enumerate(lines, 1))
    return ((number, line) for number, line in stripped if line)
