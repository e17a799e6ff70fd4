from kinerja_desktop.services.maintenance import back_up_now
from kinerja_desktop.services.office import Office
from kinerja_desktop.services.status import StatusKantor, read_status


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
