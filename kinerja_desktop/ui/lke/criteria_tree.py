"""The sheet as a tree: komponen, subkomponen, criteria, with answers and scores beside them."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem

from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.lke.nilai import NilaiBagian
from kinerja_desktop.domain.lke.usulan import UsulanLke
from kinerja_desktop.services.lke.baca import IsiLke
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.fitted_lines import filled_at_once, wrap_lines

_HEADS = ("Kriteria", "Jawaban", "Usulan", "Nilai", "Tahun lalu", "Bukti")
_KRITERIA, _JAWABAN, _USULAN, _NILAI, _LALU, _BUKTI = range(len(_HEADS))
_WIDTHS = {_JAWABAN: 66, _USULAN: 56, _NILAI: 92, _LALU: 74, _BUKTI: 46}
#: Narrower than this, a column makes room for the words of the criteria.
_ROOM = {_LALU: 640, _USULAN: 430, _BUKTI: 390}
#: In device-independent pixels; in the width the words of a criterion still stand whole.
_ROW_HEIGHT, _LEAST_WIDTH = 22, 330
_KODE = Qt.ItemDataRole.UserRole
_BLANK = "–"
_CENTRE = Qt.AlignmentFlag.AlignCenter


class CriteriaTree(QTreeWidget):
    """Holds no data of its own: it is filled whole, and kept in place while the sheet is the same.

    Signals:
        chosen: the kode of the criterion under the cursor; empty on a heading.
        entered: Enter was pressed on a criterion.
    """

    chosen = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Kriteria LKE")
        self.setHeaderLabels(list(_HEADS))
        self.setAlternatingRowColors(False)
        self.setIndentation(14)
        wrap_lines(self, _ROW_HEIGHT)
        self.setMinimumWidth(_LEAST_WIDTH)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(_KRITERIA, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, width)
            self.headerItem().setTextAlignment(column, _CENTRE)
        self._items: dict[str, QTreeWidgetItem] = {}
        self.currentItemChanged.connect(self._tell)
        style.look.changed.connect(self._ground_again)

    def show_isi(self, isi: IsiLke) -> None:
        """Show a year; the cursor stays on its criterion."""
        kept = self.current_kode()
        words = [item.kode for item in isi.berlaku.lembar.list_kriteria()]
        if words == [kode for kode, item in self._items.items() if item.childCount() == 0]:
            with filled_at_once(self):
                self._fill(isi)
        else:
            self.clear()
            made = self._make_items(isi)
            # Filled before the tree has them: it would look at every word they are given.
            self._fill(isi)
            self.addTopLevelItems(made)
            self.expandAll()
        self.choose(kept or (words[0] if words else ""))

    def show_usulan(self, usulan: Mapping[str, UsulanLke]) -> None:
        """Write beside each criterion what data propose."""
        with filled_at_once(self):
            for kode, item in self._items.items():
                if item.childCount():
                    continue
                found = usulan.get(kode)
                item.setText(_USULAN, found.jawaban if found else "")
                reason = found.alasan if found else "Data belum membuktikan apa pun"
                item.setToolTip(_USULAN, reason)

    def current_kode(self) -> str:
        """Return the kode of the criterion under the cursor; empty on a heading."""
        return _kode_of(self.currentItem())

    def kode_at(self, place: QPoint) -> str:
        """Return the kode of the criterion at a place of the lines; empty on a heading."""
        return _kode_of(self.itemAt(place))

    def choose(self, kode: str) -> None:
        """Put the cursor on a criterion."""
        if item := self._items.get(kode):
            self.setCurrentItem(item)
            self.scrollToItem(item)

    def search(self, words: str, *, with_current: bool) -> bool:
        """Put the cursor on the next criterion in which all words stand; False when in none.

        Args:
            words: in kode, text or answer, whatever the case.
            with_current: whether the criterion under the cursor counts.
        """
        wanted = words.casefold().split()
        kinds = [kode for kode, item in self._items.items() if item.childCount() == 0]
        current = self.current_kode()
        first = kinds.index(current) + (not with_current) if current in kinds else 0
        for kode in [*kinds[first:], *kinds[:first]]:
            item = self._items[kode]
            text = f"{item.text(_KRITERIA)} {item.text(_JAWABAN)}".casefold()
            if wanted and all(word in text for word in wanted):
                self.choose(kode)
                return True
        return False

    def choose_next(self) -> None:
        """Go on to the next criterion, whichever subkomponen it stands in."""
        kinds = [kode for kode, item in self._items.items() if item.childCount() == 0]
        current = self.current_kode()
        if current in kinds[:-1]:
            self.choose(kinds[kinds.index(current) + 1])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room for the criteria: what stands in the pane as well goes first."""
        for column, room in _ROOM.items():
            self.setColumnHidden(column, event.size().width() < room)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter answers the criterion under the cursor."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current_kode():
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def _tell(self) -> None:
        self.chosen.emit(self.current_kode())

    def _make_items(self, isi: IsiLke) -> list[QTreeWidgetItem]:
        self._items, made = {}, []
        for komponen in isi.berlaku.lembar.komponen:
            top = self._make(None, komponen.kode, komponen.nama, is_bold=True)
            made.append(top)
            for sub in komponen.subkomponen:
                middle = self._make(top, sub.kode, sub.nama, is_bold=True)
                for item in sub.kriteria:
                    self._make(middle, item.kode, item.uraian)
        return made

    def _make(
        self, above: QTreeWidgetItem | None, kode: str, words: str, *, is_bold: bool = False
    ) -> QTreeWidgetItem:
        item = QTreeWidgetItem(above) if above else QTreeWidgetItem()
        item.setText(_KRITERIA, f"{kode}  {words}")
        item.setToolTip(_KRITERIA, words)
        item.setData(_KRITERIA, _KODE, kode)
        for column in range(_JAWABAN, len(_HEADS)):
            item.setTextAlignment(column, _CENTRE)
        if is_bold:
            font = item.font(_KRITERIA)
            font.setBold(True)
            for column in range(len(_HEADS)):
                item.setFont(column, font)
            self._ground(item)
        self._items[kode] = item
        return item

    def _ground(self, item: QTreeWidgetItem) -> None:
        for column in range(len(_HEADS)):
            item.setBackground(column, QBrush(QColor(style.GROUND)))

    def _ground_again(self) -> None:
        """Items keep their colours: another scheme is worn."""
        for item in self._items.values():
            if item.childCount():
                self._ground(item)

    def _fill(self, isi: IsiLke) -> None:
        lalu = self._scores_before(isi)
        for komponen in isi.nilai.komponen:
            self._show_score(komponen.komponen.kode, komponen.nilai, lalu)
            for sub in komponen.subkomponen:
                self._show_score(sub.subkomponen.kode, sub.nilai, lalu)
                for answer in sub.jawaban:
                    self._show_answer(isi, answer.kriteria.kode, answer.pilihan is not None)

    def _show_score(self, kode: str, nilai: NilaiBagian, lalu: Mapping[str, Decimal]) -> None:
        item = self._items[kode]
        shown = _BLANK if nilai.tampil is None else format_angka(nilai.tampil, 2)
        item.setText(_NILAI, f"{shown} / {format_angka(nilai.bobot)}")
        item.setToolTip(
            _NILAI,
            f"{nilai.terjawab} dari {nilai.jumlah} kriteria terjawab; bila yang belum dijawab "
            f"bernilai 0: {format_angka(nilai.tampil_terendah, 2)}",
        )
        item.setText(_JAWABAN, f"{nilai.terjawab}/{nilai.jumlah}")
        item.setText(_LALU, format_angka(lalu[kode], 2) if kode in lalu else "")

    def _show_answer(self, isi: IsiLke, kode: str, is_answered: bool) -> None:
        item, written = self._items[kode], isi.isian_of(kode)
        pilihan = isi.berlaku.skala.find(written.jawaban)
        item.setText(_JAWABAN, pilihan.kode if pilihan else _BLANK)
        item.setToolTip(_JAWABAN, pilihan.arti if pilihan else "Belum dijawab")
        if written.jawaban and not is_answered:
            item.setToolTip(
                _JAWABAN, f"Jawaban '{written.jawaban}' tidak ada pada skala ini: jawab lagi"
            )
        item.setText(_NILAI, format_angka(pilihan.nilai) if pilihan else "")
        item.setText(_LALU, isi.jawaban_lalu.get(kode, ""))
        item.setText(_BUKTI, str(len(written.bukti)) if written.bukti else "")

    @staticmethod
    def _scores_before(isi: IsiLke) -> dict[str, Decimal]:
        return dict(_list_scores(isi)) if isi.lalu else {}


def _kode_of(item: QTreeWidgetItem | None) -> str:
    return str(item.data(_KRITERIA, _KODE)) if item and item.childCount() == 0 else ""


def _list_scores(isi: IsiLke) -> Iterator[tuple[str, Decimal]]:
    assert isi.lalu is not None
    for komponen in isi.lalu.komponen:
        parts = [(komponen.komponen.kode, komponen.nilai)]
        parts += [(sub.subkomponen.kode, sub.nilai) for sub in komponen.subkomponen]
        for kode, nilai in parts:
            if nilai.tampil is not None:
                yield kode, nilai.tampil
