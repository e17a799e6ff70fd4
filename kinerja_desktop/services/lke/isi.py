"""Answer criteria: one by one, or all that data propose as one deed; evidence beside them."""

from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.progress import Progress, silent
from kinerja_desktop.services.kantor.evidence_names import (
    ATTACHED_ALREADY,
    clean_name,
    require_document,
)
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lke.lembar import load_lembar
from kinerja_desktop.store.queries import lke as queries
from kinerja_desktop.store.queries.lampiran import find_lampiran
from kinerja_desktop.store.records import JawabanLke, Lampiran, RekomendasiLhe

CATATAN = SECTIONS["jawaban_lke"].field("catatan")


def set_jawaban(office: Office, tahun: int, kriteria: str, jawaban: str) -> None:
    """Answer a criterion; an empty answer takes it back.

    Raises:
        KinerjaError: the sheet has no such criterion, or the scale no such answer.
    """
    with office.journal.action(f"Menjawab kriteria LKE {kriteria} {tahun}") as session:
        _require_known(session, tahun, {kriteria: jawaban})
        _answer(office, session, tahun, kriteria, jawaban)


def accept_usulan(office: Office, tahun: int, jawaban: Mapping[str, str]) -> int:
    """Take over what data propose, as one deed that Ctrl+Z takes back; return how many.

    Args:
        office: the open office.
        tahun: the year of the self-check.
        jawaban: kode of a criterion to the proposed answer. What people have answered stays.

    Raises:
        KinerjaError: the sheet or the scale changed meanwhile.
    """
    label = f"Menerima {len(jawaban)} usulan jawaban LKE {tahun}"
    with office.journal.action(label) as session:
        _require_known(session, tahun, jawaban)
        skala = load_lembar(session, tahun).skala
        known = {row.kriteria: row.jawaban for row in queries.list_jawaban(session, tahun)}
        wanted = {
            kode: answer
            for kode, answer in jawaban.items()
            if skala.find(known.get(kode, "")) is None
        }
        for kode, answer in wanted.items():
            _answer(office, session, tahun, kode, answer)
    return len(wanted)


def set_catatan(office: Office, tahun: int, kriteria: str, catatan: str) -> None:
    """Write a note about a criterion.

    Raises:
        KinerjaError: it is too long, or the sheet has no such criterion.
    """
    try:
        text = CATATAN.parse(catatan)
    except ValueError as error:
        raise KinerjaError(f"{error}.") from error
    with office.journal.action(f"Mencatat kriteria LKE {kriteria} {tahun}") as session:
        _require_known(session, tahun, {kriteria: ""})
        open_jawaban(session, tahun, kriteria).catatan = text


def attach_bukti(
    office: Office, tahun: int, kriteria: str, source: Path, progress: Progress = silent
) -> None:
    """Keep a copy of a file as evidence of a criterion; what `progress` raises ends it.

    Raises:
        KinerjaError: the same file is there already, whatever its name, or the file is a program,
            empty, too large or cannot be read.
    """
    with office.journal.reading() as session:
        _require_known(session, tahun, {kriteria: ""})
    nama = require_document(source.name)
    digest, size = office.evidence.put(source, progress)
    with office.journal.action(f"Melampirkan bukti LKE {kriteria}: {nama}") as session:
        row = open_jawaban(session, tahun, kriteria)
        _attach(office, session, queries.MILIK_JAWABAN, row.id, (nama, digest, size))


def attach_bukti_rekomendasi(
    office: Office, rekomendasi_id: UUID, source: Path, progress: Progress = silent
) -> None:
    """Keep a copy of a file as evidence that a recommendation was followed up.

    What `progress` raises ends it.

    Raises:
        KinerjaError: as `attach_bukti`.
    """
    nama = require_document(source.name)
    digest, size = office.evidence.put(source, progress)
    with office.journal.action(f"Melampirkan bukti tindak lanjut LHE: {nama}") as session:
        row = session.get_one(RekomendasiLhe, rekomendasi_id)
        _attach(office, session, queries.MILIK_REKOMENDASI, row.id, (nama, digest, size))


def remove_bukti(office: Office, bukti_id: UUID) -> None:
    """Take evidence away; the file itself stays, so that it can come back."""
    with office.journal.reading() as session:
        nama = clean_name(session.get_one(Lampiran, bukti_id).nama)
    with office.journal.action(f"Melepas bukti LKE {nama}") as session:
        session.delete(session.get_one(Lampiran, bukti_id))


def open_jawaban(session: Session, tahun: int, kriteria: str) -> JawabanLke:
    """Return the row of a criterion, made where there is none yet."""
    row = queries.find_jawaban(session, tahun, kriteria)
    if row is None:
        row = JawabanLke(tahun=tahun, kriteria=kriteria)
        session.add(row)
        session.flush()
    return row


def _answer(office: Office, session: Session, tahun: int, kriteria: str, jawaban: str) -> None:
    row = open_jawaban(session, tahun, kriteria)
    row.jawaban = jawaban
    row.dijawab = office.now() if jawaban else None


def _require_known(session: Session, tahun: int, jawaban: Mapping[str, str]) -> None:
    berlaku = load_lembar(session, tahun)
    known = {item.kode for item in berlaku.lembar.list_kriteria()}
    for kode, answer in jawaban.items():
        if kode not in known:
            raise KinerjaError(
                f"Kriteria {kode} tidak ada di lembar LKE {tahun}.",
                "Buka lagi halaman Evaluasi SAKIP, lalu ulangi.",
            )
        # What another program hands over need not be text.
        is_text = isinstance(answer, str)
        if not is_text or (answer and berlaku.skala.find(answer) is None):
            choices = ", ".join(item.kode for item in berlaku.skala.pilihan)
            raise KinerjaError(
                f"Jawaban '{answer}' tidak ada pada skala {berlaku.skala.nama}.",
                f"Pilih {choices}.",
            )


def _attach(
    office: Office, session: Session, milik: str, milik_id: UUID, file: tuple[str, str, int]
) -> None:
    nama, digest, size = file
    if present := find_lampiran(session, milik_id, digest):
        raise KinerjaError(
            f"Isi {nama} sama dengan bukti yang sudah ada di sini: {clean_name(present.nama)}.",
            ATTACHED_ALREADY,
        )
    session.add(
        Lampiran(
            sha256=digest, nama=nama, ukuran=size, milik=milik, milik_id=milik_id,
            ditambahkan=office.now(),
        )
    )  # fmt: skip
