import shutil
from pathlib import Path

import pytest

from installer.linux import build_deb, licences
from installer.linux.build_deb import build, main, pack
from installer.linux.errors import BuildError


def test_an_incomplete_folder_is_never_packed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(build_deb, "freeze", lambda: tmp_path)
    monkeypatch.setattr(build_deb, "DIST", tmp_path / "dist")
    monkeypatch.setattr(licences, "find_texts", lambda: {"python": ()})
    with pytest.raises(BuildError) as caught:
        build()
    said = "\n".join(caught.value.problems)
    assert "Naskah lisensi python tidak ada" in said
    assert "store/migrations/env.py" in said
    assert "docx/templates/default.docx" in said
    assert not (tmp_path / "dist").exists()


def test_a_missing_tool_is_said_with_its_package(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert main() == 1
    assert "Gagal: objdump tidak ada: pasang paket binutils" in capsys.readouterr().err


def test_a_failed_packing_leaves_no_file(tmp_path: Path) -> None:
    (tmp_path / "paket" / "DEBIAN").mkdir(parents=True)
    (tmp_path / "paket" / "DEBIAN" / "control").write_text("Package: BUKAN NAMA\n")
    with pytest.raises(BuildError, match="dpkg-deb gagal"):
        pack(tmp_path / "paket", tmp_path / "dist" / "x_1_amd64.deb")
    assert list((tmp_path / "dist").iterdir()) == []


def test_a_frozen_program_that_fails_its_self_test_is_refused(tmp_path: Path) -> None:
    program = tmp_path / "kinerja-desktop"
    program.write_text("#!/bin/sh\necho 'DOCX: tidak bekerja' >&2\nexit 1\n")
    program.chmod(0o755)
    with pytest.raises(BuildError, match="gagal pada periksa:\nDOCX: tidak bekerja"):
        build_deb.try_program(program)
