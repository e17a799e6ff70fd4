"""Criteria of an LKE as a plain workbook: Kode, Uraian, Bobot, Contoh bukti, a line for each.

The level of a line is that of its kode: ``1`` is a komponen, ``1.1`` a subkomponen, ``1.1.1`` a
criterion. So the table of an Inspektorat needs no other column than those it has.
"""

from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from kinerja_desktop.disk import workbook_to_bytes
from kinerja_desktop.domain.lke.lembar import LembarKriteria
from kinerja_desktop.domain.sections.fields import Field, Kind
from kinerja_desktop.errors import DataProblemsError, KinerjaError, Problem
from kinerja_desktop.exchange.workbook_grid import Grid, read_grids

_HEADS = ("Kode", "Uraian", "Bobot", "Contoh bukti")
_WIDTHS = (10, 80, 10, 60)
_KODE = Field("kode", "Kode")
_SEPARATOR = ";"
_MOST_ROWS = 1000


def write_lembar_book(lembar: LembarKriteria) -> bytes:
    """Write criteria as a workbook that can be changed and taken in again."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    book = Workbook()
    sheet: Any = book.active
    sheet.title = "Kriteria LKE"
    rows: list[tuple[Any, ...]] = [_HEADS]
    for komponen in lembar.komponen:
        rows.append((komponen.kode, komponen.nama, komponen.bobot, ""))
        for sub in komponen.subkomponen:
            rows.append((sub.kode, sub.nama, sub.bobot, ""))
            rows += [
                (item.kode, item.uraian, None, f"{_SEPARATOR} ".join(item.contoh_bukti))
                for item in sub.kriteria
            ]
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = sheet.cell(number, column)
            if isinstance(value, str):
                # A kode such as 1.1.3 would become a date as soon as somebody edits its cell.
                cell.number_format = "@"
                cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
            cell.alignment = Alignment(vertical="top", wrap_text=column in (2, 4))
            cell.font = Font(bold=number == 1 or (value is not None and row[2] is not None))
    for letter, width in zip("ABCD", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    return workbook_to_bytes(book)


def read_lembar_book(path: Path) -> dict[str, Any]:
    """Return the content of a workbook, as `domain.lke.berkas.read_lembar` takes it.

    Raises:
        DataProblemsError: lines without a komponen above them, or a kode that became a date.
        KinerjaError: the file is no workbook, or has no such table.
    """
    for grid in read_grids(path):
        for row in range(min(grid.rows, 20)):
            places = _find_columns(grid, row)
            if places is not None:
                return _Table(grid, path.name, places).read(row + 1)
    raise KinerjaError(
        f"Di {path.name} tidak ada tabel dengan judul kolom {', '.join(_HEADS)}.",
        "Pakai templat dari 'Simpan templat', isi, lalu ulangi.",
    )


def _find_columns(grid: Grid, row: int) -> dict[str, int] | None:
    heads = {grid.text(row, column).casefold(): column for column in range(min(grid.columns, 30))}
    found = {name: heads[name.casefold()] for name in _HEADS if name.casefold() in heads}
    return found if found.keys() >= set(_HEADS[:3]) else None


class _Table:
    """Puts the lines of a table below each other by the level of their kode."""

    def __init__(self, grid: Grid, file: str, places: dict[str, int]) -> None:
        self._grid = grid
        self._file = file
        self._places = places
        self._problems: list[Problem] = []

    def read(self, first: int) -> dict[str, Any]:
        """Return the komponen with all below them."""
        komponen: list[dict[str, Any]] = []
        if self._grid.rows - first > _MOST_ROWS:
            raise KinerjaError(
                f"Tabel kriteria di {self._file} lebih dari {_MOST_ROWS} baris.",
                "Sisakan baris kriterianya saja, lalu ulangi.",
            )
        for row in range(first, self._grid.rows):
            self._take(row, komponen)
        if self._problems:
            raise DataProblemsError(self._problems)
        return {"komponen": komponen}

    def _take(self, row: int, komponen: list[dict[str, Any]]) -> None:
        uraian = self._text(row, "Uraian")
        kode = self._kode(row)
        if kode is None or not (kode or uraian):
            return
        line: dict[str, Any] = {"kode": kode}
        level = kode.count(".")
        if level == 0:
            komponen.append({**line, "nama": uraian, "bobot": self._bobot(row), "subkomponen": []})
        elif not komponen:
            self._complain(row, "Kode", f"baris {kode} berdiri sebelum komponennya")
        elif level == 1:
            komponen[-1]["subkomponen"].append(
                {**line, "nama": uraian, "bobot": self._bobot(row), "kriteria": []}
            )
        elif not komponen[-1]["subkomponen"]:
            self._complain(row, "Kode", f"baris {kode} berdiri sebelum subkomponennya")
        else:
            proofs = self._text(row, "Contoh bukti").split(_SEPARATOR)
            bukti = [text.strip() for text in proofs if text.strip()]
            komponen[-1]["subkomponen"][-1]["kriteria"].append(
                {**line, "uraian": uraian, "contoh_bukti": bukti}
            )

    def _kode(self, row: int) -> str | None:
        raw = self._grid.value(row, self._places["Kode"], _KODE)
        if hasattr(raw, "year"):
            self._complain(
                row, "Kode", "Excel membaca kode ini sebagai tanggal: format selnya sebagai Teks, "
                "lalu ketik lagi, misalnya 1.1.3",
            )  # fmt: skip
            return None
        try:
            text: str = _KODE.parse(raw)
        except ValueError as error:
            self._complain(row, "Kode", str(error))
            return None
        return text.rstrip(".")

    def _bobot(self, row: int) -> Decimal | str:
        raw = self._grid.value(row, self._places["Bobot"], Field("bobot", "Bobot", Kind.ANGKA))
        if isinstance(raw, float):
            raw = f"{raw:.15g}"
        text = str(raw if raw is not None else "").strip()
        try:
            return Decimal(text.replace(",", "."))
        except InvalidOperation:
            return text

    def _text(self, row: int, name: str) -> str:
        if name not in self._places:
            return ""
        return self._grid.text(row, self._places[name])

    def _complain(self, row: int, name: str, message: str) -> None:
        from openpyxl.utils import get_column_letter

        cell = f"{get_column_letter(self._places[name] + 1)}{row + 1}"
        self._problems.append(Problem(message, self._file, self._grid.title, cell))
