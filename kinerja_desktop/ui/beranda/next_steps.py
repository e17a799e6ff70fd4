"""The list of what to do next, from the first data to the first package."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from kinerja_desktop.domain.angka.hari_kerja import format_lama
from kinerja_desktop.domain.siklus import KeadaanTahap, Tahap
from kinerja_desktop.services.awal.siklus import PanduanSiklus
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context

ROOM = "beranda.langkah"
_FINISHED = "Langkah sampai paket terkirim"


class NextSteps(QFrame):
    """One line for each step that is left; those that are done are named in one.

    Folded to one line once the office has sent a package, or when the clerk folds it.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("kartu")
        self.context = context
        self._shown: PanduanSiklus | None = None
        self.heading = _label("", "subjudul")
        self.left = _label("", "redup")
        self.left.setWordWrap(True)
        self.fold_button = QPushButton()
        self.fold_button.clicked.connect(self._turn)
        self.done = _label("", "baik")
        self.done.setWordWrap(True)
        self.rows = QFrame()
        self._grid = QGridLayout(self.rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(style.LARGE)
        self._grid.setVerticalSpacing(style.SMALL)
        self._grid.setColumnStretch(1, 1)
        head = QHBoxLayout()
        head.setSpacing(style.LARGE)
        head.addWidget(self.heading)
        head.addWidget(self.left, 1)
        head.addWidget(self.fold_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.LARGE, style.MEDIUM, style.MEDIUM, style.MEDIUM)
        layout.addLayout(head)
        layout.addWidget(self.done)
        layout.addWidget(self.rows)
        self.hide()

    def show_panduan(self, panduan: PanduanSiklus) -> None:
        """Show how far the office has come."""
        self.show()
        if panduan == self._shown:
            return
        self._shown = panduan
        self._fill(panduan)

    def _fill(self, panduan: PanduanSiklus) -> None:
        siklus = panduan.siklus
        folded = self._is_folded(panduan)
        self.fold_button.setText("Tampilkan" if folded else "Lipat")
        self.done.setVisible(not folded and bool(siklus.selesai))
        self.rows.setVisible(not folded and bool(siklus.sisa))
        self.heading.setText(f"Langkah berikutnya, {siklus.label}" if not folded else _FINISHED)
        self.left.setText(_describe(panduan, folded=folded))
        self.done.setText("   ".join(f"✓ {item.tahap.value}" for item in siklus.selesai))
        self._clear()
        if not folded:
            for row, item in enumerate(siklus.sisa):
                self._add_row(row, item, partial(self._open, item.tahap))

    def _add_row(self, row: int, item: KeadaanTahap, act: Callable[[], None]) -> None:
        name = _label(f"{_number(item.tahap)}. {item.tahap.value}")
        if row == 0:
            font = name.font()
            font.setBold(True)
            name.setFont(font)
        detail = _label(item.keterangan, "redup")
        detail.setWordWrap(True)
        minutes = _label(f"± {item.menit} menit", "redup")
        minutes.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        button = QPushButton("Kerjakan" if row == 0 else "Buka")
        if row == 0:
            button.setObjectName("utama")
        button.setAccessibleName(f"{button.text()}: {item.tahap.value}, {item.keterangan}")
        button.clicked.connect(act)
        for column, widget in enumerate((name, detail, minutes, button)):
            self._grid.addWidget(widget, row, column)
            # What is added to something shown already would wait for the event loop.
            widget.show()

    def _clear(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def _open(self, tahap: Tahap) -> None:
        assert self._shown is not None, "there is a row"
        key, argument = self._shown.find_tempat(tahap)
        self.context.open_page(key, argument)

    def _is_folded(self, panduan: PanduanSiklus) -> bool:
        chosen = self.context.memory.is_folded(ROOM)
        return panduan.is_finished if chosen is None else chosen

    def _turn(self) -> None:
        assert self._shown is not None, "the button is hidden before"
        self.context.memory.fold(ROOM, is_folded=not self._is_folded(self._shown))
        self._fill(self._shown)


def _describe(panduan: PanduanSiklus, *, folded: bool) -> str:
    """Say how many steps are done; of a list that is folded the last one that is left as well."""
    siklus = panduan.siklus
    done = f"{len(siklus.selesai)} dari {len(siklus.tahap)} selesai"
    if not siklus.sisa:
        return f"Semua {len(siklus.tahap)} langkah {siklus.label} selesai."
    if folded and len(siklus.sisa) == 1:
        (last,) = siklus.sisa
        return f"{done}, tinggal {last.tahap.value}: {last.keterangan}"
    about = "sedikitnya" if siklus.is_least else "sekitar"
    return f"{done}, sisa {about} {format_lama(siklus.menit)} pengisian"


def _number(tahap: Tahap) -> int:
    return list(Tahap).index(tahap) + 1


def _label(text: str, name: str = "") -> QLabel:
    label = QLabel(text)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
