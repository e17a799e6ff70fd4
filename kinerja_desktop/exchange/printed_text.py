"""What a printed file says: the inside of a PDF, DOCX or XLSX that some Kinerja Desktop wrote.

Two builds of one library may pack the same page in other bytes, and two versions of the program may
word it otherwise: `read_parts` tells whether all inside is the same, `read_words` what it says.
Only files in the form that this program writes are read; whatever else (fields over the page, a
second version of an object, a page that is not in the book) gives None.
"""

import re
import zlib
from base64 import a85decode
from collections.abc import Iterator, Mapping
from hashlib import sha256
from html import unescape
from io import BytesIO
from zipfile import BadZipFile, ZipFile

MAX_FILE = 32 << 20
"""Bytes of a file that is looked into, and of all that it unpacks to."""
_MAX_PARTS = 2000

_OBJECT = re.compile(rb"\s*(\d{1,7}) 0 obj\s")
_PAGE = re.compile(rb"/Type\s*/Page\b")
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_CONTENTS = re.compile(rb"/Contents\s+(\d{1,7}) 0 R")
_REFERENCE = re.compile(rb"(\d{1,7}) 0 R")
_FONT = re.compile(rb"(/F\d+(?:\+\d+)?) (\d+) 0 R")
_TO_UNICODE = re.compile(rb"/ToUnicode (\d+) 0 R")
_CODE = re.compile(rb"<([0-9A-Fa-f]{2})> <([0-9A-Fa-f]{4,8})>")
_SHOWN = re.compile(rb"(/F\d+(?:\+\d+)?) [\d.]+ Tf|\(((?:\\.|[^\\()])*)\)", re.DOTALL)
_ESCAPED = re.compile(rb"\\([0-7]{3}|.)", re.DOTALL)
_LETTERS = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
# Ways to lay something over a page, to hide an object from a plain reader, or to do things.
_FOREIGN = re.compile(
    rb"/(AcroForm|ObjStm|XRef|OpenAction|AA|JavaScript|JS|Launch|EmbeddedFiles)\b"
    rb"|/Subtype\s*/(?!(?:TrueType|Type1|Image|Link|XML)\b)|/\w*#"
)

