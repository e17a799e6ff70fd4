"""The cases as cards: procedure, period, status in words, progress, and the next step."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.services.sop.cases import RingkasanKasus
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.wrapping import bold, draw_wrapped, height_of
from kinerja_desktop.ui.sop.status_look import colours_of, describe_status

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_CASE = Qt.ItemDataRole.UserRole
_HEIGHT, _RIGHT, _GAP, _PAD = 92, 208, 4, 10
_BELOW_TITLE = 3
#: What a card has beside its words, and above and below them.
_BESIDE = _RIGHT + 2 * _PAD + 3
_AROUND = 2 * (_PAD - 2) + 2 * _BELOW_TITLE + 1 + _GAP


def title_of(case: RingkasanKasus) -> str:
    """Return what a case is called: SOP, period, and its own title."""
    return " · ".join(part for part in (case.sop.nama, case.periode.label, case.judul) if part)


def describe_next(case: RingkasanKasus) -> tuple[str, str]:
    """Return the next step, and who does it by when; both in words."""
    langkah = case.posisi.langkah
    if langkah is None:
        return f"{case.posisi.status}.", ""
    uraian = langkah.uraian.diterima or langkah.uraian.tercetak or case.sop.sop.kosong
    due = f" · tenggat {format_tanggal(case.posisi.tenggat)}" if case.posisi.tenggat else ""
    return f"Langkah berikut: {uraian}", f"Pelaksana: {case.pelaksana}{due}"


class CaseModel(QAbstractListModel):
    """One row for a case; its text says all, for who cannot see the card."""

    def __init__(self) -> None:
        super().__init__()
        self.cases: Sequence[RingkasanKasus] = ()

    def set_rows(self, cases: Sequence[RingkasanKasus]) -> None:
        """Show other cases."""
        self.beginResetModel()
        self.cases = cases
        self.endResetModel()

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.cases)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        case = self.cases[index.row()]
        if role == _CASE:
            return case
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            step, due = describe_next(case)
            return (
                f"{title_of(case)}. {describe_status(case.posisi)}, {_progress(case)}. {step} {due}"
            )
        return None


class CaseList(QListView):
    """Cards below each other, the most delayed first; Enter or a click opens one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cases = CaseModel()
        self.setModel(self.cases)
        self.setItemDelegate(_CardDelegate(self))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setObjectName("kasus")
        self.setAccessibleName("Daftar pelaksanaan SOP")

    def set_rows(self, cases: Sequence[RingkasanKasus]) -> None:
        """Show other cases; the chosen one stays chosen."""
        chosen = self.chosen()
        self.cases.set_rows(cases)
        ids = [case.id for case in cases]
        row = ids.index(chosen) if chosen in ids else 0
        if cases:
            self.setCurrentIndex(self.cases.index(row))

    def chosen(self) -> UUID | None:
        """Return the id of the chosen case; None when there is none."""
        index = self.currentIndex()
        return self.cases.cases[index.row()].id if index.isValid() else None

    def case_at(self, index: Index) -> UUID:
        """Return the id of the case of a card."""
        return self.cases.cases[index.row()].id


class _CardDelegate(QStyledItemDelegate):
    """Paints a running case as a card of the list."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        assert isinstance(view, CaseList)
        case: RingkasanKasus = index.data(_CASE)
        width = view.viewport().width() - _BESIDE
        return QSize(320, max(_HEIGHT, sum(_heights(case, option.font, width)) + _AROUND))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        case: RingkasanKasus = index.data(_CASE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(1, 1, -2, -_GAP)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setPen(QPen(QColor(style.ACCENT if chosen else style.LINE), 2 if chosen else 1))
        painter.setBrush(QColor(style.PAPER))
        painter.drawRoundedRect(box, 6, 6)
        inner = box.adjusted(_PAD, _PAD - 2, -_PAD, -_PAD + 2)
        font = QFont(option.font)
        self._paint_words(painter, inner.adjusted(0, 0, -_RIGHT, 0), case, font)
        right = QRectF(inner.right() - _RIGHT + _PAD, inner.top(), _RIGHT - _PAD, inner.height())
        self._paint_standing(painter, right, case, font)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, box: QRectF, case: RingkasanKasus, font: QFont
    ) -> None:
        area = box.toRect()
        title, middle, _ = _heights(case, font, area.width())
        step, due = describe_next(case)
        top = Qt.AlignmentFlag.AlignTop
        painter.setFont(bold(font))
        painter.setPen(QColor(style.INK))
        draw_wrapped(painter, area, title_of(case), top)
        painter.setFont(font)
        draw_wrapped(painter, area.adjusted(0, title + _BELOW_TITLE, 0, middle), step, top)
        painter.setPen(QColor(style.MUTED))
        draw_wrapped(painter, area, due, Qt.AlignmentFlag.AlignBottom)

    def _paint_standing(
        self, painter: QPainter, box: QRectF, case: RingkasanKasus, font: QFont
    ) -> None:
        """Paint status, progress and the number of steps."""
        ground, ink = colours_of(case.posisi.status)
        line = QFontMetricsF(font).height()
        pill = QRectF(box.left(), box.top(), box.width(), line + 8)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(pill, 4, 4)
        painter.setFont(bold(font))
        painter.setPen(QColor(ink))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, describe_status(case.posisi))
        bar = QRectF(box.left(), pill.bottom() + 9, box.width(), 7)
        share = case.posisi.langkah_selesai / case.posisi.jumlah_langkah
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(style.LINE))
        painter.drawRoundedRect(bar, 3, 3)
        painter.setBrush(QColor(style.ACCENT))
        painter.drawRoundedRect(QRectF(bar.topLeft(), bar.size()).adjusted(
            0, 0, -bar.width() * (1 - share), 0), 3, 3)  # fmt: skip
        painter.setFont(font)
        painter.setPen(QColor(style.MUTED))
        words = QRectF(box.left(), bar.bottom() + 4, box.width(), line)
        painter.drawText(words, Qt.AlignmentFlag.AlignRight, _progress(case))


def _progress(case: RingkasanKasus) -> str:
    posisi = case.posisi
    again = f" · putaran {posisi.putaran}" if posisi.putaran > 1 else ""
    return f"{posisi.langkah_selesai} dari {posisi.jumlah_langkah} langkah{again}"


def _heights(case: RingkasanKasus, font: QFont, width: int) -> tuple[int, int, int]:
    """Return how high title, next step and whose it is are, on as many lines as they need."""
    step, due = describe_next(case)
    return (
        height_of(title_of(case), bold(font), width),
        height_of(step, font, width),
        height_of(due, font, width) if due else 0,
    )
