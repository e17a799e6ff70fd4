"""The office on which the cascading papers are tested."""

from decimal import Decimal
from uuid import UUID

import pytest

from kinerja_desktop.services.kantor.data_entry import (
    add_row,
    change_field,
)
from kinerja_desktop.services.kantor.office import Office
from tests.services.kantor.small import TAHUN, add_indikator, fill_kantor
from tests.services.rencana.cascading import add_line, support


@pytest.fixture
def ids(office: Office) -> dict[str, UUID]:
    """Set up the small office with a program for sasaran A, a kegiatan and a sub kegiatan."""
    found = fill_kantor(office)
    found["P"] = add_line(office, "7.01.01", "Program Pelayanan", "program")
    found["K"] = add_line(office, "7.01.01.2.01", "Kegiatan Loket", "kegiatan", found["P"])
    found["S"] = add_line(office, "7.01.01.2.01.01", "Sub Loket", "sub_kegiatan", found["K"])
    change_field(office, "mata_anggaran", found["P"], "penanggung_jawab", "Kepala Seksi Pelayanan")
    found["IP"] = add_indikator(
        office, "C1", jenis="IKK", level="program", mata_anggaran_id=found["P"]
    )
    support(office, found["P"], found["A"])
    add_row(
        office, "pagu", {"mata_anggaran_id": found["S"], "tahun": TAHUN, "murni": Decimal(1000)}
    )
    return found
