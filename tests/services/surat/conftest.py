import pytest
from sqlmodel import select

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.store.records import Instansi


@pytest.fixture
def lumajang(muncar: Office) -> Office:
    """The sample with the unit code of Kecamatan Lumajang."""
    with muncar.journal.action("Kode unit") as session:
        session.exec(select(Instansi)).one().kode_unit = "427.90"
    return muncar
