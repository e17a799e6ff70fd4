"""Read forms that came back, and tell what taking them in would change."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.nilai import format_nilai
from kinerja_desktop.domain.capaian.rasio import compute_rasio, contradicts
from kinerja_desktop.domain.pengumpulan.jawaban import read_jawaban
from kinerja_desktop.domain.pengumpulan.lembar import (
    BUKTI,
    ISIAN,
    RUPIAH,
    IndikatorDitanya,
    LembarFormulir,
)
from kinerja_desktop.domain.pengumpulan.pembacaan import JawabanBaris
from kinerja_desktop.domain.pengumpulan.terbaca import BerkasTerbaca, LembarTerbaca
from kinerja_desktop.errors import CancelledError, Problem
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengumpulan.berkas import read_files
from kinerja_desktop.services.pengumpulan.bukti_formulir import EvidenceFinder
from kinerja_desktop.services.pengumpulan.kenali import Pengenalan, Recognizer
from kinerja_desktop.services.pengumpulan.kini import Present, read_present
from kinerja_desktop.services.pengumpulan.rencana import (
    BarisMasuk,
    FormulirMasuk,
    Kunci,
    RencanaTerima,
    SelMasuk,
    StatusFormulir,
)
from kinerja_desktop.store.row_locks import find_lock_of_entries

KOSONG = "–"
_FIELDS = {item.name: item for item in (*ISIAN, RUPIAH)}


class ReceiveCancelledError(CancelledError):
    """The clerk stopped reading forms; nothing was changed."""

    def __init__(self) -> None:
        super().__init__("Pembacaan formulir dibatalkan.", "Tidak ada data yang berubah.")


def plan_terima(
    office: Office,
    paths: Iterable[Path],
    periode: Periode | None = None,
    progress: Callable[[int, int, str], None] = lambda _step, _steps, _text: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> RencanaTerima:
    """Read and check forms whole; nothing is changed.

    Args:
        office: the open office.
        paths: files, or folders that are looked through.
        periode: what is worked on: a form of another period is held back, one without a key is
            looked for in it; None for any.
        progress: called with the file, the number of files, and what is being done.
        cancelled: asked again and again whether the clerk wants to stop.

    Raises:
        ReceiveCancelledError: the clerk stopped it.
        KinerjaError: the office is not set up, or a folder cannot be read.
    """

    def stop_if_cancelled() -> None:
        if cancelled():
            raise ReceiveCancelledError

    office.require_instansi()
    state = office.journal.state()
    found = read_files(paths, progress, stop_if_cancelled)
    sheets = [(berkas, sheet) for berkas in found.berkas for sheet in berkas.lembar]
    with office.journal.reading() as session:
        recognizer = Recognizer(session, [sheet for _, sheet in sheets], periode, office.today())
        known = [recognizer.recognize(sheet) for _, sheet in sheets]
        present = read_present(session, [item.lembar for item in known if item.lembar])
        planner = _Planner(session, present, periode)
        forms = []
        for (berkas, sheet), item in zip(sheets, known, strict=True):
            stop_if_cancelled()
            forms.append(planner.plan(berkas, sheet, item))
    return _weigh(RencanaTerima(tuple(forms), found.gagal, found.dilewati, state, found.buku))


class _Planner:
    """Holds every form against the present data."""

    def __init__(self, session: Session, present: Present, periode: Periode | None) -> None:
        self._session = session
        self._present = present
        self._periode = periode
        self._evidence = EvidenceFinder()

    def plan(self, berkas: BerkasTerbaca, sheet: LembarTerbaca, item: Pengenalan) -> FormulirMasuk:
        form = FormulirMasuk(
            berkas.path,
            berkas.sha256,
            berkas.disimpan,
            sheet.judul,
            item.lembar,
            item.status,
            item.sebab,
            pengisi=sheet.pengisi,
            masalah=sheet.masalah,
            tercatat=item.tercatat,
        )
        if item.masalah:
            problem = Problem(item.masalah, berkas.path.name, sheet.judul)
            return replace(form, masalah=(*form.masalah, problem))
        if item.lembar is None or form.masalah:
            return form
        pembacaan = read_jawaban(item.lembar, sheet)
        rows = tuple(self._row(form, item.lembar, answer) for answer in pembacaan.baris)
        status, sebab = self._judge(form, item.lembar, pembacaan.diubah, rows)
        return replace(form, pembacaan=pembacaan, baris=rows, status=status, sebab=sebab)

    def _judge(
        self,
        form: FormulirMasuk,
        lembar: LembarFormulir,
        diubah: Sequence[str],
        rows: Sequence[BarisMasuk],
    ) -> tuple[tuple[StatusFormulir, ...], tuple[str, ...]]:
        found: dict[StatusFormulir, str] = dict(zip(form.status, form.sebab, strict=False))
        if diubah:
            found[StatusFormulir.TERKUNCI_DIUBAH] = "; ".join(diubah)
        if self._periode is not None and lembar.periode != self._periode:
            found[StatusFormulir.PERIODE_LAIN] = (
                f"formulir ini untuk {lembar.periode.label}, yang dipilih {self._periode.label}"
            )
        received = self._present.received(lembar)
        if any(row.sha256 == form.sha256 for row in received):
            found[StatusFormulir.SUDAH_PERNAH] = "berkas ini sudah pernah diterima"
        last = max((row.disimpan for row in received if row.disimpan), default=None)
        if last and form.disimpan and form.disimpan < last:
            found[StatusFormulir.LEBIH_LAMA] = (
                "berkas ini disimpan sebelum yang sudah masuk: mungkin isian yang lama"
            )
        if any(row.jawaban.id in self._present.moved(lembar) for row in rows):
            found[StatusFormulir.DEFINISI_BERUBAH] = (
                "definisi indikatornya berubah sesudah formulir ini dikirim"
            )
        if rows and find_lock_of_entries(
            self._session, [UUID(item.id) for item in lembar.baris], lembar.periode
        ):
            found[StatusFormulir.FINAL] = (
                f"Pengukuran Kinerja {lembar.periode.label} sudah final: formulir dapat dicatat "
                "masuk, tetapi isinya tidak mengubah yang final"
            )
        if not found:
            return (StatusFormulir.BARU,), ()
        return tuple(found), tuple(found.values())

    def _row(self, form: FormulirMasuk, lembar: LembarFormulir, answer: JawabanBaris) -> BarisMasuk:
        reasons = [item.teks for item in answer.alasan]
        notes = list(answer.catatan)
        if not answer.nomor and self._present.is_filled(lembar, answer):
            notes.clear()
        cells = tuple(self._cells(lembar, answer)) if not reasons else ()
        notes += self._present.find_odd(lembar, answer)
        files: tuple[Path, ...] = ()
        if not reasons and answer.bukti:
            attached = self._present.attached(self._session, lembar, answer)
            files, told = self._evidence.find(form.path, answer.bukti, attached)
            notes += told
        if (cells or files) and not answer.is_rupiah:
            lock = find_lock_of_entries(self._session, [UUID(answer.id)], lembar.periode)
            reasons += [f"{lock}"] if lock else []
        if not self._present.is_known(lembar, answer):
            reasons.append(
                "indikator atau mata anggaran ini sudah tidak ada, atau tidak berlaku lagi pada "
                f"{lembar.periode.label}"
            )
        doubt = self._doubt(lembar, answer, cells)
        return BarisMasuk(answer, cells, files, tuple(reasons), tuple(notes), doubt)

    def _cells(self, lembar: LembarFormulir, answer: JawabanBaris) -> Iterator[SelMasuk]:
        """Return the cells that would change, old and new."""
        now = self._present.values(lembar, answer)
        for name, value in answer.nilai.items():
            if name == BUKTI.name or now.get(name) == value:
                continue
            field = _FIELDS[name]
            yield SelMasuk(
                name, field.label, field.format(now.get(name)) or KOSONG, field.format(value), value
            )
        yield from self._recomputed(lembar, answer, now)

    def _recomputed(
        self, lembar: LembarFormulir, answer: JawabanBaris, now: Mapping[str, Any]
    ) -> Iterator[SelMasuk]:
        """What the answer makes untrue gives way: a realisasi to its parts, and they to one."""
        if answer.is_rupiah:
            return
        item = _row_of(lembar, answer.id)
        new = {**now, **answer.nilai}
        rasio = compute_rasio(new.get("pembilang"), new.get("penyebut"), item.satuan)
        if rasio is None or not contradicts(new.get("nilai"), rasio):
            return
        if "nilai" in answer.nilai:
            for name in ("pembilang", "penyebut"):
                field = _FIELDS[name]
                yield SelMasuk(name, field.label, field.format(now.get(name)), KOSONG, None)
        elif "nilai" not in answer.isi:
            computed = format_nilai(Decimal(rasio.numerator) / Decimal(rasio.denominator))
            old = format_nilai(now.get("nilai"))
            yield SelMasuk("nilai", _FIELDS["nilai"].label, old, f"{computed} (dihitung)", None)

    def _doubt(
        self, lembar: LembarFormulir, answer: JawabanBaris, cells: Collection[SelMasuk]
    ) -> str:
        """Return why a row needs the clerk's own decision; empty for none."""
        if answer.id in self._present.moved(lembar):
            return self._present.moved(lembar)[answer.id]
        for cell in cells:
            if self._present.was_changed(lembar, answer, cell.field):
                return (
                    f"{cell.label} di program ({cell.lama}) diubah sesudah formulir dikirim, bukan "
                    "dari formulir ini: pilih bila jawaban ini yang benar"
                )
        return ""


