"""Enter one figure of an earlier year, or a standard, as the matrix of earlier years does."""

from uuid import UUID

from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip.riwayat_capaian import (
    NILAI,
    REALISASI,
    SUMBER,
    TARGET,
    fill_riwayat,
)


def set_target_lama(office: Office, tahun: int, indikator_id: UUID, nilai: Nilai | None) -> None:
    fill_riwayat(office, tahun + 1, [(indikator_id, (TARGET, tahun), nilai)])


def set_realisasi_lama(office: Office, tahun: int, indikator_id: UUID, nilai: Nilai | None) -> None:
    fill_riwayat(office, tahun + 1, [(indikator_id, (REALISASI, tahun), nilai)])


def set_pembanding(
    office: Office, tahun: int, indikator_id: UUID, tingkat: str, nilai: Nilai | None, sumber: str
) -> None:
    cells = [(indikator_id, (NILAI, tingkat), nilai), (indikator_id, (SUMBER, tingkat), sumber)]
    fill_riwayat(office, tahun, cells)
