"""Whose words of a post are printed (`docs/sakip.md` §3.2)."""

from datetime import date

from kinerja_desktop.domain.laporan.uraian_jabatan import UraianJabatan, choose_uraian

OWN = UraianJabatan(date(2024, 1, 1))
KANTOR = UraianJabatan(date(2024, 1, 1), "Tugas kantor", "Fungsi kantor")


def held(tahun: int, tugas: str = "", fungsi: str = "") -> UraianJabatan:
    return UraianJabatan(date(tahun, 1, 1), tugas, fungsi)


def test_what_stands_at_the_holder_counts_before_all_others() -> None:
    own = held(2024, "Tugas sendiri", "Fungsi sendiri")
    assert choose_uraian(own, [held(2023, "Lama", "Lama")], KANTOR) == own


def test_a_successor_takes_over_what_was_entered_at_the_last_before() -> None:
    others = [held(2025, "Baru", "Baru"), held(2019, "Tua", "Tua"), held(2022, "Lama", "Lama")]
    assert choose_uraian(OWN, others) == UraianJabatan(OWN.mulai, "Lama", "Lama")


def test_who_held_it_before_takes_over_what_is_entered_at_the_next() -> None:
    others = [held(2027, "Terakhir"), held(2025, "Sesudahnya"), held(2020)]
    assert choose_uraian(OWN, others).tugas == "Sesudahnya"


def test_tugas_and_fungsi_are_looked_for_each_by_itself() -> None:
    own = held(2024, tugas="Tugas sendiri")
    assert choose_uraian(own, [], KANTOR) == UraianJabatan(
        own.mulai, "Tugas sendiri", "Fungsi kantor"
    )


def test_nothing_entered_stays_nothing() -> None:
    assert choose_uraian(OWN, [held(2020)]) == OWN
