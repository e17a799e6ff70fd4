"""Is the data what the program wrote? Rows, finals and papers, proved one against the other.

`docs/architecture.md` §2.6–2.7. Told in words; nothing is mended by itself.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.sections.fields import Field, Section
from kinerja_desktop.domain.sections.row_checks import check_row
from kinerja_desktop.errors import Problem
from kinerja_desktop.services.kantor.finals import Final, is_genuine
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.trail_words import TrailWords, name_table
from kinerja_desktop.store.database import FILE_NAME
from kinerja_desktop.store.evidence import EMPTY, is_digest
from kinerja_desktop.store.queries import dokumen_final
from kinerja_desktop.store.queries.lampiran import load_names
from kinerja_desktop.store.queries.penerimaan import list_kept_files
from kinerja_desktop.store.queries.riwayat import find_label
from kinerja_desktop.store.queries.rows import list_rows
from kinerja_desktop.store.records import DokumenFinal, Pengukuran
from kinerja_desktop.store.trail_check import Jejak, Jenis, Temuan, compare_rows, replay

#: Raised by words for a row whose columns, or those of a row it refers to, were spoiled.
_SPOILED = (LookupError, ValueError, TypeError, ArithmeticError, AttributeError)
#: Of each kind of finding so many are named; a hundred lines help nobody.
_MOST = 20
_MEND = "pulihkan dari cadangan sebelum itu, atau betulkan dari kertas yang ditandatangani"


#: Is told what is looked at next; raises when the clerk wants no more.
GoOn = Callable[[str], None]


def check_contents(
    office: Office, *, is_readable: bool, go_on: GoOn = lambda _: None
) -> list[Problem]:
    """Prove all rows by the trail, all finals by their kode, all kept files by their hash.

    Args:
        office: the open office.
        is_readable: whether every value can be read as what it is; else rows are not looked at
            closer than their bare columns.
        go_on: is told of each part.
    """
    go_on("riwayat dan isi data")
    with office.engine.connect() as connection:
        jejak = replay(connection)
        found = list(compare_rows(connection, jejak))
    problems = _name_findings(office, [*jejak.temuan, *found])
    if is_readable:
        go_on("dokumen final")
        problems += check_finals(office, jejak)
        go_on("isian setiap baris")
        problems += islice(_check_values(office), _MOST)
    go_on("berkas bukti")
    return problems + office.evidence.verify(_load_kept(office))


def check_finals(office: Office, jejak: Jejak | None = None) -> list[Problem]:
    """Prove every version of every final document by its kode; cheap enough for each start.

    Args:
        office: the open office.
        jejak: the trail replayed, to prove their seals as well.
    """
    problems = []
    with office.journal.reading() as session:
        for row in dokumen_final.list_all_final(session):
            if not is_genuine(row):
                text = f"isi yang final tidak cocok dengan kode {row.kode}: {_MEND}"
                problems.append(Problem(text, _name_final(row)))
                continue
            riwayat = row.snapshot.get("riwayat") or ""
            if jejak is not None and riwayat not in jejak.seals:
                text = f"riwayat sebelum dokumen ini final sudah lain: {_MEND}"
                problems.append(Problem(text, _name_final(row)))
    return problems


def _name_final(row: Final) -> str:
    match row:
        case Pengukuran():
            name = f"Pengukuran Kinerja {Periode(row.tahun, row.triwulan).label}"
        case DokumenFinal():
            name = f"{row.kunci} {Periode(row.tahun, row.triwulan).label}"
        case _:
            name = f"LKjIP {row.tahun}"
    return f"{name} versi {row.versi}"


def _name_findings(office: Office, found: Sequence[Temuan]) -> list[Problem]:
    problems: list[Problem] = []
    with office.journal.reading() as session:
        words = TrailWords(session)
        for jenis in Jenis:
            of_kind = [item for item in found if item.jenis is jenis]
            for item in of_kind[:_MOST]:
                if item.jenis is Jenis.SEGEL:
                    label = find_label(session, item.deed)
                    problems.append(Problem(f"'{label}': {_SENTENCES[jenis]}", "Riwayat"))
                else:
                    problems.append(Problem(_describe(words, item), FILE_NAME))
            if len(of_kind) > _MOST:
                problems.append(Problem(f"dan {len(of_kind) - _MOST} lagi seperti itu", FILE_NAME))
    return problems


def _describe(words: TrailWords, item: Temuan) -> str:
    name = _name_row(words, item)
    if item.jenis is Jenis.TIDAK_TERBACA:
        label = words.label(item.tabel, item.kolom)
        shown = str(item.baris.get(item.kolom))[:40]
        return f"{name}: {label} '{shown}' tidak terbaca: {_MEND}"
    if item.jenis is Jenis.BERUBAH:
        label = words.label(item.tabel, item.kolom)
        was = _say(words, item, item.tercatat)
        now = _say(words, item, item.baris[item.kolom])
        return f"{name}: {label} tercatat {was}, kini {now}; {_SENTENCES[item.jenis]}"
    return f"{name}: {_SENTENCES[item.jenis]}"


def _say(words: TrailWords, item: Temuan, plain: Any) -> str:
    try:
        return words.value(item.tabel, item.kolom, plain)
    except _SPOILED:
        return f"'{plain}'"


def _name_row(words: TrailWords, item: Temuan) -> str:
    try:
        return f"{name_table(item.tabel)} {words.name_row(item.tabel, dict(item.baris))}"
    except _SPOILED:
        return name_table(item.tabel)


_SENTENCES = {
    Jenis.BERUBAH: f"diubah di luar program: {_MEND}",
    Jenis.BERTAMBAH: f"ditambahkan di luar program: {_MEND}",
    Jenis.HILANG: f"dihapus di luar program: {_MEND}",
    Jenis.SEGEL: f"catatan ini, atau yang sebelumnya, diubah di luar program: {_MEND}",
}


def _check_values(office: Office) -> Iterator[Problem]:
    """Yield what no door of the program would have let in."""
    with office.journal.reading() as session:
        for key, section in SECTIONS.items():
            for row in list_rows(session, key):
                values = {field.name: getattr(row, field.name) for field in section.fields}
                for text in _find_faults(section, values):
                    yield Problem(f"{section.title}: {text}", FILE_NAME)


def _find_faults(section: Section, values: dict[str, Any]) -> Iterable[str]:
    for field in section.fields:
        if fault := _find_fault(field, values[field.name]):
            yield f"{field.label} {fault}"
    yield from (
        problem.message for problem in check_row(section.key, values) if not problem.is_warning
    )


def _find_fault(field: Field, value: Any) -> str:
    if value in (None, ""):
        return "kosong, padahal harus diisi" if field.required else ""
    low, high = field.batas
    if (low is not None and value < low) or (high is not None and value > high):
        return f"{value} di luar batas"
    return ""


def _load_kept(office: Office) -> dict[str, str]:
    """Return every file that must be there by its SHA-256, with the name that people know."""
    with office.journal.reading() as session:
        names = dict(load_names(session))
        for digest, paper in dokumen_final.list_prints(session):
            names.setdefault(digest, f"Cetakan {paper}")
        for digest, file in list_kept_files(session):
            names.setdefault(digest, file)
    # What is no SHA-256 was told of already: such a row is not what the trail says.
    kept = {digest: name for digest, name in names.items() if is_digest(digest)}
    # No file is kept of nothing, which a package that came in may hold.
    return {digest: name for digest, name in kept.items() if digest != EMPTY}
