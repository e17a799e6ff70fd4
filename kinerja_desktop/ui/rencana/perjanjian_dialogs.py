"""What is asked before a version of a Perjanjian Kinerja is made."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.angka.batas_tanggal import BatasTanggal
from kinerja_desktop.domain.sections.perjanjian import ALASAN_PERUBAHAN
from kinerja_desktop.errors import Problem
from kinerja_desktop.services.rencana.perjanjian_versi import Perjanjian
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.date_field import DateField, make_date_row, name_dated_deed
from kinerja_desktop.ui.base.dialogs import make_buttons
from kinerja_desktop.ui.base.meaning import Meanings
from kinerja_desktop.ui.base.typed_dialog import TypedDialog

_SIGNED = "Sudah &ditandatangani"
#: Of what a paper lacks; the first lines say enough.
_MOST = 5


class MurniDialog(QDialog):
    """Asks whose Perjanjian Kinerja is to be written."""

    def __init__(self, parent: QWidget, tahun: int, pihak: Mapping[UUID, str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Perjanjian Kinerja {tahun}")
        self.setMinimumWidth(440)
        self.who = ChoiceBox()
        for key, text in pihak.items():
            self.who.addItem(text, key)
        label = QLabel("&Pihak pertama (yang berjanji)")
        label.setBuddy(self.who)
        layout = QVBoxLayout(self)
        layout.addWidget(label)
        layout.addWidget(self.who)
        layout.addWidget(_note("Camat: butirnya dari target IKU. Pejabat lain: dari IKI-nya."))
        layout.addWidget(make_buttons(self, "&Buat")[0])

    def pejabat(self) -> UUID:
        """Return the official who promises."""
        chosen: UUID = self.who.currentData()
        return chosen


class PerubahanDialog(TypedDialog):
    """Why is it changed? One of three reasons, and the office's own words.

    `docs/sakip.md` §2.4.
    """

    def __init__(self, parent: QWidget, perjanjian: Perjanjian) -> None:
        super().__init__(parent)
        self.setWindowTitle("Perjanjian Kinerja Perubahan")
        self.setMinimumWidth(480)
        layout = QVBoxLayout(self)
        layout.addWidget(_note(f"Mengapa {perjanjian.row['kode']} diubah?"))
        self.reasons = QButtonGroup(self)
        self._codes = list(ALASAN_PERUBAHAN)
        for place, code in enumerate(self._codes):
            choice = QRadioButton(f"&{place + 1}. {ALASAN_PERUBAHAN[code]}")
            self.reasons.addButton(choice, place)
            layout.addWidget(choice)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setMaximumHeight(90)
        label = QLabel("P&enjelasan (boleh kosong)")
        label.setBuddy(self.text)
        layout.addWidget(label)
        layout.addWidget(self.text)
        layout.addWidget(
            _note("Versi baru menyalin versi terakhir; semua versi lama tetap tersimpan.")
        )
        buttons, self.accept_button = make_buttons(self, "&Buat perubahan")
        layout.addWidget(buttons)
        self.accept_button.setEnabled(False)
        self.reasons.idClicked.connect(lambda _: self.accept_button.setEnabled(True))

    def alasan(self) -> str:
        """Return the code of the reason."""
        return self._codes[self.reasons.checkedId()]

    def uraian(self) -> str:
        """Return the reason in the office's own words."""
        return self.text.toPlainText().strip()


class SignDialog(QDialog):
    """Signed on paper, on which day? The day also chooses the version in force."""

    def __init__(
        self,
        parent: QWidget,
        kode: str,
        day: date | None,
        batas: BatasTanggal,
        problems: Sequence[Problem] = (),
    ) -> None:
        """Make the dialog.

        Args:
            parent: above what.
            kode: of the version.
            day: the date that was entered.
            batas: between which days it is signed as a rule.
            problems: what its paper lacks.
        """
        super().__init__(parent)
        self.setWindowTitle("Tandatangani")
        self.setMinimumWidth(480)
        self.date = DateField(day, required=True)
        self.date.watch(batas.describe_odd)
        buttons, self.accept_button = make_buttons(self, _SIGNED)
        name_dated_deed(self.accept_button, _SIGNED, self.date)
        layout = QVBoxLayout(self)
        layout.addWidget(_note(f"{kode} sudah ditandatangani di atas kertas?"))
        self.lacking = _note("\n".join(f"△ {problem}." for problem in problems[:_MOST]))
        style.set_tone(self.lacking, "ingat")
        self.lacking.setVisible(bool(problems))
        layout.addWidget(self.lacking)
        layout.addWidget(Meanings(problems))
        layout.addWidget(
            _note(
                "Sesudah ini isinya terkunci; perubahan dibuat sebagai versi baru. Ctrl+Z masih "
                "membatalkan tanda tangan selama belum ada dokumen final yang memakainya."
            )
        )
        layout.addLayout(make_date_row("&Tanggal perjanjian", self.date))
        layout.addWidget(buttons)

    def tanggal(self) -> date:
        """Return the day that stands on the paper."""
        chosen = self.date.day()
        # The button that ends the dialog waits for a date.
        assert chosen is not None
        return chosen


def _note(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    return label
