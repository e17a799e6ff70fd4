from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kinerja_desktop.domain.capaian.nilai import Rentang
from kinerja_desktop.domain.sections.row_checks import check_row


@pytest.mark.parametrize(
    ("section", "row"),
    [
        ("pejabat", {"nip": "197012181991011002"}),
        ("pejabat", {"nip": None}),
        ("penempatan", {"mulai": date(2024, 1, 1), "selesai": None}),
        ("periode_renstra", {"tahun_awal": 2025, "tahun_akhir": 2029}),
        ("indikator", {"satuan": "%", "baseline_nilai": Decimal(90)}),
        ("indikator", {"satuan": "Laporan", "baseline_nilai": Decimal(500)}),
        ("mata_anggaran", {"kode": "7.01.01"}),
        ("perjanjian_kinerja", {"perubahan_ke": 0}),
        ("perjanjian_kinerja", {"perubahan_ke": 1, "alasan": "mutasi"}),
        ("realisasi", {"nilai": Decimal(5), "penyebut": None}),
        ("realisasi", {"nilai": None, "pembilang": Decimal(45), "penyebut": Decimal(50)}),
        # 45/50 is 90 of an indicator in %, and 0,9 of another.
        ("realisasi", {"nilai": Decimal(90), "pembilang": Decimal(45), "penyebut": Decimal(50)}),
        ("realisasi", {"nilai": Decimal("0.9"), "pembilang": Decimal(45), "penyebut": Decimal(50)}),
        ("tujuan", {}),
    ],
)
def test_a_sound_row_is_not_remarked_on(section: str, row: dict[str, Any]) -> None:
    assert check_row(section, row) == []


@pytest.mark.parametrize(
    ("section", "row", "message"),
    [
        ("penempatan", {"mulai": date(2024, 2, 1), "selesai": date(2024, 1, 1)}, "mendahului"),
        ("periode_renstra", {"tahun_awal": 2029, "tahun_akhir": 2025}, "Tahun akhir mendahului"),
        ("indikator", {"berlaku_dari": 2026, "berlaku_sampai": 2025}, "Berlaku sampai mendahului"),
        ("realisasi", {"nilai": Rentang(Decimal(1), Decimal(2))}, "satu angka, bukan rentang"),
        ("realisasi", {"nilai": None, "penyebut": Decimal(0)}, "Penyebut 0"),
    ],
)
def test_a_row_that_contradicts_itself_is_refused(
    section: str, row: dict[str, Any], message: str
) -> None:
    (problem,) = check_row(section, row)
    assert message in problem.message
    assert not problem.is_warning


@pytest.mark.parametrize(
    ("section", "row", "message"),
    [
        ("pejabat", {"nip": "123"}, "18 angka"),
        # The Rogojampi export holds rupiah in a % cell (`docs/sakip.md` §3.1).
        ("indikator", {"satuan": "%", "baseline_nilai": Decimal(582004900)}, "terlalu besar"),
        ("indikator", {"jenis": "IKI", "pejabat_id": None}, "pilih pejabatnya"),
        ("mata_anggaran", {"kode": "abc"}, "'abc' tidak seperti"),
        (
            "realisasi",
            {"nilai": Decimal(85), "pembilang": Decimal(45), "penyebut": Decimal(50)},
            "Realisasi 85 tidak sama dengan pembilang 45 ÷ penyebut 50 = 0,9 (atau 90%): periksa",
        ),
        ("perjanjian_kinerja", {"perubahan_ke": 1, "alasan": None}, "alasan perubahan"),
    ],
)
def test_an_odd_row_is_only_warned_about(section: str, row: dict[str, Any], message: str) -> None:
    (problem,) = check_row(section, row)
    assert message in problem.message
    assert problem.is_warning


@pytest.mark.parametrize(
    ("arah", "tanggal", "diterima", "fields"),
    [
        # Written in December, come in January: it stands in the book of the year it came in.
        ("masuk", date(2024, 12, 30), date(2025, 1, 3), []),
        ("masuk", date(2024, 12, 30), date(2024, 12, 31), ["diterima"]),
        ("masuk", date(2025, 1, 2), date(2026, 1, 2), ["diterima"]),
        ("masuk", date(2024, 12, 30), None, []),
        ("keluar", date(2025, 1, 3), None, []),
        ("keluar", date(2024, 12, 30), None, ["tanggal"]),
        ("keluar", date(2024, 12, 30), date(2025, 1, 3), ["tanggal"]),
        ("keluar", None, None, []),
    ],
)
def test_a_letter_stands_in_the_book_of_the_year_of_its_day(
    arah: str, tanggal: date | None, diterima: date | None, fields: list[str]
) -> None:
    """`docs/sakip.md` §9, *Register*: of what came the day of receipt counts, else its own."""
    row = {"arah": arah, "tahun": 2025, "agenda": "1", "tanggal": tanggal, "diterima": diterima}
    problems = check_row("surat", row)
    assert [problem.field for problem in problems] == fields
    assert all(problem.is_warning for problem in problems)
    assert all("bukan tahun 2025" in problem.message for problem in problems)
