"""A small office with round figures, for the tests of services and pages."""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.services.awal.setup import KantorBaru, PejabatAwal, set_up
from kinerja_desktop.services.kantor.data_entry import add_row
from kinerja_desktop.services.kantor.office import Office

TAHUN = 2025
INDIKATOR = ("A1", "B1", "B2", "B3")


def fill_kantor(office: Office) -> dict[str, UUID]:
    """Set up an office with sasaran A (one indicator) and B (three), all with target 100.

    Returns:
        The id of every row by its kode.
    """
    set_up(
        office,
        KantorBaru(
            {"kecamatan": "Uji", "kabupaten": "Lumajang", "provinsi": "Jawa Timur"},
            TAHUN,
            [
                PejabatAwal("Camat Uji", "Camat Uji", "camat", date(2020, 1, 1)),
                PejabatAwal("Kasi Uji", "Kasi Pelayanan", "kasi", date(2020, 1, 1)),
            ],
            sop=(),
        ),
    )
    renstra = add_row(
        office, "periode_renstra", {"nama": "2025–2029", "tahun_awal": 2025, "tahun_akhir": 2029}
    )
    ids = {"renstra": renstra}
    ids["T1"] = add_row(
        office, "tujuan", {"periode_renstra_id": renstra, "kode": "T1", "uraian": "Tujuan"}
    )
    for kode in "AB":
        ids[kode] = add_row(
            office,
            "sasaran",
            {"tujuan_id": ids["T1"], "kode": kode, "uraian": f"Sasaran {kode}"},
        )
    for kode in INDIKATOR:
        ids[kode] = add_indikator(office, kode, sasaran_id=ids[kode[0]])
    return ids


def add_indikator(
    office: Office, kode: str, target: Nilai | None = Decimal(100), **values: Any
) -> UUID:
    """Add an indicator with a target for the year."""
    plain = {"uraian": f"Indikator {kode}", "jenis": "IKU", "level": "sasaran", "satuan": "%",
             "arah": "naik", "akumulasi": "posisi_akhir"}  # fmt: skip
    key = add_row(office, "indikator", {"kode": kode, **plain, **values})
    add_row(office, "target_tahunan", {"indikator_id": key, "tahun": TAHUN, "nilai": target})
    return key
