"""Everything that measuring a period needs, read from the plan."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlmodel import Session, col, or_, select

from kinerja_desktop.domain.angka.urutan_kode import order_kode
from kinerja_desktop.domain.capaian.akumulasi import Akumulasi, targets_of_months
from kinerja_desktop.domain.capaian.capaian import IsianRealisasi
from kinerja_desktop.domain.capaian.freezing import thaw
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur, Narasi
from kinerja_desktop.domain.capaian.profil import ATURAN_KINI, Aturan, ProfilRumus
from kinerja_desktop.domain.capaian.rasio import complete_realisasi
from kinerja_desktop.domain.capaian.rumus import Arah, Rumus
from kinerja_desktop.store import records
from kinerja_desktop.store.queries.anggaran import list_mata_anggaran
from kinerja_desktop.store.queries.renstra import (
    NO_MONTHS,
    list_rencana_aksi,
    list_sasaran,
    load_months,
    load_target,
)
from kinerja_desktop.store.records import (
    ButirPerjanjian,
    Indikator,
    Pejabat,
    PerjanjianKinerja,
    Realisasi,
    RencanaAksi,
    Tujuan,
)

IKI = "IKI"
_LEVEL_ORDER = ("tujuan", "sasaran", "program", "kegiatan", "sub_kegiatan")
_LAST = 10_000


def load_bahan(
    session: Session,
    tahun: int,
    pejabat_id: UUID | None = None,
    aturan: Aturan = ATURAN_KINI,
) -> list[BahanUkur]:
    """Return the indicators in force in a year, in the order of the form.

    Args:
        session: a reading session.
        tahun: year of measurement.
        pejabat_id: whose IKI; None for the office's own indicators.
        aturan: edition of the rules by which it will be measured; the first knew no target that
            follows from months and no realisasi from its pembilang and penyebut.
    """
    indikator = list_indikator(session, tahun, pejabat_id)
    ids = {row.id for row in indikator}
    groups = load_groups(session)
    targets = _load_targets(session, tahun)
    plans = {row.indikator_id: row for row in list_rencana_aksi(session, tahun)}
    months = {} if aturan is Aturan.SATU else load_months(session, tahun)
    entries: dict[UUID, list[Realisasi]] = {}
    for row in session.exec(select(Realisasi).where(Realisasi.tahun == tahun)):
        if row.indikator_id in ids:
            entries.setdefault(row.indikator_id, []).append(row)
    return [
        _bahan(
            row,
            groups,
            targets.get(row.id, (None, "")),
            _target_triwulan(row, plans.get(row.id), months.get(str(row.id), NO_MONTHS)),
            _entered(entries.get(row.id, ()), row.satuan, aturan),
        )
        for row in indikator
    ]


def list_from_months(session: Session, tahun: int) -> frozenset[str]:
    """Return the indicators whose targets of the triwulan follow from those of the months."""
    plans = {str(row.indikator_id): row for row in list_rencana_aksi(session, tahun)}
    months = load_months(session, tahun)
    return frozenset(
        key for key, targets in months.items() if _follow_from_months(plans.get(key), targets)
    )


def refresh_bahan(session: Session, bahan: BahanUkur, tahun: int) -> BahanUkur:
    """Return an indicator with its realisasi of a year read again; its plan stays as it was."""
    rows = session.exec(
        select(Realisasi).where(Realisasi.indikator_id == UUID(bahan.id), Realisasi.tahun == tahun)
    )
    return replace(bahan, **_entered(rows, bahan.satuan))


def list_indikator(session: Session, tahun: int, pejabat_id: UUID | None = None) -> list[Indikator]:
    """Return the indicators in force in a year, in the order of the form."""
    query = select(Indikator)
    if pejabat_id is None:
        query = query.where(col(Indikator.jenis) != IKI)
    else:
        query = query.where(col(Indikator.jenis) == IKI, Indikator.pejabat_id == pejabat_id)
    rows = [row for row in session.exec(query) if is_in_force(row, tahun)]
    return sort_indikator(session, rows)


def list_iki(session: Session, tahun: int) -> dict[UUID | None, list[Indikator]]:
    """Return the IKI in force in a year by their official, each one's in the order of the form."""
    rows = session.exec(select(Indikator).where(col(Indikator.jenis) == IKI))
    found: dict[UUID | None, list[Indikator]] = {}
    for row in sort_indikator(session, (row for row in rows if is_in_force(row, tahun))):
        found.setdefault(row.pejabat_id, []).append(row)
    return found


