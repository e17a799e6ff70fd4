"""The table of Formulir E.81 on screen: the same rows and figures as on paper."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
)

from kinerja_desktop.domain.laporan.evaluasi_renja import (
    BarisTercetak,
    EvaluasiTercetak,
    kolom_ganda,
)
from kinerja_desktop.domain.laporan.pengukuran_kinerja import Angka
from kinerja_desktop.ui.base.copying import copy_on_key
from kinerja_desktop.ui.base.table_menu import copying_deeds, open_menu
from kinerja_desktop.ui.evaluasi.grouped_header import GroupedHeader
from kinerja_desktop.ui.tables.entry_layout import INDENT
from kinerja_desktop.ui.tables.entry_model import INDENT_ROLE

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
ROOT = QModelIndex()
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_HEADS = (
    ("(3) Program/Kegiatan/Sub Kegiatan", 300),
    ("(4) Indikator", 200),
)
_TAIL = (("(16) Unit penanggung jawab", 150), ("(17) Keterangan", 240))
_PERSEN = (13, 15)
_K_WIDTH, _RP_WIDTH, _PERSEN_WIDTH = 72, 118, 106
_FIRST = len(_HEADS)
_PAIRS = len(kolom_ganda(0))
_END = _FIRST + 2 * _PAIRS
#: The columns whose texts wrap.
_WORDS = (0, 1, _END, _END + 1)
_ROW_HEIGHT, _EDGE, _MOST_HEIGHT = 26, 10, 1000


class EvaluasiModel(QAbstractTableModel):
    """The rows of a form; a line's own words and Rp stand in its first row only."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[BarisTercetak, ...] = ()

    def set_evaluasi(self, evaluasi: EvaluasiTercetak) -> None:
        """Show another form."""
        self.beginResetModel()
        self._rows = evaluasi.baris
        self.endResetModel()

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else _END + len(_TAIL)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if role != Role.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            row = self._rows[section]
            return row.kode if row.tinggi else ""
        if section < _FIRST:
            return _HEADS[section][0]
        if section >= _END:
            return _TAIL[section - _END][0]
        return "Rp" if (section - _FIRST) % 2 else "K"

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        figure = self._figure(row, column)
        match role:
            case Role.DisplayRole:
                return figure.teks if figure else self._words(row, column)
            case Role.ToolTipRole:
                return (figure.alasan or figure.teks) if figure else self._words(row, column)
            case Role.TextAlignmentRole:
                return _RIGHT if figure else _LEFT
            case Role.FontRole if row.tingkat == 0 and column == 0:
                return _bold()
            case _ if role == INDENT_ROLE and column == 0:
                return row.tingkat
        return None

    @staticmethod
    def _figure(row: BarisTercetak, column: int) -> Angka | None:
        if not _FIRST <= column < _END:
            return None
        place, is_rupiah = divmod(column - _FIRST, 2)
        if not is_rupiah:
            return row.kinerja[place]
        return row.rupiah[place] if row.tinggi else None

    @staticmethod
    def _words(row: BarisTercetak, column: int) -> str:
        words = {
            0: row.nama if row.tinggi else "",
            1: row.indikator,
            _END: row.unit,
            _END + 1: row.keterangan,
        }
        return words.get(column, "")


class EvaluasiTable(QTableView):
    """Read only; a block is copied out as Excel takes it."""

    def __init__(self, model: EvaluasiModel) -> None:
        super().__init__()
        self._evaluasi = model
        self.heads = GroupedHeader(_groups(0), self)
        self.setHorizontalHeader(self.heads)
        self.setModel(model)
        self.setAccessibleName("Formulir evaluasi Renja")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setAlternatingRowColors(True)
        # The kode stays in sight however far the figures are scrolled.
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.setItemDelegateForColumn(0, IndentedNames(self))
        self.setCornerButtonEnabled(False)
        self.corner = self._head_kode()
        self.heads.sectionResized.connect(self._note_width)
        for place, width in enumerate(_widths()):
            self.setColumnWidth(place, width)

    def show_evaluasi(self, evaluasi: EvaluasiTercetak) -> None:
        """Show a form under the words of its year."""
        self.heads.show_groups(_groups(evaluasi.periode.tahun))
        self._evaluasi.set_evaluasi(evaluasi)
        self._fit_rows()

    def _head_kode(self) -> QLabel:
        """Write above the kode what they are; Qt has no heading for the head of a line."""
        label = QLabel("Kode")
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        label.setObjectName("kepala")
        corner = self.findChild(QAbstractButton)
        assert corner is not None, "a table has a corner"
        around = QVBoxLayout(corner)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(label)
        return label

    def _note_width(self, place: int) -> None:
        if place in _WORDS:
            self._fit_rows()

    def _fit_rows(self) -> None:
        """Make every line as high as its names; where they begin follows their depth."""
        plain, flags = self.fontMetrics(), Qt.TextFlag.TextWordWrap.value
        bold = QFontMetrics(_bold())
        for row in range(self._evaluasi.rowCount()):
            heights = [_ROW_HEIGHT]
            for column in _WORDS:
                index = self._evaluasi.index(row, column)
                indent = INDENT * (index.data(INDENT_ROLE) or 0)
                room = QRect(0, 0, self.columnWidth(column) - indent - _EDGE, _MOST_HEIGHT)
                metrics = bold if index.data(Role.FontRole) else plain
                height = metrics.boundingRect(room, flags, index.data() or "").height()
                heights.append(height + _EDGE)
            self.verticalHeader().resizeSection(row, max(heights))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        open_menu(self, event, copying_deeds(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not copy_on_key(self, event):
            super().keyPressEvent(event)


class IndentedNames(QStyledItemDelegate):
    """Names that stand further to the right the deeper they lie, in all their lines."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        inner = QStyleOptionViewItem(option)
        inner.rect = option.rect.adjusted(INDENT * (index.data(INDENT_ROLE) or 0), 0, 0, 0)
        super().paint(painter, inner, index)


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font


def _groups(tahun: int) -> list[str]:
    pairs = [f"({kolom.nomor}) {kolom.judul}" for kolom in kolom_ganda(tahun) for _ in "KR"]
    return ["" for _ in _HEADS] + pairs + ["" for _ in _TAIL]


def _widths() -> list[int]:
    pairs = [
        width
        for kolom in kolom_ganda(0)
        for width in (_K_WIDTH, _PERSEN_WIDTH if kolom.nomor in _PERSEN else _RP_WIDTH)
    ]
    return [width for _, width in _HEADS] + pairs + [width for _, width in _TAIL]
