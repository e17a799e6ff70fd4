"""The fields of a letter on the screen: one widget for each way in which they are filled in."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.sections.pejabat import PERAN
from kinerja_desktop.domain.surat.bidang import (
    BidangNaskah,
    Cara,
    read_agreed,
    read_lines,
    read_pairs,
    write_agreed,
    write_pairs,
)
from kinerja_desktop.domain.surat.isi import BagianNaskah, Penanda, Tabel, Tindak
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.line_text import show_in_line
from kinerja_desktop.ui.base.steady import SteadyKeeping
from kinerja_desktop.ui.surat.grid_box import GridBox

_BY_HAND, _NOBODY = "(ditulis tangan)", "(tidak ada)"
_PENGELOLA = "pengelola"
_LINE_HEIGHT, _LEAST_LINES, _MOST_LINES = 19, 2, 7
_AGREED = ("Tindak lanjut", "Penanggung jawab", "Batas waktu")


class Box(Protocol):
    """What every field can do."""

    edited: Signal

    def show_value(self, value: Any) -> None:
        """Show the field of another letter."""

    def value(self) -> Any:
        """Return what was typed."""


class TextBox(QLineEdit):
    """One line."""

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.editingFinished.connect(self.edited)

    def show_value(self, value: str) -> None:
        """Show a line."""
        if self.text() != value:
            show_in_line(self, value)

    def value(self) -> str:
        """Return the line."""
        return self.text().strip()


class LinesBox(QPlainTextEdit):
    """A list or paragraphs, a line each; kept while it is written, and when it is left."""

    edited = Signal()

    def __init__(self, name: str, hint: str = "Satu baris satu butir.") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setTabChangesFocus(True)
        # As high as its text, also where the form has room to give away.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.installEventFilter(self)
        SteadyKeeping(self, self.edited.emit).follow(self)

    def show_value(self, value: Sequence[str]) -> None:
        """Show lines."""
        self.show_text("\n".join(" ".join(item.split("\n")) for item in value))

    def show_text(self, text: str) -> None:
        """Show a text; the box takes as much room as it needs, within bounds."""
        if self.toPlainText() != text:
            self.setPlainText(text)
        letters = max(self.width() // 7, 40)
        lines = sum(1 + len(line) // letters for line in text.split("\n"))
        shown = min(max(lines, _LEAST_LINES), _MOST_LINES)
        self.setFixedHeight(shown * _LINE_HEIGHT + style.MEDIUM)

    def value(self) -> tuple[str, ...]:
        """Return the lines in which anything stands."""
        return read_lines(self.toPlainText())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.edited.emit()
        return super().eventFilter(watched, event)


class PairsBox(LinesBox):
    """Facts: ``Pukul: 09.00 WIB``, a line each."""

    def __init__(self, name: str) -> None:
        super().__init__(name, "Satu baris satu rincian, misalnya Pukul: 09.00 WIB.")

    def show_value(self, value: Any) -> None:
        """Show facts."""
        self.show_text(write_pairs(value))

    def value(self) -> Any:
        """Return the facts."""
        return read_pairs(self.toPlainText())


class TableBox(GridBox):
    """A table whose headings stay."""

    def show_value(self, value: Tabel) -> None:
        """Show a table."""
        self.show_rows(value.kepala, value.baris)

    def value(self) -> Tabel:
        """Return the table; running numbers follow the rows."""
        rows = self.rows()
        if self.titles()[:1] == ("No",):
            rows = tuple((f"{number}.", *row[1:]) for number, row in enumerate(rows, start=1))
        return Tabel(self.titles(), rows)


class AgreedBox(GridBox):
    """What was agreed: what, by whom, until when."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._shown: Sequence[Tindak] = ()

    def show_value(self, value: Sequence[Tindak]) -> None:
        """Show what was agreed."""
        self._shown = value
        self.show_rows(_AGREED, write_agreed(value))

    def value(self) -> tuple[Tindak, ...]:
        """Return what was agreed; a date that is none leaves the one that was shown."""
        return read_agreed(self.rows(), self._shown)[0]

    def wrong(self) -> list[str]:
        """Return what is wrong with the dates, in words."""
        return read_agreed(self.rows())[1]


