from dataclasses import replace

import pytest

from kinerja_desktop.domain.sop.formulir import Isian
from kinerja_desktop.domain.sop.langkah import (
    Keterlibatan,
    Langkah,
    Peran,
    PeranLangkah,
    Satuan,
    Waktu,
)
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.periksa import check_sop
from tests.domain.sop.contoh import make_langkah, make_sop

START = make_langkah(1, is_start=True)
END = make_langkah(3, is_end=True)


def errors_of(*langkah: Langkah) -> list[str]:
    return messages(make_sop(*langkah), is_warning=False)


def messages(sop: Sop, *, is_warning: bool) -> list[str]:
    found = [problem for problem in check_sop(sop) if problem.is_warning is is_warning]
    return [problem.message.removeprefix("SOP CONTOH: ") for problem in found]


def test_a_good_sop_has_no_problem_but_its_unused_column() -> None:
    assert [str(problem) for problem in check_sop(make_sop(), "a.json")] == [
        "a.json: SOP CONTOH: kolom Camat tidak dipakai oleh langkah mana pun"
    ]


def test_an_sop_needs_steps() -> None:
    assert messages(replace(make_sop(), langkah=()), is_warning=False) == [
        "tidak ada langkah sama sekali"
    ]


@pytest.mark.parametrize(
    ("langkah", "message"),
    [
        ((START, START, END), "urutan 1 dipakai 2 langkah"),
        ((START, END), "urutan langkah harus 1, 2, 3 dan seterusnya tanpa lompatan"),
        ((START, END, make_langkah(2)), "langkah tidak tersusun menurut urutannya"),
        ((make_langkah(1), make_langkah(2, is_end=True)), "langkah 1 tidak ditandai sebagai awal"),
        ((START, make_langkah(2)), "langkah 2 tidak menuju ke mana pun dan bukan akhir"),
        (
            (START, make_langkah(2, is_end=True), END),
            "langkah 3 tidak terjangkau: langkah 2 adalah akhir",
        ),
        (
            (START, make_langkah(2, is_start=True), END),
            "langkah 2 ditandai awal, padahal bukan yang pertama",
        ),
        (
            (START, make_langkah(2, kembali_ke=7), END),
            "langkah 2 kembali ke langkah 7 yang tidak ada",
        ),
        (
            (START, make_langkah(2, kembali_ke=3), END),
            "langkah 2 harus kembali ke langkah sebelumnya, bukan 3",
        ),
        ((START, make_langkah(2, "BUPATI"), END), "langkah 2: peran BUPATI tidak dikenal"),
        ((START, make_langkah(2, "TAMU"), END), "langkah 2: pelaksana utamanya tidak punya kolom"),
        (
            (START, replace(make_langkah(2), peran=()), END),
            "langkah 2 tidak punya pelaksana",
        ),
        (
            (
                START,
                replace(make_langkah(2), peran=(PeranLangkah("CAMAT", Keterlibatan.PENERIMA),)),
                END,
            ),
            "langkah 2 tidak punya pelaksana",
        ),
        (
            (START, make_langkah(2, waktu=Waktu("-1", -1, Satuan.HARI)), END),
            "langkah 2: waktu tidak boleh negatif",
        ),
    ],
)
def test_what_keeps_an_sop_from_being_followed(langkah: tuple[Langkah, ...], message: str) -> None:
    assert message in errors_of(*langkah)


def test_a_single_step_may_be_start_and_end() -> None:
    assert errors_of(make_langkah(1, is_start=True, is_end=True)) == []


def test_a_peran_may_stand_only_once() -> None:
    sop = make_sop()
    twice = replace(sop, peran=(*sop.peran, Peran("STAF", "Staf")))
    assert "peran STAF tertulis 2 kali" in messages(twice, is_warning=False)


def test_what_looks_wrong_is_only_a_warning() -> None:
    same = replace(make_langkah(2), no=Isian("1"), uraian=START.uraian)
    empty = replace(END, uraian=Isian(""))
    sop = make_sop(START, same, empty)
    assert messages(sop, is_warning=False) == []
    assert messages(sop, is_warning=True)[-3:] == [
        "langkah 3 tidak punya uraian",
        "nomor 1 tercetak 2 kali",
        "langkah 1 dan 2 berbunyi sama",
    ]
