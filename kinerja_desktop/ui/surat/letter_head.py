"""Day and number of a letter: kept when they are left, and before the letter becomes final."""

from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from kinerja_desktop.domain.angka.batas_tanggal import BatasTanggal
from kinerja_desktop.services.surat.tulis import NaskahKantor, change_nomor, change_tanggal
from kinerja_desktop.ui.base.context import Context
from kinerja_desktop.ui.base.date_field import DateField
from kinerja_desktop.ui.base.writing import writes

_DATE_WIDTH = 150


class LetterHead(QWidget):
    """Two fields above the words of a letter; kinds without a book have no number."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._letter: NaskahKantor | None = None
        self.date, self.nomor = DateField(None), QLineEdit()
        writes(self.date, self.nomor)
        self.date.setMaximumWidth(_DATE_WIDTH)
        self.date.watch(lambda day: BatasTanggal(context.office.today()).describe_odd(day))
        self.date.editingFinished.connect(self._keep_date)
        self.nomor.setPlaceholderText("Kosong: nomor berikutnya, diambil saat jadikan final")
        self.nomor.setAccessibleName("Nomor surat")
        self.nomor.editingFinished.connect(self._keep_nomor)
        self.nomor_label = QLabel("No&mor")
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        self.caption = caption = QLabel("Tangg&al")
        caption.setBuddy(self.date)
        form.addRow(caption, self.date)
        form.addRow("", self.date.reading)
        self.nomor_label.setBuddy(self.nomor)
        form.addRow(self.nomor_label, self.nomor)

    def show_letter(self, letter: NaskahKantor, *, editable: bool) -> None:
        """Show a letter; what is being typed into the same one, or could not be kept, stays."""
        before, self._letter = self._letter, letter
        is_same = editable and before is not None and letter.id == before.id
        is_day_typed = bool(self.date.error()) or (before and self.date.day() != before.tanggal)
        if not (is_same and (is_day_typed or self.date.hasFocus())):
            self.date.set_date(letter.tanggal)
        is_nomor_typed = before and self.nomor.text().strip() != before.nomor
        if not (is_same and (is_nomor_typed or self.nomor.hasFocus())):
            self.nomor.setText(letter.nomor)
        for widget in (self.date, self.nomor):
            widget.setEnabled(editable)
        for part in (self.nomor_label, self.nomor):
            part.setVisible(bool(letter.jenis.buku))

    def align(self, caption_width: int) -> None:
        """Let the fields begin where those of the words below them do."""
        self.caption.setMinimumWidth(caption_width)

    def forget(self) -> None:
        """Show the fields of no letter."""
        self._letter = None

    def commit(self) -> bool:
        """Keep day and number; False when one cannot be kept, which has been said."""
        return all([self._keep_date(), self._keep_nomor()])

    def day(self) -> date | None:
        """Return the day that stands there."""
        return self.date.day()

    def _keep_date(self) -> bool:
        letter, office, day = self._letter, self._context.office, self.date.day()
        if self.date.error():
            return False
        if letter is None or day == letter.tanggal:
            return True
        if not self._context.store(self, lambda: change_tanggal(office, letter.id, day)):
            return False
        self._letter = replace(letter, tanggal=day)
        return True

    def _keep_nomor(self) -> bool:
        letter, office, nomor = self._letter, self._context.office, self.nomor.text().strip()
        if letter is None or nomor == letter.nomor:
            return True
        if not self._context.store(self, lambda: change_nomor(office, letter.id, nomor)):
            return False
        self._letter = replace(letter, nomor=nomor)
        return True
