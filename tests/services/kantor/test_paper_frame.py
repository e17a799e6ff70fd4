from datetime import date

from kinerja_desktop.documents.naskah.blocks import Naskah
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.paper_frame import with_properties

DAY = date(2025, 1, 15)


def test_a_paper_bears_its_day_and_the_office(muncar: Office) -> None:
    found = with_properties(muncar, Naskah("Surat", ()), DAY)
    assert (found.author, found.tanggal) == ("Kecamatan Muncar", DAY)


def test_what_was_signed_under_an_earlier_edition_stays_as_it_was(muncar: Office) -> None:
    signed = Naskah("Surat", (), is_archival=False)
    assert with_properties(muncar, signed, DAY) == signed
