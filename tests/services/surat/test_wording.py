from dataclasses import replace

import pytest
from sqlmodel import select

from kinerja_desktop.domain.surat.isi import IsiNaskah
from kinerja_desktop.errors import DataProblemsError, KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.surat.tulis import read_naskah
from kinerja_desktop.services.surat.wording import (
    get_jenis,
    read_bawaan,
    read_templat,
    reset_templat,
    save_templat,
)
from kinerja_desktop.store.records import TemplatNaskah
from tests.services.surat.letters import begin


def test_an_office_says_it_once_and_for_all(muncar: Office) -> None:
    own = replace(read_bawaan("undangan"), penutup=("Demikian, harap hadir di {tempat}.",))
    assert save_templat(muncar, "undangan", own) == 1
    assert read_templat(muncar, "undangan") == (own, 1)
    letter = read_naskah(muncar, begin(muncar, "undangan"))
    assert letter.isi.penutup == ("Demikian, harap hadir di Muncar.",)


def test_letters_of_before_keep_their_words(muncar: Office) -> None:
    key = begin(muncar, "undangan")
    save_templat(muncar, "undangan", replace(read_bawaan("undangan"), penutup=("Lain.",)))
    assert read_naskah(muncar, key).isi.penutup != ("Lain.",)


def test_without_a_change_there_is_no_new_version(muncar: Office) -> None:
    assert save_templat(muncar, "undangan", read_bawaan("undangan")) == 0
    with muncar.journal.reading() as session:
        assert session.exec(select(TemplatNaskah)).all() == []


def test_the_way_back_is_a_version_of_its_own(muncar: Office) -> None:
    own = replace(read_bawaan("notulen"), hal="Rapat")
    save_templat(muncar, "notulen", own)
    reset_templat(muncar, "notulen")
    assert read_templat(muncar, "notulen") == (read_bawaan("notulen"), 0)
    with pytest.raises(KinerjaError, match="sudah seperti bawaannya"):
        reset_templat(muncar, "notulen")
    assert save_templat(muncar, "notulen", own) == 3
    muncar.journal.undo()
    assert read_templat(muncar, "notulen")[1] == 0


def test_an_unknown_place_is_refused_and_nothing_changes(muncar: Office) -> None:
    with pytest.raises(DataProblemsError) as raised:
        save_templat(muncar, "undangan", IsiNaskah(hal="{nomer}", di="{kota}"))
    assert [problem.field for problem in raised.value.problems] == ["Hal", "Tempat tujuan"]
    assert read_templat(muncar, "undangan")[1] == 0


def test_a_text_that_is_too_long_is_refused(muncar: Office) -> None:
    with pytest.raises(KinerjaError, match=r"^Hal: teksnya .* huruf"):
        save_templat(muncar, "undangan", IsiNaskah(hal="x" * 2000))


def test_a_wording_that_another_program_has_spoiled_can_be_written_over(muncar: Office) -> None:
    own = replace(read_bawaan("notulen"), hal="Rapat")
    save_templat(muncar, "notulen", own)
    with muncar.journal.action("Merusak") as session:
        session.exec(select(TemplatNaskah)).one().isi = {"yth": 3}
    with pytest.raises(KinerjaError, match="Isi templat Notulen Rapat tidak dapat dibaca"):
        read_templat(muncar, "notulen")
    assert save_templat(muncar, "notulen", own) == 2


def test_there_is_no_such_kind() -> None:
    with pytest.raises(KinerjaError, match="Naskah 'surat-cinta' tidak dikenal"):
        get_jenis("surat-cinta")
