"""The budget is typed in at the lowest lines and summed upward (`docs/sakip.md` §4.9)."""

from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.data_entry import add_row, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.rencana.anggaran import (
    AnggaranTahun,
    BarisAnggaran,
    read_anggaran,
    set_anggaran,
    set_dukungan,
    set_tanggal,
)
from tests.services.kantor.small import TAHUN, fill_kantor


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    """A program with one kegiatan of two sub kegiatan, and a program without any."""
    found = fill_kantor(office)
    for kode, jenis, induk in (
        ("7.01.01", "program", None),
        ("7.01.01.2.01", "kegiatan", "7.01.01"),
        ("7.01.01.2.01.0001", "sub_kegiatan", "7.01.01.2.01"),
        ("7.01.01.2.01.0002", "sub_kegiatan", "7.01.01.2.01"),
        ("7.01.02", "program", None),
    ):
        found[kode] = add_row(
            office,
            "mata_anggaran",
            {"kode": kode, "nama": kode, "jenis": jenis, "induk_id": found.get(induk or "")},
        )
    return found


def baris(anggaran: AnggaranTahun, kode: str) -> BarisAnggaran:
    return next(row for row in anggaran.baris if row.kode == kode)


def test_pagu_and_realisasi_are_summed_upward(office: Office, ids: dict[str, UUID]) -> None:
    # 100 + 50 = 150 of pagu, 30 + 45 = 75 spent: serapan 50 %. With 7.01.02: 75 / 200 = 37,5 %.
    first, second = ids["7.01.01.2.01.0001"], ids["7.01.01.2.01.0002"]
    set_anggaran(
        office,
        TAHUN,
        [
            (first, "murni", Decimal(100)),
            (second, "murni", Decimal(50)),
            (first, "tw1", Decimal(30)),
            (second, "tw2", Decimal(45)),
            (ids["7.01.02"], "murni", Decimal(50)),
        ],
    )
    anggaran = read_anggaran(office, TAHUN)
    for kode in ("7.01.01", "7.01.01.2.01"):
        row = baris(anggaran, kode)
        assert row.jumlah["murni"] == 150
        assert (row.jumlah["tw1"], row.jumlah["tw2"], row.jumlah["tahunan"]) == (30, 45, 75)
        assert row.serapan == Decimal("50.00")
    assert anggaran.jumlah["murni"] == 200
    assert anggaran.serapan == Decimal("37.50")
    assert baris(anggaran, "7.01.02").serapan is None
    assert baris(anggaran, "7.01.01").jumlah["tw3"] is None


def test_lines_know_their_place(office: Office, ids: dict[str, UUID]) -> None:
    rows = read_anggaran(office, TAHUN).baris
    assert [(row.kode, row.tingkat, row.has_children) for row in rows] == [
        ("7.01.01", 0, True),
        ("7.01.01.2.01", 1, True),
        ("7.01.01.2.01.0001", 2, False),
        ("7.01.01.2.01.0002", 2, False),
        ("7.01.02", 0, False),
    ]


def test_the_pagu_in_force_at_the_end_of_the_year_counts(
    office: Office, ids: dict[str, UUID]
) -> None:
    key = ids["7.01.02"]
    amounts = {"murni": 100, "perubahan": 80, "tahunan": 40}
    set_anggaran(office, TAHUN, [(key, name, Decimal(n)) for name, n in amounts.items()])
    row = baris(read_anggaran(office, TAHUN), "7.01.02")
    assert row.serapan == Decimal("50.00")
    assert not row.has_triwulan


def test_triwulan_make_the_year(office: Office, ids: dict[str, UUID]) -> None:
    key = ids["7.01.02"]
    set_anggaran(office, TAHUN, [(key, "tahunan", Decimal(40)), (key, "tw4", Decimal(7))])
    row = baris(read_anggaran(office, TAHUN), "7.01.02")
    assert row.jumlah["tahunan"] == 7
    assert row.has_triwulan


def test_an_amount_above_other_amounts_is_not_counted_twice(
    office: Office, ids: dict[str, UUID]
) -> None:
    set_anggaran(
        office,
        TAHUN,
        [
            (ids["7.01.01"], "murni", Decimal(999)),
            (ids["7.01.01.2.01.0001"], "murni", Decimal(100)),
        ],
    )
    row = baris(read_anggaran(office, TAHUN), "7.01.01")
    assert row.jumlah["murni"] == 100
    assert row.has_double


def test_amounts_are_one_deed_of_one_year(office: Office, ids: dict[str, UUID]) -> None:
    set_anggaran(
        office, TAHUN, [(ids["7.01.02"], "murni", Decimal(5)), (ids["7.01.02"], "tw1", Decimal(1))]
    )
    assert baris(read_anggaran(office, TAHUN + 1), "7.01.02").jumlah["murni"] is None
    assert office.journal.undo() == "Mengisi anggaran 2025"
    assert list_rows(office, "pagu") == list_rows(office, "realisasi_anggaran") == []


def test_the_dates_of_dpa_and_dppa_hold_for_all_pagu_of_the_year(
    office: Office, ids: dict[str, UUID]
) -> None:
    with pytest.raises(KinerjaError, match="Belum ada pagu 2025"):
        set_tanggal(office, TAHUN, "tanggal_murni", date(2025, 1, 2))
    set_anggaran(office, TAHUN, [(ids["7.01.02"], "murni", Decimal(5))])
    set_tanggal(office, TAHUN, "tanggal_murni", date(2025, 1, 2))
    set_anggaran(office, TAHUN, [(ids["7.01.01.2.01.0001"], "murni", Decimal(7))])
    assert {row["tanggal_murni"] for row in list_rows(office, "pagu")} == {date(2025, 1, 2)}
    assert read_anggaran(office, TAHUN).tanggal == {
        "tanggal_murni": date(2025, 1, 2), "tanggal_perubahan": None,
    }  # fmt: skip


def test_a_perubahan_that_is_not_in_force_yet_does_not_count(
    office: Office, ids: dict[str, UUID]
) -> None:
    key = ids["7.01.02"]
    amounts = {"murni": 100, "perubahan": 80, "tahunan": 40}
    set_anggaran(office, TAHUN, [(key, name, Decimal(n)) for name, n in amounts.items()])
    set_tanggal(office, TAHUN, "tanggal_perubahan", date(2026, 1, 5))
    assert baris(read_anggaran(office, TAHUN), "7.01.02").serapan == Decimal("40.00")


def test_a_program_supports_sasaran(office: Office, ids: dict[str, UUID]) -> None:
    program = ids["7.01.01"]
    set_dukungan(office, program, ids["A"], mendukung=True)
    set_dukungan(office, program, ids["A"], mendukung=True)
    set_dukungan(office, program, ids["B"], mendukung=True)
    anggaran = read_anggaran(office, TAHUN)
    assert anggaran.sasaran == {ids["A"]: "A – Sasaran A", ids["B"]: "B – Sasaran B"}
    assert anggaran.dukungan == {program: {ids["A"], ids["B"]}}
    set_dukungan(office, program, ids["A"], mendukung=False)
    set_dukungan(office, program, ids["A"], mendukung=False)
    assert read_anggaran(office, TAHUN).dukungan == {program: {ids["B"]}}
