import pytest

from kinerja_desktop.domain.sop.langkah import Satuan, Waktu
from tests.domain.sop.contoh import make_langkah, make_sop


@pytest.mark.parametrize(
    ("waktu", "menit"),
    [
        (Waktu("15 menit", 15, Satuan.MENIT), 15),
        (Waktu("3 Jam", 3, Satuan.JAM), 180),
        (Waktu("4 hari", 4, Satuan.HARI), 1800),
    ],
)
def test_mutu_baku_waktu_is_compared_in_minutes(waktu: Waktu, menit: int) -> None:
    assert waktu.to_menit() == menit


def test_the_minutes_of_a_working_day_are_a_setting() -> None:
    assert Waktu("4 hari", 4, Satuan.HARI).to_menit(480) == 1920


def test_steps_and_peran_are_found_by_their_keys() -> None:
    sop = make_sop()
    assert sop.get_langkah(2).pelaksana == ("SEKRETARIS",)
    assert sop.get_peran("CAMAT").nama == "Camat"
    assert [peran.kode for peran in sop.kolom] == ["STAF", "SEKRETARIS", "CAMAT"]
    with pytest.raises(KeyError):
        sop.get_langkah(9)
    with pytest.raises(KeyError):
        sop.get_peran("BUPATI")


def test_only_a_decision_can_go_back() -> None:
    assert make_langkah(2).kembali_ke is None
    assert make_langkah(2, kembali_ke=1).kembali_ke == 1


def test_the_six_cells_stand_in_the_order_of_the_form() -> None:
    sop = make_sop()
    assert sop.kotak[0] is sop.dasar_hukum
    assert len(sop.kotak) == 6
