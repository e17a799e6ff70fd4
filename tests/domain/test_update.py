import pytest

from kinerja_desktop.domain.fingerprint import TableChange
from kinerja_desktop.domain.update import UpdateReport, is_newer, parse_version


@pytest.mark.parametrize(
    ("version", "than", "expected"),
    [
        ("1.10.0", "1.9.0", True),
        ("1.9.0", "1.10.0", False),
        ("1.2", "1.2.0", False),
        ("1.2.1", "1.2", True),
        ("2.0.0", "2.0.0", False),
    ],
)
def test_versions_compare_as_numbers(version: str, than: str, expected: bool) -> None:
    assert is_newer(version, than) is expected


@pytest.mark.parametrize("text", ["", "1.", "satu", "1.2-beta", "1..2"])
def test_what_is_no_version_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no version"):
        parse_version(text)


def test_a_report_is_unchanged_when_every_table_is() -> None:
    same = TableChange("sasaran", 1, 1, "aa", "aa")
    lost = TableChange("indikator", 2, 1, "bb", "cc")
    moment = "2026-11-21T02:00:00+00:00"
    assert UpdateReport("1.0.0", "1.1.0", moment, "", (same,)).is_unchanged
    assert not UpdateReport("1.0.0", "1.1.0", moment, "", (same, lost)).is_unchanged


def test_what_is_not_known_is_not_called_unchanged() -> None:
    assert not UpdateReport("1.0.0", "1.1.0", "2026-11-21T02:00:00+00:00", "", ()).is_unchanged
