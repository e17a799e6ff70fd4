"""Editing the office's own copy of an SOP."""

from dataclasses import replace

import pytest

from kinerja_desktop.domain.sop.formulir import Isian
from kinerja_desktop.domain.sop.langkah import Keputusan, Keterlibatan, PeranLangkah, Satuan, Waktu
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.periksa import check_sop
from kinerja_desktop.domain.sop.suntingan import (
    DITAMBAHKAN,
    Suntingan,
    add_langkah,
    edit_langkah,
    move_langkah,
    remove_langkah,
    suntingan_of,
)
from kinerja_desktop.errors import KinerjaError
from tests.domain.sop.contoh import PENGUKURAN, load, make_langkah, make_sop

PELAKSANA, PENERIMA = Keterlibatan.PELAKSANA, Keterlibatan.PENERIMA
BARU = Suntingan(
    no="1a",
    uraian="Memeriksa ulang",
    kelengkapan="Draf",
    output="Draf terperiksa",
    keterangan="",
    peran=(("STAF", PELAKSANA), ("CAMAT", PENERIMA)),
    waktu=3,
    satuan=Satuan.JAM,
)


def order(sop: Sop) -> list[str]:
    return [step.uraian.tercetak or "" for step in sop.langkah]


def errors(sop: Sop) -> list[str]:
    return [str(problem) for problem in check_sop(sop) if not problem.is_warning]


def test_an_untouched_step_stays_as_it_is() -> None:
    sop = load(PENGUKURAN)
    for step in sop.langkah:
        assert edit_langkah(sop, step.sequence, suntingan_of(step)) == sop


def test_other_words_stand_beside_those_of_the_source() -> None:
    sop = load(PENGUKURAN)
    words = replace(suntingan_of(sop.get_langkah(5)), output=" Draft Pengukuran ", no="5")
    step = edit_langkah(sop, 5, words).get_langkah(5)
    assert (step.output.diterima, step.output.tercetak) == (
        "Draft Pengukuran",
        "Form Rencana Kinerja",
    )
    assert (step.no.diterima, step.no.tercetak) == ("5", "4")
    assert suntingan_of(step).output == "Draft Pengukuran"


def test_another_time_is_written_as_a_text_too() -> None:
    sop = make_sop()
    edited = edit_langkah(sop, 1, replace(suntingan_of(sop.langkah[0]), waktu=3))
    assert edited.langkah[0].waktu == Waktu("3 hari", 3, Satuan.HARI)


def test_other_people_are_no_longer_deduced() -> None:
    step = make_langkah(1, is_start=True, is_end=True)
    guessed = replace(step, peran=(PeranLangkah("STAF", PELAKSANA, disimpulkan=True),))
    sop = make_sop(guessed)
    words = suntingan_of(guessed)
    assert edit_langkah(sop, 1, words).langkah[0].peran == guessed.peran
    changed = edit_langkah(sop, 1, replace(words, peran=(("CAMAT", PELAKSANA),)))
    assert changed.langkah[0].peran == (PeranLangkah("CAMAT", PELAKSANA),)


def test_a_decision_is_made_changed_and_taken_away() -> None:
    sop = make_sop()
    made = edit_langkah(sop, 3, replace(suntingan_of(sop.get_langkah(3)), kembali_ke=2))
    assert made.get_langkah(3).keputusan == Keputusan(2)
    gone = edit_langkah(made, 2, replace(suntingan_of(made.get_langkah(2)), kembali_ke=None))
    assert gone.get_langkah(2).keputusan is None


def test_a_new_step_bears_its_own_words_as_printed() -> None:
    sop = add_langkah(make_sop(), 1, BARU)
    step = sop.get_langkah(2)
    assert (step.uraian, step.no, step.waktu) == (
        Isian("Memeriksa ulang"), Isian("1a"), Waktu("3 jam", 3, Satuan.JAM),
    )  # fmt: skip
    assert step.peran == (PeranLangkah("STAF", PELAKSANA), PeranLangkah("CAMAT", PENERIMA))
    assert step.catatan_sumber == DITAMBAHKAN
    assert sop.get_langkah(3).kembali_ke == 1
    assert errors(sop) == []
    again = edit_langkah(sop, 2, replace(suntingan_of(step), uraian="Meneliti"))
    assert again.get_langkah(2).uraian == Isian("Meneliti")


def test_a_step_can_be_added_first_and_last() -> None:
    first = add_langkah(make_sop(), 0, BARU)
    assert order(first)[0] == "Memeriksa ulang"
    assert [step.is_start for step in first.langkah] == [True, False, False, False]
    assert first.get_langkah(3).kembali_ke == 2
    last = add_langkah(make_sop(), 3, replace(BARU, kembali_ke=2))
    assert [step.is_end for step in last.langkah] == [False, False, False, True]
    assert last.get_langkah(4).kembali_ke == 2
    assert errors(first) == errors(last) == []


def test_the_aim_of_a_new_decision_follows_its_step() -> None:
    sop = add_langkah(make_sop(), 1, replace(BARU, kembali_ke=2))
    assert sop.get_langkah(2).kembali_ke == 3
    assert "harus kembali ke langkah sebelumnya" in errors(sop)[0]


def test_a_removed_step_leaves_no_gap_and_printed_numbers_stay() -> None:
    sop = remove_langkah(load(PENGUKURAN), 4)
    assert [step.sequence for step in sop.langkah] == list(range(1, 12))
    assert [step.no_tercetak for step in sop.langkah][2:5] == ["3", "4", "5"]
    assert [step.kembali_ke for step in sop.langkah if step.is_decision] == [5, 5]
    assert errors(sop) == []


def test_a_step_that_a_decision_goes_back_to_is_not_removed() -> None:
    with pytest.raises(KinerjaError, match="langkah 2 kembali ke langkah 1"):
        remove_langkah(make_sop(), 1)


def test_the_only_step_is_not_removed() -> None:
    with pytest.raises(KinerjaError, match="paling sedikit satu"):
        remove_langkah(make_sop(make_langkah(1, is_start=True, is_end=True)), 1)


def test_a_moved_step_takes_its_return_along() -> None:
    steps = make_langkah(1, is_start=True), make_langkah(2), make_langkah(3, kembali_ke=2)
    sop = make_sop(*steps, make_langkah(4, is_end=True))
    moved = move_langkah(sop, 1, 1)
    assert order(moved)[:2] == ["Mengerjakan bagian 2", "Mengerjakan bagian 1"]
    assert moved.get_langkah(3).kembali_ke == 1
    assert errors(moved) == []
    assert move_langkah(moved, 2, -1) == sop


@pytest.mark.parametrize(("sequence", "by", "where"), [(1, -1, "awal"), (3, 1, "akhir")])
def test_a_step_is_not_moved_out_of_the_table(sequence: int, by: int, where: str) -> None:
    with pytest.raises(KinerjaError, match=f"sudah di {where}"):
        move_langkah(make_sop(), sequence, by)
