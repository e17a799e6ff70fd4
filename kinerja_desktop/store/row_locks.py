"""The door before the database that keeps what is final as it is (`domain/kunci.py`).

Every change of a row passes here, whatever asked for it: table, form, paste, import, undo. What is
final is read once for each deed of the clerk and kept with its session.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from sqlalchemy import BindParameter, bindparam, inspect
from sqlalchemy.orm.base import NO_VALUE
from sqlmodel import Session, col, select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.kunci import (
    BERITA_ACARA_EVALUASI,
    EVALUASI_RENJA,
    Terkunci,
    TerkunciError,
    is_free,
    lock_of_evaluasi,
    lock_of_final,
    lock_of_lkjip,
    lock_of_perjanjian,
    lock_of_realisasi,
    lock_of_rested_on,
)
from kinerja_desktop.store.letter_locks import (
    TAKES_BACK,
    find_lock_of_book,
    find_lock_of_letter,
    refuse_book,
    refuse_letter,
)
from kinerja_desktop.store.queries.lampiran import MILIK_REALISASI
from kinerja_desktop.store.records import (
    BukuSurat,
    DokumenFinal,
    EvaluasiRenja,
    Indikator,
    Lkjip,
    NaskahDinas,
    Pengukuran,
    PerjanjianKinerja,
    Realisasi,
    Record,
    Surat,
)

__all__ = ["TABLES", "TAKES_BACK", "find_lock", "find_lock_of_entries", "refuse_locked"]

T = TypeVar("T")

IKI = "IKI"
_KEPT = "terkunci"
# Made once: every figure typed runs them, and building them costs more than the rows they read.
_MEASURED = select(Pengukuran.tahun, Pengukuran.triwulan, Pengukuran.pejabat_id).where(
    col(Pengukuran.dibuka).is_(None)
)
_SIGNED = select(PerjanjianKinerja.id, PerjanjianKinerja.kode).where(
    col(PerjanjianKinerja.ditandatangani)
)
_REPORTS = select(Lkjip.tahun).where(col(Lkjip.dibuka).is_(None))
_EVALUATED = select(DokumenFinal.kunci, DokumenFinal.tahun, DokumenFinal.triwulan).where(
    col(DokumenFinal.kunci).in_((EVALUASI_RENJA, BERITA_ACARA_EVALUASI)),
    col(DokumenFinal.dibuka).is_(None),
)
_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_OWNERS = select(Indikator.id, Indikator.jenis, Indikator.pejabat_id).where(
    col(Indikator.id).in_(_IDS)
)
#: The columns that signing sets.
_SIGNING = ({"ditandatangani"}, {"ditandatangani", "tanggal"})
#: Tables of which a final or signed document locks rows.
TABLES = frozenset(
    {
        "realisasi", "lampiran", "perjanjian_kinerja", "butir_perjanjian", "naskah_lkjip",
        "kerangka_lkjip", "pengukuran", "lkjip", "dokumen_final", "evaluasi_renja", "surat",
        "naskah_dinas", "buku_surat",
    }
)  # fmt: skip
_FINALS = (Pengukuran, Lkjip, DokumenFinal)


def refuse_locked(session: Session, rows: Iterable[Record]) -> None:
    """Refuse to add, change or delete rows that something final locks.

    Raises:
        TerkunciError: one of them is locked; it says by what, and what to do.
    """
    rows = [row for row in rows if row.__tablename__ in TABLES]
    entries = [row.indikator_id for row in rows if isinstance(row, Realisasi)]
    # A block of figures asks for its indicators at once, and only where something is final.
    if entries and _read_measured(session).pengukuran:
        _read_pemilik(session, entries)
    for row in rows:
        table = str(row.__tablename__)
        changed = {k: v for k, v in inspect(row).committed_state.items() if v is not NO_VALUE}
        if isinstance(row, _FINALS):
            _refuse_final(session, row, changed)
            continue
        if isinstance(row, EvaluasiRenja):
            _refuse_evaluasi(session, row, changed)
            continue
        if isinstance(row, Surat | NaskahDinas):
            refuse_letter(session, row, _find_changes(row))
            continue
        if isinstance(row, BukuSurat):
            refuse_book(session, row, _find_changes(row))
            continue
        # Undo may take back the signing itself; no other door opens what was signed.
        if session.info.get(TAKES_BACK) and set(changed) in _SIGNING:
            _refuse_rested_on(session, row.id)
            continue
        if row not in session.deleted and is_free(table, _find_changes(row)):
            continue
        now = row.model_dump()
        for values in ({**now, **changed}, now):
            if lock := find_lock(session, table, values):
                raise lock


def _find_changes(row: Record) -> set[str]:
    """Return the columns that a change leaves otherwise than they were; all of a new row."""
    state = inspect(row)
    if state.pending:
        return set(type(row).model_fields)
    return {
        name
        for name, before in state.committed_state.items()
        if before is NO_VALUE or before != getattr(row, name)
    }


def _refuse_final(
    session: Session, row: Pengukuran | Lkjip | DokumenFinal, changed: Mapping[str, Any]
) -> None:
    """Let what is final be added, and opened once; undo may take a signature's paper back."""
    if inspect(row).pending:
        return
    was_opened = changed.get("dibuka", row.dibuka)
    opens = was_opened is None and set(changed) <= {"dibuka", "alasan_dibuka"}
    undone = session.info.get(TAKES_BACK) and isinstance(row, DokumenFinal)
    if not (undone if row in session.deleted else opens):
        raise lock_of_final()


