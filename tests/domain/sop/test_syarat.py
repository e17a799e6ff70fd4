"""What the steps of the five SOPs wait for, read off their papers by hand."""

import pytest

from kinerja_desktop.domain.sop.syarat import (
    NaskahSop,
    Syarat,
    find_naskah,
    is_tahunan,
    list_syarat,
)
from tests.domain.sop.contoh import (
    CANDIPURO,
    PASRUJAMBE,
    PENGUKURAN,
    PENGUMPULAN,
    PERENCANAAN,
    load,
    make_sop,
)
from tests.domain.sop.kasus import BATAL, CATATAN, KEMBALIKAN, MULAI, SELESAI, SETUJU

FINAL, NOMOR, KIRIM = Syarat.FINAL, Syarat.NOMOR, Syarat.KIRIM


@pytest.mark.parametrize(
    ("name", "naskah", "waiting"),
    [
        (
            PERENCANAAN, NaskahSop.RENCANA_KINERJA,
            {8: (FINAL,), 9: (FINAL,), 10: (FINAL,), 11: (FINAL,)},
        ),
        (PENGUMPULAN, None, {7: (KIRIM,)}),
        (
            PENGUKURAN, NaskahSop.PENGUKURAN,
            {9: (FINAL,), 10: (FINAL,), 11: (FINAL,), 12: (FINAL, KIRIM)},
        ),
        (CANDIPURO, NaskahSop.PENGUKURAN, {9: (FINAL,), 10: (FINAL, NOMOR)}),
        (
            PASRUJAMBE, NaskahSop.LKJIP,
            {
                8: (FINAL,), 9: (FINAL,), 10: (FINAL,), 11: (NOMOR,), 12: (FINAL,),
                13: (FINAL, NOMOR, KIRIM),
            },
        ),
    ],
)  # fmt: skip
def test_each_step_that_signs_or_sends_waits_for_what_it_signs_or_sends(
    name: str, naskah: NaskahSop | None, waiting: dict[int, tuple[Syarat, ...]]
) -> None:
    sop = load(name)
    assert find_naskah(sop) is naskah
    for step in sop.langkah:
        jenis = SETUJU if step.is_decision else SELESAI
        assert list_syarat(sop, step.sequence, jenis) == waiting.get(step.sequence, ())


@pytest.mark.parametrize("jenis", [MULAI, KEMBALIKAN, BATAL, CATATAN])
def test_what_does_not_go_on_asks_for_nothing(jenis: object) -> None:
    assert list_syarat(load(PASRUJAMBE), 9, jenis) == ()  # type: ignore[arg-type]


def test_an_sop_that_signs_nothing_ends_without_a_question() -> None:
    assert list_syarat(make_sop(), 3, SELESAI) == ()


def test_report_and_plan_are_the_year_s() -> None:
    assert [naskah for naskah in NaskahSop if not is_tahunan(naskah)] == [NaskahSop.PENGUKURAN]
