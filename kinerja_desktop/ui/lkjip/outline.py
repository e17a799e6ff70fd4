"""The outline of the report: every section with its state in words, and how much is filled."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QBrush, QColor, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.lkjip.kelengkapan import KeadaanBagian
from kinerja_desktop.domain.lkjip.kerangka import NAMA
from kinerja_desktop.services.lkjip.laporan import BarisBagian, IsiLkjip
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.fitted_lines import filled_at_once, wrap_lines
from kinerja_desktop.ui.base.writing import writes

HIDDEN = "Disembunyikan"
_KUNCI = Qt.ItemDataRole.UserRole
_STATE = 1
#: Around a word and the icon before it, in device-independent pixels.
_PADDING = 18
_ROW_HEIGHT = 18
#: In which the words of a title still stand whole, in device-independent pixels.
_TITLE_WIDTH = 140
#: Names of `style`: the colours follow the scheme.
_COLOURS = {
    KeadaanBagian.DRAF: "ACCENT_SOFT",
    KeadaanBagian.DITULIS: "GOOD_SOFT",
    KeadaanBagian.ANGKA_BERUBAH: "WARNING_SOFT",
    KeadaanBagian.TIDAK_ADA: "LINE",
    KeadaanBagian.KOSONG: "DANGER_SOFT",
}


class Outline(QWidget):
    """Shows and asks; what is chosen from its menu leaves by signals.

    Signals:
        chosen: kunci of the section under the cursor.
        name_chosen: another name of the report, one of `NAMA`.
        problems_wanted: the list of what is missing.
        wanted: one of the deeds in the menu, by its name in `DEEDS`.
    """

    chosen = Signal(str)
    name_chosen = Signal(str)
    problems_wanted = Signal()
    wanted = Signal(str)

    #: Deeds of the menu: name, words, keys.
    DEEDS = (
        ("naik", "Na&ikkan", "Alt+Up"),
        ("turun", "&Turunkan", "Alt+Down"),
        ("judul", "Ganti &judul…", "F2"),
        ("tambah", "Ta&mbah bagian di bawahnya…", "Ctrl+Ins"),
        ("tampil", "&Sembunyikan", ""),
        ("hapus", "&Hapus bagian tambahan", ""),
    )

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[BarisBagian] = ()
        self._items: dict[str, QTreeWidgetItem] = {}
        # Drawn once: drawing it costs more than all the rest of a line.
        self._warning = style.icon("peringatan", "WARNING")
        self.tree = self._make_tree()
        style.look.changed.connect(self._write_again)
        self.meter = QProgressBar()
        self.meter.setTextVisible(False)
        self.meter.setMaximumHeight(8)
        self.count = QLabel()
        self.problems_button = QPushButton()
        self.problems_button.clicked.connect(self.problems_wanted)
        self.names: dict[str, QAction] = {}
        self.actions_by_name: dict[str, QAction] = {}
        self.menu_button = QPushButton("Susun &bagian")
        writes(self.menu_button)
        self.menu_button.setMenu(self._make_menu())
        self._arrange()

    def show_isi(self, isi: IsiLkjip) -> None:
        """Show the sections; the cursor stays on its own, opened branches stay open."""
        self.meter.setRange(0, max(1, isi.jumlah))
        self.meter.setValue(isi.terisi)
        self.count.setText(f"<b>{isi.terisi} dari {isi.jumlah}</b> bagian terisi")
        self.count.setToolTip(f"Paling lambat diserahkan {format_tanggal(isi.batas)}")
        self.problems_button.setText(f"{len(isi.kekurangan)} &kekurangan…")
        self.problems_button.setVisible(bool(isi.kekurangan))
        for name, action in self.names.items():
            action.setChecked(name == isi.nama)
        self.menu_button.setEnabled(not isi.status.is_final)
        same = [(row.kunci, row.tingkat) for row in isi.bagian] == [
            (row.kunci, row.tingkat) for row in self._rows
        ]
        before = {row.kunci: row for row in self._rows} if same else {}
        self._rows = isi.bagian
        self.tree.setUpdatesEnabled(False)
        if not same:
            self._rebuild()
        with filled_at_once(self.tree):
            for row in isi.bagian:
                if row != before.get(row.kunci):
                    self._write(self._items[row.kunci], row)
        self.tree.setUpdatesEnabled(True)
        self._allow()

    def current(self) -> str:
        """Return the kunci of the section under the cursor; empty for none."""
        item = self.tree.currentItem()
        return str(item.data(0, _KUNCI)) if item else ""

    def choose(self, kunci: str) -> None:
        """Put the cursor on a section."""
        if kunci in self._items:
            self.tree.setCurrentItem(self._items[kunci])
            self.tree.scrollToItem(self._items[kunci])

    def step(self, forwards: bool) -> None:
        """Go to the next or the previous section that is shown."""
        item = self.tree.currentItem()
        if item is None:
            return
        target = self.tree.itemBelow(item) if forwards else self.tree.itemAbove(item)
        if target is not None:
            self.tree.setCurrentItem(target)

    def _rebuild(self) -> None:
        kept = self.current()
        closed = {kunci for kunci, item in self._items.items() if not item.isExpanded()}
        self.tree.blockSignals(True)
        self.tree.clear()
        self._items = {}
        path: list[QTreeWidgetItem] = []
        for row in self._rows:
            path = path[: row.tingkat - 1]
            parent = path[-1] if path else self.tree.invisibleRootItem()
            item = QTreeWidgetItem(parent)
            item.setData(0, _KUNCI, row.kunci)
            self._items[row.kunci] = item
            path.append(item)
        for kunci, item in self._items.items():
            item.setExpanded(kunci not in closed)
        self.choose(kept)
        self.tree.blockSignals(False)
        if self.current() != kept or not kept:
            self.choose(self._first())

    def _first(self) -> str:
        """Return the section at which the clerk begins: the first that can be written."""
        writable = (row.kunci for row in self._rows if row.boleh_ditulis and row.tampil)
        return next(writable, self._rows[0].kunci if self._rows else "")

    def _write_again(self) -> None:
        """Items keep their colours: another scheme is worn."""
        with filled_at_once(self.tree):
            for row in self._rows:
                self._write(self._items[row.kunci], row)

    def _write(self, item: QTreeWidgetItem, row: BarisBagian) -> None:
        state = describe_state(row, has_children=item.childCount() > 0)
        item.setText(0, row.judul_layar)
        item.setText(_STATE, state)
        tip = "\n".join([row.judul, *row.kekurangan])
        for column in (0, _STATE):
            item.setToolTip(column, tip)
            colour = style.INK if row.tampil else style.MUTED
            item.setForeground(column, QBrush(QColor(colour)))
        font = item.font(0)
        font.setBold(row.tingkat == 1)
        font.setItalic(not row.tampil)
        item.setFont(0, font)
        fill = _COLOURS.get(row.keadaan) if row.tampil and state else None
        item.setBackground(_STATE, QBrush(QColor(style.shade(fill))) if fill else QBrush())
        warns = bool(row.kekurangan) and row.tampil
        item.setIcon(_STATE, self._warning if warns else style.NO_ICON)

    def _allow(self) -> None:
        """Offer in the menu what can be done with the section under the cursor."""
        row = next((row for row in self._rows if row.kunci == self.current()), None)
        is_open = self.menu_button.isEnabled() and row is not None and not _is_sasaran(row)
        for name, action in self.actions_by_name.items():
            action.setEnabled(is_open and (name != "hapus" or bool(row and row.tambahan)))
        self.actions_by_name["hapus"].setVisible(bool(row and row.tambahan))
        hidden = row is not None and not row.tampil
        self.actions_by_name["tampil"].setText("Tampilkan &lagi" if hidden else "&Sembunyikan")

    def _choose(self) -> None:
        self._allow()
        if kunci := self.current():
            self.chosen.emit(kunci)

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setAccessibleName("Kerangka laporan")
        tree.setHeaderLabels(["Bagian", "Keadaan"])
        tree.setIndentation(8)
        wrap_lines(tree, _ROW_HEIGHT)
        tree.setIconSize(QSize(12, 12))
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(_STATE, QHeaderView.ResizeMode.Fixed)
        words = [keadaan.value for keadaan in KeadaanBagian] + [HIDDEN]
        widest = max(tree.fontMetrics().horizontalAdvance(word) for word in words)
        header.resizeSection(_STATE, widest + tree.iconSize().width() + _PADDING)
        tree.setMinimumWidth(_TITLE_WIDTH + header.sectionSize(_STATE))
        tree.currentItemChanged.connect(self._choose)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._open_menu)
        return tree

    def _make_menu(self) -> QMenu:
        menu = QMenu(self)
        for name, text, keys in self.DEEDS:
            action = QAction(text, self)
            if keys:
                action.setShortcut(QKeySequence(keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _=False, name=name: self.wanted.emit(name))
            menu.addAction(action)
            self.addAction(action)
            self.actions_by_name[name] = action
        menu.addSeparator()
        names = menu.addMenu("&Nama laporan")
        for short, full in NAMA.items():
            action = names.addAction(full)
            action.setCheckable(True)
            action.triggered.connect(partial(self._choose_name, short))
            self.names[short] = action
        return menu

    def _choose_name(self, name: str, _checked: bool = False) -> None:
        self.name_chosen.emit(name)

    def _open_menu(self, place: QPoint) -> None:
        if self.menu_button.isEnabled():
            self.menu_button.menu().popup(self.tree.viewport().mapToGlobal(place))

    def _arrange(self) -> None:
        counted = QHBoxLayout()
        counted.addWidget(self.count, 1)
        counted.addWidget(self.problems_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(style.SMALL)
        layout.addLayout(counted)
        layout.addWidget(self.meter)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignLeft)


def describe_state(row: BarisBagian, *, has_children: bool) -> str:
    """Return the word for a section; a heading of others, which holds nothing, has none."""
    if not row.tampil:
        return HIDDEN
    is_heading = has_children and row.keadaan is KeadaanBagian.OTOMATIS
    return "" if is_heading else row.keadaan.value


def _is_sasaran(row: BarisBagian) -> bool:
    """Whether a section is the heading of a sasaran, which follows the plan and not the outline."""
    return row.boleh_tidak_ada and not row.boleh_ditulis
