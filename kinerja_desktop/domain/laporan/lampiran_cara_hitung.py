"""Turn a measurement into its *Lampiran cara hitung*, draft and final alike."""

from collections.abc import Mapping
from dataclasses import replace

from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator
from kinerja_desktop.domain.capaian.snapshot import SnapshotPengukuran
from kinerja_desktop.domain.laporan.cara_hitung import (
    BarisCaraHitung,
    CaraHitungTercetak,
    Keterangan,
    explain,
)
from kinerja_desktop.domain.laporan.dari_snapshot import make_pengukuran_kinerja


def make_cara_hitung(
    snapshot: SnapshotPengukuran, keterangan: Mapping[str, Keterangan], *, kode: str
) -> CaraHitungTercetak:
    """Return how every figure of a measurement came about.

    Args:
        snapshot: texts and raw inputs; of a final measurement, the frozen ones.
        keterangan: by id of the indicator; for those left out, what the snapshot itself holds.
        kode: kode verifikasi of a final measurement; empty for a draft.
    """
    laporan = make_pengukuran_kinerja(snapshot, draf=not kode)
    means = {group.sasaran: group.rata_rata for group in laporan.kelompok}

    def baris(item: HasilIndikator) -> BarisCaraHitung:
        bahan = item.bahan
        own = Keterangan(sumber_data=bahan.sumber_data, penanggung_jawab=bahan.penanggung_jawab)
        known = keterangan.get(bahan.id, own)
        return BarisCaraHitung(item, explain(item, snapshot.periode, known))

    return CaraHitungTercetak(
        skpd=laporan.skpd,
        periode=snapshot.periode,
        kelompok=tuple(
            (group.uraian, tuple(map(baris, group.indikator)), means[group.uraian])
            for group in snapshot.measure().sasaran
        ),
        rata_rata=laporan.rata_rata,
        # At its second mention a program has no amounts.
        program=tuple(
            item for group in laporan.kelompok for item in group.program if item.pagu.teks
        ),
        anggaran=laporan.anggaran,
        aturan=tuple(snapshot.profil.describe()),
        kode=kode,
        pejabat=laporan.pejabat,
        tanda=replace(laporan.tanda, draf=not kode),
    )
