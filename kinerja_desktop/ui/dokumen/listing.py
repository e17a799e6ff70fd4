"""The list of documents: each with its name and where it stands for the chosen period."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kinerja_desktop.services.kantor.dokumen import BELUM_ADA, FINAL, Dokumen, KeadaanDokumen
from kinerja_desktop.services.pengukuran.dokumen import PENGUKURAN
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.wrapping import bold, draw_wrapped, height_of

Role = Qt.ItemDataRole
_KUNCI, _STATE = Role.UserRole, Role.UserRole + 1
#: Beside the words, in device-independent pixels.
_LEFT, _RIGHT = style.MEDIUM + 4, style.MEDIUM


class DocumentList(QListWidget):
    """All kinds of documents, in the order in which they are used."""

    def __init__(self, daftar: Mapping[str, Dokumen]) -> None:
        super().__init__()
        self.setAccessibleName("Daftar dokumen")
        self.setItemDelegate(_NameAndState(self))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._daftar = daftar
        for dokumen in daftar.values():
            item = QListWidgetItem(dokumen.judul, self)
            item.setData(_KUNCI, dokumen.kunci)
        # The paper that is printed most.
        self.choose(PENGUKURAN.kunci if PENGUKURAN.kunci in daftar else next(iter(daftar)))

    def show_states(self, keadaan: Mapping[str, KeadaanDokumen]) -> None:
        """Write beside each document where it stands; kinds of letters without a letter go."""
        for row in range(self.count()):
            item = self.item(row)
            kunci = item.data(_KUNCI)
            state = keadaan[kunci].keadaan
            is_missing = self._daftar[kunci].is_optional and state == BELUM_ADA
            item.setHidden(is_missing and item is not self.currentItem())
            item.setData(_STATE, state)
            item.setToolTip(f"{item.text()}\n{state}\n\n{self._daftar[kunci].keterangan}")
            item.setData(Role.AccessibleTextRole, f"{item.text()}: {state}")

    def current_kunci(self) -> str:
        """Return the chosen kind."""
        return str(self.currentItem().data(_KUNCI))

    def choose(self, kunci: str) -> None:
        """Choose a kind of document by its key."""
        rows = range(self.count())
        self.setCurrentRow(next(row for row in rows if self.item(row).data(_KUNCI) == kunci))


class _NameAndState(QStyledItemDelegate):
    """Paints the name in bold, and below it where the document stands, in word and colour."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Any) -> QSize:
        name, state = _measure(option.widget, option.font, index)
        return QSize(120, name + state + 2 * style.MEDIUM + style.SMALL)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        self.initStyleOption(option, index)
        state: Any = option.state
        rect: QRect = option.rect
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, QColor(style.ACCENT_SOFT))
            painter.fillRect(QRect(rect.topLeft(), QSize(3, rect.height())), QColor(style.ACCENT))
        inner = rect.adjusted(_LEFT, style.MEDIUM, -_RIGHT, -style.MEDIUM)
        painter.setFont(bold(option.font))
        painter.setPen(QColor(style.INK))
        draw_wrapped(painter, inner, index.data(Role.DisplayRole), Qt.AlignmentFlag.AlignTop)
        painter.setFont(option.font)
        text = index.data(_STATE) or ""
        painter.setPen(QColor(_colour(text)))
        draw_wrapped(painter, inner, text, Qt.AlignmentFlag.AlignBottom)
        painter.restore()


def _measure(view: QWidget | None, font: QFont, index: Any) -> tuple[int, int]:
    """Return how high the name and the state of a document are, each on as many lines as needed."""
    assert isinstance(view, QListWidget)
    width = view.viewport().width() - _LEFT - _RIGHT
    name, state = index.data(Role.DisplayRole), index.data(_STATE) or ""
    return height_of(name, bold(font), width), height_of(state, font, width)


def _colour(state: str) -> str:
    if state.startswith(FINAL):
        return style.GOOD
    return style.WARNING if state == BELUM_ADA else style.MUTED
