"""Read forms that came back: recognised by the key within, wherever the file's name went."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from kinerja_desktop.domain.pengumpulan.lembar import fold
from kinerja_desktop.domain.pengumpulan.terbaca import (
    BarisTerbaca,
    BerkasTerbaca,
    IdentitasFormulir,
    LembarTerbaca,
    SelTerbaca,
)
from kinerja_desktop.domain.sections.fields import Field
from kinerja_desktop.errors import KinerjaError, Problem, explain_os_error
from kinerja_desktop.exchange.formulir_layout import (
    ALASAN,
    IDENTITAS,
    IDENTITAS_SHEET,
    KOLOM,
    KOLOM_RUPIAH,
    KUNCI,
    PENGISI_LABEL,
    TANDA,
    VERSI,
    VERSI_LABEL,
)
from kinerja_desktop.exchange.saved_moment import read_saved
from kinerja_desktop.exchange.workbook_cells import Sheet
from kinerja_desktop.exchange.workbook_csv import SUFFIXES
from kinerja_desktop.exchange.workbook_faults import UNCOMPUTED, column_letter, describe_fault
from kinerja_desktop.exchange.workbook_file import open_sheets
from kinerja_desktop.exchange.workbook_layout import GUIDE_SHEET

_NAMES = {KUNCI, ALASAN} | {kolom.name for kolom in KOLOM}
_RUPIAH_NAMES = {KUNCI, ALASAN} | {kolom.name for kolom, _ in KOLOM_RUPIAH}
_FIELDS: Mapping[str, Field] = {
    kolom.name: kolom.field
    for kolom in (*KOLOM, *(kolom for kolom, _ in KOLOM_RUPIAH))
    if kolom.field is not None
}
#: The words above the columns, where the hidden names are lost; what changes is left out.
_HEADINGS = {fold(kolom.judul): kolom.name for kolom in KOLOM if kolom.name != "lalu"}
_RUPIAH_HEADINGS = {
    fold(kolom.judul): kolom.name for kolom, _ in KOLOM_RUPIAH if kolom.name != "rp_lalu"
}
#: The realisasi of the period itself; that of the period before bears its year.
_NILAI = re.compile(r"realisasi(?: tw (?:i|ii|iii|iv))?")
#: So many of the names, or headings, make a row of them.
_ENOUGH = 4
_SEARCHED = 60
#: A label has fewer letters.
_SHORT = 40


class BukuKerjaError(KinerjaError):
    """The file is no form but the office's whole workbook, which goes another way."""


def read_formulir(path: Path) -> BerkasTerbaca:
    """Read every form in a file; cells are as found, and nothing is judged.

    Args:
        path: an .xlsx, .ods, .xls or .xlsb, saved by whichever program.

    Raises:
        KinerjaError: it is no workbook, is protected, too large, made by a newer program, or holds
            nothing that looks like a form.
    """
    if path.suffix.casefold() in SUFFIXES:
        raise KinerjaError(
            f"{path.name} bukan formulir: CSV tidak membawa identitas formulir.",
            "Simpan formulirnya sebagai Excel (.xlsx), atau masukkan lewat tab Excel kantor.",
        )
    sheets, _, _ = open_sheets(path, {}, lambda _title: True, with_merged=True)
    if GUIDE_SHEET in sheets and IDENTITAS_SHEET not in sheets:
        raise BukuKerjaError(
            f"{path.name} bukan formulir, melainkan buku kerja kantor.",
            "Ambil lewat tab Buku kerja, atau dengan perintah impor.",
        )
    identities = _read_identities(path, sheets.pop(IDENTITAS_SHEET, None))
    found = [
        lembar
        for title, sheet in sheets.items()
        if (lembar := _SheetReader(path.name, title, sheet).read(identities))
    ]
    if not found:
        raise KinerjaError(
            f"{path.name} bukan formulir pengumpulan data.",
            "Pilih formulir dari program ini; tabel lain dimasukkan lewat tab Excel kantor.",
        )
    return BerkasTerbaca(path, _hash(path), read_saved(path), tuple(found))


