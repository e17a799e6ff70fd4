import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.domain.sop.berkas import read_sop, sop_to_json
from kinerja_desktop.domain.sop.formulir import Isian
from kinerja_desktop.domain.sop.model import Penerimaan, Sop
from kinerja_desktop.errors import DataProblemsError
from tests.domain.sop.contoh import make_langkah, make_sop

words = st.text(max_size=30)
isians = st.builds(
    Isian, st.none() | words, usulan=st.none() | words, alasan=words, diterima=st.none() | words
)


def plain(sop: Sop) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(sop_to_json(sop))
    return data


def problems_of(data: Any) -> list[str]:
    with pytest.raises(DataProblemsError) as caught:
        read_sop(json.dumps(data), "sop.json")
    assert all(problem.file == "sop.json" for problem in caught.value.problems)
    return sorted(problem.message for problem in caught.value.problems)


@given(isians, isians)
def test_reading_undoes_writing(uraian: Isian, output: Isian) -> None:
    langkah = replace(make_langkah(1, is_start=True, is_end=True), uraian=uraian, output=output)
    entry = Penerimaan(2, "langkah/1/output", "Surat", "Surat Edaran", "Siti", date(2024, 2, 5))
    sop = replace(make_sop(langkah), penerimaan=(entry,), versi=2)
    assert read_sop(sop_to_json(sop)) == sop


def test_a_place_with_only_printed_words_is_written_as_a_plain_text() -> None:
    assert plain(make_sop())["langkah"][0]["output"] == "Surat"


def test_a_file_that_is_not_json_is_refused_in_words() -> None:
    with pytest.raises(DataProblemsError) as caught:
        read_sop("{", "rusak.json")
    assert str(caught.value.problems[0]).startswith("rusak.json: berkas SOP tidak dapat dibaca")


def test_every_problem_of_a_file_is_named_with_its_place_at_once() -> None:
    data = plain(make_sop())
    data["versi"] = "satu"
    data["warna"] = "biru"
    del data["proses"]
    data["peran"] = "Staf"
    data["identitas"] = 7
    data["langkah"][0]["is_start"] = 1
    data["langkah"][1]["tindakan"] = "menari"
    data["langkah"][2]["waktu"]["satuan"] = None
    data["penerimaan"] = [
        {"versi": 2, "kunci": "k", "tercetak": "", "diterima": "d", "oleh": "o", "tanggal": "besok"}
    ]
    assert problems_of(data) == [
        "sop.identitas harus kelompok isian",
        "sop.langkah[1].is_start harus true atau false",
        "sop.langkah[2].tindakan 'menari' tidak dikenal",
        "sop.langkah[3].waktu.satuan 'None' tidak dikenal",
        "sop.penerimaan[1].tanggal 'besok' tidak dikenal",
        "sop.peran harus daftar",
        "sop.proses harus diisi",
        "sop.versi harus angka bulat",
        "sop.warna tidak dikenal",
    ]


def test_what_may_be_missing_may_also_be_null() -> None:
    data = plain(make_sop())
    data["tanda_tangan"] = None
    data["langkah"][0]["keputusan"] = None
    assert read_sop(json.dumps(data)) == make_sop()


def test_steps_that_do_not_hang_together_are_refused() -> None:
    data = plain(make_sop())
    data["langkah"][1]["keputusan"]["kembali_ke"] = 9
    assert "SOP CONTOH: langkah 2 kembali ke langkah 9 yang tidak ada" in problems_of(data)


def test_what_only_looks_wrong_does_not_stop_reading() -> None:
    data = plain(make_sop())
    data["langkah"][1]["uraian"] = ""
    assert read_sop(json.dumps(data)).get_langkah(2).uraian.tercetak == ""
