"""The fields of one letter, or of the wording of a kind; what is typed is kept when it is left."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from kinerja_desktop.domain.surat.bidang import BIDANG
from kinerja_desktop.domain.surat.isi import IsiNaskah
from kinerja_desktop.domain.surat.jenis import JenisNaskah
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.surat.field_boxes import SignerBox, TableBox, add_row, make_box

#: Keeps a content; False when it was refused.
Save = Callable[[IsiNaskah], bool]


class LetterForm(QScrollArea):
    """Built anew for each kind; shows the letters of one kind one after the other."""

    def __init__(self, save: Save) -> None:
        super().__init__()
        self._save = save
        self._jenis: JenisNaskah | None = None
        self._shown: IsiNaskah | None = None
        self._is_filling = False
        self.boxes: dict[str, Any] = {}
        self._form = QFormLayout()
        self.problem = QLabel()
        self.problem.setObjectName("bahaya")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_isi(
        self, jenis: JenisNaskah, isi: IsiNaskah, posts: Sequence[str], *, editable: bool
    ) -> None:
        """Show a content; what has the focus keeps what is being typed.

        Args:
            jenis: of which kind it is.
            isi: its words.
            posts: the posts that can sign.
            editable: whether it may be changed.
        """
        if jenis != self._jenis:
            self._build(jenis)
        self._is_filling = True
        for name, box in self.boxes.items():
            if isinstance(box, SignerBox) and not box.post.count():
                box.offer(posts)
            if not _has_focus(box):
                box.show_value(getattr(isi, name))
            box.setEnabled(editable)
            if isinstance(box, TableBox):
                self._form.setRowVisible(box, bool(box.titles()))
        self._shown = isi
        self._is_filling = False
        self.tell("")

    def isi(self) -> IsiNaskah:
        """Return what stands in the fields.

        Raises:
            ValueError: a field holds what cannot be; it says which, in Indonesian.
        """
        assert self._shown is not None
        return replace(self._shown, **{name: box.value() for name, box in self.boxes.items()})

    def commit(self) -> bool:
        """Keep what was typed; False when it cannot be kept."""
        if self._is_filling or self._shown is None:
            return True
        try:
            isi = self.isi()
        except ValueError as error:
            self.tell(f"{error}.")
            return False
        self.tell("")
        if isi == self._shown:
            return True
        before, self._shown = self._shown, isi
        if self._save(isi):
            return True
        self._shown = before
        return False

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
            box.edited.connect(self.commit)
            add_row(form, bidang.label, box)
        column.addLayout(form)
        column.addStretch()
        self.setWidget(content)

    def tell(self, text: str) -> None:
        """Say what is wrong with the letter; empty for nothing."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))


def _has_focus(box: QWidget) -> bool:
    focused = box.focusWidget() if not box.hasFocus() else box
    return focused is not None and focused.hasFocus()
