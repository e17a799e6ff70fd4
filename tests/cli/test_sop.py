"""`sop daftar`, `sop ekspor`, `sop impor`: words and exit codes are stable."""

from pathlib import Path

import pytest

from kinerja_desktop.__main__ import main
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.office import Office, open_office
from kinerja_desktop.services.sop.library import list_sop, retire_sop
from kinerja_desktop.services.sop.own import save_new
from tests.services.sop.test_own import written


def make_office(folder: Path) -> Office:
    office = open_office(folder)
    fill_sample(office)
    return office


@pytest.fixture
def data(tmp_path: Path) -> Path:
    make_office(tmp_path / "data").close()
    return tmp_path / "data"


def run(data: Path, *words: str | Path) -> int:
    return main(["--data", str(data), "sop", *map(str, words)])


def kode(data: Path) -> list[str]:
    office = open_office(data)
    found = [item.sop.id for item in list_sop(office)]
    office.close()
    return found


def test_an_sop_is_given_and_taken_in(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = make_office(tmp_path / "lain")
    save_new(other, written(other))
    other.close()
    path = tmp_path / "surat.sop.json"
    assert run(tmp_path / "lain", "ekspor", "MUNCAR-PELAYANAN-SURAT", "--ke", path) == 0
    assert capsys.readouterr().out == f"Ditulis: {path}\n"
    assert run(data, "impor", path) == 0
    assert capsys.readouterr().out == "Diimpor: Pelayanan Surat (Muncar)\n"
    assert "MUNCAR-PELAYANAN-SURAT" in kode(data)
    assert run(data, "daftar") == 0
    assert "MUNCAR-PELAYANAN-SURAT                    versi 1  Pelayanan" in capsys.readouterr().out


def test_what_is_here_already_asks_how_to_take_it_in(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = open_office(data)
    sop_id = save_new(office, written(office))
    office.close()
    path = tmp_path / "surat.sop.json"
    assert run(data, "ekspor", "MUNCAR-PELAYANAN-SURAT", "--ke", path) == 0
    office = open_office(data)
    retire_sop(office, sop_id)
    office.close()
    assert run(data, "impor", path) == 1
    assert "--sebagai versi" in capsys.readouterr().err
    assert "MUNCAR-PELAYANAN-SURAT" not in kode(data)
    assert run(data, "impor", path, "--sebagai", "versi") == 0
    assert "MUNCAR-PELAYANAN-SURAT" in kode(data)


def test_mistakes_get_a_sentence(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, "ekspor", "TIDAK-ADA", "--ke", tmp_path / "a.sop.json") == 1
    assert "Tidak ada SOP berkode 'TIDAK-ADA'" in capsys.readouterr().err
    assert run(data, "impor", tmp_path / "tidak ada.sop.json") == 1
    assert "tidak ada" in capsys.readouterr().err
    with pytest.raises(SystemExit) as ended:
        run(data)
    assert ended.value.code == 2
