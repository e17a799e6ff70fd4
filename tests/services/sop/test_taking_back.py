"""Ten seconds in which a step can be taken back, and not one more."""

from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from sqlmodel import select

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.trail import Saring, list_deeds
from kinerja_desktop.services.sop.cases import read_case
from kinerja_desktop.services.sop.evidence import attach_evidence
from kinerja_desktop.services.sop.taking_back import Step, take_back_kejadian
from kinerja_desktop.store.records import HariLibur, Lampiran
from tests.conftest import Clock
from tests.services.sop.office import (
    CANDIPURO,
    KEMBALIKAN,
    PENGUMPULAN,
    SELESAI,
    SETUJU,
    do,
    give_sop,
    start,
)


@pytest.fixture
def case_id(office: Office) -> UUID:
    give_sop(office)
    return start(office, PENGUMPULAN)


def last(office: Office) -> Step:
    step = office.journal.last
    assert step is not None
    return step


def test_a_finished_step_is_open_again(office: Office, case_id: UUID, clock: Clock) -> None:
    before = read_case(office, case_id)
    do(office, case_id, SELESAI)
    clock.moment += timedelta(seconds=10)
    take_back_kejadian(office, last(office))
    after = read_case(office, case_id)
    assert after.posisi == before.posisi
    assert after.kejadian == before.kejadian
    labels = [deed.label for deed in list_deeds(office, Saring())]
    assert labels[0].startswith("Batalkan: SOP ")
    do(office, case_id, SELESAI)
    assert read_case(office, case_id).posisi.langkah_selesai == 1


@pytest.mark.parametrize("jenis", [SETUJU, KEMBALIKAN])
def test_a_decision_is_taken_back(office: Office, case_id: UUID, jenis: object) -> None:
    from kinerja_desktop.services.sop.cases import record_kejadian

    do(office, case_id, *[SELESAI] * 4)
    before = read_case(office, case_id)
    record_kejadian(office, case_id, jenis, 5, "sebab")  # type: ignore[arg-type]
    take_back_kejadian(office, last(office))
    assert read_case(office, case_id) == before


def test_evidence_goes_back_with_its_kejadian(
    office: Office, case_id: UUID, tmp_path: Path
) -> None:
    (tmp_path / "bukti.txt").write_text("isi")
    attach_evidence(office, case_id, 1, tmp_path / "bukti.txt")
    take_back_kejadian(office, last(office))
    assert read_case(office, case_id).bukti == {}
    with office.journal.reading() as session:
        assert session.exec(select(Lampiran)).all() == []


@pytest.mark.parametrize("seconds", [11, -1, 3600])
def test_after_ten_seconds_it_stays(
    office: Office, case_id: UUID, clock: Clock, seconds: int
) -> None:
    do(office, case_id, SELESAI)
    clock.moment += timedelta(seconds=seconds)
    with pytest.raises(KinerjaError, match="10 detik sudah lewat") as caught:
        take_back_kejadian(office, last(office))
    assert "Buka kembali" in caught.value.remedy
    assert read_case(office, case_id).posisi.langkah_selesai == 1


def test_what_something_followed_stays(office: Office, case_id: UUID, clock: Clock) -> None:
    do(office, case_id, SELESAI)
    step = last(office)
    with office.journal.action("Menambah libur") as session:
        session.add(HariLibur(tanggal=clock.moment.date(), nama="Libur"))
    with pytest.raises(KinerjaError, match="sudah ada yang dikerjakan lagi"):
        take_back_kejadian(office, step)
    do(office, case_id, SELESAI)
    with pytest.raises(KinerjaError, match="sudah ada yang dikerjakan lagi"):
        take_back_kejadian(office, step)
    assert read_case(office, case_id).posisi.langkah_selesai == 2


def test_it_is_taken_back_once(office: Office, case_id: UUID) -> None:
    do(office, case_id, SELESAI)
    step = last(office)
    take_back_kejadian(office, step)
    with pytest.raises(KinerjaError, match="tidak tercatat lagi"):
        take_back_kejadian(office, step)


def test_another_deed_is_not_taken_back_by_this_door(office: Office, clock: Clock) -> None:
    with office.journal.action("Menambah libur") as session:
        session.add(HariLibur(tanggal=clock.moment.date(), nama="Libur"))
    with pytest.raises(KinerjaError, match="'Menambah libur' tidak tercatat lagi pada SOP"):
        take_back_kejadian(office, last(office))


def test_earlier_deeds_can_still_be_undone(office: Office, case_id: UUID, clock: Clock) -> None:
    with office.journal.action("Menambah libur") as session:
        session.add(HariLibur(tanggal=clock.moment.date(), nama="Libur"))
    do(office, case_id, SELESAI)
    take_back_kejadian(office, last(office))
    assert office.journal.undo() == "Menambah libur"


def test_the_last_step_of_a_case_is_taken_back(office: Office) -> None:
    give_sop(office)
    case_id = start(office, CANDIPURO)
    do(office, case_id, *[SELESAI] * 7, SETUJU, SELESAI)
    assert read_case(office, case_id).posisi.langkah is not None
    do(office, case_id, SELESAI)
    assert read_case(office, case_id).posisi.langkah is None
    take_back_kejadian(office, last(office))
    assert read_case(office, case_id).posisi.langkah is not None
