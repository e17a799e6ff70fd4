"""A small office with every kind of accumulation, evaluated in TW III of 2025.

Renstra 2024–2026, so 2024 is the one year before. Amounts are in millions of rupiah. What the form
must say stands in `test_baca.py`, reckoned by hand.
"""

from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.nilai import Nilai
from kinerja_desktop.services.awal.setup import KantorBaru, PejabatAwal, set_up
from kinerja_desktop.services.kantor.data_entry import add_row
from kinerja_desktop.services.kantor.office import Office

TW3 = Periode(2025, 3)
YEARS = (2024, 2025, 2026)
P, K = "7.01.01", "7.01.01.2.01"
S1, S2, S3 = (f"7.01.01.2.01.000{number}" for number in (1, 2, 3))

#: kode: line, level, akumulasi, satuan, targets of the three years, realisasi of 2024 and 2025.
INDIKATOR: dict[str, tuple[Any, ...]] = {
    "A": (S1, "sub_kegiatan", "akumulasi", "laporan", (10, 12, 14), (2, 2, 2, 3), (3, 4, 2, 9)),
    "B": (S1, "sub_kegiatan", "posisi_akhir", "%", (80, 85, 90), (None, None, None, 78),
          (70, None, 81, 99)),
    "C": (S2, "sub_kegiatan", "rata_rata", "hari", (5, 4, 3), (6, 4, None, None), (5, 4, "4.5")),
    "D": (K, "kegiatan", "maksimum", "skor", (10, 10, 20), (7, 9, None, None), (8, 6)),
    "E": (K, "kegiatan", "minimum", "skor", (11, 12, 15), (7, 9, None, None), (8, 6)),
    "F": (P, "program", "tahunan_saja", "predikat", ("A", "A", "A"), (), ()),
}  # fmt: skip


def million(amount: int | None) -> Decimal | None:
    return None if amount is None else Decimal(amount) * 1_000_000


def as_nilai(value: Any) -> Nilai | None:
    return value if value is None or value == "A" else Decimal(value)


def fill_evaluasi(office: Office) -> dict[str, UUID]:
    """Set the office up; return the ids by kode."""
    set_up(
        office,
        KantorBaru(
            {
                "kecamatan": "Uji", "kabupaten": "Lumajang", "provinsi": "Jawa Timur",
                "alamat": "Jalan Uji 1",
            },
            2025,
            [PejabatAwal("Camat Uji", "Camat Uji", "camat", date(2020, 1, 1))],
            sop=(),
        ),
    )  # fmt: skip
    add_row(
        office, "periode_renstra", {"nama": "2024–2026", "tahun_awal": 2024, "tahun_akhir": 2026}
    )
    ids = fill_budget(office)
    for kode, (line, level, akumulasi, satuan, targets, before, now) in INDIKATOR.items():
        ids[kode] = add_row(
            office,
            "indikator",
            {
                "kode": kode, "uraian": f"Indikator {kode}", "jenis": "IKK", "level": level,
                "mata_anggaran_id": ids[line], "satuan": satuan, "akumulasi": akumulasi,
                "arah": {"C": "turun", "F": "predikat"}.get(kode, "naik"),
            },
        )  # fmt: skip
        for tahun, target in zip(YEARS, targets, strict=True):
            values: dict[str, Any] = {
                "indikator_id": ids[kode],
                "tahun": tahun,
                "nilai": as_nilai(target),
            }
            add_row(office, "target_tahunan", values)
        for tahun, reached in ((2024, before), (2025, now)):
            for tw, value in enumerate(reached, start=1):
                if value is not None:
                    add_realisasi(office, ids[kode], Periode(tahun, tw), Decimal(value))
    add_realisasi(office, ids["F"], Periode(2024), "BB")
    return ids


def fill_budget(office: Office) -> dict[str, UUID]:
    """Write program, kegiatan, three sub kegiatan, and their amounts."""
    ids: dict[str, UUID] = {}
    for kode, jenis, induk in (
        (P, "program", None), (K, "kegiatan", P), (S1, "sub_kegiatan", K),
        (S2, "sub_kegiatan", K), (S3, "sub_kegiatan", K),
    ):  # fmt: skip
        values: dict[str, Any] = {
            "kode": kode, "nama": f"Nama {kode}", "jenis": jenis,
            "induk_id": ids[induk] if induk else None,
            "penanggung_jawab": {P: "Sekretariat", S2: "Kasi Pelayanan"}.get(kode, ""),
        }  # fmt: skip
        ids[kode] = add_row(office, "mata_anggaran", values)
    for kode, tahun, renstra, murni, perubahan in (
        (S1, 2024, 100, None, None), (S1, 2025, 200, 180, 210), (S1, 2026, 300, None, None),
        (S2, 2024, 50, None, None), (S2, 2025, 50, 60, None), (S2, 2026, 50, None, None),
        (S3, 2025, None, 0, None),
    ):  # fmt: skip
        pagu: dict[str, Any] = {
            "mata_anggaran_id": ids[kode], "tahun": tahun, "renstra": million(renstra),
            "murni": million(murni), "perubahan": million(perubahan),
            "tanggal_perubahan": date(2025, 10, 1) if perubahan else None,
        }  # fmt: skip
        add_row(office, "pagu", pagu)
    for kode, tahun, *spent in (
        (S1, 2024, None, None, None, None, 90), (S2, 2024, 10, 10, 10, 10, None),
        (S1, 2025, 30, 40, 50, 60, None), (S2, 2025, None, 15, 15, None, None),
        (S3, 2025, 0, None, None, None, None),
    ):  # fmt: skip
        amounts = dict(
            zip(("tw1", "tw2", "tw3", "tw4", "tahunan"), map(million, spent), strict=True)
        )
        add_row(
            office, "realisasi_anggaran", {"mata_anggaran_id": ids[kode], "tahun": tahun, **amounts}
        )
    return ids


def add_realisasi(
    office: Office, key: UUID, periode: Periode, nilai: Nilai | None, **more: Any
) -> None:
    values: dict[str, Any] = {
        "indikator_id": key, "tahun": periode.tahun, "triwulan": periode.triwulan, "nilai": nilai,
    }  # fmt: skip
    add_row(office, "realisasi", {**values, **more})
