"""The whole office as one workbook, out and in again.

Taking in is two steps: `plan_import` reads and checks everything and changes nothing; only a plan
without problems can be applied, as one deed of the clerk.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from sqlmodel import Session

from kinerja_desktop.domain.angka.urutan_kode import order_kode
from kinerja_desktop.domain.capaian.snapshot import BAPPEDA
from kinerja_desktop.domain.sections import SECTIONS, kind_of_sections, list_sections
from kinerja_desktop.domain.sections.fields import Section
from kinerja_desktop.errors import CancelledError, DataProblemsError, KinerjaError, Problem
from kinerja_desktop.exchange.files import write_file
from kinerja_desktop.exchange.workbook_layout import FIRST_ROW
from kinerja_desktop.exchange.workbook_read import in_reading_order, read_workbook
from kinerja_desktop.exchange.workbook_write import write_workbook
from kinerja_desktop.progress import (
    Cancelled,
    Progress,
    never,
    silent,
    stop_if,
    stoppable,
    tell_through,
)
from kinerja_desktop.services.kantor.data_entry import Row, row_values
from kinerja_desktop.services.kantor.directory import Directory
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.outputs import require_output
from kinerja_desktop.services.riwayat.import_plan import ImportPlan, PlannedRow
from kinerja_desktop.services.riwayat.import_planner import Planner
from kinerja_desktop.services.riwayat.maintenance import back_up_database
from kinerja_desktop.store.backup import Alasan
from kinerja_desktop.store.queries.kantor import find_instansi
from kinerja_desktop.store.queries.rows import list_rows
from kinerja_desktop.store.records import RECORDS, Instansi

#: Of so many rows the clerk is asked once whether to stop.
_ROWS_AT_ONCE = 50


class ExportWorkbookCancelledError(CancelledError):
    """The clerk stopped writing a workbook; an older file of that name is as it was."""

    def __init__(self) -> None:
        super().__init__("Penulisan buku kerja dibatalkan.", "Tidak ada berkas yang ditulis.")


def export_workbook(
    office: Office,
    path: Path,
    *,
    kosong: bool = False,
    progress: Progress = silent,
    cancelled: Cancelled = never,
) -> None:
    """Write the whole office as one workbook; with `kosong` only its headings.

    Args:
        office: the open office.
        path: the file.
        kosong: only the headings.
        progress: told of the rows.
        cancelled: asked again and again whether the clerk wants to stop.

    Raises:
        ExportWorkbookCancelledError: the clerk does; nothing is written.
        KinerjaError: the place cannot be written, or is the data folder, or the name is not
            that of a workbook.
    """
    require_output(office, path, (".xlsx",))
    advance = stoppable(progress, cancelled, ExportWorkbookCancelledError)
    with office.journal.reading() as session:
        directory = Directory(session)
        instansi = find_instansi(session)
        sections = list_sections(is_bappeda=instansi is not None and instansi.jenis == BAPPEDA)
        rows: dict[str, list[Row]] = {}
        if not kosong:
            rows = {
                key: sorted(
                    (row_values(section, row) for row in list_rows(session, key)),
                    key=lambda row: _order(section, row, directory),
                )
                for key, section in _told(sections, advance)
            }
        explanations = {} if kosong else _explanations(session)
        content = write_workbook(
            rows,
            sections,
            directory.describe,
            lambda section, text: explanations.get((section, text), ""),
            advance,
        )
    write_file(path, content, lambda: advance(0, 0, f"Menyimpan {path.name}…"))


class ImportCancelledError(CancelledError):
    """The clerk stopped taking in a workbook; nothing of it is left."""

    def __init__(self) -> None:
        super().__init__("Pengambilan buku kerja dibatalkan.", "Tidak ada data yang berubah.")


def plan_import(
    office: Office, path: Path, cancelled: Cancelled = never, progress: Progress = silent
) -> ImportPlan:
    """Read and check a workbook whole; nothing is changed.

    Args:
        office: the open office.
        path: the workbook.
        cancelled: asked again and again whether the clerk wants to stop.
        progress: told of sheets and rows.

    Raises:
        ImportCancelledError: the clerk stopped it.
        KinerjaError: the file is no workbook, is protected, or made by a newer program.
    """
    advance = stoppable(progress, cancelled, ImportCancelledError)
    raw, problems = read_workbook(path, SECTIONS, advance)
    instansi = office.instansi()
    jenis = instansi.jenis if instansi else kind_of_sections(raw)
    foreign = _judge_kind(raw, jenis, path.name)
    with office.journal.reading() as session:
        planner = Planner(path.name, session)
        planner.problems += [*foreign, *problems]
        for key, rows in raw.items() if not foreign else ():
            advance(0, 0, f"Memeriksa {SECTIONS[key].title}…")
            planner.take(SECTIONS[key], rows, advance)
        planner.check_targets()
    problems = in_reading_order(planner.problems, SECTIONS)
    return ImportPlan(path, planner.rows, planner.unchanged, problems, planner.lembar, jenis)


def _told(sections: Mapping[str, Section], advance: Progress) -> Iterator[tuple[str, Section]]:
    yield from tell_through(tuple(sections.items()), advance, "Membaca data…")


def _judge_kind(keys: Iterable[str], jenis: str, file: str) -> list[Problem]:
    """Refuse the workbook of another kind of office: its name would become this one's."""
    own = list_sections(is_bappeda=jenis == BAPPEDA)
    foreign = [SECTIONS[key].title for key in keys if key not in own]
    if not foreign:
        return []
    here, there = ("Bappeda", "kecamatan") if jenis == BAPPEDA else ("kecamatan", "Bappeda")
    message = (
        f"Buku kerja ini milik kantor {there} (lembar {foreign[0]}), sedangkan data ini milik "
        f"{here}, jadi tidak dimasukkan. Pakai buku kerja dari kantor ini sendiri"
    )
    return [Problem(message, file)]


