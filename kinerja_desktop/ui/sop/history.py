"""What happened in a case, kejadian by kejadian; it can be read, never changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from kinerja_desktop.domain.sop.kejadian import JenisKejadian, Kejadian
from kinerja_desktop.domain.tanggal import format_waktu
from kinerja_desktop.services.sop_cases import Kasus
from kinerja_desktop.ui import dialogs

_HEADS = ("Waktu", "Kejadian", "Langkah", "Putaran", "Oleh", "Alasan atau catatan", "Bukti")
_WIDTHS = (150, 150, 60, 62, 150, 220)
_BUKTI = len(_HEADS) - 1
_WORDS = {
    JenisKejadian.SELESAI: "Diselesaikan",
    JenisKejadian.SETUJU: "Disetujui",
    JenisKejadian.BUKTI: "Bukti dilampirkan",
    JenisKejadian.CATATAN: "Catatan",
    JenisKejadian.BUKA_KEMBALI: "Dibuka kembali",
    JenisKejadian.BATAL: "Pelaksanaan dibatalkan",
}


class History(QTableWidget):
    """The oldest first, the newest in sight. Enter or a double click opens the evidence.

    Signals:
        evidence_wanted: id of an evidence file.
    """

    evidence_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_HEADS), parent)
        self.setHorizontalHeaderLabels(_HEADS)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.verticalHeader().hide()
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        header = self.horizontalHeader()
        header.setSectionResizeMode(_BUKTI, QHeaderView.ResizeMode.Stretch)
        header.sectionResized.connect(lambda *_: self.resizeRowsToContents())
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName("Riwayat pelaksanaan")
        self.itemActivated.connect(self._open)
        self._kasus: Kasus | None = None

    def show_case(self, kasus: Kasus) -> None:
        """Show what happened in a case."""
        self._kasus = kasus
        self.setRowCount(len(kasus.kejadian))
        for row, (item, putaran) in enumerate(zip(kasus.kejadian, kasus.putaran, strict=True)):
            files = ", ".join(kasus.bukti.get(key, "(berkas tidak ada)") for key in item.bukti)
            langkah = kasus.sop.sop.get_langkah(item.langkah)
            texts = (
                format_waktu(item.saat), _describe(kasus, row, item), str(langkah.sequence),
                str(putaran), item.pelaku, item.alasan, files,
            )  # fmt: skip
            for column, text in enumerate(texts):
                cell = QTableWidgetItem(text)
                cell.setToolTip("Tekan Enter untuk membuka berkas" if item.bukti else "")
                self.setItem(row, column, cell)
        self.resizeRowsToContents()
        self.scrollToBottom()

    def _open(self, cell: QTableWidgetItem) -> None:
        assert self._kasus is not None, "a cell belongs to a case"
        files = {
            self._kasus.bukti[key]: key
            for key in self._kasus.kejadian[cell.row()].bukti
            if key in self._kasus.bukti
        }
        if len(files) == 1:
            self.evidence_wanted.emit(next(iter(files.values())))
        elif files and (name := dialogs.choose(self, "Buka bukti yang mana?", list(files))):
            self.evidence_wanted.emit(files[name])


def _describe(kasus: Kasus, row: int, item: Kejadian) -> str:
    match item.jenis:
        case JenisKejadian.MULAI:
            return "Pelaksanaan dimulai" if row == 0 else "Mulai dikerjakan"
        case JenisKejadian.KEMBALIKAN:
            return f"Dikembalikan ke langkah {kasus.sop.sop.get_langkah(item.langkah).kembali_ke}"
    return _WORDS[item.jenis]
