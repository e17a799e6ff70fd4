from datetime import timedelta
from uuid import uuid4

import pytest
from sqlmodel import select

from kinerja_desktop.domain.sop.kejadian import JenisKejadian
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.sop import prints
from kinerja_desktop.services.sop.cases import read_case
from kinerja_desktop.services.sop.prints import keep_print
from kinerja_desktop.store.queries.sop import list_kejadian
from kinerja_desktop.store.records import Lampiran
from tests.conftest import Clock
from tests.services.sop.office import PENGUKURAN, SELESAI, do, give_sop, start


def test_what_was_printed_stands_at_its_step(muncar: Office) -> None:
    give_sop(muncar)
    case = start(muncar, PENGUKURAN)
    assert keep_print(muncar, case, 1, "Lembar Disposisi.pdf", b"%PDF satu")
    found = read_case(muncar, case)
    assert list(found.bukti.values()) == ["Lembar Disposisi.pdf"]
    last = found.kejadian[-1]
    assert (last.jenis, last.langkah, last.putaran) == (JenisKejadian.BUKTI, 1, 1)
    assert last.bukti == tuple(found.bukti)
    with muncar.journal.reading() as session:
        row = session.exec(select(Lampiran)).one()
    assert muncar.evidence.path_of(row.sha256).read_bytes() == b"%PDF satu"


def test_the_same_print_is_kept_once_for_each_step(muncar: Office) -> None:
    give_sop(muncar)
    case = start(muncar, PENGUKURAN)
    assert keep_print(muncar, case, 1, "a.pdf", b"%PDF satu")
    assert not keep_print(muncar, case, 1, "b.pdf", b"%PDF satu")
    assert keep_print(muncar, case, 1, "c.pdf", b"%PDF dua")
    do(muncar, case, SELESAI)
    assert keep_print(muncar, case, 2, "a.pdf", b"%PDF satu")


def test_a_step_that_was_not_reached_or_a_case_that_is_gone_keeps_nothing(muncar: Office) -> None:
    give_sop(muncar)
    case = start(muncar, PENGUKURAN)
    assert not keep_print(muncar, case, 5, "a.pdf", b"%PDF")
    assert not keep_print(muncar, uuid4(), 1, "a.pdf", b"%PDF")
    assert len(read_case(muncar, case).kejadian) == 1


def test_a_print_after_the_step_ended_belongs_to_its_round(muncar: Office) -> None:
    give_sop(muncar)
    case = start(muncar, PENGUKURAN)
    do(muncar, case, SELESAI)
    assert keep_print(muncar, case, 1, "a.pdf", b"%PDF")
    assert read_case(muncar, case).kejadian[-1].putaran == 1


def test_two_prints_at_once_are_kept_once(muncar: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    give_sop(muncar)
    case = start(muncar, PENGUKURAN)
    looked = read_case(muncar, case)
    assert keep_print(muncar, case, 1, "a.pdf", b"%PDF satu")
    monkeypatch.setattr(prints, "find_case", lambda *_: looked)
    assert not keep_print(muncar, case, 1, "a.pdf", b"%PDF satu")
    assert keep_print(muncar, case, 1, "b.pdf", b"%PDF dua")
    with muncar.journal.reading() as session:
        assert [row.urutan for row in list_kejadian(session, case)] == [1, 2, 3]


def test_a_print_by_a_clock_set_back_leaves_the_case_readable(muncar: Office, clock: Clock) -> None:
    give_sop(muncar)
    case = start(muncar, PENGUKURAN)
    clock.moment -= timedelta(days=1)
    assert not keep_print(muncar, case, 1, "a.pdf", b"%PDF satu")
    assert len(read_case(muncar, case).kejadian) == 1
