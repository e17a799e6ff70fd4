"""`panduan`: the manual and the card from the command line."""

from pathlib import Path

import pytest

from kinerja_desktop.__main__ import main
from kinerja_desktop.services.awal.sample import fill_sample
from kinerja_desktop.services.kantor.office import open_office


@pytest.fixture
def data(tmp_path: Path) -> Path:
    office = open_office(tmp_path / "data")
    fill_sample(office)
    office.close()
    return tmp_path / "data"


def test_the_card_and_the_manual_are_written(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    card, manual = tmp_path / "kartu.pdf", tmp_path / "buku.pdf"
    assert main(["--data", str(data), "panduan", "--ke", str(card), "--kartu"]) == 0
    assert capsys.readouterr().out == f"Ditulis: {card}\n"
    assert main(["--data", str(data), "panduan", "--ke", str(manual)]) == 0
    assert card.read_bytes()[:5] == manual.read_bytes()[:5] == b"%PDF-"
    assert len(manual.read_bytes()) > len(card.read_bytes())


def test_another_ending_is_wrong_usage(data: Path, tmp_path: Path) -> None:
    assert main(["--data", str(data), "panduan", "--ke", str(tmp_path / "buku.docx")]) == 2
    assert not (tmp_path / "buku.docx").exists()


def test_who_has_not_begun_yet_can_read_it_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    card = tmp_path / "kartu.pdf"
    words = ["--data", str(tmp_path / "tiada"), "panduan", "--kartu", "--ke", str(card)]
    assert main(words) == 0
    assert capsys.readouterr().out == f"Ditulis: {card}\n"
    assert card.read_bytes()[:5] == b"%PDF-"
    assert not (tmp_path / "tiada").exists()
