"""Answers, notes and evidence of the self-check; proposals are only taken over when asked for."""

from pathlib import Path

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lke.baca import list_bukti_rekomendasi, read_lke, read_usulan
from kinerja_desktop.services.lke.isi import (
    accept_usulan,
    attach_bukti,
    attach_bukti_rekomendasi,
    remove_bukti,
    set_catatan,
    set_jawaban,
)
from kinerja_desktop.services.lke.lembar import choose_skala
from kinerja_desktop.services.riwayat.workbook import apply_import, export_workbook, plan_import
from kinerja_desktop.store.records import JawabanLke
from tests.services.lke.office import TAHUN, give_lhe, give_rekomendasi, make_file


def answers(office: Office, tahun: int = TAHUN) -> dict[str, str]:
    isian = read_lke(office, tahun).isian
    return {kode: item.jawaban for kode, item in isian.items() if item.jawaban}


def test_an_answer_is_one_deed_and_can_be_taken_back(office: Office) -> None:
    set_jawaban(office, TAHUN, "1.1.3", "BB")
    set_jawaban(office, TAHUN, "1.1.3", "B")
    assert answers(office) == {"1.1.3": "B"}
    office.journal.undo()
    assert answers(office) == {"1.1.3": "BB"}
    set_jawaban(office, TAHUN, "1.1.3", "")
    assert answers(office) == {}


def test_only_known_criteria_and_answers_are_taken(office: Office) -> None:
    with pytest.raises(KinerjaError, match=r"Kriteria 9\.9 tidak ada di lembar LKE 2024"):
        set_jawaban(office, TAHUN, "9.9", "BB")
    with pytest.raises(KinerjaError, match="Jawaban 'Y' tidak ada pada skala AA–E"):
        set_jawaban(office, TAHUN, "1.1.3", "Y")
    for odd in (5, None, 0):
        with pytest.raises(KinerjaError, match=f"Jawaban '{odd}' tidak ada pada skala AA–E"):
            set_jawaban(office, TAHUN, "1.1.3", odd)  # type: ignore[arg-type]
    assert answers(office) == {}


def test_years_are_apart(office: Office) -> None:
    set_jawaban(office, TAHUN, "1.1.3", "BB")
    assert answers(office, TAHUN + 1) == {}
    later = read_lke(office, TAHUN + 1)
    assert later.jawaban_lalu == {"1.1.3": "BB"}
    assert later.lalu is not None
    assert later.lalu.nilai.terjawab == 1
    assert read_lke(office, TAHUN).lalu is None


def test_all_proposals_are_one_deed_and_leave_what_people_answered(muncar: Office) -> None:
    isi = read_lke(muncar, TAHUN)
    usulan = {kode: item.jawaban for kode, item in read_usulan(muncar, isi).items()}
    assert len(usulan) > 20
    assert answers(muncar) == {}  # nothing is answered by reading
    set_jawaban(muncar, TAHUN, "1.1.3", "AA")
    taken = accept_usulan(muncar, TAHUN, usulan)
    assert taken == len(usulan) - 1
    assert answers(muncar) == {**usulan, "1.1.3": "AA"}
    muncar.journal.undo()
    assert answers(muncar) == {"1.1.3": "AA"}


def test_a_note_is_kept_and_bounded(office: Office) -> None:
    set_catatan(office, TAHUN, "1.1.3", "  Renstra ada \n lengkap ")
    assert read_lke(office, TAHUN).isian_of("1.1.3").catatan.startswith("Renstra ada")
    with pytest.raises(KinerjaError, match=r"Catatan: teksnya 15\.001 huruf"):
        set_catatan(office, TAHUN, "1.1.3", "x" * 15_001)
    with pytest.raises(KinerjaError, match="tidak ada di lembar"):
        set_catatan(office, TAHUN, "9.9", "x")
    assert read_lke(office, TAHUN).isian_of("9.9").catatan == ""


