from kinerja_desktop.domain.fingerprint import TableFingerprint, columns_of, compare_tables

SASARAN = TableFingerprint("sasaran", ("id", "uraian"), 2, "aa")


def test_the_same_table_is_the_same() -> None:
    (change,) = compare_tables([SASARAN], [SASARAN])
    assert change.is_same
    assert not change.is_new
    assert (change.rows_before, change.rows_after) == (2, 2)


def test_other_content_is_a_change_even_with_as_many_rows() -> None:
    other = TableFingerprint("sasaran", ("id", "uraian"), 2, "bb")
    (change,) = compare_tables([SASARAN], [other])
    assert not change.is_same


def test_a_table_that_is_gone_is_a_change_and_a_new_one_is_not() -> None:
    new = TableFingerprint("lkjip", ("id",), 0, "cc")
    gone, added = sorted(compare_tables([SASARAN], [new]), key=lambda change: change.is_new)
    assert (gone.table, gone.rows_after, gone.is_same) == ("sasaran", None, False)
    assert (added.table, added.rows_before, added.is_same, added.is_new) == (
        "lkjip", None, True, True,
    )  # fmt: skip


def test_a_column_that_is_gone_is_a_change_whatever_the_hash_says() -> None:
    less = TableFingerprint("sasaran", ("id",), 2, "aa")
    (change,) = compare_tables([SASARAN], [less])
    assert not change.is_same


def test_columns_are_handed_on_by_table() -> None:
    assert columns_of([SASARAN]) == {"sasaran": ("id", "uraian")}
