"""Perjanjian Kinerja: murni and perubahan, every version kept, a signed one never changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, select

from kinerja_desktop.domain.nilai import Nilai
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.domain.sections.perjanjian import ALASAN_PERUBAHAN
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.data_entry import Row, describe_change, ensure_sound, row_values
from kinerja_desktop.services.office import Office
from kinerja_desktop.store.queries.bahan import list_indikator, load_groups
from kinerja_desktop.store.queries.pejabat import list_in_post
from kinerja_desktop.store.records import (
    ButirPerjanjian,
    Indikator,
    Pejabat,
    Penempatan,
    PerjanjianKinerja,
    TargetTahunan,
)

CAMAT, IKU = "camat", "IKU"


@dataclass(frozen=True)
class Butir:
    """A promised target.

    Attributes:
        id: of the item.
        kode: of its indicator.
        uraian: of its indicator.
        sasaran: what the indicator measures.
        satuan: unit of the target.
        target: what is promised.
        target_renstra: what the Renstra says for the same year.
    """

    id: UUID
    kode: str
    uraian: str
    sasaran: str
    satuan: str
    target: Nilai | None
    target_renstra: Nilai | None


@dataclass(frozen=True)
class Perjanjian:
    """A version of a Perjanjian Kinerja.

    Attributes:
        row: its fields.
        pejabat: who promises.
        butir: what is promised.
        is_last: whether no later version follows.
    """

    row: Row
    pejabat: str
    butir: Sequence[Butir]
    is_last: bool

    @property
    def is_signed(self) -> bool:
        """Whether it is signed and so can only be read."""
        return bool(self.row["ditandatangani"])

    @property
    def judul(self) -> str:
        """``Perjanjian Kinerja`` or ``Perubahan ke-1``."""
        ke = self.row["perubahan_ke"]
        return f"Perubahan ke-{ke}" if ke else "Perjanjian Kinerja murni"


def list_perjanjian(office: Office, tahun: int) -> list[Perjanjian]:
    """Return all versions of a year, each official's together, the newest first."""
    section = SECTIONS["perjanjian_kinerja"]
    with office.journal.reading() as session:
        rows = session.exec(select(PerjanjianKinerja).where(PerjanjianKinerja.tahun == tahun)).all()
        names = {row.id: row.nama for row in session.exec(select(Pejabat))}
        last = {row.pejabat_id: row.perubahan_ke for row in sorted(rows, key=_ke)}
        groups, targets = load_groups(session), _targets(session, tahun)
        found = [
            Perjanjian(
                row_values(section, row),
                names.get(row.pejabat_id, CAMAT.title()) if row.pejabat_id else CAMAT.title(),
                _list_butir(session, row.id, groups, targets),
                row.perubahan_ke == last[row.pejabat_id],
            )
            for row in rows
        ]
    return sorted(found, key=lambda item: (item.pejabat, -item.row["perubahan_ke"]))


def list_pihak(office: Office) -> dict[UUID, str]:
    """Return who can promise: the officials in post today, the Camat first."""
    with office.journal.reading() as session:
        posts = list_in_post(session, office.today())
    ordered = sorted(posts, key=lambda post: (post[0].peran != CAMAT, post[0].jabatan))
    return {pejabat.id: f"{post.jabatan} – {pejabat.nama}" for post, pejabat in ordered}


