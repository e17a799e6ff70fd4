"""Ask for all that a clerk can change of a step in the office's own copy."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QScrollArea, QVBoxLayout, QWidget

from kinerja_desktop.domain.sop.model import Sop
from kinerja_desktop.domain.sop.suntingan import Suntingan
from kinerja_desktop.ui.base.dialogs import make_buttons
from kinerja_desktop.ui.sop.step_form import StepForm

# Of the dialog, and what window frame and task bar take.
_HEIGHT, _AROUND = 620, 60
_KEPT = (
    "Teks tercetak tetap disimpan; yang ditulis di sini tampil pada “Teks dirapikan”. "
    "Pelaksanaan yang sedang berjalan tetap memakai versi lama."
)
_OWN = "Pelaksanaan yang sedang berjalan tetap memakai versi lama."


class StepEditor(QDialog):
    """Shows a step with the words accepted so far; the words of the source stay kept."""

    def __init__(
        self, parent: QWidget | None, sop: Sop, title: str, langkah: Suntingan, last: int
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        room = self.screen().availableGeometry().height() - _AROUND
        self.resize(600, min(_HEIGHT, room))
        self.form = StepForm()
        self.form.fill(sop, langkah, last)
        area = QScrollArea()
        area.setWidget(self.form)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        note = QLabel(_OWN if sop.is_kantor else _KEPT)
        note.setObjectName("redup")
        note.setWordWrap(True)
        buttons, self.save = make_buttons(self, "&Simpan")
        layout = QVBoxLayout(self)
        layout.addWidget(area, 1)
        layout.addWidget(note)
        layout.addWidget(buttons)

    def suntingan(self) -> Suntingan:
        """Return what was typed."""
        return self.form.suntingan()
