"""What stands in a plain sheet of an .xlsx, found without walking through its cells one by one.

A sheet as Excel, LibreOffice and this program write it is nothing but rows of simple cells. What
is, byte for byte, is taken apart by one pattern, ten times as fast; of anything else nothing is
said here, and `workbook_xlsx` walks through it. What stands around the cells is parsed as ever.
"""

import re
from collections.abc import Set as AbstractSet

from kinerja_desktop.exchange.workbook_cells import Place, Survey
from kinerja_desktop.exchange.workbook_parts import Tally, parse_xml
from kinerja_desktop.exchange.workbook_relations import ignore

#: Cells, or shared texts, that are held at once; more are walked through.
MOST_PLAIN = 100_000

_SIGN = r"[^<>&\x00-\x08\x0b-\x1f\ufffe\uffff]"
_TEXT = rf"{_SIGN}*+(?:&(?:amp|lt|gt|quot|apos|#[0-9]{{2,7}});{_SIGN}*+)*+"
_INLINE = r'<t(?: xml:space="preserve")?>'
_CELL = re.compile(
    r'<c r="([A-Z]{1,3})([1-9][0-9]{0,6})"(?: s="([0-9]{1,9})")?(?: t="([a-zA-Z]{1,9})")?'
    rf"(?:/>|>(<f>{_TEXT}</f>)?"
    rf"(?:<v>({_TEXT})</v>|<v ?/>|<is>{_INLINE}({_TEXT})</t></is>)?</c>)"
)
_PIECES = _CELL.groups + 1
#: What a cell leaves behind, so that a tag which it stood in the middle of is not taken for whole.
_MARK = "\x01"
_ROW = re.compile(
    r'<row(?: r="[0-9]{1,9}")?((?: [a-zA-Z0-9:]+="[^"<>&\x00-\x1f]*")*)'
    rf"(?:/>|>{_MARK}*</row>)[ \n]*"
)
_NAME = re.compile(r' ([a-zA-Z0-9:]+)="')
_SHARED = re.compile(rf"<si>{_INLINE}({_TEXT})</t></si>")
_LONGEST_NUMBER = 10
_REFERENCE = re.compile(r"&(?:[a-z]+|#([0-9]+));")
#: An encoding other than UTF-8 is left to the parser.
_HEAD = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:<\?xml version=[\"']1\.0[\"'](?: encoding=[\"'](?i:utf-8)[\"'])?"
    rb"(?: standalone=[\"'](?:yes|no)[\"'])?\s*\?>)?\s*<[a-zA-Z]"
)
_ELSEWHERE = re.compile(rb"<(?:[^\s<>/]*:)?(?:c|v|t|f|is|row|si)[\s/>]")


