"""Offices give their SOPs to each other."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlmodel import select

from kinerja_desktop.domain.sop.model import KIRIMAN
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.sop.library import (
    SopKantor,
    list_attached,
    list_sop,
    read_sop_kantor,
    retire_sop,
)
from kinerja_desktop.services.sop.own import draft_own, save_new, save_own
from kinerja_desktop.services.sop.tukar import (
    Cara,
    apply_impor,
    export_sop,
    plan_impor,
    propose_name,
)
from kinerja_desktop.store.records import Instansi
from tests.services.sop.office import CANDIPURO, PENGUKURAN, find_sop
from tests.services.sop.test_own import written


@pytest.fixture
def lain(tmp_path: Path) -> Iterator[Office]:
    """Another office with the same five SOPs."""
    office = open_office(tmp_path / "lain")
    fill_sample(office)
    with office.journal.action("Nama") as session:
        (row,) = session.exec(select(Instansi))
        row.kecamatan = "Srono"
    yield office
    office.close()


def state(office: Office) -> list[SopKantor]:
    return list_sop(office, semua_versi=True)


def test_an_sop_goes_from_one_office_to_another(
    muncar: Office, lain: Office, tmp_path: Path
) -> None:
    sop_id = save_new(lain, written(lain))
    path = tmp_path / propose_name(read_sop_kantor(lain, sop_id).sop)
    assert path.name == "Pelayanan Surat Srono.sop.json"
    export_sop(lain, sop_id, path)
    rencana = plan_impor(muncar, path)
    assert (rencana.kiriman.dari, rencana.sama) == ("Kecamatan Srono", None)
    item = read_sop_kantor(muncar, apply_impor(muncar, rencana))
    assert (item.sop.id, item.versi, item.sop.asal) == ("SRONO-PELAYANAN-SURAT", 1, KIRIMAN)
    # It is a paper of Srono until this office makes it its own.
    assert item.id not in [other.id for other in list_attached(muncar)]
    own = save_own(muncar, item.id, draft_own(muncar, item.id, pakai_usulan=False))
    assert own in [other.id for other in list_attached(muncar)]
    assert read_sop_kantor(muncar, own).sumber == item.sop


def test_the_source_beside_it_travels_along(muncar: Office, lain: Office, tmp_path: Path) -> None:
    before = find_sop(lain, PENGUKURAN)
    sop_id = save_own(lain, before.id, draft_own(lain, before.id, pakai_usulan=True))
    export_sop(lain, sop_id, tmp_path / "a.sop.json")
    rencana = plan_impor(muncar, tmp_path / "a.sop.json")
    assert rencana.sama is not None
    assert rencana.sama.sop.id == PENGUKURAN
    beside = read_sop_kantor(muncar, apply_impor(muncar, rencana, Cara.BARU))
    assert beside.sop.id.startswith("SRONO-")
    assert beside.sumber == before.sop
    assert find_sop(muncar, PENGUKURAN) == rencana.sama
    following = read_sop_kantor(muncar, apply_impor(muncar, rencana, Cara.VERSI))
    assert (following.sop.id, following.versi) == (PENGUKURAN, 2)
    assert following.id not in [item.id for item in list_attached(muncar)]
    in_use = [item.id for item in list_sop(muncar) if item.sop.id == PENGUKURAN]
    assert in_use == [following.id]
    muncar.journal.undo()
    assert find_sop(muncar, PENGUKURAN) == rencana.sama


def test_the_very_sop_is_not_taken_in_twice(muncar: Office, lain: Office, tmp_path: Path) -> None:
    export_sop(lain, find_sop(lain, CANDIPURO).id, tmp_path / "a.sop.json")
    before = state(muncar)
    with pytest.raises(KinerjaError, match="sudah dipakai kantor dan sama"):
        plan_impor(muncar, tmp_path / "a.sop.json")
    assert state(muncar) == before


def test_what_the_office_gave_away_comes_back_as_its_own(muncar: Office, tmp_path: Path) -> None:
    sop_id = save_new(muncar, written(muncar))
    export_sop(muncar, sop_id, tmp_path / "a.sop.json")
    muncar.journal.undo()
    item = read_sop_kantor(muncar, apply_impor(muncar, plan_impor(muncar, tmp_path / "a.sop.json")))
    assert item.sop.is_kantor
    assert item.sop.id == "MUNCAR-PELAYANAN-SURAT"


def test_an_sop_that_is_used_no_more_is_told_as_well(muncar: Office, tmp_path: Path) -> None:
    sop_id = save_new(muncar, written(muncar))
    export_sop(muncar, sop_id, tmp_path / "a.sop.json")
    retire_sop(muncar, sop_id)
    rencana = plan_impor(muncar, tmp_path / "a.sop.json")
    assert rencana.sama is not None
    assert not rencana.sama.aktif
    assert read_sop_kantor(muncar, apply_impor(muncar, rencana, Cara.VERSI)).versi == 2


@pytest.mark.parametrize("content", [b"", b"{}", b"[" * 50_000, b"\x00" * 10])
def test_a_hostile_file_changes_nothing(muncar: Office, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "jahat.sop.json"
    path.write_bytes(content)
    before = state(muncar)
    with pytest.raises(KinerjaError):
        plan_impor(muncar, path)
    with pytest.raises(KinerjaError):
        plan_impor(muncar, tmp_path / "tidak ada.sop.json")
    assert state(muncar) == before


def test_it_is_not_written_into_the_data_folder(muncar: Office, tmp_path: Path) -> None:
    sop_id = find_sop(muncar, CANDIPURO).id
    with pytest.raises(KinerjaError):
        export_sop(muncar, sop_id, muncar.folder / "a.sop.json")
    with pytest.raises(KinerjaError):
        export_sop(muncar, sop_id, tmp_path / "a.xlsx")
