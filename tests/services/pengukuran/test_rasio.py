from decimal import Decimal
from uuid import UUID

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.rasio import set_rasio
from kinerja_desktop.services.pengukuran.ukur import measure_periode, set_realisasi
from tests.services.kantor.small import TAHUN, fill_kantor

PERIODE = Periode(TAHUN, 2)


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    return fill_kantor(office)


def read_realisasi(office: Office, key: UUID) -> object:
    hasil = measure_periode(office, PERIODE)
    return next(i.utama.realisasi for i in hasil.indikator if i.bahan.id == str(key))


def test_the_realisasi_follows_from_both(office: Office, ids: dict[str, UUID]) -> None:
    key = ids["A1"]
    assert set_rasio(office, key, PERIODE, Decimal(45), Decimal(50)) is None
    assert read_realisasi(office, key) == 90
    set_rasio(office, key, PERIODE, Decimal(40), Decimal(50))
    assert read_realisasi(office, key) == 80
    set_rasio(office, key, PERIODE, Decimal(40), None)
    assert read_realisasi(office, key) is None
    assert office.journal.undo() == "Mengisi pembilang dan penyebut Triwulan II Tahun 2025"
    assert read_realisasi(office, key) == 80


def test_a_typed_realisasi_gives_way_and_comes_back_with_undo(
    office: Office, ids: dict[str, UUID]
) -> None:
    key = ids["A1"]
    set_realisasi(office, key, PERIODE, Decimal(92))
    assert set_rasio(office, key, PERIODE, Decimal(45), None) is None
    assert read_realisasi(office, key) == 92
    assert set_rasio(office, key, PERIODE, Decimal(45), Decimal(50)) == 92
    assert read_realisasi(office, key) == 90
    office.journal.undo()
    assert read_realisasi(office, key) == 92


def test_a_realisasi_typed_over_it_stands_until_it_is_emptied(
    office: Office, ids: dict[str, UUID]
) -> None:
    key = ids["A1"]
    set_rasio(office, key, PERIODE, Decimal(45), Decimal(50))
    set_realisasi(office, key, PERIODE, Decimal(92))
    assert read_realisasi(office, key) == 92
    set_realisasi(office, key, PERIODE, None)
    assert read_realisasi(office, key) == 90


@pytest.mark.parametrize(("penyebut", "words"), [(0, "Penyebut 0"), (-5, "tidak dapat negatif")])
def test_nothing_is_divided_by_zero_or_less(
    office: Office, ids: dict[str, UUID], penyebut: int, words: str
) -> None:
    with pytest.raises(KinerjaError, match=words):
        set_rasio(office, ids["A1"], PERIODE, Decimal(1), Decimal(penyebut))
    assert list_rows(office, "realisasi") == []


def test_a_decrease_may_be_counted(office: Office, ids: dict[str, UUID]) -> None:
    set_rasio(office, ids["A1"], PERIODE, Decimal(-5), Decimal(50))
    assert read_realisasi(office, ids["A1"]) == -10
