"""What the planning papers of a year say, each gathered with one call for print and LKjIP."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.anggaran.rincian_anggaran import add_up
from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.laporan.penetapan_iku import (
    BarisIku,
    PenetapanIku,
    SasaranIku,
    write_formula,
)
from kinerja_desktop.domain.laporan.pengukuran_kinerja import angka_nilai
from kinerja_desktop.domain.laporan.rencana_kinerja import (
    IndikatorBertarget,
    ProgramBerpagu,
    RencanaKinerja,
    SasaranBertarget,
)
from kinerja_desktop.store.queries.anggaran import load_rincian
from kinerja_desktop.store.queries.bahan import list_indikator, load_groups
from kinerja_desktop.store.queries.kantor import get_instansi
from kinerja_desktop.store.queries.renstra import find_renstra, load_target, load_targets
from kinerja_desktop.store.records import Indikator

IKU = "IKU"
#: Where the money of a kecamatan comes from: its DPA is part of the APBD (`docs/sakip.md` §6.2).
SUMBER_DANA = "APBD"
_STRATEGIC = ("tujuan", "sasaran")
T = TypeVar("T")


def gather_iku(session: Session, tahun: int) -> PenetapanIku:
    """Return the IKU in force in a year with the targets of their Renstra.

    `docs/sakip.md` §3.1.
    """
    instansi = get_instansi(session)
    renstra = find_renstra(session, tahun)
    first, last = (renstra.tahun_awal, renstra.tahun_akhir) if renstra else (tahun, tahun)
    years = tuple(range(first, last + 1))
    targets = load_targets(session, years)
    rows = [row for row in list_indikator(session, tahun) if row.jenis == IKU]
    has_target = any(
        value is not None for row in rows for value in targets.get(row.id, {}).values()
    )
    printed = years if has_target else ()
    groups = group_by_sasaran(session, rows)
    return PenetapanIku(
        skpd=f"Kecamatan {instansi.kecamatan}",
        keputusan=f"Keputusan Camat {instansi.kecamatan}",
        nomor=renstra.nomor_iku if renstra else "",
        tanggal=renstra.tanggal_iku if renstra else None,
        tugas=instansi.tugas,
        fungsi=instansi.fungsi,
        tahun_awal=first,
        tahun_akhir=last,
        sasaran=tuple(
            SasaranIku(name, tuple(_iku(row, targets.get(row.id, {}), printed) for row in items))
            for name, items in groups.items()
        ),
        tahun=printed,
    )


def gather_rkt(session: Session, tahun: int, day: date) -> RencanaKinerja:
    """Return what is planned for a year: the targets of the Renstra and the programs.

    Args:
        session: a reading session.
        tahun: the year.
        day: pagu is the one in force on this day.
    """
    instansi = get_instansi(session)
    targets = load_target(session, tahun)
    rows = [
        row for row in list_indikator(session, tahun) if row.jenis == IKU or row.level in _STRATEGIC
    ]
    program = list_program(session, tahun, day)
    return RencanaKinerja(
        skpd=f"Kecamatan {instansi.kecamatan}",
        tahun=tahun,
        sasaran=tuple(
            SasaranBertarget(
                name,
                tuple(
                    IndikatorBertarget(row.uraian, row.satuan, angka_nilai(targets.get(row.id)))
                    for row in items
                ),
            )
            for name, items in group_by_sasaran(session, rows).items()
        ),
        program=program,
        jumlah=add_up([item.pagu for item in program]),
    )


def list_program(session: Session, tahun: int, day: date) -> tuple[ProgramBerpagu, ...]:
    """Return the programs that have pagu, each once however many sasaran it serves.

    `docs/sakip.md` §3.5.
    """
    return tuple(
        ProgramBerpagu(row.simpul.kode, row.simpul.nama, row.pagu, SUMBER_DANA)
        for row in load_rincian(session, Periode(tahun), day)
        if row.tingkat == 0 and row.pagu is not None
    )


def group_by_sasaran(session: Session, rows: Iterable[Indikator]) -> dict[str, list[Indikator]]:
    """Return indicators below the words of their sasaran, tujuan or program, in their order."""
    words = load_groups(session)
    return group_by([(_words_of(row, words), row) for row in rows])


def group_by(pairs: Sequence[tuple[str, T]]) -> dict[str, list[T]]:
    """Return what has the same name together, in order of first appearance."""
    groups: dict[str, list[T]] = {}
    for name, item in pairs:
        groups.setdefault(name, []).append(item)
    return groups


def _words_of(row: Indikator, words: Mapping[UUID, str]) -> str:
    parent = row.sasaran_id or row.tujuan_id or row.mata_anggaran_id
    return words.get(parent, "") if parent else ""


def _iku(row: Indikator, targets: Mapping[int, Nilai | None], years: Sequence[int]) -> BarisIku:
    return BarisIku(
        uraian=row.uraian,
        satuan=row.satuan,
        penjelasan="\n".join(text for text in (row.alasan, row.definisi_operasional) if text),
        formula=write_formula(row.formula, row.pembilang, row.penyebut, row.satuan),
        sumber_data=row.sumber_data,
        penanggung_jawab=row.penanggung_jawab,
        target=tuple(angka_nilai(targets.get(tahun)) for tahun in years),
    )
