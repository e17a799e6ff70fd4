"""Write the letter that began a case into the register, or choose it from there."""

from collections.abc import Sequence
from uuid import UUID

from PySide6.QtWidgets import (
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from kinerja_desktop.domain.sections.surat import SIFAT
from kinerja_desktop.services.surat.register import SuratMasuk
from kinerja_desktop.ui.base.choice_box import ChoiceBox
from kinerja_desktop.ui.base.date_field import DateField
from kinerja_desktop.ui.base.dialogs import make_buttons
from kinerja_desktop.ui.base.typed_dialog import TypedDialog

_NEW = "(catat surat baru)"


class TakeInDialog(TypedDialog):
    """Asks for a letter that came; one that is in the register already is chosen instead."""

    def __init__(
        self,
        parent: QWidget | None,
        known: Sequence[tuple[UUID, str]],
        begun: SuratMasuk,
    ) -> None:
        """Make the dialog.

        Args:
            parent: the widget that asks.
            known: letters of the register that began no case yet, by id.
            begun: what is proposed.
        """
        super().__init__(parent)
        self.setWindowTitle("Catat surat masuk")
        self.setMinimumWidth(520)
        self.choice = ChoiceBox()
        self.choice.addItem(_NEW, None)
        for key, text in known:
            self.choice.addItem(text, str(key))
        self.nomor, self.pihak, self.hal = QLineEdit(), QLineEdit(), QLineEdit()
        self.pihak.setText(begun.pihak)
        self.hal.setText(begun.hal)
        self.tanggal = DateField(begun.tanggal)
        self.diterima = DateField(begun.diterima, required=True)
        self.sifat = ChoiceBox()
        for kunci, text in SIFAT.items():
            self.sifat.addItem(text, kunci)
        form = QFormLayout()
        self._fields: list[QWidget] = []
        rows: tuple[tuple[str, QWidget], ...] = (
            ("&Surat", self.choice),
            ("Diterima &tanggal", self.diterima),
            ("", self.diterima.reading),
            ("&Nomor surat", self.nomor),
            ("Tan&ggal surat", self.tanggal),
            ("", self.tanggal.reading),
            ("&Dari", self.pihak),
            ("&Hal", self.hal),
            ("S&ifat", self.sifat),
        )
        for text, field in rows:
            label = QLabel(text)
            label.setBuddy(field)
            form.addRow(label, field)
            if field is not self.choice:
                self._fields.append(field)
        buttons, self.accept_button = make_buttons(self, "&Catat")
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.choice.currentIndexChanged.connect(lambda _: self._enable())
        for line in (self.pihak, self.hal):
            line.textChanged.connect(lambda _: self._enable())
        for day in (self.diterima, self.tanggal):
            day.date_changed.connect(lambda _: self._enable())
        self._enable()
        self.nomor.setFocus()

    def chosen(self) -> UUID | None:
        """Return the letter of the register that was chosen; None for a new one."""
        key = self.choice.currentData()
        return UUID(key) if key else None

    def letter(self) -> SuratMasuk:
        """Return the new letter."""
        diterima = self.diterima.day()
        assert diterima, "the button waits for a day"
        return SuratMasuk(
            nomor=self.nomor.text().strip(),
            tanggal=self.tanggal.day(),
            diterima=diterima,
            pihak=self.pihak.text().strip(),
            hal=self.hal.text().strip(),
            sifat=str(self.sifat.currentData()),
        )

    def _enable(self) -> None:
        is_new = self.chosen() is None
        for field in self._fields:
            field.setEnabled(is_new)
        whole = bool(
            self.pihak.text().strip()
            and self.hal.text().strip()
            and self.diterima.day()
            and not self.tanggal.error()
        )
        self.accept_button.setEnabled(not is_new or whole)
