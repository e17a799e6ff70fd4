"""What the band above the criteria says of the score."""

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lke.baca import read_lke
from kinerja_desktop.services.lke.isi import set_jawaban
from kinerja_desktop.ui.lke.criteria_tab import describe_total


def test_nothing_answered_is_no_score_and_no_predikat(muncar: Office) -> None:
    assert describe_total(read_lke(muncar, 2024)) == "Terjawab <b>0 dari 80</b>"


def test_one_answer_is_told_with_what_it_comes_to_at_least(muncar: Office) -> None:
    set_jawaban(muncar, 2024, "1.1.3", "BB")
    told = describe_total(read_lke(muncar, 2024))
    # 6 × 0,8 of what was answered; 6 × 0,8 ÷ 7 = 0,6857… of the whole subkomponen at least.
    assert "nilai dari yang terjawab <b>4,80</b>" in told
    assert "sekurang-kurangnya <b>0,69</b>, predikat <b>D – Sangat Kurang</b>" in told