def _row_of(lembar: LembarFormulir, key: str) -> IndikatorDitanya:
    return next(item for item in lembar.baris if item.id == key)


def _weigh(rencana: RencanaTerima) -> RencanaTerima:
    """Mark the rows of which several forms say something: the clerk takes one of them.

    A form that says what the data says already is an answer as well; one that came back before is
    none.
    """
    answers: dict[tuple[Any, str], list[tuple[Kunci, BarisMasuk]]] = {}
    for key, row in rencana.rows():
        form = rencana.formulir[key[0]]
        is_old = StatusFormulir.SUDAH_PERNAH in form.status
        if form.lembar is not None and not is_old and not row.alasan and _said(row):
            answers.setdefault((form.lembar.periode, key[1]), []).append((key, row))
    doubts: dict[Kunci, str] = {}
    for found in answers.values():
        if len(found) > 1:
            doubts |= _compare(rencana, found)
    forms = [
        replace(
            form,
            baris=tuple(
                replace(row, ragu=doubts.get((place, row.jawaban.id), row.ragu))
                for row in form.baris
            ),
        )
        for place, form in enumerate(rencana.formulir)
    ]
    return replace(rencana, formulir=tuple(forms))


def _said(row: BarisMasuk) -> dict[str, Any]:
    """Return what a row answers, its evidence left aside."""
    return {name: value for name, value in row.jawaban.nilai.items() if name in _FIELDS}


def _compare(rencana: RencanaTerima, found: Sequence[tuple[Kunci, BarisMasuk]]) -> dict[Kunci, str]:
    files = [_name_form(rencana, key[0]) for key, _ in found]
    first = _said(found[0][1])
    if all(_said(row) == first for _, row in found):
        return {key: f"sama dengan isi {files[0]}" for key, _ in found[1:]}
    said = "; ".join(
        f"{name}: {_write(_said(row))}" for name, (_, row) in zip(files, found, strict=True)
    )
    return {key: f"jawaban berbeda untuk hal yang sama ({said}): pilih satu" for key, _ in found}


def _write(answer: Mapping[str, Any]) -> str:
    fields = ((_FIELDS[name], value) for name, value in answer.items())
    return ", ".join(f"{field.label} {field.format(value)}" for field, value in fields)


def _name_form(rencana: RencanaTerima, place: int) -> str:
    """Return a form's file, with its sheet where the file holds several."""
    form = rencana.formulir[place]
    several = sum(other.path == form.path for other in rencana.formulir) > 1
    return f"{form.path.name} · {form.judul}" if several else form.path.name
