"""Names of places, which print on every paper of an office."""

import pytest

from kinerja_desktop.domain.angka.nama_tempat import write_place_name
from kinerja_desktop.domain.angka.teks import KATA_KECAMATAN, bare_name
from kinerja_desktop.domain.sections import SECTIONS


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("senduro", "Senduro"),
        ("SENDURO", "Senduro"),
        ("jawa timur", "Jawa Timur"),
        ("DKI Jakarta", "DKI Jakarta"),
        ("TEGALDLIMO", "TEGALDLIMO"),
        ("", ""),
    ],
)
def test_a_name_has_its_capitals(typed: str, written: str) -> None:
    assert write_place_name(typed) == written


def test_the_word_of_its_kind_goes_and_the_capitals_come() -> None:
    assert bare_name("kecamatan senduro", KATA_KECAMATAN) == "Senduro"


@pytest.mark.parametrize(
    ("name", "typed", "written"),
    [
        ("kecamatan", "kec. senduro", "Senduro"),
        ("kabupaten", "lumajang", "Lumajang"),
        ("provinsi", "Provinsi jawa timur", "Jawa Timur"),
    ],
)
def test_pengaturan_and_the_workbook_read_it_so(name: str, typed: str, written: str) -> None:
    assert SECTIONS["instansi"].field(name).parse(typed) == written
