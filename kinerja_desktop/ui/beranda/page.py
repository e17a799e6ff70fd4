"""The first page: what is due and late, what comes next, what is missing."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtSvgWidgets import QSvgWidget
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.domain.capaian.keselarasan import describe_rata
from kinerja_desktop.domain.tenggat import Tenggat
from kinerja_desktop.services.awal.beranda import Beranda, read_beranda
from kinerja_desktop.services.sop.cases import LangkahBerikut
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.page import Page
from kinerja_desktop.ui.beranda.entry import BERANDA_PAGE

_MOST = 6


class BerandaPage(Page):
    """Four cards; every line that can be acted on has a button that opens its page."""

    ENTRY = BERANDA_PAGE

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.due = Card("Tenggat dan yang terlambat")
        self.steps = Card("Langkah SOP berikutnya")
        self.chart = Card("Capaian per sasaran", fills=True)
        self.missing = Card("Yang masih kurang")
        grid = QGridLayout()
        grid.setSpacing(style.MEDIUM)
        for place, card in enumerate((self.due, self.steps, self.chart, self.missing)):
            grid.addWidget(card, place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
        holder = QWidget()
        holder.setLayout(grid)
        scroll = QScrollArea()
        scroll.setWidget(holder)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        self.body.addWidget(scroll)

    def reload(self) -> None:
        periode = self.context.periode
        self.context.load(self, lambda office: read_beranda(office, periode), self._show)

    def _show(self, beranda: Beranda) -> None:
        self._show_due(beranda.tenggat)
        self._show_steps(beranda.langkah)
        self._show_chart(beranda)
        self._show_missing(beranda)

    def _show_due(self, items: Sequence[Tenggat]) -> None:
        self.due.clear()
        if not items:
            self.due.say("Tidak ada yang jatuh tempo dalam 20 hari kerja.")
        for item in items[:_MOST]:
            self.due.add(
                item.apa,
                f"{format_tanggal(item.tanggal)}, {item.keterangan}",
                "Buka",
                self._opener(item.halaman),
                is_bad=item.is_late,
            )

    def _show_steps(self, steps: Sequence[LangkahBerikut]) -> None:
        self.steps.clear()
        if not steps:
            self.steps.say("Belum ada SOP yang dijalankan.")
            self.steps.offer("Mulai SOP…", self._opener("sop"))
        for step in steps[:_MOST]:
            due = format_tanggal(step.tenggat) if step.tenggat else "belum mulai"
            self.steps.add(
                step.uraian,
                f"{step.nama_sop}, {step.periode} · {step.pelaksana} · {step.status.value}, {due}",
                "Buka",
                self._opener("sop", step.kasus_id),
                is_bad=step.terlambat > 0,
            )
        if len(steps) > _MOST:
            self.steps.say(f"dan {len(steps) - _MOST} pelaksanaan lain.")

    def _show_chart(self, beranda: Beranda) -> None:
        self.chart.clear()
        if beranda.grafik is None:
            self.chart.say("Belum ada indikator untuk periode ini.")
            self.chart.offer("Isi Renstra && IKU", self._opener("renstra"))
            self.chart.content.addStretch(1)
            return
        self.chart.say(describe_rata(beranda.hasil) + ".")
        picture = QSvgWidget()
        picture.load(QByteArray(beranda.grafik))
        picture.renderer().setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        picture.setMinimumHeight(min(picture.sizeHint().height(), 420))
        picture.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        picture.setAccessibleName(describe_rata(beranda.hasil))
        self.chart.content.addWidget(picture, 1)

    def _show_missing(self, beranda: Beranda) -> None:
        self.missing.clear()
        label = beranda.periode.label
        if beranda.is_final:
            self.missing.say(f"Pengukuran Kinerja {label} sudah final.")
            self.missing.offer("Kirim ke Bappeda", self._opener("kirim"))
            return
        if not beranda.kekurangan:
            self.missing.say(f"Pengukuran Kinerja {label} lengkap dan dapat dijadikan final.")
        else:
            self.missing.say(f"Sebelum Pengukuran Kinerja {label} final:")
        for problem in beranda.kekurangan[:_MOST]:
            self.missing.say(f"{'△' if problem.is_warning else '■'} {problem}")
        if len(beranda.kekurangan) > _MOST:
            self.missing.say(f"dan {len(beranda.kekurangan) - _MOST} hal lain.")
        for item in beranda.belum_setor[:_MOST]:
            self.missing.say(f"Belum menyerahkan data: {item.nama} ({item.jumlah} indikator)")
        self.missing.offer("Buka Pengukuran", self._opener("pengukuran"))

    def _opener(self, page: str, argument: object = None) -> Callable[[], None]:
        return lambda: self.context.open_page(page, argument)


class Card(QFrame):
    """A titled box of lines."""

    def __init__(self, title: str, *, fills: bool = False) -> None:
        super().__init__()
        self.setObjectName("kartu")
        heading = QLabel(title)
        heading.setObjectName("subjudul")
        self.content = QVBoxLayout()
        self.content.setSpacing(style.SMALL)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addLayout(self.content, int(fills))
        if not fills:
            layout.addStretch()

    def clear(self) -> None:
        """Take all lines away."""
        while (item := self.content.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()

    def say(self, text: str) -> None:
        """Add a sentence as a line of the card."""
        self.content.addWidget(_label(text))

    def add(
        self, text: str, detail: str, verb: str, act: Callable[[], None], *, is_bad: bool = False
    ) -> None:
        """Add a line with its detail and the button that acts on it."""
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(_label(text))
        below = _label(detail)
        below.setObjectName("bahaya" if is_bad else "redup")
        words.addWidget(below)
        button = QPushButton(verb)
        button.setAccessibleName(f"{verb}: {text}")
        button.clicked.connect(act)
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(words, 1)
        layout.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.content.addWidget(row)

    def offer(self, verb: str, act: Callable[[], None]) -> None:
        """Add a button of its own."""
        button = QPushButton(verb)
        button.clicked.connect(act)
        button.setMinimumWidth(
            QFontMetrics(button.font()).horizontalAdvance(verb) + 2 * style.LARGE
        )
        self.content.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


def _label(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label