def require_identity(office: Office, plan: ImportPlan) -> None:
    """Refuse to found an office on a workbook that does not say whose it is.

    Raises:
        KinerjaError: names the sheet and the cell; nothing is changed.
    """
    section = SECTIONS["instansi"]
    if office.instansi() is None and not any(row.section == section.key for row in plan.rows):
        raise KinerjaError(
            f"{plan.path.name} belum memuat nama kantor: lembar {section.title} masih kosong.",
            f"Isi lembar {section.title} mulai baris {FIRST_ROW}, sedikitnya kolom "
            f"{section.field('kecamatan').label}, simpan, lalu ulangi.",
        )


def apply_import(
    office: Office,
    plan: ImportPlan,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    last_call: Cancelled = never,
) -> None:
    """Take in what a plan says, after a backup, as one deed of the clerk.

    Args:
        office: the open office.
        plan: what to take in.
        progress: called with the row, the number of rows, and what is being done.
        cancelled: asked again and again whether the clerk wants to stop.
        last_call: asked the last time, before it is stored.

    Raises:
        DataProblemsError: the plan has problems; nothing is changed.
        ImportCancelledError: the clerk stopped it; nothing is changed, and its backup is gone.
    """
    if not plan.is_sound:
        raise DataProblemsError(plan.problems)
    if not plan.rows:
        return
    _stop_if(cancelled)
    advance = stoppable(progress, cancelled, ImportCancelledError)
    backup = back_up_database(office, Alasan.SEBELUM_IMPOR, advance)
    try:
        with office.journal.action(f"Mengimpor buku kerja {plan.path.name}") as session:
            section = ""
            for number, planned in enumerate(plan.rows):
                if number % _ROWS_AT_ONCE == 0:
                    advance(number, len(plan.rows), f"Memasukkan {plan.path.name}…")
                # Sheet by sheet, for what is final asks whose the rows of earlier sheets are.
                if planned.section != section:
                    session.flush()
                    section = planned.section
                _put(session, planned, plan.jenis)
            # The last moment: from here on it is written, and Ctrl+Z takes it back.
            _stop_if(cancelled)
            _stop_if(last_call)
    except ImportCancelledError:
        with suppress(OSError):  # it only takes room
            backup.unlink()
        raise


def _put(session: Session, planned: PlannedRow, jenis: str) -> None:
    record = RECORDS[planned.section]
    if planned.is_new:
        # No column of the workbook says of which kind an office is: its sheets do.
        kind = {"jenis": jenis} if record is Instansi else {}
        session.add(record(id=planned.id, **planned.values, **kind))
        return
    # Reading would write the row before, one by one.
    with session.no_autoflush:
        row = session.get_one(record, planned.id)
    for name, value in planned.values.items():
        setattr(row, name, value)


def _stop_if(cancelled: Cancelled) -> None:
    stop_if(cancelled, ImportCancelledError)


def _order(section: Section, row: Row, directory: Directory) -> tuple[object, ...]:
    """Order rows by what stands in their key columns, so that equal data gives equal sheets."""
    texts = []
    for name in section.kunci:
        value = row[name]
        key_field = section.field(name)
        texts.append(
            f"{value:08}" if isinstance(value, int) else key_field.format(value, directory.describe)
        )
    return tuple(order_kode(text) for text in texts)


def _explanations(session: Session) -> dict[tuple[str, str], str]:
    def read(key: str, name: str) -> dict[tuple[str, str], str]:
        section = SECTIONS[key]
        return {
            (key, getattr(row, section.acuan)): getattr(row, name)
            for row in list_rows(session, key)
        }

    return (
        read("indikator", "uraian")
        | read("mata_anggaran", "nama")
        | read("sasaran", "uraian")
        | read("tujuan", "uraian")
    )
