"""The fields of one letter, or of the wording of a kind; lists are kept while written."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from kinerja_desktop.domain.surat.bidang import BIDANG
from kinerja_desktop.domain.surat.isi import IsiNaskah
from kinerja_desktop.domain.surat.jenis import JenisNaskah
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.waiting import Stored
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.surat.field_boxes import (
    AgreedBox,
    PartsBox,
    SignerBox,
    TableBox,
    add_row,
    make_box,
)

K = TypeVar("K")


class LetterForm(QScrollArea, Generic[K]):
    """Built anew for each kind; shows the letters of one kind one after the other."""

    def __init__(self, save: Callable[[K, IsiNaskah], Stored | bool]) -> None:
        """Make an empty form.

        Args:
            save: keeps the content of what was shown under a key; False when it was refused.
        """
        super().__init__()
        self.setAccessibleName("Isi surat")
        self._save = save
        self._jenis: JenisNaskah | None = None
        self._shown: tuple[K, IsiNaskah] | None = None
        self._is_filling = False
        self.boxes: dict[str, Any] = {}
        self._form = QFormLayout()
        self.problem = QLabel()
        self.problem.setObjectName("bahaya")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.setWidgetResizable(True)
        # Nobody would see it as a stop of Tab; its fields are the stops.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_isi(
        self, key: K, jenis: JenisNaskah, isi: IsiNaskah, posts: Sequence[str], *, editable: bool
    ) -> None:
        """Show a content; what is being typed into the same one, or could not be kept, stays.

        Args:
            key: which letter it is; another one never gets what was typed into this.
            jenis: of which kind it is.
            isi: its words.
            posts: the posts that can sign.
            editable: whether it may be changed.
        """
        if jenis != self._jenis:
            self._build(jenis)
        is_same = editable and self._shown is not None and self._shown[0] == key
        kept = [name for name in self.boxes if is_same and self._is_kept(name, isi)]
        self._is_filling = True
        for name, box in self.boxes.items():
            if isinstance(box, SignerBox) and not box.post.count():
                box.offer(posts)
            if name not in kept:
                box.show_value(getattr(isi, name))
            box.setEnabled(editable)
            # Of a kind that has none, not even the caption.
            if isinstance(box, TableBox | PartsBox):
                self._form.setRowVisible(box, bool(box.titles()))
        self._shown = (key, isi)
        self._is_filling = False
        if not is_same:
            self.tell("")

    def _is_kept(self, name: str, isi: IsiNaskah) -> bool:
        """Tell whether a field holds what is not stored, or is being typed into."""
        assert self._shown is not None
        box = self.boxes[name]
        value = box.value()
        is_typed = value != getattr(self._shown[1], name) or bool(_wrong(box))
        return is_typed or (value == getattr(isi, name) and _has_focus(box))

    def commit(self) -> bool:
        """Keep what was typed; False when something cannot be kept, which stays in its field."""
        if self._is_filling or self._shown is None:
            return True
        key, before = self._shown
        isi = replace(before, **{name: box.value() for name, box in self.boxes.items()})
        wrong = [text for box in self.boxes.values() for text in _wrong(box)]
        self.tell("\n".join(wrong))
        if isi != before:
            self._shown = (key, isi)
            if not self._save(key, isi):
                self._shown = (key, before)
                return False
        return not wrong

    def forget(self) -> None:
        """Show nothing."""
        self._jenis, self._shown = None, None
        self.boxes = {}
        self.setWidget(QWidget())

    def _build(self, jenis: JenisNaskah) -> None:
        self._jenis = jenis
        self._shown = None
        self.boxes = {}
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, style.MEDIUM, 0)
        form = self._form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for bidang in BIDANG[jenis.tata_letak]:
            box = self.boxes[bidang.nama] = make_box(bidang)
            writes(box)
            box.edited.connect(self.commit)
            add_row(form, bidang.label, box)
        column.addLayout(form)
        column.addStretch()
        self.setWidget(content)

    def caption_width(self) -> int:
        """Return how wide the captions of the fields are, for those above to stand in line."""
        rows = range(self._form.rowCount())
        labels = [self._form.itemAt(row, QFormLayout.ItemRole.LabelRole) for row in rows]
        return max((item.sizeHint().width() for item in labels if item is not None), default=0)

    def tell(self, text: str) -> None:
        """Say what is wrong with the letter; empty for nothing."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))


def _wrong(box: QWidget) -> list[str]:
    return box.wrong() if isinstance(box, AgreedBox) else []


def _has_focus(box: QWidget) -> bool:
    focused = box.focusWidget() if not box.hasFocus() else box
    return focused is not None and focused.hasFocus()
