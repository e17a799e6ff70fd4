"""Survey an .xlsb: Excel's binary workbook, a zip of records ([MS-XLSB])."""

from collections.abc import Iterator

from kinerja_desktop.exchange.workbook_cells import Survey, error_text, is_percent
from kinerja_desktop.exchange.workbook_parts import DamagedError, Parts, Tally
from kinerja_desktop.exchange.workbook_relations import Relations, path_of

_ROW, _BLANK, _CELL_ERROR, _FORMULA_ERROR = 0, 1, 3, 11
_NUMBERS = (2, 5, 9)
_TEXT, _SHARED, _FORMULA_TEXT = 6, 7, 8
_LAST_CELL = 11
_TEXT_ITEM, _FORMAT, _XF = 19, 44, 47
_CELL_XFS, _END_CELL_XFS, _BUNDLE_SHEET = 617, 618, 156
#: Column and style stand before what a cell holds.
_CELL_HEAD = 8


def survey_xlsb(parts: Parts, book: str, relations: Relations, tally: Tally) -> dict[str, Survey]:
    """Return what is in each worksheet, by its name, in the workbook's order.

    Args:
        parts: the parts of the file.
        book: the path of the workbook's own part.
        relations: what that part names.
        tally: counts the cells.

    Raises:
        DamagedError: a part is missing or spoiled.
        TooLargeError: a limit is passed.
    """
    percents = _percent_styles(parts, path_of(relations, "styles", parts))
    lengths = _text_lengths(parts, path_of(relations, "sharedStrings", parts))
    found: dict[str, Survey] = {}
    for kind, body in _records(parts.read(book)):
        if kind != _BUNDLE_SHEET:
            continue
        key, after = _wide_text(body, 8)
        title, _ = _wide_text(body, after)
        relation, target = relations.get(key, ("", ""))
        if title in found:
            raise DamagedError(title)
        if relation == "worksheet":
            found[title] = _survey_sheet(title, parts.read(target), percents, lengths, tally)
    return found


def _survey_sheet(
    title: str, content: bytes, percents: set[int], lengths: list[int], tally: Tally
) -> Survey:
    survey = Survey()
    row = -1
    for kind, body in _records(content):
        if kind == _ROW:
            row = _u32(body, 0)
        elif _BLANK < kind <= _LAST_CELL:
            place = (row, _u32(body, 0))
            style = _u32(body, 4) & 0xFFFFFF
            length = 16
            if kind in (_TEXT, _FORMULA_TEXT):
                length = _u32(body, _CELL_HEAD)
            elif kind == _SHARED:
                index = _u32(body, _CELL_HEAD)
                if index >= len(lengths):
                    raise DamagedError("shared text")
                length = lengths[index]
            tally.count_cell(title, *place, length)
            survey.reach(*place)
            if kind in (_CELL_ERROR, _FORMULA_ERROR):
                survey.errors[place] = error_text(body[_CELL_HEAD] if len(body) > 8 else 0)
            elif kind in _NUMBERS and style in percents:
                survey.percents.add(place)
    return survey


def _percent_styles(parts: Parts, name: str | None) -> set[int]:
    codes: dict[int, str] = {}
    formats: list[int] = []
    within = False
    for kind, body in _records(parts.read(name) if name else b""):
        if kind == _FORMAT:
            codes[_u16(body, 0)] = _wide_text(body, 2)[0]
        elif kind in (_CELL_XFS, _END_CELL_XFS):
            within = kind == _CELL_XFS
        elif kind == _XF and within:
            formats.append(_u16(body, 2))
    return {
        place for place, number in enumerate(formats) if is_percent(number, codes.get(number, ""))
    }


def _text_lengths(parts: Parts, name: str | None) -> list[int]:
    return [
        _u32(body, 1)
        for kind, body in _records(parts.read(name) if name else b"")
        if kind == _TEXT_ITEM
    ]


def _records(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Part the bytes into records: kind and body."""
    place = 0
    while place < len(content):
        kind, place = _variable(content, place, 2)
        size, place = _variable(content, place, 4)
        if place + size > len(content):
            raise DamagedError("record")
        yield kind, content[place : place + size]
        place += size


def _variable(content: bytes, place: int, most: int) -> tuple[int, int]:
    """Read a number of seven bits a byte; the highest bit says that another follows."""
    number = 0
    for count in range(most):
        if place >= len(content):
            break
        byte = content[place]
        place += 1
        number |= (byte & 0x7F) << 7 * count
        if not byte & 0x80:
            return number, place
    if most == 2 and place <= len(content):
        return number, place
    raise DamagedError("record")


def _wide_text(body: bytes, place: int) -> tuple[str, int]:
    """Read a text after its length, and return where it ends."""
    length = _u32(body, place)
    end = place + 4 + 2 * length
    if end > len(body):
        raise DamagedError("text")
    return body[place + 4 : end].decode("utf-16-le", "replace"), end


def _u16(body: bytes, place: int) -> int:
    return _unsigned(body, place, 2)


def _u32(body: bytes, place: int) -> int:
    return _unsigned(body, place, 4)


def _unsigned(body: bytes, place: int, size: int) -> int:
    if place + size > len(body):
        raise DamagedError("record")
    return int.from_bytes(body[place : place + size], "little")