def sort_indikator(session: Session, rows: Iterable[Indikator]) -> list[Indikator]:
    """Return indicators in the one order in which every paper of the office has them.

    By level, then by the kode of their tujuan or sasaran, their urutan (none is last), their kode.
    """
    kode = {row.id: row.kode for row in session.exec(select(Tujuan))}
    kode |= {row.id: row.kode for row in list_sasaran(session)}
    return sorted(rows, key=lambda row: _order(row, kode))


def list_indikator_within(session: Session, first: int, last: int) -> list[Indikator]:
    """Return the indicators in force in any of these years.

    The office's own come before IKI, those with an urutan before those without, then by kode.
    """
    begin, end = col(Indikator.berlaku_dari), col(Indikator.berlaku_sampai)
    query = select(Indikator).where(
        or_(begin.is_(None), begin <= last), or_(end.is_(None), end >= first)
    )
    return sorted(
        session.exec(query),
        key=lambda row: (
            row.jenis == IKI,
            row.urutan is None,
            row.urutan or 0,
            order_kode(row.kode),
        ),
    )


def list_pejabat_with_iki(session: Session) -> list[Pejabat]:
    """Return the officials who have IKI of whatever year, in order of their names."""
    query = (
        select(Pejabat)
        .join(Indikator, col(Indikator.pejabat_id) == col(Pejabat.id))
        .where(Indikator.jenis == IKI)
        .distinct()
        .order_by(Pejabat.nama)
    )
    return list(session.exec(query))


def load_profil(session: Session, tahun: int) -> ProfilRumus:
    """Return the formula profile in force in a year; the default when none is stored."""
    rows = session.exec(
        select(records.ProfilRumus)
        .where(records.ProfilRumus.berlaku_dari <= tahun)
        .order_by(col(records.ProfilRumus.berlaku_dari).desc())
    ).first()
    if rows is None:
        return ProfilRumus()
    return replace(thaw(ProfilRumus, rows.model_dump()), aturan=ATURAN_KINI)


def is_in_force(row: Indikator, tahun: int) -> bool:
    """Tell whether an indicator is in force in a year."""
    begin, end = row.berlaku_dari, row.berlaku_sampai
    return (begin is None or begin <= tahun) and (end is None or tahun <= end)


def _order(row: Indikator, kode: dict[UUID, str]) -> tuple[int, object, int, object]:
    parent = row.sasaran_id or row.tujuan_id
    return (
        _LEVEL_ORDER.index(row.level) if row.level in _LEVEL_ORDER else len(_LEVEL_ORDER),
        order_kode(kode.get(parent, "") if parent else ""),
        _LAST if row.urutan is None else row.urutan,
        order_kode(row.kode),
    )


def load_groups(session: Session) -> dict[UUID, str]:
    """Return the words of every tujuan, sasaran and budget line, by id."""
    groups = {row.id: row.uraian for row in session.exec(select(Tujuan))}
    groups |= {row.id: row.uraian for row in list_sasaran(session)}
    return groups | {row.id: row.nama for row in list_mata_anggaran(session)}


