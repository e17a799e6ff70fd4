"""What looks odd about the realisasi that a workbook brings (`domain/capaian/kewajaran.py`)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from kinerja_desktop.domain.angka.periode import TRIWULAN
from kinerja_desktop.domain.capaian.akumulasi import Akumulasi
from kinerja_desktop.domain.capaian.capaian import IsianRealisasi
from kinerja_desktop.domain.capaian.kewajaran import check_kewajaran
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.domain.capaian.pengukuran import BahanUkur
from kinerja_desktop.domain.capaian.rumus import Arah
from kinerja_desktop.services.kantor.data_entry import Row

_Key = tuple[UUID, int]


class KewajaranImpor:
    """Judges realisasi by the state that there would be after the import."""

    def __init__(
        self,
        indikator: Mapping[UUID, Row],
        targets: Mapping[_Key, Nilai],
        plans: Iterable[Row],
        entries: Iterable[Row],
    ) -> None:
        """Take in that state.

        Args:
            indikator: by id.
            targets: of the years.
            plans: the rows of Rencana Aksi.
            entries: the rows of Realisasi.
        """
        self._indikator, self._targets = indikator, targets
        self._plans = {(row["indikator_id"], row["tahun"]): row for row in plans}
        self._entries: dict[_Key, list[Row]] = {}
        for row in entries:
            self._entries.setdefault((row["indikator_id"], row["tahun"]), []).append(row)

    def check(self, row: Row) -> Iterator[str]:
        """Yield what is odd about a row of Realisasi."""
        bahan = self._make_bahan(row["indikator_id"], row["tahun"])
        yield from check_kewajaran(bahan, row["triwulan"], row["nilai"])

    def _make_bahan(self, indikator_id: UUID, tahun: int) -> BahanUkur:
        about, key = self._indikator[indikator_id], (indikator_id, tahun)
        plan: Mapping[str, Any] = self._plans.get(key, {})
        return BahanUkur(
            id=str(indikator_id),
            uraian=about["uraian"],
            kelompok="",
            satuan=about["satuan"],
            arah=Arah(about["arah"]),
            akumulasi=Akumulasi(about["akumulasi"]),
            target=self._targets.get(key),
            target_triwulan={tw: plan.get(f"tw{tw}") for tw in TRIWULAN},
            isian_triwulan={
                row["triwulan"]: IsianRealisasi(row["nilai"], row["tidak_berlaku"])
                for row in self._entries.get(key, ())
                if row["triwulan"]
            },
        )
