import os
import time
from pathlib import Path

import pytest

from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.pembaruan import launcher
from kinerja_desktop.services.pembaruan.launcher import (
    start_on_posix,
    start_on_windows,
    start_program,
)


def test_a_started_program_gets_its_arguments(tmp_path: Path) -> None:
    program = tmp_path / "setup.exe"
    program.write_text(
        '#!/bin/sh\ncd "$(dirname "$0")"\necho "$@" > jejak.tmp && mv jejak.tmp jejak\n'
    )
    program.chmod(0o755)
    start_on_posix(program, "/PERBARUI /S")
    mark = tmp_path / "jejak"
    for _ in range(500):
        if mark.exists():
            break
        time.sleep(0.01)
    assert mark.read_text().strip() == "/PERBARUI /S"


def test_windows_starts_it_as_the_desktop_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(os, "startfile", lambda *words: asked.append(words), raising=False)
    start_on_windows(tmp_path / "setup.exe", "/PERBARUI")
    assert asked == [(str(tmp_path / "setup.exe"), "open", "/PERBARUI", str(tmp_path))]


def test_a_missing_program_is_told(tmp_path: Path) -> None:
    with pytest.raises(KinerjaError, match="tidak ada"):
        start_program(tmp_path / "setup.exe", "")


@pytest.mark.parametrize(
    ("winerror", "told"),
    [
        (1223, "tidak diizinkan menjalankan setup.exe"),
        (225, "melarang setup.exe dijalankan"),
        (1260, "melarang setup.exe dijalankan"),
        (4551, "melarang setup.exe dijalankan"),
    ],
)
def test_what_windows_forbids_is_told_with_a_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, winerror: int, told: str
) -> None:
    def refuse(*_: object) -> None:
        error = OSError(22, "The operation was canceled by the user")
        error.winerror = winerror  # type: ignore[attr-defined,unused-ignore]
        raise error

    monkeypatch.setattr(launcher, "_start", refuse)
    with pytest.raises(KinerjaError, match=told) as error:
        start_program(tmp_path / "setup.exe", "")
    assert error.value.remedy
