"""`formulir`, `terima`, `belum`: words, exit codes and JSON are stable."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kinerja_desktop.__main__ import main
from kinerja_desktop.domain.angka.tanggal import local_date
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.office import open_office
from tests.conftest import Clock
from tests.services.dokumen.papers import read_text
from tests.services.pengumpulan.office import (
    KASI,
    KASUBBAG,
    Filler,
    give_holders,
    indikator_of,
)

TW2 = ["--tahun", "2024", "--triwulan", "2"]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder of an office with two holders."""
    office = open_office(tmp_path / "data", Clock(datetime(2024, 7, 1, 2, tzinfo=UTC)))
    fill_sample(office)
    give_holders(office)
    office.close()
    return tmp_path / "data"


@pytest.fixture
def keys(data: Path) -> list[str]:
    office = open_office(data)
    found = [str(row.id) for row in indikator_of(office, KASI)]
    office.close()
    return found


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stik"
    folder.mkdir()
    return folder


def run(data: Path, *words: str | Path) -> int:
    return main(["--data", str(data), *map(str, words)])


def send(data: Path, stick: Path) -> Path:
    """Hand out the forms; return where that of the Kasi lies."""
    assert run(data, "formulir", *TW2, "--ke", stick, "--tenggat", "10-07-2099") == 0
    return stick / "Kasi_Pelayanan_Umum" / "Formulir_2024-TW2_Kasi_Pelayanan_Umum.xlsx"


def test_forms_are_written(data: Path, stick: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = send(data, stick)
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == f"{KASI}: {path}"
    assert lines[1].startswith(f"{KASUBBAG}: ")
    assert lines[2] == "2 formulir ditulis, paling lambat kembali 10-07-2099."
    letters = [Path(line.removeprefix("Surat: ")) for line in lines[3:]]
    assert [letter.name for letter in letters] == [
        "Nota_Dinas_Permintaan_Data_2024-TW2.pdf", "Daftar_Penerimaan_Formulir_2024-TW2.pdf",
    ]  # fmt: skip
    assert "Permintaan Data Kinerja Triwulan II" in read_text(letters[0].read_bytes())
    words = ["formulir", *TW2, "--menurut", "penanggung-jawab", "--pemegang", KASI, "--ke"]
    assert run(data, *words, stick) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("1 formulir ditulis")
    assert run(data, "formulir", *TW2, "--ke", stick / "tiada") != 0
    assert "tidak ada" in capsys.readouterr().err


def test_good_rows_go_in_and_the_others_are_told(
    data: Path, stick: Path, keys: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = send(data, stick)
    filler = Filler(path).fill(keys[0], nilai="1.234").fill(keys[1], nilai=80)
    filler.sheet.insert_rows(filler.row(keys[2]) + 1)
    extra = filler.row(keys[2]) + 1
    filler.sheet.cell(extra, 3).value = "Indikator sendiri"
    filler.sheet.cell(extra, 10).value = 5
    filler.save()
    (stick / "catatan.csv").write_text("a;b", encoding="utf-8")
    rejects = stick / "perbaiki.xlsx"
    capsys.readouterr()
    assert run(data, "terima", path, stick / "catatan.csv", "--tolak-ke", rejects) == 1
    told = capsys.readouterr()
    assert told.out.splitlines() == [
        "1 baris masuk dari 1 formulir, 0 bukti.",
        f"1 formulir untuk diperbaiki pemegangnya: {rejects}",
    ]
    csv, strange, wrong = told.err.splitlines()
    assert "catatan.csv bukan formulir" in csv
    name = f"{path.name} · Formulir"
    assert strange == (
        f"{name} · J{extra}: baris ini tidak ada di formulir yang dikirim: isi di barisnya sendiri"
    )
    assert wrong.startswith(f"{name} · J{filler.row(keys[0])}: Indeks Kepuasan Masyarakat: ")
    assert "1.234" in wrong
    assert rejects.exists()
    # It is never written over: its holder may have filled it in.
    assert run(data, "terima", path, "--tolak-ke", rejects) != 0
    assert "perbaiki.xlsx sudah ada" in capsys.readouterr().err


def test_everything_went_in(
    data: Path, stick: Path, keys: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = send(data, stick)
    filler = Filler(path)
    for key in keys:
        filler.fill(key, nilai=80)
    filler.save()
    capsys.readouterr()
    unused = stick / "x.xlsx"
    assert run(data, "terima", path, "--tolak-ke", unused) == 0
    assert capsys.readouterr().out == "3 baris masuk dari 1 formulir, 0 bukti.\n"
    assert not unused.exists()
    assert run(data, "belum", *TW2) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    assert lines[0].startswith(f"{KASUBBAG}: menunggu – 0 dari 11: ")
    assert lines[1] == "1 dari 2 pemegang data lengkap, Triwulan II Tahun 2024."


def test_what_needs_a_decision_is_left_to_the_window(
    data: Path, stick: Path, keys: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    path = send(data, stick)
    one = Filler(path).fill(keys[0], nilai=91).save(stick / "satu.xlsx")
    two = Filler(path).fill(keys[0], nilai=92).save(stick / "dua.xlsx")
    capsys.readouterr()
    assert run(data, "terima", one, two) == 1
    told = capsys.readouterr()
    assert told.out == "0 baris masuk dari 2 formulir, 0 bukti.\n"
    assert all("pilih satu" in line for line in told.err.splitlines())
    # Nothing of them went in, so that choosing one of the files is still possible.
    assert run(data, "terima", two) == 0
    assert capsys.readouterr().out == "1 baris masuk dari 1 formulir, 0 bukti.\n"
    third = Filler(path).fill(keys[1], nilai=80)
    third.book["Identitas"]["B3"] = "00000000-0000-0000-0000-00000000000a"
    third.sheet["A1"] = None
    third.save(path)
    assert run(data, "terima", path) == 1
    assert ". Bila memang benar, terima lewat jendela\n" in capsys.readouterr().err
    third.book["Identitas"]["C3"] = "kantor lain"
    third.save(path)
    assert run(data, "terima", path) == 1
    assert "kembalikan kepada kantor itu" in capsys.readouterr().err


def test_the_board_as_json(
    data: Path, stick: Path, keys: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, "belum", *TW2, "--json") == 0
    before = json.loads(capsys.readouterr().out)
    kasi = before["pemegang"][0]
    assert {name: kasi[name] for name in kasi if name != "butir"} == {
        "nama": KASI, "keadaan": "belum dikirim", "dikirim": None, "tenggat": None, "masuk": None,
        "terlambat_hari_kerja": 0, "teguran": 0,
    }  # fmt: skip
    path = send(data, stick)
    assert run(data, "terima", Filler(path).fill(keys[0], nilai=80).save()) == 0
    capsys.readouterr()
    assert run(data, "belum", *TW2, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["tahun"], found["triwulan"], found["menurut"]) == (2024, 2, "pengumpul_data")
    assert list(found) == ["tahun", "triwulan", "menurut", "pemegang"]
    kasi, kasubbag = found["pemegang"]
    assert (kasi["keadaan"], kasi["tenggat"]) == ("masuk sebagian", "2099-07-10")
    assert kasi["dikirim"] == kasi["masuk"] == local_date(datetime.now(UTC)).isoformat()
    assert kasi["butir"][0] == {
        "id": keys[0], "nama": "Indeks Kepuasan Masyarakat", "jenis": "indikator", "terisi": True,
    }  # fmt: skip
    assert {item["jenis"] for item in kasubbag["butir"]} == {"indikator", "anggaran"}
