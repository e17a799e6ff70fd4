"""*Mode baca*: the whole screen, one slide at a time, nothing to be changed by mistake."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QMouseEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.laporan.mode_baca import (
    AngkaTampil,
    LembarBaca,
    find_changed,
    list_angka,
)
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.kiriman.komentar import note_pertanyaan, tidy_pertanyaan
from kinerja_desktop.services.pimpinan.baca import IsiBaca, read_baca
from kinerja_desktop.services.pimpinan.kosong import TanpaIndikatorError
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.pimpinan.foot import Foot
from kinerja_desktop.ui.pimpinan.large import SMALL, TITLE, build_fitting, label, scaled, unit_of
from kinerja_desktop.ui.pimpinan.last_time import (
    Begun,
    Terakhir,
    recall,
    recall_asker,
    recall_begun,
    remember,
    remember_asker,
    remember_begun,
)
from kinerja_desktop.ui.pimpinan.notes import Notes
from kinerja_desktop.ui.pimpinan.question_bar import QuestionBar
from kinerja_desktop.ui.pimpinan.slides import ease_of, make_capaian, make_slide, make_summary

#: What is read again when others change it.
TABLES = frozenset(
    {
        "realisasi", "pengukuran", "indikator", "target_tahunan", "rencana_aksi",
        "rencana_aksi_bulanan", "perjanjian_kinerja", "butir_perjanjian", "profil_rumus", "tujuan",
        "sasaran", "mata_anggaran", "pagu", "realisasi_anggaran", "program_sasaran", "instansi",
        "komentar", "tugas", "pelaksanaan_sop", "kejadian_sop", "laporan",
    }
)  # fmt: skip
_NEXT = frozenset(
    {Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space, Qt.Key.Key_Return,
     Qt.Key.Key_Enter}
)  # fmt: skip
_BACK = frozenset(
    {Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace}
)  # fmt: skip
_LEAVE = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_F11})
_READER = (
    "Anda masuk sebagai pembaca, jadi pertanyaan tidak dapat dicatat di sini. Minta operator "
    "membuka Mode baca dan mencatatnya."
)
_NOTED = "Pertanyaan dicatat dan tampil di Beranda operator."
_KEPT = "Pertanyaan yang belum dicatat disimpan: buka Mode baca lalu tekan T untuk melanjutkannya."
#: How much larger the summary and the charts are tried first: they have few words.
_EASE_BEFORE = 1.25


class ReadingWindow(QWidget):
    """The slides of a period; what they showed is remembered when it is closed."""

    #: Its place in the help, and the keys that it names (`ui.bantuan.held_help`).
    HELP = "bab/rapat"
    KEYS = (
        ("← →", "membalik halaman"), ("T", "pertanyaan"), ("F1", "bantuan"), ("Esc", "selesai"),
    )  # fmt: skip

    def __init__(self, context: Context, parent: QWidget, periode: Periode) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.context, self.periode = context, periode
        self.place = 0
        self._isi: IsiBaca | None = None
        self._has_asked = False
        office = context.office
        # Days hardly go on in the practice office: there a lesson follows the other.
        day = None if office.clock.is_practice else office.today()
        self.last: Terakhir | None = recall(context.memory, periode, day)
        self.changed: Mapping[str, AngkaTampil] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Mode baca {periode.label}")
        self.setWindowIcon(style.icon("aplikasi", style.ACCENT))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAutoFillBackground(True)
        self.head, self.count = QLabel(), QLabel()
        self.head.setWordWrap(True)
        self.area = SlideArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.notes = Notes()
        self.bar = QuestionBar()
        self.bar.asked.connect(self._note)
        self.bar.closed.connect(self.setFocus)
        self.foot = Foot(self.KEYS)
        self.foot.back_button.clicked.connect(lambda: self.turn(-1))
        self.foot.next_button.clicked.connect(lambda: self.turn(1))
        self.foot.ask_button.clicked.connect(self.ask)
        self.foot.close_button.clicked.connect(self.close)
        self._help: QWidget | None = None
        self._lay_out()
        self.area.setWidget(label("Memuat…", unit_of(self) * TITLE))
        for button in (self.foot.back_button, self.foot.next_button, self.foot.ask_button):
            button.setEnabled(False)
        context.tables_changed.connect(self._hear)
        self.reload()

    def reload(self) -> None:
        """Read the period again; the slide stays."""
        periode = self.periode
        self.context.load(self, lambda office: _read(office, periode), self._show)

    def turn(self, step: int) -> None:
        """Go on, or back; at either end it stays."""
        self.go_to(self.place + step)

    def go_to(self, place: int) -> None:
        """Show a slide: 0 is the summary."""
        if self._isi is not None:
            self.place = min(max(place, 0), _last(self._isi))
            self.bar.hide()
            self.notes.forget()
            self._show_slide()

    def ask(self) -> None:
        """Offer to note a question about what is shown; a reader is told who can."""
        if self._isi is None:
            return
        if not self.context.may_write:
            self.notes.tell(_READER)
            return
        memory = self.context.memory
        begun = recall_begun(memory, self.periode)
        self.bar.open(self._list_about(), recall_asker(memory), begun)
        self._has_asked = True

    def hold_help(self, pane: QWidget | None) -> None:
        """Show the help beside the slide, which becomes narrower; None when it goes."""
        if self._help is not None:
            self._around.removeWidget(self._help)
        self._help = pane
        if pane is not None:
            self._around.addWidget(pane)
            pane.show()
        # The help lists the keys, and leaves little room for them.
        self.foot.keys.setVisible(pane is None)
        self._around.activate()
        self._show_slide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _NEXT:
            self._read_on(1, is_sideways=key == Qt.Key.Key_Right)
        elif key in _BACK:
            self._read_on(-1, is_sideways=key == Qt.Key.Key_Left)
        elif key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End and self._isi is not None:
            self.go_to(_last(self._isi))
        elif key == Qt.Key.Key_T:
            self.ask()
        elif key in _LEAVE:
            self.close()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Left goes on; the right button is that of menus, and turns nothing."""
        place = event.position().toPoint()
        is_in_help = self._help is not None and self._help.geometry().contains(place)
        if event.button() == Qt.MouseButton.LeftButton and not is_in_help:
            self.turn(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_slide()

    def closeEvent(self, event: QCloseEvent) -> None:
        memory = self.context.memory
        if self._has_asked:
            begun = self.bar.begun()
            remember_begun(memory, self.periode, begun)
            if begun.isi:
                self.context.say(_KEPT)
        if self._isi is not None:
            shown = list_angka(self._isi.hasil)
            remember(memory, self.periode, self.context.office.today(), shown)
        super().closeEvent(event)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.head, 1)
        top.addWidget(self.count)
        self._around = QHBoxLayout(self)
        self._around.setContentsMargins(0, 0, 0, 0)
        self._around.setSpacing(0)
        layout = QVBoxLayout()
        self._around.addLayout(layout, 1)
        layout.setContentsMargins(2 * style.LARGE, style.LARGE, 2 * style.LARGE, style.LARGE)
        layout.addLayout(top)
        layout.addWidget(self.area, 1)
        layout.addWidget(self.notes)
        layout.addWidget(self.bar)
        layout.addWidget(self.foot)

    def _hear(self, tables: set[str]) -> None:
        if TABLES & tables:
            self.reload()

    def _show(self, isi: IsiBaca | TanpaIndikatorError) -> None:
        self.foot.ask_button.setEnabled(isinstance(isi, IsiBaca))
        if isinstance(isi, TanpaIndikatorError):
            self._isi = None
            self.head.setText(self.periode.label)
            self.count.clear()
            self.area.setWidget(label(str(isi), unit_of(self) * TITLE))
            for button in (self.foot.back_button, self.foot.next_button):
                button.setEnabled(False)
            return
        self._isi = isi
        self.changed = find_changed(list_angka(isi.hasil), self.last.angka if self.last else {})
        self.place = min(self.place, _last(isi))
        self._show_slide()

    def _show_slide(self) -> None:
        isi = self._isi
        if isi is None:
            return
        points = unit_of(self)
        self.bar.set_points(points * SMALL)
        self.foot.sample.setVisible(isi.contoh)
        for words in (self.head, self.count, self.foot.sample):
            words.setFont(scaled(words.font(), points * SMALL, bold=words is self.foot.sample))
        self.head.setText(f"{isi.skpd} · {isi.periode.label} · {isi.keadaan}")
        self.count.setText(f"Halaman {self.place + 1} dari {_last(isi) + 1}")
        self.notes.show_questions(isi.tanya, self._list_about(), points * SMALL)
        # What has just become larger or visible takes its room before the slide is measured.
        around = self.layout()
        assert around is not None
        around.activate()
        slide = build_fitting(self._build, self.area.viewport().size(), points * self._ease(isi))
        self.area.setWidget(slide)
        self.foot.back_button.setEnabled(self.place > 0)
        self.foot.next_button.setEnabled(self.place < _last(isi))

    def _build(self, points: float, terse: int) -> QWidget:
        assert self._isi is not None
        if self.place == 0:
            return make_summary(self._isi, self.last, self.changed, points, terse)
        lembar = self._lembar(self._isi)
        if lembar is None:
            return make_capaian(self._isi.grafik[self.place - 1], points)
        return make_slide(lembar, self.last, self.changed, points, terse)

    def _ease(self, isi: IsiBaca) -> float:
        """Return by how much a slide with little on it is larger."""
        lembar = self._lembar(isi)
        return _EASE_BEFORE if lembar is None else ease_of(lembar)

    def _lembar(self, isi: IsiBaca) -> LembarBaca | None:
        """Return the sasaran that is shown; None on the summary and the charts before them."""
        place = self.place - 1 - len(isi.grafik)
        return isi.lembar[place] if place >= 0 else None

    def _read_on(self, step: int, *, is_sideways: bool) -> None:
        """Scroll what does not fit before the page is turned; sideways it is turned at once."""
        bar = self.area.verticalScrollBar()
        end = bar.maximum() if step > 0 else bar.minimum()
        if is_sideways or bar.value() == end:
            self.turn(step)
        else:
            bar.setValue(bar.value() + step * bar.pageStep())

    def _list_about(self) -> list[str]:
        """Return what a question on this slide can be about, in its words."""
        assert self._isi is not None
        slide = self._lembar(self._isi)
        if slide is None:
            return []
        return [slide.judul, *(item.bahan.uraian for item in slide.indikator)]

    def _note(self, about: str, text: str, who: str) -> None:
        """Store a question; the line stays as it is when it is refused."""
        office, periode = self.context.office, self.periode
        try:
            tidy_pertanyaan(text, who)
        except KinerjaError as error:
            self.notes.tell(str(error))
            return
        key = self.context.attempt(self, lambda: note_pertanyaan(office, periode, about, text, who))
        if key is not None:
            remember_asker(self.context.memory, who)
            remember_begun(self.context.memory, periode, Begun())
            self.bar.clear()
            self.notes.tell(_NOTED)


class SlideArea(QScrollArea):
    """Holds a slide; its keys are the window's, which turn pages."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()


def _read(office: Office, periode: Periode) -> IsiBaca | TanpaIndikatorError:
    """Return what is shown, or that there is nothing: it is said on the page, not in a box."""
    try:
        return read_baca(office, periode)
    except TanpaIndikatorError as nothing:
        return nothing


def _last(isi: IsiBaca) -> int:
    """Return the place of the last slide."""
    return len(isi.grafik) + len(isi.lembar)
