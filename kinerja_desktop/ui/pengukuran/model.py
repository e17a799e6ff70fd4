"""The measured figures as a table: a line per sasaran with its mean, below it its indicators."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QBrush, QColor

from kinerja_desktop.domain.angka.teks import drop_invisible
from kinerja_desktop.domain.capaian.kewajaran import check_kewajaran
from kinerja_desktop.domain.capaian.nilai import (
    Nilai,
    format_nilai_isian,
    format_nilai_salinan,
    parse_nilai,
)
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator, HasilPengukuran, HasilSasaran
from kinerja_desktop.domain.capaian.rasio import check_rasio
from kinerja_desktop.domain.sections.row_checks import check_row
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.waiting import Stored
from kinerja_desktop.ui.pengukuran.columns import EntryColumn, list_kolom
from kinerja_desktop.ui.pengukuran.line_data import (
    find_widest,
    group_data,
    is_dim,
    make_finite,
    story_of,
    tip_of,
    waiting_data,
)
from kinerja_desktop.ui.tables.entry_model import (
    ROOT,
    SEARCH_ROLE,
    WIDTH_ROLE,
    EntryModel,
    Index,
    Role,
)

#: Stores realisasi as one deed of the clerk; False when refused.
Save = Callable[[Sequence[tuple[UUID, Nilai | None]]], Stored | bool]

Line = HasilSasaran | HasilIndikator

KOLOM_INDIKATOR = 1
_MANY = 20
_WAITING_ROLES = (Role.DisplayRole, Role.EditRole, Role.ToolTipRole, Role.BackgroundRole)


class LembarModel(EntryModel):
    """Holds the last measurement and nothing else; every edit leaves through `save`."""

    def __init__(self, save: Save, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._save = save
        self._lines: list[Line] = []
        self._numbers: dict[str, int] = {}
        self._row_by_id: dict[str, int] = {}
        self._kolom: tuple[EntryColumn, ...] = ()
        self._widest: list[str] = []
        self._triwulan: int | None = None
        self._locked = True
        self._remarks: dict[str, tuple[str, ...]] = {}

    @property
    def can_enter(self) -> bool:
        """Whether the period is open."""
        return not self._locked

    @property
    def kolom_realisasi(self) -> int:
        """The column that is typed in."""
        return next(i for i, kolom in enumerate(self._kolom) if kolom.is_isian)

    @property
    def group_rows(self) -> list[int]:
        """Return the rows of the table that are headings: one for each sasaran."""
        return [row for row, line in enumerate(self._lines) if isinstance(line, HasilSasaran)]

    @property
    def group_span(self) -> int:
        """How many columns the name of a sasaran covers."""
        return self.kolom_realisasi + 1

    def set_hasil(self, hasil: HasilPengukuran, *, locked: bool) -> None:
        """Show other figures; the cursor stays where it is when the lines are the same."""
        lines: list[Line] = []
        for group in hasil.sasaran:
            lines += [group, *group.indikator]
        kolom = list_kolom(hasil.periode)
        self.scope = hasil.periode
        self._remarks = {}
        same = [_key(line) for line in lines] == [_key(line) for line in self._lines]
        if same and [k.judul for k in kolom] == [k.judul for k in self._kolom]:
            self._replace(lines, locked=locked)
            return
        self.beginResetModel()
        self._lines, self._kolom, self._locked = lines, kolom, locked
        self._triwulan = hasil.periode.triwulan
        self._widest = find_widest(self._kolom, self._lines)
        ids = [line.bahan.id for line in lines if isinstance(line, HasilIndikator)]
        self._numbers = {key: number for number, key in enumerate(ids, start=1)}
        self._row_by_id = {
            line.bahan.id: row for row, line in enumerate(lines) if isinstance(line, HasilIndikator)
        }
        self.endResetModel()

    def indikator_at(self, index: Index) -> HasilIndikator | None:
        """Return the indicator of a line; None for the line of a sasaran."""
        line = self._lines[index.row()] if index.isValid() else None
        return line if isinstance(line, HasilIndikator) else None

    def group_at(self, index: Index) -> HasilSasaran | None:
        """Return the sasaran whose heading a line is; None for any other line."""
        line = self._lines[index.row()] if index.isValid() else None
        return line if isinstance(line, HasilSasaran) else None

    def check(self, index: Index, nilai: Nilai | None) -> list[str]:
        """Return what would be odd about a realisasi in a line; it may be kept all the same."""
        item = self.indikator_at(index)
        return self._judge(item, nilai) if item else []

    def remarks_at(self, index: Index) -> tuple[str, ...]:
        """Return what is odd about the realisasi of a line."""
        item = self.indikator_at(index)
        return self._remarks_of(item) if item else ()

    def list_items(self) -> list[HasilIndikator]:
        """Return the indicators in the order of their lines."""
        return [line for line in self._lines if isinstance(line, HasilIndikator)]

    def list_remarks(self) -> list[tuple[HasilIndikator, str]]:
        """Return everything that is odd, with the indicator it is about."""
        return [(item, remark) for item in self.list_items() for remark in self._remarks_of(item)]

    def _remarks_of(self, item: HasilIndikator) -> tuple[str, ...]:
        key = item.bahan.id
        if key not in self._remarks:
            nilai = item.bahan.isian_of(self._triwulan).nilai
            self._remarks[key] = tuple(self._judge(item, nilai))
        return self._remarks[key]

    def _judge(self, item: HasilIndikator, nilai: Nilai | None) -> list[str]:
        isian = replace(item.bahan.isian_of(self._triwulan), nilai=nilai)
        return [
            *check_kewajaran(item.bahan, self._triwulan, nilai),
            *check_rasio(isian, item.bahan.satuan),
        ]

    def number_of(self, indikator_id: str) -> int:
        """Return the number before an indicator."""
        return self._numbers[indikator_id]

    def find_cell(self, key: str) -> QModelIndex:
        return self.entry_index(key)

    def entry_index(self, indikator_id: str) -> QModelIndex:
        """Return the cell in which an indicator's realisasi is typed; invalid when not shown."""
        row = self._row_by_id.get(indikator_id, -1)
        return self.index(row, self.kolom_realisasi) if row >= 0 else ROOT

    def parse_cell(self, index: Index, text: str, *, copied: bool = False) -> Nilai | None:
        """Read a realisasi; blank makes it *belum diisi*."""
        if not drop_invisible(text).strip():
            return None
        item = self.indikator_at(index)
        satuan = item.bahan.satuan if item else ""
        nilai = parse_nilai(text, copied=copied, satuan=satuan)
        for problem in check_row("realisasi", {"nilai": nilai}):
            raise ValueError(problem.message)
        return nilai

    def typed_text(self, index: Index, value: Any) -> str:
        return format_nilai_isian(value)

    def store_cells(self, cells: Sequence[tuple[Index, Any]]) -> Stored | bool:
        """Hand the values over with the ids of their indicators."""
        items = [(self.indikator_at(index), nilai) for index, nilai in cells]
        return self._save([(UUID(item.bahan.id), nilai) for item, nilai in items if item])

    def copied_text(self, index: Index) -> str:
        """Copy a realisasi as it would be typed, also one that was added up."""
        item = self.indikator_at(index)
        if item and index.column() == self.kolom_realisasi:
            return format_nilai_salinan(make_finite(item.utama.realisasi))
        return str(index.data() or "")

    def row_label(self, row: int) -> str:
        """Name a line by its indicator."""
        item = self.indikator_at(self.index(row, 0))
        return item.bahan.uraian if item else ""

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._kolom)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or section >= len(self._kolom):
            return None
        match role:
            case Role.DisplayRole:
                return self._kolom[section].judul
            case _ if role == WIDTH_ROLE:
                return self._widest[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self._locked or not self._kolom[index.column()].is_isian:
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable if self.indikator_at(index) else flags

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, kolom = self._lines[index.row()], self._kolom[index.column()]
        if role == Role.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if kolom.is_angka else Qt.AlignmentFlag.AlignLeft
            name = isinstance(line, HasilSasaran) and index.column() == 0
            side = Qt.AlignmentFlag.AlignLeft if name else side
            return side | Qt.AlignmentFlag.AlignVCenter
        if isinstance(line, HasilSasaran):
            return group_data(line, kolom, index.column(), role)
        return self._indikator_data(line, kolom, index.column(), role)

    def _indikator_data(
        self, item: HasilIndikator, kolom: EntryColumn, column: int, role: int
    ) -> Any:
        waiting = self.waiting_values(item.bahan.id) if kolom.is_isian else ()
        if waiting and role in _WAITING_ROLES:
            return waiting_data(waiting[-1], role)
        match role:
            case Role.DisplayRole:
                return str(self._numbers[item.bahan.id]) if column == 0 else kolom.teks(item)
            case Role.EditRole if kolom.is_isian:
                return format_nilai_isian(make_finite(item.bahan.isian_of(self._triwulan).nilai))
            case Role.ToolTipRole if kolom.is_isian and (remarks := self._remarks_of(item)):
                return "\n".join(remarks)
            case _ if role == SEARCH_ROLE and column == KOLOM_INDIKATOR:
                return story_of(item)
            case Role.DecorationRole if kolom.is_isian and self._remarks_of(item):
                return style.icon("peringatan", "WARNING")
            case Role.ToolTipRole:
                return tip_of(item, kolom)
            case Role.ForegroundRole:
                return QBrush(QColor(style.MUTED)) if is_dim(item, kolom) else None
            case Role.BackgroundRole:
                return self._background(item, kolom)
            case Role.DecorationRole if kolom.judul == "Kategori" and item.lacks_story:
                return style.icon("peringatan", "WARNING")
        return None

    def _background(self, item: HasilIndikator, kolom: EntryColumn) -> QBrush:
        if kolom.judul == "Kategori" and item.utama.capaian.warna:
            return QBrush(QColor(style.KATEGORI[item.utama.capaian.warna]))
        if kolom.is_isian and not self._locked:
            return QBrush(QColor(style.PAPER))
        return QBrush(QColor(style.GROUND))

    def _replace(self, lines: list[Line], *, locked: bool) -> None:
        changed = [row for row, line in enumerate(lines) if line is not self._lines[row]]
        if locked != self._locked:
            changed = list(range(len(lines)))
        self._lines, self._locked = lines, locked
        # A few lines one by one, many as one piece: every signal costs a look at all of them.
        pieces = [(row, row) for row in changed]
        if len(changed) > _MANY:
            pieces = [(changed[0], changed[-1])]
        for first, last in pieces:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self._kolom) - 1))
        before, self._widest = self._widest, find_widest(self._kolom, self._lines)
        if before != self._widest:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self._kolom) - 1)


def _key(line: Line) -> tuple[str, str]:
    if isinstance(line, HasilSasaran):
        return ("", line.uraian)
    return (line.bahan.id, line.bahan.uraian + line.bahan.satuan)
