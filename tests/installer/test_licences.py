from pathlib import Path

import pytest

from installer.windows.licences import gather_licences
from tests.installer.made import config, write

PARTS: dict[str, object] = {"licence_parts": {}, "licence_names": {}, "licence_texts": {}}
META = "Metadata-Version: 2.4\nName: Aneka_Warna\nVersion: 1.2\nLicense-Expression: MIT\n"


def gather(payload: Path, locked: tuple[str, ...] = ("aneka-warna",), **given: object) -> list[str]:
    """Return what has no licence."""
    return gather_licences(payload, locked, config(**{**PARTS, **given}))


def listed(payload: Path) -> list[str]:
    """Return the lines of the list."""
    return (payload / "LISENSI" / "DAFTAR.txt").read_text("utf-8").splitlines()


def test_every_distribution_brings_its_licence(tmp_path: Path) -> None:
    info = tmp_path / "lib" / "aneka_warna-1.2.dist-info"
    write(info / "METADATA", META)
    write(info / "licenses" / "LICENSE", "MIT License")
    assert gather(tmp_path) == []
    assert listed(tmp_path) == ["Aneka_Warna 1.2: MIT (aneka-warna-LICENSE.txt)"]
    assert (tmp_path / "LISENSI" / "aneka-warna-LICENSE.txt").read_text() == "MIT License"


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("License: BSD-3-Clause\n", "BSD-3-Clause"),
        ("Classifier: License :: OSI Approved :: MIT License\n", "MIT License"),
        ("Summary: x\n", "lihat naskahnya"),
    ],
)
def test_the_licence_is_named_where_the_metadata_has_it(
    tmp_path: Path, field: str, expected: str
) -> None:
    info = tmp_path / "lib" / "aneka_warna-1.2.dist-info"
    write(info / "METADATA", META.replace("License-Expression: MIT\n", field))
    write(info / "COPYING", "teks")
    assert gather(tmp_path) == []
    assert f": {expected} (" in listed(tmp_path)[0]


def test_a_distribution_without_a_text_is_named(tmp_path: Path) -> None:
    write(tmp_path / "lib" / "aneka_warna-1.2.dist-info" / "METADATA", META)
    (problem,) = gather(tmp_path)
    assert "Aneka_Warna tidak ada" in problem
    assert "installer/lisensi/" in problem


def test_an_empty_text_is_none(tmp_path: Path) -> None:
    info = tmp_path / "lib" / "aneka_warna-1.2.dist-info"
    write(info / "METADATA", META)
    write(info / "LICENSE", " \n")
    assert gather(tmp_path) == ["naskah lisensi Aneka_Warna kosong: LICENSE"]


def test_our_own_copy_stands_for_a_missing_text(tmp_path: Path) -> None:
    write(tmp_path / "lib" / "aneka_warna-1.2.dist-info" / "METADATA", META)
    names = {"aneka-warna": "LGPL-3.0-only"}
    texts = {"aneka-warna": ("LGPL-3.txt", "GPL-3.txt")}
    assert gather(tmp_path, licence_texts=texts, licence_names=names) == []
    assert listed(tmp_path)[0] == "Aneka_Warna 1.2: LGPL-3.0-only (LGPL-3.txt)"
    text = (tmp_path / "LISENSI" / "LGPL-3.txt").read_text()
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in text


def test_a_lost_copy_of_ours_is_missed(tmp_path: Path) -> None:
    write(tmp_path / "lib" / "aneka_warna-1.2.dist-info" / "METADATA", META)
    assert len(gather(tmp_path, licence_texts={"aneka-warna": ("hilang.txt",)})) == 1


def test_a_part_that_is_no_distribution_needs_its_text_too(tmp_path: Path) -> None:
    parts = {"Python": ("PSF-2.0", "runtime/LICENSE.txt"), "Fon": ("OFL-1.1", "tidak/ada.txt")}
    write(tmp_path / "runtime" / "LICENSE.txt", "PSF")
    (problem,) = gather(tmp_path, (), licence_parts=parts)
    assert "Fon" in problem
    assert listed(tmp_path) == ["Python: PSF-2.0 (python-LICENSE.txt)"]


def test_a_locked_distribution_that_was_not_installed_is_missed(tmp_path: Path) -> None:
    (problem,) = gather(tmp_path, ("pyside6-pdf",))
    assert problem.startswith("pyside6-pdf terkunci tetapi tidak terpasang")
