import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.surat.nomor import (
    Agenda,
    check_pola,
    find_agenda,
    fold_nomor,
    follows_later,
    next_agenda,
    parse_agenda,
    propose_agenda,
    read_agenda,
    write_nomor,
)

POLA = "{klasifikasi}/{urut}/SOP/{unit}/{tahun}"
DAY = date(2024, 2, 5)


def test_the_number_of_candipuro_is_written_as_it_stands_on_its_sop() -> None:
    nomor = write_nomor(POLA, Agenda(16, 1), "700", "427.83", DAY)
    assert nomor == "700/16.1/SOP/427.83/2024"


def test_a_part_that_the_office_has_not_told_leaves_no_empty_place() -> None:
    pola = "{klasifikasi}/{urut}/{unit}/{bulan}/{tahun}"
    assert write_nomor(pola, Agenda(3), "", "", date(2024, 12, 1)) == "3/XII/2024"


def test_a_number_of_the_pattern_tells_its_running_number() -> None:
    assert read_agenda(POLA, "700/16.1/SOP/427.83/2024") == Agenda(16, 1)
    assert read_agenda(POLA, " 800.1/7/SOP/427.90/2025 ") == Agenda(7)


def test_capitals_and_noughts_do_not_hide_a_running_number() -> None:
    assert read_agenda(POLA, "700/016/sop/427.83/2024") == Agenda(16)


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("700/1/ND/2026", "700/01/nd/2026", True),
        ("700/1/ND/2026", " 700 / 001/Nd/ 2026\u200b", True),
        ("700/1/ND/2026", "700/10/ND/2026", False),
        ("700/100/2026", "700/1/2026", False),
        # A code of a unit is no number: 427.083 is another office than 427.83.
        ("1/427.083/2026", "1/427.83/2026", False),
        ("A-007/2026", "a-7/2026", True),
    ],
)
def test_numbers_are_compared_as_people_read_them(one: str, other: str, is_same: bool) -> None:
    assert (fold_nomor(one) == fold_nomor(other)) is is_same


def test_what_is_put_in_stays_behind_its_number_when_that_is_taken() -> None:
    assert next_agenda(Agenda(10, 1)) == Agenda(10, 2)
    assert next_agenda(Agenda(10)) == Agenda(11)


def test_a_number_behind_a_later_day_is_noticed() -> None:
    taken = [(Agenda(1), date(2024, 2, 7)), (Agenda(2), None), (Agenda(4), date(2024, 3, 1))]
    assert follows_later(taken, Agenda(3), date(2024, 2, 6))
    assert not follows_later(taken, Agenda(3), date(2024, 2, 7))
    assert not follows_later(taken, Agenda(1), date(2024, 2, 6))


@pytest.mark.parametrize("nomor", ["", "700/16", "700/x/SOP/427.83/2024", "16.1"])
def test_a_number_of_another_pattern_tells_none(nomor: str) -> None:
    assert read_agenda(POLA, nomor) is None


@pytest.mark.parametrize(
    ("nomor", "agenda"),
    [
        ("700/5/427.90/2025", Agenda(5)),
        ("700/5/2025", Agenda(5)),
        ("5/427.90/2025", Agenda(5)),
        ("427.90/26/2025", Agenda(26)),
        ("5/2025", Agenda(5)),
        ("2025", None),
    ],
)
def test_parts_that_the_office_has_not_told_may_be_left_out(
    nomor: str, agenda: Agenda | None
) -> None:
    """The code of the unit is never taken for a running number."""
    pola = "{klasifikasi}/{urut}/{unit}/{tahun}"
    assert read_agenda(pola, nomor, unit="427.90") == agenda


@given(
    st.sampled_from(["", "700", "188.45", "000.8.3"]), st.integers(1, 999_999),
    st.integers(0, 9999), st.sampled_from(["", "427.90"]),
)  # fmt: skip
def test_every_number_that_is_written_is_counted(
    klasifikasi: str, urut: int, sisipan: int, unit: str
) -> None:
    agenda = Agenda(urut, sisipan)
    for pola in ("{klasifikasi}/{urut}/{unit}/{tahun}", "{urut}/{klasifikasi}/{bulan}/{tahun}"):
        nomor = write_nomor(pola, agenda, klasifikasi, unit, DAY)
        assert read_agenda(pola, nomor, klasifikasi, unit) == agenda


@given(st.integers(1, 999_999), st.integers(0, 9999))
def test_what_is_written_is_read_back(urut: int, sisipan: int) -> None:
    agenda = Agenda(urut, sisipan)
    assert parse_agenda(str(agenda)) == agenda
    assert read_agenda(POLA, write_nomor(POLA, agenda, "700", "427.90", DAY)) == agenda


