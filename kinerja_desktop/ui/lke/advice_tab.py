"""Recommendations of the LHE: what was asked, what is planned, by whom, until when, and proof."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.progress import Progress
from kinerja_desktop.services.lke.baca import list_bukti_rekomendasi
from kinerja_desktop.services.lke.isi import attach_bukti_rekomendasi
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.dropped_at import is_on
from kinerja_desktop.ui.lke.evidence import EvidenceBox
from kinerja_desktop.ui.tables.section_editor import SectionEditor

_EMPTY = "Belum ada rekomendasi. Isi dulu tab LHE, lalu tekan Tambah untuk tiap rekomendasi."
_NO_EVIDENCE = "Belum ada bukti tindak lanjut untuk rekomendasi ini."
_ON_A_LINE = "Bukti belum dilampirkan: jatuhkan pada baris rekomendasinya."
_COLUMNS = ("urutan", "rekomendasi", "status")


class AdviceTab(QWidget):
    """The rows of the recommendations, and below them the evidence of the chosen one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.editor = SectionEditor(
            context, SECTIONS["rekomendasi_lhe"], columns=_COLUMNS, empty=_EMPTY
        )
        self.evidence = EvidenceBox(context, _NO_EVIDENCE)
        self.editor.row_chosen.connect(self._show_row)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(QLabel("Bukti tindak lanjut"))
        column.addWidget(self.evidence, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.editor)
        splitter.addWidget(below)
        splitter.setSizes([1000, 140])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(splitter)

    def reload(self) -> None:
        """Read the rows again; the evidence follows the cursor."""
        self.editor.reload()

    def open_find(self) -> None:
        """Look for a recommendation."""
        self.editor.open_find()

    def take_dropped(self, paths: Sequence[Path], at: QPoint) -> bool:
        """Attach files to the recommendation on which they were dropped; False beside them all."""
        if not self.editor.is_on_rows(at):
            if not is_on(self.evidence, at):
                return False
            self.evidence.attach(*paths)
        elif key := self.editor.row_at(at):
            self.editor.choose_row(key)
            about = f"rekomendasi {self.editor.current_name()}"
            self.evidence.attach_to(partial(self._attach, key), about, paths)
        else:
            self._context.say(_ON_A_LINE)
        return True

    def _show_row(self, row: dict[str, Any] | None) -> None:
        if row is None:
            self.evidence.show_files([], None)
            return
        key: UUID = row["id"]
        attach = partial(self._attach, key)
        self._context.load(
            self,
            lambda office: list_bukti_rekomendasi(office, key),
            lambda files: self._show_files(key, files, attach),
        )

    def _show_files(self, key: UUID, files: Any, attach: Any) -> None:
        if self.editor.current_id() == key:
            about = f"rekomendasi {self.editor.current_name()}"
            self.evidence.show_files(files, attach, about)

    def _attach(self, key: UUID, source: Path, progress: Progress) -> None:
        attach_bukti_rekomendasi(self._context.office, key, source, progress)
