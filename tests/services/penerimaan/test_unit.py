from datetime import date
from pathlib import Path

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.awal.setup import KECAMATAN_LUMAJANG
from kinerja_desktop.services.awal.setup_bappeda import bappeda_of, set_up_bappeda
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.penerimaan.unit import (
    add_unit,
    ask_unit,
    list_unit,
    name_unit,
    name_units,
    read_daftar,
    remove_tenggat,
    require_bappeda,
    require_unit,
    set_tenggat,
)
from kinerja_desktop.services.riwayat.status import suggest_periode
from kinerja_desktop.store.queries.penerimaan import list_tenggat
from tests.services.penerimaan.senders import at, take


def test_a_new_bappeda_has_the_21_kecamatan_of_lumajang(bappeda: Office) -> None:
    units = list_unit(bappeda)
    assert tuple(unit.nama for unit in units) == KECAMATAN_LUMAJANG
    assert [unit.urut for unit in units] == list(range(1, 22))
    assert {unit.kabupaten for unit in units} == {"Lumajang"}
    assert name_unit(units[0]) == "Kecamatan Candipuro"


def test_another_kabupaten_begins_with_none(tmp_path: Path) -> None:
    office = open_office(tmp_path / "data", at(1))
    set_up_bappeda(office, bappeda_of("Banyuwangi"))
    assert list_unit(office) == []
    assert add_unit(office, ["Kec. Muncar", "Muncar", "Genteng"]) == 2
    assert [(unit.nama, unit.kabupaten) for unit in list_unit(office)] == [
        ("Muncar", "Banyuwangi"), ("Genteng", "Banyuwangi"),
    ]  # fmt: skip
    office.close()


def test_a_unit_is_found_however_it_is_written(bappeda: Office) -> None:
    daftar = read_daftar(bappeda)
    found = daftar.find("KECAMATAN  CANDI PURO", "Kabupaten Lumajang")
    assert found is not None
    assert found.nama == "Candipuro"
    assert daftar.find("Muncar", "Banyuwangi") is None
    # The same name in another kabupaten is another place.
    assert daftar.find("Lumajang", "Banyuwangi") is None


def test_other_offices_of_the_kabupaten_deliver_too(bappeda: Office) -> None:
    assert add_unit(bappeda, ["Dinas  Sosial"], jenis="dinas") == 1
    assert add_unit(bappeda, ["kecamatan klakah"]) == 0
    last = list_unit(bappeda)[-1]
    assert (last.nama, last.urut, name_unit(last)) == ("Dinas Sosial", 22, "Dinas Sosial")


def test_the_word_of_its_kind_is_not_kept(bappeda: Office) -> None:
    """Else it would be called Kecamatan Kecamatan Contoh everywhere."""
    assert add_unit(bappeda, ["Kecamatan Contoh"], "Kabupaten Banyuwangi") == 1
    last = list_unit(bappeda)[-1]
    assert (last.nama, last.kabupaten) == ("Contoh", "Banyuwangi")
    assert name_unit(last) == "Kecamatan Contoh"


def test_a_name_must_be_there(bappeda: Office) -> None:
    with pytest.raises(KinerjaError, match="Nama unit masih kosong"):
        add_unit(bappeda, ["Klakah", "  "])


def test_a_kecamatan_receives_nothing(muncar: Office) -> None:
    with pytest.raises(KinerjaError, match="milik Kecamatan Muncar, bukan Bappeda"):
        require_bappeda(muncar)


def test_a_deadline_can_be_set_and_moved(bappeda: Office) -> None:
    set_tenggat(bappeda, Periode(2024), None)
    set_tenggat(bappeda, Periode(2024), date(2025, 2, 7))
    set_tenggat(bappeda, Periode(2024, 4), date(2025, 1, 20))
    with bappeda.journal.reading() as session:
        found = {(row.tahun, row.triwulan): row.tenggat for row in list_tenggat(session)}
    assert found == {(2024, None): date(2025, 2, 7), (2024, 4): date(2025, 1, 20)}


def test_a_unit_is_found_by_its_name_first_in_the_own_kabupaten(bappeda: Office) -> None:
    add_unit(bappeda, ["Muncar", "Klakah"], "Banyuwangi")
    assert require_unit(bappeda, "KEC. muncar").kabupaten == "Banyuwangi"
    assert require_unit(bappeda, "Klakah").kabupaten == "Lumajang"
    with pytest.raises(KinerjaError, match="Unit 'Nirwana' tidak ada di daftar"):
        require_unit(bappeda, "Nirwana")


def test_of_several_units_of_one_name_the_kabupaten_tells_which(bappeda: Office) -> None:
    for kabupaten in ("Blitar", "Malang"):
        add_unit(bappeda, ["Kota Baru"], kabupaten)
    with pytest.raises(KinerjaError, match="Ada 2 unit bernama 'Kota Baru'") as caught:
        require_unit(bappeda, "Kota Baru")
    assert "Kota Baru, Blitar; Kota Baru, Malang" in str(caught.value)
    assert require_unit(bappeda, "kotabaru, Kab. Malang").kabupaten == "Malang"
    # The own kabupaten goes before all others.
    add_unit(bappeda, ["Kota Baru"], "Lumajang")
    assert require_unit(bappeda, "Kota Baru").kabupaten == "Lumajang"
    with pytest.raises(KinerjaError, match="tidak ada di daftar"):
        require_unit(bappeda, "Kota Baru, Surabaya")


def test_units_are_asked_no_more_and_again_by_one_deed_each(bappeda: Office) -> None:
    assert ask_unit(bappeda, ["Klakah", "Kunir"], is_asked=False) == 2
    assert ask_unit(bappeda, ["Klakah", "Tekung"], is_asked=False) == 1
    resting = [row.nama for row in list_unit(bappeda) if not row.aktif]
    assert resting == ["Klakah", "Kunir", "Tekung"]
    bappeda.journal.undo()
    assert ask_unit(bappeda, ["Klakah", "Kunir"], is_asked=True) == 2
    assert all(row.aktif for row in list_unit(bappeda))


def test_a_period_is_asked_for_no_more(bappeda: Office) -> None:
    set_tenggat(bappeda, Periode(2025, 1), None)
    assert remove_tenggat(bappeda, Periode(2025, 1))
    assert not remove_tenggat(bappeda, Periode(2025, 1))
    with bappeda.journal.reading() as session:
        assert list_tenggat(session) == []


def test_work_begins_with_the_year_that_is_asked_for_or_was_delivered(
    bappeda: Office, sticks: Path
) -> None:
    assert suggest_periode(bappeda) == Periode(2025)
    take(bappeda, sticks / "v1")
    assert suggest_periode(bappeda) == Periode(2024)
    set_tenggat(bappeda, Periode(2025, 1), date(2025, 4, 10))
    assert suggest_periode(bappeda) == Periode(2025)


def test_units_of_one_name_show_their_kabupaten(bappeda: Office, sticks: Path) -> None:
    add_unit(bappeda, ["Klakah"], "Banyuwangi")
    names = set(name_units(list_unit(bappeda)).values())
    assert {"Kecamatan Klakah, Kabupaten Lumajang", "Kecamatan Klakah, Kabupaten Banyuwangi"} <= (
        names
    )
    assert "Kecamatan Candipuro" in names
    assert take(bappeda, sticks / "klakah").masuk[0].calon.unit == (
        "Kecamatan Klakah, Kabupaten Lumajang"
    )
