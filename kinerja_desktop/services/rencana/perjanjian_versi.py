"""The versions of a year's Perjanjian Kinerja as they are shown."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.batas_tanggal import BatasTanggal
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.data_entry import Row, row_values
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.tanggal_kertas import find_plan_bounds
from kinerja_desktop.store.queries import perjanjian as queries
from kinerja_desktop.store.queries.bahan import list_indikator, load_groups
from kinerja_desktop.store.queries.pejabat import list_camat, list_in_post, load_names
from kinerja_desktop.store.queries.renstra import load_target
from kinerja_desktop.store.records import PerjanjianKinerja

CAMAT = "camat"


@dataclass(frozen=True)
class Butir:
    """One promised target of a Perjanjian Kinerja, beside what the Renstra says.

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
        is_skpd: whether it is the office's own, which the Camat signs.
        batas: between which days it is signed as a rule.
    """

    row: Row
    pejabat: str
    butir: Sequence[Butir]
    is_last: bool
    is_skpd: bool
    batas: BatasTanggal

    @property
    def is_signed(self) -> bool:
        """Whether it is signed and so can only be read."""
        return bool(self.row["ditandatangani"])

    @property
    def ke(self) -> int:
        """Which perubahan it is; 0 for the murni."""
        return int(self.row["perubahan_ke"])

    @property
    def judul(self) -> str:
        """``Perjanjian Kinerja`` or ``Perubahan ke-1``."""
        return f"Perubahan ke-{self.ke}" if self.ke else "Perjanjian Kinerja murni"


def list_perjanjian(office: Office, tahun: int) -> list[Perjanjian]:
    """Return all versions of a year: the office's own first, then each official's, newest first."""
    section = SECTIONS["perjanjian_kinerja"]
    with office.journal.reading() as session:
        rows = queries.list_perjanjian(session, tahun)
        names = load_names(session)
        last = {row.pejabat_id: row.perubahan_ke for row in rows}
        versions = {(row.pejabat_id, row.perubahan_ke): row for row in rows}
        camat = list_camat(session)
        groups, targets = load_groups(session), load_target(session, tahun)
        found = [
            Perjanjian(
                row_values(section, row),
                names.get(row.pejabat_id, CAMAT.title()) if row.pejabat_id else CAMAT.title(),
                list_butir(session, row.id, groups, targets),
                row.perubahan_ke == last[row.pejabat_id],
                is_skpd(row, camat),
                _follow(
                    find_plan_bounds(session, tahun, office.today(), row.pejabat_id),
                    versions.get((row.pejabat_id, row.perubahan_ke - 1)),
                ),
            )
            for row in rows
        ]
    return sorted(found, key=lambda item: (not item.is_skpd, item.pejabat, -item.ke))


def _follow(batas: BatasTanggal, before: PerjanjianKinerja | None) -> BatasTanggal:
    """Return the bounds of a version; one that is dated before the last would not be in force."""
    if before is None or before.tanggal is None:
        return batas
    return batas.since(
        before.tanggal, f"sebelum {before.kode}, yang tertanggal {format_tanggal(before.tanggal)}"
    )


def is_skpd(row: PerjanjianKinerja, camat: Collection[UUID]) -> bool:
    """Tell the office's own agreement: the Camat promises, and no official is superior to him."""
    return row.atasan_id is None and (row.pejabat_id is None or row.pejabat_id in camat)


def find_perjanjian(office: Office, tahun: int, tentang: str) -> UUID:
    """Return the version of a kode, or the last one of an official named.

    Raises:
        KinerjaError: there is none in that year.
    """
    wanted = tentang.strip().casefold()
    for item in list_perjanjian(office, tahun):
        # The newest version of each official comes first.
        if wanted in (item.row["kode"].casefold(), item.pejabat.casefold()):
            key: UUID = item.row["id"]
            return key
    raise KinerjaError(
        f"Perjanjian Kinerja '{tentang}' tidak ada pada {tahun}.",
        "Tulis kodenya seperti di halaman Perjanjian Kinerja, atau nama pejabatnya.",
    )


def list_pihak(office: Office) -> dict[UUID, str]:
    """Return who can promise: the officials in post today, the Camat first."""
    with office.journal.reading() as session:
        posts = list_in_post(session, office.today())
    ordered = sorted(posts, key=lambda post: (post[0].peran != CAMAT, post[0].jabatan))
    return {pejabat.id: f"{post.jabatan} – {pejabat.nama}" for post, pejabat in ordered}


def list_calon_butir(office: Office, perjanjian_id: UUID) -> dict[UUID, str]:
    """Return the indicators in force in the year that are no items yet."""
    with office.journal.reading() as session:
        row = session.get_one(PerjanjianKinerja, perjanjian_id)
        taken = {butir.indikator_id for butir in queries.list_butir(session, perjanjian_id)}
        found = list_indikator(session, row.tahun)
        if row.pejabat_id:
            found += list_indikator(session, row.tahun, row.pejabat_id)
        return {item.id: f"{item.kode} – {item.uraian}" for item in found if item.id not in taken}


def list_butir(
    session: Session,
    perjanjian_id: UUID,
    groups: Mapping[UUID, str],
    targets: Mapping[UUID, Nilai | None],
) -> list[Butir]:
    """Return the items of a version as they are shown, in the order of their indicators.

    Args:
        session: a reading session.
        perjanjian_id: which version.
        groups: words of every tujuan, sasaran and budget line.
        targets: what the Renstra says.
    """
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
        for butir, item in queries.list_butir_with_indikator(session, perjanjian_id)
    ]