_PACKING = re.compile(rb"/Length \d+|/ID\s*\[[^\]]*\]|startxref\s*\d+")
_TEXT_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml")
_SHEETS = re.compile(r"xl/worksheets/sheet\d+\.xml")
_SHARED = "xl/sharedStrings.xml"
_CELL = re.compile(r"<c\b([^>]*)>(.*?)</c>", re.DOTALL)
_MARGIN = re.compile(r"<odd(?:Header|Footer)>(.*?)</odd", re.DOTALL)
_ITEM = re.compile(r"<si>(.*?)</si>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SPOILED = (BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, NotImplementedError)


def read_words(content: bytes, suffix: str) -> list[str] | None:
    """Return the words that stand in a printed file, in its order.

    Args:
        content: the file's bytes; anyone's.
        suffix: ``pdf``, ``docx`` or ``xlsx``.

    Returns:
        The words; None when it is not such a file as this program writes.
    """
    if len(content) > MAX_FILE:
        return None
    read = {"pdf": _read_pdf, "docx": _read_docx, "xlsx": _read_xlsx}[suffix]
    try:
        return [word for text in read(content) for word in text.split()]
    except _SPOILED:
        return None


def read_parts(content: bytes, suffix: str) -> dict[str, str] | None:
    """Return the hash of everything in a printed file, unpacked: pages, fonts, pictures, cells.

    Args:
        content: the file's bytes; anyone's.
        suffix: ``pdf``, ``docx`` or ``xlsx``.

    Returns:
        The hashes by name; None when it is not such a file as this program writes.
    """
    if len(content) > MAX_FILE:
        return None
    try:
        if suffix == "pdf":
            return _unpack_pdf(content)
        return {name: sha256(part).hexdigest() for name, part in _unzip(content).items()}
    except _SPOILED:
        return None


def _unpack_pdf(content: bytes) -> dict[str, str]:
    budget = _Budget()
    parts = {}
    for number, item in _list_objects(content).items():
        head = _head(item)
        stream = budget.unpack(item) if head != item else b""
        head = _PACKING.sub(b"", head)  # the length of what is packed
        parts[str(number)] = sha256(head + b"\0" + stream).hexdigest()
    tail = content[content.rindex(b"endobj") :].partition(b"trailer")[2]
    parts["trailer"] = sha256(_PACKING.sub(b"", tail)).hexdigest()
    return parts


def _list_objects(content: bytes) -> dict[int, bytes]:
    """Return the objects of a PDF by number; it must be in the form of this program's."""
    if content.count(b"%%EOF") != 1:
        raise ValueError("a second version of the file")
    objects: dict[int, bytes] = {}
    for chunk in content.split(b"endobj")[:-1]:
        found = _OBJECT.search(chunk)
        if found is None or int(found[1]) in objects or _FOREIGN.search(_head(chunk)):
            raise ValueError("not as this program writes")
        objects[int(found[1])] = chunk[found.end() :]
    return objects


def _read_pdf(content: bytes) -> Iterator[str]:
    objects = _list_objects(content)
    budget = _Budget()
    streams = {number: budget.unpack(item) for number, item in objects.items() if _is_page(item)}
    fonts = _read_fonts(objects, streams)
    shown = _list_shown(objects)
    if any(b" Tf" in stream for number, stream in streams.items() if number not in shown):
        raise ValueError("words that no page shows")
    for number in shown:
        yield from _read_page(streams.get(number, b""), fonts)


def _list_shown(objects: Mapping[int, bytes]) -> list[int]:
    """Return the streams that the pages show, in the order of the pages."""
    heads = {number: _head(item) for number, item in objects.items()}
    pages = {number for number, head in heads.items() if _PAGE.search(head)}
    kids = [int(kid) for head in heads.values() for kids in _KIDS.findall(head)
            for kid in _REFERENCE.findall(kids)]  # fmt: skip
    if len(kids) != len(pages) or set(kids) != pages:
        raise ValueError("a page that is not in the book, or twice")
    contents = [_CONTENTS.findall(heads[kid]) for kid in kids]
    if any(len(found) != 1 for found in contents):
        raise ValueError("a page in several pieces")
    return [int(found[0]) for found in contents]


def _head(item: bytes) -> bytes:
    return item.partition(b"stream")[0]


def _is_page(item: bytes) -> bool:
    """Tell whether an object is a stream of words or of a font's letters, no font or picture."""
    head = _head(item)
    return head != item and b"/Length1" not in head and b"/Subtype /Image" not in head


class _Budget:
    """What may still be unpacked of one file."""

    def __init__(self) -> None:
        self.left = MAX_FILE

    def spend(self, size: int) -> None:
        self.left -= size
        if self.left < 0:
            raise ValueError("too large")

    def unpack(self, item: bytes) -> bytes:
        head, _, rest = item.partition(b"stream")
        body = rest.lstrip(b"\r\n").rpartition(b"endstream")[0]
        if b"ASCII85Decode" in head:
            body = a85decode(body.strip().removesuffix(b"~>"))
        if b"FlateDecode" in head:
            body = zlib.decompressobj().decompress(body, self.left + 1)
        self.spend(len(body))
        return body


def _read_fonts(
    objects: Mapping[int, bytes], streams: Mapping[int, bytes]
) -> dict[bytes, dict[int, str]]:
    """Return what each code of a font means; codes without an entry stand for themselves."""
    fonts: dict[bytes, dict[int, str]] = {}
    for item in objects.values():
        for name, number in _FONT.findall(_head(item)):
            found = _TO_UNICODE.search(objects.get(int(number), b""))
            table = streams.get(int(found[1]), b"") if found else b""
            codes = {
                int(code, 16): bytes.fromhex(letters.decode()).decode("utf-16-be", "replace")
                for code, letters in _CODE.findall(table)
            }
            if fonts.setdefault(name, codes) != codes:
                raise ValueError("two fonts of one name")
    return fonts


def _read_page(stream: bytes, fonts: Mapping[bytes, Mapping[int, str]]) -> Iterator[str]:
    codes: Mapping[int, str] = {}
    for name, shown in _SHOWN.findall(stream):
        if name:
            codes = fonts.get(name, {})
        else:
            letters = _ESCAPED.sub(_unescape, shown)
            yield "".join(codes.get(letter, chr(letter)) for letter in letters)


def _unescape(found: re.Match[bytes]) -> bytes:
    code = found[1]
    return bytes([int(code, 8) & 0xFF]) if len(code) == 3 else _LETTERS.get(code, code)


def _read_docx(content: bytes) -> Iterator[str]:
    for name, text in sorted(_read_texts(content).items()):
        if _TEXT_PARTS.fullmatch(name):
            yield _plain(text.replace("</w:p>", " ").replace("<w:tab/>", " "))


def _read_xlsx(content: bytes) -> Iterator[str]:
    parts = _read_texts(content)
    shared = [_plain(item) for item in _ITEM.findall(parts.get(_SHARED, ""))]
    for name, text in sorted(parts.items()):
        if _SHEETS.fullmatch(name):
            for attributes, inside in _CELL.findall(text):
                yield _read_cell(attributes, inside, shared)
            yield from map(_plain, _MARGIN.findall(text))


def _read_cell(attributes: str, inside: str, shared: list[str]) -> str:
    text = _plain(inside)
    if 't="s"' not in attributes:
        return text
    if not text.isdecimal() or int(text) >= len(shared):
        raise ValueError("no such text")
    return shared[int(text)]


def _read_texts(content: bytes) -> dict[str, str]:
    parts = _unzip(content)
    return {name: text.decode() for name, text in parts.items() if name.endswith(".xml")}


def _unzip(content: bytes) -> dict[str, bytes]:
    """Return the parts of a zipped file, within the limits."""
    budget = _Budget()
    parts: dict[str, bytes] = {}
    with ZipFile(BytesIO(content)) as archive:
        if len(archive.infolist()) > _MAX_PARTS:
            raise ValueError("too many parts")
        for info in archive.infolist():
            if info.filename in parts:
                raise ValueError("a part twice")
            with archive.open(info) as file:
                parts[info.filename] = file.read(budget.left + 1)
            budget.spend(len(parts[info.filename]))
    return parts


def _plain(xml: str) -> str:
    return unescape(_TAG.sub("", xml))
