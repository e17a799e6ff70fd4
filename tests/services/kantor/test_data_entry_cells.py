from decimal import Decimal
from uuid import UUID

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.data_entry import (
    blank_row,
    fill_cells,
    list_rows,
    read_tabel,
)
from kinerja_desktop.services.kantor.office import Office
from tests.services.kantor.small import TAHUN, fill_kantor


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    return fill_kantor(office)


def test_cells_change_rows_and_add_those_that_are_missing(
    office: Office, ids: dict[str, UUID]
) -> None:
    before = len(list_rows(office, "target_tahunan"))
    fill_cells(
        office,
        "target_tahunan",
        [
            ({"indikator_id": ids["A1"], "tahun": TAHUN}, "nilai", Decimal(90)),
            ({"indikator_id": ids["A1"], "tahun": 2026}, "nilai", Decimal(95)),
        ],
    )
    rows = list_rows(office, "target_tahunan", indikator_id=ids["A1"])
    assert {row["tahun"]: row["nilai"] for row in rows} == {2025: Decimal(90), 2026: Decimal(95)}
    assert len(list_rows(office, "target_tahunan")) == before + 1
    assert office.journal.undo() == "Mengisi Target Tahunan"
    assert len(list_rows(office, "target_tahunan")) == before


def test_one_unsound_cell_leaves_all_as_they_were(office: Office, ids: dict[str, UUID]) -> None:
    where = {"nama": "2025–2029"}
    with pytest.raises(KinerjaError, match="Tahun akhir mendahului tahun awal"):
        fill_cells(office, "periode_renstra", [(where, "nomor", "1"), (where, "tahun_akhir", 2020)])
    (row,) = list_rows(office, "periode_renstra")
    assert (row["nomor"], row["tahun_akhir"]) == ("", 2029)


def test_what_rows_refer_to_is_named_by_code_and_words(
    office: Office, ids: dict[str, UUID]
) -> None:
    tabel = read_tabel(office, "indikator")
    assert [row["kode"] for row in tabel.rows] == ["A1", "B1", "B2", "B3"]
    assert tabel.labels["sasaran"] == {ids["A"]: "A – Sasaran A", ids["B"]: "B – Sasaran B"}
    assert set(tabel.labels["pejabat"].values()) == {"Camat Uji", "Kasi Uji"}


def test_a_table_can_be_narrowed(office: Office, ids: dict[str, UUID]) -> None:
    assert len(read_tabel(office, "target_tahunan", tahun=TAHUN).rows) == 4
    assert read_tabel(office, "target_tahunan", tahun=2030).rows == []


def test_rows_without_a_value_to_sort_by_come_last(office: Office, ids: dict[str, UUID]) -> None:
    for triwulan in (None, 2, 1):
        where = {"indikator_id": ids["A1"], "tahun": TAHUN, "triwulan": triwulan}
        fill_cells(office, "realisasi", [(where, "nilai", Decimal(1))])
    assert [row["triwulan"] for row in read_tabel(office, "realisasi").rows] == [1, 2, None]


def test_a_new_row_begins_with_the_usual_choices() -> None:
    row = blank_row("indikator")
    assert (row["jenis"], row["arah"], row["kode"]) == ("IKU", "naik", None)
