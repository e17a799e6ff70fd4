"""Take in what came back on forms: one deed of the clerk, with its log."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.pengumpulan.lembar import ISIAN, RUPIAH, LembarFormulir
from kinerja_desktop.errors import CancelledError, KinerjaError
from kinerja_desktop.progress import (
    Cancelled,
    Progress,
    never,
    silent,
    stop_if,
    stoppable,
    tell_through,
)
from kinerja_desktop.services.kantor.evidence_names import require_document
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import open_entries
from kinerja_desktop.services.pengumpulan.kirim import formulir_row
from kinerja_desktop.services.pengumpulan.rencana import (
    BarisMasuk,
    FormulirMasuk,
    Kunci,
    RencanaTerima,
)
from kinerja_desktop.store.journal import MovedError
from kinerja_desktop.store.queries.anggaran import find_realisasi
from kinerja_desktop.store.queries.lampiran import MILIK_REALISASI, find_lampiran
from kinerja_desktop.store.records import (
    Lampiran,
    PenerimaanFormulir,
    Realisasi,
    RealisasiAnggaran,
)

_FIELDS = {item.name: item for item in (*ISIAN, RUPIAH)}


class StalePlanError(MovedError):
    """The data changed since the forms were looked through; nothing is changed."""

    def __init__(self) -> None:
        KinerjaError.__init__(
            self,
            "Data berubah sesudah formulir dibaca, jadi belum dimasukkan.",
            "Baca ulang formulirnya, periksa perubahannya, lalu masukkan.",
        )


class TakeCancelledError(CancelledError):
    """The clerk stopped taking forms in: no row and no line of the log is stored."""

    def __init__(self) -> None:
        super().__init__("Pengambilan formulir dibatalkan.", "Tidak ada data yang berubah.")


@dataclass(frozen=True)
class HasilTerima:
    """What was taken in: rows, evidence files, rows that stay out, forms recorded."""

    masuk: int = 0
    bukti: int = 0
    ditolak: int = 0
    formulir: int = 0


@dataclass(frozen=True)
class _Kept:
    """A piece of evidence in the store, under the name it had."""

    sha256: str
    ukuran: int
    nama: str


def take_in(
    office: Office,
    rencana: RencanaTerima,
    pilih: Collection[Kunci] | None = None,
    progress: Progress = silent,
    cancelled: Cancelled = never,
    last_call: Cancelled = never,
) -> HasilTerima:
    """Take in the chosen rows of a plan, and record every form that came back.

    Args:
        office: the open office.
        rencana: what `baca.plan_terima` found.
        pilih: the rows to take in; None for those that the plan proposes.
        progress: told of files of evidence, then of forms.
        cancelled: asked again and again whether the clerk wants to stop.
        last_call: asked the last time, before it is stored.

    Raises:
        TakeCancelledError: the clerk stopped it; nothing is changed.
        StalePlanError: the data changed since the plan was made; nothing is changed.
        KinerjaError: evidence cannot be read, or a period became final; nothing is changed.
    """
    chosen = rencana.chosen() if pilih is None else frozenset(pilih)
    wanted = {key: row for key, row in rencana.rows() if key in chosen and row.can_go_in}
    _refuse_twins(rencana, wanted)
    forms = [
        (place, form)
        for place, form in enumerate(rencana.formulir)
        if form.lembar is not None and _is_news(place, form, wanted, asked=pilih is not None)
    ]
    if not forms:
        return HasilTerima(ditolak=_count_rejected(rencana))
    advance = stoppable(progress, cancelled, TakeCancelledError)
    # How far a single file is would be told as if it were the whole.
    within = stoppable(silent, cancelled, TakeCancelledError)
    bukti_baru = list(dict.fromkeys(path for row in wanted.values() for path in row.bukti))
    kept = {
        path: _keep(office, path, within)
        for path in tell_through(bukti_baru, advance, "Menyimpan berkas bukti…")
    }
    periods = {form.lembar.periode.label for _, form in forms if form.lembar}
    about = periods.pop() if len(periods) == 1 else "beberapa periode"
    with office.journal.action(f"Menerima {len(forms)} formulir data {about}") as session:
        bukti = 0
        adopted: set[str] = set()
        for place, form in tell_through(forms, advance, "Memasukkan formulir…"):
            assert form.lembar is not None
            if not form.tercatat and form.lembar.id not in adopted:
                adopted.add(form.lembar.id)
                session.add(formulir_row(office, form.lembar, form.path.name, ""))
            rows = [row for key, row in wanted.items() if key[0] == place]
            bukti += _write_rows(office, session, form.lembar, rows, kept)
            session.add(_log(office, form, rows))
        try:
            office.journal.require_state(session, rencana.keadaan)
        except MovedError as error:
            raise StalePlanError from error
        stop_if(last_call, TakeCancelledError)
    return HasilTerima(len(wanted), bukti, _count_rejected(rencana), len(forms))


def _is_news(
    place: int, form: FormulirMasuk, wanted: Mapping[Kunci, BarisMasuk], *, asked: bool
) -> bool:
    """Tell whether a form is to be recorded as come back.

    Not when it is as empty as it went out, came back before, or is held back and nothing of it was
    chosen; nor, unless the clerk asks for it, while its answers wait for a choice.
    """
    if any(key[0] == place for key in wanted):
        return True
    waits = any(row.can_go_in for row in form.baris) and not asked
    return form.is_recordable and not waits


def _refuse_twins(rencana: RencanaTerima, wanted: Mapping[Kunci, BarisMasuk]) -> None:
    """Of two different answers for one thing only one can be true."""
    for key in wanted:
        if rencana.twins(key) & wanted.keys():
            name = wanted[key].jawaban.nama
            raise KinerjaError(
                f"Dua jawaban untuk {name} dipilih sekaligus.", "Pilih salah satu, lalu ulangi."
            )


def _keep(office: Office, path: Path, progress: Progress) -> _Kept:
    nama = require_document(path.name)
    digest, size = office.evidence.put(path, progress)
    return _Kept(digest, size, nama)


def _write_rows(
    office: Office,
    session: Session,
    lembar: LembarFormulir,
    rows: Sequence[BarisMasuk],
    kept: Mapping[Path, _Kept],
) -> int:
    """Write the rows of one form; return how many files of evidence were attached."""
    keys = [UUID(row.jawaban.id) for row in rows if not row.jawaban.is_rupiah]
    entries = open_entries(session, keys, lembar.periode)
    bukti = 0
    for row in rows:
        if row.jawaban.is_rupiah:
            _spend(session, lembar, row)
            continue
        entry = entries[UUID(row.jawaban.id)]
        for cell in row.sel:
            setattr(entry, cell.field, cell.nilai)
        if any(cell.field == "nilai" and cell.nilai is not None for cell in row.sel):
            entry.tidak_berlaku = False
        bukti += sum(_attach(office, session, entry, kept[path]) for path in row.bukti)
    return bukti


def _spend(session: Session, lembar: LembarFormulir, row: BarisMasuk) -> None:
    key, tahun = UUID(row.jawaban.id), lembar.periode.tahun
    line = find_realisasi(session, key, tahun)
    if line is None:
        line = RealisasiAnggaran(mata_anggaran_id=key, tahun=tahun)
        session.add(line)
    for cell in row.sel:
        setattr(line, f"tw{lembar.periode.triwulan}", cell.nilai)


def _attach(office: Office, session: Session, entry: Realisasi, kept: _Kept) -> bool:
    if find_lampiran(session, entry.id, kept.sha256):
        return False
    session.add(
        Lampiran(
            sha256=kept.sha256,
            nama=kept.nama,
            ukuran=kept.ukuran,
            milik=MILIK_REALISASI,
            milik_id=entry.id,
            ditambahkan=office.now(),
        )
    )
    return True


def _log(office: Office, form: FormulirMasuk, rows: Sequence[BarisMasuk]) -> PenerimaanFormulir:
    """Return the row of the log: who, when, which file, what came in."""
    assert form.lembar is not None
    taken = {row.jawaban.id for row in rows}
    return PenerimaanFormulir(
        formulir_id=UUID(form.lembar.id),
        waktu=office.now(),
        nama=form.path.name,
        sha256=form.sha256,
        disimpan=form.disimpan,
        pengisi=form.pengisi,
        isi={row.jawaban.id: _texts(row) for row in form.baris if row.jawaban.id in taken},
        masuk=len(rows),
        tetap=sum(row.jawaban.terisi and not row.sel for row in form.baris),
        ditolak=sum(bool(row.alasan) for row in form.baris),
        kosong=sum(not row.jawaban.isi for row in form.baris),
    )


def _texts(row: BarisMasuk) -> dict[str, str]:
    """Return what went in, as cells hold it."""
    answered: dict[str, Any] = {**row.jawaban.nilai, **{c.field: c.nilai for c in row.sel}}
    return {
        name: _FIELDS[name].format(value, copied=True)
        for name, value in answered.items()
        if name in _FIELDS
    }


def _count_rejected(rencana: RencanaTerima) -> int:
    return sum(bool(row.alasan) for _, row in rencana.rows())
