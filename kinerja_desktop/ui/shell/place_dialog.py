"""Choose where the office's data is: this PC, or a server of the office."""

from pathlib import Path

from PySide6.QtWidgets import QDialog, QLabel, QRadioButton, QVBoxLayout, QWidget

from kinerja_desktop.paths import default_data_folder
from kinerja_desktop.server_address import Place, ServerAddress
from kinerja_desktop.ui.base import style
from kinerja_desktop.ui.base.dialogs import make_buttons
from kinerja_desktop.ui.base.server_form import ServerForm
from kinerja_desktop.ui.base.tasks import TaskRunner

_WIDTH = 560


class PlaceDialog(QDialog):
    """Two ways, and the address below the second."""

    def __init__(self, parent: QWidget | None, now: Place) -> None:
        """Make the dialog.

        Args:
            parent: beside which it stands.
            now: the place that is known.
        """
        super().__init__(parent)
        self.setWindowTitle("Tempat data kantor")
        self.setMinimumWidth(_WIDTH)
        self._folder = now if isinstance(now, Path) else default_data_folder()
        self._tasks = TaskRunner(self)
        self.here = QRadioButton("Di &komputer ini")
        where = QLabel(str(self._folder))
        where.setObjectName("redup")
        where.setWordWrap(True)
        self.server = QRadioButton("Di &server kantor, diisi bersama dari beberapa komputer")
        self.form = ServerForm(self._tasks)
        buttons, self.accept_button = make_buttons(self, "&Buka")
        layout = QVBoxLayout(self)
        for widget in (self.here, where, self.server, self.form, buttons):
            layout.addWidget(widget)
        if isinstance(now, ServerAddress):
            self.form.show_address(now)
        (self.server if isinstance(now, ServerAddress) else self.here).setChecked(True)
        style.dress(self)
        self.here.toggled.connect(self._enable)
        self.form.changed.connect(self._enable)
        self._enable()

    def place(self) -> Place:
        """Return what was chosen."""
        return self._folder if self.here.isChecked() else self.form.address()

    def done(self, result: int) -> None:
        self._tasks.shutdown()
        super().done(result)

    def _enable(self) -> None:
        self.form.setEnabled(self.server.isChecked())
        found = self.form.found
        can_open = self.here.isChecked() or (found is not None and found.can_open)
        self.accept_button.setEnabled(can_open)


def ask_place(parent: QWidget | None, now: Place) -> Place | None:
    """Let a place be chosen; None when the clerk turns away."""
    dialog = PlaceDialog(parent, now)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    return dialog.place() if accepted else None
