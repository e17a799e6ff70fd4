"""What a window has seen of the trail, also where a restore brings another in its place."""

import pytest

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.riwayat.maintenance import back_up_now, check_office
from kinerja_desktop.services.riwayat.restoring import restore_into
from kinerja_desktop.store.meanwhile import ChangedMeanwhileError, Knowledge
from kinerja_desktop.store.postgres.present import RestoredMeanwhileError
from kinerja_desktop.store.postgres.seen import SeenTrail
from tests.store.postgres.test_meanwhile import keep_unheard
from tests.store.postgres.test_several import add, change, in_step


def find_last(office: Office) -> int:
    last = office.journal.last
    assert last is not None
    return last.transaksi_id


def test_what_was_on_the_screen_before_a_restore_is_written_over_nothing_it_brought(
    sri: Office, budi: Office
) -> None:
    key = add(sri)
    copy = back_up_now(sri)
    change(sri, key, satuan="Persen")
    in_step(sri, budi)
    half_typed = budi.journal.sight()
    restore_into(sri, copy)
    in_step(sri, budi)
    with (
        budi.journal.knowing(Knowledge(half_typed)),
        pytest.raises(RestoredMeanwhileError, match="belum disimpan"),
    ):
        change(budi, key, satuan="Orang")
    with budi.journal.knowing(Knowledge(budi.journal.sight())):
        change(budi, key, satuan="Orang")
    assert check_office(budi) == []


def test_what_may_be_written_over_is_of_the_trail_in_which_it_was_shown(
    sri: Office, budi: Office
) -> None:
    key = add(sri)
    copy = back_up_now(sri)
    for number in range(9):  # the deed that is shown bears a number of which the restore has none
        add(sri, f"I-{number}")
    in_step(sri, budi)
    known = Knowledge(budi.journal.sight())
    change(sri, key, satuan="Persen")
    in_step(sri, budi)
    with budi.journal.knowing(known), pytest.raises(ChangedMeanwhileError) as told:
        change(budi, key, satuan="Orang")
    accepted = known.accept(told.value.meetings).accepted
    restore_into(sri, copy)
    in_step(sri, budi)
    sight = budi.journal.sight()
    change(sri, key, satuan="Rupiah")
    in_step(sri, budi)
    with (
        budi.journal.knowing(Knowledge(sight, accepted)),
        pytest.raises(ChangedMeanwhileError),
    ):
        change(budi, key, satuan="Orang")


@pytest.mark.parametrize("is_heard", [True, False])
def test_a_deed_of_ones_own_that_a_restore_took_away_hides_no_deed_of_that_number(
    sri: Office, budi: Office, *, is_heard: bool
) -> None:
    """Whether or not the line broke before the deed of somebody else in between was told."""
    key = add(sri)
    copy = back_up_now(sri)
    in_step(sri, budi)
    if not is_heard:
        keep_unheard(budi)
    add(sri, "I-1")
    if is_heard:
        in_step(sri, budi)
        keep_unheard(budi)
    add(budi, "I-2")  # never told back
    lost = find_last(budi)
    restore_into(sri, copy)
    budi.place.listen(budi.journal.hear)
    sight = budi.journal.sight()
    change(sri, key, satuan="Persen")
    assert find_last(sri) == lost
    in_step(sri, budi)
    with budi.journal.knowing(Knowledge(sight)), pytest.raises(ChangedMeanwhileError):
        change(budi, key, satuan="Orang")


def test_a_line_taken_up_again_knows_another_trail_of_the_same_length(
    sri: Office, budi: Office
) -> None:
    key = add(sri)
    copy = back_up_now(sri)
    change(sri, key, satuan="Persen")
    change(sri, key, satuan="Jam")
    in_step(sri, budi)
    add(budi, "I-1")
    in_step(sri, budi)
    seen = find_last(budi)
    keep_unheard(budi)
    restore_into(sri, copy)
    while not sri.journal.last or find_last(sri) < seen:
        add(sri, "I-2")
    heard: list[bool] = []
    budi.place.listen(lambda _tables, is_replaced: heard.append(is_replaced))
    assert heard == [True]
    change(budi, key, satuan="Orang")
    assert check_office(budi) == []


def test_the_notice_of_ones_own_restore_takes_nothing_away_that_was_done_since() -> None:
    trail = SeenTrail()
    trail.note_told(9, "lama")
    assert trail.resolve(trail.sight()) == 9
    trail.note_replaced(4, "baru")
    sight = trail.sight()
    assert trail.resolve(sight) == 4
    trail.note_stored(5, "baru 5", 4)
    trail.note_told(10, "lama 10")  # done by somebody else before the restore, and told late
    trail.note_own_restore_told(4, "baru")
    assert trail.known == (4, "baru")
    assert trail.mine == {5}
    assert trail.resolve(sight) == 4
    trail.note_told(5, "baru 5")
    assert trail.sight() == trail.mark(5)
    assert trail.known == (5, "baru 5")
    assert not trail.has_others(5, 5)
    assert trail.has_others(5, 6)
