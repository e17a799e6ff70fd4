"""The data of a package under its own kode, computed here by other means."""

import json
from typing import Any

import pytest

from kinerja_desktop.exchange.package_data import parse_data, seal_data
from tests.packages import kode_of

DOCUMENT = {"tahun": 2024}
DATA: dict[str, Any] = {
    "schema": 2,
    "kode": kode_of(DOCUMENT),
    "dokumen": [{"kode": kode_of(DOCUMENT), "data": DOCUMENT}],
    "berkas": [{"berkas": "a.pdf", "sha256": "0"}],
}


def sentence_of(data: dict[str, Any]) -> str:
    found, problems = parse_data(json.dumps(data).encode())
    assert found == {}
    (problem,) = problems
    assert problem.file == "data/data.json"
    return problem.message


def test_sealed_data_bears_the_kode_of_all_of_it() -> None:
    sealed = seal_data(DATA)
    assert sealed["kode_paket"] == kode_of(DATA)
    assert parse_data(json.dumps(sealed).encode()) == (sealed, [])


def test_data_that_changed_after_sealing_is_told() -> None:
    sealed = {**seal_data(DATA), "kecamatan": "Lain"}
    told = sentence_of(sealed)
    assert sealed["kode_paket"] in told
    assert kode_of({**DATA, "kecamatan": "Lain"}) in told


@pytest.mark.parametrize("name", ["kode", "berkas", "kode_paket"])
def test_data_of_this_form_needs_its_kode(name: str) -> None:
    sealed = seal_data(DATA)
    sealed.pop(name)
    assert "tidak bertuliskan kode paketnya" in sentence_of(sealed)


def test_the_main_kode_must_be_that_of_a_document() -> None:
    assert "dokumen itu tidak ada" in sentence_of(seal_data({**DATA, "kode": kode_of("x")}))


def test_data_without_a_kode_of_its_own_is_told() -> None:
    sealed = {**seal_data(DATA), "angka": 1.5}
    assert "tidak dapat dihitung" in sentence_of(sealed)


@pytest.mark.parametrize("name", ["berkas", "bukti"])
@pytest.mark.parametrize(
    "entries",
    ["x", [1], [{"berkas": "a"}], [{"berkas": "a", "sha256": "0"}, {"berkas": "a", "sha256": "1"}]],
)
def test_a_damaged_list_of_files_is_told(name: str, entries: object) -> None:
    assert "Daftar berkas dalam data paket rusak" in sentence_of({**DATA, name: entries})


def test_a_name_twice_in_one_object_is_refused() -> None:
    text = json.dumps(seal_data(DATA)).replace('{"schema": 2', '{"schema": 1, "schema": 2')
    found, problems = parse_data(text.encode())
    assert found == {}
    assert "rusak dan tidak terbaca" in problems[0].message
