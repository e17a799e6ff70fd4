"""What an LKjIP needs of the plan, beyond the measurement of its years."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import PurePath
from uuid import UUID

from sqlmodel import Session, col, select

from kinerja_desktop.domain.anggaran.rincian_anggaran import add_up
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.urutan_kode import order_kode
from kinerja_desktop.domain.lkjip.bahan import (
    SASARAN,
    TUJUAN,
    BarisBelanja,
    BelanjaTahun,
    FotoBukti,
    IndikatorLkjip,
    PejabatStruktur,
    RenstraLkjip,
    SasaranLkjip,
    Standar,
)
from kinerja_desktop.domain.sections.realisasi import TINGKAT_PEMBANDING
from kinerja_desktop.store.queries.anggaran import list_dukungan, list_mata_anggaran, load_rincian
from kinerja_desktop.store.queries.bahan import list_indikator
from kinerja_desktop.store.queries.lampiran import MILIK_REALISASI
from kinerja_desktop.store.queries.pejabat import list_in_post
from kinerja_desktop.store.queries.renstra import find_renstra
from kinerja_desktop.store.records import (
    Indikator,
    Lampiran,
    Pembanding,
    Realisasi,
    Sasaran,
    TargetTahunan,
    Tujuan,
)

_PICTURES = (".png", ".jpg", ".jpeg")


def load_renstra(session: Session, tahun: int) -> RenstraLkjip | None:
    """Return the Renstra of a year as the report names it."""
    row = find_renstra(session, tahun)
    if row is None:
        return None
    return RenstraLkjip(row.nama, row.tahun_awal, row.tahun_akhir, row.nomor, row.tanggal)


def load_sasaran(session: Session, tahun: int, measured: Sequence[UUID]) -> list[SasaranLkjip]:
    """Return the tujuan with indicators of their own and all sasaran of the year's Renstra.

    Args:
        session: a reading session.
        tahun: year of the report.
        measured: the indicators of the year's measurement, in their order; one that was retired
            after it was signed still belongs to its sasaran.
    """
    renstra = find_renstra(session, tahun)
    if renstra is None:
        return []
    below: dict[UUID, list[Indikator]] = defaultdict(list)
    rows = {row.id: row for row in session.exec(select(Indikator))}
    for indikator in (rows[key] for key in measured if key in rows):
        if parent := indikator.sasaran_id or indikator.tujuan_id:
            below[parent].append(indikator)
    programs = _load_programs(session)
    found: list[SasaranLkjip] = []
    tujuan = session.exec(select(Tujuan).where(Tujuan.periode_renstra_id == renstra.id))
    for goal in sorted(tujuan, key=lambda row: order_kode(row.kode)):
        if own := below[goal.id]:
            keys = tuple(str(row.id) for row in own)
            found.append(SasaranLkjip(str(goal.id), goal.kode, goal.uraian, TUJUAN, "", keys, ()))
        sasaran = session.exec(select(Sasaran).where(Sasaran.tujuan_id == goal.id))
        for row in sorted(sasaran, key=lambda row: order_kode(row.kode)):
            keys = tuple(str(item.id) for item in below[row.id])
            found.append(
                SasaranLkjip(
                    str(row.id), row.kode, row.uraian, SASARAN, goal.uraian, keys,
                    tuple(sorted(programs[row.id], key=order_kode)),
                )
            )  # fmt: skip
    return found


def load_indikator(session: Session, tahun: int) -> list[IndikatorLkjip]:
    """Return what the report needs of each indicator of the year beyond its measurement."""
    targets: dict[UUID, list[TargetTahunan]] = defaultdict(list)
    for target in session.exec(select(TargetTahunan).order_by(col(TargetTahunan.tahun))):
        targets[target.indikator_id].append(target)
    standards: dict[UUID, list[Pembanding]] = defaultdict(list)
    for row in list_pembanding(session, tahun):
        standards[row.indikator_id].append(row)
    codes = {row.id: row.kode for row in list_mata_anggaran(session)}
    order = list(TINGKAT_PEMBANDING)
    return [
        IndikatorLkjip(
            str(item.id),
            tuple((row.tahun, row.nilai) for row in targets[item.id]),
            tuple(
                Standar(row.tingkat, row.nilai, row.sumber)
                for row in sorted(standards[item.id], key=lambda row: order.index(row.tingkat))
                if row.nilai is not None
            ),
            codes.get(item.mata_anggaran_id, "") if item.mata_anggaran_id else "",
            tuple(
                tingkat
                for tingkat in order
                if any(row.tidak_ada and row.tingkat == tingkat for row in standards[item.id])
            ),
        )
        for item in list_indikator(session, tahun)
    ]


def list_pembanding(session: Session, tahun: int) -> list[Pembanding]:
    """Return the standards of a year, in no order: one for each indicator and tingkat."""
    return list(session.exec(select(Pembanding).where(Pembanding.tahun == tahun)))


def load_belanja(session: Session, tahun: int, day: date) -> list[BarisBelanja]:
    """Return the budget of a year down to sub kegiatan, each line below its parent."""
    return [
        BarisBelanja(row.simpul.kode, row.simpul.nama, row.tingkat, row.pagu, row.realisasi)
        for row in load_rincian(session, Periode(tahun), day)
    ]


def load_belanja_tahun(session: Session, tahun: int) -> BelanjaTahun:
    """Return the whole budget of a year as it stood at the year's end."""
    periode = Periode(tahun)
    rows = [row for row in load_rincian(session, periode, periode.last_day) if row.tingkat == 0]
    return BelanjaTahun(
        tahun, add_up([row.pagu for row in rows]), add_up([row.realisasi for row in rows])
    )


def load_pejabat(session: Session, day: date) -> list[PejabatStruktur]:
    """Return who held which post on a day, the Camat first."""
    order = ("camat", "sekretaris", "kasubbag", "kasi", "lurah", "staf", "lain")
    posts = sorted(
        list_in_post(session, day), key=lambda pair: (order.index(pair[0].peran), pair[0].jabatan)
    )
    return [
        PejabatStruktur(post.peran, post.jabatan, person.nama, person.nip, person.pangkat)
        for post, person in posts
    ]


def load_foto(session: Session, tahun: int) -> list[FotoBukti]:
    """Return the pictures among a year's evidence, in the order they were attached."""
    rows = session.exec(
        select(Lampiran, Indikator)
        .join(Realisasi, col(Realisasi.id) == col(Lampiran.milik_id))
        .join(Indikator, col(Indikator.id) == col(Realisasi.indikator_id))
        .where(Lampiran.milik == MILIK_REALISASI, Realisasi.tahun == tahun)
        .order_by(col(Lampiran.ditambahkan), col(Lampiran.nama))
    )
    return [
        FotoBukti(file.sha256, file.keterangan or PurePath(file.nama).stem, indikator.uraian)
        for file, indikator in rows
        if file.nama.lower().endswith(_PICTURES)
    ]


def _load_programs(session: Session) -> dict[UUID, set[str]]:
    """Return the kode of the programs that support each sasaran."""
    codes = {row.id: row.kode for row in list_mata_anggaran(session)}
    programs: dict[UUID, set[str]] = defaultdict(set)
    for link in list_dukungan(session):
        programs[link.sasaran_id].add(codes[link.mata_anggaran_id])
    return programs