def _read_identities(path: Path, sheet: Sheet | None) -> dict[str, IdentitasFormulir]:
    if sheet is None:
        return {}
    lines = [[sheet.raw(row, column) for column in range(len(IDENTITAS))] for row in range(2)]
    if lines and lines[0][0] == VERSI_LABEL and _whole(lines[0][1]) > VERSI:
        raise KinerjaError(
            f"{path.name} dibuat oleh versi Kinerja Desktop yang lebih baru.",
            "Pasang versi terbaru program, lalu ulangi.",
        )
    found = {}
    for row in range(2, sheet.survey.rows):
        said = {name: sheet.raw(row, column) for column, name in enumerate(IDENTITAS)}
        texts = {name: str(value or "") for name, value in said.items()}
        found[texts["lembar"]] = IdentitasFormulir(
            texts["id"],
            texts["instansi_id"],
            texts["kecamatan"],
            texts["pemegang"],
            _whole(said["tahun"]),
            _whole(said["triwulan"]) or None,
            texts["definisi"],
            texts["segel"],
        )
    return found


class _SheetReader:
    """Finds the tables of one sheet and takes their rows."""

    def __init__(self, file: str, title: str, sheet: Sheet) -> None:
        self._file = file
        self._title = title
        self._sheet = sheet
        self._uncomputed = set(sheet.survey.uncomputed)
        # A merge within one row is how the form itself is made; over several rows it is unclear
        # whose answer it holds.
        self._merged = [(first, last) for first, last in sheet.survey.merged if last[0] > first[0]]

    def read(self, identities: Mapping[str, IdentitasFormulir]) -> LembarTerbaca | None:
        """Return the form on the sheet; None when nothing on it looks like one.

        Args:
            identities: what the hidden sheet says, by the titles that the sheets had.
        """
        identity = self._identify(identities)
        head = self._find_row(_NAMES, str)
        by_words = head is None
        if head is None:
            head = self._find_row(_NAMES, _name_heading)
        if head is None:
            if identity is None:
                return None
            message = (
                "judul kolomnya hilang, jadi isinya tidak dapat dibaca: salin isinya ke formulir "
                "kosong dari program"
            )
            problem = Problem(message, self._file, self._title)
            return LembarTerbaca(self._title, identity, masalah=(problem,))
        columns = self._columns(head, _NAMES, _name_heading if by_words else str)
        foot = self._find_text(PENGISI_LABEL, head + 1, columns.get("uraian"))
        stop = foot[0] if foot else self._sheet.survey.rows
        rupiah: tuple[BarisTerbaca, ...] = ()
        end = stop
        # Right above the second row of names stand its headings.
        for read, above in ((str, 1), (_name_rupiah_heading, 0)):
            second = self._find_row(_RUPIAH_NAMES, read, head + 1)
            if second is not None:
                found = self._columns(second, _RUPIAH_NAMES, read)
                rupiah = tuple(self._rows(found, second + 1, stop))
                end = min(end, second - above)
                break
        return LembarTerbaca(
            self._title,
            identity,
            tuple(self._rows(columns, head + 1, end)),
            rupiah,
            self._filler(foot),
            tuple(self._doubles(head, columns)),
        )

    def _identify(self, identities: Mapping[str, IdentitasFormulir]) -> IdentitasFormulir | None:
        """The sheet's own first cell is surer than its title: sheets are moved and renamed."""
        mark = self._find_mark()
        if mark is None:
            return identities.get(self._title)
        return next((said for said in identities.values() if said.id == mark.id), mark)

    def _find_mark(self) -> IdentitasFormulir | None:
        """Find the key of the form in the first cell, where the hidden sheet is lost."""
        for row in range(min(_SEARCHED, self._sheet.survey.rows)):
            for cell in self._line(row):
                if isinstance(cell, str) and cell.startswith(TANDA):
                    return IdentitasFormulir(id=cell.removeprefix(TANDA).strip())
        return None

    def _find_row(self, names: set[str], read: Callable[[str], str], first: int = 0) -> int | None:
        for row in range(first, self._sheet.survey.rows):
            texts = [cell for cell in self._line(row) if cell and isinstance(cell, str)]
            if len(texts) >= _ENOUGH and len({read(text) for text in texts} & names) >= _ENOUGH:
                return row
        return None

    def _line(self, row: int) -> Sequence[Any]:
        """Return a row as calamine has it: words are looked for, and an error is none."""
        lines = self._sheet.lines
        return lines[row] if row < len(lines) else ()

    def _columns(self, head: int, names: set[str], read: Callable[[str], str]) -> dict[str, int]:
        found: dict[str, int] = {}
        for column, cell in enumerate(self._line(head)):
            name = read(cell) if isinstance(cell, str) else ""
            if name in names:
                found.setdefault(name, column)
        return found

    def _doubles(self, head: int, columns: Mapping[str, int]) -> Iterator[Problem]:
        missing = [
            kolom.judul
            for kolom in KOLOM
            if kolom.name not in columns and kolom.name in ("uraian", "nilai")
        ]
        for judul in missing:
            message = f"kolom '{judul}' hilang: salin isinya ke formulir kosong dari program"
            yield Problem(message, self._file, self._title, f"baris {head + 1}")

    def _rows(self, columns: Mapping[str, int], first: int, end: int) -> Iterator[BarisTerbaca]:
        keys = columns.get(KUNCI)
        wanted = [
            (name, column, column_letter(column), _FIELDS.get(name))
            for name, column in columns.items()
            if name not in (KUNCI, ALASAN)
        ]
        for row in range(first, end):
            cells = {
                name: self._cell(row, column, f"{letter}{row + 1}", field)
                for name, column, letter, field in wanted
            }
            found = None if keys is None else self._sheet.raw(row, keys)
            key = "" if found is None else str(found).strip()
            filled = {name for name, cell in cells.items() if cell.isi is not None or cell.cacat}
            if key or filled - {"no", "rp_no"}:
                yield BarisTerbaca(key, row + 1, cells)

    def _cell(self, row: int, column: int, alamat: str, field: Field | None) -> SelTerbaca:
        if (row, column) in self._uncomputed:
            return SelTerbaca(None, alamat, UNCOMPUTED)
        if field is None:
            return SelTerbaca(self._sheet.raw(row, column), alamat)
        if self._merged and (doubt := self._describe_merge(row, column)):
            return SelTerbaca(None, alamat, doubt)
        (value,) = self._sheet.values(row, [(column, field)])
        if value is None:
            return SelTerbaca(None, alamat)
        if fault := describe_fault(field, value):
            return SelTerbaca(None, alamat, fault.removeprefix(f"{field.label}: "))
        return SelTerbaca(value, alamat)

    def _describe_merge(self, row: int, column: int) -> str:
        """Return why a cell to fill that is merged with those of other rows cannot be read."""
        for (top, left), (bottom, right) in self._merged:
            if top <= row <= bottom and left <= column <= right:
                if self._sheet.raw(top, left) is None:
                    return ""
                area = f"{column_letter(left)}{top + 1}:{column_letter(right)}{bottom + 1}"
                return (
                    f"sel {area} digabung melewati beberapa baris, jadi tidak jelas milik siapa "
                    "isinya: pecah sel gabungannya, lalu isi tiap baris"
                )
        return ""

    def _find_text(self, wanted: str, first: int, only: int | None) -> tuple[int, int] | None:
        """Find a word of the foot; in a column of answers it would be an answer."""
        for row in range(first, self._sheet.survey.rows):
            for column, cell in enumerate(self._line(row)):
                if (
                    only in (None, column)
                    and isinstance(cell, str)
                    and len(cell) < _SHORT
                    and fold(cell).rstrip(": ") == fold(wanted)
                ):
                    return row, column
        return None

    def _filler(self, foot: tuple[int, int] | None) -> str:
        if foot is None:
            return ""
        row, column = foot
        cells = (self._sheet.raw(row, place) for place in range(column + 1, column + 4))
        return next((" ".join(str(cell).split())[:200] for cell in cells if cell is not None), "")


def _name_heading(text: str) -> str:
    """Return which column of the indicators stands under a heading; empty for none."""
    folded = fold(text)
    return "nilai" if _NILAI.fullmatch(folded) else _HEADINGS.get(folded, "")


def _name_rupiah_heading(text: str) -> str:
    """Return which column of the budget lines stands under a heading; empty for none."""
    return _RUPIAH_HEADINGS.get(fold(text), "")


def _whole(value: Any) -> int:
    if isinstance(value, int | float) and value == int(value):
        return int(value)
    return 0


def _hash(path: Path) -> str:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError as error:
        raise explain_os_error(error, path) from error
