"""Perjanjian Kinerja: murni and perubahan, every version kept, a signed one never changed."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.sections.perjanjian import ALASAN_PERUBAHAN
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.data_entry import describe_change, ensure_sound, row_values
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.rencana.tanda_tangan import sign_perjanjian
from kinerja_desktop.store.queries.bahan import list_indikator
from kinerja_desktop.store.queries.pejabat import find_atasan_id, list_camat
from kinerja_desktop.store.queries.perjanjian import list_butir, list_kode, list_versi
from kinerja_desktop.store.queries.renstra import load_target
from kinerja_desktop.store.records import (
    ButirPerjanjian,
    PerjanjianKinerja,
)
from kinerja_desktop.store.row_locks import find_lock

IKU = "IKU"


def create_murni(office: Office, tahun: int, pejabat_id: UUID) -> UUID:
    """Write the first Perjanjian Kinerja of an official for a year.

    The Camat's takes the targets of the IKU from the Renstra, any other official's those of
    their own IKI (`docs/sakip.md` §3.4–3.5).

    Raises:
        KinerjaError: there is one already, or nothing to promise.
    """
    with office.journal.action(f"Membuat Perjanjian Kinerja {tahun}") as session:
        if list_versi(session, tahun, pejabat_id):
            raise KinerjaError(
                f"Perjanjian Kinerja {tahun} untuk pejabat ini sudah ada.",
                "Ubah yang sudah ada, atau buat perubahan.",
            )
        camat = list_camat(session)
        is_camat = pejabat_id in camat
        indikator = (
            [row for row in list_indikator(session, tahun) if row.jenis == IKU]
            if is_camat
            else list_indikator(session, tahun, pejabat_id)
        )
        if not indikator:
            what = "IKU" if is_camat else "IKI pejabat ini"
            raise KinerjaError(
                f"Belum ada {what} yang berlaku pada {tahun}.", "Isi dulu Renstra & IKU."
            )
        atasan = None
        if not is_camat:
            # Kasubbag answer to the Sekretaris, and everybody to the Camat while nobody else is.
            own = find_atasan_id(session, pejabat_id, office.today())
            atasan = own or next(iter(camat), None)
        row = PerjanjianKinerja(
            kode=_free_kode(session, f"PK-{tahun}"),
            tahun=tahun,
            pejabat_id=pejabat_id,
            atasan_id=atasan,
        )
        session.add(row)
        targets = load_target(session, tahun)
        for item in indikator:
            session.add(
                ButirPerjanjian(
                    perjanjian_kinerja_id=row.id,
                    indikator_id=item.id,
                    target=targets.get(item.id),
                )
            )
        return row.id


def create_perubahan(office: Office, perjanjian_id: UUID, alasan: str, uraian: str = "") -> UUID:
    """Write the next version as a copy of the last one, with its reason (`docs/sakip.md` §2.4).

    Args:
        office: the open office.
        perjanjian_id: any version of it.
        alasan: one of `ALASAN_PERUBAHAN`.
        uraian: the reason in the office's own words.

    Raises:
        KinerjaError: the reason is none of the three of PermenPANRB 53/2014.
    """
    if alasan not in ALASAN_PERUBAHAN:
        raise KinerjaError("Alasan perubahan belum dipilih.", "Pilih satu dari tiga alasan.")
    with office.journal.action("Membuat Perjanjian Kinerja Perubahan") as session:
        base = session.get_one(PerjanjianKinerja, perjanjian_id)
        versions = list_versi(session, base.tahun, base.pejabat_id)
        first, last = versions[0], versions[-1]
        ke = last.perubahan_ke + 1
        row = PerjanjianKinerja(
            kode=_free_kode(session, f"{first.kode}-P{ke}"),
            tahun=last.tahun,
            pejabat_id=last.pejabat_id,
            atasan_id=last.atasan_id,
            perubahan_ke=ke,
            alasan=alasan,
            uraian_alasan=uraian.strip(),
        )
        session.add(row)
        for butir in list_butir(session, last.id):
            session.add(
                ButirPerjanjian(
                    perjanjian_kinerja_id=row.id,
                    indikator_id=butir.indikator_id,
                    target=butir.target,
                )
            )
        return row.id


def change_perjanjian(office: Office, perjanjian_id: UUID, name: str, value: Any) -> None:
    """Change one field of a version that is not signed yet, or sign it.

    Raises:
        KinerjaError: it is signed, would contradict itself, or is to be signed without a date.
    """
    if name == "ditandatangani" and value:
        sign_perjanjian(office, perjanjian_id)
        return
    section = SECTIONS["perjanjian_kinerja"]
    with office.journal.action(describe_change(section, name)) as session:
        row = _open_row(session, perjanjian_id)
        ensure_sound(session, section, {**row_values(section, row), name: value})
        setattr(row, name, value)


def set_butir(office: Office, cells: Sequence[tuple[UUID, Nilai | None]]) -> None:
    """Fill targets of items as one deed of the clerk.

    Raises:
        KinerjaError: the version is signed.
    """
    with office.journal.action("Mengisi target Perjanjian Kinerja") as session:
        for butir_id, target in cells:
            butir = session.get_one(ButirPerjanjian, butir_id)
            _open_row(session, butir.perjanjian_kinerja_id)
            butir.target = target


def add_butir(office: Office, perjanjian_id: UUID, indikator_ids: Sequence[UUID]) -> None:
    """Add indicators with the targets that the Renstra has for them.

    Raises:
        KinerjaError: the version is signed.
    """
    with office.journal.action("Menambah butir Perjanjian Kinerja") as session:
        row = _open_row(session, perjanjian_id)
        targets = load_target(session, row.tahun)
        for key in indikator_ids:
            session.add(
                ButirPerjanjian(
                    perjanjian_kinerja_id=row.id, indikator_id=key, target=targets.get(key)
                )
            )


def remove_butir(office: Office, butir_id: UUID) -> None:
    """Take one promised target out of a Perjanjian Kinerja that is not signed yet.

    Raises:
        KinerjaError: the version is signed.
    """
    with office.journal.action("Melepas butir Perjanjian Kinerja") as session:
        butir = session.get_one(ButirPerjanjian, butir_id)
        _open_row(session, butir.perjanjian_kinerja_id)
        session.delete(butir)


def remove_perjanjian(office: Office, perjanjian_id: UUID) -> None:
    """Remove a draft with its items.

    Raises:
        KinerjaError: it is signed; a signed one is kept for ever.
    """
    with office.journal.action("Menghapus draf Perjanjian Kinerja") as session:
        row = _open_row(session, perjanjian_id)
        for butir in list_butir(session, perjanjian_id):
            session.delete(butir)
        session.delete(row)


def _open_row(session: Session, perjanjian_id: UUID) -> PerjanjianKinerja:
    row = session.get_one(PerjanjianKinerja, perjanjian_id)
    if lock := find_lock(session, "perjanjian_kinerja", {"id": row.id}):
        raise lock
    return row


def _free_kode(session: Session, wanted: str) -> str:
    taken = {kode.casefold() for kode in list_kode(session)}
    kode, number = wanted, 2
    while kode.casefold() in taken:
        kode, number = f"{wanted}-{number}", number + 1
    return kode
