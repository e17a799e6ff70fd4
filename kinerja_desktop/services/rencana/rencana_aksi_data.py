"""What a Rencana Aksi says on paper (`docs/sakip.md` §3.6)."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from sqlmodel import Session

from kinerja_desktop.domain.angka.periode import TRIWULAN, Periode
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur
from kinerja_desktop.domain.laporan.pengukuran_kinerja import (
    Angka,
    PejabatDiukur,
    angka_nilai,
    angka_rupiah,
)
from kinerja_desktop.domain.laporan.rencana_aksi import (
    KISI_BULAN,
    KISI_TRIWULAN,
    BarisRencanaAksi,
    RencanaAksiTercetak,
    SasaranRencanaAksi,
)
from kinerja_desktop.services.rencana.plan_data import group_by
from kinerja_desktop.store.queries.anggaran import load_rincian, load_simpul
from kinerja_desktop.store.queries.bahan import load_bahan
from kinerja_desktop.store.queries.kantor import get_instansi
from kinerja_desktop.store.queries.pejabat import find_party
from kinerja_desktop.store.queries.renstra import NO_MONTHS, list_rencana_aksi, load_months
from kinerja_desktop.store.records import RencanaAksi


def gather_rencana_aksi(
    session: Session, tahun: int, day: date, pejabat_id: UUID | None = None
) -> RencanaAksiTercetak:
    """Return the Rencana Aksi of a year in the office's grid of triwulan or months.

    Args:
        session: a reading session.
        tahun: the year.
        day: pagu is the one in force on this day.
        pejabat_id: whose; None for the office's.
    """
    instansi = get_instansi(session)
    kisi = instansi.kisi_rencana_aksi or KISI_TRIWULAN
    plans = {str(row.indikator_id): row for row in list_rencana_aksi(session, tahun)}
    months = load_months(session, tahun) if kisi == KISI_BULAN else None
    budget = _Budget(session, tahun, day)
    groups = group_by([(item.kelompok, item) for item in load_bahan(session, tahun, pejabat_id)])
    return RencanaAksiTercetak(
        skpd=f"Kecamatan {instansi.kecamatan}",
        tahun=tahun,
        kisi=kisi,
        sasaran=tuple(
            SasaranRencanaAksi(
                name,
                tuple(_baris(item, plans.get(item.id), months, budget) for item in items),
            )
            for name, items in groups.items()
        ),
        pejabat=_pejabat(session, pejabat_id, day) if pejabat_id else None,
    )


class _Budget:
    """Names budget lines, and hands out the pagu of each once only (`docs/sakip.md` §4.9)."""

    def __init__(self, session: Session, tahun: int, day: date) -> None:
        self._names = {row.id: f"{row.kode} {row.nama}" for row in load_simpul(session)}
        self._pagu: dict[str, Decimal | None] = {
            row.simpul.id: row.pagu for row in load_rincian(session, Periode(tahun), day)
        }
        self._printed: set[str] = set()

    def take(self, key: UUID | None) -> tuple[str, Angka]:
        """Return name and pagu of a line; both "-" for none."""
        if key is None:
            return "", angka_rupiah(None)
        line = str(key)
        pagu = Angka("") if line in self._printed else angka_rupiah(self._pagu.get(line))
        self._printed.add(line)
        return self._names[line], pagu


def _baris(
    bahan: BahanUkur,
    plan: RencanaAksi | None,
    months: Mapping[str, Sequence[Nilai | None]] | None,
    budget: _Budget,
) -> BarisRencanaAksi:
    if months is None:
        berkala: Sequence[Nilai | None] = [bahan.target_triwulan.get(tw) for tw in TRIWULAN]
    else:
        berkala = months.get(bahan.id, NO_MONTHS)
    program, pagu = budget.take(plan.mata_anggaran_id if plan else None)
    return BarisRencanaAksi(
        indikator=bahan.uraian,
        satuan=bahan.satuan,
        target=angka_nilai(bahan.target),
        aktivitas=plan.aktivitas if plan else "",
        berkala=tuple(angka_nilai(value) for value in berkala),
        program=program,
        pagu=pagu,
        penanggung_jawab=(plan.penanggung_jawab if plan else "") or bahan.penanggung_jawab,
    )


def _pejabat(session: Session, pejabat_id: UUID, day: date) -> PejabatDiukur | None:
    found = find_party(session, pejabat_id, day)
    return PejabatDiukur(found.nama, found.nip, found.jabatan) if found else None