def create_murni(office: Office, tahun: int, pejabat_id: UUID) -> UUID:
    """Write the first Perjanjian Kinerja of an official for a year.

    The Camat's takes the targets of the IKU from the Renstra, any other official's those of
    their own IKI (`domain.md` §1.3–1.4).

    Raises:
        KinerjaError: there is one already, or nothing to promise.
    """
    with office.journal.action(f"Membuat Perjanjian Kinerja {tahun}") as session:
        if _versions(session, tahun, pejabat_id):
            raise KinerjaError(
                f"Perjanjian Kinerja {tahun} untuk pejabat ini sudah ada.",
                "Ubah yang sudah ada, atau buat perubahan.",
            )
        camat = _find_camat(session)
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
        atasan = None if is_camat else next(iter(camat), None)
        row = PerjanjianKinerja(
            kode=_free_kode(session, f"PK-{tahun}"),
            tahun=tahun,
            pejabat_id=pejabat_id,
            atasan_id=atasan,
        )
        session.add(row)
        targets = _targets(session, tahun)
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
    """Write the next version as a copy of the last one, with its reason (`domain.md` §1.2).

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
        versions = _versions(session, base.tahun, base.pejabat_id)
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
        for butir in _butir_of(session, last.id):
            session.add(
                ButirPerjanjian(
                    perjanjian_kinerja_id=row.id,
                    indikator_id=butir.indikator_id,
                    target=butir.target,
                )
            )
        return row.id


def change_perjanjian(office: Office, perjanjian_id: UUID, name: str, value: Any) -> None:
    """Change one field of a version that is not signed yet.

    Raises:
        KinerjaError: it is signed, or would contradict itself.
    """
    section = SECTIONS["perjanjian_kinerja"]
    with office.journal.action(describe_change(section, name)) as session:
        row = _open_row(session, perjanjian_id)
        ensure_sound(session, section, {**row_values(section, row), name: value})
        if name == "ditandatangani" and value and row.tanggal is None:
            raise KinerjaError("Tanggal perjanjian belum diisi.", "Isi tanggalnya, lalu ulangi.")
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


def list_calon_butir(office: Office, perjanjian_id: UUID) -> dict[UUID, str]:
    """Return the indicators in force in the year that are no items yet."""
    with office.journal.reading() as session:
        row = session.get_one(PerjanjianKinerja, perjanjian_id)
        taken = {butir.indikator_id for butir in _butir_of(session, perjanjian_id)}
        found = list_indikator(session, row.tahun)
        if row.pejabat_id:
            found += list_indikator(session, row.tahun, row.pejabat_id)
        return {item.id: f"{item.kode} – {item.uraian}" for item in found if item.id not in taken}


def add_butir(office: Office, perjanjian_id: UUID, indikator_ids: Sequence[UUID]) -> None:
    """Add indicators with the targets that the Renstra has for them.

    Raises:
        KinerjaError: the version is signed.
    """
    with office.journal.action("Menambah butir Perjanjian Kinerja") as session:
        row = _open_row(session, perjanjian_id)
        targets = _targets(session, row.tahun)
        for key in indikator_ids:
            session.add(
                ButirPerjanjian(
                    perjanjian_kinerja_id=row.id, indikator_id=key, target=targets.get(key)
                )
            )


def remove_butir(office: Office, butir_id: UUID) -> None:
    """Take an item out.

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
        for butir in _butir_of(session, perjanjian_id):
            session.delete(butir)
        session.delete(row)


def _open_row(session: Session, perjanjian_id: UUID) -> PerjanjianKinerja:
    row = session.get_one(PerjanjianKinerja, perjanjian_id)
    if row.ditandatangani:
        raise KinerjaError(
            f"{row.kode} sudah ditandatangani, jadi tidak dapat diubah.",
            "Buat perubahan; versi yang ditandatangani tetap tersimpan.",
        )
    return row


def _ke(row: PerjanjianKinerja) -> int:
    return row.perubahan_ke


def _versions(session: Session, tahun: int, pejabat_id: UUID | None) -> list[PerjanjianKinerja]:
    rows = session.exec(
        select(PerjanjianKinerja).where(
            PerjanjianKinerja.tahun == tahun, PerjanjianKinerja.pejabat_id == pejabat_id
        )
    )
    return sorted(rows, key=_ke)


def _butir_of(session: Session, perjanjian_id: UUID) -> list[ButirPerjanjian]:
    query = select(ButirPerjanjian).where(ButirPerjanjian.perjanjian_kinerja_id == perjanjian_id)
    return list(session.exec(query))


def _list_butir(
    session: Session,
    perjanjian_id: UUID,
    groups: Mapping[UUID, str],
    targets: Mapping[UUID, Nilai | None],
) -> list[Butir]:
    query = (
        select(ButirPerjanjian, Indikator)
        .join(Indikator, col(Indikator.id) == col(ButirPerjanjian.indikator_id))
        .where(ButirPerjanjian.perjanjian_kinerja_id == perjanjian_id)
    )
    found = sorted(session.exec(query), key=lambda pair: (pair[1].urutan or 0, pair[1].kode))
    return [
        Butir(
            butir.id,
            item.kode,
            item.uraian,
            item.kinerja or groups.get(item.sasaran_id or item.tujuan_id or item.id, ""),
            item.satuan,
            butir.target,
            targets.get(item.id),
        )
        for butir, item in found
    ]


def _targets(session: Session, tahun: int) -> dict[UUID, Nilai | None]:
    rows = session.exec(select(TargetTahunan).where(TargetTahunan.tahun == tahun))
    return {row.indikator_id: row.nilai for row in rows}


def _find_camat(session: Session) -> list[UUID]:
    """Return everyone who was ever Camat here, the latest first."""
    rows = session.exec(
        select(Penempatan).where(Penempatan.peran == CAMAT).order_by(col(Penempatan.mulai).desc())
    )
    return list(dict.fromkeys(row.pejabat_id for row in rows))


def _free_kode(session: Session, wanted: str) -> str:
    taken = {row.kode.casefold() for row in session.exec(select(PerjanjianKinerja))}
    kode, number = wanted, 2
    while kode.casefold() in taken:
        kode, number = f"{wanted}-{number}", number + 1
    return kode
