from decimal import Decimal
from uuid import UUID

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.data_entry import change_field
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.rasio import set_rasio
from kinerja_desktop.services.pengukuran.triwulan_lalu import copy_triwulan_lalu
from kinerja_desktop.services.pengukuran.ukur import measure_periode, set_realisasi
from tests.services.kantor.small import TAHUN, fill_kantor

FIRST, SECOND = Periode(TAHUN, 1), Periode(TAHUN, 2)


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    return fill_kantor(office)


def read_all(office: Office) -> list[object]:
    return [item.utama.realisasi for item in measure_periode(office, SECOND).indikator]


def test_it_is_one_deed_and_leaves_what_is_filled(office: Office, ids: dict[str, UUID]) -> None:
    set_rasio(office, ids["A1"], FIRST, Decimal(45), Decimal(50))
    for kode, nilai in (("B1", 70), ("B2", 60)):
        set_realisasi(office, ids[kode], FIRST, Decimal(nilai))
    set_realisasi(office, ids["B2"], SECOND, Decimal(61))
    chosen = [ids[kode] for kode in ("A1", "B1", "B2", "B3")]
    done = copy_triwulan_lalu(office, SECOND, chosen)
    assert done.disalin == 2
    assert done.dilewati == ("Indikator B2: sudah terisi", "Indikator B3: TW I belum diisi")
    assert read_all(office) == [90, 70, 61, None]
    assert office.journal.undo() == (
        "Mengisi realisasi Triwulan II Tahun 2025 seperti triwulan lalu"
    )
    assert read_all(office) == [None, None, 61, None]


def test_what_is_added_up_is_not_counted_twice(office: Office, ids: dict[str, UUID]) -> None:
    set_realisasi(office, ids["A1"], FIRST, Decimal(12))
    change_field(office, "indikator", ids["A1"], "akumulasi", "akumulasi")
    done = copy_triwulan_lalu(office, SECOND, [ids["A1"]])
    assert done.disalin == 0
    assert "terhitung dua kali" in done.dilewati[0]
    assert office.journal.undo_label != "Mengisi realisasi Triwulan II Tahun 2025"


@pytest.mark.parametrize("periode", [FIRST, Periode(TAHUN)])
def test_there_must_be_a_triwulan_before(
    office: Office, ids: dict[str, UUID], periode: Periode
) -> None:
    with pytest.raises(KinerjaError, match="tidak mempunyai triwulan sebelumnya"):
        copy_triwulan_lalu(office, periode, [ids["A1"]])