class PartsBox(QWidget):
    """A list below each of its headings."""

    edited = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._boxes: list[tuple[str, LinesBox]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def show_value(self, value: Sequence[BagianNaskah]) -> None:
        """Show parts; the boxes stay while the headings do."""
        if [title for title, _ in self._boxes] != [item.judul for item in value]:
            self._build([item.judul for item in value])
        for (_, box), item in zip(self._boxes, value, strict=True):
            box.show_value(item.butir)

    def value(self) -> tuple[BagianNaskah, ...]:
        """Return the parts."""
        return tuple(BagianNaskah(title, box.value()) for title, box in self._boxes)

    def titles(self) -> tuple[str, ...]:
        """Return the headings."""
        return tuple(title for title, _ in self._boxes)

    def _build(self, titles: Sequence[str]) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        self._boxes = []
        for title in titles:
            label, box = QLabel(title), LinesBox(f"{self._name}: {title}")
            label.setBuddy(box)
            box.edited.connect(self.edited)
            self._column.addWidget(label)
            self._column.addWidget(box)
            self._boxes.append((title, box))


class SignerBox(QWidget):
    """Who signs: the post, and for whom (a.n.) or through whom (u.b.)."""

    edited = Signal()

    def __init__(self, name: str, *, optional: bool) -> None:
        super().__init__()
        self._optional = optional
        self._shown = Penanda()
        self.post = ChoiceBox()
        self.post.setAccessibleName(name)
        # Of a long post the beginning tells which it is.
        self.post.setMinimumContentsLength(12)
        self.post.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.post.activated.connect(lambda _: self.edited.emit())
        self.behalf, self.through = TextBox(f"{name}: a.n."), TextBox(f"{name}: u.b.")
        self.above = TextBox(f"{name}: baris di atasnya")
        self.above.setPlaceholderText("Mengetahui,")
        below = QHBoxLayout()
        for label, box in (("a.n.", self.behalf), ("u.b.", self.through), ("", self.above)):
            box.edited.connect(self.edited)
            box.setMinimumWidth(50)
            if label:
                below.addWidget(QLabel(label))
            below.addWidget(box, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.post)
        column.addLayout(below)

    def offer(self, posts: Sequence[str]) -> None:
        """Offer the very posts of the office beside the usual ones."""
        self.post.clear()
        if self._optional:
            self.post.addItem(_NOBODY, None)
        for key, text in (*PERAN.items(), (_PENGELOLA, "Pengelola kinerja")):
            if key != "lain":
                self.post.addItem(text, Penanda(key))
        for text in posts:
            self.post.addItem(text, Penanda("", text))
        self.post.addItem(_BY_HAND, Penanda(""))

    def show_value(self, value: Penanda | None) -> None:
        """Show who signs."""
        self._shown = value or Penanda()
        wanted = (
            None if value is None else (value.peran if not value.jabatan else "", value.jabatan)
        )
        for place in range(self.post.count()):
            item = self.post.itemData(place)
            if (None if item is None else (item.peran, item.jabatan)) == wanted:
                self.post.setCurrentIndex(place)
                break
        else:
            self.post.addItem(value.jabatan if value else _NOBODY, value)
            self.post.setCurrentIndex(self.post.count() - 1)
        self.behalf.show_value(self._shown.atas_nama)
        self.through.show_value(self._shown.melalui)
        self.above.show_value(self._shown.sebagai)

    def value(self) -> Penanda | None:
        """Return who signs; None for nobody."""
        chosen = self.post.currentData()
        if chosen is None:
            return None
        post: Penanda = chosen
        return replace(
            post,
            atas_nama=self.behalf.value(),
            melalui=self.through.value(),
            sebagai=self.above.value(),
        )


def make_box(bidang: BidangNaskah) -> Any:
    """Make the widget of a field; see `Box`."""
    match bidang.cara:
        case Cara.TEKS:
            return TextBox(bidang.label)
        case Cara.DAFTAR:
            return LinesBox(bidang.label)
        case Cara.PASANGAN:
            return PairsBox(bidang.label)
        case Cara.TABEL:
            return TableBox(bidang.label)
        case Cara.BAGIAN:
            return PartsBox(bidang.label)
        case Cara.TINDAK:
            return AgreedBox(bidang.label)
    return SignerBox(bidang.label, optional=bidang.nama == "penanda_kiri")


def add_row(form: QFormLayout, label: str, box: QWidget) -> None:
    """Add a field with its label to a form."""
    caption = QLabel(label)
    caption.setBuddy(box)
    form.addRow(caption, box)
