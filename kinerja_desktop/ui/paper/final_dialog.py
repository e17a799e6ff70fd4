"""Before a document is made final: what is missing, and the date that will stand on it."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import (
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.batas_tanggal import BatasTanggal
from kinerja_desktop.domain.capaian.keselarasan import list_blocking
from kinerja_desktop.errors import Problem
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.date_field import DateField, make_date_row, name_dated_deed
from kinerja_desktop.ui.base.dialogs import make_buttons
from kinerja_desktop.ui.base.meaning import Meanings
from kinerja_desktop.ui.base.typed_dialog import TypedDialog
from kinerja_desktop.ui.paper.problem_lines import BLOCKS, REMARKS, Lead, ProblemLines

TITLE = "Jadikan final"
TERKUNCI = "Sesudah final, isiannya terkunci dan kode verifikasinya tercetak di kertas."
"""What a document is afterwards whose figures are frozen."""
TERSIMPAN = "Sesudah final, cetakannya disimpan dan tidak berubah, walau datanya berubah."
"""What a document is afterwards whose print is kept."""
NEXT = "Cetak, minta tanda tangan, lalu lampirkan pindaiannya di Dokumen."
"""What follows once a document is final."""
_FOR_GOOD = (
    "Penanda tangan dipilih menurut tanggal dokumen. Tidak dapat dibatalkan dengan Ctrl+Z; dibuka "
    "kembali hanya dengan alasan."
)
#: Room for a problem of two lines, and for so many before one scrolls.
_LINE_HEIGHT, _MOST_LINES = 40, 6
_REASON_HEIGHT = 70
_TELL = "Tulis dulu mengapa yang belum ditulis tidak dapat dipenuhi."
_OPENS = "Klik dua kali, atau Enter, pada sebuah baris membuka tempatnya."
_RECORDED = "Alasan ini dicatat di riwayat. Atau tutup jendela ini dan lengkapi isiannya."


class FinalDialog(TypedDialog):
    """Shows everything that is missing at once; only warnings may be passed over.

    What should be told and is not, may be passed over only with a reason, which is recorded.
    """

    def __init__(
        self,
        parent: QWidget | None,
        judul: str,
        problems: Sequence[Problem],
        day: date,
        batas: BatasTanggal,
        sesudah: str = TERKUNCI,
        lead: Lead = lambda _: None,
    ) -> None:
        """Make the dialog.

        Args:
            parent: the widget that asks.
            judul: what the document is called.
            problems: what is missing or odd.
            day: the date that is proposed.
            batas: between which days it is dated as a rule.
            sesudah: what will be so afterwards.
            lead: what opens the place of a problem, once this dialog is closed.
        """
        super().__init__(parent)
        self.setWindowTitle(TITLE)
        self.setMinimumWidth(560)
        self.blocking = list_blocking(problems)
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setMaximumHeight(_REASON_HEIGHT)
        self._lead = lead
        self.needs_reason = any(problem.needs_reason for problem in problems)
        layout = QVBoxLayout(self)
        layout.setSpacing(style.MEDIUM)
        for widget in self._head(judul, problems, sesudah):
            layout.addWidget(widget)
        self.date = DateField(day, required=True)
        self.date.watch(batas.describe_odd)
        explaining = self._make_reason_row()
        layout.addWidget(explaining)
        asking = QWidget()
        row = make_date_row("&Tanggal dokumen", self.date)
        row.setContentsMargins(0, 0, 0, 0)
        asking.setLayout(row)
        layout.addWidget(asking)
        buttons, self.accept_button = make_buttons(self, "Jadikan &final")
        name_dated_deed(self.accept_button, "Jadikan &final", self.date)
        self.date.date_changed.connect(self._enable)
        self.reason.textChanged.connect(self._enable)
        self._enable()
        layout.addWidget(buttons)
        for part in (asking, self.accept_button):
            part.setVisible(not self.blocking)
        if not self.blocking:
            (self.reason if self.needs_reason else self.date).setFocus()
        explaining.setVisible(self.needs_reason and not self.blocking)

    def tanggal(self) -> date:
        """Return the date that will stand on the paper; it also chooses the signer."""
        chosen = self.date.day()
        # The button that ends the dialog waits for a date.
        assert chosen is not None
        return chosen

    def alasan(self) -> str:
        """Return why what is missing cannot be supplied; empty when nothing is."""
        return self.reason.toPlainText().strip() if self.needs_reason else ""

    def _leave_for(self, way: Callable[[], None]) -> None:
        """Open the place of a problem; words that were typed here are asked about first."""
        self.reject()
        if not self.isVisible():
            way()

    def _enable(self) -> None:
        is_told = bool(self.alasan()) or not self.needs_reason
        self.accept_button.setEnabled(self.date.day() is not None and is_told)
        self.accept_button.setToolTip("" if is_told else _TELL)

    def _make_reason_row(self) -> QWidget:
        row = QWidget()
        label = QLabel("Tidak dapat dipenuhi &karena")
        label.setBuddy(self.reason)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (label, self.reason, _wrapped(_RECORDED)):
            column.addWidget(widget)
        return row

    def _head(self, judul: str, problems: Sequence[Problem], sesudah: str) -> list[QWidget]:
        if self.blocking:
            text = f"{judul} belum dapat dijadikan final. Lengkapi dulu:"
            if len(self.blocking) < len(problems):
                text = (
                    f"{judul} belum dapat dijadikan final. Lengkapi dulu yang bertanda {BLOCKS}; "
                    f"yang bertanda {REMARKS} sebaiknya diperiksa:"
                )
        elif problems:
            text = f"{judul} dapat dijadikan final, tetapi masih ada yang sebaiknya dilengkapi:"
        else:
            text = f"{judul} lengkap."
        shown = [_wrapped(text)]
        if problems:
            self.lines = lines = ProblemLines(problems, self._lead)
            lines.chosen.connect(self._leave_for)
            lines.setMaximumHeight(_LINE_HEIGHT * min(len(problems), _MOST_LINES) + style.LARGE)
            shown += [lines, *([_wrapped(_OPENS)] if lines.leads else []), Meanings(problems)]
        if not self.blocking:
            shown.append(_wrapped(f"{sesudah} {_FOR_GOOD}"))
        return shown


def _wrapped(text: str) -> QWidget:
    label = QLabel(text)
    label.setWordWrap(True)
    return label
