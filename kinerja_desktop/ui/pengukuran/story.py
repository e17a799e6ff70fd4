"""Faktor pendorong, penghambat and rencana tindak lanjut of one figure, kept while written."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.angka.teks import says_something
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator, Narasi
from kinerja_desktop.domain.laporan.cara_hitung import write_capaian
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.meaning import MeaningLink
from kinerja_desktop.ui.base.steady import SteadyKeeping
from kinerja_desktop.ui.base.waiting import WAITING_WORDS, Mark, Stored
from kinerja_desktop.ui.base.writing import writes

#: Stores texts of an indicator: its id, which text to the words; False when refused.
SaveStory = Callable[[str, dict[str, str]], Stored | bool]

_BOXES = (
    ("pendorong", "Faktor pen&dorong"),
    ("penghambat", "Faktor pen&ghambat"),
    ("tindak_lanjut", "Rencana tindak la&njut"),
)
#: What must be told of a figure below its target.
_ASKED = ("penghambat", "tindak_lanjut")

#: By which the help knows what is asked.
_BELOW = "di bawah target"
#: The triwulan whose reasons are offered for the year.
_LAST = 4


class StoryEditor(QWidget):
    """Three texts beside each other; a line above them asks for what is missing."""

    def __init__(self, save: SaveStory) -> None:
        super().__init__()
        self._save = save
        self._id = ""
        #: What counts as unchanged in a box; what the office holds; what waits to be stored there.
        self._stored: dict[str, str] = {}
        self._known: dict[str, str] = {}
        self._waiting: dict[tuple[str, Periode | None, str], list[str]] = {}
        self._periode: Periode | None = None
        self.waiting = QLabel(WAITING_WORDS.capitalize())
        self.waiting.setObjectName("pita")
        self.waiting.hide()
        self.request = QLabel()
        self.request.setObjectName("pita")
        self.request.setWordWrap(True)
        self.meaning = MeaningLink()
        self._offered: dict[str, str] = {}
        self.copy_button = QPushButton("Sa&lin dari TW IV")
        writes(self.copy_button)
        self.copy_button.setToolTip(
            "Faktor dan tindak lanjut yang ditulis untuk Triwulan IV, ke isian yang masih kosong"
        )
        self.copy_button.clicked.connect(self._copy)
        head = QHBoxLayout()
        head.addWidget(self.request, 1)
        head.addWidget(self.meaning)
        head.addWidget(self.waiting)
        head.addWidget(self.copy_button)
        self.boxes: dict[str, QPlainTextEdit] = {}
        row = QHBoxLayout()
        row.setSpacing(style.MEDIUM)
        for name, caption in _BOXES:
            row.addLayout(self._make_box(name, caption))
        SteadyKeeping(self, self.commit).follow(*self.boxes.values())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(style.MEDIUM, style.SMALL, style.MEDIUM, style.SMALL)
        layout.addLayout(head)
        layout.addLayout(row, 1)

    def first_missing(self) -> QPlainTextEdit | None:
        """Return the first blank one of the texts that are asked for below target."""
        boxes = (self.boxes[name] for name in _ASKED)
        return next((box for box in boxes if not says_something(box.toPlainText())), None)

    def show_item(self, item: HasilIndikator | None, periode: Periode, *, locked: bool) -> None:
        """Show another figure's texts; what is being typed right now stays."""
        new_id = item.bahan.id if item else ""
        was_id, self._id, self._periode = self._id, new_id, periode
        for name, box in self.boxes.items():
            self._known[name] = getattr(item.narasi, name) if item else ""
            stored = self._latest(name)
            typing = new_id == was_id and box.hasFocus()
            if not typing and box.toPlainText() != stored:
                box.setPlainText(stored)
            self._stored[name] = stored
            box.setReadOnly(locked or item is None)
        self._tell_waiting()
        self._offered = _list_offered(item, periode) if item and not locked else {}
        self.copy_button.setVisible(bool(self._offered))
        is_asked = item is not None and not locked and item.lacks_story
        self.request.setVisible(is_asked)
        self.meaning.show_for([_BELOW] if is_asked else [])
        if item:
            figure = write_capaian(item.utama.capaian)
            self.request.setText(
                f"Capaian {figure}% {_BELOW}: isi faktor penghambat dan rencana tindak lanjut."
            )

    def mark(self, indikator_id: str, texts: Mapping[str, Any]) -> Mark:
        """Return how texts of an indicator show that they wait to be stored."""
        names = [name for name in self.boxes if name in texts]
        place = indikator_id, self._periode

        def wait() -> None:
            for name in names:
                self._waiting.setdefault((*place, name), []).append(texts[name])
            self._show_waiting(place, names)

        def settle(is_stored: bool) -> None:
            for name in names:
                waiting = self._waiting[*place, name]
                waiting.pop(0)
                if not waiting:
                    del self._waiting[*place, name]
                if is_stored and place == (self._id, self._periode):
                    self._known[name] = texts[name]
            self._show_waiting(place, names)

        return Mark(wait, settle)

    def _show_waiting(self, place: tuple[str, Periode | None], names: Sequence[str]) -> None:
        """Show what waits, or what is stored, and say which it is."""
        if place != (self._id, self._periode):
            return
        for name in names:
            text = self._latest(name)
            box = self.boxes[name]
            if not box.hasFocus() and box.toPlainText().strip() != text:
                box.setPlainText(text)
            self._stored[name] = text
        self._tell_waiting()

    def _tell_waiting(self) -> None:
        place = self._id, self._periode
        self.waiting.setVisible(any((*place, name) in self._waiting for name in self.boxes))

    def _latest(self, name: str) -> str:
        waiting = self._waiting.get((self._id, self._periode, name))
        return waiting[-1] if waiting else self._known.get(name, "")

    def commit(self) -> None:
        """Keep every text that was changed."""
        for name, box in self.boxes.items():
            text = box.toPlainText().strip()
            before = self._stored.get(name, "")
            if not self._id or text == before:
                continue
            # First, because storing shows the line again, and that asks for what is unsaved.
            self._stored[name] = text
            if not self._save(self._id, {name: text}):
                self._stored[name] = before

    def _copy(self) -> None:
        self.commit()
        # What was typed a moment ago is not written over.
        blank = {
            name: text
            for name, text in self._offered.items()
            if not self.boxes[name].toPlainText().strip()
        }
        if blank:
            self._save(self._id, blank)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)

    def _make_box(self, name: str, caption: str) -> QVBoxLayout:
        box = QPlainTextEdit()
        writes(box)
        box.setTabChangesFocus(True)
        box.setMinimumHeight(44)
        box.setAccessibleName(caption.replace("&", ""))
        box.installEventFilter(self)
        label = QLabel(caption)
        label.setBuddy(box)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(label)
        column.addWidget(box, 1)
        self.boxes[name] = box
        return column


def _list_offered(item: HasilIndikator, periode: Periode) -> dict[str, str]:
    """Return what was written for TW IV and is still blank for the year."""
    if periode.triwulan is not None:
        return {}
    last = item.bahan.narasi.get(_LAST, Narasi())
    return {
        name: getattr(last, name)
        for name, _ in _BOXES
        if says_something(getattr(last, name)) and not getattr(item.narasi, name).strip()
    }
