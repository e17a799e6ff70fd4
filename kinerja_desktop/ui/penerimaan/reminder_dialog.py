"""Letters to all who have not delivered: their day, the new last day, and the number."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from kinerja_desktop.services.penerimaan.pengingat import IsiPengingat, UnitKurang
from kinerja_desktop.ui.base.date_field import DateField
from kinerja_desktop.ui.base.dialogs import make_buttons
from kinerja_desktop.ui.base.typed_dialog import TypedDialog

_MOST_NAMES = 30


class ReminderDialog(TypedDialog):
    """Says to whom they go before they are written."""

    def __init__(
        self, parent: QWidget | None, owing: Sequence[UnitKurang], proposed: IsiPengingat
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("Surat pengingat")
        self.setMinimumWidth(520)
        names = ", ".join(unit.sebutan for unit in owing[:_MOST_NAMES])
        more = len(owing) - _MOST_NAMES
        whom = QLabel(
            f"{len(owing)} surat dalam satu berkas, masing-masing satu halaman, untuk {names}"
            f"{f', dan {more} unit lain' if more > 0 else ''}."
        )
        whom.setWordWrap(True)
        self.tanggal = DateField(proposed.tanggal, required=True)
        self.batas = DateField(proposed.batas, required=True)
        self.nomor = QLineEdit()
        self.nomor.setPlaceholderText("Kosong: ditulis tangan pada tiap surat")
        form = QFormLayout()
        rows: tuple[tuple[str, QWidget], ...] = (
            ("&Tanggal surat", self.tanggal),
            ("", self.tanggal.reading),
            ("&Disampaikan paling lambat", self.batas),
            ("", self.batas.reading),
            ("&Nomor, satu untuk semua", self.nomor),
        )
        for text, field in rows:
            label = QLabel(text)
            label.setBuddy(field)
            form.addRow(label, field)
        buttons, self.accept_button = make_buttons(self, "&Simpan sebagai…")
        layout = QVBoxLayout(self)
        layout.addWidget(whom)
        layout.addLayout(form)
        layout.addWidget(buttons)
        for date_field in (self.tanggal, self.batas):
            date_field.date_changed.connect(lambda _: self._enable())
        self._enable()

    def isi(self) -> IsiPengingat | None:
        """Return what was typed; None while a date is none."""
        tanggal, batas = self.tanggal.day(), self.batas.day()
        if tanggal is None or batas is None:
            return None
        return IsiPengingat(tanggal, batas, self.nomor.text().strip())

    def _enable(self) -> None:
        self.accept_button.setEnabled(self.isi() is not None)