def test_evidence_is_attached_once_and_taken_away(office: Office, tmp_path: Path) -> None:
    file = make_file(tmp_path)
    attach_bukti(office, TAHUN, "1.1.3", file)
    (bukti,) = read_lke(office, TAHUN).isian_of("1.1.3").bukti
    assert (bukti.nama, bukti.ukuran) == ("bukti.pdf", 8)
    assert office.evidence.has(bukti.sha256)
    other = make_file(tmp_path, "salinan.pdf")
    with pytest.raises(KinerjaError, match=r"sama dengan bukti yang sudah ada di sini: bukti\.pdf"):
        attach_bukti(office, TAHUN, "1.1.3", other)
    attach_bukti(office, TAHUN, "1.1.4", other)
    remove_bukti(office, bukti.id)
    assert read_lke(office, TAHUN).isian_of("1.1.3").bukti == ()
    office.journal.undo()
    assert len(read_lke(office, TAHUN).isian_of("1.1.3").bukti) == 1


def test_programs_and_unknown_criteria_get_no_evidence(office: Office, tmp_path: Path) -> None:
    with pytest.raises(KinerjaError, match="program, skrip"):
        attach_bukti(office, TAHUN, "1.1.3", make_file(tmp_path, "x.exe"))
    with pytest.raises(KinerjaError, match="tidak ada di lembar"):
        attach_bukti(office, TAHUN, "9.9", make_file(tmp_path))
    assert office.evidence.stored() == []


def test_a_recommendation_has_evidence_of_its_own(office: Office, tmp_path: Path) -> None:
    key = give_rekomendasi(office, give_lhe(office), 1)
    attach_bukti_rekomendasi(office, key, make_file(tmp_path))
    (bukti,) = list_bukti_rekomendasi(office, key)
    assert bukti.nama == "bukti.pdf"
    with pytest.raises(KinerjaError, match="sudah ada di sini"):
        attach_bukti_rekomendasi(office, key, make_file(tmp_path, "lagi.pdf"))
    remove_bukti(office, bukti.id)
    assert list_bukti_rekomendasi(office, key) == []


def test_the_lhe_and_its_follow_up_stand_beside_the_score(office: Office) -> None:
    lhe = give_lhe(office)
    give_rekomendasi(office, lhe, 1, status="selesai")
    give_rekomendasi(office, lhe, 2)
    isi = read_lke(office, TAHUN)
    assert isi.lhe is None
    assert isi.lhe_lalu is not None
    assert (isi.lhe_lalu.nomor, str(isi.lhe_lalu.nilai)) == ("700/2023", "68.4")
    assert str(isi.lhe_lalu.rekomendasi) == "1 dari 2"


def test_another_scale_makes_old_words_unanswered(office: Office) -> None:
    choose_skala(office, TAHUN, "y-t")
    # As a data set or a workbook of another program's version can bring it.
    with office.journal.action("Membawa") as session:
        session.add(JawabanLke(tahun=TAHUN, kriteria="1.1.3", jawaban="BB"))
    isi = read_lke(office, TAHUN)
    assert isi.nilai.nilai.terjawab == 0
    assert isi.isian_of("1.1.3").jawaban == "BB"
    accept_usulan(office, TAHUN, {"1.1.3": "Y"})
    assert answers(office) == {"1.1.3": "Y"}


def test_a_workbook_carries_answers_lhe_and_publications(office: Office, tmp_path: Path) -> None:
    set_jawaban(office, TAHUN, "1.1.3", "BB")
    set_catatan(office, TAHUN, "1.1.3", "Ada")
    give_rekomendasi(office, give_lhe(office), 1)
    book = tmp_path / "kantor.xlsx"
    export_workbook(office, book)
    plan = plan_import(office, book)
    assert (plan.rows, plan.problems) == ([], [])
    set_jawaban(office, TAHUN, "1.1.3", "E")
    apply_import(office, plan_import(office, book))
    assert answers(office) == {"1.1.3": "BB"}
