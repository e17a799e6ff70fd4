"""Add, change and remove rows of any section, one deed of the clerk at a time."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from kinerja_desktop.domain.fields import Section
from kinerja_desktop.domain.row_checks import check_row
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.services.directory import Directory
from kinerja_desktop.services.office import Office
from kinerja_desktop.store.records import RECORDS, Record

Row = dict[str, Any]


def list_rows(office: Office, section: str, **where: Any) -> list[Row]:
    """Return the rows of a section as plain values with their ``id``.

    Args:
        office: the open office.
        section: key of the section.
        where: values that columns must have, such as ``tahun=2025``.
    """
    with office.journal.reading() as session:
        return [row_values(SECTIONS[section], row) for row in _select(session, section, where)]


def read_choices(office: Office, section: str) -> dict[UUID, str]:
    """Return the rows of a section that others can refer to, by id, in order of their text."""
    with office.journal.reading() as session:
        return Directory(session).choices(section)


def add_row(office: Office, section: str, values: Mapping[str, Any]) -> UUID:
    """Add a row.

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


def remove_row(office: Office, section: str, row_id: UUID) -> None:
    """Remove a row that nothing refers to.

    Raises:
        KinerjaError: other rows refer to it; an indicator with history is retired instead
            (`domain.md` §3.11).
    """
    description = SECTIONS[section]
    with office.journal.action(f"Menghapus {description.title}") as session:
        row = session.get_one(RECORDS[section], row_id)
        if users := _find_users(session, section, row_id):
            remedy = (
                "Isi 'Berlaku sampai tahun' untuk menonaktifkannya; riwayatnya tetap ada."
                if section == "indikator"
                else "Hapus dulu yang memakainya."
            )
            raise KinerjaError(
                f"{description.title} ini masih dipakai di {', '.join(users)}.", remedy
            )
        session.delete(row)


def list_warnings(office: Office, section: str, values: Mapping[str, Any]) -> list[Problem]:
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


def _has_twin(session: Session, section: Section, values: Row) -> bool:
    where = {name: values[name] for name in section.kunci}
    return any(row.id != values["id"] for row in _select(session, section.key, where))


def _select(session: Session, section: str, where: Mapping[str, Any]) -> list[Record]:
    record = RECORDS[section]
    query = select(record)
    for name, value in where.items():
        query = query.where(col(getattr(record, name)) == value)
    return list(session.exec(query).all())


def _find_users(session: Session, section: str, row_id: UUID) -> list[str]:
    return [
        other.title
        for other in SECTIONS.values()
        for field in other.fields
        if field.acuan == section and _select(session, other.key, {field.name: row_id})
    ]
