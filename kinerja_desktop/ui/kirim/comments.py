"""The tab Komentar: what Bappeda said, what leaders asked, and what of it is done."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

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
from kinerja_desktop.ui.base.writing import writes
from kinerja_desktop.ui.tables.arranging import compare_periode
from kinerja_desktop.ui.tables.detail_list import DetailList
from kinerja_desktop.ui.tables.plain_model import Column

_COLUMNS = (
    Column[KomentarMasuk](
        "Periode",
        lambda row: row.butir.periode.label,
        120,
        key=lambda row: compare_periode(row.butir.periode),
    ),
    Column[KomentarMasuk]("Tentang", lambda row: row.tentang, 170),
    Column[KomentarMasuk]("Dari", lambda row: row.butir.dari, 130),
    Column[KomentarMasuk]("Komentar", lambda row: " ".join(row.butir.isi.split())),
    Column[KomentarMasuk]("Keadaan", describe_keadaan, 150),
)
_EMPTY = (
    "Belum ada komentar dari Bappeda, atau pertanyaan yang dicatat dalam Mode baca. Colokkan "
    "flashdisk yang kembali dari Bappeda: tanda terima dan komentarnya terbaca sendiri. Yang "
    "disimpan di folder lain dibaca dengan tombol di atas."
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
        writes(self.day, self.done_button, self.read_button)
        head = QHBoxLayout()
        head.addLayout(make_date_row("&Selesai", self.day))
        head.addWidget(self.done_button)
        head.addStretch()
        head.addWidget(self.read_button)
        self.list = DetailList(
            _COLUMNS, "Komentar dan pertanyaan", _EMPTY, lambda row: row.id, _describe_whole
        )
        self.list.chosen.connect(self._enable)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*style.TAB)
        layout.setSpacing(style.MEDIUM)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        self._enable()

    def reload(self) -> None:
        """Read the comments again."""
        self.context.load(self, list_komentar_masuk, self.list.show_rows)

    def take_focus(self) -> None:
        """Bring the cursor to the comments; while there are none, to what reads them."""
        table = self.list.table
        (table if table.isVisibleTo(self) else self.read_button).setFocus()

    def _mark(self) -> None:
        row, office = self.list.current(), self.context.office
        if row is not None:
            day = None if row.selesai else self.day.day()
            self.context.store(self, lambda: mark_komentar(office, row.id, day))

    def _enable(self) -> None:
        row = self.list.current()
        is_done = row is not None and row.selesai is not None
        self.done_button.setText("Tandai belum s&elesai" if is_done else "Tandai s&elesai")
        self.done_button.setEnabled(row is not None and (is_done or self.day.day() is not None))


def _describe_whole(row: KomentarMasuk) -> str:
    butir = row.butir
    day = format_tanggal(local_date(butir.dibuat))
    head = f"{butir.dari}, {day} · {butir.periode.label} · {row.tentang}"
    return f"{head}\n{butir.isi}"
