"""A letter whose day changes says the other day in its own words as well."""

from dataclasses import replace
from datetime import date

import pytest

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.surat.tulis import (
    change_isi,
    change_nomor,
    change_tanggal,
    read_naskah,
)
from kinerja_desktop.store.records import NaskahDinas
from tests.services.surat.letters import begin, compose, finish, words

THURSDAY, WEDNESDAY = date(2025, 1, 2), date(2025, 1, 22)
#: How each kind says its day, in figures and in words.
SAYS = {
    "notulen": ("Kamis, 2 Januari 2025", "Rabu, 22 Januari 2025"),
    "berita-acara": (
        "hari ini, Kamis, tanggal dua bulan Januari tahun dua ribu dua puluh lima, bertempat",
        "hari ini, Rabu, tanggal dua puluh dua bulan Januari tahun dua ribu dua puluh lima, "
        "bertempat",
    ),
}


@pytest.mark.parametrize("jenis", SAYS)
@pytest.mark.parametrize("emptied", [False, True])
def test_another_day_is_said_and_the_first_one_again(
    muncar: Office, jenis: str, emptied: bool
) -> None:
    key = begin(muncar, jenis, day=THURSDAY)
    first = read_naskah(muncar, key).isi
    for day, told, before in (
        (WEDNESDAY, SAYS[jenis][1], SAYS[jenis][0]),
        (THURSDAY, SAYS[jenis][0], SAYS[jenis][1]),
    ):
        if emptied:
            change_tanggal(muncar, key, None)
            change_tanggal(muncar, key, None)
        change_tanggal(muncar, key, day)
        text = words(compose(muncar, key))
        assert told in text
        assert before not in text
    # Nothing else was touched on the way there and back.
    assert read_naskah(muncar, key).isi == first


def test_what_is_typed_while_a_letter_has_no_day_does_not_lose_the_one_it_names(
    muncar: Office,
) -> None:
    key = begin(muncar, "notulen", day=THURSDAY)
    change_tanggal(muncar, key, None)
    letter = read_naskah(muncar, key)
    assert (letter.tanggal, letter.hari) == (None, THURSDAY)
    change_isi(muncar, key, replace(letter.isi, hal="Rapat lain"))
    change_tanggal(muncar, key, WEDNESDAY)
    letter = read_naskah(muncar, key)
    assert letter.isi.hal == "Rapat lain"
    assert letter.isi.rincian[0] == ("Hari/tanggal", SAYS["notulen"][1])
    assert letter.hari == WEDNESDAY


def test_a_number_typed_while_a_letter_has_no_day_stays_beside_it(muncar: Office) -> None:
    key = begin(muncar, "undangan", day=THURSDAY)
    change_tanggal(muncar, key, None)
    change_nomor(muncar, key, "005/7/2025")
    assert read_naskah(muncar, key).hari == THURSDAY
    change_tanggal(muncar, key, WEDNESDAY)
    letter = read_naskah(muncar, key)
    assert (letter.nomor, letter.tanggal) == ("005/7/2025", WEDNESDAY)


@pytest.mark.parametrize("hari", [{}, {"hari": "kapan-kapan"}, {"hari": 5}])
def test_a_letter_without_a_day_of_its_own_keeps_its_words(
    muncar: Office, hari: dict[str, object]
) -> None:
    """As another program may leave it: nothing in its words is known to be its day."""
    key = begin(muncar, "surat", hal="Rapat 2 Januari 2025")
    with muncar.journal.action("Dari program lain") as session:
        row = session.get_one(NaskahDinas, key)
        row.tanggal, row.isi = None, {**row.isi, **hari}
    finish(muncar, key, WEDNESDAY)
    letter = read_naskah(muncar, key)
    assert (letter.tanggal, letter.isi.hal) == (WEDNESDAY, "Rapat 2 Januari 2025")
