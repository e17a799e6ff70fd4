"""Reading and checking an office's own table, stopped wherever it is asked."""

from pathlib import Path
from typing import Any

import pytest

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.exchange import workbook_parts
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pemetaan.taking import (
    TableCancelledError,
    plan_own_table,
    read_own_book,
)
from kinerja_desktop.services.riwayat.workbook import (
    ImportCancelledError,
    export_workbook,
    plan_import,
)
from tests.services.pemetaan.tables import propose_choices, read_table, write_table
from tests.stopping import Counter, stop_at

ROWS: list[Any] = [
    ["Kode", "Uraian", "Pagu"],
    *([f"7.01.02.2.01.{n:04}", f"Sub kegiatan {n}", 1000 * n] for n in range(1, 121)),
    ["7.01.03.2.01.0001", "Salah", "seribu"],
]  # fmt: skip


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return write_table(tmp_path / "dpa.xlsx", ROWS)


def test_reading_stops_at_cells_and_sheets(table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_parts, "_CELLS_AT_ONCE", 100)
    told: list[str] = []
    asked = Counter()
    read_own_book(table, lambda *step: told.append(step[2]), asked)
    assert told[0] == "Membaca Tabel…"
    assert told[-1] == "Membaca lembar…"
    assert len(told) == asked.asked == 2
    for when in (1, 2):
        with pytest.raises(TableCancelledError, match="Tidak ada data yang berubah"):
            read_own_book(table, cancelled=stop_at(when))


def test_checking_stops_at_rows_whole_and_of_the_good_ones(muncar: Office, table: Path) -> None:
    grid = read_table(table)
    choices = propose_choices(grid, "mata_anggaran", Periode(2025))
    told: list[tuple[int, int, str]] = []
    asked = Counter()
    state = muncar.journal.state()
    found = plan_own_table(muncar, table, grid, choices, lambda *step: told.append(step), asked)
    assert found.good is not None
    texts = [text for *_, text in told]
    assert texts[:3] == ["Membaca baris…"] * 3
    assert texts.count("Memeriksa Pagu…") > 3, "of all rows, and again of the good ones"
    for when in range(1, asked.asked + 1):
        with pytest.raises(TableCancelledError):
            plan_own_table(muncar, table, grid, choices, cancelled=stop_at(when))
    assert muncar.journal.state() == state


def test_the_programs_own_workbook_is_read_and_checked_step_by_step(
    muncar: Office, tmp_path: Path
) -> None:
    book = tmp_path / "kantor.xlsx"
    export_workbook(muncar, book)
    told: list[str] = []
    asked = Counter()
    plan_import(muncar, book, asked, lambda *step: told.append(step[2]))
    assert told[0] == "Membaca lembar…"
    assert "Memeriksa Indikator…" in told
    for when in (1, asked.asked // 2, asked.asked):
        with pytest.raises(ImportCancelledError):
            plan_import(muncar, book, stop_at(when))
