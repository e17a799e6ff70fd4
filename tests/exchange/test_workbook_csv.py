"""A CSV is one sheet; its headings, its title or its name tell which."""

from pathlib import Path
from typing import Any

import pytest

from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.exchange.workbook_read import read_workbook

LABELS = "Indikator;Tahun;Triwulan;Realisasi\n"


def read(folder: Path, content: bytes, name: str = "data.csv") -> tuple[Any, list[str]]:
    path = folder / name
    path.write_bytes(content)
    rows, problems = read_workbook(path, SECTIONS)
    found = {
        key: [(row.number, [value for value in row.values.values() if value]) for row in lines]
        for key, lines in rows.items()
    }
    return found, [problem.message for problem in problems]


@pytest.mark.parametrize(
    "content",
    [
        (LABELS + "IKU-1;2024;;98,75\n").encode(),
        b"\xef\xbb\xbf" + (LABELS + "IKU-1;2024;;98,75\n").encode(),
        (LABELS + "IKU-1;2024;;98,75\n").encode("utf-16"),
        (LABELS + 'IKU-1;2024;;"98,75";;\r\n;;;\r\n').replace(";", ",").replace(
            '"98,75"', '"98,75"').encode(),
        (LABELS + "IKU-1;2024;;98,75").replace(";", "\t").encode(),
        b"indikator_id;tahun;triwulan;nilai\nIKU-1;2024;;98,75\n",
    ],
)  # fmt: skip
def test_every_usual_form_is_read(tmp_path: Path, content: bytes) -> None:
    rows, problems = read(tmp_path, content)
    assert rows == {"realisasi": [(2, ["IKU-1", "2024", "98,75"])]}
    assert problems == []


def test_letters_of_windows_are_read(tmp_path: Path) -> None:
    content = (LABELS + "IKU–1é;2024;;1\n").encode("cp1252")
    assert read(tmp_path, content)[0]["realisasi"] == [(2, ["IKU–1é", "2024", "1"])]


def test_a_sheet_saved_by_excel_keeps_its_row_numbers(tmp_path: Path) -> None:
    content = (
        "Realisasi;;;\nWajib diisi: Indikator.;;;\n\nIndikator;(Indikator);Tahun;Realisasi\n"
        "indikator_id;;tahun;nilai\nIKU-1;Indeks;2024;#N/A\n\n"
    )
    rows, problems = read(tmp_path, content.encode())
    assert rows == {"realisasi": [(6, ["IKU-1", "2024"])]}
    missing, failed = problems
    assert "kolom 'Triwulan' hilang" in missing
    assert "gagal (#N/A)" in failed


def test_headings_of_two_sections_ask_for_a_name(tmp_path: Path) -> None:
    content = b"Nama\nSatu\n"
    rows, (problem,) = read(tmp_path, content)
    assert rows == {}
    assert "dapat berarti" in problem
    assert "beri berkas nama bagiannya, misalnya" in problem


def test_the_files_name_tells_the_section(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, b"indikator_id;tahun\nIKU-1;2024\n", "Target Tahunan.csv")
    assert (list(rows), problems) == (["target_tahunan"], [])


def test_headings_of_nothing_are_told(tmp_path: Path) -> None:
    rows, (problem,) = read(tmp_path, b"nama;gaji\nA;1\n")
    assert rows == {}
    assert "tidak cocok dengan satu bagian pun" in problem
    assert read(tmp_path, b"")[0] == {}


@pytest.mark.parametrize("content", [b"a\0b", b"\x81\x8d;\xff", b'"' + b"x" * 200_000])
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(KinerjaError, match="rusak"):
        read(tmp_path, content)
