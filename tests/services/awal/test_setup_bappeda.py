import pytest

from kinerja_desktop.domain.penerimaan.unit import KECAMATAN_LUMAJANG
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.awal.setup_bappeda import (
    BappedaBaru,
    propose_unit,
    set_up_bappeda,
)
from kinerja_desktop.services.kantor.data_entry import list_rows
from kinerja_desktop.services.kantor.identitas import identify_instansi
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kantor.paper_frame import kop_of
from kinerja_desktop.services.riwayat.status import read_status

NAMES = {"nama": "Bagian Organisasi", "kabupaten": "Lumajang", "alamat": "Jl. Alun-alun Utara 7"}


def test_bappeda_begins_with_the_kecamatan_that_deliver(office: Office) -> None:
    set_up_bappeda(office, BappedaBaru(NAMES, ("Candipuro", "Klakah")))
    rows = list_rows(office, "perangkat_daerah")
    assert [(row["urut"], row["nama"], row["kabupaten"], row["aktif"]) for row in rows] == [
        (1, "Candipuro", "Lumajang", True), (2, "Klakah", "Lumajang", True),
    ]  # fmt: skip
    assert identify_instansi(office.require_instansi()).nama == "Bagian Organisasi"
    assert read_status(office).nama == "Bagian Organisasi"
    kop = kop_of(office, office.require_instansi())
    assert kop is not None
    assert kop.nama == "BAGIAN ORGANISASI"
    assert not office.journal.undo_label
    with pytest.raises(KinerjaError, match="sudah disiapkan"):
        set_up_bappeda(office, BappedaBaru(NAMES))


def test_only_the_kecamatan_of_lumajang_are_known() -> None:
    assert propose_unit(" kabupaten LUMAJANG ") == KECAMATAN_LUMAJANG
    assert len(KECAMATAN_LUMAJANG) == 21
    assert propose_unit("Banyuwangi") == ()
