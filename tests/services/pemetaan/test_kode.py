"""The kode of budget lines as tables hold it (`docs/sakip.md` §6.1)."""

from typing import Any

import pytest

from kinerja_desktop.domain.anggaran.anggaran import JenisAnggaran
from kinerja_desktop.services.pemetaan.kode import (
    find_induk,
    find_jenis,
    is_above_program,
    is_belanja,
    join_kode,
    split_kode,
)


@pytest.mark.parametrize(
    ("parts", "kode"),
    [
        ([7, 1, 1, 2.01, 1], "7.01.01.2.01.0001"),
        ([7, 1, 1, 2.13, 10], "7.01.01.2.13.0010"),
        ([7, 1, 1, 2, 1, 1], "7.01.01.2.01.0001"),
        (["7", "01", "01", "2.01", "01"], "7.01.01.2.01.01"),
        (["7 ", " 01", "01", "2,01", "0001."], "7.01.01.2.01.0001"),
        (["7.01", "7.01.01", "7.01.01.2.01", "7.01.01.2.01.0001"], "7.01.01.2.01.0001"),
        (["7", "7.01", "01"], "7.01.01"),
        (["7.1.1.2.1.1"], "7.01.01.2.01.0001"),
        (["7.01.01.201.01"], "7.01.01.201.01"),
        (["X", "XX", 1], "X.XX.01"),
        ([], ""),
    ],
)
def test_parts_are_joined_and_get_their_noughts(parts: list[Any], kode: str) -> None:
    assert join_kode(parts) == kode


def test_a_number_that_lost_a_nought_or_not_is_asked_back() -> None:
    with pytest.raises(ValueError, match=r"angka 2,1, dapat berarti 2\.01 atau 2\.10"):
        join_kode([7, 1, 1, 2.1])


@pytest.mark.parametrize(
    ("kode", "jenis", "induk"),
    [
        ("7.01.01", JenisAnggaran.PROGRAM, ""),
        ("7.01.01.2.01", JenisAnggaran.KEGIATAN, "7.01.01"),
        ("7.01.01.2.01.0001", JenisAnggaran.SUB_KEGIATAN, "7.01.01.2.01"),
        ("7.01.01.2.01.01", JenisAnggaran.SUB_KEGIATAN, "7.01.01.2.01"),
        ("7.01.01.201", JenisAnggaran.KEGIATAN, "7.01.01"),
        ("7.01.01.201.01", JenisAnggaran.SUB_KEGIATAN, "7.01.01.201"),
        ("7.01.01.2", None, ""),
        ("7.01", None, ""),
        ("IKU-1", None, ""),
    ],
)
def test_level_and_parent_follow_from_the_parts(
    kode: str, jenis: JenisAnggaran | None, induk: str
) -> None:
    assert find_jenis(kode) is jenis
    assert find_induk(kode) == induk


def test_other_kode_are_known_for_what_they_are() -> None:
    assert is_above_program("7")
    assert is_above_program("7.01")
    assert not is_above_program("7.01.01")
    assert is_above_program("X.XX")
    assert not is_above_program("abc")
    assert is_belanja("5.1.02.01.01.0024")
    assert is_belanja("7.01.01.2.01.0001.5.1.02")
    assert not is_belanja("7.01.01.2.01.0001")
    assert not is_belanja("X.XX.01")


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("7.01.01 PROGRAM A", ("7.01.01", "PROGRAM A")),
        ("7.01.01 - Program", ("7.01.01", "Program")),
        ("7.01.01", ("7.01.01", "")),
        ("7 . 01", ("7 . 01", "")),
    ],
)
def test_a_name_behind_the_kode_is_parted(text: str, parted: tuple[str, str]) -> None:
    assert split_kode(text) == parted
