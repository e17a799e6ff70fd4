"""Write an SOP of the office: identity page, columns and steps, with all that is still missing."""

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.sop.kantor import Pemilik
from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.periksa_kantor import check_sop_kantor
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.dialogs import make_buttons
from kinerja_desktop.ui.sop.draft import Draft
from kinerja_desktop.ui.sop.editor_columns import ColumnsTab
from kinerja_desktop.ui.sop.editor_identity import CellsTab, IdentityTab
from kinerja_desktop.ui.sop.editor_steps import StepsTab
from kinerja_desktop.ui.sop.reading_table import widen_tabs

_WIDTH, _HEIGHT, _AROUND = 1280, 700, 40
_TOLD = 3
_READY = "Lengkap. Pelaksanaan yang sedang berjalan tetap memakai versinya sendiri."


class SopEditor(QDialog):
    """Nothing is stored by it: who opened it keeps `sop` when it was accepted."""

    def __init__(
        self,
        parent: QWidget | None,
        title: str,
        sop: Sop,
        signers: Sequence[Pemilik],
        posts: Sequence[str],
        others: Sequence[str] = (),
    ) -> None:
        """Open an SOP to be written.

        Args:
            parent: the page.
            title: of the window.
            sop: as it begins.
            signers: who can sign it.
            posts: jabatan of the office.
            others: names of the other SOPs in force.
        """
        super().__init__(parent)
        self.others = others
        self.setWindowTitle(title)
        room = self.screen().availableGeometry()
        self.resize(min(_WIDTH, room.width() - _AROUND), min(_HEIGHT, room.height() - _AROUND))
        self.draft = Draft(sop, self)
        self.identity, self.cells = IdentityTab(self.draft, signers), CellsTab(self.draft)
        self.columns, self.steps = ColumnsTab(self.draft, posts), StepsTab(self.draft)
        self.tabs = QTabWidget()
        widen_tabs(self.tabs)
        for tab, name in (
            (_scrolling(self.identity), "1  Identitas"),
            (_scrolling(self.cells), "2  Dasar hukum dan lainnya"),
            (self.columns, "3  Pelaksana"),
            (self.steps, "4  Langkah dan diagram"),
        ):
            self.tabs.addTab(tab, name)
        self.state = QLabel()
        self.state.setWordWrap(True)
        buttons, self.save = make_buttons(self, "&Simpan SOP")
        self.save.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setSpacing(style.SMALL)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.state)
        layout.addWidget(buttons)
        self.draft.changed.connect(self._check)
        self.draft.refused.connect(self._refuse)
        self._check()
        self.identity.fields["nama_sop"].setFocus()

    @property
    def sop(self) -> Sop:
        """The SOP as it was written."""
        return self.draft.sop

    def reject(self) -> None:
        """Close, but never lose without asking what was written."""
        if self.draft.is_changed and not dialogs.confirm(
            self, "Tutup tanpa menyimpan SOP ini?", "Tutup tanpa menyimpan"
        ):
            return
        super().reject()

    def _check(self) -> None:
        problems = check_sop_kantor(self.draft.sop, self.others)
        blocking = [item.message for item in problems if not item.is_warning]
        hints = [item.message for item in problems if item.is_warning]
        self.save.setEnabled(not blocking)
        told = _sum_up(blocking) if blocking else _sum_up(hints) or _READY
        self._tell(told, "bahaya" if blocking else "redup")

    def _refuse(self, sentence: str) -> None:
        self._tell(sentence, "bahaya")

    def _tell(self, sentence: str, name: str) -> None:
        self.state.setText(sentence)
        self.state.setObjectName(name)
        self.state.style().polish(self.state)


def _sum_up(messages: Sequence[str]) -> str:
    """Say the first of them, and how many more there are."""
    shown = [f"{text.rstrip('.')}." for text in messages[:_TOLD]]
    rest = len(messages) - len(shown)
    return " ".join([*shown, *([f"Dan {rest} hal lain."] if rest else [])])


def _scrolling(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidget(widget)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    return area
