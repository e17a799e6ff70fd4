"""Which part of an .xlsx or .xlsb is what: they name each other by relations."""

import posixpath

from kinerja_desktop.exchange.workbook_parts import DamagedError, Parts, Tally, parse_xml

ROOT_RELATIONS = "_rels/.rels"

#: Kind and path of each part that another names, by the id it uses.
Relations = dict[str, tuple[str, str]]


def find_book(parts: Parts, tally: Tally) -> tuple[str, Relations]:
    """Return the path of the workbook's own part, and the relations to its sheets.

    Raises:
        DamagedError: there is none.
    """
    books = [
        target
        for kind, target in _read(parts, ROOT_RELATIONS, "", tally).values()
        if kind == "officeDocument"
    ]
    if not books:
        raise DamagedError("no workbook")
    folder, _, name = books[0].rpartition("/")
    return books[0], _read(parts, f"{folder}/_rels/{name}.rels".lstrip("/"), folder, tally)


def path_of(relations: Relations, kind: str, parts: Parts) -> str | None:
    """Return the path of the part of a kind; None when there is none."""
    for found, target in relations.values():
        if found == kind and target in parts:
            return target
    return None


def ignore(*_: object) -> None:
    """Take what is of no interest in a part."""


def _read(parts: Parts, name: str, folder: str, tally: Tally) -> Relations:
    relations: Relations = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
            relations[attributes.get("Id", "")] = (kind, target.lstrip("/"))

    parse_xml(parts.read(name), start, ignore, ignore, tally)
    return relations
