"""The help beside the page: what it is for, its words, its keys, and what a field asks for."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.bantuan.istilah import ArtiPeringatan
from kinerja_desktop.domain.bantuan.lembar import LembarBantuan
from kinerja_desktop.services.bantuan.isi import find_place
from kinerja_desktop.ui.bantuan.html import (
    fields_html,
    keys_html,
    meanings_html,
    print_html,
    sheet_html,
)
from kinerja_desktop.ui.bantuan.shortcuts import KeyWords
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.flow_layout import FlowLayout
from kinerja_desktop.ui.base.toned_text import TonedText

#: Of the pane, in device-independent pixels: where there is room, and at the least.
WIDTH, NARROW = 340, 260
#: What is beside a picture.
_BESIDE = 48
#: Of a list, in pixels; Qt takes twice as much.
_INDENT = 22
_KEYS_HERE, _KEYS_ALWAYS = "Pintasan di halaman ini", "Pintasan di mana pun"
#: A link that prints instead of leading somewhere.
_PRINT = "cetak:"
_PRINT_KEYS = "Cetak semua pintasan (kartu saku)…"
_FIELDS = "Isian di jendela ini"
_WARNINGS = "Peringatan yang tampil sekarang"


class HelpPane(QFrame):
    """Shows one sheet; links lead to others, and back again.

    Signals:
        close_wanted: Esc or the button: the pane is to go.
        print_wanted: ``"panduan"`` or ``"kartu"`` is to be printed.
    """

    close_wanted = Signal()
    print_wanted = Signal(str)

    def __init__(self, *, is_whole: bool = True) -> None:
        """Make the pane.

        Args:
            is_whole: with the buttons that print; a dialog waits for its answer first.
        """
        super().__init__()
        self.setObjectName("kartu")
        self.setAccessibleName("Bantuan")
        self.setFixedWidth(WIDTH)
        self._lead = self._tail = ""
        self._trail: list[str] = []
        self.text = TonedText()
        self.text.setAccessibleName("Isi bantuan")
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QFrame.Shape.NoFrame)
        self.text.document().setIndentWidth(_INDENT)
        self.text.anchorClicked.connect(self._follow)
        self.field = QLabel()
        self.field.setWordWrap(True)
        self.field.setTextFormat(Qt.TextFormat.PlainText)
        self.field.setAccessibleName("Bantuan isian")
        self.field.setContentsMargins(style.MEDIUM, style.SMALL, style.MEDIUM, style.SMALL)
        self.field.setObjectName("bidang")
        self.field.hide()
        self.back_button = QPushButton(style.icon("kembali"), "Kembali")
        self.back_button.clicked.connect(self._go_back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.SMALL, style.SMALL, style.SMALL, style.SMALL)
        layout.setSpacing(style.SMALL)
        layout.addLayout(self._make_head())
        layout.addWidget(self.field)
        layout.addWidget(self.text, 1)
        foot = self._make_foot()
        layout.addWidget(foot)
        foot.setHidden(not is_whole)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_wanted)

    def show_page(
        self,
        sheet: LembarBantuan,
        here: Sequence[KeyWords],
        always: Sequence[KeyWords],
        meanings: Sequence[ArtiPeringatan],
        fields: Sequence[tuple[str, str]] = (),
    ) -> None:
        """Show the help of a page.

        Args:
            sheet: its help.
            here: the keys of the page.
            always: the keys of every page.
            meanings: what the warnings mean that are seen on it.
            fields: of a dialog above it, each with what it asks for: they come first.
        """
        self._lead = fields_html(_FIELDS, fields)
        self._tail = (
            meanings_html(_WARNINGS, meanings)
            + keys_html(_KEYS_HERE, here)
            + keys_html(_KEYS_ALWAYS, always)
            + (print_html(_PRINT_KEYS, f"{_PRINT}kartu") if always else "")
        )
        self._trail = []
        self._show(sheet.kunci)

    def open_link(self, tautan: str) -> None:
        """Show what a link leads to; *Kembali* leads back."""
        self._show(tautan)

    def show_field(self, name: str, hint: str) -> None:
        """Say what the field under the cursor asks for; nothing where it is not known."""
        # A button's hint may begin with its name, which is not said twice.
        is_named = bool(name) and not hint.startswith(name)
        self.field.setText(f"{name}: {hint}" if is_named else hint)
        self.field.setVisible(bool(hint))

    def least_width(self) -> int:
        """Return the width in which the help can still be read, in device-independent pixels."""
        return NARROW

    def take_width(self, room: int) -> int:
        """Become as wide as there is room, within the bounds of what can be read; return it."""
        wide = max(NARROW, min(WIDTH, room))
        if wide != self.minimumWidth():
            self.setFixedWidth(wide)
            if self._trail:
                # Pictures are as wide as the pane.
                read_to = self.text.verticalScrollBar().value()
                self._write()
                self.text.verticalScrollBar().setValue(read_to)
        return wide

    def place(self) -> str:
        """Return the link to what is shown."""
        return self._trail[-1] if self._trail else ""

    def _show(self, tautan: str) -> None:
        self._trail.append(tautan)
        self._write()
        self.back_button.setEnabled(len(self._trail) > 1)
        if "#" in tautan:
            self.text.scrollToAnchor(tautan.partition("#")[2])

    def _write(self) -> None:
        sheet, _ = find_place(self._trail[-1])
        # What belongs to the page that is open stands below its own help only.
        lead, tail = (self._lead, self._tail) if len(self._trail) == 1 else ("", "")
        picture = self.minimumWidth() - _BESIDE
        self.text.setHtml(lead + sheet_html(sheet, picture) + tail)

    def _follow(self, url: QUrl) -> None:
        link = url.toString()
        if link.startswith(_PRINT):
            self.print_wanted.emit(link.removeprefix(_PRINT))
        else:
            self._show(link)

    def _go_back(self) -> None:
        self._trail.pop()
        self._show(self._trail.pop())

    def _make_head(self) -> QHBoxLayout:
        title = QLabel("Bantuan")
        title.setObjectName("subjudul")
        self.close_button = QToolButton()
        self.close_button.setText("✕")
        self.close_button.setAutoRaise(True)
        self.close_button.setAccessibleName("Tutup bantuan")
        self.close_button.setToolTip("Tutup bantuan (Esc)")
        self.close_button.clicked.connect(self.close_wanted)
        head = QHBoxLayout()
        head.setContentsMargins(style.MEDIUM, 0, 0, 0)
        head.addWidget(title)
        head.addStretch()
        head.addWidget(self.back_button)
        head.addWidget(self.close_button)
        return head

    def _make_foot(self) -> QWidget:
        holder = QWidget()
        self.manual_button = QPushButton(style.icon("cetak"), "Cetak Buku Panduan…")
        self.card_button = QPushButton("Kartu saku…")
        self.manual_button.clicked.connect(lambda: self.print_wanted.emit("panduan"))
        self.card_button.clicked.connect(lambda: self.print_wanted.emit("kartu"))
        foot = FlowLayout(holder)
        foot.addWidget(self.manual_button)
        foot.addWidget(self.card_button)
        return holder
