"""Dialog Kinerja: what the Camat said of a triwulan, typed for the office and each official."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.domain.sections import SECTIONS
from kinerja_desktop.services.evaluasi.dialog import DIALOG
from kinerja_desktop.services.kantor.dokumen import Permintaan
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.screen_room import resize_within
from kinerja_desktop.ui.tables.section_editor import SectionEditor

_HIDDEN = ("tahun", "triwulan")
_EMPTY = (
    "Belum ada catatan. Tekan Tambah: tanpa pejabat untuk kinerja kantor, atau pilih pejabatnya. "
    "Capaiannya diambil dari Pengukuran."
)


class DialogKinerjaWindow(QDialog):
    """The dialogs of one triwulan; what is typed is kept as everywhere else.

    Attributes:
        wanted: the paper to show when the window is closed; None for none.
    """

    def __init__(self, parent: QWidget, context: Context, periode: Periode) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Dialog Kinerja {periode.label}")
        resize_within(self, 860, 460)
        self._periode = periode
        self._about: UUID | None = None
        self.wanted: Permintaan | None = None
        section = SECTIONS["dialog_kinerja"]
        names = [field.name for field in section.fields if field.name not in _HIDDEN]
        self.editor = SectionEditor(
            context, section, columns=("pejabat_id", "tanggal"), names=names,
            where=lambda: {"tahun": periode.tahun, "triwulan": periode.triwulan}, empty=_EMPTY,
            start=lambda: {"tanggal": context.office.today()},
        )  # fmt: skip
        self.editor.row_chosen.connect(self._choose)
        self.print_button = QPushButton(style.icon("dokumen"), "Prati&njau dan cetak")
        self.print_button.clicked.connect(self._print)
        close = QPushButton("&Tutup")
        close.clicked.connect(self.reject)
        note = QLabel("Kosongkan pejabat untuk kinerja kantor.")
        note.setObjectName("redup")
        row = QHBoxLayout()
        row.addWidget(note, 1)
        row.addWidget(self.print_button)
        row.addWidget(close)
        layout = QVBoxLayout(self)
        layout.addWidget(self.editor, 1)
        layout.addLayout(row)
        self.editor.reload()
        context.tables_changed.connect(self._hear)

    def _hear(self, tables: set[str]) -> None:
        if "dialog_kinerja" in tables:
            self.editor.reload()

    def _choose(self, row: Mapping[str, Any] | None) -> None:
        self._about = row["pejabat_id"] if row else None

    def _print(self) -> None:
        self.wanted = Permintaan(DIALOG.kunci, self._periode, self._about)
        self.accept()
