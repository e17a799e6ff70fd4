"""Before a document is made final: what is missing, and the date that will stand on it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.capaian.keselarasan import list_blocking
from kinerja_desktop.errors import Problem
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.date_field import DateField, make_date_row, name_dated_deed
from kinerja_desktop.ui.base.dialogs import make_buttons

TITLE = "Jadikan final"


class FinalDialog(QDialog):
    """Shows everything that is missing at once; only warnings may be passed over."""

    def __init__(
        self, parent: QWidget | None, judul: str, problems: Sequence[Problem], today: date
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setMinimumWidth(560)
        self.blocking = list_blocking(problems)
        layout = QVBoxLayout(self)
        layout.setSpacing(style.MEDIUM)
        for widget in self._head(judul, problems):
            layout.addWidget(widget)
        self.date = DateField(today, required=True)
        asking = QWidget()
        row = make_date_row("&Tanggal dokumen", self.date)
        row.setContentsMargins(0, 0, 0, 0)
        asking.setLayout(row)
        layout.addWidget(asking)
        buttons, self.accept_button = make_buttons(self, "Jadikan &final")
        name_dated_deed(self.accept_button, "Jadikan &final", self.date)
        layout.addWidget(buttons)
        for part in (asking, self.accept_button):
            part.setVisible(not self.blocking)

    def tanggal(self) -> date:
        """Return the date that will stand on the paper; it also chooses the signer."""
        chosen = self.date.day()
        # The button that ends the dialog waits for a date.
        assert chosen is not None
        return chosen

    def _head(self, judul: str, problems: Sequence[Problem]) -> list[QWidget]:
        if self.blocking:
            text = f"{judul} belum dapat dijadikan final. Lengkapi dulu:"
        elif problems:
            text = f"{judul} dapat dijadikan final, tetapi masih ada yang sebaiknya dilengkapi:"
        else:
            text = f"{judul} lengkap."
        shown = [_wrapped(text)]
        if problems:
            lines = QListWidget()
            lines.setWordWrap(True)
            lines.addItems([str(problem) for problem in problems])
            shown.append(lines)
        if not self.blocking:
            shown.append(
                _wrapped(
                    "Sesudah final, isiannya terkunci dan kode verifikasinya tercetak di kertas. "
                    "Penanda tangan dipilih menurut tanggal dokumen."
                )
            )
        return shown


def _wrapped(text: str) -> QWidget:
    label = QLabel(text)
    label.setWordWrap(True)
    return label
