"""What is asked when a case starts or is opened again, and which seed is taken into use."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from kinerja_desktop.domain.angka.periode import Periode
from kinerja_desktop.services.sop.cases import Kasus
from kinerja_desktop.services.sop.library import SopKantor
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.dialogs import make_buttons
from kinerja_desktop.ui.base.screen_room import grow_within
from kinerja_desktop.ui.base.typed_dialog import TypedDialog
from kinerja_desktop.ui.sop.moment_field import MomentField
from kinerja_desktop.ui.sop.step_card import FOR_GOOD

_WIDTH, _REASON_HEIGHT = 480, 90


class StartDialog(TypedDialog):
    """Which SOP is run, and what this run is called; the period is the one chosen above."""

    def __init__(
        self,
        parent: QWidget | None,
        choices: Sequence[SopKantor],
        periode: Periode,
        today: date,
        start: Callable[["StartDialog"], bool],
    ) -> None:
        """Make the dialog.

        Args:
            parent: the page.
            choices: the SOPs in force.
            periode: what the run is for.
            today: the office's day.
            start: starts what stands in the dialog; False when it was refused, which has been
                told: then the dialog stays as it was filled in.
        """
        super().__init__(parent)
        self._start = start
        self.setWindowTitle("Mulai SOP")
        self.setMinimumWidth(_WIDTH)
        self.sop, self.judul = ChoiceBox(), QLineEdit()
        self.sop.setAccessibleName("SOP yang dijalankan")
        for item in choices:
            self.sop.addItem(f"{item.nama} — versi {item.versi}", item.id)
        self.judul.setPlaceholderText("boleh kosong, misalnya: revisi setelah evaluasi")
        period = QLabel(f"{periode.label} (dipilih di atas jendela)")
        form = QFormLayout(self)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.addRow("&SOP", self.sop)
        form.addRow("Untuk", period)
        form.addRow("&Judul", self.judul)
        self.kapan = MomentField("")
        self.kapan.set_today(today)
        caption = QLabel("&Dimulai")
        caption.setBuddy(self.kapan.tanggal)
        form.addRow(caption, self.kapan)
        for field in (self.kapan.tanggal, self.kapan.jam):
            # After it was told how the moment is understood, or what is wrong with it.
            field.textChanged.connect(lambda: grow_within(self))
        form.addRow(self.kapan.reading)
        note = QLabel(
            "Langkah pertama langsung berjalan, dan tenggatnya dihitung sejak dimulai. Mulainya "
            "tidak dapat dibatalkan dengan Ctrl+Z; yang keliru dimulai dibatalkan dengan alasan, "
            "dan tetap tercatat."
        )
        note.setObjectName("redup")
        note.setWordWrap(True)
        form.addRow(note)
        buttons, self.accept_button = make_buttons(self, "&Mulai")
        form.addRow(buttons)

    def accept(self) -> None:
        """Start the case; stay open when the moment is none, or the start is refused."""
        if self.kapan.error():
            self.kapan.focus_wrong()
        elif self._start(self):
            super().accept()


class ReopenDialog(TypedDialog):
    """At which step the case goes on again, and why."""

    def __init__(self, parent: QWidget | None, kasus: Kasus, chosen: int) -> None:
        super().__init__(parent)
        self.setWindowTitle("Buka kembali")
        self.setMinimumWidth(_WIDTH)
        self.langkah, self.alasan = ChoiceBox(), QPlainTextEdit()
        self.langkah.setAccessibleName("Langkah")
        for sequence in sorted(kasus.dapat_dibuka):
            uraian = kasus.sop.sop.get_langkah(sequence).uraian
            words = uraian.diterima or uraian.tercetak or "(uraian kosong)"
            self.langkah.addItem(f"{sequence} · {words}", sequence)
        self.langkah.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.langkah.setCurrentIndex(max(0, self.langkah.findData(chosen)))
        self.alasan.setTabChangesFocus(True)
        self.alasan.setMaximumHeight(_REASON_HEIGHT)
        self.alasan.setAccessibleName("Alasan")
        note = QLabel(
            f"Pelaksanaan berjalan lagi dari langkah ini sebagai putaran "
            f"{kasus.posisi.putaran + 1}. Riwayat yang ada tidak berubah. {FOR_GOOD}"
        )
        note.setObjectName("redup")
        note.setWordWrap(True)
        form = QFormLayout(self)
        form.addRow("&Langkah", self.langkah)
        form.addRow("&Alasan", self.alasan)
        form.addRow(note)
        buttons, self.accept_button = make_buttons(self, "&Buka kembali")
        form.addRow(buttons)
        self.accept_button.setEnabled(False)
        self.alasan.textChanged.connect(lambda: self.accept_button.setEnabled(bool(self.reason())))

    def reason(self) -> str:
        """Return the reason that was typed."""
        return self.alasan.toPlainText().strip()


class SeedDialog(QDialog):
    """Which of the SOPs that ship with the program is taken into use."""

    def __init__(self, parent: QWidget | None, names: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle("Pakai SOP bawaan")
        self.setMinimumWidth(_WIDTH)
        self.box = ChoiceBox()
        self.box.addItems(list(names))
        note = QLabel(
            "Bila kantor sudah memakai dan mengubah SOP ini, bawaannya menjadi versi baru; "
            "versi kantor tetap tersimpan, dan Ctrl+Z mengembalikannya."
        )
        note.setObjectName("redup")
        note.setWordWrap(True)
        form = QFormLayout(self)
        form.addRow("&SOP", self.box)
        form.addRow(note)
        buttons, self.accept_button = make_buttons(self, "&Pakai")
        form.addRow(buttons)
