"""Numbers and texts that could not be measured, printed or written: refused at the last door."""

from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import text
from sqlmodel import select

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.capaian.nilai import Rentang
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.data_entry import add_row, change_field, fill_cells, list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import set_keterangan, set_realisasi
from kinerja_desktop.services.riwayat.maintenance import check_office
from kinerja_desktop.store.records import Pejabat, Transaksi

TAHUN = Periode(2024)
HUGE = [
    Decimal(10) ** 26,
    Decimal("NaN"),
    Decimal("Infinity"),
    Decimal("1E+400"),
    Decimal("1E-400"),
]


def first(office: Office, section: str) -> Any:
    return list_rows(office, section)[0]["id"]


@pytest.mark.parametrize("value", [*HUGE, "abc", Rentang(Decimal(0), Decimal(10) ** 20)])
def test_a_realisasi_that_cannot_be_measured_is_refused(muncar: Office, value: Any) -> None:
    with pytest.raises(KinerjaError):
        set_realisasi(muncar, first(muncar, "indikator"), TAHUN, value)
    assert muncar.journal.undo_label != f"Mengisi realisasi {TAHUN.label}"


@pytest.mark.parametrize("value", HUGE)
@pytest.mark.parametrize("name", ["capaian_manual", "pembilang", "penyebut"])
def test_what_belongs_to_it_is_bounded(muncar: Office, name: str, value: Decimal) -> None:
    with pytest.raises(KinerjaError):
        set_keterangan(muncar, first(muncar, "indikator"), TAHUN, **{name: value, "alasan": "Uji"})


@pytest.mark.parametrize("value", HUGE)
@pytest.mark.parametrize(
    ("section", "name"),
    [("target_tahunan", "nilai"), ("indikator", "bobot"), ("pagu", "murni"), ("pagu", "perubahan")],
)
def test_every_number_of_a_section_is_bounded(
    muncar: Office, section: str, name: str, value: Decimal
) -> None:
    with pytest.raises(KinerjaError):
        change_field(muncar, section, first(muncar, section), name, value)


@pytest.mark.parametrize(
    ("section", "name", "value"),
    [
        ("indikator", "urutan", 10**20),
        ("indikator", "urutan", -1),
        ("indikator", "bobot", Decimal(-1)),
        ("indikator", "uraian", "a" * 15_001),
        ("pejabat", "nama", "a" * 1_001),
        ("target_tahunan", "nilai", Rentang(Decimal("NaN"), Decimal(1))),
    ],
)
def test_whole_numbers_and_texts_are_bounded_too(
    muncar: Office, section: str, name: str, value: Any
) -> None:
    with pytest.raises(KinerjaError):
        change_field(muncar, section, first(muncar, section), name, value)


def test_it_holds_for_new_rows_and_blocks(muncar: Office) -> None:
    key = first(muncar, "indikator")
    with pytest.raises(KinerjaError, match="Target: angkanya terlalu besar"):
        add_row(
            muncar, "target_tahunan",
            {"indikator_id": key, "tahun": 2030, "nilai": Decimal(10) ** 26},
        )  # fmt: skip
    with pytest.raises(KinerjaError, match="15 angka di depan koma"):
        where = {"indikator_id": key, "tahun": 2024}
        fill_cells(muncar, "target_tahunan", [(where, "nilai", Decimal(10) ** 26)])


def test_what_stood_there_before_the_limits_may_come_back_by_undoing(muncar: Office) -> None:
    with muncar.engine.begin() as connection:
        connection.execute(text("UPDATE pejabat SET pangkat = :t"), {"t": "a" * 2_000})
    key = first(muncar, "pejabat")
    change_field(muncar, "pejabat", key, "pangkat", "Pembina")
    muncar.journal.undo()
    assert {len(row["pangkat"]) for row in list_rows(muncar, "pejabat")} == {2_000}


def test_words_and_figures_within_the_limits_are_kept(muncar: Office) -> None:
    key = first(muncar, "indikator")
    for value in (Decimal("999999999999999.5"), "BB", "Ya", None):
        set_realisasi(muncar, key, TAHUN, value)
    change_field(muncar, "pagu", first(muncar, "pagu"), "murni", Decimal(10) ** 15)
    change_field(muncar, "indikator", key, "urutan", 9_999)


def test_a_deed_about_a_file_whose_name_is_no_text_is_told(muncar: Office) -> None:
    """On Linux a name may hold bytes that are no UTF-8; a lone surrogate stands for each."""
    with muncar.journal.action("Mengimpor buku kerja Undangan\udcff\v.xlsx") as session:
        session.get_one(Pejabat, first(muncar, "pejabat")).pangkat = "Pembina"
    with muncar.journal.action("Mengimpor " + "a" * 5_000) as session:
        session.get_one(Pejabat, first(muncar, "pejabat")).pangkat = "Penata"
    with muncar.journal.reading() as session:
        labels = [row.label for row in session.exec(select(Transaksi))]
    assert labels[-2] == "Mengimpor buku kerja Undangan\ufffd\n.xlsx"
    assert len(labels[-1]) == 1_000
    assert check_office(muncar) == []
