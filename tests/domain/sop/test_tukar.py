"""An SOP as one file: written, read back, and all that may come instead."""

import hashlib
import json
from typing import Any

import pytest

from kinerja_desktop.domain.sop.tukar import MAKS_BYTE, KirimanSop, read_kiriman, write_kiriman
from kinerja_desktop.errors import DataProblemsError, KinerjaError
from tests.domain.sop.contoh import CANDIPURO, PENGUKURAN, load

FILE = "SOP.sop.json"


def written(**changes: Any) -> dict[str, Any]:
    text = write_kiriman(KirimanSop(load(CANDIPURO), None, "Kecamatan Candipuro"))
    whole: dict[str, Any] = json.loads(text)
    return whole | changes


def seal(whole: dict[str, Any]) -> bytes:
    """The bytes of a file whose check value is right, as anybody can make it."""
    inside = {name: whole.get(name) for name in ("dari", "sop", "sumber")}
    text = json.dumps(inside, sort_keys=True, separators=(",", ":"))
    whole = whole | {"periksa": hashlib.sha256(text.encode()).hexdigest()}
    return json.dumps(whole).encode()


def test_what_is_written_is_read_back_whole() -> None:
    sent = KirimanSop(load(CANDIPURO), load(PENGUKURAN), "Kecamatan Candipuro")
    assert read_kiriman(write_kiriman(sent).encode(), FILE) == sent
    alone = KirimanSop(load(CANDIPURO), None, "")
    assert read_kiriman(b"\xef\xbb\xbf" + write_kiriman(alone).encode(), FILE) == alone


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "tidak dapat dibaca"),
        (b"\xff\xfe\x00", "tidak dapat dibaca"),
        (b"[1, 2]", "bukan berkas SOP"),
        (b'{"jenis": "lain"}', "bukan berkas SOP"),
        (b'{"jenis": "sop-kinerja-desktop", "versi": true}', "bukan berkas SOP"),
        (b'{"jenis": "sop-kinerja-desktop", "versi": 2}', "program yang lebih baru"),
        (b"[" * 100_000, "terlalu dalam"),
        (b" " * (MAKS_BYTE + 1), "terlalu besar"),
        (b'{"jenis": "sop-kinerja-desktop", "versi": 1}', "tidak utuh"),
        (b'{"versi": ' + b"9" * 5_000 + b"}", "tidak dapat dibaca"),
    ],
    ids=range(10),
)
def test_what_is_no_such_file_gets_a_sentence(content: bytes, sentence: str) -> None:
    with pytest.raises(KinerjaError, match=sentence):
        read_kiriman(content, FILE)


def test_a_file_that_was_altered_on_its_way_is_refused() -> None:
    whole = written()
    whole["sop"]["kecamatan"] = "Lain"
    with pytest.raises(KinerjaError, match="berubah sejak diekspor"):
        read_kiriman(json.dumps(whole).encode(), FILE)
    assert read_kiriman(seal(whole), FILE).sop.kecamatan == "Lain"


def test_what_is_wrong_in_a_sound_file_is_told_all_at_once() -> None:
    whole = written()
    whole["sop"] |= {"versi": "satu", "peran": 5, "tambahan": [[]]}
    with pytest.raises(DataProblemsError) as caught:
        read_kiriman(seal(whole), FILE)
    told = [str(problem) for problem in caught.value.problems]
    assert len(told) >= 3
    assert all(FILE in line for line in told)


@pytest.mark.parametrize(
    ("sop", "sentence"),
    [
        (None, "harus kelompok isian"),
        ({"langkah": [{}] * 100_000}, "ada 100000 langkah, paling banyak 200"),
    ],
)
def test_an_sop_that_is_none_or_endless_is_refused(sop: Any, sentence: str) -> None:
    with pytest.raises(DataProblemsError) as caught:
        read_kiriman(seal(written(sop=sop)), FILE)
    assert any(sentence in str(problem) for problem in caught.value.problems)


@pytest.mark.parametrize("kode", ["", "K" * 81])
def test_a_kode_is_neither_empty_nor_endless(kode: str) -> None:
    whole = written()
    whole["sop"]["id"] = kode
    with pytest.raises(DataProblemsError) as caught:
        read_kiriman(seal(whole), FILE)
    assert "kodenya kosong" in str(caught.value.problems[0])


def test_texts_are_cleaned_of_what_no_paper_can_hold() -> None:
    whole = written(dari=7)
    whole["sop"]["kecamatan"] = "Candi\x00puro\ud800"
    read = read_kiriman(seal(whole), FILE)
    assert read.sop.kecamatan == "Candipuro\ufffd"
    assert read.dari == ""