def _load_targets(session: Session, tahun: int) -> dict[UUID, tuple[Nilai | None, str]]:
    """Return each indicator's target: of the latest Perjanjian Kinerja, else of the Renstra."""
    targets: dict[UUID, tuple[Nilai | None, str]] = {
        key: (nilai, "target Renstra") for key, nilai in load_target(session, tahun).items()
    }
    promises = session.exec(
        select(ButirPerjanjian, PerjanjianKinerja)
        .join(
            PerjanjianKinerja,
            col(PerjanjianKinerja.id) == col(ButirPerjanjian.perjanjian_kinerja_id),
        )
        .where(PerjanjianKinerja.tahun == tahun)
        .order_by(col(PerjanjianKinerja.perubahan_ke))
    )
    for butir, perjanjian in promises:
        if butir.target is not None:
            ke = perjanjian.perubahan_ke
            source = f"Perjanjian Kinerja Perubahan ke-{ke}" if ke else "Perjanjian Kinerja"
            targets[butir.indikator_id] = (butir.target, source)
    return targets


def _bahan(
    row: Indikator,
    groups: dict[UUID, str],
    target: tuple[Nilai | None, str],
    target_triwulan: dict[int, Nilai | None],
    entered: dict[str, Any],
) -> BahanUkur:
    parent = row.sasaran_id or row.tujuan_id or row.mata_anggaran_id
    return BahanUkur(
        id=str(row.id),
        uraian=row.uraian,
        kelompok=row.kinerja or (groups.get(parent, "") if parent else ""),
        kode=row.kode,
        satuan=row.satuan,
        arah=Arah(row.arah),
        rumus=Rumus(row.rumus) if row.rumus else None,
        akumulasi=Akumulasi(row.akumulasi),
        bobot=BahanUkur.bobot if row.bobot is None else row.bobot,
        target=target[0],
        sumber_target=target[1],
        target_triwulan=target_triwulan,
        penanggung_jawab=row.penanggung_jawab,
        sumber_data=row.sumber_data,
        **entered,
    )


def _target_triwulan(
    row: Indikator, plan: RencanaAksi | None, months: Sequence[Nilai | None]
) -> dict[int, Nilai | None]:
    """Return the targets of the Rencana Aksi; only where there is none, those of the months."""
    if _follow_from_months(plan, months):
        return targets_of_months(Akumulasi(row.akumulasi), months)
    return dict(enumerate(_own_targets(plan), start=1))


def _own_targets(plan: RencanaAksi | None) -> tuple[Nilai | None, ...]:
    return (plan.tw1, plan.tw2, plan.tw3, plan.tw4) if plan else ()


def _follow_from_months(plan: RencanaAksi | None, months: Sequence[Nilai | None]) -> bool:
    if any(target is not None for target in _own_targets(plan)):
        return False
    return any(target is not None for target in months)


def _entered(
    entries: Iterable[Realisasi], satuan: str, aturan: Aturan = ATURAN_KINI
) -> dict[str, Any]:
    """Return what was entered in a year, as attributes of a `BahanUkur`."""
    by_periode = {entry.triwulan: entry for entry in entries}
    isian = {triwulan: _isian(entry, satuan, aturan) for triwulan, entry in by_periode.items()}
    return {
        "isian_tahunan": isian.pop(None, BahanUkur.isian_tahunan),
        "isian_triwulan": {
            tw: value for tw, value in sorted(isian.items(), key=lambda i: i[0] or 0) if tw
        },
        "narasi": {
            triwulan: Narasi(
                entry.pendorong,
                entry.penghambat,
                entry.tindak_lanjut,
                entry.penanggung_jawab,
                entry.batas_waktu,
            )
            for triwulan, entry in by_periode.items()
        },
    }


def _isian(entry: Realisasi, satuan: str, aturan: Aturan) -> IsianRealisasi:
    isian = IsianRealisasi(entry.nilai, entry.tidak_berlaku, entry.alasan, entry.capaian_manual)
    if aturan is Aturan.SATU:
        return isian
    whole = replace(isian, pembilang=entry.pembilang, penyebut=entry.penyebut)
    return complete_realisasi(whole, satuan)
