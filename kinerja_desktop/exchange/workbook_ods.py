"""Survey an .ods: which sheets there are, and what calamine does not tell of their cells."""

from kinerja_desktop.exchange.workbook_cells import Survey, is_error
from kinerja_desktop.exchange.workbook_parts import DamagedError, Parts, Tally, parse_xml
from kinerja_desktop.exchange.workbook_relations import ignore

_CONTENT, _MANIFEST, _TYPE = "content.xml", "META-INF/manifest.xml", "mimetype"
_CELLS = ("table-cell", "covered-table-cell")


def is_protected(parts: Parts, tally: Tally) -> bool:
    """Tell whether the parts are encrypted with a password."""
    found = []

    def start(name: str, _: dict[str, str]) -> None:
        found.append(name == "encryption-data")

    if _MANIFEST in parts:
        parse_xml(parts.read(_MANIFEST), start, ignore, ignore, tally)
    return any(found)


def survey_ods(parts: Parts, tally: Tally) -> dict[str, Survey]:
    """Return what is in each sheet, by its name, in the file's order.

    Raises:
        DamagedError: a part is missing or spoiled.
        TooLargeError: a limit is passed.
    """
    # calamine tells the format by these.
    for name in (_TYPE, _MANIFEST):
        parts.read(name)
    reader = _ContentReader(tally)
    parse_xml(parts.read(_CONTENT), reader.start, reader.end, reader.text, tally)
    return reader.found


class _ContentReader:
    """Goes through the XML of all sheets; rows and cells may stand for many equal ones."""

    def __init__(self, tally: Tally) -> None:
        self.found: dict[str, Survey] = {}
        self._tally = tally
        self._title = ""
        self._survey: Survey | None = None
        self._row = self._column = 0
        self._row_repeats = self._repeats = 1
        self._cell: dict[str, str] | None = None
        self._notes = self._length = 0
        self._text: list[str] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table":
            self._title = attributes.get("table:name", "")
            if self._title in self.found:
                raise DamagedError(self._title)
            self._survey = self.found[self._title] = Survey()
            self._row = 0
        elif name == "table-row":
            self._row_repeats = _repeats(attributes, "table:number-rows-repeated")
            self._column = 0
        elif name in _CELLS:
            self._repeats = _repeats(attributes, "table:number-columns-repeated")
            self._cell = attributes
            self._text.clear()
            self._length = len(attributes.get("office:string-value", ""))
        elif name == "s":
            # Many spaces written as one element.
            self._length += _repeats(attributes, "text:c")
        elif name == "annotation":
            self._notes += 1

    def text(self, content: str) -> None:
        if self._cell is not None and not self._notes:
            self._text.append(content)

    def end(self, name: str) -> None:
        if name == "annotation":
            self._notes -= 1
        elif name in _CELLS:
            self._end_cell()
        elif name == "table-row":
            self._row += self._row_repeats
        elif name == "table":
            self._survey = None

    def _end_cell(self) -> None:
        attributes, self._cell = self._cell or {}, None
        kind = attributes.get("office:value-type", "")
        text = "".join(self._text).strip()
        first, self._column = self._column, self._column + self._repeats
        survey = self._survey
        if survey is None:
            raise DamagedError("cell")
        wide = _repeats(attributes, "table:number-columns-spanned")
        high = _repeats(attributes, "table:number-rows-spanned")
        if (wide > 1 or high > 1) and (kind or text):
            last = (self._row + high - 1, first + wide - 1)
            survey.merged.append(((self._row, first), last))
        if not (kind or text):
            if "table:formula" in attributes:
                survey.uncomputed.append((self._row, first))
                survey.reach(self._row, first)
            return
        if kind == "string" and not text and not attributes.get("office:string-value"):
            return
        for row in range(self._row, self._row + self._row_repeats):
            for column in range(first, self._column):
                self._tally.count_cell(self._title, row, column, self._length + len(text))
                survey.reach(row, column)
                if attributes.get("calcext:value-type") == "error" or is_error(text):
                    survey.errors[row, column] = text
                elif kind == "percentage":
                    survey.percents.add((row, column))


def _repeats(attributes: dict[str, str], name: str) -> int:
    text = attributes.get(name, "1")
    if not (text.isascii() and text.isdecimal() and 0 < len(text) < 8):
        raise DamagedError(text)
    return max(int(text), 1)