@pytest.mark.parametrize("text", ["", "0", "a", "16.1.2", "-3", "1,5", "12345678"])
def test_what_is_no_running_number_is_told(text: str) -> None:
    with pytest.raises(ValueError, match=r"tulis misalnya 16, atau 16\.1"):
        parse_agenda(text)
    assert find_agenda(text) is None


def test_noughts_before_a_running_number_do_not_count() -> None:
    assert parse_agenda("016") == Agenda(16)


@pytest.mark.parametrize(
    ("pola", "told"),
    [
        ("{klasifikasi}/{tahun}", "memuat {urut} satu kali"),
        ("{klasifikasi}/{urut}/{unit}", "memuat {tahun}"),
        ("{urut}/{urut}", "memuat {urut} satu kali"),
        ("{urut}/{nomer}", "tanda {nomer} tidak dikenal"),
        ("{urut}/{tahun", "tidak berpasangan"),
        ("{urut}" + "x" * 100, "terlalu panjang"),
    ],
)
def test_a_pattern_that_gives_no_number_of_its_own_is_refused(pola: str, told: str) -> None:
    with pytest.raises(ValueError, match=re.escape(told)):
        check_pola(pola)


def test_the_first_letter_of_a_year_gets_the_first_number() -> None:
    assert propose_agenda([], DAY, 1) == Agenda(1)
    assert propose_agenda([], DAY, 100) == Agenda(100)


def test_the_next_letter_gets_the_next_number() -> None:
    taken = [(Agenda(1), date(2024, 2, 1)), (Agenda(2), date(2024, 2, 5))]
    assert propose_agenda(taken, DAY, 1) == Agenda(3)
    assert propose_agenda(taken, DAY, 10) == Agenda(10)


def test_a_letter_of_yesterday_is_put_in_behind_the_last_of_its_day() -> None:
    taken = [
        (Agenda(16), date(2024, 2, 5)),
        (Agenda(16, 1), date(2024, 2, 5)),
        (Agenda(17), date(2024, 2, 7)),
    ]
    assert propose_agenda(taken, date(2024, 2, 6), 1) == Agenda(16, 2)


@pytest.mark.parametrize(
    ("taken", "agenda"),
    [
        # A number that was skipped stays so: what follows 16.3 is 16.4.
        ([("16", 5), ("16.3", 5), ("17", 7)], Agenda(16, 4)),
        # Taken for a later day, or for one that nobody wrote down: taken all the same.
        ([("16", 5), ("16.3", 7), ("17", 8)], Agenda(16, 4)),
        ([("16", 5), ("16.1", None), ("17", 7)], Agenda(16, 2)),
        ([("16.3", 5), ("16", 5), ("17", 7), ("15.9", 4)], Agenda(16, 4)),
    ],
)
def test_what_is_put_in_never_takes_a_number_that_is_taken(
    taken: list[tuple[str, int | None]], agenda: Agenda
) -> None:
    """Letters of 6 February between those of the days told (`docs/sakip.md` §9)."""
    book = [(parse_agenda(text), date(2024, 2, day) if day else None) for text, day in taken]
    proposed = propose_agenda(book, date(2024, 2, 6), 1)
    assert proposed == agenda
    assert proposed not in [key for key, _ in book]


@pytest.mark.parametrize(
    ("days", "day", "agenda"),
    [
        # 12 is a letter of the 15th that came late: one of the 27th goes behind 5, not behind it.
        ([26, 26, 26, 26, 27, 28, 28, 29, 29, 29, 30, 15], 27, "5.1"),
        # Behind the last number whose day is not later.
        ([10, 12, 15, 28, 30], 15, "3.1"),
        ([26, 15, 27], 15, "2.1"),
        # One day that was mistyped, far in front, does not put all that follows in there.
        ([1, 30, 3, 4, 5, 6], 7, "7"),
        # No number of its day or before: the next one.
        ([26, 27, 30], 15, "4"),
        # Not older than the last letter.
        ([26, 15], 20, "3"),
    ],
)
def test_what_is_put_in_breaks_the_order_of_the_days_least(
    days: list[int], day: int, agenda: str
) -> None:
    """Letters of November by their numbers, and one more (`docs/surat.md` §1)."""
    book = [(Agenda(n), date(2024, 11, one)) for n, one in enumerate(days, 1)]
    assert propose_agenda(book, date(2024, 11, day), 1) == parse_agenda(agenda)


def test_a_letter_older_than_all_gets_the_next_number() -> None:
    taken = [(Agenda(1), date(2024, 2, 5))]
    assert propose_agenda(taken, date(2024, 1, 2), 1) == Agenda(2)


def test_a_number_without_a_day_does_not_count_as_later() -> None:
    assert propose_agenda([(Agenda(4), None)], DAY, 1) == Agenda(5)
