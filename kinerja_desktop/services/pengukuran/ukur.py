"""Enter realisasi and measure a period."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.nip import check_nip
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.capaian.keselarasan import find_kekurangan
from kinerja_desktop.domain.capaian.nilai import Nilai, Rentang
from kinerja_desktop.domain.capaian.pengukuran import HasilPengukuran, measure
from kinerja_desktop.domain.capaian.profil import ATURAN_KINI, Aturan
from kinerja_desktop.domain.capaian.snapshot import (
    BarisAnggaran,
    SnapshotPengukuran,
    aturan_of,
    describe_difference,
    snapshot_from_data,
    snapshot_to_data,
)
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.errors import KinerjaError, Problem
from kinerja_desktop.services.kantor.finals import DIUBAH_DI_LUAR, is_genuine, require_genuine
from kinerja_desktop.services.kantor.identitas import identify_atasan, identify_instansi
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.status_final import StatusFinal
from kinerja_desktop.store.queries import pengukuran as queries
from kinerja_desktop.store.queries.anggaran import find_double_pagu, load_program, load_rincian
from kinerja_desktop.store.queries.bahan import load_bahan, load_profil
from kinerja_desktop.store.queries.kantor import get_instansi
from kinerja_desktop.store.queries.pejabat import find_by_pejabat, find_by_peran
from kinerja_desktop.store.queries.pengukuran import find_final
from kinerja_desktop.store.records import Pengukuran, Realisasi
from kinerja_desktop.store.row_locks import find_lock_of_entries

#: The story that is told about a figure, and how it reads in the audit trail.
NARASI = {
    "pendorong": "faktor pendorong",
    "penghambat": "faktor penghambat",
    "tindak_lanjut": "rencana tindak lanjut",
    "penanggung_jawab": "penanggung jawab tindak lanjut",
    "batas_waktu": "batas waktu tindak lanjut",
}


def measure_periode(
    office: Office, periode: Periode, pejabat_id: UUID | None = None
) -> HasilPengukuran:
    """Measure a period from the present data: the office's IKU, or an official's IKI."""
    with office.journal.reading() as session:
        bahan = load_bahan(session, periode.tahun, pejabat_id)
        return measure(periode, bahan, load_profil(session, periode.tahun))


def list_program(office: Office, periode: Periode) -> list[BarisAnggaran]:
    """Return the programs with pagu in force today and realisasi of a period, in rupiah."""
    with office.journal.reading() as session:
        return load_program(session, periode, office.today())


def list_kekurangan(
    office: Office,
    periode: Periode,
    pejabat_id: UUID | None = None,
    hasil: HasilPengukuran | None = None,
    tanggal: date | None = None,
) -> list[Problem]:
    """Return what is missing or odd before this measurement can be made final.

    Args:
        office: the open office.
        periode: the year or triwulan.
        pejabat_id: whose IKI; None for the office's IKU.
        hasil: the period as it was just measured; None to measure it here.
        tanggal: of the paper, on which a Camat must be in office; None while it is not known.
    """
    problems = find_kekurangan(
        hasil or measure_periode(office, periode, pejabat_id),
        berjenjang=periode.triwulan is not None,
    )
    day = office.today()
    with office.journal.reading() as session:
        problems += _check_camat(session, day, tanggal)
        problems += [
            Problem(
                f"Pagu {kode} tidak dihitung karena rinciannya juga berpagu: kosongkan salah satu",
                is_warning=True,
            )
            for kode in find_double_pagu(session, periode.tahun, day)
        ]
    return problems + _find_overspent(office, periode)


def _check_camat(session: Session, today: date, tanggal: date | None) -> Iterator[Problem]:
    """Say that nobody could sign on the paper's day, or that the signer's NIP can be none."""
    camat = find_by_peran(session, "camat", tanggal or today)
    if camat is not None:
        if remark := check_nip(camat.nip):
            yield Problem(f"{camat.nama}: {remark} di Pengaturan → Pejabat", is_warning=True)
    elif tanggal is None:
        yield Problem("Belum ada Camat yang menjabat: isi Pengaturan → Penempatan")
    else:
        yield Problem(
            f"Tidak ada Camat yang menjabat pada {format_tanggal(tanggal)}: ganti tanggal "
            "dokumennya, atau isi Pengaturan → Penempatan"
        )


def _find_overspent(office: Office, periode: Periode) -> list[Problem]:
    """Say which line has spent more than its pagu: one of the two is wrong.

    A program's sum can hide it; where a line and what stands above it are both over, the line.
    """
    with office.journal.reading() as session:
        rows = load_rincian(session, periode, office.today())
    over = [
        row.simpul
        for row in rows
        if row.pagu is not None and row.realisasi is not None and row.realisasi > row.pagu
    ]
    above = {simpul.induk for simpul in over}
    return [
        Problem(
            f"{simpul.kode} {simpul.nama}: realisasi anggaran melebihi pagunya: periksa angkanya, "
            "atau isi pagu perubahannya",
            is_warning=True,
        )
        for simpul in over
        if simpul.id not in above
    ]


def find_status(office: Office, periode: Periode, pejabat_id: UUID | None = None) -> StatusFinal:
    """Return where a measurement stands, and whether its data has changed since."""
    with office.journal.reading() as session:
        row = find_final(session, periode, pejabat_id)
        if row is None:
            return StatusFinal(versi=queries.last_versi(session, periode, pejabat_id))
        if not is_genuine(row):
            return StatusFinal(
                row.id, row.versi, row.kode, row.dibuat, (DIUBAH_DI_LUAR,), row.tanggal
            )
        # Only what was entered may seem to have changed, not the rules of a later release.
        aturan = aturan_of(row.snapshot)
        present = snapshot_to_data(_snapshot(session, periode, pejabat_id, row.tanggal, aturan))
        changes = tuple(describe_difference(row.snapshot, present))
        return StatusFinal(row.id, row.versi, row.kode, row.dibuat, changes, row.tanggal)


def thaw_final(row: Pengukuran) -> SnapshotPengukuran:
    """Return what was signed.

    Raises:
        KinerjaError: it was changed outside the program.
    """
    judul = f"Pengukuran Kinerja {Periode(row.tahun, row.triwulan).label}"
    return snapshot_from_data(require_genuine(row, judul))


def set_realisasi(
    office: Office, indikator_id: UUID, periode: Periode, nilai: Nilai | None
) -> None:
    """Enter the realisasi of one indicator; None makes it *belum diisi* again.

    Raises:
        KinerjaError: the period is final, or the value is a range.
    """
    set_realisasi_block(office, periode, [(indikator_id, nilai)])


def set_realisasi_block(
    office: Office, periode: Periode, block: Sequence[tuple[UUID, Nilai | None]]
) -> None:
    """Enter a pasted block of realisasi as one deed of the clerk.

    Raises:
        KinerjaError: the period is final, or a value is a range.
    """
    label = f"Mengisi realisasi {periode.label}"
    with office.journal.action(label) as session:
        write_realisasi(session, periode, block)


def write_realisasi(
    session: Session, periode: Periode, block: Sequence[tuple[UUID, Nilai | None]]
) -> None:
    """Do what `set_realisasi_block` does within an action that is already open.

    Raises:
        KinerjaError: the period is final, or a value is a range.
    """
    if any(isinstance(nilai, Rentang) for _, nilai in block):
        raise KinerjaError(
            "Realisasi adalah satu angka, bukan rentang.", "Tulis angka yang dicapai."
        )
    rows = open_entries(session, [indikator_id for indikator_id, _ in block], periode)
    for indikator_id, nilai in block:
        row = rows[indikator_id]
        row.nilai = nilai
        if nilai is not None:
            row.tidak_berlaku = False


def set_keterangan(office: Office, indikator_id: UUID, periode: Periode, **values: Any) -> None:
    """Enter what belongs to a realisasi: its story, *tidak berlaku* with a reason, a manual figure.

    Args:
        office: the open office.
        indikator_id: which indicator.
        periode: which period.
        values: columns of Realisasi, such as ``penghambat="…"``.

    Raises:
        KinerjaError: the period is final, a reason is missing, or a text is too long.
    """
    values = {name: _tidy(name, value) for name, value in values.items()}
    names = ", ".join(NARASI.get(name, "keterangan") for name in sorted(values))
    with office.journal.action(f"Mengisi {names} {periode.label}") as session:
        row = open_entries(session, [indikator_id], periode)[indikator_id]
        for name, value in values.items():
            setattr(row, name, value)
        if (row.tidak_berlaku or row.capaian_manual is not None) and not row.alasan.strip():
            raise KinerjaError("Alasannya belum ditulis.", "Tulis alasan, lalu ulangi.")


def _tidy(name: str, value: Any) -> Any:
    """Bound and clean a text as its column in the workbook is (`docs/architecture.md` §4.9)."""
    if not isinstance(value, str):
        return value
    try:
        return SECTIONS["realisasi"].field(name).parse(value)
    except ValueError as error:
        raise KinerjaError(f"{error}.") from error


def take_snapshot(
    office: Office, periode: Periode, pejabat_id: UUID | None, tanggal: date
) -> SnapshotPengukuran:
    """Copy everything a Pengukuran Kinerja says out of the present data.

    Raises:
        KinerjaError: the office is not set up yet.
    """
    office.require_instansi()
    with office.journal.reading() as session:
        return _snapshot(session, periode, pejabat_id, tanggal)


def list_versi(
    office: Office, periode: Periode, pejabat_id: UUID | None = None
) -> list[Pengukuran]:
    """Return every version that was ever final, the newest first."""
    with office.journal.reading() as session:
        return queries.list_versi(session, periode, pejabat_id)


def open_entries(
    session: Session, indikator_ids: Sequence[UUID], periode: Periode
) -> dict[UUID, Realisasi]:
    """Return the rows in which realisasi of a period is entered, new ones where there are none.

    Raises:
        KinerjaError: the period is final.
    """
    if lock := find_lock_of_entries(session, indikator_ids, periode):
        raise lock
    present = queries.list_realisasi(session, indikator_ids, periode)
    rows = {row.indikator_id: row for row in present}
    for key in indikator_ids:
        if key not in rows:
            rows[key] = Realisasi(indikator_id=key, tahun=periode.tahun, triwulan=periode.triwulan)
            session.add(rows[key])
    return rows


def _snapshot(
    session: Session,
    periode: Periode,
    pejabat_id: UUID | None,
    tanggal: date,
    aturan: Aturan = ATURAN_KINI,
) -> SnapshotPengukuran:
    instansi = get_instansi(session)
    return SnapshotPengukuran(
        periode=periode,
        instansi=identify_instansi(instansi),
        profil=replace(load_profil(session, periode.tahun), aturan=aturan),
        bahan=tuple(
            item.as_of(periode.triwulan)
            for item in load_bahan(session, periode.tahun, pejabat_id, aturan)
        ),
        anggaran=() if pejabat_id else tuple(load_program(session, periode, tanggal)),
        camat=find_by_peran(session, "camat", tanggal),
        tanggal=tanggal,
        kertas=instansi.kertas or "F4",
        bentuk=instansi.bentuk_pengukuran or "ringkas",
        pejabat=find_by_pejabat(session, pejabat_id, tanggal) if pejabat_id else None,
        atasan=identify_atasan(session, instansi, pejabat_id, tanggal) if pejabat_id else None,
    )
