"""Survey an .xlsx: which sheets there are, and what calamine does not tell of their cells."""

import re
from collections.abc import Set as AbstractSet
from functools import lru_cache

from kinerja_desktop.exchange.workbook_cells import Survey, is_percent
from kinerja_desktop.exchange.workbook_parts import DamagedError, Parts, Tally, parse_xml
from kinerja_desktop.exchange.workbook_plain import measure_plain_texts, survey_plain_sheet
from kinerja_desktop.exchange.workbook_relations import Relations, ignore, path_of

_ADDRESS = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})")
#: Bytes of styles that are remembered, for the next file with the very same.
_SMALL = 1 << 16
_RELATION_ID = re.compile(r"(?:\w+:)?id")


def survey_xlsx(parts: Parts, book: str, relations: Relations, tally: Tally) -> dict[str, Survey]:
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
    sheets: list[tuple[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "sheet":
            ids = [attributes[key] for key in attributes if _RELATION_ID.fullmatch(key)]
            sheets.append((attributes.get("name", ""), ids[0] if ids else ""))

    parse_xml(parts.read(book), start, ignore, ignore, tally)
    percents = _percent_styles(parts, path_of(relations, "styles", parts), tally)
    lengths = _text_lengths(parts, path_of(relations, "sharedStrings", parts), tally)
    found: dict[str, Survey] = {}
    for title, key in sheets:
        kind, target = relations.get(key, ("", ""))
        if title in found:
            raise DamagedError(title)
        if kind == "worksheet":
            found[title] = _survey_sheet(title, parts.read(target), percents, lengths, tally)
        elif target in parts:
            # A page with nothing but a chart; calamine wants to see that it is there.
            parts.read(target)
    return found


def _percent_styles(parts: Parts, name: str | None, tally: Tally) -> frozenset[str]:
    if name is None:
        return frozenset()
    content = parts.read(name)
    # Forms by the dozen have the same styles; so few elements need no counting.
    return (
        _find_percents_once(content) if len(content) <= _SMALL else _find_percents(content, tally)
    )


@lru_cache(8)
def _find_percents_once(content: bytes) -> frozenset[str]:
    return _find_percents(content, Tally())


def _find_percents(content: bytes, tally: Tally) -> frozenset[str]:
    codes: dict[str, str] = {}
    formats: list[str] = []
    within: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "numFmt":
            codes[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif name == "xf" and within and within[-1] == "cellXfs":
            formats.append(attributes.get("numFmtId", "0"))
        within.append(name)

    def end(_: str) -> None:
        within.pop()

    parse_xml(content, start, end, ignore, tally)
    return frozenset(
        str(place)
        for place, number in enumerate(formats)
        if is_percent(int(number) if number.isdecimal() else 0, codes.get(number, ""))
    )


def _text_lengths(parts: Parts, name: str | None, tally: Tally) -> list[int]:
    """Return how long each shared text is: a cell names it by its number."""
    lengths: list[int] = []
    if name is None:
        return lengths
    content = parts.read(name)
    plain = measure_plain_texts(content, tally)
    if plain is not None:
        return plain

    def start(name: str, _: dict[str, str]) -> None:
        if name == "si":
            lengths.append(0)

    def text(content: str) -> None:
        if lengths:
            lengths[-1] += len(content)

    parse_xml(content, start, ignore, text, tally)
    return lengths


class _SheetReader:
    """Goes through the XML of one sheet."""

    def __init__(
        self,
        title: str,
        percents: AbstractSet[str],
        lengths: list[int],
        tally: Tally,
        survey: Survey,
    ) -> None:
        self._title = title
        self._percents = percents
        self._lengths = lengths
        self._tally = tally
        self._survey = survey
        self._row = self._column = -1
        self._filled = 0
        self._kind = self._style = ""
        self._value: list[str] = []
        self._has_formula = False
        self._taking = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._start_cell(attributes)
        elif name in ("v", "t"):
            self._taking = True
        elif name == "f":
            self._has_formula = True
        elif name == "row":
            number = attributes.get("r", "")
            self._row = _number(number) - 1 if number else self._row + 1
            self._column = -1

    def text(self, content: str) -> None:
        if self._taking:
            self._value.append(content)

    def end(self, name: str) -> None:
        if name in ("v", "t"):
            self._taking = False
        elif name == "c":
            self._end_cell()

    def _start_cell(self, attributes: dict[str, str]) -> None:
        address = attributes.get("r")
        if address is None:
            self._column += 1
        else:
            match = _ADDRESS.fullmatch(address)
            if match is None:
                raise DamagedError(address)
            self._column = _column(match[1])
            self._row = int(match[2]) - 1
        self._kind = attributes.get("t", "n")
        self._style = attributes.get("s", "0")
        self._value.clear()
        self._has_formula = False

    def _end_cell(self) -> None:
        place = (self._row, self._column)
        value = "".join(self._value)
        if not value:
            if self._has_formula and self._kind != "str":
                self._survey.uncomputed.append(place)
                self._survey.reach(*place)
            return
        length = len(value)
        if self._kind == "s":
            index = _number(value.strip())
            if index >= len(self._lengths):
                raise DamagedError(value)
            length = self._lengths[index]
        self._tally.count_cell(self._title, *place, length)
        self._survey.reach(*place)
        if self._kind == "e":
            self._survey.errors[place] = value
            return
        self._filled += length > 0
        self._survey.filled = self._filled
        if self._kind == "n" and self._style in self._percents:
            self._survey.percents.add(place)


def _survey_sheet(
    title: str, content: bytes, percents: AbstractSet[str], lengths: list[int], tally: Tally
) -> Survey:
    plain = survey_plain_sheet(title, content, percents, lengths, tally)
    if plain is not None:
        return plain
    survey = Survey()
    reader = _SheetReader(title, percents, lengths, tally, survey)
    parse_xml(content, reader.start, reader.end, reader.text, tally)
    return survey


def _number(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and len(text) < 10):
        raise DamagedError(text)
    return int(text)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
