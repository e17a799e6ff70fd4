"""Deadlines of earlier years are closed with a reason, and come back by Ctrl+Z."""

from datetime import date, timedelta

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.tenggat import LKJIP, Tenggat
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.awal.beranda import read_beranda
from kinerja_desktop.services.awal.penutupan import close_tenggat
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.trail import Saring, list_deeds
from kinerja_desktop.store.second_place import FILE_NAME
from tests.conftest import Clock
from tests.services.dokumen.papers import TAHUN
from tests.tampering import began


@pytest.fixture
def lama(muncar: Office) -> Office:
    """An office that has worked with the program since 2020."""
    began(muncar, date(2020, 1, 15))
    return muncar


def owed(office: Office) -> list[Tenggat]:
    return [item for item in read_beranda(office, TAHUN).tenggat if item.lampau]


def test_a_deadline_is_closed_with_its_reason_and_undone(lama: Office) -> None:
    before = owed(lama)
    item = next(item for item in before if item.kunci == (LKJIP, Periode(2023)))
    close_tenggat(lama, [item], "  LKjIP 2023 dibuat dengan Word  ")
    assert [left.kunci for left in owed(lama)] == [i.kunci for i in before if i != item]
    deed = list_deeds(lama, Saring())[0]
    assert deed.label == "Menutup tenggat LKjIP 2023 kepada Bupati"
    assert lama.journal.undo() == deed.label
    assert owed(lama) == before


def test_several_are_closed_as_one_deed(lama: Office) -> None:
    before = owed(lama)
    assert len(before) > 1
    close_tenggat(lama, before, "belum memakai program ini")
    assert owed(lama) == []
    assert lama.journal.undo() == f"Menutup tenggat {len(before)} tenggat"
    assert owed(lama) == before


def test_closing_is_refused_without_a_reason_twice_or_too_early(lama: Office) -> None:
    item = owed(lama)[0]
    with pytest.raises(KinerjaError, match="Alasan belum diisi"):
        close_tenggat(lama, [item], " ")
    close_tenggat(lama, [item], "sebab")
    with pytest.raises(KinerjaError, match="sudah ditutup"):
        close_tenggat(lama, [item], "sebab")
    early = Tenggat("LKjIP 2025", date(2026, 2, 28), 3, LKJIP, (LKJIP, Periode(2025)))
    with pytest.raises(KinerjaError, match="belum lewat"):
        close_tenggat(lama, [early], "sebab")


def test_what_was_due_before_the_office_began_is_not_asked_for(muncar: Office) -> None:
    assert owed(muncar) == []
    began(muncar, date(2023, 3, 1))
    # Of 2022 the LKjIP was due on 28 February 2023, the day before; of 2023 on 29 February 2024.
    assert min(item.tanggal for item in owed(muncar)) >= date(2023, 3, 1)
    assert {item.kunci for item in owed(muncar)} >= {(LKJIP, Periode(2023))}
    assert (LKJIP, Periode(2022)) not in {item.kunci for item in owed(muncar)}


def test_beranda_knows_whether_a_second_place_is_needed(muncar: Office, clock: Clock) -> None:
    tempat = read_beranda(muncar, TAHUN).tempat_kedua
    assert tempat is not None
    assert tempat.perlu
    clock.moment += timedelta(days=8)
    (muncar.folder / FILE_NAME).mkdir()
    assert read_beranda(muncar, TAHUN).tempat_kedua is None
