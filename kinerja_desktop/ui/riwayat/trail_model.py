"""The audit trail as a tree: deeds, and below each what it changed."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from kinerja_desktop.domain.angka.tanggal import format_waktu
from kinerja_desktop.services.riwayat.trail import Deed, Rincian

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()
HEADERS = ("Waktu", "Pelaku", "Yang dilakukan")
_LOADING = "memuat…"
_DEED = 0  # the internal id of a deed; that of a change is the row of its deed, counted from 1


class TrailModel(QAbstractItemModel):
    """Filled a page at a time; what a deed changed is filled in when it is unfolded.

    Signals:
        rincian_wanted: the place of a deed whose changes are not known yet.
    """

    rincian_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.tindakan: list[Deed] = []
        self._lines: dict[int, list[str]] = {}

    def clear(self) -> None:
        """Show no deeds, while none are read yet."""
        self.beginResetModel()
        self.tindakan, self._lines = [], {}
        self.endResetModel()

    def append(self, tindakan: Sequence[Deed]) -> None:
        """Show more deeds, older than those shown."""
        if tindakan:
            first = len(self.tindakan)
            self.beginInsertRows(ROOT, first, first + len(tindakan) - 1)
            self.tindakan.extend(tindakan)
            self.endInsertRows()

    def unfold(self, index: Index) -> None:
        """Ask for what a deed changed, when it is unfolded for the first time."""
        if index.internalId() == _DEED and index.row() not in self._lines:
            self.rincian_wanted.emit(index.row())

    def set_rincian(self, row: int, rincian: Sequence[Rincian]) -> None:
        """Show what a deed changed, in place of the line that asks for patience."""
        lines = [line.kalimat for line in rincian]
        left = self.tindakan[row].jumlah - len({(line.bagian, line.baris) for line in rincian})
        if len(rincian) >= _MANY and left > 0:
            lines.append(f"… dan {left} baris lagi")
        parent = self.index(row, 0)
        self.beginRemoveRows(parent, 0, 0)
        self._lines[row] = []
        self.endRemoveRows()
        self.beginInsertRows(parent, 0, len(lines) - 1)
        self._lines[row] = lines
        self.endInsertRows()

    def index(self, row: int, column: int, parent: Index = ROOT) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _DEED)

    def parent(self, index: Index = ROOT) -> Any:
        if not index.isValid() or index.internalId() == _DEED:
            return QModelIndex()
        return self.createIndex(int(index.internalId()) - 1, 0, _DEED)

    def rowCount(self, parent: Index = ROOT) -> int:
        if not parent.isValid():
            return len(self.tindakan)
        is_deed = parent.internalId() == _DEED and parent.column() == 0
        if not is_deed or not self.tindakan[parent.row()].jumlah:
            return 0
        return len(self._lines.get(parent.row(), [_LOADING]))

    def columnCount(self, parent: Index = ROOT) -> int:
        return len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Role.DisplayRole:
            return HEADERS[section]
        return None

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid() or role not in (Role.DisplayRole, Role.ToolTipRole):
            return None
        if index.internalId() != _DEED:
            lines = self._lines.get(int(index.internalId()) - 1, [_LOADING])
            return lines[index.row()] if index.column() == 0 else None
        deed = self.tindakan[index.row()]
        return (format_waktu(deed.waktu), deed.pelaku, deed.label)[index.column()]


_MANY = 300
