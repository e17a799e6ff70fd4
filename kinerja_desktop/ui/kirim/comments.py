"""The tab Komentar Bappeda: what this office was told of its deliveries, and what is done."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from kinerja_desktop.domain.angka.tanggal import format_tanggal, local_date
from kinerja_desktop.services.kiriman.komentar import (
    KomentarMasuk,
    describe_keadaan,
    list_komentar_masuk,
    mark_komentar,
)
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.date_field import DateField, make_date_row
from kinerja_desktop.ui.tables.plain_table import Column, PlainTable, PlainTableModel

_COLUMNS = (
    Column[KomentarMasuk]("Periode", lambda row: row.butir.periode.label, 150),
    Column[KomentarMasuk]("Tentang", lambda row: row.butir.tentang or "Paket seluruhnya", 230),
    Column[KomentarMasuk]("Komentar", lambda row: " ".join(row.butir.isi.split())),
    Column[KomentarMasuk]("Keadaan", describe_keadaan, 180),
)
_EMPTY = (
    "Belum ada komentar dari Bappeda. Colokkan flashdisk yang kembali dari Bappeda: tanda terima "
    "dan komentarnya terbaca sendiri. Yang disimpan di folder lain dibaca dengan tombol di atas."
)


class CommentList(QWidget):
    """What is open stands first; of the chosen line everything is told below."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.day = DateField(context.office.today(), required=True)
        self.day.date_changed.connect(lambda _: self._enable())
        self.done_button = QPushButton(style.icon("centang"), "Tandai s&elesai")
        self.done_button.clicked.connect(self._mark)
        self.read_button = QPushButton("&Baca dari folder…")
        head = QHBoxLayout()
        head.addLayout(make_date_row("&Selesai", self.day))
        head.addWidget(self.done_button)
        head.addStretch()
        head.addWidget(self.read_button)
        self.empty = QLabel(_EMPTY)
        self.empty.setObjectName("redup")
        self.empty.setWordWrap(True)
        self.model = PlainTableModel(_COLUMNS)
        self.table = PlainTable(self.model, "Komentar Bappeda")
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._enable())
        self.detail = QLabel()
        self.detail.setWordWrap(True)
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setSpacing(style.MEDIUM)
        layout.addLayout(head)
        layout.addWidget(self.empty)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.detail)
        layout.addStretch()
        self._show(())

    def reload(self) -> None:
        """Read the comments again."""
        self.context.load(self, list_komentar_masuk, self._show)

    def _show(self, rows: Sequence[KomentarMasuk]) -> None:
        kept = self.table.current()
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        ids = [row.id for row in rows]
        if rows:
            self.table.selectRow(ids.index(kept.id) if kept and kept.id in ids else 0)
        self._enable()

    def _mark(self) -> None:
        row, office = self.table.current(), self.context.office
        if row is not None:
            day = None if row.selesai else self.day.day()
            self.context.store(self, lambda: mark_komentar(office, row.id, day))

    def _enable(self) -> None:
        row = self.table.current()
        self.detail.setText(_describe_whole(row) if row else "")
        is_done = row is not None and row.selesai is not None
        self.done_button.setText("Tandai belum s&elesai" if is_done else "Tandai s&elesai")
        self.done_button.setEnabled(row is not None and (is_done or self.day.day() is not None))


def _describe_whole(row: KomentarMasuk) -> str:
    butir = row.butir
    day = format_tanggal(local_date(butir.dibuat))
    about = butir.tentang or "Paket seluruhnya"
    return f"{butir.dari}, {day} · {butir.periode.label} · {about}\n{butir.isi}"
