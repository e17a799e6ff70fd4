"""The ribbon across the window of an office nobody works in, with the way to one's own."""

from dataclasses import dataclass

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.services.riwayat.status import StatusKantor
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.begin_again import Farewell, ask_to_leave, is_in_folder
from kinerja_desktop.ui.base.context import Context


@dataclass(frozen=True)
class _Words:
    """What the ribbon says of an office, and what it asks before that is left."""

    told: str
    button: str
    asked: Farewell


_CONTOH = _Words(
    "<b>CONTOH</b> — data latihan, bukan data kantor ini; cetakannya bertanda CONTOH.",
    "Hapus data latihan dan mulai kantor saya…",
    Farewell(
        "Hapus data latihan dan mulai kantor sendiri?",
        "Hapus data latihan",
        "Data latihan tidak tampil lagi, dan program menanyakan kantor Anda dari awal. Seluruh "
        "data latihan disimpan dulu dalam folder latihan-… di dalam folder data.",
    ),
)
_BARU = _Words(
    "Kantor ini baru disiapkan dan masih kosong. Salah pilih atau salah nama?",
    "Ulangi panduan awal…",
    Farewell(
        "Ulangi panduan awal?",
        "Ulangi panduan awal",
        "Program menanyakan kantor Anda dari awal. Yang tadi diisi disimpan dulu dalam folder "
        "kantor-baru-… di dalam folder data.",
    ),
)


class SampleRibbon(QFrame):
    """Says that the data is no office's, or not yet, and leads out of it; hidden else."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._words = _CONTOH
        self.setObjectName("pita")
        self.label = QLabel(_CONTOH.told)
        self.label.setWordWrap(True)
        self.leave_button = QPushButton(_CONTOH.button)
        # No higher than the words beside it: at 150 % the pages need every line.
        self.leave_button.setObjectName("rendah")
        self.leave_button.clicked.connect(self._leave)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(style.LARGE, style.SMALL // 2, style.LARGE, style.SMALL // 2)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.leave_button)
        self.hide()

    def show_status(self, status: StatusKantor) -> None:
        """Show or hide it, with the day of the practice office's own calendar."""
        is_new = status.baru and is_in_folder(self._context)
        self._words = _BARU if is_new and not status.contoh else _CONTOH
        day = status.latihan
        told = f" Hari ini di kantor latihan: {format_tanggal(day)}." if day else ""
        self.label.setText(f"{self._words.told}{told}")
        self.leave_button.setText(self._words.button)
        self.setVisible(status.contoh or is_new)

    def _leave(self) -> None:
        ask_to_leave(self, self._context, self._words.asked)
