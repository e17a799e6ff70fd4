"""The columns of an SOP that is being written: who takes part, from left to right."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.sop.kolom import add_kolom, move_kolom, remove_kolom, rename_kolom
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.flow_layout import FlowLayout
from kinerja_desktop.ui.sop.draft import Draft

_KODE = Qt.ItemDataRole.UserRole


class ColumnsTab(QWidget):
    """A list of the columns, and a name to add or to give."""

    def __init__(self, draft: Draft, posts: Sequence[str]) -> None:
        super().__init__()
        self._draft = draft
        self.list = QListWidget()
        self.list.setAccessibleName("Kolom pelaksana")
        self.list.currentRowChanged.connect(self._show_name)
        self.name = ChoiceBox()
        self.name.setEditable(True)
        self.name.addItems(list(posts))
        self.name.setCurrentText("")
        self.name.setAccessibleName("Nama pelaksana")
        self.add = self._button("Tam&bah", self._add)
        self.rename = self._button("&Ganti nama", self._rename)
        self.left = self._button("Ke k&iri", lambda: self._move(-1))
        self.right = self._button("Ke k&anan", lambda: self._move(1))
        self.remove = self._button("&Hapus", self._remove)
        note = QLabel(
            "Kolom pelaksana pada tabel SOP, dari kiri ke kanan: jabatan atau kelompok, bukan nama "
            "orang. Yang tidak berkolom hanya mendampingi."
        )
        note.setObjectName("redup")
        note.setWordWrap(True)
        label = QLabel("&Jabatan")
        label.setBuddy(self.name)
        line = QHBoxLayout()
        line.addWidget(label)
        line.addWidget(self.name, 1)
        row = FlowLayout()
        for button in (self.add, self.rename, self.left, self.right, self.remove):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addWidget(note)
        layout.addLayout(line)
        layout.addLayout(row)
        layout.addWidget(self.list, 1)
        draft.changed.connect(self._show)
        self._show()
        self.list.setCurrentRow(0)

    def _button(self, text: str, deed: Callable[[], object]) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)
        button.clicked.connect(lambda: deed())
        return button

    def _show(self) -> None:
        """Show the columns of the draft; the chosen one stays chosen."""
        wanted = [(peran.kode, _describe(self._draft.sop, peran.kode)) for peran in
                  self._draft.sop.peran]  # fmt: skip
        shown = [
            (item.data(_KODE), item.text())
            for item in (self.list.item(row) for row in range(self.list.count()))
        ]
        if wanted == shown:
            return
        chosen = self._chosen()
        self.list.clear()
        for kode, text in wanted:
            item = QListWidgetItem(text)
            item.setData(_KODE, kode)
            self.list.addItem(item)
        kodes = [kode for kode, _ in wanted]
        self.list.setCurrentRow(kodes.index(chosen) if chosen in kodes else 0)

    def _chosen(self) -> str:
        item = self.list.currentItem()
        return str(item.data(_KODE)) if item else ""

    def _show_name(self) -> None:
        kode = self._chosen()
        if kode:
            self.name.setCurrentText(self._draft.sop.get_peran(kode).nama)
        has_column = bool(kode) and self._draft.sop.get_peran(kode).has_kolom
        for button in (self.left, self.right, self.remove):
            button.setEnabled(has_column)

    def _add(self) -> None:
        name = self.name.currentText()
        if self._draft.change(lambda sop: add_kolom(sop, name)):
            self.list.setCurrentRow(len(self._draft.sop.kolom) - 1)

    def _rename(self) -> None:
        kode, name = self._chosen(), self.name.currentText()
        self._draft.change(lambda sop: rename_kolom(sop, kode, name))

    def _move(self, by: int) -> None:
        kode = self._chosen()
        self._draft.change(lambda sop: move_kolom(sop, kode, by))

    def _remove(self) -> None:
        kode = self._chosen()
        self._draft.change(lambda sop: remove_kolom(sop, kode))


def _describe(sop: Sop, kode: str) -> str:
    peran = sop.get_peran(kode)
    return peran.nama if peran.has_kolom else f"{peran.nama} (tanpa kolom)"
