"""Add, change and remove rows of any section, one deed of the clerk at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic_core import PydanticUndefined
from sqlmodel import Session

from kinerja_desktop.domain.angka.urutan_kode import order_kode
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.sections.fields import Section
from kinerja_desktop.domain.sections.row_checks import check_row
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.queries import rows as queries
from kinerja_desktop.store.records import RECORDS, Record

Row = dict[str, Any]
#: Values of a section's key fields, name of a field, its value.
IsianSel = tuple[Mapping[str, Any], str, Any]

#: The fields that say in words what a key text stands for.
_EXPLAINED = ("uraian", "nama")


def list_rows(office: Office, section: str, **where: Any) -> list[Row]:
    """Return the rows of a section as plain values with their ``id``.

    Args:
        office: the open office.
        section: key of the section.
        where: values that columns must have, such as ``tahun=2025``.
    """
    with office.journal.reading() as session:
        return [
            row_values(SECTIONS[section], row) for row in queries.list_rows(session, section, where)
        ]


@dataclass(frozen=True)
class Tabel:
    """The rows of a section, and the words for what they refer to.

    Attributes:
        rows: in the order of the section's key fields.
        labels: section to id to words, such as ``S1 – Meningkatnya kualitas layanan``.
    """

    rows: list[Row]
    labels: Mapping[str, Mapping[UUID, str]]


def read_tabel(office: Office, section: str, **where: Any) -> Tabel:
    """Read what a table and form of a section show."""
    description = SECTIONS[section]
    with office.journal.reading() as session:
        rows = [row_values(description, row) for row in queries.list_rows(session, section, where)]
        labels = {
            field.acuan: _labels(session, field.acuan)
            for field in description.fields
            if field.acuan
        }
    order = [name for name in description.kunci if not description.field(name).acuan]
    rows.sort(key=lambda row: tuple(_sortable(row[name]) for name in order))
    return Tabel(rows, labels)


def blank_row(section: str) -> Row:
    """Return the values that a new row of a section begins with."""
    columns = RECORDS[section].model_fields
    names = [field.name for field in SECTIONS[section].fields]
    values = {name: columns[name].get_default(call_default_factory=True) for name in names}
    return {name: None if value is PydanticUndefined else value for name, value in values.items()}


def add_row(office: Office, section: str, values: Mapping[str, Any]) -> UUID:
    """Add a row to a section and return its id.

    Raises:
        KinerjaError: a required field is blank, the row contradicts itself, or there is
            one with the same key.
    """
    description = SECTIONS[section]
    with office.journal.action(f"Menambah {description.title}") as session:
        row = RECORDS[section](**values)
        ensure_sound(session, description, row_values(description, row))
        session.add(row)
        session.flush()
        return row.id


def change_field(office: Office, section: str, row_id: UUID, name: str, value: Any) -> None:
    """Change one field of a row.

    Args:
        office: the open office.
        section: key of the section.
        row_id: which row.
        name: which field.
        value: as `Field.parse` returned it.

    Raises:
        KinerjaError: the row would contradict itself or another row.
    """
    description = SECTIONS[section]
    with office.journal.action(describe_change(description, name)) as session:
        row = session.get_one(RECORDS[section], row_id)
        ensure_sound(session, description, {**row_values(description, row), name: value})
        setattr(row, name, value)


def fill_cells(office: Office, section: str, cells: Sequence[IsianSel]) -> None:
    """Fill cells of a table as one deed of the clerk, adding the rows that are not there yet.

    Args:
        office: the open office.
        section: key of the section.
        cells: values of the section's key fields, name of the field, its value.

    Raises:
        KinerjaError: a row would contradict itself; nothing is changed.
    """
    with office.journal.action(f"Mengisi {SECTIONS[section].title}") as session:
        write_cells(session, section, cells)


def write_cells(session: Session, section: str, cells: Sequence[IsianSel]) -> None:
    """Do what `fill_cells` does within an action that is already open.

    Raises:
        KinerjaError: a row would contradict itself.
    """
    description = SECTIONS[section]
    rows: dict[tuple[Any, ...], Record] = {}
    for where, name, value in cells:
        key = tuple(where[part] for part in description.kunci)
        if key not in rows:
            found = queries.list_rows(session, section, where)
            rows[key] = found[0] if found else RECORDS[section](**where)
            session.add(rows[key])
        setattr(rows[key], name, value)
    for row in rows.values():
        ensure_sound(session, description, row_values(description, row))


def remove_row(office: Office, section: str, *row_ids: UUID) -> None:
    """Remove rows that nothing refers to, as one deed: all of them or none.

    Raises:
        KinerjaError: other rows refer to it; an indicator with history is retired instead
            (`docs/sakip.md` §4.11).
    """
    description = SECTIONS[section]
    count = f"{len(row_ids)} baris " if len(row_ids) > 1 else ""
    with office.journal.action(f"Menghapus {count}{description.title}") as session:
        for row_id in row_ids:
            row = session.get_one(RECORDS[section], row_id)
            if users := _find_users(session, section, row_id):
                remedy = (
                    "Isi 'Berlaku sampai tahun' untuk menonaktifkannya; riwayatnya tetap ada."
                    if section == "indikator"
                    else "Hapus dulu yang memakainya."
                )
                which = (
                    str(getattr(row, description.acuan)) if count and description.acuan else "ini"
                )
                raise KinerjaError(
                    f"{description.title} {which} masih dipakai di {', '.join(users)}.", remedy
                )
            session.delete(row)


def list_warnings(section: str, values: Mapping[str, Any]) -> list[Problem]:
    """Return what is odd in a row, such as an NIP that cannot be one; it may be kept."""
    return [problem for problem in check_row(section, values) if problem.is_warning]


def row_values(section: Section, row: Record) -> Row:
    """Return the fields of a row as plain values with its ``id``."""
    return {"id": row.id, **{field.name: getattr(row, field.name) for field in section.fields}}


def describe_change(section: Section, name: str) -> str:
    """Return how a change of a field reads in the audit trail."""
    return f"Mengubah {section.title}: {section.field(name).label}"


def ensure_sound(session: Session, section: Section, values: Row) -> None:
    """Refuse a row that lacks something, contradicts itself, or stands there already.

    Raises:
        KinerjaError: says which, and what to do.
    """
    for field in section.fields:
        if field.required and values[field.name] in (None, ""):
            raise KinerjaError(f"{field.label} harus diisi.", f"Lengkapi {section.title}.")
    errors = [problem for problem in check_row(section.key, values) if not problem.is_warning]
    if errors:
        raise KinerjaError(f"{errors[0].message}.")
    if section.kunci and _has_twin(session, section, values):
        labels = ", ".join(section.field(name).label for name in section.kunci)
        raise KinerjaError(
            f"{section.title} dengan {labels} yang sama sudah ada.",
            "Ubah yang sudah ada, atau pakai isian lain.",
        )


def _labels(session: Session, section: str) -> dict[UUID, str]:
    """Name the rows that can be referred to by their key text and what it stands for."""
    description = SECTIONS[section]
    names = [field.name for field in description.fields]
    longer = next((name for name in _EXPLAINED if name in names), description.acuan)
    labels = {}
    for row in queries.list_rows(session, section):
        short, text = str(getattr(row, description.acuan)), str(getattr(row, longer))
        labels[row.id] = short if longer == description.acuan else f"{short} – {text}"
    return dict(sorted(labels.items(), key=lambda item: order_kode(item[1])))


def _sortable(value: Any) -> tuple[bool, Any]:
    """Order blanks last, texts as codes are counted, all else by value."""
    return (value is None, order_kode(value or "") if isinstance(value, str | None) else value)


def _has_twin(session: Session, section: Section, values: Row) -> bool:
    where = {name: values[name] for name in section.kunci}
    return any(row.id != values["id"] for row in queries.list_rows(session, section.key, where))


def _find_users(session: Session, section: str, row_id: UUID) -> list[str]:
    return [
        other.title
        for other in SECTIONS.values()
        for field in other.fields
        if field.acuan == section and queries.list_rows(session, other.key, {field.name: row_id})
    ]