def survey_plain_sheet(
    title: str, content: bytes, percents: AbstractSet[str], lengths: list[int], tally: Tally
) -> Survey | None:
    """Return what stands in a sheet; None when it is not plain, and must be walked through.

    Args:
        title: its name.
        content: its XML.
        percents: the styles that show percent.
        lengths: how long each shared text is.
        tally: counts the cells.

    Raises:
        DamagedError: what stands around the cells is no well-formed XML.
        TooLargeError: a limit is passed.
    """
    cut = _cut_out(content, b"<sheetData>", b"</sheetData>", b"<c ")
    if cut is None:
        return None
    inside, around = cut
    pieces = _CELL.split(inside)
    if not _are_rows(_MARK.join(pieces[::_PIECES])):
        return None
    letters, numbers, styles, kinds, formulas, values, inline = (
        pieces[place::_PIECES] for place in range(1, _PIECES)
    )
    shown = [value or text or "" for value, text in zip(values, inline, strict=True)]
    sizes = _measure(shown, kinds, lengths)
    if sizes is None:
        return None
    parse_xml(around, ignore, ignore, ignore, tally)
    tally.count_elements(inside.count("<") - inside.count("</"))
    columns = {name: _column(name) for name in set(letters)}

    def address(place: int) -> Place:
        return int(numbers[place]) - 1, columns[letters[place]]

    survey = Survey()
    filled = [place for place, value in enumerate(shown) if value]
    if filled:
        row = max(map(int, {numbers[place] for place in filled})) - 1
        column = max(columns[name] for name in {letters[place] for place in filled})
        survey.reach(row, column)
        tally.count_cells(title, row, column, len(filled), sum(sizes))
    if "e" in kinds:
        survey.errors = {address(place): shown[place] for place in filled if kinds[place] == "e"}
        filled = [place for place in filled if kinds[place] != "e"]
    if filled:
        survey.filled = len(filled) - [sizes[place] for place in filled].count(0)
    if not percents.isdisjoint(style or "0" for style in set(styles)):
        survey.percents = {
            address(place)
            for place in filled
            if kinds[place] in (None, "n") and (styles[place] or "0") in percents
        }
    for place, formula in enumerate(formulas if any(formulas) else ()):
        if formula and not shown[place] and kinds[place] != "str":
            survey.uncomputed.append(address(place))
            survey.reach(*address(place))
    return survey


def measure_plain_texts(content: bytes, tally: Tally) -> list[int] | None:
    """Return how long each shared text is; None when they are not plain.

    Raises:
        DamagedError: what stands around them is no well-formed XML.
        TooLargeError: a limit is passed.
    """
    cut = _cut_out(content, b"", b"</sst>", b"<si>")
    if cut is None:
        return None
    inside, around = cut
    pieces = _SHARED.split(inside)
    if any(pieces[::2]):
        return None
    parse_xml(around, ignore, ignore, ignore, tally)
    tally.count_elements(len(pieces) // 2 * 2)
    return [_length(text) for text in pieces[1::2]]


def _cut_out(content: bytes, first: bytes, last: bytes, counted: bytes) -> tuple[str, bytes] | None:
    """Cut what lies between two tags out of a part; None when it cannot be seen what it is."""
    begin = content.find(first) + len(first) if first else content.find(counted)
    end = content.rfind(last)
    head = _HEAD.match(content)
    if begin < len(first) or end < begin or head is None:
        return None
    around = content[:begin] + content[end:]
    # Within a remark the cells are none, and nothing in them may stand elsewhere.
    if b"<!" in around or b"<?" in around[head.end() :] or _ELSEWHERE.search(around):
        return None
    if content.count(counted, begin, end) > MOST_PLAIN:
        return None
    try:
        inside = content[begin:end].decode()
    except UnicodeDecodeError:
        return None
    if "&#" in inside and not all(map(_is_sign, set(_REFERENCE.findall(inside)) - {""})):
        return None
    return inside, around


def _is_sign(number: str) -> bool:
    """Tell whether XML knows the character of a number."""
    code = int(number)
    return 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF


def _are_rows(skeleton: str) -> bool:
    rest = _ROW.split(skeleton)
    if any(rest[::2]):
        return False
    named = (["r", *_NAME.findall(attributes)] for attributes in set(rest[1::2]))
    return all(len(set(names)) == len(names) for names in named)


def _measure(shown: list[str], kinds: list[str | None], lengths: list[int]) -> list[int] | None:
    """Return how long the text of each cell is; None when a shared text is not there."""
    sizes = [_length(value) if "&" in value else len(value) for value in shown]
    shared = [place for place, kind in enumerate(kinds) if kind == "s" and shown[place]]
    for place in shared:
        number = shown[place]
        if not (number.isascii() and number.isdecimal() and len(number) < _LONGEST_NUMBER):
            return None
        if int(number) >= len(lengths):
            return None
        sizes[place] = lengths[int(number)]
    return sizes


def _length(text: str) -> int:
    return len(_REFERENCE.sub("&", text)) if "&" in text else len(text)


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1
