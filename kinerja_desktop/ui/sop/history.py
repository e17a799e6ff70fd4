"""What happened in a case, kejadian by kejadian; it can be read, never changed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTableWidgetItem

from kinerja_desktop.domain.sop.kejadian import JenisKejadian, Kejadian
from kinerja_desktop.services.sop.cases import Kasus
from kinerja_desktop.ui.base import dialogs
from kinerja_desktop.ui.sop.reading_table import ReadingTable
from kinerja_desktop.ui.sop.table_content import format_moment

_HEADS = ("Terjadi", "Kejadian", "Langkah", "Putaran", "Oleh", "Alasan", "Bukti")
_WIDTHS = (176, 138, 68, 66, 0, 0, 0)
_WORDS = {
    JenisKejadian.SELESAI: "Diselesaikan",
    JenisKejadian.SETUJU: "Disetujui",
    JenisKejadian.BUKTI: "Bukti dilampirkan",
    JenisKejadian.CATATAN: "Catatan",
    JenisKejadian.BUKA_KEMBALI: "Dibuka kembali",
    JenisKejadian.BATAL: "Pelaksanaan dibatalkan",
}


class History(ReadingTable):
    """The oldest first, the newest in sight. Enter or a double click opens the evidence.

    Signals:
        evidence_wanted: id of an evidence file.
    """

    evidence_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_HEADS, _WIDTHS, "Riwayat pelaksanaan")
        self.itemActivated.connect(self._open)
        self._kasus: Kasus | None = None

    def show_case(self, kasus: Kasus) -> None:
        """Show what happened in a case."""
        self._kasus = kasus
        self.set_rows(
            [
                _row(kasus, n, item, putaran)
                for n, (item, putaran) in enumerate(zip(kasus.kejadian, kasus.putaran, strict=True))
            ]
        )
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


def _row(kasus: Kasus, n: int, item: Kejadian, putaran: int) -> tuple[str, ...]:
    files = ", ".join(kasus.bukti.get(key, "(berkas tidak ada)") for key in item.bukti)
    reasons = [item.alasan, item.pengecualian and f"Dilanjutkan: {item.pengecualian}"]
    noted = f"\ndicatat {format_moment(item.dicatat)}" if item.dicatat else ""
    return (
        f"{format_moment(item.saat)}{noted}", _describe(kasus, n, item), str(item.langkah),
        str(putaran), item.pelaku, "\n".join(filter(None, reasons)),
        f"{files} (Enter: buka)" if files else "",
    )  # fmt: skip


def _describe(kasus: Kasus, row: int, item: Kejadian) -> str:
    match item.jenis:
        case JenisKejadian.MULAI:
            return "Pelaksanaan dimulai" if row == 0 else "Mulai dikerjakan"
        case JenisKejadian.KEMBALIKAN:
            return f"Dikembalikan ke langkah {kasus.sop.sop.get_langkah(item.langkah).kembali_ke}"
    return _WORDS[item.jenis]
