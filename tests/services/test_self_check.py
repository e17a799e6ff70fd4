from pathlib import Path

import pytest

from kinerja_desktop import __version__
from kinerja_desktop.services import self_check


def test_this_program_has_all_it_needs() -> None:
    assert self_check.check_program() == []


def test_everything_that_is_missing_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise FileNotFoundError(f"resources/{name}")

    def broken() -> None:
        raise ValueError("lembar rusak")

    monkeypatch.setattr(self_check, "resource", missing)
    monkeypatch.setattr(self_check, "read_nomenklatur", broken)
    lines = [str(problem) for problem in self_check.check_program()]
    assert lines == [
        "berkas program: resources/fonts/LiberationSans-Regular.ttf: pasang ulang program",
        "SOP dan nomenklatur: lembar rusak: pasang ulang program",
        "basis data dan buku kerja: resources/contoh/muncar.xlsx: pasang ulang program",
    ]


def test_a_report_names_version_and_data_folder(tmp_path: Path) -> None:
    lines = self_check.describe_program(tmp_path)
    assert lines[0] == f"Kinerja Desktop {__version__}"
    assert f"Folder data: {tmp_path}" in lines
