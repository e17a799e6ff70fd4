"""Perbandingan: one indicator of all units side by side, and which wordings mean the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.angka import format_angka
from kinerja_desktop.domain.capaian.nilai import format_nilai
from kinerja_desktop.domain.penerimaan.banding import describe_capaian
from kinerja_desktop.domain.penerimaan.kelompok import KelompokIndikator, rank
from kinerja_desktop.domain.penerimaan.rekap import BarisRekap
from kinerja_desktop.domain.penerimaan.ringkas import IndikatorMasuk
from kinerja_desktop.services.penerimaan.padanan import join, separate
from kinerja_desktop.services.penerimaan.pandangan import PandanganRekap
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.rekap.bars import BarDelegate
from kinerja_desktop.ui.tables.plain_model import Column, PlainTableModel
from kinerja_desktop.ui.tables.plain_table import PlainTable

#: So that the first words of an indicator can be read.
_NARROWEST = 240
_GROUPS = (
    Column[KelompokIndikator]("Indikator", lambda row: row.nama),
    Column[KelompokIndikator]("Unit", lambda row: str(_count_units(row)), 46, True),
    Column[KelompokIndikator]("Rata-rata", lambda row: _mean(row), 84, True),
)
_HINT = (
    "Pilih satu indikator untuk membandingkan unit. Sebutan yang berbeda tetapi maksudnya sama: "
    "pilih beberapa dengan Ctrl, lalu Samakan."
)


@dataclass(frozen=True)
class BarisBanding:
    """A unit's figure with that of the year before, and its place when that is asked for."""

    baris: BarisRekap
    lalu: IndikatorMasuk | None
    peringkat: int | None = None


_UNIT = Column[BarisBanding]("Unit", lambda row: row.baris.paket.unit, 164)
_PLACE = Column[BarisBanding]("Peringkat", lambda row: str(row.peringkat or "–"), 70, True)
_FIGURES = (
    Column[BarisBanding]("Target", lambda row: format_nilai(row.baris.indikator.target), 58, True),
    Column[BarisBanding](
        "Realisasi", lambda row: format_nilai(row.baris.indikator.realisasi), 72, True
    ),
    Column[BarisBanding]("Capaian", lambda row: describe_capaian(row.baris.indikator), 70, True),
)
_BAR = Column[BarisBanding]("", lambda row: "", key=lambda row: row.baris.indikator.capaian)
_LAST = (
    Column[BarisBanding]("Tahun lalu", lambda row: _before(row), 74, True),
    Column[BarisBanding]("Perubahan", lambda row: _change(row), 84, True, lambda row: _points(row)),
)


def _choose_columns(*, ranked: bool) -> list[Column[BarisBanding]]:
    return [_UNIT, *([_PLACE] if ranked else []), *_FIGURES, _BAR, *_LAST]


