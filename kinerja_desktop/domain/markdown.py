"""Data inside Markdown: so written that it prints as it is."""

import re

_SIGNS = re.compile(r"[\\*\[\]|]|(?<![^\W_])_|_(?![^\W_])")
_LIST_START = re.compile(r"^(\s*(?:\d{1,9})?)([-+.)])(?=\s|$)")
_RULE_OF_TABLE = re.compile(r"^(\s*)([-:])(?=[-:|\\\s]*$)")


def escape_markdown(text: str) -> str:
    """Return the text so written that the report's Markdown says it as it is.

    Data that goes into a draft passes through here. Only what would be read as markup gets a
    backslash, because the clerk reads the draft too.
    """
    return "\n".join(_escape_line(line) for line in text.splitlines())


def _escape_line(line: str) -> str:
    line = _SIGNS.sub(r"\\\g<0>", line)
    line = _LIST_START.sub(r"\1\\\2", line)
    return _RULE_OF_TABLE.sub(r"\1\\\2", line)
