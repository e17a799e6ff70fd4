import json
from pathlib import Path

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.awal import draf_panduan
from kinerja_desktop.services.awal.draf_panduan import (
    FILE_NAME,
    DrafPanduan,
    DrafRusakError,
    read_draf,
    remove_draf,
    write_draf,
)
from kinerja_desktop.services.kantor.office import Office

DRAF: DrafPanduan = {
    "kantor": {"kecamatan": "Candipuro", "alamat": "Jl. Raya 1"},
    "pejabat": {"baris": [{"nama": "Edwi – É"}], "camat": ["Camat Candipuro"], "kosong": []},
}


def test_what_was_typed_comes_back_and_goes_when_it_is_done(office: Office) -> None:
    assert read_draf(office) == {}
    write_draf(office, DRAF)
    assert read_draf(office) == DRAF
    assert [path.name for path in office.folder.glob("panduan-awal*")] == [FILE_NAME]
    remove_draf(office)
    remove_draf(office)
    assert read_draf(office) == {}
    assert office.instansi() is None


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", '{"kantor": 1}', '{"kantor": {"kecamatan": 1}}',
        '{"pejabat": {"baris": [1]}}', '{"pejabat": {"baris": [{"nama": null}]}}',
        '{"pejabat": {"baris": ["a", {"nama": "b"}]}}', "[" * 100_000,
        json.dumps({"kantor": {"alamat": "x" * 1_000_001}}),
    ],
    ids=range(10),
)  # fmt: skip
def test_a_damaged_draft_is_a_sentence(office: Office, text: str) -> None:
    (office.folder / FILE_NAME).write_text(text)
    with pytest.raises(DrafRusakError, match="tidak terbaca lagi, jadi diabaikan"):
        read_draf(office)


def test_what_is_no_text_is_damage_too(office: Office) -> None:
    (office.folder / FILE_NAME).write_bytes(b'{"kantor": {"alamat": "\xff\xfe"}}')
    with pytest.raises(DrafRusakError):
        read_draf(office)


def test_a_disk_that_refuses_is_a_sentence(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    (office.folder / FILE_NAME).mkdir()
    with pytest.raises(KinerjaError, match=FILE_NAME):
        read_draf(office)
    with pytest.raises(KinerjaError, match=FILE_NAME):
        remove_draf(office)
    (office.folder / FILE_NAME).rmdir()
    write_draf(office, {"kantor": {"alamat": "lama"}})

    def refuse(new: Path, final: Path) -> None:
        raise OSError(28, "penuh")

    monkeypatch.setattr(draf_panduan, "replace_file", refuse)
    with pytest.raises(KinerjaError, match="penuh"):
        write_draf(office, DRAF)
    assert read_draf(office) == {"kantor": {"alamat": "lama"}}
    assert [path.name for path in office.folder.glob("panduan-awal*")] == [FILE_NAME]