class CompareTab(QWidget):
    """The groups to the left, the units of the chosen one to the right."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._isi: PandanganRekap | None = None
        self.groups = PlainTableModel(_GROUPS)
        self.group_table = PlainTable(self.groups, "Indikator yang dibandingkan")
        self.group_table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.units = PlainTableModel(_choose_columns(ranked=False))
        self.unit_table = PlainTable(self.units, "Unit-unit pada indikator ini")
        self.bars = BarDelegate(self.unit_table, self._capaian_at)
        self._plain = self.unit_table.itemDelegate()
        self.rank_box = QCheckBox("Perin&gkat")
        self.rank_box.toggled.connect(self._show_units)
        self.join_button = QPushButton("Sama&kan…")
        self.join_button.clicked.connect(self._join)
        self.separate_button = QPushButton("Pisa&hkan")
        writes(self.join_button, self.separate_button)
        self.separate_button.clicked.connect(self._separate)
        self.hint = QLabel(_HINT)
        self.hint.setObjectName("redup")
        self.hint.setWordWrap(True)
        self._lay_out()
        self.group_table.selectionModel().selectionChanged.connect(self._show_units)

    def show_isi(self, isi: PandanganRekap) -> None:
        """Show another recap; the chosen indicator stays chosen where it is there."""
        chosen = self.group_table.current()
        self._isi = isi
        period = f"{isi.dibandingkan.label}. " if isi.dibandingkan else ""
        self.hint.setText(f"{period}{_HINT}")
        self.groups.set_rows(isi.kelompok)
        self.group_table.choose(lambda row: chosen is not None and row.nama == chosen.nama)
        self._show_units()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.join_button)
        row.addWidget(self.separate_button)
        row.addStretch(1)
        row.addWidget(self.rank_box)
        left = QWidget()
        left.setMinimumWidth(_NARROWEST)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.group_table, 1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(left)
        splitter.addWidget(self.unit_table)
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 5)
        splitter.setSizes((2_000, 5_000))
        splitter.setHandleWidth(style.MEDIUM)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        layout.addWidget(self.hint)
        layout.addLayout(row)
        layout.addWidget(splitter, 1)

    def _chosen(self) -> list[KelompokIndikator]:
        rows = self.group_table.selectionModel().selectedRows()
        return [self.groups.rows[index.row()] for index in sorted(rows, key=lambda i: i.row())]

    def _show_units(self) -> None:
        chosen = self._chosen()
        rows = self._compare(chosen[0].baris) if chosen and self._isi else []
        self._put_rows(rows)
        self.bars.set_values([row.baris.indikator.capaian for row in rows])
        self.join_button.setEnabled(bool(chosen))
        self.separate_button.setEnabled(self._joined_name() is not None)

    def _capaian_at(self, place: int) -> Decimal | None:
        return self.units.rows[place].baris.indikator.capaian

    def _put_rows(self, rows: Sequence[BarisBanding]) -> None:
        columns = _choose_columns(ranked=self.rank_box.isChecked())
        self.units.columns = columns
        self.units.set_rows(rows)
        header = self.unit_table.horizontalHeader()
        for place, column in enumerate(columns):
            is_bar = column is _BAR
            mode = QHeaderView.ResizeMode.Stretch if is_bar else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(place, mode)
            self.unit_table.setItemDelegateForColumn(place, self.bars if is_bar else self._plain)
            if not is_bar:
                self.unit_table.setColumnWidth(place, column.width)

    def _compare(self, baris: Sequence[BarisRekap]) -> list[BarisBanding]:
        assert self._isi is not None
        places = rank(baris) if self.rank_box.isChecked() else [None] * len(baris)
        pairs = zip(baris, places, strict=True)
        return [BarisBanding(line, self._isi.find_lalu(line), place) for line, place in pairs]

    def _joined_name(self) -> str | None:
        """Return the name under which the chosen wordings were joined; None for none or several."""
        chosen = self._chosen()
        assert self._isi is not None or not chosen
        if len(chosen) != 1 or self._isi is None:
            return None
        return chosen[0].nama if chosen[0].nama in self._isi.padanan.values() else None

    def _join(self) -> None:
        chosen = self._chosen()
        if not chosen:
            return
        question = f"{len(chosen)} sebutan dibandingkan sebagai satu indikator. Namanya:"
        name = dialogs.ask_text(self, "Samakan sebutan", question, chosen[0].nama)
        if name is None:
            return
        # What bears this name already means the same from now on.
        named = [row for row in self.groups.given if row.nama.casefold() == name.casefold()]
        worded = [item for group in (*chosen, *named) for item in group.sebutan]
        office = self.context.office
        self.context.store(self, lambda: join(office, worded, name))

    def _separate(self) -> None:
        name, office = self._joined_name(), self.context.office
        if name is not None:
            self.context.store(self, lambda: separate(office, name))


def _count_units(row: KelompokIndikator) -> int:
    return len({line.paket.unit_id for line in row.baris})


def _mean(row: KelompokIndikator) -> str:
    return "–" if row.rata_rata is None else f"{format_angka(row.rata_rata, 2)}%"


def _before(row: BarisBanding) -> str:
    return "–" if row.lalu is None else describe_capaian(row.lalu)


def _points(row: BarisBanding) -> Decimal | None:
    now = row.baris.indikator.capaian
    if row.lalu is None or row.lalu.capaian is None or now is None:
        return None
    return now - row.lalu.capaian


def _change(row: BarisBanding) -> str:
    """How many points of a percent it went up or down."""
    change = _points(row)
    if change is None:
        return "–"
    mark = "▲ " if change > 0 else "▼ " if change < 0 else ""
    return f"{mark}{format_angka(abs(change), 2)}"
