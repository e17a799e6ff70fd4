import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.dokumen import PENGUKURAN, find_pejabat
from tests.services.dokumen.papers import TAHUN, pejabat_id


def test_an_official_is_found_by_name(muncar: Office) -> None:
    assert find_pejabat(muncar, " nama sekretaris ") == pejabat_id(muncar)
    with pytest.raises(KinerjaError, match="'Anonim' tidak ada"):
        find_pejabat(muncar, "Anonim")


def test_a_draft_has_no_place_in_the_data_of_a_package(muncar: Office) -> None:
    assert PENGUKURAN.paket
    assert PENGUKURAN.paket.list_data(muncar, TAHUN) == ()