def _refuse_evaluasi(session: Session, row: EvaluasiRenja, changed: Mapping[str, Any]) -> None:
    """Keep the columns that a final paper prints; the berita acara is often written after it."""
    now = row.model_dump()
    columns = set(changed)
    if inspect(row).pending or row in session.deleted or columns & {"tahun", "triwulan"}:
        columns = {name for name, value in {**now, **changed}.items() if value not in ("", None)}
    for values in ({**now, **changed}, now):
        periode = Periode(values["tahun"], values["triwulan"])
        if lock := lock_of_evaluasi(_read_evaluasi(session), periode, columns):
            raise lock


def _refuse_rested_on(session: Session, perjanjian_id: UUID) -> None:
    """Keep a signature on which something rests that was made final after it."""
    with session.no_autoflush:
        row = session.get_one(PerjanjianKinerja, perjanjian_id)
        finals = (*session.exec(select(Pengukuran)), *session.exec(select(Lkjip)))
        papers = session.exec(select(DokumenFinal).where(DokumenFinal.tentang == perjanjian_id))
        signed = max((paper.dibuat for paper in papers), default=None)
    for final in finals:
        if final.tahun == row.tahun and (signed is None or final.dibuat >= signed):
            raise lock_of_rested_on(row.kode, final.tahun)


def find_lock(
    session: Session,
    table: str,
    values: Mapping[str, Any],
    changed: Collection[str] | None = None,
) -> TerkunciError | None:
    """Return why a row with these columns must not change; None when it may.

    Args:
        session: where the deed is done, or asked about.
        table: the name of its table.
        values: its columns, `id` among them.
        changed: names of those that are otherwise than before; None for all of them.
    """
    match table:
        case "realisasi":
            periode = Periode(values["tahun"], values["triwulan"])
            return find_lock_of_entries(session, [values["indikator_id"]], periode)
        case "perjanjian_kinerja":
            return lock_of_perjanjian(_read_signed(session), values["id"])
        case "butir_perjanjian":
            return lock_of_perjanjian(_read_signed(session), values["perjanjian_kinerja_id"])
        case "naskah_lkjip" | "kerangka_lkjip":
            return lock_of_lkjip(_read_reports(session), values["tahun"])
        case "lampiran" if values["milik"] == MILIK_REALISASI:
            return _find_lock_of_bukti(session, values["milik_id"])
        case "buku_surat":
            return find_lock_of_book(session, BukuSurat(**values))
        case "surat":
            return find_lock_of_letter(session, Surat(**values), set(changed or values))
    return None


def _find_lock_of_bukti(session: Session, realisasi_id: UUID) -> TerkunciError | None:
    """Evidence of what is final stays with it: it goes to Bappeda along with the figures."""
    if not _read_measured(session).pengukuran:
        return None
    with session.no_autoflush:
        row = session.get(Realisasi, realisasi_id)
    if row is None:
        return None
    return find_lock_of_entries(session, [row.indikator_id], Periode(row.tahun, row.triwulan))


def find_lock_of_entries(
    session: Session, indikator_ids: Sequence[UUID], periode: Periode
) -> TerkunciError | None:
    """Return why realisasi of these indicators and exactly this period must not change."""
    terkunci = _read_measured(session)
    owners = _read_pemilik(session, indikator_ids) if terkunci.pengukuran else {}
    locks = (lock_of_realisasi(terkunci, periode, owner) for owner in set(owners.values()))
    return next((lock for lock in locks if lock), None)


def _read_measured(session: Session) -> Terkunci:
    def read() -> Terkunci:
        # Past the ORM, which costs more than these few rows.
        rows = session.connection().execute(_MEASURED)
        return Terkunci(frozenset((Periode(tahun, tw), owner) for tahun, tw, owner in rows))

    return _keep(session, "pengukuran", read)


def _read_signed(session: Session) -> Terkunci:
    return _keep(
        session, "perjanjian", lambda: Terkunci(perjanjian=dict(session.exec(_SIGNED).all()))
    )


def _read_reports(session: Session) -> Terkunci:
    return _keep(session, "lkjip", lambda: Terkunci(lkjip=frozenset(session.exec(_REPORTS))))


def _read_evaluasi(session: Session) -> Terkunci:
    def read() -> Terkunci:
        found: dict[Periode, frozenset[str]] = {}
        for kunci, tahun, tw in session.connection().execute(_EVALUATED):
            periode = Periode(tahun, tw)
            found[periode] = found.get(periode, frozenset()) | {kunci}
        return Terkunci(evaluasi=found)

    return _keep(session, "evaluasi", read)


def _read_pemilik(session: Session, indikator_ids: Sequence[UUID]) -> dict[UUID, UUID | None]:
    """Return whose IKI indicators are, None for an IKU; those of a whole block at once."""
    known: dict[UUID, UUID | None] = _keep(session, "pemilik", dict)
    missing = [key for key in indikator_ids if key not in known]
    if missing:
        for key, jenis, owner in session.exec(_OWNERS, params={"ids": missing}):
            known[key] = owner if jenis == IKI else None
    return {key: known[key] for key in indikator_ids if key in known}


def _keep(session: Session, name: str, read: Callable[[], T]) -> T:
    """Read once for each deed: what is final when it begins is final until it ends."""
    kept: dict[str, Any] = session.info.setdefault(_KEPT, {})
    if name not in kept:
        kept[name] = read()
    found: T = kept[name]
    return found
