"""Criteria in force by year: taken from a file, chosen again, and nothing changed by a bad one."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import select

from kinerja_desktop.errors import DataProblemsError, KinerjaError
from kinerja_desktop.exchange.lembar_json import write_lembar_json
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lke.baca import read_lke
from kinerja_desktop.services.lke.isi import set_catatan, set_jawaban
from kinerja_desktop.services.lke.lembar import (
    JawabanAdaError,
    choose_skala,
    export_lembar,
    import_lembar,
    read_bawaan,
    reset_lembar,
)
from kinerja_desktop.store.records import LembarLke
from tests.domain.lke.sheets import read_kecil

Read = Callable[[int], tuple[str, str, bool]]


@pytest.fixture
def in_force(office: Office) -> Read:
    def read(tahun: int) -> tuple[str, str, bool]:
        berlaku = read_lke(office, tahun).berlaku
        return berlaku.lembar.nama, berlaku.skala.kode, berlaku.is_bawaan

    return read


@pytest.fixture
def kecil(tmp_path: Path) -> Path:
    path = tmp_path / "kecil.json"
    path.write_bytes(write_lembar_json(read_kecil()))
    return path


BAWAAN = ("Kriteria PermenPANRB 88/2021", "aa-e", True)


def test_a_file_holds_from_its_year_on(office: Office, in_force: Read, kecil: Path) -> None:
    assert in_force(2024) == BAWAAN
    assert import_lembar(office, kecil, 2024).nama == "Lembar kecil"
    assert [in_force(tahun) for tahun in (2023, 2024, 2025)] == [
        BAWAAN, ("Lembar kecil", "aa-e", False), ("Lembar kecil", "aa-e", False),
    ]  # fmt: skip
    choose_skala(office, 2025, "y-t")
    reset_lembar(office, 2026)
    assert [in_force(tahun) for tahun in (2024, 2025, 2026)] == [
        ("Lembar kecil", "aa-e", False), ("Lembar kecil", "y-t", False),
        (BAWAAN[0], "y-t", True),
    ]  # fmt: skip
    office.journal.undo()
    assert in_force(2026) == ("Lembar kecil", "y-t", False)


def test_taken_twice_in_a_year_the_later_holds(office: Office, in_force: Read, kecil: Path) -> None:
    import_lembar(office, kecil, 2024)
    reset_lembar(office, 2024)
    choose_skala(office, 2024, "a-d")
    assert in_force(2024) == (BAWAAN[0], "a-d", True)


def test_answers_of_other_criteria_do_not_stand_beside(office: Office, kecil: Path) -> None:
    set_jawaban(office, 2023, "1.1.1", "BB")
    import_lembar(office, kecil, 2024)
    assert read_lke(office, 2024).jawaban_lalu == {}
    with pytest.raises(KinerjaError, match=r"Kriteria 3\.1\.1 tidak ada"):
        set_jawaban(office, 2024, "3.1.1", "BB")


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (b'"bobot": "60"', b'"bobot": "61"', "Jumlah bobot komponen 101, seharusnya 100"),
        (b'"kode": "1.1.2"', b'"kode": "1.1.1"', r"kode 1\.1\.1 sudah dipakai"),
    ],
)
def test_a_wrong_file_changes_nothing(
    office: Office, in_force: Read, kecil: Path, before: bytes, after: bytes, told: str
) -> None:
    text = kecil.read_bytes()
    assert before in text
    kecil.write_bytes(text.replace(before, after))
    with pytest.raises(DataProblemsError, match="tidak ada data yang diubah") as caught:
        import_lembar(office, kecil, 2024)

    assert any(re.search(told, problem.message) for problem in caught.value.problems)
    assert in_force(2024) == BAWAAN


def test_a_folder_and_a_file_that_vanishes_are_told(
    office: Office, tmp_path: Path, kecil: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(KinerjaError, match="adalah folder"):
        import_lembar(office, tmp_path, 2024)

    def vanish(path: Path) -> Any:
        path.unlink()
        return path.read_bytes()

    monkeypatch.setattr("kinerja_desktop.services.lke.lembar.read_lembar_json", vanish)
    with pytest.raises(KinerjaError, match=r"kecil\.json tidak ada"):
        import_lembar(office, kecil, 2024)


@pytest.mark.parametrize("ending", [".json", ".xlsx"])
def test_a_template_can_be_taken_in_again(office: Office, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"templat{ending}"
    export_lembar(office, path, 2024)
    assert import_lembar(office, path, 2024).komponen == read_bawaan().komponen
    with pytest.raises(KinerjaError, match=r"Akhiri nama berkas dengan \.json atau \.xlsx"):
        export_lembar(office, tmp_path / "x.pdf", 2024)


def test_an_unknown_scale_is_refused(office: Office) -> None:
    with pytest.raises(KinerjaError, match="Skala 'x' tidak dikenal"):
        choose_skala(office, 2024, "x")


def test_criteria_damaged_outside_the_program_are_told(office: Office, kecil: Path) -> None:
    import_lembar(office, kecil, 2024)
    with office.journal.action("Merusak") as session:
        row = session.exec(select(LembarLke)).one()
        row.isi = {"komponen": []}
    with pytest.raises(KinerjaError, match="Kriteria LKE 'Lembar kecil' di data ini rusak"):
        read_lke(office, 2024)


def answers(office: Office, tahun: int) -> dict[str, str]:
    isian = read_lke(office, tahun).isian
    return {kode: item.jawaban for kode, item in isian.items() if item.jawaban}


def test_given_answers_are_never_reread_on_another_scale(office: Office, in_force: Read) -> None:
    """An A is 0,9 on AA–E and 1 on A–D (`docs/sakip.md` §11.1)."""
    for tahun in (2023, 2024, 2025, 2027):
        set_jawaban(office, tahun, "1.1.1", "A")
    reset_lembar(office, 2026)  # from here on the years have a sheet of their own
    with pytest.raises(JawabanAdaError, match="2 jawaban LKE 2024, 2025"):
        choose_skala(office, 2024, "a-d")
    assert in_force(2024) == BAWAAN

    set_catatan(office, 2024, "1.1.1", "Renstra ada")
    choose_skala(office, 2024, "a-d", hapus_jawaban=True)
    given = [answers(office, tahun) for tahun in (2023, 2024, 2025, 2027)]
    assert given == [{"1.1.1": "A"}, {}, {}, {"1.1.1": "A"}]
    assert read_lke(office, 2024).isian_of("1.1.1").catatan == "Renstra ada"
    office.journal.undo()
    assert answers(office, 2025) == {"1.1.1": "A"}
    assert in_force(2024) == BAWAAN


def test_the_scale_in_force_can_be_chosen_again(office: Office) -> None:
    set_jawaban(office, 2024, "1.1.1", "A")
    choose_skala(office, 2024, "aa-e")
    assert answers(office, 2024) == {"1.1.1": "A"}


def test_answers_are_never_reread_on_other_criteria(
    office: Office, in_force: Read, kecil: Path
) -> None:
    set_jawaban(office, 2024, "1.1.1", "A")
    set_jawaban(office, 2024, "3.1.1", "B")  # the small sheet has no such criterion
    with pytest.raises(JawabanAdaError, match="1 jawaban LKE 2024"):
        import_lembar(office, kecil, 2024)
    assert in_force(2024) == BAWAAN
    import_lembar(office, kecil, 2024, hapus_jawaban=True)
    assert answers(office, 2024) == {"3.1.1": "B"}  # not read, so not reread
    set_jawaban(office, 2024, "1.1.1", "C")
    import_lembar(office, kecil, 2024)  # the same questions again: nothing is reread
    with pytest.raises(JawabanAdaError):
        reset_lembar(office, 2024)
    reset_lembar(office, 2024, hapus_jawaban=True)
    assert answers(office, 2024) == {"3.1.1": "B"}


def test_a_damaged_sheet_is_replaced_and_its_answers_stay(office: Office, kecil: Path) -> None:
    import_lembar(office, kecil, 2024)
    set_jawaban(office, 2024, "1.1.1", "A")
    with office.journal.action("Merusak") as session:
        session.exec(select(LembarLke)).one().isi = {"komponen": []}
    import_lembar(office, kecil, 2024)
    assert answers(office, 2024) == {"1.1.1": "A"}
