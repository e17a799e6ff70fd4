from datetime import date
from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinerja_desktop.exchange.package_paths import (
    escapes,
    package_name,
    refuse_unsafe_paths,
    safe_name,
)

DAY = date(2024, 7, 5)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Laporan IKM 2024.pdf", "Laporan_IKM_2024.pdf"),
        ("SK Camat: No. 188/45? <final>.pdf", "SK_Camat_No._188_45_final_.pdf"),
        ("Kafé – bukti é.jpg", "Kafe_bukti_e.jpg"),
        ("con.txt", "berkas_con.txt"),
        ("LPT1", "berkas_LPT1"),
        ("AutoRun.inf", "berkas_AutoRun.inf"),
        ("../../etc/passwd", "etc_passwd"),
        ("日本", "berkas"),
        ("titik di akhir. . .", "titik_di_akhir"),
        ("a" * 120 + ".pdf", "a" * 96 + ".pdf"),
        ("a" * 120, "a" * 100),
        ("a" * 80 + "." + "b" * 40, "a" * 80 + "." + "b" * 19),
    ],
)
def test_any_title_becomes_a_safe_name(text: str, name: str) -> None:
    assert safe_name(text) == name


@given(st.text())
def test_a_safe_name_is_always_accepted(text: str) -> None:
    name = safe_name(text)

    refuse_unsafe_paths([name])
    assert name.isascii()
    assert len(name) <= 100
    assert not set(name) & set('/\\:?*"<>| ')
    assert not escapes(name)


@pytest.mark.parametrize(
    ("kecamatan", "name"),
    [
        ("Kecamatan Muncar", "SAKIP_MUNCAR_2024_TW2_20240705"),
        ("kec. Lumajang", "SAKIP_LUMAJANG_2024_TW2_20240705"),
        ("Tempeh", "SAKIP_TEMPEH_2024_TW2_20240705"),
        ("Kecamatan Sumber/Suko", "SAKIP_SUMBER_SUKO_2024_TW2_20240705"),
    ],
)
def test_a_package_is_named_after_office_year_period_and_day(kecamatan: str, name: str) -> None:
    assert package_name(kecamatan, 2024, "TW2", DAY) == name


@given(st.text(), st.integers(1900, 9999), st.text(), st.dates(min_value=date(1900, 1, 1)))
def test_a_package_name_fits_every_stick(
    kecamatan: str, tahun: int, periode: str, day: date
) -> None:
    name = package_name(kecamatan, tahun, periode, day)

    refuse_unsafe_paths([f"{name}_99"])
    assert name.startswith("SAKIP_")
    assert len(name) <= 90


@pytest.mark.parametrize(
    "path",
    [
        "", "../x", "a/../../x", "/etc/passwd", "a//b", "a/", "./a", "C:/x", "C:x", "a\\b",
        "\\\\server\\x", "..", "~/x", "a\nb", "a\0b",
    ],
)  # fmt: skip
def test_a_path_that_may_lead_out_is_recognised(path: str) -> None:
    assert escapes(path)


@pytest.mark.parametrize("path", ["a", "data/01_PK/pk.pdf", "Surat pengantar é.pdf", "a..b/.c"])
def test_a_plain_path_does_not_lead_out(path: str) -> None:
    assert not escapes(path)


@given(st.text(alphabet="ab./\\:~C ", max_size=12))
def test_what_does_not_lead_out_stays_inside_on_linux_and_on_windows(path: str) -> None:
    if not escapes(path):
        assert PurePosixPath("/p", path).parts[:2] == ("/", "p")
        assert PureWindowsPath("D:/p", path).parts[:2] == ("D:\\", "p")
        assert ".." not in PureWindowsPath(path).parts


@pytest.mark.parametrize(
    "path",
    [
        "", "/abs", "../x", "a/../b", "a\\b", "C:/x", "spasi di nama.pdf", "é.pdf", "a?.pdf",
        "autorun.inf", "x/AUTORUN.INF", "nul", "x/Con.pdf", "akhir.", "-opsi", ".tersembunyi",
        "a" * 101, "/".join(["a" * 60] * 4),
    ],
)  # fmt: skip
def test_an_unsafe_payload_path_is_refused(path: str) -> None:
    with pytest.raises(ValueError, match="Unsafe path"):
        refuse_unsafe_paths([path])


@pytest.mark.parametrize(
    "paths",
    [
        ["a.pdf", "A.pdf"],
        ["x/a.pdf", "X/b.pdf"],
        ["a", "a/b"],
        ["a/b", "a"],
        ["a", "a"],
    ],
)
def test_paths_that_meet_on_a_stick_are_refused(paths: list[str]) -> None:
    with pytest.raises(ValueError, match="in a package"):
        refuse_unsafe_paths(paths)


def test_good_payload_paths_are_accepted() -> None:
    refuse_unsafe_paths(
        ["data.json", "01_PK/pk.pdf", "01_PK/pk.xlsx", "_x/a-b.c", "05_BUKTI/pk.pdf"]
    )
