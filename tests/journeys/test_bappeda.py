"""A day at Bappeda without the window: 21 sticks come, one of them late, and all go home."""

import json
import shutil
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from kinerja_desktop.__main__ import main
from kinerja_desktop.domain.penerimaan.unit import KECAMATAN_LUMAJANG
from tests.generated_packages import multiply
from tests.services.penerimaan.senders import IKM, open_sender, package_of, send_first

#: tests/data/muncar.json, 2024
TARGET = Decimal("91.33")


@pytest.fixture(scope="module")
def sticks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A stick for each kecamatan, each with another IKM: some deep in folders, some as ZIP."""
    folder = tmp_path_factory.mktemp("stik")
    office = open_sender(folder / "kantor")
    base = send_first(office, folder / "asal")
    office.close()
    for number, nama in enumerate(KECAMATAN_LUMAJANG):
        stick = folder / nama
        name = base.name.replace("CANDIPURO", nama.upper())
        multiply(base, stick / "kirim" / "2024" / name, nama, Decimal(80 + number))
        if number % 3 == 1:
            shutil.make_archive(str(stick / "kirim"), "zip", stick / "kirim")
            shutil.rmtree(stick / "kirim")
        if number % 3 == 2:
            shutil.move(stick / "kirim" / "2024" / name, stick / name)
    return folder


def capaian(number: int) -> float:
    """By hand: realisasi against the target, rounded half up to two."""
    exact = Decimal(80 + number) / TARGET * 100
    return float(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))


def test_twenty_one_sticks_become_one_recap_and_go_home_with_receipts(
    sticks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(tmp_path / "bappeda")]
    *early, last = KECAMATAN_LUMAJANG
    places = [str(sticks / nama) for nama in early]
    assert main([*data, "--buat", "terima-paket", *places, "--json"]) == 0
    taken = json.loads(capsys.readouterr().out)["diterima"]
    assert sorted(item["unit"] for item in taken) == [f"Kecamatan {nama}" for nama in early]

    path = tmp_path / "rekap.xlsx"
    assert main([*data, "rekap", "--tahun", "2024", "--ke", str(path)]) == 0
    assert "20 penyampaian sudah ada, 1 belum." in capsys.readouterr().out
    rows = load_workbook(path)["Penyampaian"].iter_rows(min_row=2, values_only=True)
    assert [row[0] for row in rows if row[3] == "Belum"] == [f"Kecamatan {last}"]

    assert main([*data, "terima-paket", str(sticks / last)]) == 0
    assert main([*data, "rekap", "--tahun", "2024", "--ke", str(path)]) == 0
    sheet = load_workbook(path)["Data"]
    heads = [cell.value for cell in sheet[1]]
    lines = [
        dict(zip(heads, row, strict=True)) for row in sheet.iter_rows(min_row=2, values_only=True)
    ]
    found = {line["Unit"]: line["Capaian (%)"] for line in lines if line["Indikator"] == IKM}
    assert found == {
        f"Kecamatan {nama}": capaian(number) for number, nama in enumerate(KECAMATAN_LUMAJANG)
    }
    assert len(lines) == 21 * 9

    receipts = {path.name for path in sticks.rglob("TANDA_TERIMA_*.json")}
    assert receipts == {
        f"TANDA_TERIMA_{nama.upper()}_2024_TAHUNAN.json" for nama in KECAMATAN_LUMAJANG
    }
    numbers = {
        json.loads(path.read_text("utf-8"))["nomor"] for path in sticks.rglob("TANDA_TERIMA_*.json")
    }
    assert len(numbers) == 21

    capsys.readouterr()
    # Every stick again, after lunch: nothing new, and no number is spent.
    assert main([*data, "terima-paket", *places]) == 0
    assert "0 paket diterima, 20 sudah ada, 0 tidak diterima." in capsys.readouterr().out
    assert len(list(sticks.rglob("TANDA_TERIMA_*.json"))) == 21
    assert main([*data, "periksa"]) == 0
    assert "Program dan data baik." in capsys.readouterr().out


def test_what_was_received_is_in_the_backup(
    sticks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = ["--data", str(tmp_path / "bappeda")]
    assert main([*data, "--buat", "terima-paket", str(sticks / "Candipuro"), "--json"]) == 0
    kode = json.loads(capsys.readouterr().out)["diterima"][0]["kode"]
    backup = tmp_path / "cadangan.kinerja"
    assert main([*data, "cadangkan", "--ke", str(backup)]) == 0
    other = ["--data", str(tmp_path / "pc-baru")]
    assert main([*other, "pulihkan", str(backup)]) == 0
    capsys.readouterr()
    assert main([*other, "cocokkan", kode]) == 0
    assert "Semua angka cocok dengan data berkode." in capsys.readouterr().out
    assert package_of(sticks / "asal").is_dir()
