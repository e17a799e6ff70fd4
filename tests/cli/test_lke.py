"""`lke` and `bukti-lke`: words, exit codes and JSON are stable."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kinerja_desktop.__main__ import main
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.office import open_office
from kinerja_desktop.services.lke.isi import accept_usulan, set_jawaban
from kinerja_desktop.services.lke.lembar import read_bawaan
from tests.conftest import Clock


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder of an office with one answer, BB on 1.1.3."""
    office = open_office(tmp_path / "data", Clock(datetime(2025, 1, 15, 2, tzinfo=UTC)))
    fill_sample(office)
    set_jawaban(office, 2024, "1.1.3", "BB")
    office.close()
    return tmp_path / "data"


def test_the_scores_are_told_as_json(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(data), "lke", "--tahun", "2024", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    # One of seven answered: 6 × 0,8 of what was answered, 6 × 0,8/7 = 0,686 at least.
    assert (told["nilai"], told["nilai_terendah"], told["predikat"]) == ("4.80", "0.69", "D")
    assert (told["terjawab"], told["jumlah"], told["skala"]) == (1, 80, "aa-e")
    first = told["komponen"][0]["subkomponen"][0]
    assert (first["kode"], first["bobot"], first["nilai"]) == ("1.1", "6", "4.80")
    kriteria = {item["kode"]: item for item in first["kriteria"]}
    assert kriteria["1.1.3"]["jawaban"] == "BB"
    assert kriteria["1.1.3"]["usulan"] == "BB"
    assert kriteria["1.1.1"] == {
        "kode": "1.1.1", "jawaban": None, "usulan": None, "alasan": None, "bukti": 0,
    }  # fmt: skip
    assert told["komponen"][1]["nilai"] is None


def test_the_scores_are_told_in_words(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--data", str(data), "lke", "--tahun", "2024"]) == 0
    out = capsys.readouterr().out
    assert "1.1 Dokumen perencanaan kinerja telah tersedia: 4,80 dari 6 (1 dari 7 terjawab)" in out
    assert "2 Pengukuran Kinerja: belum dijawab, bobot 30 (0 dari 20 terjawab)" in out
    assert "Nilai sekurang-kurangnya 0,69, predikat D – Sangat Kurang" in out


def test_without_an_answer_there_is_no_score(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--data", str(data), "lke", "--tahun", "2023"]) == 0
    out = capsys.readouterr().out
    assert "Nilai: belum ada kriteria yang dijawab" in out
    assert "predikat" not in out


def test_a_whole_sheet_is_told_without_at_least(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = open_office(data)
    accept_usulan(office, 2024, {item.kode: "BB" for item in read_bawaan().list_kriteria()})
    office.close()
    assert main(["--data", str(data), "lke", "--tahun", "2024"]) == 0
    assert "Nilai 80,00, predikat BB – Sangat Baik" in capsys.readouterr().out


def test_the_pack_is_written_and_what_is_missing_told(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stick = tmp_path / "stik"
    words = ["--data", str(data), "bukti-lke", "--tahun", "2024", "--ke", str(stick)]
    assert main(words) == 1
    assert f"Folder tujuan {stick} tidak ada" in capsys.readouterr().err
    stick.mkdir()
    assert main(words) == 0
    told = capsys.readouterr()
    assert (stick / "LKE_MUNCAR_2024" / "daftar_bukti.pdf").exists()
    assert f"berkas ditulis dan dibaca ulang: {stick / 'LKE_MUNCAR_2024'}" in told.out
    assert main(words) == 0
    assert f"berkas sudah ada dan sama, dibaca ulang: {stick / 'LKE_MUNCAR_2024'}" in (
        capsys.readouterr().out
    )
    assert [path.name for path in stick.iterdir()] == ["LKE_MUNCAR_2024"]
    assert "Belum ada bukti: 1.1.2 Terdapat dokumen perencanaan kinerja jangka panjang." in told.err


@pytest.mark.parametrize(
    "words", [["lke"], ["lke", "--tahun", "24"], ["bukti-lke", "--tahun", "2024"]]
)
def test_wrong_usage_ends_with_2(words: list[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        main(words)
    assert caught.value.code == 2
