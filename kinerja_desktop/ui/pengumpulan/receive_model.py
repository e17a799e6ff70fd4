"""What forms would change, cell by cell, with a tick before each row that can go in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, Qt
from PySide6.QtGui import QColor

from kinerja_desktop.services.pengumpulan.rencana import BarisMasuk, Kunci, RencanaTerima
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.tables.plain_model import ROOT, Index

Role = Qt.ItemDataRole
HEADS = ("Masuk", "Pemegang data", "Indikator atau anggaran", "Isian", "Lama", "Baru", "Keterangan")
WIDTHS = (52, 120, 180, 90, 60, 80, 0)


@dataclass(frozen=True)
class Garis:
    """A line of the preview: its row, and the cells of the table."""

    kunci: Kunci
    can_go_in: bool
    is_first: bool
    teks: tuple[str, ...]
    is_wrong: bool = False
    is_doubtful: bool = False

    @property
    def keterangan(self) -> str:
        """Everything that the line says, in one."""
        _, nama, isian, lama, baru, remark = self.teks
        change = f"{isian} {lama} → {baru}" if isian else ""
        return ". ".join(part for part in (nama, change, remark) if part)


class ReceiveModel(QAbstractTableModel):
    """Ticking a line ticks its whole row, and unticks what other forms say of the same."""

    def __init__(self) -> None:
        super().__init__()
        self._rencana: RencanaTerima | None = None
        self.lines: Sequence[Garis] = ()
        self.chosen: set[Kunci] = set()

    def show_rencana(self, rencana: RencanaTerima | None) -> None:
        """Show another plan, with the rows ticked that it proposes."""
        self.beginResetModel()
        self._rencana = rencana
        self.lines = tuple(_list_lines(rencana)) if rencana else ()
        self.chosen = set(rencana.chosen()) if rencana else set()
        self.endResetModel()

    def choose_form(self, place: int) -> None:
        """Tick every row of a form that can go in."""
        for line in self.lines:
            if line.kunci[0] == place and line.can_go_in:
                self._choose(line.kunci)
        self._tell()

    def toggle(self, number: int) -> None:
        """Tick or untick the row to which a line belongs; one that cannot go in stays out."""
        line = self.lines[number]
        wanted = Qt.CheckState.Unchecked if line.kunci in self.chosen else Qt.CheckState.Checked
        self.setData(self.index(number, 0), wanted, Role.CheckStateRole)

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return HEADS[section]
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line, column = self.lines[index.row()], index.column()
        match role:
            case Role.DisplayRole | Role.ToolTipRole if column:
                return line.teks[column - 1]
            case Role.CheckStateRole if not column and line.is_first and line.can_go_in:
                is_chosen = line.kunci in self.chosen
                return Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked
            case Role.BackgroundRole if column == len(HEADS) - 1 and line.teks[-1]:
                if line.is_wrong:
                    return QColor(style.DANGER_SOFT)
                return QColor(style.WARNING_SOFT) if line.is_doubtful else None
            case Role.AccessibleTextRole if not column:
                return "masuk" if line.kunci in self.chosen else "tidak masuk"
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        line = self.lines[index.row()]
        if role != Role.CheckStateRole or not line.can_go_in:
            return False
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._choose(line.kunci)
        else:
            self.chosen.discard(line.kunci)
        self._tell()
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        line = self.lines[index.row()]
        if not index.column() and line.is_first and line.can_go_in:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def _choose(self, kunci: Kunci) -> None:
        assert self._rencana is not None
        self.chosen -= self._rencana.twins(kunci)
        self.chosen.add(kunci)

    def _tell(self) -> None:
        last = self.index(len(self.lines) - 1, 0)
        self.dataChanged.emit(self.index(0, 0), last, [Role.CheckStateRole])


def _list_lines(rencana: RencanaTerima) -> Iterator[Garis]:
    for kunci, row in rencana.rows():
        pemegang = rencana.formulir[kunci[0]].pemegang
        yield from _lines_of(kunci, pemegang, row)


def _lines_of(kunci: Kunci, pemegang: str, row: BarisMasuk) -> Iterator[Garis]:
    """A line for each cell that would change; a row with nothing to say has none."""
    said = [*row.alasan, *([row.ragu] if row.ragu and row.can_go_in else []), *row.catatan]
    if row.bukti:
        said.append(f"bukti: {', '.join(path.name for path in row.bukti)}")
    remark = "; ".join(said)
    cells = [(cell.label, cell.lama, cell.baru) for cell in row.sel]
    if not cells and not remark:
        return
    for number, (label, old, new) in enumerate(cells or [("", "", "")]):
        is_first = number == 0
        yield Garis(
            kunci,
            row.can_go_in,
            is_first,
            (
                pemegang if is_first else "",
                row.jawaban.nama if is_first else "",
                label,
                old,
                new,
                remark if is_first else "",
            ),
            is_wrong=bool(row.alasan),
            is_doubtful=bool(row.ragu),
        )
