from pathlib import Path

import pytest

from installer.windows.dll_closure import check_dlls
from installer.windows.errors import BuildError
from installer.windows.pe import read_imports
from tests.installer.made import I386, config, pe_image, write


def test_import_tables_are_read_delayed_ones_too(tmp_path: Path) -> None:
    path = write(tmp_path / "a.dll", pe_image(["KERNEL32.dll", "b.dll"], ["Nanti.dll"]))
    assert read_imports(path) == {"kernel32.dll", "b.dll", "nanti.dll"}
    assert read_imports(write(tmp_path / "leaf.dll", pe_image())) == frozenset()


def test_a_complete_payload_has_nothing_to_complain_of(tmp_path: Path) -> None:
    imports = ["python313.dll", "Qt6Core.dll", "KERNEL32.dll", "api-ms-win-crt-heap-l1-1-0.dll"]
    write(tmp_path / "runtime" / "python313.dll", pe_image(["WINSPOOL.DRV"]))
    write(tmp_path / "lib" / "PySide6" / "Qt6Core.dll", pe_image(["icuuc.dll"]))
    write(tmp_path / "lib" / "PySide6" / "plugins" / "styles" / "s.dll", pe_image(imports))
    # Wheels keep DLLs beside their modules, or in a folder of the package's name.
    write(tmp_path / "lib" / "lxml" / "etree.pyd", pe_image([*imports, "libxml2.dll", "own.dll"]))
    write(tmp_path / "lib" / "lxml" / "own.dll", pe_image())
    write(tmp_path / "lib" / "lxml.libs" / "libxml2.dll", pe_image())
    assert check_dlls(tmp_path, config()) == []


@pytest.mark.parametrize("delayed", [False, True])
def test_a_missing_dll_is_named_with_who_needs_it(tmp_path: Path, delayed: bool) -> None:
    names = ["libcairo.dll"]
    image = pe_image([], names) if delayed else pe_image(names)
    write(tmp_path / "lib" / "gambar" / "_gambar.pyd", image)
    (problem,) = check_dlls(tmp_path, config())
    assert problem == "lib/gambar/_gambar.pyd memerlukan libcairo.dll, yang tidak ada di payload"


def test_a_dll_elsewhere_in_the_payload_is_not_found_by_windows(tmp_path: Path) -> None:
    write(tmp_path / "lib" / "satu" / "satu.pyd", pe_image(["dua.dll"]))
    write(tmp_path / "lib" / "lain" / "dua.dll", pe_image())
    assert len(check_dlls(tmp_path, config())) == 1


def test_windows_has_no_door_of_that_name(tmp_path: Path) -> None:
    write(tmp_path / "runtime" / "a.dll", pe_image(["api-ms-win-baru-l1-1-0.dll", "icu.dll"]))
    assert len(check_dlls(tmp_path, config())) == 2


@pytest.mark.parametrize("data", [pe_image(machine=I386), b"teks biasa"])
def test_what_is_not_for_64_bits_is_refused(tmp_path: Path, data: bytes) -> None:
    write(tmp_path / "lib" / "lama.pyd", data)
    with pytest.raises(BuildError, match=r"lama\.pyd bukan berkas Windows 64-bit"):
        check_dlls(tmp_path, config())
