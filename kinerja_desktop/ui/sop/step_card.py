"""The running step of a case: what it is, when it is due, and all that can be done now."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.tanggal import format_tanggal, format_waktu
from kinerja_desktop.domain.sop.kejadian import JenisKejadian
from kinerja_desktop.services.sop.cases import Kasus
from kinerja_desktop.services.sop.taking_back import DETIK
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.flow_layout import FlowLayout
from kinerja_desktop.ui.base.line_text import show_beginning
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.sop.moment_field import MomentField
from kinerja_desktop.ui.sop.status_look import show_status
from kinerja_desktop.ui.sop.step_link import StepLink, list_links

#: Case, putaran and sequence of a step.
Tempat = tuple[str, int, int]

_PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_WORDS = {
    JenisKejadian.MULAI: "&Mulai mengerjakan",
    JenisKejadian.SELESAI: "&Selesaikan",
    JenisKejadian.SETUJU: "Set&uju",
    JenisKejadian.KEMBALIKAN: "Kembali&kan…",
    JenisKejadian.BUKTI: "&Lampirkan bukti…",
    JenisKejadian.CATATAN: "&Catatan…",
    JenisKejadian.BUKA_KEMBALI: "Buka kembali…",
    JenisKejadian.BATAL: "Batalkan pelaksanaan…",
}
_IN_MENU = (JenisKejadian.BUKA_KEMBALI, JenisKejadian.BATAL)
#: What ends a step and lets the case go on.
_FINISHING = (JenisKejadian.SELESAI, JenisKejadian.SETUJU)
_PELAKU_WIDTH = 190
#: Said before whatever is noted in a case.
FOR_GOOD = (
    f"Tidak dapat dibatalkan dengan Ctrl+Z; hanya selama {DETIK} detik sesudahnya dapat ditarik "
    "kembali."
)


class StepCard(QFrame):
    """Shows a case's running step with its buttons; what comes next is the primary one.

    Signals:
        wanted: the kind of kejadian that the clerk asked for.
        link_wanted: the page that does the step should open.
    """

    wanted = Signal(object)
    link_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("kartu")
        self._link: StepLink | None = None
        self._followed: set[Tempat] = set()
        self._here: Tempat | None = None
        self.primary: QPushButton | None = None
        self.heading, self.status = QLabel(), QLabel()
        self.heading.setObjectName("subjudul")
        self.uraian, self.facts, self.state = QLabel(), QLabel(), QLabel()
        self.facts.setObjectName("redup")
        for label in (self.uraian, self.facts, self.state):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.link = QPushButton()
        self.link.clicked.connect(self._follow)
        # Letters and papers that belong to the step beside its first.
        self.others = QPushButton(style.icon("surat"), "Ker&tas lain")
        self.others.setMenu(QMenu(self.others))
        self.buttons = {
            jenis: self._make_button(jenis) for jenis in _WORDS if jenis not in _IN_MENU
        }
        self.more = QPushButton("Lai&nnya")
        writes(self.more)
        menu = QMenu(self.more)
        self.more.setMenu(menu)
        self.actions_of = {jenis: self._make_action(menu, jenis) for jenis in _IN_MENU}
        self.pelaku = ChoiceBox()
        self.pelaku.setEditable(True)
        self.pelaku.setFixedWidth(_PELAKU_WIDTH)
        self.pelaku.setAccessibleName("Dikerjakan oleh")
        self.pelaku.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        self.pelaku.currentTextChanged.connect(self.pelaku.setToolTip)
        self.pelaku.activated.connect(self._show_beginning)
        self.kapan = MomentField()
        writes(self.pelaku, self.kapan)
        self._compose()

    def show_case(self, kasus: Kasus, people: Sequence[str]) -> None:
        """Show a case; `people` can be named as doing the step, beside its own pelaksana."""
        self.heading.setText(_heading(kasus))
        show_status(self.status, kasus.posisi)
        self.uraian.setText(_uraian(kasus))
        self.facts.setText(_facts(kasus))
        self._link, *others = list_links(kasus) or (None,)
        self._offer_others(others)
        self.state.setVisible(False)
        self.link.setVisible(self._link is not None)
        self.link.setText(self._link.label if self._link else "")
        for jenis, button in self.buttons.items():
            button.setVisible(jenis in kasus.pilihan)
        for jenis, action in self.actions_of.items():
            action.setVisible(jenis in kasus.pilihan)
        if self._here != place_of(kasus):
            self.kapan.clear()
        self._here = place_of(kasus)
        self._offer_people(kasus, people)
        self.mark_primary()

    def _offer_others(self, links: Sequence[StepLink]) -> None:
        menu = self.others.menu()
        menu.clear()
        for link in links:
            action = menu.addAction(link.label)
            action.triggered.connect(partial(self._open, link))
        self.others.setVisible(bool(links))

    def _open(self, link: StepLink, _checked: bool = False) -> None:
        self.link_wanted.emit(link)

    def show_state(self, text: str) -> None:
        """Say how far that is which the step waits for."""
        self.state.setText(text)
        self.state.setVisible(bool(text))

    @property
    def link_page(self) -> str:
        """Key of the page that does the step; empty when none does."""
        return self._link.page if self._link else ""

    def mark_primary(self) -> None:
        """Make that button primary which does what comes next.

        A step that is done on a page of the program leads there first; who has been there ends it.
        """
        self.primary = None
        if self._link is not None and self._here not in self._followed:
            self.primary = self.link
        for jenis in _FINISHING:
            if self.primary is None and not self.buttons[jenis].isHidden():
                self.primary = self.buttons[jenis]
        for button in (self.link, *self.buttons.values()):
            name = "utama" if button is self.primary else ""
            if button.objectName() != name:
                button.setObjectName(name)
                # Only so does the style sheet look at the name again.
                button.style().unpolish(button)
                button.style().polish(button)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A key that is held down presses once: Enter would run through every step.
        if isinstance(event, QKeyEvent) and event.isAutoRepeat() and event.key() in _PRESSING:
            return True
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        if self._here is not None:
            self._followed.add(self._here)
        self.link_wanted.emit(self._link)
        self.mark_primary()

    def _show_beginning(self) -> None:
        """Of a name that is longer than its field the beginning tells who it is."""
        if (line := self.pelaku.lineEdit()) is not None:
            show_beginning(line)

    def _compose(self) -> None:
        # Goes on in a second line at 150 %, where the window is narrow.
        head = FlowLayout()
        for widget in (self.heading, self.status, self._make_by(), self.kapan):
            head.addWidget(widget)
        for button in (self.link, *self.buttons.values()):
            # Enter presses what has the focus, as in a dialog.
            button.setAutoDefault(True)
            button.installEventFilter(self)
        row = FlowLayout()
        for widget in (self.link, self.others, *self.buttons.values(), self.more):
            row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.MEDIUM + 2, style.MEDIUM, style.MEDIUM + 2, style.MEDIUM)
        layout.setSpacing(style.SMALL)
        layout.addLayout(head)
        layout.addWidget(self.kapan.reading)
        layout.addWidget(self.uraian)
        layout.addWidget(self.facts)
        layout.addWidget(self.state)
        layout.addLayout(row)

    def _make_by(self) -> QWidget:
        by = QWidget()
        label = QLabel("&Oleh")
        label.setBuddy(self.pelaku)
        row = QHBoxLayout(by)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(self.pelaku)
        return by

    def _make_button(self, jenis: JenisKejadian) -> QPushButton:
        button = QPushButton(_WORDS[jenis])
        writes(button)
        button.clicked.connect(lambda: self.wanted.emit(jenis))
        button.setToolTip(FOR_GOOD)
        return button

    def _make_action(self, menu: QMenu, jenis: JenisKejadian) -> QAction:
        action = menu.addAction(_WORDS[jenis])
        action.triggered.connect(lambda: self.wanted.emit(jenis))
        return action

    def _offer_people(self, kasus: Kasus, people: Sequence[str]) -> None:
        """Propose the pelaksana of the step first; another name can be typed."""
        typed, before = self.pelaku.currentText(), self.pelaku.property("langkah")
        langkah, here = kasus.posisi.langkah, place_of(kasus)
        kode = langkah.pelaksana if langkah else ()
        names = [kasus.sop.sop.get_peran(item).nama for item in kode]
        others = [peran.nama for peran in kasus.sop.sop.peran if peran.nama not in names]
        self.pelaku.clear()
        self.pelaku.addItems([*names, *people, *others])
        self.pelaku.setProperty("langkah", here)
        self.pelaku.setCurrentText(typed if before == here and typed else self.pelaku.itemText(0))
        is_typing = self.pelaku.hasFocus() and before == here
        if not is_typing:
            self._show_beginning()


def place_of(kasus: Kasus) -> Tempat:
    """Return which stay at which step of which case this is; the step is 0 after the end."""
    langkah = kasus.posisi.langkah
    return str(kasus.id), kasus.posisi.putaran, langkah.sequence if langkah else 0


def _heading(kasus: Kasus) -> str:
    posisi = kasus.posisi
    langkah = posisi.langkah
    if langkah is None:
        return f"{posisi.langkah_selesai} dari {posisi.jumlah_langkah} langkah"
    printed = langkah.no_tercetak
    other = f" (tercetak {printed})" if printed != str(langkah.sequence) else ""
    again = f" · putaran {posisi.putaran}" if posisi.putaran > 1 else ""
    return f"Langkah {langkah.sequence} dari {posisi.jumlah_langkah}{other}{again}"


def _uraian(kasus: Kasus) -> str:
    langkah = kasus.posisi.langkah
    if langkah is None:
        return (
            f"Pelaksanaan ini {kasus.posisi.status.lower()}. "
            "Riwayatnya tetap ada dan dapat dicetak."
        )
    return langkah.uraian.diterima or langkah.uraian.tercetak or kasus.sop.sop.kosong


def _facts(kasus: Kasus) -> str:
    posisi = kasus.posisi
    if posisi.langkah is None or posisi.tenggat is None or posisi.sejak is None:
        return f"Sejak {format_waktu(posisi.sejak)}" if posisi.sejak else ""
    parts = [
        f"Pelaksana: {kasus.pelaksana}",
        f"tiba {format_waktu(posisi.sejak)}",
        f"tenggat {format_tanggal(posisi.tenggat)}",
        f"mutu baku {posisi.langkah.waktu.nilai} {posisi.langkah.waktu.satuan}",
    ]
    if posisi.perkiraan_selesai:
        parts.append(f"seluruh SOP diperkirakan selesai {format_tanggal(posisi.perkiraan_selesai)}")
    opened = kasus.riwayat[-1].kunjungan.alasan_dibuka
    if opened:
        parts.append(f"kembali ke sini karena: {opened}")
    return " · ".join(parts)
