"""Who does the tindak lanjut of one figure, until when, and when it was done."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from kinerja_desktop.domain.angka.teks import says_something
from kinerja_desktop.domain.capaian.pengukuran import HasilIndikator, Narasi
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.date_field import DateField
from kinerja_desktop.ui.base.line_text import show_in_line
from kinerja_desktop.ui.base.waiting import Stored
from kinerja_desktop.ui.base.writing import writes

#: Stores columns of a realisasi: id of the indicator, column to value; False when refused.
SaveColumns = Callable[[str, dict[str, Any]], Stored | bool]
#: Stores when a tindak lanjut was done; False when refused.
SaveDone = Callable[[str, date | None], Stored | bool]

#: So much of a name must be seen on a small screen too.
_PERSON_WIDTH = 150


class FollowUpEditor(QWidget):
    """A line below the texts; that something was done can be marked in a final period too."""

    def __init__(self, save: SaveColumns, save_done: SaveDone) -> None:
        super().__init__()
        self._save, self._save_done = save, save_done
        self._id = ""
        self._stored: dict[str, Any] = {}
        self.person = QLineEdit()
        self.person.setPlaceholderText("Kasi, Kasubbag atau nama")
        self.person.setMinimumWidth(_PERSON_WIDTH)
        self.due = DateField()
        self.done = DateField()
        writes(self.person, self.due, self.done)
        for day in (self.due, self.done):
            # A date as it is written here, and the calendar's button: the name needs the rest.
            day.setMinimumWidth(
                day.fontMetrics().horizontalAdvance("00-00-0000") + 4 * style.MEDIUM + style.LARGE
            )
        row = QHBoxLayout(self)
        row.setContentsMargins(style.MEDIUM, 0, style.MEDIUM, style.SMALL)
        self._fields: dict[str, QLineEdit] = {
            "penanggung_jawab": self.person, "batas_waktu": self.due, "selesai": self.done,
        }  # fmt: skip
        for name, caption in (
            ("penanggung_jawab", "Penanggung ja&wab"),
            ("batas_waktu", "&Batas waktu"),
            ("selesai", "Sele&sai"),
        ):
            field = self._fields[name]
            field.setAccessibleName(caption.replace("&", ""))
            field.installEventFilter(self)
            field.returnPressed.connect(self.commit)
            label = QLabel(caption)
            label.setBuddy(field)
            row.addWidget(label)
            row.addWidget(field, 2 if field is self.person else 1)
        for picked in (self.due, self.done):
            # A day picked in the calendar is taken at once; what is typed, when it is left.
            picked.date_changed.connect(lambda _, field=picked: self._take_picked(field))
        self.told = QLabel()
        self.told.setWordWrap(True)
        self.told.hide()
        row.addWidget(self.told, 2)

    def show_item(self, item: HasilIndikator | None, selesai: date | None, *, locked: bool) -> None:
        """Show another figure's; what is being typed right now stays."""
        was, self._id = self._id, item.bahan.id if item else ""
        narasi = item.narasi if item else Narasi()
        self._stored = {
            "penanggung_jawab": narasi.penanggung_jawab,
            "batas_waktu": narasi.batas_waktu,
            "selesai": selesai,
        }
        for name, field in self._fields.items():
            if was != self._id or not field.hasFocus():
                self._write(name)
        self.person.setReadOnly(locked or item is None)
        self.due.setEnabled(not locked and item is not None)
        has_plan = says_something(narasi.tindak_lanjut)
        self.done.setEnabled(has_plan)
        self.done.setToolTip(
            "Isi hari tindak lanjut ini selesai; boleh juga sesudah dokumennya final"
            if has_plan
            else "Tulis dulu rencana tindak lanjutnya"
        )
        self._tell()

    def commit(self) -> None:
        """Store what was changed; a text that is no date stays, with the reason beside it."""
        self._tell()
        if not self._id or self.due.error() or self.done.error():
            return
        values = {"penanggung_jawab": self.person.text().strip(), "batas_waktu": self.due.day()}
        changed = {name: value for name, value in values.items() if value != self._stored[name]}
        if changed and self.due.isEnabled():
            before = dict(self._stored)
            self._stored |= changed
            if not self._save(self._id, changed):
                self._stored = before
        day = self.done.day()
        if day != self._stored["selesai"]:
            before = dict(self._stored)
            self._stored["selesai"] = day
            taken = self._save_done(self._id, day)
            if not taken:
                self._stored = before
                if taken is not Stored.KEPT:
                    self._write("selesai")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)

    def _take_picked(self, field: DateField) -> None:
        self._tell()
        is_calendar = self.isVisible() and not field.hasFocus() and field.isEnabled()
        if is_calendar and self._id and not self._is_shown(field):
            self.commit()

    def _is_shown(self, field: DateField) -> bool:
        name = next(name for name, own in self._fields.items() if own is field)
        return field.day() == self._stored.get(name)

    def _write(self, name: str) -> None:
        field, value = self._fields[name], self._stored[name]
        if isinstance(field, DateField):
            field.set_date(value)
        else:
            show_in_line(field, value)

    def _tell(self) -> None:
        wrong = [field.reading.text() for field in (self.due, self.done) if field.error()]
        self.told.setText(" ".join(wrong))
        self.told.setObjectName("bahaya")
        self.told.setVisible(bool(wrong))
        self.told.style().polish(self.told)
