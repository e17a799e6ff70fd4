"""The card of charts: capaian, trend, serapan, SOPs; each is read when it is looked at."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QPushButton, QTabBar, QVBoxLayout

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.capaian.keselarasan import describe_rata
from kinerja_desktop.domain.laporan.grafik import TrendChart
from kinerja_desktop.services.awal.beranda import Beranda
from kinerja_desktop.services.awal.grafik import (
    read_kemajuan_sop,
    read_serapan,
    read_tren,
    tell_draft,
)
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.pengukuran.ukur import find_status
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.beranda.cards import READING
from kinerja_desktop.ui.grafik.view import ChartView, ScreenChart

CAPAIAN, TREN, SERAPAN, SOP = range(4)
_TITLES = ("Capaian", "Tren", "Serapan", "SOP")
#: What is said where there is nothing to draw, the page that changes it and its button.
_EMPTY = {
    CAPAIAN: ("Belum ada indikator untuk periode ini.", "Buka Renstra && IKU", "renstra"),
    TREN: (
        "Belum ada indikator dengan angka dua tahun. Angka tahun-tahun lalu diisi di LKjIP.",
        "Buka LKjIP",
        "lkjip",
    ),
    SERAPAN: ("Belum ada pagu tahun ini.", "Buka Anggaran", "anggaran"),
    SOP: ("Belum ada SOP yang dijalankan.", "Buka Prosedur", "sop"),
}
_COPIED = "Grafik disalin sebagai gambar. Tempelkan di laporan dengan Ctrl+V."
#: The charts that were read, and whether their period is final.
Found = tuple[list[ScreenChart], bool]


class ChartCard(QFrame):
    """One chart at a time; those that were not looked at cost nothing."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("kartu")
        self.context = context
        self._beranda: Beranda | None = None
        self._trends: Sequence[TrendChart] = ()
        self._is_final = True
        self.tabs = QTabBar()
        self.tabs.setAccessibleName("Grafik")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for title in _TITLES:
            self.tabs.addTab(title)
        self.tabs.currentChanged.connect(self._read)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.indikator = ChoiceBox()
        self.indikator.setAccessibleName("Indikator")
        self.indikator.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.indikator.activated.connect(self._choose_trend)
        self.view = ChartView()
        self.view.copied.connect(lambda: self.context.say(_COPIED))
        self.button = QPushButton()
        self.button.clicked.connect(lambda: self.context.open_page(_EMPTY[self._tab()][2]))
        layout = QVBoxLayout(self)
        layout.setSpacing(style.MEDIUM)
        for widget in (self.tabs, self.words, self.indikator):
            layout.addWidget(widget)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.view, 1)
        self._show_chart(None)
        # Not yet known to be empty: whoever starts after a power cut would think that all is lost.
        self.words.setText(READING)
        self.button.hide()

    def show_beranda(self, beranda: Beranda) -> None:
        """Show what was read; the chart that is looked at is read again."""
        self._beranda = beranda
        self._read()

    def _tab(self) -> int:
        return self.tabs.currentIndex()

    def _read(self) -> None:
        beranda = self._beranda
        if beranda is None:
            return
        periode, load, is_final = beranda.periode, self.context.load, beranda.is_final
        show = partial(self._show_if_wanted, self._tab(), beranda)
        match self._tab():
            case 0:
                self._is_final = is_final
                words = f"{describe_rata(beranda.hasil)}."
                chart = beranda.grafik
                self._show_chart(chart, words, chart.title if chart else "")
            case 1:
                load(self, lambda office: _read_trends(office, periode.tahun), show)
            case 2:
                load(self, lambda office: (_list_of(read_serapan(office, periode)), is_final), show)
            case _:
                # What stands there is of a day, and bears it.
                load(self, lambda office: (_list_of(read_kemajuan_sop(office)), True), show)

    def _show_if_wanted(self, tab: int, beranda: Beranda, read: Found) -> None:
        """Show what was read, unless something else is looked at by now."""
        if tab != self._tab() or beranda is not self._beranda:
            return
        found, self._is_final = read
        if tab == TREN:
            self._show_trends([chart for chart in found if isinstance(chart, TrendChart)])
        elif found:
            chart = found[0]
            day = f", {format_tanggal(self.context.office.today())}" if tab == SOP else ""
            self._show_chart(chart, f"{chart.title}.", f"{chart.title}{day}")
        else:
            self._show_chart(None)

    def _show_trends(self, charts: list[TrendChart]) -> None:
        kept = self.indikator.currentText()
        self._trends = charts
        self.indikator.clear()
        self.indikator.addItems([chart.title for chart in charts])
        self.indikator.setCurrentIndex(max(0, self.indikator.findText(kept)))
        self._choose_trend()

    def _choose_trend(self) -> None:
        place = self.indikator.currentIndex()
        if place < 0:
            self._show_chart(None)
            return
        chart = self._trends[place]
        title = f"{chart.title}, {chart.years[0]}–{chart.years[-1]}"
        self._show_chart(chart, self._tell_points(), title)

    def _tell_points(self) -> str:
        """Say of which period each point of a trend is: of a year, whatever triwulan is chosen."""
        periode, today = self.context.periode, self.context.office.today()
        told = "Setiap titik adalah satu tahun"
        if periode.triwulan is not None:
            told += f", juga selama Triwulan {periode.romawi} dipilih"
        if today.year > periode.tahun:
            return f"{told}."
        return (
            f"{told}. Tahun {periode.tahun} belum berakhir: realisasinya sejauh yang sudah diisi, "
            "targetnya target setahun."
        )

    def _show_chart(self, chart: ScreenChart | None, words: str = "", title: str = "") -> None:
        text, button, _ = _EMPTY[self._tab()]
        self.words.setText(words if chart else text)
        self.words.setVisible(bool(self.words.text()))
        self.button.setText(button)
        self.button.setVisible(chart is None)
        self.indikator.setVisible(self._tab() == TREN and chart is not None)
        asal = self._beranda.asal if self._beranda else ""
        draft = tell_draft(self.context.office, is_final=self._is_final) if chart else ""
        self.view.set_chart(chart, [line for line in (title, asal, draft) if line])


def _read_trends(office: Office, tahun: int) -> Found:
    """Read the trends; whatever triwulan is chosen, their last point is of the whole year."""
    return [*read_tren(office, tahun)], find_status(office, Periode(tahun)).is_final


def _list_of(chart: ScreenChart | None) -> list[ScreenChart]:
    return [] if chart is None else [chart]
