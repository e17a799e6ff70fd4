"""The stick is pulled out at the very moment a file is looked at: a sentence, never an OSError."""

import errno
from pathlib import Path
from typing import Any, NoReturn

import pytest

from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.errors import DataProblemsError, KinerjaError
from kinerja_desktop.exchange import setup_files, workbook_file
from kinerja_desktop.exchange.workbook_read import read_workbook
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.lkjip import gambar
from kinerja_desktop.services.riwayat import maintenance
from kinerja_desktop.services.riwayat.workbook import export_workbook
from kinerja_desktop.store import backup_reading

GONE = "tidak terjangkau lagi"


def pulled(*_: Any, **__: Any) -> NoReturn:
    raise OSError(errno.EIO, "Input/output error")


def test_a_workbook(muncar: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "kantor.xlsx"
    export_workbook(muncar, path)
    monkeypatch.setattr(workbook_file, "_read_sheets", pulled)
    with pytest.raises(KinerjaError, match=GONE):
        read_workbook(path, SECTIONS)


def test_a_picture(muncar: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gambar, "require_file", pulled)
    with pytest.raises(KinerjaError, match=GONE):
        gambar.add_picture(muncar, 2024, tmp_path / "foto.png")


def test_a_backup(muncar: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    path = maintenance.back_up_now(muncar)
    monkeypatch.setattr(backup_reading, "open_backup", pulled)
    (problem,) = maintenance.check_backup(path)
    assert GONE in problem.message
    with pytest.raises(DataProblemsError):
        maintenance.preview(path)
    with pytest.raises(KinerjaError, match=GONE):
        backup_reading.preview_backup(path)


def test_an_installer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "Kinerja-Desktop-9.9.9-setup.exe"
    path.write_bytes(b"MZ")
    setup = setup_files.read_setup(path, "-setup.exe")
    setup.checksum_path.write_text("00  x", "ascii")
    monkeypatch.setattr(setup_files, "require_file", pulled)
    with pytest.raises(KinerjaError, match=GONE):
        setup_files.read_setup(path, "-setup.exe")
    with pytest.raises(KinerjaError, match=GONE):
        setup_files.copy_checked(setup, tmp_path / "tujuan", lambda *_: None)


def test_a_word_of_excel_is_no_text() -> None:
    """Typed, pasted or read: what a failed formula leaves is nobody's name."""
    with pytest.raises(ValueError, match="tanda rumus Excel yang gagal"):
        SECTIONS["pejabat"].field("nama").parse("#N/A")
