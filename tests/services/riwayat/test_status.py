from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.maintenance import back_up_now
from kinerja_desktop.services.riwayat.status import StatusKantor, read_status, suggest_periode
from kinerja_desktop.store.records import PeriodeRenstra
from tests.conftest import Clock


def test_an_empty_office_has_nothing_to_tell(office: Office) -> None:
    assert read_status(office) == StatusKantor("", False, None, None)


def test_the_frame_tells_whose_data_it_is_and_how_fresh_saving_and_backup_are(
    muncar: Office,
) -> None:
    back_up_now(muncar)
    status = read_status(muncar)
    assert (status.nama, status.contoh) == ("Kecamatan Muncar", True)
    assert status.tersimpan == muncar.now()
    assert status.cadangan == muncar.now()


def test_work_begins_with_this_year_when_a_plan_covers_it_or_there_is_none(
    office: Office, clock: Clock
) -> None:
    assert suggest_periode(office) == Periode(2025)
    with office.journal.action("Menyiapkan") as session:
        session.add(PeriodeRenstra(nama="2025–2029", tahun_awal=2025, tahun_akhir=2029))
    assert suggest_periode(office) == Periode(2025)
    clock.moment = clock.moment.replace(year=2031)
    assert suggest_periode(office) == Periode(2031)


def test_without_a_plan_for_this_year_work_begins_with_the_last_figures(muncar: Office) -> None:
    # The sample's Renstra and figures are those of 2020–2024.
    assert suggest_periode(muncar) == Periode(2024)
