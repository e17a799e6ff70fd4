"""Komentar: what units were told of a year, where each stands, and a place to write another."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from kinerja_desktop.services.kantor.office import Office
from kinerja_desktop.services.penerimaan.komentar import (
    Dikomentari,
    KomentarUnit,
    Sasaran,
    hapus_komentar,
    list_komentar,
    list_sasaran,
    tandai_selesai,
    write_berkas,
)
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.penerimaan.comment_form import CommentForm
from kinerja_desktop.ui.tables.arranging import compare_periode
from kinerja_desktop.ui.tables.detail_list import DetailList
from kinerja_desktop.ui.tables.plain_model import Column

_COLUMNS = (
    Column[KomentarUnit]("Unit", lambda row: row.unit, 150),
    Column[KomentarUnit](
        "Periode",
        lambda row: row.butir.periode.label,
        84,
        key=lambda row: compare_periode(row.butir.periode),
    ),
    Column[KomentarUnit]("Komentar", lambda row: " ".join(row.butir.isi.split())),
    Column[KomentarUnit]("Keadaan", lambda row: row.status, 92),
)
_EMPTY = (
    "Belum ada komentar untuk tahun ini. Pilih paketnya di sebelah kanan, tulis komentarnya, lalu "
    "tekan Simpan. Komentar ikut ke flashdisk bersama tanda terima, dan tampil di program unitnya."
)


class CommentTab(QWidget):
    """A list of the year; beside it the whole comment, and a new one to be written."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._wanted: Dikomentari | None = None
        self.done_button = QPushButton(style.icon("centang"), "Tandai &selesai")
        self.done_button.clicked.connect(self._mark)
        self.remove_button = QPushButton(style.icon("hapus"), "&Hapus")
        self.remove_button.clicked.connect(self._remove)
        self.write_button = QPushButton(style.icon("kirim"), "Tulis &berkas untuk unit…")
        writes(self.done_button, self.remove_button, self.write_button)
        self.write_button.clicked.connect(self._write)
        self.list = DetailList(
            _COLUMNS, "Komentar untuk unit", _EMPTY, lambda row: row.id, _describe
        )
        self.list.chosen.connect(self._enable)
        self.form = CommentForm(context)
        self._arrange()
        self._enable()

    def reload(self) -> None:
        """Read the comments of the chosen year again; what is being written stays."""
        tahun = self.context.periode.tahun

        def read(office: Office) -> tuple[list[KomentarUnit], list[Sasaran]]:
            return list_komentar(office, tahun), list_sasaran(office, tahun)

        def show(found: tuple[list[KomentarUnit], list[Sasaran]]) -> None:
            if self.context.periode.tahun == tahun:
                self._show(*found)

        self.context.load(self, read, show)

    def begin(self, wanted: Dikomentari) -> None:
        """Let a comment on a delivery be written."""
        self._wanted = wanted
        self.context.set_periode(wanted.periode)
        self.form.text.setFocus()
        self.reload()

    def _show(self, rows: Sequence[KomentarUnit], packages: Sequence[Sasaran]) -> None:
        self.list.show_rows(rows)
        wanted, self._wanted = self._wanted, None
        self.form.show_packages(packages, wanted)
        self._enable()

    def _mark(self) -> None:
        row, office = self.list.current(), self.context.office
        if row is not None:
            is_done = row.selesai is None
            self.context.store(self, lambda: tandai_selesai(office, row.id, is_done=is_done))

    def _remove(self) -> None:
        row, office = self.list.current(), self.context.office
        if row is not None:
            self.context.store(self, lambda: hapus_komentar(office, row.id))

    def _write(self) -> None:
        units = self._ask_units()
        folder = dialogs.choose_folder(self, "Pilih flashdisk atau folder unit") if units else None
        if folder is None:
            return

        def work(office: Office) -> list[Path]:
            return [path for unit in units if (path := write_berkas(office, unit, folder))]

        self.context.load(
            self,
            work,
            lambda paths: self.context.say_written(
                f"{len(paths)} berkas komentar ditulis ke {folder}", folder
            ),
        )

    def _ask_units(self) -> list[UUID]:
        """Ask for whom: the unit of the line, or all that are told something."""
        open_rows = {row.unit_id: row.unit for row in self.list.model.given if row.selesai is None}
        current = self.list.current()
        if current is None or current.unit_id not in open_rows:
            return list(open_rows)
        if len(open_rows) == 1:
            return [current.unit_id]
        one, every = f"Hanya {current.unit}", f"Semua ({len(open_rows)} unit)"
        answer = dialogs.choose(self, "Berkas komentar untuk siapa?", [one, every])
        return {one: [current.unit_id], every: list(open_rows)}.get(answer or "", [])

    def _enable(self) -> None:
        row = self.list.current()
        self.done_button.setEnabled(row is not None)
        self.done_button.setText(
            "Tandai belum &selesai" if row and row.selesai else "Tandai &selesai"
        )
        self.remove_button.setEnabled(row is not None and row.dikirim is None)
        self.write_button.setEnabled(any(item.selesai is None for item in self.list.model.given))

    def _arrange(self) -> None:
        head = QHBoxLayout()
        for button in (self.done_button, self.remove_button, self.write_button):
            head.addWidget(button)
        head.addStretch()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list)
        split.addWidget(self.form)
        split.setSizes([1100, 600])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        layout.addLayout(head)
        layout.addWidget(split, 1)


def _describe(row: KomentarUnit) -> str:
    butir = row.butir
    return f"{row.unit}, {butir.periode.label} · {row.tentang}\n{butir.isi}\n{row.keadaan}"
