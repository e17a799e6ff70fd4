"""The ribbon across the window of a sample office, with the way to an office of one's own."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from kinerja_desktop.domain.angka.tanggal import format_tanggal
from kinerja_desktop.errors import KinerjaError
from kinerja_desktop.services.riwayat.status import StatusKantor
from kinerja_desktop.ui.base import dialogs, style
from kinerja_desktop.ui.base.context import Context

_TOLD = "<b>CONTOH</b> — data latihan, bukan data kantor ini; cetakannya bertanda CONTOH."
_QUESTION = "Hapus data latihan dan mulai kantor sendiri?"
_DETAIL = (
    "Data latihan tidak tampil lagi, dan program menanyakan kantor Anda dari awal. Seluruh data "
    "latihan disimpan dulu dalam folder latihan-… di dalam folder data."
)


class SampleRibbon(QFrame):
    """Says that the data is no office's, and leads out of it; hidden where it is one's own."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setObjectName("pita")
        self.label = QLabel(_TOLD)
        self.label.setWordWrap(True)
        self.leave_button = QPushButton("Hapus data latihan dan mulai kantor saya…")
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
        day = status.latihan
        told = f" Hari ini di kantor latihan: {format_tanggal(day)}." if day else ""
        self.label.setText(f"{_TOLD}{told}")
        self.setVisible(status.contoh)

    def _leave(self) -> None:
        from kinerja_desktop.services.latihan.keluar import leave_contoh, require_way_out

        context = self._context
        office, place = context.office, context.office.place.where
        try:
            require_way_out(office)
        except KinerjaError as error:
            dialogs.explain(self, error)
            return
        if dialogs.confirm(self, _QUESTION, "Hapus data latihan", _DETAIL):
            context.next_place = place
            context.leave(lambda: leave_contoh(place))
